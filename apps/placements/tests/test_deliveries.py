"""What the contract page says of its requirements: promised, delivered, remaining, at risk, and the sum behind it."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.placements.deliveries import deliveries
from apps.placements.models import Activity, Pause
from apps.placements.tests.delivering import NEW_YEAR, SUMMER, amounts, fact, fulfilled, job, require, started, sums
from procurement_csr.people import (
    make_offer,
    make_participant,
    make_placement,
)

START, HALF_A_YEAR = date(2026, 1, 15), date(2026, 7, 15)


@pytest.fixture
def months(contract):
    return require(contract, unit="fte_months", due_on=date(2027, 1, 1))


def test_months_are_shown_with_what_remains_and_the_sum_of_each_placement(contract, months, olivias):
    half = job(contract, extent_percent=50)
    job(contract, kind="internship")
    shown = olivias("employment")
    assert (shown.name, shown.promised) == ("12 heltidsmånader anställning", 12)
    assert amounts(shown) == "Lovat 12 heltidsmånader, levererat 3,2, återstår 8,8."
    assert fact(shown, "Sista dag") == "2027-01-01, 170 dagar kvar"
    assert sums(shown) == [(str(half), "januari 2026 och framåt: 6,4 månader × 50 % = 3,2 heltidsmånader")]
    assert shown.lines[0].links[0].url == half.get_absolute_url()


def test_matchers_read_days_and_officers_months(contract, months, olivias, malte):
    job(contract, ended_on=date(2026, 3, 31), end_reason="completed")
    assert sums(olivias("employment"))[0][1].startswith("januari 2026 – mars 2026: 3 månader")
    assert sums(olivias("employment", person=malte))[0][1].startswith("2026-01-01 – 2026-03-31: 3 månader")


def test_a_pause_is_taken_out_of_the_months(contract, months, olivias):
    rested = job(contract, ended_on=date(2026, 6, 30), end_reason="completed")
    Pause.objects.create(placement=rested, from_on=date(2026, 3, 1), to_on=date(2026, 3, 31))
    shown = olivias("employment")
    assert shown.delivered == 5
    assert sums(shown)[0][1].endswith("5 månader × 100 % = 5 heltidsmånader, avbrott borträknade")


def test_fact_22_nine_of_twelve_months_are_enough_on_the_page_when_the_employee_leaves_and_less_is_not(
    sign_in, olivia, helsingborg, contract, months
):
    left = job(contract, ended_on=date(2026, 9, 30), end_reason="moved_to_employment")
    page = sign_in(olivia).get(contract.get_absolute_url()).content.decode()
    assert "Minst 75 % är levererat, och det räcker" in page
    assert fulfilled(helsingborg, today=date(2026, 10, 1)) == {months.pk}
    left.ended_on = date(2026, 9, 29)
    left.save()
    assert "Minst 75 %" not in sign_in(olivia).get(contract.get_absolute_url()).content.decode()
    assert fulfilled(helsingborg, today=date(2026, 10, 1)) == set()


def test_fact_22_the_edge_lies_at_75_percent_and_not_at_74_9(helsingborg, contract, olivias):
    thousand = require(contract, unit="fte_months", count=1000)
    # Ten residents at work for 75 months, and then one of them a tenth of a percent less.
    jobs = [
        job(contract, started_on=date(2018, 1, 1), ended_on=date(2024, 3, 31), end_reason="other") for _ in range(10)
    ]
    last = jobs[-1]
    last.end_reason = "interrupted_candidate"
    last.save()
    assert olivias("employment").delivered == 750
    assert olivias("employment").status_text == "levererat"
    assert fulfilled(helsingborg, today=SUMMER) == {thousand.pk}
    last.ended_on = date(2024, 2, 29)
    last.save()
    assert olivias("employment").delivered == 749
    assert olivias("employment").status_text != "levererat"
    assert fulfilled(helsingborg, today=SUMMER) == set()


@pytest.mark.parametrize("reason", ["interrupted_supplier", "contract_ended", "completed", "other"])
def test_three_quarters_are_not_enough_for_another_reason(reason, helsingborg, contract, months, olivias):
    job(contract, ended_on=date(2026, 9, 30), end_reason=reason)
    assert fulfilled(helsingborg, today=date(2026, 10, 1)) == set()
    assert olivias("employment", date(2026, 10, 1)).status_text != "levererat"


def test_fact_24_two_half_time_jobs_of_six_months_are_six_months(helsingborg, contract, olivias):
    six = require(contract, unit="fte_months", count=6)
    for _ in range(2):
        job(contract, extent_percent=50, ended_on=date(2026, 6, 30), end_reason="completed")
    assert amounts(olivias("employment")) == "Lovat 6 heltidsmånader, levererat 6, återstår inget."
    assert fulfilled(helsingborg, today=SUMMER) == {six.pk}


@pytest.fixture
def first(contract):
    contract.starts_on = START
    contract.save()
    return require(contract, unit="fte_months", first_start_within_months=6)


@pytest.mark.parametrize(
    ("started_on", "said"),
    [
        (HALF_A_YEAR, "{} började juli 2026, i tid (senast 2026-07-15)"),
        (HALF_A_YEAR + timedelta(days=1), "{} började juli 2026, för sent (senast 2026-07-15)"),
    ],
)
def test_fact_23_the_first_employment_begins_half_a_year_into_the_contract(
    started_on, said, helsingborg, contract, first, olivias
):
    before = HALF_A_YEAR + timedelta(days=1)
    assert fact(olivias("employment", HALF_A_YEAR), "Första insatsen") == "återstår, senast 2026-07-15"
    assert fact(olivias("employment", before), "Första insatsen") == "har inte skett, senast 2026-07-15"
    assert olivias("employment", before).status_text == "riskerar att inte nås"
    assert started(helsingborg, today=before) == set()
    begun = job(contract, started_on=started_on)
    assert fact(olivias("employment", before), "Första insatsen") == said.format(begun)
    assert started(helsingborg, today=before) == {first.pk}


@pytest.mark.parametrize("reason", ["", "no_candidate"])
def test_fact_23_an_offer_is_enough_although_nobody_has_begun(reason, helsingborg, contract, first, olivias):
    closed_on = date(2026, 6, 1) if reason else None
    made = {"offered_on": date(2026, 5, 1), "closed_on": closed_on, "unfilled_reason": reason}
    make_offer(contract, kind="internship", **made)
    assert started(helsingborg, today=SUMMER) == set()
    make_offer(contract, kind="employment", **made)
    assert started(helsingborg, today=date(2026, 4, 30)) == set()
    assert started(helsingborg, today=SUMMER) == {first.pk}
    assert fact(olivias("employment"), "Första insatsen") == "en plats erbjöds 2026-05-01, i tid (senast 2026-07-15)"


@pytest.mark.parametrize("reason", ["supplier_withdrew", "work_postponed"])
def test_an_offer_the_supplier_took_back_is_no_first_start(reason, helsingborg, contract, first, olivias):
    offered = {"offered_on": date(2026, 5, 1), "closed_on": date(2026, 6, 1), "unfilled_reason": reason}
    make_offer(contract, kind="employment", **offered)
    assert started(helsingborg, today=SUMMER) == set()
    assert fact(olivias("employment"), "Drogs tillbaka") == "1 plats som leverantören tog tillbaka eller sköt upp"


def test_places_that_stayed_empty_for_want_of_candidates_count_for_the_supplier(helsingborg, contract, olivias):
    three = require(contract, "internship", count=3)
    taken = make_offer(contract, count=3, closed_on=date(2026, 5, 4), unfilled_reason="no_candidate")
    begun = make_placement(contract, offer=taken)
    make_offer(contract, closed_on=date(2026, 5, 4), unfilled_reason="supplier_withdrew")
    make_offer(contract, count=2)
    shown = olivias("internship")
    assert (shown.delivered, shown.status_text) == (3, "levererat")
    assert sums(shown) == [
        (str(begun), "mars 2026 och framåt: 1 plats"),
        (str(taken), "erbjöds 2026-02-02, ingen kandidat fanns: 2 platser (dokumenterat försök)"),
    ]
    assert shown.lines[1].links[0].url == taken.get_absolute_url()
    assert fact(shown, "Dokumenterade försök").startswith("2 platser av det levererade")
    assert fact(shown, "Lediga platser nu") == "2 platser som leverantören har erbjudit"
    assert fulfilled(helsingborg, today=SUMMER) == {three.pk}


def test_attempts_are_told_but_give_no_persons(helsingborg, contract, olivias):
    require(contract, "internship", count=1, unit="persons")
    make_offer(contract, closed_on=date(2026, 5, 4), unfilled_reason="candidate_withdrew")
    shown = olivias("internship")
    assert (shown.delivered, shown.lines) == (0, [])
    told = "1 plats erbjöds utan att kommunen kunde fylla den; den räknas inte i personer"
    assert fact(shown, "Dokumenterade försök") == told
    assert fulfilled(helsingborg, today=SUMMER) == set()


def test_a_chain_of_one_resident_is_one_person_with_both_numbers(helsingborg, contract, olivias):
    two = require(contract, "mixed", count=2, unit="persons")
    anna = make_participant(helsingborg)
    practice = make_placement(contract, anna, ended_on=date(2026, 4, 30), end_reason="moved_to_employment")
    chain = job(contract, participant=anna, started_on=date(2026, 5, 1))
    shown = olivias("mixed")
    assert sums(shown) == [(f"{practice}, {chain}", "1 person med 2 placeringar")]
    assert fulfilled(helsingborg, today=SUMMER) == set()
    job(contract)
    assert olivias("mixed").status_text == "levererat"
    assert fulfilled(helsingborg, today=SUMMER) == {two.pk}


def test_a_mixed_requirement_counts_its_kinds_and_no_other(helsingborg, contract, olivias, olivia):
    mixed = require(contract, "mixed", count=2)
    job(contract)
    make_placement(contract, kind="mentorship")
    assert fulfilled(helsingborg, today=SUMMER) == set()
    make_placement(contract)
    assert fulfilled(helsingborg, today=SUMMER) == {mixed.pk}
    assert [each.kind for each in deliveries(contract, olivia, today=SUMMER)] == ["mixed", "mentorship"]


def test_meetings_are_lectures_and_for_practice_the_dialogues_held(helsingborg, contract, painters, olivias):
    lectures = require(contract, "lecture", count=1, model="activity")
    talks = require(contract, "internship", count=2, unit="meetings", model="combined")
    held = {"organisation": helsingborg, "contract": contract, "supplier": painters, "topic": "Måleri"}
    Activity.objects.create(**held, kind="lecture", held_on=date(2026, 2, 2))
    Activity.objects.create(**held, kind="market_dialogue", held_on=date(2026, 3, 3))
    Activity.objects.create(**held, kind="market_dialogue", held_on=SUMMER + timedelta(days=1))
    make_placement(contract, kind="mentorship")
    assert sums(olivias("lecture")) == [("Föreläsning: Måleri", "2026-02-02: 1 möte")]
    assert amounts(olivias("internship")) == "Lovat 2 möten, levererat 1, återstår 1."
    assert fulfilled(helsingborg, today=SUMMER) == {lectures.pk}
    assert fulfilled(helsingborg, today=SUMMER + timedelta(days=1)) == {lectures.pk, talks.pk}


def test_hours_are_working_days_of_eight_hours_by_extent_without_pauses(contract, olivias, malte):
    require(contract, count=400, unit="hours")
    # 4 to 29 May 2026 holds 19 working days; one pause takes two of them.
    work = job(
        contract, started_on=date(2026, 5, 4), ended_on=date(2026, 5, 29), end_reason="completed", extent_percent=50
    )
    Pause.objects.create(placement=work, from_on=date(2026, 5, 7), to_on=date(2026, 5, 10))
    assert amounts(olivias("employment")) == "Lovat 400 timmar, levererat 68, återstår 332."
    assert sums(olivias("employment")) == [(str(work), "maj 2026: 68 timmar, avbrott borträknade")]
    told = "2026-05-04 – 2026-05-29: 17 arbetsdagar × 8 timmar × 50 % = 68 timmar, avbrott borträknade"
    assert sums(olivias("employment", person=malte)) == [(str(work), told)]
    assert "40 timmar i veckan" in olivias("employment").note


def test_what_goes_on_is_expected_and_what_will_not_do_is_at_risk(contract, months, olivias):
    months.starts_on = NEW_YEAR
    months.save()
    work = job(contract, planned_end_on=date(2026, 9, 14))
    shown = olivias("employment")
    assert fact(shown, "Väntas") == "1,9 heltidsmånader av det som pågår eller är planerat"
    assert shown.status_text == "på väg"
    work.state, work.ended_on, work.end_reason = "ended", date(2026, 9, 14), "completed"
    work.save()
    slow = olivias("employment", date(2026, 12, 1))
    assert (slow.status_text, slow.status_kind) == ("riskerar att inte nås", "warn")
    assert "Takten räcker inte" in slow.reason
    late = olivias("employment", date(2027, 1, 2))
    assert (late.status_text, late.status_kind) == ("försenat", "bad")


def test_a_placement_that_is_matched_is_expected(contract, olivias):
    require(contract, "internship", count=1, due_on=date(2026, 12, 31))
    make_placement(contract, started_on=None, state="matched", planned_start_on=date(2026, 9, 1))
    assert fact(olivias("internship"), "Väntas") == "1 plats av det som pågår eller är planerat"
    assert olivias("internship").status_text == "på väg"


def test_a_bonus_is_shown_with_its_sum_and_stops_at_its_ceiling(contract, olivias):
    asked = require(
        contract,
        model="bonus",
        count=None,
        unit="fte_months",
        bonus_rate=Decimal(10_000),
        bonus_ceiling=Decimal(40_000),
    )
    job(contract, ended_on=date(2026, 3, 15), end_reason="completed")
    shown = olivias("employment")
    assert fact(shown, "Bonus") == "2 hela heltidsmånader × 10 000 kr = 20 000 kr av högst 40 000 kr"
    assert sums(shown)[0][1].endswith("= 2,4 heltidsmånader; 2 ger bonus")
    job(contract, ended_on=date(2026, 3, 31), end_reason="completed")
    assert fact(olivias("employment"), "Bonus").startswith("40 000 kr, som är taket (5 hela heltidsmånader")
    asked.bonus_ceiling = None
    asked.save()
    assert fact(olivias("employment"), "Bonus").endswith("= 50 000 kr, utan tak")


def test_places_that_stayed_empty_earn_no_bonus(contract, olivias):
    require(contract, "internship", model="bonus", count=2, bonus_rate=Decimal(5_000))
    make_offer(contract, closed_on=date(2026, 5, 4), unfilled_reason="no_candidate")
    make_placement(contract)
    shown = olivias("internship")
    assert (shown.name, shown.delivered) == ("2 praktikplatser med bonus", 2)
    assert fact(shown, "Bonus") == "1 plats × 5 000 kr = 5 000 kr, utan tak"


def test_what_is_fulfilled_costs_as_many_queries_however_many_contracts(helsingborg, contract):
    def cost():
        with CaptureQueriesContext(connection) as captured:
            fulfilled(helsingborg, today=SUMMER)
            started(helsingborg, today=SUMMER)
        return len(captured)

    require(contract, "internship", count=1, first_start_within_months=6)
    Pause.objects.create(placement=make_placement(contract), from_on=date(2026, 4, 1))
    few = cost()
    for _ in range(6):
        make_placement(contract)
        make_offer(contract)
    assert cost() == few


def test_delivered_is_a_fraction_that_nothing_rounds_before_it_is_shown(contract, months, olivias):
    job(contract, ended_on=date(2026, 1, 1), end_reason="completed")
    assert olivias("employment").delivered == Fraction(1, 31)
    assert amounts(olivias("employment")) == "Lovat 12 heltidsmånader, levererat 0, återstår 12."


def test_hours_that_are_planned_are_expected(contract, olivias):
    require(contract, count=400, unit="hours", due_on=date(2026, 12, 31))
    job(contract, started_on=date(2026, 7, 13), planned_end_on=date(2026, 7, 17))
    shown = olivias("employment")
    assert amounts(shown) == "Lovat 400 timmar, levererat 24, återstår 376."
    assert fact(shown, "Väntas") == "16 timmar av det som pågår eller är planerat"
