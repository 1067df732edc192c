"""Days by which goals of decided plans are to be reached, and days of seminars. A draft binds nobody."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from apps.accounts.models import Organisation
from apps.actionplans.choices import PlanState, SeminarState
from apps.actionplans.models import CHANGE, VIEW, Goal, Seminar
from apps.actionplans.models.plans import plan_name
from apps.core.addresses import address
from apps.core.deadlines import Deadline
from apps.core.questions import Given, Question

# How soon after a seminar its numbers are to be filled in.
TO_TELL = timedelta(days=7)


def open_deadlines(*, since: date, until: date, organisation: Organisation) -> Iterator[Deadline]:
    """What falls between the two days (both included), one Deadline each, in no order."""
    yield from _goals(organisation, since, until)
    yield from _seminars(organisation, since, until)


def _goals(organisation: Organisation, since: date, until: date) -> Iterator[Deadline]:
    for row in _GOALS.ask(organisation=organisation.pk, since=since, until=until):
        pk, text, due_on, item, responsible, plan, title, year, body, reference = row
        yield Deadline(
            key=f"goal:{pk}",
            title=f"Nå målet i handlingsplanen: {text}",
            due_on=due_on,
            organisation_id=organisation.pk,
            owner_department_id=None,
            responsible_id=responsible,
            legal_basis=f"{body} {reference}",
            url=address("planitem_detail", item),
            permission=VIEW,
            context=plan_name(title, year),
            context_url=address("actionplan_detail", plan),
            act_url=address("goal_finish", pk),
            act_permission=CHANGE,
        )


def _open_goals() -> QuerySet:
    rows = Goal.objects.open().filter(organisation=Given("organisation"))
    rows = rows.filter(due_on__range=(Given("since"), Given("until"))).exclude(item__plan__state=PlanState.DRAFT)
    plan = [f"item__plan{name}" for name in ("", "__title", "__year", "__decided_by_body", "__reference")]
    return rows.order_by().values_list("pk", "text", "due_on", "item", "item__responsible", *plan)


def _seminars(organisation: Organisation, since: date, until: date) -> Iterator[Deadline]:
    """The day of a planned seminar; afterwards there is nothing to do about the day itself. And, within a week after
    its time, one that nobody has said was held.
    """
    first, now = timezone.make_aware(datetime.combine(since - TO_TELL, time.min)), timezone.now()
    last = timezone.make_aware(datetime.combine(until, time.max))
    for pk, topic, starts_at, responsible in _PLANNED.ask(organisation=organisation.pk, first=first, last=last):
        day, url = timezone.localdate(starts_at), address("seminar_detail", pk)
        whole = (organisation, topic, responsible, url)
        if starts_at >= now and since <= day:
            yield _of_seminar(*whole, f"seminar:{pk}", f"Håll seminariet: {topic}", day, url, lapses=True)
        if starts_at < now and day + TO_TELL <= until:
            title, act = f"Fyll i hur det gick på seminariet: {topic}", address("seminar_hold", pk)
            yield _of_seminar(*whole, f"seminar_outcome:{pk}", title, day + TO_TELL, act)


def _planned() -> QuerySet:
    rows = Seminar.objects.filter(organisation=Given("organisation"), state=SeminarState.PLANNED)
    rows = rows.filter(starts_at__range=(Given("first"), Given("last"))).order_by()
    return rows.values_list("pk", "topic", "starts_at", "responsible")


_GOALS, _PLANNED = Question(_open_goals), Question(_planned)


def _of_seminar(
    organisation: Organisation,
    topic: str,
    responsible: int | None,
    url: str,
    key: str,
    title: str,
    due_on: date,
    act_url: str,
    *,
    lapses: bool = False,
) -> Deadline:
    return Deadline(
        key=key,
        title=title,
        due_on=due_on,
        organisation_id=organisation.pk,
        owner_department_id=None,
        responsible_id=responsible,
        legal_basis="enhetens plan för seminarier",
        url=url,
        permission=VIEW,
        context=topic,
        context_url=url,
        act_url=act_url,
        act_permission=CHANGE,
        lapses=lapses,
    )
