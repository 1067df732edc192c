"""What the last step of adding a procurement shows: every answer, and where it is changed."""

from dataclasses import dataclass

from apps.core.formats import display
from apps.procurements import forms


@dataclass(frozen=True)
class Answer:
    """A question with its answer; `step` is where it is asked."""

    key: str
    value: str
    step: int


def steps(now: int) -> list[dict[str, str]]:
    """The step indicator."""
    states = {False: "upcoming", True: "done"}
    return [
        {"label": label, "state": "current" if number == now else states[number < now], "note": "", "url": ""}
        for number, label in enumerate(forms.STEPS, start=1)
    ]


def answers(form: forms.ProcurementCreateForm) -> list[Answer]:
    """The answers to check in the last step; `form` is bound to all of them."""
    form.is_valid()
    return [
        Answer(form.fields[name].label, _text(form, name), step)
        for step in range(1, forms.LAST)
        for name in form.asked_in(step)
    ]


def _text(form: forms.ProcurementCreateForm, name: str) -> str:
    value, choices = form.cleaned_data.get(name), getattr(form.fields[name], "choices", None)
    if choices and not hasattr(value, "_meta"):
        return dict(choices).get(value) if value else "–"
    return display(value, "money" if name == "estimated_value" else "text")
