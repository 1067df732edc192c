"""A database of the first release becomes one of today: its procurements, requirements and imports live on."""

import gc
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from apps.accounts.models import User
from apps.interchange import actions
from apps.interchange.models import ImportBatch
from apps.procurements.models import Contract, Procurement, Requirement
from apps.suppliers.models import Supplier

pytestmark = pytest.mark.slow
DATABASE = "steget_upgrade"
FIRST_RELEASE = [
    ("accounts", "0006_saved_filters"),
    ("core", "0001_swedish_text"),
    ("interchange", "0002_record_bulk_rows_by_statement"),
    ("placements", "0004_same_organisation"),
    ("procurements", "0007_requirement_count_not_null"),
    ("suppliers", "0002_form_token"),
    ("targets", "0001_initial"),
]
PHASES = {"planned": "need", "published": "published", "contracted": "contracted", "closed": "closed"}
NOT_IN_THE_JOURNAL = {"id", "created_at", "updated_at", "token"}


@pytest.fixture
def upgraded(django_db_setup, django_db_blocker):
    """A database of its own, filled as the first release left it and then migrated to the newest state."""
    name = connection.settings_dict["NAME"]
    with django_db_blocker.unblock():
        _on_the_server(f"CREATE DATABASE {DATABASE}")
        connection.settings_dict["NAME"] = DATABASE
        # Migrating makes classes by the thousand. Looking through them often takes a third of the time, and never
        # looking takes gigabytes.
        thresholds = gc.get_threshold()
        gc.set_threshold(200_000, 5, 5)
        try:
            first = MigrationExecutor(connection)
            first.migrate(FIRST_RELEASE)
            _fill(first.loader.project_state(FIRST_RELEASE).apps.get_model)
            executor = MigrationExecutor(connection)
            executor.migrate(executor.loader.graph.leaf_nodes())
            yield
        finally:
            gc.set_threshold(*thresholds)
            connection.close()
            connection.settings_dict["NAME"] = name
            _on_the_server(f"DROP DATABASE {DATABASE}")


def test_a_database_of_the_first_release_keeps_everything_and_its_import_can_be_undone(upgraded):
    assert dict(Procurement.objects.values_list("title", "phase")) == {
        **{f"Registrerad {status}": phase for status, phase in PHASES.items()},
        "Måleri": "contracted",
    }
    ours, imported = Requirement.objects.order_by("pk")
    assert (ours.contract.number, ours.procurement.title, ours.count) == ("F-1", "Registrerad contracted", 3)
    assert (imported.contract.number, imported.procurement.title, imported.count) == ("A-1", "Måleri", 2)
    # Nothing in documents led to them: they were written for the contract itself.
    assert ours.source is imported.source is None
    assert set(ours.events.values_list("procurement", "count")) == {(ours.procurement_id, 3)}

    assert actions.undo(by=User.objects.get(), batch=ImportBatch.objects.get()) == []
    # The import had moved one from planned to published and given it a value.
    assert dict(Procurement.objects.values_list("title", "phase")) == {
        **{f"Registrerad {status}": phase for status, phase in PHASES.items()},
        "Registrerad published": "need",
    }
    assert Procurement.objects.get(title="Registrerad published").estimated_value is None
    assert Requirement.objects.get() == ours
    assert Contract.objects.get().number == "F-1"
    assert Supplier.objects.get().name == "Fönster AB"


def _fill(model):
    """What the first release wrote: what people registered, and an import that made a contract and changed a value."""
    olivia = model("accounts", "User").objects.create(email="olivia@example.se", name="Olivia Ek")
    city = model("accounts", "Organisation").objects.create(
        name="Helsingborgs stad", org_number="2120001157", active_from=date(2026, 1, 1)
    )
    procurement, supplier = model("procurements", "Procurement"), model("suppliers", "Supplier")
    registered = {
        status: procurement.objects.create(organisation=city, title=f"Registrerad {status}", status=status)
        for status in PHASES
    }
    window = supplier.objects.create(name="Fönster AB", org_number="5599990149")
    _contract(model, registered["contracted"], window, "F-1", 3)

    batch = model("interchange", "ImportBatch").objects.create(
        organisation=city,
        filename="avtal.csv",
        state="applied",
        created_by=olivia,
        applied_at=datetime(2026, 2, 1, tzinfo=UTC),
    )
    painter = supplier.objects.create(name="Måleri AB", org_number="5599990131")
    painting = procurement.objects.create(organisation=city, title="Måleri", status="contracted")
    made = [painter, painting, *_contract(model, painting, painter, "A-1", 2)]
    changes = model("interchange", "ImportChange")
    for each in made:
        changes.objects.create(
            batch=batch, model=each._meta.label_lower, object_id=each.pk, before=None, after=_said(each)
        )
    changed = registered["published"]
    changed.estimated_value = Decimal("1200000.00")
    changed.save()
    before, after = (
        {"estimated_value": None, "status": "planned"},
        {
            "estimated_value": "1200000.00",
            "status": "published",
        },
    )
    changes.objects.create(
        batch=batch, model="procurements.procurement", object_id=changed.pk, before=before, after=after
    )


def _contract(model, procurement, supplier, number, count):
    starts, ends = date(2026, 1, 1), date(2027, 12, 31)
    contract = model("procurements", "Contract").objects.create(
        organisation=procurement.organisation,
        procurement=procurement,
        number=number,
        starts_on=starts,
        ends_on=ends,
        value=Decimal("900000.00"),
    )
    party = model("procurements", "ContractSupplier").objects.create(contract=contract, supplier=supplier)
    requirement = model("procurements", "Requirement").objects.create(
        contract=contract, kind="internship", model="numeric", count=count, due_on=ends
    )
    return contract, party, requirement


def _said(row):
    """A created row in the journal, as the first release wrote it: every field of its own, as JSON."""
    fields = [each for each in row._meta.concrete_fields if not each.generated and each.name not in NOT_IN_THE_JOURNAL]
    return {each.name: _as_json(each.value_from_object(row)) for each in fields}


def _as_json(value):
    if isinstance(value, Decimal):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value


def _on_the_server(statement):
    connection.close()
    with connection.cursor() as cursor:
        cursor.execute(statement)
