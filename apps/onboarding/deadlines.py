"""The day by which an authority is planned to be on board."""

from collections.abc import Iterator
from datetime import date

from django.db.models import QuerySet

from apps.accounts.models import Organisation
from apps.core.addresses import address
from apps.core.deadlines import Deadline
from apps.core.questions import Given, Question
from apps.onboarding.models import CHANGE, VIEW, Onboarding


def open_deadlines(*, since: date, until: date, organisation: Organisation) -> Iterator[Deadline]:
    """At most one: of an authority that is being taken on board, when it is due between the days (both included)."""
    url = address("onboarding_detail", organisation.pk)
    for pk, ready_on, responsible in _ASKED.ask(organisation=organisation.pk, since=since, until=until):
        yield Deadline(
            key=f"onboarding:{pk}",
            title="Bli klar med införandet: gå igenom de steg som återstår",
            due_on=ready_on,
            organisation_id=organisation.pk,
            owner_department_id=None,
            responsible_id=responsible,
            legal_basis="",
            url=url,
            permission=VIEW,
            context=str(organisation),
            context_url=url,
            act_url=url,
            act_permission=CHANGE,
        )


def _asked() -> QuerySet:
    rows = Onboarding.objects.filter(organisation=Given("organisation"), finished_on=None)
    rows = rows.filter(ready_on__range=(Given("since"), Given("until"))).order_by()
    return rows.values_list("pk", "ready_on", "responsible")


_ASKED = Question(_asked)
