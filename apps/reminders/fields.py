"""Fields of the reminder settings: numbers of days in a row, and days off one by one or from–to."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from apps.core.forms import refuse_distant_day

MOST_DAYS_OFF = 200
NO_NUMBER = "{label}: ”{text}” är inget antal dagar. Skriv talen med komma emellan, till exempel 14, 7, 1."
NO_DAY = (
    "Rad {number}: ”{text}” är inget datum. Skriv en dag per rad, till exempel 2026-09-01, "
    "eller en period som 2026-07-06–2026-07-31."
)
BACKWARDS = "Rad {number}: perioden slutar {last}, före den första dagen {first}. Byt plats på dagarna."
TOO_MANY = "{count} dagar är för många. Ange högst {most} egna dagar, och ta bort de som har varit."
_DAY = timedelta(days=1)
_LINE = re.compile(r"(\d{4}-\d\d-\d\d)(?:\s*(?:[-–—]|till(?: och med)?|t\.?o\.?m\.?)\s*(\d{4}-\d\d-\d\d))?\.?")


class NumbersField(forms.CharField):
    """Numbers of days between commas; gives a tuple as written, doubles and all."""

    def __init__(self, **kwargs):
        super().__init__(**{"required": False, "max_length": 100} | kwargs)

    def to_python(self, value: Any) -> tuple[int, ...]:
        if not isinstance(value, str):
            return tuple(value or ())
        if len(value) > self.max_length:
            raise self._refusal(value)
        words = value.replace(",", " ").replace(";", " ").split()
        words = [word for word in words if word != "och"]
        for word in words:
            if not (word.isdecimal() and word.isascii() and len(word) < 6):
                raise self._refusal(word)
        return tuple(int(word) for word in words)

    def _refusal(self, text: str) -> ValidationError:
        return ValidationError(NO_NUMBER.format(label=self.label, text=text[:40]))

    def run_validators(self, value: Any) -> None:
        """The length is that of the text, which is a tuple by now."""

    def prepare_value(self, value: Any) -> Any:
        return value if value is None or isinstance(value, str) else ", ".join(str(each) for each in value)


class DaysOffField(forms.CharField):
    """Days and periods, one per line; gives a sorted tuple of days without doubles."""

    def __init__(self, **kwargs):
        super().__init__(**{"required": False, "widget": forms.Textarea({"rows": 6})} | kwargs)

    def to_python(self, value: Any) -> tuple[date, ...]:
        if not isinstance(value, str):
            return tuple(value or ())
        lines = [(number, line.strip()) for number, line in enumerate(value.splitlines(), 1) if line.strip()]
        periods = [_period(number, line) for number, line in lines]
        count = sum((last - first).days + 1 for first, last in periods)
        if count > MOST_DAYS_OFF:
            raise ValidationError(TOO_MANY.format(count=count, most=MOST_DAYS_OFF))
        return tuple(sorted({day for first, last in periods for day in _days(first, last)}))

    def run_validators(self, value: Any) -> None:
        """Each line was judged by itself."""

    def prepare_value(self, value: Any) -> Any:
        return value if value is None or isinstance(value, str) else "\n".join(periods_in_words(value))


def periods_in_words(days: Iterable[date]) -> list[str]:
    """Days in order as a person writes them: what follows on is one period."""
    found: list[list[date]] = []
    for day in sorted(set(days)):
        if found and found[-1][-1] + _DAY == day:
            found[-1].append(day)
        else:
            found.append([day])
    return [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in found]


def _period(number: int, line: str) -> tuple[date, date]:
    found = _LINE.fullmatch(line)
    try:
        first, last = (date.fromisoformat(each) for each in (found[1], found[2] or found[1]))
    except (TypeError, ValueError):
        raise ValidationError(NO_DAY.format(number=number, text=line[:40])) from None
    if last < first:
        raise ValidationError(BACKWARDS.format(number=number, first=first, last=last))
    for day in (first, last):
        refuse_distant_day(day)
    return first, last


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))
