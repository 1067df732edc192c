"""The record of what a mail server accepted: one line of JSON for each mail, in order, written before the 250.

A line is written with one call to the system, so a killed server leaves whole lines and perhaps half of a last one,
whose mail was never acknowledged.
"""

import hashlib
import json
import os
import re
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path

MESSAGE_ID = re.compile(rb"^message-id:\s*(\S+)", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Accepted:
    """A mail that the server took responsibility for."""

    number: int  # from 1, in the order of acceptance
    message_id: str
    recipients: tuple[str, ...]
    sender: str
    at: float  # seconds since 1970
    digest: str  # SHA-256 of the content
    fault: str  # the misbehaviour under which it was accepted, or ""
    content: str = ""  # as latin-1, when the server keeps contents


class Record:
    """A file to which several connections of one server add.

    It survives the death of the server; with `syncs` each mail also that of the machine, at the speed of the disk.
    """

    def __init__(self, path: Path, *, keeps_content: bool = False, syncs: bool = False):
        self.path = path
        self.keeps_content = keeps_content
        self.syncs = syncs
        self._lock = threading.Lock()
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        whole = path.read_bytes().rpartition(b"\n")
        os.truncate(self._file, len(whole[0] + whole[1]))
        self.count = whole[0].count(b"\n") + 1 if whole[1] else 0

    def add(self, *, sender: str, recipients: list[str], content: bytes, fault: str) -> int:
        """Write one mail down and return its number. Raises OSError when the line could not be written whole."""
        header = content.partition(b"\r\n\r\n")[0]
        found = MESSAGE_ID.search(header)
        with self._lock:
            mail = Accepted(
                number=self.count + 1,
                message_id=found[1].decode("latin-1") if found else "",
                recipients=tuple(recipients),
                sender=sender,
                at=time.time(),
                digest=hashlib.sha256(content).hexdigest(),
                fault=fault,
                content=content.decode("latin-1") if self.keeps_content else "",
            )
            line = json.dumps(asdict(mail)).encode() + b"\n"
            if os.write(self._file, line) != len(line):
                raise OSError("the record is full")
            if self.syncs:
                os.fsync(self._file)
            self.count += 1
        return mail.number

    def close(self) -> None:
        """Let go of the file: whatever comes now is not accepted."""
        with self._lock:
            os.close(self._file)
            self._file = -1


def read_accepted(path: Path) -> list[Accepted]:
    """The mails of a record in the order of their acceptance, also while a server writes it."""
    lines = path.read_bytes().split(b"\n")[:-1] if path.exists() else []  # what follows the last \n is no whole line
    return [Accepted(**fields | {"recipients": tuple(fields["recipients"])}) for fields in map(json.loads, lines)]
