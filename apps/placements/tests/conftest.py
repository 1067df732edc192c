"""A small Helsingborg: Målarna AB on one contract of the property department, and a form as Malte fills it in."""

import uuid
from datetime import date

import pytest
from django.utils import timezone

from apps.placements.deliveries import deliveries
from apps.placements.tests.delivering import SUMMER
from procurement_csr.people import make_contract, make_procurement, make_supplier


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def painters(db):
    return make_supplier("Målarna i Väst AB")


@pytest.fixture
def contract(helsingborg, property_department, painters):
    procurement = make_procurement(helsingborg, "Måleritjänster", department=property_department)
    return make_contract(
        procurement, painters, number="M-12", starts_on=date(2020, 1, 1), ends_on=None, is_until_further_notice=True
    )


@pytest.fixture
def filled(contract, painters, today):
    """`filled(code="…")` is the log form with the defaults of the page and those values."""

    def with_values(**values):
        defaults = {
            "token": str(uuid.uuid4()),
            "kind": "internship",
            "contract": f"{contract.pk}-{painters.pk}",
            "started_on": today.isoformat(),
            "extent_percent": "100",
            "referring_body": "municipality",
            "supervisor_role": "arbetsledare",
            "save": "1",
        }
        return defaults | values

    return with_values


@pytest.fixture
def olivias(contract, olivia):
    """`olivias(kind, today)` is what Olivia reads of that kind on the contract."""

    def read(kind, today=SUMMER, person=olivia):
        (found,) = [each for each in deliveries(contract, person, today=today) if each.kind == kind]
        return found

    return read
