"""That somebody else is to approve a purging run."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils import timezone

from apps.accounts.models import Organisation
from apps.core.deadlines import Deadline
from apps.placements.models import PurgeRun

PERMISSION = "placements.approve_purge"
# No law says how soon; what is due is not to lie for long.
WITHIN = timedelta(days=14)


def open_deadlines(*, since: date, until: date, organisation: Organisation) -> Iterator[Deadline]:
    """The run that waits, when the day it should be decided by falls between the two days (both included)."""
    for run in PurgeRun.objects.filter(organisation=organisation, state=PurgeRun.State.PROPOSED):
        due_on = timezone.localdate(run.made_at) + WITHIN
        if since <= due_on <= until:
            yield Deadline(
                key=f"purge:{run.pk}",
                title="Godkänn eller avbryt gallringen",
                due_on=due_on,
                organisation_id=organisation.pk,
                owner_department_id=None,
                responsible_id=None,
                legal_basis="",
                url=run.get_absolute_url(),
                permission=PERMISSION,
                context=f"räknad till {run.as_of}",
            )
