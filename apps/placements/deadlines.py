"""Dates of placements that the matcher must act on. They name placement numbers and places, never a participant."""

from collections.abc import Iterator
from datetime import date

from django.db.models import F, OuterRef, Q, Subquery

from apps.accounts.models import Organisation
from apps.core.addresses import numbered
from apps.core.deadlines import Deadline
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
    """There may be thousands, so that only what is told of each is read, and no other table wholly for them."""
    ends = Q(state=PlacementState.STARTED, planned_end_on__range=days)
    starts = Q(state=PlacementState.MATCHED, planned_start_on__range=days)
    own = Contract.objects.filter(pk=OuterRef("contract"), organisation=organisation).order_by()
    rows = Placement.objects.standing().filter(ends | starts, organisation=organisation).order_by()
    rows = rows.annotate(
        at=Subquery(Supplier.objects.filter(pk=OuterRef("supplier")).order_by().values("name")),
        owner=Subquery(own.values("procurement__department")),
    )
    page, confirm = numbered("placement_detail"), numbered("placement_move", "start")
    columns = ("pk", "number", "state", "planned_end_on", "planned_start_on", "created_by", "at", "owner")
    for pk, number, state, ends_on, starts_on, created_by, supplier, owner in rows.values_list(*columns):
        is_end = state == PlacementState.STARTED
        title = "Avsluta eller förläng placering P{}" if is_end else "Bekräfta att placering P{} har börjat"
        yield Deadline(
            key=f"{'placement' if is_end else 'placement-start'}:{pk}",
            title=title.format(number),
            due_on=ends_on if is_end else starts_on,
            organisation_id=organisation.pk,
            owner_department_id=owner,
            responsible_id=created_by,
            legal_basis="",
            url=page(pk),
            permission=PERMISSION,
            context=supplier,
            act_url="" if is_end else confirm(pk),
            act_permission=PERMISSION,
        )


def _follow_ups(organisation: Organisation, days: tuple[date, date]) -> Iterator[Deadline]:
    """A protected participant is asked by its own matcher alone: the others are led to the placement's page."""
    rows = FollowUp.objects.open().filter(placement__organisation=organisation, due_on__range=days).order_by()
    page, answer = numbered("placement_detail"), numbered("follow_up_answer")
    columns = ("pk", "months", "due_on", "placement", "placement__number", "placement__created_by")
    resident = ("placement__participant__is_protected", "placement__participant__matcher")
    owner = ("placement__supplier__name", *(f"placement__{name}" for name in _OWNER))
    for row in rows.values_list(*columns, *resident, *owner):
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
    rows = PlaceOffer.objects.filter(organisation=organisation, closed_on=None, to_on__range=days).with_filled()
    rows = rows.annotate(contract_of=F(_OWNER[0]), department=F(_OWNER[1])).select_related("supplier")
    for offer in rows.filter(free__gt=0):
        yield Deadline(
            key=f"offer:{offer.pk}",
            title=f"Fyll eller stäng platsen {offer.occupation}",
            due_on=offer.to_on,
            organisation_id=organisation.pk,
            owner_department_id=_owner(organisation, offer.contract_of, offer.department),
            responsible_id=offer.created_by_id,
            legal_basis="",
            url=offer.get_absolute_url(),
            permission=PERMISSION,
            context=offer.supplier.name,
        )


def _owner(organisation: Organisation, of: int | None, department: int | None) -> int | None:
    """The ordering department, when the contract is the organisation's own: a joint one's belongs to the lead."""
    return department if of == organisation.pk else None
