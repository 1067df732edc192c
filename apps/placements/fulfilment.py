"""How much of a commitment is delivered, what it earns and whether the rest will come. Pure: dates in, fractions out.

Full-time months follow the national criterion 11554, alternative a (DOMAIN 3.1): one or more jobs, full or part time,
together at least so many full-time months; when the employee leaves early, or for another cause that is not the
supplier's, three quarters are enough. Every result carries its terms, each named after its placement.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from math import ceil

from django.db.models import TextChoices

from apps.core.calendar import add_months, working_days_between
from apps.placements.choices import EndReason
from apps.placements.rules import Period
from apps.procurements.choices import RequirementUnit
from apps.procurements.obligations import FIRST_START_MONTHS
from apps.procurements.wording import counted, figure, unit_word

ENOUGH_WHEN_LEFT_EARLY = Fraction(3, 4)
# Forty hours a week is ordinary full time (arbetstidslagen 1982:673, 5 §).
FULL_DAY_HOURS = 8
# The resident's own choice, or a step forward: not the supplier's doing.
LEFT_EARLY = frozenset({EndReason.INTERRUPTED_CANDIDATE, EndReason.MOVED_TO_EMPLOYMENT, EndReason.MOVED_TO_STUDY})
_DAY = timedelta(days=1)
_NOTHING = Fraction(0)


@dataclass(frozen=True)
class Spell:
    """Work from `start` to and including `end` (None goes on), at so many percent; `label` names the placement.

    `pauses` rest it, each to and including its end (None goes on). Without working time `extent_percent` is None.
    """

    label: str
    start: date
    end: date | None
    extent_percent: int | None
    end_reason: str = ""
    planned_end: date | None = None
    pauses: tuple[Period, ...] = ()


@dataclass(frozen=True)
class Amount:
    """So much of a commitment's unit; `label` names the placements, meetings or offers it comes from."""

    label: str
    amount: Fraction


@dataclass(frozen=True)
class Term:
    """A line of the sum: "P12: 6 månader × 50 % = 3 heltidsmånader"; pauses are not in the months."""

    label: str
    months: Fraction
    extent_percent: int
    fte_months: Fraction


@dataclass(frozen=True)
class Sum:
    """What is delivered of `promised` full-time months: the terms behind it, and `credits` that were accepted."""

    promised: int
    delivered: Fraction
    terms: tuple[Term, ...]
    is_fulfilled: bool
    is_by_early_end: bool
    credits: tuple[Amount, ...] = ()

    @property
    def amounts(self) -> tuple[Amount, ...]:
        """The terms without their arithmetic, then what was accepted beside them."""
        return (*(Amount(term.label, term.fte_months) for term in self.terms), *self.credits)


@dataclass(frozen=True)
class Event:
    """Something that counts from a day: a placement begun, an offer made, a meeting held, hours reported.

    `resident` is any key of the one it is about; `amount` is in hours where hours are counted, else 1.
    """

    label: str
    day: date
    resident: object = None
    amount: Fraction = Fraction(1)


@dataclass(frozen=True)
class Count:
    """What is delivered of `promised` places, persons, meetings or hours."""

    promised: int
    delivered: Fraction
    amounts: tuple[Amount, ...]

    @property
    def is_fulfilled(self) -> bool:
        return self.delivered >= self.promised


class FirstStartState(TextChoices):
    MET = "met", "i tid"
    WAITING = "waiting", "återstår"
    LATE = "late", "för sent"
    MISSED = "missed", "har inte skett"


@dataclass(frozen=True)
class FirstStart:
    """Whether the first effort has begun or been offered by `due_on`; `first` is what came first, if anything has."""

    due_on: date
    first: Event | None
    state: FirstStartState


@dataclass(frozen=True)
class Bonus:
    """What is earned: whole units of each term at a rate, capped by the ceiling."""

    terms: tuple[Amount, ...]
    units: int
    amount: Decimal
    is_capped: bool


class Prospect(TextChoices):
    DELIVERED = "delivered", "levererat"
    ON_TRACK = "on_track", "på väg"
    AT_RISK = "at_risk", "riskerar att inte nås"
    OVERDUE = "overdue", "försenat"


@dataclass(frozen=True)
class Outlook:
    """Whether the promise will be kept, why in Swedish, and what is still to come by the placements that go on."""

    state: Prospect
    reason: str
    coming: tuple[Amount, ...]
    missing: Fraction
    days_left: int | None


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


def worked_months(spell: Spell, last: date) -> Fraction:
    """The spell's months until a day, its pauses cut out.

    Each paused day takes away the part of a month that it would have given. So no pause ever adds anything,
    overlapping pauses take their days once, and a wholly paused spell gives zero.
    """
    return _without_pauses(spell, last, months_between)


def worked_days(spell: Spell, last: date) -> int:
    """The spell's working days until a day, its pauses cut out as in `worked_months`."""
    return int(_without_pauses(spell, last, _working_days))


def worked_hours(spell: Spell, last: date) -> Fraction:
    """The spell's hours until a day: each working day gives `FULL_DAY_HOURS` times its extent; without extent none."""
    return worked_days(spell, last) * FULL_DAY_HOURS * Fraction(spell.extent_percent or 0, 100)


def _working_days(start: date, end: date) -> Fraction:
    return Fraction(max(0, working_days_between(start - _DAY, end)))


def _without_pauses(spell: Spell, last: date, measure: Callable[[date, date], Fraction]) -> Fraction:
    last = min(spell.end or last, last)
    net = measure(spell.start, last)
    free_from = spell.start
    for pause in sorted(spell.pauses, key=lambda pause: pause.start):
        first, until = max(pause.start, free_from), min(pause.end or last, last)
        if first <= until:
            net -= measure(spell.start, until) - measure(spell.start, first - _DAY)
            free_from = until + _DAY
    return net


def fte_months(spell: Spell, today: date) -> Fraction:
    """The spell's full-time months until today: two half-time jobs of six months are six (fact 24)."""
    return worked_months(spell, today) * Fraction(spell.extent_percent or 0, 100)


def fulfilment(promised: int, spells: Iterable[Spell], today: date, credits: Iterable[Amount] = ()) -> Sum:
    """The sum of the spells and the credits against the promise.

    At 75 percent an early end that is not the supplier's is enough.
    Fact 22: of 12 full-time months 9 are enough when the employee leaves, 8.9 are not.
    """
    spells, credits = [spell for spell in spells if spell.start <= today], tuple(credits)
    terms = tuple(
        Term(spell.label, worked_months(spell, today), spell.extent_percent or 0, fte_months(spell, today))
        for spell in spells
    )
    delivered = sum((term.fte_months for term in terms), _NOTHING) + _total(credits)
    is_whole = delivered >= promised
    has_left = any(spell.end_reason in LEFT_EARLY and spell.end and spell.end <= today for spell in spells)
    is_enough = has_left and delivered >= promised * ENOUGH_WHEN_LEFT_EARLY
    return Sum(promised, delivered, terms, is_whole or is_enough, is_enough and not is_whole, credits)


def count(unit: str, promised: int, events: Iterable[Event], today: date, credits: Iterable[Amount] = ()) -> Count:
    """What has happened up to today, and the credits, against the promise: in places, persons, meetings or hours.

    Persons are residents: a chain of placements of one resident is one person, labelled "P12, P15" (DOMAIN 6). Raises
    ValueError for full-time months, which are summed by `fulfilment`.
    """
    if unit == RequirementUnit.FTE_MONTHS:
        raise ValueError("Heltidsmånader räknas ur placeringarnas tid och omfattning, inte ur deras antal.")
    happened = sorted((event for event in events if event.day <= today), key=lambda event: event.day)
    amounts = [Amount(event.label, event.amount) for event in happened]
    if unit == RequirementUnit.PERSONS:
        labels: dict[object, list[str]] = {}
        for event in happened:
            labels.setdefault(event.resident, []).append(event.label)
        amounts = [Amount(", ".join(each), Fraction(1)) for each in labels.values()]
    amounts += credits
    return Count(promised, _total(amounts), tuple(amounts))


def _total(amounts: Iterable[Amount]) -> Fraction:
    return sum((each.amount for each in amounts), _NOTHING)


def first_start(
    starts_on: date, events: Iterable[Event], today: date, *, months: int = FIRST_START_MONTHS
) -> FirstStart:
    """Whether the first employment has begun or been offered within the months of the contract's start.

    `events` are both those that began and those that were offered. Fact 23: a contract from 2026-01-15 gives until and
    including 2026-07-15. What happened before the contract started is in time too.
    """
    due_on = add_months(starts_on, months)
    first = min((event for event in events if event.day <= today), key=lambda event: event.day, default=None)
    if first:
        state = FirstStartState.MET if first.day <= due_on else FirstStartState.LATE
    else:
        state = FirstStartState.WAITING if today <= due_on else FirstStartState.MISSED
    return FirstStart(due_on, first, state)


def split(promised: int, shares: Mapping[str, int], *, lead: str) -> dict[str, int]:
    """A commitment divided between the authorities of a joint procurement, in whole units that sum to the promise.

    `shares` are the others' percent; what remains of 100 is the lead's. Left-over units go to the largest remainders,
    at a tie to the larger share and then to the lead. Raises ValueError when the shares are more than 100.
    """
    left = 100 - sum(shares.values())
    if left < 0 or any(share < 0 for share in shares.values()):
        raise ValueError(f"Andelarna är tillsammans {100 - left} procent. Ange andelar som är högst 100 tillsammans.")
    percent = {lead: left, **shares}
    parts = {name: promised * share // 100 for name, share in percent.items()}
    by_remainder = sorted(percent, key=lambda name: (-(promised * percent[name] % 100), -percent[name]))
    for name in by_remainder[: promised - sum(parts.values())]:
        parts[name] += 1
    return parts


def bonus(rate: Decimal, ceiling: Decimal | None, amounts: Iterable[Amount]) -> Bonus:
    """What the delivered amounts earn at `rate` kronor a unit, at most `ceiling`.

    As the bonus clause says it: for each whole full-time month that each employment has lasted, part time reckoned by
    its extent. A place, a person or a meeting is one unit.
    """
    terms = tuple(Amount(each.label, Fraction(int(each.amount))) for each in amounts if each.amount >= 1)
    units = sum(int(term.amount) for term in terms)
    earned = rate * units
    is_capped = ceiling is not None and earned > ceiling
    return Bonus(terms, units, ceiling if ceiling is not None and is_capped else earned, is_capped)


def still_to_come(
    spells: Iterable[Spell],
    today: date,
    until: date | None,
    measure: Callable[[Spell, date], Fraction] = fte_months,
) -> tuple[Amount, ...]:
    """The full-time months, or hours, that the spells which go on will still give: to their planned end or `until`.

    `until` is the end of the commitment. A spell without either day, or with a pause that goes on, promises nothing.
    """
    amounts = []
    for spell in spells:
        days = [day for day in (spell.end or spell.planned_end, until) if day]
        if spell.start <= today and days and min(days) > today:
            amount = measure(spell, min(days)) - measure(spell, today)
            amounts.append(Amount(spell.label, amount))
    return tuple(each for each in amounts if each.amount > 0)


def outlook(
    result: Sum | Count,
    coming: Iterable[Amount],
    *,
    unit: str,
    starts_on: date | None,
    due_on: date | None,
    today: date,
) -> Outlook:
    """Whether a promised number will be delivered by its last day; `coming` is what `still_to_come` gives.

    What is delivered and what the running placements will give is held against the part of the time that has passed:
    an even pace is on track, less is at risk. The pace is our own measure, no rule; without both days it is not made.
    """
    coming = tuple(coming)
    expected = result.delivered + sum((each.amount for each in coming), _NOTHING)
    missing = max(_NOTHING, result.promised - expected)
    days_left = (due_on - today).days if due_on else None
    if result.is_fulfilled:
        return Outlook(Prospect.DELIVERED, "Allt som lovats är levererat.", coming, _NOTHING, days_left)
    if due_on and due_on < today:
        owed = _amount(unit, result.promised - result.delivered)
        return Outlook(
            Prospect.OVERDUE, f"{owed} saknas, och den sista dagen var {due_on}.", coming, missing, days_left
        )
    state, reason = _pace(expected, result.promised, unit, starts_on, due_on, today)
    return Outlook(state, reason, coming, missing, days_left)


def _pace(
    expected: Fraction, promised: int, unit: str, starts_on: date | None, due_on: date | None, today: date
) -> tuple[Prospect, str]:
    if expected >= promised:
        return Prospect.ON_TRACK, "Det som pågår räcker till resten om det varar som planerat."
    missing = f"{_amount(unit, promised - expected)} återstår utöver det som pågår"
    if starts_on is None or due_on is None or starts_on > due_on:
        return Prospect.ON_TRACK, f"{missing}. Ange åtagandets början och slut för att se om det hinns."
    left = f"{missing}, och {counted((due_on - today).days, 'dag', 'dagar')} är kvar till {due_on}"
    passed = Fraction(max(0, (today - starts_on).days), (due_on - starts_on).days + 1)
    if expected >= promised * passed:
        return Prospect.ON_TRACK, f"{left}. Takten räcker hittills."
    return Prospect.AT_RISK, f"{left}. Takten räcker inte."


def _amount(unit: str, value: Fraction) -> str:
    """With its unit and at most one decimal, rounded up: what is missing must not look less than it is."""
    tenths = Decimal(ceil(value * 10)).scaleb(-1)
    return f"{figure(tenths)} {unit_word(unit, 1 if tenths == 1 else 2)}"
