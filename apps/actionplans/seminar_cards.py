"""How seminars are shown: columns of lists, facts, whom they are for and what they serve."""

from typing import Any, NamedTuple

from apps.accounts.choices import Role
from apps.actionplans.choices import SEMINAR_TONES, SeminarState
from apps.actionplans.models import VIEW, Item, Seminar, SeminarSide
from apps.actionplans.seminar_queries import Reach
from apps.core.lists import Column
from apps.procurements.models import GuidelineVersion

_SHOWN_SIDES = 3
SEMINAR_COLUMNS = [
    Column("topic", "Seminarium", lambda seminar: seminar.topic, order=("topic",), url=Seminar.get_absolute_url),
    Column("starts_at", "Dag", lambda seminar: seminar.day, order=("starts_at",), kind="date"),
    Column(
        "state",
        "Läge",
        Seminar.get_state_display,
        order=("state",),
        tone=lambda seminar: SEMINAR_TONES[SeminarState(seminar.state)],
    ),
    Column(
        "sides", "För", lambda seminar: _listed(seminar.sides.all(), seminar), shown=lambda seminar: _in_short(seminar)
    ),
    Column("participants", "Deltagare", lambda seminar: seminar.participants, order=("participants",), kind="number"),
    Column("organisation", "Ordnas av", lambda seminar: str(seminar.organisation), is_only_on_wide=True),
]
REACH_COLUMNS = [
    Column("name", "Förvaltning", lambda reach: reach.name, order=("sort_key",)),
    Column("organisation", "Myndighet", lambda reach: reach.organisation, order=("organisation", "sort_key")),
    Column(
        "state",
        "Läge",
        lambda reach: "nådd" if reach.is_reached else "ej nådd",
        order=("is_reached", "organisation", "sort_key"),
        tone=lambda reach: "good" if reach.is_reached else "warn",
    ),
    Column(
        "last_on",
        "Senast hållet",
        lambda reach: reach.last_on,
        order=("last_on",),
        kind="date",
    ),
    Column("last", "Seminarium", lambda reach: reach.last.topic if reach.last else "", is_only_on_wide=True),
    Column("number", "Deltagare", lambda reach: reach.number, order=("number",), kind="number"),
    Column("next_on", "Nästa planerat", lambda reach: reach.next_on, order=("next_on",), kind="date"),
]


class SideLine(NamedTuple):
    """One of those a seminar is for. `number` is empty when nobody has said how many came."""

    name: str
    number: str
    invited: str


def side_lines(seminar: Seminar) -> list[SideLine]:
    """Whom a seminar is for, the arranger's own departments first."""
    sides = list(seminar.sides.select_related("department", "organisation"))
    sides.sort(key=lambda side: (side.organisation_id != seminar.organisation_id, str(side.organisation), side.pk))
    return [
        SideLine(
            _name(side, seminar),
            "" if side.participants is None else str(side.participants),
            f"inbjuden {side.invited_at:%Y-%m-%d}" if side.invited_at else "inte inbjuden",
        )
        for side in sides
    ]


def facts(seminar: Seminar) -> list[dict[str, Any]]:
    """What is known of a seminar, without what is not."""
    labels = dict(Role.choices)
    pairs = [
        ("Tid", seminar.clock),
        ("Plats eller länk", seminar.place),
        ("Ordnas av", str(seminar.organisation)),
        ("Roller", ", ".join(labels[role] for role in seminar.roles)),
        ("Ansvarig", seminar.responsible.name if seminar.responsible else ""),
        ("Deltagare", "" if seminar.participants is None else str(seminar.participants)),
    ]
    return [{"key": key, "value": value} for key, value in pairs if value]


def links(user, seminar: Seminar) -> list[tuple[str, str]]:
    """What a seminar serves, of what the user may see."""
    rows, perm = seminar.links.all(), "procurements.view_procurement"
    items = Item.objects.visible_to(user, VIEW).filter(pk__in=rows.values("item")).select_related("plan")
    guidelines = GuidelineVersion.objects.visible_to(user, perm).filter(pk__in=rows.values("guideline"))
    found = [(f"{item} ({item.plan.year})", item.get_absolute_url()) for item in items]
    return found + [(str(each), each.get_absolute_url()) for each in guidelines]


def reach_sentence(found: list[Reach], year: int) -> str:
    """The first thing to know: "4 av 9 förvaltningar har inte nåtts under 2018."."""
    missing = sum(not each.is_reached for each in found)
    if not found:
        return "Det finns inga förvaltningar ännu."
    if not missing:
        return f"Alla {len(found)} förvaltningar har nåtts under {year}."
    return f"{missing} av {len(found)} förvaltningar har inte nåtts under {year}."


def _listed(sides: list[SeminarSide], seminar: Seminar) -> str:
    names = [_name(side, seminar) for side in sides]
    more = len(names) - _SHOWN_SIDES
    shown = ", ".join(names[:_SHOWN_SIDES])
    return f"{shown} och {more} till" if more > 0 else shown


def _in_short(seminar: Seminar) -> str:
    sides = seminar.sides.all()
    if len(sides) == 1:
        return _listed(sides, seminar)
    what = "förvaltningar" if all(side.department_id for side in sides) else "myndigheter och förvaltningar"
    return f"{len(sides)} {what}"


def _name(side: SeminarSide, seminar: Seminar) -> str:
    is_own = side.department and side.organisation_id == seminar.organisation_id
    return str(side.department) if is_own else str(side)
