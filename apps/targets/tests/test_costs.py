"""What a year cost for each resident, and the gain that is only estimated."""

from datetime import date

import pytest
from django.urls import reverse

from apps.targets.choices import Period
from apps.targets.cost_actions import save_cost
from apps.targets.measure_queries import all_measures, ask, measured
from apps.targets.measures import window
from apps.targets.models import YearlyCost
from apps.targets.tests.test_dashboard import text_of
from apps.targets.tests.test_snapshots import TODAY
from procurement_csr import people

URL = f"{reverse('cost_update')}?ar=2016"


@pytest.fixture
def cost(helsingborg, carin):
    values = {"matchers": 600_000, "coordination": 180_000, "social_gain": 2_000_000, "source": "Bokslut 2016"}
    return save_cost(by=carin, organisation=helsingborg, year=2016, **values)


def of_2016(organisation, period=Period.YEAR, today=TODAY, department=None):
    found = all_measures(organisation, 2016, period, today, department)
    return found["cost_per_placement"], found["social_gain"]


def test_the_cost_is_shared_by_the_residents_of_the_year(helsingborg, cost, result, target):
    each, gain = of_2016(helsingborg)
    assert (each.numerator, each.denominator, each.value) == (780_000, 26, 30_000)
    assert (gain.value, gain.n_note) == (2_000_000, "En uppskattning.")


def test_without_a_cost_there_is_none(helsingborg, result, target):
    each, gain = of_2016(helsingborg)
    assert (each.value, each.n_note, gain.value) == (None, "Ingen kostnad är inlagd.", None)


@pytest.mark.parametrize(("period", "today"), [(Period.FIRST, TODAY), (Period.YEAR, TODAY.replace(year=2016))])
def test_a_tertial_or_a_running_year_has_no_cost(helsingborg, cost, result, target, period, today):
    found = of_2016(helsingborg, period, today)
    assert [(each.value, each.n_note) for each in found] == [(None, "Räknas för hela år som är slut.")] * 2


def test_a_tertial_beside_its_whole_year_has_no_cost(helsingborg, cost, result, target):
    asked = ask(helsingborg, 2016, Period.FIRST, TODAY, more=[window(2016, Period.YEAR, TODAY)])
    tertial, whole = measured(["cost_per_placement"], asked)
    assert (tertial["cost_per_placement"].value, whole["cost_per_placement"].value) == (None, 30_000)


def test_a_department_has_no_cost_of_its_own(helsingborg, cost, result, target, property_department):
    each, _ = of_2016(helsingborg, department=property_department)
    assert (each.value, each.n_note) == (None, "Räknas för hela organisationen.")


@pytest.mark.parametrize(
    ("residents", "text"), [(0, "–"), (4, ".."), (5, "156\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}kr")]
)
def test_of_few_residents_it_is_withheld(helsingborg, cost, residents, text):
    contract = people.make_contract(people.make_procurement(helsingborg))
    for _ in range(residents):
        people.make_placement(contract, started_on=date(2016, 2, 2))
    assert of_2016(helsingborg)[0].text == text


def test_another_authoritys_cost_is_not_ours(haninge, cost):
    assert of_2016(haninge)[0].value is None


@pytest.fixture
def filled():
    return {"matchers": "600 000", "coordination": "180 000", "social_gain": "", "source": "Bokslut 2016"}


def test_carin_says_what_the_year_cost_and_changes_it(sign_in, carin, filled, helsingborg, result, target):
    client = sign_in(carin)
    for matchers in ("600 000", "860 000"):
        version = client.get(URL).context["form"]["version"].value()
        assert client.post(URL, filled | {"matchers": matchers, "version": version}).status_code == 302
    row = YearlyCost.objects.get()
    assert (row.matchers, row.social_gain, row.updated_by) == (860_000, None, carin)
    assert "40 000 kr" in text_of(client.get(f"{reverse('measure_list')}?ar=2016"))


def test_what_somebody_else_saved_is_not_overwritten(sign_in, carin, filled, helsingborg):
    client = sign_in(carin)
    version = client.get(URL).context["form"]["version"].value()
    client.post(URL, filled | {"version": version})
    response = client.post(URL, filled | {"matchers": "1", "version": version})
    assert response.status_code == 422
    assert "Någon annan har just sparat" in text_of(response)
    assert YearlyCost.objects.get().matchers == 600_000


@pytest.mark.parametrize(
    "changes",
    [{"matchers": "-1"}, {"matchers": "många"}, {"source": ""}, {"coordination": "1e99"}, {"social_gain": "0,5"}],
)
def test_a_cost_that_cannot_be_is_refused(sign_in, carin, filled, changes):
    client = sign_in(carin)
    version = client.get(URL).context["form"]["version"].value()
    assert client.post(URL, filled | changes | {"version": version}).status_code == 422
    assert not YearlyCost.objects.exists()
