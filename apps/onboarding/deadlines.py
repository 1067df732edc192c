"""The day by which an authority is planned to be on board."""

from collections.abc import Iterator
from datetime import date

from apps.accounts.models import Organisation
from apps.core.deadlines import Deadline
from apps.onboarding.models import CHANGE, VIEW, Onboarding


def open_deadlines(*, since: date, until: date, organisation: Organisation) -> Iterator[Deadline]:
    """At most one: of an authority that is being taken on board, when it is due between the days (both included)."""
    rows = Onboarding.objects.filter(organisation=organisation, finished_on=None, ready_on__range=(since, until))
    for row in rows:
        url = row.get_absolute_url()
        yield Deadline(
            key=f"onboarding:{row.pk}",
            title="Bli klar med införandet: gå igenom de steg som återstår",
            due_on=row.ready_on,
            organisation_id=row.organisation_id,
            owner_department_id=None,
            responsible_id=row.responsible_id,
            legal_basis="",
            url=url,
            permission=VIEW,
            context=str(organisation),
            context_url=url,
            act_url=url,
            act_permission=CHANGE,
        )
