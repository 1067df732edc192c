"""The national statistics: the traps of the source, and the published figures of ten buyers."""

import json
from datetime import date
from decimal import Decimal

import pytest

from apps.interchange import uhm
from apps.interchange.tests.files import csv_text, xlsx
from apps.interchange.tests.shared_data import shared
from apps.interchange.uhm import Kind, kind_of, read_files, read_paths, summarise
from apps.interchange.values import YesNo
from apps.interchange.wanted import NUMBER_LENGTH, from_statistics
from apps.procurements.models import Contract

BUYER = "2120009994"
COMMON = [
    *("År", "Namn för köpare", "Organisationsnummer för köpare", "Huvudsaklig CPV-kod", "Typ av avtal"),
    *("Socialt hållbar upphandling", "Reserverad upphandling", "Upphandlings-ID", "Upphandlingens titel"),
    "Publiceringsdatum",
]
PROCUREMENTS = [*COMMON, "Antal upphandlingar, Summa"]
TENDERS = [
    *COMMON,
    *("Anbudsområdes-ID", "Namn för leverantör", "Juridisk form för leverantör", "Antal kontrakterade anbud*, Summa"),
]
VALUES = [*COMMON, "Kontrakterat värde, Summa"]


def common(procurement_id, social="", cpv="45442100 Målning", buyer=BUYER):
    return ["2021", "STADEN", buyer, cpv, "Ramavtal", social, "False", procurement_id, "Måleri", "2021-01-05"]


def tender(procurement_id, supplier, form="Övriga aktiebolag", lot="1", **options):
    return [*common(procurement_id, **options), lot, supplier, form, "1"]


def statistics(**tables):
    """Statistics read from CSV files made of the tables, by file name."""
    return read_files((f"{name}.csv", csv_text(rows).encode()) for name, rows in tables.items())


def test_the_files_are_told_apart_by_their_headings():
    assert [kind_of(header) for header in (PROCUREMENTS, TENDERS, VALUES)] == [
        *(Kind.PROCUREMENTS, Kind.TENDERS, Kind.VALUES)
    ]
    assert kind_of([*COMMON, "Namn för leverantör"]) is Kind.COMPACT
    assert kind_of(["orgnr", "kopare", "upphandlingar"]) is None


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        ("True", YesNo.YES),
        ("true", YesNo.YES),
        ("Socialt hållbar upphandling", YesNo.YES),
        ("False", YesNo.UNKNOWN),
        ("Nej", YesNo.UNKNOWN),
        ("", YesNo.UNKNOWN),
        ("Uppgift saknas", YesNo.UNKNOWN),
    ],
)
def test_a_social_flag_is_yes_or_unknown_and_never_no(written, answer):
    (procurement,) = statistics(a=[PROCUREMENTS, [*common("KA1", social=written), "1"]]).procurements
    assert procurement.is_social is answer


def test_a_procurement_has_its_values_typed():
    (procurement,) = statistics(a=[PROCUREMENTS, [*common("KA1"), "1"]]).procurements
    assert (procurement.procurement_id, procurement.buyer_org_number, procurement.title) == ("KA1", BUYER, "Måleri")
    assert (procurement.year, procurement.published_on) == (2021, date(2021, 1, 5))
    assert (procurement.cpv, procurement.cpv_label) == ("45442100", "Målning")
    assert procurement.is_reserved is YesNo.UNKNOWN


def test_an_unknown_cpv_code_is_filled_in_from_the_tenders():
    found = statistics(
        a=[PROCUREMENTS, [*common("KA1", cpv="00000000 Uppgift saknas"), "1"]], b=[TENDERS, tender("KA1", "X AB")]
    )
    assert [(row.cpv, row.cpv_label) for row in found.procurements] == [("45442100", "Målning")]


@pytest.mark.parametrize("placeholder", ["0", "1"])
def test_nought_and_one_krona_are_placeholders(placeholder):
    found = statistics(a=[VALUES, [*common("KA1"), placeholder], [*common("KA2"), "8000000"]])
    assert [row.amount for row in found.contracted_values] == [None, Decimal(8000000)]
    summary = summarise(found, BUYER)
    assert (summary.value_rows, summary.placeholder_values) == (2, 1)


def test_masked_persons_are_sole_traders_and_several_suppliers_are_none():
    found = statistics(
        a=[
            TENDERS,
            tender("KA1", "Enskild näringsidkare 001", "Fysiska personer"),
            tender("KA1", "Enskild näringsidkare 002", ""),
            tender("KA1", "Målerifirman Exempel", "Fysiska personer"),
            tender("KA1", "Flera leverantörer", ""),
            tender("KA1", "Exempelmåleri AB"),
            tender("KA1", ""),
        ]
    )
    assert [row.is_sole_trader for row in found.tenders] == [True, True, True, False, False]
    assert summarise(found, BUYER).as_json() == {
        "procurements": 1,
        "social": 0,
        "supplier_names": 4,
        "sole_trader_rows": 3,
    }


def test_a_row_in_two_files_counts_once_and_twice_in_one_file_twice():
    rows = [TENDERS, tender("KA1", "X AB"), tender("KA1", "X AB"), tender("KA1", "Y AB")]
    compact = [row[:-1] for row in rows[:3]]
    found = statistics(a=rows, b=rows, c=compact)
    assert sorted(row.supplier_name for row in found.tenders) == ["X AB", "X AB", "Y AB"]


def test_the_buyer_is_found_by_any_writing_of_its_number():
    found = statistics(
        a=[PROCUREMENTS, [*common("KA1", buyer="212000-9994"), "1"], [*common("KA2", buyer="5561321174"), "1"]]
    )
    for written in ("2120009994", "212000-9994", "162120009994", "SE212000999401"):
        assert summarise(found, written).procurements == 1
    assert summarise(found, "559999-0131").procurements == 0


def test_a_row_that_cannot_be_used_is_named_and_the_rest_are_kept():
    found = statistics(
        dålig=[
            VALUES,
            [*common(""), "5"],
            [*common("KA2", buyer="12"), "5"],
            [*common("KA3"), "fem"],
            [*common("KA4", buyer="850709-9805"), "5"],
            [*common("KA5"), "5"],
        ]
    )
    assert [row.procurement_id for row in found.contracted_values] == ["KA5"]
    assert [(entry.file, entry.problem.row, entry.problem.column) for entry in found.problems] == [
        ("dålig.csv", 2, "Upphandlings-ID"),
        ("dålig.csv", 3, "Organisationsnummer för köpare"),
        ("dålig.csv", 4, "Kontrakterat värde, Summa"),
        ("dålig.csv", 5, "Organisationsnummer för köpare"),
    ]
    assert "850709" not in repr(found)


def test_a_buyer_with_a_wrong_check_digit_is_not_refused():
    found = statistics(a=[PROCUREMENTS, [*common("KA1", buyer="2120009995"), "1"]])
    assert (len(found.procurements), found.problems) == (1, ())


def test_a_workbook_says_the_same_as_its_csv():
    rows = [
        TENDERS,
        tender("KA1", "X AB", social="True"),
        tender("KA2", "Enskild näringsidkare 001", "Fysiska personer"),
    ]
    typed = [rows[0], *([2021, *row[1:5], row[5] == "True" or "", False, *row[7:-1], 1] for row in rows[1:])]
    from_csv = statistics(a=rows)
    from_xlsx = read_files([("a.xlsx", xlsx({"Antal": typed}))])
    assert from_csv == from_xlsx


def test_files_of_another_kind_are_named_as_ignored(tmp_path):
    (tmp_path / "per_kommun.csv").write_text("orgnr;kopare\n1;ALE KOMMUN\n", encoding="utf-8")
    (tmp_path / "upphandlingar.csv").write_text(csv_text([PROCUREMENTS, [*common("KA1"), "1"]]), encoding="utf-8")
    (tmp_path / "expected.json").write_text("{}", encoding="utf-8")
    found = read_paths([tmp_path])
    assert (found.ignored_files, len(found.procurements)) == (("per_kommun.csv",), 1)


THREE_FILES = [
    f"uhm-statistik/uhm_2021_{name}.csv" for name in ("upphandlingar", "kontrakterade_anbud", "kontrakterat_varde")
]
EXPECTED_NAMES = {
    "upphandlingar_rader": "procurements",
    "upphandlingar_unika_id": "procurements",
    "socialt_hallbara_unika_id": "social",
    "reserverade": "reserved",
    "reserverat_genomforande": "execution_reserved",
    "kontrakterade_anbud_rader": "tender_rows",
    "kontrakterade_unika_id": "procurements_with_tenders",
    "unika_leverantorsnamn": "supplier_names",
    "rader_fysiska_personer": "sole_trader_rows",
    "socialt_hallbara_med_leverantor": "social_with_supplier",
    "varde_rader": "value_rows",
    "varde_0_eller_1": "placeholder_values",
    "kontrakterat_varde_summa": "contracted_total",
    "kontrakterat_varde_socialt": "contracted_social",
}


def assert_as_published(found):
    expected = json.loads(shared("uhm-statistik/expected.json").read_text(encoding="utf-8"))
    assert len(expected) == 10
    for buyer, figures in expected.items():
        summary = summarise(found, figures["orgnr"])
        counted = {name: getattr(summary, ours) for name, ours in EXPECTED_NAMES.items()}
        assert counted == {name: figures[name] for name in EXPECTED_NAMES}, buyer
        assert summary.procurements - summary.social == figures["social_uppgift_saknas"], buyer
        assert list(summary.social_supplier_names) == figures["leverantorer_pa_socialt_hallbara"], buyer


def test_every_buyer_s_figures_are_those_counted_from_the_source():
    found = read_paths([shared(name) for name in THREE_FILES])
    assert (len(found.procurements), len(found.tenders), len(found.contracted_values)) == (433, 609, 215)
    assert found.problems == ()
    assert_as_published(found)


def test_the_whole_folder_with_its_overlapping_files_gives_the_same_figures():
    found = read_paths([shared("uhm-statistik")])
    assert found.problems == ()
    assert found.ignored_files == ("uhm_2021_per_kommun.csv", "uhm_2021_socialtyp_riket.csv", "uhm_variabler.csv")
    assert_as_published(found)


def test_helsingborg_s_workbooks_give_its_known_figures():
    names = ("uhm_2021_helsingborg_upphandlingar.xlsx", "uhm_2021_helsingborg_kontrakterade_anbud.xlsx")
    found = read_paths([shared(f"uhm-statistik/{name}") for name in names])
    assert summarise(found, "212000-1157").as_json() == {
        "procurements": 136,
        "social": 52,
        "supplier_names": 124,
        "sole_trader_rows": 4,
    }


def test_the_compact_file_of_the_whole_sector_is_read_without_a_problem():
    found = read_paths([shared("uhm-statistik/uhm_2021_kommunsektor_kompakt.csv")])
    assert (len(found.tenders), found.problems) == (13_614, ())
    assert sum(row.is_several_suppliers for row in found.tenders) == 1
    assert sum(row.is_sole_trader for row in found.tenders) == 187
    assert uhm.summarise(found, "2120001157").sole_trader_rows == 4


def test_a_lot_that_is_named_at_length_keeps_its_beginning_and_its_end_as_the_contract_s_number():
    long = "CAN-SE-2021/S156-413683-01_Fastighetsförsäkring inkl företagstillägg"
    lots = [long, long.replace("tillägg", "avdrag"), "1"]
    found = statistics(tenders=[TENDERS, *(tender("KA1", "Färg AB", lot=lot) for lot in lots)])
    (wanted,) = from_statistics(found, BUYER)
    numbers = [contract.number for contract in wanted.contracts]
    assert numbers == [
        "CAN-SE-2021/S156-413683-01_Fastighetsför…nkl företagstillägg",
        "CAN-SE-2021/S156-413683-01_Fastighetsför…inkl företagsavdrag",
        "1",
    ]
    assert Contract._meta.get_field("number").max_length == NUMBER_LENGTH == len(numbers[0])
