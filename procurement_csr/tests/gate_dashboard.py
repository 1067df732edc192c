"""The gate's visits to the dashboard's views: forecast, what if, authorities, comments, meeting, period, department."""

from django.utils import timezone

from apps.targets.models import ChartComment
from procurement_csr.tests.gate_visit import BOTH, Visit

DASHBOARD_VISITS = (
    Visit("dashboard", "coordinator", query="?period=t2&forvaltning={chosen_department}"),
    Visit("dashboard", "politician", query="?ar=2015&lage=mote"),
    Visit("dashboard", "coordinator", query="?lage=mote"),
    Visit("forecast_what_if", "politician"),
    Visit("forecast_what_if", "coordinator", query="?ar=2015"),
    Visit("authority_comparison", "politician"),
    Visit("naming_create", "coordinator", refuses=BOTH),
    Visit("cost_update", "coordinator", query="?ar=2015", refuses=BOTH),
    Visit("chart_comment_create", "coordinator", query="?ar=2015&diagram=mal", refuses=BOTH),
)
DASHBOARD_NOT_PAGES = {"chart_comment_undo": "POST only, the dashboard shows what it says"}
_LONG = "Starterna kom sent på året eftersom samordningen med entreprenadens slutbesiktning drog ut på tiden. " * 5


def addresses_of_dashboard(organisation, coordinator) -> dict:
    """Comments beside charts of this year and an earlier one, one as long as it can be."""
    for year in (2015, timezone.localdate().year):
        own = {"organisation": organisation, "year": year, "created_by": coordinator}
        ChartComment.objects.create(**own, chart="utveckling", text="Två avtal blev försenade.")
        ChartComment.objects.create(**own, chart="mal", text=_LONG.strip()[:600])
    return {"chosen_department": organisation.departments.first().pk}
