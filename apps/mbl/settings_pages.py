"""What the settings pages of union consultation have in common: a form that is saved, a thing that is taken away."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.shortcuts import redirect
from django.urls import reverse

from apps.core.form_errors import show_errors, try_action
from apps.core.forms import StegetForm
from apps.core.pages import render_page

CHANGE = "mbl.change_agreement"
METHODS = ["GET", "HEAD", "POST"]
Crumbs = list[tuple[str, str | None]]


def crumbs(*rest: tuple[str, str | None]) -> Crumbs:
    """Inställningar › the rest, whose last has no address."""
    return [("Inställningar", reverse("settings_index")), *rest]


def edit(
    request,
    form: forms.BaseForm,
    model: type[Model],
    save: Callable[..., Any],
    *,
    heading: str,
    trail: Crumbs,
    done: str,
    lead: str = "",
):
    """A form: saved with what it holds and led on to `done`, or shown with what is wrong."""
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        if "version" in values:
            values["seen"] = values.pop("version")
        if try_action(form, model, partial(save, **values)):
            messages.success(request, "Sparat.")
            return redirect(done)
    context = {"form": form, "heading": heading, "lead": lead, "breadcrumbs": crumbs(*trail, (heading, None))}
    return render_page(request, "_parts/form_page.html", context)


def confirm_delete(
    request,
    delete: Callable[[], None],
    *,
    what: str,
    consequence: str,
    label: str,
    done: str,
    trail: Crumbs = (),
    breadcrumbs: Crumbs | None = None,
):
    """Ask, then delete; what is refused is said on the same page. `breadcrumbs` stand instead of the settings'."""
    form = StegetForm()
    if request.method == "POST":
        form = StegetForm(request.POST)
        try:
            delete()
        except ValidationError as error:
            form.is_valid()
            show_errors(form, error)
        else:
            messages.success(request, f"Borttaget: {what}. Historiken visar att det har funnits.")
            return redirect(done)
    context = {
        "form": form,
        "heading": f"Ta bort {what}?",
        "consequence": consequence,
        "confirm_label": label,
        "cancel_url": done,
        "breadcrumbs": breadcrumbs or crumbs(*trail, (label, None)),
    }
    return render_page(request, "_parts/confirm_page.html", context)
