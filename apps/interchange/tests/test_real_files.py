"""The commands on real files: registers as municipalities delivered them, and the national statistics."""

import json
from contextlib import suppress
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.db.models import Model

from apps.accounts.models import Department, Organisation
from apps.core import orgnumbers, personal_numbers
from apps.interchange import actions, importer, reading, values
from apps.interchange.models import ImportBatch, ImportRow
from apps.interchange.tests.processes import manage
from apps.interchange.tests.shared_data import SHARED, shared
from apps.procurements.models import Contract, ContractSupplier, Procurement
from apps.suppliers.models import Supplier

HELSINGBORG, HANINGE = "2120001157", "2120000084"
EXPECTED = SHARED / "uhm-statistik" / "expected.json"
BUYERS = json.loads(EXPECTED.read_text()) if EXPECTED.exists() else {"(../shared/data saknas)": {"orgnr": HELSINGBORG}}
LAYOUTS = [
    "avtal_iso8859-1_semikolon.csv",
    "avtal_utf16le_tab.txt",
    "avtal_utf8bom_semikolon.csv",
    "avtalskatalog_tva_blad_aktiva_utgangna.xlsx",
    "e-avrop_avtalsstatistik_rubrik_rad4.xls",
    "mercell_avtalsdatabas_utan_orgnr.xlsx",
    "stad_avtal_en_rad_per_leverantor.xlsx",
]
# Their last row has a day that does not exist, "x" places and a CPV code that does not exist.
FAULTY = LAYOUTS[:3]


def run(command, *arguments):
    """(exit code, what --json printed) of a command run in this process."""
    out, code = StringIO(), 0
    try:
        call_command(command, *map(str, arguments), "--json", stdout=out)
    except SystemExit as stop:
        code = stop.code
    return code, json.loads(out.getvalue())


def dump():
    """Every row of every table that an import writes the register to, and the organisations."""
    models: tuple[type[Model], ...] = (Organisation, *importer.MODELS)
    return {
        model.__name__: [
            {name: value for name, value in row.items() if name != "updated_at"}
            for row in model.objects.order_by("pk").values()
        ]
        for model in models
    }


@pytest.mark.parametrize("name", BUYERS)
def test_each_buyer_of_the_statistics_gives_the_published_figures(db, name):
    folder, buyer = shared("uhm-statistik"), BUYERS[name]
    arguments = (folder, "--organisation", buyer["orgnr"], "--create-organisation", name)
    code, report = run("import_uhm", *arguments)
    assert (code, report["problems"]) == (0, [])
    assert report["procurements"] == report["created"] == Procurement.objects.count() == buyer["upphandlingar_unika_id"]
    assert report["social"] == buyer["socialt_hallbara_unika_id"]
    assert report["sole_trader_rows"] == buyer["rader_fysiska_personer"]
    assert report["supplier_names"] == buyer["unika_leverantorsnamn"]
    flags = list(Procurement.objects.values_list("social_flag", flat=True))
    assert flags.count("yes") == buyer["socialt_hallbara_unika_id"]
    assert flags.count("unknown") == buyer["social_uppgift_saknas"]
    assert "no" not in flags
    assert not Procurement.objects.filter(contracted_value__in=[0, 1]).exists()
    known = Procurement.objects.exclude(contracted_value=None)
    assert known.count() == buyer["varde_rader"] - buyer["varde_0_eller_1"]
    assert Procurement.objects.filter(contracts__isnull=False).distinct().count() == buyer["kontrakterade_unika_id"]
    before = dump()
    code, again = run("import_uhm", *arguments)
    assert (code, again["created"], again["changed"], again["unchanged"]) == (0, 0, 0, buyer["upphandlingar_unika_id"])
    assert dump() == before


def test_helsingborg_stands_in_the_database_as_published(db):
    code, report = run(
        *(
            "import_uhm",
            shared("uhm-statistik"),
            "--organisation",
            "212000-1157",
            "--create-organisation",
            "Helsingborg",
        )
    )
    assert code == 0
    figures = ("procurements", "social", "supplier_names", "sole_trader_rows", "created", "changed", "unchanged")
    assert [report[name] for name in figures] == [136, 52, 124, 4, 136, 0, 0]
    assert Contract.objects.count() == 71
    # Three traders on four rows, for one won in two lots.
    assert Supplier.objects.filter(is_sole_trader=True).count() == 3
    assert ContractSupplier.objects.filter(supplier__is_sole_trader=True).count() == 4
    assert not Supplier.objects.exclude(org_number=None).exists()
    assert not Supplier.objects.filter(name__iexact="flera leverantörer").exists()
    assert not ImportBatch.objects.exists()


def test_a_process_of_its_own_says_the_same_and_ends_with_0(transactional_db):
    who = ("--organisation", HELSINGBORG, "--create-organisation", "Helsingborg", "--json")
    done = manage("import_uhm", shared("uhm-statistik"), *who)
    report = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert [report[name] for name in ("procurements", "social", "supplier_names", "sole_trader_rows")] == [
        136,
        52,
        124,
        4,
    ]
    assert Procurement.objects.filter(organisation__org_number=HELSINGBORG, social_flag="yes").count() == 52


def test_a_trial_run_writes_nothing_not_even_the_organisation(db):
    before = dump()
    arguments = ("--organisation", HANINGE, "--create-organisation", "Haninge", "--dry-run")
    assert run("import_uhm", shared("uhm-statistik"), *arguments)[1]["created"] == 53
    for name in LAYOUTS:
        code, report = run("import_register", shared("avtalsregister-layouter") / name, *arguments)
        assert (code, report["created"] > 0) == (name in FAULTY, True)
    assert dump() == before
    assert not ImportBatch.objects.exists()
    assert not ImportRow.objects.exists()


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_register_is_imported_without_loss_once_and_taken_back(db, name):
    path = shared("avtalsregister-layouter") / name
    arguments = (path, "--organisation", HANINGE, "--create-organisation", "Haninge")
    Organisation.objects.create(name="Haninge", org_number=HANINGE, active_from=date(2020, 1, 1))
    empty = dump()
    code, report = run("import_register", *arguments)
    batch = ImportBatch.objects.get()
    refused = {problem["row"] for problem in report["problems"]}
    assert (code, refused) == ((1, {7}) if name in FAULTY else (0, set()))
    lost = lost_cells(path, refused)
    # Only a sole trader's number, which is a personal number, is not kept.
    assert [cell for _, _, cell in lost if not personal_numbers.find(str(cell))] == []
    assert len(lost) == Supplier.objects.filter(is_sole_trader=True).count()
    filled = dump()
    same_code, again = run("import_register", *arguments)
    assert (same_code, again["created"], again["changed"], again["unchanged"]) == (
        code,
        0,
        0,
        report["rows"] - len(refused),
    )
    assert dump() == filled
    assert actions.undo(by=None, batch=batch) == []
    assert dump() == empty


def test_all_registers_one_upon_the_other_are_taken_back_to_nothing(db):
    folder = shared("avtalsregister-layouter")
    Organisation.objects.create(name="Haninge", org_number=HANINGE, active_from=date(2020, 1, 1))
    Department.objects.create(organisation=Organisation.objects.get(), name="Barn- och utbildningsförvaltningen")
    states = [dump()]
    for name in LAYOUTS:
        run("import_register", folder / name, "--organisation", HANINGE)
        states.append(dump())
    for batch in ImportBatch.objects.filter(state="applied").order_by("-pk"):
        while states[-1] == dump():
            states.pop()
        actions.undo(by=None, batch=batch)
        assert dump() == states[-1]
    assert len(states) == 1


def lost_cells(path, refused):
    """The filled cells of the rows not refused that stand nowhere in the database, in no way of writing them."""
    kept = held()
    return [
        (row.number, label, cell)
        for sheet in reading.read(path.read_bytes(), path.name)
        for row in sheet.rows
        for label, cell in zip(sheet.header, row.cells, strict=True)
        if row.number not in refused and values.clean(cell) not in values.NOTHING and not ways_to_write(cell) & kept
    ]


def held():
    """Every value of the register as text."""
    found = set()
    for rows in dump().values():
        for value in (value for row in rows for value in row.values()):
            found |= {str(each) for each in (value.values() if isinstance(value, dict) else [value])}
    return found


def ways_to_write(cell):
    """The text, date, amount, number and so on that a cell may have become."""
    found = {values.clean(cell)}
    number = orgnumbers.normalise(cell)
    found.add(number.digits if number.kind is orgnumbers.Kind.COMPANY else "")
    for parse in (values.parse_date, values.parse_amount, values.parse_yes_no, values.parse_cpv, values.parse_period):
        with suppress(values.ValueProblem):
            read = parse(cell)
            parts = (
                (read.starts_on, read.ends_on) if isinstance(read, values.Period) else (getattr(read, "code", read),)
            )
            found |= {"True" if part is values.UNTIL_FURTHER_NOTICE else str(part) for part in parts if part}
    return found - {""}
