"""What the end of an attempt means, and that its text names nobody."""

import smtplib
import socket
import ssl
import time

import pytest
from django.core.mail import BadHeaderError
from hypothesis import given
from hypothesis import strategies as st

from apps.reminders.answers import (
    ACCEPTED,
    LONGEST_TEXT,
    MASK,
    AnswerKind,
    classify,
    masked,
    shortened,
)
from apps.reminders.choices import DeliveryStep

DORIS = "doris.karlsson@haninge.se"
UNTOUCHED = {AnswerKind.RETRY, AnswerKind.SERVER_DOWN}


def recipient_refused(code, said):
    return smtplib.SMTPRecipientsRefused({DORIS: (code, said)})


def sender_refused(code, said=b""):
    return smtplib.SMTPSenderRefused(code, said, "steget@exempel.se")


def test_no_exception_is_acceptance():
    assert classify(None) == ACCEPTED
    assert ACCEPTED.kind == AnswerKind.ACCEPTED


@pytest.mark.parametrize(
    ("error", "kind", "code"),
    [
        (recipient_refused(550, b"5.1.1 No such user"), "refused_address", 550),
        (recipient_refused(553, b"Mailbox name not allowed"), "refused_address", 553),
        (recipient_refused(450, b"4.2.0 Greylisted"), "retry", 450),
        (recipient_refused(421, b"Closing"), "retry", 421),
        (recipient_refused(452, b"4.2.2 Mailbox full"), "retry", 452),
        # What the server holds against us must not mark everybody's address.
        (recipient_refused(554, b"5.7.1 Relay access denied"), "retry", 554),
        (recipient_refused(550, b"5.7.606 Access denied, banned sending IP"), "retry", 550),
        (recipient_refused(550, b"5.1.8 Sender address rejected"), "retry", 550),
        (recipient_refused(530, b"5.7.0 Authentication required"), "server_down", 530),
        (sender_refused(451), "retry", 451),
        (sender_refused(421), "retry", 421),
        (sender_refused(552, b"5.3.4 Too big"), "refused_message", 552),
        (sender_refused(555), "refused_message", 555),
        (sender_refused(550, b"5.7.1 Not your address"), "server_down", 550),
        (sender_refused(553), "server_down", 553),
        (sender_refused(530, b"5.7.0 Must issue STARTTLS first"), "server_down", 530),
        (smtplib.SMTPDataError(452, b"Full"), "retry", 452),
        (smtplib.SMTPDataError(421, b"Closing"), "retry", 421),
        (smtplib.SMTPDataError(554, b"Spam"), "refused_message", 554),
        (smtplib.SMTPDataError(552, b"Too big"), "refused_message", 552),
    ],
)
@pytest.mark.parametrize("was_handed_over", [False, None])
def test_a_refusal_is_certain_whatever_the_backend_knows(error, kind, code, was_handed_over):
    answer = classify(error, was_handed_over=was_handed_over)
    assert (answer.kind, answer.code) == (kind, code)
    assert answer.text.startswith(str(code))


@pytest.mark.parametrize(
    "error",
    [
        ConnectionRefusedError(111, "Connection refused"),
        socket.gaierror(-2, "Name or service not known"),
        smtplib.SMTPConnectError(421, b"Too many connections"),
        smtplib.SMTPConnectError(-1, b"hello?"),
        smtplib.SMTPHeloError(501, b"Bad name"),
        smtplib.SMTPAuthenticationError(535, b"Wrong password"),
        smtplib.SMTPAuthenticationError(454, b"Try again"),
        smtplib.SMTPNotSupportedError("STARTTLS extension not supported by server."),
        ssl.SSLCertVerificationError("certificate has expired"),
    ],
)
@pytest.mark.parametrize("was_handed_over", [False, None])
def test_what_can_only_happen_at_the_door_is_a_server_that_is_down(error, was_handed_over):
    assert classify(error, was_handed_over=was_handed_over).kind == AnswerKind.SERVER_DOWN


@pytest.mark.parametrize(
    "error",
    [
        smtplib.SMTPServerDisconnected("Connection unexpectedly closed"),
        smtplib.SMTPException("No suitable authentication method found."),
        smtplib.SMTPResponseException(500, "Line too long."),
        TimeoutError("timed out"),
        ssl.SSLError("WRONG_VERSION_NUMBER"),
        ConnectionResetError(104, "Connection reset by peer"),
        UnicodeError("label too long"),
    ],
)
def test_what_can_happen_anywhere_is_read_by_how_far_the_mail_got(error):
    assert classify(error, was_connected=False).kind == AnswerKind.SERVER_DOWN
    assert classify(error, was_handed_over=False).kind in {AnswerKind.RETRY, AnswerKind.UNWRITABLE}
    assert classify(error, was_handed_over=True).kind == AnswerKind.UNKNOWN
    assert classify(error, was_handed_over=None).kind == AnswerKind.UNKNOWN


def test_a_line_too_long_is_no_refusal_though_its_class_says_500():
    error = smtplib.SMTPResponseException(500, "Line too long.")
    answer = classify(error, was_handed_over=True)
    assert (answer.kind, answer.code) == (AnswerKind.UNKNOWN, None)


@pytest.mark.parametrize("code", [-1, 0, 25, 199, 300, 354, 399, 600, 999])
def test_a_code_that_means_nothing_settles_nothing(code):
    error = smtplib.SMTPDataError(code, b"?")
    assert classify(error, was_handed_over=True).kind == AnswerKind.UNKNOWN
    assert classify(error, was_handed_over=False).kind == AnswerKind.RETRY
    assert classify(sender_refused(code)).kind == AnswerKind.RETRY
    assert classify(recipient_refused(code, b"?")).kind == AnswerKind.RETRY


def test_an_unusual_success_is_acceptance_only_when_the_content_was_handed_over():
    error = smtplib.SMTPDataError(252, b"OK")
    assert classify(error, was_handed_over=True).kind == AnswerKind.ACCEPTED
    assert classify(error, was_handed_over=None).kind == AnswerKind.UNKNOWN
    assert classify(error, was_handed_over=False).kind == AnswerKind.RETRY


@pytest.mark.parametrize(
    "error",
    [
        BadHeaderError("Header values can't contain newlines"),
        UnicodeEncodeError("ascii", "å", 0, 1, "ordinal"),
        TypeError("str"),
        LookupError("unknown encoding"),
    ],
)
def test_a_mail_that_cannot_be_written_is_refused_at_once(error):
    assert classify(error).kind == AnswerKind.UNWRITABLE
    assert classify(error, was_handed_over=None).kind == AnswerKind.UNKNOWN


@pytest.mark.parametrize("error", [MemoryError(), RuntimeError("can't start new thread")])
def test_what_nobody_thought_of_is_tried_again(error):
    assert classify(error).kind == AnswerKind.RETRY


ANY_ERROR = st.one_of(
    st.builds(smtplib.SMTPDataError, st.integers(-1, 999), st.binary(max_size=80)),
    st.builds(sender_refused, st.integers(-1, 999), st.binary(max_size=80)),
    st.builds(recipient_refused, st.integers(-1, 999), st.binary(max_size=80)),
    st.builds(smtplib.SMTPResponseException, st.integers(-1, 999), st.text(max_size=80)),
    st.builds(smtplib.SMTPServerDisconnected, st.text(max_size=80)),
    st.builds(OSError, st.integers(1, 133), st.text(max_size=80)),
    st.builds(ValueError, st.text(max_size=80)),
)


@given(ANY_ERROR, st.booleans())
def test_what_was_handed_over_is_called_untouched_only_when_the_server_refused_it(error, was_connected):
    answer = classify(error, was_handed_over=True, was_connected=was_connected)
    if answer.kind in UNTOUCHED | {AnswerKind.UNWRITABLE, AnswerKind.REFUSED_MESSAGE, AnswerKind.REFUSED_ADDRESS}:
        assert isinstance(error, smtplib.SMTPDataError | smtplib.SMTPSenderRefused | smtplib.SMTPRecipientsRefused)
        if isinstance(error, smtplib.SMTPDataError):
            assert answer.code >= 400


@given(ANY_ERROR, st.sampled_from([True, False, None]))
def test_an_answer_fits_where_it_is_kept(error, was_handed_over):
    answer = classify(error, was_handed_over=was_handed_over)
    assert answer.code is None or 200 <= answer.code <= 599
    assert answer.text.isprintable()
    assert 0 < len(answer.text) <= LONGEST_TEXT


def test_every_certain_answer_is_a_step_that_is_kept():
    assert {kind.value for kind in AnswerKind} - {"unknown"} <= set(DeliveryStep.values)


# --- Texts name nobody ------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (f"5.1.1 <{DORIS}>: no such user", f"5.1.1 <{MASK}>: no such user"),
        (f"{DORIS.upper()} unknown", f"{MASK} unknown"),
        ("User doris.karlsson unknown", f"User {MASK} unknown"),
        ("mailbox Doris.Karlsson is full", f"mailbox {MASK} is full"),
        ('"Doris Karlsson"@haninge.se unknown', f"{MASK} unknown"),
        ("bounces+doris=haninge.se@relay.se", MASK),
        ("mailto:någon@åby.se?", f"mailto:{MASK}"),
        ("a@b.se,c@d.se;e@f.se", f"{MASK},{MASK};{MASK}"),
        ("Queue full", "Queue full"),
    ],
)
def test_addresses_are_masked(said, shown):
    assert masked(said, [DORIS]) == shown


def test_a_short_name_is_masked_only_as_a_word():
    said, shown = "the superinfo for info is in infobox", f"the superinfo for {MASK} is in infobox"
    assert masked(said, ["info@haninge.se"]) == shown


def test_the_longer_of_two_names_is_masked_whole():
    assert masked("no doris.karlsson", ["doris@haninge.se", DORIS]) == f"no {MASK}"
    assert masked("no doris.karlsson", [DORIS, "doris@haninge.se"]) == f"no {MASK}"


def test_an_address_is_masked_before_the_text_is_shortened():
    said = (LONGEST_TEXT - 10) * "x" + f" <{DORIS}>"
    text = classify(recipient_refused(550, said.encode())).text
    assert "doris" not in text
    assert len(text) == LONGEST_TEXT


def test_an_answer_is_one_line_without_signs_that_command_a_terminal():
    said = b"5.1.1 no\r\n\x1b[31msuch\x00 user \xe2\x80\xaehere \xff"
    assert classify(recipient_refused(550, said)).text == "550 5.1.1 no [31msuch user here \N{REPLACEMENT CHARACTER}"
    assert shortened("a" * 500) == "a" * (LONGEST_TEXT - 1) + "…"


@pytest.mark.parametrize(
    "error",
    [
        smtplib.SMTPServerDisconnected(f"Connection to {DORIS} closed"),
        smtplib.SMTPException(DORIS),
        OSError(5, DORIS),
        BadHeaderError(f"Header values can't contain newlines (got '{DORIS}')"),
        RuntimeError(DORIS),
        ssl.SSLError(DORIS),
    ],
)
def test_what_an_exception_says_by_itself_is_not_passed_on(error):
    text = classify(error).text
    assert "doris" not in text
    assert text.endswith(".")


def test_a_timeout_is_told_from_a_lost_connection():
    timeout = smtplib.SMTPServerDisconnected("Connection unexpectedly closed: timed out")
    timeout.__context__ = TimeoutError("timed out")
    assert classify(timeout).text == "Mejlservern svarade inte i tid."
    assert classify(smtplib.SMTPServerDisconnected("")).text == "Anslutningen till mejlservern bröts."


def test_a_long_hostile_answer_is_masked_quickly():
    started = time.process_time()
    masked(40_000 * "a" + 4000 * '"' + 8000 * "b" + "@", [DORIS])
    assert time.process_time() - started < 1
