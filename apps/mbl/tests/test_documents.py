"""Documents of a consultation: told by content, kept under random names, fetched only by those who may see them."""

import zipfile
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import docx
import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from apps.mbl import document_forms, file_types
from apps.mbl.choices import Question
from apps.mbl.file_types import FileRefused, recognise
from apps.mbl.models import Consultation, Document, UnionRepresentative
from apps.mbl.tests.makers import assess, make_union, row_of, take
from procurement_csr import people

TOKEN = "7c1a0f0e-8a49-4c0e-9a0a-0d5f2f6f2a01"
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)
JPG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00" + b"\x00" * 40 + b"\xff\xd9"


def word():
    content = BytesIO()
    document = docx.Document()
    document.add_paragraph("Underlag")
    document.save(content)
    return content.getvalue()


def workbook():
    content = BytesIO()
    with xlsxwriter.Workbook(content) as book:
        book.add_worksheet().write(0, 0, "Bemanning")
    return content.getvalue()


def repacked(content, **parts):
    """The zip with further parts, or others instead of its own."""
    packed = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.infolist():
            if each.filename not in parts:
                new.writestr(each, old.read(each))
        for name, data in parts.items():
            new.writestr(name, data)
    return packed.getvalue()


@pytest.fixture(autouse=True)
def own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def row(helsingborg, property_department, doris, ulla):
    cleaning = people.make_procurement(helsingborg, "Städning", department=property_department)
    union = make_union(helsingborg)
    UnionRepresentative.objects.create(union=union, role="ordförande", email="ko@exempel.se", user=ulla)
    return row_of(assess(doris, cleaning, Question.Q5))


def upload(client, row, name="Underlag för städning.pdf", content=PDF, token=TOKEN, **values):
    data = {"file": SimpleUploadedFile(name, content), "kind": "material", "is_shared": "on", "token": token}
    return client.post(reverse("document_create", args=[row.pk]), data | values)


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.pdf", PDF, file_types.PDF),
        ("A.PDF", PDF, file_types.PDF),
        ("b.png", PNG, file_types.PNG),
        ("c.jpeg", JPG, file_types.JPG),
        ("d.docx", word(), file_types.DOCX),
        ("e.xlsx", workbook(), file_types.XLSX),
    ],
)
def test_each_kind_is_told_from_its_content(name, content, kind):
    assert recognise(name, content) == kind


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("tom.pdf", b"", "är tom"),
        ("skript.pdf", b"<script>alert(1)</script>", "känna igen på innehållet"),
        ("skript.html", PDF, "Döp om den så att namnet slutar på .pdf"),
        ("bild.pdf", PNG, "är en PNG-bild"),
        ("avbruten.pdf", PDF[:20], "inte hel"),
        ("avbruten.png", PNG[:30], "inte hel"),
        ("avbruten.jpg", JPG[:-2], "inte hel"),
        ("avbruten.docx", word()[:-400], "inte hel"),
        ("arkiv.docx", repacked(workbook(), **{"[Content_Types].xml": b"<Types/>"}), "är en XLSX-fil"),
        ("makro.docx", repacked(word(), **{"word/vbaProject.bin": b"x"}), "makron"),
        ("makro.xlsx", repacked(workbook(), **{"xl/VBAPROJECT.BIN": b"x"}), "makron"),
        (
            "makrotyp.docx",
            repacked(word(), **{"[Content_Types].xml": b"<T c='application/vnd.ms-word.document.macroEnabled.main'/>"}),
            "makron",
        ),
        ("zip.docx", repacked(word(), **{"xl/workbook.xml": b"<x/>"}), "känna igen"),
        ("last.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 512, "låst med lösenord"),
        ("a" * 200 + ".pdf", PDF, "för långt namn"),
    ],
)
def test_what_is_not_taken_is_refused_with_one_sentence(name, content, sentence):
    with pytest.raises(FileRefused, match=sentence):
        recognise(name, content)


def test_a_zip_that_swells_is_refused(monkeypatch):
    monkeypatch.setattr(file_types, "MAX_UNPACKED_BYTES", 1000)
    with pytest.raises(FileRefused, match="känna igen"):
        recognise("a.docx", word())


def test_a_damaged_part_of_a_document_is_found():
    content = bytearray(word())
    with zipfile.ZipFile(BytesIO(bytes(content))) as archive:
        part = max(archive.infolist(), key=lambda each: each.compress_size)
    content[part.header_offset + len(part.filename) + 60] ^= 0xFF
    with pytest.raises(FileRefused, match="trasig"):
        recognise("a.docx", bytes(content))


def test_a_document_is_kept_under_a_random_name_with_its_sum(sign_in, doris, row, settings):
    response = upload(sign_in(doris), row)
    assert response.status_code == 302
    document = Document.objects.get()
    assert document.title == "Underlag för städning.pdf"
    assert document.content_type == "application/pdf"
    assert document.sha256 == sha256(PDF).hexdigest()
    path = Path(document.file.path)
    assert path.is_relative_to(settings.MEDIA_ROOT)
    assert "derlag" not in path.name
    assert path.read_bytes() == PDF


def test_a_double_click_keeps_one_document(sign_in, doris, row, settings):
    client = sign_in(doris)
    upload(client, row)
    upload(client, row)
    assert Document.objects.count() == 1
    assert len([each for each in Path(settings.MEDIA_ROOT).rglob("*") if each.is_file()]) == 1
    again = upload(client, row, token="7c1a0f0e-8a49-4c0e-9a0a-0d5f2f6f2a02")
    assert again.status_code == 422
    assert "finns redan" in again.content.decode()


def test_a_document_is_served_to_be_saved_and_never_opened_in_the_page(sign_in, doris, row):
    client = sign_in(doris)
    upload(client, row)
    response = client.get(Document.objects.get().get_absolute_url())
    assert response.content == PDF
    assert response["Content-Disposition"] == ("attachment; filename*=utf-8''Underlag%20f%C3%B6r%20st%C3%A4dning.pdf")
    assert response["Content-Type"] == "application/pdf"
    assert response["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("850709-9805 avtal.pdf", PDF, "personnummer"),
        ("tom.pdf", b"", "är tom"),
        ("trasig.pdf", b"%PDF-1.7 slut", "trasig"),
    ],
)
def test_a_refused_file_loses_nothing_else_of_the_form(sign_in, doris, row, settings, name, content, sentence):
    response = upload(sign_in(doris), row, name, content, kind="opinion")
    assert response.status_code == 422
    text = response.content.decode()
    assert sentence in text
    assert '<option value="opinion" selected>' in text or 'value="opinion" checked' in text.replace("  ", " ")
    assert not Document.objects.exists()
    assert not [each for each in Path(settings.MEDIA_ROOT).rglob("*") if each.is_file()]


def test_a_file_above_the_limit_is_refused_before_it_is_read(sign_in, doris, row, monkeypatch):
    monkeypatch.setattr(document_forms, "MAX_BYTES", 10)
    response = upload(sign_in(doris), row)
    assert response.status_code == 422
    assert "är större än 20 MB" in response.content.decode()


def test_without_a_file_the_form_says_so(sign_in, doris, row):
    data = {"kind": "material", "token": TOKEN}
    response = sign_in(doris).post(reverse("document_create", args=[row.pk]), data)
    assert response.status_code == 422
    assert "Välj en fil" in response.content.decode()


def test_a_name_without_folders_and_hidden_characters_is_kept():
    assert file_types.own_name("C:\\dok\\avtal\u202efdp.exe.pdf") == "avtalfdp.exe.pdf"
    assert file_types.own_name("Sta\u0308dning\n.pdf") == "Städning.pdf"
    assert file_types.own_name("\x00") == "utan namn"


def test_a_union_fetches_what_is_shared_once_it_is_called_and_nobody_else_does(
    sign_in, doris, ulla, olivia, fia, malte, row
):
    upload(sign_in(doris), row)
    address = Document.objects.get().get_absolute_url()
    assert sign_in(olivia).get(address).status_code == 200
    assert sign_in(fia).get(address).status_code == 404
    assert sign_in(malte).get(address).status_code == 403
    assert sign_in(ulla).get(address).status_code == 404
    Consultation.objects.update(state="exempt")
    assert sign_in(ulla).get(reverse("union_consultation", args=[row.pk])).status_code == 200
    assert sign_in(ulla).get(address).status_code == 404
    Consultation.objects.update(state="planned")
    take(doris, row, "call")
    assert sign_in(ulla).get(address).status_code == 200
    assert "Underlag för städning.pdf" in (
        sign_in(ulla).get(reverse("union_consultation", args=[row.pk])).content.decode()
    )
    Document.objects.update(is_shared=False)
    assert sign_in(ulla).get(address).status_code == 404
    UnionRepresentative.objects.update(is_active=False)
    Document.objects.update(is_shared=True)
    assert sign_in(ulla).get(address).status_code == 404


def test_only_the_department_adds_and_takes_away(sign_in, doris, olivia, ulla, fia, row):
    assert upload(sign_in(olivia), row).status_code == 403
    assert upload(sign_in(ulla), row).status_code == 403
    assert upload(sign_in(fia), row).status_code == 404
    upload(sign_in(doris), row)
    address = reverse("document_delete", args=[Document.objects.get().pk])
    assert sign_in(olivia).post(address, {"confirm": "1"}).status_code == 403
    assert sign_in(fia).post(address, {"confirm": "1"}).status_code == 404
    assert Document.objects.exists()


def test_a_document_is_taken_away_with_its_file_while_the_row_is_open(
    sign_in, doris, row, settings, django_capture_on_commit_callbacks
):
    client = sign_in(doris)
    upload(client, row)
    document = Document.objects.get()
    address, path = reverse("document_delete", args=[document.pk]), Path(document.file.path)
    assert client.get(address).status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(address, {"confirm": "1"}).status_code == 302
    assert not Document.objects.exists()
    assert not path.exists()


def test_documents_of_a_closed_consultation_stay(sign_in, doris, row):
    client = sign_in(doris)
    upload(client, row)
    take(doris, row, "call", "meet", "agree")
    response = client.post(reverse("document_delete", args=[Document.objects.get().pk]), {"confirm": "1"})
    assert response.status_code == 422
    assert "är avslutad" in response.content.decode()
    assert Document.objects.exists()


def test_a_file_that_is_gone_from_the_disk_is_a_page_and_no_crash(sign_in, doris, row):
    client = sign_in(doris)
    upload(client, row)
    document = Document.objects.get()
    Path(document.file.path).unlink()
    assert client.get(document.get_absolute_url()).status_code == 404
