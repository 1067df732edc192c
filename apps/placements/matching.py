"""Who might take an offered place, and which place might suit a resident: a suggestion, a person decides. Pure.

Only kinds, days and earlier refusals are compared: nothing about a resident is known, so nothing else can be.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from apps.placements.choices import PlacementKind
from apps.placements.rules import Period
from apps.procurements.wording import listed


@dataclass(frozen=True, slots=True)
class Offered:
    """A place that is open: `free` is how many are left, `supplier` any key, `to_on` None has no end."""

    key: object
    kind: str
    free: int
    from_on: date
    to_on: date | None
    supplier: object


@dataclass(frozen=True, slots=True)
class Candidate:
    """A resident who waits since a day. Without wished `kinds` any kind will do.

    `busy` are the placements that go on or are planned, but not mentorships, which take no working time. `refusals`
    are suppliers where it has been no before, from either side, and when.
    """

    key: object
    since: date
    kinds: tuple[str, ...] = ()
    busy: tuple[Period, ...] = ()
    refusals: Mapping[object, date] = field(default_factory=dict)


class Suggestion(NamedTuple):
    """The candidate or the place by its key, whether it fits, and in a Swedish sentence why or why not."""

    key: object
    fits: bool
    why: str


def for_offer(offer: Offered, candidates: Iterable[Candidate]) -> list[Suggestion]:
    """Candidates for a place: those that fit first, in each group the longest waiting first."""
    waiting = sorted(candidates, key=lambda candidate: candidate.since)
    return _fitting_first(_suggestion(candidate.key, offer, candidate) for candidate in waiting)


def for_candidate(candidate: Candidate, offers: Iterable[Offered]) -> list[Suggestion]:
    """Places for a candidate: those that fit first, in each group the earliest start first."""
    open_places = sorted(offers, key=lambda offer: offer.from_on)
    return _fitting_first(_suggestion(offer.key, offer, candidate) for offer in open_places)


def _fitting_first(suggestions: Iterable[Suggestion]) -> list[Suggestion]:
    return sorted(suggestions, key=lambda suggestion: not suggestion.fits)


def _suggestion(key: object, offer: Offered, candidate: Candidate) -> Suggestion:
    if obstacle := _obstacle(offer, candidate):
        return Suggestion(key, False, obstacle)
    wish = f"önskar {_kinds(candidate.kinds)}" if candidate.kinds else "har inte önskat någon särskild insats"
    return Suggestion(key, True, f"Väntar sedan {candidate.since}, {wish} och är ledig under tiden.")


def _obstacle(offer: Offered, candidate: Candidate) -> str:
    if offer.free < 1:
        return "Alla platser är tillsatta."
    if candidate.kinds and offer.kind not in candidate.kinds:
        return f"Önskar {_kinds(candidate.kinds)}, inte {_kinds([offer.kind])}."
    if offer.supplier in candidate.refusals:
        return f"Det blev nej hos leverantören {candidate.refusals[offer.supplier]}."
    if offer.kind != PlacementKind.MENTORSHIP and (clash := _clash(offer, candidate)):
        return f"Har en annan placering från {clash.start}{f' till {clash.end}' if clash.end else ''}."
    return ""


def _clash(offer: Offered, candidate: Candidate) -> Period | None:
    own_end = offer.to_on or date.max
    clashes = (busy for busy in candidate.busy if busy.start <= own_end and offer.from_on <= (busy.end or date.max))
    return next(clashes, None)


def _kinds(kinds: Iterable[str]) -> str:
    return listed([PlacementKind(kind).label.lower() for kind in kinds], "eller")
