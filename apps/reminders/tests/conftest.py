"""A mail server of our own, and a contract with a requirement that is late."""

from datetime import timedelta

import pytest
from django.db import connection, connections
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


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def screen_of(request, chromium, live_server, client, sign_in, monkeypatch, settings):
    """`screen_of(person, …)` opens a page in a real browser, with and without JavaScript.

    What the browser complains of fails the test, but for an answer that refuses what was sent.
    """
    monkeypatch.setitem(connection.settings_dict, "CONN_MAX_AGE", 0)
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}
    contexts, problems = [], []

    def note(message) -> None:
        if message.type == "error" and "422" not in message.text:
            problems.append(message.text)

    def open_for(person, **facts):
        sign_in(person)
        where = {"base_url": live_server.url, "locale": "sv-SE", "java_script_enabled": request.param}
        context = chromium.new_context(**where, **facts)
        contexts.append(context)
        session = client.cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
        page = context.new_page()
        page.on("console", note)
        page.on("pageerror", lambda error: problems.append(str(error)))
        return page

    yield open_for
    for context in contexts:
        context.close()
    connections.close_all()
    assert problems == []
