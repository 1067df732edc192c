"""A chart's numbers as a file: what `?format=csv&diagram=` gives on every page with charts."""

from django.http import Http404
from django.http.response import HttpResponseBase

from apps.core.exports import csv_response
from apps.targets.figures import Figures


def chart_csv(request, charts: Figures, name: str) -> HttpResponseBase:
    """The numbers of the chart that `?diagram=` asks for. Raises Http404 when there is none."""
    chart = charts.get(request.GET.get("diagram", ""))
    if chart is None:
        raise Http404("Diagrammet finns inte.")
    first, *others = chart.table.header
    columns = [(first, "text"), *((label, "number") for label in others)]
    return csv_response(columns, chart.table.rows, f"{name} {chart.caption.key}")
