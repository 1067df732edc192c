"""What the pages of a procurement and a contract show, ready for the shared parts."""

from typing import Any

from apps.core.formats import iso_date, money
from apps.procurements.choices import DECISION_TONES, Decision, SocialFlag
from apps.procurements.corrections import GIVEN
from apps.procurements.models import Contract, Procurement
from apps.procurements.queries import listed_contracts

# The dates of a case in the order of the process (DOMAIN 2); the ones that are set are shown.
_DATES = ("need_registered_on", "planned_publication_on", "planned_signing_on", *GIVEN)


def facts(procurement: Procurement) -> list[dict[str, Any]]:
    """Rows of the summary list."""
    rows = [
        ("Förvaltning", procurement.department or "–"),
        ("Ansvarig", procurement.responsible or "–"),
        ("Uppskattat värde", money(procurement.estimated_value)),
        ("Vad som köps", _sentence_case(procurement.get_kind_display()) or "–"),
        ("Förfarande", _sentence_case(procurement.get_procedure_display()) or "–"),
        ("CPV-kod", procurement.cpv or "–"),
    ]
    if procurement.guideline:
        rows.append(("Riktlinje vid annonsering", procurement.guideline))
    if procurement.contracted_value is not None:
        rows.append(("Kontrakterat värde", money(procurement.contracted_value)))
    if procurement.social_flag != SocialFlag.UNKNOWN:
        rows.append(("Social hänsyn enligt källan", procurement.get_social_flag_display()))
    if procurement.note:
        rows.append(("Anteckning", procurement.note))
    return [{"key": key, "value": value, "change_url": ""} for key, value in rows]


def dates(procurement: Procurement) -> list[dict[str, Any]]:
    """Rows of the dates that are set, in the order of the process."""
    label = {name: str(Procurement._meta.get_field(name).verbose_name) for name in _DATES}
    found = [(_sentence_case(label[name]), getattr(procurement, name)) for name in _DATES]
    return [{"key": key, "value": iso_date(value), "change_url": ""} for key, value in found if value]


def contracts(procurement: Procurement) -> list[Contract]:
    """The contracts with suppliers, requirements, decision and its look."""
    rows = listed_contracts().filter(procurement=procurement)
    return decorated(rows.prefetch_related("options"))


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


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]
