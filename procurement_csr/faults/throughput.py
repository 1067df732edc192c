"""How fast the outbox sends, beside the same mail server's raw rate: `python -m procurement_csr.faults.throughput`.

All run against the same server, a process of its own, with a database that keeps what it commits. The raw rate is
smtplib's, with mails that lie ready as bytes, over one connection that is used again. The server is tried as it is, a
few lines of Python that do next to nothing, and with the time that a real one takes to check a mail and bring it to
the disk: then the outbox's further connections have something to wait for.
"""

import argparse
import os
import smtplib
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from procurement_csr import services
from procurement_csr.faults.sink_process import SinkProcess

ROUNDS = 3
# What the mail server takes for each mail, besides what the machine takes anyway.
SECONDS_A_MAIL = (0.0, 0.002, 0.01)
ANSWERS_A_MAIL = 4
TEXT = "Hej Doris!\n\n" + "Följ upp kravet i avtalet: två praktikplatser hos Renare AB, senast 2026-12-01.\n" * 20
HTML = "<p>Hej Doris!</p>" + "<p>Följ upp kravet i avtalet: två praktikplatser hos Renare AB.</p>" * 20


def main() -> None:
    """Print mails a second for each round and in the median."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mails", type=int, default=1000)
    mails = parser.parse_args().mails
    with tempfile.TemporaryDirectory(prefix="steget-rate-", dir="/tmp") as name:
        directory = Path(name)
        directory.chmod(0o711)  # as root the database runs as another account, which has to pass
        state = directory / "var"
        services.make_state(state)
        with services.Hold(state, ["postgres"]), SinkProcess(directory / "accepted.jsonl") as sink:
            _set_up(state, sink)
            for seconds in SECONDS_A_MAIL:
                sys.stdout.write(f"the server takes {seconds * 1000:.0f} ms a mail\n")
                for line in measure(mails, sink, seconds=seconds):
                    sys.stdout.write(f"  {line}\n")
                    sys.stdout.flush()


def _set_up(state: Path, sink: SinkProcess) -> None:
    import django

    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "procurement_csr.settings",
        "DATABASE_URL": services.database_url(state),
        "REDIS_URL": "redis://127.0.0.1:1/0",
        "STEGET_HOME": str(state),
        "EMAIL_HOST": "127.0.0.1",
        "EMAIL_PORT": str(sink.port),
    }
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def measure(mails: int, sink: SinkProcess, *, seconds: float):
    """The rates of raw SMTP, of Django's backend and of the outbox, in turns."""
    ways: dict[str, Callable[[int, int], float]] = {"smtplib": _raw, "Django": _django, "outbox": _outbox}
    rates: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(ROUNDS):
        for name, send in ways.items():
            if seconds:
                sink.script("slow", times=mails, seconds=seconds / ANSWERS_A_MAIL)
            rates[name].append(mails / send(mails, sink.port))
        yield "  ".join(f"{name} {found[-1]:6.0f}/s" for name, found in rates.items()) + f"  (round {number + 1})"
    medians = {name: statistics.median(found) for name, found in rates.items()}
    yield "  ".join(f"{name} {rate:6.0f}/s" for name, rate in medians.items()) + "  (median)"
    yield f"outbox / smtplib = {medians['outbox'] / medians['smtplib']:.0%}"
    yield f"outbox / Django  = {medians['outbox'] / medians['Django']:.0%}"


def _rows(mails: int) -> list:
    from django.utils import timezone

    from apps.reminders.models import OutboxMail
    from apps.reminders.models.mail import new_message_id

    now = timezone.now()
    return [
        OutboxMail(
            message_id=new_message_id("exempel.se"),
            kind="digest",
            to_address=f"doris{number}@exempel.se",
            subject="Dina uppgifter: två är försenade",
            text=TEXT,
            html=HTML,
            headers={"List-Unsubscribe": "<https://steget.example.se/konto/mejl/>"},
            due_at=now,
            created_at=now,
        )
        for number in range(mails)
    ]


def _raw(mails: int, port: int) -> float:
    from apps.reminders.letters import message_of

    ready = [(row.to_address, message_of(row).message().as_bytes(linesep="\r\n")) for row in _rows(mails)]
    began = time.perf_counter()
    with smtplib.SMTP("127.0.0.1", port) as server:
        for address, content in ready:
            server.sendmail("steget@exempel.se", [address], content)
    return time.perf_counter() - began


def _django(mails: int, port: int) -> float:
    from django.core.mail import get_connection

    from apps.reminders.letters import message_of

    rows = _rows(mails)
    backend = get_connection("django.core.mail.backends.smtp.EmailBackend")
    began = time.perf_counter()
    backend.open()
    for row in rows:
        backend.send_messages([message_of(row)])
    backend.close()
    return time.perf_counter() - began


def _outbox(mails: int, port: int) -> float:
    from apps.reminders import delivery
    from apps.reminders.models import OutboxMail

    OutboxMail.objects.bulk_create(_rows(mails))
    began = time.perf_counter()
    report = delivery.run(seconds=600)
    seconds = time.perf_counter() - began
    if report.sent != mails:
        raise RuntimeError(f"{report} instead of {mails} mails")
    return seconds


if __name__ == "__main__":
    main()
