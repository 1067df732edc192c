"""The pages of procurements and contracts through their addresses, as the people who use them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from apps.procurements.models import Contract, CpvCode, Procurement, Requirement
from procurement_csr.people import make_contract, make_department, make_person, make_procurement, make_supplier

BASIC = {"title": "Måleritjänster", "phase": "need", "social_flag": "unknown"}


@pytest.fixture
def painting(helsingborg):
    return make_procurement(helsingborg, "Måleritjänster", case_number="UN 2026/1")


@pytest.fixture
def contract(painting):
    return make_contract(painting, make_supplier("Måleri AB", org_number="5599990131"), number="A-1")


def new(client, url, data):
    """Fill in a form as a browser does: with the token or version it was given."""
    form = client.get(url).context["form"]
    hidden = {name: form[name].value() for name in ("token", "version") if name in form.fields}
    return client.post(url, hidden | data)


def test_an_officer_adds_a_procurement(sign_in, olivia, helsingborg, property_department):
    client, url = sign_in(olivia), reverse("procurement_create")
    data = BASIC | {"case_number": "UN 2026/7", "department": property_department.pk, "responsible": olivia.pk}
    answer = new(client, url, data | {"estimated_value": "1 900 000,50 kr", "cpv": "45000000-7"})
    made = Procurement.objects.get()
    assert answer.url == made.get_absolute_url()
    assert (str(made.estimated_value), made.cpv_id, made.organisation) == ("1900000.50", "45000000", helsingborg)
    page = client.get(answer.url).text
    for text in ("Måleritjänster", "UN 2026/7", "Fastighetsförvaltningen", "Olivia", "1 900 000", "Anläggningsarbete"):
        assert text in page.replace("\xa0", " ")
    assert "Upphandlingen lades upp." in page


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("title", "", "Ange benämning"),
        ("title", "x" * 301, "Benämning får ha högst 300 tecken"),
        ("title", "Anna 850709-9805", "personnummer"),
        ("title", "a\x00b", "Null-tecken"),
        ("case_number", "UN 2026/1", "Diarienumret används redan"),
        ("estimated_value", "många", "Ange uppskattat värde med siffror"),
        ("estimated_value", "-5", "Uppskattat värde ska vara minst 0"),
        ("estimated_value", "NaN", "Ange uppskattat värde med siffror"),
        ("estimated_value", "1e999", "siffror"),
        ("cpv", "45999999", "CPV-koden 45999999 finns inte i listan"),
        ("cpv", "01000000", "Ingen CPV-kod passar"),
        ("cpv", "tjänster", "Flera CPV-koder passar ”tjänster”"),
        ("cpv", "xyzzy", "Ingen CPV-kod passar ”xyzzy”"),
        ("phase", "hack", "Välj fas bland alternativen"),
        ("department", "999999", "Välj beställande förvaltning bland alternativen"),
        ("published_on", "31/12", "Ange annonserad som år-månad-dag"),
    ],
)
def test_bad_input_gets_a_sentence_beside_its_field_and_loses_nothing(
    sign_in, olivia, painting, field, value, sentence
):
    page = new(sign_in(olivia), reverse("procurement_create"), BASIC | {"note": "Behåll mig"} | {field: value})
    assert page.status_code == 422
    assert any(sentence in error for error in page.context["form"].errors.get(field, [])), page.context["form"].errors
    assert "Behåll mig" in page.text
    assert Procurement.objects.count() == 1


def test_a_word_of_the_name_finds_the_cpv_code(sign_in, olivia):
    new(sign_in(olivia), reverse("procurement_create"), BASIC | {"cpv": "anlaggningsarbete"})
    assert Procurement.objects.get().cpv_id == "45000000"


def test_a_foreign_responsible_and_a_matcher_cannot_be_chosen(sign_in, olivia, fia, malte):
    for person in (fia, malte):
        page = new(sign_in(olivia), reverse("procurement_create"), BASIC | {"responsible": person.pk})
        assert "Välj ansvarig upphandlare bland alternativen" in page.text


def test_one_limited_to_a_department_adds_only_there(sign_in, helsingborg, property_department, school_department):
    otto = make_person("Otto", "officer", helsingborg, property_department)
    client, url = sign_in(otto), reverse("procurement_create")
    assert "Ange" not in client.get(url).context["form"]["department"].errors
    assert new(client, url, BASIC).status_code == 422
    assert new(client, url, BASIC | {"department": school_department.pk}).status_code == 422
    assert new(client, url, BASIC | {"department": property_department.pk}).status_code == 302
    other = make_procurement(helsingborg, department=school_department)
    assert client.get(other.get_absolute_url()).status_code == 404
    assert client.get(reverse("contract_create", args=[other.pk])).status_code == 404


def test_an_inactive_department_is_offered_only_where_it_stands(sign_in, olivia, helsingborg, painting):
    closed = make_department(helsingborg, "Nedlagda förvaltningen")
    closed.is_active = False
    closed.save()
    client = sign_in(olivia)
    assert "Nedlagda" not in client.get(reverse("procurement_create")).text
    Procurement.objects.update(department=closed)
    assert "Nedlagda" in client.get(reverse("procurement_update", args=[painting.pk])).text


def test_a_change_on_top_of_somebody_elses_shows_both(sign_in, olivia, painting):
    client, url = sign_in(olivia), reverse("procurement_update", args=[painting.pk])
    version = client.get(url).context["form"]["version"].value()
    Procurement.objects.update(phase="published", estimated_value=5000)
    page = client.post(url, BASIC | {"title": "Fasadmålning", "version": version, "estimated_value": "7000"})
    assert page.status_code == 409
    text = page.text.replace("\xa0", " ")
    assert "Någon annan har sparat ändringar" in text
    assert "Nu står det: Annonserad" in text
    assert "Nu står det: 5 000" in text
    assert 'value="Fasadmålning"' in text
    again = BASIC | {"title": "Fasadmålning", "version": page.context["form"]["version"].value()}
    assert client.post(url, again).status_code == 302


def test_the_timeline_says_what_changed_and_who_did_it(sign_in, olivia, painting, contract, property_department):
    client = sign_in(olivia)
    url = reverse("procurement_update", args=[painting.pk])
    new(
        client,
        url,
        BASIC
        | {"phase": "published", "case_number": "UN 2026/1", "department": property_department.pk, "title": "Målning"},
    )
    new(client, reverse("contract_decline", args=[contract.pk]), {"reason": "Kort uppdrag", "on": "2026-01-05"})
    data = {"kind": "internship", "model": "numeric", "count": "2", "replaces_decision": "on"}
    new(client, reverse("requirement_create", args=[contract.pk]), data)
    client.post(reverse("requirement_delete", args=[Requirement.objects.get().pk]))
    events = client.get(painting.get_absolute_url()).context["events"]
    texts = [event.text for event in events]
    assert texts[0] == "Tog bort kravet 2 praktikplatser från avtalet A-1."
    assert "Ställde kravet 2 praktikplatser på avtalet A-1." in texts
    assert "Beslutade inget krav på avtalet A-1, 2026-01-05: Kort uppdrag" in texts
    assert "Måleri AB blev leverantör på avtalet A-1." in texts
    changed = next(event for event in events if event.text.startswith("Ändrade benämning"))
    assert "benämning från ”Måleritjänster” till ”Målning”" in changed.text
    assert "fas från behov till annonserad" in changed.text
    assert "beställande förvaltning från tomt till Fastighetsförvaltningen" in changed.text
    assert changed.by == "Olivia"


def test_a_contract_is_added_with_suppliers_chosen_one_at_a_time(sign_in, olivia, painting):
    first, second = make_supplier("Måleri AB"), make_supplier("Fasad AB")
    client, url = sign_in(olivia), reverse("contract_create", args=[painting.pk])
    token = client.get(url).context["form"]["token"].value()
    page = client.post(url, {"search": "1", "number": "A-9", "add_supplier": first.pk, "token": token})
    assert page.status_code == 200
    assert 'value="A-9"' in page.text
    assert not Contract.objects.exists()
    data = {"number": "A-9", "suppliers": [first.pk], "add_supplier": second.pk, "token": token}
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
    ambiguous = client.post(url, {"supplier_words": "företag 01", "token": token})
    assert ambiguous.status_code == 422
    assert "Flera leverantörer passar" in ambiguous.text
    assert "Företag 015" in ambiguous.text
    assert client.post(url, {"supplier_words": "559999-0131", "token": token}).status_code == 302
    assert Contract.objects.get().suppliers.get() == wanted


@pytest.mark.parametrize(
    ("data", "field", "sentence"),
    [
        ({}, "add_supplier", "Ange minst en leverantör"),
        ({"add_supplier": "x"}, "add_supplier", "Välj leverantör bland alternativen"),
        ({"suppliers": ["99999999999999999999", "hej"]}, "add_supplier", "Ange minst en leverantör"),
        ({"ends_on": "2025-01-01", "starts_on": "2026-01-01"}, "ends_on", "slutdatum ligger före startdatumet"),
        ({"ends_on": "2026-01-01", "latest_end_on": "2025-01-01"}, "latest_end_on", "ligger före slutdatumet"),
        ({"number": "A-1"}, "number", "Avtalsnumret används redan"),
        ({"value": "x"}, "value", "Ange avtalsvärde med siffror"),
    ],
)
def test_a_bad_contract_gets_a_sentence_beside_its_field(sign_in, olivia, contract, data, field, sentence):
    chosen = (
        {"suppliers": [contract.suppliers.get().pk]} if "Ange minst" not in sentence and "Välj" not in sentence else {}
    )
    page = new(sign_in(olivia), reverse("contract_create", args=[contract.procurement_id]), chosen | data)
    assert page.status_code == 422
    assert any(sentence in error for error in page.context["form"].errors.get(field, [])), page.context["form"].errors


def test_a_contract_is_changed_and_loses_a_supplier(sign_in, olivia, contract):
    client, url = sign_in(olivia), reverse("contract_update", args=[contract.pk])
    other = make_supplier("Fasad AB")
    assert new(client, url, {"title": "Fasad", "add_supplier": other.pk}).status_code == 302
    assert contract.suppliers.get() == other
    page = client.get(contract.get_absolute_url()).text
    assert "Fasad AB" in page
    assert "Måleri AB" not in page


def test_comply_or_explain_on_the_contract_page(sign_in, olivia, contract):
    client = sign_in(olivia)
    assert "Varje avtal ska ha ett socialt krav eller ett motiv" in client.get(contract.get_absolute_url()).text
    decline = reverse("contract_decline", args=[contract.pk])
    assert new(client, decline, {"reason": "", "on": "2026-01-05"}).status_code == 422
    future = new(client, decline, {"reason": "Kort", "on": "2999-01-05"})
    assert "Beslutsdatumet 2999-01-05 har inte varit än" in future.text
    assert new(client, decline, {"reason": "Kort uppdrag", "on": "2026-01-05"}).status_code == 302
    assert "Kort uppdrag" in client.get(contract.get_absolute_url()).text
    url = reverse("requirement_create", args=[contract.pk])
    page = new(client, url, {"kind": "internship", "model": "numeric", "count": "2"})
    assert page.status_code == 422
    assert "Kryssa i att kravet ersätter beslutet" in page.text
    assert "Det har beslutet inget krav, 2026-01-05: Kort uppdrag" in page.text
    assert page.context["form"]["replaces_decision"].label == "Kravet ersätter beslutet om inget krav"
    data = {"kind": "internship", "model": "numeric", "count": "2", "replaces_decision": "on"}
    assert new(client, url, data).status_code == 302
    text = client.get(contract.get_absolute_url()).text
    assert "2 praktikplatser" in text
    assert "Kort uppdrag" not in text


@pytest.mark.parametrize(
    ("data", "field", "sentence"),
    [
        ({"model": "dialog"}, "kind", "Välj insats"),
        ({"kind": "internship"}, "model", "Välj kravmodell"),
        ({"kind": "internship", "model": "numeric"}, "count", "Ange hur många kravet gäller"),
        ({"kind": "internship", "model": "numeric", "count": "0"}, "count", "Ange hur många kravet gäller"),
        (
            {"kind": "internship", "model": "numeric", "count": "99999999999"},
            "count",
            "Antal får vara högst 2147483647",
        ),
        ({"kind": "internship", "model": "numeric", "count": "två"}, "count", "Ange antal med siffror"),
        ({"kind": "lecture", "model": "dialog"}, "model", "Avtalet har redan ett sådant krav"),
        ({"kind": "internship", "model": "dialog", "note": "Ring 850709-9805"}, "note", "personnummer"),
    ],
)
def test_a_bad_requirement_gets_a_sentence_beside_its_field(sign_in, olivia, contract, data, field, sentence):
    Requirement.objects.create(contract=contract, kind="lecture", model="dialog")
    page = new(sign_in(olivia), reverse("requirement_create", args=[contract.pk]), data)
    assert page.status_code == 422
    assert any(sentence in error for error in page.context["form"].errors.get(field, [])), page.context["form"].errors


def test_a_requirement_is_changed_and_taken_away_after_asking(sign_in, olivia, contract):
    made = Requirement.objects.create(contract=contract, kind="internship", model="numeric", count=2)
    client = sign_in(olivia)
    url = reverse("requirement_update", args=[made.pk])
    assert new(client, url, {"kind": "internship", "model": "numeric", "count": "3"}).status_code == 302
    assert "3 praktikplatser" in client.get(contract.get_absolute_url()).text
    url = reverse("requirement_delete", args=[made.pk])
    assert "Ta bort kravet 3 praktikplatser?" in client.get(url).text
    client.post(url)
    assert not Requirement.objects.exists()


ALL = ["procurement_detail", "procurement_update", "contract_create"]
ON_CONTRACT = ["contract_detail", "contract_update", "contract_decline", "requirement_create"]
ON_REQUIREMENT = ["requirement_update", "requirement_delete"]


def addresses(contract):
    requirement, _ = Requirement.objects.get_or_create(contract=contract, kind="lecture", model="dialog")
    yield from (reverse(name, args=[contract.procurement_id]) for name in ALL)
    yield from (reverse(name, args=[contract.pk]) for name in ON_CONTRACT)
    yield from (reverse(name, args=[requirement.pk]) for name in ON_REQUIREMENT)


def test_a_foreign_row_looks_absent(sign_in, fia, contract):
    client = sign_in(fia)
    for url in addresses(contract):
        assert client.get(url).status_code == 404, url
        assert client.post(url).status_code in {404, 405}, url


@pytest.mark.parametrize("person", ["doris", "malte", "adam"])
def test_readers_see_and_may_not_change(request, sign_in, person, contract, property_department):
    Procurement.objects.update(department=property_department)
    client = sign_in(request.getfixturevalue(person))
    seen = {contract.get_absolute_url(), contract.procurement.get_absolute_url()}
    for url in addresses(contract):
        assert client.get(url).status_code == (200 if url in seen else 403), url
        assert client.post(url).status_code == (405 if url in seen else 403), url
    assert "/andra/" not in client.get(contract.procurement.get_absolute_url()).text


@pytest.mark.parametrize("person", ["ulla", "pelle", "nils"])
def test_others_are_refused(request, sign_in, person, contract):
    client = sign_in(request.getfixturevalue(person))
    lists = [reverse(name) for name in ("procurement_list", "contract_list", "procurement_create")]
    for url in [*lists, *addresses(contract)]:
        assert client.get(url).status_code == 403, url


def test_pages_cost_the_same_number_of_queries_for_2_contracts_and_20(sign_in, olivia, painting):
    client = sign_in(olivia)

    def cost(number):
        for _ in range(number):
            made = make_contract(painting, make_supplier(), make_supplier())
            Requirement.objects.create(contract=made, kind="internship", model="numeric", count=1)
        with CaptureQueriesContext(connection) as queries:
            client.get(painting.get_absolute_url())
        return len(queries)

    client.get(painting.get_absolute_url())
    assert cost(2) == cost(18)


def test_html_in_titles_is_shown_as_text(sign_in, olivia, helsingborg):
    evil = "<script>alert(1)</script>"
    made = make_contract(make_procurement(helsingborg, evil), make_supplier(evil), title=evil, number="<b>")
    CpvCode.objects.filter(pk="45000000").update(label=evil)
    Procurement.objects.update(note=evil, cpv="45000000")
    client = sign_in(olivia)
    urls = [*addresses(made), reverse("procurement_list"), reverse("contract_list")]
    for url in [*urls, made.suppliers.get().get_absolute_url()]:
        assert "<script>alert" not in client.get(url).text, url
