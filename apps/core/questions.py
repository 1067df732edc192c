"""Questions that are put into SQL once. Django takes a millisecond to word what the database answers in a tenth."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Expression, QuerySet


class Given(Expression):
    """Stands in a question for a value that is known when it is asked: a number, a text, a day, or a list of those."""

    def __init__(self, name: str):
        super().__init__()
        self.name = name

    def as_sql(self, compiler, connection):
        return "%s", [self]


class _Worded(NamedTuple):
    """A question as SQL; `readers` turn what the database gives into Python, by place in the row."""

    statement: str
    parameters: Sequence[Any]
    readers: dict[int, tuple[list[Callable], Any]]


class Question:
    """The rows of a queryset that is always the same but for some values.

    `make` gives the queryset, of columns (`values_list`), with `Given` for each of the values.
    """

    def __init__(self, make: Callable[[], QuerySet]):
        self._make = make
        self._worded: _Worded | None = None

    def ask(self, **given: Any) -> list[tuple]:
        """The rows, for a value for each `Given` by its name. Raises KeyError when one is missing."""
        worded = self._worded = self._worded or _word(self._make())
        values = [_value(given[each.name]) if isinstance(each, Given) else each for each in worded.parameters]
        with connection.cursor() as cursor:
            cursor.execute(worded.statement, values)
            rows = cursor.fetchall()
        return [_read(row, worded.readers) for row in rows] if worded.readers else rows


def numbers(found: Iterable[int]) -> str:
    """Whole numbers as PostgreSQL writes an array, '{1,2}': one text is read in a fraction of the time that hundreds of
    numbers in a statement take.
    """
    return f"{{{','.join(map(str, found))}}}"


def _value(given: Any) -> Any:
    is_numbers = isinstance(given, list) and all(type(each) is int for each in given)
    return numbers(given) if is_numbers else given


def _word(rows: QuerySet) -> _Worded:
    compiler = rows.query.get_compiler(connection=connection)
    statement, parameters = compiler.as_sql()
    columns = [expression for expression, *_ in compiler.select]
    return _Worded(statement, parameters, compiler.get_converters(columns))


def _read(row: tuple, readers: dict[int, tuple[list[Callable], Any]]) -> tuple:
    found = list(row)
    for place, (steps, expression) in readers.items():
        for step in steps:
            found[place] = step(found[place], expression, connection)
    return tuple(found)
