"""What the demo world has been reminded of lately: planned and written as in earnest, and sent on paper only."""

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from apps.core.calendar import is_working_day
from apps.reminders.choices import DeliveryStep, Frequency, MailState
from apps.reminders.gathering import gather_organisation
from apps.reminders.models import DeliveryEvent, NoticeChoice, OutboxMail, ReminderRule, ReminderSettings
from apps.reminders.plan_actions import plan_organisation

if TYPE_CHECKING:
    from procurement_csr.demo.loading import Site

# The others are planned by the running application itself, minutes after the start.
TOLD, MORNINGS = "helsingborg", 2
HALF_PAST_SEVEN = time(7, 30)


def write(sites: list["Site"]) -> None:
    """How people and organisations want to be reminded, and one city's mails of the last working days."""
    for site in sites:
        _write_choices(site)
        for day in _mornings(site.today) if site.key == TOLD else ():
            now = timezone.make_aware(datetime.combine(day, HALF_PAST_SEVEN))
            plan_organisation(organisation=site.organisation, today=day, now=now)
            gather_organisation(organisation=site.organisation, now=now)
        _send(site)


def _write_choices(site: "Site") -> None:
    ReminderSettings.objects.create(organisation=site.organisation, active_from=site.today - timedelta(days=90))
    if site.key == TOLD:
        longer = {"before": [30, 14, 3], "after": [1, 7, 14], "repeat_every": 7}
        ReminderRule.objects.create(
            organisation=site.organisation, kind="contract_end", head_after=1, coordinator_after=7, **longer
        )
    NoticeChoice.objects.create(user=site.user("matcher"), organisation=site.organisation, frequency=Frequency.WEEKLY)


def _mornings(today: date) -> list[date]:
    """The last working days before today, the earliest first."""
    days = (today - timedelta(days=number) for number in range(1, 15))
    return sorted([day for day in days if is_working_day(day)][:MORNINGS])


def _send(site: "Site") -> None:
    """No mail leaves for an address that is made up; the rows say that it was taken at once."""
    mails = list(OutboxMail.objects.filter(organisation=site.organisation, state=MailState.PENDING))
    for mail in mails:
        mail.state, mail.attempts, mail.fence = MailState.SENT, 1, 1
        mail.sent_at = mail.due_at + timedelta(seconds=20)
        mail.last_answer = "250 2.0.0 OK"
    OutboxMail.objects.bulk_update(mails, ["state", "attempts", "fence", "sent_at", "last_answer"])
    steps = ((DeliveryStep.HANDED_OVER, None, ""), (DeliveryStep.ACCEPTED, 250, "2.0.0 OK"))
    DeliveryEvent.objects.bulk_create(
        DeliveryEvent(mail=mail, fence=1, step=step, at=mail.sent_at, code=code, answer=answer)
        for mail in mails
        for step, code, answer in steps
    )
