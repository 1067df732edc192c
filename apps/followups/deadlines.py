"""Every date of the follow-up of contracts that somebody must act on."""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from apps.accounts.models import Organisation
from apps.core.deadlines import Deadline
from apps.followups import deviation_deadlines, meeting_deadlines, plan_deadlines, report_deadlines

SOURCES = tuple(
    source.open_deadlines for source in (plan_deadlines, meeting_deadlines, report_deadlines, deviation_deadlines)
)
# Who holds none of these is told of nothing here.
PERMISSIONS = tuple(
    {plan_deadlines.PERMISSION, meeting_deadlines.VIEW, report_deadlines.PERMISSION, deviation_deadlines.VIEW}
)


def open_deadlines(*, since: date, until: date, organisation: Organisation) -> Iterator[Deadline]:
    """What falls between the two days (both included), one Deadline each, in no order."""
    return chain.from_iterable(source(since=since, until=until, organisation=organisation) for source in SOURCES)
