"""What a politician reads first."""

from datetime import date

import pytest

from apps.targets import wording
from apps.targets.choices import CountingRule
from apps.targets.queries import dashboard
from apps.targets.tests.conftest import make_target
from procurement_csr import people

END = date(2017, 2, 1)


@pytest.fixture
def contract(helsingborg):
    return people.make_contract(people.make_procurement(helsingborg))


@pytest.fixture
def residents(contract):
    """`residents(31)` starts that many in January."""

    def start(number, year=2016, **fields):
        for _ in range(number):
            people.make_placement(contract, _participant(contract), **{"started_on": date(year, 1, 7)} | fields)

    return start


def _participant(contract):
    number = contract.organisation.participants.count()
    return people.make_participant(contract.organisation, f"W{number // 1000:02d}-{number % 1000:03d}")


def lead(organisation, year, today):
    return wording.lead(dashboard(organisation, year, today))


def test_a_running_year_is_told_against_even_pace(helsingborg, residents, target):
    residents(31)
    assert lead(helsingborg, 2016, date(2016, 12, 1)) == "31 av 40. Det är 6 färre än jämn takt."
    assert lead(helsingborg, 2016, date(2016, 9, 1)) == "31 av 40. Det är 4 fler än jämn takt."
    assert lead(helsingborg, 2016, date(2016, 10, 10)) == "31 av 40. Det är precis jämn takt."


def test_a_year_without_a_target_says_so_and_has_no_share(helsingborg, residents, target):
    residents(14, 2015)
    page = dashboard(helsingborg, 2015, END)
    assert wording.lead(page) == (
        "14 invånare har fått praktik, anställning eller lärlingsplats genom krav i upphandlingar. "
        "Inget mål är beslutat för 2015."
    )
    assert wording.share(page) == "Inget mål är beslutat för 2015."
    assert wording.status(page)[0] == ""


def test_a_year_that_is_over_says_whether_the_target_was_reached(helsingborg, residents, target):
    residents(39)
    assert lead(helsingborg, 2016, END) == "39 av 40. Målet nåddes inte, det fattades 1."
    residents(1)
    assert lead(helsingborg, 2016, END) == "40 av 40. Målet nåddes."
    assert lead(helsingborg, 2016, date(2016, 2, 1)) == "40 av 40. Målet är nått."


def test_a_year_that_has_not_begun_has_no_verdict(helsingborg, target):
    page = dashboard(helsingborg, 2016, date(2015, 12, 31))
    assert wording.lead(page) == "Målet för 2016 är 40 invånare. Året har inte börjat."
    assert wording.status(page)[0] == ""
    assert lead(helsingborg, 2017, date(2016, 5, 1)) == "2017 har inte börjat. Inget mål är beslutat för 2017."


def test_a_running_year_without_result_or_target_says_both(helsingborg):
    assert lead(helsingborg, 2016, date(2016, 5, 1)) == (
        "Ingen invånare har fått praktik, anställning eller lärlingsplats hittills 2016. "
        "Inget mål är beslutat för 2016."
    )


def test_a_target_for_year_end_is_not_measured_against_even_pace(helsingborg, residents):
    make_target(helsingborg, counting_rule=CountingRule.RESIDENTS_ACTIVE)
    residents(18)
    sentence = "18 av 40. Så är läget 1 december; målet gäller vid årets slut."
    assert lead(helsingborg, 2016, date(2016, 12, 1)) == sentence
    assert wording.status(dashboard(helsingborg, 2016, date(2016, 12, 1))) == ("22 kvar till målet", "info")


def test_the_share_is_whole_or_has_one_decimal(helsingborg, residents, target):
    residents(26)
    assert wording.share(dashboard(helsingborg, 2016, END)) == "65 % av målet. 14 kvar."
    residents(5)
    assert wording.share(dashboard(helsingborg, 2016, END)) == "77,5 % av målet. 9 kvar."


def test_the_rule_names_what_counts_and_what_stands_beside(helsingborg, target):
    sentences = wording.rule_sentences(dashboard(helsingborg, 2016, END).rule)
    assert "Praktik, anställning och lärling räknas. Yrkesmentor redovisas bredvid." in sentences
    assert "Studiebesök och föreläsningar räknas aldrig mot målet." in sentences


def test_the_decision_names_body_day_reference_and_version(helsingborg):
    target = make_target(helsingborg, version=2)
    assert wording.decision(target) == "Beslutat av Kommunfullmäktige 24 november 2015, KF 2015/123, version 2."
