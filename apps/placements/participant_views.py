"""Pages about participants, for matchers: the list, one code, its case reference, merging, handing over."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from apps.accounts.access import require
from apps.core.form_errors import try_action
from apps.core.lists import list_response
from apps.core.pages import posted_data, render_page
from apps.placements import codes, merge_actions, participant_actions, queries
from apps.placements import participant_forms as forms
from apps.placements import participant_queries as people
from apps.placements.columns import participant_columns
from apps.placements.models import Participant, ParticipantMerge, TargetGroup

SEE_CODES = "placements.view_participant"
METHODS = ["GET", "HEAD", "POST"]
LIST = "Deltagare"


@require_http_methods(METHODS)
@permission_required(SEE_CODES, raise_exception=True)
def participant_list(request):
    """The active organisation's participants; a code that is posted leads to its page."""
    organisation = require(request, SEE_CODES)
    form = forms.CodeForm(posted_data(request))
    if request.method == "POST" and form.is_valid() and (found := _look_up(request, organisation, form)):
        return redirect(found)
    listed = list_response(
        request,
        people.participants(request.user, organisation).select_related("matcher"),
        columns=participant_columns(),
        form=forms.ParticipantFilter(request.GET, user=request.user),
        default_sort="-created_at",
        caption="Deltagare",
        one="deltagare",
        filename=f"deltagare-{timezone.localdate()}",
    )
    if isinstance(listed, HttpResponseBase):
        return listed
    return render_page(request, "placements/participant_list.html", {"form": form, "list": listed})


@require_http_methods(METHODS)
@permission_required(SEE_CODES, raise_exception=True)
def participant_create(request):
    """A new code for somebody who has no placement yet. A known reference asks whether the code is known."""
    organisation = require(request, SEE_CODES)
    form = forms.ParticipantCreateForm(posted_data(request), cancel_url=reverse("participant_list"))
    if request.method == "POST" and form.is_valid():
        save = partial(participant_actions.create_participant, by=request.user, organisation=organisation)
        if made := try_action(form, Participant, partial(save, **form.cleaned_data)):
            messages.success(request, f"Koden {made} är skapad. Skriv in den i verksamhetssystemet.")
            return redirect(made)
    known = _known(request, organisation, form)
    context = {"form": form, "known": known, "breadcrumbs": _crumbs(("Ny deltagarkod", None))}
    return render_page(request, "placements/participant_create.html", context)


@require_safe
@permission_required(SEE_CODES, raise_exception=True)
def participant_detail(request, pk):
    """One participant: the path, what is kept, consents, disclosures, merges."""
    return _detail(request, _participant_or_404(request, pk))


@require_http_methods(METHODS)
@permission_required(SEE_CODES, raise_exception=True)
def participant_update(request, pk):
    """The case reference, the protection and, where it is decided, the target group."""
    participant = _participant_or_404(request, pk)
    form = forms.ParticipantUpdateForm(
        posted_data(request),
        initial=forms.ParticipantUpdateForm.initial_from(participant),
        target_groups=_target_groups(participant),
        cancel_url=participant.get_absolute_url(),
    )
    if request.method == "POST" and form.is_valid():
        save = partial(participant_actions.update_participant, by=request.user, participant=participant)
        if try_action(form, Participant, partial(save, **form.cleaned_data)):
            messages.success(request, "Ändringarna är sparade.")
            return redirect(participant)
    return _form_page(request, participant, form, "Ändra deltagare", "Inget annat sparas om en deltagare.")


@require_http_methods(METHODS)
@permission_required(SEE_CODES, raise_exception=True)
def participant_merge(request, pk):
    """Merge another code of the same resident into this one."""
    participant = _participant_or_404(request, pk)
    form = forms.MergeForm(posted_data(request), cancel_url=participant.get_absolute_url())
    if request.method == "POST" and form.is_valid():
        other = _look_up(request, participant.organisation, form)
        save = partial(merge_actions.merge_participants, by=request.user, kept=participant, merged=other)
        if other and try_action(form, ParticipantMerge, save):
            messages.success(request, f"{other} är hopslagen med {participant}. Det går att ångra under Historik.")
            return redirect(participant)
    lead = f"Placeringar, samtycken och väntan på den andra koden flyttas hit. {participant} är koden som gäller sedan."
    return _form_page(request, participant, form, "Slå ihop med en annan kod", lead)


@require_POST
@permission_required(SEE_CODES, raise_exception=True)
def merge_undo(request, pk):
    """Take two merged codes apart again."""
    seen = Participant.objects.with_code_shown_to(request.user)
    merge = get_object_or_404(ParticipantMerge.objects.visible_to(request.user, SEE_CODES), pk=pk, kept__in=seen)
    try:
        merge_actions.undo_merge(by=request.user, merge=merge, now=timezone.now())
    except ValidationError as refusal:
        messages.error(request, refusal.messages[0])
        return _detail(request, _participant_or_404(request, merge.kept_id), status=422)
    messages.success(request, "Sammanslagningen är ångrad. Koderna är två deltagare igen.")
    return redirect("participant_detail", merge.kept_id)


@require_http_methods(METHODS)
@permission_required(SEE_CODES, raise_exception=True)
def participant_hand_over(request, pk):
    """Give the participant to another matcher."""
    participant = _participant_or_404(request, pk)
    form = forms.HandOverForm(
        posted_data(request),
        initial=forms.HandOverForm.initial_from(participant),
        matchers=people.matchers_of(participant.organisation_id).exclude(pk=participant.matcher_id),
        cancel_url=participant.get_absolute_url(),
    )
    if request.method == "POST" and form.is_valid():
        save = partial(participant_actions.hand_over, by=request.user, participant=participant)
        if handed := try_action(form, Participant, partial(save, **form.cleaned_data)):
            messages.success(request, f"Deltagaren är överlämnad till {handed.matcher.name}.")
            return redirect("participant_list") if _is_out_of_sight(request, handed) else redirect(participant)
    lead = "Har deltagaren skyddade uppgifter ser bara den nya matcharen koden sedan." * participant.is_protected
    if not form.fields["matcher"].queryset.exists():
        lead = f"Det finns ingen annan matchare i {participant.organisation}. Administratören kan bjuda in en."
    return _form_page(request, participant, form, "Lämna över deltagare", lead)


def _participant_or_404(request, pk) -> Participant:
    rows = Participant.objects.with_code_shown_to(request.user)
    return get_object_or_404(rows.select_related("organisation", "matcher", "target_group"), pk=pk)


def _is_out_of_sight(request, participant) -> bool:
    return not Participant.objects.with_code_shown_to(request.user).filter(pk=participant.pk).exists()


def _look_up(request, organisation, form) -> Participant | None:
    """The participant with the code of the form, or None and a sentence beside the field."""
    code = form.cleaned_data["code"]
    problem = codes.problem(code)
    found = None if problem else people.find(request.user, organisation, code)
    if found is None:
        unknown = f"Koden {codes.normalise(code)} finns inte i {organisation}. Läs av den igen."
        form.add_error("code", problem or unknown)
    return found


def _known(request, organisation, form) -> Participant | None:
    """The participant that the reference in the form belongs to already."""
    errors = form.errors.as_data().get("case_reference", ()) if form.is_bound else ()
    code = next((error.params["code"] for error in errors if error.code == "known"), "")
    return people.find(request.user, organisation, code) if code else None


def _target_groups(participant):
    """The groups to choose among; None where no target group may be noted."""
    if not participant_actions.uses_target_groups(participant.organisation_id):
        return None
    groups = TargetGroup.objects.filter(organisation=participant.organisation_id)
    return groups.filter(is_in_use=True) | groups.filter(pk=participant.target_group_id)


def _crumbs(*rest) -> list[tuple[str, str | None]]:
    return [(LIST, reverse("participant_list")), *rest]


def _form_page(request, participant, form, heading, lead) -> HttpResponse:
    crumbs = _crumbs((str(participant), participant.get_absolute_url()), (heading, None))
    context = {"form": form, "heading": heading, "lead": lead, "breadcrumbs": crumbs, "shown": participant}
    return render_page(request, "_parts/form_page.html", context)


def _detail(request, participant, *, status=200) -> HttpResponse:
    path = queries.chain(participant, request.user)
    can_change = request.user.has_perm("placements.change_placement", participant.organisation)
    uses_groups = participant_actions.uses_target_groups(participant.organisation_id)
    context = {
        "participant": participant,
        "path": path,
        "begun": sum(placement.started_on is not None for placement in path),
        "steps": people.steps(path),
        "facts": people.facts(participant, shows_target_group=uses_groups),
        "waiting": people.open_waiting(participant),
        "consents": people.consent_lines(participant, today=timezone.localdate()),
        "disclosures": people.disclosure_events(participant),
        "disclosure_links": people.disclosure_links(path),
        "merges": people.merges(participant),
        "can_change": can_change,
        "log_url": f"{reverse('placement_create')}?deltagare={participant.pk}" * can_change,
        "breadcrumbs": _crumbs((str(participant), None)),
    }
    return render_page(request, "placements/participant_detail.html", context, status=status)
