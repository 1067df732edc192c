"""The organisation's overview of its consultations."""

from django import forms
from django.contrib.auth.decorators import permission_required
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from apps.accounts.access import require
from apps.core.lists import Column, ComputedRows, FilterForm, ListPage, list_response
from apps.core.pages import render_page
from apps.mbl import overview
from apps.mbl.choices import Stage
from apps.mbl.timeplans import VIEW

STATUSES = [
    ("", "Alla"),
    (overview.ONGOING, "Öppen eller försenad"),
    *((key, word) for key, (word, _) in overview.STATUSES.items()),
]


class OverviewFilter(FilterForm):
    """What the figures and the list are about: consultations before their decision, and those of a year's decisions."""

    q = forms.CharField(label="Sök upphandling, förvaltning eller fack", required=False, max_length=200)
    year = forms.ChoiceField(label="Beslut fattat år", required=False)
    status = forms.ChoiceField(label="I tid", required=False, choices=STATUSES)
    stage = forms.ChoiceField(label="Steg", required=False, choices=[("", "Alla"), *Stage.choices])

    def __init__(self, data, *, years: list[int], today):
        super().__init__(data)
        self.today = today
        earlier = [(str(year), str(year)) for year in years if year != today.year]
        self.fields["year"].choices = [("", str(today.year)), *earlier, ("alla", "Alla år")]

    @property
    def chosen_year(self) -> int | None:
        """The year whose decisions count; None is every year."""
        chosen = self.chosen().get("year", str(self.today.year))
        return None if chosen == "alla" else int(chosen)

    def apply(self, rows: ComputedRows) -> ComputedRows:
        chosen = self.chosen()
        text = chosen.get("q", "").lower()
        return ComputedRows(
            each
            for each in rows
            if _is(each, chosen.get("status"))
            and chosen.get("stage", each.row.stage) == each.row.stage
            and text in f"{each.title} {each.department} {each.union}".lower()
        )


def _is(entry: overview.Entry, status: str | None) -> bool:
    """Whether a consultation has the status of the filter; every one has when none is chosen."""
    if status == overview.ONGOING:
        return entry.status in (overview.OPEN, overview.LATE)
    return status in (None, entry.status)


COLUMNS = [
    Column("title", "Upphandling", lambda each: each.title, ("title",), url=lambda each: each.row.get_absolute_url()),
    Column("department", "Förvaltning", lambda each: each.department, ("department",)),
    Column("union", "Facklig organisation", lambda each: each.union, ("union",)),
    Column("stage", "Steg", lambda each: each.stage, ("stage",)),
    Column(
        "status",
        "I tid",
        lambda each: overview.STATUSES[each.status][0],
        ("status",),
        tone=lambda each: overview.STATUSES[each.status][1],
    ),
    Column("todo", "Nästa", lambda each: each.todo),
    Column("on", "Senast", lambda each: each.on, ("on",), kind="date"),
]


@require_safe
@permission_required(VIEW, raise_exception=True)
def mbl_overview(request):
    """Which consultations are open and late, and the share that was closed before the decision."""
    organisation = require(request, VIEW)
    today = timezone.localdate()
    form = OverviewFilter(request.GET, years=overview.years(request.user, organisation), today=today)
    found = overview.entries(request.user, organisation, today, form.chosen_year)
    page = list_response(
        request,
        found,
        columns=COLUMNS,
        form=form,
        default_sort="on",
        caption="Förhandlingar",
        filename="mbl-forhandlingar",
        one="förhandling",
    )
    if not isinstance(page, ListPage):
        return page
    crumbs = [("Upphandlingar", reverse("procurement_list")), ("MBL", None)]
    year = form.chosen().get("year")
    context = {
        "list": page,
        "totals": overview.totals(found, form.chosen_year),
        "rule": overview.RULE,
        "of_year": f"&year={year}" if year else "",
        "breadcrumbs": crumbs,
    }
    return render_page(request, "mbl/overview.html", context)
