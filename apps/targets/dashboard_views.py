"""The dashboard: a year against its target, for a period and a department, as a page, a meeting's screens or CSV."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from apps.accounts.access import require
from apps.accounts.models import Department, Organisation
from apps.actionplans.models import VIEW as VIEW_PLAN
from apps.core.exports import csv_response
from apps.core.formats import number
from apps.core.pages import render_page
from apps.core.panels import panels
from apps.targets import authority_queries, comment_queries, queries, wording
from apps.targets.beside import Beside, beside
from apps.targets.chart_files import chart_csv
from apps.targets.choices import Period
from apps.targets.comment_queries import Comment
from apps.targets.figures import Figures, figures
from apps.targets.measures import window
from apps.targets.parameters import PERIODS, asked_department, asked_period, asked_year

_LINKED = ("targets.change_target", "targets.publish_year", "placements.view_placement", "placements.change_placement")
_PART = "_parts/charts/{}.html"
# Which figures stand where, with the template that draws each, in the order they are read.
_DRAWN = {
    "over_time": "cumulative",
    "by_period": "columns",
    "departments": "bars",
    "suppliers": "bars",
    "funnel": "bars",
    "procurements": "bars",
    "comparison": "comparison",
    "activities": "bars",
}


@dataclass(frozen=True)
class Asked:
    """Which figures the address asks for."""

    organisation: Organisation
    year: int
    period: str
    department: Department | None

    @property
    def query(self) -> str:
        """The same as an address's query."""
        words = {value: word for word, value in PERIODS.items()}
        own: dict[str, Any] = {"ar": self.year}
        own |= {"period": words[self.period]} if self.period != Period.YEAR else {}
        own |= {"forvaltning": self.department.pk} if self.department else {}
        return urlencode(own)

    @property
    def name(self) -> str:
        """ "2016", "2016, januari–april, Fastighetsförvaltningen"."""
        words = [str(self.year)]
        words += [wording.PERIOD_WORDS[self.period]] if self.period != Period.YEAR else []
        words += [self.department.name] if self.department else []
        return ", ".join(words)


@dataclass(frozen=True)
class Shown:
    """A chart where it is drawn, with what is said of it and, for those who may, the address to say more."""

    template: str
    chart: Any
    comments: tuple[Comment, ...]
    comment_url: str
    key: str


@dataclass(frozen=True)
class Slide:
    """A chart as a screen of a meeting: its number, the one before it and the one after, 0 when it is the last."""

    number: int
    before: int
    after: int
    shown: Shown


@require_safe
def dashboard(request):
    """The result against its target, for those who see figures; `?format=csv&diagram=` gives one chart's numbers.

    `?period=`, `?forvaltning=` narrow it, `?lage=mote` shows one figure at a time.
    """
    organisation = require(request, "targets.view_dashboard")
    asked = Asked(organisation, asked_year(request), asked_period(request), asked_department(request, organisation))
    today = timezone.localdate()
    page = queries.dashboard(organisation, asked.year, _until(asked, today), asked.department)
    more = beside(page, asked.period, today, authority_queries.organisations_seen(request.user))
    charts = figures(page, f"{reverse('dashboard')}?{asked.query}&format=csv&diagram=", more)
    if request.GET.get("format") == "csv":
        return chart_csv(request, charts, f"{organisation} {asked.name}")
    if request.GET.get("lage", "") not in ("", "mote"):
        raise Http404("Läget ska vara mote eller inget.")
    context = _context(request, asked, page, more, charts)
    is_meeting = request.GET.get("lage") == "mote" and not page.is_empty
    return render_page(request, "targets/meeting.html" if is_meeting else "targets/dashboard.html", context)


@require_safe
def authority_comparison(request):
    """The unit's authorities side by side: those whose figures the reader may see."""
    require(request, "targets.view_dashboard")
    year, today = asked_year(request), timezone.localdate()
    rows = authority_queries.compare(request.user, year, today)
    url = f"{reverse('authority_comparison')}?ar={year}&format=csv"
    if request.GET.get("format") == "csv":
        columns = [("Myndighet", "text"), *((name, "number") for name in ("Mål", "Resultat", "Andel i procent"))]
        own = [(each.name, each.target or "", each.total, each.share_value) for each in rows]
        return csv_response(columns, own, f"Myndigheterna {year}")
    context = {
        "heading": f"Myndigheterna {year}",
        "lead": authority_queries.lead(rows, year),
        "rows": rows,
        "year": year,
        "years": range(today.year, today.year - 10, -1),
        "csv_url": url,
        "breadcrumbs": [("Översikt", f"{reverse('dashboard')}?ar={year}"), ("Myndigheterna", None)],
    }
    return render_page(request, "targets/authority_comparison.html", context)


def _until(asked: Asked, today: date) -> date:
    """The day the figures are of: of a whole year that is over some day after it, else the last counted one."""
    return today if asked.period == Period.YEAR else window(asked.year, asked.period, today).last


def _context(request, asked: Asked, page: queries.Dashboard, more: Beside, charts: Figures) -> dict:
    organisation, dashboard_url = asked.organisation, f"{reverse('dashboard')}?{asked.query}"
    may = {perm: request.user.has_perm(perm, organisation) for perm in _LINKED}
    years = {*page.years, timezone.localdate().year}
    years |= {timezone.localdate().year + 1} if may["targets.change_target"] else set()
    shown = _shown(asked, charts, may["targets.publish_year"]) if not page.is_empty else []
    return {
        "page": page,
        "asked": asked,
        "figures": charts,
        "progress": shown[:1],
        "shown_charts": shown[1:],
        "slides": [Slide(at + 1, at, at + 2 if at + 1 < len(shown) else 0, each) for at, each in enumerate(shown)],
        "heading": f"Mål och resultat {asked.name}",
        "lead": "" if page.is_empty else wording.lead(page),
        "years": sorted(years, reverse=True),
        "periods": [(word, wording.PERIOD_WORDS[value], value == asked.period) for word, value in PERIODS.items()],
        "departments": [(key, name, asked.department and asked.department.pk == key) for key, name in more.departments],
        "facts": _facts(page, may["placements.view_placement"]),
        "forecast": more.forecast,
        "made_at": more.made_at,
        "standings": more.targets,
        "actions": [] if page.is_empty else _actions(page, may, asked.query),
        "first_step": _first_step(page, may),
        "meeting_url": f"{dashboard_url}&lage=mote",
        "page_url": dashboard_url,
        "what_if_url": f"{reverse('forecast_what_if')}?ar={page.year}",
        "authorities_url": f"{reverse('authority_comparison')}?ar={page.year}" if _sees_more(request) else "",
        "public_url": reverse("public_year", args=[organisation.org_number, page.year]) if page.is_published else "",
        "plans_url": reverse("actionplan_list") if request.user.has_perm(VIEW_PLAN, organisation) else "",
        "naming_url": reverse("naming_create") if may["targets.publish_year"] else "",
        "panels": panels("dashboard", request, organisation),
        "updated_at": timezone.now(),
    }


def _sees_more(request) -> bool:
    return len(authority_queries.organisations_seen(request.user)) > 1


def _shown(asked: Asked, charts: Figures, may_comment: bool) -> list[Shown]:
    """The charts in reading order, the target's first."""
    said = comment_queries.comments(asked.organisation, asked.year)
    create = reverse("chart_comment_create")
    drawn = [("progress", "progress"), *_DRAWN.items()]
    found = []
    for name, template in drawn:
        if chart := getattr(charts, name):
            key = chart.caption.key
            url = f"{create}?{asked.query}&diagram={key}" if may_comment else ""
            found.append(Shown(_PART.format(template), chart, said.get(key, ()), url, key))
    return found


def _facts(page: queries.Dashboard, has_rows: bool) -> list[dict]:
    """The numbers beside the target; those who may see placements get a link to the rows."""
    url = f"{reverse('placement_list')}?year={page.year}" if has_rows else ""
    counted = wording.listed(kind.label.lower() for kind in wording.kinds(page.rule)).capitalize()
    started = sum(page.result.started.get(kind, 0) for kind in page.rule.kinds)
    facts = [
        {
            "label": "Startade insatser",
            "value": number(started),
            "note": f"{counted} som har startat {page.year}. En invånare kan ha flera.",
            "url": url,
        },
        {
            "label": "Pågående",
            "value": number(page.active),
            "note": f"Invånare som har en insats som fortsätter efter {wording.full_day(page.last_on)}.",
            "url": "",
        },
    ]
    if page.upcoming:
        note = "Insatser som är loggade med start senare i år. De räknas den dag de startar."
        facts.append({"label": "Kommande", "value": number(page.upcoming), "note": note, "url": url})
    return facts


def _actions(page: queries.Dashboard, may: dict[str, bool], query: str) -> list[dict]:
    year, found = f"?ar={page.year}", []
    meeting = f"{reverse('dashboard')}?{query}&lage=mote"
    found.append({"label": "Mötesläge", "url": meeting, "kind": "secondary", "icon": "chart"})
    if may["targets.change_target"]:
        label = "Ändra målet" if page.target else "Lägg in målet"
        found.append({"label": label, "url": reverse("target_create") + year, "kind": "secondary", "icon": "target"})
    if may["targets.publish_year"] and page.is_published:
        url = reverse("year_unpublish") + year
        found.append({"label": "Sluta publicera", "url": url, "kind": "secondary", "icon": "lock"})
    elif may["targets.publish_year"] and not page.is_future:
        url = reverse("year_publish") + year
        found.append({"label": "Publicera året", "url": url, "kind": "secondary", "icon": "upload"})
    return found


def _first_step(page: queries.Dashboard, may: dict[str, bool]) -> dict:
    """What an empty page says: what it will hold, and what this person can do about it."""
    text = "Här visas hur många invånare som fått praktik, anställning eller lärlingsplats, mot årets mål. "
    if may["targets.change_target"]:
        url = f"{reverse('target_create')}?ar={page.year}"
        return {"text": f"{text}Börja med målet.", "url": url, "label": f"Lägg in målet för {page.year}"}
    if may["placements.change_placement"]:
        return {
            "text": f"{text}Den första placeringen fyller sidan.",
            "url": reverse("placement_create"),
            "label": "Logga placering",
        }
    who = "CSR-samordnaren lägger in målet, och matcharna loggar placeringarna."
    return {"text": text + who, "url": "", "label": ""}
