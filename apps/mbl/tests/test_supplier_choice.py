"""The supplier of a consultation, a new round and a veto is searched for once the suppliers are many."""

import pytest
from django.urls import reverse
from django.utils import timezone

from apps.core.actions import version_of
from apps.mbl.choices import Question
from apps.mbl.models import Consultation, Veto
from apps.mbl.tests.makers import TODAY, assess, make_union, row_of, take
from apps.suppliers.models import Supplier
from procurement_csr import people

TOKEN = "7c1a0f0e-8a49-4c0e-9a0a-0d5f2f6f2a01"


@pytest.fixture(autouse=True)
def the_twentieth_of_november(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda value=None, **zone: value.astimezone().date() if value else TODAY)


@pytest.fixture
def suppliers(db):
    """Two hundred, among them two with nearly the same name."""
    Supplier.objects.bulk_create(Supplier(name=f"Exempelbolaget nummer {number} AB") for number in range(198))
    return people.make_supplier("Renare AB"), people.make_supplier("Renare Golv AB")


@pytest.fixture
def row(doris, helsingborg, property_department):
    make_union(helsingborg)
    case = people.make_procurement(helsingborg, "Städning i skolor", department=property_department)
    return row_of(assess(doris, case, Question.Q2), "B")


def call(client, row, supplier):
    data = {"called_on": "2026-08-14", "channel": "email", "meeting_on": "2026-08-21", "matter": "Städning"}
    url = reverse("consultation_move", args=[row.pk, "call"])
    return client.post(url, data | {"supplier": supplier, "version": version_of(Consultation.objects.get(pk=row.pk))})


def test_a_call_takes_the_supplier_by_name_and_by_number(sign_in, doris, row, suppliers):
    client = sign_in(doris)
    page = client.get(reverse("consultation_move", args=[row.pk, "call"])).content.decode()
    assert '<select name="supplier"' not in page
    assert "Exempelbolaget" not in page
    assert call(client, row, "renare ab").status_code == 302
    row.refresh_from_db()
    assert row.supplier == suppliers[0]
    page = client.get(reverse("veto_create", args=[take(doris, row, "meet").pk])).content.decode()
    assert 'value="Renare AB"' in page


def test_words_that_fit_several_or_none_are_kept_and_told_apart(sign_in, doris, row, suppliers):
    client = sign_in(doris)
    several = call(client, row, "renare")
    assert several.status_code == 422
    assert "Flera leverantörer passar ”renare”: Renare AB" in several.content.decode()
    assert 'value="renare"' in several.content.decode()
    assert "Ingen leverantör passar ”Blank”" in call(client, row, "Blank").content.decode()
    assert call(client, row, "").status_code == 302


def test_a_veto_wants_a_supplier_and_finds_it(sign_in, doris, row, suppliers):
    take(doris, row, "call", "meet")
    client, url = sign_in(doris), reverse("veto_create", args=[row.pk])
    given = {"union": row.union_id, "declared_on": "2026-08-24", "ground": "lou_13_2", "facts": "Skatteskuld"}
    given |= {"version": version_of(Consultation.objects.get(pk=row.pk)), "token": TOKEN}
    refused = client.post(url, given | {"supplier": ""})
    assert refused.status_code == 422
    assert "Ange vilken leverantör vetot gäller" in refused.content.decode()
    assert client.post(url, given | {"supplier": "Renare Golv AB"}).status_code == 302
    assert Veto.objects.get().supplier == suppliers[1]


def test_a_new_round_takes_another_supplier_by_its_words(sign_in, doris, row, suppliers):
    take(doris, row, "call", supplier=suppliers[0])
    take(doris, row, "meet", "agree")
    given = {"supplier": "Renare Golv AB", "version": version_of(Consultation.objects.get(pk=row.pk)), "token": TOKEN}
    assert sign_in(doris).post(reverse("consultation_round", args=[row.pk]), given).status_code == 302
    assert Consultation.objects.get(round_number=2).supplier == suppliers[1]
