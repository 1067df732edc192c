"""How the rows of one page are found among thousands."""

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any

from django.db.models import QuerySet

# So many are counted by finding their keys; of more only the page's keys are found.
COUNTED_BY_KEY = 5000
# From this row on a page is found by key.
FAR_IN = 500


def for_pages(rows: QuerySet | list, read: Callable[[list[int]], list[Any]] | None = None):
    """What a paginator takes for the rows; `read` gives those of some keys, in their order."""
    if read:
        return Picked(rows, read)
    return Paged(rows) if isinstance(rows, QuerySet) else rows


class Picked:
    """Rows for a paginator that are picked by key and then read: while they are few, one question finds all keys, and
    so both how many there are and which stand on the page.
    """

    def __init__(self, rows: QuerySet, read: Callable[[list[int]], list[Any]]):
        self._keys, self._read = rows.values_list("pk", flat=True), read

    @cached_property
    def _first(self) -> list[int]:
        return list(self._keys[: COUNTED_BY_KEY + 1])

    def count(self) -> int:
        """How many there are."""
        return len(self._first) if len(self._first) <= COUNTED_BY_KEY else self._keys.count()

    def __getitem__(self, part: slice) -> list[Any]:
        is_counted = len(self._first) <= COUNTED_BY_KEY
        return self._read(self._first[part] if is_counted else list(self._keys[part]))


class Paged:
    """Rows for a paginator. A page far in is found by key first, from the end that is nearer: to pass over thousands of
    rows costs as much as reading them, with all that is joined to them.
    """

    def __init__(self, rows: QuerySet):
        self._rows = rows

    @cached_property
    def _count(self) -> int:
        return self._rows.count()

    def count(self) -> int:
        """How many there are."""
        return self._count

    def __getitem__(self, part: slice) -> Iterable[Any]:
        if part.start < FAR_IN:
            return self._rows[part]
        after = max(0, self._count - part.stop)
        is_late, wanted = after < part.start, part.stop - part.start
        keys = (self._rows.reverse() if is_late else self._rows).values_list("pk", flat=True)
        first = after if is_late else part.start
        return self._rows.filter(pk__in=list(keys[first : first + wanted]))
