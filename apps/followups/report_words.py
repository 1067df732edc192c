"""What a report's questions and answers are called: the same words before it is sent and after.

A supplier is spoken to as "ni" and answers as "vi"; the authority reads and enters the same about "leverantören".
"""

from apps.followups.choices import PlacementAnswer, PointKind
from apps.placements.choices import UnfilledReason
from apps.procurements.choices import RequirementUnit

PLACES = (RequirementUnit.PLACES, RequirementUnit.PERSONS)
PLACED, FILES = "Placeringar", "Underlag"
_LABELS = {
    "offered": "Erbjudna platser",
    "filled": "Tillsatta platser",
    "unfilled_reason": "Varför inte alla tillsattes",
    "hours": "Timmar",
    "full_time_months": "Heltidsmånader",
    "has_documented_attempts": "Dokumenterade försök",
}
_ATTEMPTS = {True: "Försök att tillsätta platserna", False: "Mer att berätta"}
_SUPPLIERS_REASONS = {UnfilledReason.SUPPLIER_WITHDREW: "vi drog tillbaka platsen"}
_AUTHORITYS_ANSWERS = {
    PlacementAnswer.LED_TO_JOB: "ledde till anställning hos leverantören",
    PlacementAnswer.UNKNOWN: "leverantören känner inte till den",
}


def labels(unit: str) -> dict[str, str]:
    """The fields of a commitment in the unit in their order, each with what stands beside its answer."""
    return _LABELS | {"attempts": _ATTEMPTS[unit in PLACES]}


def reasons(*, to_supplier: bool) -> dict[str, str]:
    """Why a place was not filled, by the value that is kept."""
    return dict(UnfilledReason.choices) | (_SUPPLIERS_REASONS if to_supplier else {})


def answers(*, to_supplier: bool) -> dict[str, str]:
    """What is said of a placement, by the value that is kept."""
    return dict(PlacementAnswer.choices) | ({} if to_supplier else _AUTHORITYS_ANSWERS)


def kind(value: str) -> str:
    """What the supplier's own report is called to it."""
    return "Rapport" if value == PointKind.REPORT else PointKind(value).label.capitalize()
