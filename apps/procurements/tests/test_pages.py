"""The pages of procurements and contracts through their addresses, as the people who use them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from apps.procurements.models import CpvCode, Procurement, Requirement
from procurement_csr.people import make_contract, make_department, make_person, make_procurement, make_supplier

BASIC = {"title": "Måleritjänster", "origin": "new", "step": "3", "social_flag": "unknown"}


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
        ("title", "a\x00b", "nolltecken"),
        ("case_number", "UN 2026/1", "Diarienumret används redan"),
        ("estimated_value", "många", "Ange uppskattat värde med siffror"),
        ("estimated_value", "-5", "Uppskattat värde ska vara minst 0"),
        ("estimated_value", "NaN", "Ange uppskattat värde med siffror"),
        ("estimated_value", "1e999", "siffror"),
        ("cpv", "45999999", "CPV-koden 45999999 finns inte i listan"),
        ("cpv", "01000000", "Ingen CPV-kod passar"),
        ("cpv", "tjänster", "Flera CPV-koder passar ”tjänster”"),
        ("cpv", "xyzzy", "Ingen CPV-kod passar ”xyzzy”"),
        ("origin", "hack", "Välj var upphandlingen står"),
        ("department", "999999", "Välj beställande förvaltning bland alternativen"),
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
    Procurement.objects.update(kind="works", estimated_value=5000)
    page = client.post(url, BASIC | {"title": "Fasadmålning", "version": version, "estimated_value": "7000"})
    assert page.status_code == 409
    text = page.text.replace("\xa0", " ")
    assert "Någon annan har sparat ändringar" in text
    assert "Nu står det: Byggentreprenad" in text
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
        BASIC | {"case_number": "UN 2026/1", "department": property_department.pk, "title": "Målning"},
    )
    new(client, reverse("contract_decline", args=[contract.pk]), {"reason": "Kort uppdrag", "on": "2026-01-05"})
    data = {"count": "2", "unit": "places", "replaces_decision": "on"}
    new(client, reverse("requirement_create", args=[contract.pk]) + "?modell=numeric&insats=internship", data)
    client.post(reverse("requirement_delete", args=[Requirement.objects.get().pk]))
    events = client.get(painting.get_absolute_url()).context["events"]
    texts = [event.text for event in events]
    assert texts[0] == "Tog bort kravet 2 praktikplatser från avtalet A-1."
    assert "Ställde kravet 2 praktikplatser på avtalet A-1." in texts
    assert "Beslutade inget krav på avtalet A-1, 2026-01-05: Kort uppdrag" in texts
    assert "Måleri AB blev leverantör på avtalet A-1." in texts
    changed = next(event for event in events if event.text.startswith("Ändrade benämning"))
    assert "benämning från ”Måleritjänster” till ”Målning”" in changed.text
    assert "beställande förvaltning från tomt till Fastighetsförvaltningen" in changed.text
    assert changed.by == "Olivia"


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
