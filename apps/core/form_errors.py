"""What an action refused, shown in the form it came from: beside the right field, with nothing lost."""

from collections.abc import Callable
from typing import TypeVar

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import CheckConstraint, Model

from apps.core.actions import Conflict
from apps.core.formats import display

Result = TypeVar("Result")

CONFLICT = (
    "Någon annan har sparat ändringar sedan du öppnade sidan. Jämför vid fälten nedan. "
    "Spara igen om dina uppgifter ska gälla."
)


def try_action(form: forms.BaseForm, model: type[Model], run: Callable[[], Result]) -> Result | None:
    """What the action gives, or None when it refused; then the form says why and `form.status` is 422 or 409.

    An update form tells with `initial_from(row)` what it would be filled in with now.
    """
    try:
        return run()
    except ValidationError as error:
        show_errors(form, error, model)
        form.status = 422
    except Conflict as conflict:
        show_conflict(form, type(form).initial_from(conflict.current))
        form.status = 409
    return None


def show_errors(form: forms.BaseForm, error: ValidationError, model: type[Model] | None = None) -> None:
    """Add what an action raised to the form. A constraint of `model` stands at the last form field it speaks of."""
    by_field = error.error_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error.error_list}
    for name, errors in by_field.items():
        for each in errors:
            place = name if name in form.fields and not form.fields[name].widget.is_hidden else None
            form.add_error(place or _field_of(form, each, model), each)


def show_conflict(form: forms.BaseForm, current: dict) -> None:
    """Say which values somebody else saved meanwhile, beside the user's own; saving again then overwrites them."""
    form.add_error(None, CONFLICT)
    for name, field in form.fields.items():
        theirs = current.get(name)
        if not field.widget.is_hidden and field.has_changed(theirs, form[name].data):
            form.add_error(name, f"Nu står det: {_as_text(form, name, theirs)}")
    form.data = form.data.copy()
    form.data[form.add_prefix("version")] = current["version"]


def _field_of(form: forms.BaseForm, error: ValidationError, model: type[Model] | None) -> str | None:
    for constraint in model._meta.constraints if model else ():
        if str(constraint.violation_error_message) in error.messages:
            if isinstance(constraint, CheckConstraint):
                names = constraint.condition.referenced_base_fields
            else:
                names = set(constraint.fields)
            return next((name for name in reversed(form.fields) if name in names), None)
    return None


def _as_text(form: forms.BaseForm, name: str, value) -> str:
    field = form.fields[name]
    chosen = value if isinstance(value, list | tuple) else [value]
    if hasattr(field, "choices"):
        labels = {str(key): str(label) for key, label in field.choices}
        keys = [str(field.prepare_value(each)) for each in chosen if each not in (None, "")]
        return ", ".join(labels.get(key, key) for key in keys) or "inget"
    shown = field.prepare_value(value)
    return "ingenting" if shown in (None, "") else display(shown)
