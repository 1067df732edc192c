"""The panel on the procurement's page: how far each ordering department has come, vetoes and overrides for ever."""

import re
from datetime import date

import pytest
from django.urls import reverse

from apps.mbl import assessments
from apps.mbl.choices import Question
from apps.mbl.models import Veto
from apps.mbl.tests.makers import REASONS, assess, make_union, row_of, take
from apps.procurements.models import ProcurementParty
from procurement_csr import people


@pytest.fixture
def cleaning(helsingborg, property_department):
    dates = {"planned_publication_on": date(2027, 9, 1)}
    row = people.make_procurement(helsingborg, "Städning", department=property_department, **dates)
    for name in ("Kommunal", "Vision"):
        make_union(helsingborg, name)
    return row


def text_of(client, procurement):
    response = client.get(reverse("procurement_detail", args=[procurement.pk]))
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_it_says_how_far_each_department_has_come_and_what_is_next(sign_in, olivia, doris, cleaning):
    take(doris, row_of(assess(doris, cleaning, Question.Q5)), "call", "meet", "agree")
    text = text_of(sign_in(olivia), cleaning)
    assert "1 av 2 klara · nästa: kallelse till Vision senast 16 augusti 2027" in text
    assert "A. Före annonsering" in text
    assert "1 av 2 klara" in text


def test_before_the_assessment_only_the_department_is_led_to_make_it(sign_in, olivia, doris, cleaning):
    assert "MBL-bedömningen är inte gjord." in text_of(sign_in(olivia), cleaning)
    address = reverse("assessment_create", args=[cleaning.pk])
    page = reverse("procurement_detail", args=[cleaning.pk])
    assert address not in sign_in(olivia).get(page).content.decode()
    assert address in sign_in(doris).get(page).content.decode()


def test_a_joint_procurement_has_a_card_for_each_department_the_viewer_follows(
    sign_in, olivia, doris, cleaning, helsingborg, haninge
):
    schools = people.make_department(helsingborg, "Skolförvaltningen")
    theirs = people.make_department(haninge, "Haninges utbildning")
    for department in (schools, theirs):
        ProcurementParty.objects.create(
            procurement=cleaning, organisation=department.organisation, department=department
        )
    text = text_of(sign_in(olivia), cleaning)
    assert text.count("MBL-bedömningen är inte gjord.") == 2
    assert "Skolförvaltningen" in text
    fia = people.make_person("Frida", "officer", haninge)
    text = text_of(sign_in(fia), cleaning)
    assert text.count("MBL-bedömningen är inte gjord.") == 1


def test_overrides_stand_for_ever_with_reason_decision_maker_and_reference(sign_in, olivia, doris, cleaning):
    assess(doris, cleaning, Question.Q5)
    assessments.override(by=doris, procurement=cleaning, department=cleaning.department, **REASONS)
    cleaning.__class__.objects.update(phase="closed")
    text = text_of(sign_in(olivia), cleaning)
    for part in ("Beslut med synnerliga skäl", REASONS["reason"], REASONS["decision_maker"], REASONS["reference"]):
        assert part in text


SIGNED, CANCELLED = "Avtalet är tecknat, så planen är slut.", "Upphandlingen är avbruten, så planen gäller inte."


@pytest.mark.parametrize("phase", ["contracted", "follow_up", "extension", "closed", "cancelled"])
def test_one_that_is_over_and_was_never_assessed_offers_nothing(sign_in, doris, cleaning, phase):
    cleaning.__class__.objects.update(phase=phase)
    page = sign_in(doris).get(reverse("procurement_detail", args=[cleaning.pk])).content.decode()
    assert "Ingen MBL-bedömning gjordes i Steget." in page
    for name in ("assessment_create", "timeplan"):
        assert reverse(name, args=[cleaning.pk]) not in page


@pytest.mark.parametrize(("phase", "sentence"), [("contracted", SIGNED), ("cancelled", CANCELLED)])
def test_one_that_is_over_says_so_and_not_what_is_next(sign_in, doris, cleaning, phase, sentence):
    take(doris, row_of(assess(doris, cleaning, Question.Q5)), "call", "meet", "agree")
    cleaning.__class__.objects.update(phase=phase)
    text = text_of(sign_in(doris), cleaning)
    assert sentence in text
    assert "1 av 2 klara" in text
    # A contract that exceptional reasons let through leaves its rows to be negotiated.
    assert ("· nästa: kallelse till Vision" in text, "· nästa" in text) == (phase == "contracted",) * 2


def test_vetoes_are_shown_with_ground_and_state(sign_in, olivia, doris, cleaning):
    row = row_of(assess(doris, cleaning, Question.Q2), "B")
    values = {"consultation": row, "procurement": cleaning, "union": row.union, "is_by_central": True}
    Veto.objects.create(**values, declared_on=date(2026, 9, 1), ground="lou_13_2", supplier=people.make_supplier())
    text = text_of(sign_in(olivia), cleaning)
    assert "13 kap. 2 § LOU" in text
    assert "förklarad" in text


def test_those_who_do_not_follow_consultations_see_no_panel(sign_in, malte, adam, doris, cleaning):
    for person in (malte, adam):
        assert "Facklig samverkan (MBL)" not in text_of(sign_in(person), cleaning)
