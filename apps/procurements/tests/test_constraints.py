"""What the database itself refuses, past every form and action: each named constraint is broken once by its name."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from apps.procurements.models import (
    Clause,
    Contract,
    ContractSupplier,
    CpvCode,
    ExtensionOption,
    GuidelineAcknowledgement,
    GuidelineVersion,
    Lot,
    PriorityAnswers,
    Procurement,
    ProcurementParty,
    Requirement,
    RequirementDecision,
    RequirementKindStart,
    Threshold,
)
from procurement_csr.people import make_contract, make_department, make_procurement

DAY, BEFORE = date(2026, 3, 2), date(2026, 3, 1)
DIALOG = {"kind": "internship", "model": "dialog"}
PAIRS = (
    "SELECT conname FROM pg_constraint WHERE contype = 'f' AND cardinality(conkey) = 2 "
    "AND conrelid::regclass::text LIKE 'procurements\\_%%'"
)


@pytest.fixture
def world(helsingborg, haninge, olivia):
    """A procurement of Helsingborg with one of each thing, and another procurement beside it."""
    case = make_procurement(helsingborg, case_number="KS 1", source_id="U1")
    other = make_procurement(helsingborg)
    guideline = GuidelineVersion.objects.create(
        organisation=helsingborg, title="R", decided_by="KF", decided_on=DAY, valid_from=DAY
    )
    contract = make_contract(case, number="A-1", starts_on=None, ends_on=None)
    Lot.objects.create(procurement=case, number="A", title="Fasader")
    ProcurementParty.objects.create(procurement=case, organisation=haninge)
    Clause.objects.create(guideline=guideline, title="Dialog", model="dialog", text="Samverka.")
    Requirement.objects.create(contract=contract, **DIALOG)
    Requirement.objects.create(procurement=case, **DIALOG)
    GuidelineAcknowledgement.objects.create(organisation=helsingborg, guideline=guideline, user=olivia, role="officer")
    RequirementKindStart.objects.create(organisation=helsingborg, kind="internship", starts_on=DAY)
    elsewhere = {
        "reader": olivia,
        "department": make_department(haninge),
        "guideline_of_theirs": GuidelineVersion.objects.create(organisation=haninge, title="R"),
        "own_department": make_department(helsingborg),
        "framework": make_contract(make_procurement(haninge), kind="framework"),
        "lot": Lot.objects.create(procurement=other, number="B", title="Tak"),
    }
    return SimpleNamespace(
        case=case, other=other, ours=helsingborg, theirs=haninge, guideline=guideline, contract=contract, **elsewhere
    )


def case(**fields):
    return lambda world: Procurement(organisation=world.ours, title="B", **fields)


def contract(**fields):
    return lambda world: Contract(organisation=world.ours, procurement=world.case, **fields)


def requirement(**fields):
    values = {"kind": "employment", "model": "dialog"} | fields
    return lambda world: Requirement(contract=world.contract, **values)


def party(**fields):
    return lambda world: ProcurementParty(procurement=world.other, organisation=world.theirs, **fields)


def option(**fields):
    return lambda world: ExtensionOption(contract=world.contract, **{"months": 12, "last_call_on": DAY} | fields)


def answers(**fields):
    return lambda world: PriorityAnswers(procurement=world.case, **fields)


def decision(**fields):
    return lambda world: RequirementDecision(procurement=world.case, decided_on=DAY, **fields)


def guideline(**fields):
    return lambda world: GuidelineVersion(organisation=world.ours, title="B", decided_on=DAY, **fields)


def acknowledgement(world, **fields):
    read = {"guideline": world.guideline, "user": world.reader, "role": "officer"} | fields
    return GuidelineAcknowledgement(organisation=world.ours, **read)


def kind_start(world):
    return RequirementKindStart(organisation=world.ours, kind="internship", starts_on=DAY)


def threshold(**fields):
    return lambda world: Threshold(**{"valid_from": DAY, "source": "SFS"} | fields)


def lot(**fields):
    return lambda world: Lot(procurement=world.case, **{"number": "C", "title": "Golv"} | fields)


BREAKS = [
    ("cpv_code_eight_digits", lambda world: CpvCode(code="4544")),
    ("procurement_case_number_unique", case(case_number="KS 1")),
    ("procurement_source_id_unique", case(source_id="U1")),
    ("procurement_value_not_negative", case(estimated_value=-1)),
    ("procurement_cancelled_has_reason", case(cancelled_on=DAY)),
    ("procurement_awarded_after_opening", case(opened_on=DAY, award_decided_on=BEFORE)),
    ("procurement_notice_after_award", case(award_decided_on=DAY, award_notice_sent_on=BEFORE)),
    ("procurement_court_after_review", case(court_decided_on=DAY)),
    ("procurement_court_after_review", case(review_applied_on=DAY, court_decided_on=BEFORE)),
    (
        "procurement_signing_planned_after_publication",
        case(planned_publication_on=DAY, planned_signing_on=BEFORE),
    ),
    ("party_once_per_procurement", lambda w: ProcurementParty(procurement=w.case, organisation=w.theirs)),
    ("party_share_at_most_100", party(share_percent=101)),
    ("lot_number_unique", lot(number="A")),
    ("lot_value_not_negative", lot(value=-1)),
    ("contract_number_unique", contract(number="A-1")),
    ("contract_ends_after_start", contract(starts_on=DAY, ends_on=BEFORE)),
    ("contract_latest_end_after_end", contract(ends_on=DAY, latest_end_on=BEFORE)),
    ("contract_ceiling_at_least_value", contract(value=2, ceiling_value=1)),
    ("contract_call_off_has_framework", contract(kind="call_off")),
    ("contract_call_off_has_framework", lambda w: contract(framework=w.contract)(w)),
    ("contract_value_not_negative", contract(value=-1)),
    ("contract_no_requirement_reason_and_date", contract(no_requirement_reason="Kort")),
    ("contract_no_requirement_reason_and_date", contract(no_requirement_on=DAY)),
    ("contract_supplier_once", lambda w: ContractSupplier(contract=w.contract, supplier=w.contract.suppliers.get())),
    ("option_months_1_to_120", option(months=0)),
    ("option_months_1_to_120", option(months=121)),
    ("option_decision_has_day", option(outcome="called")),
    ("option_decision_has_day", option(decided_on=DAY)),
    ("requirement_numeric_has_count", requirement(model="numeric")),
    ("requirement_numeric_has_count", requirement(model="numeric", count=0)),
    ("requirement_has_kind", requirement(kind="")),
    ("requirement_penalty_is_whole", requirement(penalty_unit="week")),
    ("requirement_penalty_is_whole", requirement(penalty_cap=1)),
    ("requirement_penalty_is_whole", requirement(penalty_unit="week", penalty_cap=1)),
    ("requirement_penalty_is_whole", requirement(penalty_amount=1)),
    ("requirement_penalty_is_whole", requirement(penalty_amount=0, penalty_unit="week")),
    ("requirement_penalty_is_whole", requirement(penalty_amount=1, penalty_unit="week", penalty_cap=0)),
    ("requirement_bonus_is_whole", requirement(bonus_ceiling=1)),
    ("requirement_bonus_is_whole", requirement(bonus_rate=0)),
    ("requirement_bonus_is_whole", requirement(bonus_rate=2, bonus_ceiling=1)),
    ("requirement_reserved_share_30_to_100", requirement(model="reserved", kind="", reserved_share=29)),
    ("requirement_reserved_share_30_to_100", requirement(model="reserved", kind="", reserved_share=101)),
    ("requirement_ends_after_start", requirement(starts_on=DAY, ends_on=BEFORE)),
    ("requirement_once_per_kind", requirement(**DIALOG)),
    ("requirement_once_per_procurement", lambda world: Requirement(procurement=world.case, **DIALOG)),
    ("priority_share_at_most_100", answers(labour_share=101)),
    *[("priority_levels_0_to_3", answers(**{name: 4})) for name in ("entry_level", "labour_need", "candidates")],
    ("decision_deviating_or_none_has_motive", decision(recommended="numeric", decided="dialog")),
    ("decision_deviating_or_none_has_motive", decision(recommended="none", decided="none")),
    ("decision_deviating_or_none_has_motive", decision(recommended="", decided="dialog")),
    ("threshold_ends_after_start", threshold(valid_to=BEFORE)),
    *[
        ("threshold_amounts_positive", threshold(**{name: 0}))
        for name in ("goods_services", "works", "special_services", "direct_purchase", "direct_purchase_special")
    ],
    ("guideline_one_from_a_day", guideline(decided_by="KF", valid_from=DAY)),
    ("guideline_decision_is_whole", guideline(valid_from=BEFORE)),
    ("guideline_decision_is_whole", guideline(decided_by="KF")),
    ("guideline_in_place_is_decided", lambda w: GuidelineVersion(organisation=w.ours, title="B", in_place_on=DAY)),
    *[
        (name, guideline(decided_by="KF", valid_from=BEFORE, **fields))
        for name, fields in (
            ("guideline_reading_has_roles_and_day", {"reading_roles": ["officer"]}),
            ("guideline_proposed_before_decided", {"proposed_on": date(2099, 1, 1)}),
            ("guideline_published_has_day_and_address", {"published_on": DAY}),
            ("guideline_seminars_have_reference", {"seminars_held_on": DAY}),
            ("guideline_follow_goal_1_to_100", {"follow_goal": 101}),
        )
    ],
    ("guideline_acknowledged_once", acknowledgement),
    ("requirement_kind_starts_once", kind_start),
    ("clause_title_unique", lambda w: Clause(guideline=w.guideline, title="Dialog", model="dialog", text="S.")),
]
FAMILIES = [
    ("procurements_procurement_department_id_same_organisation", lambda w: case(department=w.department)(w)),
    ("procurements_procurement_guideline_id_same_organisation", lambda w: case(guideline=w.guideline_of_theirs)(w)),
    ("procurements_procurementparty_department_id_same_organisation", lambda w: party(department=w.own_department)(w)),
    (
        "procurements_contract_procurement_id_same_organisation",
        lambda w: Contract(organisation=w.theirs, procurement=w.case),
    ),
    (
        "procurements_contract_framework_id_same_organisation",
        lambda w: contract(kind="call_off", framework=w.framework)(w),
    ),
    (
        "procurements_guidelineacknowledgement_guideline_id_same_organis",  # as far as names reach
        lambda w: acknowledgement(w, guideline=w.guideline_of_theirs),
    ),
    ("procurements_contract_lot_id_same_procurement", lambda w: contract(lot=w.lot)(w)),
    (
        "procurements_requirement_contract_id_same_procurement",
        lambda w: Requirement(contract=w.contract, procurement=w.other, kind="employment", model="dialog"),
    ),
]


def _named(rows):
    return [pytest.param(name, make, id=f"{name}-{number}") for number, (name, make) in enumerate(rows)]


def refused_by(row) -> str:
    """The constraint by which the database refuses the row, at the latest at the end of the transaction."""

    def save_and_check():
        with transaction.atomic(), connection.cursor() as cursor:
            row.save()
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    with pytest.raises(IntegrityError) as caught:
        save_and_check()
    return caught.value.__cause__.diag.constraint_name


@pytest.mark.parametrize(("name", "make"), _named(BREAKS))
def test_the_database_refuses_by_name_and_the_check_before_it_with_its_sentence(world, name, make):
    row = make(world)
    constraint = next(each for each in row._meta.constraints if each.name == name)
    with pytest.raises(ValidationError) as refusal:
        row.full_clean()
    assert str(constraint.violation_error_message) in refusal.value.messages
    assert refused_by(make(world)) == name


@pytest.mark.parametrize(("name", "make"), _named(FAMILIES))
def test_the_database_keeps_rows_within_their_organisation_or_procurement(world, name, make):
    assert refused_by(make(world)) == name


def test_every_named_constraint_is_broken_above(db):
    models = apps.get_app_config("procurements").get_models()
    declared = {each.name for model in models for each in model._meta.constraints}
    assert {name for name, _ in BREAKS} == declared
    with connection.cursor() as cursor:
        cursor.execute(PAIRS)
        assert {name for name, _ in FAMILIES} == {name for (name,) in cursor.fetchall()}
