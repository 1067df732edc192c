"""What nobody means, sent to a form field by field: each must be refused beside its field and save nothing."""

from collections.abc import Iterator

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from pghistory.models import Context

LONG = "9" * 10_000
HUGE = str(2**63)
TEXT = ["a\x00b", "å" * 10_000]
NUMBER = ["NaN", "-1", "1" * 40, HUGE, "\x00", "🌲"]
DAYS = ["0001-01-01", "9999-12-31", "2026-02-30", "\x00", "🌲"]
CHOICE = ["\x00", LONG, HUGE, "🌲"]


def as_sent(form: forms.BaseForm, answers: dict) -> dict:
    """What a browser would send of the form as it is shown, with those answers in it."""
    shown = {name: form[name].value() for name in form.fields} | answers
    return {name: value for name, value in shown.items() if value not in (None, "") and value is not False}


def refused_wrongly(client, url: str, fields: dict, answers: dict, foreign: dict, dropped=()) -> list[str]:
    """Each field but the `dropped` is sent what nobody means among right answers; what was not refused beside it.

    `foreign` holds by model the key of a row that may not be chosen here.
    """
    saved, wrong = Context.objects.count(), []
    asked = {name: each for name, each in fields.items() if name not in dropped}
    for name, value in [(key, value) for key, each in asked.items() for value in _hostile(key, each, foreign)]:
        answer = client.post(url, answers | {name: value})
        errors = answer.context["form"].errors if answer.status_code in (409, 422) else {}
        is_told = name in errors or (errors and fields[name].widget.is_hidden) or NON_FIELD_ERRORS in errors
        if not is_told or Context.objects.count() != saved:
            wrong.append(f"{name}={value[:30]!r}: {answer.status_code} {dict(errors)}")
    return wrong


def _hostile(name: str, each: forms.Field, foreign: dict) -> Iterator[str]:
    """What nobody means in a field of that kind. `step` only says which page of answers was shown."""
    if isinstance(each, forms.BooleanField) or name == "step":
        return
    if isinstance(each, forms.ModelChoiceField):
        key = foreign.get(each.queryset.model)
        yield from [*CHOICE, *([str(key)] if key else [])]
    elif isinstance(each, forms.ChoiceField):
        yield from CHOICE
    elif isinstance(each, forms.DateField | forms.DateTimeField):
        yield from DAYS
        yield from [f"{day}T12:00" for day in DAYS[:2] if isinstance(each, forms.DateTimeField)]
    elif isinstance(each, forms.IntegerField):
        yield from NUMBER
    elif name == "report_on":
        yield from [*DAYS, ", ".join(f"2027-01-{day:02}, 2028-01-{day:02}" for day in range(1, 29))]
    else:
        yield from [*TEXT, *foreign.get(name, ())]
