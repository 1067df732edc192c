"""Examine an installation and say what to do about what is wrong."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.mail import get_connection
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from apps.core.formats import iso_date
from apps.reminders import health
from apps.reminders.answers import classify

CLOCK_SECONDS = 5
DISK_BYTES = 500 * 1024**2


@dataclass(frozen=True)
class Finding:
    """What was looked at, and what is wrong with it and what to do ("" when nothing is)."""

    what: str
    wrong: str = ""


class Command(BaseCommand):
    help = "Undersök installationen: databas, meddelandekö, mejlserver, klocka och disk. Skickar inget."
    requires_system_checks: list[str] = []

    def handle(self, **options):
        count = 0
        for finding in examine():
            count += bool(finding.wrong)
            self.stdout.write(f"fel  {finding.what}: {finding.wrong}" if finding.wrong else f"ok   {finding.what}")
        if count:
            raise CommandError(f"{count} fel. Rätta dem uppifrån och kör doctor igen.")
        self.stdout.write("Allt är bra.")


def examine() -> Iterator[Finding]:
    """Everything that is looked at, in the order in which to mend it."""
    found = database()
    yield found
    if not found.wrong:
        yield migrations()
        yield clock()
        yield from reminders()
    yield broker()
    yield mail_server()
    yield disk()


def database() -> Finding:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError as error:
        reason = str(error).strip().splitlines()[0]
        return Finding("databasen", f"svarar inte ({reason}). Starta PostgreSQL och se efter att DATABASE_URL stämmer.")
    return Finding(f"databasen (PostgreSQL {connection.pg_version // 10000})")


def migrations() -> Finding:
    executor = MigrationExecutor(connection)
    count = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    wrong = f"{count} ändringar saknas. Kör python -m procurement_csr.prepare." if count else ""
    return Finding("databasens uppbyggnad", wrong)


def clock() -> Finding:
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        (there,) = cursor.fetchone()
    apart = abs((timezone.now() - there).total_seconds())
    if settings.TIME_ZONE != "Europe/Stockholm":
        return Finding("klockan", f"tidszonen är {settings.TIME_ZONE}, inte Europe/Stockholm. Återställ TIME_ZONE.")
    if apart > CLOCK_SECONDS:
        return Finding("klockan", f"går {apart:.0f} s fel mot databasens. Ställ båda efter samma tidsserver (NTP).")
    return Finding(f"klockan ({timezone.now().astimezone(ZoneInfo(settings.TIME_ZONE)):%Y-%m-%d %H:%M})")


def reminders() -> Iterator[Finding]:
    now = timezone.now()
    found = health.health(now=now)
    late = found.planned_at is None or found.planned_at < now - health.TOO_LONG
    when = f"senast {_minute(found.planned_at)}" if found.planned_at else "har aldrig gjorts"
    start = "Starta arbetaren och tidtabellen (celery worker och beat), eller kör manage.py remind."
    yield Finding("planering av påminnelser", f"{when}. {start}" if late else "")
    waits = found.oldest_due_at and found.oldest_due_at < now - health.TOO_LONG
    send = "Starta arbetaren, eller kör manage.py send_outbox."
    yield Finding("mejl som väntar", f"det äldsta sedan {_minute(found.oldest_due_at)}. {send}" if waits else "")
    away = f"sändningen vilar till {_minute(found.paused_until)}: {found.reason}" if found.is_server_away else ""
    yield Finding("sändning av mejl", away)
    asking = found.counts["held"] + found.counts["dead"]
    look = f"{asking} mejl väntar på ett beslut. Se Inställningar, Mejl."
    yield Finding("mejl som inte kom fram", look if asking else "")


def broker() -> Finding:
    wrong = "svarar inte. Starta Redis eller Valkey och se efter att REDIS_URL stämmer. Inget är förlorat."
    return Finding("meddelandekön", "" if health.broker_answers() else wrong)


def mail_server() -> Finding:
    """Connects, greets and signs in; sends nothing."""
    where = f"mejlservern ({settings.EMAIL_HOST}:{settings.EMAIL_PORT})" if settings.EMAIL_HOST else "mejlen"
    if settings.DELIVERY_BACKEND == settings.FILES_BACKEND:
        return Finding(f"mejlen (skrivs till filer i {settings.EMAIL_FILE_PATH})", _not_writable(settings.STATE_DIR))
    return Finding(where, _tried(lambda: get_connection(settings.DELIVERY_BACKEND)))


def _tried(connect: Callable) -> str:
    backend = None
    try:
        backend = connect()
        backend.open()
    except Exception as error:  # providers' packages raise what they like
        text = classify(error, was_connected=False).text
        return f"{text} Se efter EMAIL_HOST, EMAIL_PORT, EMAIL_USE_TLS och inloggningen. Mejlen ligger kvar."
    finally:
        if backend:
            backend.close()
    return ""


def disk() -> Finding:
    what = f"disken ({settings.STATE_DIR})"
    if wrong := _not_writable(settings.STATE_DIR):
        return Finding(what, wrong)
    free = shutil.disk_usage(settings.STATE_DIR).free
    return Finding(what, "" if free > DISK_BYTES else f"bara {free // 1024**2} MB ledigt. Frigör plats.")


def _not_writable(path) -> str:
    return "" if os.access(path, os.W_OK) else f"{path} går inte att skriva i. Ändra ägare, eller STEGET_HOME."


def _minute(at) -> str:
    local = timezone.localtime(at)
    return f"{iso_date(local.date())} {local:%H:%M}"
