"""Targets of other measures than the organisation's residents: who they are for, and how they stand."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from apps.procurements.models import Requirement
from apps.targets.models import Target
from apps.targets.target_queries import more_standings
from apps.targets.tests.conftest import make_target
from apps.targets.tests.test_dashboard import text_of
from procurement_csr import people

EVENING = date(2016, 12, 31)
SHARE = {"measure": "share_with_requirement", "counted_kinds": []}


def address(**query):
    return f"{reverse('target_create')}?" + "&".join(f"{key}={value}" for key, value in ({"ar": 2016} | query).items())


@pytest.fixture
def filled():
    """What Carin types for a share; a test changes what it is about."""

    def values(**changes):
        typed = {"value": "50", "decided_by_body": "Kommunfullmäktige", "decided_on": "2016-01-28"}
        return typed | {"reference": "KF 2016/3", "base_version": "0"} | changes

    return values


@pytest.fixture
def signed(helsingborg, property_department):
    """Three procurements signed in 2016: two with a requirement, of which one is small."""
    for value, has_requirement in ((5_000_000, True), (200_000, True), (6_000_000, False)):
        case = people.make_procurement(helsingborg, department=property_department, estimated_value=value)
        contract = people.make_contract(case, signed_on=date(2016, 4, 4))
        if has_requirement:
            Requirement.objects.create(contract=contract, kind="internship", model="numeric", count=1)


def test_carin_sets_a_share_of_procurements_above_a_value(sign_in, carin, filled):
    url = address(matt="share_with_requirement")
    response = sign_in(carin).post(url, filled(least_value="1 000 000"), follow=True)
    target = Target.objects.get()
    assert (target.measure, target.value, target.least_value) == ("share_with_requirement", 50, 1_000_000)
    assert "Upphandlingar med socialt krav från 1\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}kr" in (
        response.content.decode()
    )


def test_each_target_has_versions_of_its_own(sign_in, carin, filled, target, school_department):
    client = sign_in(carin)
    for query in ({"matt": "mbl_in_time"}, {"matt": "mbl_in_time", "galler": school_department.pk}):
        assert client.post(address(**query), filled()).status_code == 302
    assert client.post(address(matt="mbl_in_time"), filled(base_version="1", value="80")).status_code == 302
    rows = Target.objects.order_by("pk").values_list("measure", "department", "version", "value")
    assert list(rows) == [
        ("residents_in_occupation", None, 1, 40),
        ("mbl_in_time", None, 1, 50),
        ("mbl_in_time", school_department.pk, 1, 50),
        ("mbl_in_time", None, 2, 80),
    ]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"value": "101"}, "Mål, procent får vara högst 100"),
        ({"least_value": "-1"}, "minst 0"),
        ({"value": ""}, "Ange mål"),
    ],
)
def test_a_share_that_cannot_be_gets_its_sentence(sign_in, carin, filled, changes, sentence):
    response = sign_in(carin).post(address(matt="share_with_requirement"), filled(**changes))
    assert response.status_code == 422
    assert sentence in text_of(response)
    assert not Target.objects.exists()


@pytest.mark.parametrize("query", [{"matt": "annat"}, {"galler": "99999999"}, {"galler": "department"}])
def test_a_target_for_what_does_not_exist_is_not_found(sign_in, carin, query):
    assert sign_in(carin).get(address(**query)).status_code == 404


def test_another_municipalitys_department_is_not_found(sign_in, carin, haninge):
    foreign = people.make_department(haninge)
    assert sign_in(carin).get(address(galler=foreign.pk)).status_code == 404


def test_a_share_stands_by_its_own_value_limit(helsingborg, signed):
    make_target(helsingborg, value=60, **SHARE)
    make_target(helsingborg, version=2, value=60, least_value=1_000_000, **SHARE)
    (standing,) = more_standings(helsingborg, 2016, EVENING)
    assert (standing.result.numerator, standing.result.denominator) == (1, 2)
    assert (standing.status, standing.tone) == ("10 procentenheter kvar", "warn")


def test_a_department_has_its_targets_and_the_whole_has_its_own(helsingborg, signed, property_department):
    make_target(helsingborg, value=60, **SHARE)
    make_target(helsingborg, value=70, scope="department", department=property_department, **SHARE)
    assert [each.target.value for each in more_standings(helsingborg, 2016, EVENING)] == [60]
    (own,) = more_standings(helsingborg, 2016, EVENING, property_department)
    assert (own.target.value, own.status) == (70, "3,3 procentenheter kvar")


def test_all_authorities_together_are_added_up_and_examples_are_not(helsingborg, haninge, result):
    make_target(helsingborg, value=34, scope="all")
    example = people.make_organisation("Påhittad", is_demo=True)
    for organisation, number in ((haninge, 7), (example, 5)):
        contract = people.make_contract(people.make_procurement(organisation))
        for _ in range(number):
            people.make_placement(contract, started_on=date(2016, 5, 2))
    (standing,) = more_standings(helsingborg, 2016, EVENING)
    assert standing.result.value == 26 + 7
    assert (standing.name, standing.status) == ("Invånare i sysselsättning, alla myndigheter tillsammans", "1 kvar")


@pytest.mark.parametrize(("rule", "value"), [("placements_started", 27), ("residents_active", 26)])
def test_a_target_for_residents_is_counted_by_its_rule(helsingborg, result, property_department, rule, value):
    people.make_placement(
        result, result.placements.first().participant, kind="apprenticeship", started_on=date(2016, 11, 1)
    )
    of = {"scope": "department", "department": property_department, "counting_rule": rule}
    make_target(helsingborg, value=30, **of)
    (standing,) = more_standings(helsingborg, 2016, EVENING, property_department)
    assert standing.result.value == value


def test_the_share_that_got_work_waits_for_the_frozen_year(helsingborg):
    make_target(helsingborg, value=60, measure="internships_to_work", counted_kinds=[])
    (standing,) = more_standings(helsingborg, 2016, EVENING)
    assert (standing.text, standing.status) == ("..", "visas inte")
    assert "fryst" in standing.result.n_note


def test_the_rules_page_has_every_decision_and_every_definition(sign_in, pelle, helsingborg, target):
    make_target(helsingborg, value=60, least_value=1_000_000, **SHARE)
    page = text_of(sign_in(pelle).get(reverse("counting_rules")))
    assert page.count(">gäller<") == 2
    assert "Av förhandlingar som skulle vara klara före ett beslut" in page
    assert str(timezone.localdate().year) in page


@pytest.fixture
def together(helsingborg, haninge, result):
    """Helsingborg's target for all authorities, 26 residents of its own, and so many of Haninge's as asked for."""
    make_target(helsingborg, value=40, scope="all")
    contract = people.make_contract(people.make_procurement(haninge))

    def add(number):
        for _ in range(number):
            people.make_placement(contract, started_on=date(2016, 5, 2))

    return add


def test_a_target_for_all_authorities_stands_at_each_of_them(sign_in, fia, helsingborg, haninge, together):
    together(7)
    page = text_of(sign_in(fia).get(f"{reverse('dashboard')}?ar=2016"))
    assert "Invånare i sysselsättning, alla myndigheter tillsammans" in page
    assert "nu 33. Satt av Helsingborg" in page
    assert [each.set_by for each in more_standings(helsingborg, 2016, EVENING)] == [""]


@pytest.mark.parametrize(
    "fields", [{"is_demo": True}, {"active_from": date(2017, 1, 1)}], ids=["an example", "not active yet"]
)
def test_it_stands_at_no_authority_that_it_does_not_cover(together, fields):
    assert more_standings(people.make_organisation("Nykommun", **fields), 2016, EVENING) == []


def test_another_authoritys_own_targets_stay_there(helsingborg, haninge, school_department):
    make_target(helsingborg, value=60, **SHARE)
    make_target(helsingborg, value=60, scope="department", department=school_department, **SHARE)
    assert more_standings(haninge, 2016, EVENING) == []


@pytest.mark.parametrize(("number", "text"), [(0, "26"), (1, ".."), (4, ".."), (5, "31")])
def test_a_small_number_of_the_others_cannot_be_subtracted(helsingborg, together, number, text):
    together(number)
    (standing,) = more_standings(helsingborg, 2016, EVENING)
    assert standing.text == text
    assert (standing.status == "visas inte") == (text == "..")


def test_whoever_sees_all_the_authorities_sees_the_sum(sign_in, pelle, helsingborg, haninge, together):
    from apps.accounts.models import Membership

    together(3)
    url = f"{reverse('dashboard')}?ar=2016"
    assert "de andra myndigheterna har så få" in text_of(sign_in(pelle).get(url))
    Membership.objects.create(user=pelle, organisation=haninge, role="politician")
    assert "nu 29" in text_of(sign_in(pelle).get(url))


def test_the_highest_limit_of_the_others_holds(helsingborg, haninge, together):
    together(7)
    type(haninge).objects.filter(pk=haninge.pk).update(small_number_limit=8)
    assert more_standings(helsingborg, 2016, EVENING)[0].text == ".."


def test_a_share_over_all_authorities_is_told_however_few(helsingborg, haninge, signed):
    make_target(haninge, value=60, scope="all", **SHARE)
    (standing,) = more_standings(helsingborg, 2016, EVENING)
    assert (standing.result.numerator, standing.result.denominator, standing.set_by) == (2, 3, "Haninge")


def test_a_new_target_for_all_is_on_the_others_dashboards_at_once(sign_in, fia, helsingborg, together):
    together(7)
    url = f"{reverse('dashboard')}?ar=2016"
    assert "minst 40" in text_of(sign_in(fia).get(url))
    make_target(helsingborg, value=77, version=2, scope="all")
    assert "minst 77" in text_of(sign_in(fia).get(url))
