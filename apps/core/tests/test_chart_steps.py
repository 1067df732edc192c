"""A score over time: points on a fixed scale, and a line that breaks where nothing was said."""

import pytest

from apps.core.chart_steps import score_line
from apps.core.charts import Caption

CAPTION = Caption("stod", "Politiskt stöd")


def test_a_score_stands_on_the_whole_scale_whatever_the_values_are():
    chart = score_line(CAPTION, ["H1", "H2"], [3, 4], highest=5)
    assert [tick.text for tick in chart.ticks] == ["0", "1", "2", "3", "4", "5"]
    assert chart.lines == ("25,40 75,20",)
    assert [dot.text for dot in chart.dots] == ["3", "4"]


def test_a_missing_score_breaks_the_line_and_is_a_dash_in_the_table():
    chart = score_line(CAPTION, ["A", "B", "C", "D", "E"], [1, 2, None, 5, None], highest=5, time_name="Halvår")
    assert chart.lines == ("10,80 30,60",)
    assert len(chart.dots) == 3
    assert chart.table.rows == (("A", 1), ("B", 2), ("C", "–"), ("D", 5), ("E", "–"))
    assert chart.table.header == ("Halvår", "Poäng")


def test_a_score_without_any_value_is_empty():
    assert score_line(CAPTION, ["A"], [None], highest=5).is_empty
    assert score_line(CAPTION, [], [], highest=5).is_empty


@pytest.mark.parametrize(("times", "values"), [(["A"], []), (["A"], [6]), (["A"], [-1])])
def test_values_outside_the_scale_or_without_a_time_are_refused(times, values):
    with pytest.raises(ValueError, match=r"score|values"):
        score_line(CAPTION, times, values, highest=5)
