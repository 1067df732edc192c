"""The measures: what each one counts, and what it leaves out. Facts 28 to 32 of the domain."""

from datetime import date, timedelta
from random import Random

import pytest

from apps.mbl.models import Assessment, Consultation
from apps.mbl.tests.makers import make_union
from apps.placements.models import FollowUp, Placement
from apps.placements.outcomes import Job, conversion
from apps.procurements.models import Requirement
from apps.targets import measure_statements as statements
from apps.targets.choices import Period
from apps.targets.measure_queries import WAITS_FOR_YEAR, all_measures, ask, measure, measured, read
from apps.targets.measures import CODES, DEFINITIONS, window
from apps.targets.tests.conftest import make_target
from procurement_csr import people

EVENING, AFTER = date(2026, 12, 31), date(2027, 1, 1)


@pytest.fixture
def contract(helsingborg, property_department):
    procurement = people.make_procurement(helsingborg, department=property_department, estimated_value=2_000_000)
    return people.make_contract(procurement, signed_on=date(2026, 1, 5), value=1_000_000)


@pytest.fixture
def buy(helsingborg):
    """A procurement whose first contract is signed in February, with a requirement when `kind` is given."""

    def make(kind="", department=None, contract=None, **fields):
        case = people.make_procurement(helsingborg, department=department, **fields)
        made = people.make_contract(case, **{"signed_on": date(2026, 2, 1), "value": 100_000} | (contract or {}))
        if kind:
            Requirement.objects.create(contract=made, kind=kind, model="numeric", count=1)
        return made

    return make


def of_year(code, organisation, today=EVENING, **options):
    return measure(code, organisation, 2026, Period.YEAR, today, **options)


def parts(result):
    return {part.key: part.value for part in result.parts}


def ended(contract, resident=None, started_on=date(2026, 2, 2), ended_on=date(2026, 5, 29), **fields):
    end = {"state": "ended", "end_reason": "completed", "started_on": started_on, "ended_on": ended_on}
    return people.make_placement(contract, resident, **end | fields)


def follow_up(placement, situation, due_on=date(2026, 9, 1), months=3):
    said = {"situation": situation, "answered_on": due_on} if situation else {}
    return FollowUp.objects.create(placement=placement, months=months, due_on=due_on, **said)


def test_every_measure_is_answered_in_the_order_of_the_definitions(helsingborg, contract):
    found = all_measures(helsingborg, 2026, Period.YEAR, EVENING)
    assert tuple(found) == CODES
    assert all(result.unit == each.unit for result, each in zip(found.values(), DEFINITIONS, strict=True))
    assert all(each.sentence.endswith(".") and (each.denominator or each.unit != "share") for each in DEFINITIONS)


def test_fact_28_internship_then_employment_is_one_resident_two_placements_and_one_that_led_to_work(
    helsingborg, contract
):
    for _ in range(6):
        resident = people.make_participant(helsingborg)
        ended(contract, resident)
        people.make_placement(contract, resident, kind="employment", started_on=date(2026, 6, 1))
    found = all_measures(helsingborg, 2026, Period.YEAR, AFTER)
    assert found["residents_in_occupation"].value == 6
    assert found["placements_started"].value == 12
    assert parts(found["placements_started"]) == {"internship": 6, "employment": 6}
    assert (found["internships_to_work"].numerator, found["internships_to_work"].denominator) == (6, 6)


def test_fact_29_26_residents_count_and_31_with_mentors_and_visits_never(helsingborg, result):
    make_target(helsingborg)
    assert measure("residents_in_occupation", helsingborg, 2016, Period.YEAR, EVENING).value == 26
    kinds = ["internship", "employment", "apprenticeship", "mentorship"]
    make_target(helsingborg, version=2, counted_kinds=kinds)
    assert measure("residents_in_occupation", helsingborg, 2016, Period.YEAR, EVENING).value == 31


@pytest.mark.parametrize("situation", ["employed_short", "municipal_job", "studying", "studying_other", "unknown", ""])
def test_facts_30_31_and_32_short_and_municipal_jobs_studies_and_silence_are_no_work_but_stay_in_the_whole(
    helsingborg, contract, situation
):
    for _ in range(6):
        follow_up(ended(contract), "employed_unsubsidised")
        follow_up(ended(contract), situation)
    found = of_year("sustained_3", helsingborg, AFTER)
    assert (found.numerator, found.denominator, found.text) == (6, 12, "50\N{NO-BREAK SPACE}%")


def test_fact_30_an_employment_that_ended_within_a_month_did_not_come_of_the_internship(helsingborg, contract):
    for last in (date(2026, 6, 29), date(2026, 6, 30)):
        for _ in range(6):
            resident = people.make_participant(helsingborg)
            ended(contract, resident)
            ended(contract, resident, date(2026, 6, 1), last, kind="employment")
    found = of_year("internships_to_work", helsingborg, AFTER)
    assert (found.numerator, found.denominator) == (6, 12)


def test_outcomes_of_few_residents_and_of_a_year_that_goes_on_are_not_told(helsingborg, contract):
    for situation in ("employed_unsubsidised", *["unemployed"] * 8):
        follow_up(ended(contract), situation)
    running, over = (of_year("sustained_3", helsingborg, day) for day in (EVENING, AFTER))
    assert (running.text, running.n_note) == ("..", WAITS_FOR_YEAR)
    assert (over.numerator, over.value, over.text) == (None, None, "..")
    assert "Färre än 5" in over.n_note


def test_outcomes_of_a_running_year_are_not_told_beside_a_year_that_is_over(helsingborg, contract):
    for situation in (*["employed_unsubsidised"] * 6, *["unemployed"] * 6):
        follow_up(ended(contract), situation)
        follow_up(ended(contract, None, date(2025, 1, 7), date(2025, 3, 7)), situation, date(2025, 6, 7))
    codes = ["sustained_3", "internships_to_work"]
    asked = ask(helsingborg, 2026, Period.YEAR, EVENING, more=[window(2025, Period.YEAR, EVENING)])
    running, over = measured(codes, asked)
    assert [(each.text, each.n_note) for each in running.values()] == [("..", WAITS_FOR_YEAR)] * 2
    assert all(each.n_note != WAITS_FOR_YEAR for each in over.values())


@pytest.mark.parametrize("seed", range(3))
def test_the_database_finds_the_conversions_that_the_definition_does(helsingborg, contract, seed):
    random = Random(seed)
    residents = [people.make_participant(helsingborg) for _ in range(12)]
    for _ in range(70):
        started_on = date(2026, 1, 1) + timedelta(days=random.randrange(300))
        last = started_on + timedelta(days=random.choice([0, 27, 29, 30, 31, 60, 200]))
        resident, kind = random.choice(residents), random.choice(["internship", "employment"])
        if Placement.objects.filter(participant=resident, started_on=started_on).exists():
            continue
        if random.random() < 0.2:
            people.make_placement(contract, resident, kind=kind, started_on=started_on)
        else:
            ended(contract, resident, started_on, last, kind=kind)
    today = date(2026, 11, 1)
    rows = Placement.objects.order_by("pk")
    jobs = {
        kind: [Job(str(row), row.participant_id, row.started_on, row.ended_on) for row in rows if row.kind == kind]
        for kind in ("internship", "employment")
    }
    expected = conversion(jobs["internship"], jobs["employment"], today)
    found = read(statements.CONVERSION, ask(helsingborg, 2026, Period.YEAR, today), days=90)[0]
    assert sum(number for *_, number in found) == expected.total > 5
    assert sum(number for *_, led, number in found if led) == len(expected.counted) > 2


def test_share_with_requirement_counts_a_procurement_once_at_its_first_contract(helsingborg, buy):
    first = buy("internship", estimated_value=900_000)
    people.make_contract(first.procurement, signed_on=date(2027, 5, 1))
    buy(estimated_value=100_000)
    buy("internship", phase="cancelled", cancelled_on=date(2026, 3, 1), reason="Inga anbud")
    buy(contract={"signed_on": None})
    found = of_year("share_with_requirement", helsingborg)
    assert (found.numerator, found.denominator, found.value) == (1, 2, 50)
    assert measure("share_with_requirement", helsingborg, 2027, Period.YEAR, date(2027, 12, 1)).denominator == 0


def test_comply_or_explain_is_of_those_without_a_requirement(helsingborg, buy):
    reason = {"no_requirement_reason": "Ingen arbetskraft ingår.", "no_requirement_on": date(2026, 2, 1)}
    buy("internship")
    buy(contract=reason)
    buy()
    found = of_year("comply_or_explain", helsingborg)
    assert (found.numerator, found.denominator) == (1, 2)


def test_contract_value_leaves_call_offs_to_their_framework_and_ceilings_out(helsingborg, buy):
    framework = buy("internship", contract={"kind": "framework", "value": 500_000, "ceiling_value": 900_000})
    Requirement.objects.create(contract=framework, kind="employment", model="dialog")
    call_off = people.make_contract(
        framework.procurement, kind="call_off", framework=framework, signed_on=date(2026, 3, 1), value=50_000
    )
    Requirement.objects.create(contract=call_off, kind="internship", model="numeric", count=1)
    buy(contract={"value": None})
    found = of_year("contract_value_with_requirement", helsingborg)
    assert found.value == 500_000
    assert parts(found) == {"dialog": 500_000, "numeric": 500_000}
    assert found.n_note.startswith("1 av 2 avtal")


def test_fulfilled_are_those_whose_last_day_has_come_and_whose_number_was_reached(helsingborg, buy):
    reached, missed, later = (buy("internship", contract={"ends_on": date(2026, 6, 30)}) for _ in range(3))
    people.make_placement(reached, started_on=date(2026, 3, 2))
    Requirement.objects.filter(contract=later).update(due_on=date(2027, 3, 1))
    found = of_year("requirements_fulfilled", helsingborg)
    assert (found.numerator, found.denominator) == (1, 2)
    assert measure("requirements_fulfilled", helsingborg, 2026, Period.FIRST, EVENING).denominator == 0
    assert missed.requirements.get().count == 1


def test_empty_places_stand_with_the_side_that_the_reason_was_on(helsingborg, contract):
    for reason, count in (("no_candidate", 3), ("supplier_withdrew", 2)):
        people.make_offer(contract, count=count, closed_on=date(2026, 4, 1), unfilled_reason=reason)
    people.make_offer(contract, count=7)
    filled = people.make_offer(contract, count=2, closed_on=date(2026, 4, 1), unfilled_reason="work_postponed")
    people.make_placement(contract, offer=filled)
    found = of_year("unfilled_places", helsingborg)
    assert (found.value, parts(found)) == (6, {"municipality": 3, "supplier": 3})


def test_consultations_are_in_time_when_closed_by_the_day_of_the_decision(helsingborg, property_department):
    union = make_union(helsingborg)
    days = {"decision_to_publish_on": date(2026, 4, 1)}
    closed = (
        {"state": "closed", "close_reason": "agreed", "closed_on": day} for day in (date(2026, 4, 1), date(2026, 4, 2))
    )
    exempt = {"state": "exempt"}
    for row in (*closed, {}, exempt):
        procurement = people.make_procurement(helsingborg, department=property_department, **days)
        whose = {"procurement": procurement, "organisation": helsingborg, "department": property_department}
        assessment = Assessment.objects.create(**whose)
        about = {"union": union, "stage": "A", "paragraph": "11", "route": "negotiation"}
        Consultation.objects.create(assessment=assessment, **whose, **about, **row)
    found = of_year("mbl_in_time", helsingborg)
    assert (found.numerator, found.denominator) == (1, 3)


def test_departments_add_up_to_the_whole_and_others_are_never_counted(
    helsingborg, haninge, property_department, school_department, buy
):
    resident = people.make_participant(helsingborg)
    for department, month in ((property_department, 3), (school_department, 2), (property_department, 4)):
        made = buy(department=department)
        people.make_placement(made, resident if month != 4 else None, started_on=date(2026, month, 1))
    people.make_placement(people.make_contract(people.make_procurement(haninge)), started_on=date(2026, 3, 1))
    whole = of_year("residents_in_occupation", helsingborg).value
    own = [
        of_year("residents_in_occupation", helsingborg, department=each).value
        for each in (property_department, school_department)
    ]
    assert (whole, own) == (2, [1, 1])


def test_a_tertial_ends_on_its_last_day(helsingborg, contract):
    for day in (date(2026, 4, 30), date(2026, 5, 1), date(2026, 9, 1)):
        people.make_placement(contract, started_on=day)
    found = [measure("placements_started", helsingborg, 2026, period, EVENING).value for period in Period]
    assert found == [1, 2, 3]


def test_all_measures_cost_as_many_queries_however_much_there_is(helsingborg, buy, django_assert_num_queries):
    for times in (1, 4):
        for _ in range(times):
            made = buy("internship", contract={"ends_on": date(2026, 6, 30)})
            follow_up(ended(made), "unemployed")
        with django_assert_num_queries(12):
            all_measures(helsingborg, 2026, Period.YEAR, AFTER)
