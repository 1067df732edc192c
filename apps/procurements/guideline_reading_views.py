"""The page where a version's readers are chosen, and the button by which they say that they have read it."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from apps.core.form_errors import try_action
from apps.core.forms import StegetForm
from apps.core.pages import posted_data
from apps.procurements import guideline_acknowledging as actions
from apps.procurements.guideline_readers import readable_roles
from apps.procurements.guideline_rollout_forms import ReadingForm
from apps.procurements.guideline_views import CHANGE, METHODS, VIEW, changeable, crumbs_of, form_page, visible
from apps.procurements.models import GuidelineAcknowledgement, GuidelineVersion

LEAD = "De som har rollerna ombes läsa versionen när den är beslutad, och bekräftar med en knapp på dess sida."


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def guideline_reading_update(request, pk):
    """Choose which roles are to read a version, and by when."""
    guideline = changeable(request, pk)
    form = ReadingForm(
        posted_data(request),
        initial=ReadingForm.initial_from(guideline),
        cancel_url=guideline.get_absolute_url(),
        roles=readable_roles(),
        is_asking=guideline.reading_due_on is not None,
    )
    if request.method == "POST" and form.is_valid():
        given = {"guideline": guideline, "seen": form.cleaned_data["version"], "today": timezone.localdate()}
        if try_action(form, GuidelineVersion, partial(actions.ask_to_read, by=request.user, **given, **form.values)):
            messages.success(request, "Sparat. Ingen ombes läsa versionen." if form.is_taken_back else "Sparat.")
            return redirect(guideline)
    return form_page(request, form, f"Vilka ska läsa {guideline}?", crumbs_of(guideline, "Läsning"), LEAD)


@require_POST
@permission_required(VIEW, raise_exception=True)
def guideline_acknowledge(request, pk):
    """Say that one has read a version."""
    guideline = visible(request, pk)
    form = StegetForm(request.POST)
    form.is_valid()
    save = partial(actions.acknowledge, by=request.user, guideline=guideline)
    if try_action(form, GuidelineAcknowledgement, save):
        messages.success(request, f"Tack. Du har bekräftat att du har läst {guideline}.")
    else:
        messages.error(request, " ".join(form.non_field_errors()))
    return redirect(f"{guideline.get_absolute_url()}#lasning")
