"""The forecast's band in the chart of running sums."""

from apps.core.chart_fan import FanPoint, highest_of, with_fan
from apps.core.charts import Caption, cumulative_lines

FAN = (FanPoint(11, 3, 4, 5), FanPoint(12, 3, 6, 20))


def chart(months, fan=FAN):
    return cumulative_lines(Caption("utveckling", "Hur går det?"), year="2026", months=months, room_for=highest_of(fan))


def test_the_band_goes_from_the_sum_so_far_to_the_interval_at_the_years_end():
    drawn = with_fan(chart([1, 0, 1, 0, 0, 0, 0, 0, 0, 1]), FAN, 3)
    assert drawn.plot.highest == 20
    assert drawn.fan == "81.82,85 90.91,75 100,0 100,85 90.91,85 81.82,85"
    assert drawn.fan_middle == "81.82,85 90.91,80 100,70"
    assert (drawn.legend[-1].number, drawn.legend[-1].tone) == ("3–20", "fan")


def test_the_table_has_the_interval_of_each_month_to_come_and_nothing_for_those_that_were():
    table = with_fan(chart([1] * 10), FAN, 10).table
    assert table.header[-3:] == ("Prognos, lägst", "Prognos, mitten", "Prognos, högst")
    assert table.rows[11][-3:] == (3, 6, 20)
    assert table.rows[9][-3:] == ("", "", "")
    assert table.body[11].cells[-1] == "20"


def test_a_certain_end_is_one_number():
    fan = (FanPoint(12, 4, 4, 4),)
    assert with_fan(chart([1] * 4, fan), fan, 4).legend[-1].number == "4"


def test_in_december_there_is_no_month_left_to_draw():
    before = chart([1] * 12)
    assert with_fan(before, FAN, 12) == before


def test_a_year_that_has_not_begun_is_all_band():
    drawn = with_fan(chart([]), FAN, 0)
    assert drawn.fan.startswith("90.91,75 100,0")
