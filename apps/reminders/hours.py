"""Whose reminders rest right now: evenings, days off and the organisations' own quiet days."""

from datetime import datetime, time

from django.utils import timezone

from apps.accounts.models import Organisation
from apps.reminders.choices import REMINDING_KINDS
from apps.reminders.models import OutboxMail, ReminderSettings
from apps.reminders.slots import is_open

DEFAULT_SEND_AT: time = ReminderSettings._meta.get_field("send_at").default


def closed_organisations(*moments: datetime) -> list[int]:
    """The organisations that are outside their hours for reminders at any of the moments, in one query."""
    local = [timezone.localtime(each) for each in moments]
    rows = Organisation.objects.order_by().values_list(
        "pk", "reminder_settings__send_at", "reminder_settings__quiet_days"
    )
    return [
        pk
        for pk, send_at, quiet_days in rows
        if not all(is_open(each, send_at=send_at or DEFAULT_SEND_AT, off=frozenset(quiet_days or ())) for each in local)
    ]


def rests(mail: OutboxMail, moment: datetime) -> bool:
    """Whether the mail, were it released at that moment, waits for its organisation's hours."""
    return mail.kind in REMINDING_KINDS and mail.organisation_id in closed_organisations(moment)
