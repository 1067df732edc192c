"""What a matcher has to do today and soon: starts to confirm, ends, follow-ups, who waits, which places are open."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet
from django.urls import reverse

from apps.accounts.models import Organisation, User
from apps.core.formats import iso_date
from apps.placements import board, steps
from apps.placements.choices import PlacementState
from apps.placements.follow_up_queries import follow_ups_in, months_text, standing_of
from apps.placements.models import Placement

CHANGE = "placements.change_placement"
WEEK, SOON = timedelta(days=7), timedelta(days=14)
# What a heading shows; the rest stands in the list it links to.
MOST = 5


@dataclass(frozen=True)
class Line:
    """A line of a task list."""

    label: str
    url: str
    hint: str
    status_text: str
    status_kind: str


@dataclass(frozen=True)
class Section:
    """Lines under a heading. `total` counts also those not shown; `all_url` leads to all, `none` is said instead."""

    title: str
    lines: list[Line]
    total: int
    none: str
    all_url: str
    all_label: str

    @property
    def has_more(self) -> bool:
        """Whether more exist than are shown."""
        return self.total > len(self.lines)


def my_day(user: User, organisation: Organisation, *, today: date) -> list[Section]:
    """The five headings of the day, in the order they are worked through."""
    mine = Placement.objects.visible_to(user, CHANGE).standing().filter(organisation=organisation)
    mine = mine.select_related("supplier").with_code_for(user)
    return [
        _starting(mine, today),
        _ending(mine, today),
        _asked(follow_ups_in(organisation, user), today),
        _waiting(board.waiting_in(organisation, user), today),
        _open(board.offers_in(organisation, user, today=today), today),
    ]


def lead(sections: list[Section]) -> str:
    """The day in one sentence."""
    starting, ending, asked = (section.total for section in sections[:3])
    if not (starting or ending or asked):
        return "Inget väntar på dig just nu."
    asks = f"{asked} {'uppföljning' if asked == 1 else 'uppföljningar'}"
    return f"{starting} att starta, {ending} att avsluta eller förlänga, {asks} att göra."


def _starting(mine: QuerySet, today: date) -> Section:
    rows = mine.filter(state=PlacementState.MATCHED, planned_start_on__lte=today + WEEK)
    return Section(
        "Börjar den här veckan",
        [
            _placement_line(row, "Bekräfta starten", steps.url_of(row, "start"), row.planned_start_on, today)
            for row in rows.order_by("planned_start_on", "number")[:MOST]
        ],
        rows.count(),
        "Ingen matchad placering börjar inom sju dagar.",
        f"{reverse('placement_list')}?state={PlacementState.MATCHED}",
        "Alla matchade placeringar",
    )


def _ending(mine: QuerySet, today: date) -> Section:
    rows = mine.filter(state=PlacementState.STARTED, planned_end_on__lte=today + SOON)
    return Section(
        "Slutar snart",
        [
            _placement_line(row, "Avsluta eller förläng", row.get_absolute_url(), row.planned_end_on, today)
            for row in rows.order_by("planned_end_on", "number")[:MOST]
        ],
        rows.count(),
        "Ingen placering slutar inom två veckor.",
        f"{reverse('placement_list')}?state={PlacementState.STARTED}",
        "Alla som pågår",
    )


def _asked(rows: QuerySet, today: date) -> Section:
    due = rows.filter(answered_on=None, stopped_on=None, due_on__lte=today + WEEK)
    return Section(
        "Uppföljningar att göra",
        [_follow_up_line(row, today) for row in due[:MOST]],
        due.count(),
        "Ingen uppföljning ska göras inom sju dagar.",
        reverse("follow_up_list"),
        "Alla uppföljningar",
    )


def _waiting(rows: QuerySet, today: date) -> Section:
    lines = [
        Line(
            row.participant.code,
            f"{reverse('board')}?vantande={row.pk}",
            f"väntar sedan {iso_date(row.since)}",
            _days((today - row.since).days),
            "neutral",
        )
        for row in rows[:MOST]
    ]
    return Section("Har väntat längst", lines, rows.count(), "Ingen deltagare väntar.", reverse("board"), "Till tavlan")


def _open(rows: QuerySet, today: date) -> Section:
    lines = [
        Line(
            row.occupation,
            row.get_absolute_url(),
            f"{row.supplier.name} · från {iso_date(row.from_on)}",
            row.free_words,
            "info" if row.from_on > today else "warn",
        )
        for row in rows[:MOST]
    ]
    all_url = f"{reverse('offer_list')}?standing=open"
    return Section("Öppna platser", lines, rows.count(), "Ingen plats är öppen.", all_url, "Alla öppna platser")


def _placement_line(row: Placement, what: str, url: str, day: date, today: date) -> Line:
    hint = " · ".join(part for part in (row.shown_code, row.get_kind_display(), row.supplier.name) if part)
    return Line(f"{what}: {row}", url, hint, *_when(day, today))


def _follow_up_line(row, today: date) -> Line:
    standing = standing_of(row, today)
    text, url = f"Följ upp {row.placement}, {months_text(row.months)}", reverse("follow_up_answer", args=[row.pk])
    hint = f"{row.placement.participant.code} · {row.placement.supplier.name} · {iso_date(row.due_on)}"
    return Line(text, url, hint, standing.text, standing.tone)


def _when(day: date, today: date) -> tuple[str, str]:
    if day < today:
        return f"{_days((today - day).days)} försenad", "bad"
    return ("i dag", "warn") if day == today else (f"om {_days((day - today).days)}", "neutral")


def _days(number: int) -> str:
    return f"{number} {'dag' if number == 1 else 'dagar'}"
