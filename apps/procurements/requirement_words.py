"""A requirement in the words of its clause."""

from decimal import Decimal

from apps.core.formats import iso_date
from apps.procurements.choices import RequirementKind, RequirementModel
from apps.procurements.clause_text import Rendered, render
from apps.procurements.models import Clause, Requirement
from apps.procurements.requirement_rules import SANCTIONS, Carried
from apps.procurements.wording import figure, listed


def carried_by(clause: Clause | None) -> Carried | None:
    """The sanctions a chosen clause gives; None when no clause is chosen."""
    if clause is None:
        return None
    return Carried(clause.title, frozenset(key for key in SANCTIONS if getattr(clause, key)))


def clause_text_of(requirement: Requirement) -> str:
    """What the contract says: the clause with the requirement's values, or the text that was typed without a clause."""
    return filled(requirement).text if requirement.clause else requirement.clause_text.strip()


def filled(requirement: Requirement) -> Rendered:
    """The requirement's clause with its values; it has one."""
    return render(requirement.clause.text, clause_values(requirement))


def clause_values(requirement: Requirement) -> dict[str, str]:
    """The variables of clause_text with what the requirement, its contract and its procurement say."""
    procurement, contract = requirement.procurement, requirement.contract
    is_dialogue = requirement.model == RequirementModel.DIALOG
    start = requirement.starts_on or (contract and contract.starts_on)
    end = requirement.ends_on or (contract and contract.ends_on)
    return {
        "antal": _number(requirement.count),
        "antal_hogst": _number(requirement.rate if is_dialogue else None),
        "enhet": requirement.get_unit_display(),
        "insats": RequirementKind(requirement.kind).label if requirement.kind else "",
        "start": _day(start),
        "slut": _day(end or requirement.due_on),
        "forsta_start_manader": _number(requirement.first_start_within_months),
        "rapportdatum": listed([iso_date(day) for day in requirement.report_on]),
        "uppfoljare": requirement.get_follow_up_by_display(),
        "rattelse_dagar": _number(requirement.rectification_days),
        "vite_belopp": _number(requirement.penalty_amount),
        "vite_enhet": requirement.get_penalty_unit_display(),
        "vite_tak": _number(requirement.penalty_cap),
        "bonus_per_enhet": _number(requirement.bonus_rate),
        "bonus_tak": _number(requirement.bonus_ceiling),
        "andel_reserverad": _number(requirement.reserved_share),
        "organisation": str(procurement.organisation),
        "upphandling": procurement.title,
        "diarienummer": procurement.case_number,
    }


def _number(value: Decimal | int | None) -> str:
    return "" if value is None else figure(value)


def _day(value) -> str:
    return iso_date(value) if value else ""
