"""`/healthz/djup` and `manage.py doctor`: what they say when all is well, and when each thing is not."""

import json
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection
from django.utils import timezone

from apps.reminders.models import OutboxMail, Pulse

pytestmark = pytest.mark.django_db
URL = "/healthz/djup"
QUARTER = timedelta(minutes=16)


@pytest.fixture
def well():
    now = timezone.now()
    return Pulse.objects.create(pk=1, planned_at=now, gathered_at=now, sent_at=now)


def mail(**fields):
    now = timezone.now()
    values = {"message_id": f"<{now.timestamp()}@x>", "kind": "digest", "to_address": "doris@exempel.se", "due_at": now}
    return OutboxMail.objects.create(subject="Hemlig rubrik", text="Hemligt", **values | fields)


def ask(client):
    answer = client.get(URL)
    return answer.status_code, json.loads(answer.content)


def test_all_is_well(client, well):
    mail()
    status, told = ask(client)
    assert (status, told["status"], told["problems"], told["database"], told["broker"]) == (200, "ok", [], True, True)
    assert told["mails"]["pending"] == 1
    assert told["planned_at"]
    assert told["oldest_due_at"]


def test_it_names_nobody(client, well):
    mail(state="dead", last_answer="550 doris@exempel.se")
    text = client.get(URL).content.decode()
    assert "doris" not in text
    assert "Hemlig" not in text


@pytest.mark.parametrize(
    ("pulse", "sentence"),
    [
        ({"planned_at": None}, "Påminnelser har aldrig planerats."),
        ({"planned_at": timezone.now() - QUARTER}, "Påminnelser har inte planerats på mer än en kvart."),
        ({"failures": 1, "alarmed_at": timezone.now()}, "Mejlservern går inte att nå."),
    ],
)
def test_what_stands_still_is_503_with_a_sentence_and_no_line_in_the_log(client, well, pulse, sentence, caplog):
    Pulse.objects.update(**pulse)
    status, told = ask(client)
    assert (status, told["status"], told["problems"]) == (503, "fel", [sentence])
    assert caplog.records == []


@pytest.mark.parametrize("state", ["pending", "claimed", "sending"])
def test_due_mail_that_waits_too_long_is_503_and_later_mail_is_not(client, well, state):
    lease = None if state == "pending" else timezone.now() + QUARTER
    waiting = mail(state=state, lease_until=lease, due_at=timezone.now() - timedelta(minutes=14))
    assert ask(client)[0] == 200
    OutboxMail.objects.filter(pk=waiting.pk).update(due_at=timezone.now() - QUARTER)
    assert ask(client)[0] == 503
    OutboxMail.objects.filter(pk=waiting.pk).update(due_at=timezone.now() + QUARTER)
    assert ask(client)[0] == 200


def test_a_broker_that_is_away_is_told_and_is_no_alarm(client, well, settings):
    settings.CELERY_BROKER_URL = "redis://127.0.0.1:1/0"
    status, told = ask(client)
    assert (status, told["broker"]) == (200, False)


def test_a_database_that_does_not_answer_is_503(client, well):
    def refuse(*_):
        raise DatabaseError

    with connection.execute_wrapper(refuse):
        assert ask(client) == (503, {"status": "fel", "database": False})


def test_it_costs_four_questions(client, well, django_assert_num_queries):
    with django_assert_num_queries(4):
        client.get(URL)


# --- doctor ----------------------------------------------------------------------------------------------------------


def examined():
    out = StringIO()
    try:
        call_command("doctor", stdout=out)
    except CommandError as error:
        return out.getvalue() + str(error)
    return out.getvalue()


def test_the_doctor_finds_nothing_wrong_and_sends_nothing(well, sink):
    said = examined()
    assert "fel " not in said
    assert said.endswith("Allt är bra.\n")
    assert f"ok   mejlservern (127.0.0.1:{sink.port})" in said
    assert (sink.status()["connections"], sink.accepted()) == (1, [])


def test_the_doctor_names_each_fault_with_a_way_out_and_fails(well, sink, settings):
    sink.down()
    settings.CELERY_BROKER_URL = "redis://127.0.0.1:1/0"
    settings.TIME_ZONE = "Europe/Stockholm"
    Pulse.objects.update(planned_at=None, failures=2, paused_until=timezone.now(), reason="Nätet fungerade inte.")
    mail(due_at=timezone.now() - QUARTER)
    mail(state="held")
    said = examined()
    for line in (
        "fel  planering av påminnelser: har aldrig gjorts. Starta arbetaren",
        "fel  mejl som väntar: det äldsta sedan",
        "fel  sändning av mejl: sändningen vilar till",
        "fel  mejl som inte kom fram: 1 mejl väntar på ett beslut.",
        "fel  meddelandekön: svarar inte.",
        f"fel  mejlservern (127.0.0.1:{sink.port}): Mejlservern tog inte emot anslutningen. Se efter EMAIL_HOST",
        "6 fel. Rätta dem uppifrån",
    ):
        assert line in said
    assert "doris" not in said


def test_the_doctor_stops_at_a_database_that_is_away(sink):
    def refuse(*_):
        raise DatabaseError("could not connect to server\nmore")

    with connection.execute_wrapper(refuse):
        said = examined()
    assert "fel  databasen: svarar inte (could not connect to server). Starta PostgreSQL" in said
    assert "planering" not in said
    assert "ok   meddelandekön" in said


def test_the_doctor_sees_a_disk_it_may_not_write_to_and_migrations_that_are_missing(well, settings, tmp_path):
    from django.db.migrations.recorder import MigrationRecorder

    MigrationRecorder.Migration.objects.filter(app="reminders").latest("name").delete()
    settings.STATE_DIR = tmp_path / "gone"
    said = examined()
    assert "fel  databasens uppbyggnad: 1 ändringar saknas." in said
    assert "går inte att skriva i" in said
