"""The clause library of a guideline version, through its pages."""

from datetime import date
from html import unescape
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from docx import Document

from apps.procurements import guidelines
from apps.procurements.models import Clause, Requirement
from procurement_csr.people import make_procurement

pytestmark = pytest.mark.django_db
CLAUSE = {"title": "Dialog om lärlingar", "model": "dialog", "kind": "apprenticeship", "is_draft": "on"}
CLAUSE |= {"text": "Leverantören ska samverka med {organisation}.", "source": "Eget förslag"}


def text_of(response):
    return unescape(response.content.decode()).replace("\N{NO-BREAK SPACE}", " ")


def errors_of(response):
    return " ".join(each for errors in response.context["form"].errors.values() for each in errors)


@pytest.fixture
def draft(helsingborg, carin):
    return guidelines.create_guideline(by=carin, organisation=helsingborg, title="Riktlinje 2018")


@pytest.fixture
def clause(draft):
    return draft.clauses.get(title="Praktik, bestämt antal")


@pytest.fixture
def decided(draft, carin):
    decision = {"decided_by": "KF", "decided_on": date(2018, 8, 27), "reference": "§ 8", "valid_from": date(2018, 9, 1)}
    return guidelines.decide_guideline(by=carin, guideline=draft, today=date(2018, 9, 1), **decision)


def posted(client, url, data):
    """Post a form with the token or version it was given."""
    form = client.get(url).context["form"]
    hidden = {name: form[name].value() for name in ("token", "version") if name in form.fields}
    return client.post(url, hidden | data)


def test_the_library_stands_on_the_guideline_by_model(sign_in, olivia, draft):
    page = text_of(sign_in(olivia).get(draft.get_absolute_url()))
    places = [page.index(f"<h3>{label}</h3>") for label in ("Dialog", "Antal", "Antal och dialog", "Bonus")]
    assert places == sorted(places)
    assert "Praktik, bestämt antal" in page


def test_a_version_without_clauses_says_what_will_stand_there(sign_in, olivia, draft):
    draft.clauses.all().delete()
    assert "Inga klausuler." in text_of(sign_in(olivia).get(draft.get_absolute_url()))


def test_a_clause_shows_its_text_variables_sanctions_and_draft_mark(sign_in, olivia, clause):
    page = text_of(sign_in(olivia).get(clause.get_absolute_url()))
    for shown in (
        "{vite_belopp}",
        "vite i kronor",
        "utkast – låt en jurist granska",
        "ger rätt till vite",
        "Stegets eget",
    ):
        assert shown in page
    assert "ger rätt till spärr" not in page


def test_carin_adds_changes_and_takes_away_a_clause(sign_in, carin, draft):
    client = sign_in(carin)
    answer = posted(client, reverse("clause_create", args=[draft.pk]), CLAUSE)
    made = Clause.objects.get(title="Dialog om lärlingar")
    assert (answer.status_code, answer.url, made.guideline) == (302, made.get_absolute_url(), draft)
    update = posted(client, reverse("clause_update", args=[made.pk]), CLAUSE | {"is_draft": "", "kind": ""})
    assert update.status_code == 302
    made.refresh_from_db()
    assert (made.is_draft, made.kind) == (False, "")
    delete = reverse("clause_delete", args=[made.pk])
    assert "Ta bort klausulen Dialog om lärlingar?" in text_of(client.get(delete))
    assert client.post(delete).url == draft.get_absolute_url()
    assert not Clause.objects.filter(pk=made.pk).exists()
    assert client.post(delete).status_code == 404


def test_a_double_click_makes_one_clause(sign_in, carin, draft):
    client, url = sign_in(carin), reverse("clause_create", args=[draft.pk])
    data = CLAUSE | {"token": client.get(url).context["form"]["token"].value()}
    assert [client.post(url, data).status_code for _ in range(2)] == [302, 302]
    assert Clause.objects.filter(title="Dialog om lärlingar").count() == 1


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"title": ""}, "Ange benämning"),
        ({"title": "Yrkesmentorer"}, "Riktlinjen har redan en klausul med den benämningen."),
        ({"text": ""}, "Ange text"),
        ({"text": "Minst {antalet} platser."}, "Variabeln {antalet} finns inte. Använd någon av {antal}"),
        ({"text": "Minst {antal platser."}, "saknar sin motpart"),
        ({"text": "Ring Anna, 19850709-9805."}, "ser ut som ett personnummer"),
        ({"text": "Vite {vite_belopp} kronor."}, "Kryssa i ”ger rätt till vite”"),
        ({"text": "Inom {rattelse_dagar} dagar."}, "Kryssa i ”ger tid för rättelse”"),
        ({"model": "magi"}, "bland alternativen"),
        ({"source": "x" * 201}, "Källa får ha högst 200 tecken"),
    ],
)
def test_bad_input_makes_no_clause(sign_in, carin, draft, changes, sentence):
    before = draft.clauses.count()
    answer = posted(sign_in(carin), reverse("clause_create", args=[draft.pk]), CLAUSE | changes)
    assert answer.status_code == 422
    assert sentence in errors_of(answer)
    assert draft.clauses.count() == before


def test_the_action_itself_refuses_an_unknown_variable(carin, clause):
    with pytest.raises(ValidationError, match="finns inte"):
        guidelines.update_clause(by=carin, clause=clause, text="{vilt}")


def test_a_text_is_checked_without_being_saved(sign_in, carin, draft):
    client, url = sign_in(carin), reverse("clause_create", args=[draft.pk])
    checked = posted(client, url, CLAUSE | {"check": "1", "text": "Minst {antal} {enhet}."})
    page = text_of(checked)
    assert checked.status_code == 200
    assert "Inget är sparat än. Variabler i texten: {antal} och {enhet}. Alla finns." in page
    assert "Minst {antal} {enhet}." in page
    wrong = posted(client, url, CLAUSE | {"check": "1", "text": "Minst {många}."})
    assert (wrong.status_code, "Variabeln {många} finns inte" in errors_of(wrong)) == (422, True)
    assert not Clause.objects.filter(title=CLAUSE["title"]).exists()


def test_the_later_of_two_is_told_what_the_first_saved(sign_in, carin, clause):
    client, url = sign_in(carin), reverse("clause_update", args=[clause.pk])
    version = client.get(url).context["form"]["version"].value()
    data = CLAUSE | {"version": version}
    assert client.post(url, data | {"source": "Först"}).status_code == 302
    second = client.post(url, data | {"source": "Sedan"})
    assert second.status_code == 409
    assert "Nu står det: Först" in errors_of(second)
    clause.refresh_from_db()
    assert clause.source == "Först"


def test_a_clause_that_a_requirement_rests_on_is_not_taken_away(sign_in, carin, helsingborg, clause):
    procurement = make_procurement(helsingborg)
    Requirement.objects.create(procurement=procurement, model="numeric", kind="internship", count=2, clause=clause)
    answer = sign_in(carin).post(reverse("clause_delete", args=[clause.pk]))
    assert answer.status_code == 422
    assert "används av 1 krav och kan inte tas bort" in errors_of(answer)
    assert Clause.objects.filter(pk=clause.pk).exists()


def test_a_locked_clause_is_read_and_not_changed(sign_in, carin, decided):
    clause, client = decided.clauses.first(), sign_in(carin)
    assert reverse("clause_update", args=[clause.pk]) not in text_of(client.get(clause.get_absolute_url()))
    for name in ("clause_update", "clause_delete"):
        answer = client.get(reverse(name, args=[clause.pk]), follow=True)
        assert answer.redirect_chain[-1][0] == decided.get_absolute_url()
        assert "Skapa en ny version" in text_of(answer)
    refused = client.post(reverse("clause_delete", args=[clause.pk]))
    assert (refused.status_code, "Skapa en ny version" in errors_of(refused)) == (422, True)
    added = client.post(
        reverse("clause_create", args=[decided.pk]), CLAUSE | {"token": "6f1f0a9e-0000-4000-8000-0000000000ff"}
    )
    assert (added.status_code, "Skapa en ny version" in errors_of(added)) == (422, True)


def test_the_word_document_has_the_text_with_its_variables_and_the_draft_mark(sign_in, olivia, clause):
    answer = sign_in(olivia).get(reverse("clause_document", args=[clause.pk]))
    assert ".docx" in answer["Content-Disposition"]
    written = "\n".join(paragraph.text for paragraph in Document(BytesIO(answer.content)).paragraphs)
    for text in ("Praktik, bestämt antal", "Utkast – låt en jurist granska", "{vite_belopp}", "Riktlinje 2018"):
        assert text in written


def test_another_organisations_clause_looks_absent(sign_in, fia, clause):
    client = sign_in(fia)
    assert client.get(clause.get_absolute_url()).status_code == 404
    assert client.get(reverse("clause_document", args=[clause.pk])).status_code == 404


@pytest.mark.parametrize("reader", ["olivia", "doris", "adam"])
def test_readers_do_not_change_clauses(sign_in, request, clause, reader):
    client = sign_in(request.getfixturevalue(reader))
    assert client.get(clause.get_absolute_url()).status_code == 200
    assert client.post(reverse("clause_update", args=[clause.pk]), CLAUSE).status_code == 403
