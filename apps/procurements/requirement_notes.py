"""What the pages say about a requirement while it is set: where it belongs, what the law says, what its text lacks."""

from datetime import date

from apps.procurements import requirements, thresholds
from apps.procurements.choices import RequirementKind, RequirementModel
from apps.procurements.clause_text import VARIABLES
from apps.procurements.models import Contract, Procurement, Requirement
from apps.procurements.requirement_forms import Choice
from apps.procurements.requirement_rules import SANCTIONS, labour_law_advice
from apps.procurements.requirement_words import carried_by, filled
from apps.procurements.wording import listed

MISSING = "Klausulens text saknar uppgift om {words}. Ändra kravet eller fyll i texten för hand."
DRAFT = "Klausulen är ett utkast. Låt en jurist granska den innan den används."
STARTED = (
    "Avtalet gäller sedan {starts_on}, men det står inte när det tecknades. Ett antal som läggs till efter tecknandet "
    "utan klausul om dialog eller option kan vara en väsentlig ändring (LOU 17:10 och 17:14)."
)


def lead(owner: Contract | Procurement) -> str:
    """Where the requirement belongs, and a decision to have none that stands there."""
    if isinstance(owner, Procurement):
        return f"Kravet skrivs in i upphandlingsdokumenten för {owner} och följer med till avtalet när det tecknas."
    text = f"Avtalet {owner.name}, {owner.procurement}."
    if owner.no_requirement_on:
        text += f" Det har beslutet inget krav, {owner.no_requirement_on}: {owner.no_requirement_reason}"
    return text


def saved(requirement: Requirement) -> str:
    """What is said when a requirement was set, and what its text still lacks."""
    where = "Avtalet har" if requirement.contract else "Upphandlingen har"
    lacking = missing(requirement)
    return f"Sparat. {where} kravet {requirement}." + (f" {lacking}" if lacking else "")


def consequence(requirement: Requirement) -> str:
    """What happens when a requirement is taken away."""
    if requirement.contract is None:
        return "Kravet försvinner ur upphandlingens dokument. Avtal som redan har fått det behåller det."
    name = requirement.contract.name
    return f"Kravet försvinner från avtalet {name}. Utan krav ska avtalet ha ett motiv i stället."


def missing(requirement: Requirement) -> str:
    """The variables that still stand in braces in the requirement's text, in a sentence; empty when none do."""
    names = filled(requirement).missing if requirement.clause else ()
    words = [VARIABLES[name] for name in names]
    return MISSING.format(words=listed(words)) if words else ""


def why_late(requirement: Requirement) -> str:
    """Why a requirement, or a higher number in it, would come late; empty when it would not."""
    return requirements.why_late(requirement.procurement, requirement.contract, is_more=True, apart_from=requirement.pk)


def chosen(choice: Choice) -> str:
    """The first step's answer in words: "Jobb i driften: antal, anställning"."""
    words = [RequirementModel(choice.model).label]
    words += [RequirementKind(choice.kind).label] if choice.kind else []
    return f"{choice.clause or 'Utan klausul'}: {', '.join(words)}"


def notes(requirement: Requirement, choice: Choice, today: date) -> list[dict[str, str]]:
    """What to know before the details are filled in, as insets (title, text, kind)."""
    found = []
    if late := why_late(requirement):
        found.append(_inset("Kravet ställs sent", late, "warn"))
    elif _has_started_unsigned(requirement, today):
        text = STARTED.format(starts_on=requirement.contract.starts_on)
        found.append(_inset("När tecknades avtalet?", text, "warn"))
    if choice.model == RequirementModel.LABOUR_LAW:
        found.append(_inset("Arbetsrättsliga villkor", _labour_law(requirement.procurement, today)))
    if choice.clause:
        found += _of_clause(choice)
    return found


def _of_clause(choice: Choice) -> list[dict[str, str]]:
    carried = carried_by(choice.clause).sanctions
    has = [label for key, (label, _) in SANCTIONS.items() if key in carried]
    lacks = [label for key, (label, _) in SANCTIONS.items() if key not in carried]
    text = f"Klausulen ger {listed(has)}." if has else "Klausulen ger inga påföljder."
    if has and lacks:
        text += f" Den ger inte {listed(lacks, 'eller')}, så det kan inte anges."
    draft = [_inset("Utkast", DRAFT, "warn")] if choice.clause.is_draft else []
    return [*draft, _inset("Påföljder i klausulen", text)]


def _labour_law(procurement: Procurement, today: date) -> str:
    found = thresholds.regime_of(procurement, procurement.sent_for_publication_on or today)
    return labour_law_advice(found.regime, procurement.kind, procurement.necessity_assessed_on is not None)


def _has_started_unsigned(requirement: Requirement, today: date) -> bool:
    contract = requirement.contract
    if contract is None or contract.signed_on or contract.has_option_clause or contract.starts_on is None:
        return False
    return contract.starts_on <= today


def _inset(title: str, text: str, kind: str = "") -> dict[str, str]:
    return {"title": title, "text": text, "kind": kind}
