"""What an administrator has to put right, so that reminders find somebody."""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Lower
from django.urls import reverse

from apps.accounts.access import holds_in
from apps.accounts.models import Membership, Organisation, User
from apps.core.lookups import is_given
from apps.core.questions import Given, Question
from apps.followups.models import ReportRequest
from apps.followups.report_states import WRITABLE
from apps.procurements.models.contract import contract_name
from apps.reminders.choices import MailState
from apps.reminders.models import BouncingAddress, OutboxMail
from apps.reminders.models.mail import MAIL_ADMINISTRATION
from apps.reminders.task_lines import Task

JUDGE = "followups.change_followup"
# What was given up long ago is for the history, not for today.
LATELY = timedelta(days=30)
# So many departments have a line each; more are one.
EACH = 3
NOBODY = "Varken kontaktperson eller chef kan få påminnelser. De går till administratörerna i stället."


def gaps(user: User, organisation: Organisation, *, now: datetime) -> list[Task]:
    """What stops mails and can be mended by the user, one line each.

    For those who judge reports, suppliers' addresses that do not exist. For administrators departments without anybody
    to remind, colleagues' addresses, and mails that wait for a decision.
    """
    reports = _reports(user, organisation) if user.has_perm(JUDGE, organisation) else []
    if not user.has_perm(MAIL_ADMINISTRATION, organisation):
        return reports
    return [*reports, *_departments(organisation), *_addresses(organisation), *_mails(user, organisation, now)]


def _departments(organisation: Organisation) -> list[Task]:
    """Departments in whose place the administrators are reminded: neither contact nor head may see its work."""
    rows = list(organisation.departments.filter(is_active=True).exclude(_has("contact") | _has("head")))
    if len(rows) > EACH:
        names = ", ".join(row.name for row in rows)
        return [
            _unnamed(f"{len(rows)} förvaltningar", f"{reverse('settings_index')}#departments", f"{names}. {NOBODY}")
        ]
    return [_unnamed(row.name, reverse("department_update", args=[row.pk]), NOBODY) for row in rows]


def _unnamed(name: str, url: str, hint: str) -> Task:
    return Task(f"Välj kontaktperson för {name}", url, hint, "saknar mottagare", "warn")


def _has(role: str) -> Q:
    """Whether the department's contact or head can sign in and has a role there."""
    held = Membership.objects.filter(organisation=OuterRef("organisation"), user=OuterRef(role), user__is_active=True)
    return Q(Exists(held.filter(Q(department=None) | Q(department=OuterRef("pk")))))


def _addresses(organisation: Organisation) -> list[Task]:
    members = User.objects.filter(memberships__organisation=organisation, is_active=True)
    rows = BouncingAddress.objects.filter(cleared_at=None).annotate(address=Lower("email"))
    rows = rows.filter(address__in=members.values("email"))
    return [
        Task(
            f"Rätta adressen {row.email}",
            reverse("delivery_status"),
            "Mejlservern säger att adressen inte finns. Påminnelserna går till nästa person så länge.",
            "går inte fram",
            "bad",
        )
        for row in rows.order_by("email")
    ]


def _reports(user: User, organisation: Organisation) -> list[Task]:
    """Suppliers who are asked for a report at an address that does not exist."""
    bounced = [address for (address,) in _BOUNCED.ask()]
    if not bounced:
        return []
    return [
        Task(
            f"Rätta adressen till {name or supplier} om rapporten för {contract_name(*contract)}",
            reverse("report_link_renew", args=[pk]),
            f"Mejlservern säger att {email} inte finns, så länken har inte kommit fram.",
            "går inte fram",
            "bad",
        )
        for pk, department, name, email, supplier, *contract in _REPORTS.ask(
            organisation=organisation.pk, bounced=bounced
        )
        if holds_in(user, JUDGE, organisation.pk, department)
    ]


def _bounced() -> QuerySet:
    """Few installations have any, and to ask about reports takes ten times as long."""
    return BouncingAddress.objects.filter(cleared_at=None).order_by().values_list(Lower("email"))


def _reports_to() -> QuerySet:
    rows = ReportRequest.objects.filter(organisation=Given("organisation"), state__in=WRITABLE)
    rows = rows.annotate(address=Lower("contact_email")).filter(is_given("address", "bounced")).order_by("due_on", "pk")
    columns = ("pk", "contract__procurement__department", "contact_name", "contact_email", "supplier__name")
    return rows.values_list(*columns, "contract", "contract__number", "contract__title")


_BOUNCED, _REPORTS = Question(_bounced), Question(_reports_to)


def _mails(user: User, organisation: Organisation, now: datetime) -> list[Task]:
    """One line for all mails that nobody knows the fate of, and one for those that could not be sent."""
    rows = OutboxMail.objects.visible_to(user).filter(Q(organisation=organisation) | Q(organisation=None))
    held = rows.filter(state=MailState.HELD).count()
    dead = rows.filter(state=MailState.DEAD, due_at__gte=now - LATELY).count()
    found = [
        (MailState.HELD, held, "Bestäm om {} mejl ska skickas", "De skickas inte av sig själva.", "väntar på dig"),
        (MailState.DEAD, dead, "Läs varför {} mejl inte gick att skicka", "De senaste 30 dagarna.", "inte skickat"),
    ]
    return [
        Task(label.format(count), f"{reverse('delivery_status')}?state={state}", hint, status, "bad")
        for state, count, label, hint, status in found
        if count
    ]
