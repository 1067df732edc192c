"""The sentences of the timeline. Each function gets an event, the one before it of the same row, and the names."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from apps.accounts.models import Organisation
from apps.core.formats import display
from apps.procurements.choices import OptionOutcome, Phase, Recommendation, requirement_text
from apps.procurements.moves import UNDO
from apps.procurements.phases import AWARDED_TO
from apps.procurements.priority import CANDIDATES, ENTRY_LEVELS, LABOUR_NEEDS
from apps.suppliers.models import Supplier

# Fields that say nothing to a reader, or that a sentence of its own tells.
_SILENT = {
    "id",
    "organisation_id",
    "procurement_id",
    "contract_id",
    "source_id",
    "created_at",
    "updated_at",
    "created_by_id",
    "answered_by_id",
    "decided_by_id",
    "token",
    "source_values",
    "is_demo",
    "phase_before",
    "clause_text",
    "no_requirement_by_id",
    "no_requirement_on",
    "no_requirement_reason",
}
_MONEY = {"estimated_value", "contracted_value", "value", "ceiling_value", "penalty_amount", "penalty_cap"}
_MONEY |= {"bonus_rate", "bonus_ceiling"}
# Answers that are kept as points.
_LEVELS = {"entry_level": dict(ENTRY_LEVELS), "labour_need": dict(LABOUR_NEEDS), "candidates": dict(CANDIDATES)}
GONE = "något som är borttaget"


@dataclass(frozen=True)
class Names:
    """What keys are called: `known` by model and key, `contracts` also when they are gone."""

    known: dict[tuple[type, Any], str]
    contracts: dict[int, str]

    def of(self, model: type, key: Any, otherwise: str = "") -> str:
        return self.known.get((model, key), otherwise)


def told_relations(model) -> list:
    """The foreign keys of a model whose rows are named in sentences."""
    named = {"supplier_id", "organisation_id"}
    fields = [field for field in model._meta.concrete_fields if field.is_relation]
    return [field for field in fields if field.attname not in _SILENT or field.attname in named]


def of_procurement(event, before, names: Names) -> str:
    if event.pgh_label == "insert":
        began = "" if event.phase == Phase.NEED else f" direkt i fasen {Phase(event.phase).label}"
        return f"Upphandlingen lades upp{began}."
    is_moved = event.phase != before.phase
    changes = _changes(event, before, names, but={"phase"}, is_short=is_moved)
    if not is_moved:
        return f"Ändrade {_listed(changes)}." if changes else ""
    old, new = Phase(before.phase).label, Phase(event.phase).label
    metadata = event.pgh_context.metadata if event.pgh_context else {}
    if UNDO in metadata:
        return f"Ångrade steget till {old}. Upphandlingen står åter i fasen {new}."
    winner = f" Den gick till {names.of(Supplier, metadata[AWARDED_TO], GONE)}." if AWARDED_TO in metadata else ""
    return f"Gick från fasen {old} till {new}{': ' if changes else ''}{_listed(changes)}.{winner}"


def of_party(event, before, names: Names) -> str:
    authority = names.of(Organisation, event.organisation_id, "En myndighet")
    if event.pgh_label == "insert":
        return f"{authority} kom med i upphandlingen, med {event.share_percent} procent av åtagandet."
    if event.pgh_label == "delete":
        return f"{authority} är inte längre med i upphandlingen."
    return _changed(f"uppgifterna om {authority}", event, before, names)


def of_lot(event, before, names: Names) -> str:
    lot = f"Anbudsområdet {event.number} {event.title}"
    if event.pgh_label == "insert":
        return f"{lot} lades till."
    if event.pgh_label == "delete":
        return f"{lot} togs bort."
    return _changed(f"anbudsområdet {event.number}", event, before, names)


def of_answers(event, before, names: Names) -> str:
    if event.pgh_label == "insert":
        return "Frågorna för prioritering besvarades."
    if event.pgh_label == "delete":
        return "Svaren för prioritering togs bort."
    return _changed("svaren för prioritering", event, before, names)


def of_decision(event, before, names: Names) -> str:
    if event.pgh_label != "insert":
        return ""
    motive = f" Motiv: {event.motive}" if event.motive else ""
    recommended = f" Rekommenderat var {Recommendation(event.recommended).label}." if event.recommended else ""
    return f"Beslutade {Recommendation(event.decided).label}, {event.decided_on}.{recommended}{motive}"


def of_contract(event, before, names: Names) -> str:
    name = names.contracts.get(event.id, "")
    if event.pgh_label == "insert":
        signed = f", tecknat {event.signed_on}" if event.signed_on else ""
        return f"Avtalet {name} lades till{signed}."
    if event.pgh_label == "delete":
        return f"Avtalet {name} togs bort."
    if event.no_requirement_reason != before.no_requirement_reason:
        if event.no_requirement_reason:
            return f"Beslutade inget krav på avtalet {name}, {event.no_requirement_on}: {event.no_requirement_reason}"
        return f"Beslutet inget krav på avtalet {name} ersattes."
    if event.signed_on and before.signed_on is None:
        changes = _changes(event, before, names, but={"signed_on"})
        return f"Avtalet {name} tecknades {event.signed_on}{'. Ändrade ' if changes else ''}{_listed(changes)}."
    return _changed(f"avtalet {name}:", event, before, names, "")


def of_supplier(event, before, names: Names) -> str:
    supplier, contract = names.of(Supplier, event.supplier_id, "En leverantör"), names.contracts[event.contract_id]
    if event.pgh_label == "insert":
        return f"{supplier} blev leverantör på avtalet {contract}."
    if event.pgh_label == "delete":
        return f"{supplier} är inte längre leverantör på avtalet {contract}."
    return _changed(f"{supplier} på avtalet {contract}", event, before, names)


def of_option(event, before, names: Names) -> str:
    option, contract = f"förlängningen på {event.months} månader", names.contracts[event.contract_id]
    if event.pgh_label == "insert":
        return f"Avtalet {contract} fick en möjlig förlängning på {event.months} månader."
    if event.pgh_label == "delete":
        return f"Tog bort {option} från avtalet {contract}."
    if event.outcome != before.outcome and event.outcome != OptionOutcome.OPEN:
        outcome = OptionOutcome(event.outcome).label
        return f"Beslutade {event.decided_on} om {option} av avtalet {contract}: {outcome}."
    return _changed(f"{option} av avtalet {contract}", event, before, names)


def of_requirement(event, before, names: Names) -> str:
    name = requirement_text(event.kind, event.count, event.model, event.unit)
    contract = names.contracts.get(event.contract_id)
    on, from_ = ("på", "från") if contract else ("i", "ur")
    where = f"avtalet {contract}" if contract else "upphandlingens dokument"
    if event.pgh_label == "insert":
        if event.source_id:
            return f"Kravet {name} följde med till {where}."
        return f"Ställde kravet {name} {on} {where}."
    if event.pgh_label == "delete":
        return f"Tog bort kravet {name} {from_} {where}."
    return _changed(f"kravet {name} {on} {where}", event, before, names)


def _changed(what: str, event, before, names: Names, colon: str = ":") -> str:
    changes = _changes(event, before, names)
    return f"Ändrade {what}{colon} {_listed(changes)}." if changes else ""


def _changes(
    event, before, names: Names, but: frozenset[str] | set[str] = frozenset(), *, is_short: bool = False
) -> list[str]:
    """ "CPV-kod från tomt till 45000000", one for each field that changed; `is_short` says "annonserad 2026-03-01"."""
    said = []
    for field in event.pgh_tracked_model._meta.concrete_fields:
        old, new = getattr(before, field.attname, None), getattr(event, field.attname, None)
        if field.generated or field.attname in _SILENT or field.name in but or old == new:
            continue
        if is_short and old in (None, ""):
            said.append(f"{field.verbose_name} {_value(field, new, names)}")
            continue
        said.append(f"{field.verbose_name} från {_value(field, old, names)} till {_value(field, new, names)}")
    return said


def _value(field, value, names: Names) -> str:
    if value in (None, "", []):
        return "tomt"
    if field.is_relation:
        return names.of(field.related_model, value, GONE)
    if field.name in _LEVELS:
        return _LEVELS[field.name].get(value, str(value))
    if field.choices:
        return dict(field.flatchoices).get(value, str(value))
    if isinstance(value, list):
        return ", ".join(display(each) for each in value)
    text = display(value, "money" if field.name in _MONEY else "date" if isinstance(value, date) else "text")
    return f"”{text}”" if isinstance(value, str) else text


def _listed(changes: list[str]) -> str:
    return ", ".join(changes)
