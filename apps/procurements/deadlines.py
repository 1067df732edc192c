"""Dates of contracts and requirements that somebody must act on."""

from collections.abc import Iterator
from datetime import date

from apps.accounts.models import Organisation
from apps.core.deadlines import Deadline
from apps.procurements.models import Requirement

PERMISSION = "procurements.view_procurement"


def open_deadlines(*, since: date, until: date, organisation: Organisation) -> Iterator[Deadline]:
    """Requirements due between the two days (both included), one Deadline each."""
    rows = Requirement.objects.filter(contract__organisation=organisation, due_on__range=(since, until))
    for requirement in rows.select_related("contract__procurement"):
        procurement = requirement.contract.procurement
        yield Deadline(
            key=f"requirement:{requirement.pk}",
            title=f"Följ upp kravet: {requirement}",
            due_on=requirement.due_on,
            organisation_id=organisation.pk,
            owner_department_id=procurement.department_id,
            responsible_id=procurement.responsible_id,
            legal_basis="",
            url=requirement.get_absolute_url(),
            permission=PERMISSION,
            context=procurement.title,
        )
