"""The fast way gives what the definitions give, whatever the placements are."""

from collections import Counter
from datetime import date, timedelta
from random import Random

import pytest

from apps.placements.choices import PlacementKind
from apps.placements.models import Placement
from apps.targets.beside import beside
from apps.targets.choices import CountingRule, Period
from apps.targets.counting import DEFAULT_KINDS, Rule, Start, count, same_day
from apps.targets.models import Target
from apps.targets.queries import NO_DEPARTMENT, by_department_and_kind, dashboard, total
from procurement_csr import people

RULES = [(rule, kinds) for rule in CountingRule.values for kinds in (DEFAULT_KINDS, ("internship", "mentorship"))]


def random_placements(random, contracts, participants):
    """60 placements over three years: many of the same residents, some ended, some undone, some on the same day."""
    for contract, participant in ((random.choice(contracts), random.choice(participants)) for _ in range(60)):
        started_on = date(2024, 1, 1) + timedelta(days=random.choice([0, 59, 365, 366, random.randrange(1090)]))
        ended_on = random.choice([None, started_on, started_on + timedelta(days=random.randrange(700))])
        fields = {
            "participant": participant,
            "kind": random.choice(PlacementKind.values),
            "started_on": started_on,
            "ended_on": ended_on,
            "end_reason": "completed" if ended_on else "",
        }
        if not Placement.objects.filter(participant=participant, contract=contract, started_on=started_on).exists():
            people.make_placement(contract, **fields)


def make_target(organisation, year, rule, **fields):
    defaults = {"value": 40, "decided_by_body": "Kommunfullmäktige", "decided_on": date(year - 1, 11, 24)}
    return Target.objects.create(
        organisation=organisation,
        year=year,
        counting_rule=rule.counting_rule,
        counted_kinds=list(rule.kinds),
        reference="KF 2023/1",
        **defaults | fields,
    )


@pytest.fixture
def placed(helsingborg, haninge, property_department, olivia):
    """Random placements in Helsingborg and Haninge; the seed is in the test's parameter."""

    def make(seed):
        random = Random(seed)
        for organisation, departments in ((helsingborg, (property_department, None)), (haninge, (None,))):
            contracts = [
                people.make_contract(people.make_procurement(organisation, department=department))
                for department in departments
            ]
            participants = [
                people.make_participant(organisation, f"A{n:02d}-{organisation.pk % 1000:03d}") for n in range(25)
            ]
            random_placements(random, contracts, participants)
        undone = random.sample(list(Placement.objects.all()), 10)
        Placement.objects.filter(pk__in=[each.pk for each in undone]).update(
            undone_at="2026-01-01T12:00Z", undone_by=olivia
        )

    return make


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize(("counting_rule", "kinds"), RULES)
def test_the_database_counts_as_the_definitions_do(placed, helsingborg, seed, counting_rule, kinds):
    placed(seed)
    rule = Rule(counting_rule, tuple(kinds))
    rows = [
        Start(each.participant_id, each.kind, each.started_on, each.ended_on, each.pk)
        for each in Placement.objects.standing().filter(organisation=helsingborg)
    ]
    for year in (2024, 2025, 2026):
        make_target(helsingborg, year, rule)
        for today in (date(year, 2, 28), date(year, 7, 14), date(year, 12, 31), date(year + 1, 3, 3)):
            page = dashboard(helsingborg, year, today)
            expected, before = count(rows, rule, year, today), count(rows, rule, year - 1, today)
            assert page.result.total == expected.total == total(helsingborg, year, today, rule)
            assert page.result.months == expected.months
            assert page.result.started == expected.started
            beside = {kind: number for kind, number in expected.residents.items() if kind not in rule.kinds}
            assert page.result.residents == beside
            assert page.active == expected.active
            assert page.before.total == before.total
            parts = by_department_and_kind(helsingborg, year, today, rule)
            kinds = Counter()
            for (_, kind), number in parts.items():
                kinds[kind] += number
            whole = page.result.compared if rule.is_stock else {k: sum(each) for k, each in expected.months.items()}
            assert kinds == Counter(whole)
            if not rule.is_stock:
                assert page.before.months == before.months
                day = same_day(min(today, date(year, 12, 31)), year - 1)
                assert sum(page.before.compared.values()) == count(rows, rule, year - 1, day).total


def test_departments_are_those_that_ordered_the_first_counted_placement(
    helsingborg, property_department, school_department
):
    participant = people.make_participant(helsingborg)
    for department, month in ((school_department, 6), (property_department, 2), (None, 9)):
        contract = people.make_contract(people.make_procurement(helsingborg, department=department))
        people.make_placement(contract, participant, started_on=date(2025, month, 1))
    people.make_placement(contract, started_on=date(2025, 3, 1))
    today = date(2025, 12, 31)
    found = beside(dashboard(helsingborg, 2025, today), Period.YEAR, today)
    assert found.by_department == (("Fastighetsförvaltningen", 1), (NO_DEPARTMENT, 1))


def test_the_version_in_force_is_the_newest_decided_by_the_end_of_the_year(helsingborg):
    rule = Rule()
    first = make_target(helsingborg, 2025, rule, decided_on=date(2024, 11, 1), version=1)
    second = make_target(helsingborg, 2025, rule, decided_on=date(2025, 5, 1), version=2, value=50)
    make_target(helsingborg, 2025, rule, decided_on=date(2026, 1, 1), version=3, value=10)
    assert dashboard(helsingborg, 2025, date(2026, 6, 1)).target == second != first


def test_a_target_never_measures_another_year_or_another_organisation(helsingborg, haninge):
    make_target(helsingborg, 2016, Rule())
    assert dashboard(helsingborg, 2015, date(2016, 6, 1)).target is None
    assert dashboard(haninge, 2016, date(2016, 6, 1)).target is None


def test_years_to_choose_are_those_with_placements_or_targets_and_this_one(helsingborg):
    contract = people.make_contract(people.make_procurement(helsingborg))
    for year in (2012, 2015):
        people.make_placement(contract, started_on=date(year, 5, 1))
    make_target(helsingborg, 2017, Rule())
    assert dashboard(helsingborg, 2015, date(2016, 6, 1)).years == (2017, 2016, 2015, 2012)


def test_a_coming_placement_is_told_but_not_counted(helsingborg):
    contract = people.make_contract(people.make_procurement(helsingborg))
    people.make_placement(contract, started_on=None, planned_start_on=date(2016, 9, 1), state="matched")
    page = dashboard(helsingborg, 2016, date(2016, 6, 1))
    assert (page.result.total, page.upcoming, Counter(page.result.started)) == (0, 1, Counter())


def test_the_page_costs_five_queries_however_much_there_is(helsingborg, placed, django_assert_num_queries):
    with django_assert_num_queries(5):
        dashboard(helsingborg, 2025, date(2025, 11, 1))
    placed(1)
    with django_assert_num_queries(5):
        dashboard(helsingborg, 2025, date(2025, 11, 1))
