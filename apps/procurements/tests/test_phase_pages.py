"""The pages of the phases: the form of a move, what it says before and after, who may, and the procurement's page."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone

from apps.procurements.choices import Phase
from apps.procurements.models import (
    ExtensionOption,
    Lot,
    Procurement,
    ProcurementParty,
    Requirement,
    RequirementDecision,
)
from procurement_csr.people import make_contract, make_person, make_procurement, make_supplier

SWEDEN = ZoneInfo("Europe/Stockholm")


@pytest.fixture
def painting(helsingborg, property_department):
    return make_procurement(
        helsingborg, "Måleritjänster", department=property_department, kind="services", estimated_value=1_500_000
    )


def stand(procurement, phase, **values):
    Procurement.objects.filter(pk=procurement.pk).update(phase=phase, **values)
    procurement.refresh_from_db()


def address(procurement, phase):
    return reverse("procurement_move", args=[procurement.pk, phase])


def send(client, procurement, phase, data, **extra):
    """Fill in the form of a move as a browser does."""
    form = client.get(address(procurement, phase)).context["form"]
    hidden = {name: form[name].value() for name in ("version", "step")}
    return client.post(address(procurement, phase), hidden | data, **extra)


def decide(procurement):
    RequirementDecision.objects.create(
        procurement=procurement, recommended="dialog", decided="dialog", decided_on=date(2026, 1, 7)
    )


def test_olivia_publishes_and_takes_it_back(sign_in, olivia, painting):
    stand(painting, "preparation")
    decide(painting)
    client, today = sign_in(olivia), timezone.localdate()
    data = {
        "decision_to_publish_on": today - timedelta(days=2),
        "procedure": "open",
        "sent_for_publication_on": today - timedelta(days=1),
        "accepts_e_tenders": "on",
        "documents_are_online": "on",
        "questions_close_on": today + timedelta(days=20),
        "tender_deadline_at": f"{today + timedelta(days=45)}T23:59",
    }
    page = send(client, painting, "published", data, follow=True)
    painting.refresh_from_db()
    assert painting.phase == "published"
    assert painting.tender_deadline_at.astimezone(SWEDEN).strftime("%H:%M") == "23:59"
    assert "Upphandlingen står nu i fasen annonserad" in page.text
    assert reverse("procurement_move_undo", args=[painting.pk]) in page.text
    told = next(event for event in page.context["events"] if event.text.startswith("Gick från fasen förberedelse"))
    assert f"skickad för annonsering {today - timedelta(days=1)}" in told.text
    assert told.by == "Olivia"
    page = client.post(reverse("procurement_move_undo", args=[painting.pk]), follow=True)
    painting.refresh_from_db()
    assert (painting.phase, painting.sent_for_publication_on) == ("preparation", None)
    assert "Steget är ångrat" in page.text
    undone = "Ångrade steget till annonserad. Upphandlingen står åter i fasen förberedelse."
    assert undone in [event.text for event in page.context["events"]]


def test_fact_9_a_short_tender_period_is_refused_and_nothing_is_lost(sign_in, olivia, painting):
    stand(painting, "preparation")
    decide(painting)
    today = timezone.localdate()
    data = {
        "decision_to_publish_on": today,
        "procedure": "open",
        "sent_for_publication_on": today,
        "documents_are_online": "on",
        "tender_deadline_at": f"{today + timedelta(days=30)}T12:00",
        "notice_id": "2026/77-1",
    }
    page = send(sign_in(olivia), painting, "published", data)
    assert page.status_code == 422
    assert "ska vara minst 35" in page.context["form"].errors["tender_deadline_at"][0]
    assert 'value="2026/77-1"' in page.text
    assert f'value="{today + timedelta(days=30)}T12:00"' in page.text


def test_fact_4_the_page_says_when_the_standstill_ends_before_anything_is_saved(sign_in, olivia, painting):
    stand(painting, "awarded", procedure="open", award_decided_on=date(2026, 6, 8))
    data = {"award_notice_sent_on": "2026-06-09", "notice_mode": "electronic", "preview": "1"}
    page = send(sign_in(olivia), painting, "standstill", data)
    painting.refresh_from_db()
    assert (page.status_code, painting.phase) == (200, "awarded")
    assert "Avtalsspärren går ut 2026-06-22" in page.text
    assert "Avtal får tecknas tidigast 2026-06-23, första arbetsdag 2026-06-23." in page.text


@pytest.mark.parametrize(
    ("sent", "too_early", "allowed", "last_day"),
    [
        ("2019-04-01", "2019-04-11", "2019-04-12", "2019-04-11"),
        ("2019-04-18", "2019-04-29", "2019-04-30", "2019-04-29"),
    ],
)
def test_facts_1_and_2_signing_inside_the_standstill_is_refused(
    sign_in, olivia, painting, sent, too_early, allowed, last_day
):
    contract = make_contract(painting, number="A-1")
    stand(painting, "awarded", procedure="open", award_decided_on=date.fromisoformat(sent))
    client = sign_in(olivia)
    send(client, painting, "standstill", {"award_notice_sent_on": sent, "notice_mode": "electronic"})
    page = send(client, painting, "contracted", {"signed_on": too_early})
    assert page.status_code == 422
    assert f"tidigast {allowed}, inte {too_early}. Avtalsspärren går ut {last_day}" in page.text
    assert send(client, painting, "contracted", {"signed_on": allowed}).status_code == 302
    contract.refresh_from_db()
    assert contract.signed_on == date.fromisoformat(allowed)


def test_fact_14_after_signing_the_page_tells_when_notice_and_documentation_are_due(sign_in, olivia, painting):
    stand(painting, "contracted", procedure="open")
    today = timezone.localdate()
    make_contract(painting, number="A-1", signed_on=today - timedelta(days=2))
    make_contract(painting, number="A-2", signed_on=today, result_notice_sent_on=today, documentation_done_on=today)
    page = sign_in(olivia).get(painting.get_absolute_url())
    told = {task["label"]: (task["status_text"], task["status_kind"]) for task in page.context["tasks"]}
    due = f"{today + timedelta(days=28)}, om 28 dagar"
    assert told["Efterannonsera A-1"] == (due, "neutral")
    assert told["Färdigställ dokumentationen för A-1"] == (due, "neutral")
    assert told["Efterannonsera A-2"] == ("klart", "good")


def test_what_stops_a_move_is_said_before_the_form_is_filled_in(sign_in, olivia, painting):
    stand(painting, "preparation")
    page = sign_in(olivia).get(address(painting, "published"))
    assert page.status_code == 200
    assert "Besluta först om sociala krav" in page.text
    assert "Beslutet ska finnas innan dokumenten går ut" in page.text


def test_fields_that_cannot_matter_are_left_out(sign_in, olivia, painting):
    stand(painting, "preparation", kind="special_services", estimated_value=50_000_000)
    client = sign_in(olivia)
    assert "necessity_assessed_on" not in client.get(address(painting, "published")).context["form"].fields
    stand(painting, "preparation", kind="works", estimated_value=500_000_000)
    assert "necessity_assessed_on" in client.get(address(painting, "published")).context["form"].fields


@pytest.mark.parametrize(
    ("phase", "to", "field", "value", "sentence"),
    [
        ("need", "preparation", "estimated_value", "-1", "Uppskattat värde ska vara minst 0"),
        ("need", "preparation", "estimated_value", "", "Ange uppskattat värde"),
        ("need", "preparation", "kind", "hack", "Välj vad som köps bland alternativen"),
        ("preparation", "published", "tender_deadline_at", "nästa vecka", "Ange dag och klockslag"),
        ("preparation", "published", "procedure", "direct_purchase", "Välj förfarande bland alternativen"),
        ("need", "paused", "reason", "   ", "Ange skälet"),
        ("standstill", "contracted", "signed_on", "", "Ange vilken dag avtalet tecknades"),
        ("need", "paused", "reason", "Anna 850709-9805 är sjuk", "personnummer"),
        ("need", "cancelled", "cancelled_on", "31/12", "år-månad-dag"),
        ("need", "cancelled", "cancelled_on", "2099-01-01", "har inte varit än"),
    ],
)
def test_bad_input_gets_a_sentence_beside_its_field(sign_in, olivia, painting, phase, to, field, value, sentence):
    stand(painting, phase)
    page = send(sign_in(olivia), painting, to, {"reason": "Ändrade behov", "cancelled_on": "2026-01-07", field: value})
    assert page.status_code == 422
    assert any(sentence in error for error in page.context["form"].errors.get(field, [])), page.context["form"].errors


def test_an_invitation_is_not_called_a_publication(sign_in, olivia, painting):
    stand(painting, "preparation", procedure="mini_competition")
    client = sign_in(olivia)
    form = client.get(address(painting, "tendering")).context["form"]
    assert form["sent_for_publication_on"].label == "Inbjudan skickad"
    assert "published" not in str([way["url"] for way in client.get(painting.get_absolute_url()).context["moves_on"]])


def test_a_move_the_table_lacks_says_where_one_can_go(sign_in, olivia, painting):
    page = sign_in(olivia).get(address(painting, "evaluation"))
    assert page.status_code == 409
    assert "kan inte gå till utvärdering. Härifrån går den till förberedelse" in page.text
    assert sign_in(olivia).get(address(painting, "hack")).status_code == 404


def test_the_second_of_two_gets_a_conflict_page_with_what_was_written(sign_in, olivia, carin, painting):
    client = sign_in(carin)
    form = client.get(address(painting, "paused")).context["form"]
    hidden = {name: form[name].value() for name in ("version", "step")}
    send(sign_in(olivia), painting, "cancelled", {"cancelled_on": "2026-01-07", "reason": "Inga pengar"})
    client = sign_in(carin)
    page = client.post(address(painting, "paused"), hidden | {"reason": "Väntar på beslut"})
    assert page.status_code == 409
    assert "Upphandlingen står nu i fasen avbruten" in page.text
    assert "Väntar på beslut" in page.text
    again = {name: page.context["form"][name].value() for name in ("version", "step")}
    page = client.post(address(painting, "paused"), again | {"reason": "Väntar på beslut"})
    assert page.status_code == 422
    assert "avbruten och går inte vidare" in page.text


def test_a_double_click_makes_one_move_and_says_so_twice(sign_in, olivia, painting):
    client = sign_in(olivia)
    form = client.get(address(painting, "paused")).context["form"]
    data = {name: form[name].value() for name in ("version", "step")} | {"reason": "Väntar"}
    answers = [client.post(address(painting, "paused"), data) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    moves = [e for e in client.get(painting.get_absolute_url()).context["events"] if e.text.startswith("Gick från")]
    assert len(moves) == 1


def test_roles_that_only_read_neither_see_nor_reach_the_moves(sign_in, doris, malte, adam, painting):
    for person in (doris, malte, adam):
        client = sign_in(person)
        assert client.get(painting.get_absolute_url()).context["moves_on"] == []
        assert client.get(address(painting, "preparation")).status_code == 403
        assert client.post(address(painting, "paused"), {"reason": "x"}).status_code == 403
        assert client.post(reverse("procurement_move_undo", args=[painting.pk])).status_code == 403


def test_a_foreign_procurement_looks_absent(sign_in, fia, painting):
    client = sign_in(fia)
    assert client.get(address(painting, "preparation")).status_code == 404
    assert client.post(address(painting, "paused"), {"reason": "x"}).status_code == 404
    assert client.post(reverse("procurement_move_undo", args=[painting.pk])).status_code == 404


def test_an_officer_of_one_department_moves_only_there(
    sign_in, helsingborg, property_department, school_department, painting
):
    otto = make_person("Otto", "officer", helsingborg, property_department)
    elsewhere = make_procurement(helsingborg, department=school_department)
    client = sign_in(otto)
    assert client.get(address(elsewhere, "preparation")).status_code == 404
    needed = {"kind": "goods", "estimated_value": "500 000"}
    assert send(client, painting, "preparation", needed | {"department": school_department.pk}).status_code == 422
    assert send(client, painting, "preparation", needed | {"department": property_department.pk}).status_code == 302


def test_an_authority_that_takes_part_reads_but_does_not_move(sign_in, fia, haninge, painting):
    ProcurementParty.objects.create(procurement=painting, organisation=haninge, share_percent=40)
    client = sign_in(fia)
    page = client.get(painting.get_absolute_url())
    assert (page.status_code, page.context["moves_on"]) == (200, [])
    assert client.get(address(painting, "preparation")).status_code == 404


@pytest.mark.parametrize("phase", Phase.values)
def test_the_page_of_a_procurement_in_every_phase_shows_where_it_stands(sign_in, olivia, painting, phase):
    before = {"paused": "evaluation", "review_pending": "standstill"}.get(phase, "")
    values = {"phase_before": before, "reason": "Väntar på budget"}
    stand(painting, phase, procedure="open", award_notice_sent_on=date(2026, 6, 9), notice_mode="electronic", **values)
    client = sign_in(olivia)
    page = client.get(painting.get_absolute_url())
    assert page.status_code == 200
    current = [step["label"] for step in page.context["steps"] if step["state"] == "current"]
    side = page.context["side_state"]
    if phase in Phase.values[:11]:
        assert (current, side) == ([Phase(phase).label.capitalize()], None)
    else:
        assert side["title"] == Phase(phase).label.capitalize()
        assert "Väntar på budget" in page.text
    for way in page.context["moves_on"]:
        assert client.get(way["url"]).status_code == 200, way


def test_a_direct_purchase_shows_only_the_phases_it_passes(sign_in, olivia, painting):
    stand(painting, "awarded", procedure="direct_purchase")
    page = sign_in(olivia).get(painting.get_absolute_url())
    assert [step["label"] for step in page.context["steps"]][:4] == ["Behov", "Förberedelse", "Tilldelad", "Avtal"]


def test_the_most_urgent_thing_stands_as_a_tag(sign_in, olivia, painting):
    deadline = timezone.now() + timedelta(days=13)
    stand(painting, "tendering", tender_deadline_at=deadline, questions_close_on=None)
    page = sign_in(olivia).get(painting.get_absolute_url())
    assert page.context["urgent"] == {"text": "Svara på frågor om 7 dagar", "kind": "warn"}
    stand(painting, "tendering", tender_deadline_at=datetime(2026, 1, 7, 12, tzinfo=SWEDEN))
    assert sign_in(olivia).get(painting.get_absolute_url()).context["urgent"]["kind"] == "bad"


def test_the_timeline_tells_of_everything_under_the_procurement(sign_in, olivia, painting, haninge):
    party = ProcurementParty.objects.create(procurement=painting, organisation=haninge, share_percent=40)
    lot = Lot.objects.create(procurement=painting, number="2", title="Fasad")
    decide(painting)
    original = Requirement.objects.create(procurement=painting, kind="internship", model="dialog")
    contract = make_contract(painting, make_supplier("Måleri AB"), number="A-1")
    Requirement.objects.create(contract=contract, kind="internship", model="dialog", source=original)
    option = ExtensionOption.objects.create(contract=contract, months=12, last_call_on=date(2027, 1, 1))
    ExtensionOption.objects.filter(pk=option.pk).update(outcome="called", decided_on=date(2026, 10, 1))
    type(contract).objects.filter(pk=contract.pk).update(signed_on=date(2026, 3, 2))
    original.delete()
    lot.delete()
    party.delete()
    texts = [event.text for event in sign_in(olivia).get(painting.get_absolute_url()).context["events"]]
    for text in (
        "Haninge kom med i upphandlingen, med 40 procent av åtagandet.",
        "Haninge är inte längre med i upphandlingen.",
        "Anbudsområdet 2 Fasad lades till.",
        "Anbudsområdet 2 Fasad togs bort.",
        "Beslutade dialogkrav, 2026-01-07. Rekommenderat var dialogkrav.",
        "Ställde kravet dialog om praktik i upphandlingens dokument.",
        "Tog bort kravet dialog om praktik ur upphandlingens dokument.",
        "Kravet dialog om praktik följde med till avtalet A-1.",
        "Avtalet A-1 fick en möjlig förlängning på 12 månader.",
        "Beslutade 2026-10-01 om förlängningen på 12 månader av avtalet A-1: utnyttjad.",
        "Avtalet A-1 tecknades 2026-03-02.",
    ):
        assert text in texts, texts
