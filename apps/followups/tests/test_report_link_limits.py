"""How often and how long a report's link opens, and where its address never stands."""

import logging
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.module_loading import import_string

from apps.followups import report_link_views
from apps.followups.report_links import list_token_of, token_of
from apps.followups.tests.reporting import asked, painting, url

# The floor above, looked up by name: the mails of these rows are part of the promise.
OutboxMail = import_string("apps.reminders.models.OutboxMail")

pytestmark = pytest.mark.django_db


@pytest.fixture
def report(olivia, helsingborg, settings):
    settings.EMAIL_BACKEND = "apps.reminders.outbox_backend.EmailBackend"
    return asked(olivia, painting(helsingborg))


@pytest.fixture
def petra():
    return Client(enforce_csrf_checks=True)


def test_too_many_tries_from_one_address_are_asked_to_wait(petra, report, monkeypatch):
    monkeypatch.setitem(report_link_views.RATES, "report_link", "3/m/ip")
    statuses = [petra.get(reverse("report_link", args=["A" * 56])).status_code for _ in range(5)]
    assert statuses == [404, 404, 404, 429, 429]


def test_no_more_than_five_links_an_hour_are_mailed_of_a_report(petra, report):
    for _ in range(8):
        petra.post(url(report, "report_renew"))
        report.refresh_from_db()
    assert OutboxMail.objects.filter(subject__startswith="Ny länk").count() == 5


@pytest.mark.parametrize("name", ["report_link", "report_links", "report_renew"])
def test_the_address_of_a_report_never_stands_in_the_log(report, settings, name):
    token = list_token_of(report) if name == "report_links" else token_of(report)
    record = logging.LogRecord("django.request", 30, "", 1, "Gone: %s", (reverse(name, args=[token]),), None)
    assert import_string(settings.LOGGING["filters"]["secrets"]["()"])().filter(record)
    assert token not in record.getMessage()
    assert record.getMessage().startswith("Gone: /rapport/")


def test_a_link_lives_thirty_days_after_the_report_is_due(report):
    last = timezone.localtime(report.link_expires_at - timedelta(seconds=1)).date()
    assert last == report.due_on + timedelta(days=30)
