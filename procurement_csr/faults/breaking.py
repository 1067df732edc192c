"""The faults of a campaign: each is one thing that breaks while a morning's mails are planned and sent."""

import contextlib
import os
import random
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.db import connection
from django.utils import timezone

from apps.reminders.models import OutboxMail
from apps.reminders.models.mail import new_message_id
from procurement_csr import services
from procurement_csr.faults.plant import LEASE_SECONDS, Plant, eventually
from procurement_csr.faults.sabotage import FENCE, KEY
from procurement_csr.faults.town import RESEND, Round, patiently

Fault = Callable[[Plant, Round, random.Random], None]
# Slow enough for something to break in the middle of a mail, and most often before its content.
ANSWER_SECONDS = 0.015
STOP_SECONDS = 30
# The twelve that every mail server is known for, as the table calls them.
WORDS = {
    "refuse_connection": "går inte att nå",
    "busy_at_greeting": "421 vid anslutning",
    "refuse_sign_in": "535 vid inloggning",
    "greylist_recipient": "450 för mottagaren",
    "unknown_recipient": "550 för mottagaren",
    "close_after": "421 efter några mejl",
    "drop_at_data": "bryter vid DATA",
    "full_after_content": "452 efter innehållet",
    "refuse_after_content": "554 efter innehållet",
    "drop_after_accepting": "tar emot och bryter",
    "hang_after_accepting": "tar emot och tystnar",
    "slow": "svarar långsamt",
}
TWELVE = tuple(WORDS)


@dataclass(frozen=True)
class Section:
    """One line of the table: so many rounds, with the fault so many times in each."""

    label: str
    fault: Fault
    rounds: int
    before: Callable[[Plant], None] | None = None
    after: Callable[[Plant], None] | None = None
    rings: int = 1
    times: int = 1
    faults_each: int = 1


def _at_some_moment(plant: Plant, this: Round, rng: random.Random) -> None:
    """While reminders are planned, or when some of the mails have been accepted."""
    plant.sink.script("slow", times=500, seconds=ANSWER_SECONDS)
    if rng.random() < 0.25:
        time.sleep(rng.uniform(0, 0.5))
        return
    wanted = this.last_copy + rng.randrange(len(this.expected) // 2)
    with contextlib.suppress(TimeoutError):
        eventually(lambda: plant.sink.status()["accepted"] >= wanted, 8, "nothing is sent")
    time.sleep(rng.uniform(0, 5 * ANSWER_SECONDS))


# --- Workers ----------------------------------------------------------------------------------------------------------
def kill_a_child(plant: Plant, this: Round, rng: random.Random) -> None:
    _at_some_moment(plant, this, rng)
    with contextlib.suppress(ProcessLookupError, IndexError):
        os.kill(rng.choice(plant.children), signal.SIGKILL)


def kill_a_group(plant: Plant, this: Round, rng: random.Random) -> None:
    _at_some_moment(plant, this, rng)
    group = rng.choice(plant.groups)
    group.kill()
    group.start()


def kill_all_workers(plant: Plant, this: Round, rng: random.Random) -> None:
    _at_some_moment(plant, this, rng)
    for group in plant.groups:
        group.kill()
    for group in plant.groups:
        group.start()


def terminate_while_sending(plant: Plant, this: Round, rng: random.Random) -> None:
    this.must_be_certain = True
    _at_some_moment(plant, this, rng)
    all_of_it = rng.random() < 0.5
    for group in plant.groups:
        group.terminate(all_of_it=all_of_it)
    for group in plant.groups:
        if not group.wait_until_gone(STOP_SECONDS):
            this.troubles.append(f"{group.name} did not stop within {STOP_SECONDS} s")
            group.kill()
        group.start()


def stop_beyond_the_lease(plant: Plant, this: Round, rng: random.Random) -> None:
    """One group stands still while the other goes on, and wakes up when its mails have been sent by others."""
    _at_some_moment(plant, this, rng)
    sleepers = rng.choice(plant.groups).children
    for pid in sleepers:
        os.kill(pid, signal.SIGSTOP)
    time.sleep(LEASE_SECONDS + 1.0)
    plant.clock.advance(RESEND)
    time.sleep(2.5)
    for pid in sleepers:
        os.kill(pid, signal.SIGCONT)
    time.sleep(0.5)


# --- The timetable ----------------------------------------------------------------------------------------------------
def kill_the_timetable(plant: Plant, this: Round, rng: random.Random) -> None:
    plant.beat.kill()
    time.sleep(rng.uniform(0, 1))
    plant.beat.start()


def nothing_else(plant: Plant, this: Round, rng: random.Random) -> None:
    """What breaks is there already."""


def start_second_timetable(plant: Plant) -> None:
    plant.second_beat()


def stop_second_timetable(plant: Plant) -> None:
    plant.beats.pop().kill()


# --- The broker -------------------------------------------------------------------------------------------------------
def empty_the_broker(plant: Plant, this: Round, rng: random.Random) -> None:
    for _ in range(3):
        plant.valkey.say(b"FLUSHALL")
        time.sleep(rng.uniform(0, 0.3))


def lose_the_broker(plant: Plant, this: Round, rng: random.Random) -> None:
    _at_some_moment(plant, this, rng)
    plant.valkey.stop()
    time.sleep(rng.uniform(0.5, 3))
    plant.valkey.start()


def hang_the_broker(plant: Plant, this: Round, rng: random.Random) -> None:
    _at_some_moment(plant, this, rng)
    plant.valkey.signal(signal.SIGSTOP)
    time.sleep(rng.choice([1, 2, 3, 4, 12]))
    plant.valkey.signal(signal.SIGCONT)


def restart_the_broker(plant: Plant, this: Round, rng: random.Random) -> None:
    _at_some_moment(plant, this, rng)
    plant.valkey.stop()
    plant.valkey.start()


# --- The database -----------------------------------------------------------------------------------------------------
def cut_connections(plant: Plant, this: Round, rng: random.Random) -> None:
    _at_some_moment(plant, this, rng)
    for _ in range(rng.randint(1, 3)):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        time.sleep(rng.uniform(0, 0.3))


def crash_the_database(plant: Plant, this: Round, rng: random.Random) -> None:
    """One backend is killed, so the server stops all others, recovers from its log and goes on."""
    pids = patiently(_backends)
    _at_some_moment(plant, this, rng)
    with contextlib.suppress(ProcessLookupError):
        os.kill(rng.choice(pids), signal.SIGKILL)
    connection.close()


def restart_the_database(plant: Plant, this: Round, rng: random.Random) -> None:
    """The server is stopped without a word; its keeper starts it again, though not seven times in a minute."""
    time.sleep(6)
    _at_some_moment(plant, this, rng)
    connection.close()
    lock = services.data_directory(plant.state) / "postgres" / "postmaster.pid"
    os.kill(int(lock.read_text().split()[0]), signal.SIGQUIT)
    plant.hold.ensure()


def _backends() -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pid FROM pg_stat_activity WHERE datname = current_database()")
        return [pid for (pid,) in cursor.fetchall()]


# --- The mail server --------------------------------------------------------------------------------------------------
def misbehaving(*names: str) -> Fault:
    """A mail server that does one thing wrong for some mails or connections, or one after the other."""

    def misbehave(plant: Plant, this: Round, rng: random.Random) -> None:
        for name in names:
            _misbehave(plant, rng, name)

    return misbehave


def _misbehave(plant: Plant, rng: random.Random, name: str) -> None:
    # If the deputy's address is refused as well, the head is told in the next morning's mail: too late for the round.
    times = 1 if name in ("hang_after_accepting", "unknown_recipient") else rng.randint(1, 3)
    seconds = {"refuse_connection": rng.uniform(0.3, 2), "slow": rng.uniform(0.05, 0.4)}.get(name)
    met = plant.sink.status()["met"].get(name, 0) + 1
    plant.sink.script(name, times=times, seconds=seconds, after=rng.randrange(4) if name == "close_after" else 0)
    plant.ring()
    with contextlib.suppress(TimeoutError):
        eventually(lambda: plant.sink.status()["met"].get(name, 0) >= met, 6, "nothing is sent")
    if name == "refuse_connection":
        time.sleep(seconds)


# --- Rows that cannot be sent -----------------------------------------------------------------------------------------
def poison(plant: Plant, this: Round, rng: random.Random) -> None:
    """Mails that cannot be written stand before all others in the queue."""
    ill = [
        {"subject": "Två\nrader"},
        {"headers": {"From": "steget@exempel.se", "X-Anything": "a\r\nBcc: alla@exempel.se"}},
        {"headers": ["not", "a", "table"]},
        {"attachments": "nothing of the kind"},
        {"to_address": "doris\n@exempel.se"},
    ]
    now = timezone.now() - timedelta(minutes=1)
    rows = [
        OutboxMail(
            **{
                "message_id": new_message_id("exempel.se"),
                "kind": "notice",
                "to_address": "doris@exempel.se",
                "subject": "Gift",
                "text": "Hej!",
                "due_at": now,
                "headers": {},
            }
            | each
        )
        for each in ill
    ]
    OutboxMail.objects.bulk_create(rows)


# --- The campaigns ----------------------------------------------------------------------------------------------------
def _second_timetable(rounds: int) -> Section:
    return Section("två tidtabeller samtidigt", nothing_else, rounds, start_second_timetable, stop_second_timetable)


FULL = {
    "workers": [
        Section("kill -9 av en arbetarprocess", kill_a_child, 140),
        Section("kill -9 av en hel arbetargrupp", kill_a_group, 50),
        Section("kill -9 av alla arbetare på en gång", kill_all_workers, 10),
    ],
    "mail_server": [
        *(Section(f"mejlservern: {WORDS[name]}", misbehaving(name), 20, rings=0) for name in TWELVE),
        Section("mejl som inte går att skriva", poison, 5),
    ],
    "surroundings": [
        Section("SIGTERM medan mejl skickas", terminate_while_sending, 20),
        Section("tidtabellen dödas", kill_the_timetable, 10),
        _second_timetable(10),
        Section("tre planeringar samtidigt", nothing_else, 10, rings=3),
        Section("Valkey töms (FLUSHALL)", empty_the_broker, 15),
        Section("Valkey är borta en stund", lose_the_broker, 15),
        Section("Valkey hänger (SIGSTOP)", hang_the_broker, 15),
        Section("Valkey startas om tom", restart_the_broker, 15),
    ],
    "database": [
        Section("arbetare står still längre än lånet (SIGSTOP)", stop_beyond_the_lease, 30),
        Section("databasanslutningar bryts", cut_connections, 20),
        Section("en databasprocess dödas, databasen återställer sig", crash_the_database, 10),
        Section("databasen startas om utan förvarning", restart_the_database, 10),
    ],
}
SHORT = {
    "workers": [
        Section("kill -9 av en arbetarprocess", kill_a_child, 3, times=6),
        Section("kill -9 av en hel arbetargrupp", kill_a_group, 2),
    ],
    "mail_server": [
        *(
            Section(
                f"mejlservern: {', '.join(WORDS[name] for name in names)}",
                misbehaving(*names),
                1,
                rings=0,
                faults_each=4,
            )
            for names in (TWELVE[:4], TWELVE[4:8], TWELVE[8:])
        ),
        Section("mejl som inte går att skriva", poison, 1),
    ],
    "surroundings": [
        Section("SIGTERM medan mejl skickas", terminate_while_sending, 1),
        Section("tidtabellen dödas", kill_the_timetable, 1),
        _second_timetable(1),
        Section("tre planeringar samtidigt", nothing_else, 1, rings=3),
        Section("Valkey töms (FLUSHALL)", empty_the_broker, 1),
        Section("Valkey är borta en stund", lose_the_broker, 1),
        Section("Valkey startas om tom", restart_the_broker, 1),
    ],
    "database": [
        Section("arbetare står still längre än lånet (SIGSTOP)", stop_beyond_the_lease, 1),
        Section("databasanslutningar bryts", cut_connections, 1),
        Section("en databasprocess dödas, databasen återställer sig", crash_the_database, 1),
    ],
}
SABOTAGED = {
    FENCE: [Section("stängslet borttaget", stop_beyond_the_lease, 6)],
    KEY: [Section("nyckel och turordning borttagna", nothing_else, 6, rings=4)],
}
