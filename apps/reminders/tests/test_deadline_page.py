"""The page of one deadline: who may see and answer it, and what a mail's button shows when it is over or moved."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest

from apps.reminders.models import DeadlineNote, Reminder
from apps.reminders.tests.answering import CLOSE, LIST, MOVE, OPEN, REASON, address, errors, labels, move, remind, send
from procurement_csr.people import make_department, make_person, make_placement


@pytest.mark.parametrize("page", [OPEN, CLOSE, MOVE])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_foreign_a_departments_and_an_unknown_task_look_absent(sign_in, fia, helsingborg, requirement, page, method):
    if (page, method) == (OPEN, "post"):
        page = CLOSE
    other = make_person("Dag", "department", helsingborg, make_department(helsingborg))
    for person in (fia, other):
        assert getattr(sign_in(person), method)(address(page, requirement)).status_code == 404
    for key in ("requirement:999999", "okand:1", "requirement:\x00", "requirement:" + "9" * 500, "", ":"):
        url = f"{page}?{urlencode({'nyckel': key})}"
        assert getattr(sign_in(fia), method)(url).status_code == 404
    assert not DeadlineNote.objects.exists()


def test_who_sees_a_task_but_may_not_do_it_may_not_answer_it(sign_in, doris, contract, today):
    contract.signed_on = today - timedelta(days=40)
    contract.procurement.procedure, contract.procurement.estimated_value = "open", 90_000_000
    contract.procurement.save()
    contract.save()
    query = urlencode({"nyckel": f"result-notice:{contract.pk}", "dag": today - timedelta(days=10)})
    client = sign_in(doris)
    page = client.get(f"{OPEN}?{query}")
    assert (page.status_code, ">Svara<" in page.text) == (200, False)
    assert send(client, f"{CLOSE}?{query}").status_code == 403


def test_a_department_answers_its_own(sign_in, doris, requirement):
    client = sign_in(doris)
    send(client, address(CLOSE, requirement))
    assert labels(client, "done") == ["Följ upp kravet: 1 praktikplats"]


def test_a_department_does_not_see_another_departments_done(sign_in, olivia, doris, helsingborg, requirement):
    send(sign_in(olivia), address(CLOSE, requirement))
    other = make_person("Dag", "department", helsingborg, make_department(helsingborg))
    assert labels(sign_in(doris), "done") == ["Följ upp kravet: 1 praktikplats"]
    assert labels(sign_in(other), "done") == []
    assert sign_in(other).get(address(OPEN, requirement)).status_code == 404


def test_nobody_takes_back_what_somebody_else_said(sign_in, olivia, carin, fia, requirement):
    send(sign_in(olivia), address(CLOSE, requirement))
    url = f"/uppgifter/svar/{DeadlineNote.objects.get().pk}/angra/"
    for person in (carin, fia):
        assert sign_in(person).post(url).status_code == 404
    assert sign_in(olivia).get(url).status_code == 405
    assert DeadlineNote.objects.standing().exists()


# --- What the mail's button shows -------------------------------------------------------------------------------------
def test_the_mails_button_shows_what_when_why_and_where(sign_in, doris, requirement):
    page = sign_in(doris).get(address(OPEN, requirement))
    assert f"Senast {requirement.due_on}, 3 dagar försenad." in page.text
    for part in ("Målning av skolor", "avtalets klausul", "Fastighetsförvaltningen", "Klar", "Ny tid"):
        assert part in page.text
    assert page.context["task"].act_url == requirement.contract.get_absolute_url()


def test_signing_in_leads_back_to_the_task(client, requirement):
    answer = client.get(address(OPEN, requirement))
    assert (answer.status_code, "uppgifter/oppna/" in answer.url) == (302, True)
    assert f"requirement%253A{requirement.pk}" in answer.url or f"requirement%3A{requirement.pk}" in answer.url


def test_a_task_that_has_moved_since_the_mail_says_so(sign_in, olivia, requirement, today):
    client, day = sign_in(olivia), today + timedelta(days=30)
    move(client, requirement, day)
    page = client.get(address(OPEN, requirement))
    assert f"Dagen har ändrats sedan mejlet skrevs. Den är nu {day}." in page.text


def test_a_task_that_is_done_says_kindly_by_whom_and_what_nobody_closed_that_it_is_over(
    sign_in, olivia, carin, requirement, contract, today
):
    send(sign_in(carin), address(CLOSE, requirement))
    page = sign_in(olivia).get(address(OPEN, requirement))
    assert f"Carin svarade klar {today}. Du behöver inte göra något mer." in page.text
    assert "Ångra svaret" not in page.text
    assert "Ångra svaret" in sign_in(carin).get(address(OPEN, requirement)).text
    DeadlineNote.objects.all().delete()
    remind(olivia, requirement)
    make_placement(contract)
    page = sign_in(olivia).get(address(OPEN, requirement))
    assert "Uppgiften är gjord eller gäller inte längre." in page.text


def test_who_answers_a_page_whose_day_has_changed_is_asked_again(sign_in, olivia, carin, requirement, today):
    client, day = sign_in(carin), today + timedelta(days=30)
    move(client, requirement, day)
    page = move(sign_in(olivia), requirement, today + timedelta(days=9))
    assert page.status_code == 409
    assert errors(page) == [
        f"Uppgiftens dag har ändrats sedan du öppnade sidan. Den är nu {day}. Svara igen om det fortfarande stämmer."
    ]
    assert REASON in page.text
    again = page.context["form"].helper.form_action
    assert send(client, again, new_due_on=today + timedelta(days=9), reason=REASON).status_code == 302
    assert labels(client, "later") == ["Följ upp kravet: 1 praktikplats"]


def test_who_answers_what_somebody_has_closed_is_told_who(sign_in, olivia, carin, requirement):
    send(sign_in(carin), address(CLOSE, requirement))
    client = sign_in(olivia)
    page = client.get(move(client, requirement, "2030-01-01").url)
    assert "Carin svarade klar" in page.text
    assert DeadlineNote.objects.count() == 1


def test_what_one_was_reminded_of_and_is_over_stands_among_the_done(sign_in, olivia, contract, requirement, today):
    remind(olivia, requirement)
    client = sign_in(olivia)
    assert labels(client, "done") == []
    make_placement(contract)
    (line,) = client.get(LIST).context["tasks"].done.tasks
    assert (line.label, line.status_text) == ("Följ upp kravet: 1 praktikplats", "inte längre öppen")
    Reminder.objects.update(send_on=today - timedelta(days=31))
    assert labels(client, "done") == []
