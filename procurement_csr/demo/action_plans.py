"""The yearly plans of the demo world: that of 2018, in our own words, and this year's, which is made up.

The six items, their times and that they are no list of priorities: Upphandling Södertörn, action plan for social
responsibility 2018. How they went is made up.
"""

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, NamedTuple

from apps.actionplans import goal_actions, item_actions, plan_actions
from apps.actionplans.due import due_day
from apps.actionplans.models import Plan
from procurement_csr.demo import learning, seminars

if TYPE_CHECKING:
    from procurement_csr.demo.loading import Site

HOST = "haninge"


class Aim(NamedTuple):
    """A goal: without a month it runs all year. `done` is the month it was reached in."""

    text: str
    month: int | None
    done: int | None = None


class Entry(NamedTuple):
    """An item; `others` are authorities that take part, by key."""

    title: str
    background: str
    purpose: str
    role: str
    aims: tuple[Aim, ...]
    state: str = "done"
    moved: str = ""
    others: tuple[str, ...] = ()


INTRODUCTION = (
    "Enheten ska stödja myndigheterna så att fler upphandlingar leder till praktik, lärlingsplatser och arbete. "
    "Punkterna står i fri ordning."
)
OF_2018 = (
    Entry(
        "Komma igång i Nynäshamn",
        "Nynäshamn har beslutat att börja ställa sociala krav men saknar vana och en matchare som är utpekad.",
        "Nynäshamn ska kunna ställa krav på sysselsättning i kommande upphandlingar på samma sätt som Haninge.",
        "upphandlingschefen",
        (
            Aim("Arbetssätt och roller är bestämda med Nynäshamn", 3, 3),
            Aim("Nynäshamn kan ställa krav i sina upphandlingar", 6, 6),
        ),
        others=("nynashamn",),
    ),
    Entry(
        "Reviderade riktlinjer beslutade",
        "Riktlinjerna är skrivna innan den nya upphandlingslagen började gälla.",
        "Riktlinjer som stämmer med lagen och med hur vi arbetar.",
        "CSR-samordnaren",
        (Aim("Förslag har varit på remiss", 5, 5), Aim("Nämnden har beslutat riktlinjerna", 8, 8)),
        others=("nynashamn", "tornberget"),
    ),
    Entry(
        "Seminarier för beställare",
        "Förvaltningarna vet för lite om vad kraven innebär för dem.",
        "Beställare, upphandlare och handläggare ska känna till kraven och sin egen del i dem.",
        "CSR-samordnaren",
        (
            Aim("Första omgången seminarier är hållen", 5, 5),
            Aim("Material finns för den som inte kunde vara med", 6, 6),
        ),
        others=("nynashamn", "tornberget"),
    ),
    Entry(
        "Riktlinjerna på plats i arbetet",
        "Ett beslut ändrar inget av sig självt: mallar, rutiner och utbildning måste följa efter.",
        "Alla nya upphandlingar prövas mot de reviderade riktlinjerna.",
        "upphandlingschefen",
        (Aim("Mallar och klausuler är ändrade", 10, 10), Aim("Riktlinjerna används i alla upphandlingar", 12)),
        state="moved",
        moved="Klausulerna blev klara först i november. Resten görs under våren 2019.",
    ),
    Entry(
        "Åtagandena i åtgärdsplanen",
        "Enheten har åtagit sig flera åtgärder mot långtidsarbetslöshet i myndigheternas gemensamma åtgärdsplan.",
        "Åtagandena blir en del av vardagen och redovisas.",
        "verksamhetscontrollern",
        (Aim("Åtagandena följs upp och redovisas", None, 12),),
        others=("nynashamn",),
    ),
    Entry(
        "Arbetssätt för MBL i upphandlingar",
        "Det är oklart vem som kallar de fackliga organisationerna och när.",
        "Varje beställande förvaltning vet när den ska förhandla, och upphandlingen väntar in den.",
        "upphandlingschefen",
        (Aim("Arbetssättet är beskrivet och känt", 5, 5),),
        others=("nynashamn", "tornberget"),
    ),
)
OF_THIS_YEAR = (
    Entry(
        "Fler krav i byggupphandlingar",
        "De flesta kraven finns i tjänster, men byggnation är störst i pengar.",
        "Tornberget och Haninge ställer krav i minst hälften av byggupphandlingarna.",
        "CSR-samordnaren",
        (
            Aim("Branschdialog är hållen", 3, 3),
            Aim("Klausul för lärlingar är beslutad", 8),
            Aim("Uppföljning sker", None),
        ),
        state="in_progress",
        others=("tornberget",),
    ),
    Entry(
        "Seminarier för nya beställare",
        "Många beställare är nya sedan förra omgången.",
        "Alla förvaltningar har någon som kan reglerna.",
        "upphandlingschefen",
        (Aim("Vårens seminarium är hållet", 5, 5), Aim("Höstens seminarium är hållet", 11)),
        state="in_progress",
        others=("nynashamn", "tornberget"),
    ),
    Entry(
        "Samma sätt att mäta i alla myndigheter",
        "",
        "Resultaten går att lägga samman.",
        "verksamhetscontrollern",
        (Aim("Räkneregeln är beslutad i alla myndigheter", 6, 6),),
    ),
)


def write(sites: list["Site"]) -> None:
    """Haninge keeps the plan for all three: 2018 as it ended, published, this year as it goes, seminars and lessons."""
    by_key = {site.key: site for site in sites}
    site = by_key[HOST]
    first = _plan(site, 2018, date(2018, 1, 22), "SUN 2018/6, § 4")
    _fill(by_key, first, OF_2018)
    plan_actions.publish_plan(by=None, plan=first, now=datetime(2018, 1, 29, 9, tzinfo=UTC))
    year = site.today.year
    plan = _plan(site, year, min(date(year, 1, 20), site.today), f"SUN {year}/3, § 7")
    _fill(by_key, plan, OF_THIS_YEAR)
    seminars.write(sites)
    learning.write(sites)


def _plan(site: "Site", year: int, decided_on: date, reference: str) -> Plan:
    values = {"title": f"Handlingsplan för socialt ansvarstagande {year}", "introduction": INTRODUCTION, "scope": "all"}
    own = {"organisation": site.organisation, "year": year, "is_demo": True}
    return plan_actions.decide_plan(
        by=None,
        plan=plan_actions.create_plan(by=None, **own, **values),
        decided_by_body="Södertörns upphandlingsnämnd",
        decided_on=decided_on,
        reference=reference,
        today=site.today,
    )


def _fill(sites: dict[str, "Site"], plan: Plan, entries: tuple[Entry, ...]) -> None:
    site = sites[HOST]
    for entry in entries:
        item = item_actions.create_item(
            by=None,
            plan=plan,
            title=entry.title,
            background=entry.background,
            purpose=entry.purpose,
            responsible_role=entry.role,
            responsible=site.user("coordinator"),
            organisations=[sites[key].organisation for key in entry.others],
        )
        reached = [_aim(item, aim, site.today) for aim in entry.aims]
        state = entry.state if entry.state != "done" or all(reached) else "in_progress"
        item_actions.set_item_state(by=None, item=item, state=state, moved_reason=entry.moved)


def _aim(item, aim: Aim, today: date) -> bool:
    """The goal, reached on the 20th of its month when that day has been; whether it is."""
    year = item.plan.year
    kind = "month" if aim.month else "running"
    own = {"text": aim.text, "due_kind": kind, "due_on": due_day(kind, year, month=aim.month)}
    goal = goal_actions.create_goal(by=None, item=item, **own)
    done_on = date(year, aim.done, 20) if aim.done else None
    if done_on is None or done_on > today:
        return False
    goal_actions.finish_goal(by=None, goal=goal, done_on=done_on, today=today)
    return True
