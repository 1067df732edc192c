"""Contracts: their days, suppliers with ranks, frameworks and call-offs."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from apps.core.actions import Conflict, version_of
from apps.procurements import contracts, queries
from apps.procurements.models import Contract, ContractSupplier, Lot, Requirement
from procurement_csr.people import make_contract, make_procurement, make_supplier

TODAY = date(2026, 3, 2)
BASE = {"kind": "contract"}


@pytest.fixture
def painting(helsingborg):
    return make_procurement(helsingborg, "Måleritjänster", case_number="UN 2026/1")


@pytest.fixture
def contract(painting):
    return make_contract(painting, make_supplier("Måleri AB", org_number="5599990131"), number="A-1")


@pytest.fixture
def framework(helsingborg):
    """A framework of two years with a ceiling of four million."""
    made = make_procurement(helsingborg, "Ramavtal måleri")
    return make_contract(made, number="R-1", kind="framework", ceiling_value=Decimal(4_000_000))


def new(client, url, data):
    """Fill in a form as a browser does: with the token or version it was given."""
    form = client.get(url).context["form"]
    hidden = {name: form[name].value() for name in ("token", "version") if name in form.fields}
    return client.post(url, hidden | BASE | data)


def refused(page, field, sentence):
    assert page.status_code == 422
    errors = page.context["form"].errors
    assert any(sentence in error for error in errors.get(field, [])), errors


def test_every_fact_of_a_contract_is_kept_and_shown(sign_in, olivia, painting):
    supplier, lot = make_supplier("Måleri AB"), Lot.objects.create(procurement=painting, number="A", title="Fasader")
    data = {"number": "A-9", "lot": lot.pk, "signed_on": "2026-01-05", "value": "2 000 000", "has_option_clause": "on"}
    data |= {"result_notice_sent_on": "2026-01-20", "documentation_done_on": "2026-02-01", "suppliers": [supplier.pk]}
    client = sign_in(olivia)
    answer = new(client, reverse("contract_create", args=[painting.pk]), data)
    made = Contract.objects.get()
    assert answer.url == made.get_absolute_url()
    assert (made.lot, made.signed_on, made.has_option_clause) == (lot, date(2026, 1, 5), True)
    page = client.get(answer.url).text
    for text in ("A Fasader", "2026-01-05", "2026-01-20", "2026-02-01", "2 000 000"):
        assert text in page.replace("\xa0", " ")


def test_signing_gives_the_contract_what_the_documents_require(sign_in, olivia, painting):
    Requirement.objects.create(procurement=painting, kind="internship", model="numeric", count=2)
    data = {"suppliers": [make_supplier().pk], "signed_on": "2026-01-05"}
    new(sign_in(olivia), reverse("contract_create", args=[painting.pk]), data)
    copy = Contract.objects.get().requirements.get()
    assert (copy.count, copy.source.contract, copy.late_motive) == (2, None, "")


def test_a_contract_signed_inside_the_standstill_is_refused_beside_its_day(sign_in, olivia, helsingborg):
    sent = {"award_notice_sent_on": date(2026, 6, 9), "notice_mode": "electronic", "procedure": "open"}
    made = make_procurement(helsingborg, phase="standstill", **sent)
    url, data = reverse("contract_create", args=[made.pk]), {"suppliers": [make_supplier().pk]}
    client = sign_in(olivia)
    refused(new(client, url, data | {"signed_on": "2026-06-22"}), "signed_on", "får tecknas tidigast 2026-06-23")
    assert new(client, url, data | {"signed_on": "2026-06-23"}).status_code == 302


@pytest.mark.parametrize(
    ("data", "field", "sentence"),
    [
        ({}, "add_supplier", "Ange minst en leverantör"),
        ({"add_supplier": "x"}, "add_supplier", "Välj leverantör bland alternativen"),
        ({"suppliers": ["99999999999999999999", "hej"]}, "add_supplier", "Ange minst en leverantör"),
    ],
)
def test_a_contract_without_a_supplier_gets_a_sentence(sign_in, olivia, contract, data, field, sentence):
    page = new(sign_in(olivia), reverse("contract_create", args=[contract.procurement_id]), data)
    refused(page, field, sentence)


@pytest.mark.parametrize(
    ("data", "field", "sentence"),
    [
        ({"ends_on": "2025-01-01", "starts_on": "2026-01-01"}, "ends_on", "slutdatum ligger före startdatumet"),
        ({"ends_on": "2026-01-01", "latest_end_on": "2025-01-01"}, "latest_end_on", "ligger före slutdatumet"),
        ({"number": "A-1"}, "number", "Avtalsnumret används redan"),
        ({"value": "x"}, "value", "Ange avtalsvärde med siffror"),
        ({"value": "5", "ceiling_value": "4"}, "ceiling_value", "Takvärdet är lägre än avtalsvärdet"),
        ({"ceiling_value": "-1"}, "ceiling_value", "Takvärde ska vara minst 0"),
        ({"kind": "hack"}, "kind", "Välj typ bland alternativen"),
        ({"kind": "call_off"}, "framework", "Ett avrop ska ange vilket ramavtal"),
        ({"framework": "999999"}, "framework", "bland alternativen"),
        ({"signed_on": "2099-01-01"}, "signed_on", "har inte varit än"),
        ({"signed_on": "i går"}, "signed_on", "som år-månad-dag"),
        (
            {"signed_on": "2026-02-01", "result_notice_sent_on": "2026-01-31"},
            "result_notice_sent_on",
            "Efterannonsen kan inte ha skickats 2026-01-31, före tecknandet 2026-02-01",
        ),
        ({"documentation_done_on": "2099-01-01"}, "documentation_done_on", "den dagen har inte varit än"),
        ({"title": "Ring 850709-9805"}, "title", "personnummer"),
    ],
)
def test_a_bad_contract_gets_a_sentence_beside_its_field(sign_in, olivia, contract, data, field, sentence):
    chosen = {"suppliers": [contract.suppliers.get().pk]}
    page = new(sign_in(olivia), reverse("contract_create", args=[contract.procurement_id]), chosen | data)
    refused(page, field, sentence)


# Suppliers and their ranks


def test_the_suppliers_are_ranked_beside_their_boxes(sign_in, olivia, contract):
    first, second = contract.suppliers.get(), make_supplier("Fasad AB")
    client, url = sign_in(olivia), reverse("contract_update", args=[contract.pk])
    boxes = {"suppliers": [first.pk, second.pk], f"rank_{first.pk}": "2", f"rank_{second.pk}": "1"}
    assert new(client, url, boxes).status_code == 302
    assert queries.ranking(contract) == tuple(sorted(((first.pk, 2), (second.pk, 1))))
    page = client.get(contract.get_absolute_url()).text
    assert page.index("rangordning 1") < page.index("rangordning 2")
    assert client.get(url).context["form"][f"rank_{first.pk}"].value() == 2
    assert new(client, url, {"suppliers": [first.pk], f"rank_{first.pk}": ""}).status_code == 302
    assert queries.ranking(contract) == ((first.pk, None),)


@pytest.mark.parametrize("typed", ["0", "100", "etta"])
def test_a_bad_rank_gets_a_sentence(sign_in, olivia, contract, typed):
    pk = contract.suppliers.get().pk
    data = {"suppliers": [pk], f"rank_{pk}": typed}
    page = new(sign_in(olivia), reverse("contract_update", args=[contract.pk]), data)
    refused(page, f"rank_{pk}", "Ange rangordningen för Måleri AB med ett tal från 1 till 99")


def test_two_suppliers_do_not_share_a_rank(sign_in, olivia, contract):
    first, second = contract.suppliers.get(), make_supplier()
    data = {"suppliers": [first.pk, second.pk], f"rank_{first.pk}": "1", f"rank_{second.pk}": "1"}
    page = new(sign_in(olivia), reverse("contract_update", args=[contract.pk]), data)
    refused(page, "suppliers", "Två leverantörer har rangordning 1")
    assert contract.suppliers.get() == first


def test_a_rank_changed_meanwhile_is_a_conflict(olivia, contract):
    seen = version_of(Contract.objects.get(pk=contract.pk), queries.ranking(contract))
    ContractSupplier.objects.filter(contract=contract).update(rank=3)
    with pytest.raises(Conflict):
        contracts.update_contract(by=olivia, contract=contract, title="Ny", seen=seen)


def test_a_search_for_a_supplier_keeps_the_ranks_that_were_typed(sign_in, olivia, contract):
    pk = contract.suppliers.get().pk
    url, other = reverse("contract_update", args=[contract.pk]), make_supplier("Fasad AB")
    data = BASE | {"search": "1", "suppliers": [pk], f"rank_{pk}": "7", "add_supplier": other.pk, "version": "x"}
    page = sign_in(olivia).post(url, data)
    assert page.context["form"][f"rank_{pk}"].value() == "7"
    assert f"Rangordning för {other}" in page.text


# Frameworks and call-offs


def call_off(painting, framework, **values):
    values = {"kind": "call_off", "framework": framework, "starts_on": date(2026, 5, 1)} | values
    return contracts.create_contract(by=None, procurement=painting, suppliers=[make_supplier()], today=TODAY, **values)


def test_call_offs_are_listed_on_the_framework_with_their_sum(sign_in, olivia, painting, framework):
    client = sign_in(olivia)
    assert "Inget har avropats än" in client.get(framework.get_absolute_url()).text
    call_off(painting, framework, number="AV-1", value=Decimal(1_000_000))
    call_off(painting, framework, number="AV-2", value=Decimal(200_000))
    page = client.get(framework.get_absolute_url()).text.replace("\xa0", " ")
    assert "1 200 000 kr av högst 4 000 000 kr" in page
    assert "AV-1" in page
    assert "mer än ramavtalets takvärde" not in page
    over = call_off(painting, framework, number="AV-3", value=Decimal(2_800_001))
    for row in (framework, over):
        page = client.get(row.get_absolute_url()).text.replace("\xa0", " ")
        assert "Avropen är tillsammans 4 000 001 kr, mer än ramavtalets takvärde 4 000 000 kr" in page


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"kind": "contract"}, "R-1 är inget ramavtal"),
        ({"ends_on": date(2026, 4, 30)}, "gäller 2026-01-01 till 2026-04-30, men avropet är från 2026-05-01"),
        ({"starts_on": date(2026, 5, 2)}, "men avropet är från 2026-05-01"),
    ],
)
def test_a_call_off_is_made_from_a_framework_that_holds_on_the_day(painting, framework, fields, sentence):
    Contract.objects.filter(pk=framework.pk).update(**fields)
    framework.refresh_from_db()
    with pytest.raises(ValidationError, match=sentence):
        call_off(painting, framework)


def test_a_framework_until_further_notice_holds_after_its_end(painting, framework):
    Contract.objects.filter(pk=framework.pk).update(ends_on=date(2026, 4, 30), is_until_further_notice=True)
    framework.refresh_from_db()
    assert call_off(painting, framework).framework == framework


def test_a_framework_of_another_organisation_is_neither_offered_nor_taken(sign_in, olivia, painting, haninge):
    foreign = make_contract(make_procurement(haninge), number="H-1", kind="framework")
    with pytest.raises(ValidationError, match=r"Ramavtalet H-1 hör till Haninge\. Välj ett ramavtal i Helsingborg"):
        call_off(painting, foreign)
    data = {"kind": "call_off", "framework": foreign.pk, "suppliers": [make_supplier().pk]}
    page = new(sign_in(olivia), reverse("contract_create", args=[painting.pk]), data)
    refused(page, "framework", "bland alternativen")


def test_a_framework_with_call_offs_stays_one_and_is_not_called_off_from_itself(painting, framework):
    call_off(painting, framework)
    with pytest.raises(ValidationError, match="Avtalet har avrop och måste vara ett ramavtal"):
        contracts.update_contract(by=None, contract=framework, kind="contract")
    other = make_contract(painting, kind="framework")
    with pytest.raises(ValidationError, match="kan inte avropas från sig självt"):
        contracts.update_contract(by=None, contract=other, kind="call_off", framework=other)


def test_fact_15_a_framework_over_four_years_without_reasons_is_warned_of(sign_in, olivia, framework):
    client = sign_in(olivia)
    Contract.objects.filter(pk=framework.pk).update(ends_on=date(2029, 12, 31))
    assert "längre än fyra år" not in client.get(framework.get_absolute_url()).text
    Contract.objects.filter(pk=framework.pk).update(latest_end_on=date(2030, 1, 1))
    assert "längre än fyra år" in client.get(framework.get_absolute_url()).text
    framework.procurement.framework_reasons = "Lång avskrivning."
    framework.procurement.save()
    assert "längre än fyra år" not in client.get(framework.get_absolute_url()).text


def test_a_contract_is_added_with_suppliers_chosen_one_at_a_time(sign_in, olivia, painting):
    first, second = make_supplier("Måleri AB"), make_supplier("Fasad AB")
    client, url = sign_in(olivia), reverse("contract_create", args=[painting.pk])
    token = client.get(url).context["form"]["token"].value()
    page = client.post(url, {"search": "1", "number": "A-9", "add_supplier": first.pk, "token": token})
    assert page.status_code == 200
    assert 'value="A-9"' in page.text
    assert not Contract.objects.exists()
    data = BASE | {"number": "A-9", "suppliers": [first.pk], "add_supplier": second.pk, "token": token}
    answer = client.post(url, data | {"starts_on": "2026-01-01", "ends_on": "2027-12-31"})
    made = Contract.objects.get()
    assert answer.url == made.get_absolute_url()
    assert set(made.suppliers.all()) == {first, second}
    assert "ej beslutat" in client.get(answer.url).text


def test_with_many_suppliers_one_is_searched_for(sign_in, olivia, painting):
    for number in range(200):
        make_supplier(f"Företag {number:03d}")
    wanted = make_supplier("Målningsfirman AB", org_number="5599990131")
    client, url = sign_in(olivia), reverse("contract_create", args=[painting.pk])
    token = client.get(url).context["form"]["token"].value()
    many = client.post(url, {"search": "1", "supplier_words": "företag 01", "token": token})
    assert "10 leverantörer passar" in many.text
    assert "Företag 015" in many.text
    none = client.post(url, {"search": "1", "supplier_words": "<b>\x00", "token": token})
    assert "Ingen leverantör passar ”&lt;b&gt;”" in none.text
    found = client.post(url, {"search": "1", "supplier_words": "malning", "token": token})
    assert found.context["form"]["suppliers"].value() == [wanted.pk]
    ambiguous = client.post(url, BASE | {"supplier_words": "företag 01", "token": token})
    assert ambiguous.status_code == 422
    assert "Flera leverantörer passar" in ambiguous.text
    assert "Företag 015" in ambiguous.text
    assert client.post(url, BASE | {"supplier_words": "559999-0131", "token": token}).status_code == 302
    assert Contract.objects.get().suppliers.get() == wanted


def test_a_contract_is_changed_and_loses_a_supplier(sign_in, olivia, contract):
    client, url = sign_in(olivia), reverse("contract_update", args=[contract.pk])
    other = make_supplier("Fasad AB")
    assert new(client, url, {"title": "Fasad", "add_supplier": other.pk}).status_code == 302
    assert contract.suppliers.get() == other
    page = client.get(contract.get_absolute_url()).text
    assert "Fasad AB" in page
    assert "Måleri AB" not in page
