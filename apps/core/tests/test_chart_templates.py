"""What the templates make of charts: strict HTML without inline style, text for readers and screen readers."""

import re

import html5lib
import pytest
from django.template.loader import render_to_string
from django.utils import translation

from apps.core.charts import (
    Part,
    Series,
    comparison_table,
    cumulative_lines,
    funnel,
    horizontal_bars,
    progress_to_target,
    stacked_columns,
)
from apps.core.tests.test_charts import CAPTION, HELSINGBORG, LAST_YEAR, THIS_YEAR

FILLED = {
    "progress": progress_to_target(CAPTION, HELSINGBORG[:3], target=33, outside=HELSINGBORG[3:], status="Efter takt"),
    "cumulative": cumulative_lines(
        CAPTION, year="2016", months=THIS_YEAR, target=4000, previous_year="2015", previous_months=LAST_YEAR
    ),
    "columns": stacked_columns(CAPTION, ["Kv 1", "Kv 2", "Kv 3"], [Series("Praktik", (1, 2, 1200), "internship")]),
    "bars": horizontal_bars(CAPTION, [Part("Förvaltning <b>", 3), Part("B", 7)]),
    "funnel": funnel(CAPTION, [Part("Erbjudna", 47), Part("Startade", 31)]),
    "comparison": comparison_table(
        CAPTION, labels=["A", "B"], before=[1, 2], now=[3, 1], before_name="2015", now_name="2016"
    ),
}
EMPTY = {
    "progress": progress_to_target(CAPTION, []),
    "cumulative": cumulative_lines(CAPTION, year="2016", months=[]),
    "columns": stacked_columns(CAPTION, [], []),
    "bars": horizontal_bars(CAPTION, []),
    "funnel": funnel(CAPTION, []),
    "comparison": comparison_table(CAPTION, labels=[], before=[], now=[], before_name="2015", now_name="2016"),
}


def markup_of(template: str, chart) -> str:
    with translation.override("sv"):
        return render_to_string(f"_parts/charts/{template}.html", {"chart": chart})


@pytest.mark.parametrize("template", FILLED)
@pytest.mark.parametrize("charts", [FILLED, EMPTY], ids=["filled", "empty"])
def test_a_chart_is_strict_html_without_inline_style_and_with_unique_ids(template, charts):
    markup = markup_of(template, charts[template])
    html5lib.HTMLParser(strict=True).parseFragment(markup)
    assert not re.search(r"\sstyle=|<script|\son\w+=", markup)
    ids = re.findall(r'\bid="([^"]*)"', markup)
    assert len(ids) == len(set(ids))
    referred = " ".join(re.findall(r'aria-labelledby="([^"]*)"', markup)).split()
    assert referred
    assert set(referred) <= set(ids)


@pytest.mark.parametrize("template", FILLED)
def test_no_number_in_an_svg_attribute_has_a_decimal_comma_or_a_thousands_space(template):
    markup = markup_of(template, FILLED[template])
    attributes = re.findall(r'\s(?:x|y|x1|x2|y1|y2|cx|cy|r|width|height)="([^"]*)"', markup)
    assert attributes
    assert all(re.fullmatch(r"\d+(\.\d+)?%?", value) for value in attributes)


@pytest.mark.parametrize("template", ["progress", "cumulative", "columns"])
def test_a_drawn_chart_is_an_image_with_a_title_and_a_table(template):
    markup = markup_of(template, FILLED[template])
    svg = re.search(r'<svg class="chart-svg"[^>]*>', markup)[0]
    assert 'role="img"' in svg
    assert "viewBox" not in svg
    assert '<title id="chart-svg">Hur går det?</title>' in markup
    assert "Visa som tabell" in markup
    assert 'href="/chart.csv"' in markup


@pytest.mark.parametrize("template", EMPTY)
def test_an_empty_chart_says_what_it_will_hold(template):
    markup = markup_of(template, EMPTY[template])
    assert "Inga placeringar ännu." in markup
    assert "<svg" not in markup
    assert "<table" not in markup


def test_a_label_is_escaped():
    assert "Förvaltning &lt;b&gt;" in markup_of("bars", FILLED["bars"])
