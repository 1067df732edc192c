"""What has come of the requirements of contracts: what stands on them, weighed as `fulfilment` says."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from apps.placements.choices import FILLED_STATES, MUNICIPAL_REASONS, ActivityKind, PlacementState
from apps.placements.fulfilment import (
    Amount,
    Count,
    Event,
    FirstStart,
    Spell,
    Sum,
    count,
    first_start,
    fulfilment,
    still_to_come,
    worked_hours,
)
from apps.placements.models import Activity, Credit, Placement, PlaceOffer
from apps.placements.rules import Period
from apps.procurements.choices import RequirementKind, RequirementUnit
from apps.procurements.models import Requirement

# What a requirement of "praktik, lärling eller anställning" may be fulfilled by.
MIXED_KINDS = ("internship", "apprenticeship", "employment")
_GROUPS = frozenset(ActivityKind.values)

Row = Placement | Activity | PlaceOffer | Credit


@dataclass(frozen=True)
class Ledger:
    """What stands on a contract, of all authorities that share it.

    `begun` are placements that have started, the earliest first; `matched` wait for their first day. Offers have
    `filled` and `free`. `credits` are what was accepted of a requirement beside all that.
    """

    begun: list[Placement] = field(default_factory=list)
    matched: list[Placement] = field(default_factory=list)
    activities: list[Activity] = field(default_factory=list)
    offers: list[PlaceOffer] = field(default_factory=list)
    credits: list[Credit] = field(default_factory=list)

    def of(self, kinds: Collection[str]) -> "Ledger":
        """What of it is of those kinds."""
        lists = (self.begun, self.matched, self.activities, self.offers)
        return Ledger(*([row for row in rows if row.kind in kinds] for rows in lists), self.credits)

    @property
    def rows(self) -> dict[str, Row]:
        """Everything by the label that it has in sums."""
        lists = (self.begun, self.matched, self.activities, self.offers, self.credits)
        return {label_of(row): row for rows in lists for row in rows}

    def credited(self, requirement: Requirement) -> tuple[Amount, ...]:
        """What was accepted of the requirement, whatever its kind."""
        own = (each for each in self.credits if each.requirement_id == requirement.pk)
        return tuple(Amount(label_of(each), Fraction(each.amount)) for each in own)


def read(contracts: Collection[int], *, today: date) -> Mapping[int, Ledger]:
    """The ledgers of contracts by key, up to today, in six queries however much there is."""
    ledgers: Mapping[int, Ledger] = defaultdict(Ledger)
    placements = Placement.objects.standing().filter(contract__in=contracts, state__in=FILLED_STATES)
    for placement in placements.prefetch_related("pauses").order_by("starts_on", "pk"):
        if placement.state == PlacementState.MATCHED:
            ledgers[placement.contract_id].matched.append(placement)
        elif placement.started_on <= today:
            ledgers[placement.contract_id].begun.append(placement)
    for activity in Activity.objects.filter(contract__in=contracts, held_on__lte=today).order_by("held_on", "pk"):
        ledgers[activity.contract_id].activities.append(activity)
    offers = PlaceOffer.objects.filter(contract__in=contracts, offered_on__lte=today)
    for offer in offers.with_filled().order_by("offered_on", "pk"):
        ledgers[offer.contract_id].offers.append(offer)
    for credit in Credit.objects.standing().filter(contract__in=contracts, granted_on__lte=today):
        ledgers[credit.contract_id].credits.append(credit)
    return ledgers


def label_of(row: Row) -> str:
    """A label that no other row has: placement numbers repeat between authorities."""
    return f"{row._meta.model_name}-{row.pk}"


def labelled(amount: Amount, rows: Mapping[str, Row]) -> list[Row]:
    """The rows that an amount comes from."""
    return [rows[label] for label in amount.label.split(", ")]


def kinds_of(requirement: Requirement) -> tuple[str, ...]:
    """The kinds of effort that count. Meetings about practice or jobs are the dialogues that were held."""
    if requirement.unit == RequirementUnit.MEETINGS and requirement.kind not in _GROUPS:
        return (ActivityKind.MARKET_DIALOGUE,)
    return MIXED_KINDS if requirement.kind == RequirementKind.MIXED else (requirement.kind,)


def unit_of(requirement: Requirement) -> str:
    """The unit to count in: a study visit or a lecture is a meeting, no place."""
    if requirement.kind in _GROUPS and requirement.unit == RequirementUnit.PLACES:
        return RequirementUnit.MEETINGS
    return requirement.unit


def takes_attempts(requirement: Requirement) -> bool:
    """Whether places offered in vain count. Only places can: nobody has worked and no resident has been reached."""
    return unit_of(requirement) == RequirementUnit.PLACES


def delivered(requirement: Requirement, ledger: Ledger, *, today: date) -> Sum | Count:
    """What is delivered of the requirement; without a number nothing is promised."""
    own, promised, unit = ledger.of(kinds_of(requirement)), requirement.count or 0, unit_of(requirement)
    credited = ledger.credited(requirement)
    if unit == RequirementUnit.FTE_MONTHS:
        return fulfilment(promised, map(spell_of, own.begun), today, credited)
    # A group is counted by its participants, who are no residents that could come twice.
    is_group = unit == RequirementUnit.PERSONS and requirement.kind in _GROUPS
    unit = RequirementUnit.PLACES if is_group else unit
    return count(unit, promised, _events(requirement, own, today), today, credited)


def coming(requirement: Requirement, ledger: Ledger, *, today: date, until: date | None) -> tuple[Amount, ...]:
    """What the placements that go on, or are about to begin, will still give until the commitment's last day."""
    own, unit = ledger.of(kinds_of(requirement)), requirement.unit
    if unit == RequirementUnit.FTE_MONTHS:
        return still_to_come(map(spell_of, own.begun), today, until)
    if unit == RequirementUnit.HOURS:
        return still_to_come(map(spell_of, own.begun), today, until, worked_hours)
    starting = [row for row in own.matched if row.planned_start_on and row.planned_start_on <= (until or date.max)]
    if unit == RequirementUnit.PERSONS:
        counted = {row.participant_id for row in own.begun}
        starting = list({row.participant_id: row for row in starting if row.participant_id not in counted}.values())
    return tuple(Amount(label_of(row), Fraction(1)) for row in starting)


def first_of(requirement: Requirement, ledger: Ledger, *, starts_on: date | None, today: date) -> FirstStart | None:
    """Whether the first effort has begun or been offered in time; None when the requirement asks for no such day.

    Criterion 11554 lets an offer be enough (fact 23), but not one that the supplier itself took back.
    """
    months = requirement.first_start_within_months
    if months is None or starts_on is None:
        return None
    own = ledger.of(kinds_of(requirement))
    events = [
        *(Event(label_of(row), row.started_on) for row in own.begun),
        *(Event(label_of(row), row.held_on) for row in own.activities),
        *(Event(label_of(row), row.offered_on) for row in own.offers if row.filled or not is_suppliers_doing(row)),
    ]
    return first_start(starts_on, events, today, months=months)


def is_attempt(offer: PlaceOffer) -> bool:
    """A documented attempt: places that stayed empty since the authority had nobody to send (DOMAIN 4)."""
    return offer.unfilled_reason in MUNICIPAL_REASONS and offer.free > 0


def is_suppliers_doing(offer: PlaceOffer) -> bool:
    """Places that stayed empty since the supplier took them back or put the work off."""
    return bool(offer.unfilled_reason) and offer.unfilled_reason not in MUNICIPAL_REASONS


def spell_of(placement: Placement) -> Spell:
    """A placement that has begun, as fulfilment reckons it."""
    return Spell(
        label_of(placement),
        placement.started_on,
        placement.ended_on,
        placement.extent_percent,
        placement.end_reason,
        placement.planned_end_on,
        tuple(Period(pause.from_on, pause.to_on) for pause in placement.pauses.all()),
    )


def _events(requirement: Requirement, ledger: Ledger, today: date) -> Iterator[Event]:
    unit = unit_of(requirement)
    for row in ledger.begun:
        hours = worked_hours(spell_of(row), today) if unit == RequirementUnit.HOURS else Fraction(1)
        yield Event(label_of(row), row.started_on, row.participant_id, hours)
    for row in ledger.activities:
        yield Event(label_of(row), row.held_on, amount=_of_activity(unit, row))
    if takes_attempts(requirement):
        yield from (Event(label_of(row), row.closed_on, amount=Fraction(row.free)) for row in _attempts(ledger.offers))


def _of_activity(unit: str, activity: Activity) -> Fraction:
    """A meeting, its participants, or no hours: how long it took is not noted."""
    if unit == RequirementUnit.PERSONS:
        return Fraction(activity.participant_count or 0)
    return Fraction(unit != RequirementUnit.HOURS)


def _attempts(offers: Iterable[PlaceOffer]) -> Iterable[PlaceOffer]:
    return filter(is_attempt, offers)
