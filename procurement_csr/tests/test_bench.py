"""The arithmetic of the bench, and one short run of its measuring against a small installation."""

from datetime import date

import pytest

from apps.accounts.models import Organisation
from procurement_csr.bench import importing, measuring
from procurement_csr.bench.__main__ import BEGIN, DOCUMENT, END, with_table
from procurement_csr.bench.figures import (
    COLD,
    DASHBOARD,
    LARGE,
    LIST,
    NOTHING,
    SAME,
    SEARCH,
    SMALL,
    TASKS,
    Times,
    in_turns,
    line,
    milliseconds,
    missed,
    number,
    table,
)
from procurement_csr.scale.loading import make


def times(page, sql=0.004, queries=9):
    return Times(page=[page] * 3, sql=[sql] * 3, rounds=[page / 2, page * 2], queries=queries, kilobytes=20)


def line_of(sort, *, small=0.01, same=0.01, large=0.012, sql=0.004, queries=9):
    taken = {SMALL: times(small), SAME: times(same), LARGE: times(large, sql, queries)}
    return line("Sidan", sort, taken, times(0.006))


def test_one_slow_request_does_not_move_the_median():
    assert milliseconds([0.002, 0.9, 0.001, 0.003, 0.002]) == 2


def test_a_line_has_medians_in_milliseconds_and_their_ratios():
    found = line_of(LIST, small=0.01, same=0.011, large=0.03, sql=0.012)
    assert (found.small, found.same, found.large, found.sql, found.empty) == pytest.approx((10, 11, 30, 12, 6))
    assert found.growth == pytest.approx(1.1)
    assert found.size == pytest.approx(3)
    assert found.over_sql == pytest.approx(2.5)
    assert found.over_empty == pytest.approx(5)
    assert found.spread == pytest.approx((15, 60))


@pytest.mark.parametrize(
    ("sort", "reached", "not_reached"),
    [
        (DASHBOARD, {"large": 0.015}, {"large": 0.0151}),
        (DASHBOARD, {"queries": 12}, {"queries": 13}),
        (COLD, {"large": 0.008, "queries": 40}, {"large": 0.0081}),
        (LIST, {"large": 0.0229}, {"large": 0.0231}),
        (LIST, {"queries": 10}, {"queries": 11}),
        (SEARCH, {"large": 0.0199, "queries": 30}, {"large": 0.0201}),
        (TASKS, {"large": 0.0249, "queries": 30}, {"large": 0.0251}),
    ],
)
def test_each_goal_is_reached_up_to_its_figure_and_not_beyond(sort, reached, not_reached):
    assert missed(line_of(sort, **reached)) == []
    assert len(missed(line_of(sort, **not_reached))) == 1


def test_what_has_no_goal_misses_none():
    found = line_of(NOTHING, large=9, queries=99)
    assert missed(found) == []
    assert table([found]).endswith("| inget mål |")


def test_the_table_says_in_swedish_what_is_missed():
    rows = table([line_of(SEARCH), line_of(SEARCH, large=0.0314)]).splitlines()
    assert rows[2].endswith("| nås |")
    assert rows[3].endswith("| missas: 31,4 ms, mål 20 |")
    assert len({row.count("|") for row in rows}) == 1


@pytest.mark.parametrize(("value", "text"), [(0.254, "0,25"), (2.04, "2,04"), (3.41, "3,4"), (119.6, "120")])
def test_numbers_have_the_decimals_that_tell_something(value, text):
    assert number(value) == text


def test_every_place_is_measured_in_every_round_and_first_in_turn():
    seen = []
    in_turns(4, ["a", "b", "c"], seen.append)
    assert "".join(seen) == "abcbcacababc"


def test_cursors_are_unwrapped_and_only_what_reads_is_asked_again():
    statements = [
        'DECLARE "_django_curs_1_sync_2" NO SCROLL CURSOR WITHOUT HOLD FOR SELECT 1 FOR x',
        'DECLARE "c" NO SCROLL CURSOR WITH HOLD FOR SELECT 2',
        "UPDATE t SET a = 1",
        'SAVEPOINT "s"',
        "SELECT set_config('pghistory.context_id', '1', true); INSERT INTO t VALUES (1)",
        "\nWITH found AS (SELECT 3) SELECT * FROM found",
        "SELECT set_config('pghistory.context_id', '1', true), set_config('b', '2', true); \nWITH own AS (SELECT 6)",
        "(SELECT 4) UNION (SELECT 5)",
    ]
    found = measuring.readings(statements)
    assert [each.strip()[:9] for each in found] == ["SELECT 1 ", "SELECT 2", "WITH foun", "WITH own ", "(SELECT 4"]


def test_a_new_table_takes_the_place_of_the_old_one():
    kept = f"Före\n{BEGIN}\ngammalt\n{END}\nefter\n"
    assert with_table(kept, "nytt") == f"Före\n{BEGIN}\nnytt\n{END}\nefter\n"
    with pytest.raises(ValueError, match="lost the mark"):
        with_table("Inget märke", "nytt")
    text = DOCUMENT.read_text(encoding="utf-8")
    assert text.count(BEGIN) == text.count(END) == 1


def test_every_page_can_be_measured(db, settings):
    settings.DEMO = True
    make(placements=100, organisations=1, today=date(2026, 11, 22))
    taken: dict[str, measuring.Taken] = {}
    measuring.measure(Organisation.objects.get(), taken)
    assert list(taken) == [page.name for page in measuring.PAGES]
    for each in taken.values():
        assert len(each.page) == len(each.sql) == measuring.REPEATS
        assert each.queries > 0


def test_the_import_says_its_goals_and_how_it_stands_to_bare_writing():
    said = importing.Imported(rows=13_614, written=34_787, first=8.66, again=10.1, bare=0.72).words()
    assert said.startswith("Import av 13 614 rader ur")
    assert "8,7 s, mål 20: nås. En gång till utan ändringar: 10,1 s, mål 10: missas." in said
    assert said.endswith("importen tar 12,0 gånger så lång tid.")


@pytest.mark.skipif(not importing.FILE.exists(), reason=importing.NOT_MEASURED)
def test_the_whole_country_s_rows_are_imported_and_then_unchanged(db, helsingborg):
    found = importing.measure(helsingborg)
    assert found.rows == 13_614
    assert found.written > found.rows
    assert found.first > found.bare
