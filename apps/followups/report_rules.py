"""What a supplier's report must say to be sent, and what of it is worth. Pure.

A place that was not filled says why: whose side it was on decides whether a sanction is fair (DOMAIN 3.3). Documented
attempts count only when the clause says so, and never when the supplier itself took the place back. Nobody reports who
a resident is: what looks like a personal number is refused (fact 38).
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import ceil

from apps.core.personal_numbers import beginning, find, message
from apps.placements.choices import MUNICIPAL_REASONS
from apps.placements.fulfilment import months_between
from apps.procurements.choices import RequirementUnit
from apps.procurements.wording import counted, figure

# Arbetstidslagen (1982:673) 10 b §: at most 48 hours a week on average.
MOST_HOURS_A_WEEK = 48
# What no report on one contract reaches, whatever its period; also what the columns hold.
MOST_PLACES, MOST_HOURS, MOST_MONTHS = 1_000, Decimal(100_000), Decimal(1_000)
_LABELS = {
    "offered": "Erbjudna platser",
    "filled": "Tillsatta platser",
    "hours": "Timmar",
    "full_time_months": "Heltidsmånader",
    "attempts": "Försök att tillsätta platserna",
}
_CEILINGS = {"offered": MOST_PLACES, "filled": MOST_PLACES, "hours": MOST_HOURS, "full_time_months": MOST_MONTHS}
_ASKED = {
    RequirementUnit.PLACES: ("offered", "filled"),
    RequirementUnit.PERSONS: ("offered", "filled"),
    RequirementUnit.HOURS: ("hours",),
    RequirementUnit.FTE_MONTHS: ("full_time_months",),
    RequirementUnit.MEETINGS: (),
}

# Units a report adds to, and where it says how much: what nobody at the authority logs.
CREDITED = {RequirementUnit.HOURS: "hours", RequirementUnit.FTE_MONTHS: "full_time_months"}


@dataclass(frozen=True, slots=True)
class Line:
    """What a supplier says of one commitment; None and empty where it says nothing."""

    offered: int | None = None
    filled: int | None = None
    hours: Decimal | None = None
    full_time_months: Decimal | None = None
    unfilled_reason: str = ""
    has_documented_attempts: bool = False
    attempts: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """The period reported, both days in it, and how many people at most worked in it, None where not known."""

    period_from: date | None = None
    period_to: date | None = None
    people: int | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """A sentence in Swedish beside its field."""

    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Credit:
    """What accepting a line adds to the fulfilment, in the requirement's unit: reported, and by attempts."""

    reported: Decimal
    attempts: Decimal


NO_WORK = Work()


def asked(unit: str) -> tuple[str, ...]:
    """The figures a report on such a commitment has to hold."""
    return _ASKED[RequirementUnit(unit)]


def problems(line: Line, unit: str, work: Work = NO_WORK) -> tuple[Problem, ...]:
    """Everything that refuses the line when the report is sent, at most one sentence for each field."""
    found: dict[str, str] = {}
    for check in (_missing(line, unit), _figures(line), _places(line), _attempts(line), _work(line, work)):
        for problem in check:
            found.setdefault(problem.field, problem.text)
    return tuple(Problem(field, text) for field, text in found.items())


def text_problem(label: str, text: str) -> str:
    """Why a free text may not be sent, in Swedish: it holds something like a personal number. Empty when it may."""
    return message(label) % {"value": beginning(text)} if find(text) else ""


def default_credit(
    line: Line, unit: str, *, logged: Decimal, counts_attempts: bool, logged_attempts: Decimal = Decimal(0)
) -> Credit:
    """What the officer is proposed to credit: what was reported less what is logged already, never below 0.

    Only hours and full-time months are reported: places and persons are logged one by one. `logged` is what the ledger
    holds for the same requirement and period, `logged_attempts` the places offered in vain that it counts already.
    Attempts are places offered in vain for the municipality's reasons, when they are documented and the clause counts
    them.
    """
    reported = _reported(line, unit)
    tried = _tried(line, unit, counts_attempts)
    return Credit(max(Decimal(0), reported - logged), max(Decimal(0), tried - logged_attempts))


def _missing(line: Line, unit: str) -> list[Problem]:
    return [
        Problem(field, f"{_LABELS[field]} saknas. Ange antalet, eller 0 om det inte blev något.")
        for field in asked(unit)
        if getattr(line, field) is None
    ]


def _figures(line: Line) -> list[Problem]:
    found = []
    for field, most in _CEILINGS.items():
        value = getattr(line, field)
        if value is None:
            continue
        if value < 0:
            found.append(Problem(field, f"{_LABELS[field]}: {figure(value)} är mindre än noll. Ange 0 eller mer."))
        elif value > most:
            text = f"{_LABELS[field]}: {figure(value)} är mer än {figure(most)}. Kontrollera talet."
            found.append(Problem(field, text))
        elif value != round(value, 1):
            text = f"{_LABELS[field]}: {figure(value)} har fler än en decimal. Avrunda till en decimal."
            found.append(Problem(field, text))
    return found


def _places(line: Line) -> list[Problem]:
    if line.filled is None:
        return []
    if line.offered is None:
        return [Problem("offered", "Ange hur många platser ni erbjöd, minst så många som tillsattes.")]
    if line.filled > line.offered:
        text = (
            f"Tillsatta platser: {line.filled} är fler än de {line.offered} som erbjöds. Höj antalet erbjudna platser "
            "eller sänk antalet tillsatta."
        )
        return [Problem("filled", text)]
    if line.filled < line.offered and not line.unfilled_reason:
        empty = counted(line.offered - line.filled, "plats", "platser")
        return [Problem("unfilled_reason", f"{empty} tillsattes inte. Välj varför.")]
    return []


def _attempts(line: Line) -> list[Problem]:
    if problem := text_problem(_LABELS["attempts"], line.attempts):
        return [Problem("attempts", problem)]
    if line.has_documented_attempts and not line.attempts.strip():
        return [Problem("attempts", "Beskriv vad ni gjorde för att tillsätta platserna, eller ta bort krysset.")]
    return []


def _work(line: Line, work: Work) -> list[Problem]:
    """More than so many people can have worked in the period."""
    if work.people is None or work.period_from is None or work.period_to is None:
        return []
    days = max(0, (work.period_to - work.period_from).days + 1)
    people = counted(work.people, "person", "personer")
    during = f"{people} kan ha arbetat {work.period_from} – {work.period_to}. Kontrollera talet."
    hours = work.people * ceil(days / 7) * MOST_HOURS_A_WEEK
    months = work.people * ceil(months_between(work.period_from, work.period_to))
    found = []
    if line.hours is not None and line.hours > hours:
        text = f"Timmar: {figure(line.hours)} är mer än de {figure(hours)} timmar som {during}"
        found.append(Problem("hours", text))
    if line.full_time_months is not None and line.full_time_months > months:
        text = f"Heltidsmånader: {figure(line.full_time_months)} är mer än de {figure(months)} som {during}"
        found.append(Problem("full_time_months", text))
    return found


def _reported(line: Line, unit: str) -> Decimal:
    field = CREDITED.get(RequirementUnit(unit))
    return Decimal((getattr(line, field) if field else None) or 0)


def _tried(line: Line, unit: str, counts_attempts: bool) -> Decimal:
    is_tried = counts_attempts and line.has_documented_attempts and line.unfilled_reason in MUNICIPAL_REASONS
    if unit != RequirementUnit.PLACES or not is_tried or line.offered is None:
        return Decimal(0)
    return Decimal(line.offered - (line.filled or 0))
