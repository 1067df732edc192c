"""Small numbers: edges of the rules that a change of one sign, constant or word would break."""

from dataclasses import FrozenInstanceError

import pytest

from apps.targets.disclosure import Cell, Dimension, protect, share, total

OUTCOME = Dimension("outcome", ("work", "study", "none"))
DEPARTMENT = Dimension("department", ("Vård", "Skola"))


@pytest.mark.parametrize(
    ("thing", "name"), [(Cell(None, ".."), "value"), (OUTCOME, "values"), (protect({}, [OUTCOME]), "limit")]
)
def test_what_was_protected_is_not_changed_afterwards(thing, name):
    with pytest.raises(FrozenInstanceError):
        setattr(thing, name, 7)


def test_what_is_protected_does_not_tell_the_true_numbers_in_a_log():
    told = protect({("work",): 4, ("study",): 31, ("none",): 37}, [OUTCOME])
    assert "Worlds" not in repr(told)
    assert "31" not in repr(told)


@pytest.mark.parametrize(("persons", "text"), [(0, "0"), (1, "<5"), (4, "<5"), (5, "5"), (6, "6")])
def test_the_total_is_told_from_the_limit_and_up(persons, text):
    assert protect({("work",): persons}, [OUTCOME]).cell().text == text


def test_whatever_is_hidden_can_be_something_else():
    told = protect({("work",): 2, ("study",): 9, ("none",): 12}, [OUTCOME])
    for choice in OUTCOME.values:
        cell = told.cell(outcome=choice)
        value, low, high = told.worlds.range_of((choice,))
        assert low <= value <= high
        assert cell.is_hidden == (low < high)


def test_open_numbers_are_told_whoever_is_small():
    counts = {("Vård", "work"): 1, ("Vård", "none"): 1, ("Skola", "work"): 30}
    told = protect(counts, [DEPARTMENT, OUTCOME], open_dimensions=["department"])
    assert [told.cell(department=each).text for each in ("Vård", "Skola", "all")] == ["2", "30", "32"]
    assert told.cell(department="Vård", outcome="work").is_hidden


def test_sums_and_shares_of_told_numbers_are_exact():
    assert total([Cell(3, "3"), Cell(4, "4")]) == Cell(7, "7")
    assert total([]).value == 0
    assert share(Cell(1, "1"), Cell(8, "8")).startswith("12,5")


@pytest.mark.parametrize("limit", [2, 11])
def test_a_limit_outside_three_to_ten_is_refused(limit):
    with pytest.raises(ValueError, match="3 to 10"):
        protect({}, [OUTCOME], limit=limit)


@pytest.mark.parametrize("limit", [3, 10])
def test_the_limits_ends_are_allowed(limit):
    assert protect({}, [OUTCOME], limit=limit).limit == limit
