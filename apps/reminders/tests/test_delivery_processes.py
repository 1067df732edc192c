"""Real processes against a real mail server: several at once, killed, stopped, told to end, without their database."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.conf import settings as django_settings
from django.db import connection, transaction
from django.utils import timezone

from apps.reminders import delivery, outbox, tasks
from apps.reminders.models import DeliveryEvent, OutboxMail

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
LEASE = 3


@pytest.fixture(autouse=True)
def short_times(settings):
    settings.MAIL_LEASE_SECONDS, settings.MAIL_RESEND_SECONDS = LEASE, 60


@pytest.fixture
def start(sink):
    """`start("send_outbox")` starts a command of manage.py, or another program, in a group of its own."""
    started = []

    def run(*command):
        parts = connection.settings_dict
        database = f"{parts['USER']}:{parts['PASSWORD']}@/{parts['NAME']}?host={parts['HOST']}&port={parts['PORT']}"
        surroundings = {
            "DATABASE_URL": f"postgres://{database}",
            "EMAIL_HOST": "127.0.0.1",
            "EMAIL_PORT": str(sink.port),
            "MAIL_LEASE_SECONDS": str(LEASE),
            "MAIL_RESEND_SECONDS": "3600",
            "DJANGO_SETTINGS_MODULE": "procurement_csr.settings",
        }
        started.append(
            subprocess.Popen(
                [sys.executable, *command],
                cwd=django_settings.BASE_DIR,
                env=os.environ | surroundings,
                start_new_session=True,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
            )
        )
        return started[-1]

    yield run
    for process in started:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def write(count, *, kind="digest"):
    now = timezone.now()
    OutboxMail.objects.bulk_create(
        OutboxMail(
            message_id=f"<{kind}-{number}@exempel.se>",
            kind=kind,
            to_address=f"doris{number}@exempel.se",
            subject="Påminnelse",
            text="Hej Doris!",
            due_at=now - timedelta(minutes=1) + timedelta(microseconds=number),
        )
        for number in range(count)
    )


def wait_until(what, seconds=20):
    deadline = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < deadline, Counter(OutboxMail.objects.values_list("state", flat=True))
        time.sleep(0.01)


def send_later():
    """A run two minutes from now, when what is uncertain has rested."""
    return delivery.run(clock=lambda: timezone.now() + timedelta(minutes=2))


def states():
    return Counter(OutboxMail.objects.values_list("state", flat=True))


def names(sink):
    return Counter(each.message_id for each in sink.accepted())


def test_a_claim_neither_waits_for_nor_takes_what_another_is_claiming(sink):
    write(10)

    def claim_as_another():
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("SET LOCAL lock_timeout = '5s'")
                return [mail.id for mail in outbox.claim(7, now=timezone.now())]
        finally:
            connection.close()

    with transaction.atomic(), ThreadPoolExecutor(1) as other:
        mine = [mail.id for mail in outbox.claim(7, now=timezone.now())]
        others = other.submit(claim_as_another).result()
    assert (len(mine), len(others), len({*mine, *others})) == (7, 3, 10)


def test_three_workers_send_each_mail_once(sink, start):
    write(150)
    workers = [start("manage.py", "send_outbox") for _ in range(3)]
    said = [worker.communicate(timeout=60)[0] for worker in workers]
    assert [worker.returncode for worker in workers] == [0, 0, 0], said
    assert states() == {"sent": 150}
    assert set(names(sink).values()) == {1}
    assert len(names(sink)) == 150


def test_killed_between_the_hand_over_and_its_note_the_mail_is_uncertain_and_repeated_by_name(sink, start):
    write(3)
    sink.script("hang_after_accepting", seconds=30)
    worker = start("manage.py", "send_outbox")
    wait_until(sink.accepted)
    os.killpg(worker.pid, signal.SIGKILL)
    worker.wait()
    sink.clear()
    assert states() == {"sending": 1, "claimed": 2}
    assert delivery.run().answers.total() == 0, "the dead worker's lease still runs"
    time.sleep(LEASE + 0.5)
    outbox.reap(now=timezone.now())
    assert states() == {"uncertain": 1, "pending": 2}
    assert send_later().sent == 3
    assert states() == {"resent": 1, "sent": 2}
    assert names(sink) == {"<digest-0@exempel.se>": 2, "<digest-1@exempel.se>": 1, "<digest-2@exempel.se>": 1}
    doubled = DeliveryEvent.objects.filter(mail__message_id="<digest-0@exempel.se>").order_by("id")
    assert list(doubled.values_list("step", flat=True)) == ["handed_over", "uncertain", "handed_over", "accepted"]


def test_told_to_end_while_sending_the_loop_finishes_its_mail_and_leaves_no_doubt(sink, start):
    write(20)
    sink.script("slow", times=20, seconds=0.1)
    worker = start("manage.py", "send_outbox", "--loop")
    wait_until(lambda: len(sink.accepted()) >= 3)
    os.kill(worker.pid, signal.SIGTERM)
    worker.communicate(timeout=20)
    found = states()
    assert set(found) == {"sent", "pending"}
    assert found["sent"] == len(sink.accepted()) == sum(names(sink).values())
    assert not DeliveryEvent.objects.filter(step="uncertain").exists()


@pytest.mark.parametrize("target", ["group", "child"])
def test_told_to_end_a_worker_of_celery_leaves_no_doubt(sink, start, target):
    """systemd tells every process of a service: the child that sends is told to end as well as its parent."""
    write(20)
    sink.script("slow", times=20, seconds=0.1)
    queue = f"signals-{target}"
    worker = start("-m", "celery", "-q", "-A", "procurement_csr.celery", "worker", "--concurrency=1", "-Q", queue)
    tasks.send.apply_async(queue=queue)
    wait_until(lambda: len(sink.accepted()) >= 3)
    if target == "group":
        os.killpg(worker.pid, signal.SIGTERM)
    else:
        (child,) = subprocess.check_output(["pgrep", "-P", str(worker.pid)], text=True).split()
        os.kill(int(child), signal.SIGTERM)
        wait_until(lambda: states()["claimed"] == states()["sending"] == 0)
        os.kill(worker.pid, signal.SIGTERM)
    worker.communicate(timeout=30)
    found = states()
    assert set(found) == {"sent", "pending"}
    assert found["sent"] == len(sink.accepted())
    assert not DeliveryEvent.objects.filter(step="uncertain").exists()


def test_much_mail_is_sent_over_several_connections_and_still_once_each(sink):
    count = 3 * delivery.BATCH
    write(count)
    sink.script("slow", times=count, seconds=0.005)
    assert delivery.run(seconds=60).sent == count
    assert states() == {"sent": count}
    assert list(names(sink).values()) == [1] * count
    assert sink.status()["connections"] == 1 + delivery.HELPERS


def test_little_mail_is_sent_over_one_connection(sink):
    write(delivery.BATCH - 1)
    assert delivery.run(seconds=60).sent == delivery.BATCH - 1
    assert sink.status()["connections"] == 1


def test_a_worker_frozen_beyond_its_lease_does_not_send_when_it_wakes(sink, start):
    write(1)
    sink.script("slow", seconds=0.7)
    worker = start("manage.py", "send_outbox")
    wait_until(lambda: states()["sending"] == 1)
    os.kill(worker.pid, signal.SIGSTOP)
    time.sleep(LEASE + 0.5)
    outbox.reap(now=timezone.now())
    assert states() == {"uncertain": 1}
    os.kill(worker.pid, signal.SIGCONT)
    said, _ = worker.communicate(timeout=20)
    assert sink.accepted() == [], said
    sink.clear()
    assert send_later().sent == 1
    assert set(names(sink).values()) == {1}


def test_a_database_connection_that_dies_while_the_server_answers_costs_nothing(sink, start):
    write(4)
    sink.script("slow", times=4, seconds=0.2)
    worker = start("manage.py", "send_outbox")
    for number in (1, 2, 3):
        wait_until(lambda number=number: len(sink.accepted()) + states()["sending"] > number)
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
    worker.communicate(timeout=30)
    for _ in range(2):
        time.sleep(LEASE / 2 + 0.2)
        send_later()
    copies = names(sink)
    doubted = set(DeliveryEvent.objects.filter(step="uncertain").values_list("mail__message_id", flat=True))
    assert len(copies) == 4
    assert all(count == 1 or name in doubted for name, count in copies.items())
    assert set(states()) <= {"sent", "resent"}


def test_the_task_rings_again_when_more_waits_and_only_then(sink):
    with tasks.send.app.connection_for_write() as broker:
        client = broker.default_channel.client
        before = client.llen("celery")
        tasks.ring_again(delivery.Report(has_more=True))
        assert client.llen("celery") == before + 1
        tasks.ring_again(delivery.Report(has_more=True, was_stopped=True))
        tasks.ring_again(delivery.Report())
        assert client.llen("celery") == before + 1
        client.rpop("celery")


def test_without_a_broker_the_task_still_sends(sink):
    write(2)
    tasks.send()
    assert states() == {"sent": 2}
