"""The page of all measures, the lists behind them, and who gets which links."""

from datetime import date

import pytest
from django.urls import reverse

from apps.procurements.models import Requirement
from apps.targets.tests.test_dashboard import text_of
from procurement_csr import people

URL = reverse("measure_list")


@pytest.fixture
def signed(helsingborg, property_department):
    """A contract of the property department, signed in March 2016 with a requirement."""
    procurement = people.make_procurement(
        helsingborg, "Målning", department=property_department, estimated_value=900_000
    )
    contract = people.make_contract(
        procurement, signed_on=date(2016, 3, 1), starts_on=date(2016, 3, 1), ends_on=date(2016, 10, 31), value=800_000
    )
    Requirement.objects.create(contract=contract, kind="internship", model="numeric", count=1)
    return contract


def get(client, **query):
    return client.get(URL, {"ar": 2016, **query})


def test_pelle_reads_every_measure_with_its_sentence_and_no_link_to_rows(sign_in, pelle, signed, result, target):
    page = text_of(get(sign_in(pelle)))
    assert "31 invånare i sysselsättning" not in page
    assert "26 invånare i sysselsättning, och 1 av 1 upphandlingar med socialt krav" in page
    assert "Av upphandlingar vars första avtal tecknats under perioden" in page
    assert "/oversikt/matt/share_with_requirement/" not in page
    assert "/placeringar/" not in page


def test_olivia_comes_from_the_number_to_the_procurements_behind_it(sign_in, olivia, signed):
    client = sign_in(olivia)
    page = text_of(get(client))
    assert "/oversikt/matt/share_with_requirement/?ar=2016&amp;period=helar" in page
    rows = text_of(client.get(reverse("measure_rows", args=["share_with_requirement"]), {"ar": 2016}))
    assert "Målning" in rows
    assert "1 upphandling" in rows
