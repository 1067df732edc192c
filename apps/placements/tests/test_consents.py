"""Consents and disclosures: facts 35 and 36."""

import logging
import random
import uuid
from datetime import date, timedelta

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.urls import reverse

from apps.placements import codes
from apps.placements.choices import ToldPart
from apps.placements.consent_actions import give_consent, record_disclosure, withdraw_consent
from apps.placements.disclosure_rules import is_in_force, not_covered
from apps.placements.merge_actions import merge_participants
from apps.placements.models import Consent, Disclosure, FollowUp
from procurement_csr.people import make_participant, make_placement, make_supplier

HARM_TEST = {"ground": "harm_test", "harm_test_reference": "AMF 2026/17-3"}


@pytest.fixture
def ola(helsingborg):
    return make_participant(helsingborg, codes.make(random.Random(1)))


@pytest.fixture
def placement(contract, ola):
    return make_placement(contract, ola, number=12)


@pytest.fixture
def consent(malte, ola, painters, today):
    return given(malte, ola, "contact_supplier", today, supplier=painters)


def given(by, participant, purpose, today, **values):
    arguments = {"given_on": today - timedelta(days=9), "today": today, "token": uuid.uuid4()} | values
    return give_consent(by=by, participant=participant, purpose=purpose, **arguments)


def tell(client, placement, today, **values):
    data = {"told": ["name"], "told_on": today.isoformat(), "token": str(uuid.uuid4())} | values
    return client.post(reverse("disclosure_create", args=[placement.pk]), data)


def words(response) -> str:
    return response.content.decode()


# --- The rule itself --------------------------------------------------------------------------------------------------
def test_a_consent_holds_from_the_day_it_is_given_until_the_day_it_is_withdrawn():
    first, last = date(2026, 3, 2), date(2026, 5, 4)
    days = [date(2026, 3, 1), first, date(2026, 5, 3), last]
    assert [is_in_force(first, last, day) for day in days] == [False, True, True, False]
    assert is_in_force(first, None, date(2099, 1, 1))


def test_a_consent_covers_what_its_purpose_needs_and_nothing_else():
    assert not_covered("contact_supplier", ["name", "contact"]) == []
    assert not_covered("contact_supplier", ["experience", "name"]) == [ToldPart.EXPERIENCE]
    assert not_covered("share_cv", ["experience"]) == []
    for purpose in ("contact_supplier", "share_cv", "follow_up", "statistics"):
        assert not_covered(purpose, ["support_at_work"]) == [ToldPart.SUPPORT_AT_WORK]


# --- Disclosures ------------------------------------------------------------------------------------------------------
def test_without_consent_or_harm_test_nothing_is_disclosed_and_nothing_is_written(
    sign_in, malte, placement, today, caplog
):
    caplog.set_level(logging.DEBUG)
    events = apps.get_model("placements", "DisclosureEvent")
    client = sign_in(malte)
    page = words(client.get(reverse("disclosure_create", args=[placement.pk])))
    assert "krävs en menprövning" in page
    for values in ({}, {"ground": "harm_test"}, {"ground": "999999"}):
        assert tell(client, placement, today, told=["support_at_work"], **values).status_code == 422
    assert not Disclosure.objects.exists()
    assert not events.objects.exists()
    assert "support_at_work" not in caplog.text
    assert ToldPart.SUPPORT_AT_WORK.label not in caplog.text


def test_a_consent_for_another_supplier_gives_no_ground(sign_in, malte, ola, placement, today):
    other = given(malte, ola, "contact_supplier", today, supplier=make_supplier("Plattsättarna AB"))
    assert tell(sign_in(malte), placement, today, ground=str(other.pk)).status_code == 422
    arguments = {"told": ["name"], "told_on": today, "today": today, "token": uuid.uuid4(), "consent": other}
    with pytest.raises(ValidationError, match="Uppgifterna får inte lämnas ut"):
        record_disclosure(by=malte, placement=placement, **arguments)
    assert not Disclosure.objects.exists()


def test_a_consent_of_another_participant_gives_no_ground(malte, helsingborg, painters, placement, today):
    stranger = given(malte, make_participant(helsingborg), "contact_supplier", today, supplier=painters)
    arguments = {"told": ["name"], "told_on": today, "today": today, "token": uuid.uuid4(), "consent": stranger}
    with pytest.raises(ValidationError, match="Uppgifterna får inte lämnas ut"):
        record_disclosure(by=malte, placement=placement, **arguments)


def test_a_disclosure_on_a_consent_is_noted_once_with_who_and_what(sign_in, malte, placement, consent, today):
    client, token = sign_in(malte), str(uuid.uuid4())
    for _ in range(2):
        values = {"told": ["name", "contact"], "ground": str(consent.pk), "token": token}
        assert tell(client, placement, today, **values)["Location"] == placement.participant.get_absolute_url()
    noted = Disclosure.objects.get()
    assert (noted.consent, noted.supplier, noted.recorded_by) == (consent, placement.supplier, malte)
    assert "P12: Målarna i Väst AB fick veta namn, kontaktväg." in words(
        client.get(placement.participant.get_absolute_url())
    )


def test_what_the_consent_does_not_cover_is_refused(sign_in, malte, placement, consent, today):
    values = {"told": ["name", "support_at_work"], "ground": str(consent.pk)}
    response = tell(sign_in(malte), placement, today, **values)
    assert response.status_code == 422
    assert "Samtycket omfattar inte stöd som behövs på arbetsplatsen" in words(response)
    assert not Disclosure.objects.exists()


def test_a_harm_test_with_its_reference_is_a_ground(sign_in, malte, placement, today):
    response = tell(sign_in(malte), placement, today, told=["support_at_work"], **HARM_TEST)
    assert response.status_code == 302
    assert Disclosure.objects.get().harm_test_reference == "AMF 2026/17-3"


def test_a_personal_number_is_refused_as_the_harm_tests_reference(sign_in, malte, placement, today):
    values = HARM_TEST | {"harm_test_reference": "19850709-9805"}
    response = tell(sign_in(malte), placement, today, **values)
    assert response.status_code == 422
    assert "ser ut som ett personnummer" in words(response)


def test_a_disclosure_cannot_be_noted_before_its_day(sign_in, malte, placement, today):
    response = tell(sign_in(malte), placement, today + timedelta(days=1), **HARM_TEST)
    assert response.status_code == 422
    assert "har inte kommit än" in words(response)


# --- Withdrawal -------------------------------------------------------------------------------------------------------
def test_a_withdrawn_consent_stops_disclosures_at_once(sign_in, malte, placement, consent, today):
    client = sign_in(malte)
    before = client.get(reverse("disclosure_create", args=[placement.pk])).context["form"]
    assert str(consent.pk) in dict(before.fields["ground"].choices)
    url = reverse("consent_withdraw", args=[consent.pk])
    assert client.post(url, {"withdrawn_on": today.isoformat()}).status_code == 302
    assert tell(client, placement, today, ground=str(consent.pk)).status_code == 422
    arguments = {"told": ["name"], "told_on": today, "today": today, "token": uuid.uuid4(), "consent": consent}
    with pytest.raises(ValidationError, match="Samtycket gällde inte"):
        record_disclosure(by=malte, placement=placement, **arguments)
    assert not Disclosure.objects.exists()


def test_a_withdrawn_consent_to_be_asked_stops_the_open_follow_ups_only(malte, ola, placement, today):
    answered = FollowUp.objects.create(
        placement=placement, months=3, due_on=today, situation="unknown", answered_on=today, answered_by=malte
    )
    waits = FollowUp.objects.create(placement=placement, months=6, due_on=today + timedelta(days=90))
    consent = given(malte, ola, "follow_up", today)
    for _ in range(2):
        withdraw_consent(by=malte, consent=consent, withdrawn_on=today, today=today)
    answered.refresh_from_db()
    waits.refresh_from_db()
    assert answered.stopped_on is None
    assert waits.stopped_on == today
    assert not FollowUp.objects.open().exists()


def test_a_withdrawal_also_withdraws_the_same_consent_that_came_with_a_merged_code(
    malte, helsingborg, ola, consent, painters, today
):
    other = make_participant(helsingborg)
    twin = given(malte, other, "contact_supplier", today, supplier=painters, given_on=today)
    merge_participants(by=malte, kept=ola, merged=other)
    withdraw_consent(by=malte, consent=consent, withdrawn_on=today - timedelta(days=2), today=today)
    twin.refresh_from_db()
    assert twin.withdrawn_on == today
    assert not Consent.objects.filter(withdrawn_on=None).exists()


def test_another_withdrawn_consent_leaves_the_follow_ups_open(malte, placement, consent, today):
    FollowUp.objects.create(placement=placement, months=6, due_on=today)
    withdraw_consent(by=malte, consent=consent, withdrawn_on=today, today=today)
    assert FollowUp.objects.open().count() == 1


@pytest.mark.parametrize(("days", "sentence"), [(1, "har inte kommit än"), (-30, "före den dag det lämnades")])
def test_a_withdrawal_has_a_possible_day(sign_in, malte, consent, today, days, sentence):
    url = reverse("consent_withdraw", args=[consent.pk])
    response = sign_in(malte).post(url, {"withdrawn_on": (today + timedelta(days=days)).isoformat()})
    assert response.status_code == 422
    assert sentence in words(response)


# --- Giving -----------------------------------------------------------------------------------------------------------
def give(client, participant, today, **values):
    data = {"given_on": today.isoformat(), "token": str(uuid.uuid4())} | values
    return client.post(reverse("consent_create", args=[participant.pk]), data)


def test_a_consent_about_a_supplier_names_it_and_others_do_not(sign_in, malte, ola, painters, today):
    client = sign_in(malte)
    refused = give(client, ola, today, purpose="share_cv")
    assert refused.status_code == 422
    assert "Välj leverantör" in words(refused)
    assert give(client, ola, today, purpose="share_cv", supplier=painters.pk).status_code == 302
    assert give(client, ola, today, purpose="follow_up", supplier=painters.pk).status_code == 302
    assert Consent.objects.get(purpose="share_cv").supplier == painters
    assert Consent.objects.get(purpose="follow_up").supplier is None


def test_only_one_consent_for_the_same_thing_is_in_force(sign_in, malte, ola, consent, painters, today):
    response = give(sign_in(malte), ola, today, purpose="contact_supplier", supplier=painters.pk)
    assert response.status_code == 422
    assert "Samtycket finns redan" in words(response)


def test_a_double_click_gives_one_consent(sign_in, malte, ola, today):
    token = str(uuid.uuid4())
    for _ in range(2):
        assert give(sign_in(malte), ola, today, purpose="statistics", token=token).status_code == 302
    assert Consent.objects.count() == 1


def test_a_consent_that_has_not_been_given_yet_is_refused(sign_in, malte, ola, today):
    response = give(sign_in(malte), ola, today + timedelta(days=1), purpose="statistics")
    assert response.status_code == 422
    assert "har inte kommit än" in words(response)


def test_consents_of_another_municipality_are_not_there(sign_in, mio, ola, consent, placement):
    client = sign_in(mio)
    for url in (
        reverse("consent_create", args=[ola.pk]),
        reverse("consent_withdraw", args=[consent.pk]),
        reverse("disclosure_create", args=[placement.pk]),
    ):
        assert client.get(url).status_code == 404


def test_a_placement_leads_to_a_consent_for_its_supplier_and_back(
    sign_in, malte, olivia, ola, painters, contract, today
):
    placement = make_placement(contract, ola, number=7, state="proposed", started_on=None)
    client, ask = sign_in(malte), f"{reverse('consent_create', args=[ola.pk])}?placering={placement.pk}"
    page = words(client.get(placement.get_absolute_url()))
    assert ask in page
    assert reverse("disclosure_create", args=[placement.pk]) in page
    assert ask not in words(sign_in(olivia).get(placement.get_absolute_url()))
    form = sign_in(malte).get(ask).context["form"]
    assert (form["purpose"].value(), form["supplier"].value()) == ("contact_supplier", painters.pk)
    data = {"purpose": "contact_supplier", "supplier": painters.pk, "given_on": today, "token": str(uuid.uuid4())}
    assert sign_in(malte).post(ask, data).url == placement.get_absolute_url()
    assert Consent.objects.get().supplier == painters


def test_somebody_elses_placement_fills_nothing_in(sign_in, malte, helsingborg, placement, ola):
    other = make_participant(helsingborg, codes.make(random.Random(2)))
    for key in (placement.pk, "x", "9" * 30):
        form = sign_in(malte).get(f"{reverse('consent_create', args=[other.pk])}?placering={key}").context["form"]
        assert form["supplier"].value() is None
