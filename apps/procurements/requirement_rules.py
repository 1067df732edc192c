"""What a requirement may hold: pure rules over its values, each refusal a sentence with its paragraph.

`values` are the fields of Requirement by name. Every check gives sentences by field, nothing when all is well.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from apps.core.formats import iso_date
from apps.procurements.choices import KINDLESS_MODELS, Phase, PurchaseKind, Regime, RequirementKind, RequirementModel
from apps.procurements.obligations import FIRST_START_MONTHS, first_start_due

Sentences = dict[str, str]

LATE_NUMBER = (
    "Avtalet är tecknat {signed_on} och upphandlingen har ingen klausul om dialog eller option. Ett antal som läggs "
    "till nu kan vara en väsentlig ändring av avtalet (LOU 17:10 och 17:14)."
)
LATE_DOCUMENTS = (
    "Upphandlingen är annonserad. Ett krav ska stå i upphandlingsdokumenten (LOU 17:1, under tröskelvärdet 19:3), och "
    "dokumenten ändras inte utan rättelse."
)
CONFIRM_LATE = "Kryssa i att kravet ändå ska gälla, eller avbryt. {why}"
MOTIVE_MISSING = "Ange motiv till kravet. Det sparas med kravet och visas för alla som läser det."
CLAUSE_LACKS = "Klausulen {clause} ger inte rätt till {sanction}. Töm fältet eller välj en klausul som gör det."
NO_TEXT = "Utan klausul ska avtalets text om {sanction} anges: en påföljd gäller bara om den står i dokumenten."
NO_PENALTY = "Ange vitets belopp, eller töm vad det räknas per och det högsta vitet."
NO_BONUS = "Ange bonusen per enhet, eller töm den högsta bonusen."
NO_SHARE = "Ange andelen i procent. I en reserverad upphandling är den minst 30 (LOU 4:18)."
DUE_BEFORE_START = "Kravet ska vara uppfyllt {due}, men åtagandet börjar först {start}. Kontrollera datumen."
DUE_AFTER_END = "Kravet ska vara uppfyllt {due}, men åtagandet slutar redan {end}. Kontrollera datumen."
FIRST_AFTER = "Den första ska ha börjat eller erbjudits senast {first}, efter {day} då {what}. Ange färre månader."
REPORT_BEFORE_START = "Rapportdagen {day} ligger före åtagandets början {start}. Ta bort eller ändra den."

_NUMBER = ("unit", "count", "quantity_basis", "rate")
_DAYS = ("starts_on", "ends_on", "due_on", "report_on", "follow_up_by")
_FIRST = ("first_start_within_months",)
# Places may be offered in time and still stay empty, when the municipality has nobody to send.
_ATTEMPTS = ("counts_attempts",)
SANCTIONS: dict[str, tuple[str, tuple[str, ...]]] = {
    "has_rectification": ("tid för rättelse", ("rectification_days",)),
    "has_penalty": ("vite", ("penalty_amount", "penalty_unit", "penalty_cap")),
    "has_call_off_block": ("spärr från avrop", ("blocks_call_offs",)),
    "has_termination": ("hävning", ("allows_termination",)),
}
# Rectification is the supplier's chance, not a sanction: it needs no words in the documents.
_NEEDS_TEXT = ("has_penalty", "has_call_off_block", "has_termination")
_ALL_SANCTIONS = tuple(name for _, names in SANCTIONS.values() for name in names)
_PLACE = ("geographic_restriction",)
_ASKED: dict[str, tuple[str, ...]] = {
    # The rate of a dialogue is the highest number that may be agreed in it (LOU 17:10 wants the change to be clear).
    RequirementModel.DIALOG: ("rate", "unit", *_DAYS, *_ALL_SANCTIONS, *_PLACE),
    RequirementModel.NUMERIC: (*_NUMBER, *_DAYS, *_FIRST, *_ATTEMPTS, *_ALL_SANCTIONS, *_PLACE),
    RequirementModel.COMBINED: (*_NUMBER, *_DAYS, *_FIRST, *_ATTEMPTS, *_ALL_SANCTIONS, *_PLACE),
    RequirementModel.BONUS: (*_NUMBER, "bonus_rate", "bonus_ceiling", *_DAYS, *_PLACE),
    RequirementModel.RESERVED: ("reserved_share", "due_on", "follow_up_by"),
    RequirementModel.LABOUR_LAW: (*_DAYS, *_ALL_SANCTIONS),
    RequirementModel.MENTOR: ("count", *_DAYS, *_FIRST, *_ATTEMPTS, *_ALL_SANCTIONS, *_PLACE),
    RequirementModel.ACTIVITY: ("count", *_DAYS, *_ALL_SANCTIONS, *_PLACE),
    RequirementModel.SUMMER_JOB: ("count", *_DAYS, *_ATTEMPTS, *_ALL_SANCTIONS, *_PLACE),
    RequirementModel.WILLINGNESS: ("due_on", "follow_up_by"),
}
_KINDS: dict[str, tuple[RequirementKind, ...]] = {
    RequirementModel.MENTOR: (RequirementKind.MENTORSHIP,),
    RequirementModel.ACTIVITY: (RequirementKind.STUDY_VISIT, RequirementKind.LECTURE),
    RequirementModel.SUMMER_JOB: (RequirementKind.SUMMER_JOB,),
}
_PUBLISHED = {Phase.PUBLISHED, Phase.TENDERING, Phase.EVALUATION, Phase.AWARDED, Phase.STANDSTILL, Phase.CONTRACTED}
_PUBLISHED |= {Phase.FOLLOW_UP, Phase.EXTENSION, Phase.CLOSED, Phase.REVIEW_PENDING}


@dataclass(frozen=True)
class Carried:
    """The clause that was chosen: its name and which sanctions it gives, as keys of SANCTIONS."""

    clause: str
    sanctions: frozenset[str]


def asked_for(model: str, carried: Carried | None) -> tuple[str, ...]:
    """The fields that fit the model, without the sanctions that a chosen clause does not carry."""
    lacking = set() if carried is None else set(SANCTIONS) - carried.sanctions
    without = {name for key in lacking for name in SANCTIONS[key][1]}
    return tuple(name for name in _ASKED[model] if name not in without)


def kinds_for(model: str) -> tuple[RequirementKind, ...]:
    """The kinds of effort a model may have; none for those that ask for no effort of a certain kind."""
    return () if model in KINDLESS_MODELS else _KINDS.get(model, tuple(RequirementKind))


def first_start_default(model: str, kind: str) -> int | None:
    """Six months for a number of employments (criterion 11554), else nothing is suggested."""
    has_number = "count" in _ASKED[model] and "first_start_within_months" in _ASKED[model]
    return FIRST_START_MONTHS if has_number and kind == RequirementKind.EMPLOYMENT else None


def refused_sanctions(values: Mapping[str, Any], carried: Carried | None, text: str) -> Sentences:
    """A sanction the chosen clause lacks, or one without any words in the contract (DOMAIN 3.4, fact 20)."""
    found = {}
    for key, (label, names) in SANCTIONS.items():
        name = next((name for name in names if values.get(name)), None)
        if name is None:
            continue
        if carried is not None and key not in carried.sanctions:
            found[name] = CLAUSE_LACKS.format(clause=carried.clause, sanction=label)
        elif carried is None and key in _NEEDS_TEXT and not text.strip():
            found["clause_text"] = NO_TEXT.format(sanction=label)
    return found


def refused_money(values: Mapping[str, Any]) -> Sentences:
    """A penalty or a bonus without its amount, said beside the amount."""
    found = {}
    if values.get("penalty_amount") is None and (values.get("penalty_unit") or values.get("penalty_cap") is not None):
        found["penalty_amount"] = NO_PENALTY
    if values.get("bonus_rate") is None and values.get("bonus_ceiling") is not None:
        found["bonus_rate"] = NO_BONUS
    return found


def refused_share(model: str, share: int | None) -> Sentences:
    """A reserved procurement states its share; whether it is at least 30 the database says (fact 18, LOU 4:18)."""
    return {"reserved_share": NO_SHARE} if model == RequirementModel.RESERVED and share is None else {}


def refused_days(values: Mapping[str, Any], contract_start: date | None = None) -> Sentences:
    """Days in an order that cannot be kept. The first start counts from the contract's start (fact 23)."""
    start, end, due = values.get("starts_on"), values.get("ends_on"), values.get("due_on")
    found = {}
    if start and due and due < start:
        found["due_on"] = DUE_BEFORE_START.format(due=iso_date(due), start=iso_date(start))
    elif end and due and due > end:
        found["due_on"] = DUE_AFTER_END.format(due=iso_date(due), end=iso_date(end))
    first = first_start_due(contract_start or start, values.get("first_start_within_months"))
    for day, what in ((due, "kravet ska vara uppfyllt"), (end, "åtagandet slutar")):
        if first and day and first > day:
            text = FIRST_AFTER.format(first=iso_date(first), day=iso_date(day), what=what)
            found.setdefault("first_start_within_months", text)
    early = [day for day in values.get("report_on") or () if start and day < start]
    if early:
        found["report_on"] = REPORT_BEFORE_START.format(day=iso_date(early[0]), start=iso_date(start))
    return found


def late_number(*, signed_on: date | None, has_way_in: bool, is_more: bool) -> str:
    """Why a number that is added or raised may be a substantial change, empty when it is none (fact 19).

    `has_way_in`: the documents hold a clear clause, an option or a dialogue, by which it may be agreed (LOU 17:10).
    """
    return LATE_NUMBER.format(signed_on=iso_date(signed_on)) if signed_on and is_more and not has_way_in else ""


def late_in_documents(phase: str, phase_before: str) -> str:
    """Why a requirement cannot simply be put into the documents any more, empty before the publication."""
    return LATE_DOCUMENTS if (phase_before if phase == Phase.PAUSED else phase) in _PUBLISHED else ""


def refused_late(why: str, *, is_confirmed: bool, motive: str) -> Sentences:
    """What is missing when a requirement comes late for the reason `why`: to confirm it, and a motive."""
    found = {}
    if why and not is_confirmed:
        found["confirms_late"] = CONFIRM_LATE.format(why=why)
    if why and not motive.strip():
        found["late_motive"] = MOTIVE_MISSING
    return found


def labour_law_advice(regime: str, kind: str, is_assessed: bool) -> str:
    """Where the labour-law conditions stand in this procurement: mandatory when needed, or voluntary (facts 16, 17)."""
    if kind == PurchaseKind.SPECIAL_SERVICES:
        return "Arbetsrättsliga villkor är frivilliga för tjänster i bilaga 2 (LOU 17:2)."
    if regime == Regime.UNKNOWN:
        return (
            "Om upphandlingen når tröskelvärdet är arbetsrättsliga villkor obligatoriska när de är behövliga (LOU "
            "17:2), annars frivilliga (LOU 19:3). Ange uppskattat värde och vad som köps för att få veta vilket."
        )
    if regime != Regime.ABOVE_THRESHOLD:
        return "Arbetsrättsliga villkor är frivilliga under tröskelvärdet (LOU 19:3)."
    if is_assessed:
        return "Arbetsrättsliga villkor är obligatoriska när de är behövliga (LOU 17:2). Bedömningen är gjord."
    return (
        "Arbetsrättsliga villkor är obligatoriska när de är behövliga (LOU 17:2). Gör behövlighetsbedömningen innan "
        "upphandlingsdokumenten godkänns."
    )
