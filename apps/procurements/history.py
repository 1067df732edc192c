"""What happened to a procurement, read from the history the database triggers keep, in Swedish sentences."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import Any

from apps.accounts.models import User
from apps.procurements import history_words as words
from apps.procurements.models import (
    ContractEvent,
    ContractSupplierEvent,
    ExtensionOptionEvent,
    LotEvent,
    PriorityAnswersEvent,
    Procurement,
    ProcurementEvent,
    ProcurementPartyEvent,
    RequirementDecisionEvent,
    RequirementEvent,
)
from apps.procurements.phases import AWARDED_TO
from apps.suppliers.models import Supplier

EVENTS_SHOWN = 40


@dataclass(frozen=True)
class Event:
    """One thing that happened: when, what, and by whom (empty for an import or a command)."""

    on: datetime
    text: str
    by: str = ""


def timeline(procurement: Procurement) -> list[Event]:
    """The newest events of the procurement and everything under it, newest first."""
    key = procurement.pk
    contracts = _read(ContractEvent, procurement_id=key)
    contract_keys = {event.id for event in contracts}
    read: list[tuple[list, Callable]] = [
        (_read(ProcurementEvent, pgh_obj_id=key), words.of_procurement),
        (_read(ProcurementPartyEvent, procurement_id=key), words.of_party),
        (_read(LotEvent, procurement_id=key), words.of_lot),
        (_read(PriorityAnswersEvent, procurement_id=key), words.of_answers),
        (_read(RequirementDecisionEvent, procurement_id=key), words.of_decision),
        (contracts, words.of_contract),
        (_read(ContractSupplierEvent, contract_id__in=contract_keys), words.of_supplier),
        (_read(ExtensionOptionEvent, contract_id__in=contract_keys), words.of_option),
        (_read(RequirementEvent, procurement_id=key), words.of_requirement),
    ]
    names = _names([event for events, _ in read for event in events], contracts)
    told = [event for events, sentence in read for event in _told(events, names, sentence)]
    return sorted(told, key=attrgetter("on"))[: -EVENTS_SHOWN - 1 : -1]


def _read(model, **which) -> list:
    return list(model.objects.filter(**which).select_related("pgh_context").order_by("pgh_id"))


def _told(events: Iterable, names: words.Names, sentence: Callable) -> Iterator[Event]:
    """Each event as a sentence; one whose beginning is not on record, or that says nothing, is left out."""
    earlier: dict[int, Any] = {}
    for event in events:
        before = earlier.get(event.id)
        earlier[event.id] = event
        if event.pgh_label == "update" and before is None:
            continue
        if text := sentence(event, before, names):
            yield Event(event.pgh_created_at, text, names.of(User, _metadata(event).get("user")))


def _metadata(event) -> dict[str, Any]:
    return event.pgh_context.metadata if event.pgh_context else {}


def _names(events: list, contracts: list) -> words.Names:
    """What every key in the events is called, one query for each kind of thing."""
    wanted: dict[type, set] = {User: {_metadata(event).get("user") for event in events}}
    wanted[Supplier] = {_metadata(event).get(AWARDED_TO) for event in events}
    for event in events:
        for field in words.told_relations(event.pgh_tracked_model):
            wanted.setdefault(field.related_model, set()).add(getattr(event, field.attname))
    found = {}
    for model, keys in wanted.items():
        found |= {(model, row.pk): str(row) for row in model.objects.filter(pk__in=keys - {None})}
    return words.Names(found, {event.id: event.number or event.title or str(event.id) for event in contracts})
