"""A clause as a Word document, read back as Word would."""

import zipfile
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from apps.procurements.clause_document import DRAFT, clause_document

FACTS = {
    "title": "Anställningar",
    "procurement": "Måleri & fasad <etapp 2>",
    "case_number": "KS 2026/17",
    "guideline": "Riktlinje 2026, version 2",
    "organisation": "Haninge kommun",
    "on": date(2026, 11, 22),
}
TEXT = "1. Leverantören ska anställa.\n\n2. Första raden\nandra raden.\n \n3. Sist."


def read(content):
    return Document(BytesIO(content))


def lines(content):
    return [paragraph.text for paragraph in read(content).paragraphs]


def test_the_document_says_what_it_is_and_where_it_belongs():
    assert lines(clause_document(TEXT, **FACTS)) == [
        "Anställningar",
        DRAFT,
        "Upphandling: Måleri & fasad <etapp 2>",
        "Diarienummer: KS 2026/17",
        "Organisation: Haninge kommun",
        "Riktlinje: Riktlinje 2026, version 2",
        "Utskriven: 2026-11-22",
        "1. Leverantören ska anställa.",
        "2. Första raden\nandra raden.",
        "3. Sist.",
    ]


def test_the_title_is_a_heading_for_those_who_listen():
    heading = read(clause_document(TEXT, **FACTS)).paragraphs[0]
    assert heading.style.name == "Heading 1"


def test_a_reviewed_clause_has_no_draft_mark():
    assert DRAFT not in lines(clause_document(TEXT, **FACTS, is_draft=False))


def test_what_is_not_known_gets_no_line():
    found = lines(clause_document(TEXT, **(FACTS | {"case_number": "", "guideline": " "})))
    assert not [line for line in found if line.startswith(("Diarienummer", "Riktlinje"))]


def test_the_language_is_swedish_for_spelling_and_speech():
    document = read(clause_document(TEXT, **FACTS))
    assert {each.get(qn("w:val")) for each in document.styles.element.iter(qn("w:lang"))} == {"sv-SE"}
    assert document.core_properties.language == "sv-SE"


def test_the_page_is_a4_and_the_properties_are_ours():
    document = read(clause_document(TEXT, **FACTS))
    page = document.sections[0]
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)
    properties = document.core_properties
    assert (properties.title, properties.author, properties.comments) == ("Anställningar", "Haninge kommun", "")
    assert properties.created.date() == FACTS["on"]


def test_a_title_longer_than_the_format_allows_is_cut_in_the_properties_only():
    document = read(clause_document(TEXT, **(FACTS | {"title": "Å" * 300})))
    assert len(document.core_properties.title) == 255
    assert document.paragraphs[0].text == "Å" * 300


@pytest.mark.parametrize(
    "text",
    [
        "</w:t></w:r><w:r><w:t>annan",
        '<!ENTITY x SYSTEM "file:///etc/passwd"> &x; &amp;',
        "]]> <![CDATA[ x",
    ],
)
def test_markup_in_the_text_is_text(text):
    content = clause_document(text, **(FACTS | {"procurement": text, "title": text}))
    assert lines(content)[-1] == text
    assert lines(content)[0] == text
    body = zipfile.ZipFile(BytesIO(content)).read("word/document.xml")
    assert b"<w:t>annan" not in body
    assert b"<!ENTITY" not in body


def test_characters_that_xml_cannot_hold_are_left_out_rather_than_breaking_the_file():
    content = clause_document("ett\x00två\x0btre\ud800fyra\uffff", **(FACTS | {"title": "A\x01B"}))
    assert lines(content)[0] == "AB"
    assert lines(content)[-1] == "etttvåtrefyra"


def test_line_ends_of_other_systems_mean_the_same():
    assert lines(clause_document("ett\r\nrad\r\n\r\ntvå\r\rtre", **FACTS))[-3:] == ["ett\nrad", "två", "tre"]


@settings(max_examples=25, deadline=None)
@given(text=st.text(min_size=1, max_size=60), title=st.text(max_size=40))
def test_any_text_makes_a_document_that_can_be_read(text, title):
    found = lines(clause_document(text, **(FACTS | {"title": title})))
    assert found[1] == DRAFT
