"""Result letters: choosing, reading, sending once, sending again, and what they say whenever they are read."""

import re
import uuid
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from io import BytesIO
from threading import Barrier

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, InternalError, connection, transaction
from django.urls import reverse
from django.utils import timezone
from docx import Document
from pypdf import PdfReader

from apps.core.typeset import DocumentError
from apps.procurements.models import Requirement
from apps.suppliers.models import SupplierContact
from apps.targets import letter_mail
from apps.targets.beside import beside
from apps.targets.choices import Period
from apps.targets.letter_actions import MOST, send_letters
from apps.targets.letter_files import docx, pdf
from apps.targets.letter_queries import told
from apps.targets.letter_recipients import addresses_of, recipients
from apps.targets.letters import SUPPLIERS, contents
from apps.targets.models import LetterMail, ResultLetter, Snapshot
from apps.targets.queries import by_department_and_kind, dashboard
from apps.targets.snapshot_actions import freeze
from apps.targets.tests.conftest import make_result, make_target
from apps.targets.tests.test_dashboard import csv_of, text_of
from procurement_csr import people

LIST, CHOOSE, CREATE = (reverse(f"letter_{name}") for name in ("list", "choose", "create"))
NEW_YEAR = date(2017, 1, 20)


@pytest.fixture
def painters(helsingborg, result):
    """The supplier of the year's 31 placements, with two people to write to."""
    supplier = result.suppliers.get()
    for name in ("Eva", "Östen"):
        SupplierContact.objects.create(
            supplier=supplier, organisation=helsingborg, name=name, email=f"{name[0].lower()}@maleriet.exempel"
        )
    return supplier


@pytest.fixture
def snapshot(helsingborg, carin, painters, target) -> Snapshot:
    return freeze(by=carin, organisation=helsingborg, year=2016, period="year", today=NEW_YEAR)


def to_supplier(snapshot):
    return next(each for each in recipients(snapshot) if each.whose == SUPPLIERS)


@pytest.fixture
def letter(snapshot, carin) -> ResultLetter:
    """The painters' letter, mailed to Eva."""
    recipient = to_supplier(snapshot)
    own = {"words": "Tack & <hej>!", "now": timezone.now(), "token": uuid.uuid4()}
    (made,) = send_letters(by=carin, snapshot=snapshot, chosen=[(recipient, recipient.addresses[0])], **own)
    return ResultLetter.objects.with_recipient().get(pk=made.pk)


def page_of_letters(client, snapshot, *chosen):
    return client.get(CREATE, {"ar": snapshot.year, "rows": [each.pk for each in chosen]})


def posted(response, **changes) -> dict:
    """What the browser would send of a page of letters."""
    html = response.content.decode()
    rows = re.findall(r'name="rows" value="([^"]+)"', html)
    chosen = {key: re.search(rf'name="{key}".*?<option value="(\d*)" selected', html, re.DOTALL)[1] for key in rows}
    return {"token": re.search(r'name="token" value="([^"]+)"', html)[1], "rows": rows, "words": "", **chosen} | changes


def texts_of(letter) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf(letter))).pages).replace("\xa0", " ")


def test_carin_chooses_reads_and_sends_and_each_gets_its_own_letter_once(sign_in, carin, snapshot, mailoutbox):
    reader = sign_in(carin)
    assert "Måleriet AB" in text_of(reader.get(CHOOSE))
    page = page_of_letters(reader, snapshot, *recipients(snapshot))
    assert "Till Fastighetsförvaltningen" in text_of(page)
    assert "varav yrkesmentor" in text_of(page)
    first = reader.post(f"{CREATE}?ar=2016", posted(page, words="Vi ses i vår."), follow=True)
    assert "2 brev är skrivna och 1 mejlas. Hämta 1 som PDF eller Word" in text_of(first)
    assert ResultLetter.objects.count() == 2
    (mail,) = mailoutbox
    assert (mail.to, mail.reply_to) == (["e@maleriet.exempel"], [carin.email])
    assert mail.subject == "Resultatet 2016: Helsingborg"
    assert "Insatser som började: 31 (förra året –)" in mail.body.replace("\xa0", " ")
    assert "Vi ses i vår." in mail.body
    assert [name for name, *_ in mail.attachments] == ["Resultat 2016, Måleriet AB.pdf"]
    assert [letter.words for letter in ResultLetter.objects.all()] == ["Vi ses i vår."] * 2


def test_the_same_press_twice_sends_once(sign_in, carin, snapshot, mailoutbox):
    reader = sign_in(carin)
    sent = posted(page_of_letters(reader, snapshot, *recipients(snapshot)))
    for _ in range(2):
        assert "brev är skrivna" in text_of(reader.post(f"{CREATE}?ar=2016", sent, follow=True))
    assert (ResultLetter.objects.count(), len(mailoutbox)) == (2, 1)


def test_who_has_got_the_letter_is_not_chosen_again_and_another_press_is_refused(sign_in, carin, snapshot, letter):
    reader, recipient = sign_in(carin), to_supplier(snapshot)
    assert "har fått brevet" in text_of(reader.get(CHOOSE, {"ar": 2016}))
    assert f'value="{recipient.pk}"' not in reader.get(CHOOSE).content.decode()
    assert "Ingen är vald" in text_of(page_of_letters(reader, snapshot, recipient))
    stale = {"rows": [recipient.pk], "token": str(uuid.uuid4()), recipient.pk: "", "words": ""}
    again = reader.post(f"{CREATE}?ar=2016", stale)
    assert again.status_code == 422
    assert "Måleriet AB har redan fått brevet för 2016. Öppna brevet i listan" in text_of(again)
    assert ResultLetter.objects.count() == 1


def test_words_about_a_person_and_a_strange_address_are_refused_and_nothing_is_lost(sign_in, carin, snapshot):
    reader, recipient = sign_in(carin), to_supplier(snapshot)
    sent = posted(page_of_letters(reader, snapshot, recipient), words="Tack 19811218-9876!")
    refused = reader.post(f"{CREATE}?ar=2016", sent | {recipient.pk: "999999"})
    assert refused.status_code == 422
    assert "personnummer" in text_of(refused)
    assert "Tack 19811218-9876!" in text_of(refused)
    assert not ResultLetter.objects.exists()


def test_too_many_or_nobody_is_refused(carin, snapshot):
    recipient = to_supplier(snapshot)
    own = {"by": carin, "snapshot": snapshot, "words": "", "now": timezone.now(), "token": uuid.uuid4()}
    for chosen, sentence in (([], "minst en"), ([(recipient, None)] * (MOST + 1), f"högst {MOST}")):
        with pytest.raises(ValidationError, match=sentence):
            send_letters(chosen=chosen, **own)


def test_more_than_can_be_set_while_one_waits_are_asked_for_in_parts(sign_in, carin, helsingborg, snapshot):
    line = snapshot.figures["letters"]["suppliers"][str(to_supplier(snapshot).row.pk)]
    many = {str(people.make_supplier(f"Firma {at} AB").pk): line for at in range(MOST)}
    figures = snapshot.figures | {"letters": snapshot.figures["letters"] | {"suppliers": many}}
    later = Snapshot.objects.create(
        organisation=helsingborg, year=2017, period="year", as_of=date(2017, 12, 31), figures=figures, frozen_by=carin
    )
    page = page_of_letters(sign_in(carin), later, *recipients(later))
    assert f"Välj högst {MOST} mottagare åt gången. Du har valt {MOST + 1}." in text_of(page)


def test_a_pdf_that_cannot_be_made_sends_nothing(sign_in, carin, snapshot, monkeypatch, mailoutbox):
    def fail(letter):
        raise DocumentError("typst is away")

    monkeypatch.setattr(letter_mail, "pdf", fail)
    reader = sign_in(carin)
    sent = posted(page_of_letters(reader, snapshot, *recipients(snapshot)))
    refused = reader.post(f"{CREATE}?ar=2016", sent)
    assert refused.status_code == 422
    assert "Brevet till Måleriet AB kunde inte göras till PDF just nu, så inget är skickat." in text_of(refused)
    assert not ResultLetter.objects.exists()
    assert mailoutbox == []


def test_the_letter_says_the_same_when_it_is_sent_again_although_more_was_registered(
    sign_in, carin, letter, result, painters, mailoutbox
):
    for at in range(3):
        people.make_placement(result, people.make_participant(letter.organisation), started_on=date(2016, 12, at + 1))
    type(painters).objects.filter(pk=painters.pk).update(name="Måleriet i Skåne AB")
    url = reverse("letter_resend", args=[letter.pk])
    reader, osten = sign_in(carin), addresses_of(letter)[1]
    token = re.search(r'name="token" value="([^"]+)"', reader.get(url).content.decode())[1]
    for _ in range(2):
        page = text_of(reader.post(url, {"to": osten.key, "token": token}, follow=True))
        assert "Skickat. Brevet mejlas till Östen, ö@maleriet.exempel." in page
    first, again = mailoutbox
    assert (again.to, again.body, again.subject) == (["ö@maleriet.exempel"], first.body, first.subject)
    assert "till Östen" in page
    assert [each.to for each in LetterMail.objects.all()] == ["Eva", "Östen"]


def test_to_nobody_is_refused_and_without_addresses_the_page_says_what_to_do(sign_in, carin, letter):
    url, reader = reverse("letter_resend", args=[letter.pk]), sign_in(carin)
    refused = reader.post(url, {"to": "0", "token": str(uuid.uuid4())})
    assert refused.status_code == 422
    SupplierContact.objects.all().delete()
    assert "Ingen har någon e-postadress" in text_of(reader.get(url))
    assert "till någon som inte finns kvar" in text_of(reader.get(letter.get_absolute_url()))


def test_a_letter_is_never_changed_and_is_to_one(letter, property_department):
    for values in ({"words": "Annat."}, {"contents": {}}, {"department": property_department}):
        with pytest.raises(InternalError, match="Cannot update"), transaction.atomic():
            ResultLetter.objects.filter(pk=letter.pk).update(**values)
    own = {"organisation": letter.organisation, "snapshot": letter.snapshot, "contents": {}, "made_by": letter.made_by}
    for whom, name in (
        ({"supplier": letter.supplier, "department": property_department}, "result_letter_to_one"),
        ({}, "result_letter_to_one"),
        ({"supplier": letter.supplier}, "result_letter_once_for_supplier"),
    ):
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            ResultLetter.objects.create(**own, **whom)
    ResultLetter.objects.create(**own, department=property_department)
    with pytest.raises(IntegrityError, match="result_letter_once_for_department"), transaction.atomic():
        ResultLetter.objects.create(**own, department=property_department)


def test_a_letter_points_at_its_own_organisation_only(letter, haninge, carin):
    theirs = people.make_department(haninge)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    own = {"contents": {}, "made_by": carin, "snapshot": letter.snapshot, "department": theirs}
    for organisation in (letter.organisation, haninge):
        with pytest.raises(IntegrityError, match="same_organisation"), transaction.atomic():
            ResultLetter.objects.create(organisation=organisation, **own)
    with pytest.raises(IntegrityError, match="same_organisation"), transaction.atomic():
        LetterMail.objects.create(organisation=haninge, letter=letter, sent_by=carin, sent_at=timezone.now())


def test_word_and_pdf_say_what_the_page_says_and_obey_no_markup(sign_in, carin, letter):
    page = text_of(sign_in(carin).get(letter.get_absolute_url()))
    document = Document(BytesIO(docx(letter)))
    said = " ".join(each.text for each in document.paragraphs)
    cells = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert cells[0] == ["Mått", "2016", "2015"]
    assert cells[1] == ["Insatser som började", "31", "–"]
    in_pdf = texts_of(letter)
    for text in ("Tack & <hej>!", "Så räknar vi", "Siffrorna är de som redovisades", "Carin"):
        assert text in said
        assert text in in_pdf
    assert "Tack &amp; &lt;hej&gt;!" in page
    for label, now, _ in cells[1:]:
        assert label in page
        assert f"{label} {now}" in " ".join(in_pdf.split())


def test_the_year_before_stands_beside_as_it_was_told_then(helsingborg, carin, snapshot, result, painters):
    for at in range(6):
        people.make_placement(result, people.make_participant(helsingborg), started_on=date(2017, 2, at + 1))
    make_target(helsingborg, 2017)
    later = freeze(by=carin, organisation=helsingborg, year=2017, period="year", today=date(2018, 1, 20))
    rows = contents(later, snapshot, SUPPLIERS, painters.pk, painters.name)["rows"]
    assert rows[0] == ["Insatser som började", "6", "31"]
    assert [row[1:] for row in rows if row[0] == "varav lärling"] == [["0", "7"]]


def test_months_and_kept_commitments_are_told_only_beside_a_number_that_is_told(
    helsingborg, carin, snapshot, result, target
):
    small = people.make_contract(people.make_procurement(helsingborg), people.make_supplier("Lillmålarna AB"))
    for each, count in ((small, 1), (result, 10)):
        Requirement.objects.create(
            contract=each,
            procurement=each.procurement,
            kind="internship",
            model="contract",
            count=count,
            due_on=date(2016, 6, 30),
        )
    other = people.make_contract(people.make_procurement(helsingborg), people.make_supplier("Småstäd AB"))
    for each in (small, *[other] * 4):
        people.make_placement(each, people.make_participant(helsingborg), started_on=date(2016, 1, 1))
    found = told(dashboard(helsingborg, 2016, date(2017, 1, 1)))["letters"]["suppliers"]
    by_name = {each.name: found[str(each.pk)] for each in (*small.suppliers.all(), *result.suppliers.all())}
    hidden, open_ = by_name["Lillmålarna AB"], by_name["Måleriet AB"]
    assert (hidden["due"], hidden["reached"], hidden["months"], hidden["all"]) == (1, "..", "..", "<5")
    assert (open_["due"], open_["reached"]) == (1, "1")
    assert open_["months"] not in ("..", "0")


def test_months_of_few_residents_are_not_told_however_many_placements(helsingborg, target):
    contract = people.make_contract(people.make_procurement(helsingborg), people.make_supplier("Kedjan AB"))
    resident = people.make_participant(helsingborg)
    for month in range(1, 9):
        people.make_placement(
            contract,
            resident,
            started_on=date(2016, month, 1),
            ended_on=date(2016, month, 20),
            end_reason="completed",
            state="ended",
        )
    (line,) = told(dashboard(helsingborg, 2016, date(2017, 1, 1)))["letters"]["suppliers"].values()
    assert (line["all"], line["months"]) == ("8", "..")


def test_a_year_that_was_frozen_before_there_were_letters_says_so(sign_in, carin, helsingborg, snapshot):
    old = {key: value for key, value in snapshot.figures.items() if key != "letters"}
    Snapshot.objects.create(
        organisation=helsingborg, year=2014, period="year", as_of=date(2014, 12, 31), figures=old, frozen_by=carin
    )
    reader = sign_in(carin)
    assert "frystes innan det fanns resultatbrev" in text_of(reader.get(CHOOSE, {"ar": 2014}))
    assert "inte fryst" in text_of(reader.get(CHOOSE, {"ar": 2013}))
    assert reader.get(CREATE, {"ar": 2013}).url == f"{CHOOSE}?ar=2013"


def test_olivia_reads_letters_and_sends_none_and_others_see_nothing(sign_in, olivia, pelle, letter):
    reader = sign_in(olivia)
    page = text_of(reader.get(letter.get_absolute_url()))
    assert "Skicka igen" not in page
    assert "Skriv årets brev" not in text_of(reader.get(LIST))
    assert reader.get(reverse("letter_resend", args=[letter.pk])).status_code == 403
    assert reader.get(CHOOSE).status_code == 403
    assert sign_in(pelle).get(letter.get_absolute_url()).status_code == 403


def test_the_list_tells_whom_each_letter_went_to_and_filters(sign_in, carin, letter):
    reader = sign_in(carin)
    lines = csv_of(reader.get(LIST, {"format": "csv"}))
    assert lines[0] == "Till;Mottagare;År;Skrivet;Mejlat till"
    assert lines[1].startswith("Måleriet AB;leverantör;2016;")
    assert lines[1].endswith(";Eva")
    assert "Inget passar filtren" in text_of(reader.get(LIST, {"q": "finns inte"}))
    assert "Måleriet AB" in text_of(reader.get(LIST, {"year": "2016", "q": "måler"}))


def test_a_department_s_letter_counts_residents_as_its_dashboard_does(helsingborg, snapshot, property_department):
    page = dashboard(helsingborg, 2016, date(2017, 1, 1), property_department)
    recipient = next(each for each in recipients(snapshot) if each.row == property_department)
    rows = {label: now for label, now, _ in contents(snapshot, None, recipient.whose, recipient.row.pk, "x")["rows"]}
    assert rows["Invånare genom era avtal"] == str(page.result.total) == "26"
    for kind, label in (("internship", "praktik"), ("employment", "anställning"), ("apprenticeship", "lärling")):
        assert rows[f"varav {label}"] == str(sum(page.result.months[kind]))


@pytest.mark.parametrize("rule", ["residents_started", "placements_started", "residents_active"])
def test_departments_and_kinds_add_up_to_the_result_by_every_rule(rule, helsingborg, result, school_department):
    make_target(helsingborg, counting_rule=rule)
    other = make_result(helsingborg, 2015, department=school_department)
    people.make_placement(other, people.make_participant(helsingborg), started_on=date(2016, 5, 4))
    page = dashboard(helsingborg, 2016, date(2017, 1, 1))
    found = told(page)
    assert sum(int(text) for _, text in found["departments"] if text.isdecimal()) <= page.result.total
    parts = by_department_and_kind(helsingborg, 2016, page.last_on, page.rule)
    assert sum(parts.values()) == page.result.total
    by_name = Counter()
    for (key, _), value in parts.items():
        by_name[helsingborg.departments.get(pk=key).name] += value
    assert by_name == dict(beside(page, Period.YEAR, page.today).by_department)


def test_the_report_lists_every_department_by_name_so_that_being_there_tells_nothing(helsingborg, snapshot):
    people.make_department(helsingborg, "Arbetsmarknadsförvaltningen")
    people.make_department(helsingborg, "Ödegården")
    names = [name for name, _ in told(dashboard(helsingborg, 2016, date(2017, 1, 1)))["departments"]]
    assert names == ["Arbetsmarknadsförvaltningen", "Fastighetsförvaltningen", "Ödegården"]


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("is_same_press", [True, False])
def test_of_two_presses_at_the_same_moment_one_sends(is_same_press, carin, snapshot, mailoutbox):
    recipient, together, token = to_supplier(snapshot), Barrier(2), uuid.uuid4()

    def press(own):
        together.wait(timeout=10)
        chosen = {"chosen": [(recipient, recipient.addresses[0])], "words": "", "now": timezone.now()}
        try:
            return [each.pk for each in send_letters(by=carin, snapshot=snapshot, token=own, **chosen)]
        except ValidationError as refusal:
            return refusal.messages
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(press, [token, token if is_same_press else uuid.uuid4()]))
    kept = [ResultLetter.objects.get().pk]
    assert len(mailoutbox) == 1
    assert answers == [kept, kept] if is_same_press else kept in answers
    assert is_same_press or "har redan fått brevet för 2016" in str(answers)
