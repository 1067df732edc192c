"""Joint procurements, lots, and options to extend: what the writes keep, and their pages."""

from datetime import date
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from apps.core.actions import Conflict, version_of
from apps.procurements import option_rules, options, structure
from apps.procurements.models import Contract, ExtensionOption, Lot, Procurement, ProcurementParty
from procurement_csr.people import (
    make_contract,
    make_department,
    make_organisation,
    make_person,
    make_procurement,
    make_supplier,
)

TODAY = date(2026, 11, 2)
TOKEN = UUID("0a6cbf3e-5a0b-4b07-9a87-1f9b3c1f0002")


@pytest.fixture
def food(haninge):
    """Haninge buys food, and holds the case for others."""
    return make_procurement(haninge, "Livsmedel", case_number="UST 2026/4")


@pytest.fixture
def contract(helsingborg):
    made = make_procurement(helsingborg, "Måleritjänster")
    return make_contract(
        made, number="A-1", starts_on=date(2026, 1, 1), ends_on=date(2026, 8, 31), latest_end_on=date(2027, 12, 31)
    )


def new(client, url, data):
    """Fill in a form as a browser does: with the token or version it was given."""
    form = client.get(url).context["form"]
    hidden = {name: form[name].value() for name in ("token", "version") if name in form.fields}
    return client.post(url, hidden | data)


def refused(page, field, sentence):
    assert page.status_code == 422
    errors = page.context["form"].errors
    assert any(sentence in error for error in errors.get(field, [])), errors


# Fact 41: Haninge and Nynäshamn buy together, each with its own department and share.


def test_fact_41_each_authority_has_its_department_case_number_and_share(sign_in, fia, food):
    nynashamn = make_organisation("Nynäshamn")
    school = make_department(nynashamn, "Barn- och utbildningsförvaltningen")
    client = sign_in(fia)
    data = {"organisation": nynashamn.pk, "department": school.pk, "case_number": "N 2026/9", "share_percent": "35"}
    assert new(client, reverse("party_create", args=[food.pk]), data).status_code == 302
    party = food.parties.get()
    assert (party.organisation, party.department, party.case_number) == (nynashamn, school, "N 2026/9")
    assert structure.lead_share(food) == 65


def test_the_shares_are_at_most_100_together(food):
    structure.create_party(by=None, procurement=food, organisation=make_organisation("A"), share_percent=60)
    b, c = make_organisation("B"), make_organisation("C")
    with pytest.raises(ValidationError, match=r"Andelarna blir 101 procent med B\. Tillsammans får de vara högst 100"):
        structure.create_party(by=None, procurement=food, organisation=b, share_percent=41)
    second = structure.create_party(by=None, procurement=food, organisation=b, share_percent=40)
    assert structure.lead_share(food) == 0
    structure.create_party(by=None, procurement=food, organisation=c, share_percent=0)
    structure.update_party(by=None, party=second, share_percent=39)
    with pytest.raises(ValidationError, match="nu återstår 40"):
        structure.update_party(by=None, party=second, share_percent=41)


def test_the_lead_is_no_further_party(food, haninge):
    with pytest.raises(ValidationError, match="Haninge håller i upphandlingen och är redan med"):
        structure.create_party(by=None, procurement=food, organisation=haninge, share_percent=10)


def test_the_procurement_unit_is_no_organisation_and_cannot_take_part(sign_in, fia, food):
    assert ProcurementParty._meta.get_field("organisation").related_model.__name__ == "Organisation"
    assert not ProcurementParty._meta.get_field("organisation").null
    page = new(
        sign_in(fia),
        reverse("party_create", args=[food.pk]),
        {"organisation": "Upphandling Södertörn", "share_percent": "1"},
    )
    refused(page, "organisation", "Välj upphandlande myndighet bland alternativen")


def test_a_department_belongs_to_its_own_authority(sign_in, fia, food, helsingborg):
    foreign = make_department(helsingborg, "Kultur")
    nynashamn = make_organisation("Nynäshamn")
    data = {"organisation": nynashamn.pk, "department": foreign.pk, "share_percent": "10"}
    page = new(sign_in(fia), reverse("party_create", args=[food.pk]), data)
    refused(page, "department", "Kultur hör till Helsingborg. Välj en förvaltning i Nynäshamn")


def test_the_database_keeps_a_department_with_its_own_authority(food, helsingborg, haninge):
    party = ProcurementParty.objects.create(procurement=food, organisation=helsingborg)
    rows, foreign = ProcurementParty.objects.filter(pk=party.pk), make_department(haninge)
    connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")
    with pytest.raises(IntegrityError, match="department_id_same_organisation"), transaction.atomic():
        rows.update(department=foreign)


@pytest.mark.parametrize(
    ("data", "field", "sentence"),
    [
        ({"organisation": ""}, "organisation", "Välj upphandlande myndighet"),
        ({"organisation": "999999"}, "organisation", "Välj upphandlande myndighet bland alternativen"),
        ({"department": "999999"}, "department", "bland alternativen"),
        ({"share_percent": ""}, "share_percent", "Ange andel av åtagandet, procent"),
        ({"share_percent": "101"}, "share_percent", "får vara högst 100"),
        ({"share_percent": "-1"}, "share_percent", "ska vara minst 0"),
        ({"share_percent": "hälften"}, "share_percent", "med siffror"),
        ({"case_number": "x" * 61}, "case_number", "högst 60 tecken"),
    ],
)
def test_a_bad_party_gets_a_sentence(sign_in, fia, food, helsingborg, data, field, sentence):
    base = {"organisation": helsingborg.pk, "share_percent": "10"}
    refused(new(sign_in(fia), reverse("party_create", args=[food.pk]), base | data), field, sentence)


def test_an_authority_is_in_a_procurement_once(sign_in, fia, food, helsingborg):
    client, url = sign_in(fia), reverse("party_create", args=[food.pk])
    data = {"organisation": helsingborg.pk, "share_percent": "10"}
    assert new(client, url, data).status_code == 302
    refused(new(client, url, data), "organisation", "Myndigheten är redan med i upphandlingen")


def test_a_party_reads_the_procurement_and_its_contracts_and_changes_nothing(sign_in, olivia, food, helsingborg):
    party = ProcurementParty.objects.create(procurement=food, organisation=helsingborg, share_percent=20)
    contract = make_contract(food)
    lot = Lot.objects.create(procurement=food, number="A", title="Mejeri")
    option = ExtensionOption.objects.create(contract=contract, months=12, last_call_on=date(2027, 1, 1))
    client = sign_in(olivia)
    assert list(Procurement.objects.of(helsingborg)) == [food]
    for readable in (food, contract):
        page = client.get(readable.get_absolute_url())
        assert page.status_code == 200
        assert page.context["may_change"] is False
    writes = [("party_create", food), ("lot_create", food), ("contract_create", food), ("party_update", party)]
    writes += [("party_delete", party), ("lot_update", lot), ("lot_delete", lot), ("option_create", contract)]
    writes += [("option_update", option), ("option_delete", option), ("option_reopen", option)]
    writes += [
        ("procurement_requirement_create", food),
        ("requirement_create", contract),
        ("contract_update", contract),
    ]
    for name, row in writes:
        assert client.post(reverse(name, args=[row.pk])).status_code == 404, name
    structure.delete_party(by=None, party=party)
    assert client.get(food.get_absolute_url()).status_code == 404


def test_a_partys_officer_of_another_department_does_not_read_it(sign_in, helsingborg, food, property_department):
    other = make_department(helsingborg, "Kultur")
    ProcurementParty.objects.create(procurement=food, organisation=helsingborg, department=property_department)
    inside, outside = (
        make_person(name, "officer", helsingborg, place)
        for name, place in (("Otto", property_department), ("Ove", other))
    )
    assert sign_in(inside).get(food.get_absolute_url()).status_code == 200
    assert sign_in(outside).get(food.get_absolute_url()).status_code == 404


def test_two_who_change_the_same_party_do_not_overwrite_each_other(food, helsingborg):
    party = ProcurementParty.objects.create(procurement=food, organisation=helsingborg, share_percent=20)
    seen = version_of(party)
    structure.update_party(by=None, party=party, share_percent=30, seen=seen)
    with pytest.raises(Conflict):
        structure.update_party(by=None, party=party, share_percent=10, seen=seen)


def test_a_double_click_makes_one_party_lot_and_option(food, helsingborg, contract):
    for _ in range(2):
        structure.create_party(by=None, procurement=food, organisation=helsingborg, share_percent=5, token=TOKEN)
        structure.create_lot(by=None, procurement=food, number="A", title="Mejeri", token=TOKEN)
        options.create_option(by=None, contract=contract, months=12, last_call_on=date(2026, 6, 1), token=TOKEN)
    assert [model.objects.count() for model in (ProcurementParty, Lot, ExtensionOption)] == [1, 1, 1]


# Lots


def test_a_lot_is_added_changed_and_taken_away_after_asking(sign_in, fia, food):
    client = sign_in(fia)
    data = {"number": "A", "title": "Mejeri", "value": "2 000 000"}
    assert new(client, reverse("lot_create", args=[food.pk]), data).status_code == 302
    lot = food.lots.get()
    refused(new(client, reverse("lot_create", args=[food.pk]), data), "number", "redan ett anbudsområde med den")
    assert new(client, reverse("lot_update", args=[lot.pk]), data | {"title": "Ost"}).status_code == 302
    url = reverse("lot_delete", args=[lot.pk])
    assert "Ta bort anbudsområdet A Ost?" in client.get(url).text
    assert client.post(url).status_code == 302
    assert not food.lots.exists()


@pytest.mark.parametrize(
    ("data", "field", "sentence"),
    [
        ({"number": ""}, "number", "Ange anbudsområde"),
        ({"title": ""}, "title", "Ange benämning"),
        ({"title": "Anna 850709-9805"}, "title", "personnummer"),
        ({"value": "-1"}, "value", "Uppskattat värde ska vara minst 0"),
        ({"number": "x" * 21}, "number", "högst 20 tecken"),
    ],
)
def test_a_bad_lot_gets_a_sentence(sign_in, fia, food, data, field, sentence):
    page = new(sign_in(fia), reverse("lot_create", args=[food.pk]), {"number": "A", "title": "Ost"} | data)
    refused(page, field, sentence)


def test_a_lot_with_contracts_stays(sign_in, fia, food):
    lot = Lot.objects.create(procurement=food, number="A", title="Mejeri")
    make_contract(food, make_supplier(), number="L-1", lot=lot)
    page = sign_in(fia).post(reverse("lot_delete", args=[lot.pk]))
    assert page.status_code == 422
    assert "Anbudsområdet har avtal: L-1. Ändra avtalens anbudsområde först." in page.text


# Options


def call(contract, months, *, on_day=TODAY, last=date(2026, 12, 31), **fields):
    option = ExtensionOption.objects.create(contract=contract, months=months, last_call_on=last)
    values = {"outcome": "called", "decided_on": on_day} | fields
    return options.update_option(by=None, option=option, today=TODAY, **values)


def test_a_called_option_moves_the_end_by_calendar_months_and_can_be_taken_back(contract, olivia):
    option = call(contract, 6)
    contract.refresh_from_db()
    assert contract.ends_on == date(2027, 2, 28)
    options.reopen_option(by=olivia, option=option)
    contract.refresh_from_db()
    option.refresh_from_db()
    assert contract.ends_on == date(2026, 8, 31)
    assert (option.outcome, option.decided_on, option.decided_by) == ("open", None, None)


def test_an_option_is_not_called_past_the_last_end(contract):
    with pytest.raises(ValidationError, match=r"flytta avtalets slut till 2028-01-31, förbi .* 2027-12-31"):
        call(contract, 17)
    contract.refresh_from_db()
    assert contract.ends_on == date(2026, 8, 31)
    assert call(contract, 16).outcome == "called"


@pytest.mark.parametrize(
    ("fields", "on_day", "sentence"),
    [
        ({}, date(2027, 1, 1), "har inte varit än"),
        ({"last_call_on": date(2026, 10, 31)}, TODAY, "Sista dag att utnyttja förlängningen var 2026-10-31"),
        ({}, None, "Ange vilken dag det beslutades"),
        ({"outcome": "open"}, TODAY, "Välj vad som beslutades 2026-11-02"),
        ({"last_call_on": date(2028, 1, 1)}, TODAY, "ligger efter avtalets sista slutdatum 2027-12-31"),
    ],
)
def test_a_decision_that_cannot_be_is_refused(contract, fields, on_day, sentence):
    with pytest.raises(ValidationError, match=sentence):
        call(contract, 12, on_day=on_day, **fields)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"is_until_further_notice": True}, "gäller tills vidare och förlängs inte"),
        ({"ends_on": None}, "har inget slutdatum"),
    ],
)
def test_a_contract_without_an_end_is_not_extended(contract, fields, sentence):
    Contract.objects.update(**fields)
    with pytest.raises(ValidationError, match=sentence):
        call(contract, 12)


def test_a_called_option_keeps_its_months_and_is_not_taken_away(contract):
    option = call(contract, 6)
    with pytest.raises(ValidationError, match="Ångra beslutet innan månaderna eller sista dagen ändras"):
        options.update_option(by=None, option=option, months=12)
    with pytest.raises(ValidationError, match=r"kan inte tas bort\. Ångra beslutet först"):
        options.delete_option(by=None, option=option)
    options.update_option(by=None, option=option, note="Nämnden § 4")
    contract.refresh_from_db()
    assert contract.ends_on == date(2027, 2, 28)


def test_options_are_taken_back_in_the_order_they_were_called(contract):
    first = call(contract, 6)
    second = call(contract, 6, last=date(2027, 1, 31))
    with pytest.raises(ValidationError, match=r"En senare förlängning är utnyttjad\. Ångra den först"):
        options.reopen_option(by=None, option=first)
    options.reopen_option(by=None, option=second)
    options.reopen_option(by=None, option=first)
    contract.refresh_from_db()
    assert contract.ends_on == date(2026, 8, 31)


@given(st.dates(date(2015, 1, 1), date(2040, 12, 31)), st.integers(1, 120))
def test_an_extension_taken_back_gives_the_end_there_was(ends_on, months):
    extended = option_rules.end_after(ends_on, months)
    assert option_rules.end_before(extended, months, [extended, ends_on]) == ends_on


def test_an_option_is_called_and_taken_back_on_its_pages(sign_in, olivia, contract):
    client = sign_in(olivia)
    data = {"months": "12", "last_call_on": "2026-06-30", "outcome": "open"}
    assert new(client, reverse("option_create", args=[contract.pk]), data).status_code == 302
    option = contract.options.get()
    page = client.get(contract.get_absolute_url()).text.replace("\xa0", " ")
    assert "Förlängning 12 månader" in page
    called = data | {"outcome": "called", "decided_on": "2026-06-01"}
    assert new(client, reverse("option_update", args=[option.pk]), called).status_code == 302
    page = client.get(contract.get_absolute_url()).text
    assert "utnyttjad, beslutat 2026-06-01 av Olivia" in page
    assert "2026-01-01 till 2027-08-31" in page
    said = client.post(reverse("option_reopen", args=[option.pk]), follow=True).text
    assert "Ångrat. Förlängningen är inte beslutad, och avtalet slutar 2026-08-31." in said
    assert client.post(reverse("option_delete", args=[option.pk])).status_code == 302
    assert not contract.options.exists()


@pytest.mark.parametrize(
    ("data", "field", "sentence"),
    [
        ({"months": "0"}, "months", "ska vara minst 1"),
        ({"months": "121"}, "months", "får vara högst 120"),
        ({"months": "ett år"}, "months", "med siffror"),
        ({"last_call_on": ""}, "last_call_on", "Ange sista dag att utnyttja"),
        ({"outcome": "called"}, "decided_on", "Ange vilken dag det beslutades"),
        ({"outcome": "kanske"}, "outcome", "bland alternativen"),
        ({"outcome": "declined", "decided_on": "2099-01-01"}, "decided_on", "har inte varit än"),
        ({"note": "Ring 850709-9805"}, "note", "personnummer"),
    ],
)
def test_a_bad_option_gets_a_sentence(sign_in, olivia, contract, data, field, sentence):
    base = {"months": "12", "last_call_on": "2026-06-30", "outcome": "open"}
    refused(new(sign_in(olivia), reverse("option_create", args=[contract.pk]), base | data), field, sentence)
