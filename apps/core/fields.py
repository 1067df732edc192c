"""Columns the database computes: Swedish order and forgiving search."""

from django.db.models import Func, GeneratedField, TextField, Value
from django.db.models.functions import Concat


def swedish_sort_key(source: str) -> GeneratedField:
    """A column that sorts `source` in Swedish order (å ä ö last, case-blind) with an ordinary index.

    No PyPI build of PostgreSQL has ICU and servers differ, so the order is our own SQL function `sv_sort_key`.
    """
    return GeneratedField(
        expression=Func(source, function="sv_sort_key"),
        output_field=TextField(db_collation="C"),
        db_persist=True,
    )


def search_text(*sources: str) -> GeneratedField:
    """A column with the sources in lower case without diacritics, for `search__contains=folded(query)` with a
    trigram index: "malning" finds "Målning"."""
    parts = [part for source in sources for part in (source, Value(" "))]
    text = Concat(*parts) if len(sources) > 1 else sources[0]
    return GeneratedField(expression=Func(text, function="sv_fold"), output_field=TextField(), db_persist=True)


def folded(query: str) -> Func:
    """The searched words as they stand in a `search_text` column."""
    return Func(Value(query), function="sv_fold", output_field=TextField())
