"""What the pages of a procurement and a contract show, ready for the shared parts."""

from typing import Any

from django.urls import reverse

from apps.core.formats import iso_date, money
from apps.procurements.choices import DECISION_TONES, Decision, Phase, SocialFlag
from apps.procurements.models import Contract, Procurement
from apps.procurements.queries import listed_contracts

_ORDER = list(Phase)[:11]


def steps(procurement: Procurement) -> list[dict[str, Any]]:
    """The status as ordered steps; none for a cancelled procurement."""
    if procurement.phase not in _ORDER:
        return []
    now = _ORDER.index(Phase(procurement.phase))
    found = []
    for place, phase in enumerate(_ORDER):
        state = "current" if place == now else "done" if place < now else "upcoming"
        note = iso_date(procurement.published_on) if phase == Phase.PUBLISHED and procurement.published_on else ""
        found.append({"label": phase.label.capitalize(), "state": state, "note": note, "url": ""})
    return found


def facts(procurement: Procurement) -> list[dict[str, Any]]:
    """Rows of the summary list."""
    rows = [
        ("Förvaltning", procurement.department or "–"),
        ("Ansvarig", procurement.responsible or "–"),
        ("Uppskattat värde", money(procurement.estimated_value)),
        ("CPV-kod", procurement.cpv or "–"),
        ("Annonserad", iso_date(procurement.published_on)),
    ]
    if procurement.contracted_value is not None:
        rows.append(("Kontrakterat värde", money(procurement.contracted_value)))
    if procurement.social_flag != SocialFlag.UNKNOWN:
        rows.append(("Social hänsyn enligt källan", procurement.get_social_flag_display()))
    if procurement.note:
        rows.append(("Anteckning", procurement.note))
    return [{"key": key, "value": value, "change_url": ""} for key, value in rows]


def contracts(procurement: Procurement) -> list[Contract]:
    """The contracts with suppliers, requirements, decision and its look."""
    return decorated(listed_contracts(Contract.objects.filter(procurement=procurement)))


def decorated(rows) -> list[Contract]:
    """Contracts with `decision_label` and `decision_tone` for their tag, and `period` in words."""
    found = list(rows)
    for contract in found:
        contract.decision_label = Decision(contract.decision).label
        contract.decision_tone = DECISION_TONES[contract.decision]
        contract.period = period(contract)
    return found


def period(contract: Contract) -> str:
    """ "2026-04-01 till 2028-03-31", or "från 2026-04-01, tills vidare"."""
    if contract.is_until_further_notice:
        return f"från {iso_date(contract.starts_on)}, tills vidare"
    return f"{iso_date(contract.starts_on)} till {iso_date(contract.ends_on)}"


def register_facts(contract: Contract) -> list[dict[str, Any]]:
    """What an imported register said beside its columns; it may name people."""
    return [{"key": key, "value": value, "change_url": ""} for key, value in contract.source_values.items() if value]


def contract_facts(contract: Contract) -> list[dict[str, Any]]:
    """Rows of the contract's summary list."""
    rows = [
        ("Avtalstid", period(contract)),
        ("Senaste slut", iso_date(contract.latest_end_on)),
        ("Avtalsvärde", money(contract.value)),
    ]
    return [{"key": key, "value": value, "change_url": ""} for key, value in rows]


def tasks(procurement: Procurement, found: list[Contract]) -> list[dict[str, Any]]:
    """What the procurement waits for: missing facts, contracts to add, decisions to take."""
    change, add = (reverse(name, args=[procurement.pk]) for name in ("procurement_update", "contract_create"))
    waiting = []
    if not procurement.department_id:
        waiting.append(("Ange beställande förvaltning", change, "saknas"))
    if not found and procurement.phase in {Phase.PUBLISHED, Phase.CONTRACTED}:
        waiting.append(("Lägg till avtal", add, "saknas"))
    waiting += [
        (f"Besluta om krav på avtalet {contract.name}", contract.get_absolute_url(), Decision.OPEN.label)
        for contract in found
        if contract.decision == Decision.OPEN
    ]
    return [
        {"label": label, "url": url, "hint": "", "status_text": status, "status_kind": "warn"}
        for label, url, status in waiting
    ]
