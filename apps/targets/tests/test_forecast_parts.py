"""The forecast of a department and of a tertial: the same sums, of a part."""

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from apps.targets import chances, forecast_queries, forecast_words
from apps.targets.forecast import State, forecast
from apps.targets.tests.conftest import make_target
from apps.targets.tests.forecast_rows import TODAY, WHOLE_YEAR, agree, decide, plan, promise, start
from apps.targets.tests.forecasting import NEW_YEARS_EVE, commitment, inputs
from apps.targets.tests.test_dashboard import text_of
from procurement_csr import people

LAST_OF_AUGUST = date(2026, 8, 31)
ALL_YEAR = commitment(promised=10, ends_on=NEW_YEARS_EVE)


def test_a_tertial_is_foreseen_to_its_last_day_as_the_years_fan_says():
    year = forecast(inputs(commitments=(ALL_YEAR,), target=None))
    tertial = forecast(replace(year.inputs, ends_on=LAST_OF_AUGUST))
    assert tertial.outcome.fan[-1].on == LAST_OF_AUGUST
    assert tertial.outcome.span == next(each.span for each in year.outcome.fan if each.on == LAST_OF_AUGUST)
    assert chances.mean(tertial.outcome.distribution) < chances.mean(year.outcome.distribution)


def test_what_comes_beside_promises_goes_as_fast_in_a_tertial_as_in_the_year():
    beside = (chances.Tried(1, 36), chances.Tried(1, 36))
    year = forecast(inputs(beside=beside))
    tertial = forecast(replace(year.inputs, ends_on=LAST_OF_AUGUST))
    left, of_year = (LAST_OF_AUGUST - TODAY).days, (NEW_YEARS_EVE - TODAY).days
    of = chances.mean(tertial.outcome.distribution) / chances.mean(year.outcome.distribution)
    assert of == pytest.approx(left / of_year)


def test_a_start_that_is_agreed_after_the_tertial_is_not_in_it():
    later = inputs(planned=(date(2026, 10, 1),), ends_on=LAST_OF_AUGUST)
    assert forecast(later).state == State.NOTHING_KNOWN
    assert forecast(replace(later, ends_on=None)).state == State.OPEN


@pytest.mark.parametrize(("day", "state"), [(date(2026, 8, 30), State.OPEN), (LAST_OF_AUGUST, State.OVER)])
def test_a_tertial_is_over_on_its_last_evening(day, state):
    assert forecast(inputs(today=day, commitments=(ALL_YEAR,), ends_on=LAST_OF_AUGUST)).state == state


def test_the_sentence_says_which_day_and_that_a_target_is_of_the_year():
    tertial = forecast(inputs(commitments=(ALL_YEAR,), target=None, ends_on=LAST_OF_AUGUST))
    assert forecast_words.lead(tertial).endswith(" till och med 31 augusti 2026. Ett mål gäller hela året.")


@pytest.fixture
def loaded(helsingborg, property_department, school_department):
    """The property department has a contract for four, one started, one agreed, and a plan; the school's has one."""
    make_target(helsingborg, 2026)
    case = people.make_procurement(helsingborg, phase="contracted", department=property_department)
    own = people.make_contract(case, starts_on=WHOLE_YEAR[0], ends_on=WHOLE_YEAR[1])
    promise(own)
    start(own)
    agree(own, date(2026, 6, 1))
    decide(plan(helsingborg, department=property_department), "numeric")
    other = people.make_procurement(helsingborg, phase="contracted", department=school_department)
    beside = people.make_contract(other, starts_on=WHOLE_YEAR[0], ends_on=WHOLE_YEAR[1])
    start(beside, date(2026, 3, 3))
    agree(beside, date(2026, 7, 1))
    promise(beside, count=2, kind="apprenticeship", due_on=None)
    return forecast_queries.load(helsingborg, 2026, TODAY)


def test_a_department_has_its_own_promises_plans_and_starts(loaded, helsingborg, property_department):
    part = forecast_queries.load_part(loaded, helsingborg, property_department)
    assert part.department == "Fastighetsförvaltningen"
    assert [(each.kind, each.promised) for each in part.commitments] == [("internship", 4)]
    assert len(part.coming) == 1
    assert part.planned == (date(2026, 6, 1),)
    assert sum(each.came for each in part.beside) == 0


def test_the_departments_add_up_to_the_whole(loaded, helsingborg, property_department, school_department):
    parts = [forecast_queries.load_part(loaded, helsingborg, each) for each in (property_department, school_department)]
    for name in ("commitments", "coming", "undated", "planned"):
        assert sorted(map(repr, getattr(loaded, name))) == sorted(
            repr(row) for part in parts for row in getattr(part, name)
        )
    assert sum(each.came for each in loaded.beside) == sum(each.came for part in parts for each in part.beside)


def test_what_became_of_promises_is_learned_from_the_whole_organisation(loaded, helsingborg, school_department):
    part = forecast_queries.load_part(loaded, helsingborg, school_department)
    assert (part.history, part.signings, part.overlaps) == (loaded.history, loaded.signings, loaded.overlaps)


def test_the_dashboard_of_a_department_with_too_little_says_so(sign_in, pelle, helsingborg, school_department):
    year = timezone.localdate().year
    own = {"scope": "department", "department": school_department}
    make_target(helsingborg, year, decided_on=date(2016, 1, 1), **own)
    page = text_of(sign_in(pelle).get(f"{reverse('dashboard')}?forvaltning={school_department.pk}"))
    assert "För lite underlag för en prognos." in page


def test_the_dashboard_of_a_department_has_its_own_forecast(sign_in, pelle, helsingborg, property_department):
    today = timezone.localdate()
    make_target(helsingborg, today.year, decided_on=date(2016, 1, 1))
    case = people.make_procurement(helsingborg, phase="contracted", department=property_department)
    contract = people.make_contract(case, starts_on=today, ends_on=date(today.year + 1, 12, 31))
    promise(contract, count=30)
    start(contract, today)
    client = sign_in(pelle)
    page = text_of(client.get(f"{reverse('dashboard')}?forvaltning={property_department.pk}"))
    assert f"Inget mål är beslutat för Fastighetsförvaltningen {today.year}." in page
    assert forecast_words.OF_DEPARTMENT in page
    assert forecast_words.OF_DEPARTMENT not in text_of(client.get(reverse("dashboard")))
