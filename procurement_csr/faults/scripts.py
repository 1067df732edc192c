"""The ways in which the scripted mail server misbehaves: one table, which tests and the campaign go through."""

from dataclasses import dataclass
from enum import StrEnum


class Manner(StrEnum):
    ANSWER = "answer"  # `reply` instead of the usual answer
    DROP = "drop"  # the connection ends without an answer
    HANG = "hang"  # no answer until the client leaves or `seconds` have passed
    SLOW = "slow"  # the usual answers, each `seconds` late
    DOWN = "down"  # the port refuses connections for `seconds`


@dataclass(frozen=True, slots=True)
class Fault:
    """One misbehaviour: when in the conversation it comes, and how.

    Stages in their order: connect, greeting, auth, sender (MAIL), recipient (RCPT), data (DATA), content (in the
    middle of it), received (all of it, not yet recorded), accepted (recorded), reset (RSET and NOOP),
    farewell (QUIT); every is all of them. In a reply %s stands for the address and %u for what is before its @.
    `of_connection`: the script counts connections, and it lasts for the whole of one; otherwise it counts mails.
    """

    stage: str
    manner: Manner
    reply: bytes = b""
    of_connection: bool = False

    @property
    def is_accepted(self) -> bool:
        """Whether a mail that meets it lies in the record."""
        return self.stage in {"accepted", "every", "reset", "farewell"}


ENDLESS = b"250 " + 9000 * b"x" + b"\r\n"  # longer than a client has to read (RFC 5321, 4.5.3.1.5)
TALK = b"\xff\xfe\x00\xe5\xe4\xf6 hello?\r\n"
FAULTS = {
    "refuse_connection": Fault("connect", Manner.DOWN, of_connection=True),
    "busy_at_greeting": Fault("greeting", Manner.ANSWER, b"421 4.3.2 Too many connections\r\n", of_connection=True),
    "drop_at_greeting": Fault("greeting", Manner.DROP, of_connection=True),
    "hang_at_greeting": Fault("greeting", Manner.HANG, of_connection=True),
    "garbage_at_greeting": Fault("greeting", Manner.ANSWER, TALK, of_connection=True),
    "refuse_sign_in": Fault("auth", Manner.ANSWER, b"535 5.7.8 Wrong user or password\r\n", of_connection=True),
    "busy_at_sender": Fault("sender", Manner.ANSWER, b"451 4.3.0 Try again later\r\n"),
    "refuse_sender": Fault("sender", Manner.ANSWER, b"550 5.7.1 You may not send as %s\r\n"),
    "close_after": Fault("sender", Manner.ANSWER, b"421 4.7.0 Enough mails for one session\r\n", of_connection=True),
    "greylist_recipient": Fault("recipient", Manner.ANSWER, b"450 4.2.0 <%s>: greylisted\r\n"),
    "unknown_recipient": Fault("recipient", Manner.ANSWER, b"550 5.1.1 <%s>: no mailbox %u here\r\n"),
    "refuse_relay": Fault("recipient", Manner.ANSWER, b"554 5.7.1 <%s>: relay access denied\r\n"),
    "drop_at_data": Fault("data", Manner.DROP),
    "drop_in_content": Fault("content", Manner.DROP),
    "hang_in_content": Fault("content", Manner.HANG),
    "full_after_content": Fault("received", Manner.ANSWER, b"452 4.3.1 Insufficient storage\r\n"),
    "error_after_content": Fault("received", Manner.ANSWER, b"451 4.3.0 Local error\r\n"),
    "refuse_after_content": Fault("received", Manner.ANSWER, b"554 5.6.0 This mail is not wanted\r\n"),
    "drop_after_content": Fault("received", Manner.DROP),
    "drop_after_accepting": Fault("accepted", Manner.DROP),
    "hang_after_accepting": Fault("accepted", Manner.HANG),
    "garbage_after_accepting": Fault("accepted", Manner.ANSWER, TALK),
    "endless_line_after_accepting": Fault("accepted", Manner.ANSWER, ENDLESS),
    "two_answers_after_accepting": Fault("accepted", Manner.ANSWER, b"250 2.0.0 OK\r\n250 2.0.0 OK\r\n"),
    "eight_bits_after_accepting": Fault("accepted", Manner.ANSWER, b"250 2.0.0 \xe5\xe4\xf6\r\n"),
    "slow": Fault("every", Manner.SLOW),
    "refuse_reset": Fault("reset", Manner.ANSWER, b"502 5.5.1 Not implemented\r\n", of_connection=True),
    "hang_at_farewell": Fault("farewell", Manner.HANG, of_connection=True),
    "endless_line_at_farewell": Fault("farewell", Manner.ANSWER, ENDLESS, of_connection=True),
}
