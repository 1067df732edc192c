"""Dates of placements that the matcher must act on. They name placement numbers and places, never a participant."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from apps.accounts.models import Organisation
from apps.core.deadlines import Deadline
from apps.placements import steps
from apps.placements.choices import PlacementState
from apps.placements.models import FollowUp, Placement, PlaceOffer

PERMISSION = "placements.change_placement"


def open_deadlines(*, since: date, until: date, organisation: Organisation) -> Iterator[Deadline]:
    """What falls between the two days (both included), one Deadline each.

    Planned ends of what goes on, planned starts to confirm, follow-ups to make, and offers that end with places left.
    """
    days = (since, until)
    placements = Placement.objects.standing().filter(organisation=organisation)
    placements = placements.select_related("supplier", "contract__procurement")
    for placement in placements.filter(state=PlacementState.STARTED, planned_end_on__range=days):
        yield _of_placement(placement, "placement", "Avsluta eller förläng placering {}", placement.planned_end_on)
    for placement in placements.filter(state=PlacementState.MATCHED, planned_start_on__range=days):
        act_url = steps.url_of(placement, "start")
        title = "Bekräfta att placering {} har börjat"
        yield _of_placement(placement, "placement-start", title, placement.planned_start_on, act_url=act_url)
    yield from _follow_ups(organisation, days)
    yield from _offers(organisation, days)


def _of_placement(placement: Placement, kind: str, title: str, due_on: date, *, act_url: str = "") -> Deadline:
    return Deadline(
        key=f"{kind}:{placement.pk}",
        title=title.format(placement),
        due_on=due_on,
        organisation_id=placement.organisation_id,
        owner_department_id=_department(placement),
        responsible_id=placement.created_by_id,
        legal_basis="",
        url=placement.get_absolute_url(),
        permission=PERMISSION,
        context=placement.supplier.name,
        act_url=act_url,
        act_permission=PERMISSION,
    )


def _follow_ups(organisation: Organisation, days: tuple[date, date]) -> Iterator[Deadline]:
    """A protected participant is asked by its own matcher alone: the others are led to the placement's page."""
    rows = FollowUp.objects.open().filter(placement__organisation=organisation, due_on__range=days)
    for each in rows.select_related(
        "placement__participant", "placement__supplier", "placement__contract__procurement"
    ):
        placement = each.placement
        is_anybodys = not placement.participant.is_protected
        yield Deadline(
            key=f"follow-up:{each.pk}",
            title=f"Följ upp placering {placement}, {each.months} mån. efter slutet",
            due_on=each.due_on,
            organisation_id=organisation.pk,
            owner_department_id=_department(placement),
            responsible_id=placement.participant.matcher_id or placement.created_by_id,
            legal_basis="",
            url=placement.get_absolute_url(),
            permission=PERMISSION,
            context=placement.supplier.name,
            act_url=reverse("follow_up_answer", args=[each.pk]) if is_anybodys else "",
            act_permission=PERMISSION,
        )


def _offers(organisation: Organisation, days: tuple[date, date]) -> Iterator[Deadline]:
    rows = PlaceOffer.objects.filter(organisation=organisation, closed_on=None, to_on__range=days).with_filled()
    for offer in rows.filter(free__gt=0).select_related("supplier", "contract__procurement"):
        yield Deadline(
            key=f"offer:{offer.pk}",
            title=f"Fyll eller stäng platsen {offer.occupation}",
            due_on=offer.to_on,
            organisation_id=organisation.pk,
            owner_department_id=_department(offer),
            responsible_id=offer.created_by_id,
            legal_basis="",
            url=offer.get_absolute_url(),
            permission=PERMISSION,
            context=offer.supplier.name,
        )


def _department(row: Placement | PlaceOffer) -> int | None:
    """The ordering department, when the contract is the organisation's own: a joint one's belongs to the lead."""
    is_own = row.contract is not None and row.contract.organisation_id == row.organisation_id
    return row.contract.procurement.department_id if is_own else None
