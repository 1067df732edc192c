"""Values as a Swedish reader expects them. Only templates and tables use these; calculations use the values."""

from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format

NBSP = "\N{NO-BREAK SPACE}"


def number(value: int | float | Decimal | None, decimals: int = 0) -> str:
    """12500.5 with one decimal is "12 500,5" (no-break spaces); None is a dash."""
    if value is None:
        return "–"
    return f"{value:,.{decimals}f}".replace(",", NBSP).replace(".", ",").replace("-", "−")


def money(value: Decimal | int | None) -> str:
    """Swedish kronor without öre: "1 900 000 kr"."""
    return "–" if value is None else f"{number(value)}{NBSP}kr"


def iso_date(value: date | datetime | None) -> str:
    """Swedish short date, which is ISO: 2026-11-22; a time of day is shown in Stockholm."""
    if value is None:
        return "–"
    if isinstance(value, datetime):
        return timezone.localtime(value).strftime("%Y-%m-%d %H:%M")
    return value.isoformat()


def month(value: date | datetime | None) -> str:
    """The month of a day in words: "mars 2026". For those who may not know the day."""
    return "–" if value is None else _month(value.year, value.month)


@lru_cache(maxsize=1200)
def _month(year: int, number: int) -> str:
    return date_format(date(year, number, 1), "F Y")


def display(value: Any, kind: str = "text") -> str:
    """A table cell's text. `kind` is text, number, decimal, money, date or percent."""
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if kind == "money":
        return money(value)
    if kind == "percent":
        return f"{number(value)}{NBSP}%"
    if kind == "date" or isinstance(value, date):
        return iso_date(value)
    if kind == "number":
        return number(value)
    if kind == "decimal":
        return number(value, 1)
    return str(value)
