"""Adding a procurement in three short steps, and changing its planning."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone

from apps.accounts.access import require
from apps.core.form_errors import try_action
from apps.core.pages import posted_data, render_page
from apps.procurements import actions, crumbs, forms
from apps.procurements.case_answers import answers, steps
from apps.procurements.models import Procurement

CHANGE = "procurements.change_procurement"


@permission_required(CHANGE, raise_exception=True)
def procurement_create(request):
    """Add a procurement to the active organisation: what, when and how much, check."""
    organisation = require(request, CHANGE)
    make = partial(
        forms.ProcurementCreateForm,
        user=request.user,
        organisation=organisation,
        cancel_url=reverse("procurement_list"),
    )
    sent = posted_data(request)
    form, is_complete = _form(request, make, sent)
    if is_complete:
        values = {"organisation": organisation, "today": timezone.localdate(), **form.values()}
        save = partial(actions.create_procurement, by=request.user, **values)
        if procurement := try_action(form, Procurement, save):
            messages.success(request, "Sparat. Nu står upphandlingen här, och nästa steg visas under Att göra.")
            return redirect(procurement)
        form = form.at(form.first_wrong_step() or forms.LAST)
    context = {
        "form": form,
        "heading": "Lägg till upphandling",
        "steps": steps(form.shown_step),
        "answers": answers(make(sent)) if form.shown_step == forms.LAST else [],
        "breadcrumbs": [("Upphandlingar", reverse("procurement_list")), ("Lägg till", None)],
    }
    return render_page(request, "procurements/procurement_create.html", context)


@permission_required(CHANGE, raise_exception=True)
def procurement_update(request, pk):
    """Change the planning of a procurement and correct the days that are given."""
    rows = Procurement.objects.visible_to(request.user, CHANGE).select_related("organisation", "cpv")
    procurement = get_object_or_404(rows, pk=pk)
    form_class = forms.update_form_for(procurement)
    form = form_class(
        posted_data(request),
        user=request.user,
        organisation=procurement.organisation,
        row=procurement,
        initial=form_class.initial_from(procurement),
        cancel_url=procurement.get_absolute_url(),
    )
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        values |= {"seen": values.pop("version"), "today": timezone.localdate()}
        save = partial(actions.update_procurement, by=request.user, procurement=procurement, **values)
        if try_action(form, Procurement, save):
            messages.success(request, "Sparat.")
            return redirect(procurement)
    context = {
        "form": form,
        "heading": f"Ändra {procurement}",
        "lead": "Fasen ändras inte här, utan med knapparna på upphandlingens sida.",
        "breadcrumbs": crumbs.of_procurement(procurement, ("Ändra", None)),
    }
    return render_page(request, "_parts/form_page.html", context)


def _form(request, make, sent):
    """The form at the step to show, and whether all of it is right and sent from the last step.

    It is bound only when it says what is wrong, or when it is complete.
    """
    if sent is None:
        return make(initial={"responsible": request.user.pk}).at(1), False
    asked = sent.get("step", "")
    step = int(asked) if asked in ("2", "3") else 1
    if sent.get("go") in ("1", "2"):
        return make(initial=sent.dict()).at(int(sent["go"])), False
    if "back" in sent or request.method != "POST":
        return make(initial=sent.dict()).at(max(step - 1, 1) if "back" in sent else step), False
    form = make(sent)
    if wrong := form.first_wrong_step():
        return form.at(wrong), False
    return (form, True) if step == forms.LAST else (make(initial=sent.dict()).at(step + 1), False)
