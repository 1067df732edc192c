"""What a person may decide about a mail in each state, and when mails are emptied."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from apps.reminders import delivery, mail_actions
from apps.reminders.choices import MailState
from apps.reminders.models import BouncingAddress, OutboxMail

pytestmark = pytest.mark.django_db
NOW = timezone.now()
DAY = timedelta(days=1)
ACTIONS = {"release": mail_actions.release, "hold": mail_actions.hold, "settle": mail_actions.settle}
ALLOWED = {
    "release": {"uncertain", "held", "dead"},
    "hold": {"pending", "uncertain"},
    "settle": {"uncertain", "held"},
}
AFTER = {"release": "pending", "hold": "held", "settle": "sent"}


def mail(state="dead", *, age=timedelta(0), **fields):
    needs = {
        "claimed": {"lease_until": NOW + DAY},
        "sending": {"lease_until": NOW + DAY},
        "sent": {"sent_at": NOW},
        "resent": {"sent_at": NOW, "uncertain_at": NOW},
        "uncertain": {"uncertain_at": NOW},
    }.get(state, {})
    values = {"message_id": f"<{OutboxMail.objects.count()}@x>", "kind": "digest", "to_address": "doris@exempel.se"}
    values |= {"subject": "Påminnelse", "text": "Hej", "due_at": NOW, "state": state}
    made = OutboxMail.objects.create(**values | needs | fields)
    OutboxMail.objects.filter(pk=made.pk).update(created_at=NOW - age)
    return made


@pytest.mark.parametrize("state", MailState.values)
@pytest.mark.parametrize("name", ACTIONS)
def test_each_decision_is_for_its_states_only_and_is_noted_with_who_took_it(adam, name, state):
    row = mail(state)
    if state not in ALLOWED[name]:
        with pytest.raises(ValidationError, match="Ladda om sidan"):
            ACTIONS[name](by=adam, mail=row, now=NOW)
        assert OutboxMail.objects.get().state == state
        assert not row.deliveries.exists()
        return
    ACTIONS[name](by=adam, mail=row, now=NOW)
    assert OutboxMail.objects.get().state == AFTER[name]
    (event,) = row.deliveries.all()
    assert (event.by, event.step) == (adam, {"release": "released", "hold": "held", "settle": "settled"}[name])


def test_a_released_mail_leaves_with_its_old_name_also_when_it_was_too_late(adam, sink):
    row = mail("dead", not_after=NOW - DAY, attempts=7)
    mail_actions.release(by=adam, mail=row, now=timezone.now())
    assert delivery.run().sent == 1
    assert sink.accepted()[0].message_id == row.message_id


def test_a_held_mail_stays_until_somebody_releases_it(adam, sink):
    row = mail("pending")
    mail_actions.hold(by=adam, mail=row, now=NOW)
    assert delivery.run(clock=lambda: timezone.now() + 300 * DAY).sent == 0
    mail_actions.release(by=adam, mail=row, now=timezone.now())
    assert delivery.run().sent == 1


def test_a_mail_to_a_bouncing_address_is_released_only_when_the_address_is_right(adam):
    row = mail("dead")
    bounce = BouncingAddress.objects.create(email="DORIS@exempel.se", since=NOW)
    with pytest.raises(ValidationError, match=r"har nekat doris@exempel\.se"):
        mail_actions.release(by=adam, mail=row, now=NOW)
    mail_actions.clear_bounce(by=adam, address=bounce, now=NOW)
    mail_actions.clear_bounce(by=None, address=bounce, now=NOW + DAY)
    bounce.refresh_from_db()
    assert (bounce.cleared_by, bounce.cleared_at) == (adam, NOW)
    assert mail_actions.release(by=adam, mail=row, now=NOW).state == "pending"


def test_an_emptied_mail_cannot_be_sent_again(adam):
    with pytest.raises(ValidationError, match="innehåll är borttaget"):
        mail_actions.release(by=adam, mail=mail("dead", text=""), now=NOW)


def test_a_settled_mail_of_an_account_is_emptied(adam):
    row = mail("uncertain", kind="account", html="<a>")
    mail_actions.settle(by=adam, mail=row, now=NOW)
    row.refresh_from_db()
    assert (row.text, row.html) == ("", "")


def test_mails_are_emptied_after_400_days_and_links_that_never_left_after_a_week():
    old, young = mail("sent", age=401 * DAY), mail("sent", age=399 * DAY)
    link, fresh = mail("dead", kind="account", age=8 * DAY), mail("dead", kind="account", age=6 * DAY)
    waiting = mail("pending", age=500 * DAY)
    assert mail_actions.empty_old(now=NOW) == 2
    texts = {row.pk: row.text for row in OutboxMail.objects.all()}
    assert texts == {old.pk: "", link.pk: "", young.pk: "Hej", fresh.pk: "Hej", waiting.pk: "Hej"}
    assert mail_actions.empty_old(now=NOW) == 0
