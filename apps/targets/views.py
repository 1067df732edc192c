"""The dashboard, and the years anyone may read."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from apps.accounts.access import require
from apps.core.exports import csv_response
from apps.core.formats import number
from apps.core.pages import render_page
from apps.targets import actions, queries, wording
from apps.targets.counting import last_full_month
from apps.targets.figures import Figures, figures, public_figures
from apps.targets.models import PublishedYear
from apps.targets.parameters import asked_year


@require_safe
def dashboard(request):
    """The year's result against its target, for those who see figures; `?format=csv&diagram=` gives one chart's."""
    organisation = require(request, "targets.view_dashboard")
    year, today = asked_year(request), timezone.localdate()
    page = queries.dashboard(organisation, year, today)
    charts = figures(page, f"{reverse('dashboard')}?ar={year}&format=csv&diagram=")
    if request.GET.get("format") == "csv":
        return _csv(request, charts, f"{organisation} {year}")
    may = {perm: request.user.has_perm(perm, organisation) for perm in _LINKED}
    years = {*page.years, today.year + 1} if may["targets.change_target"] else set(page.years)
    context = {
        "page": page,
        "figures": charts,
        "heading": f"Mål och resultat {year}",
        "lead": "" if page.is_empty else wording.lead(page),
        "years": sorted(years, reverse=True),
        "facts": _facts(page, may["placements.view_placement"]),
        "actions": [] if page.is_empty else _actions(page, may),
        "first_step": _first_step(page, may),
        "public_url": _public_url(organisation, year) if page.is_published else "",
        "updated_at": timezone.now(),
    }
    return render_page(request, "targets/dashboard.html", context)


@require_http_methods(["GET", "POST"])
def year_publish(request):
    """Ask, then let anyone read the year."""
    organisation, year = require(request, "targets.publish_year"), asked_year(request)
    back = f"{reverse('dashboard')}?ar={year}"
    if request.method == "POST":
        try:
            actions.publish_year(by=request.user, organisation=organisation, year=year, today=timezone.localdate())
        except ValidationError as error:
            text = " ".join(error.messages)
            return render_page(request, "targets/year_publish.html", _asking(year, back, text), status=422)
        messages.success(
            request, f"{year} är publicerat på {request.build_absolute_uri(_public_url(organisation, year))}"
        )
        return redirect(back)
    return render_page(request, "targets/year_publish.html", _asking(year, back))


@require_http_methods(["GET", "POST"])
def year_unpublish(request):
    """Ask, then take the year's open page away."""
    organisation, year = require(request, "targets.publish_year"), asked_year(request)
    back = f"{reverse('dashboard')}?ar={year}"
    if request.method == "POST":
        actions.unpublish_year(by=request.user, organisation=organisation, year=year)
        messages.success(request, f"{year} är inte längre publicerat.")
        return redirect(back)
    context = {
        "heading": f"Sluta publicera {year}?",
        "consequence": f"Den öppna sidan för {year} försvinner och länkar till den slutar fungera. "
        "Du kan publicera året igen, på samma adress.",
        "confirm_label": "Sluta publicera",
        "cancel_url": back,
        "breadcrumbs": [("Översikt", back), (f"Sluta publicera {year}", None)],
    }
    return render_page(request, "_parts/confirm_page.html", context)


@login_not_required
@require_safe
def public_index(request):
    """The published years of all organisations."""
    rows = [(each, _public_url(each.organisation, each.year)) for each in queries.published_years()]
    example = next((each for each, _ in rows if each.organisation.is_demo), None)
    return render_page(request, "targets/public_index.html", {"rows": rows, "shown": example})


@login_not_required
@require_safe
def public_year(request, org_number: str, year: str):
    """A published year for anyone: totals of the whole organisation by kind, up to the latest whole month."""
    years = PublishedYear.objects.select_related("organisation")
    published = get_object_or_404(years, organisation__org_number=org_number, year=int(year))
    organisation = published.organisation
    page = queries.dashboard(organisation, int(year), last_full_month(timezone.localdate()))
    charts = public_figures(page, f"{_public_url(organisation, page.year)}?format=csv&diagram=")
    if request.GET.get("format") == "csv":
        return _csv(request, charts, f"{organisation} {page.year}")
    context = {
        "shown": published,
        "page": page,
        "figures": charts,
        "heading": f"{organisation}: mål och resultat {page.year}",
        "lead": wording.lead(page),
        "counted_to": wording.full_day(page.last_on),
        "updated_at": timezone.now(),
        "breadcrumbs": [("Publicerade resultat", reverse("public_index")), (f"{organisation} {page.year}", None)],
    }
    return render_page(request, "targets/public_year.html", context)


_LINKED = ("targets.change_target", "targets.publish_year", "placements.view_placement", "placements.change_placement")


def _csv(request: HttpRequest, charts: Figures, name: str) -> HttpResponse:
    chart = charts.get(request.GET.get("diagram", ""))
    if chart is None:
        raise Http404("Diagrammet finns inte.")
    first, *others = chart.table.header
    columns = [(first, "text"), *((label, "number") for label in others)]
    return csv_response(columns, chart.table.rows, f"{name} {chart.caption.key}")


def _public_url(organisation, year: int) -> str:
    return reverse("public_year", args=[organisation.org_number, year])


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


def _actions(page: queries.Dashboard, may: dict[str, bool]) -> list[dict]:
    query, found = f"?ar={page.year}", []
    if may["targets.change_target"]:
        label = "Ändra målet" if page.target else "Lägg in målet"
        found.append({"label": label, "url": reverse("target_create") + query, "kind": "secondary", "icon": "target"})
    if may["targets.publish_year"] and page.is_published:
        url = reverse("year_unpublish") + query
        found.append({"label": "Sluta publicera", "url": url, "kind": "secondary", "icon": "lock"})
    elif may["targets.publish_year"] and not page.is_empty and not page.is_future:
        url = reverse("year_publish") + query
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


def _asking(year: int, back: str, problem: str = "") -> dict:
    is_running = year >= timezone.localdate().year
    return {
        "heading": f"Publicera {year}?",
        "problem": problem,
        "is_running": is_running,
        "year": year,
        "cancel_url": back,
        "breadcrumbs": [("Översikt", back), (f"Publicera {year}", None)],
    }
