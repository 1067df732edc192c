"""Exports: what comes out opens in a spreadsheet as it was, and nothing in it is ever evaluated."""

import csv
import io
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
import python_calamine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from apps.core import exports
from apps.core.exports import Column, csv_chunks, csv_response, neutralise, restore, write_xlsx, xlsx_response

KINDS = ["text", "number", "money", "date", "percent", "phone"]
TEXT_COLUMN = [Column("Värde")]
DANGEROUS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "\x00=1", "\u00a0=1", "\ufeff=1", "'=1"]

texts = st.text(max_size=40) | st.builds("".join, st.lists(st.sampled_from([*DANGEROUS, "a", ";", '"', "\r\n", "'"])))
values = st.one_of(
    texts,
    st.none(),
    st.booleans(),
    st.integers() | st.just(10**400),
    st.floats(),
    st.decimals(allow_nan=True),
    st.dates(),
    st.datetimes(timezones=st.none() | st.just(UTC)),
)


def read_csv(columns, rows):
    text = b"".join(csv_chunks(columns, rows)).decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=";"))


def read_xlsx(columns, rows):
    file = io.BytesIO()
    write_xlsx(file, columns, rows)
    file.seek(0)
    return python_calamine.load_workbook(file).get_sheet_by_index(0).to_python()


@pytest.mark.parametrize("text", DANGEROUS)
def test_a_text_that_could_be_a_formula_gets_an_apostrophe(text):
    assert neutralise(text) == f"'{text}"
    assert read_csv(TEXT_COLUMN, [[text]])[1] == [f"'{text}"]


@pytest.mark.parametrize("text", ["", "a=1", "Städ & Fönster AB", "1-2", "A-2026-001", "'citat'", " x", "\nx"])
def test_an_ordinary_text_stays_as_it_is(text):
    assert neutralise(text) == restore(text) == text


def test_csv_is_utf8_with_bom_semicolons_crlf_and_decimal_commas():
    columns = [Column("Åtgärd"), Column("Värde", "money"), Column("Andel", "percent"), Column("Från", "date")]
    rows = [["Måleri; norr", Decimal("1900000.5"), 65, date(2026, 10, 1)], [None, -5, Decimal("2.5"), None]]
    assert b"".join(csv_chunks(columns, rows)).decode() == (
        '\ufeffÅtgärd;Värde;Andel;Från\r\n"Måleri; norr";1900000,50;65\u00a0%;2026-10-01\r\n;-5,00;2,5\u00a0%;\r\n'
    )


def test_negative_numbers_and_telephones_are_left_alone_but_only_when_they_are_that():
    columns = [Column("Antal", "number"), Column("Telefon", "phone")]
    written = read_csv(columns, [[-3, "+46 70-123 45 67"], ["-3+cmd", "+cmd|' /C calc'!A0"]])
    assert written[1:] == [["-3", "+46 70-123 45 67"], ["'-3+cmd", "'+cmd|' /C calc'!A0"]]


def test_headings_are_neutralised_too():
    assert read_csv([Column("=1+1")], [])[0] == ["'=1+1"]
    assert read_xlsx([Column("=1+1")], [])[0] == ["'=1+1"]


def test_xlsx_cells_are_typed():
    columns = [Column(kind, kind) for kind in KINDS] + [Column("Ja"), Column("Tid", "date"), Column("Stort", "number")]
    row = ["=1+1", 3, Decimal("12.5"), date(2026, 10, 1), 65, "+46 70 1", True]
    moment = datetime(2026, 6, 1, 10, 30, tzinfo=UTC)
    read = read_xlsx(columns, [[*row, moment, 10**16]])[1]
    assert read == [
        "'=1+1",
        3.0,
        12.5,
        date(2026, 10, 1),
        0.65,
        "+46 70 1",
        True,
        moment.replace(tzinfo=None, hour=12),
        str(10**16),
    ]


def test_an_endless_iterator_is_streamed():
    def endless():
        while True:
            yield ["rad"]

    chunks = iter(csv_response(TEXT_COLUMN, endless(), "lista"))
    assert next(chunks).startswith("\ufeffVärde\r\nrad\r\n".encode())
    assert next(chunks).startswith(b"rad\r\n")


def test_rows_beyond_the_last_row_of_a_sheet_continue_on_the_next(monkeypatch):
    monkeypatch.setattr(exports, "ROWS_PER_SHEET", 3)
    file = io.BytesIO()
    write_xlsx(file, TEXT_COLUMN, [[str(number)] for number in range(5)])
    file.seek(0)
    workbook = python_calamine.load_workbook(file)
    sheets = [workbook.get_sheet_by_name(name).to_python() for name in workbook.sheet_names]
    assert sheets == [[["Värde"], ["0"], ["1"]], [["Värde"], ["2"], ["3"]], [["Värde"], ["4"]]]


def test_a_row_of_another_length_than_the_headings_is_an_error_and_never_shifted():
    with pytest.raises(ValueError, match="zip"):
        read_csv(TEXT_COLUMN, [["a", "b"]])


@pytest.mark.parametrize(
    ("filename", "header"),
    [
        ("leverantörer", "attachment; filename*=utf-8''leverant%C3%B6rer.csv"),
        ("placeringar.csv", 'attachment; filename="placeringar.csv"'),
        ("../../etc/passwd\r\nX: y", 'attachment; filename="etc-passwd-X- y.csv"'),
        ('"', 'attachment; filename="export.csv"'),
    ],
)
def test_the_file_name_is_safe_and_keeps_swedish_letters(filename, header):
    response = csv_response(TEXT_COLUMN, [], filename)
    assert response["Content-Disposition"] == header
    assert response["Content-Type"] == "text/csv; charset=utf-8"


@pytest.mark.django_db  # closing a response looks after the database connection
def test_the_xlsx_response_is_a_workbook_without_any_formula():
    response = xlsx_response(TEXT_COLUMN, [["=1+1"], ["https://exempel.se"]], "lista")
    content = b"".join(response)
    response.close()
    assert response["Content-Disposition"] == 'attachment; filename="lista.xlsx"'
    archive = zipfile.ZipFile(io.BytesIO(content))
    assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
    assert not [name for name in archive.namelist() if "rels" in name and "sheet" in name]


@given(st.lists(texts, min_size=1, max_size=5))
def test_texts_survive_a_csv_round_trip_and_none_is_evaluated(row):
    columns = [Column(str(position)) for position in range(len(row))]
    written = read_csv(columns, [row])[1]
    expected = [text.encode("utf-8", "replace").decode() for text in row]
    assert [restore(text) for text in written] == expected
    assert not any(text.strip().startswith(("=", "+", "-", "@")) or text.startswith(("\t", "\r")) for text in written)


@given(st.lists(st.tuples(st.sampled_from(KINDS), values), min_size=1, max_size=6))
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_no_value_in_any_kind_of_column_breaks_an_export_or_becomes_a_formula(cells):
    columns = [Column(f"K{position}", kind) for position, (kind, _) in enumerate(cells)]
    row = [value for _, value in cells]
    for written, (kind, value) in zip(read_csv(columns, [row])[1], cells, strict=True):
        if isinstance(value, str) and kind != "phone":
            assert not written.lstrip().startswith(("=", "+", "-", "@"))
    file = io.BytesIO()
    write_xlsx(file, columns, [row])
    archive = zipfile.ZipFile(file)
    assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
    file.seek(0)
    python_calamine.load_workbook(file).get_sheet_by_index(0).to_python()


def test_a_huge_number_in_a_column_of_dates_stays_a_number_that_readers_can_read():
    file = io.BytesIO()
    write_xlsx(file, [("Datum", "date")], [[9_007_199_254_740]])
    file.seek(0)
    assert python_calamine.load_workbook(file).get_sheet_by_index(0).to_python()[1] == [9_007_199_254_740]


@given(texts)
def test_restore_undoes_neutralise(text):
    assert restore(neutralise(text)) == text
