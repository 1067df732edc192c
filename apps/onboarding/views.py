"""The pages of taking authorities on board: all of the unit's side by side, and one with its steps."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from apps.accounts.models import Organisation
from apps.core.form_errors import try_action
from apps.core.lists import Column, list_response
from apps.core.pages import posted_data, render_page
from apps.onboarding import actions, forms
from apps.onboarding.choices import Step, states_of
from apps.onboarding.guide import GUIDES
from apps.onboarding.models import CHANGE, VIEW, Onboarding, OnboardingStep
from apps.onboarding.queries import Standing, standing, standings
from apps.onboarding.step_links import roles_that_may, shown_steps

VIEW_KINDS = "procurements.view_procurement"
METHODS = ["GET", "HEAD", "POST"]
NAMED = 3


def _few(row: Standing) -> str:
    """The titles of the first steps that are left, and how many more."""
    titles = [each.title for each in row.left]
    more = f" och {len(titles) - NAMED} till" if len(titles) > NAMED else ""
    return ", ".join(titles[:NAMED]) + more or "inget"


COLUMNS = [
    Column(
        "name",
        "Myndighet",
        lambda row: row.name,
        order=("sort_key",),
        url=lambda row: row.url,
    ),
    Column("progress", "Läge", lambda row: row.progress_label, order=("progress_label",), tone=lambda row: row.tone),
    Column("done", "Klara steg", lambda row: row.done_of, order=("percent",), bar=lambda row: row.percent),
    Column("missing", "Saknas", lambda row: row.missing, shown=_few),
    Column("ready_on", "Planerat klart", lambda row: row.ready_on, order=("ready_on",), kind="date"),
]


@require_safe
@permission_required(VIEW, raise_exception=True)
def onboarding_list(request):
    """How far each of the unit's authorities has come: those the reader works for."""
    seen = Organisation.objects.visible_to(request.user, VIEW)
    listed = list_response(
        request,
        standings(seen, timezone.localdate()),
        columns=COLUMNS,
        form=forms.AuthorityFilter(request.GET),
        default_sort="name",
        caption="Myndigheter",
        one="myndighet",
        filename="inforande",
    )
    if isinstance(listed, HttpResponseBase):
        return listed
    return render_page(request, "onboarding/list.html", {"list": listed})


@require_safe
@permission_required(VIEW, raise_exception=True)
def onboarding_detail(request, pk):
    """One authority: what to do next, and every step with what shows how it stands."""
    page = standing(_seen(request, pk, VIEW), timezone.localdate())
    steps = shown_steps(page, request.user, request.organisation)
    context = {
        "shown": page.organisation,
        "page": page,
        "steps": steps,
        "next_step": next((each for each in steps if each.line == page.next_line), None),
        "is_here": request.organisation == page.organisation,
        "may_change": request.user.has_perm(CHANGE, page.organisation),
        "keepers": roles_that_may(CHANGE),
        "kinds_url": _kinds_url(request, page.organisation),
        "breadcrumbs": _crumbs(page.organisation),
    }
    return render_page(request, "onboarding/detail.html", context)


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def onboarding_start(request, pk):
    """Begin to take the authority on board."""
    organisation = _seen(request, pk, CHANGE)
    begun = Onboarding.objects.filter(organisation=organisation).first()
    if begun and request.method != "POST":
        return redirect(begun)
    own = {"organisation": organisation, "cancel_url": reverse("onboarding_detail", args=[organisation.pk])}
    form = forms.StartForm(posted_data(request), initial={"started_on": timezone.localdate()}, **own)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"organisation": organisation}
        if made := try_action(form, Onboarding, lambda: actions.start_onboarding(by=request.user, **values)):
            messages.success(request, "Sparat. Införandet är påbörjat.")
            return redirect(made)
    lead = "Stegen är desamma för alla. Det som redan finns i Steget är ikryssat från början."
    return _form_page(request, form, organisation, "Börja införandet", lead)


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def onboarding_update(request, pk):
    """Change the days, who is responsible, or the note."""
    row = _begun(request, pk)
    own = {"organisation": row.organisation, "kept": row.responsible_id, "cancel_url": row.get_absolute_url()}
    form = forms.ChangeForm(posted_data(request), initial=forms.ChangeForm.initial_from(row), **own)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"onboarding": row}
        if try_action(form, Onboarding, lambda: actions.update_onboarding(by=request.user, **values)):
            messages.success(request, "Ändringarna är sparade.")
            return redirect(row)
    return _form_page(request, form, row.organisation, "Ändra införandet")


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def onboarding_step(request, pk, step):
    """Say how a step stands that no row tells of, or that the authority does without one."""
    if not states_of(step):
        raise Http404
    row, today = _begun(request, pk), timezone.localdate()
    held = actions.step_row(row, step)
    own = {"step": step, "cancel_url": row.get_absolute_url()}
    form = forms.StepForm(posted_data(request), initial=forms.StepForm.initial_from(held), **own)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"onboarding": row, "step": step, "today": today}
        if made := try_action(form, OnboardingStep, lambda: actions.write_step(by=request.user, **values)):
            messages.success(request, f"Sparat. {GUIDES[Step(step)].title}: {made.get_state_display()}.")
            return redirect(row)
    guide = GUIDES[Step(step)]
    return _form_page(request, form, row.organisation, f"Steg: {guide.title}", guide.why)


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def onboarding_finish(request, pk):
    """Ask, and then say that the authority is on board."""
    row, today = _begun(request, pk), timezone.localdate()
    form = forms.PressForm(posted_data(request))
    finish = partial(actions.finish_onboarding, by=request.user, onboarding=row, today=today)
    if request.method == "POST" and form.is_valid() and try_action(form, Onboarding, finish):
        messages.success(request, f"Införandet i {row.organisation} är avslutat.")
        return redirect(row)
    heading = f"Är införandet i {row.organisation} klart?"
    told = "Ingen påminns längre om införandet. Stegen visas som förut, och införandet kan öppnas igen."
    context = {
        "form": form,
        "shown": row,
        "heading": heading,
        "consequence": told,
        "confirm_label": "Avsluta införandet",
    }
    context |= {"cancel_url": row.get_absolute_url(), "breadcrumbs": _crumbs(row.organisation, "Avsluta")}
    return render_page(request, "onboarding/confirm.html", context)


@require_POST
@permission_required(CHANGE, raise_exception=True)
def onboarding_reopen(request, pk):
    """Say that the authority is not on board after all."""
    row = _begun(request, pk)
    actions.reopen_onboarding(by=request.user, onboarding=row)
    messages.success(request, "Införandet är öppet igen.")
    return redirect(row)


def _kinds_url(request, organisation: Organisation) -> str:
    """The page of the days from which each kind of effort may be required, which is about the active organisation."""
    is_here = request.organisation == organisation
    return reverse("requirement_kind_list") if is_here and request.user.has_perm(VIEW_KINDS, organisation) else ""


def _seen(request, pk, perm: str) -> Organisation:
    """The organisation, when the user holds the permission in it; 404 else."""
    return get_object_or_404(Organisation.objects.visible_to(request.user, perm), pk=pk)


def _begun(request, pk) -> Onboarding:
    """What is begun in the organisation with the key, when the user may change it; 404 else."""
    rows = Onboarding.objects.visible_to(request.user, CHANGE).select_related("organisation")
    return get_object_or_404(rows, organisation=pk)


def _form_page(request, form, organisation: Organisation, heading: str, lead: str = ""):
    context = {"form": form, "shown": organisation, "heading": heading, "lead": lead}
    return render_page(request, "_parts/form_page.html", context | {"breadcrumbs": _crumbs(organisation, heading)})


def _crumbs(organisation: Organisation, here: str = "") -> list[tuple[str, str | None]]:
    """Införande › the authority › here."""
    url = reverse("onboarding_detail", args=[organisation.pk]) if here else None
    return [("Införande", reverse("onboarding_list")), (str(organisation), url), *([(here, None)] if here else [])]
