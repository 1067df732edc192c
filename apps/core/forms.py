"""Shape of every form: Swedish messages that name their field, dates as dates, a helper, a token against doubles."""

import uuid
from datetime import date, datetime
from decimal import Decimal

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.forms.utils import pretty_name
from django.utils.text import capfirst

from apps.core import personal_numbers
from apps.core.form_errors import placed

# Periods are counted from dates, and the calendar of holidays covers 1953 to 2100.
FIRST_DAY, LAST_DAY = date(1960, 1, 1), date(2099, 12, 31)
DISTANT = "Dagen {day} ligger utanför åren {first}–{last}. Kontrollera årtalet."


def refuse_distant_day(value: date) -> None:
    """Raise ValidationError for a day, or a moment on a day, in a year that must be a slip of the pen."""
    day = value.date() if isinstance(value, datetime) else value
    if not FIRST_DAY <= day <= LAST_DAY:
        raise ValidationError(DISTANT.format(day=day.isoformat(), first=FIRST_DAY.year, last=LAST_DAY.year))


class DateInput(forms.DateInput):
    """The browser's own date picker; it wants and gives ISO dates whatever the language."""

    input_type = "date"

    def __init__(self, attrs=None):
        super().__init__(attrs=attrs, format="%Y-%m-%d")


def form_helper(
    submit: str,
    *,
    secondary: tuple[str, str] | None = None,
    cancel_url: str = "",
    layout: Layout | None = None,
    danger: bool = False,
) -> FormHelper:
    """How `{% crispy form %}` draws a POST form: error summary, fields, buttons, a way back.

    `submit` is the text of the main button (posted as `save`); `secondary` is (name, text) of a second one.
    """
    helper = FormHelper()
    helper.form_tag = True
    helper.disable_csrf = False
    helper.layout = layout
    helper.render_hidden_fields = True
    helper.cancel_url = cancel_url
    helper.add_input(Submit("save", submit, css_class="danger" if danger else ""))
    if secondary:
        helper.add_input(Submit(*secondary, css_class="secondary"))
    return helper


def once_token() -> forms.UUIDField:
    """A hidden field with an identity made when the form is first shown and kept when it comes back.

    The action stores it under a unique constraint, so a double click makes one row.
    """
    return forms.UUIDField(
        initial=uuid.uuid4,
        widget=forms.HiddenInput,
        error_messages=dict.fromkeys(
            ("required", "invalid"), "Sidan hade blivit gammal. Kontrollera uppgifterna och spara igen."
        ),
    )


def version_field() -> forms.CharField:
    """A hidden field with `core.actions.version_of` the row the form was filled in from."""
    return forms.CharField(
        max_length=32,
        widget=forms.HiddenInput,
        error_messages={"required": "Sidan hade blivit gammal. Kontrollera uppgifterna och spara igen."},
    )


class MoneyField(forms.DecimalField):
    """Swedish kronor as people write them: "1 900 000", "1 900 000,50", "500 000 kr"."""

    def __init__(self, **kwargs):
        kwargs = {"max_digits": 14, "decimal_places": 2, "min_value": 0, "widget": forms.TextInput} | kwargs
        super().__init__(**kwargs)
        self.widget.attrs.setdefault("inputmode", "decimal")

    def to_python(self, value):
        if isinstance(value, str):
            value = "".join(value.lower().split()).removesuffix(":-").removesuffix("kr").replace(",", ".")
        return super().to_python(value)

    def prepare_value(self, value):
        if not isinstance(value, Decimal):
            return value
        whole = value == value.to_integral_value()
        return f"{value:,.{0 if whole else 2}f}".replace(",", " ").replace(".", ",")


class WebAddressField(forms.URLField):
    """A whole web address, and https only: nobody who follows it is to be led astray on the way."""

    default_validators = [URLValidator(schemes=["https"])]

    def __init__(self, **kwargs):
        super().__init__(**{"max_length": 500, "assume_scheme": "https"} | kwargs)


class StegetFormMixin:
    """Swedish messages and widgets for `forms.Form` and `forms.ModelForm`.

    `messages = {"contract": "Välj avtal"}` sets what an empty field says, or a dictionary of messages by code.
    A field that is not named there says "Ange <etikett>" or "Välj <etikett>".
    """

    messages: dict[str, str | dict[str, str]] = {}
    use_required_attribute = False

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            _use_our_widget(field)
            if isinstance(field, forms.DateField | forms.DateTimeField):
                field.validators = [*field.validators, refuse_distant_day]
            # Not self[name].label: a bound field keeps the label it was made with, and subclasses may still set theirs.
            label = pretty_name(name) if field.label is None else field.label
            if not field.widget.is_hidden:
                given = self.messages.get(name, {})
                own = given if isinstance(given, dict) else {"required": given}
                field.error_messages |= _default_messages(label, field) | own
            _name_the_empty_choice(field, label)
            begin_choices_with_capitals(field)


class StegetForm(StegetFormMixin, forms.Form):
    """A plain form with our messages and widgets."""


class StegetModelForm(StegetFormMixin, forms.ModelForm):
    """A model form with our messages and widgets. A broken constraint stands beside the last field it speaks of.

    It checks one row; whether the row fits among others is left to the action's `full_clean`.
    """

    def validate_unique(self):
        """Left to the action."""

    def _update_errors(self, errors):
        super()._update_errors(placed(self, errors, self._meta.model))


def _use_our_widget(field: forms.Field) -> None:
    """Dates get the date picker; numbers a text field, since a number field loses what it cannot read."""
    if type(field.widget) is forms.DateInput:
        field.widget = DateInput(_without_limits(field.widget.attrs))
    elif type(field.widget) is forms.NumberInput:
        mode = "numeric" if type(field) is forms.IntegerField else "decimal"
        field.widget = forms.TextInput({"inputmode": mode, **_without_limits(field.widget.attrs)})


def _without_limits(attrs: dict) -> dict:
    return {key: value for key, value in attrs.items() if key not in {"min", "max", "step"}}


def _in_sentence(label: str) -> str:
    """A label inside a sentence: "Startdatum" is "startdatum", "CPV-kod" stays."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def _default_messages(label: str, field: forms.Field) -> dict[str, str]:
    name = _in_sentence(str(label))
    verb = "Välj" if isinstance(field, forms.ChoiceField | forms.ModelChoiceField | forms.FileField) else "Ange"
    messages = {
        "required": f"{verb} {name}",
        "max_length": f"{label} får ha högst %(limit_value)d tecken, nu är det %(show_value)d",
        "min_length": f"{label} ska ha minst %(limit_value)d tecken, nu är det %(show_value)d",
        "max_value": f"{label} får vara högst %(limit_value)s",
        "min_value": f"{label} ska vara minst %(limit_value)s",
        "invalid_choice": f"Välj {name} bland alternativen",
        "null_characters_not_allowed": f"{label} innehåller ett nolltecken, som inte syns. Skriv om texten.",
        personal_numbers.CODE: personal_numbers.message(str(label)),
    }
    if isinstance(field, forms.FileField):
        del messages["max_length"]  # Django fills in other names there
    if isinstance(field, forms.BooleanField):
        messages["required"] = f"Kryssa i ”{label}”"
    for kind, text in _INVALID.items():
        if isinstance(field, kind):
            messages["invalid"] = text.format(name=name)
    return messages


# Later rows win: Django's FloatField and DecimalField are IntegerFields.
_INVALID = {
    forms.DateField: "Ange {name} som år-månad-dag, till exempel 2026-03-14",
    forms.IntegerField: "Ange {name} med siffror, till exempel 12",
    forms.FloatField: "Ange {name} med siffror, till exempel 12,5",
    forms.DecimalField: "Ange {name} med siffror, till exempel 12,5",
    forms.EmailField: "Ange {name} i formen namn@exempel.se",
}


def begin_choices_with_capitals(field: forms.Field) -> None:
    """The labels of our choices are words of sentences; in a list or beside a radio each stands alone.

    Done when the form is made, so what a form fills in itself afterwards (years, people, a file's columns) stays.
    """
    if isinstance(field, forms.ChoiceField) and not isinstance(field, forms.ModelChoiceField):
        field.choices = [(key, capfirst(label)) for key, label in field.choices]


def _name_the_empty_choice(field: forms.Field, label: str) -> None:
    """ "---------" says nothing: a list says "Välj avtal", and radios need no empty row when one must be chosen."""
    if isinstance(field, forms.ModelChoiceField):
        if field.empty_label == "---------":
            field.empty_label = f"Välj {_in_sentence(str(label))}"
    elif isinstance(field, forms.ChoiceField) and not callable(field.choices):
        _replace_dashes(field, label)


def _replace_dashes(field: forms.ChoiceField, label: str) -> None:
    choices = list(field.choices)
    if not choices or choices[0][0] not in ("", None):
        return
    if isinstance(field.widget, forms.RadioSelect) and field.required:
        field.choices = choices[1:]
    elif choices[0][1] == "---------":
        field.choices = [("", f"Välj {_in_sentence(str(label))}"), *choices[1:]]
