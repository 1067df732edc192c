"""The gate before publication and award, and exceptional reasons: facts 41, 43, 44, 46 and 51."""

from datetime import date, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils.module_loading import import_string

from apps.mbl import actions, assessments, gates
from apps.mbl.choices import Question
from apps.mbl.models import Consultation, Override
from apps.mbl.tests.makers import (
    ASSESSED,
    DECISION,
    REASONS,
    TODAY,
    assess,
    before_award,
    close_stage,
    make_union,
    refusal,
    row_of,
    take,
)
from apps.procurements import moves
from apps.procurements.contracts import create_contract
from apps.procurements.history import timeline
from apps.procurements.models import Procurement, ProcurementParty, RequirementDecision
from procurement_csr.people import make_contract, make_department, make_person, make_procurement, make_supplier

Q = Question


@pytest.fixture
def cleaning(helsingborg, property_department):
    case = make_procurement(
        helsingborg,
        "Städning i skolor",
        department=property_department,
        kind="services",
        estimated_value=1_500_000,
        phase="preparation",
    )
    case.refresh_from_db()
    return case


@pytest.fixture
def unions(helsingborg):
    central = make_union(helsingborg, "Kommunal centralt", level="central")
    return make_union(helsingborg, central=central), make_union(helsingborg, "Vision"), central


@pytest.fixture
def assessed(doris, cleaning, unions):
    return assess(doris, cleaning, Q.Q1, Q.Q2)


@pytest.fixture
def renare(db):
    return make_supplier("Renare AB")


@pytest.fixture
def blank(db):
    return make_supplier("Blank AB")


def before_publication(case, on=DECISION):
    case.decision_to_publish_on = on
    return " ".join(gates.published(case, TODAY))


# --- publication -----------------------------------------------------------------------------------------------------


def publish(person, case, on=date(2026, 8, 28)):
    """Send the invitation, by the action that the page uses."""
    RequirementDecision.objects.get_or_create(
        procurement=case,
        defaults={
            "recommended": "none",
            "decided": "none",
            "motive": "Ingen utför arbetet på plats.",
            "decided_by": person,
            "decided_on": ASSESSED,
        },
    )
    values = {
        "decision_to_publish_on": on,
        "procedure": "mini_competition",
        "sent_for_publication_on": date(2026, 9, 1),
        "tender_deadline_at": datetime(2026, 10, 15, 12, tzinfo=ZoneInfo("Europe/Stockholm")),
    }
    return moves.move(by=person, procurement=case, to="tendering", seen=None, today=TODAY, **values)


def test_one_union_of_three_that_is_open_stops_the_decision_to_publish(helsingborg, olivia, doris, cleaning, unions):
    """Fact 43."""
    make_union(helsingborg, "Akademikeralliansen")
    made = assess(doris, cleaning, Q.Q5)
    close_stage(doris, made, "A")
    assert refusal(publish, olivia, cleaning) == (
        "Förhandlingen före annonsering är inte klar för Fastighetsförvaltningen: Akademikeralliansen (planerad) "
        "(11 § MBL). Går det inte att vänta krävs synnerliga skäl, som förvaltningen beslutar om senast samma dag."
    )
    assessments.override(by=doris, procurement=cleaning, department=cleaning.department, **REASONS)
    assert publish(olivia, cleaning).phase == "tendering"


def test_a_disagreement_stops_the_decision_until_its_period_has_ended(doris, cleaning, assessed):
    """Fact 44."""
    take(doris, row_of(assessed, "A", "Vision"), "call", "meet", "agree")
    take(doris, row_of(assessed), "call", "meet", "disagree")
    sentence = before_publication(cleaning, date(2026, 8, 28))
    assert "Kommunal (oenighet, väntar på besked om central förhandling)" in sentence
    assert "Beslutet kan dateras tidigast 2026-08-29." in sentence
    assert before_publication(cleaning, DECISION) == ""
    take(doris, row_of(assessed), "late_request")
    assert before_publication(cleaning, DECISION) == ""


def test_a_central_request_in_time_stops_the_decision_until_the_central_round_is_closed(doris, cleaning, assessed):
    """Fact 44."""
    take(doris, row_of(assessed, "A", "Vision"), "call", "meet", "agree")
    take(doris, row_of(assessed), "call", "meet", "disagree", "request_central")
    assert "Kommunal (central förhandling begärd)" in before_publication(cleaning, date(2026, 9, 30))
    take(doris, row_of(assessed), "meet_central", "close_central")
    assert "tidigast 2026-09-11" in before_publication(cleaning, date(2026, 9, 10))
    assert before_publication(cleaning, date(2026, 9, 11)) == ""


def test_without_an_assessment_the_way_out_is_to_make_one(cleaning, unions):
    assert before_publication(cleaning) == (
        "Gör MBL-bedömningen först: Fastighetsförvaltningen har inte bedömt om facken ska höras (11 § MBL)."
    )


def test_an_organisation_without_unions_is_not_locked(cleaning):
    assert before_publication(cleaning) == before_award(cleaning) == ""


def test_an_authority_without_a_department_is_told_to_name_one(helsingborg, cleaning):
    cleaning.department = None
    assert before_publication(cleaning) == ""
    make_union(helsingborg)
    assert "Ange först vilken förvaltning som beställer i Helsingborg" in before_publication(cleaning)


def test_each_authority_of_a_joint_procurement_has_a_gate_of_its_own(haninge, doris, cleaning, unions):
    """Fact 41."""
    roads = make_department(haninge, "Tekniska förvaltningen")
    ProcurementParty.objects.create(procurement=cleaning, organisation=haninge, department=roads)
    close_stage(doris, assess(doris, cleaning, Q.Q5), "A")
    assert before_publication(cleaning) == ""
    make_union(haninge)
    assert "Tekniska förvaltningen har inte bedömt" in before_publication(cleaning)
    tage = make_person("Tage", "department", haninge, roads)
    theirs = assess(tage, cleaning, Q.Q5, department=roads)
    sentence = before_publication(cleaning)
    assert "för Tekniska förvaltningen: Kommunal (planerad)" in sentence
    assert "Fastighetsförvaltningen" not in sentence
    take(tage, row_of(theirs), "call", "meet", "agree")
    assert before_publication(cleaning) == ""


def test_a_union_bound_after_the_assessment_is_not_forgotten(helsingborg, doris, cleaning, unions):
    made = assess(doris, cleaning, Q.Q5)
    close_stage(doris, made, "A")
    make_union(helsingborg, "Akademikeralliansen")
    assert before_publication(cleaning).startswith("Akademikeralliansen har tillkommit efter bedömningen.")
    assess(doris, cleaning, Q.Q5, today=TODAY)
    assert "Akademikeralliansen (planerad)" in before_publication(cleaning)


def test_information_and_a_motivated_no_stop_nothing(doris, cleaning, unions):
    assess(doris, cleaning, Q.Q6)
    assert before_publication(cleaning) == before_award(cleaning) == ""
    assess(doris, cleaning, not_required_motive="Samma kontorsmaterial som förut")
    assert before_publication(cleaning) == ""


# --- award -----------------------------------------------------------------------------------------------------------


def test_the_award_waits_for_stage_b_alone_once_published(olivia, doris, cleaning, assessed):
    Procurement.objects.filter(pk=cleaning.pk).update(phase="evaluation", decision_to_publish_on=DECISION)
    award = {"to": "awarded", "seen": None, "today": TODAY, "award_decided_on": date(2026, 9, 15)}
    sentence = refusal(moves.move, by=olivia, procurement=cleaning, **award)
    assert "före tilldelning är inte klar" in sentence
    assert "Kommunal (planerad), Vision (planerad) (38 § MBL)" in sentence
    assert "före annonsering" not in sentence
    close_stage(doris, assessed, "B")
    assert moves.move(by=olivia, procurement=cleaning, **award).phase == "awarded"


def test_a_direct_purchase_waits_for_both_stages(doris, cleaning, assessed):
    cleaning.award_decided_on = DECISION
    assert [("annonsering" in each, "tilldelning" in each) for each in gates.awarded(cleaning, TODAY)] == [
        (True, False),
        (False, True),
    ]


def test_an_exempt_row_blocks_once_a_union_asks(doris, cleaning, unions):
    """Fact 46."""
    made = assess(doris, cleaning, Q.Q2, Q.Q4, exemption="expertise")
    assert before_award(cleaning) == ""
    take(doris, row_of(made, "B"), "reopen")
    assert "Kommunal (planerad)" in before_award(cleaning)


def test_an_award_to_somebody_else_than_was_negotiated_wants_a_new_round(doris, cleaning, assessed, renare, blank):
    """Fact 51."""
    close_stage(doris, assessed, "B", supplier=renare)
    assert before_award(cleaning) == ""
    make_contract(cleaning, blank)
    sentence = "Kommunal förhandlade om Renare AB, men nu gäller det Blank AB."
    assert sentence in before_award(cleaning)
    assert sentence in " ".join(gates.contracted(cleaning, TODAY))
    again = {"seen": None, "today": TODAY, "supplier": blank}
    actions.new_round(by=doris, consultation=row_of(assessed, "B"), **again)
    assert "Kommunal (planerad), Vision (planerad)" in before_award(cleaning)
    close_stage(doris, assessed, "B", supplier=blank)
    assert before_award(cleaning) == ""
    assert gates.contracted(cleaning, TODAY) == []


@pytest.fixture
def heard(olivia, doris, cleaning, assessed, renare):
    """Both unions have agreed about Renare AB, and the tenders are being evaluated. No contract is kept."""
    close_stage(doris, assessed, "B", supplier=renare)
    Procurement.objects.filter(pk=cleaning.pk).update(phase="evaluation", decision_to_publish_on=DECISION)
    cleaning.refresh_from_db()
    return cleaning


AWARD = {"to": "awarded", "seen": None, "today": TODAY, "award_decided_on": date(2026, 9, 15)}


def test_the_award_must_say_to_whom_once_a_supplier_was_negotiated_about(olivia, heard, renare, blank):
    """Fact 51: compared when the award is made, before any contract is kept."""
    award = {"by": olivia, "procurement": heard, **AWARD}
    assert "Ange vilken leverantör som tilldelas" in refusal(moves.move, field="awarded_to", **award)
    sentence = refusal(moves.move, **award, awarded_to=blank)
    assert sentence.startswith("Kommunal förhandlade om Renare AB, men nu gäller det Blank AB. Låt Fastighets")
    assert "Vision förhandlade om Renare AB" in sentence
    assert "(AD 2014 nr 71)" in sentence
    moved = moves.move(**award, awarded_to=renare)
    assert moved.phase == "awarded"
    assert moves.move(**award, awarded_to=renare) == moved
    assert "Den gick till Renare AB." in " ".join(event.text for event in timeline(heard))


def test_a_contract_that_names_the_supplier_answers_for_the_award(olivia, heard, renare):
    make_contract(heard, renare)
    assert moves.move(by=olivia, procurement=heard, **AWARD).phase == "awarded"


def test_a_contract_with_somebody_else_is_refused_once_awarded(olivia, heard, renare, blank):
    moves.move(by=olivia, procurement=heard, **AWARD, awarded_to=renare)
    heard.refresh_from_db()
    values = {"by": olivia, "procurement": heard, "title": "Städning", "today": TODAY}
    assert "men nu gäller det Blank AB" in refusal(create_contract, **values, suppliers=[blank], field="suppliers")
    assert create_contract(**values, suppliers=[blank, renare]).pk
    assert heard.contracts.count() == 1


def test_with_lots_the_contracts_are_compared_when_all_are_kept(olivia, heard, renare, blank):
    moves.move(by=olivia, procurement=heard, **AWARD, awarded_to=renare)
    heard.refresh_from_db()
    lot = heard.lots.create(number="1", title="Norr")
    values = {"by": olivia, "procurement": heard, "today": TODAY}
    assert create_contract(**values, title="Norr", lot=lot, suppliers=[blank]).pk
    assert "men nu gäller det Blank AB" in " ".join(gates.contracted(heard, TODAY))
    create_contract(**values, title="Söder", suppliers=[renare])
    assert gates.contracted(heard, TODAY) == []


def test_the_form_of_the_award_asks_to_whom_only_when_it_is_compared(sign_in, olivia, heard, cleaning, renare, blank):
    client, url = sign_in(olivia), reverse("procurement_move", args=[heard.pk, "awarded"])
    form = client.get(url).context["form"]
    given = {"award_decided_on": "2026-09-15", "version": form["version"].value(), "step": "award"}
    assert "Leverantör som tilldelas" in client.get(url).content.decode()
    for supplier, sentence in (("", "Ange vilken leverantör som tilldelas"), (blank.pk, "men nu gäller det Blank AB")):
        refused = client.post(url, given | {"awarded_to": supplier})
        assert refused.status_code == 422
        assert sentence in refused.content.decode()
    Consultation.objects.update(supplier=None)
    assert "Leverantör som tilldelas" not in client.get(url).content.decode()
    Consultation.objects.update(supplier=renare)
    assert client.post(url, given | {"awarded_to": renare.pk}).status_code == 302


def test_exceptional_reasons_let_an_award_differ_from_what_was_negotiated(olivia, doris, heard, assessed, blank):
    values = {"by": doris, "procurement": heard, "department": heard.department}
    Consultation.objects.filter(union__name="Vision", stage="B").update(state="met", close_reason="", closed_on=None)
    assessments.override(**values, **REASONS | {"stage": "B"})
    assert moves.move(by=olivia, procurement=heard, **AWARD, awarded_to=blank).phase == "awarded"


# --- exceptional reasons ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["reason", "decision_maker", "reference"])
def test_exceptional_reasons_are_whole(doris, cleaning, assessed, name):
    """Fact 43."""
    values = {"by": doris, "procurement": cleaning, "department": cleaning.department}
    assert refusal(assessments.override, **values, **REASONS | {name: ""})
    assert not Override.objects.exists()


def test_exceptional_reasons_hold_for_their_stage_and_department_from_their_day(doris, olivia, cleaning, assessed):
    values = {"by": doris, "procurement": cleaning, "department": cleaning.department}
    future = REASONS | {"decided_on": TODAY + timedelta(days=1)}
    assert "i dag är det 2026-11-20" in refusal(assessments.override, field="decided_on", **values, **future)
    assert "beställande förvaltningen" in refusal(assessments.override, **values | {"by": olivia}, **REASONS)
    token = uuid4()
    made = assessments.override(**values, **REASONS, token=token)
    assert assessments.override(**values, **REASONS, token=token) == made
    assert before_publication(cleaning, date(2026, 8, 26)) != ""
    assert before_publication(cleaning, date(2026, 8, 27)) == ""
    assert "Kommunal (planerad)" in before_award(cleaning)


def test_a_closed_stage_needs_no_exceptional_reasons(doris, cleaning, assessed):
    close_stage(doris, assessed, "A")
    values = {"by": doris, "procurement": cleaning, "department": cleaning.department}
    assert "behövs inga synnerliga skäl (11 § MBL)" in refusal(assessments.override, **values, **REASONS)


def test_the_gates_of_settings_exist():
    moves_on = [path for each in settings.TRANSITION_GATES.values() for path in each]
    paths = [*settings.SUPPLIER_GATES, *settings.CALL_OFF_GATES, *settings.AWARD_QUESTIONS, *moves_on]
    names = {path.rsplit(".", 1)[1] for path in paths}
    assert names == {"published", "awarded", "compares_award", "contracted", "supplier", "call_off"}
    assert all(callable(import_string(path)) for path in paths)


def test_the_gate_asks_no_more_of_the_database_with_many_unions(
    helsingborg, doris, cleaning, unions, django_assert_max_num_queries
):
    for number in range(20):
        make_union(helsingborg, f"Förbund {number}")
    assess(doris, cleaning, Q.Q5)
    with django_assert_max_num_queries(16):
        assert before_publication(cleaning).count("(planerad)") == Consultation.objects.count() == 22
