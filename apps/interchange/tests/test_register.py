"""From headings to fields and from rows to values, with the registers that municipalities delivered."""

import csv
import time
from collections import Counter
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.interchange import mapping
from apps.interchange.mapping import Field, from_names, problems, propose, signature
from apps.interchange.reading import Row, read
from apps.interchange.register_rows import ParsedRow, Problem, parse_row, parse_rows, parse_sheet
from apps.interchange.tests.shared_data import shared
from apps.interchange.values import YesNo

# The template's headings, the fields they mean and a row without faults.
TEMPLATE, TEMPLATE_FIELDS, GOOD = csv.reader(
    [
        "avtalsnummer;diarienummer;avtalsnamn;leverantor;organisationsnummer;forvaltning;startdatum;slutdatum;"
        "max_slutdatum;avtalsvarde_kr;cpv;sociala_krav;praktikplatser_krav;larlingar_krav;mentorer_krav",
        "contract_number;case_number;title;supplier_name;supplier_org_number;department;starts_on;ends_on;"
        "latest_end_on;value;cpv;social;internships;apprenticeships;mentors",
        "A-1;KS 2026/101;Måleri;Exempelmåleri AB;559999-0131;Skolan;2026-10-01;2028-09-30;"
        "2030-09-30;1 900 000,50;45442100-8;ja;2;1;1",
    ],
    delimiter=";",
)


def parse(**changes):
    """The good row of the template with some cells changed, by field name."""
    cells = list(GOOD)
    for name, cell in changes.items():
        cells[TEMPLATE_FIELDS.index(name)] = cell
    return parse_row(propose(TEMPLATE), TEMPLATE, Row(2, tuple(cells)))


def fields_of(header, rows=()):
    return [str(field) for field in propose(header, rows).values()]


@pytest.mark.parametrize(
    "change",
    [
        lambda label: label,
        str.upper,
        str.title,
        lambda label: label.replace("_", " "),
        lambda label: (
            label.replace("larlingar", "lärlingar").replace("leverantor", "Leverantör").replace("varde", "värde")
        ),
        lambda label: label.replace("forvaltning", "Förvaltning").replace("varde_kr", "värde (kr, exkl. moms)"),
        lambda label: f" {label}: ",
    ],
)
def test_the_template_is_recognised_in_any_casing_with_or_without_swedish_letters(change):
    assert fields_of([change(label) for label in TEMPLATE]) == TEMPLATE_FIELDS


@pytest.mark.parametrize(
    ("header", "fields"),
    [
        (
            ["Dnr", "Benämning", "Leverantörens namn", "Org.nr"],
            ["case_number", "title", "supplier_name", "supplier_org_number"],
        ),
        (["Avtal", "Leverantör", "Fr.o.m.", "T.o.m."], ["title", "supplier_name", "starts_on", "ends_on"]),
        (["Avtalsvärde, kr", "Ansvarig upphandlare", "Kontaktperson"], ["value", "responsible", "contact"]),
        (["Anställningar krav", "Slutdatum inkl. optioner"], ["employments", "latest_end_on"]),
        (["Leverantör", "Leverantör"], ["supplier_name"]),
        (["Beställarens organisationsnummer", "Leverantörens telefon", "Kolumn C", ""], []),
        (["Leverantör/entreprenör", "Datum för avtalsstart"], ["supplier_name", "starts_on"]),
    ],
)
def test_headings_of_other_registers_are_recognised_or_left_to_a_person(header, fields):
    assert fields_of(header) == fields


def test_the_cells_decide_where_a_heading_means_two_things():
    assert fields_of(["Avtal", "Leverantör"], [["KS-2026-101-A", "X AB"]]) == ["contract_number", "supplier_name"]
    assert fields_of(["Avtal", "Leverantör"], [["Avfallshämtning", "X AB"]]) == ["title", "supplier_name"]
    assert fields_of(["Avtalstid"], [["24 månader"]]) == ["extension"]
    assert fields_of(["Avtalstid"], [["2024-01-01 - 2025-12-31"]]) == ["period"]
    assert fields_of(["Praktik, önskemål"], [["gärna"]]) == []


def test_a_wrong_value_under_a_known_heading_does_not_unmap_the_column():
    assert fields_of(["Leverantör", "Slutdatum"], [["X AB", "2026-02-30"]]) == ["supplier_name", "ends_on"]


def test_every_synonym_belongs_to_one_field():
    words = Counter(word for words in mapping._SYNONYMS.values() for word in words.split())
    assert [word for word, times in words.items() if times > 1] == []
    assert all(mapping.normalise_label(word) == word for word in words)
    assert all(field.label for field in Field)


def test_a_mapping_without_supplier_or_contract_or_with_a_field_twice_is_refused():
    assert problems({0: Field.SUPPLIER_NAME, 1: Field.TITLE}) == []
    assert problems({0: Field.TITLE})[0].startswith("Ingen kolumn är vald som Leverantör.")
    assert problems({0: Field.SUPPLIER_NAME})[0].startswith("Ingen kolumn säger vilket avtal det är.")
    assert problems({0: Field.SUPPLIER_NAME, 1: Field.TITLE, 2: Field.TITLE}) == [
        "Avtalets namn är vald för flera kolumner. Välj en av dem."
    ]


def test_the_signature_follows_the_layout_and_not_its_looks():
    assert signature(["Leverantör", "Org.nr"]) == signature(["LEVERANTOR", "orgnr"])
    assert signature(["Leverantör", "Org.nr"]) != signature(["Org.nr", "Leverantör"])


def test_a_mapping_file_names_headings_and_fields():
    assert from_names(["Firma", "Sak"], {"firma": "supplier_name", "Sak": "title"}) == {
        0: Field.SUPPLIER_NAME,
        1: Field.TITLE,
    }
    with pytest.raises(ValueError, match="ingen kolumn som heter ”Ort”"):
        from_names(["Firma"], {"Ort": "title"})
    with pytest.raises(ValueError, match="”namn” är inget känt fält"):
        from_names(["Firma"], {"Firma": "namn"})


def test_a_good_row_gives_typed_values():
    row = parse().values
    assert (row.contract_number, row.case_number, row.title) == ("A-1", "KS 2026/101", "Måleri")
    assert (row.supplier_name, row.supplier_org_number, row.is_sole_trader) == ("Exempelmåleri AB", "5599990131", False)
    assert (row.starts_on, row.ends_on, row.latest_end_on) == (date(2026, 10, 1), date(2028, 9, 30), date(2030, 9, 30))
    assert (row.value, row.cpv, row.social) == (Decimal("1900000.50"), "45442100", YesNo.YES)
    assert (row.internships, row.apprenticeships, row.mentors, row.employments) == (2, 1, 1, None)


def test_a_sole_trader_s_number_leaves_no_trace():
    for written in ("850709-9805", "19850709-9805", 8507099805, 8507099805.0, "SE850709980501"):
        parsed = parse(supplier_org_number=written)
        assert parsed.values.is_sole_trader
        assert parsed.values.supplier_org_number is None
        assert "850709" not in repr(parsed)


def test_a_personal_number_in_a_text_is_refused_and_masked():
    parsed = parse(title="Praktik för 850709-9805 på lagret")
    assert parsed.values is None
    assert parsed.problems[0].value == "Praktik för ******-**** på lagret"
    assert "personnummer" in parsed.problems[0].reason
    assert "9805" not in repr(parsed)


def test_unmapped_columns_are_kept_beside_with_personal_numbers_masked():
    header = ["Avtal", "Leverantör", "Övrigt att veta", "Tomt"]
    parsed = parse_row(propose(header), header, Row(2, ("Måleri", "X AB", "Ring 850709-9805", "")))
    assert parsed.values.extra == (("Övrigt att veta", "Ring ******-****"),)


def test_every_problem_of_a_row_is_named_with_column_value_and_reason():
    parsed = parse(
        supplier_org_number="559999-0017",
        starts_on="2026-02-30",
        cpv="99999999",
        internships="x",
        value="-",
        social="?",
    )
    assert parsed.values is None
    assert [(problem.row, problem.column, problem.value) for problem in parsed.problems] == [
        (2, "organisationsnummer", "559999-0017"),
        (2, "startdatum", "2026-02-30"),
        (2, "cpv", "99999999"),
        (2, "praktikplatser_krav", "x"),
    ]
    assert all(problem.reason.endswith(".") for problem in parsed.problems)


@pytest.mark.parametrize(
    ("changes", "column", "reason"),
    [
        ({"supplier_name": " "}, "leverantor", "Leverantörens namn saknas"),
        ({"supplier_name": "x" * 201}, "leverantor", "längre än 200 tecken"),
        ({"contract_number": "x" * 61}, "avtalsnummer", "längre än 60 tecken"),
        ({"ends_on": "2026-09-30"}, "slutdatum", "Slutdatum 2026-09-30 ligger före startdatum 2026-10-01"),
        ({"starts_on": "tillsvidare"}, "startdatum", "kan inte börja tillsvidare"),
        ({"contract_number": "", "case_number": "", "title": "-" * 0}, "avtalsnamn", "vilket avtal det är"),
        ({"value": "-5"}, "avtalsvarde_kr", "negativt"),
        ({"social": "kanske"}, "sociala_krav", "ja eller nej"),
    ],
)
def test_what_refuses_a_row(changes, column, reason):
    (problem,) = parse(**changes).problems
    assert problem.column == column
    assert reason in problem.reason


def test_doubts_warn_and_refuse_nothing():
    parsed = parse(latest_end_on="2027-01-01", cpv="45442100-1")
    assert parsed.values is not None
    assert [warning.column for warning in parsed.warnings] == ["cpv", "max_slutdatum"]


def test_an_end_until_further_notice_is_no_date():
    row = parse(ends_on="tillsvidare").values
    assert (row.ends_on, row.is_until_further_notice) == (None, True)


def test_a_missing_supplier_number_is_no_problem():
    for written in ("", "-", "saknas", "0"):
        row = parse(supplier_org_number=written).values
        assert (row.supplier_org_number, row.is_sole_trader) == (None, False)


def test_the_title_falls_back_on_the_goods_group_and_the_number():
    header = ["Avtalsnummer", "Leverantör", "Varugrupp", "Undergrupp"]
    rows = [Row(2, ("A-1", "X AB", "Måleri", "Norr")), Row(3, ("A-2", "X AB", "", ""))]
    assert [row.values.title for row in parse_rows(rows, header, propose(header))] == ["Måleri – Norr", "A-2"]


def test_a_text_that_our_own_export_protected_comes_back_as_it_was():
    assert parse(title="'=Plåt").values.title == "=Plåt"


def test_a_rank_by_letters_warns_only():
    header = ["Avtal", "Leverantör", "Rangordning"]
    parsed = parse_row(propose(header), header, Row(2, ("Måleri", "X AB", "1 A")))
    assert (parsed.values.rank, len(parsed.warnings)) == (None, 1)


@given(st.lists(st.text(max_size=20) | st.integers() | st.floats() | st.none(), min_size=15, max_size=15))
def test_every_row_is_either_values_or_named_problems(cells):
    parsed = parse_row(propose(TEMPLATE), TEMPLATE, Row(7, tuple(cells)))
    assert (parsed.values is None) == bool(parsed.problems)
    assert all(problem.row == 7 and problem.column and problem.reason for problem in parsed.problems)


@pytest.mark.slow
def test_fifty_thousand_rows_take_seconds():
    lines = [";".join(TEMPLATE)]
    lines += [";".join([f"A-{number}", f"KS {number}", f"Måleri {number}", *GOOD[3:]]) for number in range(50_000)]
    data = "\r\n".join(lines).encode()
    before = time.process_time()
    (sheet,) = read(data, "stor.csv")
    rows = list(parse_sheet(sheet, propose(sheet.header, (row.cells for row in sheet.rows))))
    assert sum(row.values is not None for row in rows) == 50_000
    assert time.process_time() - before < 12


# Per table: rows parsed, rows with problems. Counted by eye in the files.
COUNTS = {
    "avtal_utf8bom_semikolon.csv": [(5, 1)],
    "avtal_iso8859-1_semikolon.csv": [(5, 1)],
    "avtal_utf16le_tab.txt": [(5, 1)],
    "avtalskatalog_tva_blad_aktiva_utgangna.xlsx": [(3, 0), (1, 0)],
    "e-avrop_avtalsstatistik_rubrik_rad4.xls": [(3, 0)],
    "mercell_avtalsdatabas_utan_orgnr.xlsx": [(3, 0)],
    "stad_avtal_en_rad_per_leverantor.xlsx": [(4, 0)],
}


def parsed_tables(name):
    data = shared(f"avtalsregister-layouter/{name}").read_bytes()
    tables = []
    for sheet in (sheet for sheet in read(data, name) if sheet.has_table):
        proposal = propose(sheet.header, (row.cells for row in sheet.rows))
        assert problems(proposal) == []
        tables.append(list(parse_sheet(sheet, proposal)))
    return tables


@pytest.mark.parametrize("name", COUNTS)
def test_every_row_of_a_real_layout_is_parsed_or_named(name):
    tables = parsed_tables(name)
    found = [(sum(row.values is not None for row in rows), sum(bool(row.problems) for row in rows)) for rows in tables]
    assert found == COUNTS[name]
    assert not any("850709" in repr(rows) for rows in tables)


def test_no_layout_is_missing_from_the_counts():
    folder = shared("avtalsregister-layouter")
    assert {file.name for file in folder.iterdir()} == set(COUNTS)


def test_our_template_says_the_same_in_three_encodings():
    names = ("avtal_utf8bom_semikolon.csv", "avtal_iso8859-1_semikolon.csv", "avtal_utf16le_tab.txt")
    first, *others = (parsed_tables(name)[0] for name in names)
    assert all(rows == first for rows in others)
    assert [row.values.supplier_org_number for row in first[:5]] == [
        *("5599990131", None, "5599990149", "5599990156", "5599990164")
    ]
    assert [row.values.value for row in first[:5]] == [
        Decimal(kr) for kr in ("1900000.50", 1_000_000, 12_500_000, 500_000, 1_000_000)
    ]
    assert [row.values.social for row in first[:5]] == [YesNo.YES, YesNo.YES, YesNo.YES, YesNo.NO, YesNo.UNKNOWN]
    assert first[4].values.starts_on == date(2026, 2, 1)
    assert [problem.column for problem in first[5].problems] == [
        "organisationsnummer",
        "startdatum",
        "cpv",
        "praktikplatser_krav",
    ]


def test_a_register_with_one_row_per_supplier_keeps_rank_and_extension():
    (rows,) = parsed_tables("stad_avtal_en_rad_per_leverantor.xlsx")
    assert [(row.values.contract_number, row.values.rank, row.values.extension) for row in rows] == [
        ("IK24001-01", 1, "12+12 mån"),
        ("IK24001-02", 2, "12+12 mån"),
        ("IK24001-03", 3, ""),
        ("IK24017-01", None, ""),
    ]
    assert [row.values.is_sole_trader for row in rows] == [False, False, True, False]
    assert rows[3].values.starts_on == date(2024, 5, 1)


def test_a_register_without_numbers_is_read_by_title_and_period():
    (rows,) = parsed_tables("mercell_avtalsdatabas_utan_orgnr.xlsx")
    found = [(row.row, row.values.title, row.values.starts_on, row.values.ends_on) for row in rows]
    assert found == [
        (3, "Avfallshämtning", date(2019, 6, 1), date(2026, 9, 30)),
        (4, "Yrkeskläder", date(2024, 1, 1), date(2025, 12, 31)),
        (5, "Snittblommor", None, None),
    ]
    assert rows[2].values.is_until_further_notice


def test_an_xls_with_its_header_on_row_four_keeps_what_has_no_field():
    (rows,) = parsed_tables("e-avrop_avtalsstatistik_rubrik_rad4.xls")
    assert [row.row for row in rows] == [5, 6, 7]
    assert [row.values.supplier_org_number for row in rows] == ["5599990099", "5599990107", "5599990115"]
    assert rows[2].values.ends_on == date(2026, 1, 31)
    assert rows[0].values.extra == (("Avtalstecknare", "Storköpings kommun"),)


def test_types_are_what_they_say():
    parsed = parse(value="x")
    assert isinstance(parsed, ParsedRow)
    assert isinstance(parsed.problems[0], Problem)
