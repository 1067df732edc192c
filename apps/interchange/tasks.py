"""Long checks and imports, done by a worker; the rows in the database are the truth and a task only the doorbell."""

import logging
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import timedelta

from celery import current_app, shared_task
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils import timezone
from kombu.exceptions import KombuError

from apps.interchange import actions
from apps.interchange.choices import BatchState
from apps.interchange.models import ImportBatch
from apps.interchange.reading import ReadingError

logger = logging.getLogger(__name__)
LOCK = 7_101  # the first half of the advisory locks on imports; the second is the import's id
PATIENCE = 2  # seconds that a page waits for the broker
_BRIEF = {"socket_connect_timeout": PATIENCE, "socket_timeout": PATIENCE}
KEPT = timedelta(days=7)
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


@shared_task
def discard_old_uploads() -> int:
    """Empty the files that nobody went on with for a week: they hold a register's contents. Gives how many."""
    return actions.discard_old(timezone.now() - KEPT)


def run_now(batch: ImportBatch) -> None:
    """Do a short check or import at once, in the request that asked for it, unless a worker took it up already."""
    _claimed(batch, lambda done: None)


def ring() -> None:
    """Wake a worker. Returns within `PATIENCE` seconds whatever the broker does.

    When it does not answer, the work is done by a process of its own. Should both come to run, the claim keeps
    them apart.
    """
    rung = threading.Event()
    threading.Thread(target=_publish, args=(rung,), daemon=True).start()
    if not rung.wait(PATIENCE):
        logger.warning("The broker does not answer, so a process of its own does the imports")
        threading.Thread(target=_run_in_a_process, daemon=True).start()


def _publish(rung: threading.Event) -> None:
    """On a connection of its own, so that a hung broker holds nothing that others wait for."""
    try:
        with current_app.connection_for_write(transport_options=_BRIEF) as broker:
            broker.ensure_connection(max_retries=1, timeout=PATIENCE)
            run_waiting_imports.apply_async(connection=broker, retry=False)
            rung.set()
    except (KombuError, OSError) as error:
        logger.warning("The broker was not reached: %s", error)


def _run_in_a_process() -> None:
    """The thread waits for the process, so that it leaves nothing behind; a stopped server does not stop it."""
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "run_imports"]
    subprocess.run(command, start_new_session=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False)


def _run_one(tried: list[int]) -> bool:
    """Do one waiting import that nobody else is doing. False when there is none left to try."""
    batch = ImportBatch.objects.filter(state__in=WORK).exclude(pk__in=tried).order_by("pk").first()
    if batch is None:
        return False
    tried.append(batch.pk)
    _claimed(batch, lambda done: actions.note_progress(batch, done))
    return True


def _claimed(batch: ImportBatch, on_progress: Callable[[int], None]) -> None:
    if _claim(batch, "pg_try_advisory_lock"):
        try:
            batch.refresh_from_db()
            if batch.is_working:
                _work(batch, on_progress)
        finally:
            _claim(batch, "pg_advisory_unlock")


def _claim(batch: ImportBatch, function: str) -> bool:
    with connection.cursor() as cursor:
        cursor.callproc(function, [LOCK, batch.pk])
        return cursor.fetchone()[0]


def _work(batch: ImportBatch, on_progress: Callable[[int], None]) -> None:
    """Do it, or note why not: an import that cannot be done must not keep those behind it waiting for ever."""
    try:
        with transaction.atomic():
            WORK[BatchState(batch.state)](batch, on_progress)
    except (ReadingError, ValidationError) as error:
        _stop(batch, " ".join(getattr(error, "messages", [str(error)])))
    except Exception:
        logger.exception("Import %s stopped", batch.pk)
        _stop(batch, "Registret tog inte emot raderna. Inget är importerat. Försök igen eller hör av dig.")


def _stop(batch: ImportBatch, sentence: str) -> None:
    """What the work set on the object was rolled back, so the state is read anew."""
    batch.refresh_from_db()
    if batch.is_working:
        actions.fail(batch, sentence)
