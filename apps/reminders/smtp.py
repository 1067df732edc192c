"""SMTP that knows how far a mail got: whether the server was reached, and whether the content was handed over.

An exception alone does not tell it. The same lost connection means "nothing happened" before the content and "nobody
knows" after it, and only the second can double a mail when it is sent again.
"""

import contextlib
import re
import smtplib
from collections.abc import Callable

from django.core.mail.backends import smtp

from apps.reminders.answers import NOBODY, Answer, classify


class HandOverStopped(Exception):
    """Raised by a `before_hand_over`: this process may no longer send the mail, and has not."""


def _nothing_to_check() -> None:
    pass


class HandOver:
    """What both kinds of connection add to `smtplib`: the moment after which the server may have the mail."""

    was_handed_over = False
    # Whether a mail has been tried on this connection, so that the server may have closed it since.
    is_used = False
    # Called when the server has asked for the content. What it raises stops the mail before it leaves.
    before_hand_over: Callable[[], None] = staticmethod(_nothing_to_check)

    def data(self, msg: bytes) -> tuple[int, bytes]:
        """Send the content, as `smtplib` does. Raises SMTPDataError when the server does not ask for it."""
        code, text = self.docmd("data")
        if code != 354:
            raise smtplib.SMTPDataError(code, text)
        self.before_hand_over()
        content = re.sub(rb"(?m)^\.", b"..", msg)
        end = b".\r\n" if content.endswith(b"\r\n") else b"\r\n.\r\n"
        # Said before it is done: whatever interrupts between here and the answer leaves the mail in doubt.
        self.was_handed_over = True
        try:
            self.send(content + end)
        except smtplib.SMTPServerDisconnected:
            self.was_handed_over = False  # the socket did not take the end mark, without which no server accepts
            raise
        return self.getreply()


class Connection(HandOver, smtplib.SMTP):
    """In the clear, or made secret by STARTTLS."""


class SecretConnection(HandOver, smtplib.SMTP_SSL):
    """TLS from the first byte."""


class EmailBackend(smtp.EmailBackend):
    """Django's backend for one mail at a time, to one address each.

    After every mail `was_connected` and `was_handed_over` tell how far it got; `answers.classify` reads them.
    `before_hand_over` may be set to a function that raises when this process may no longer send.
    An accepted mail never looks refused because the farewell failed, and a connection on which anything went wrong
    is not used again.
    """

    was_connected = False
    was_handed_over = False
    before_hand_over: Callable[[], None] = staticmethod(_nothing_to_check)

    @property
    def connection_class(self):
        return SecretConnection if self.use_ssl else Connection

    def send_messages(self, email_messages) -> int:
        """Send the mails and return how many were accepted. Raises what `smtplib` and the socket raise."""
        self.was_handed_over = False
        return super().send_messages(email_messages)

    def open(self):
        """Connect, greet and sign in unless that is done. True for a new connection, otherwise False.

        With `fail_silently` None when the server cannot be reached; otherwise that raises.
        """
        self.was_connected = self.connection is not None
        if self.was_connected:
            return False
        try:
            if not super().open():
                return None
            # Otherwise the first mail would greet, and a server that is ill would look like a mail that is.
            self.connection.ehlo_or_helo_if_needed()
        except BaseException:
            self._drop()
            raise
        self.was_connected = True
        return True

    def _send(self, email_message) -> bool:
        connection = self.connection
        connection.was_handed_over = False
        connection.before_hand_over = self.before_hand_over
        try:
            was_sent = super()._send(email_message)
        except BaseException as error:
            self.was_handed_over = connection.was_handed_over
            is_stale = connection.is_used and not connection.sock and not self.was_handed_over
            self._leave(error)
            if not (is_stale and isinstance(error, smtplib.SMTPException)):
                raise
        else:
            self.was_handed_over = connection.was_handed_over
            connection.is_used = True
            return was_sent
        # Servers close a connection that was idle, or has had its number of mails: not the mail's fault.
        self.open()
        return self._send(email_message)

    def _leave(self, error: BaseException) -> None:
        """End the connection after an error, with a farewell when the server still talks."""
        if isinstance(error, smtplib.SMTPResponseException | smtplib.SMTPRecipientsRefused):
            self.close()
        else:
            self._drop()

    def _drop(self) -> None:
        for connection in filter(None, (self.connection, self._partial_connection)):
            connection.close()
        self.connection = self._partial_connection = None

    def _close_connection(self, connection) -> None:
        try:
            connection.quit()
        except (smtplib.SMTPException, OSError):
            connection.close()


def deliver(message, backend) -> Answer:
    """Hand one mail, to one address, to any of Django's backends and say what came of it.

    Raises HandOverStopped when `before_hand_over` did, and nothing that the mail or the server can cause.
    """
    try:
        count = backend.send_messages([message])
    except HandOverStopped:
        raise
    except Exception as error:  # whatever the mail or a provider's package does, the others shall be sent
        with contextlib.suppress(Exception):
            backend.close()  # Django's own would try the next mails on the connection that was lost
        return classify(
            error,
            was_handed_over=getattr(backend, "was_handed_over", None),
            was_connected=getattr(backend, "was_connected", True),
            addresses=message.recipients(),
        )
    return classify(None) if count else NOBODY
