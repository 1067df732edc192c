"""Every step of a placement through its pages: proposed, consented, matched, started, ended, left and corrected."""

import random
import uuid
from datetime import date, timedelta

import pytest

from apps.core.actions import version_of
from apps.placements import codes
from apps.placements.choices import LEFT_STATES
from apps.placements.models import Consent, Participant, Placement
from procurement_csr.people import (
    make_contract,
    make_offer,
    make_participant,
    make_placement,
    make_procurement,
    make_supplier,
    make_waiting,
)

PROPOSE = "/placeringar/foresla/"
PRACTICE = {"referring_body": "municipality", "supervisor_role": "arbetsledare"}


@pytest.fixture
def place(contract):
    return make_offer(contract)


@pytest.fixture
def proposed(contract, place, malte):
    return make_placement(contract, offer=place, state="proposed", started_on=None, created_by=malte, number=12)


@pytest.fixture
def press(sign_in, malte):
    """`press(placement, "match", planned_start_on=…)` sends the form of a move; the version is the row's own."""

    def send(placement, key, **values):
        row = Placement.objects.get(pk=placement.pk)
        data = {"version": version_of(row), "save": "1", **values}
        return sign_in(malte).post(f"/placeringar/{placement.pk}/steg/{key}/", data)

    return send


def proposal(**values):
    return {"token": str(uuid.uuid4()), "extent_percent": "100", "save": "1"} | values


def now(placement):
    return Placement.objects.get(pk=placement.pk)


def test_a_resident_walks_from_a_proposal_to_the_end(sign_in, malte, place, press, today):
    ola = make_participant(place.organisation, "K7M-4Q2")
    waiting = make_waiting(ola)
    assert sign_in(malte).post(f"{PROPOSE}?plats={place.pk}", proposal(waiting="K7M-4Q2")).status_code == 302
    placement = Placement.objects.get()
    assert (placement.participant, placement.offer, placement.contract) == (ola, place, place.contract)
    assert (placement.state, placement.started_on) == ("proposed", None)
    refused = press(placement, "consent")
    assert "Anteckna först deltagarens samtycke till kontakt" in refused.content.decode()
    assert (refused.status_code, now(placement).state) == (422, "proposed")
    assert press(placement, "consent", is_harm_tested="on").status_code == 302
    days = {"planned_start_on": today.isoformat(), "extent_percent": "50"}
    assert press(placement, "match", **days).status_code == 302
    assert (now(placement).state, now(placement).extent_percent, now(placement).started_on) == ("matched", 50, None)
    waiting.refresh_from_db()
    assert waiting.ended_on is None
    start = {"started_on": today.isoformat(), "extent_percent": "75"} | PRACTICE
    assert press(placement, "start", **start).status_code == 302
    waiting.refresh_from_db()
    assert waiting.ended_on == today
    assert (now(placement).state, now(placement).started_on, now(placement).extent_percent) == ("started", today, 75)
    end = {"ended_on": today.isoformat(), "end_reason": "moved_to_employment", "version": version_of(now(placement))}
    assert sign_in(malte).post(f"{placement.get_absolute_url()}avsluta/", end).status_code == 302
    assert now(placement).state == "ended"
    page = sign_in(malte).get(placement.get_absolute_url()).text
    for words in ("Föreslagen", "föreslagen → samtycke eller prövning klar", "matchad → pågår", "pågår → avslutad"):
        assert words in page


@pytest.mark.parametrize("state", ["proposed", "consented", "matched"])
@pytest.mark.parametrize("key", ["decline_by_candidate", "decline_by_supplier", "withdraw"])
def test_a_placement_can_be_left_and_taken_back_to_where_it_was(contract, press, today, state, key):
    placement = make_placement(contract, state=state, started_on=None)
    assert press(placement, key, exited_on=today.isoformat()).status_code == 302
    assert (now(placement).state in LEFT_STATES, now(placement).exited_on) == (True, today)
    assert press(placement, "correct_exit", reason="slip").status_code == 302
    assert (now(placement).state, now(placement).exited_on) == (state, None)


def test_one_who_never_came_is_no_result_and_the_day_is_not_before_the_start(contract, press, today):
    placement = make_placement(contract, state="matched", started_on=None, planned_start_on=today)
    early = press(placement, "no_show", exited_on=(today - timedelta(1)).isoformat())
    assert early.status_code == 422
    assert f"skulle börja först {today}" in early.text
    assert press(placement, "no_show", exited_on=today.isoformat()).status_code == 302
    assert not Placement.objects.started().filter(pk=placement.pk).exists()


def test_a_correction_asks_why_and_the_history_tells_it(sign_in, malte, contract, press, today):
    placement = make_placement(contract, started_on=today - timedelta(3))
    planned = {"planned_start_on": (today + timedelta(7)).isoformat()}
    refused = press(placement, "correct_start", **planned)
    assert refused.status_code == 422
    assert "Välj varför uppgiften rättas" in refused.text
    assert press(placement, "correct_start", **planned, reason="from_supplier").status_code == 302
    assert (now(placement).state, now(placement).started_on) == ("matched", None)
    assert "Rättat: ny uppgift från leverantören" in sign_in(malte).get(placement.get_absolute_url()).text


def test_a_step_that_the_state_does_not_allow_says_why_and_what_is_allowed(sign_in, malte, proposed, press, today):
    page = sign_in(malte).get(f"/placeringar/{proposed.pk}/steg/start/")
    assert page.status_code == 409
    assert "”Har börjat” går inte här: placeringens läge är ”föreslagen”" in page.text
    sent = press(proposed, "start", started_on=today.isoformat(), extent_percent="100", **PRACTICE)
    assert sent.status_code == 422
    assert "går inte här" in sent.text
    assert now(proposed).state == "proposed"


def test_what_has_not_begun_cannot_end(sign_in, malte, proposed):
    page = sign_in(malte).get(f"/placeringar/{proposed.pk}/avsluta/")
    assert page.status_code == 409
    assert "”Avsluta” går inte här" in page.text


def test_a_step_that_does_not_exist_is_not_there(sign_in, malte, proposed):
    assert sign_in(malte).get(f"/placeringar/{proposed.pk}/steg/dansa/").status_code == 404


def test_a_second_press_of_the_same_button_changes_nothing(sign_in, malte, proposed):
    data = {"version": version_of(now(proposed)), "save": "1", "is_harm_tested": "on"}
    url = f"/placeringar/{proposed.pk}/steg/consent/"
    assert [sign_in(malte).post(url, data).status_code for _ in range(2)] == [302, 302]
    assert proposed.events.filter(state="consented").count() == 1


def test_somebody_else_was_first(sign_in, malte, contract, today):
    placement = make_placement(contract, state="matched", started_on=None, planned_start_on=today)
    seen = version_of(now(placement))
    Placement.objects.filter(pk=placement.pk).update(planned_end_on=today + timedelta(90))
    data = {"version": seen, "started_on": today.isoformat(), "extent_percent": "100", **PRACTICE}
    told = sign_in(malte).post(f"/placeringar/{placement.pk}/steg/start/", data)
    assert told.status_code == 409
    assert f"Nu står det: {today + timedelta(90)}" in told.text
    assert now(placement).state == "matched"


def test_a_place_is_taken_once(contract, place, press, today):
    first = make_placement(contract, offer=place, state="consented", started_on=None)
    second = make_placement(contract, offer=place, state="consented", started_on=None)
    days = {"planned_start_on": today.isoformat(), "extent_percent": "100"}
    assert press(first, "match", **days).status_code == 302
    refused = press(second, "match", **days)
    assert refused.status_code == 422
    assert "Platsen är redan tagen" in refused.text
    assert press(first, "decline_by_supplier", exited_on=today.isoformat()).status_code == 302
    assert press(second, "match", **days).status_code == 302


def test_fact_34_practice_does_not_start_without_who_refers_and_who_supervises(contract, press, today):
    placement = make_placement(
        contract, state="matched", started_on=None, planned_start_on=today, referring_body="", supervisor_role=""
    )
    refused = press(placement, "start", started_on=today.isoformat(), extent_percent="100")
    assert refused.status_code == 422
    assert "Ange vem som anvisar praktiken" in refused.text
    assert "Ange handledarens roll" in refused.text
    assert now(placement).state == "matched"


def test_a_start_to_come_is_not_confirmed_today(contract, press, today):
    placement = make_placement(contract, state="matched", started_on=None, planned_start_on=today)
    tomorrow = (today + timedelta(1)).isoformat()
    refused = press(placement, "start", started_on=tomorrow, extent_percent="100", **PRACTICE)
    assert refused.status_code == 422
    assert f"Startdatumet {tomorrow} har inte varit ännu" in refused.text


def test_fact_33_sheltered_employment_is_never_with_a_private_supplier(sign_in, malte, filled, contract, painters):
    refused = sign_in(malte).post("/placeringar/ny/", filled(kind="osa"))
    assert refused.status_code == 422
    assert "bara hos en offentlig arbetsgivare" in refused.text
    painters.org_number = "2120001355"
    painters.save()
    assert sign_in(malte).post("/placeringar/ny/", filled(kind="osa")).status_code == 302


def test_a_later_start_is_matched_until_the_matcher_confirms_it(sign_in, malte, filled, today):
    later = (today + timedelta(5)).isoformat()
    assert sign_in(malte).post("/placeringar/ny/", filled(started_on=later)).status_code == 302
    placement = Placement.objects.get()
    assert (placement.state, placement.started_on, placement.planned_start_on.isoformat()) == ("matched", None, later)
    assert "Har börjat" in sign_in(malte).get(placement.get_absolute_url()).text


def test_the_log_form_remembers_who_refers_and_who_supervises(sign_in, malte, filled):
    page = sign_in(malte).get("/placeringar/ny/").text
    assert "Praktik: vem anvisar och vem handleder" in page
    assert sign_in(malte).post("/placeringar/ny/", filled(supervisor_role="förskollärare")).status_code == 302
    page = sign_in(malte).get("/placeringar/ny/").text
    assert "Praktik: kommunen anvisar, handledare förskollärare" in page
    assert 'value="förskollärare"' in page


@pytest.mark.parametrize("value", ["Anna 850709-9805", "850769-9803"])
def test_a_supervisor_is_a_role_and_no_personal_number(sign_in, malte, filled, value):
    refused = sign_in(malte).post("/placeringar/ny/", filled(supervisor_role=value))
    assert refused.status_code == 422
    assert "ser ut som ett personnummer" in refused.text


def test_a_proposal_without_an_offer_needs_a_contract(sign_in, malte, contract, painters):
    client = sign_in(malte)
    refused = client.post(PROPOSE, proposal(kind="employment"))
    assert refused.status_code == 422
    assert "Välj avtal" in refused.text
    assert not Participant.objects.exists()
    chosen = proposal(kind="employment", contract=f"{contract.pk}-{painters.pk}")
    assert [client.post(PROPOSE, chosen).status_code for _ in range(2)] == [302, 302]
    assert (Placement.objects.get().state, Placement.objects.get().supplier) == ("proposed", painters)


def test_nobody_is_proposed_twice_to_the_same_place_or_to_one_that_is_closed(sign_in, malte, place, today):
    make_participant(place.organisation, "K7M-4Q2")
    url = f"{PROPOSE}?plats={place.pk}"
    assert sign_in(malte).post(url, proposal(code="k7m4q2")).status_code == 302
    again = sign_in(malte).post(url, proposal(code="K7M-4Q2"))
    assert again.status_code == 422
    assert f"redan föreslagen hos leverantören: {Placement.objects.get()}" in again.text
    place.closed_on = today
    place.save()
    closed = sign_in(malte).post(url, proposal())
    assert closed.status_code == 422
    assert f"Platsen stängdes {today}" in closed.text
    assert Placement.objects.count() == 1


def test_two_different_codes_are_refused_and_a_foreign_place_is_not_there(sign_in, malte, haninge, place):
    make_waiting(make_participant(place.organisation, "K7M-4Q2"))
    other = codes.make(random.Random(1))
    both = sign_in(malte).post(f"{PROPOSE}?plats={place.pk}", proposal(waiting="K7M-4Q2", code=other))
    assert both.status_code == 422
    assert f"Du har valt K7M-4Q2 och skrivit koden {other}" in both.text
    foreign = make_offer(make_contract(make_procurement(haninge)))
    for key in (foreign.pk, "x", "9" * 30, "-1"):
        assert sign_in(malte).get(f"{PROPOSE}?plats={key}").status_code == 404


def test_while_somebody_waits_a_new_participant_is_a_choice_and_not_an_accident(sign_in, malte, place):
    make_waiting(make_participant(place.organisation, "K7M-4Q2"))
    url = f"{PROPOSE}?plats={place.pk}"
    refused = sign_in(malte).post(url, proposal())
    assert (refused.status_code, "Välj deltagare" in refused.text) == (422, True)
    assert sign_in(malte).post(url, proposal(waiting="ny")).status_code == 302
    assert Participant.objects.count() == 2


def test_before_the_supplier_is_told_the_page_says_whether_there_is_a_consent(sign_in, malte, proposed):
    url = f"/placeringar/{proposed.pk}/steg/consent/"
    assert "Inget samtycke till kontakt med leverantören är antecknat" in sign_in(malte).get(url).text
    about = {"purpose": "contact_supplier", "supplier": proposed.supplier, "given_on": date(2026, 3, 2)}
    Consent.objects.create(participant=proposed.participant, **about, recorded_by=malte)
    assert "är antecknat 2026-03-02" in sign_in(malte).get(url).text


def test_a_free_place_needs_no_contract(sign_in, malte, helsingborg, place, press, today):
    place.contract = None
    place.save()
    assert sign_in(malte).post(f"{PROPOSE}?plats={place.pk}", proposal()).status_code == 302
    placement = Placement.objects.get()
    assert placement.contract is None
    page = sign_in(malte).get(placement.get_absolute_url())
    assert (page.status_code, "Till platsen" in page.text, "Till avtalet" in page.text) == (200, True, False)
    corrected = {
        "planned_end_on": (today + timedelta(30)).isoformat(),
        "extent_percent": "80",
        "reason": "slip",
        "version": version_of(now(placement)),
        "save": "1",
    }
    assert sign_in(malte).post(f"{placement.get_absolute_url()}andra/", corrected).status_code == 302
    assert (now(placement).extent_percent, now(placement).offer) == (80, place)


def test_a_matcher_of_a_party_logs_on_the_leads_contract(sign_in, malte, haninge, helsingborg, filled):
    supplier = make_supplier()
    joint = make_procurement(haninge, "Gemensam städning")
    joint.parties.create(organisation=helsingborg)
    leads = make_contract(joint, supplier)
    chosen = f"{leads.pk}-{supplier.pk}"
    assert f'value="{chosen}"' in sign_in(malte).get("/placeringar/ny/").text
    assert sign_in(malte).post("/placeringar/ny/", filled(contract=chosen)).status_code == 302
    placement = Placement.objects.get()
    assert (placement.organisation, placement.participant.organisation) == (helsingborg, helsingborg)
    assert sign_in(malte).get(placement.get_absolute_url()).status_code == 200


# --- What follows of an end -------------------------------------------------------------------------------------------
def follow_ups(placement):
    return {each.months: each.due_on for each in placement.follow_ups.open()}


@pytest.fixture
def ended(contract, sign_in, malte):
    """A placement that ended on 31 August 2026."""
    placement = make_placement(contract, started_on=date(2026, 3, 2))
    end = {"ended_on": "2026-08-31", "end_reason": "completed", "version": version_of(now(placement))}
    assert sign_in(malte).post(f"{placement.get_absolute_url()}avsluta/", end).status_code == 302
    return placement


def test_follow_ups_are_planned_by_calendar_months(ended):
    assert follow_ups(ended) == {3: date(2026, 11, 30), 6: date(2027, 2, 28), 12: date(2027, 8, 31)}


def test_an_end_that_was_wrong_stops_the_follow_ups_until_there_is_another(sign_in, malte, ended, press):
    assert press(ended, "correct_end", reason="slip").status_code == 302
    assert follow_ups(ended) == {}
    end = {"ended_on": "2026-10-15", "end_reason": "completed", "version": version_of(now(ended))}
    assert sign_in(malte).post(f"{ended.get_absolute_url()}avsluta/", end).status_code == 302
    assert follow_ups(ended) == {3: date(2027, 1, 15), 6: date(2027, 4, 15), 12: date(2027, 10, 15)}


def test_fact_36_nothing_is_planned_for_one_who_has_withdrawn_the_consent(sign_in, malte, contract):
    placement = make_placement(contract, started_on=date(2026, 3, 2))
    given = {"purpose": "follow_up", "given_on": date(2026, 3, 2), "recorded_by": malte}
    Consent.objects.create(
        participant=placement.participant, **given, withdrawn_on=date(2026, 4, 1), withdrawn_by=malte
    )
    end = {"ended_on": "2026-08-31", "end_reason": "completed", "version": version_of(now(placement))}
    assert sign_in(malte).post(f"{placement.get_absolute_url()}avsluta/", end).status_code == 302
    assert not placement.follow_ups.exists()
