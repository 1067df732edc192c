"""What stands in the way of taking an import back, what does not, and what is left alone."""

import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.urls import reverse

from apps.accounts.models import Department
from apps.interchange import actions, importer, reading, register_import, tasks
from apps.interchange.models import ImportBatch
from apps.procurements.models import Contract, Procurement, Requirement
from apps.suppliers.models import Supplier, SupplierAlias
from procurement_csr.people import make_contract, make_placement, make_procurement

HEADER = (
    "avtalsnummer;diarienummer;avtalsnamn;leverantör;organisationsnummer;förvaltning;startdatum;slutdatum;"
    "avtalsvärde kr;praktikplatser krav\n"
)
ROW = "A-1;KS 2026/1;Måleri norr;Exempelmåleri AB;559999-0131;Tekniska;2026-01-01;2027-12-31;900 000;2\n"


@pytest.fixture
def imports(olivia, helsingborg):
    """`imports(rows, name)` brings rows in and gives the import."""

    def bring(rows=ROW, name="register.csv"):
        content = (HEADER + rows).encode()
        batch = actions.upload(by=olivia, organisation=helsingborg, filename=name, content=content)
        actions.choose_columns(by=olivia, batch=batch, names=batch.mapping)
        tasks.run_now(batch)
        actions.confirm(by=olivia, batch=batch)
        tasks.run_now(batch)
        assert batch.state == "applied", batch.message
        return batch

    return bring


def dump():
    return {
        model.__name__: [
            {name: value for name, value in row.items() if name != "updated_at"}
            for row in model.objects.order_by("pk").values()
        ]
        for model in importer.MODELS
    }


def obstacles(batch, by):
    """The sentences with which an undo is refused; the register is as it was."""
    before = dump()
    with pytest.raises(ValidationError) as refused:
        actions.undo(by=by, batch=batch)
    assert dump() == before
    return refused.value.messages


def test_a_department_given_to_an_older_procurement_does_not_stand_in_the_way(imports, olivia, helsingborg):
    make_procurement(helsingborg, "Måleri norr", case_number="KS 2026/1")
    before = dump()
    batch = imports()
    assert Procurement.objects.get().department.name == "Tekniska"
    actions.undo(by=olivia, batch=batch)
    assert dump() == before


def test_a_department_that_a_new_procurement_uses_is_named(imports, olivia, helsingborg):
    batch = imports()
    make_procurement(helsingborg, "Stängsel", department=Department.objects.get())
    assert obstacles(batch, olivia) == ["Upphandling Stängsel hör till Tekniska, som importen skapade."]


def test_a_placement_on_an_imported_contract_is_named(imports, olivia):
    batch = imports()
    placement = make_placement(Contract.objects.get())
    assert obstacles(batch, olivia) == [f"Placering {placement} hör till Måleri norr, som importen skapade."]


def test_a_changed_requirement_and_a_decision_are_named(imports, olivia):
    batch = imports()
    Requirement.objects.update(count=3)
    Contract.objects.update(value=1)
    assert obstacles(batch, olivia) == [
        "Avtal Måleri norr har ändrats efter importen.",
        "Krav 3 praktikplatser har ändrats efter importen.",
    ]


def test_a_contract_that_olivia_deleted_does_not_stand_in_the_way(imports, olivia):
    before = dump()
    batch = imports()
    Contract.objects.get().delete()
    assert actions.undo(by=olivia, batch=batch) == []
    assert dump() == before


def test_a_deleted_contract_that_the_import_had_changed_is_named(imports, olivia, helsingborg):
    contract = make_contract(make_procurement(helsingborg, case_number="KS 2026/1"), number="A-1")
    batch = imports()
    Contract.objects.filter(pk=contract.pk).delete()
    assert obstacles(batch, olivia) == [f"Avtal {contract.pk} har tagits bort."]


@pytest.mark.parametrize("edit", ["name", "alias", "contact"])
def test_a_company_that_somebody_has_worked_on_stays_and_is_told(imports, olivia, helsingborg, edit):
    batch = imports()
    company = Supplier.objects.get()
    if edit == "name":
        Supplier.objects.update(name="Målarna i Råå AB")
    elif edit == "alias":
        SupplierAlias.objects.create(supplier=company, name="Målarna i Råå")
    else:
        company.contacts.create(organisation=helsingborg, name="Eva Ek")
    company.refresh_from_db()
    assert actions.undo(by=olivia, batch=batch) == [company.name]
    assert Supplier.objects.get() == company
    assert SupplierAlias.objects.count() == (edit == "alias")
    assert not Contract.objects.exists()


def test_an_alias_and_a_filled_in_number_are_taken_back(imports, olivia):
    Supplier.objects.create(name="Exempelmåleri AB")
    before = dump()
    batch = imports(ROW + ROW.replace("A-1", "A-2").replace("Exempelmåleri AB", "Exempelmåleri Aktiebolag"))
    assert Supplier.objects.get().org_number == "5599990131"
    assert SupplierAlias.objects.get().name == "Exempelmåleri Aktiebolag"
    assert actions.undo(by=olivia, batch=batch) == []
    assert dump() == before


def test_a_newer_import_of_the_same_rows_is_named_and_undone_first(imports, olivia):
    nothing = dump()
    older = imports(name="januari.csv")
    between = dump()
    newer = imports(ROW.replace("900 000", "950 000") + ROW.replace("A-1", "A-2"), name="februari.csv")
    assert obstacles(older, olivia) == [
        "Avtal Måleri norr hör till Måleri norr, som importen skapade. Det kom med importen av februari.csv. "
        "Ångra den först.",
        "Krav 2 praktikplatser hör till Måleri norr, som importen skapade. Det kom med importen av februari.csv. "
        "Ångra den först.",
        "Avtal Måleri norr har ändrats av importen av februari.csv. Ångra den först.",
    ]
    actions.undo(by=olivia, batch=newer)
    assert dump() == between
    actions.undo(by=olivia, batch=older)
    assert dump() == nothing


def test_undone_once_is_undone(imports, sign_in, olivia):
    client, batch = sign_in(olivia), imports()
    first, second = (client.post(reverse("import_undo", args=[batch.pk])) for _ in range(2))
    assert (first.status_code, second.status_code) == (302, 302)
    with pytest.raises(ValidationError, match="redan ångrad"):
        actions.undo(by=olivia, batch=ImportBatch.objects.get())


def test_of_two_who_undo_at_once_one_is_told_that_it_is_done(transactional_db, imports, olivia):
    batch = imports()
    answers = []

    def press():
        try:
            answers.append(actions.undo(by=olivia, batch=ImportBatch.objects.get(pk=batch.pk)))
        except ValidationError as error:
            answers.append(error.messages)
        finally:
            connection.close()

    presses = [threading.Thread(target=press) for _ in range(2)]
    for each in presses:
        each.start()
    for each in presses:
        each.join()
    assert sorted(answers) == [[], ["Importen är redan ångrad."]]
    assert not Contract.objects.exists()


def test_an_edit_made_while_the_import_is_planned_is_not_overwritten(imports, olivia, helsingborg):
    imports()
    content = (HEADER + ROW.replace("900 000", "950 000")).encode()
    batch = actions.upload(by=olivia, organisation=helsingborg, filename="nytt.csv", content=content)
    actions.choose_columns(by=olivia, batch=batch, names=batch.mapping)
    plan, _ = register_import.plan(batch, reading.read(content, batch.filename), lambda done: None)
    Contract.objects.update(value=1)
    with pytest.raises(ValidationError, match="Någon ändrade Måleri norr medan importen gjordes"):
        plan.save()
    assert Contract.objects.get().value == 1
