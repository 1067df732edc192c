"""What happened to a procurement, read from the history the database triggers keep, in Swedish sentences."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import Any

from apps.accounts.models import Department, User
from apps.core.formats import display
from apps.procurements.choices import requirement_text
from apps.procurements.models import (
    ContractEvent,
    ContractSupplierEvent,
    CpvCode,
    Procurement,
    ProcurementEvent,
    RequirementEvent,
)
from apps.suppliers.models import Supplier

EVENTS_SHOWN = 40
_SILENT = {"id", "organisation_id", "procurement_id", "contract_id", "created_at", "updated_at", "created_by_id"}
_SILENT |= {
    "token",
    "source_values",
    "is_demo",
    "source_id",
    "no_requirement_by_id",
    "no_requirement_on",
    "no_requirement_reason",
}
_MONEY = {"estimated_value", "contracted_value", "value"}


@dataclass(frozen=True)
class Event:
    """One thing that happened: when, what, and by whom (empty for an import or a command)."""

    on: datetime
    text: str
    by: str = ""


@dataclass(frozen=True)
class _Names:
    """Keys to names, read once for all events."""

    users: dict[int, str]
    departments: dict[int, str]
    cpv: dict[str, str]
    suppliers: dict[int, str]


def timeline(procurement: Procurement) -> list[Event]:
    """The procurement's newest events and those of its contracts, suppliers and requirements, newest first."""
    own = list(_read(ProcurementEvent, pgh_obj_id=procurement.pk))
    contracts = list(_read(ContractEvent, procurement_id=procurement.pk))
    keys = {event.id for event in contracts}
    parties = list(_read(ContractSupplierEvent, contract_id__in=keys))
    requirements = list(_read(RequirementEvent, contract_id__in=keys))
    names = _names(own, contracts, parties, requirements)
    on_contract = {event.id: _contract_name(event) for event in contracts}
    told = [
        *_told(own, names, _procurement_text),
        *_told(contracts, names, _contract_text),
        *_told(parties, names, lambda *change: _party_text(*change, names, on_contract)),
        *_told(requirements, names, lambda *change: _requirement_text(*change, on_contract)),
    ]
    return sorted(told, key=attrgetter("on"))[: -EVENTS_SHOWN - 1 : -1]


def _read(model, **which):
    return model.objects.filter(**which).select_related("pgh_context").order_by("pgh_id")


def _told(events: list, names: _Names, sentence) -> Iterator[Event]:
    """Each event as a sentence; `sentence(event, earlier, changes)` may say nothing."""
    earlier: dict[int, Any] = {}
    for event in events:
        before = earlier.get(event.id)
        earlier[event.id] = event
        if event.pgh_label == "update" and before is None:
            continue
        changes = _changes(event, before, names) if event.pgh_label == "update" else []
        text = sentence(event, before, changes)
        if text:
            yield Event(event.pgh_created_at, text, names.users.get(_author(event), ""))


def _changes(event, before, names: _Names) -> list[str]:
    """ "status från planerad till annonserad", one for each field that changed."""
    model = event.pgh_tracked_model
    said = []
    for field in model._meta.concrete_fields:
        old, new = getattr(before, field.attname, None), getattr(event, field.attname, None)
        if field.generated or field.attname in _SILENT or old == new:
            continue
        said.append(f"{field.verbose_name} från {_value(field, old, names)} till {_value(field, new, names)}")
    return said


def _value(field, value, names: _Names) -> str:
    if value in (None, ""):
        return "tomt"
    if field.is_relation:
        return {"department": names.departments, "responsible": names.users, "cpv": names.cpv}[field.name].get(
            value, "något som är borttaget"
        )
    if field.choices:
        return dict(field.flatchoices).get(value, str(value))
    text = display(value, "money" if field.name in _MONEY else "text")
    return f"”{text}”" if isinstance(value, str) else text


def _procurement_text(event, before, changes) -> str:
    if event.pgh_label == "insert":
        return "Upphandlingen lades upp."
    return f"Ändrade {_listed(changes)}." if changes else ""


def _contract_text(event, before, changes) -> str:
    name = _contract_name(event)
    if event.pgh_label == "insert":
        return f"Avtalet {name} lades till."
    if event.pgh_label == "delete":
        return f"Avtalet {name} togs bort."
    if event.no_requirement_reason != before.no_requirement_reason:
        if event.no_requirement_reason:
            return f"Beslutade inget krav på avtalet {name}, {event.no_requirement_on}: {event.no_requirement_reason}"
        return f"Beslutet inget krav på avtalet {name} ersattes."
    return f"Ändrade avtalet {name}: {_listed(changes)}." if changes else ""


def _party_text(event, before, changes, names: _Names, on_contract: dict[int, str]) -> str:
    supplier, contract = names.suppliers.get(event.supplier_id, "En leverantör"), on_contract[event.contract_id]
    if event.pgh_label == "insert":
        return f"{supplier} blev leverantör på avtalet {contract}."
    if event.pgh_label == "delete":
        return f"{supplier} är inte längre leverantör på avtalet {contract}."
    return f"Ändrade {supplier} på avtalet {contract}: {_listed(changes)}." if changes else ""


def _requirement_text(event, before, changes, on_contract: dict[int, str]) -> str:
    contract = on_contract[event.contract_id]
    name = requirement_text(event.kind, event.count, event.model, event.unit)
    if event.pgh_label == "insert":
        return f"Ställde kravet {name} på avtalet {contract}."
    if event.pgh_label == "delete":
        return f"Tog bort kravet {name} från avtalet {contract}."
    return f"Ändrade kravet {name} på avtalet {contract}: {_listed(changes)}." if changes else ""


def _contract_name(event) -> str:
    return event.number or event.title or str(event.id)


def _listed(changes: list[str]) -> str:
    return ", ".join(changes)


def _author(event) -> int | None:
    return (event.pgh_context.metadata if event.pgh_context else {}).get("user")


def _names(own: list, contracts: list, parties: list, requirements: list) -> _Names:
    people = {_author(event) for event in (*own, *contracts, *parties, *requirements)}
    people |= {event.responsible_id for event in own}
    departments = Department.objects.filter(pk__in={event.department_id for event in own} - {None})
    codes = CpvCode.objects.filter(pk__in={event.cpv_id for event in own} - {None})
    suppliers = Supplier.objects.filter(pk__in={event.supplier_id for event in parties})
    return _Names(
        users=dict(User.objects.filter(pk__in=people - {None}).values_list("pk", "name")),
        departments=dict(departments.values_list("pk", "name")),
        cpv={code.pk: str(code) for code in codes},
        suppliers=dict(suppliers.values_list("pk", "name")),
    )
