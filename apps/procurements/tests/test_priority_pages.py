"""The pages of score, what-if, candidates, and decision, as the people who use them."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from apps.procurements.models import PriorityAnswers, Procurement, ProcurementParty, RequirementDecision, Threshold
from apps.procurements.tests.test_priorities import PAINTING, decided_guideline
from procurement_csr.people import make_person, make_procurement

THIS_YEAR = timezone.localdate().year


@pytest.fixture
def ready(helsingborg, malte):
    """Helsingborg with a guideline, a matcher and thresholds that cover today."""
    Threshold.objects.create(
        valid_from=date(THIS_YEAR, 1, 1), goods_services=2_300_000, direct_purchase=700_000, source="SFS"
    )
    return decided_guideline(helsingborg)


@pytest.fixture
def painting(helsingborg, property_department, ready):
    procurement = make_procurement(
        helsingborg,
        "Måleritjänster",
        department=property_department,
        estimated_value=4_000_000,
        kind="services",
        planned_publication_on=date(2027, 3, 1),
        note="Internt om anbudsgivare",
    )
    PriorityAnswers.objects.create(procurement=procurement, **PAINTING)
    return procurement


def url(name, procurement):
    return reverse(name, args=[procurement.pk])


def text_of(page):
    return page.text.replace("\xa0", " ")


def new(client, address, data, **changed):
    """Fill in a form as a browser does: with the token or version it was given."""
    form = client.get(address).context["form"]
    hidden = {name: form[name].value() for name in ("token", "version") if name in form.fields}
    return client.post(address, hidden | data | changed)


# --- Score ------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("who", ["olivia", "carin", "doris", "malte", "adam"])
def test_the_first_sentence_answers_the_question_to_all_who_see_the_procurement(request, sign_in, painting, who):
    page = sign_in(request.getfixturevalue(who)).get(url("priority_update", painting))
    assert "Rekommendation: krav på antal, 80,0 poäng av 100." in text_of(page)
    assert "Arbetet är 80 % av kostnaden, minst 75 %: 3 poäng av 3." in text_of(page)
    assert "Förslag: 2 heltidsmånader." in text_of(page)
    assert ("Spara svaren" in page.text) is (who in ("olivia", "carin"))
    assert ("Svara om kandidater" in page.text) is (who == "malte")


def test_an_officer_answers_and_the_score_follows(sign_in, olivia, painting):
    client = sign_in(olivia)
    data = {"labour_share": "60", "months": "24", "persons": "3", "entry_level": "2", "labour_need": "2"}
    answer = new(client, url("priority_update", painting), data | {"candidates": "2"})
    assert answer.url == url("priority_update", painting)
    assert "Rekommendation: krav på antal, 71,7 poäng av 100." in text_of(client.get(answer.url))
    assert PriorityAnswers.objects.get().answered_by == olivia


def test_an_unanswered_question_says_what_is_still_possible(sign_in, olivia, painting):
    PriorityAnswers.objects.update(candidates=None, persons=None)
    page = text_of(sign_in(olivia).get(url("priority_update", painting)))
    assert "Ingen rekommendation än: 2 uppgifter saknas." in page
    assert "Det som saknas är antal personer som utför arbetet och kandidater." in page
    assert "Poängen hamnar mellan 65,0 och 80,0" in page


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("labour_share", "101", "får vara högst 100"),
        ("labour_share", "-1", "ska vara minst 0"),
        ("months", "många", "Ange avtalets längd i månader med siffror"),
        ("persons", "1e9", "Ange personer som utför arbetet med siffror"),
        ("persons", "99999999999", "får vara högst 10000"),
        ("entry_level", "7", "Välj krav på utbildning bland alternativen"),
        ("note", "Anna 850709-9805", "personnummer"),
        ("version", "", "Sidan hade blivit gammal"),
    ],
)
def test_bad_answers_get_a_sentence_and_lose_nothing(sign_in, olivia, painting, field, value, sentence):
    good = {"labour_share": "10", "months": "13", "note": "Behåll mig"}
    page = new(sign_in(olivia), url("priority_update", painting), good, **{field: value})
    assert page.status_code == 422
    errors = page.context["form"].errors
    assert any(sentence in error for error in errors.get(field, [])), errors
    assert field in ("months", "version") or 'value="13"' in page.text
    assert PriorityAnswers.objects.get().months == 48


def test_two_who_answer_at_once_see_both_versions(sign_in, olivia, carin, painting):
    client, address = sign_in(olivia), url("priority_update", painting)
    form = client.get(address).context["form"]
    PriorityAnswers.objects.update(months=12, answered_by=carin)
    page = client.post(address, {"version": form["version"].value(), "months": "36", "labour_share": "80"})
    assert page.status_code == 409
    assert page.context["form"].errors["months"] == ["Nu står det: 12"]
    saved = client.post(address, page.context["form"].data)
    assert saved.status_code == 302
    assert PriorityAnswers.objects.get().months == 36


@pytest.mark.parametrize("who", ["doris", "malte", "adam"])
def test_who_may_only_read_the_score_saves_nothing(request, sign_in, painting, who):
    client = sign_in(request.getfixturevalue(who))
    assert client.post(url("priority_update", painting), {"months": "1"}).status_code == 403
    assert PriorityAnswers.objects.get().months == 48


def test_a_party_of_a_joint_procurement_reads_but_does_not_answer_or_decide(sign_in, fia, haninge, painting):
    client, address = sign_in(fia), url("priority_update", painting)
    assert client.get(address).status_code == 404
    ProcurementParty.objects.create(procurement=painting, organisation=haninge)
    page = client.get(address)
    assert page.status_code == 200
    assert "Besluta om krav" not in page.text
    assert client.post(address, {"months": "1"}).status_code == 403
    assert client.get(url("decision_create", painting)).status_code == 404


# --- What if ----------------------------------------------------------------------------------------------------------
def test_trying_shows_both_columns_and_saves_nothing(sign_in, olivia, painting):
    client, address = sign_in(olivia), url("priority_try", painting)
    assert "Inget du prövar här sparas." in client.get(address).text
    tried = {"value": "12 000 000 kr", "labour_share": "10", "months": "48", "persons": "4"}
    levels = {"entry_level": "1", "labour_need": "2", "candidates": "3"}
    page = client.get(address, tried | levels)
    assert "Rekommendation: dialogkrav, 61,7 poäng av 100. Så blir det med de prövade svaren." in text_of(page)
    assert "Sparat: Rekommendation: krav på antal, 80,0 poäng av 100." in text_of(page)
    texts = [[cell.text.replace("\xa0", " ") for cell in row.cells] for row in page.context["table"].rows]
    assert texts[1] == ["Arbetets andel av kostnaden", "80 %", "25,0 av 25,0", "10 %", "0,0 av 25,0"]
    painting.refresh_from_db()
    assert (painting.estimated_value, PriorityAnswers.objects.get().labour_share) == (4_000_000, 80)


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"labour_share": "900"}, "får vara högst 100"),
        ({"value": "-1"}, "ska vara minst 0"),
        ({"value": "hej"}, "med siffror"),
        ({"value": "9" * 40}, "siffror"),
        ({"months": "\x00"}, "avtalets längd"),
        ({"candidates": "4"}, "Välj kandidater bland alternativen"),
    ],
)
def test_what_cannot_be_tried_says_why(sign_in, olivia, painting, query, sentence):
    page = sign_in(olivia).get(url("priority_try", painting), query)
    assert page.status_code == 422
    assert sentence in str(page.context["form"].errors)
    assert page.context["table"] is None


# --- The matcher's question -------------------------------------------------------------------------------------------
def test_the_matcher_sees_title_department_dates_and_the_question_only(sign_in, malte, painting):
    page = text_of(sign_in(malte).get(url("candidates_update", painting)))
    for shown in ("Måleritjänster", "Fastighetsförvaltningen", "2027-03-01", "Hur många kandidater"):
        assert shown in page
    for hidden in ("4 000 000", "Internt om anbudsgivare", "80 %", "80,0"):
        assert hidden not in page


def test_the_matchers_answer_counts_in_the_score(sign_in, malte, painting):
    client = sign_in(malte)
    assert new(client, url("candidates_update", painting), {"candidates": "0"}).url == reverse("priority_list")
    assert PriorityAnswers.objects.get().candidates == 0
    assert "bara mjuka insatser" in client.get(url("priority_update", painting)).text
    new(client, url("candidates_update", painting), {"candidates": "okand"})
    assert PriorityAnswers.objects.get().candidates is None


def test_a_matcher_who_answers_nothing_is_asked_again(sign_in, malte, painting):
    page = new(sign_in(malte), url("candidates_update", painting), {})
    assert page.status_code == 422
    assert "Välj hur många kandidater det finns" in page.text


def test_two_matchers_at_once_see_both_answers(sign_in, malte, painting):
    client, address = sign_in(malte), url("candidates_update", painting)
    version = client.get(address).context["form"]["version"].value()
    PriorityAnswers.objects.update(candidates=1)
    page = client.post(address, {"version": version, "candidates": "2"})
    assert page.status_code == 409
    assert page.context["form"].errors["candidates"] == ["Nu står det: Få"]


@pytest.mark.parametrize(("who", "status"), [("olivia", 403), ("doris", 403), ("mio", 404)])
def test_others_do_not_answer_for_the_matcher(request, sign_in, painting, who, status):
    client = sign_in(request.getfixturevalue(who))
    assert client.post(url("candidates_update", painting), {"candidates": "0"}).status_code == status
    assert PriorityAnswers.objects.get().candidates == 3


# --- Decision ---------------------------------------------------------------------------------------------------------
DECISION = {"decided": "numeric", "motive": "", "decided_on": "2026-01-15"}


def test_an_officer_decides_and_the_procurement_shows_it(sign_in, olivia, painting, ready):
    client = sign_in(olivia)
    answer = new(client, url("decision_create", painting), DECISION)
    assert answer.url == painting.get_absolute_url()
    page = text_of(client.get(answer.url))
    for shown in ("Sparat. Beslutat: krav på antal.", "krav på antal, 2026-01-15", "Olivia", str(ready), "80,0"):
        assert shown in page


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        ({"decided": ""}, "decided", "Välj vad som beslutas"),
        ({"decided": "hack"}, "decided", "Välj beslut bland alternativen"),
        ({"decided": "none"}, "motive", "inget krav är ett beslut som alltid ska motiveras"),
        ({"decided": "dialog"}, "motive", "avviker från rekommendationen krav på antal"),
        ({"motive": "Anna 850709-9805"}, "motive", "personnummer"),
        ({"motive": "x" * 2001}, "motive", "högst 2000 tecken"),
        ({"decided_on": "2099-01-01"}, "decided_on", "Beslutsdagen 2099-01-01 ligger i framtiden"),
        ({"decided_on": "i går"}, "decided_on", "Ange beslutsdatum som år-månad-dag"),
        ({"token": ""}, "token", "Sidan hade blivit gammal"),
    ],
)
def test_fact_27_a_bad_decision_is_refused_beside_its_field(sign_in, olivia, painting, changed, field, sentence):
    page = new(sign_in(olivia), url("decision_create", painting), DECISION, **changed)
    assert page.status_code == 422
    assert any(sentence in error for error in page.context["form"].errors.get(field, [])), page.context["form"].errors
    assert not RequirementDecision.objects.exists()


def test_the_second_of_two_who_decide_at_once_reads_the_first_and_may_replace_it(sign_in, olivia, carin, painting):
    client, address = sign_in(olivia), url("decision_create", painting)
    form = client.get(address).context["form"]
    mine = DECISION | {name: form[name].value() for name in ("token", "version")}
    RequirementDecision.objects.create(
        procurement=painting,
        recommended="numeric",
        decided="dialog",
        motive="Marknaden är ovan.",
        decided_by=carin,
        decided_on=date(2026, 1, 14),
    )
    page = client.post(address, mine)
    assert page.status_code == 409
    assert page.context["form"].errors["decided"] == ["Nu står det: Dialogkrav"]
    assert "Carin" in page.text
    assert client.post(address, page.context["form"].data).status_code == 302
    assert [each.decided for each in RequirementDecision.objects.all()] == ["numeric", "dialog"]


def test_a_double_click_decides_once(sign_in, olivia, painting):
    client, address = sign_in(olivia), url("decision_create", painting)
    form = client.get(address).context["form"]
    data = DECISION | {name: form[name].value() for name in ("token", "version")}
    assert {client.post(address, data).status_code for _ in range(2)} == {302}
    assert RequirementDecision.objects.count() == 1


def test_after_signing_the_page_says_that_the_contract_stays(sign_in, olivia, painting):
    Procurement.objects.update(phase="contracted")
    client = sign_in(olivia)
    assert "Avtalet är redan tecknat" in client.get(url("decision_create", painting)).text
    assert new(client, url("decision_create", painting), DECISION).status_code == 302


def test_earlier_decisions_stay_readable(sign_in, olivia, painting):
    client = sign_in(olivia)
    new(client, url("decision_create", painting), DECISION, decided="none", motive="Kort uppdrag.")
    new(client, url("decision_create", painting), DECISION)
    page = client.get(url("priority_update", painting)).text
    assert "Tidigare beslut" in page
    assert "Kort uppdrag." in page


def test_an_officer_of_one_department_decides_only_there(
    sign_in, helsingborg, property_department, school_department, painting
):
    own = make_person("Oskar", "officer", helsingborg, property_department)
    other = make_person("Siv", "officer", helsingborg, school_department)
    assert new(sign_in(own), url("decision_create", painting), DECISION).status_code == 302
    assert sign_in(other).get(url("decision_create", painting)).status_code == 404
    assert sign_in(other).post(url("decision_create", painting), DECISION).status_code == 404
