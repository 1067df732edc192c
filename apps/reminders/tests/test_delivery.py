"""Sending: what every answer of a real mail server on loopback does to a mail, the others and the worker."""

import logging
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from apps.reminders import delivery, outbox
from apps.reminders.choices import DeliveryStep, MailKind, MailState
from apps.reminders.models import BouncingAddress, DeliveryEvent, OutboxMail, Pulse

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


def write(count=1, *, kind="digest", **fields):
    """Mails that are due now, in order."""
    now = timezone.now()
    return OutboxMail.objects.bulk_create(
        OutboxMail(
            message_id=f"<{kind}-{number}-{now.timestamp()}@exempel.se>",
            kind=kind,
            to_address=f"doris{number}@exempel.se",
            subject="Påminnelse: två krav",
            text="Hej Doris!\n.\nEn punkt för sig.",
            due_at=now - MINUTE + timedelta(microseconds=number),
            **{"headers": {"From": "steget@exempel.se"}} | fields,
        )
        for number in range(count)
    )


def send(after: timedelta = timedelta(0), **arguments):
    """A run at a time to come."""
    return delivery.run(clock=lambda: timezone.now() + after, **arguments)


def states():
    return list(OutboxMail.objects.order_by("due_at").values_list("state", flat=True))


def steps(mail):
    return list(DeliveryEvent.objects.filter(mail=mail).order_by("id").values_list("step", flat=True))


def test_mails_leave_in_order_over_one_connection_and_each_answer_is_noted(sink):
    mails = write(5)
    report = send()
    assert (report.sent, report.has_more) == (5, False)
    assert [each.message_id for each in sink.accepted()] == [mail.message_id for mail in mails]
    assert states() == ["sent"] * 5
    assert steps(mails[0]) == ["handed_over", "accepted"]
    assert sink.status()["connections"] == 1
    assert Pulse.objects.get().sent_at is not None
    assert send().sent == 0


def test_a_mail_looks_as_it_was_written_and_keeps_its_date(sink):
    (mail,) = write(html="<p>Hej Doris!</p>", headers={"From": "steget@exempel.se", "List-Unsubscribe": "<https://x>"})
    OutboxMail.objects.update(created_at=timezone.now() - timedelta(days=3))
    mail.refresh_from_db()
    send()
    content = sink.accepted()[0].content
    assert f"Message-ID: {mail.message_id}" in content
    assert f"Date: {timezone.localtime(mail.created_at):%a, %d %b %Y %H:%M:%S %z}" in content
    assert "List-Unsubscribe: <https://x>" in content
    assert content.index("text/plain") < content.index("text/html")
    assert sink.accepted()[0].recipients == ("doris0@exempel.se",)


def test_a_mail_costs_one_statement_and_a_run_a_few(sink):
    send()
    write(1)
    with CaptureQueriesContext(connection) as one:
        send()
    write(21, kind="each")
    with CaptureQueriesContext(connection) as many:
        send()
    assert len(many) - len(one) == 20


def test_a_run_ends_when_its_time_is_over_and_gives_back_what_it_did_not_send(sink):
    write(4)
    sink.script("slow", seconds=0.3)
    report = send(seconds=0.5)
    assert (report.has_more, report.sent) == (True, 1)
    assert states() == ["sent", "pending", "pending", "pending"]


@pytest.mark.parametrize("fault", ["greylist_recipient", "busy_at_sender", "full_after_content", "drop_at_data"])
def test_a_mail_put_off_comes_back_later_and_later_until_it_is_accepted(sink, fault):
    (mail,) = write(not_after=timezone.now() + timedelta(days=2))
    waited = timedelta(0)
    for number, minutes in enumerate([1, 5, 15], start=1):
        sink.clear()
        sink.script(fault, times=2)  # a used connection is tried once more
        send(waited)
        sink.clear()
        mail.refresh_from_db()
        assert (mail.state, mail.attempts) == ("pending", number)
        assert 0.79 < (mail.due_at - timezone.now() - waited) / (minutes * MINUTE) < 1.21
        assert send(waited + 0.7 * minutes * MINUTE).answers.total() == 0
        waited += 1.3 * minutes * MINUTE
    assert send(waited).sent == 1
    assert steps(mail).count(DeliveryStep.RETRY) == 3


def test_a_mail_is_given_up_when_the_next_try_would_be_too_late(sink):
    (mail,) = write(not_after=timezone.now() + timedelta(seconds=20))
    sink.script("greylist_recipient")
    send()
    mail.refresh_from_db()
    assert mail.state == MailState.DEAD
    assert steps(mail)[-2:] == [DeliveryStep.RETRY, DeliveryStep.GIVEN_UP]
    assert "450" in mail.last_answer


def test_what_waited_too_long_is_not_sent_at_all_and_says_why(sink):
    stale, _ = write(2)
    OutboxMail.objects.filter(pk=stale.pk).update(not_after=timezone.now() - MINUTE)
    assert send().sent == 1
    assert states() == ["dead", "sent"]
    stale.refresh_from_db()
    assert stale.last_answer == delivery.TOO_LATE
    assert (steps(stale), len(sink.accepted())) == ([DeliveryStep.GIVEN_UP], 1)


def test_an_address_that_does_not_exist_is_marked_and_gets_nothing_more(sink):
    write(2)
    sink.script("unknown_recipient")
    assert send().sent == 1, "the next mail is not held up"
    assert states() == ["dead", "sent"]
    bounce = BouncingAddress.objects.get()
    assert (bounce.email, bounce.code) == ("doris0@exempel.se", 550)
    later = write(1, kind="weekly")[0]
    OutboxMail.objects.filter(pk=later.pk).update(to_address="DORIS0@exempel.se")
    send()
    later.refresh_from_db()
    assert (later.state, later.last_answer) == (MailState.DEAD, delivery.KNOWN_TO_BOUNCE)
    assert len(sink.accepted()) == 1


def test_a_mail_the_server_does_not_want_is_dead_and_its_address_is_not_blamed(sink):
    write(2)
    sink.script("refuse_after_content")
    assert send().sent == 1
    assert states() == ["dead", "sent"]
    assert not BouncingAddress.objects.exists()


@pytest.mark.parametrize(
    "poison",
    [
        {"subject": "Två\nrader"},
        {"headers": {"From": "steget@exempel.se", "X-Anything": "a\r\nBcc: alla@exempel.se"}},
        {"headers": ["not", "a", "table"]},
        {"attachments": [{"name": "plan.pdf"}]},
        {"attachments": "nothing of the kind"},
        {"to_address": "doris\n@exempel.se"},
        {"subject": "\ud800".encode("utf-8", "surrogatepass").decode("utf-8", "replace"), "attachments": [None]},
    ],
)
def test_a_mail_that_cannot_be_written_is_dead_with_a_reason_and_stops_nobody(sink, poison):
    mails = write(3)
    OutboxMail.objects.filter(pk=mails[0].pk).update(**poison)
    assert send().sent == 2
    assert states() == ["dead", "sent", "sent"]
    mails[0].refresh_from_db()
    assert "Mejlet" in mails[0].last_answer
    assert "@" not in mails[0].last_answer, "the answer names nobody"
    assert steps(mails[0]) == [DeliveryStep.HANDED_OVER, DeliveryStep.UNWRITABLE]


@pytest.mark.parametrize("fault", ["drop_after_accepting", "garbage_after_accepting", "drop_after_content"])
def test_what_may_have_arrived_is_uncertain_and_repeated_once_with_the_same_name(sink, fault):
    (mail,) = write()
    sink.script(fault)
    send()
    assert states() == ["uncertain"]
    assert send(14 * MINUTE).answers.total() == 0
    assert send(16 * MINUTE).sent == 1
    assert states() == ["resent"]
    assert {each.message_id for each in sink.accepted()} == {mail.message_id}
    assert steps(mail) == ["handed_over", "uncertain", "handed_over", "accepted"]


def test_a_mail_that_stays_uncertain_is_repeated_three_times_and_then_kept_for_a_person(sink):
    (mail,) = write()
    sink.script("drop_after_accepting", times=10)
    for number in range(6):
        send(number * 16 * MINUTE)
    assert len(sink.accepted()) == 4
    assert states() == ["held"]
    assert steps(mail)[-1] == DeliveryStep.HELD


def test_five_mails_in_a_row_that_nobody_knows_of_make_the_rest_wait_with_one_alarm(sink, caplog):
    write(12)
    sink.script("drop_after_accepting", times=100)
    report = send()
    assert (report.is_resting, states()) == (True, ["uncertain"] * 5 + ["pending"] * 7)
    assert [each.levelname for each in caplog.records] == ["ERROR"]
    assert delivery.ALL_UNKNOWN in Pulse.objects.get().reason
    assert send(MINUTE / 2).is_resting, "nothing is tried while the server rests"
    assert send(1.1 * MINUTE).is_resting
    assert states().count("uncertain") == 6, "one mail finds out whether the server answers again"
    assert len(caplog.records) == 1
    sink.clear()
    assert send(10 * MINUTE).sent == 6
    assert Pulse.objects.get().failures == 0


def test_the_run_of_unknown_answers_is_counted_over_all_workers_and_broken_by_any_answer(sink):
    write(3)
    sink.script("drop_after_accepting", times=3)
    send()
    OutboxMail.objects.bulk_create(OutboxMail(**one) for one in _others("each", 2))
    sink.script("drop_after_accepting", times=2)
    assert send().is_resting, "three of one worker and two of another"
    Pulse.objects.update(failures=0, paused_until=None, alarmed_at=None)
    OutboxMail.objects.bulk_create(OutboxMail(**one) for one in _others("weekly", 5))
    sink.clear()
    sink.script("greylist_recipient")
    sink.script("drop_after_accepting", times=4)
    assert not send().is_resting, "a server that says no does answer"


def _others(kind, count):
    now = timezone.now()
    common = {"kind": kind, "subject": "Påminnelse", "text": "Hej!", "headers": {"From": "steget@exempel.se"}}
    for number in range(count):
        name = f"{kind}{number}@exempel.se"
        yield {"message_id": f"<{name}>", "to_address": name, "due_at": now - MINUTE, **common}


def test_one_mail_that_is_unknown_again_and_again_does_not_stop_the_others(sink):
    for number in range(6):
        write(1, kind=f"each{number}")
    sink.script("drop_after_accepting", times=6)
    assert not send().is_resting, "one address six times"
    assert states() == ["uncertain"] * 6


def test_mails_of_killed_workers_say_nothing_of_the_server(sink):
    mails = write(8)
    for mail in mails[:7]:
        DeliveryEvent.objects.create(mail=mail, fence=1, step=DeliveryStep.UNCERTAIN, at=timezone.now())
    sink.script("drop_after_accepting")
    assert not send().is_resting


def test_a_summons_that_may_have_arrived_is_never_repeated_by_itself(sink):
    (mail,) = write(kind=MailKind.SUMMONS)
    sink.script("drop_after_accepting")
    send()
    assert states() == ["held"]
    send(20 * MINUTE)
    send(timedelta(days=2))
    assert (states(), len(sink.accepted())) == (["held"], 1)
    assert steps(mail) == ["handed_over", "uncertain", "held"]


def test_a_summons_that_somebody_left_uncertain_is_held_and_not_repeated(sink):
    (mail,) = write(kind=MailKind.SUMMONS)
    OutboxMail.objects.update(state=MailState.UNCERTAIN, uncertain_at=timezone.now())
    assert send(16 * MINUTE).sent == 0
    assert (states(), steps(mail)) == (["held"], ["held"])


def test_the_mail_of_an_account_is_emptied_when_it_has_left_and_others_are_kept(sink):
    write(kind=MailKind.ACCOUNT, html="<a>länk</a>", attachments=[])
    write(kind="digest")
    send()
    account, digest = (OutboxMail.objects.get(kind=kind) for kind in ("account", "digest"))
    assert (account.text, account.html, account.state) == ("", "", "sent")
    assert digest.text


# --- the mail server is away -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "fault", ["refuse_connection", "busy_at_greeting", "drop_at_greeting", "garbage_at_greeting", "refuse_sender"]
)
def test_a_server_that_is_away_costs_no_attempt_and_raises_one_alarm(sink, fault, caplog):
    write(3)
    elapsed = timedelta(0)
    for minutes in (1, 2, 5):
        sink.clear()
        sink.script(fault, times=5, seconds=0.3)
        assert send(elapsed).is_resting
        assert send(elapsed + minutes * MINUTE - timedelta(seconds=10)).is_resting
        assert sink.accepted() == []
        elapsed += minutes * MINUTE + timedelta(seconds=10)
    alarms = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert len(alarms) == 1
    assert Pulse.objects.get().failures == 3
    assert set(OutboxMail.objects.values_list("state", "attempts")) == {("pending", 0)}
    sink.clear()
    sink.up()
    assert send(elapsed).sent == 3
    pulse = Pulse.objects.get()
    assert (pulse.failures, pulse.paused_until, pulse.reason, pulse.alarmed_at) == (0, None, "", None)


def test_the_server_is_noticed_to_be_back_also_when_nothing_is_due(sink):
    sink.down()
    mails = write()
    send()
    OutboxMail.objects.filter(pk=mails[0].pk).update(due_at=timezone.now() + timedelta(days=1))
    sink.up()
    assert not send(2 * MINUTE).is_resting
    assert Pulse.objects.get().failures == 0


def test_a_probe_is_taken_by_one_worker_only(sink):
    Pulse.objects.create(pk=1, failures=1, paused_until=timezone.now() - MINUTE, alarmed_at=timezone.now())
    turns = [delivery.breaker.turn(now=timezone.now()) for _ in range(3)]
    assert [turn.value for turn in turns] == ["probe", "rest", "rest"]


# --- fencing ---------------------------------------------------------------------------------------------------------


def expire():
    OutboxMail.objects.exclude(lease_until=None).update(lease_until=timezone.now() - MINUTE)


def test_a_worker_that_was_overtaken_can_neither_begin_nor_settle(sink):
    (mail,) = write()
    (slow,) = outbox.claim(5, now=timezone.now())
    expire()
    assert not outbox.begin(slow, now=timezone.now()), "the lease is over"
    outbox.reap(now=timezone.now())
    (quick,) = outbox.claim(5, now=timezone.now())
    assert quick.fence == slow.fence + 1
    assert not outbox.begin(slow, now=timezone.now())
    assert outbox.begin(quick, now=timezone.now())
    assert not outbox.begin(quick, now=timezone.now()), "a mail is begun once"
    assert outbox.accept(slow, code=250, answer="", now=timezone.now()) == (False, False)
    assert not outbox.conclude(slow, MailState.DEAD, DeliveryStep.REFUSED_MESSAGE, now=timezone.now())
    outbox.give_back([slow])
    assert states() == ["sending"]
    assert steps(mail) == ["handed_over", "accepted", "refused_message"], "what the server said is in the book anyway"
    assert outbox.accept(quick, code=250, answer="", now=timezone.now()) == (True, False)
    assert states() == ["sent"]


def test_a_late_answer_settles_what_had_become_uncertain(sink):
    write()
    (mail,) = outbox.claim(5, now=timezone.now())
    outbox.begin(mail, now=timezone.now())
    expire()
    assert outbox.reap(now=timezone.now()) == 1
    assert states() == ["uncertain"]
    assert outbox.accept(mail, code=250, answer="", now=timezone.now()) == (True, False)
    assert states() == ["sent"]


def test_a_worker_stopped_before_the_content_does_not_hand_it_over_after_its_lease(sink, settings):
    settings.MAIL_LEASE_SECONDS = 1
    write(2)
    sink.script("slow", seconds=0.4)  # the answers to MAIL, RCPT and DATA take longer than two thirds of the lease
    send(seconds=0.1)
    assert (sink.accepted(), states()) == ([], ["pending", "pending"])


def test_what_a_dead_worker_had_claimed_is_free_and_what_it_was_sending_is_uncertain(sink):
    for kind in ("digest", "summons"):
        write(2, kind=kind)
    first, *rest = outbox.claim(10, now=timezone.now())
    outbox.begin(first, now=timezone.now())
    summons = next(mail for mail in rest if mail.kind == "summons")
    outbox.begin(summons, now=timezone.now())
    outbox.reap(now=timezone.now())
    assert sorted(states()) == ["claimed", "claimed", "sending", "sending"], "their leases still run"
    expire()
    assert outbox.reap(now=timezone.now()) == 2
    assert sorted(states()) == ["held", "pending", "pending", "uncertain"]
