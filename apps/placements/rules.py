"""What a placement's dates may look like. No database, no clock."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from apps.placements.choices import PlacementState

UNDO_TIME = timedelta(minutes=10)
FIRST_DAY = date(2000, 1, 1)


TONES: dict[str, str] = {
    PlacementState.STARTED: "good",
    PlacementState.MATCHED: "info",
    PlacementState.CONSENTED: "info",
    PlacementState.PROPOSED: "info",
}


def tone(state: str, *, is_undone: bool = False) -> str:
    """The colour of a state's tag; what is over is grey."""
    return "neutral" if is_undone else TONES.get(state, "neutral")


class Period(NamedTuple):
    """From the first day to the last; `end` None goes on."""

    start: date
    end: date | None


class Span(NamedTuple):
    """Another placement of the same participant: its number ("P12") and period."""

    label: str
    period: Period


def date_problem(label: str, day: date, today: date) -> str:
    """Why a day is implausible, in Swedish; empty when it is plausible: from 2000 to one year ahead."""
    if day < FIRST_DAY:
        return f"{label} {day} ligger före år 2000. Kontrollera året."
    if day > _a_year_after(today):
        return f"{label} {day} ligger mer än ett år framåt. Kontrollera året."
    return ""


def end_problem(*, started_on: date, ended_on: date, today: date) -> str:
    """Why a placement cannot have ended that day, in Swedish; empty when it can."""
    if ended_on < started_on:
        return f"Slutdatumet {ended_on} ligger före startdatumet {started_on}."
    if ended_on > today:
        return f"Slutdatumet {ended_on} har inte varit ännu. Ändra ”Planerat slut” i stället."
    return ""


def planned_end_problem(*, started_on: date, planned_end_on: date | None) -> str:
    """Why the planned end is wrong, in Swedish; empty when it is right or missing. Apprentices may need years."""
    if planned_end_on is None:
        return ""
    if planned_end_on < started_on:
        return f"Planerat slut {planned_end_on} ligger före startdatumet {started_on}."
    if planned_end_on.year > started_on.year + 10:
        return f"Planerat slut {planned_end_on} ligger mer än tio år efter starten. Kontrollera året."
    return ""


def contract_warning(started_on: date, contract: Period | None) -> str:
    """A sentence when the start lies outside the contract's time; the placement is kept all the same."""
    if contract is None:
        return ""
    if started_on < contract.start:
        return f"Starten {started_on} ligger före avtalets start {contract.start}. Stämmer datumet?"
    if contract.end and started_on > contract.end:
        return f"Starten {started_on} ligger efter avtalets slut {contract.end}. Är det rätt avtal?"
    return ""


def overlap_warning(own: Period, others: Iterable[Span]) -> str:
    """A sentence naming the participant's other placements at the same time; empty when there are none."""
    labels = [other.label for other in others if _overlap(own, other.period)]
    if not labels:
        return ""
    return f"Deltagaren har en annan placering samtidigt: {', '.join(labels)}. Avsluta den om den inte pågår."


def may_undo(*, created_at: datetime, now: datetime) -> bool:
    """Whether ten minutes have not yet passed."""
    return now - created_at <= UNDO_TIME


def _overlap(one: Period, other: Period) -> bool:
    return one.start <= (other.end or date.max) and other.start <= (one.end or date.max)


def _a_year_after(day: date) -> date:
    is_leap_day = (day.month, day.day) == (2, 29)
    return date(day.year + 1, 3, 1) if is_leap_day else day.replace(year=day.year + 1)
