"""Files in every wrapping that registers come in, and one sentence for everything that is none."""

import datetime
import io
import json
import random
import zlib

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from apps.interchange import limits, reading, workbook_child, workbooks
from apps.interchange.reading import ReadingError, column_letter, read
from apps.interchange.tests import files
from apps.interchange.tests.files import HEADER, ROWS, csv_text, xlsx
from apps.interchange.tests.shared_data import shared

TABLE = [HEADER, *ROWS]


def cells(sheet):
    return [list(row.cells) for row in sheet.rows]


@pytest.mark.parametrize("newline", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode("utf-8"),
        lambda text: b"\xef\xbb\xbf" + text.encode("utf-8"),
        lambda text: text.encode("cp1252"),
        lambda text: text.encode("iso-8859-1"),
        lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
        lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
        lambda text: text.encode("utf-16-le"),
        lambda text: text.encode("utf-16-be"),
    ],
    ids=["utf8", "utf8-bom", "cp1252", "latin1", "utf16le-bom", "utf16be-bom", "utf16le", "utf16be"],
)
def test_the_same_table_is_read_from_every_encoding_separator_and_line_end(encode, separator, newline):
    rows = [[cell.replace(",", ".") if separator == "," else cell for cell in row] for row in TABLE]
    (sheet,) = read(encode(csv_text(rows, separator, newline)), "register.csv")
    assert list(sheet.header) == HEADER
    assert cells(sheet) == rows[1:]
    assert [row.number for row in sheet.rows] == [2, 3]
    assert sheet.skipped == ()


def test_a_quoted_cell_keeps_its_separator_quotation_marks_and_line_break():
    data = 'Avtal;Leverantör\r\n"Målning; ""norr""\r\noch söder";Exempel AB\r\nStädning;Två AB\r\n'.encode()
    (sheet,) = read(data, "a.csv")
    assert cells(sheet) == [['Målning; "norr"\r\noch söder', "Exempel AB"], ["Städning", "Två AB"]]
    assert [row.number for row in sheet.rows] == [2, 3]


def test_a_lone_carriage_return_inside_a_cell_is_no_new_row():
    (sheet,) = read(b"Avtal;Bolag\r\nE3. Teknik\r Konsult;Ett AB\r\n", "a.csv")
    assert cells(sheet) == [["E3. Teknik  Konsult", "Ett AB"]]


def test_quotation_marks_that_were_never_meant_as_such_are_read_as_they_stand():
    (sheet,) = read('Avtal;Bolag\r\n"Norr" och söder;AB "X"\r\n'.encode(), "a.csv")
    assert cells(sheet) == [['"Norr" och söder', 'AB "X"']]


def test_a_separator_line_from_excel_is_obeyed():
    (sheet,) = read(b"sep=|\r\nAvtal|Bolag\r\nEtt|Ett AB; Malm\xc3\xb6\r\n", "a.csv")
    assert cells(sheet) == [["Ett", "Ett AB; Malmö"]]


def test_the_separator_is_the_one_that_fits_all_rows():
    (sheet,) = read("År;Typ;Antal upphandlingar, Socialtyp, Summa\r\n2021;Annat;749\r\n".encode(), "a.csv")
    assert sheet.header == ("År", "Typ", "Antal upphandlingar, Socialtyp, Summa")


def test_titles_blanks_sums_and_repeated_headers_are_reported_as_skipped():
    rows = [
        ["Avtalsstatistik", "", "", "", ""],
        ["Uttagen 2026-09-01", "", "", "", ""],
        ["", "", "", "", ""],
        HEADER,
        ROWS[0],
        ["", " ", "\u00a0", "", ""],
        HEADER,
        ROWS[1],
        ["Summa", "", "", "", "2 400 000,50 kr"],
        ["Totalt:", "", "2", "", ""],
    ]
    (sheet,) = read(csv_text(rows).encode(), "a.csv")
    assert sheet.header_row_number == 4
    assert [row.number for row in sheet.rows] == [5, 8]
    assert [(skipped.number, skipped.reason) for skipped in sheet.skipped] == [
        (1, "text ovanför rubrikraden"),
        (2, "text ovanför rubrikraden"),
        (6, "tom rad"),
        (7, "upprepad rubrikrad"),
        (9, "summarad"),
        (10, "summarad"),
    ]


def test_a_supplier_called_summa_is_no_sum():
    (sheet,) = read(csv_text([HEADER, ["Summa", "Summa Konsult AB", "", "", "5"]]).encode(), "a.csv")
    assert len(sheet.rows) == 1


def test_a_row_of_zeros_is_not_blank():
    (sheet,) = read(xlsx({"Blad1": [["Antal a", "Antal b"], [0, 0.0], ["", 0]]}), "a.xlsx")
    assert cells(sheet) == [[0, 0], ["", 0]]


@pytest.mark.parametrize("position", range(10))
def test_the_header_is_found_on_any_of_the_first_ten_rows(position):
    rows = [["Uttag", "Nynäshamn", "", "", ""]] * position + TABLE
    (sheet,) = read(csv_text(rows).encode(), "a.csv")
    assert sheet.header_row_number == position + 1
    assert len(sheet.rows) == 2


def test_a_header_below_the_tenth_row_is_refused():
    with pytest.raises(ReadingError, match="ingen rubrikrad bland de tio första raderna"):
        read(csv_text([["", ""]] * 10 + TABLE).encode(), "a.csv")


def test_cells_beyond_the_last_heading_are_kept_under_the_column_s_letter():
    (sheet,) = read(b"Avtal;;Bolag;Ort\r\nEtt;2;Tre;Fyra;Fem\r\nSex\r\n", "a.csv")
    assert sheet.header == ("Avtal", "Kolumn B", "Bolag", "Ort", "Kolumn E")
    assert cells(sheet) == [["Ett", "2", "Tre", "Fyra", "Fem"], ["Sex", "", "", "", ""]]


def test_columns_are_lettered_as_in_a_spreadsheet():
    assert [column_letter(position) for position in (0, 25, 26, 51, 52, 701, 702)] == [
        *("A", "Z", "AA", "AZ", "BA", "ZZ", "AAA")
    ]


def test_several_sheets_are_read_and_those_without_a_table_are_named():
    data = xlsx(
        {"Information": [["Mercell"]], "Aktiva": TABLE, "Tomt": [], "Utgångna": TABLE[:2], "Listor": TABLE},
        hidden=["Listor"],
    )
    sheets = read(data, "a.xlsx")
    assert [(sheet.name, sheet.has_table, len(sheet.rows)) for sheet in sheets] == [
        ("Information", False, 0),
        ("Aktiva", True, 2),
        ("Utgångna", True, 1),
        ("Listor", False, 0),
    ]
    assert sheets[0].skipped == ((1, "ingen rubrikrad bland de tio första raderna"),)
    assert sheets[3].skipped == ((0, "dolt blad"),)


def test_typed_cells_keep_their_type_and_whole_numbers_are_whole():
    day = datetime.date(2026, 10, 1)
    (sheet,) = read(xlsx({"Blad1": [["A a", "B b", "C c", "D d", "E e"], [5599990131, 2.5, day, True, "x"]]}), "a.xlsx")
    assert cells(sheet) == [[5599990131, 2.5, day, True, "x"]]
    assert [type(cell) for cell in sheet.rows[0].cells] == [int, float, datetime.date, bool, str]


@pytest.mark.parametrize(
    ("data", "name", "complaint"),
    [
        (b"", "tom.csv", "är tom"),
        (b"\xef\xbb\xbf \r\n", "tom.csv", "är tom"),
        (b"a" * (limits.MAX_BYTES + 1), "stor.csv", "större än 20 MB"),
        (csv_text(TABLE).encode(), "avtal.xlsm", "makron"),
        (csv_text(TABLE).encode(), "avtal.xlsx", "heter .xlsx men är inget kalkylark"),
        (b"Avtal;Bolag\r\nEtt\x00;Tv\xc3\xa5\r\n", "noll.csv", "nolltecken"),
        (b"MZ" + bytes(range(256)) * 9, "program.csv", "nolltecken"),
        (bytes(range(1, 32)) * 9, "skräp.csv", "är ingen textfil"),
        (b"Avtal;Bolag\r\n\x81\x8d;x\r\n", "kod.csv", "okänd teckenkodning"),
        ("Avtal;Leverantör\r\nEtt;x\r\n".encode() + b"\xe5;y\r\n", "kod.csv", "trasigt tecken på rad 3"),
        (b"\xff\xfeA\x00\x00", "kod.csv", "trasigt tecken"),
        (b"<!DOCTYPE html><table><tr><td>Avtal</td></tr></table>", "export.xls", "webbsida"),
        (b"\xef\xbb\xbf\r\n  <HTML><body>", "export.csv", "webbsida"),
        (b'<?xml version="1.0"?><Workbook/>', "export.xls", "XML"),
        (b'{"rows": [1, 2]}', "export.csv", "JSON"),
        (b"%PDF-1.7 ...", "avtal.csv", "PDF"),
        (b"\x89PNG\r\n", "bild.csv", "bild"),
        (b"ett\r\ntv\xc3\xa5\r\n", "a.csv", "inga kolumner"),
        (b'Avtal;Bolag\r\n"Ett;Ett AB\r\nTv\xc3\xa5\r\n', "citat.csv", "citattecken som inte går ihop på rad 3"),
        (b"Avtal;Bolag\r\n" + b"x" * 200_000 + b";y\r\n", "cell.csv", "orimligt lång cell på rad 2"),
        (b"1;2\r\n3;4\r\n", "siffror.csv", "ingen rubrikrad"),
        (csv_text([HEADER] + [["A", "B", "", "", ""]] * 50_001).encode(), "lång.csv", "fler än 50 000 rader"),
        (csv_text([["x"] * 5] * 100_001).encode(), "lång.csv", "fler än 100000 rader"),
        (csv_text([[f"Kolumn{n}" for n in range(201)]] * 2).encode(), "bred.csv", "fler än 200 kolumner"),
        (b"PK\x03\x04 trasig", "trasig.xlsx", "skadad"),
        (xlsx({"Blad1": TABLE})[:-40], "trasig.xlsx", "skadad"),
        (files.archive({"läs mig.txt": b"hej"}), "arkiv.zip", "zip-arkiv"),
        (files.archive({"word/document.xml": b"<w/>"}), "brev.docx", "Worddokument"),
        (files.archive({"content.xml": b"<o/>"}), "ark.ods", "OpenDocument"),
        (files.with_member(xlsx({"B": TABLE}), "xl/vbaProject.bin"), "avtal.xlsx", "makron"),
        (files.with_declared_size(xlsx({"B": TABLE}), "xl/workbook.xml", 300 << 20), "bomb.xlsx", "större än 200 MB"),
        (files.with_declared_size(xlsx({"B": TABLE}), "xl/workbook.xml", 9), "lögn.xlsx", "egen innehållsförteckning"),
        (files.archive({"xl/workbook.xml": b"<trasig"}), "avtal.xlsx", "skadad"),
        (files.ole("EncryptedPackage"), "hemlig.xlsx", "lösenord"),
        (files.ole("Workbook", "_VBA_PROJECT"), "makro.xls", "makron"),
        (files.ole("WordDocument"), "brev.doc", "är inget kalkylark"),
        (files.ole("Workbook"), "trasig.xls", "skadad"),
        (xlsx({"Blad1": [["bara en cell"]]}), "en.xlsx", "ingen rubrikrad"),
    ],
)
def test_what_cannot_be_read_gets_one_sentence_with_the_file_the_fault_and_the_way_out(data, name, complaint):
    with pytest.raises(ReadingError) as refusal:
        read(data, f"/hemma/karin/{name}")
    sentence = str(refusal.value)
    assert sentence.startswith(f"Filen ”{name}” ")
    assert complaint in sentence
    assert sentence.endswith(".")
    assert "; " in sentence
    assert sentence.count(". ") == 0


def test_a_value_far_outside_the_table_ends_the_reader_but_not_us():
    far = io.BytesIO()
    with xlsxwriter.Workbook(far) as workbook:
        sheet = workbook.add_worksheet()
        for position, label in enumerate(HEADER):
            sheet.write(0, position, label)
        sheet.write(90_000, 16_383, "långt bort")
    with pytest.raises(ReadingError, match="långt utanför tabellen"):
        read(far.getvalue(), "långt.xlsx")


def test_a_sheet_that_stretches_below_all_limits_is_refused_by_its_name():
    low = io.BytesIO()
    with xlsxwriter.Workbook(low) as workbook:
        sheet = workbook.add_worksheet("Register")
        sheet.write(0, 0, "Avtal")
        sheet.write(1_048_575, 0, "långt ner")
    with pytest.raises(ReadingError, match="”Register”, som sträcker sig till rad 1048576"):
        read(low.getvalue(), "lång.xlsx")


def test_an_archive_that_unpacks_to_more_than_it_says_is_stopped_while_unpacking():
    bomb = files.archive({"xl/workbook.xml": bytes(50 << 20)})
    with pytest.raises(ReadingError, match="egen innehållsförteckning"):
        read(files.with_declared_size(bomb, "xl/workbook.xml", 1000), "bomb.xlsx")
    packed = zlib.compress(bytes(50 << 20), wbits=-zlib.MAX_WBITS)
    assert workbooks._inflated_size(memoryview(packed), 1000) <= 1 << 20
    assert workbooks._inflated_size(memoryview(packed), 50 << 20) == 50 << 20
    assert workbooks._inflated_size(memoryview(packed)[:-9], 50 << 20) == -1


def test_a_file_name_cannot_break_the_sentence():
    with pytest.raises(ReadingError) as refusal:
        read(b"", "C:\\Users\\x\r\n" + "å" * 200 + ".csv")
    assert "\n" not in str(refusal.value)
    assert len(str(refusal.value)) < 160


def outcome(data, name):
    """The sentence of the refusal, or the sheets."""
    try:
        return read(data, name)
    except ReadingError as refusal:
        return str(refusal)


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode), st.sampled_from(["a.csv", "a.xlsx", "a.xls"]))
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_bytes_make_the_reader_raise_anything_but_its_own_refusal(data, name):
    answer = outcome(data, name)
    assert answer.endswith(".") if isinstance(answer, str) else any(sheet.has_table for sheet in answer)


def test_damaged_workbooks_are_refused_or_read_but_never_break():
    chance = random.Random(1)
    whole = xlsx({"Blad1": TABLE})
    for _ in range(40):
        damaged = bytearray(whole)
        for _ in range(chance.randint(1, 8)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        answer = outcome(bytes(damaged), "a.xlsx")
        assert not isinstance(answer, str) or answer.startswith("Filen ”a.xlsx” ")


texts = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)


@given(st.lists(st.lists(texts, min_size=3, max_size=3), min_size=1, max_size=5), st.sampled_from([";", ",", "\t"]))
@settings(deadline=None)
def test_every_text_survives_a_quoted_csv_file(rows, separator):
    quoted = [['"' + cell.replace('"', '""') + '"' for cell in row] for row in [["Ett a", "Två b", "Tre c"], *rows]]
    (sheet,) = read(b"\xef\xbb\xbf" + csv_text(quoted, separator).encode(), "a.csv")
    kept = {row.number: list(row.cells) for row in sheet.rows}
    skipped = {entry.number for entry in sheet.skipped}
    for number, row in enumerate(rows, start=sheet.header_row_number + 1):
        assert kept.get(number) == row or number in skipped


LAYOUTS = {
    "avtalsregister-layouter/avtal_utf8bom_semikolon.csv": [("", 1, 15, 6, 0)],
    "avtalsregister-layouter/avtal_iso8859-1_semikolon.csv": [("", 1, 15, 6, 0)],
    "avtalsregister-layouter/avtal_utf16le_tab.txt": [("", 1, 15, 6, 0)],
    "avtalsregister-layouter/avtalskatalog_tva_blad_aktiva_utgangna.xlsx": [
        ("Blad1", 1, 8, 3, 0),
        ("Blad2", 1, 8, 1, 0),
    ],
    "avtalsregister-layouter/e-avrop_avtalsstatistik_rubrik_rad4.xls": [("Statistik", 4, 11, 3, 2)],
    "avtalsregister-layouter/mercell_avtalsdatabas_utan_orgnr.xlsx": [
        ("Information", 0, 0, 0, 1),
        ("Blad2", 2, 4, 3, 1),
    ],
    "avtalsregister-layouter/stad_avtal_en_rad_per_leverantor.xlsx": [("Blad1", 1, 11, 4, 0)],
    "leverantorsreskontra/layout_utf16le_komma_decimalkomma.csv": [("", 1, 14, 4, 0)],
    "leverantorsreskontra/vgr_sample_cr_only.csv": [("", 1, 15, 4, 0)],
    "uhm-statistik/uhm_2021_kommunsektor_kompakt.csv": [("", 1, 12, 13_614, 0)],
    "uhm-statistik/uhm_2021_socialtyp_riket.csv": [("", 1, 3, 7, 0)],
    "uhm-statistik/uhm_2021_helsingborg_upphandlingar.xlsx": [("Antal upphandlingar, Summa", 1, 33, 136, 0)],
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_real_layouts_are_read_with_every_row_accounted_for(name):
    found = [
        (sheet.name, sheet.header_row_number, len(sheet.header), len(sheet.rows), len(sheet.skipped))
        for sheet in reading.read(shared(name).read_bytes(), name)
    ]
    assert found == LAYOUTS[name]


def test_a_json_ledger_is_refused_with_the_way_out():
    data = shared("leverantorsreskontra/vasteras_sample.json").read_bytes()
    with pytest.raises(ReadingError, match=r"är en JSON-fil; hämta tabellen som \.xlsx eller \.csv"):
        read(data, "vasteras_sample.json")


def test_every_kind_of_cell_survives_the_way_from_the_child():
    cells = ["Å\ud800", 3, 0.1, True, "", datetime.date(2026, 2, 1), datetime.time(7, 30)]
    cells += [
        datetime.datetime.fromisoformat("2026-02-01T13:05:09.125"),
        datetime.timedelta(hours=26, microseconds=5),
        1e300,
    ]
    answer = json.dumps(["sheets", [["Blad", True, 1, [cells]]]], default=workbook_child.tagged)
    kind, (sheet,) = workbooks._understood(answer.encode())
    assert (kind, sheet.rows) == ("sheets", [cells])
    assert list(map(type, sheet.rows[0])) == list(map(type, cells))


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"cos\nsystem\n(S'true'\ntR.",
        b"7",
        b'["sheets", [7]]',
        b'["sheets", [["A", true, 1, [[{"eval": "1"}]]]]]',
        b'["sheets", [["A", true, 1, [[{"date": {"date": "2026-02-01"}}]]]]]',
        b"[" * 100_000,
    ],
)
def test_an_answer_from_the_child_that_is_no_table_is_a_broken_file(answer):
    assert workbooks._understood(answer) == ("error", "died")
