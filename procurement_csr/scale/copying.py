"""Rows straight into a model's table by COPY: nothing is asked of Django for each row."""

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from io import StringIO
from itertools import islice
from typing import Any

from django.db import connection
from django.db.models import Field, Model
from django.utils import timezone

ROWS_AT_A_TIME = 50_000
NULL = r"\N"


def copy_rows(model: type[Model], columns: list[str], rows: Iterable[tuple]) -> int:
    """Write the rows and say how many: each is the values of the fields `columns`, in their order.

    Every other field gets its default, the same in all rows; values are text, numbers, dates or None. Text may not hold
    tabs, line breaks or backslashes. The caller gives primary keys and then calls `set_sequence`.
    """
    given = [model._meta.get_field(name) for name in columns]
    fixed = [field for field in model._meta.local_concrete_fields if field not in given and _is_written(field)]
    names = ", ".join(f'"{field.column}"' for field in [*given, *fixed])
    statement = f'COPY "{model._meta.db_table}" ({names}) FROM STDIN'
    end = "".join("\t" + written(_default(field)) for field in fixed) + "\n"
    written_rows, rows = 0, iter(rows)
    with connection.cursor() as cursor:
        while lines := list(islice(_lines(rows, end), ROWS_AT_A_TIME)):
            cursor.copy_expert(statement, StringIO("".join(lines)))
            written_rows += len(lines)
    return written_rows


def next_key(model: type[Model]) -> int:
    """The first primary key that no row has."""
    last = model._default_manager.order_by("-pk").values_list("pk", flat=True).first()
    return (last or 0) + 1


def set_sequence(model: type[Model]) -> None:
    """Let the table's own numbering go on after the rows that were given their keys."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM \"{table}\"")  # noqa: S608


def written(value: Any) -> str:
    """A value as COPY reads it."""
    if value is None:
        return NULL
    if isinstance(value, bool):
        return "t" if value else "f"
    if isinstance(value, list):
        return "{}" if not value else "{" + ",".join(map(str, value)) + "}"
    if isinstance(value, dict):
        return json.dumps(value)
    return value.isoformat() if isinstance(value, date | datetime) else str(value)


def _lines(rows: Iterator[tuple], end: str) -> Iterator[str]:
    for row in rows:
        yield "\t".join([each if each.__class__ is str else written(each) for each in row]) + end


def _is_written(field: Field) -> bool:
    return not (field.generated or field.has_db_default() or field.primary_key)


def _default(field: Field) -> Any:
    if getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False):
        return timezone.now()
    return field.get_default()
