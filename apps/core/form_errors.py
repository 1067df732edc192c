"""What an action refused, shown in the form it came from: beside the right field, with nothing lost."""

from collections.abc import Callable
from typing import TypeVar

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import CheckConstraint, Model

from apps.core import personal_numbers
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
    """Add what an action raised to the form."""
    form.add_error(None, placed(form, error, model))


def placed(form: forms.BaseForm, error: ValidationError, model: type[Model] | None = None) -> ValidationError:
    """The error by visible fields of the form. A constraint of `model` stands at the last field it speaks of.

    A form may say in `shown_at` which field stands in for one that is hidden.
    """
    by_field = error.error_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error.error_list}
    found: dict[str, list[ValidationError]] = {}
    for name, errors in by_field.items():
        is_seen = name in form.fields and not form.fields[name].widget.is_hidden
        for each in errors:
            if each.code == personal_numbers.CODE and name in form.fields:
                each.message = form.fields[name].error_messages.get(each.code, each.message)
            stand_in = getattr(form, "shown_at", {}).get(name)
            place = name if is_seen else stand_in or _field_of(form, each, model) or NON_FIELD_ERRORS
            found.setdefault(place, []).append(each)
    return ValidationError(found)


def show_conflict(form: forms.BaseForm, current: dict) -> None:
    """Say which values somebody else saved meanwhile, beside the user's own; saving again then overwrites them."""
    form.add_error(None, CONFLICT)
    for name, field in form.fields.items():
        theirs = current.get(name)
        if name in current and not field.widget.is_hidden and field.has_changed(theirs, form[name].data):
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
    if hasattr(field, "queryset"):
        rows = field.queryset.model.objects.filter(pk__in=[each for each in chosen if each])
        return ", ".join(map(str, rows)) or "inget"
    if hasattr(field, "choices"):
        labels = {str(key): str(label) for key, label in field.choices}
        keys = [str(field.prepare_value(each)) for each in chosen if each not in (None, "")]
        return ", ".join(labels.get(key, key) for key in keys) or "inget"
    shown = field.prepare_value(value)
    return "ingenting" if shown in (None, "") else display(shown)
