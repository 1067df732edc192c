"""Setting a requirement in two steps, in the documents or on a contract, as the officer does."""

from datetime import date

import pytest
from django.urls import reverse

from apps.procurements.models import Clause, Contract, GuidelineVersion, Procurement, Requirement
from procurement_csr.people import make_contract, make_person, make_procurement, make_supplier

NUMERIC = "?modell=numeric&insats=internship"
DIALOG = "?modell=dialog&insats=internship"
PLACES = {"unit": "places"}


@pytest.fixture
def painting(helsingborg):
    return make_procurement(helsingborg, "Måleritjänster", case_number="UN 2026/1")


@pytest.fixture
def contract(painting):
    return make_contract(painting, make_supplier("Måleri AB", org_number="5599990131"), number="A-1")


@pytest.fixture
def guideline(helsingborg):
    decided = {"decided_by": "KF", "decided_on": date(2025, 12, 1), "valid_from": date(2026, 1, 1)}
    return GuidelineVersion.objects.create(organisation=helsingborg, title="Riktlinje 2026", **decided)


@pytest.fixture
def jobs(guideline):
    """A clause for jobs that gives time for rectification and a penalty, and nothing more."""
    return Clause.objects.create(
        guideline=guideline,
        title="Jobb i driften",
        model="numeric",
        kind="employment",
        text="Leverantören ska ordna {antal} {enhet}. Vite {vite_belopp} kronor per {vite_enhet}.",
        has_rectification=True,
        has_penalty=True,
    )


def new(client, url, data):
    """Fill in a form as a browser does: with the token or version it was given."""
    form = client.get(url).context["form"]
    hidden = {name: form[name].value() for name in ("token", "version") if name in form.fields}
    return client.post(url, hidden | data)


def on(contract, query=""):
    return reverse("requirement_create", args=[contract.pk]) + query


def in_documents(procurement, query=""):
    return reverse("procurement_requirement_create", args=[procurement.pk]) + query


def refused(page, field, sentence):
    assert page.status_code == 422
    errors = page.context["form"].errors
    assert any(sentence in error for error in errors.get(field, [])), errors


def test_a_clause_fills_the_requirement_and_its_text_is_kept(sign_in, olivia, painting, jobs):
    client, url = sign_in(olivia), in_documents(painting)
    first = client.get(url)
    assert "Jobb i driften (antal), utkast" in first.text
    answer = client.post(url, {"clause": jobs.pk})
    assert answer.url == f"{url}?klausul={jobs.pk}&modell=numeric&insats=employment"
    second = client.get(answer.url)
    fields = second.context["form"].fields
    assert {"rectification_days", "penalty_amount"} <= set(fields)
    assert not {"blocks_call_offs", "allows_termination", "reserved_share", "bonus_rate", "clause_text"} & set(fields)
    assert second.context["form"]["first_start_within_months"].value() == 6
    assert "Klausulen ger tid för rättelse och vite. Den ger inte spärr från avrop eller hävning" in second.text
    assert "Låt en jurist granska" in second.text
    data = {"count": "12", "unit": "fte_months", "penalty_amount": "5 000", "penalty_unit": "month"}
    seen = new(client, answer.url, data | {"preview": "1"})
    assert "Leverantören ska ordna 12 heltidsmånader." in seen.text
    assert not Requirement.objects.exists()
    assert new(client, answer.url, data | {"report_on": "2027-07-31, 2027-01-31\n2027-01-31"}).status_code == 302
    made = Requirement.objects.get()
    assert (made.contract, made.clause, made.kind, made.model) == (None, jobs, "employment", "numeric")
    assert made.report_on == [date(2027, 1, 31), date(2027, 7, 31)]
    text = "Leverantören ska ordna 12 heltidsmånader. Vite 5\xa0000 kronor per heltidsmånad som saknas."
    assert made.clause_text == text
    page = client.get(reverse("requirement_text", args=[made.pk]))
    assert text in page.text
    assert "readonly" in page.text


def test_what_the_text_lacks_is_named(sign_in, olivia, painting, jobs):
    client, url = sign_in(olivia), in_documents(painting, f"?klausul={jobs.pk}")
    new(client, url, {"count": "12", "unit": "fte_months"})
    made = Requirement.objects.get()
    page = client.get(reverse("requirement_text", args=[made.pk])).text
    assert "Klausulens text saknar uppgift om vite i kronor och vad vitet räknas på." in page
    assert "{vite_belopp}" in made.clause_text


@pytest.mark.parametrize(
    ("data", "field", "sentence"),
    [
        ({}, "clause", "Välj klausul"),
        ({"clause": "999999"}, "clause", "Välj klausul bland alternativen"),
        ({"clause": "utan"}, "model", "Välj kravmodell"),
        ({"clause": "utan", "model": "hack"}, "model", "Välj kravmodell bland alternativen"),
        ({"clause": "utan", "model": "numeric"}, "kind", "Välj insats"),
        ({"clause": "utan", "model": "activity", "kind": "employment"}, "kind", "gäller studiebesök eller föreläsning"),
    ],
)
def test_a_bad_first_step_gets_a_sentence(sign_in, olivia, painting, jobs, data, field, sentence):
    refused(sign_in(olivia).post(in_documents(painting), data), field, sentence)


@pytest.mark.parametrize(("model", "kind"), [("mentor", "mentorship"), ("summer_job", "summer_job"), ("reserved", "")])
def test_a_model_with_one_kind_of_effort_or_none_asks_for_no_kind(sign_in, olivia, painting, model, kind):
    answer = sign_in(olivia).post(in_documents(painting), {"model": model, "kind": "employment"})
    assert answer.url.endswith(f"modell={model}&insats={kind}")


@pytest.mark.parametrize("query", ["?modell=hack", "?modell=numeric", "?klausul=7&modell=numeric&insats=employment"])
def test_an_address_that_names_no_choice_asks_again(sign_in, olivia, painting, query):
    page = sign_in(olivia).get(in_documents(painting, query))
    assert page.status_code == 200
    assert "model" in page.context["form"].fields


def test_a_clause_of_another_guideline_is_not_offered(sign_in, olivia, painting, haninge, guideline):
    foreign = GuidelineVersion.objects.create(
        organisation=haninge, title="H", decided_by="KF", decided_on=date(2025, 1, 1), valid_from=date(2025, 1, 1)
    )
    clause = Clause.objects.create(guideline=foreign, title="Främmande", model="dialog", kind="internship", text="x")
    client = sign_in(olivia)
    assert "Främmande" not in client.get(in_documents(painting)).text
    refused(client.post(in_documents(painting), {"clause": clause.pk}), "model", "Välj kravmodell")
    Clause.objects.create(guideline=guideline, title="Egen", model="dialog", kind="internship", text="x")
    refused(client.post(in_documents(painting), {"clause": clause.pk}), "clause", "Välj klausul bland alternativen")


def test_fact_59_the_guideline_of_the_publication_offers_its_clauses(sign_in, olivia, painting, jobs, helsingborg):
    later = GuidelineVersion.objects.create(
        organisation=helsingborg,
        title="Riktlinje i höst",
        decided_by="KF",
        decided_on=date(2026, 6, 1),
        valid_from=date(2026, 7, 1),
    )
    Clause.objects.create(guideline=later, title="Ny klausul", model="dialog", kind="internship", text="x")
    client = sign_in(olivia)
    assert "Ny klausul" in client.get(in_documents(painting)).text
    Procurement.objects.update(guideline=jobs.guideline)
    page = client.get(in_documents(painting)).text
    assert "Jobb i driften" in page
    assert "Ny klausul" not in page


def test_a_penalty_without_a_clause_needs_its_words(sign_in, olivia, contract):
    data = PLACES | {"count": "2", "penalty_amount": "5000", "penalty_unit": "week", "clause_text": "Vite utgår."}
    assert new(sign_in(olivia), on(contract, NUMERIC), data).status_code == 302
    assert Requirement.objects.get().clause_text == "Vite utgår."
    page = sign_in(olivia).get(contract.get_absolute_url()).text.replace("\xa0", " ")
    assert "Vite 5 000 kr per påbörjad vecka" in page


def test_a_geographic_restriction_is_shown_with_its_warning(sign_in, olivia, contract):
    client = sign_in(olivia)
    assert "kan strida mot likabehandling" in client.get(on(contract, NUMERIC)).text
    new(client, on(contract, NUMERIC), PLACES | {"count": "1", "geographic_restriction": "Helsingborg"})
    assert "Geografisk begränsning: Helsingborg. Låt en jurist granska" in client.get(contract.get_absolute_url()).text


def test_attempts_count_only_when_the_requirement_says_so(sign_in, olivia, contract):
    client = sign_in(olivia)
    new(client, on(contract, NUMERIC), PLACES | {"count": "2", "counts_attempts": "on"})
    made = Requirement.objects.get()
    assert made.counts_attempts
    assert "Dokumenterade försök räknas som uppfyllelse" in client.get(contract.get_absolute_url()).text
    new(client, reverse("requirement_update", args=[made.pk]) + NUMERIC, PLACES | {"count": "2"})
    made.refresh_from_db()
    assert not made.counts_attempts
    assert "Dokumenterade försök" not in client.get(contract.get_absolute_url()).text
    assert "counts_attempts" not in client.get(on(contract, DIALOG)).context["form"].fields


def test_fact_19_a_number_after_signing_is_warned_of_and_needs_a_motive(sign_in, olivia, contract):
    Contract.objects.update(signed_on=date(2026, 1, 2))
    client, url = sign_in(olivia), on(contract, NUMERIC)
    assert "kan vara en väsentlig ändring av avtalet (LOU 17:10 och 17:14)" in client.get(url).text
    data = PLACES | {"count": "2"}
    page = new(client, url, data)
    refused(page, "confirms_late", "Kryssa i att kravet ändå ska gälla")
    refused(page, "late_motive", "Ange motiv till kravet")
    refused(new(client, url, data | {"confirms_late": "on"}), "late_motive", "Ange motiv till kravet")
    data |= {"confirms_late": "on", "late_motive": "Kravet stod i dokumenten."}
    assert new(client, url, data).status_code == 302
    assert Requirement.objects.get().late_motive == "Kravet stod i dokumenten."
    assert "Ställt sent, med motivet: Kravet stod i dokumenten." in client.get(contract.get_absolute_url()).text


@pytest.mark.parametrize("way", ["clause", "dialogue"])
def test_fact_19_a_clause_or_a_dialogue_opens_the_way_for_a_number(sign_in, olivia, contract, way):
    Contract.objects.update(signed_on=date(2026, 1, 2), has_option_clause=way == "clause")
    if way == "dialogue":
        Requirement.objects.create(contract=contract, kind="employment", model="dialog")
    client, url = sign_in(olivia), on(contract, NUMERIC)
    assert "väsentlig ändring" not in client.get(url).text
    assert new(client, url, PLACES | {"count": "2"}).status_code == 302


def test_a_requirement_put_into_published_documents_needs_a_motive(sign_in, olivia, painting):
    Procurement.objects.update(phase="published")
    client, url = sign_in(olivia), in_documents(painting, DIALOG)
    refused(new(client, url, PLACES), "late_motive", "Ange motiv till kravet")
    data = PLACES | {"confirms_late": "on", "late_motive": "Stod i dokumenten, registreras nu."}
    assert new(client, url, data).status_code == 302


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"kind": "services", "estimated_value": 3_000_000}, "Gör behövlighetsbedömningen innan"),
        (
            {"kind": "services", "estimated_value": 3_000_000, "necessity_assessed_on": date(2025, 2, 1)},
            "Bedömningen är gjord.",
        ),
        ({"kind": "services", "estimated_value": 900_000}, "frivilliga under tröskelvärdet (LOU 19:3)"),
        ({"kind": "special_services", "estimated_value": 9_000_000}, "frivilliga för tjänster i bilaga 2 (LOU 17:2)"),
        ({"kind": "services"}, "Ange uppskattat värde och vad som köps"),
    ],
)
def test_fact_16_labour_law_conditions_are_mandatory_or_voluntary_by_the_regime(
    sign_in, olivia, helsingborg, fields, sentence
):
    made = make_procurement(helsingborg, sent_for_publication_on=date(2025, 3, 3), **fields)
    assert sentence in sign_in(olivia).get(in_documents(made, "?modell=labour_law")).text


def test_the_clause_of_a_requirement_is_changed_and_what_no_longer_fits_is_emptied(sign_in, olivia, contract, jobs):
    made = Requirement.objects.create(
        contract=contract, kind="employment", model="numeric", count=2, clause=jobs, rectification_days=30
    )
    client, url = sign_in(olivia), reverse("requirement_update", args=[made.pk])
    assert client.get(url).context["form"]["rectification_days"].value() == 30
    first = client.get(f"{url}?byt=1")
    assert first.context["form"]["clause"].value() == jobs.pk
    answer = client.post(f"{url}?byt=1", {"clause": "utan", "model": "dialog", "kind": "employment"})
    assert answer.url == f"{url}?klausul=utan&modell=dialog&insats=employment"
    assert new(client, answer.url, PLACES | {"rate": "4"}).status_code == 302
    made.refresh_from_db()
    assert (made.model, made.count, made.clause, made.rectification_days) == ("dialog", None, None, None)
    assert "Högst 4 platser kan bestämmas i dialogen" in client.get(contract.get_absolute_url()).text


def test_a_change_on_top_of_somebody_elses_shows_both(sign_in, olivia, contract):
    made = Requirement.objects.create(
        contract=contract, kind="internship", model="numeric", count=2, report_on=[date(2026, 5, 1)]
    )
    client, url = sign_in(olivia), reverse("requirement_update", args=[made.pk])
    version = client.get(url).context["form"]["version"].value()
    Requirement.objects.update(count=5, report_on=[date(2026, 9, 1)])
    page = client.post(url, PLACES | {"count": "3", "report_on": "2026-05-01", "version": version})
    assert page.status_code == 409
    assert "Nu står det: 5" in page.text
    assert "Nu står det: 2026-09-01" in page.text
    again = PLACES | {"count": "3", "version": page.context["form"]["version"].value()}
    assert client.post(url, again).status_code == 302


def test_a_double_click_sets_one_requirement(sign_in, olivia, painting):
    client, url = sign_in(olivia), in_documents(painting, DIALOG)
    token = client.get(url).context["form"]["token"].value()
    for _ in range(2):
        assert client.post(url, PLACES | {"token": token}).status_code == 302
    assert Requirement.objects.count() == 1


def test_a_requirement_of_the_documents_is_taken_away_after_asking(sign_in, olivia, painting, contract):
    made = Requirement.objects.create(procurement=painting, kind="internship", model="dialog")
    copy = Requirement.objects.create(contract=contract, source=made, kind="internship", model="dialog")
    client, url = sign_in(olivia), reverse("requirement_delete", args=[made.pk])
    assert "Avtal som redan har fått det behåller det" in client.get(url).text
    assert client.post(url).url == painting.get_absolute_url()
    copy.refresh_from_db()
    assert copy.source is None


def names(requirement):
    yield in_documents(requirement.procurement)
    yield from (reverse(name, args=[requirement.pk]) for name in ("requirement_update", "requirement_delete"))


def test_an_officer_of_another_department_or_organisation_finds_nothing(
    sign_in, helsingborg, fia, painting, property_department, school_department
):
    Procurement.objects.update(department=property_department)
    made = Requirement.objects.create(procurement=painting, kind="internship", model="dialog")
    for person in (fia, make_person("Otto", "officer", helsingborg, school_department)):
        client = sign_in(person)
        for url in (*names(made), reverse("requirement_text", args=[made.pk])):
            assert client.get(url).status_code == 404, url
    own = sign_in(make_person("Orvar", "officer", helsingborg, property_department))
    assert all(own.get(url).status_code == 200 for url in names(made))


@pytest.mark.parametrize("person", ["doris", "malte", "adam"])
def test_readers_copy_the_text_and_change_nothing(request, sign_in, person, painting, property_department):
    Procurement.objects.update(department=property_department)
    made = Requirement.objects.create(procurement=painting, kind="internship", model="dialog", clause_text="Dialog.")
    client = sign_in(request.getfixturevalue(person))
    assert "Dialog." in client.get(reverse("requirement_text", args=[made.pk])).text
    assert {client.post(url).status_code for url in names(made)} == {403}


def test_comply_or_explain_on_the_contract_page(sign_in, olivia, contract):
    client = sign_in(olivia)
    assert "Varje avtal ska ha ett socialt krav eller ett motiv" in client.get(contract.get_absolute_url()).text
    decline = reverse("contract_decline", args=[contract.pk])
    assert new(client, decline, {"reason": "", "on": "2026-01-05"}).status_code == 422
    future = new(client, decline, {"reason": "Kort", "on": "2099-01-05"})
    assert "Beslutsdatumet 2099-01-05 har inte varit än" in future.text
    assert new(client, decline, {"reason": "Kort uppdrag", "on": "2026-01-05"}).status_code == 302
    assert "Kort uppdrag" in client.get(contract.get_absolute_url()).text
    url = on(contract, NUMERIC)
    page = new(client, url, PLACES | {"count": "2"})
    assert page.status_code == 422
    assert "Kryssa i att kravet ersätter beslutet" in page.text
    assert "Det har beslutet inget krav, 2026-01-05: Kort uppdrag" in page.text
    assert page.context["form"]["replaces_decision"].label == "Kravet ersätter beslutet om inget krav"
    data = PLACES | {"count": "2", "replaces_decision": "on"}
    assert new(client, url, data).status_code == 302
    text = client.get(contract.get_absolute_url()).text
    assert "2 praktikplatser" in text
    assert "Kort uppdrag" not in text


def test_a_requirement_is_changed_and_taken_away_after_asking(sign_in, olivia, contract):
    made = Requirement.objects.create(contract=contract, kind="internship", model="numeric", count=2)
    client = sign_in(olivia)
    url = reverse("requirement_update", args=[made.pk])
    assert new(client, url, PLACES | {"count": "3"}).status_code == 302
    assert "3 praktikplatser" in client.get(contract.get_absolute_url()).text
    url = reverse("requirement_delete", args=[made.pk])
    assert "Ta bort kravet 3 praktikplatser?" in client.get(url).text
    client.post(url)
    assert not Requirement.objects.exists()
