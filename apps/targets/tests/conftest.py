"""Helsingborg's result and target, as the slide deck gives them; the months are made up."""

from datetime import date

import pytest
from django.utils import timezone

from apps.procurements.models import GuidelineVersion
from apps.targets.models import PublishedYear, Target
from apps.targets.naming_actions import decide_naming
from procurement_csr import people

RESULT = {"internship": 13, "employment": 6, "apprenticeship": 7, "mentorship": 5}


def make_target(organisation, year=2016, **fields):
    """A target of 40 by the usual rule, decided the autumn before."""
    defaults = {
        "value": 40,
        "counted_kinds": ["internship", "employment", "apprenticeship"],
        "decided_by_body": "Kommunfullmäktige",
        "decided_on": date(year - 1, 11, 24),
        "reference": f"KF {year - 1}/123",
    }
    return Target.objects.create(organisation=organisation, year=year, **defaults | fields)


def make_result(organisation, year=2016, department=None):
    """13 internships, 6 employments, 7 apprenticeships and 5 mentors by 31 residents; a study visit and a lecture."""
    from apps.placements.models import Activity

    supplier = people.make_supplier("Måleriet AB")
    contract = people.make_contract(people.make_procurement(organisation, department=department), supplier)
    kinds = [kind for kind, number in RESULT.items() for _ in range(number)]
    for position, kind in enumerate(kinds):
        participant = people.make_participant(organisation, f"R{position:02d}-{year % 1000:03d}")
        people.make_placement(contract, participant, kind=kind, started_on=date(year, position % 12 + 1, 7))
    for kind, number in (("study_visit", 12), ("lecture", 40)):
        Activity.objects.create(
            organisation=organisation,
            supplier=supplier,
            kind=kind,
            held_on=date(year, 4, 1),
            topic="Målning",
            participant_count=number,
        )
    return contract


def decide(by, organisation, *, names_suppliers=True, on=date(2016, 3, 3)):
    """The organisation's decision to name its suppliers, or not to."""
    own = {"decided_by_body": "Kommunstyrelsen", "decided_on": on, "reference": "KS 2016/9"}
    today = max(on, timezone.localdate())
    return decide_naming(by=by, organisation=organisation, names_suppliers=names_suppliers, today=today, **own)


@pytest.fixture
def target(helsingborg):
    return make_target(helsingborg)


@pytest.fixture
def result(helsingborg, property_department):
    """The contract under which the result of 2016 was reached."""
    return make_result(helsingborg, department=property_department)


@pytest.fixture
def published(helsingborg, result, target, carin):
    return PublishedYear.objects.create(organisation=helsingborg, year=2016, published_by=carin)


@pytest.fixture
def policy(helsingborg, malte):
    """A decided guideline and a matcher, without which nothing is recommended."""
    return GuidelineVersion.objects.create(
        organisation=helsingborg,
        title="Riktlinje",
        decided_by="Kommunfullmäktige",
        decided_on=date(2024, 12, 1),
        valid_from=date(2025, 1, 1),
    )
