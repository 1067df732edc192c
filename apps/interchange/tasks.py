"""Long checks and imports, done by a worker; the rows in the database are the truth and a task only the doorbell."""

import logging
import subprocess
import sys

from celery import shared_task
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from kombu.exceptions import OperationalError

from apps.interchange import actions
from apps.interchange.choices import BatchState
from apps.interchange.models import ImportBatch
from apps.interchange.reading import ReadingError

logger = logging.getLogger(__name__)
LOCK = 7_101  # the first half of the advisory locks on imports; the second is the import's id
WORK = {BatchState.CHECKING: actions.check, BatchState.APPLYING: actions.apply}


@shared_task
def run_waiting_imports() -> int:
    """Do every check and import that waits, one transaction each. Gives how many were done.

    An advisory lock is the claim: it goes with the connection of a killed worker, and the next ring of the bell takes
    the work up again. It locks no row, so progress can be noted on a connection of its own meanwhile.
    """
    done = 0
    tried: list[int] = []
    while _run_one(tried):
        done += 1
    return done


def run_now(batch: ImportBatch) -> None:
    """Do a short check or import at once, in the request that asked for it."""
    _work(batch)


def ring() -> None:
    """Wake a worker. Without a broker the work runs in a process of its own, so it never waits for Redis."""
    try:
        run_waiting_imports.apply_async(retry=False)
    except OperationalError:
        command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "run_imports"]
        subprocess.Popen(command, start_new_session=True, stdin=subprocess.DEVNULL)


def _run_one(tried: list[int]) -> bool:
    """Do one waiting import that nobody else is doing. False when there is none left to try."""
    batch = ImportBatch.objects.filter(state__in=WORK).exclude(pk__in=tried).order_by("pk").first()
    if batch is None:
        return False
    tried.append(batch.pk)
    if _claim(batch, "pg_try_advisory_lock"):
        try:
            batch.refresh_from_db()
            if batch.is_working:
                _work(batch, lambda done: actions.note_progress(batch, done))
        finally:
            _claim(batch, "pg_advisory_unlock")
    return True


def _claim(batch: ImportBatch, function: str) -> bool:
    with connection.cursor() as cursor:
        cursor.callproc(function, [LOCK, batch.pk])
        return cursor.fetchone()[0]


def _work(batch: ImportBatch, on_progress=lambda done: None) -> None:
    try:
        with transaction.atomic():
            WORK[BatchState(batch.state)](batch, on_progress)
    except (ReadingError, ValidationError) as error:
        actions.fail(batch, " ".join(getattr(error, "messages", [str(error)])))
    except DatabaseError:
        logger.exception("Import %s stopped", batch.pk)
        actions.fail(batch, "Registret tog inte emot raderna. Inget är importerat. Försök igen eller hör av dig.")
