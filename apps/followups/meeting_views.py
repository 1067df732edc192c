"""The pages of meetings: the list, planning one, and one meeting with all that it is prepared with."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.views.decorators.http import require_http_methods, require_safe

from apps.accounts.access import require
from apps.core.form_errors import try_action
from apps.core.lists import list_response
from apps.core.pages import posted_data, render_page
from apps.followups import meeting_actions as actions
from apps.followups import meeting_cards, meeting_files, meeting_forms, meeting_history
from apps.followups.meeting_columns import about, clock, meeting_columns, standing
from apps.followups.meeting_preparation import preparation
from apps.followups.models import Meeting
from apps.procurements import crumbs
from apps.procurements.models import Contract, Procurement

VIEW, HOLD = "followups.view_followup", "followups.hold_meeting"
METHODS = ["GET", "HEAD", "POST"]
PLANNED = "Sparat. Mötet är planerat."
SENT = "{saved} Inbjudan är skickad till {number}."
_ABOUT = ("contract__procurement__department__contact", "procurement__department__contact", "organisation", "point")


@require_safe
@permission_required(VIEW, raise_exception=True)
def meeting_list(request):
    """Meetings of the active organisation: coming, to be written up, waiting for approval, done."""
    organisation, now = require(request, VIEW), timezone.now()
    rows = Meeting.objects.visible_to(request.user, VIEW).filter(organisation=organisation)
    listed = list_response(
        request,
        rows.select_related("contract", "procurement").prefetch_related("contract__suppliers"),
        columns=meeting_columns(now),
        form=meeting_forms.MeetingFilter(request.GET, user=request.user, organisation=organisation, now=now),
        default_sort="planned_at",
        caption="Möten",
        one="möte",
        filename=f"moten-{timezone.localdate(now)}",
    )
    if isinstance(listed, HttpResponseBase):
        return listed
    trail = [("Uppföljning", reverse("followup_overview")), ("Möten", None)]
    context = {"list": listed, "organisation": organisation, "breadcrumbs": trail}
    return render_page(request, "followups/meeting_list.html", context)


@require_http_methods(METHODS)
@permission_required(HOLD, raise_exception=True)
def meeting_create(request, pk):
    """Plan a meeting about a contract: the plan's own, or an extra one. `?punkt=` chooses the plan's point."""
    rows = Contract.objects.visible_to(request.user, HOLD)
    rows = rows.select_related("procurement__department__contact", "organisation")
    contract = get_object_or_404(rows, pk=pk)
    form = meeting_forms.ContractMeetingForm(
        posted_data(request), initial=_initial(request), contract=contract, cancel_url=contract.get_absolute_url()
    )
    if request.method == "POST" and form.is_valid():
        values = form.meeting | {"contract": contract}
        if made := try_action(form, Meeting, lambda: actions.create_meeting(by=request.user, **values)):
            messages.success(request, _saved(PLANNED, form))
            return redirect(made)
    context = {"form": form, "heading": "Planera möte", "shown": contract}
    context["lead"] = f"Ett möte med leverantören om {contract.name}."
    context["breadcrumbs"] = crumbs.of_contract(contract, "Planera möte")
    return render_page(request, "_parts/form_page.html", context)


@require_http_methods(METHODS)
@permission_required(HOLD, raise_exception=True)
def market_dialogue_create(request, pk):
    """Plan a dialogue with the market before a procurement."""
    rows = Procurement.objects.visible_to(request.user, HOLD).select_related("department__contact", "organisation")
    procurement = get_object_or_404(rows, pk=pk)
    back = procurement.get_absolute_url()
    form = meeting_forms.MarketDialogueForm(
        posted_data(request), initial={"form": "in_person"}, procurement=procurement, cancel_url=back
    )
    if request.method == "POST" and form.is_valid():
        values = form.values("planned_at", "form", "place", "token") | {"procurement": procurement}
        if made := try_action(form, Meeting, lambda: actions.create_market_dialogue(by=request.user, **values)):
            messages.success(request, _saved(PLANNED, form))
            return redirect(made)
    context = {"form": form, "heading": "Planera marknadsdialog", "shown": procurement}
    context["lead"] = "Fråga marknaden vad som går att kräva, innan kravet skrivs."
    context["breadcrumbs"] = crumbs.of_procurement(procurement, ("Planera marknadsdialog", None))
    return render_page(request, "_parts/form_page.html", context)


@require_safe
@permission_required(VIEW, raise_exception=True)
def meeting_detail(request, pk):
    """One meeting: what to prepare with, what was agreed, who has approved the minutes."""
    meeting, today, now = seen(request, pk, VIEW), timezone.localdate(), timezone.now()
    may_hold = request.user.has_perm(HOLD, meeting.organisation)
    state, tone = standing(meeting, now)
    context = {
        "meeting": meeting,
        "heading": capfirst(meeting.get_kind_display()),
        "lead": clock(meeting),
        "about": about(meeting),
        "tag_text": state,
        "tag_kind": tone,
        "actions": meeting_cards.actions(meeting) if may_hold else [],
        "facts": meeting_cards.facts(meeting),
        "minutes": meeting_cards.minutes_card(meeting, today=today, may_hold=may_hold),
        "deviation_url": meeting_cards.deviation_url(meeting, request.user),
        "prepared": preparation(meeting, request.user, today=today, may_hold=may_hold),
        "events": meeting_history.timeline(meeting),
        "breadcrumbs": crumbs_of(meeting),
    }
    return render_page(request, "followups/meeting_detail.html", context)


@require_http_methods(METHODS)
@permission_required(HOLD, raise_exception=True)
def meeting_update(request, pk):
    """Move a planned meeting to another time, form or place."""
    meeting = seen(request, pk, HOLD)
    initial = meeting_forms.MoveForm.initial_from(meeting)
    back = meeting.get_absolute_url()
    form = meeting_forms.MoveForm(posted_data(request), initial=initial, meeting=meeting, cancel_url=back)
    if request.method == "POST" and form.is_valid():
        values = form.values("planned_at", "form", "place", "version") | {"meeting": meeting}
        if try_action(form, Meeting, lambda: actions.update_meeting(by=request.user, **values)):
            messages.success(request, _saved("Sparat.", form))
            return redirect(meeting)
    return form_page(request, form, meeting, "Ändra tid eller plats")


@require_http_methods(METHODS)
@permission_required(HOLD, raise_exception=True)
def meeting_cancel(request, pk):
    """Call off a planned meeting, with why."""
    meeting = seen(request, pk, HOLD)
    form = meeting_forms.CancelForm(posted_data(request), meeting=meeting)
    if request.method == "POST" and form.is_valid():
        values = form.values("reason") | {"meeting": meeting, "today": timezone.localdate()}
        if try_action(form, Meeting, lambda: actions.cancel_meeting(by=request.user, **values)):
            messages.success(
                request, "Sparat. Mötet är inställt. Planera ett nytt från avtalets eller upphandlingens sida."
            )
            return redirect(meeting)
    return form_page(request, form, meeting, "Ställ in mötet")


@require_safe
@permission_required(VIEW, raise_exception=True)
def meeting_invitation(request, pk):
    """The meeting as a file for the calendar."""
    meeting = seen(request, pk, VIEW)
    url = request.build_absolute_uri(meeting.get_absolute_url())
    content = meeting_files.invitation(meeting, url=url, now=timezone.now())
    return download(content, "text/calendar; charset=utf-8", f"mote-{pk}.ics")


def seen(request, pk, perm: str) -> Meeting:
    """The meeting with all that its pages show, when the user holds the permission about it; 404 else."""
    rows = Meeting.objects.visible_to(request.user, perm).select_related(*_ABOUT).with_approved()
    return get_object_or_404(rows.prefetch_related("contract__suppliers", "approvals"), pk=pk)


def form_page(request, form, meeting: Meeting, heading: str, lead: str = ""):
    """A page with one decision about a meeting."""
    context = {"form": form, "heading": heading, "lead": lead or f"{clock(meeting)}, {about(meeting)}"}
    return render_page(
        request, "_parts/form_page.html", context | {"shown": meeting, "breadcrumbs": crumbs_of(meeting, heading)}
    )


def download(content: bytes, kind: str, name: str) -> HttpResponse:
    """A file to save."""
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def crumbs_of(meeting: Meeting, here: str = "") -> list[tuple[str, str | None]]:
    """Uppföljning › Möten › the meeting › here."""
    name = f"{capfirst(meeting.get_kind_display())}, {about(meeting)}"
    up = [("Uppföljning", reverse("followup_overview")), ("Möten", reverse("meeting_list"))]
    own = [*up, (name, meeting.get_absolute_url() if here else None)]
    return [*own, *([(here, None)] if here else [])]


def _initial(request) -> dict:
    chosen = request.GET.get("punkt", "")
    return {"form": "video"} | ({"what": f"point-{chosen}"} if chosen.isascii() and chosen.isdecimal() else {})


def _saved(saved: str, form) -> str:
    number = len(form.chosen)
    return SENT.format(saved=saved, number=f"{number} mottagare") if number else saved
