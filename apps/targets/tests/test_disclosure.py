"""Small numbers: what is told, what is hidden, and that it is the same everywhere."""

import os
import subprocess
import sys
from itertools import product

import pytest

from apps.core.formats import NBSP
from apps.targets.disclosure import (
    ALL,
    Cell,
    Dimension,
    difference,
    mean,
    periods_of_a_year,
    protect,
    share,
    total,
)

DEPARTMENTS = Dimension("department", ("Skola", "Vård"))
OUTCOMES = Dimension("outcome", ("none", "study", "work"))
QUARTERS = Dimension("period", ("q1", "q2", "q3", "q4"), {"half": frozenset(("q1", "q2"))})
BY_DEPARTMENT = (DEPARTMENTS, OUTCOMES)


def outcomes_by_department(*rows: tuple[int, int, int]):
    """Protected numbers of none, study and work, a row per department."""
    cells = {
        (department, outcome): count
        for department, row in zip(DEPARTMENTS.values, rows, strict=True)
        for outcome, count in zip(OUTCOMES.values, row, strict=True)
    }
    return protect(cells, BY_DEPARTMENT, open_dimensions=["department"])


def texts(cells: dict[str, Cell]) -> list[str]:
    return [cell.text for cell in cells.values()]


def test_a_cell_of_3_is_shown_as_fewer_than_5_and_a_second_of_its_row_and_column_is_hidden():
    protected = outcomes_by_department((3, 20, 12), (9, 11, 30))
    row, column = protected.by("outcome", department="Skola"), protected.by("department", outcome="none")
    assert row["none"] == Cell(None, "<5")
    assert sum(cell.is_hidden for cell in row.values()) >= 2
    assert sum(cell.is_hidden for cell in column.values()) >= 2
    assert row[ALL] == Cell(35, "35")


def test_numbers_from_the_limit_and_zeros_are_told_where_nothing_needs_protection():
    protected = outcomes_by_department((5, 0, 12), (9, 11, 30))
    assert texts(protected.by("outcome", department="Skola")) == ["5", "0", "12", "17"]
    assert texts(protected.by("outcome")) == ["14", "11", "42", "67"]


def test_every_number_below_the_limit_is_hidden_at_every_limit():
    for limit, count in product(range(3, 11), range(12)):
        protected = protect(
            {("Skola", "work"): count, ("Skola", "none"): 40, ("Vård", "work"): 40},
            BY_DEPARTMENT,
            limit=limit,
            open_dimensions=["department"],
        )
        assert protected.cell(department="Skola", outcome="work").is_hidden == (0 < count < limit), (limit, count)


def test_when_two_filters_differ_by_one_person_not_both_are_told():
    periods = periods_of_a_year()
    cells = {("1", "work"): 8, ("2", "work"): 1, ("3", "work"): 9, ("1", "none"): 9, ("2", "none"): 9}
    protected = protect(cells, (periods, OUTCOMES), open_dimensions=["period"])
    january, february = (protected.cell(period=period, outcome="work") for period in ("1", "to2"))
    assert january.is_hidden or february.is_hidden


def test_two_halves_of_8_are_not_both_said_to_be_fewer_than_5_as_both_would_then_be_4():
    ends = Dimension("outcome", ("none", "work"))
    cells = {("Skola", "none"): 4, ("Skola", "work"): 4, ("Vård", "none"): 9, ("Vård", "work"): 30}
    protected = protect(cells, (DEPARTMENTS, ends), open_dimensions=["department"])
    assert sorted(texts(protected.by("outcome", department="Skola"))) == ["..", "8", "<5"]


def test_two_hidden_numbers_of_one_person_each_are_not_known_to_be_two_together():
    protected = outcomes_by_department((7, 6, 9), (6, 1, 1))
    assert protected.cell(department="Vård") == Cell(8, "8")
    assert protected.cell(department="Vård", outcome="none").is_hidden


def test_what_is_left_of_a_number_when_all_its_told_parts_are_taken_away_is_not_small():
    ends = Dimension("outcome", ("none", "other", "study", "work"))
    rows = {"Skola": (6, 5, 1, 1), "Vård": (20, 20, 20, 20)}
    cells = {(name, end): n for name, row in rows.items() for end, n in zip(ends.values, row, strict=True)}
    row = protect(cells, (DEPARTMENTS, ends), open_dimensions=["department"]).by("outcome", department="Skola")
    assert row["none"].is_hidden or row["other"].is_hidden


def test_what_is_left_is_not_one_person_either():
    ends = Dimension("outcome", ("none", "other", "study", "work"))
    rows = {"Skola": (5, 5, 0, 1), "Vård": (20, 20, 20, 20)}
    cells = {(name, end): n for name, row in rows.items() for end, n in zip(ends.values, row, strict=True)}
    row = protect(cells, (DEPARTMENTS, ends), open_dimensions=["department"]).by("outcome", department="Skola")
    assert row["work"].is_hidden
    assert row["none"].is_hidden or row["other"].is_hidden


def test_the_same_numbers_in_any_order_and_any_process_are_hidden_alike():
    code = (
        "from apps.targets.tests.test_disclosure import pattern\n"
        "import sys; sys.stdout.write(pattern(reverse='-' in sys.argv[1:]))"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code, *order],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, order in (("1", []), ("2", []), ("3", ["-"]))
    }
    assert len(found) == 1
    assert "<5" in found.pop()


def pattern(*, reverse: bool) -> str:
    """What is told of a small year, as one line."""
    atoms = sorted(product(DEPARTMENTS.values, QUARTERS.values, OUTCOMES.values), reverse=reverse)
    cells = {atom: (len(atom[0]) + ord(atom[1][1]) + ord(atom[2][0])) % 3 for atom in atoms}
    protected = protect(cells, (DEPARTMENTS, QUARTERS, OUTCOMES), open_dimensions=["department", "period"])
    return " ".join(
        protected.cell(department=department, period=period, outcome=outcome).text
        for department, period, outcome in product(DEPARTMENTS.groups, QUARTERS.groups, OUTCOMES.groups)
    )


def test_a_page_asks_for_the_kinds_of_a_department_in_a_quarter():
    kinds = Dimension("kind", ("employment", "internship"))
    cells = {("Vård", "4", "employment"): 6, ("Vård", "6", "internship"): 8, ("Skola", "1", "internship"): 5}
    protected = protect(cells, (DEPARTMENTS, periods_of_a_year(), kinds), open_dimensions=["department", "period"])
    found = protected.by("kind", department="Vård", period="q2")
    assert {kind: cell.value for kind, cell in found.items()} == {"employment": 6, "internship": 8, ALL: 14}


def test_without_open_dimensions_the_total_alone_is_told_by_decision():
    protected = protect({("Skola", "work"): 4, ("Vård", "none"): 3}, BY_DEPARTMENT)
    assert protected.cell() == Cell(7, "7")
    assert protected.cell(department="Skola").is_hidden
    assert protected.cell(outcome="work").is_hidden


def test_a_year_of_fewer_persons_than_the_limit_tells_nothing_unless_it_is_decided():
    cells = {("Skola", "work"): 2, ("Vård", "none"): 1}
    assert set(texts(protect(cells, BY_DEPARTMENT).by("department"))) == {"<5"}
    assert protect(cells, BY_DEPARTMENT, open_dimensions=["department"]).cell() == Cell(3, "3")


def test_a_year_without_anybody_is_all_zeros():
    assert texts(protect({}, BY_DEPARTMENT).by("department")) == ["0", "0", "0"]


def test_sums_shares_means_and_differences_follow_their_cells():
    told, hidden = Cell(26, "26"), Cell(None, "<5")
    assert total([told, told]) == Cell(52, "52")
    assert total([told, hidden]) == Cell(None, "..")
    assert share(told, Cell(40, "40")) == f"65{NBSP}%"
    assert share(Cell(31, "31"), Cell(40, "40")) == f"77,5{NBSP}%"
    assert share(told, Cell(0, "0")) == "–"
    assert share(told, hidden) == share(hidden, told) == ".."
    assert (difference(told, Cell(20, "20")), difference(Cell(20, "20"), told), difference(told, told)) == (
        "+6",
        "−6",
        "0",
    )
    assert (difference(Cell(1, "1"), Cell(0, "0")), difference(Cell(0, "0"), Cell(1, "1"))) == ("+1", "−1")
    assert difference(told, hidden) == difference(hidden, told) == ".."
    assert mean(65, told, limit=5) == "2,5"
    assert mean(12, Cell(5, "5"), limit=5, decimals=0) == "2"
    assert mean(65, hidden, limit=5) == mean(8, Cell(4, "4"), limit=5) == mean(8, Cell(1, "1"), limit=5) == ".."
    assert mean(0, Cell(0, "0"), limit=5) == "–"


def test_a_hidden_cell_explains_itself_in_words():
    assert Cell(None, "<5").explanation == "Färre än 5. Visas inte, för att skydda enskilda personer."
    assert Cell(None, "..").explanation == "Visas inte, så att inget litet tal kan räknas fram."
    assert Cell(7, "7").explanation == ""


def test_a_year_has_months_quarters_tertials_and_january_up_to_a_month():
    groups = periods_of_a_year().groups
    assert groups["q2"] == {"4", "5", "6"}
    assert [groups[name] for name in ("t1", "t2", "t3")] == [set("1234"), set("5678"), {"9", "10", "11", "12"}]
    assert groups["to11"] == groups[ALL] - {"12"}
    assert len(groups) == 12 + 4 + 3 + 10 + 1


@pytest.mark.parametrize(
    ("cells", "dimensions", "settings", "problem"),
    [
        ({}, BY_DEPARTMENT, {"limit": 2}, "3 to 10"),
        ({}, BY_DEPARTMENT, {"limit": 11}, "3 to 10"),
        ({}, BY_DEPARTMENT, {"open_dimensions": ["sex"]}, "at least one"),
        ({}, BY_DEPARTMENT, {"open_dimensions": ["department", "outcome"]}, "at least one"),
        ({}, (OUTCOMES, OUTCOMES), {}, "different names"),
        ({}, (Dimension("outcome", ()),), {}, "empty"),
        ({}, (Dimension("outcome", ("a", "b"), {"c": frozenset("x")}),), {}, "does not exist"),
        ({}, (Dimension("outcome", ("a", "b"), {"a": frozenset("ab")}),), {}, "the name of another"),
        ({}, (Dimension("outcome", ("a", ALL)),), {}, "the name of another"),
        ({("Skola",): 3}, BY_DEPARTMENT, {}, "no number of persons"),
        ({("Skola", "gone"): 3}, BY_DEPARTMENT, {}, "no number of persons"),
        ({("Skola", "work"): -1}, BY_DEPARTMENT, {}, "no number of persons"),
    ],
)
def test_what_cannot_be_protected_is_refused(cells, dimensions, settings, problem):
    with pytest.raises(ValueError, match=problem):
        protect(cells, dimensions, **settings)


@pytest.mark.parametrize("choice", [{"sex": "f"}, {"department": "Park"}, {"outcome": "half"}])
def test_a_view_that_does_not_exist_is_no_zero(choice):
    with pytest.raises(LookupError):
        outcomes_by_department((5, 5, 5), (5, 5, 5)).cell(**choice)
