"""When suppliers and officers are reminded of reports."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from django.utils.module_loading import import_string

from apps.followups import report_asking
from apps.followups.deadlines import open_deadlines
from apps.followups.models import ReportRequest
from apps.followups.report_links import Standing, standing
from apps.followups.report_reminders import step
from apps.followups.tasks import remind_suppliers
from apps.followups.tests.reporting import TODAY, asked, painting, received
from procurement_csr import people

# The floor above, looked up by name: what it makes of these rows is part of the promise.
kind_of = import_string("apps.reminders.kinds.kind_of")
OutboxMail = import_string("apps.reminders.models.OutboxMail")
BouncingAddress = import_string("apps.reminders.models.BouncingAddress")
gaps = import_string("apps.reminders.gaps.gaps")

DUE, LONG_AGO = date(2026, 6, 30), date(2026, 1, 1)
SITE = ZoneInfo("Europe/Stockholm")


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 6, 15), None),
        (date(2026, 6, 16), -14),
        (date(2026, 6, 18), -14),
        (date(2026, 6, 19), None),
        (date(2026, 6, 27), -3),
        (date(2026, 6, 30), None),
        (date(2026, 7, 1), 1),
        (date(2026, 7, 7), 7),
        (date(2026, 7, 9), 7),
        (date(2026, 7, 10), None),
    ],
)
def test_the_days_of_a_report(today, expected):
    assert step(DUE, asked_on=LONG_AGO, today=today) == expected


def test_who_has_just_been_asked_is_not_reminded_the_same_day():
    assert step(DUE, asked_on=date(2026, 6, 16), today=date(2026, 6, 16)) is None
    assert step(DUE, asked_on=date(2026, 6, 17), today=date(2026, 6, 17)) is None
    assert step(DUE, asked_on=date(2026, 6, 17), today=date(2026, 6, 27)) == -3


@pytest.fixture(autouse=True)
def _outbox(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    settings.EMAIL_BACKEND = "apps.reminders.outbox_backend.EmailBackend"


@pytest.fixture
def contract(helsingborg):
    return painting(helsingborg)


def begun(report, days):
    """As if it had been asked for so many days ago."""
    at = timezone.now() - timedelta(days)
    ReportRequest.objects.filter(pk=report.pk).update(asked_at=at)
    # What has happened is never changed, so it is made anew as it would have been.
    report.timeline.all().delete()
    report.timeline.create(state="asked", at=at, by=report.asked_by)
    OutboxMail.objects.all().delete()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("due", "subject"), [(14, "Påminnelse"), (3, "Påminnelse"), (-1, "Försenad"), (-7, "Försenad")]
)
def test_a_supplier_is_reminded_once_a_step_however_often_the_task_runs(olivia, contract, due, subject):
    report = asked(olivia, contract, due_on=TODAY + timedelta(due), period_from=None)
    begun(report, 60)
    for _ in range(3):
        remind_suppliers()
    (mail,) = OutboxMail.objects.all()
    assert mail.subject.startswith(subject)
    assert mail.to_address == "petra@exempel.se"
    assert mail.headers["Reply-To"] == "olivia@exempel.se"
    assert "Svara på det här mejlet. Svaret går till Olivia." in mail.text


@pytest.mark.django_db
def test_nobody_is_reminded_of_what_came_or_was_taken_back(client, olivia, contract):
    report = received(client, olivia, contract, due_on=TODAY - timedelta(1), period_from=None)
    begun(report, 60)
    ReportRequest.objects.filter(pk=report.pk).update(state="withdrawn")
    assert remind_suppliers() == 0
    ReportRequest.objects.filter(pk=report.pk).update(state="received")
    assert remind_suppliers() == 0


@pytest.mark.django_db
def test_the_link_of_a_late_report_lives_on_when_the_supplier_is_reminded(olivia, contract):
    report = asked(olivia, contract, due_on=TODAY - timedelta(7), period_from=None)
    begun(report, 60)
    soon = timezone.now() + timedelta(days=1)
    ReportRequest.objects.filter(pk=report.pk).update(link_expires_at=soon)
    report_asking.remind(by=None, report=report, now=timezone.now())
    report.refresh_from_db()
    assert standing(report, now=timezone.now() + timedelta(days=25)) == Standing.OPEN


@pytest.mark.django_db
def test_the_officer_has_a_task_for_what_is_missing_and_for_what_waits(client, olivia, contract):
    missing = asked(olivia, contract, due_on=TODAY + timedelta(5))
    waits = received(client, olivia, contract, due_on=TODAY + timedelta(6))
    days = {"since": TODAY, "until": TODAY + timedelta(30), "organisation": contract.organisation}
    found = {each.key: each for each in open_deadlines(**days)}
    assert found[f"report:{missing.pk}"].due_on == missing.due_on
    review = found[f"report:{waits.pk}:review"]
    assert review.due_on == TODAY + timedelta(14)
    assert review.title == "Granska rapporten från Målarna i Väst AB"
    assert review.responsible_id == olivia.pk
    assert kind_of(review.key).name == "supplier_report"


@pytest.mark.django_db
def test_a_report_that_came_late_at_night_is_counted_by_the_day_in_stockholm(client, olivia, contract):
    report = received(client, olivia, contract)
    ReportRequest.objects.filter(pk=report.pk).update(received_at=datetime(2026, 3, 1, 0, 30, tzinfo=SITE))
    days = {"since": date(2026, 3, 15), "until": date(2026, 3, 15), "organisation": contract.organisation}
    assert [each.key for each in open_deadlines(**days)] == [f"report:{report.pk}:review"]


@pytest.mark.django_db
def test_a_missing_report_with_an_open_deviation_is_reminded_of_once(olivia, contract):
    report = asked(olivia, contract, due_on=TODAY - timedelta(3), period_from=None)
    people.make_deviation(contract, request=report, cause="report_late", owner=olivia, due_on=TODAY)
    days = {"since": TODAY - timedelta(9), "until": TODAY, "organisation": contract.organisation}
    assert [each.key.partition(":")[0] for each in open_deadlines(**days)] == ["deviation"]


@pytest.mark.django_db
def test_an_address_that_does_not_exist_is_a_task_of_those_who_judge_reports(olivia, adam, malte, fia, contract):
    report = asked(olivia, contract)
    BouncingAddress.objects.create(email="Petra@exempel.se", since=timezone.now())
    (task,) = gaps(olivia, contract.organisation, now=timezone.now())
    assert task.label == "Rätta adressen till Petra om rapporten för M-12"
    assert str(report.pk) in task.url
    for person in (malte, fia):
        assert gaps(person, contract.organisation, now=timezone.now()) == []
    assert not any("Petra" in each.label for each in gaps(adam, contract.organisation, now=timezone.now()))
