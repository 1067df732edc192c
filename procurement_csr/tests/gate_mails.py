"""The gate's visits to rules of reminders, mails, calendars and what was sent: with rows in every state."""

import uuid
from datetime import timedelta

from django.utils import timezone

from apps.reminders import feed_actions, rule_actions, unsubscribe
from apps.reminders.choices import DeliveryStep, MailKind, MailState, ReminderState, WhySuppressed
from apps.reminders.models import BouncingAddress, DeliveryEvent, OutboxMail, Pulse, Reminder
from apps.reminders.planning import Rule
from procurement_csr import people
from procurement_csr.tests.gate_visit import BOTH, Visit

MAIL_VISITS = (
    Visit("reminder_settings", "administrator", refuses=BOTH),
    Visit("reminder_rule_update", "administrator", "own_rule", refuses=BOTH),
    Visit("reminder_rule_update", "administrator", "rule_by_law", refuses=BOTH),
    Visit("delivery_status", "administrator"),
    Visit("delivery_status", "administrator", query="?q=finnsinte&state=dead"),
    Visit("mail_detail", "administrator", "held_mail"),
    Visit("mail_detail", "administrator", "sent_mail"),
    Visit("mail_preview", "administrator"),
    Visit("mail_preview", "administrator", query="?slag=heads"),
    Visit("notice_list", "officer"),
    Visit("notice_list", "politician"),
    Visit("notice_list", "nobody"),
    Visit("notice_list", "officer", query="?whose=mina&kind=option&sida=/upphandlingar/999999/&q=finnsinte"),
    Visit("notice_choice", "officer", refuses=BOTH),
    Visit("notice_choice", "department", refuses=BOTH),
    Visit("notice_choice", "nobody"),
    Visit("notice_unsubscribe", obj="unsubscribe_link"),
    Visit("feed_list", "department"),
    Visit("feed_list", "politician"),
    Visit("feed_list", "nobody"),
    Visit("procurement_detail", "officer", "reminded_procurement"),
)
MAIL_NOT_PAGES = {
    "calendar_feed": "a calendar file",
    "feed_create": "POST only, the page of the calendars shows what it says",
    "feed_renew": "POST only",
    "feed_delete": "POST only",
    "reminder_rule_reset": "POST only, the page of the rules shows what it says",
    "mail_release": "POST only, the mail's page shows what it says",
    "mail_hold": "POST only",
    "mail_settle": "POST only",
    "bounce_clear": "POST only",
    "mail_preview_html": "a mail, with the styles of mails, in a frame of the page that is here",
}
_LONG_DOMAIN = f"{'arbetsmarknadsforvaltningen-' * 2}helsingborg.exempel"


def addresses_of_mails(organisation, users: dict) -> dict:
    """An own rule, a mail in every state, reminders in every state, a resting server and calendars of a department."""
    now, today = timezone.now(), timezone.localdate()
    rule_actions.save_rule(
        by=users["administrator"],
        organisation=organisation,
        kind="requirement",
        rule=Rule(before=(30, 21, 14, 7, 3, 1, 0), after=(1, 3, 7, 14), repeat_every=7, head_after=1, at_once=True),
        is_required=True,
    )
    mails = {state: _mail(organisation, users["officer"], state, now) for state in MailState}
    BouncingAddress.objects.create(
        email=f"{'l' * 40}@{_LONG_DOMAIN}", code=550, answer="5.1.1 User unknown in virtual alias table", since=now
    )
    rests = {"failures": 3, "reason": "Connection refused", "paused_until": now + timedelta(minutes=5)}
    Pulse.objects.update_or_create(pk=1, defaults=rests | {"alarmed_at": now, "planned_at": now})
    department = users["department"].memberships.get(organisation=organisation).department
    organisation.departments.filter(pk=department.pk).update(head=users["department"])
    for whose in (None, department):
        feed_actions.create_feed(by=users["department"], organisation=organisation, department=whose)
    whose = unsubscribe.Whose(users["officer"].pk, organisation.pk)
    return {
        "own_rule": "requirement",
        "rule_by_law": "consultation",
        "held_mail": mails[MailState.HELD].pk,
        "sent_mail": mails[MailState.SENT].pk,
        "unsubscribe_link": unsubscribe.token_of(whose),
        "reminded_procurement": _reminders(organisation, users, department, mails, today).pk,
    }


def _mail(organisation, person, state: MailState, now) -> OutboxMail:
    """A mail to an address as long as they come; one under way is held by a worker that never lets go."""
    fields = {
        MailState.CLAIMED: {"lease_until": now + timedelta(days=1)},
        MailState.SENDING: {"lease_until": now + timedelta(days=1)},
        MailState.SENT: {"sent_at": now},
        MailState.RESENT: {"sent_at": now, "uncertain_at": now},
        MailState.UNCERTAIN: {"uncertain_at": now + timedelta(days=1)},
        MailState.HELD: {"kind": MailKind.SUMMONS, "subject": f"Kallelse till förhandling: {'förskola ' * 20}"},
    }.get(state, {})
    common = {"organisation": organisation, "recipient": person, "kind": MailKind.DIGEST, "subject": "3 uppgifter"}
    common |= {"to_address": f"{'l' * 40}@{_LONG_DOMAIN}", "due_at": now, "text": "Hej!", "state": state}
    common |= {"last_answer": "451 4.7.1 Greylisted", "attempts": 2, "message_id": f"<{uuid.uuid4()}@exempel.se>"}
    mail = OutboxMail.objects.create(**common | fields)
    for step in (DeliveryStep.HANDED_OVER, DeliveryStep.RETRY, DeliveryStep.HELD):
        told = {"answer": "4.7.1 Greylisted, try again in 300 seconds", "code": 451, "by": person}
        DeliveryEvent.objects.create(mail=mail, fence=1, step=step, at=now, **told)
    return mail


def _reminders(organisation, users: dict, department, mails: dict, today):
    """Sixty reminders of one procurement, in every state; its publication is in three weeks."""
    case = {"department": department, "responsible": users["officer"], "phase": "preparation"}
    case |= {"planned_publication_on": today + timedelta(days=21)}
    procurement = people.make_procurement(organisation, "Fönsterbyte i kommunens samtliga idrottsanläggningar", **case)
    states = (
        {"state": ReminderState.MAILED, "mail": mails[MailState.SENT]},
        {"state": ReminderState.MAILED, "mail": mails[MailState.PENDING]},
        {"state": ReminderState.PLANNED},
        {"state": ReminderState.SUPERSEDED},
        {"state": ReminderState.SUPPRESSED, "why_suppressed": WhySuppressed.DONE},
    )
    Reminder.objects.bulk_create(
        Reminder(
            organisation=organisation,
            department=department,
            deadline_key=f"publication:{procurement.pk}",
            kind="planning",
            due_on=today + timedelta(days=number),
            step="before-14",
            send_on=today - timedelta(days=number),
            recipient=users["officer"],
            audience="owner",
            title="Annonsera, eller ändra den planerade dagen",
            context=procurement.title,
            context_url=procurement.get_absolute_url(),
            url=procurement.get_absolute_url(),
            permission="procurements.follow_procurement",
            **states[number % len(states)],
        )
        for number in range(60)
    )
    return procurement
