"""Our mail backend against a real socket whose server misbehaves: which answer, and whether the mail was accepted."""

import signal

import pytest
from django.core.mail import EmailMessage
from django.core.mail.backends.locmem import EmailBackend as MemoryBackend
from django.core.mail.backends.smtp import EmailBackend as DjangoBackend

from apps.reminders.answers import AnswerKind
from apps.reminders.smtp import EmailBackend, HandOverStopped, deliver
from procurement_csr.faults.scripts import FAULTS, Manner
from procurement_csr.faults.sink import Sink

SENDER, DORIS = "steget@exempel.se", "doris.karlsson@exempel.se"
# How long to wait for an answer that comes, however busy the machine, and for one that does not.
PATIENCE = 10
IMPATIENCE = 0.25
LATE = 0.05
# What one mail comes to under each misbehaviour, with the server's code. Whether it was accepted, FAULTS says.
ANSWERS = {
    "refuse_connection": ("server_down", None),
    "busy_at_greeting": ("server_down", 421),
    "drop_at_greeting": ("server_down", None),
    "hang_at_greeting": ("server_down", None),
    "garbage_at_greeting": ("server_down", None),
    "refuse_sign_in": ("server_down", 535),
    "busy_at_sender": ("retry", 451),
    "refuse_sender": ("server_down", 550),
    "close_after": ("retry", 421),
    "greylist_recipient": ("retry", 450),
    "unknown_recipient": ("refused_address", 550),
    "refuse_relay": ("retry", 554),
    "drop_at_data": ("retry", None),
    "drop_in_content": ("unknown", None),
    "hang_in_content": ("unknown", None),
    "full_after_content": ("retry", 452),
    "error_after_content": ("retry", 451),
    "refuse_after_content": ("refused_message", 554),
    "drop_after_content": ("unknown", None),
    "drop_after_accepting": ("unknown", None),
    "hang_after_accepting": ("unknown", None),
    "garbage_after_accepting": ("unknown", None),
    "endless_line_after_accepting": ("unknown", None),
    "two_answers_after_accepting": ("accepted", 250),
    "eight_bits_after_accepting": ("accepted", 250),
    "slow": ("accepted", 250),
    "refuse_reset": ("accepted", 250),
    "hang_at_farewell": ("accepted", 250),
    "endless_line_at_farewell": ("accepted", 250),
}


@pytest.fixture
def sink(tmp_path):
    with Sink(tmp_path / "accepted.jsonl", keeps_content=True) as sink:
        yield sink


@pytest.fixture
def backend(sink):
    backend = make_backend(sink)
    yield backend
    backend.close()


def make_backend(sink, kind=EmailBackend, **options):
    options = {"username": "steget", "password": "hemligt", "timeout": PATIENCE} | options
    return kind(host="127.0.0.1", port=sink.port, **options)


def letter(number=1, body="Hej Doris!", to=(DORIS,)):
    return EmailMessage("Påminnelse", body, SENDER, to, headers={"Message-ID": f"<{number}@exempel.se>"})


def accepted(sink):
    return [mail.message_id for mail in sink.accepted()]


def test_every_misbehaviour_has_an_answer():
    assert set(ANSWERS) == set(FAULTS)


@pytest.mark.parametrize("is_opened", [True, False], ids=["kept open", "opened for the mail"])
@pytest.mark.parametrize("name", ANSWERS)
def test_a_misbehaviour_gets_its_answer_and_the_next_mail_goes_through(sink, backend, name, is_opened):
    sink.script(name, seconds=LATE if name == "slow" else None)
    if FAULTS[name].manner is Manner.HANG:
        backend.timeout = IMPATIENCE
    if is_opened and FAULTS[name].stage not in {"connect", "greeting", "auth"}:
        backend.open()
    answer = deliver(letter(1), backend)
    assert (answer.kind, answer.code) == ANSWERS[name]
    assert accepted(sink) == ["<1@exempel.se>"] * FAULTS[name].is_accepted
    assert "doris" not in answer.text.lower()
    sink.up()
    if name == "two_answers_after_accepting":
        backend.close()  # what happens otherwise has a test of its own below
    backend.timeout = PATIENCE
    assert deliver(letter(2), backend).kind == AnswerKind.ACCEPTED
    assert accepted(sink)[-1] == "<2@exempel.se>"


@pytest.mark.parametrize("name", ANSWERS)
def test_a_mail_that_was_accepted_is_never_called_untouched(sink, backend, name):
    sink.script(name, seconds=LATE)
    kind = deliver(letter(), backend).kind
    if accepted(sink):
        assert kind in {AnswerKind.ACCEPTED, AnswerKind.UNKNOWN}
        assert backend.was_handed_over
    if kind == AnswerKind.ACCEPTED:
        assert accepted(sink)


@pytest.mark.parametrize("name", [name for name, fault in FAULTS.items() if fault.stage != "connect"])
def test_an_ambiguous_failure_of_another_backend_counts_as_handed_over(sink, name):
    sink.script(name, seconds=LATE)
    backend = make_backend(sink, DjangoBackend)
    kind = deliver(letter(), backend).kind
    assert kind == AnswerKind.UNKNOWN or kind == ANSWERS[name][0]
    if accepted(sink):
        assert kind in {AnswerKind.ACCEPTED, AnswerKind.UNKNOWN}


def test_another_backend_is_not_left_with_a_lost_connection(sink):
    backend = make_backend(sink, DjangoBackend)
    backend.open()
    sink.drop()
    assert deliver(letter(1), backend).kind == AnswerKind.UNKNOWN
    assert deliver(letter(2), backend).kind == AnswerKind.ACCEPTED
    backend.close()


def test_a_backend_without_a_server_accepts(mailoutbox):
    assert deliver(letter(), MemoryBackend()).kind == AnswerKind.ACCEPTED
    assert len(mailoutbox) == 1


def test_mails_follow_each_other_on_one_connection(sink, backend):
    assert backend.open() is True
    assert backend.open() is False
    for number in range(20):
        assert deliver(letter(number), backend).kind == AnswerKind.ACCEPTED
    assert len(accepted(sink)) == 20
    assert sink.status()["connections"] == 1


def test_a_connection_that_was_closed_while_idle_is_opened_again_at_once(sink, backend):
    backend.open()
    deliver(letter(1), backend)
    sink.drop()
    assert deliver(letter(2), backend).kind == AnswerKind.ACCEPTED
    assert accepted(sink) == ["<1@exempel.se>", "<2@exempel.se>"]


def test_a_server_that_closes_after_some_mails_gets_the_rest_on_new_connections(sink, backend):
    sink.script("close_after", after=3, times=2)
    backend.open()
    for number in range(8):
        assert deliver(letter(number), backend).kind == AnswerKind.ACCEPTED
    assert len(accepted(sink)) == 8
    assert sink.status()["connections"] == 3


def test_a_server_that_went_away_while_idle_is_down(sink, backend):
    backend.open()
    deliver(letter(1), backend)
    sink.down()
    answer = deliver(letter(2), backend)
    assert (answer.kind, answer.text) == (AnswerKind.SERVER_DOWN, "Mejlservern tog inte emot anslutningen.")


def test_a_mail_in_doubt_is_not_sent_again_by_the_backend_itself(sink, backend):
    backend.open()
    deliver(letter(1), backend)
    sink.script("drop_after_accepting")
    assert deliver(letter(2), backend).kind == AnswerKind.UNKNOWN
    assert accepted(sink) == ["<1@exempel.se>", "<2@exempel.se>"]


def test_answers_that_slipped_out_of_step_are_not_taken_for_acceptance(sink, backend):
    backend.open()
    sink.script("two_answers_after_accepting")
    deliver(letter(1), backend)
    assert deliver(letter(2), backend).kind == AnswerKind.RETRY
    assert accepted(sink) == ["<1@exempel.se>"]
    assert deliver(letter(3), backend).kind == AnswerKind.ACCEPTED


def test_a_refused_mail_is_followed_by_a_farewell_and_a_new_connection(sink, backend):
    backend.open()
    sink.script("refuse_reset")
    sink.script("unknown_recipient")
    assert deliver(letter(1), backend).kind == AnswerKind.REFUSED_ADDRESS
    assert deliver(letter(2), backend).kind == AnswerKind.ACCEPTED
    assert sink.status()["connections"] == 2


def test_content_the_socket_did_not_take_whole_was_not_handed_over(sink, backend):
    sink.script("drop_in_content")
    backend.open()
    connection = backend.connection
    with pytest.raises(OSError, match="Server not connected"):
        connection.sendmail(SENDER, [DORIS], 16_000_000 * b"x")
    assert connection.was_handed_over is False
    assert sink.accepted() == []


def test_lines_that_begin_with_a_full_stop_arrive_as_they_were_written(sink, backend):
    body = ".\r\n..\r\n.gömd\r\nHej.\r\n."
    deliver(letter(body=body), backend)
    sent = letter(body=body).message().as_bytes(linesep="\r\n").partition(b"\r\n\r\n")[2]
    assert sink.accepted()[0].content.encode("latin-1").partition(b"\r\n\r\n")[2] == sent + b"\r\n"


def test_who_may_no_longer_send_is_stopped_before_the_content_leaves(sink, backend):
    class LeaseRanOut(HandOverStopped):
        pass

    def refuse():
        raise LeaseRanOut

    backend.before_hand_over = refuse
    backend.open()
    with pytest.raises(LeaseRanOut):
        deliver(letter(1), backend)
    assert backend.was_handed_over is False
    del backend.before_hand_over
    assert deliver(letter(2), backend).kind == AnswerKind.ACCEPTED
    assert accepted(sink) == ["<2@exempel.se>"]


def test_the_last_check_comes_after_the_server_has_asked_for_the_content(sink, backend):
    asked = []
    backend.before_hand_over = lambda: asked.append(sink.status()["met"].get("slow"))
    sink.script("slow", seconds=LATE)
    deliver(letter(), backend)
    assert asked == [3]  # MAIL, RCPT and DATA were answered late, the content not yet


def test_an_interruption_after_the_content_leaves_the_mail_in_doubt(sink):
    def interrupt(*_):
        raise KeyboardInterrupt

    backend = make_backend(sink)
    backend.open()
    sink.script("hang_after_accepting")
    before = signal.signal(signal.SIGALRM, interrupt)
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.2)
        with pytest.raises(KeyboardInterrupt):
            deliver(letter(), backend)
    finally:
        signal.signal(signal.SIGALRM, before)
    assert backend.was_handed_over is True
    assert backend.connection is None
    assert accepted(sink) == ["<1@exempel.se>"]


def test_what_is_known_of_one_mail_is_not_said_of_the_next(sink, backend):
    deliver(letter(1), backend)
    assert (backend.was_handed_over, backend.was_connected) == (True, True)
    sink.down()
    deliver(letter(2), backend)
    assert (backend.was_handed_over, backend.was_connected) == (False, False)


def test_a_mail_that_cannot_be_written_is_refused_and_the_others_are_sent(sink, backend):
    backend.open()
    poison = letter(1)
    poison.subject = "Hej\nBcc: alla@exempel.se"
    answer = deliver(poison, backend)
    assert (answer.kind, answer.text) == (AnswerKind.UNWRITABLE, "Mejlet kunde inte skickas (BadHeaderError).")
    assert deliver(letter(2), backend).kind == AnswerKind.ACCEPTED
    assert accepted(sink) == ["<2@exempel.se>"]


def test_a_mail_to_nobody_is_refused(sink, backend):
    assert deliver(letter(to=()), backend).kind == AnswerKind.UNWRITABLE
    assert sink.accepted() == []


def test_encryption_that_the_server_lacks_is_a_server_that_is_down(sink):
    answer = deliver(letter(), make_backend(sink, use_tls=True))
    assert answer.kind == AnswerKind.SERVER_DOWN
    assert answer.text == "Mejlservern saknar den kryptering eller inloggning som är inställd."
    answer = deliver(letter(), make_backend(sink, use_ssl=True))
    assert answer.kind == AnswerKind.SERVER_DOWN


def test_an_installation_without_sign_in_greets_before_the_first_mail(sink):
    backend = make_backend(sink, username="", password="")
    backend.open()
    assert backend.connection.does_esmtp
    backend.close()


def test_a_name_that_does_not_exist_is_a_server_that_is_down():
    backend = EmailBackend(host="mejl.invalid", port=25, timeout=PATIENCE)
    assert deliver(letter(), backend).kind == AnswerKind.SERVER_DOWN
