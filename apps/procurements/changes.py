"""What differs between two versions of a guideline: weights, limits and clauses, ready for a page."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from apps.procurements.choices import RequirementKind, RequirementModel
from apps.procurements.priority_rules import LIMIT_LABELS, WEIGHT_LABELS, Limits, Weights

_WORD = re.compile(r"\S+\s*|\s+")
SANCTION_LABELS = {
    "has_rectification": "tid för rättelse",
    "has_penalty": "vite",
    "has_call_off_block": "spärr från avrop",
    "has_termination": "hävning",
}


class Change(StrEnum):
    """What happened to a clause, or to a piece of its text."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True)
class ClauseText:
    """A clause as it stands in a version; titles are unique within one."""

    title: str
    model: str
    kind: str
    text: str
    has_rectification: bool = False
    has_penalty: bool = False
    has_call_off_block: bool = False
    has_termination: bool = False
    is_draft: bool = True


@dataclass(frozen=True)
class Version:
    """What of a guideline is compared."""

    weights: Weights
    limits: Limits
    clauses: tuple[ClauseText, ...]


@dataclass(frozen=True)
class FigureChange:
    """A weight or limit before and after."""

    key: str
    label: str
    before: int
    after: int


@dataclass(frozen=True)
class Piece:
    """A run of words that is the same, added or removed."""

    kind: Change
    text: str


@dataclass(frozen=True)
class ClauseChange:
    """A clause that was added, removed or changed.

    `title` is the present one, `before_title` the former when it was renamed; `facts` are sentences of what changed
    beside the text; `pieces` is the whole text, empty when it is the same.
    """

    kind: Change
    title: str
    before_title: str
    facts: tuple[str, ...]
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Changes:
    """Everything that differs, in the order the figures and clauses stand."""

    weights: tuple[FigureChange, ...]
    limits: tuple[FigureChange, ...]
    clauses: tuple[ClauseChange, ...]

    def __bool__(self) -> bool:
        return bool(self.weights or self.limits or self.clauses)


def changes(before: Version, after: Version) -> Changes:
    """What is different in `after`. Clauses are paired by title, else by an unchanged text (it got a new title)."""
    return Changes(
        weights=_figures(WEIGHT_LABELS, before.weights, after.weights),
        limits=_figures(LIMIT_LABELS, before.limits, after.limits),
        clauses=tuple(_clauses(before.clauses, after.clauses)),
    )


def word_changes(before: str, after: str) -> tuple[Piece, ...]:
    """The two texts word by word: same and removed pieces together are `before`, same and added are `after`."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    pieces = []
    for kind, old_from, old_to, new_from, new_to in SequenceMatcher(None, old, new).get_opcodes():
        if kind == "equal":
            pieces.append(Piece(Change.SAME, "".join(old[old_from:old_to])))
            continue
        removed, added = "".join(old[old_from:old_to]), "".join(new[new_from:new_to])
        pieces += [Piece(Change.REMOVED, removed)] * bool(removed) + [Piece(Change.ADDED, added)] * bool(added)
    return tuple(pieces)


def _figures(labels: dict[str, str], before: object, after: object) -> tuple[FigureChange, ...]:
    pairs = ((key, label, getattr(before, key), getattr(after, key)) for key, label in labels.items())
    return tuple(FigureChange(*pair) for pair in pairs if pair[2] != pair[3])


def _clauses(before: Iterable[ClauseText], after: Iterable[ClauseText]) -> Iterable[ClauseChange]:
    gone = {clause.title: clause for clause in before}
    pairs = [(gone.pop(clause.title, None), clause) for clause in after]
    for old, new in pairs:
        former = old or _renamed(gone, new)
        if former is None:
            yield ClauseChange(Change.ADDED, new.title, "", (), (Piece(Change.ADDED, new.text),))
        elif former != new:
            yield _changed(former, new)
    for clause in gone.values():
        yield ClauseChange(Change.REMOVED, clause.title, "", (), (Piece(Change.REMOVED, clause.text),))


def _renamed(gone: dict[str, ClauseText], new: ClauseText) -> ClauseText | None:
    """The clause that stood under another title with the same text; it is no longer gone."""
    titles = [title for title, clause in gone.items() if clause.text == new.text]
    return gone.pop(titles[0]) if titles else None


def _changed(old: ClauseText, new: ClauseText) -> ClauseChange:
    return ClauseChange(
        Change.CHANGED,
        new.title,
        old.title if old.title != new.title else "",
        tuple(_facts(old, new)),
        word_changes(old.text, new.text) if old.text != new.text else (),
    )


def _facts(old: ClauseText, new: ClauseText) -> Iterable[str]:
    if old.title != new.title:
        yield f"Benämningen var ”{old.title}”."
    if old.model != new.model:
        yield f"Kravmodellen var {RequirementModel(old.model).label} och är {RequirementModel(new.model).label}."
    if old.kind != new.kind:
        yield f"Insatsen var {_kind(old.kind)} och är {_kind(new.kind)}."
    for name, label in SANCTION_LABELS.items():
        if getattr(old, name) != getattr(new, name):
            yield f"Klausulen ger {'nu' if getattr(new, name) else 'inte längre'} {label}."
    if old.is_draft != new.is_draft:
        yield "Klausulen är åter ett utkast." if new.is_draft else "Klausulen är inte längre ett utkast."


def _kind(kind: str) -> str:
    return RequirementKind(kind).label if kind else "inte angiven"
