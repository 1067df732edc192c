"""A mail server of our own, and a contract with a requirement that is late."""

from datetime import timedelta

import pytest
from django.utils import timezone

from apps.procurements.models import Requirement
from procurement_csr.faults.sink import Sink
from procurement_csr.people import make_contract, make_procurement


@pytest.fixture
def sink(tmp_path, settings):
    """A scripted mail server on loopback to which the outbox is delivered."""
    with Sink(tmp_path / "accepted.jsonl", keeps_content=True) as server:
        settings.EMAIL_BACKEND = "apps.reminders.outbox_backend.EmailBackend"
        settings.DELIVERY_BACKEND = "apps.reminders.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", server.port, 2
        yield server


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def contract(helsingborg, property_department, olivia, today):
    procurement = make_procurement(
        helsingborg, "Målning av skolor", department=property_department, responsible=olivia, phase="contracted"
    )
    return make_contract(procurement, starts_on=today - timedelta(days=90), ends_on=today + timedelta(days=700))


@pytest.fixture
def requirement(contract, today):
    due_on = today - timedelta(days=3)
    return Requirement.objects.create(contract=contract, kind="internship", model="numeric", count=1, due_on=due_on)
