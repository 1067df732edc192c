"""The pages of deviations and of the ladder, as people use them."""

import uuid
from decimal import Decimal

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from apps.followups.models import Deviation, Sanction
from apps.followups.models.deviation import deviation_name
from apps.followups.tests.deviation_world import (
    DAY,
    EVERY_CLAUSE,
    PENALTY,
    deviation_of,
    errors_of,
    make_painting,
    penalty_data,
    step_data,
    step_url,
    text_of,
)
from apps.suppliers.models import SupplierContact
from procurement_csr.people import make_report_request, make_sanction

TODAY = timezone.localdate()


@pytest.fixture
def contract(helsingborg, property_department):
    return make_painting(helsingborg, property_department, **EVERY_CLAUSE)


@pytest.fixture
def deviation(contract, olivia):
    return deviation_of(contract, owner=olivia, due_on=TODAY + 7 * DAY)


@pytest.fixture
def desk(sign_in, olivia):
    return sign_in(olivia)


def rows_of(answer) -> list[str]:
    return [row.cells[1].text for row in answer.context["list"].table.rows]


def new(contract, **values):
    defaults = {"cause": "other", "what": "Ingen handledare.", "raised_on": TODAY, "token": uuid.uuid4()}
    return defaults | {"requirement": contract.requirements.get().pk} | values


def test_a_deviation_is_noted_from_its_contract_and_stands_on_its_page(desk, contract, olivia):
    panel = text_of(desk.get(contract.get_absolute_url()))
    assert "Inga öppna avvikelser." in panel
    url = reverse("deviation_create", args=[contract.pk])
    page = desk.get(url)
    assert page.context["form"].initial["requirement"] == contract.requirements.get().pk
    answer = desk.post(url, new(contract, owner=olivia.pk, due_on=TODAY + DAY), follow=True)
    made = Deviation.objects.get()
    assert answer.redirect_chain[-1][0] == made.get_absolute_url()
    assert "Ingen handledare." in text_of(answer)
    assert "Avvikelsen antecknad" in text_of(answer)
    assert f"åtgärdad senast {TODAY + DAY}" in text_of(desk.get(contract.get_absolute_url()))


def test_a_double_click_notes_one_deviation(desk, contract):
    values = new(contract)
    for _ in range(2):
        assert desk.post(reverse("deviation_create", args=[contract.pk]), values).status_code == 302
    assert contract.deviations.count() == 1


def test_a_form_with_errors_comes_back_with_everything(desk, contract):
    url = reverse("deviation_create", args=[contract.pk])
    answer = desk.post(url, new(contract, what="", measure="Ring dem", raised_on="i går"))
    assert answer.status_code == 422
    assert "Beskriv vad som avviker" in errors_of(answer)
    assert "Ange upptäckt som år-månad-dag" in errors_of(answer)
    assert "Ring dem" in answer.content.decode()
    answer = desk.post(url, new(contract, what="Elever 811218-9876"))
    assert (answer.status_code, contract.deviations.exists()) == (422, False)


def test_the_list_holds_the_open_ones_and_its_filters_the_others(desk, contract, deviation, olivia, carin):
    late = deviation_of(contract, owner=carin, due_on=TODAY - DAY, cause="report_late")
    closed = deviation_of(contract, state="closed", outcome="Klart", closed_on=TODAY)
    url = reverse("deviation_list")

    def shown(query=""):
        found = desk.get(f"{url}{query}").context["list"].page_obj
        return {row.pk for row in found}

    assert shown() == {deviation.pk, late.pk}
    assert shown("?standing=late") == {late.pk}
    assert shown("?standing=mine") == {deviation.pk}
    assert shown("?standing=closed") == {closed.pk}
    assert shown("?standing=all") == {deviation.pk, late.pk, closed.pk}
    assert shown("?cause=report_late") == {late.pk}
    assert shown(f"?contract={contract.pk}") == {deviation.pk, late.pk}
    assert shown(f"?supplier={contract.suppliers.get().pk}") == {deviation.pk, late.pk}
    assert shown("?q=exempelmåleri") == {deviation.pk, late.pk}
    assert shown("?q=finns+inte") == set()
    export = desk.get(f"{url}?format=csv")
    assert "Praktikanterna har ingen handledare." in b"".join(export.streaming_content).decode("utf-8-sig")


def test_the_list_says_when_the_cause_is_gone(desk, contract):
    request = make_report_request(contract, due_on=TODAY - DAY, state="received", received_at=timezone.now())
    raised = deviation_of(contract, cause="report_late", raised_key=f"report:{request.pk}", request=request)
    assert "Orsaken har upphört" in text_of(desk.get(reverse("deviation_list")))
    assert "Orsaken har upphört" in text_of(desk.get(raised.get_absolute_url()))


def test_the_ladder_shows_what_is_possible_and_why_not(sign_in, olivia, helsingborg):
    bare = deviation_of(make_painting(helsingborg, allows_termination=True))
    page = sign_in(olivia).get(bare.get_absolute_url())
    rungs = {rung.label: rung for rung in page.context["rungs"]}
    assert list(rungs)[:3] == ["Påminnelse", "Tillfälle till rättelse", "Åtgärdsplan"]
    assert (rungs["Påminnelse"].status_text, bool(rungs["Påminnelse"].url)) == ("möjligt", True)
    assert (rungs["Vite"].status_text, rungs["Vite"].url) == ("går inte", "")
    assert "Upphandlingsmyndigheten: sanktioner ska ha stöd i avtalet" in rungs["Vite"].hint
    assert (rungs["Hävning"].status_text, bool(rungs["Hävning"].url)) == ("kräver skäl", True)
    assert rungs["Ingen sanktion"].url


def test_fact_20_through_the_page_vite_without_its_clause_is_refused_with_its_ground(desk, helsingborg):
    bare = deviation_of(make_painting(helsingborg))
    refused = desk.get(step_url(bare, "penalty"))
    assert refused.status_code == 409
    sent = desk.post(step_url(bare, "penalty"), penalty_data(override_motive="Ändå"))
    assert sent.status_code == 422
    for words in (text_of(refused), errors_of(sent)):
        assert "Kravet har ingen klausul om vite, så vite kan inte tas ut" in words
        assert "Upphandlingsmyndigheten: sanktioner ska ha stöd i avtalet" in words
    assert not Sanction.objects.exists()


def test_fact_21_through_the_page_termination_first_is_refused_or_overridden_with_a_motive(desk, deviation):
    url = step_url(deviation, "termination")
    page = desk.get(url)
    assert (page.status_code, "inte fått tillfälle till rättelse" in text_of(page)) == (200, True)
    refused = desk.post(url, step_data())
    assert (refused.status_code, Sanction.objects.exists()) == (422, False)
    assert "eller ge tid för det först" in str(refused.context["form"].errors["override_motive"])
    assert "Upphandlingsmyndigheten: leverantören ska först få tillfälle till rättelse" in text_of(refused)
    assert desk.post(url, step_data(override_motive="Företaget är i konkurs.")).status_code == 302
    assert Sanction.objects.get().override_motive == "Företaget är i konkurs."
    assert "Företaget är i konkurs." in text_of(desk.get(deviation.get_absolute_url()))


def test_a_penalty_is_shown_before_it_is_taken_and_counted_anew(desk, deviation):
    url = step_url(deviation, "penalty")
    page = desk.get(url)
    assert "3\xa0påbörjade veckor × 5\xa0000\xa0kr = 15\xa0000\xa0kr" in page.context["reckoned"]
    again = desk.post(url, penalty_data(from_on=TODAY - 40 * DAY, motive="", recount="1"))
    assert (again.status_code, Sanction.objects.exists()) == (200, False)
    assert "klausulens tak är 20\xa0000\xa0kr" in again.context["reckoned"]
    assert str(TODAY - 40 * DAY) in again.content.decode()
    wrong = desk.post(url, penalty_data(from_on="snart", recount="1"))
    assert (wrong.status_code, "Ange skulle ha varit gjort senast som år-månad-dag" in errors_of(wrong)) == (422, True)


def test_the_whole_way_from_rectification_to_a_decided_penalty(desk, deviation, olivia):
    rectify = step_data(reply_by="", rectify_by=TODAY)
    assert desk.post(step_url(deviation, "rectification"), rectify).status_code == 302
    Sanction.objects.update(rectify_by=TODAY - DAY)
    penalty = penalty_data()
    for _ in range(2):
        assert desk.post(step_url(deviation, "penalty"), penalty).status_code == 302
    taken = Sanction.objects.get(step="penalty")
    assert (taken.state, taken.amount, taken.penalty_units) == ("proposed", Decimal(10000), 2)
    assert desk.get(reverse("sanction_decide", args=[taken.pk])).status_code == 409
    reply = {"reply": "Vi hade sjukdom.", "replied_on": TODAY}
    assert desk.post(reverse("sanction_reply", args=[taken.pk]), reply).status_code == 302
    decide = reverse("sanction_decide", args=[taken.pk])
    page = desk.get(decide)
    assert "Vi hade sjukdom." in text_of(page)
    values = {"motive": "Sjukdom är ingen ursäkt.", "version": page.context["form"].initial["version"]}
    assert desk.post(decide, values).status_code == 302
    words = text_of(desk.get(deviation.get_absolute_url()))
    for each in (
        "Beslut om vite, 10 000 kr",
        "Leverantören svarade",
        "Beslut om tillfälle till rättelse",
        "Sjukdom är ingen ursäkt.",
        "2 påbörjade veckor × 5 000 kr = 10 000 kr",
        olivia.name,
    ):
        assert each in words.replace("\xa0", " ")


def test_while_a_step_waits_the_ladder_says_so_and_offers_no_other(desk, deviation):
    make_sanction(deviation)
    page = desk.get(deviation.get_absolute_url())
    assert page.context["note"].startswith("Skriftlig varning väntar på beslut.")
    assert not any(rung.url for rung in page.context["rungs"])


def test_no_sanction_is_kept_as_a_decision(desk, deviation):
    page = desk.get(step_url(deviation, "none"))
    assert set(page.context["form"].fields) == {"motive", "token"}
    desk.post(step_url(deviation, "none"), step_data(motive="hindret var vårt eget"))
    assert "Ingen sanktion därför att: hindret var vårt eget" in text_of(desk.get(deviation.get_absolute_url()))


def test_a_letter_is_mailed_with_its_pdf_only_to_whom_is_chosen(desk, deviation, helsingborg, olivia):
    contact = SupplierContact.objects.get()
    desk.post(step_url(deviation, "reminder"), step_data(reply_by=""))
    assert mail.outbox == []
    values = step_data(reply_by="", contact=contact.pk)
    for _ in range(2):
        desk.post(step_url(deviation, "reminder"), values)
    (letter,) = mail.outbox
    assert (letter.to, letter.reply_to) == (["petra@exempel.se"], [olivia.email])
    assert letter.subject == "Påminnelse om åtagande enligt avtal (Helsingborg)"
    assert "Praktikanterna har ingen handledare." in letter.body
    name, content, kind = letter.attachments[0]
    assert (name.endswith(".pdf"), content[:5], kind) == (True, b"%PDF-", "application/pdf")
    assert "Brevet skickades till Petra" in text_of(desk.get(deviation.get_absolute_url()))


def test_nobody_of_another_supplier_can_be_mailed(desk, deviation, haninge):
    other = make_painting(haninge)
    contact = SupplierContact.objects.get(organisation=haninge)
    assert contact.supplier in other.suppliers.all()
    answer = desk.post(step_url(deviation, "reminder"), step_data(reply_by="", contact=contact.pk))
    assert (answer.status_code, mail.outbox) == (422, [])


def test_a_step_is_taken_back_with_its_reason(desk, deviation):
    warning = make_sanction(deviation)
    url = reverse("sanction_withdraw", args=[warning.pk])
    assert desk.post(url, {"reason": ""}).status_code == 422
    assert desk.post(url, {"reason": "Fel leverantör"}).status_code == 302
    assert "Steget skriftlig varning är återtaget" in text_of(desk.get(deviation.get_absolute_url()))
    for name in ("sanction_withdraw", "sanction_reply", "sanction_decide"):
        assert desk.get(reverse(name, args=[warning.pk])).status_code == 409


def test_an_exemption_and_a_closing_are_told_in_the_history_and_undone(desk, deviation):
    exempt, close = (reverse(name, args=[deviation.pk]) for name in ("deviation_exempt", "deviation_close"))
    assert desk.post(exempt, {"exemption_reason": ""}).status_code == 422
    desk.post(exempt, {"exemption_reason": "Ingen kandidat fanns."})
    assert desk.post(close, {"state": "rectified", "outcome": "Klart"}).status_code == 422
    desk.post(reverse("deviation_reopen", args=[deviation.pk]))
    desk.post(close, {"state": "rectified", "outcome": "Två har börjat."})
    words = text_of(desk.get(deviation.get_absolute_url()))
    for each in ("Undantag: Ingen kandidat fanns.", "Öppnad igen", "Rättad: Två har börjat."):
        assert each in words


def test_a_change_is_kept_and_two_who_change_are_told(desk, deviation, carin):
    url = reverse("deviation_update", args=[deviation.pk])
    form = desk.get(url).context["form"]
    values = form.initial | {"measure": "Ring företaget", "due_on": TODAY + DAY, "owner": carin.pk}
    assert desk.post(url, values).status_code == 302
    stale = desk.post(url, values | {"measure": "Annat"})
    assert (stale.status_code, "Någon annan har sparat" in errors_of(stale)) == (409, True)
    words = text_of(desk.get(deviation.get_absolute_url()))
    assert "Åtgärd: – → Ring företaget" in words
    assert "ansvarig: Olivia → Carin" in words


def test_a_contract_that_is_blocked_says_so_on_its_page(desk, deviation):
    make_sanction(deviation, step="block", state="decided", decided_on=TODAY, reply_by=None)
    panel = text_of(desk.get(deviation.contract.get_absolute_url()))
    assert f"Spärrat för avrop från Exempelmåleri AB sedan {TODAY}." in panel


def test_a_department_reads_its_own_deviations_and_changes_none(sign_in, doris, deviation, school_department):
    other = deviation_of(make_painting(deviation.organisation, school_department))
    reader = sign_in(doris)
    page = reader.get(deviation.get_absolute_url())
    assert (page.status_code, page.context["may_change"]) == (200, False)
    assert not any(rung.url for rung in page.context["rungs"])
    assert reader.get(other.get_absolute_url()).status_code == 404
    assert reader.post(step_url(deviation, "reminder"), step_data(reply_by="")).status_code == 403
    assert len(rows_of(reader.get(reverse("deviation_list")))) == 1


def test_another_organisation_finds_nothing(sign_in, fia, deviation):
    warning, stranger = make_sanction(deviation, letter="Hej"), sign_in(fia)
    urls = [deviation.get_absolute_url(), step_url(deviation, "reminder")]
    urls += [reverse(name, args=[deviation.pk]) for name in ("deviation_update", "deviation_close", "deviation_exempt")]
    urls += [reverse(name, args=[warning.pk]) for name in ("sanction_reply", "sanction_decide", "sanction_withdraw")]
    urls += [reverse("sanction_letter", args=[warning.pk, "pdf"])]
    assert {stranger.get(url).status_code for url in urls} == {404}
    assert "Inga öppna avvikelser" in text_of(stranger.get(reverse("deviation_list")))


@pytest.mark.parametrize("word", ["finns-inte", "VITE", "vite2", "penalty"])
def test_a_step_that_does_not_exist_has_no_page(desk, deviation, word):
    address = step_url(deviation, "penalty").replace("vite", word)
    assert (word in address, desk.get(address).status_code) == (True, 404)


@pytest.mark.parametrize(
    ("step", "word"),
    [
        ("reminder", "paminnelse"),
        ("rectification", "tillfalle-till-rattelse"),
        ("penalty", "vite"),
        ("block", "sparr-fran-avrop"),
        ("none", "ingen-sanktion"),
    ],
)
def test_the_steps_have_swedish_addresses(desk, deviation, step, word):
    assert step_url(deviation, step) == f"/avvikelser/{deviation.pk}/steg/{word}/"
    assert desk.get(step_url(deviation, step)).status_code in (200, 409)


def test_a_penalty_by_place_asks_for_what_is_missing(desk, helsingborg):
    clause = PENALTY | {"penalty_unit": "place"}
    deviation = deviation_of(make_painting(helsingborg, **clause))
    form = desk.get(step_url(deviation, "penalty")).context["form"]
    assert ("from_on" in form.fields, form["missing"].value()) == (False, 2)


@pytest.mark.parametrize(
    ("what", "name"),
    [
        ("Platserna har inte erbjudits.", "Platserna har inte erbjudits."),
        (
            "Praktikplatserna som skulle ha erbjudits i våras har inte erbjudits.",
            "Praktikplatserna som skulle ha erbjudits i våras har inte…",
        ),
        ("å" * 70, "å" * 60 + "…"),
    ],
)
def test_a_deviation_of_no_certain_cause_is_named_by_its_first_whole_words(what, name):
    assert deviation_name("other", what) == name
