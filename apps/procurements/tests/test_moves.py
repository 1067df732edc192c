"""Moving a procurement through the actions: the acceptance facts, orders of dates, gates, two at once, taking back."""

from datetime import date

import pytest
from django.conf import settings
from django.utils.module_loading import import_string

from apps.procurements import move_rules, moves, phases
from apps.procurements.models import (
    ExtensionOption,
    GuidelineVersion,
    PriorityAnswers,
    Requirement,
    RequirementDecision,
)
from apps.procurements.tests.moving import SENT, TODAY, go, make_painting, noon, publication, refusal, stand
from procurement_csr.people import make_contract, make_department, make_person, make_procurement, make_supplier


@pytest.fixture
def painting(helsingborg, property_department):
    return make_painting(helsingborg, property_department)


@pytest.fixture
def decided(painting, olivia):
    decision = {"recommended": "none", "decided": "none", "motive": "Ingen utför arbetet på plats."}
    return RequirementDecision.objects.create(
        procurement=painting, decided_by=olivia, decided_on=date(2024, 2, 1), **decision
    )


def test_a_procurement_walks_from_need_to_closed(olivia, helsingborg, property_department):
    case = make_procurement(helsingborg, "Städ", phase="need")
    needed = {"kind": "services", "estimated_value": 4_000_000, "department": property_department}
    go(olivia, case, "preparation", **needed)
    RequirementDecision.objects.create(
        procurement=case, recommended="dialog", decided="dialog", decided_by=olivia, decided_on=date(2024, 2, 1)
    )
    Requirement.objects.create(procurement=case, kind="internship", model="dialog")
    go(olivia, case, "published", **publication(necessity_assessed_on=date(2024, 2, 1), necessity_note="Behövs inte"))
    go(olivia, case, "tendering", published_on=date(2024, 3, 3), notice_id="2024/55-1")
    go(olivia, case, "evaluation", opened_on=date(2024, 4, 15))
    go(olivia, case, "awarded", award_decided_on=date(2024, 5, 2))
    sent = {"award_notice_sent_on": date(2024, 5, 2), "notice_mode": "electronic", "standstill_days_stated": None}
    go(olivia, case, "standstill", **sent)
    contract = make_contract(case, number="A-7")
    go(olivia, case, "contracted", signed_on=date(2024, 5, 14))
    go(olivia, case, "follow_up")
    ExtensionOption.objects.create(contract=contract, months=12, last_call_on=date(2026, 1, 1))
    go(olivia, case, "extension")
    go(olivia, case, "follow_up")
    case = go(olivia, case, "closed", closed_on=date(2024, 10, 1))
    contract.refresh_from_db()
    assert (case.phase, case.closed_on, contract.signed_on) == ("closed", date(2024, 10, 1), date(2024, 5, 14))
    assert contract.requirements.get().source == case.requirements.get(contract=None)


def test_publishing_needs_a_decision_about_requirements(olivia, painting):
    assert "Besluta först om sociala krav" in refusal(olivia, painting, "published", **publication())


def test_an_invitation_needs_it_too_but_a_direct_purchase_does_not(olivia, painting):
    invited = publication(procedure="mini_competition")
    assert "Besluta först om sociala krav" in refusal(olivia, painting, "tendering", **invited)
    assert go(olivia, painting, "awarded", award_decided_on=SENT).procedure == "direct_purchase"


@pytest.mark.parametrize(
    ("e_tenders", "deadline", "is_allowed"),
    [
        (False, date(2024, 3, 31), False),  # 30 days
        (False, date(2024, 4, 4), False),  # 34 days
        (False, date(2024, 4, 5), True),  # 35 days
        (True, date(2024, 4, 2), True),  # 32 days
        (True, date(2024, 3, 31), False),  # 30 days, but Easter Sunday
        (True, date(2024, 3, 29), False),  # 28 days
    ],
)
def test_fact_9_the_tender_period_has_a_shortest_length(olivia, painting, decided, e_tenders, deadline, is_allowed):
    values = publication(deadline, accepts_e_tenders=e_tenders)
    if is_allowed:
        assert go(olivia, painting, "published", **values).phase == "published"
    else:
        assert "LOU" in refusal(olivia, painting, "published", "tender_deadline_at", **values)


def test_fact_10_the_period_counts_from_the_day_the_notice_was_sent(olivia, painting, decided):
    """35 days from sending and 33 from publishing is enough; the day of publication plays no part."""
    go(olivia, painting, "published", **publication(date(2024, 4, 5), accepts_e_tenders=False))
    moved = go(olivia, painting, "tendering", published_on=date(2024, 3, 3))
    assert (moved.sent_for_publication_on, moved.published_on) == (SENT, date(2024, 3, 3))


def test_fact_15_a_framework_over_four_years_without_reasons_is_warned_of(olivia, painting, decided):
    PriorityAnswers.objects.create(procurement=painting, months=60)
    stand(painting, "preparation", is_framework=True)
    transition = phases.find("preparation", "published")
    told = move_rules.warnings(moves.attempt_of(painting, transition, publication(), TODAY))
    assert any("längre än fyra år" in sentence and "7 kap. 2 § LOU" in sentence for sentence in told)
    reasons = publication(framework_reasons="Dyr utrustning skrivs av på fem år.")
    assert move_rules.warnings(moves.attempt_of(painting, transition, reasons, TODAY)) == []


@pytest.mark.parametrize(
    ("value", "kind", "is_refused"),
    [
        (2_389_585, "services", True),
        (2_389_584, "services", False),
        (59_880_179, "works", True),
        (9_000_000, "special_services", False),
    ],
)
def test_fact_17_above_the_threshold_labour_law_terms_are_assessed_first(
    olivia, painting, decided, value, kind, is_refused
):
    stand(painting, "preparation", estimated_value=value, kind=kind)
    if is_refused:
        sentence = refusal(olivia, painting, "published", "necessity_assessed_on", **publication())
        assert "17 kap. 2 § LOU" in sentence
        assessed = publication(necessity_assessed_on=date(2024, 2, 20), necessity_note="Branschen är sund.")
        assert go(olivia, painting, "published", **assessed).phase == "published"
    else:
        assert go(olivia, painting, "published", **publication()).phase == "published"


def test_fact_59_the_guideline_in_force_at_publication_stays(olivia, painting, decided, helsingborg):
    def version(title, valid_from):
        return GuidelineVersion.objects.create(
            organisation=helsingborg, title=title, decided_by="KF", decided_on=valid_from, valid_from=valid_from
        )

    old = version("2023 års riktlinje", date(2023, 1, 1))
    version("Beslutad efter", date(2024, 2, 29))
    assert go(olivia, painting, "published", **publication()).guideline == old
    version("2024 års riktlinje", date(2024, 3, 2))
    version("Beslutad sedan, med verkan bakåt", date(2024, 2, 20))
    assert go(olivia, painting, "tendering", published_on=date(2024, 3, 4)).guideline == old


def test_a_notice_below_the_threshold_is_refused_above_it(olivia, painting, decided):
    stand(painting, "preparation", estimated_value=3_000_000, necessity_assessed_on=date(2024, 2, 1))
    values = publication(procedure="notice_below_threshold", necessity_assessed_on=date(2024, 2, 1))
    assert "19 kap. 1 § LOU" in refusal(olivia, painting, "published", "procedure", **values)


@pytest.mark.parametrize(
    ("phase", "to", "field", "stands", "values", "word"),
    [
        (
            "published",
            "tendering",
            "published_on",
            {"sent_for_publication_on": SENT},
            {"published_on": "2024-02-29"},
            "10 kap",
        ),
        (
            "tendering",
            "evaluation",
            "opened_on",
            {"tender_deadline_at": noon(SENT)},
            {"opened_on": "2024-02-29"},
            "12 kap. 10",
        ),
        ("tendering", "evaluation", "opened_on", {}, {"opened_on": "2024-11-02"}, "har inte varit än"),
        (
            "evaluation",
            "awarded",
            "award_decided_on",
            {"opened_on": SENT},
            {"award_decided_on": "2024-02-29"},
            "fel ordning",
        ),
        (
            "awarded",
            "standstill",
            "award_notice_sent_on",
            {"award_decided_on": SENT},
            {"award_notice_sent_on": "2024-02-29", "notice_mode": "other"},
            "12 kap. 12",
        ),
        (
            "awarded",
            "standstill",
            "standstill_days_stated",
            {"procedure": "open"},
            {"award_notice_sent_on": "2024-03-01", "notice_mode": "other", "standstill_days_stated": 10},
            "minst 15 dagar",
        ),
        (
            "awarded",
            "standstill",
            "standstill_days_stated",
            {"procedure": "direct_purchase"},
            {"award_notice_sent_on": "2024-03-01", "notice_mode": "electronic"},
            "Lagen ger ingen avtalsspärr",
        ),
        (
            "review_pending",
            "redo_ordered",
            "court_decided_on",
            {"review_applied_on": SENT, "phase_before": "awarded"},
            {"court_decided_on": "2024-02-29", "reason": "Felaktigt krav"},
            "20 kap. 8",
        ),
        ("follow_up", "closed", "closed_on", {}, {"closed_on": None}, "saknas"),
        ("need", "preparation", "estimated_value", {}, {"kind": "goods", "estimated_value": None}, "saknas"),
        ("need", "cancelled", "reason", {}, {"cancelled_on": "2024-03-01", "reason": ""}, "saknas"),
        ("need", "paused", "reason", {}, {"reason": ""}, "saknas"),
    ],
)
def test_impossible_dates_and_missing_facts_are_refused_beside_their_field(
    olivia, painting, phase, to, field, stands, values, word
):
    stand(painting, phase, **stands)
    given = {
        name: date.fromisoformat(value) if name.endswith("_on") and value else value for name, value in values.items()
    }
    assert word in refusal(olivia, painting, to, field, **given)


@pytest.mark.parametrize("year", [1, 1800, 9999])
def test_a_year_outside_the_calendar_is_refused_in_words(olivia, painting, year):
    stand(painting, "awarded", procedure="open")
    day = date(year, 1, 1)
    assert refusal(olivia, painting, "standstill", award_notice_sent_on=day, notice_mode="electronic").endswith(".")


def test_a_move_that_the_table_lacks_is_refused(olivia, painting):
    assert "kan inte gå till avtal" in refusal(olivia, painting, "contracted", signed_on=SENT)


def test_a_procedure_without_notice_is_not_published(olivia, painting, decided):
    values = publication(procedure="direct_purchase")
    assert "inte direktupphandling" in refusal(olivia, painting, "published", "procedure", **values)


def test_another_organisations_department_is_refused(olivia, helsingborg, haninge):
    case = make_procurement(helsingborg, phase="need")
    values = {"kind": "goods", "estimated_value": 5, "department": make_department(haninge, "Kultur")}
    assert "hör till Haninge" in refusal(olivia, case, "preparation", "department", **values)


def test_a_paused_procurement_comes_back_to_where_it_was(olivia, painting):
    stand(painting, "evaluation")
    paused = go(olivia, painting, "paused", reason="Väntar på budget")
    assert (paused.phase, paused.phase_before) == ("paused", "evaluation")
    assert "kan inte gå till tilldelad" in refusal(olivia, painting, "awarded", award_decided_on=SENT)
    resumed = go(olivia, painting, "evaluation")
    assert (resumed.phase, resumed.phase_before, resumed.reason) == ("evaluation", "", "")


def test_a_review_that_ends_goes_back_and_one_that_orders_a_new_evaluation_empties_the_award(olivia, painting):
    award = {"award_decided_on": date(2024, 5, 2), "award_notice_sent_on": date(2024, 5, 2)}
    stand(painting, "standstill", procedure="open", notice_mode="electronic", opened_on=SENT, **award)
    go(olivia, painting, "review_pending", review_applied_on=date(2024, 5, 8))
    back = go(olivia, painting, "standstill", court_decided_on=date(2024, 6, 3), is_standstill_lifted=False)
    assert (back.phase, back.court_decided_on) == ("standstill", date(2024, 6, 3))
    again = go(olivia, painting, "review_pending", review_applied_on=date(2024, 6, 5))
    assert (again.review_applied_on, again.court_decided_on) == (date(2024, 5, 8), None)
    go(olivia, painting, "redo_ordered", court_decided_on=date(2024, 7, 1), reason="Kravet var oproportionerligt")
    redone = go(olivia, painting, "evaluation")
    left = (redone.award_decided_on, redone.award_notice_sent_on, redone.notice_mode, redone.review_applied_on)
    assert (left, redone.opened_on, redone.reason) == ((None, None, "", None), SENT, "")


def test_a_procurement_with_a_signed_contract_is_not_cancelled(olivia, painting):
    make_contract(painting, number="A-3", signed_on=SENT)
    sentence = refusal(olivia, painting, "cancelled", cancelled_on=SENT, reason="Ändrade behov")
    assert "A-3" in sentence
    assert "12 kap. 12 § och 19 kap. 21 § LOU" in sentence


def test_a_cancelled_procurement_keeps_day_and_reason(olivia, painting):
    case = go(olivia, painting, "cancelled", cancelled_on=SENT, reason="Inga anbud kom in")
    assert (case.phase, case.cancelled_on, case.reason) == ("cancelled", SENT, "Inga anbud kom in")


def small_gate(procurement, today):
    """A gate as an upper floor would write it; it sees the values of the move."""
    if procurement.decision_to_publish_on == date(2024, 2, 28):
        return [f"Förhandlingen om {procurement.title} är inte klar {today} (11 § MBL)."]
    return []


def test_a_gate_of_an_upper_floor_refuses_a_move(olivia, painting, decided, settings):
    settings.TRANSITION_GATES = {"published": [f"{__name__}.small_gate"]}
    assert refusal(olivia, painting, "published", **publication()) == (
        "Förhandlingen om Måleritjänster är inte klar 2024-11-01 (11 § MBL)."
    )
    assert "11 § MBL" in refusal(olivia, painting, "tendering", **publication(procedure="mini_competition"))
    other_day = publication(decision_to_publish_on=date(2024, 2, 27))
    assert go(olivia, painting, "published", **other_day).phase == "published"


def test_gates_named_in_settings_exist():
    for paths in settings.TRANSITION_GATES.values():
        for path in paths:
            assert callable(import_string(path))


def test_the_move_to_a_contract_needs_one_with_a_supplier(olivia, painting):
    stand(painting, "awarded", procedure="direct_purchase", award_decided_on=SENT)
    assert "Lägg först till minst ett avtal" in refusal(olivia, painting, "contracted", signed_on=date(2024, 5, 14))
    contract = make_contract(painting, make_supplier("Måleri AB"), number="A-9")
    contract.parties.all().delete()
    assert "A-9 saknar leverantör" in refusal(olivia, painting, "contracted", signed_on=date(2024, 5, 14))


def test_a_procedure_with_standstill_is_not_signed_straight_from_the_award(olivia, painting):
    make_contract(painting)
    for procedure, word in (("open", "inte öppet förfarande"), ("", "Ange upphandlingens förfarande först")):
        stand(painting, "awarded", procedure=procedure, award_decided_on=SENT)
        assert word in refusal(olivia, painting, "contracted", signed_on=date(2024, 5, 14))


def test_otto_of_one_department_moves_what_he_may_change(helsingborg, property_department, painting):
    otto = make_person("Otto", "officer", helsingborg, property_department)
    assert go(otto, painting, "paused", reason="Väntar").phase == "paused"
