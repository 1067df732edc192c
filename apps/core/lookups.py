"""Conditions that the database can answer by an index where Django's own form of them cannot."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, F, Func, Q, QuerySet

from apps.core.questions import Given


class _EqualsAny(Func):
    """`field = ANY(array)`."""

    arg_joiner = " = ANY("
    template = "%(expressions)s)"
    output_field = BooleanField()


def is_among(field: str, found: QuerySet) -> Q:
    """Whether the field has one of the values; `found` is a queryset of one column, the same for every row.

    `field__in=found` inside an OR makes PostgreSQL read the whole table, since a subquery there is no condition for an
    index. An array read once before is one. Not for values that may be null, nor for a `found` of many thousands.
    """
    return Q(_EqualsAny(F(field), ArraySubquery(found.order_by())))


def is_given(field: str, name: str) -> Q:
    """Whether the field has one of the values of the list that a question is given by the name."""
    return Q(_EqualsAny(F(field), Given(name)))
