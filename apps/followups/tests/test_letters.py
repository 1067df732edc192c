"""The letters to suppliers: their words for each step, and the files opened and read back."""

import re
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone
from docx import Document

from apps.followups import letters
from apps.followups.choices import Step
from apps.followups.letter_files import docx_of, pdf_of
from apps.followups.tests.deviation_world import DAY, EVERY_CLAUSE, deviation_of, make_painting
from procurement_csr.people import make_sanction

TODAY = timezone.localdate()
STEPS = [step for step in Step if step != Step.NONE]


@pytest.fixture
def deviation(helsingborg):
    contract = make_painting(helsingborg, **EVERY_CLAUSE)
    return deviation_of(contract, what="Praktikanterna har ingen handledare. Se § 4 & bilaga <2>.")


def step_of(deviation, step, **fields):
    """A step with its letter."""
    values = {"rectify_by": TODAY + 20 * DAY if step in ("rectification", "action_plan") else None}
    if step == "penalty":
        values |= {"amount": 15000, "penalty_units": 3}
    sanction = make_sanction(deviation, step=step, **values | fields)
    sanction.letter = letters.text_of(sanction, deviation.requirement, today=timezone.localdate())
    return sanction


def decided(deviation, step, **fields):
    return step_of(deviation, step, state="decided", decided_on=TODAY, **fields)


@pytest.mark.parametrize("step", STEPS)
def test_a_proposed_step_says_what_is_considered_and_when_to_reply(deviation, step):
    text = step_of(deviation, step).letter
    assert "Vi överväger att" in text
    assert "Ni får yttra er innan vi beslutar" in text
    assert "Praktikanterna har ingen handledare. Se § 4 & bilaga <2>." in text, "nothing is escaped in a letter"
    assert "Avvikelsen gäller kravet 2 praktikplatser" in text.replace("\xa0", " ")
    assert "\n\n\n" not in text
    assert "{" not in text


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ("reminder", "Vi påminner er om åtagandet"),
        ("rectification", f"Den ska vara rättad senast {TODAY + 20 * DAY}"),
        ("action_plan", f"Vi begär en åtgärdsplan av er senast {TODAY + 20 * DAY}"),
        ("warning", "Vi ger er en skriftlig varning"),
        ("penalty", "Vi tar ut vite med 15 000 kr enligt avtalets klausul. Så är beloppet räknat: 3 påbörjade veckor"),
        ("block", f"Ni är från och med {TODAY} spärrade från avrop"),
        ("termination", "Vi häver avtalet"),
    ],
)
def test_a_decided_step_says_what_is_decided(deviation, step, words):
    text = decided(deviation, step).letter.replace("\xa0", " ")
    assert words in text
    assert "överväger" not in text
    assert "Skäl: Bristen är inte rättad." in text


def test_no_sanction_has_no_letter(deviation):
    assert decided(deviation, "none").letter == ""


@pytest.mark.parametrize("step", STEPS)
def test_the_word_document_is_opened_and_read_back(deviation, step):
    sanction = decided(deviation, step)
    document = Document(BytesIO(docx_of(letters.written(sanction))))
    read = [paragraph.text for paragraph in document.paragraphs]
    assert read[0] == letters.TITLES[step]
    assert document.paragraphs[0].style.name == "Heading 1"
    assert "Till: Exempelmåleri AB" in read
    for paragraph in sanction.letter.split("\n\n"):
        assert paragraph in read


@pytest.mark.parametrize("step", STEPS)
def test_the_pdf_is_tagged_and_names_itself(deviation, step):
    content = pdf_of(letters.written(decided(deviation, step)))
    assert content.startswith(b"%PDF-1.7")
    assert b"pdfuaid:part" in content
    assert b"/Lang(sv-SE)" in content


def test_the_files_are_fetched_from_the_deviations_page(sign_in, olivia, doris, deviation):
    sanction = decided(deviation, "warning")
    sanction.save()
    client = sign_in(olivia)
    page = client.get(deviation.get_absolute_url()).content.decode()
    for ending, kind in (("docx", "officedocument"), ("pdf", "application/pdf")):
        url = reverse("sanction_letter", args=[sanction.pk, ending])
        assert url in page
        answer = client.get(url)
        assert (answer.status_code, kind in answer["Content-Type"]) == (200, True)
        assert re.search(r"attachment; filename.*\." + ending, answer["Content-Disposition"])
        assert answer["Cache-Control"] == "private, no-store"
    assert client.get(reverse("sanction_letter", args=[sanction.pk, "exe"])).status_code == 404


def test_a_step_without_a_letter_has_no_file(sign_in, olivia, deviation):
    none = decided(deviation, "none")
    assert sign_in(olivia).get(reverse("sanction_letter", args=[none.pk, "pdf"])).status_code == 404
