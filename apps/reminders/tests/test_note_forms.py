"""The forms of the answers are sent what nobody means; pages cost the same for any number of tasks."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from apps.core.tests.hostile import as_sent, refused_wrongly
from apps.procurements.models import Requirement
from apps.reminders.models import DeadlineNote, Reminder
from apps.reminders.tests.answering import CLOSE, LIST, MOVE, OPEN, REASON, address, move, remind, send
from procurement_csr.people import make_contract, make_department, make_procurement


@pytest.mark.parametrize(("page", "answers"), [(CLOSE, {}), (MOVE, {"reason": REASON, "new_due_on": "soon"})])
def test_hostile_answers_are_refused_beside_their_field_and_save_nothing(
    sign_in, olivia, requirement, today, page, answers
):
    client, url = sign_in(olivia), address(page, requirement)
    form = client.get(url).context["form"]
    answers |= {"new_due_on": (today + timedelta(days=9)).isoformat()} if "new_due_on" in answers else {}
    sent = as_sent(form, answers)
    foreign = {"reason": ["19121212-1212", "   ", "Ring Eva, 850709-9805"]}
    assert refused_wrongly(client, url, form.fields, sent, foreign) == []
    assert client.post(url, sent).status_code == 302


@pytest.mark.parametrize("day", ["", "\x00", "9999-99-99", "0001-01-01", "9999-12-31", "🌲", "9" * 5000])
def test_a_hostile_day_in_the_address_is_an_old_page(sign_in, olivia, requirement, day):
    query = urlencode({"nyckel": f"requirement:{requirement.pk}", "dag": day})
    client = sign_in(olivia)
    assert client.get(f"{OPEN}?{query}").status_code == 200
    assert client.get(f"{CLOSE}?{query}").status_code == 200
    assert send(client, f"{CLOSE}?{query}").status_code == 409
    assert not DeadlineNote.objects.exists()


@pytest.mark.parametrize("token", ["", "x", "\x00", "9" * 5000])
def test_a_form_without_its_mark_is_an_old_page(sign_in, olivia, requirement, token):
    page = sign_in(olivia).post(address(CLOSE, requirement), {"token": token})
    assert page.status_code == 422
    assert "Sidan hade blivit gammal" in page.text
    assert not DeadlineNote.objects.exists()


def test_a_form_that_was_left_over_the_session_comes_back_filled(sign_in, olivia, requirement, today):
    client, url = sign_in(olivia), address(MOVE, requirement)
    session = client.session
    session["seen_at"] = 0
    session.save()
    answer = move(client, requirement, today + timedelta(days=9))
    assert "/konto/logga-in/" in answer.url
    sign_in(olivia)
    page = client.get(url)
    assert REASON in page.text
    assert not DeadlineNote.objects.exists()


def grow(helsingborg, olivia, carin, numbers, today):
    """For each number a task that is open, one that was moved, one that is closed and one that is over."""
    for number in numbers:
        case = make_procurement(helsingborg, department=make_department(helsingborg), responsible=olivia)
        contract = make_contract(case, ends_on=today + timedelta(days=900))
        for kind, answer in (
            ("internship", {}),
            ("employment", {"answer": "done"}),
            ("mentorship", {"answer": "new_day"}),
        ):
            row = Requirement.objects.create(contract=contract, kind=kind, model="numeric", count=1, due_on=today)
            if answer.get("answer") == "new_day":
                answer |= {"new_due_on": today + timedelta(days=30), "reason": REASON}
            if answer:
                note = {"organisation": helsingborg, "deadline_key": f"requirement:{row.pk}", "due_on": today}
                note |= {
                    "title": "Krav",
                    "url": "/",
                    "created_by": carin,
                    "token": f"{number:08}-0000-4000-8000-{row.pk:012}",
                }
                DeadlineNote.objects.create(**note, **answer)
        remind(olivia, row)
        Reminder.objects.filter(deadline_key=f"requirement:{row.pk}").update(deadline_key=f"requirement:9{row.pk}9999")


def test_many_tasks_and_answers_cost_as_many_queries_as_few(sign_in, olivia, carin, helsingborg, requirement):
    today, client = timezone.localdate(), sign_in(olivia)
    urls = [LIST, f"{LIST}?visa=mina", *(address(page, requirement) for page in (OPEN, CLOSE, MOVE))]
    costs = []
    for numbers in (range(2), range(2, 14)):
        grow(helsingborg, olivia, carin, numbers, today)
        client.get(LIST)
        costs.append([_queries(client, url) for url in urls])
    assert costs[0] == costs[1]
    assert max(costs[1]) <= 40, costs


def _queries(client, url):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured.captured_queries)
