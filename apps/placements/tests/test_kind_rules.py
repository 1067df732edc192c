"""What each kind of placement asks for (DOMAIN 4)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.placements.choices import PlacementKind
from apps.placements.kind_rules import problems, warnings

MUNICIPALITY, COMPANY = "212000-1157", "559999-0131"
START = date(2026, 6, 15)
WITH_WORKING_TIME = [kind for kind in PlacementKind if kind != "mentorship"]


def found(kind, **changed):
    """The problems of a placement in which nothing is wrong but what is changed."""
    values = {
        "starting": True,
        "referring_body": "municipality",
        "supervisor_role": "arbetsledare",
        "supplier_org_number": MUNICIPALITY,
        "start": START,
        "planned_end": START + timedelta(days=27),
        "extent_percent": None if kind == "mentorship" else 100,
    }
    return problems(kind, **{**values, **changed})


@pytest.mark.parametrize("kind", PlacementKind)
def test_a_placement_as_its_kind_should_be_has_no_problem(kind):
    assert found(kind) == {}
    assert warnings(kind, start=START, planned_end=START + timedelta(days=27)) == []


def test_fact_34_practice_cannot_start_without_referring_body_or_supervisor():
    assert list(found("internship", referring_body="")) == ["referring_body"]
    assert list(found("internship", supervisor_role=" ")) == ["supervisor_role"]
    both = found("internship", referring_body="", supervisor_role="")
    assert "kan inte börja utan anvisare" in both["referring_body"]
    assert "kan inte börja utan handledare" in both["supervisor_role"]


def test_practice_may_be_planned_before_its_supervisor_is_known():
    assert found("internship", starting=False, referring_body="", supervisor_role="") == {}


@pytest.mark.parametrize("kind", [kind for kind in PlacementKind if kind != "internship"])
def test_only_practice_needs_a_referring_body_and_a_supervisor(kind):
    assert found(kind, referring_body="", supervisor_role="") == {}


def test_fact_33_sheltered_employment_at_a_private_supplier_is_refused_with_the_reason():
    sentence = found("osa", supplier_org_number=COMPANY)["kind"]
    assert "bara hos en offentlig arbetsgivare" in sentence
    assert COMPANY in sentence
    assert found("osa", supplier_org_number=COMPANY, starting=False)


@pytest.mark.parametrize("number", ["212000-1157", "2120001157", "16212000-1157", "232100-0131", "202100-2114"])
def test_the_state_regions_and_municipalities_are_public_employers(number):
    assert found("osa", supplier_org_number=number) == {}


@pytest.mark.parametrize("number", ["", "12", "800101-0017"])
def test_sheltered_employment_needs_an_organisation_number_to_be_sure(number):
    assert "har inget organisationsnummer. Ange det först" in found("osa", supplier_org_number=number)["kind"]


@pytest.mark.parametrize("kind", [kind for kind in PlacementKind if kind != "osa"])
def test_every_other_kind_may_be_at_a_private_supplier(kind):
    assert found(kind, supplier_org_number=COMPANY) == {}


@pytest.mark.parametrize("kind", WITH_WORKING_TIME)
@pytest.mark.parametrize("extent", [None, 0, -5, 101])
def test_an_extent_outside_1_to_100_percent_is_refused(kind, extent):
    sentence = found(kind, extent_percent=extent)["extent_percent"]
    assert sentence.endswith("Ange 1 till 100 procent.")
    assert extent is None or f" {extent} procent" in sentence


@given(st.sampled_from(WITH_WORKING_TIME), st.integers(1, 100))
def test_every_extent_from_1_to_100_percent_is_accepted(kind, extent):
    assert "extent_percent" not in found(kind, extent_percent=extent)


@given(st.integers(-200, 200))
def test_a_mentor_has_no_working_time(extent):
    sentence = found("mentorship", extent_percent=extent)["extent_percent"]
    assert sentence == f"Omfattning: {extent} procent går inte, en yrkesmentor har ingen arbetstid. Lämna fältet tomt."


@pytest.mark.parametrize(
    ("kind", "last", "first_too_long", "word"),
    [
        ("internship", date(2026, 12, 15), date(2026, 12, 16), "6 månader"),
        ("osa", date(2027, 6, 15), date(2027, 6, 16), "ett år"),
        ("apprenticeship", date(2030, 6, 15), date(2030, 6, 16), "4 år"),
    ],
)
def test_a_length_beyond_the_usual_warns_and_names_the_day(kind, last, first_too_long, word):
    assert warnings(kind, start=START, planned_end=last) == []
    (sentence,) = warnings(kind, start=START, planned_end=first_too_long)
    assert word in sentence
    assert str(first_too_long) in sentence
    assert found(kind, planned_end=first_too_long) == {}


# From Monday 15 June: the Friday of the third and the fourth week, of the sixth, the Monday of the seventh.
@pytest.mark.parametrize(
    ("end", "weeks"),
    [
        (date(2026, 7, 3), 3),
        (date(2026, 7, 10), None),
        (date(2026, 7, 26), None),
        (date(2026, 7, 27), 7),
        (date(2026, 9, 6), 12),
    ],
)
def test_a_summer_job_outside_four_to_six_weeks_warns(end, weeks):
    expected = [f"Ett sommarjobb varar oftast 4 till 6 veckor, här är det {weeks}. Stämmer datumen?"] if weeks else []
    assert warnings("summer_job", start=START, planned_end=end) == expected
    assert found("summer_job", planned_end=end) == {}


def test_a_summer_job_over_twelve_weeks_is_refused_and_not_warned_of_too():
    end = date(2026, 9, 7)
    assert list(found("summer_job", planned_end=end)) == ["planned_end_on"]
    assert warnings("summer_job", start=START, planned_end=end) == []


@pytest.mark.parametrize("kind", PlacementKind)
@pytest.mark.parametrize("days", [(None, START), (START, None), (None, None), (START, START - timedelta(days=1))])
def test_a_length_that_is_not_known_says_nothing(kind, days):
    start, planned_end = days
    assert warnings(kind, start=start, planned_end=planned_end) == []
    assert found(kind, start=start, planned_end=planned_end) == {}
