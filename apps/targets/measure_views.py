"""Every measure of a period, and the rows behind those that have any."""

from django.contrib.auth.decorators import permission_required
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from apps.accounts.access import require
from apps.accounts.models import Department
from apps.core.exports import csv_response
from apps.core.lists import ListPage, list_response
from apps.core.pages import render_page
from apps.targets import authority_queries, measure_lists, measure_words, queries, target_queries, wording
from apps.targets.measures import definition, window
from apps.targets.parameters import PERIODS, asked_department, asked_period, asked_year

SEE_FIGURES = "targets.view_dashboard"
SEE_PLACEMENTS, SEE_CODES = "placements.view_placement", "placements.view_participant"
# Lists of lower pages that hold the rows behind a measure: the permission, the page and its filters.
_LISTS = {
    "residents_in_occupation": (SEE_PLACEMENTS, "placement_list", {"year": "{year}"}),
    "placements_started": (SEE_PLACEMENTS, "placement_list", {"year": "{year}"}),
    "unfilled_places": (SEE_PLACEMENTS, "offer_list", {"standing": "closed"}),
    "internships_to_work": (SEE_CODES, "placement_list", {"kind": "internship", "state": "ended"}),
    "sustained_3": (SEE_CODES, "follow_up_list", {}),
    "sustained_6": (SEE_CODES, "follow_up_list", {}),
    "sustained_12": (SEE_CODES, "follow_up_list", {}),
}


@require_safe
def measure_list(request):
    """All measures of a year or a tertial beside the year before, with links to the rows; `?format=csv` as a file."""
    organisation = require(request, SEE_FIGURES)
    year, period = asked_year(request), asked_period(request)
    department, today = asked_department(request, organisation), timezone.localdate()
    page = measure_words.measure_page(organisation, year, period, today, department)
    if request.GET.get("format") == "csv":
        return csv_response(
            measure_words.FILE_COLUMNS, measure_words.file_rows(page), f"{department or organisation} {year} matt"
        )
    asked = _asked(year, request.GET.get("period") or "helar", department)
    seen = authority_queries.organisations_seen(request.user)
    context = {
        "page": page,
        "heading": f"Alla mått {year}" + (f", {department.name}" if department else ""),
        "lead": page.lead,
        "table": measure_words.table(page, lambda code: _rows_url(request, code, year, department, asked)),
        "definitions": [line.definition for line in page.lines],
        "standings": target_queries.more_standings(organisation, year, today, department, seen),
        "csv_url": f"{reverse('measure_list')}?{asked}&format=csv",
        "cost_url": f"{reverse('cost_update')}?ar={year}" if _may_set(request, organisation) else "",
        "choices": _choices(organisation, year, request, department),
        "breadcrumbs": [("Översikt", f"{reverse('dashboard')}?ar={year}"), ("Alla mått", None)],
    }
    return render_page(request, "targets/measure_list.html", context)


@require_safe
@permission_required(SEE_FIGURES, raise_exception=True)
def measure_rows(request, code: str):
    """The procurements, contracts, requirements or consultations that a measure counts, for those who may see them."""
    rows_of = measure_lists.LISTS.get(code)
    if rows_of is None:
        raise Http404("Måttet har ingen lista.")
    organisation = require(request, rows_of.permission)
    year, period = asked_year(request), asked_period(request)
    department = asked_department(request, organisation)
    days = window(year, period, timezone.localdate())
    page = list_response(
        request,
        rows_of.rows(request.user, organisation, department, days),
        columns=rows_of.columns(),
        form=measure_lists.MeasureRowsFilter(request.GET),
        default_sort="day",
        caption=rows_of.caption,
        one=rows_of.one,
        filename=f"{code} {year}",
    )
    if not isinstance(page, ListPage):
        return page
    back = f"{reverse('measure_list')}?{_asked(year, request.GET.get('period') or 'helar', department)}"
    heading = f"{definition(code).name.capitalize()} {year}"
    context = {
        "list": page,
        "heading": heading,
        "lead": definition(code).sentence,
        "breadcrumbs": [("Översikt", f"{reverse('dashboard')}?ar={year}"), ("Alla mått", back), (heading, None)],
    }
    return render_page(request, "targets/measure_rows.html", context)


def _may_set(request, organisation) -> bool:
    return request.user.has_perm("targets.change_target", organisation)


def _asked(year: int, period: str, department: Department | None) -> str:
    asked = {"ar": year, "period": period}
    return urlencode(asked | ({"forvaltning": department.pk} if department else {}))


def _rows_url(request, code: str, year: int, department: Department | None, asked: str) -> str:
    """Where the rows behind a measure stand; empty for those who may not see them, or when there is no such list."""
    organisation = request.organisation
    if code in measure_lists.LISTS:
        may = request.user.has_perm(measure_lists.LISTS[code].permission, organisation)
        return f"{reverse('measure_rows', args=[code])}?{asked}" if may else ""
    perm, name, filters = _LISTS.get(code, ("", "", {}))
    if not name or not request.user.has_perm(perm, organisation):
        return ""
    values = {key: value.format(year=year) for key, value in filters.items()}
    if department and name != "follow_up_list":
        values["department"] = department.pk
    return f"{reverse(name)}?{urlencode(values)}" if values else reverse(name)


def _choices(organisation, year: int, request, department: Department | None) -> dict:
    """What the page can be about: (value, label, is chosen) of each choice."""
    period = request.GET.get("period") or "helar"
    years = queries.years(organisation, {year, timezone.localdate().year})
    departments = organisation.departments.filter(is_active=True)
    return {
        "ar": [(str(each), str(each), each == year) for each in years],
        "period": [(key, wording.PERIOD_WORDS[value].capitalize(), key == period) for key, value in PERIODS.items()],
        "forvaltning": [("", "Hela organisationen", department is None)]
        + [(str(each.pk), each.name, each == department) for each in departments],
    }
