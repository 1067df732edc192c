"""Dates of placements that the matcher must act on."""

from collections.abc import Iterator
from datetime import date

from apps.accounts.models import Organisation
from apps.core.deadlines import Deadline
from apps.placements.choices import PlacementState
from apps.placements.models import Placement

PERMISSION = "placements.change_placement"


def open_deadlines(*, since: date, until: date, organisation: Organisation) -> Iterator[Deadline]:
    """Running placements whose planned end falls between the two days (both included), one Deadline each."""
    rows = Placement.objects.standing().filter(
        organisation=organisation, state=PlacementState.STARTED, planned_end_on__range=(since, until)
    )
    for placement in rows.select_related("supplier", "contract__procurement"):
        yield Deadline(
            key=f"placement:{placement.pk}",
            title=f"Avsluta eller förläng placering {placement}",
            due_on=placement.planned_end_on,
            organisation_id=organisation.pk,
            owner_department_id=placement.contract.procurement.department_id if placement.contract else None,
            responsible_id=placement.created_by_id,
            legal_basis="",
            url=placement.get_absolute_url(),
            permission=PERMISSION,
            context=placement.supplier.name,
        )
