"""Charts: values, edges, and what the templates make of them."""

import itertools
import re
from dataclasses import fields, is_dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.core.chart_scale import MONTHS, Plot, even_pace, label_every, nice_ticks, number, spread
from apps.core.charts import (
    Caption,
    Part,
    Series,
    comparison_table,
    cumulative_lines,
    funnel,
    horizontal_bars,
    progress_to_target,
    stacked_columns,
)

CAPTION = Caption("chart", "Hur går det?", csv_url="/chart.csv", empty="Inga placeringar ännu.", withheld="färre än 5")
KINDS = ("Praktik", "Anställning", "Lärling", "Mentor")
HELSINGBORG = [Part(kind, value) for kind, value in zip(KINDS, (13, 6, 7, 5), strict=True)]
COUNTS = st.integers(0, 2_000_000)
PARTLY_WITHHELD = st.one_of(st.none(), COUNTS)


def share(text: str) -> float:
    """Return a percent string as a number."""
    return float(text.removesuffix("%"))


def strings_of(chart) -> list[str]:
    """Return every string in a chart, however deep."""
    if isinstance(chart, str):
        return [chart]
    if isinstance(chart, tuple | list):
        return [text for item in chart for text in strings_of(item)]
    if is_dataclass(chart):
        return [text for field in fields(chart) for text in strings_of(getattr(chart, field.name))]
    return []


def assert_inside(chart) -> None:
    """Every percent lies on the svg and every point in its viewBox."""
    for text in strings_of(chart):
        if re.fullmatch(r"-?[\d.]+%", text):
            assert 0 <= share(text) <= 100
        if re.fullmatch(r"(-?[\d.]+,-?[\d.]+ ?)+", text):
            assert all(0 <= float(one) <= 100 for one in re.split("[ ,]", text))


# --- Scales ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("highest", "ticks"),
    [
        (0, (0, 1)),
        (1, (0, 1)),
        (3, (0, 1, 2, 3)),
        (9, (0, 2, 4, 6, 8, 10)),
        (40, (0, 10, 20, 30, 40)),
        (41, (0, 10, 20, 30, 40, 50)),
        (51, (0, 20, 40, 60)),
        (12_345, (0, 5_000, 10_000, 15_000)),
    ],
)
def test_an_axis_counts_in_ones_twos_and_fives(highest, ticks):
    assert nice_ticks(highest) == ticks


@given(st.integers(0, 10**9))
def test_an_axis_always_reaches_its_highest_value_without_wasting_half(highest):
    ticks = nice_ticks(highest)
    assert ticks[-2] < max(highest, 1) <= ticks[-1]
    assert len(ticks) <= 6


def test_large_numbers_get_narrow_no_break_spaces_and_a_real_minus():
    assert number(1_234_567) == "1\u202f234\u202f567"
    assert number(-1200) == "−1\u202f200"


def test_even_pace_rounds_halves_up():
    assert [even_pace(40, month) for month in (1, 6, 11, 12)] == [3, 20, 37, 40]
    assert even_pace(6, 1) == 1


@given(st.lists(st.floats(0, 88), max_size=6))
def test_labels_are_spread_apart_within_the_plot_and_keep_their_order(places):
    moved = spread(places, gap=8, low=4, high=88)
    assert all(4 - 1e-9 <= at <= 88 + 1e-9 for at in moved)
    ordered = [moved[i] for i in sorted(range(len(places)), key=lambda i: places[i])]
    assert all(after - before >= 8 - 1e-9 for before, after in itertools.pairwise(ordered))


def test_months_are_thinned_out_on_a_narrow_chart_only():
    ticks = label_every(Plot.for_axis((0, 10), right=0), [month[:3] for month in MONTHS])
    assert [tick.text for tick in ticks] == [month[:3] for month in MONTHS]
    assert [tick.text for tick in ticks if tick.shown == "chart-always"] == ["jan", "mar", "maj", "jul", "sep", "nov"]


def test_longer_months_stand_evenly_on_wide_and_narrow_charts():
    months = [f"{month[:3]} 27" for month in MONTHS]
    ticks = label_every(Plot.for_axis((0, 10), right=0), months)
    assert [tick.text for tick in ticks] == months[::2]
    assert [tick.text for tick in ticks if tick.shown == "chart-always"] == months[::4]


# --- Progress to target ---------------------------------------------------------------------------------------------


def test_thirty_one_of_forty_leaves_nine():
    chart = progress_to_target(CAPTION, HELSINGBORG, target=40)
    assert (chart.figure, chart.of_target) == ("31", "av 40")
    assert chart.lead == "31 av 40. Det är 9 kvar till målet."
    assert [item.number for item in chart.legend] == ["13", "6", "7", "5"]
    assert chart.marker.x == "98%"
    assert share(chart.segments[0].width) == pytest.approx(98 * 13 / 40, abs=0.01)


def test_a_part_that_is_not_counted_is_named_beside_the_stack():
    chart = progress_to_target(CAPTION, HELSINGBORG[:3], target=40, outside=HELSINGBORG[3:])
    assert chart.figure == "26"
    assert [item.label for item in chart.outside] == ["Mentor"]
    assert ("Mentor (räknas inte)", 5) in chart.table.rows
    assert ("Summa", 26) in chart.table.rows


def test_beyond_the_target_the_scale_grows_and_the_marker_moves_left():
    chart = progress_to_target(CAPTION, HELSINGBORG, target=20)
    assert chart.lead == "31 av 20. Målet är passerat med 11."
    assert share(chart.marker.x) == pytest.approx(98 * 20 / 31, abs=0.01)
    last = chart.segments[-1]
    assert share(last.x) + share(last.width) == pytest.approx(98, abs=0.02)


def test_an_exactly_reached_target_says_so():
    assert progress_to_target(CAPTION, [Part("Praktik", 40)], target=40).lead == "40 av 40. Målet är nått."


@pytest.mark.parametrize("target", [None, 0])
def test_without_a_target_only_the_stack_is_drawn(target):
    chart = progress_to_target(CAPTION, HELSINGBORG, target=target)
    assert chart.marker is None
    assert chart.of_target == ""
    assert chart.lead == "31 totalt. Inget mål är satt."


def test_a_target_without_results_is_drawn_but_nothing_at_all_is_empty():
    assert not progress_to_target(CAPTION, [], target=40).is_empty
    assert progress_to_target(CAPTION, [Part("Praktik", 0)]).is_empty


def test_a_marker_far_to_the_left_has_its_text_on_the_right():
    assert progress_to_target(CAPTION, [Part("Praktik", 1000)], target=10).marker.anchor == "start"
    assert progress_to_target(CAPTION, HELSINGBORG, target=40).marker.anchor == "end"


def test_withheld_parts_are_drawn_together_in_grey_up_to_the_known_total():
    chart = progress_to_target(CAPTION, [Part("Praktik", 13), Part("Lärling", None)], total=20, target=40)
    assert [item.number for item in chart.legend] == ["13", "färre än 5", "7"]
    assert chart.segments[-1].tone == "withheld"


def test_a_withheld_part_withholds_a_total_nobody_stated():
    chart = progress_to_target(CAPTION, [Part("Praktik", 13), Part("Lärling", None)], target=40)
    assert chart.figure == "färre än 5"
    assert chart.lead == ""
    assert not chart.is_empty


def test_parts_beyond_their_total_are_refused():
    with pytest.raises(ValueError, match="more than their total 30"):
        progress_to_target(CAPTION, HELSINGBORG, total=30)


@given(st.lists(PARTLY_WITHHELD, max_size=6), st.one_of(st.none(), COUNTS))
def test_segments_touch_and_end_at_the_sum(values, target):
    chart = progress_to_target(CAPTION, [Part(f"Del {i}", value) for i, value in enumerate(values)], target=target)
    assert_inside(chart)
    at = 0.0
    for segment in chart.segments:
        assert share(segment.x) == pytest.approx(at, abs=0.02 * len(values))
        at = share(segment.x) + share(segment.width)
    drawn = sum(value or 0 for value in values)
    assert at == pytest.approx(98 * drawn / max(drawn, target or 0, 1), abs=0.05)


# --- Cumulative lines -----------------------------------------------------------------------------------------------

THIS_YEAR = [2, 1, 3, 3, 4, 2, 0, 4, 5, 4, 3]
LAST_YEAR = [0, 1, 2, 1, 2, 2, 0, 1, 3, 3, 2, 2]


def test_november_is_compared_with_even_pace_and_the_same_time_last_year():
    chart = cumulative_lines(
        CAPTION, year="2016", months=THIS_YEAR, target=40, previous_year="2015", previous_months=LAST_YEAR
    )
    assert chart.lead == (
        "31 till och med november. Det är 6 färre än jämn takt (37) och 14 fler än samma tid 2015 (17)."
    )
    assert [item.number for item in chart.legend] == ["31", "37", "19"]
    assert chart.table.header == ("Månad", "2016", "Jämn takt", "2015")
    assert chart.table.rows[10] == ("November", 31, 37, 17)
    assert chart.table.rows[11] == ("December", "", 40, 19)
    assert (chart.before.split()[0], chart.before.split()[-1]) == ("0,100", "100,52.5")
    assert len(chart.before.split()) == 12


def test_a_last_year_of_two_months_is_still_a_line():
    chart = cumulative_lines(CAPTION, year="2016", months=[1], previous_year="2015", previous_months=[1, 1])
    assert chart.before == "0,50 9.09,0"


def test_the_line_stops_at_the_current_month():
    chart = cumulative_lines(CAPTION, year="2016", months=[2, 3], target=12)
    assert len(chart.dots) == 2
    assert chart.line == "0,86.67 9.09,66.67"
    assert chart.area.startswith("0,100 ")
    assert chart.area.endswith(" 9.09,100")
    assert chart.pace.split()[-1] == "100,20"


def test_one_month_is_a_dot_without_a_line():
    chart = cumulative_lines(CAPTION, year="2016", months=[2], target=40)
    assert (chart.line, chart.area, len(chart.dots)) == ("", "", 1)
    assert chart.labels[-1].anchor == "start"


@pytest.mark.parametrize("target", [None, 0])
def test_without_target_and_last_year_only_this_year_is_drawn(target):
    chart = cumulative_lines(CAPTION, year="2016", months=[2, 3], target=target)
    assert (chart.pace, chart.before) == ("", "")
    assert chart.lead == "5 till och med februari."
    assert chart.table.header == ("Månad", "2016")


def test_a_year_that_has_not_begun_shows_its_pace():
    chart = cumulative_lines(CAPTION, year="2017", months=[], target=40)
    assert not chart.is_empty
    assert chart.lead == "Inga månader är redovisade ännu."


def test_a_year_of_zeros_without_a_target_is_empty():
    assert cumulative_lines(CAPTION, year="2016", months=[0, 0], previous_months=[0] * 12).is_empty


@pytest.mark.parametrize("months", [[1] * 13, [None], [-1]])
def test_impossible_months_are_refused(months):
    with pytest.raises(ValueError, match=r"Monthly values|negative"):
        cumulative_lines(CAPTION, year="2016", months=months)


@given(
    st.lists(COUNTS, max_size=12),
    st.one_of(st.none(), COUNTS),
    st.one_of(st.none(), st.lists(COUNTS, max_size=12)),
)
def test_lines_stay_in_their_plot_and_end_labels_apart(months, target, before):
    chart = cumulative_lines(
        CAPTION, year="2016", months=months, target=target, previous_year="2015", previous_months=before
    )
    assert_inside(chart)
    ends = sorted(share(label.y) for label in chart.labels if label.style != "now")
    assert all(after - first >= 7.98 for first, after in itertools.pairwise(ends))


# --- Stacked columns ------------------------------------------------------------------------------------------------


def test_quarters_stack_to_their_totals():
    series = [Series("Praktik", (3, 4, 4, 2)), Series("Lärling", (2, 2, 2, 1)), Series("Mentor", (0, 2, 1, 2))]
    chart = stacked_columns(CAPTION, ["Kv 1", "Kv 2", "Kv 3", "Kv 4"], series, category_name="Kvartal")
    assert [total.text for total in chart.totals] == ["5", "8", "7", "5"]
    assert chart.lead == "Flest: Kv 2, 8 av 25."
    assert chart.table.header == ("Kvartal", "Praktik", "Lärling", "Mentor", "Summa")
    assert chart.table.rows[-1] == ("Summa", 13, 7, 5, 25)
    assert len(chart.segments) == 11


def test_two_equal_quarters_share_the_sentence():
    chart = stacked_columns(CAPTION, ["Kv 1", "Kv 2"], [Series("Praktik", (9, 9))])
    assert chart.lead == "Flest: Kv 1 och Kv 2, 9 var."


def test_a_withheld_cell_withholds_its_row_and_column_sums():
    chart = stacked_columns(CAPTION, ["Kv 1", "Kv 2"], [Series("Praktik", (9, None)), Series("Lärling", (6, 7))])
    assert [total.text for total in chart.totals] == ["15"]
    assert chart.table.rows[1] == ("Kv 2", "färre än 5", 7, "färre än 5")
    assert chart.table.rows[2] == ("Summa", "färre än 5", 13, "färre än 5")


def test_a_series_of_the_wrong_length_is_refused():
    with pytest.raises(ValueError, match="needs 2 values"):
        stacked_columns(CAPTION, ["Kv 1", "Kv 2"], [Series("Praktik", (1,))])


def test_no_columns_and_only_zeros_are_empty():
    assert stacked_columns(CAPTION, [], []).is_empty
    assert stacked_columns(CAPTION, ["Kv 1"], [Series("Praktik", (0,))]).is_empty


@given(st.data(), st.integers(1, 14), st.integers(1, 5))
def test_columns_stack_to_their_total_height(data, width, depth):
    values = [data.draw(st.lists(PARTLY_WITHHELD, min_size=width, max_size=width)) for _ in range(depth)]
    series = [Series(f"Serie {i}", row) for i, row in enumerate(values)]
    chart = stacked_columns(CAPTION, [f"Kv {i}" for i in range(width)], series)
    assert_inside(chart)
    tops: dict[str, float] = {}
    for segment in chart.segments:
        below = tops.get(segment.x, chart.plot.bottom_at)
        assert share(segment.y) + share(segment.height) == pytest.approx(below, abs=0.02)
        tops[segment.x] = share(segment.y)
    sums = [sum(row[i] or 0 for row in values) for i in range(width)]
    expected = [chart.plot.y(total) for total in sums if total]
    assert list(tops.values()) == pytest.approx(expected, abs=0.02)
    shown = [i for i in range(width) if None not in [row[i] for row in values]]
    assert [share(total.y) for total in chart.totals] == pytest.approx([chart.plot.y(sums[i]) for i in shown], abs=0.01)


# --- Bars, funnel, comparison ---------------------------------------------------------------------------------------


def test_the_longest_bar_fills_the_row_and_a_withheld_one_has_none():
    parts = [Part("Fastighetsförvaltningen", 14), Part("Skolförvaltningen", 7), Part("Vårdförvaltningen", None)]
    chart = horizontal_bars(CAPTION, parts, name="Förvaltning")
    assert [(bar.number, bar.width) for bar in chart.bars] == [("14", "100%"), ("7", "50%"), ("färre än 5", "0%")]
    assert chart.table.rows[2] == ("Vårdförvaltningen", "färre än 5")
    assert chart.lead == ""


def test_the_largest_department_is_named_with_its_share():
    chart = horizontal_bars(CAPTION, [Part("Fastighet", 14), Part("Skola", 5)])
    assert chart.lead == "Flest: Fastighet, 14 av 19."


def test_each_step_of_the_funnel_is_compared_with_the_one_before():
    chart = funnel(CAPTION, [Part("Erbjudna", 47), Part("Startade", 31), Part("Slutförda", 0), Part("Vidare", 0)])
    assert [bar.share for bar in chart.bars] == ["", "66 % av steget före", "0 % av steget före", ""]
    assert chart.lead == "Erbjudna: 47. Vidare: 0."


def test_a_withheld_step_gives_no_share_from_which_it_could_be_computed():
    chart = funnel(CAPTION, [Part("Erbjudna", 47), Part("Startade", None), Part("Slutförda", 21)])
    assert [bar.share for bar in chart.bars] == ["", "", ""]


def test_two_years_are_compared_row_by_row_and_summed():
    chart = comparison_table(
        CAPTION, labels=KINDS, before=[8, 3, 5, 3], now=[13, 6, 7, 2], before_name="2015", now_name="2016", name="Typ"
    )
    assert [row.change for row in chart.rows] == ["+5", "+3", "+2", "−1"]
    assert (chart.total.before, chart.total.now, chart.total.change) == ("19", "28", "+9")
    assert chart.lead == "28 år 2016: 9 fler än 2015."
    assert chart.rows[0].now_width == "100%"
    assert chart.table.rows[-1] == ("Summa", 19, 28, 9)


def test_a_withheld_year_withholds_the_difference():
    chart = comparison_table(CAPTION, labels=["A"], before=[None], now=[7], before_name="2015", now_name="2016")
    assert chart.rows[0].change == chart.total.change == "färre än 5"
    assert not chart.is_empty


@given(st.lists(st.tuples(PARTLY_WITHHELD, PARTLY_WITHHELD), max_size=8))
def test_bars_never_leave_their_track(pairs):
    parts = [Part(f"Del {i}", value) for i, (value, _) in enumerate(pairs)]
    assert_inside(horizontal_bars(CAPTION, parts))
    assert_inside(funnel(CAPTION, parts))
    before, now = [old for old, _ in pairs], [new for _, new in pairs]
    labels = [part.label for part in parts]
    assert_inside(comparison_table(CAPTION, labels=labels, before=before, now=now, before_name="1", now_name="2"))


def test_negative_values_are_refused_everywhere():
    below = [Part("Praktik", -1)]
    for build in (progress_to_target, horizontal_bars, funnel):
        with pytest.raises(ValueError, match="negative"):
            build(CAPTION, below)
    with pytest.raises(ValueError, match="negative"):
        stacked_columns(CAPTION, ["Kv 1"], [Series("Praktik", (-1,))])
    with pytest.raises(ValueError, match="negative"):
        comparison_table(CAPTION, labels=["A"], before=[-1], now=[1], before_name="2015", now_name="2016")


def test_a_caption_with_its_own_sentence_keeps_it():
    caption = Caption("chart", "Titel", lead="Fler än någonsin.")
    assert horizontal_bars(caption, [Part("A", 1)]).lead == "Fler än någonsin."


def test_a_key_that_cannot_be_an_id_is_refused():
    with pytest.raises(ValueError, match="slug"):
        Caption("Per kvartal", "Titel")
