"""Dates of placements that the matcher must act on. They name placement numbers and places, never a participant."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q, QuerySet

from apps.accounts.models import Organisation
from apps.core.addresses import address, numbered
from apps.core.deadlines import Deadline
from apps.core.lookups import is_given
from apps.core.questions import Given, Question
from apps.placements.choices import PlacementState
from apps.placements.models import FollowUp, Placement, PlaceOffer
from apps.procurements.models import Contract
from apps.suppliers.models import Supplier

PERMISSION = "placements.change_placement"
# Whose the contract is, and the department that ordered it.
_OWNER = ("contract__organisation", "contract__procurement__department")


def open_deadlines(*, since: date, until: date, organisation: Organisation) -> Iterator[Deadline]:
    """What falls between the two days (both included), one Deadline each.

    Planned ends of what goes on, planned starts to confirm, follow-ups to make, and offers that end with places left.
    """
    days = (since, until)
    yield from _placements(organisation, days)
    yield from _follow_ups(organisation, days)
    yield from _offers(organisation, days)


def _placements(organisation: Organisation, days: tuple[date, date]) -> Iterator[Deadline]:
    """There may be thousands, of a few hundred suppliers and contracts: what is told of those is read once for each."""
    page, confirm = numbered("placement_detail"), numbered("placement_move", "start")
    rows = _PLACEMENTS.ask(organisation=organisation.pk, since=days[0], until=days[1])
    if not rows:
        return
    suppliers = dict(_SUPPLIERS.ask(keys=list({row[-2] for row in rows})))
    owners = dict(_OWNERS.ask(keys=list({row[-1] for row in rows if row[-1]}), organisation=organisation.pk))
    for pk, number, state, ends_on, starts_on, created_by, supplier, contract in rows:
        is_end = state == PlacementState.STARTED
        title = "Avsluta eller förläng placering P{}" if is_end else "Bekräfta att placering P{} har börjat"
        yield Deadline(
            key=f"{'placement' if is_end else 'placement-start'}:{pk}",
            title=title.format(number),
            due_on=ends_on if is_end else starts_on,
            organisation_id=organisation.pk,
            owner_department_id=owners.get(contract),
            responsible_id=created_by,
            legal_basis="",
            url=page(pk),
            permission=PERMISSION,
            context=suppliers[supplier],
            act_url="" if is_end else confirm(pk),
            act_permission=PERMISSION,
        )


def _follow_ups(organisation: Organisation, days: tuple[date, date]) -> Iterator[Deadline]:
    """A protected participant is asked by its own matcher alone: the others are led to the placement's page."""
    page, answer = numbered("placement_detail"), numbered("follow_up_answer")
    for row in _FOLLOW_UPS.ask(organisation=organisation.pk, since=days[0], until=days[1]):
        pk, months, due_on, placement, number, created_by, is_protected, matcher, supplier, *contract = row
        yield Deadline(
            key=f"follow-up:{pk}",
            title=f"Följ upp placering P{number}, {months} mån. efter slutet",
            due_on=due_on,
            organisation_id=organisation.pk,
            owner_department_id=_owner(organisation, *contract),
            responsible_id=matcher or created_by,
            legal_basis="",
            url=page(placement),
            permission=PERMISSION,
            context=supplier,
            act_url="" if is_protected else answer(pk),
            act_permission=PERMISSION,
        )


def _offers(organisation: Organisation, days: tuple[date, date]) -> Iterator[Deadline]:
    for row in _OFFERS.ask(organisation=organisation.pk, since=days[0], until=days[1]):
        pk, occupation, to_on, created_by, supplier, *contract = row
        yield Deadline(
            key=f"offer:{pk}",
            title=f"Fyll eller stäng platsen {occupation}",
            due_on=to_on,
            organisation_id=organisation.pk,
            owner_department_id=_owner(organisation, *contract),
            responsible_id=created_by,
            legal_basis="",
            url=address("offer_detail", pk),
            permission=PERMISSION,
            context=supplier,
        )


_DAYS = (Given("since"), Given("until"))


def _open_placements() -> QuerySet:
    ends = Q(state=PlacementState.STARTED, planned_end_on__range=_DAYS)
    starts = Q(state=PlacementState.MATCHED, planned_start_on__range=_DAYS)
    rows = Placement.objects.standing().filter(ends | starts, organisation=Given("organisation")).order_by()
    days = ("planned_end_on", "planned_start_on")
    return rows.values_list("pk", "number", "state", *days, "created_by", "supplier", "contract")


def _suppliers() -> QuerySet:
    return Supplier.objects.filter(is_given("pk", "keys")).order_by().values_list("pk", "name")


def _owners() -> QuerySet:
    """The ordering department of the organisation's own contracts: a joint one's belongs to the lead."""
    rows = Contract.objects.filter(is_given("pk", "keys"), organisation=Given("organisation")).order_by()
    return rows.values_list("pk", "procurement__department")


def _open_follow_ups() -> QuerySet:
    rows = FollowUp.objects.open().filter(placement__organisation=Given("organisation"), due_on__range=_DAYS)
    columns = ("pk", "months", "due_on", "placement", "placement__number", "placement__created_by")
    resident = ("placement__participant__is_protected", "placement__participant__matcher")
    owner = ("placement__supplier__name", *(f"placement__{name}" for name in _OWNER))
    return rows.order_by().values_list(*columns, *resident, *owner)


def _open_offers() -> QuerySet:
    rows = PlaceOffer.objects.filter(organisation=Given("organisation"), closed_on=None, to_on__range=_DAYS)
    rows = rows.with_filled().filter(free__gt=0).order_by()
    return rows.values_list("pk", "occupation", "to_on", "created_by", "supplier__name", *_OWNER)


_PLACEMENTS, _FOLLOW_UPS, _OFFERS = Question(_open_placements), Question(_open_follow_ups), Question(_open_offers)
_SUPPLIERS, _OWNERS = Question(_suppliers), Question(_owners)


def _owner(organisation: Organisation, of: int | None, department: int | None) -> int | None:
    """The ordering department, when the contract is the organisation's own: a joint one's belongs to the lead."""
    return department if of == organisation.pk else None
