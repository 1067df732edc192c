"""The pages of seminars: the list, one seminar, inviting, telling how it went, and whom nobody has reached."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from apps.accounts.access import require
from apps.actionplans import crumbs, sections
from apps.actionplans import seminar_actions as actions
from apps.actionplans import seminar_forms as forms
from apps.actionplans.choices import SEMINAR_TONES, SeminarState
from apps.actionplans.models import CHANGE, VIEW, Item, Seminar
from apps.actionplans.plan_views import METHODS
from apps.actionplans.seminar_cards import REACH_COLUMNS, SEMINAR_COLUMNS, facts, links, reach_sentence, side_lines
from apps.actionplans.seminar_files import invitation
from apps.actionplans.seminar_queries import reach_of, years_of
from apps.actionplans.seminar_recipients import groups
from apps.core.form_errors import try_action
from apps.core.lists import list_response
from apps.core.pages import posted_data, render_page


@require_safe
@permission_required(VIEW, raise_exception=True)
def seminar_list(request):
    """What the organisation arranges and what others arrange for it, the latest first."""
    organisation, today = require(request, VIEW), timezone.localdate()
    rows = Seminar.objects.visible_to(request.user, VIEW).of(organisation).select_related("organisation")
    listed = list_response(
        request,
        rows.prefetch_related("sides__department", "sides__organisation"),
        columns=SEMINAR_COLUMNS,
        form=forms.SeminarFilter(request.GET, years=years_of(request.user, organisation, today)),
        default_sort="-starts_at",
        caption="Seminarier",
        one="seminarium",
        filename="seminarier",
    )
    if isinstance(listed, HttpResponseBase):
        return listed
    may_change = request.user.has_perm(CHANGE, organisation)
    context = {"list": listed, "create_url": reverse("seminar_create") if may_change else ""}
    return render_page(request, "actionplans/seminar_list.html", context | {"sections": sections.of("seminar_list")})


@require_safe
@permission_required(VIEW, raise_exception=True)
def seminar_reach(request):
    """The departments that no held seminar has reached in a year."""
    organisation, today = require(request, VIEW), timezone.localdate()
    form = forms.ReachFilter(request.GET, years=years_of(request.user, organisation, today))
    year = form.chosen().get("year") or today.year
    found = reach_of(request.user, organisation, year)
    listed = list_response(
        request,
        found,
        columns=REACH_COLUMNS,
        form=form,
        default_sort="state",
        caption="Förvaltningar",
        one="förvaltning",
        filename=f"seminarier-natt-{year}",
    )
    if isinstance(listed, HttpResponseBase):
        return listed
    context = {"list": listed, "year": year, "sentence": reach_sentence(found, year)}
    context["breadcrumbs"] = [("Seminarier", reverse("seminar_list")), ("Vilka har inte nåtts?", None)]
    return render_page(request, "actionplans/seminar_reach.html", context)


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def seminar_create(request):
    """Plan a seminar of the active organisation. `?punkt=` chooses the plan's item that it serves."""
    organisation = require(request, CHANGE)
    item = _asked_item(request, organisation)
    form = forms.NewSeminarForm(
        posted_data(request),
        initial={"minutes": 120, "items": [item.pk] if item else [], "responsible": request.user.pk},
        organisation=organisation,
        kept=(item.pk,) if item else (),
        cancel_url=item.get_absolute_url() if item else reverse("seminar_list"),
    )
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"organisation": organisation}
        if made := try_action(form, Seminar, lambda: actions.create_seminar(by=request.user, **values)):
            messages.success(request, "Sparat. Seminariet är planerat. Bjud in dem som det är för.")
            return redirect(made)
    context = {"form": form, "heading": "Nytt seminarium", "shown": organisation}
    context |= {"lead": "Vad det handlar om, när, var och vilka det är för. Inga namn på deltagare."}
    context["breadcrumbs"] = [("Seminarier", reverse("seminar_list")), ("Nytt seminarium", None)]
    return render_page(request, "_parts/form_page.html", context)


@require_safe
@permission_required(VIEW, raise_exception=True)
def seminar_detail(request, pk):
    """One seminar: when, for whom, how many came, and what it serves."""
    seminar, now = seen_seminar(request, pk, VIEW), timezone.now()
    is_begun = seminar.starts_at <= now
    context = {
        "seminar": seminar,
        "tag_text": seminar.get_state_display(),
        "tag_kind": SEMINAR_TONES[SeminarState(seminar.state)],
        "is_planned": seminar.state == SeminarState.PLANNED,
        "is_to_tell": is_begun and seminar.state == SeminarState.PLANNED,
        "is_begun": is_begun,
        "is_held": seminar.state == SeminarState.HELD,
        "may_change": request.user.has_perm(CHANGE, seminar.organisation),
        "facts": facts(seminar),
        "sides": side_lines(seminar),
        "links": links(request.user, seminar),
        "breadcrumbs": crumbs.of_seminar(seminar),
    }
    return render_page(request, "actionplans/seminar_detail.html", context)


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def seminar_update(request, pk):
    """Change a planned seminar. Those who are invited get the new time when they are invited again."""
    seminar = seen_seminar(request, pk, CHANGE)
    initial = forms.ChangeSeminarForm.initial_from(seminar)
    form = forms.ChangeSeminarForm(
        posted_data(request),
        initial=initial,
        organisation=seminar.organisation,
        kept=tuple(initial["items"]),
        responsible=seminar.responsible_id,
        cancel_url=seminar.get_absolute_url(),
    )
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"seminar": seminar}
        if try_action(form, Seminar, lambda: actions.update_seminar(by=request.user, **values)):
            messages.success(request, _changed(seminar))
            return redirect(seminar)
    return seminar_form(request, form, seminar, "Ändra seminariet")


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def seminar_invite(request, pk):
    """Mail the contact persons of those that the seminar is for."""
    seminar = seen_seminar(request, pk, CHANGE)
    found = groups(seminar)
    form = forms.InviteForm(posted_data(request), groups=found, cancel_url=seminar.get_absolute_url())
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"seminar": seminar, "now": timezone.now()}
        sent = try_action(form, Seminar, lambda: actions.invite(by=request.user, **values))
        if not form.errors:
            messages.success(request, f"Inbjudan är skickad till {sent} {'adress' if sent == 1 else 'adresser'}.")
            return redirect(seminar)
    context = {"form": form, "seminar": seminar, "heading": "Bjud in", "lead": f"{seminar.topic}, {seminar.clock}"}
    context |= {"unreachable": [group.label for group in found if not group.emails]}
    context |= {"is_reachable": any(group.emails for group in found)}
    context["breadcrumbs"] = crumbs.of_seminar(seminar, "Bjud in")
    return render_page(request, "actionplans/seminar_invite.html", context)


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def seminar_hold(request, pk):
    """Say that the seminar was held, how many came and how it went; or put that right."""
    seminar = seen_seminar(request, pk, CHANGE)
    initial = forms.HoldForm.initial_from(seminar)
    form = forms.HoldForm(posted_data(request), initial=initial, seminar=seminar, cancel_url=seminar.get_absolute_url())
    if request.method == "POST" and form.is_valid():
        values = {name: form.cleaned_data[name] for name in ("participants", "outcome", "version")}
        values |= {"seminar": seminar, "parts": form.parts, "now": timezone.now()}
        if held := try_action(form, Seminar, lambda: actions.hold_seminar(by=request.user, **values)):
            messages.success(request, f"Sparat. Seminariet är hållet, med {held.participants} deltagare.")
            return redirect(seminar)
    lead = f"{seminar.topic}, {seminar.clock}. Bara antal, inga namn."
    return seminar_form(request, form, seminar, "Hur gick det?", lead)


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def seminar_cancel(request, pk):
    """Call off a planned seminar, with why."""
    seminar = seen_seminar(request, pk, CHANGE)
    form = forms.CancelForm(posted_data(request), cancel_url=seminar.get_absolute_url())
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"seminar": seminar, "now": timezone.now()}
        if try_action(form, Seminar, lambda: actions.cancel_seminar(by=request.user, **values)):
            messages.success(request, "Sparat. Seminariet är inställt. De som var inbjudna får ett mejl.")
            return redirect(seminar)
    return seminar_form(request, form, seminar, "Ställ in seminariet")


@require_safe
@permission_required(VIEW, raise_exception=True)
def seminar_calendar(request, pk):
    """The seminar as a file for the calendar."""
    seminar = seen_seminar(request, pk, VIEW)
    url = request.build_absolute_uri(seminar.get_absolute_url())
    headers = {"Content-Disposition": f'attachment; filename="seminarium-{pk}.ics"'}
    content = invitation(seminar, url=url, now=timezone.now())
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)


def seen_seminar(request, pk, perm: str) -> Seminar:
    """The seminar, when the user holds the permission about it; 404 else."""
    rows = Seminar.objects.visible_to(request.user, perm).select_related("organisation", "responsible")
    return get_object_or_404(rows, pk=pk)


def seminar_form(request, form, seminar: Seminar, heading: str, lead: str = ""):
    """A page with one form about a seminar."""
    context = {"form": form, "seminar": seminar, "heading": heading}
    context |= {"lead": lead or f"{seminar.topic}, {seminar.clock}"}
    context["breadcrumbs"] = crumbs.of_seminar(seminar, heading)
    return render_page(request, "_parts/form_page.html", context)


def _changed(seminar: Seminar) -> str:
    if seminar.sides.exclude(invited_at=None).exists():
        return "Ändringarna är sparade. De som redan är inbjudna får veta det när du bjuder in dem igen."
    return "Ändringarna är sparade."


def _asked_item(request, organisation) -> Item | None:
    asked = request.GET.get("punkt", "")
    if not (asked.isascii() and asked.isdecimal() and len(asked) < 18):
        return None
    return Item.objects.visible_to(request.user, CHANGE).filter(organisation=organisation, pk=asked).first()
