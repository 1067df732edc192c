"""Settings of union consultation: agreements, their groups with meetings, and times without negotiation."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from apps.accounts.access import require
from apps.core.form_errors import try_action
from apps.core.pages import posted_data, render_page
from apps.mbl import agreement_actions as actions
from apps.mbl import agreement_forms as forms
from apps.mbl import settings_overview as overview
from apps.mbl.models import Blackout, CooperationAgreement, CooperationGroup, GroupMeeting
from apps.mbl.settings_pages import CHANGE, METHODS, confirm_delete, crumbs, edit

AGREEMENTS = "Samverkansavtal"


@require_safe
@permission_required(CHANGE, raise_exception=True)
def agreement_list(request):
    """The active organisation's agreements, and its times without negotiation."""
    organisation, today = require(request, CHANGE), timezone.localdate()
    context = {
        "agreements": overview.agreements_table(organisation, today),
        "blackouts": overview.blackouts_split(organisation, today),
        "breadcrumbs": crumbs((AGREEMENTS, None)),
    }
    return render_page(request, "mbl/agreement_list.html", context)


@require_safe
@permission_required(CHANGE, raise_exception=True)
def agreement_detail(request, pk):
    """An agreement with its groups and their meetings."""
    agreement = _agreement(request, pk)
    context = {
        "agreement": agreement,
        "facts": overview.agreement_facts(agreement),
        "calendars": overview.calendars(agreement, timezone.localdate()),
        "breadcrumbs": crumbs(_listed(), (agreement.name, None)),
    }
    return render_page(request, "mbl/agreement_detail.html", context)


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def agreement_create(request):
    """Add an agreement to the active organisation."""
    organisation = require(request, CHANGE)
    form = forms.AgreementCreateForm(posted_data(request), organisation=organisation, cancel_url=_list_url())
    if request.method == "POST" and form.is_valid():
        given = {"organisation": organisation, **form.cleaned_data}
        if made := try_action(form, CooperationAgreement, partial(actions.create_agreement, by=request.user, **given)):
            messages.success(request, "Sparat. Lägg till grupperna och deras möten.")
            return redirect(made)
    heading = "Lägg till samverkansavtal"
    context = {"form": form, "heading": heading, "breadcrumbs": crumbs(_listed(), (heading, None))}
    return render_page(request, "_parts/form_page.html", context)


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def agreement_update(request, pk):
    """Change an agreement."""
    agreement = _agreement(request, pk)
    form = forms.AgreementUpdateForm(
        posted_data(request),
        initial=forms.AgreementUpdateForm.initial_from(agreement),
        organisation=agreement.organisation,
        cancel_url=agreement.get_absolute_url(),
    )
    save = partial(actions.update_agreement, by=request.user, agreement=agreement)
    return _edit(request, form, CooperationAgreement, save, agreement, "Ändra avtalet")


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def group_create(request, pk):
    """Add a group under an agreement."""
    agreement = _agreement(request, pk)
    form = forms.GroupForm(posted_data(request), agreement=agreement, cancel_url=agreement.get_absolute_url())
    save = partial(actions.create_group, by=request.user, agreement=agreement)
    return _edit(request, form, CooperationGroup, save, agreement, "Lägg till samverkansgrupp")


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def group_delete(request, pk):
    """Take a group away, after asking; one that will meet stays."""
    group = _group(request, pk)
    delete = partial(actions.delete_group, by=request.user, group=group, today=timezone.localdate())
    consequence = "Gruppen och dess tidigare möten försvinner. Tidsplanen räknar då med vilken arbetsdag som helst."
    return _delete(request, delete, group.agreement, str(group), consequence, "Ta bort gruppen")


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def meeting_add(request, pk):
    """Add meeting days to a group's calendar, several at once."""
    group = _group(request, pk)
    form = forms.MeetingsForm(posted_data(request), cancel_url=group.agreement.get_absolute_url())
    if request.method == "POST" and form.is_valid():
        save = partial(actions.add_meetings, by=request.user, group=group, days=form.cleaned_data["days"])
        added = try_action(form, GroupMeeting, save)
        if added is not None:
            messages.success(request, _said(added, len(form.cleaned_data["days"]) - len(added)))
            return redirect(group.agreement)
    heading = f"Lägg till möten för {group}"
    context = {"form": form, "heading": heading, "breadcrumbs": crumbs(*_under(group.agreement), (heading, None))}
    return render_page(request, "_parts/form_page.html", context)


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def meeting_delete(request, pk):
    """Take a meeting out of the calendar, after asking; one that somebody is called to stays."""
    rows = GroupMeeting.objects.filter(group__agreement__in=_agreements(request))
    meeting = get_object_or_404(rows.select_related("group__agreement__organisation"), pk=pk)
    delete = partial(actions.delete_meeting, by=request.user, meeting=meeting)
    what = f"mötet {meeting.held_on} i {meeting.group}"
    consequence = "Tidsplaner som räknat med mötet väljer ett tidigare."
    return _delete(request, delete, meeting.group.agreement, what, consequence, "Ta bort mötet")


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def blackout_create(request):
    """Add a time without negotiation to the active organisation."""
    organisation = require(request, CHANGE)
    form = forms.BlackoutForm(posted_data(request), organisation=organisation, cancel_url=_list_url())
    return edit(
        request,
        form,
        Blackout,
        partial(actions.create_blackout, by=request.user, organisation=organisation),
        heading="Lägg till tid utan förhandling",
        trail=[_listed()],
        done=_list_url(),
        lead="Tidsplanen lägger aldrig ett möte i tiden, utan väljer en tidigare dag.",
    )


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def blackout_delete(request, pk):
    """Take a time without negotiation away, after asking."""
    blackout = get_object_or_404(Blackout.objects.visible_to(request.user, CHANGE), pk=pk)
    return confirm_delete(
        request,
        partial(actions.delete_blackout, by=request.user, blackout=blackout),
        what=f"{blackout.label} {blackout.first_on} till {blackout.last_on}",
        consequence="Tidsplanen kan då lägga möten i tiden.",
        label="Ta bort tiden",
        trail=[_listed()],
        done=_list_url(),
    )


def _edit(request, form, model, save, agreement, heading):
    trail, done = _under(agreement), agreement.get_absolute_url()
    return edit(request, form, model, save, heading=heading, trail=trail, done=done, lead=agreement.name)


def _delete(request, delete, agreement, what, consequence, label):
    trail, done = _under(agreement), agreement.get_absolute_url()
    return confirm_delete(request, delete, what=what, consequence=consequence, label=label, trail=trail, done=done)


def _said(added: list, known: int) -> str:
    many = "1 möte är tillagt" if len(added) == 1 else f"{len(added)} möten är tillagda"
    return f"Sparat. {many}." + (f" {known} fanns redan." if known else "")


def _agreements(request):
    return CooperationAgreement.objects.visible_to(request.user, CHANGE)


def _agreement(request, pk) -> CooperationAgreement:
    return get_object_or_404(_agreements(request).select_related("organisation"), pk=pk)


def _group(request, pk) -> CooperationGroup:
    rows = CooperationGroup.objects.filter(agreement__in=_agreements(request))
    return get_object_or_404(rows.select_related("agreement__organisation"), pk=pk)


def _under(agreement: CooperationAgreement) -> list[tuple[str, str | None]]:
    return [_listed(), (agreement.name, agreement.get_absolute_url())]


def _listed() -> tuple[str, str]:
    return AGREEMENTS, _list_url()


def _list_url() -> str:
    return reverse("agreement_list")
