"""Files of more than 500 rows: the bell, the worker, the process of its own, and a killed one."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
import uuid
from contextlib import closing, contextmanager
from datetime import timedelta

import pytest
from celery import current_app
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from apps.interchange import actions, tasks
from apps.interchange.models import ImportBatch, ImportChange, ImportRow
from apps.interchange.tests.processes import database_url
from apps.procurements.models import Contract, Procurement
from apps.suppliers.models import Supplier

HEADER = "avtalsnummer;diarienummer;avtalsnamn;leverantör;startdatum;slutdatum;avtalsvärde kr\n"


def register(rows):
    """A register of so many contracts, three to a procurement, of a hundred companies."""
    return HEADER + "".join(
        f"A-{n};KS 2026/{n // 3};Avtal {n // 3};Företag {n % 100} AB;2026-01-01;2027-12-31;{n}000\n"
        for n in range(1, rows + 1)
    )


def uploaded(olivia, helsingborg, rows):
    batch = actions.upload(by=olivia, organisation=helsingborg, filename="stort.csv", content=register(rows).encode())
    actions.choose_columns(by=olivia, batch=batch, names=batch.mapping)
    return batch


def confirmed(olivia, helsingborg, rows):
    batch = uploaded(olivia, helsingborg, rows)
    tasks.run_now(batch)
    actions.confirm(by=olivia, batch=batch)
    return batch


def wait_for(condition, seconds=60):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "nothing happened in time"
        time.sleep(0.1)


def state(batch):
    batch.refresh_from_db(fields=["state", "message"])
    return batch.state


@contextmanager
def broker_at(address):
    """Celery's broker is elsewhere. Its pools are emptied, since they remember."""
    before = current_app.conf.broker_url
    current_app.conf.broker_url = current_app.conf.broker_write_url = address
    try:
        yield
    finally:
        current_app.conf.broker_url, current_app.conf.broker_write_url = before, None


@contextmanager
def closed_port():
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        port = server.getsockname()[1]
    yield f"redis://127.0.0.1:{port}/0"


@contextmanager
def hung_server():
    """It accepts and never answers."""
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        yield f"redis://127.0.0.1:{server.getsockname()[1]}/0"


@contextmanager
def unknown_host():
    yield "redis://finns-inte.invalid:6379/0"


@pytest.mark.slow
@pytest.mark.parametrize("trouble", [closed_port, hung_server, unknown_host])
def test_a_lost_broker_neither_holds_the_page_nor_the_import(
    trouble, transactional_db, sign_in, olivia, helsingborg, monkeypatch
):
    monkeypatch.setenv("DATABASE_URL", database_url())
    client = sign_in(olivia)
    data = {"file": SimpleUploadedFile("stort.csv", register(501).encode()), "token": uuid.uuid4()}
    client.post(reverse("import_create"), data)
    batch = ImportBatch.objects.get()
    form = client.get(reverse("import_mapping", args=[batch.pk])).context["form"]
    columns = {name: form[name].value() for name in form.fields}
    with trouble() as address, broker_at(address):
        began = time.monotonic()
        answer = client.post(reverse("import_mapping", args=[batch.pk]), columns)
        assert time.monotonic() - began < 3
        assert answer.status_code == 302
        wait_for(lambda: state(batch) == "checked")
        began = time.monotonic()
        client.post(reverse("import_check", args=[batch.pk]))
        assert time.monotonic() - began < 3
        wait_for(lambda: state(batch) == "applied")
    assert Contract.objects.count() == 501


@contextmanager
def started(*arguments):
    """A process on the test's database that is killed in the end."""
    environment = os.environ | {"DATABASE_URL": database_url()}
    process = subprocess.Popen([sys.executable, *arguments], env=environment, cwd=settings.BASE_DIR)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


@pytest.mark.slow
def test_a_celery_worker_does_the_import_when_the_bell_rings(transactional_db, olivia, helsingborg):
    batch = confirmed(olivia, helsingborg, 501)
    with started("-m", "celery", "-A", "procurement_csr", "worker", "--pool=solo", "--concurrency=1"):
        tasks.ring()
        wait_for(lambda: state(batch) == "applied")
    assert Contract.objects.count() == 501


@pytest.mark.slow
def test_a_killed_import_leaves_nothing_half_written_and_the_next_bell_finishes_it(
    transactional_db, olivia, helsingborg
):
    batch = confirmed(olivia, helsingborg, 3000)

    def has_written():
        """Whether the other process has begun to write contracts, which nobody else sees yet."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_relation_size('procurements_contract')")
            return cursor.fetchone()[0] > 0

    with started("manage.py", "run_imports") as process:
        wait_for(has_written)
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert state(batch) == "applying"
    for model in (Procurement, Contract, Supplier, ImportChange):
        assert not model.objects.exists()
    batch.refresh_from_db()
    assert 0 < batch.progress_done <= batch.progress_total == 3000
    wait_for(lambda: tasks.run_waiting_imports() and state(batch) == "applied")
    assert Contract.objects.count() == 3000


def test_progress_is_seen_without_a_script(db, sign_in, olivia, helsingborg):
    batch = uploaded(olivia, helsingborg, 501)
    ImportBatch.objects.filter(pk=batch.pk).update(progress_done=250)
    html = sign_in(olivia).get(reverse("import_check", args=[batch.pk])).content.decode()
    assert '<meta http-equiv="refresh" content="2">' in html
    assert "250 av 501 rader" in html
    assert "<progress" in html


def test_an_import_that_a_worker_has_taken_up_is_not_done_twice(transactional_db, olivia, helsingborg):
    batch = confirmed(olivia, helsingborg, 10)
    workers = [threading.Thread(target=in_a_thread, args=(tasks.run_waiting_imports,)) for _ in range(3)]
    for worker in workers:
        worker.start()
    tasks.run_now(batch)
    for worker in workers:
        worker.join()
    assert state(batch) == "applied"
    assert Contract.objects.count() == 10


def in_a_thread(work):
    try:
        work()
    finally:
        connection.close()


def test_an_import_that_cannot_be_done_does_not_hold_up_the_next(db, olivia, helsingborg, caplog):
    broken, whole = uploaded(olivia, helsingborg, 3), uploaded(olivia, helsingborg, 3)
    ImportBatch.objects.filter(pk=broken.pk).update(mapping={"leverantör": "inget fält"})
    assert tasks.run_waiting_imports() == 2
    assert (state(broken), state(whole)) == ("failed", "checked")
    assert "Försök igen" in broken.message or broken.message
    assert f"Import {broken.pk} stopped" in caplog.text


def test_uploads_older_than_a_week_are_emptied_and_the_rest_stays(db, olivia, helsingborg):
    old, young, done = (uploaded(olivia, helsingborg, 3) for _ in range(3))
    for batch in (old, young, done):
        tasks.run_now(batch)
    actions.confirm(by=olivia, batch=done)
    tasks.run_now(done)
    week = timezone.now() - timedelta(days=7, minutes=1)
    ImportBatch.objects.filter(pk__in=[old.pk, done.pk]).update(created_at=week)
    assert tasks.discard_old_uploads() == 1
    assert [state(batch) for batch in (old, young, done)] == ["discarded", "checked", "applied"]
    old.refresh_from_db()
    assert bytes(old.content) == b""
    assert not ImportRow.objects.filter(batch=old).exists()


def test_the_daily_clearing_is_on_the_timetable():
    entries = {entry["task"]: entry["schedule"] for entry in settings.CELERY_BEAT_SCHEDULE.values()}
    assert entries["apps.interchange.tasks.discard_old_uploads"] == 24 * 3600
    assert "apps.interchange.tasks.discard_old_uploads" in current_app.tasks
