"""The head's weekly summary: what is late in the department, written once a week on its first open day."""

from collections import defaultdict
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from apps.accounts.choices import Role
from apps.accounts.models import Department, Membership, Organisation
from apps.core.calendar import add_working_days, roll_forward
from apps.core.deadlines import Deadline
from apps.reminders import unsubscribe
from apps.reminders.choices import MailKind
from apps.reminders.directory import addressee
from apps.reminders.gathering import AUTOMATIC, end_of, post
from apps.reminders.mail_pages import DepartmentWeek, department_week
from apps.reminders.models import NoticeChoice, OutboxMail
from apps.reminders.rules import Decided, decided_by
from apps.reminders.slots import is_open
from apps.reminders.sources import open_deadlines_of

LOOK_BACK = timedelta(days=365)
NOBODY = "ingen är utsedd"
SOMEBODY = "någon utanför förvaltningen"


def gather_heads(*, organisation: Organisation, now: datetime, gathered_at: datetime | None) -> int:
    """Write the heads' mails, at the first gathering in the open hours of the week, and say how many.

    `gathered_at` is when gathering ran before: after a Monday without power the summary comes on Tuesday. A
    department in which nothing is late gets none.
    """
    local = timezone.localtime(now)
    decided = decided_by(organisation, today=local.date())
    if not decided.sends_heads or not is_open(local, send_at=decided.send_at, off=decided.off):
        return 0
    first = roll_forward(local.date() - timedelta(days=local.weekday()), decided.off)
    if gathered_at is not None and gathered_at >= _opening(first, decided):
        return 0
    departments = Department.objects.filter(organisation=organisation, is_active=True, head__isnull=False)
    late = _late(organisation, local.date(), set(departments.values_list("pk", flat=True)))
    return sum(_write(each, late[each.pk], first, now) for each in departments if each.pk in late)


def _opening(day: date, decided: Decided) -> datetime:
    return timezone.make_aware(datetime.combine(day, decided.send_at))


def _late(organisation: Organisation, today: date, departments: set[int]) -> dict[int, list[Deadline]]:
    """What is late in each of the departments."""
    found: dict[int, list[Deadline]] = defaultdict(list)
    if departments:
        yesterday = today - timedelta(days=1)
        for each in open_deadlines_of(organisation, since=today - LOOK_BACK, until=yesterday, today=today):
            if each.owner_department_id in departments and not each.is_personal:
                found[each.owner_department_id].append(each)
    return found


def _write(department: Department, late: list[Deadline], first: date, now: datetime) -> int:
    """The mail about one department, with what its head may see: 1, or 0 when there is nothing to write."""
    slot = f"heads:{department.organisation_id}:{department.pk}:{first}:{department.head_id}"
    with transaction.atomic():
        to = addressee(department.head_id, department.organisation)
        is_over = _is_muted(department) or OutboxMail.objects.filter(slot=slot).exists()
        if to is None or to.person.is_bouncing or is_over:
            return 0
        seen = [each for each in late if to.person.holds(each.permission, department.pk)]
        if not seen:
            return 0
        today = timezone.localdate(now)
        page = department_week(
            DepartmentWeek(
                department.organisation, department.name, to.name, today, seen, _responsible(department, seen)
            )
        )
        way_out = unsubscribe.headers(user_id=to.person.id, organisation_id=department.organisation_id)
        mail = post(
            page,
            kind=MailKind.HEADS,
            slot=slot,
            organisation=department.organisation,
            to=to,
            now=now,
            not_after=end_of(add_working_days(today, 1)),
            headers=AUTOMATIC | way_out,
        )
        return int(mail is not None)


def _is_muted(department: Department) -> bool:
    """Whether the head has switched the week's summary off."""
    rows = NoticeChoice.objects.filter(user=department.head_id, organisation=department.organisation_id)
    return rows.filter(muted_kinds__contains=[MailKind.HEADS.value]).exists()


def _responsible(department: Department, late: list[Deadline]) -> dict[str, str]:
    """Who is responsible for each: by name in the department itself, elsewhere by role (DOMAIN 5.5)."""
    people = {each.responsible_id for each in late if each.responsible_id} | {department.contact_id}
    rows = Membership.objects.filter(organisation=department.organisation, user__in=people - {None})
    words: dict[int, str] = {}
    for row in rows.select_related("user").order_by("pk"):
        if row.department_id == department.pk or row.user_id == department.contact_id:
            words[row.user_id] = row.user.name
        else:
            words.setdefault(row.user_id, Role(row.role).label)
    return {
        each.key: words.get(each.responsible_id or department.contact_id, SOMEBODY if each.responsible_id else NOBODY)
        for each in late
    }
