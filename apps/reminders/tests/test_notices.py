"""What was sent to whom: who may read it, by page and by deadline."""

from datetime import timedelta

import pytest
from django.utils import timezone

from apps.mbl.models import Union
from apps.reminders.models import OutboxMail, Reminder
from apps.reminders.sources import open_deadlines_of
from procurement_csr.people import make_department, make_person, make_procurement

LIST = "/notiser/"
USUAL, MATCHERS = "procurements.view_procurement", "placements.change_placement"


@pytest.fixture
def remind(helsingborg, contract, today):
    """`remind(person, …)` gives a reminder about the contract's procurement."""

    def make(person, state="planned", **fields):
        procurement = contract.procurement
        number = Reminder.objects.count()
        if state == "mailed":
            moment, mail_state = timezone.now(), fields.pop("mail_state", "sent")
            fields["mail"] = OutboxMail.objects.create(
                organisation=helsingborg,
                recipient=person,
                to_address=person.email,
                kind="digest",
                subject="1 uppgift",
                text="hemligt",
                state=mail_state,
                sent_at=moment if mail_state in ("sent", "resent") else None,
                uncertain_at=moment if mail_state in ("resent", "uncertain", "held") else None,
                due_at=moment,
                message_id=f"<{number}@exempel.se>",
            )
        about = {"organisation": helsingborg, "department": procurement.department, "permission": USUAL}
        about |= {"deadline_key": "requirement:1", "kind": "requirement", "due_on": today, "step": f"before-{number}"}
        about |= {"send_on": today, "recipient": person, "audience": "owner", "title": f"Uppgift {number}"}
        about |= {"context": procurement.title, "context_url": procurement.get_absolute_url(), "url": "/x/"}
        return Reminder.objects.create(**about | {"state": state} | fields)

    return make


def titles(client, **query):
    return {row.cells[1].text for row in client.get(LIST, query).context["list"].table.rows}


def test_everybody_sees_their_own_and_those_about_what_they_may_see(sign_in, remind, olivia, carin, malte, pelle):
    remind(olivia)
    remind(pelle, permission="accounts.change_organisation", title="Pelles")
    remind(malte, permission=MATCHERS)
    assert titles(sign_in(olivia)) == titles(sign_in(carin)) == {"Uppgift 0"}
    assert titles(sign_in(malte)) == {"Uppgift 0", "Uppgift 2"}
    assert titles(sign_in(pelle)) == {"Pelles"}


def test_a_department_sees_its_own_only(sign_in, remind, doris, carin, helsingborg):
    remind(carin)
    remind(carin, department=make_department(helsingborg), title="Skolans")
    remind(carin, department=None, title="Ingens")
    assert titles(sign_in(doris)) == {"Uppgift 0"}
    assert titles(sign_in(carin)) == {"Uppgift 0", "Skolans", "Ingens"}


@pytest.mark.parametrize(
    ("mail_state", "told"),
    [
        ("pending", "På väg"),
        ("resent", "Skickad"),
        ("dead", "Gick inte att skicka"),
        ("held", "Stoppad tills någon bestämmer"),
        ("uncertain", "Osäkert om den kom fram"),
    ],
)
def test_what_did_not_leave_is_never_said_to_be_on_its_way(sign_in, remind, olivia, mail_state, told):
    remind(olivia, "mailed", mail_state=mail_state)
    (row,) = sign_in(olivia).get(LIST).context["list"].table.rows
    assert row.cells[5].text == told


def test_what_a_later_reminder_replaced_is_shown_to_who_asks_for_it(sign_in, remind, olivia):
    remind(olivia, "superseded")
    remind(olivia, "mailed")
    assert titles(sign_in(olivia)) == {"Uppgift 1"}
    assert titles(sign_in(olivia), state="superseded") == {"Uppgift 0"}


def test_nothing_crosses_organisations(sign_in, remind, fia, olivia, nils):
    remind(olivia)
    assert titles(sign_in(fia)) == set()
    assert titles(sign_in(nils)) == set()


def test_the_list_says_to_whom_when_and_what_became_of_it(sign_in, remind, olivia, today):
    remind(olivia, "mailed", step="before-14", due_on=today + timedelta(days=14))
    remind(olivia, "suppressed", why_suppressed="moved", kind="consultation", step="before-3")
    rows = sign_in(olivia).get(LIST).context["list"].table.rows
    found = {row.cells[1].text: [cell.text for cell in row.cells] for row in rows}
    assert found["Uppgift 0"][2:] == [str(today + timedelta(days=14)), "14 dagar före", "Olivia", "Skickad"]
    assert found["Uppgift 1"][3:] == ["3 arbetsdagar före", "Olivia", "Dagen har flyttats"]


def test_what_waits_in_a_mail_is_on_its_way_not_sent(sign_in, remind, olivia):
    remind(olivia, "mailed")
    OutboxMail.objects.update(state="pending", sent_at=None)
    assert sign_in(olivia).get(LIST).context["list"].table.rows[0].cells[5].text == "På väg"


def test_the_list_is_filtered_by_page_deadline_kind_person_and_words(sign_in, remind, olivia, carin, contract):
    client = sign_in(olivia)
    remind(olivia), remind(carin, context_url="/annan/", context="Annan upphandling")
    remind(carin, deadline_key="requirement:2", kind="option")
    assert titles(client, sida=contract.procurement.get_absolute_url()) == {"Uppgift 0", "Uppgift 2"}
    assert titles(client, uppgift="requirement:2") == {"Uppgift 2"}
    assert titles(client, kind="option") == {"Uppgift 2"}
    assert titles(client, whose="mina") == {"Uppgift 0"}
    assert titles(client, q="annan") == {"Uppgift 1"}
    assert titles(client, q="Carin") == {"Uppgift 1", "Uppgift 2"}
    chips = client.get(LIST, {"sida": "/annan/", "uppgift": "requirement:1"}).context["list"].chips
    assert [text for text, _ in chips] == ["Hör till: Annan upphandling", "Uppgift: Uppgift 1"]


@pytest.mark.parametrize("query", [{"sida": "x" * 500}, {"kind": "nonsens"}, {"uppgift": "\x00"}, {"state": "'"}])
def test_nonsense_in_a_filter_filters_nothing_and_breaks_nothing(sign_in, remind, olivia, query):
    remind(olivia)
    page = sign_in(olivia).get(LIST, query)
    assert page.status_code == 200
    assert page.context["list"].total in (0, 1)


def test_files_hold_the_day_it_left_and_never_what_the_mail_said(sign_in, remind, olivia):
    remind(olivia, "mailed")
    content = b"".join(sign_in(olivia).get(LIST, {"format": "csv"}).streaming_content).decode("utf-8-sig")
    header, row = content.strip().splitlines()
    assert header.endswith("Skickad;Hör till;Slag")
    assert "Krav i avtal" in row
    assert str(timezone.localdate()) in row
    assert "hemligt" not in content


def test_the_page_of_a_procurement_shows_the_last_and_the_next(sign_in, remind, olivia, requirement, today):
    client, page = sign_in(olivia), requirement.contract.procurement.get_absolute_url()
    requirement.due_on = today + timedelta(days=30)
    requirement.save()
    remind(olivia, "mailed", title="Den som skickades")
    (panel,) = (each for each in client.get(page).context["panels"] if each.title == "Påminnelser")
    assert [each.text for each in panel.context["sent"]] == [f"Den som skickades, på sista dagen ({today})"]
    (ahead,) = panel.context["coming"]
    assert ahead.text == f"Följ upp kravet: {requirement}, 14 dagar före ({today + timedelta(days=30)})"
    assert today + timedelta(days=12) <= ahead.on <= today + timedelta(days=16)
    assert titles(client, sida=page) == {"Den som skickades"}
    assert panel.context["url"].endswith(f"sida={page.replace('/', '%2F')}")


def test_a_procurement_without_reminders_has_no_panel(sign_in, remind, olivia, helsingborg):
    remind(olivia, "mailed")
    page = sign_in(olivia).get(make_procurement(helsingborg).get_absolute_url())
    assert "Påminnelser" not in [panel.title for panel in page.context["panels"]]


def test_who_may_not_see_a_task_does_not_see_it_on_the_procurement_either(
    sign_in, remind, olivia, malte, adam, helsingborg, property_department, today
):
    coming = {"phase": "preparation", "planned_publication_on": today + timedelta(days=60)}
    case = make_procurement(helsingborg, department=property_department, **coming)
    about = {"context_url": case.get_absolute_url(), "permission": MATCHERS, "title": "Matcharens"}
    remind(malte, "mailed", **about)

    def lines(person):
        shown = sign_in(person).get(case.get_absolute_url()).context["panels"]
        panels = (panel.context for panel in shown if panel.title == "Påminnelser")
        return [line.text for panel in panels for line in (*panel["sent"], *panel["coming"])]

    assert any(line.startswith("Annonsera") for line in lines(olivia))
    assert any(line.startswith("Matcharens") for line in lines(malte))
    assert not any(line.startswith("Matcharens") for line in lines(olivia))
    assert lines(adam) == []
    other = make_person("Siv", "department", helsingborg, make_department(helsingborg))
    assert sign_in(other).get(case.get_absolute_url()).status_code == 404


def test_what_is_asked_for_by_procurement_is_what_leads_to_its_page(
    helsingborg, requirement, property_department, today
):
    coming = {"phase": "preparation", "planned_publication_on": today + timedelta(days=60)}
    coming |= {"planned_signing_on": today + timedelta(days=200), "department": property_department}
    other = make_procurement(helsingborg, **coming)
    Union.objects.create(organisation=helsingborg, name="Kommunal")
    days = {"since": today - timedelta(days=400), "until": today + timedelta(days=400), "today": today}
    every = list(open_deadlines_of(helsingborg, **days))
    for procurement in (other, requirement.contract.procurement):
        page = procurement.get_absolute_url()
        expected = sorted(each.key for each in every if each.context_url.partition("#")[0] == page)
        found = open_deadlines_of(helsingborg, **days, procurement=procurement.pk)
        assert sorted(each.key for each in found) == expected
        assert expected
    assert any(each.key.startswith("mbl:") for each in every)
