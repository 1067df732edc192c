"""History and privacy classes: every model of ours, found by walking the registry."""

import uuid

import pghistory
import pytest
from django.apps import apps
from django.db import connection, transaction
from django.db.utils import InternalError

from apps.core.audit import PRIVACY_CLASSES
from procurement_csr.people import make_supplier

OURS = [
    model
    for model in apps.get_models()
    if model.__module__.startswith("apps.") and not issubclass(model, pghistory.models.Event)
]
EVENTS = [model for model in apps.get_models() if issubclass(model, pghistory.models.Event)]


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_every_model_records_inserts_updates_and_deletes(model):
    tracked = {event.pgh_tracked_model for event in EVENTS}
    assert model in tracked, f"{model._meta.label} lacks @audited"
    event = next(event for event in EVENTS if event.pgh_tracked_model is model)
    assert {tracker.label for tracker in event.pgh_trackers} == {"insert", "update", "delete"}


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_every_field_has_exactly_one_privacy_class(model):
    stored = {field.name for field in model._meta.local_fields if not field.generated}
    classes = model.field_privacy
    assert set(classes) == stored, f"not classified: {stored - set(classes)}; no such field: {set(classes) - stored}"
    assert set(classes.values()) <= set(PRIVACY_CLASSES)


def test_nothing_personal_about_a_participant_exists_but_the_code_its_case_reference_and_a_decided_target_group():
    participant = apps.get_model("placements", "Participant")
    personal = {name for name, kind in participant.field_privacy.items() if kind == "personal"}
    assert personal == {"code", "case_reference", "target_group", "merged_into"}
    work = {"matcher", "is_protected", "purged_on", "token", "is_demo"}
    assert set(participant.field_privacy) - personal == {"id", "organisation", "created_at", "created_by"} | work


def test_a_secret_is_not_copied_into_the_history():
    for event in EVENTS:
        secret = {name for name, kind in event.pgh_tracked_model.field_privacy.items() if kind == "secret"}
        assert not secret & {field.name for field in event._meta.local_fields}


def test_bulk_writes_and_raw_sql_are_in_the_history(db):
    supplier = make_supplier("Måleri AB")
    type(supplier).objects.filter(pk=supplier.pk).update(name="Måleri i Väst AB")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE suppliers_supplier SET name = 'Målarna AB' WHERE id = %s", [supplier.pk])
    type(supplier).objects.filter(pk=supplier.pk).delete()
    event_model = apps.get_model("suppliers", "SupplierEvent")
    events = event_model.objects.filter(pgh_obj_id=supplier.pk).order_by("pgh_id")
    assert list(events.values_list("pgh_label", "name")) == [
        ("insert", "Måleri AB"),
        ("update", "Måleri i Väst AB"),
        ("update", "Målarna AB"),
        ("delete", "Målarna AB"),
    ]


@pytest.mark.parametrize(
    "statement", ["UPDATE suppliers_supplierevent SET name = 'x'", "DELETE FROM suppliers_supplierevent"]
)
def test_the_history_is_append_only(db, statement):
    make_supplier()
    with pytest.raises(InternalError, match="pgtrigger"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_a_change_names_who_made_it_and_in_which_request(sign_in, adam, haninge, helsingborg):
    from apps.accounts.models import Department

    sign_in(adam).post("/installningar/forvaltningar/ny/", {"name": "Kulturförvaltningen", "token": uuid.uuid4()})
    department = Department.objects.get(name="Kulturförvaltningen")
    event = apps.get_model("accounts", "DepartmentEvent").objects.get(pgh_obj_id=department.pk)
    assert event.pgh_context.metadata["user"] == adam.pk
    assert event.pgh_context.metadata["url"] == "/installningar/forvaltningar/ny/"
    assert event.pgh_context.metadata["request"]
