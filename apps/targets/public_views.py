"""What anyone may read: the published years, their pages and their open data, cached and checked by content."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import conditional_page, require_safe

from apps.core.formats import iso_date
from apps.core.pages import render_page
from apps.targets import open_data, queries, wording
from apps.targets.chart_files import chart_csv
from apps.targets.figures import public_figures
from apps.targets.models import PublishedYear
from apps.targets.public_queries import published_year

# The figures change once a month at most; a year that is taken back must soon be gone from the caches too.
SECONDS = 300


@login_not_required
@require_safe
def public_index(request):
    """The published years of all organisations."""
    rows = [
        (each, reverse("public_year", args=[each.organisation.org_number, each.year]))
        for each in queries.published_years()
    ]
    example = next((each for each, _ in rows if each.organisation.is_demo), None)
    return render_page(request, "targets/public_index.html", {"rows": rows, "shown": example})


@login_not_required
@require_safe
@conditional_page
def public_year(request, org_number: str, year: str):
    """A published year for anyone: the whole organisation by kind, as frozen or up to the latest whole month."""
    published = _published(org_number, year)
    found = published_year(published.organisation, published.year, timezone.localdate())
    page, path = found.page, request.path
    charts = public_figures(page, f"{path}?format=csv&diagram=", found.suppliers)
    if request.GET.get("format") == "csv":
        return _open(request, chart_csv(request, charts, f"{page.organisation} {page.year}"))
    context = {
        "shown": published,
        "page": page,
        "figures": charts,
        "heading": f"{page.organisation}: mål och resultat {page.year}",
        "lead": wording.lead(page),
        "counted_to": wording.full_day(page.last_on),
        "frozen_on": iso_date(found.frozen_on) if found.frozen_on else "",
        "columns": [(name, text) for name, (_, text) in open_data.COLUMNS.items()],
        "files": [(label, reverse(name, args=[org_number, year])) for label, name in _FILES],
        "breadcrumbs": [
            ("Publicerade resultat", reverse("public_index")),
            (f"{page.organisation} {page.year}", None),
        ],
    }
    return _open(request, render_page(request, "targets/public_year.html", context))


@login_not_required
@require_safe
@conditional_page
def public_csv(request, org_number: str, year: str):
    """The published year's numbers as CSV."""
    return _data(request, open_data.as_csv(_year(org_number, year)), "text/csv; charset=utf-8")


@login_not_required
@require_safe
@conditional_page
def public_json(request, org_number: str, year: str):
    """The published year's numbers as JSON, with their description."""
    return _data(request, open_data.as_json(_year(org_number, year)), "application/json")


@login_not_required
@require_safe
@conditional_page
def public_description(request, org_number: str, year: str):
    """What the CSV file's columns mean, where W3C says that programs look for it."""
    found = _year(org_number, year)
    url = request.build_absolute_uri(reverse("public_csv", args=[org_number, year]))
    return _data(request, open_data.description(found, url), "application/csvm+json")


_FILES = (("CSV", "public_csv"), ("JSON", "public_json"), ("Beskrivning av CSV-filen", "public_description"))


def _published(org_number: str, year: str) -> PublishedYear:
    years = PublishedYear.objects.select_related("organisation")
    return get_object_or_404(years, organisation__org_number=org_number, year=int(year))


def _year(org_number: str, year: str) -> open_data.OpenYear:
    published = _published(org_number, year)
    return published_year(published.organisation, published.year, timezone.localdate())


def _open(request, response):
    """Shared caches may keep what a visitor who is not signed in gets; the page of others has their menu."""
    if request.user.is_authenticated:
        patch_cache_control(response, private=True, no_cache=True)
    else:
        patch_cache_control(response, public=True, max_age=SECONDS)
    return response


def _data(request, content: bytes, content_type: str) -> HttpResponse:
    """Open data is the same for everybody, and may be read by programs on other sites."""
    response = HttpResponse(content, content_type=content_type, headers={"Access-Control-Allow-Origin": "*"})
    patch_cache_control(response, public=True, max_age=SECONDS)
    return response
