"""Registers whose rows contradict each other: a second import of the same file changes nothing.

Each was found among random registers, or by thinking of what those would need luck to find.
"""

import pytest

from apps.interchange import actions, tasks
from apps.procurements.models import Contract
from apps.suppliers.models import Supplier

COLUMNS = {
    "number": "avtalsnummer",
    "case": "diarienummer",
    "title": "avtalsnamn",
    "supplier": "leverantör",
    "org": "organisationsnummer",
    "start": "startdatum",
    "end": "slutdatum",
    "latest": "max_slutdatum",
    "value": "avtalsvärde",
}
GRIND, PAINT = "559999-0131", "559999-0149"


def row(number="", title="Måleri", supplier="Färg AB", **cells):
    cells |= {"number": number, "title": title, "supplier": supplier}
    return ";".join(cells.get(name, "") for name in COLUMNS)


@pytest.fixture
def imported(helsingborg):
    """Import rows; gives the batch, applied when there was anything to do."""

    def bring(*rows):
        content = "\n".join([";".join(COLUMNS.values()), *rows]).encode()
        batch = actions.upload(by=None, organisation=helsingborg, filename="a.csv", content=content)
        actions.choose_columns(by=None, batch=batch, names=batch.mapping)
        tasks.run_now(batch)
        if batch.counts["created"] or batch.counts["changed"]:
            actions.confirm(by=None, batch=batch)
            tasks.run_now(batch)
            assert batch.state == "applied", batch.message
        return batch

    return bring


def nothing_new(batch):
    return batch.counts["created"] == batch.counts["changed"] == 0


CONTRADICTIONS = {
    "a name is one company's alias before it is another's own": [
        row(supplier="Grind AB", org=GRIND),
        row(supplier="Färg AB", org=GRIND),
        row(supplier="Färg AB", title="Stängsel"),
        row(supplier="Färg AB", org=PAINT),
    ],
    "a name comes before the number of the company": [
        row(supplier="Färg AB"),
        row(supplier="Färg AB", org=PAINT, title="Stängsel"),
        row(supplier="Färg AB", org=GRIND, title="Tak"),
    ],
    "the elder of two namesakes is first written after the younger": [
        row("A-1", supplier="Grind AB", case="KS 1"),
        row("A-1", supplier="Färg AB", org=PAINT, case="KS 2"),
        row("A-2", supplier="Färg AB", org=GRIND),
        row(supplier="Färg AB", title="Tak"),
    ],
    "a later row says another latest end than an earlier end forced": [
        row("A-1", latest="2026-06-30"),
        row("A-1", end="2027-12-31"),
        row("A-1", latest="2028-12-31"),
    ],
    "a contract of a procurement without case number is given another procurement's": [
        row("A-9", case="KS 1", title="Stängsel"),
        row("A-1", value="50"),
        row("A-1", case="KS 1", value="100"),
        row("A-1", case="KS 2", value="200"),
    ],
    "the first start and a later row's end contradict each other": [
        row("A-1", start="2028-01-31"),
        row("A-1", start="2026-01-01", end="2027-12-31"),
        row("A-1", end="2028-12-31", value="100"),
    ],
}


@pytest.mark.parametrize("rows", CONTRADICTIONS.values(), ids=CONTRADICTIONS)
def test_a_register_that_contradicts_itself_changes_nothing_the_second_time(imported, rows):
    imported(*rows)
    again = imported(*rows)
    assert nothing_new(again), [each.details for each in again.rows.all()]


# What stood before the register, and what the register says then.
ON_TOP = {
    "a later row moves the start that an earlier end was refused for": (
        [row("A-1", start="2027-01-01", end="2028-12-31")],
        [row("A-1", end="2026-06-30", value="100"), row("A-1", start="2025-01-01", value="200")],
    ),
    "a later row moves the end that an earlier start was refused for": (
        [row("A-1", start="2025-01-01", end="2026-12-31")],
        [row("A-1", start="2027-01-01", value="100"), row("A-1", end="2028-12-31", value="200")],
    ),
    "an earlier end forces the latest end that a later row sets": (
        [row("A-1", end="2025-12-31", latest="2026-12-31")],
        [row("A-1", end="2027-12-31"), row("A-1", latest="2029-12-31")],
    ),
    "a latest end lies before the old end and after the new": (
        [row("A-1", end="2028-12-31")],
        [row("A-1", latest="2026-12-31"), row("A-1", end="2025-12-31")],
    ),
    "a number comes to a company that stood without one": (
        [row(supplier="Färg AB"), row(supplier="Grind AB")],
        [row(supplier="Grind AB", org=PAINT), row(supplier="Färg AB", org=GRIND), row(supplier="Färg AB", org=PAINT)],
    ),
}


@pytest.mark.parametrize(("before", "rows"), ON_TOP.values(), ids=ON_TOP)
def test_a_register_on_top_of_another_changes_nothing_the_second_time(imported, before, rows):
    imported(*before)
    imported(*rows)
    again = imported(*rows)
    assert nothing_new(again), [each.details for each in again.rows.all()]


def test_a_name_means_the_company_that_owns_it_wherever_in_the_file_it_stands(imported):
    imported(*CONTRADICTIONS["a name is one company's alias before it is another's own"])
    contract = Contract.objects.get(title="Stängsel")
    assert contract.suppliers.get().org_number == PAINT.replace("-", "")
    assert Supplier.objects.count() == 2


def test_a_start_that_an_end_was_refused_for_stays_and_both_rows_say_why(imported):
    before, rows = ON_TOP["a later row moves the start that an earlier end was refused for"]
    imported(*before)
    batch = imported(*rows)
    refused, kept = batch.rows.order_by("number")
    assert refused.details["problems"] == [
        ["Slutdatum", "2026-06-30", "Slutdatum 2026-06-30 ligger före startdatum 2027-01-01. Rätta något av dem."]
    ]
    assert kept.details["warnings"][0][2] == (
        "Rad 2 motsäger det som står i Steget, så det ändras inte. Rätta den raden först."
    )
    assert str(Contract.objects.get().starts_on) == "2027-01-01"


def test_a_value_above_the_ceiling_is_refused_by_its_row_and_not_by_the_database(imported):
    imported(row("A-1"))
    Contract.objects.update(ceiling_value=500)
    batch = imported(row("A-1", value="600"), row("A-2", value="700"))
    assert (batch.state, batch.counts["problems"], batch.counts["created"]) == ("applied", 1, 1)
    (problem,) = batch.rows.get(status="problem").details["problems"]
    assert problem[0] == "Avtalsvärde"
    assert problem[2].startswith("Takvärdet är 500")


def test_a_case_number_of_another_procurement_is_refused(imported):
    batch = imported(*CONTRADICTIONS["a contract of a procurement without case number is given another procurement's"])
    problems = [each.details["problems"][0] for each in batch.rows.filter(status="problem")]
    assert problems == [
        ["Diarienummer", "KS 1", "Avtal A-1 hör till en annan upphandling, Måleri, i Steget. Rätta diarienumret."]
    ]


def test_a_contract_without_number_is_found_by_each_of_its_suppliers(imported):
    imported(row(supplier="Färg AB", org=PAINT))
    contract = Contract.objects.get()
    grind = Supplier.objects.create(name="Grind AB", org_number=GRIND.replace("-", ""))
    contract.parties.create(supplier=grind, rank=1)
    assert nothing_new(imported(row(supplier="Färg AB", org=PAINT)))
    assert nothing_new(imported(row(supplier="Grind AB")))
