"""Pages that propose, move, extend and pause placements, one or several at a time."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.access import require
from apps.core.actions import version_of
from apps.core.form_errors import try_action
from apps.core.forms import StegetForm
from apps.core.pages import posted_data, render_page
from apps.placements import move_actions, moves, queries, running_actions, steps
from apps.placements.models import Pause, Placement, PlaceOffer, Waiting
from apps.placements.move_forms import (
    CorrectPauseForm,
    EndSeveralForm,
    ExtendForm,
    ExtendSeveralForm,
    MoveForm,
    PauseForm,
    ProposeForm,
    ResumeForm,
)
from apps.placements.views import CHANGE, after_saving, fill, is_saving, placement_or_404, refused

_SEVERAL = {"avsluta": EndSeveralForm, "forlang": ExtendSeveralForm}
_SEVERAL_ACTIONS = {"avsluta": running_actions.end_several, "forlang": running_actions.extend_several}
_SEVERAL_DONE = {"avsluta": "avslutade", "forlang": "förlängda"}
_AT_MOST = 100


@require_http_methods(["GET", "POST"])
@permission_required(CHANGE, raise_exception=True)
def placement_propose(request):
    """Propose a participant. `?plats=` is an offer's key, `?avtal=` a contract's; never a code."""
    organisation = require(request, CHANGE)
    today = timezone.localdate()
    offer = _offer(request, organisation)
    workplaces = queries.Workplaces(request.user, organisation, CHANGE, today)
    arguments = {"workplaces": workplaces, "offer": offer, "waiting": _waiting(request, organisation, offer)}
    form = fill(request, ProposeForm, _first_values(request, workplaces, offer, today), **arguments)
    if is_saving(request) and form.is_valid():
        placement = _propose(request, form, organisation, today)
        if placement:
            return after_saving(request, placement)
    return render_page(request, "placements/placement_propose.html", {"form": form, "offer": offer})


@require_http_methods(["GET", "POST"])
@permission_required(CHANGE, raise_exception=True)
def placement_move(request, pk, move):
    """One step of a placement (moves.MOVES): what it asks for, and what is said when the state does not allow it."""
    placement, today = placement_or_404(request, pk, CHANGE), timezone.localdate()
    step = moves.BY_KEY.get(move)
    if step is None:
        raise Http404
    if step.key == "end":
        return redirect("placement_end", pk)
    if request.method == "GET" and (sentence := steps.refusal(placement, move)):
        return refused(request, placement, sentence)
    initial = MoveForm.initial_from(placement) | steps.default_days(move, today, placement)
    form = MoveForm(posted_data(request), initial=initial, move=step, placement=placement)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"placement": placement, "key": move, "today": today}
        if moved := try_action(form, Placement, partial(move_actions.move_placement, by=request.user, **values)):
            return _saved(request, moved, step.done)
    context = {"form": form, "placement": placement, "heading": step.button, "lead": _lead(step, placement, today)}
    return render_page(request, "placements/placement_step.html", context)


@require_http_methods(["GET", "POST"])
@permission_required(CHANGE, raise_exception=True)
def placement_extend(request, pk):
    """Give a placement a later planned end."""
    placement, today = placement_or_404(request, pk, CHANGE), timezone.localdate()
    url = placement.get_absolute_url()
    form = ExtendForm(posted_data(request), initial=ExtendForm.initial_from(placement), cancel_url=url)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"placement": placement, "today": today}
        run = partial(running_actions.extend_placement, by=request.user, **values)
        if extended := try_action(form, Placement, run):
            return _saved(request, extended, f"Sparat. Planerat slut är nu {extended.planned_end_on}.")
    context = {"form": form, "placement": placement, "heading": "Förläng placering", "lead": ""}
    return render_page(request, "placements/placement_step.html", context)


@require_http_methods(["GET", "POST"])
@permission_required(CHANGE, raise_exception=True)
def placement_pause(request, pk):
    """Note days on which a placement rests."""
    placement, today = placement_or_404(request, pk, CHANGE), timezone.localdate()
    form = PauseForm(posted_data(request), initial={"from_on": today}, cancel_url=placement.get_absolute_url())
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"placement": placement, "today": today}
        if try_action(form, Pause, partial(running_actions.pause_placement, by=request.user, **values)):
            return _saved(request, placement, "Sparat. Dagarna räknas inte som arbetad tid.")
    lead = "Dagarna räknas inte som arbetad tid. Skälet antecknas inte."
    context = {"form": form, "placement": placement, "heading": "Anteckna avbrott", "lead": lead}
    return render_page(request, "placements/placement_step.html", context)


@require_http_methods(["GET", "POST"])
@permission_required(CHANGE, raise_exception=True)
def pause_update(request, pk):
    """Correct the days of a pause."""
    pause, today = _pause(request, pk), timezone.localdate()
    url = pause.placement.get_absolute_url()
    form = CorrectPauseForm(posted_data(request), initial=CorrectPauseForm.initial_from(pause), cancel_url=url)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"pause": pause, "today": today}
        if try_action(form, Pause, partial(running_actions.correct_pause, by=request.user, **values)):
            return _saved(request, pause.placement, "Sparat. Avbrottets dagar är ändrade.")
    context = {"form": form, "placement": pause.placement, "heading": "Ändra avbrott", "lead": ""}
    return render_page(request, "placements/placement_step.html", context)


@require_http_methods(["GET", "POST"])
@permission_required(CHANGE, raise_exception=True)
def pause_delete(request, pk):
    """Take away a pause that never was, after asking."""
    pause = _pause(request, pk)
    form = StegetForm(posted_data(request))
    remove = partial(running_actions.remove_pause, by=request.user, pause=pause)
    if request.method == "POST" and form.is_valid() and try_action(form, Pause, remove):
        return _saved(request, pause.placement, "Avbrottet är borttaget. Dagarna räknas som arbetad tid igen.")
    context = {
        "heading": f"Ta bort avbrottet i {pause.placement}?",
        "consequence": f"Dagarna från {pause.from_on} räknas som arbetad tid igen.",
        "confirm_label": "Ta bort avbrottet",
        "cancel_url": pause.placement.get_absolute_url(),
        "shown": pause.placement,
        "form": form,
    }
    return render_page(request, "_parts/confirm_page.html", context)


@require_http_methods(["GET", "POST"])
@permission_required(CHANGE, raise_exception=True)
def placement_resume(request, pk):
    """The first day at work again after a pause."""
    placement, today = placement_or_404(request, pk, CHANGE), timezone.localdate()
    form = ResumeForm(posted_data(request), initial={"back_on": today}, cancel_url=placement.get_absolute_url())
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"placement": placement, "today": today}
        if try_action(form, Pause, partial(running_actions.resume_placement, by=request.user, **values)):
            return _saved(request, placement, "Sparat. Placeringen går vidare.")
    context = {"form": form, "placement": placement, "heading": "Avbrottet är slut", "lead": ""}
    return render_page(request, "placements/placement_step.html", context)


@require_http_methods(["GET", "POST"])
@permission_required(CHANGE, raise_exception=True)
def placement_bulk(request):
    """End or extend the ticked placements: all of them, or none with the reason for each."""
    organisation = require(request, CHANGE)
    sent = posted_data(request) or request.GET
    what = sent.get("gor", "avsluta")
    if what not in _SEVERAL:
        raise Http404
    rows = _chosen(request, organisation, sent.getlist("rows"))
    form = _SEVERAL[what](posted_data(request), initial={"ended_on": timezone.localdate()})
    if request.method == "POST" and rows and form.is_valid() and _do_several(request, form, what, rows):
        messages.success(request, f"Sparat. {', '.join(map(str, rows))} är {_SEVERAL_DONE[what]}.")
        return redirect("placement_list")
    seen = _seen(request, rows)
    context = {"form": form, "rows": [(row, f"{row.pk}:{seen[row.pk]}") for row in rows], "what": what}
    return render_page(request, "placements/placement_bulk.html", context | {"count": len(rows)})


def _pause(request, pk) -> Pause:
    """A pause of a placement that stands and that the user may change."""
    rows = Pause.objects.visible_to(request.user, CHANGE).filter(placement__undone_at=None)
    return get_object_or_404(rows.select_related("placement__organisation", "placement__supplier"), pk=pk)


def _lead(step, placement, today) -> str:
    """When the step is taken; and before a supplier is told anything, whether the resident has said yes to it."""
    if step.key != "consent" or not placement.shown_code:
        return step.hint
    return f"{step.hint} {queries.consent_note(placement, today)}"


def _saved(request, placement, text):
    messages.success(request, text)
    for sentence in queries.warnings(placement):
        messages.warning(request, sentence)
    return redirect(placement)


def _offer(request, organisation) -> PlaceOffer | None:
    key = request.GET.get("plats", "")
    if not key:
        return None
    if not (key.isascii() and key.isdigit() and len(key) < 18):
        raise Http404
    offers = PlaceOffer.objects.visible_to(request.user, CHANGE).filter(organisation=organisation)
    return get_object_or_404(offers.select_related("supplier", "contract__procurement"), pk=key)


def _waiting(request, organisation, offer) -> list[Waiting]:
    """Who waits for a place, the longest first; for an offer those whose kinds it is come before the others."""
    rows = Waiting.objects.visible_to(request.user, "placements.view_participant")
    rows = list(rows.filter(participant__organisation=organisation, ended_on=None).select_related("participant"))
    return sorted(rows, key=lambda row: bool(offer and row.kinds and offer.kind not in row.kinds))


def _first_values(request, workplaces, offer, today) -> dict:
    if offer:
        return {"planned_start_on": max(offer.from_on, today), "planned_end_on": offer.to_on}
    chosen = workplaces.of_contract(request.GET.get("avtal", ""))
    return {"kind": request.GET.get("insats", ""), "contract": chosen.value if chosen else ""}


def _propose(request, form, organisation, today) -> Placement | None:
    values = form.for_action()
    if form.offer:
        place = move_actions.Place.of(form.offer)
    else:
        workplace = values.pop("contract")
        place = move_actions.Place(workplace.supplier, values.pop("kind"), workplace.contract)
    values |= {"organisation": organisation, "place": place, "today": today}
    placement = try_action(form, Placement, partial(move_actions.propose_placement, by=request.user, **values))
    if placement is None:
        form.offer_known_code()
    return placement


def _chosen(request, organisation, keys: list[str]) -> list[Placement]:
    """The placements with these keys, which the user may all change; anything else is not found."""
    if len(keys) > _AT_MOST or not all(key.isascii() and key.isdigit() and len(key) < 18 for key in keys):
        raise Http404
    mine = Placement.objects.visible_to(request.user, CHANGE).standing().filter(organisation=organisation)
    rows = list(mine.filter(pk__in=keys).select_related("supplier").order_by("number"))
    if len(rows) != len(set(keys)):
        raise Http404
    return rows


def _seen(request, rows) -> dict[int, str]:
    """Each placement's version when the page was first shown; after a refusal, as it is now."""
    return {row.pk: version_of(row) for row in rows}


def _do_several(request, form, what, rows) -> bool:
    pairs = (each.partition(":") for each in request.POST.getlist("seen"))
    seen = {int(key): version for key, _, version in pairs if key.isascii() and key.isdigit() and len(key) < 18}
    values = form.cleaned_data | {"placements": rows, "seen": seen, "today": timezone.localdate()}
    return try_action(form, Placement, partial(_SEVERAL_ACTIONS[what], by=request.user, **values)) is not None
