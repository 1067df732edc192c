"""The next date in a list, held against the dates that are reminded of, and what it costs."""

import random
from datetime import UTC, date, datetime, timedelta

import pytest

from apps.procurements.choices import NoticeMode, Phase, Procedure
from apps.procurements.deadlines import open_deadlines
from apps.procurements.models import ExtensionOption, Procurement, ProcurementParty, Requirement
from apps.procurements.next_dates import next_dates
from procurement_csr.people import make_contract, make_procurement

TODAY = date(2026, 5, 20)


def told_by_reminders(organisation) -> dict[int, date]:
    """The least of all open deadlines, by procurement."""
    found: dict[str, date] = {}
    for each in open_deadlines(since=TODAY, until=TODAY + timedelta(days=365), organisation=organisation):
        found[each.context_url] = min(each.due_on, found.get(each.context_url, each.due_on))
    return {row.pk: found[url] for row in Procurement.objects.all() if (url := row.get_absolute_url()) in found}


def some_case(seed: random.Random, organisation) -> Procurement:
    """A procurement in any phase with any of the days that decide what is next, some long ago and some far ahead."""

    def day():
        return TODAY + timedelta(
            days=seed.choice([-400, -30, -1, 0, 1, 20, 200, 364, 365, 366, 500]) + seed.randint(0, 1)
        )

    def perhaps(value):
        return value if seed.random() < 0.6 else None

    closes = perhaps(day())
    case = make_procurement(
        organisation,
        phase=seed.choice(Phase.values),
        procedure=seed.choice(["", *Procedure.values]),
        estimated_value=perhaps(seed.choice([100_000, 900_000, 3_000_000])),
        planned_publication_on=perhaps(day()),
        questions_close_on=perhaps(day()),
        tender_deadline_at=closes and datetime(closes.year, closes.month, closes.day, 22, 30, tzinfo=UTC),
        is_accelerated=seed.random() < 0.5,
        award_notice_sent_on=perhaps(day()),
        notice_mode=seed.choice(["", *NoticeMode.values]),
    )
    for _ in range(seed.randint(0, 2)):
        some_contract(seed, case, day, perhaps)
    return case


def some_contract(seed, case, day, perhaps) -> None:
    has_reason = seed.random() < 0.5
    contract = make_contract(
        case,
        starts_on=perhaps(start := day()),
        ends_on=perhaps(start + timedelta(days=seed.randint(0, 400))),
        is_until_further_notice=seed.random() < 0.3,
        signed_on=perhaps(TODAY - timedelta(days=seed.randint(0, 60))),
        value=perhaps(2_000_000),
        result_notice_sent_on=perhaps(TODAY),
        no_requirement_reason="Kort" if has_reason else "",
        no_requirement_on=TODAY if has_reason else None,
    )
    for kind in seed.sample(["lecture", "internship"], seed.randint(0, 2)):
        obliged = {"due_on": perhaps(day()), "first_start_within_months": perhaps(6), "starts_on": perhaps(day())}
        reports = [day() for _ in range(seed.randint(0, 2))]
        Requirement.objects.create(contract=contract, kind=kind, model="dialog", report_on=reports, **obliged)
    for _ in range(seed.randint(0, 2)):
        outcome = seed.choice([{}, {"outcome": "called", "decided_on": TODAY}])
        ExtensionOption.objects.create(contract=contract, months=12, last_call_on=day(), **outcome)


@pytest.mark.parametrize("chance", range(4))
def test_it_is_the_first_of_the_dates_that_are_reminded_of(helsingborg, haninge, chance):
    seed = random.Random(chance)
    for number in range(60):
        case = some_case(seed, haninge if number % 4 == 0 else helsingborg)
        if number % 8 == 0:
            ProcurementParty.objects.create(procurement=case, organisation=helsingborg)
    expected = told_by_reminders(helsingborg)
    assert len(expected) > 15
    assert next_dates(helsingborg, TODAY, Procurement.objects.of(helsingborg)) == expected


def test_the_dates_of_a_page_cost_one_question(helsingborg, django_assert_num_queries):
    seed = random.Random(1)
    for _ in range(20):
        some_case(seed, helsingborg)
    shown = list(Procurement.objects.of(helsingborg))
    with django_assert_num_queries(1):
        assert next_dates(helsingborg, TODAY, shown)
    with django_assert_num_queries(0):
        assert next_dates(helsingborg, TODAY, []) == {}
