"""Days by which goals of decided plans are to be reached, and days of seminars. A draft binds nobody."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from apps.accounts.models import Organisation
from apps.actionplans.choices import PlanState, SeminarState
from apps.actionplans.models import CHANGE, VIEW, Goal, Seminar
from apps.core.addresses import address
from apps.core.deadlines import Deadline

# How soon after a seminar its numbers are to be filled in.
TO_TELL = timedelta(days=7)


def open_deadlines(*, since: date, until: date, organisation: Organisation) -> Iterator[Deadline]:
    """What falls between the two days (both included), one Deadline each, in no order."""
    yield from _goals(organisation, since, until)
    yield from _coming(organisation, since, until)
    yield from _to_tell(organisation, since, until)


def _goals(organisation: Organisation, since: date, until: date) -> Iterator[Deadline]:
    rows = Goal.objects.open().filter(organisation=organisation, due_on__range=(since, until))
    rows = rows.exclude(item__plan__state=PlanState.DRAFT).select_related("item__plan").order_by()
    for goal in rows:
        plan = goal.item.plan
        url = address("planitem_detail", goal.item_id)
        yield Deadline(
            key=f"goal:{goal.pk}",
            title=f"Nå målet i handlingsplanen: {goal.text}",
            due_on=goal.due_on,
            organisation_id=goal.organisation_id,
            owner_department_id=None,
            responsible_id=goal.item.responsible_id,
            legal_basis=f"{plan.decided_by_body} {plan.reference}",
            url=url,
            permission=VIEW,
            context=str(plan),
            context_url=plan.get_absolute_url(),
            act_url=address("goal_finish", goal.pk),
            act_permission=CHANGE,
        )


def _coming(organisation: Organisation, since: date, until: date) -> Iterator[Deadline]:
    """The day of a planned seminar; afterwards there is nothing to do about the day itself."""
    for row in _planned(organisation, since, until).filter(starts_at__gte=timezone.now()):
        yield _of_seminar(row, f"seminar:{row.pk}", f"Håll seminariet: {row.topic}", row.day, lapses=True)


def _to_tell(organisation: Organisation, since: date, until: date) -> Iterator[Deadline]:
    """A seminar that nobody has said was held, within a week after its time."""
    for row in _planned(organisation, since - TO_TELL, until - TO_TELL).filter(starts_at__lt=timezone.now()):
        title = f"Fyll i hur det gick på seminariet: {row.topic}"
        act = address("seminar_hold", row.pk)
        yield _of_seminar(row, f"seminar_outcome:{row.pk}", title, row.day + TO_TELL, act=act)


def _planned(organisation: Organisation, since: date, until: date):
    moments = [timezone.make_aware(datetime.combine(day, at)) for day, at in ((since, time.min), (until, time.max))]
    return Seminar.objects.filter(organisation=organisation, state=SeminarState.PLANNED, starts_at__range=moments)


def _of_seminar(row: Seminar, key: str, title: str, due_on: date, *, act: str = "", lapses: bool = False) -> Deadline:
    url = address("seminar_detail", row.pk)
    return Deadline(
        key=key,
        title=title,
        due_on=due_on,
        organisation_id=row.organisation_id,
        owner_department_id=None,
        responsible_id=row.responsible_id,
        legal_basis="enhetens plan för seminarier",
        url=url,
        permission=VIEW,
        context=row.topic,
        context_url=url,
        act_url=act or url,
        act_permission=CHANGE,
        lapses=lapses,
    )
