"""The seminars of the demo world: the first round of 2018 and this year's in Södertörn, and this year's in Helsingborg.

That a first round was to be held in May 2018 for buyers, procurement officers and case workers: Upphandling Södertörn,
action plan for social responsibility 2018. Days, places and numbers are made up.
"""

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from django.utils import timezone

from apps.actionplans import seminar_actions as actions
from apps.actionplans.models import Item

if TYPE_CHECKING:
    from procurement_csr.demo.loading import Site

HOST = "haninge"
MATERIAL = "https://sodertorn.exempel/sociala-krav"


class Gathering(NamedTuple):
    """A seminar of `host` in a month of a year. `sides` are departments by authority with how many came.

    Without a month it comes up, three weeks from today.
    """

    host: str
    topic: str
    month: int | None
    day: int
    sides: dict[str, dict[str, int]]
    item: str
    content: str = "Vad kraven innebär, vem som gör vad och hur det följs upp. Tid för frågor."
    outcome: str = ""
    more: int = 0


FIRST_ROUND = (
    Gathering(
        HOST,
        "Sociala krav i upphandling, första omgången i Haninge",
        5,
        15,
        {HOST: {"Utbildningsförvaltningen": 9, "Stadsbyggnadsförvaltningen": 11, "Socialförvaltningen": 6}},
        "Seminarier för beställare",
        outcome="Flest frågor om vem som handleder praktikanten. Materialet kompletteras med ett exempel.",
        more=4,
    ),
    Gathering(
        HOST,
        "Sociala krav i upphandling, första omgången i Nynäshamn",
        5,
        22,
        {"nynashamn": {"Barn- och utbildningsförvaltningen": 7, "Miljö- och samhällsbyggnadsförvaltningen": 8}},
        "Seminarier för beställare",
        outcome="Nynäshamn vill se hur Haninge skriver kraven i avtalen.",
    ),
    Gathering(
        HOST,
        "MBL i upphandlingar: när kallar vi, och vem?",
        5,
        29,
        {
            HOST: {"Kommunstyrelseförvaltningen": 5},
            "tornberget": {"Projekt och byggnation": 6, "Ekonomi och inköp": 3},
        },
        "Arbetssätt för MBL i upphandlingar",
        outcome="Checklistan prövas på nästa upphandling.",
    ),
)
THIS_YEAR = (
    Gathering(
        HOST,
        "Vårens seminarium för nya beställare",
        5,
        12,
        {
            HOST: {"Utbildningsförvaltningen": 8, "Socialförvaltningen": 5},
            "tornberget": {"Drift och förvaltning": 4},
        },
        "Seminarier för nya beställare",
        outcome="Genomgång av en hel upphandling uppskattades mest.",
    ),
    Gathering(
        HOST,
        "Seminarium för beställare i Nynäshamn och Tornberget",
        None,
        21,
        {"nynashamn": {"Socialförvaltningen": 0}, "tornberget": {"Projekt och byggnation": 0}},
        "Seminarier för nya beställare",
    ),
)
OF_HELSINGBORG = (
    Gathering(
        "helsingborg",
        "Från krav till praktikplats",
        2,
        18,
        {
            "helsingborg": {
                "Fastighetsförvaltningen": 12,
                "Stadsbyggnadsförvaltningen": 7,
                "Arbetsmarknadsförvaltningen": 5,
            }
        },
        "",
        outcome="Fastighetsförvaltningen och matcharen bestämde ett eget möte om städavtalet.",
        more=3,
    ),
    Gathering(
        "helsingborg",
        "Så följer vi upp kraven",
        4,
        22,
        {"helsingborg": {"Skol- och fritidsförvaltningen": 9, "Fastighetsförvaltningen": 4}},
        "",
        outcome="Önskemål om en mall för dialogmötet.",
    ),
    Gathering(
        "helsingborg",
        "Sociala krav för nya beställare",
        None,
        20,
        {"helsingborg": {"Vård- och omsorgsförvaltningen": 0, "Fastighetsförvaltningen": 0}},
        "",
    ),
)


def write(sites: list["Site"]) -> None:
    """Every seminar, held when its day has been."""
    by_key = {site.key: site for site in sites}
    for gathering in FIRST_ROUND:
        _write(by_key, gathering, 2018)
    for gathering in (*THIS_YEAR, *OF_HELSINGBORG):
        _write(by_key, gathering, by_key[gathering.host].today.year)


def _write(sites: dict[str, "Site"], gathering: Gathering, year: int) -> None:
    site = sites[gathering.host]
    day = site.today.replace(year=year, month=gathering.month, day=gathering.day) if gathering.month else None
    starts_at = timezone.make_aware(datetime.combine(day or site.today + timedelta(days=gathering.day), time(13)))
    departments = [sites[key].departments[name] for key, named in gathering.sides.items() for name in named]
    seminar = actions.create_seminar(
        by=None,
        organisation=site.organisation,
        topic=gathering.topic,
        content=gathering.content,
        starts_at=starts_at,
        minutes=120,
        place=f"Stadshuset, {site.organisation}" if day else "Teams, länken kommer i inbjudan",
        material_url=MATERIAL,
        roles=["officer", "department"],
        responsible=site.user("coordinator"),
        departments=departments,
        items=list(Item.objects.filter(organisation=site.organisation, plan__year=year, title=gathering.item)),
        is_demo=True,
    )
    if day and day < site.today:
        _hold(site, seminar, gathering)


def _hold(site: "Site", seminar, gathering: Gathering) -> None:
    numbers = {name: number for named in gathering.sides.values() for name, number in named.items()}
    parts = {side.pk: numbers[side.department.name] for side in seminar.sides.select_related("department")}
    whole = sum(parts.values()) + gathering.more
    told = {"participants": whole, "parts": parts, "outcome": gathering.outcome}
    now = timezone.make_aware(datetime.combine(site.today, time(9)))
    actions.hold_seminar(by=None, seminar=seminar, now=now, **told)
