"""One client's conversation with the scripted mail server."""

import base64
import re
import socket

from procurement_csr.faults.scripts import Manner

LONGEST_LINE = 1_000_000
ADDRESS = re.compile(rb"<([^>]*)>")


class ConversationOver(Exception):
    """The connection is to end now."""


class Session:
    """A small but strict SMTP server for one connection; `sink` says which faults it is to commit."""

    def __init__(self, sink, client: socket.socket):
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._sink = sink
        self._client = client
        self._lines = client.makefile("rb")
        self._accepted = 0
        self._of_connection = sink.next_planned(of_connection=True)
        self._forget_mail()

    def run(self) -> None:
        """Talk until either side has had enough."""
        try:
            self._say("greeting", b"220 sink ESMTP\r\n")
            while line := self._lines.readline(LONGEST_LINE):
                verb = line.split(None, 1)[0].upper() if line.strip() else b""
                self.VERBS.get(verb, Session._unknown)(self, line)
        except ConversationOver:
            pass
        finally:
            self._lines.close()

    # --- Faults -------------------------------------------------------------------------------------------------------
    def _has_begun(self, planned) -> bool:
        return planned is not None and self._accepted >= planned.after

    def _planned(self, stage: str):
        for planned in (self._of_connection, self._of_mail):
            if self._has_begun(planned):
                at = planned.fault.stage
                if at == stage or (at == "every" and stage not in {"content", "received"}):
                    return planned
        return None

    def _say(self, stage: str, usual: bytes, about: bytes = b"") -> bool:
        """Give the usual answer of a stage or do what the script says; True when it was the usual one."""
        planned = self._planned(stage)
        if planned:
            self._commit(planned, about)
            if planned.fault.manner is not Manner.SLOW:
                return False
        self._client.sendall(usual)
        return True

    def _commit(self, planned, about: bytes = b"") -> None:
        self._sink.count(planned)
        match planned.fault.manner:
            case Manner.SLOW:
                self._sink.stopping.wait(planned.seconds)
            case Manner.HANG:
                self._client.settimeout(planned.seconds)
                while self._lines.read1(65536):  # until the client leaves; too long a silence raises
                    pass
                raise ConversationOver
            case Manner.DROP:
                raise ConversationOver
            case Manner.ANSWER:
                user = about.partition(b"@")[0]
                self._client.sendall(planned.fault.reply.replace(b"%s", about).replace(b"%u", user))
                if planned.fault.reply.startswith(b"421"):
                    raise ConversationOver

    # --- Commands -----------------------------------------------------------------------------------------------------
    def _forget_mail(self) -> None:
        self._of_mail = None
        self._sender: str | None = None
        self._recipients: list[str] = []

    def _unknown(self, line: bytes) -> None:
        self._client.sendall(b"500 5.5.2 Unknown command\r\n")

    def _ehlo(self, line: bytes) -> None:
        self._forget_mail()
        self._client.sendall(b"250-sink\r\n250-8BITMIME\r\n250-AUTH PLAIN\r\n250 SIZE 50000000\r\n")

    def _auth(self, line: bytes) -> None:
        words = line.split()
        if len(words) == 3 and base64.b64decode(words[2]).count(b"\0") == 2:
            self._say("auth", b"235 2.7.0 Welcome\r\n")
        else:
            self._client.sendall(b"504 5.5.4 Only AUTH PLAIN with its answer\r\n")

    def _mail(self, line: bytes) -> None:
        if self._sender is not None:
            self._client.sendall(b"503 5.5.1 A mail has already begun\r\n")
            return
        self._of_mail = self._sink.next_planned(of_connection=False)
        sender = _address(line)
        if self._say("sender", b"250 2.1.0 OK\r\n", sender):
            self._sender = sender.decode("latin-1")
        else:
            self._forget_mail()

    def _rcpt(self, line: bytes) -> None:
        recipient = _address(line)
        if self._sender is None:
            self._client.sendall(b"503 5.5.1 MAIL first\r\n")
        elif self._say("recipient", b"250 2.1.5 OK\r\n", recipient):
            self._recipients.append(recipient.decode("latin-1"))

    def _data(self, line: bytes) -> None:
        if not self._recipients:
            self._client.sendall(b"503 5.5.1 RCPT first\r\n")
        elif self._say("data", b"354 Go ahead\r\n"):
            content = self._content()
            if planned := self._planned("received"):
                self._commit(planned)
            else:
                self._accept(content)
            self._forget_mail()

    def _content(self) -> bytes:
        lines = [self._lines.readline(LONGEST_LINE)]
        if planned := self._planned("content"):
            self._commit(planned)
        while lines[-1] != b".\r\n":
            if not lines[-1]:
                raise ConversationOver  # the client left in the middle: nothing was accepted
            lines.append(self._lines.readline(LONGEST_LINE))
        return b"".join(line[1:] if line.startswith(b".") else line for line in lines[:-1])

    def _accept(self, content: bytes) -> None:
        faults = [planned.name for planned in (self._of_mail, self._of_connection) if self._has_begun(planned)]
        number = self._sink.record.add(
            sender=self._sender,
            recipients=self._recipients,
            content=content,
            fault=faults[0] if faults else "",
        )
        self._say("accepted", b"250 2.0.0 OK %d\r\n" % number)
        self._accepted += 1

    def _rset(self, line: bytes) -> None:
        if self._say("reset", b"250 2.0.0 OK\r\n"):
            self._forget_mail()

    def _noop(self, line: bytes) -> None:
        self._say("reset", b"250 2.0.0 OK\r\n")

    def _quit(self, line: bytes) -> None:
        self._say("farewell", b"221 2.0.0 Bye\r\n")
        raise ConversationOver

    VERBS = {
        b"EHLO": _ehlo,
        b"HELO": _ehlo,
        b"AUTH": _auth,
        b"MAIL": _mail,
        b"RCPT": _rcpt,
        b"DATA": _data,
        b"RSET": _rset,
        b"NOOP": _noop,
        b"QUIT": _quit,
    }


def _address(line: bytes) -> bytes:
    found = ADDRESS.search(line)
    return found[1] if found else b""
