"""How much of a commitment in full-time months is delivered. Pure: dates in, fractions out.

The rule is the national criterion 11554, alternative a (DOMAIN 3.1): one or more jobs, full or part time, together at
least so many full-time months; when the employee leaves early, or for another cause that is not the supplier's, three
quarters are enough.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from apps.core.calendar import add_months
from apps.placements.choices import EndReason

ENOUGH_WHEN_LEFT_EARLY = Fraction(3, 4)
# The resident's own choice, or a step forward: not the supplier's doing.
LEFT_EARLY = frozenset({EndReason.INTERRUPTED_CANDIDATE, EndReason.MOVED_TO_EMPLOYMENT, EndReason.MOVED_TO_STUDY})
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Spell:
    """Work from `start` to and including `end` (None goes on), at so many percent; `label` names the placement."""

    label: str
    start: date
    end: date | None
    extent_percent: int
    end_reason: str = ""


@dataclass(frozen=True)
class Term:
    """A line of the sum: "P12: 6 månader × 50 % = 3 heltidsmånader"."""

    label: str
    months: Fraction
    extent_percent: int
    fte_months: Fraction


@dataclass(frozen=True)
class Sum:
    """What is delivered of `promised` full-time months, with the terms behind it."""

    promised: int
    delivered: Fraction
    terms: tuple[Term, ...]
    is_fulfilled: bool
    is_by_early_end: bool


def months_between(start: date, end: date) -> Fraction:
    """Calendar months from `start` to and including `end`; a begun month counts by its days. Zero when end < start.

    15 January to 14 July is six months, also 31 August to 29 November is three less a day.
    """
    after = end + _DAY
    if after <= start:
        return Fraction(0)
    whole = (after.year - start.year) * 12 + after.month - start.month
    if add_months(start, whole) > after:
        whole -= 1
    begun = add_months(start, whole)
    return whole + Fraction((after - begun).days, (add_months(start, whole + 1) - begun).days)


def fte_months(spell: Spell, today: date) -> Fraction:
    """The spell's full-time months until today: two half-time jobs of six months are six (fact 24)."""
    last = min(spell.end or today, today)
    return months_between(spell.start, last) * Fraction(spell.extent_percent, 100)


def fulfilment(promised: int, spells: Iterable[Spell], today: date) -> Sum:
    """The sum of the spells against the promise. At 75 percent an early end that is not the supplier's is enough.

    Fact 22: of 12 full-time months 9 are enough when the employee leaves, 8.9 are not.
    """
    spells = [spell for spell in spells if spell.start <= today]
    terms = tuple(
        Term(
            spell.label,
            months_between(spell.start, min(spell.end or today, today)),
            spell.extent_percent,
            fte_months(spell, today),
        )
        for spell in spells
    )
    delivered = sum((term.fte_months for term in terms), Fraction(0))
    is_whole = delivered >= promised
    has_left = any(spell.end_reason in LEFT_EARLY and spell.end and spell.end <= today for spell in spells)
    is_enough = has_left and delivered >= promised * ENOUGH_WHEN_LEFT_EARLY
    return Sum(promised, delivered, terms, is_whole or is_enough, is_enough and not is_whole)
