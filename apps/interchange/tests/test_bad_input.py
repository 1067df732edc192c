"""Files and arguments that cannot be used: one sentence, nothing lost, through the page and through the command."""

import json
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse

from apps.interchange.models import ImportBatch
from apps.interchange.tests.files import HEADER, ROWS, archive, csv_text, with_member, xlsx
from apps.interchange.tests.processes import manage
from apps.procurements.models import Contract, Procurement
from apps.suppliers.models import Supplier

HELSINGBORG = "2120001157"
SHEET = xlsx({"Avtal": [HEADER, *ROWS]})
BOMB = archive({"xl/workbook.xml": b"<x/>", "xl/worksheets/sheet1.xml": bytes(201 * 1024 * 1024)})
BAD = {
    "20 MB and a byte": ("stort.csv", b"a;b\n" + b"x" * (20 * 1024 * 1024 - 3), "är större än 20 MB"),
    "50 001 rows": ("rader.csv", b"namn;nr\n" + b"a;1\n" * 50_001, "fler än 50 000 rader"),
    "201 columns": ("bred.csv", (";".join(f"k{n}" for n in range(201)) + "\n" + ";1" * 200 + "\n").encode(), "200 kol"),
    "a zip bomb": ("bomb.xlsx", BOMB, "200 MB när den packas upp"),
    "NUL": ("nul.csv", b"a;b\x00c;d\r\n1;2;3\r\n", "nolltecken"),
    "HTML": ("register.csv", b"<!DOCTYPE html><html><body>Logga in</body></html>", "är en webbsida"),
    "macros": ("makro.xlsx", with_member(SHEET, "xl/vbaProject.bin"), "innehåller makron"),
    "a broken zip": ("trasig.xlsx", SHEET[: len(SHEET) // 2], "är skadad"),
    "nothing": ("tom.csv", b"", "är tom"),
    "a PDF": ("avtal.xlsx", b"%PDF-1.7 ...", "inget kalkylark"),
    "a PDF as CSV": ("avtal.csv", b"%PDF-1.7 ...", "är en PDF"),
    "only headings": ("rubriker.csv", b"avtalsnamn;leverantor\n", "rubriker men inga rader"),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_gets_its_sentence_on_the_page(sign_in, olivia, kind):
    name, content, sentence = BAD[kind]
    data = {"file": SimpleUploadedFile(name, content), "token": uuid.uuid4()}
    answer = sign_in(olivia).post(reverse("import_create"), data)
    assert answer.status_code == 422
    (problem,) = answer.context["form"].errors["file"]
    assert sentence in problem
    assert name in problem or "tom" in problem
    assert not ImportBatch.objects.exists()


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_ends_the_command_with_its_sentence(helsingborg, tmp_path, kind):
    name, content, sentence = BAD[kind]
    (tmp_path / name).write_bytes(content)
    with pytest.raises(CommandError, match=sentence) as refused:
        call_command("import_register", str(tmp_path / name), organisation=HELSINGBORG)
    assert "\n" not in str(refused.value)
    assert not ImportBatch.objects.exists()


ARGUMENTS = {
    "no such file": (["finns-inte.csv"], "finns-inte.csv kan inte läsas"),
    "a folder": (["."], "kan inte läsas"),
    "a list as mapping": (["a.csv", "--mapping", "lista.json"], "ska hålla ett objekt"),
    "numbers as mapping": (["a.csv", "--mapping", "tal.json"], "ska hålla ett objekt"),
    "no JSON": (["a.csv", "--mapping", "a.csv"], "är inte JSON i UTF-8"),
    "an unknown field": (["a.csv", "--mapping", "fel.json"], "”pris” är inget känt fält"),
    "an unknown heading": (["a.csv", "--mapping", "rubrik.json"], "ingen kolumn som heter ”Avtalspart”"),
    "too short a number": (["a.csv", "--organisation", "12"], "ange tio siffror"),
    "an unknown organisation": (["a.csv", "--organisation", "2120000019"], "Organisationen 212000-0019 finns inte"),
    "too long a name": (
        ["a.csv", "--organisation", "2120000019", "--create-organisation", "x" * 500],
        "högst|färre|tecken",
    ),
}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "a.csv").write_text(csv_text([HEADER, *ROWS]))
    (tmp_path / "lista.json").write_text('["Leverantör"]')
    (tmp_path / "tal.json").write_text('{"Leverantör": 7}')
    (tmp_path / "fel.json").write_text('{"Leverantör": "pris"}')
    (tmp_path / "rubrik.json").write_text('{"Avtalspart": "supplier_name"}')
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("kind", ARGUMENTS)
def test_a_bad_argument_ends_the_command_with_its_sentence(helsingborg, folder, kind):
    arguments, sentence = ARGUMENTS[kind]
    who = () if "--organisation" in arguments else ("--organisation", HELSINGBORG)
    with pytest.raises(CommandError, match=sentence) as refused:
        call_command("import_register", *arguments, *who)
    assert "\n" not in str(refused.value)
    assert not ImportBatch.objects.exists()
    assert not Procurement.objects.exists()


def test_a_process_says_one_line_and_ends_with_another_code_than_0(transactional_db, helsingborg, folder):
    done = manage("import_register", folder / "finns-inte.csv", "--organisation", HELSINGBORG, "--json")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert "kan inte läsas" in done.stderr


def test_a_file_without_a_usable_row_is_told_row_by_row_and_imports_nothing(helsingborg, tmp_path, capsys):
    path = tmp_path / "fel.csv"
    path.write_text(csv_text([HEADER, *(["A-9", "", "559999-0131", "2026-02-30", "x"] for _ in range(2))]))
    with pytest.raises(SystemExit) as stop:
        call_command("import_register", str(path), "--organisation", HELSINGBORG, "--json")
    report = json.loads(capsys.readouterr().out)
    assert stop.value.code == 1
    assert (report["rows"], report["created"], {each["row"] for each in report["problems"]}) == (2, 0, {2, 3})
    assert {each["column"] for each in report["problems"]} == {"Leverantör", "Startdatum", "Avtalsvärde"}
    assert not Supplier.objects.exists()


def test_a_personal_number_in_a_text_refuses_the_row_and_is_masked(helsingborg, tmp_path, capsys):
    path = tmp_path / "namn.csv"
    path.write_text(csv_text([HEADER, ["A-1", "Eva 850709-9805", "", "", ""], *ROWS[1:]]))
    with pytest.raises(SystemExit):
        call_command("import_register", str(path), "--organisation", HELSINGBORG, "--json")
    printed = capsys.readouterr().out
    (problem,) = json.loads(printed)["problems"]
    assert (problem["row"], problem["column"]) == (2, "Leverantör")
    assert "personnummer" in problem["reason"]
    assert "850709" not in printed
    assert "850709" not in str(list(ImportBatch.objects.values("counts", "mapping", "rows__details")))
    assert Contract.objects.get().number == "A-2"


def contract_of(text, name="a.csv", **options):
    """The only contract after an import by the command."""
    path = options["folder"] / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    call_command("import_register", str(path), "--organisation", HELSINGBORG)
    return Contract.objects.get()


def test_two_columns_with_the_same_heading_are_both_kept(helsingborg, tmp_path):
    text = "avtalsnamn;leverantör;Kontakt;Kontakt;Övrigt;övrigt\nMåleri;Grind AB;Eva;Kalle;ett;två\n"
    contract = contract_of(text, folder=tmp_path)
    assert {"Eva", "Kalle", "ett", "två"} <= set(contract.source_values.values())


def test_very_long_headings_are_cut_and_their_cells_kept(helsingborg, tmp_path):
    sheet = xlsx(
        {"Avtal": [["avtalsnamn", "leverantör", "Märkning", "ä" * 3000], ["Måleri", "Grind AB", "a", "b" * 900]]}
    )
    contract = contract_of(sheet, "lang.xlsx", folder=tmp_path)
    assert contract.source_values["ä" * 200] == "b" * 900


def test_sheets_without_a_table_are_passed_by(helsingborg, tmp_path):
    sheet = xlsx({"Läs mig": [["Hej"]], "Avtal": [["avtalsnamn", "leverantör"], ["Måleri", "Grind AB"]], "Tomt": []})
    assert contract_of(sheet, "blad.xlsx", folder=tmp_path).title == "Måleri"


def test_a_sheet_with_other_headings_is_told_and_not_dropped(helsingborg, tmp_path, capsys):
    sheet = xlsx(
        {"Avtal": [["avtalsnamn", "leverantör"], ["Måleri", "Grind AB"]], "Bilar": [["Märke", "Färg"], ["Saab", "röd"]]}
    )
    (tmp_path / "blad.xlsx").write_bytes(sheet)
    with pytest.raises(SystemExit):
        call_command("import_register", str(tmp_path / "blad.xlsx"), "--organisation", HELSINGBORG, "--json")
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert problem["value"] == "Bilar"
    assert "dess 1 rader följer inte med" in problem["reason"]


def test_headings_of_two_sheets_may_mean_the_same_field(helsingborg, tmp_path):
    sheets = {
        "Löpande": [["Avtalsnummer", "Leverantör"], ["A-1", "Grind AB"]],
        "Utgångna": [["Avtalsnummer", "Leverantörsnamn"], ["A-2", "Stängsel AB"]],
    }
    (tmp_path / "blad.xlsx").write_bytes(xlsx(sheets))
    call_command("import_register", str(tmp_path / "blad.xlsx"), "--organisation", HELSINGBORG)
    assert sorted(Supplier.objects.values_list("name", flat=True)) == ["Grind AB", "Stängsel AB"]


def test_remembered_columns_fit_a_file_that_spells_its_headings_otherwise(helsingborg, tmp_path):
    for number, heading in enumerate(("Leverantör", "LEVERANTÖR")):
        path = tmp_path / f"{number}.csv"
        path.write_text(f"Avtalsnummer;{heading}\nA-{number};Grind AB\n")
        call_command("import_register", str(path), "--organisation", HELSINGBORG)
    assert Contract.objects.count() == 2
