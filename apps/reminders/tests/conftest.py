"""A mail server of our own, and mails to send to it."""

import pytest

from procurement_csr.faults.sink import Sink


@pytest.fixture
def sink(tmp_path, settings):
    """A scripted mail server on loopback to which the outbox is delivered."""
    with Sink(tmp_path / "accepted.jsonl", keeps_content=True) as server:
        settings.EMAIL_BACKEND = "apps.reminders.outbox_backend.EmailBackend"
        settings.DELIVERY_BACKEND = "apps.reminders.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", server.port, 2
        yield server
