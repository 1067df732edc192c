"""Which tasks are folded together under a heading."""

from datetime import date

from apps.core.deadlines import Deadline
from apps.reminders.task_lines import Reader, entries

DAY = date(2026, 11, 23)


def task(key, page):
    return Deadline(key, f"Uppgift {key}", DAY, 1, 1, None, "", "/", "x", "Målning av skolor", context_url=page)


def test_what_a_procurement_owes_the_unions_is_folded_with_the_rest_of_it():
    rows = [task("decision:1", "/u/1/"), task("mbl:1:1:call", "/u/1/#mbl"), task("mbl:1:1:held", "/u/1/#mbl")]
    rows += [task("publication:1", "/u/1/"), task("decision:2", "/u/2/")]
    found = entries(rows, Reader(DAY, frozenset(), {}))
    assert [(each.title, len(each.tasks)) for each in found] == [("Målning av skolor", 4), ("", 1)]
