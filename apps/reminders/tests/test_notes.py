"""Klar, ny tid and ångra: what is refused and why, and that nothing is answered twice."""

import threading
import uuid
from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from pghistory.models import Events

from apps.procurements.models import Requirement
from apps.reminders import note_actions
from apps.reminders.deadline_page import find
from apps.reminders.models import DeadlineNote
from apps.reminders.tests.answering import CLOSE, LIST, MOVE, OPEN, REASON, address, errors, labels, move, send
from procurement_csr.people import make_procurement


# --- Klar -------------------------------------------------------------------------------------------------------------
def test_klar_takes_the_task_from_the_list_and_says_who_and_when(sign_in, olivia, doris, requirement, today):
    client = sign_in(olivia)
    answer = send(client, address(CLOSE, requirement, visa="mina", period="forsenat"))
    assert (answer.status_code, answer.url) == (302, f"{LIST}?visa=mina&period=forsenat")
    assert "Klart. Följ upp kravet: 1 praktikplats." in client.get(answer.url).text
    assert labels(client, "overdue") == []
    (line,) = sign_in(doris).get(LIST).context["tasks"].done.tasks
    assert (line.label, line.hint) == (
        "Följ upp kravet: 1 praktikplats",
        f"Målning av skolor · Olivia svarade klar {today}",
    )
    assert line.undo_url == ""


def test_angra_in_the_list_opens_the_task_again_and_keeps_the_filters(sign_in, olivia, requirement):
    client = sign_in(olivia)
    send(client, address(CLOSE, requirement))
    (line,) = client.get(LIST).context["tasks"].done.tasks
    answer = client.post(f"{line.undo_url}?visa=mina")
    assert answer.url == f"{LIST}?visa=mina"
    assert labels(client, "overdue") == ["Följ upp kravet: 1 praktikplats"]
    assert labels(client, "done") == []
    assert DeadlineNote.objects.get().undone_by == olivia


def test_a_double_click_is_one_answer_and_shows_it_twice(sign_in, olivia, requirement):
    client, token = sign_in(olivia), uuid.uuid4()
    for _ in range(2):
        answer = client.post(address(CLOSE, requirement), {"token": token})
        assert answer.status_code == 302
        assert "Klart. Följ upp kravet" in client.get(answer.url).text
    assert DeadlineNote.objects.count() == 1


def test_an_old_page_does_not_say_that_what_was_undone_is_done(sign_in, olivia, requirement):
    client, token = sign_in(olivia), uuid.uuid4()
    client.post(address(CLOSE, requirement), {"token": token})
    client.post(f"/uppgifter/svar/{DeadlineNote.objects.get().pk}/angra/")
    answer = client.post(address(CLOSE, requirement), {"token": token})
    assert answer.status_code == 422
    assert errors(answer) == ["Sidan hade blivit gammal. Gå tillbaka till Mina uppgifter och svara därifrån."]


def test_what_is_done_elsewhere_is_not_answered_klar_here(sign_in, olivia, helsingborg, today):
    procurement = make_procurement(helsingborg, phase="preparation", planned_publication_on=today + timedelta(days=20))
    url = f"{CLOSE}?{urlencode({'nyckel': f'decision:{procurement.pk}', 'dag': today + timedelta(days=20)})}"
    answer = send(sign_in(olivia), url)
    assert answer.status_code == 422
    assert errors(answer)[0].startswith("Här räcker det inte att svara klar")
    page = sign_in(olivia).get(url.replace(CLOSE, OPEN))
    assert f'href="/upphandlingar/{procurement.pk}/beslut/nytt/"' in page.text
    assert '<button type="submit" class="button">' not in page.text
    assert not DeadlineNote.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_at_once_become_one_answer_and_one_sentence(olivia, carin, helsingborg, requirement, today):
    deadline = find(olivia, [helsingborg], f"requirement:{requirement.pk}", today=today).deadline
    told, ready = [], threading.Barrier(2)

    def close(person):
        ready.wait()
        try:
            note_actions.close_deadline(by=person, deadline=deadline, token=uuid.uuid4())
        except ValidationError as error:
            told.extend(error.messages)
        finally:
            connection.close()

    both = [threading.Thread(target=close, args=[person]) for person in (olivia, carin)]
    for each in both:
        each.start()
    for each in both:
        each.join()
    assert told == ["Någon har redan svarat på uppgiften. Läs svaret först."]
    assert DeadlineNote.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_the_same_form_sent_twice_at_once_is_one_answer(olivia, helsingborg, requirement, today):
    deadline = find(olivia, [helsingborg], f"requirement:{requirement.pk}", today=today).deadline
    token, made, ready = uuid.uuid4(), [], threading.Barrier(2)

    def close():
        ready.wait()
        made.append(note_actions.close_deadline(by=olivia, deadline=deadline, token=token).pk)
        connection.close()

    both = [threading.Thread(target=close) for _ in range(2)]
    for each in both:
        each.start()
    for each in both:
        each.join()
    assert made == [DeadlineNote.objects.get().pk] * 2


# --- Ny tid -----------------------------------------------------------------------------------------------------------
def test_a_new_day_moves_the_task_and_says_what_it_was(sign_in, olivia, requirement, today):
    client, day = sign_in(olivia), today + timedelta(days=30)
    page = client.get(move(client, requirement, day).url)
    assert f"Den nya dagen är {day}." in page.text
    (line,) = page.context["tasks"].later.tasks
    assert (line.status_text, f"ny tid, förut {requirement.due_on}" in line.hint) == ("om 30 dagar", True)
    shown = client.get(address(OPEN, requirement, day))
    assert f"flyttad från {requirement.due_on} av Olivia: {REASON}" in shown.text
    assert "Ångra den nya tiden" in shown.text


def test_a_day_that_was_given_can_be_answered_in_its_turn_and_undone_in_order(sign_in, olivia, requirement, today):
    client, first, second = sign_in(olivia), today + timedelta(days=30), today + timedelta(days=60)
    move(client, requirement, first)
    move(client, requirement, second, due_on=first)
    assert [task.status_text for task in client.get(LIST).context["tasks"].later.tasks] == ["om 60 dagar"]
    newer, older = DeadlineNote.objects.order_by("-pk")
    page = client.get(client.post(f"/uppgifter/svar/{older.pk}/angra/").url)
    assert "Uppgiften har fått ett senare svar. Ångra det först." in page.text
    for note, left in ((newer, ["om 30 dagar"]), (older, [])):
        client.post(f"/uppgifter/svar/{note.pk}/angra/")
        assert [task.status_text for task in client.get(LIST).context["tasks"].later.tasks] == left
    send(client, address(CLOSE, requirement))
    assert labels(client, "overdue") == []


@pytest.mark.parametrize("days", [-3, 300])
def test_a_task_moved_in_steps_can_be_closed_on_its_last_day(sign_in, olivia, requirement, today, days):
    requirement.due_on = today + timedelta(days=days)
    requirement.save()
    client, first, second = sign_in(olivia), today + timedelta(days=200), today + timedelta(days=20)
    move(client, requirement, first)
    move(client, requirement, second, due_on=first)
    assert [task.status_text for task in client.get(LIST).context["tasks"].later.tasks] == ["om 20 dagar"]
    send(client, address(CLOSE, requirement, second))
    tasks = client.get(LIST).context["tasks"]
    assert (tasks.is_idle, [task.status_text for task in tasks.done.tasks]) == (True, ["klar"])


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        (-3, "Uppgiften ska redan göras {day}. Välj en annan dag."),
        (0, "Den nya tiden {day} har redan varit eller är i dag. Välj en dag efter {today}."),
        (-1, "Den nya tiden {day} har redan varit eller är i dag. Välj en dag efter {today}."),
        (366, "Den nya tiden {day} är mer än ett år bort. Välj en dag senast {last}."),
    ],
)
def test_a_day_that_makes_no_sense_is_refused_and_the_reason_kept(sign_in, olivia, requirement, today, days, sentence):
    day = today + timedelta(days=days)
    page = move(sign_in(olivia), requirement, day)
    assert page.status_code == 422
    assert errors(page) == [sentence.format(day=day, today=today, last=today + timedelta(days=365))]
    assert REASON in page.text
    assert not DeadlineNote.objects.exists()


def test_a_task_is_not_moved_back_to_where_it_came_from(sign_in, olivia, contract, today):
    due_on = today + timedelta(days=10)
    requirement = Requirement.objects.create(
        contract=contract, kind="internship", model="numeric", count=1, due_on=due_on
    )
    client, day = sign_in(olivia), today + timedelta(days=30)
    move(client, requirement, day)
    page = move(client, requirement, due_on, due_on=day)
    assert errors(page) == [f"Uppgiften har redan flyttats från {due_on}. Ångra den flytten, eller välj en annan dag."]


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        ("", "Ange varför uppgiften får en ny tid"),
        ("Ring 19121212-1212 först", "”19121212-…” ser ut som ett personnummer."),
    ],
)
def test_a_reason_is_asked_for_and_may_name_nobody(sign_in, olivia, requirement, today, reason, sentence):
    page = move(sign_in(olivia), requirement, today + timedelta(days=5), reason=reason)
    assert page.status_code == 422
    assert sentence in " ".join(errors(page))
    assert not DeadlineNote.objects.exists()


def test_a_day_of_the_law_says_its_paragraph_instead_of_moving(sign_in, olivia, contract, today):
    contract.signed_on = today - timedelta(days=40)
    contract.procurement.procedure, contract.procurement.estimated_value = "open", 90_000_000
    contract.procurement.save()
    contract.save()
    key = f"result-notice:{contract.pk}"
    deadline = find(olivia, [contract.organisation], key, today=today).deadline
    query = urlencode({"nyckel": key, "dag": deadline.due_on})
    sentence = f"Dagen följer av {deadline.legal_basis} och kan inte få en ny tid här."
    assert "LOU" in sentence
    page = send(sign_in(olivia), f"{MOVE}?{query}", new_due_on=today + timedelta(days=9), reason=REASON)
    assert (page.status_code, errors(page)) == (422, [sentence])
    assert sentence in sign_in(olivia).get(f"{OPEN}?{query}").text


def test_when_the_requirement_itself_moves_the_given_day_no_longer_holds(sign_in, olivia, requirement, today):
    client = sign_in(olivia)
    move(client, requirement, today + timedelta(days=30))
    requirement.due_on = today + timedelta(days=50)
    requirement.save()
    assert [task.status_text for task in client.get(LIST).context["tasks"].later.tasks] == ["om 50 dagar"]


@pytest.mark.django_db(transaction=True)
def test_the_history_tells_who_answered_and_who_took_it_back(sign_in, olivia, requirement):
    client = sign_in(olivia)
    send(client, address(CLOSE, requirement))
    client.post(f"/uppgifter/svar/{DeadlineNote.objects.get().pk}/angra/")
    events = Events.objects.tracks(DeadlineNote.objects.get()).order_by("pgh_created_at")
    assert [(each.pgh_label, each.pgh_context["user"]) for each in events] == [
        ("insert", olivia.pk),
        ("update", olivia.pk),
    ]


@pytest.mark.parametrize(
    "sentence",
    ["deadline_note_new_day_has_day_and_reason", "deadline_note_done_has_no_day", "deadline_note_once"],
)
def test_the_database_holds_what_an_answer_is(olivia, helsingborg, today, sentence):
    broken = {
        "deadline_note_new_day_has_day_and_reason": {"answer": "new_day", "new_due_on": today},
        "deadline_note_done_has_no_day": {"answer": "done", "new_due_on": today},
        "deadline_note_once": {"answer": "done"},
    }[sentence]
    whose = {"organisation": helsingborg, "deadline_key": "requirement:1", "due_on": today, "created_by": olivia}
    about = whose | {"title": "Krav", "url": "/"}
    if sentence == "deadline_note_once":
        DeadlineNote.objects.create(**about, answer="done", token=uuid.uuid4())
    with pytest.raises(Exception, match=sentence), transaction.atomic():
        DeadlineNote.objects.create(**about, **broken, token=uuid.uuid4())
