"""An organisation's consultations as an overview: what is open, what is late, and how many were closed in time.

In time is as the measure of the dashboard says it (targets.measures): by the day of the decision, of decided ones only.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from apps.accounts.models import Organisation
from apps.core.lists import ComputedRows
from apps.mbl import consultation_cards
from apps.mbl.choices import State
from apps.mbl.models import Consultation
from apps.mbl.states import INFORMATION
from apps.mbl.timeplans import VIEW, DepartmentPlan, plans_of
from apps.procurements.choices import DEAD_PHASES

ONGOING = "ongoing"  # in the filter: open, late or not
OPEN, LATE, IN_TIME, TOO_LATE, CLOSED = "open", "late", "in_time", "too_late", "closed"
NEVER = "never"  # the decision was taken and the consultation was never closed
STATUSES = {
    OPEN: ("öppen", "info"),
    LATE: ("försenad", "bad"),
    IN_TIME: ("klar i tid", "good"),
    TOO_LATE: ("klar för sent", "warn"),
    NEVER: ("beslut utan avslut", "bad"),
    CLOSED: ("klar", "good"),
}
RULE = (
    "Av förhandlingar som skulle vara klara före ett beslut, som fattats under året, räknas de som avslutats senast på "
    "beslutets dag. En som aldrig avslutats räknas som nej. Undantagna, inte aktuella och information är inte med."
)
_NOT_COUNTED = (State.EXEMPT, State.NOT_REQUIRED)


@dataclass(frozen=True)
class Entry:
    """A consultation in its last round, with what it says of time."""

    row: Consultation
    status: str
    todo: str
    on: date | None
    title: str
    department: str
    union: str
    stage: str

    @property
    def pk(self) -> int:
        return self.row.pk


@dataclass(frozen=True)
class Totals:
    """How many are open, of them late, and how many of those whose decision was taken were closed in time."""

    open: int
    late: int
    in_time: int
    known: int
    year: int | None = None

    @property
    def share(self) -> str:
        """The share in time, or a dash when no decision was taken."""
        return f"{round(100 * self.in_time / self.known)} %" if self.known else "–"

    @property
    def of_text(self) -> str:
        """What the share is of."""
        return f"({self.in_time} av {self.known})"

    @property
    def sentence(self) -> str:
        late = f", {self.late} försenad{'' if self.late == 1 else 'e'}" if self.late else ""
        if self.open and not self.late:
            late = ", ingen försenad"
        when = f" {self.year}" if self.year else ""
        closed = f" {self.in_time} av {self.known} var avslutade när beslutet fattades{when}." if self.known else ""
        many = "1 förhandling är öppen" if self.open == 1 else f"{self.open} förhandlingar är öppna"
        return f"{many}{late}.{closed}"


def years(user, organisation: Organisation) -> list[int]:
    """The years of decisions that consultations should be closed before, newest first."""
    rows = Consultation.objects.visible_to(user, VIEW).filter(organisation=organisation).with_decision()
    return [day.year for day in rows.filter(decided_on__isnull=False).dates("decided_on", "year", order="DESC")]


def entries(user, organisation: Organisation, today: date, year: int | None = None) -> ComputedRows:
    """The organisation's consultations that the user may see, in their last round: those that wait for their decision,
    and those whose decision was taken in the year, or ever when no year is given.

    What was left open when a procurement was cancelled before the decision is open no more.
    """
    rows = Consultation.objects.visible_to(user, VIEW).filter(organisation=organisation).latest_rounds().with_decision()
    rows = rows.exclude(procurement__phase__in=DEAD_PHASES, closed_on=None, decided_on=None)
    if year:
        rows = rows.filter(Q(decided_on=None) | Q(decided_on__year=year))
    rows = list(rows.exclude(state__in=_NOT_COUNTED).exclude(paragraph=INFORMATION).select_related(*_RELATED))
    pairs = {(row.procurement_id, row.department_id): (row.procurement, row.department) for row in rows}
    plans = plans_of(list(pairs.values()), today)
    lines = {line.row.pk: (line, plan) for plan in plans for line in consultation_cards.lines(plan, today)}
    return ComputedRows(_entry(row, *lines[row.pk]) for row in rows if row.pk in lines)


def totals(found: Iterable[Entry], year: int | None = None) -> Totals:
    """The figures of the page; `year` is the one that `found` was limited to."""
    statuses = [each.status for each in found]
    late, in_time = statuses.count(LATE), statuses.count(IN_TIME)
    decided = in_time + statuses.count(TOO_LATE) + statuses.count(NEVER)
    return Totals(statuses.count(OPEN) + late, late, in_time, decided, year)


_RELATED = ("procurement", "department__organisation", "union")


def _entry(row: Consultation, line: consultation_cards.Line, plan: DepartmentPlan) -> Entry:
    names = (plan.procurement.title, plan.department.name, row.union.name, row.get_stage_display())
    return Entry(row, _status(row, line), line.todo, line.on, *names)


def _status(row: Consultation, line: consultation_cards.Line) -> str:
    if row.decided_on is None:
        return CLOSED if line.is_done else LATE if line.is_late else OPEN
    if row.closed_on is None:
        return NEVER
    return IN_TIME if row.is_in_time else TOO_LATE
