"""The board of open places and waiting participants, and who is on it. Only those who see codes come here."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from apps.accounts.access import require
from apps.core.form_errors import try_action
from apps.core.formats import iso_date
from apps.core.pages import posted_data, render_page
from apps.placements import board, offer_actions, participant_queries
from apps.placements.board import CHANGE, MOST
from apps.placements.choices import PlacementKind
from apps.placements.models import Waiting
from apps.placements.offer_forms import BoardFilter, CorrectWaitingForm, EndWaitingForm, NewWaitingForm
from apps.procurements.wording import listed

HEADING = "Platser och väntande"


@require_safe
@permission_required(CHANGE, raise_exception=True)
def board_page(request):
    """Open places beside waiting participants. `?vantande=` shows the places for one of them."""
    organisation, today = require(request, CHANGE), timezone.localdate()
    filters = BoardFilter(request.GET)
    offers = filters.apply(board.offers_in(organisation, request.user, today=today))
    waiting = board.waiting_in(organisation, request.user)
    chosen = _chosen(request, waiting)
    shown = board.read(offers, filters.apply_to_waiting(waiting), today=today)
    suited = board.for_waiting(chosen, offers, today=today) if chosen else board.NOBODY
    context = {
        "board": shown,
        "places": [_place_line(row) for row in shown.places],
        "waiting": [_waiting_line(row) for row in shown.waiting],
        "most": MOST,
        "chosen": chosen,
        "suited": suited,
        "filter_form": filters,
        "chips": _chips(request, filters),
    }
    return render_page(request, "placements/board_page.html", context)


@require_http_methods(["GET", "POST"])
@permission_required(CHANGE, raise_exception=True)
def waiting_create(request):
    """Note that a participant waits for a place. `?deltagare=` is the row of the one whose code is filled in."""
    organisation, today = require(request, CHANGE), timezone.localdate()
    code = participant_queries.code_of(request.user, organisation, request.GET.get("deltagare", ""))
    initial = {"since": today, "code": code}
    find = partial(participant_queries.find, request.user, organisation)
    form = NewWaitingForm(posted_data(request), initial=initial, find=find, cancel_url=reverse("board"))
    if request.method == "POST" and form.is_valid():
        values = form.for_action() | {"today": today}
        if waiting := try_action(form, Waiting, lambda: offer_actions.start_waiting(by=request.user, **values)):
            messages.success(request, "Sparat. Deltagaren står bland dem som väntar.")
            return redirect(_board_of(waiting))
    return _form_page(request, form, "Deltagare som väntar på en plats")


@require_http_methods(["GET", "POST"])
@permission_required(CHANGE, raise_exception=True)
def waiting_update(request, pk):
    """Correct since when and for what a participant waits."""
    waiting, today = _waiting(request, pk), timezone.localdate()
    initial = CorrectWaitingForm.initial_from(waiting)
    form = CorrectWaitingForm(posted_data(request), initial=initial, cancel_url=_board_of(waiting))
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"waiting": waiting, "today": today}
        if try_action(form, Waiting, lambda: offer_actions.correct_waiting(by=request.user, **values)):
            messages.success(request, "Ändringarna är sparade.")
            return redirect(_board_of(waiting))
    return _form_page(request, form, f"Vad {waiting.participant} väntar på", shown=waiting.participant)


@require_http_methods(["GET", "POST"])
@permission_required(CHANGE, raise_exception=True)
def waiting_end(request, pk):
    """The participant waits no longer."""
    waiting, today = _waiting(request, pk), timezone.localdate()
    form = EndWaitingForm(posted_data(request), initial={"ended_on": today}, cancel_url=_board_of(waiting))
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"waiting": waiting, "today": today}
        if try_action(form, Waiting, lambda: offer_actions.end_waiting(by=request.user, **values)):
            messages.success(request, f"{waiting.participant} står inte längre bland dem som väntar.")
            return redirect("board")
    heading, lead = f"{waiting.participant} väntar inte längre", f"Har väntat sedan {iso_date(waiting.since)}."
    return _form_page(request, form, heading, lead=lead, shown=waiting.participant)


def _waiting(request, pk) -> Waiting:
    rows = Waiting.objects.visible_to(request.user, CHANGE).filter(ended_on=None)
    return get_object_or_404(rows.select_related("participant__organisation"), pk=pk)


def _chosen(request, waiting) -> Waiting | None:
    """The one the address names; nobody when that is no longer waiting."""
    asked = request.GET.get("vantande", "")
    return waiting.filter(pk=asked).first() if asked.isdecimal() and len(asked) < 19 else None


def _board_of(waiting: Waiting) -> str:
    return f"{reverse('board')}?vantande={waiting.pk}"


def _chips(request, filters: BoardFilter) -> list[tuple[str, str]]:
    """What the board is narrowed by, each with the address without it."""
    return [(filters.chip_text(name, value), _without(request, name)) for name, value in filters.chosen().items()]


def _without(request, name: str) -> str:
    query = request.GET.copy()
    query.pop(name, None)
    return f"{request.path}?{query.urlencode()}" if query else request.path


def _form_page(request, form, heading: str, **context):
    crumbs = [(HEADING, reverse("board")), (heading, None)]
    return render_page(
        request, "_parts/form_page.html", {"form": form, "heading": heading, "breadcrumbs": crumbs} | context
    )


def _place_line(row: board.PlaceRow) -> dict:
    offer = row.offer
    parts = [
        offer.supplier.name,
        offer.place,
        f"från {iso_date(offer.from_on)}",
        offer.free_words,
    ]
    parts.append(f"{row.suits} väntande kan passa" if row.suits else "ingen väntande passar")
    return {
        "label": offer.occupation,
        "url": offer.get_absolute_url(),
        "hint": " · ".join(part for part in parts if part),
        "status_text": offer.get_kind_display(),
        "status_kind": offer.kind,
    }


def _waiting_line(row: board.WaitingRow) -> dict:
    waiting = row.waiting
    wishes = [PlacementKind(kind).label.lower() for kind in waiting.kinds]
    parts = [
        f"väntar sedan {iso_date(waiting.since)}",
        f"önskar {listed(wishes, 'eller')}" if wishes else "vilken insats som helst",
        row.elsewhere,
    ]
    return {
        "label": waiting.participant.code,
        "url": _board_of(waiting),
        "hint": " · ".join(part for part in parts if part),
        "status_text": f"{row.suits} {'plats' if row.suits == 1 else 'platser'} kan passa"
        if row.suits
        else "ingen plats",
        "status_kind": "good" if row.suits else "neutral",
    }
