"""The pages of places that suppliers offer: the list, one place, and what is written about it."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from apps.accounts.access import grants_with, require
from apps.core.form_errors import try_action
from apps.core.lists import list_response
from apps.core.pages import posted_data, render_page
from apps.placements import board, offer_actions, offer_queries, queries, rules
from apps.placements.models import PlaceOffer
from apps.placements.offer_columns import offer_columns
from apps.placements.offer_forms import CloseOfferForm, CorrectOfferForm, NewOfferForm, OfferFilter
from apps.placements.views import fill, is_saving

VIEW, CHANGE, SEE_CODES = "placements.view_placement", "placements.change_placement", "placements.view_participant"


@require_safe
@permission_required(VIEW, raise_exception=True)
def offer_list(request):
    """Places offered to the active organisation, open and closed, filtered by the address."""
    organisation = require(request, VIEW)
    today = timezone.localdate()
    rows = PlaceOffer.objects.visible_to(request.user, VIEW).filter(organisation=organisation).with_filled()
    listed = list_response(
        request,
        rows.select_related("supplier", "contract__procurement__department"),
        columns=offer_columns(today),
        form=OfferFilter(request.GET, user=request.user, organisation=organisation, today=today),
        default_sort="-from_on",
        caption="Platser",
        one="plats",
        filename=f"platser-{today}",
    )
    if isinstance(listed, HttpResponseBase):
        return listed
    can_change = request.user.has_perm(CHANGE, organisation)
    return render_page(request, "placements/offer_list.html", {"list": listed, "can_change": can_change})


@require_http_methods(["GET", "POST"])
@permission_required(CHANGE, raise_exception=True)
def offer_create(request):
    """Note places that a supplier offers. `?avtal=` chooses the contract."""
    organisation = require(request, CHANGE)
    today = timezone.localdate()
    workplaces = _workplaces(request, organisation, today)
    initial = {"from_on": today, "offered_on": today}
    if chosen := workplaces.of_contract(request.GET.get("avtal", "")):
        initial["contract"] = chosen.value
    form = fill(request, NewOfferForm, initial, workplaces=workplaces)
    if is_saving(request) and form.is_valid():
        values = form.for_action() | {"organisation": organisation, "today": today}
        if offer := try_action(form, PlaceOffer, lambda: offer_actions.create_offer(by=request.user, **values)):
            messages.success(request, "Platsen är sparad.")
            return redirect(offer)
    context = {"form": form, "heading": "Ny plats", "back_url": reverse("offer_list")}
    return render_page(request, "placements/offer_form.html", context | {"breadcrumbs": _crumbs(("Ny plats", None))})


@require_safe
@permission_required(VIEW, raise_exception=True)
def offer_detail(request, pk):
    """One offer, the placements on it, and for matchers who may suit it."""
    offer, today = _offer(request, pk, VIEW), timezone.localdate()
    can_change = PlaceOffer.objects.visible_to(request.user, CHANGE).filter(pk=offer.pk).exists()
    standing = offer_queries.standing_of(offer, today)
    may_propose = can_change and not offer.closed_on and offer.free > 0
    context = {
        "offer": offer,
        "standing": standing,
        "facts": offer_queries.facts(offer),
        "placements": _lines(offer_queries.placements_on(offer, request.user)),
        "can_change": can_change,
        "may_propose": may_propose,
        "suited": _suited(request, offer, today) if may_propose else board.NOBODY,
        "events": offer_queries.history(offer),
        "breadcrumbs": _crumbs((str(offer), None)),
    }
    return render_page(request, "placements/offer_detail.html", context)


@require_http_methods(["GET", "POST"])
@permission_required(CHANGE, raise_exception=True)
def offer_update(request, pk):
    """Correct an open offer."""
    offer, today = _offer(request, pk, CHANGE), timezone.localdate()
    workplaces = _workplaces(request, offer.organisation, today)
    form = fill(request, CorrectOfferForm, CorrectOfferForm.initial_from(offer), workplaces=workplaces)
    if is_saving(request) and form.is_valid():
        values = form.for_action() | {"offer": offer, "today": today}
        if try_action(form, PlaceOffer, lambda: offer_actions.update_offer(by=request.user, **values)):
            messages.success(request, "Ändringarna är sparade.")
            return redirect(offer)
    context = {"form": form, "heading": f"Ändra {offer.occupation}", "back_url": offer.get_absolute_url()}
    context |= {"shown": offer, "breadcrumbs": _crumbs((str(offer), offer.get_absolute_url()), ("Ändra", None))}
    return render_page(request, "placements/offer_form.html", context)


@require_http_methods(["GET", "POST"])
@permission_required(CHANGE, raise_exception=True)
def offer_close(request, pk):
    """Close an offer, with the reason when places stayed empty."""
    offer, today = _offer(request, pk, CHANGE), timezone.localdate()
    initial = CloseOfferForm.initial_from(offer)
    initial["closed_on"] = initial["closed_on"] or today
    arguments = {"is_filled": offer.free < 1, "cancel_url": offer.get_absolute_url()}
    form = CloseOfferForm(posted_data(request), initial=initial, **arguments)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"offer": offer, "today": today}
        if try_action(form, PlaceOffer, lambda: offer_actions.close_offer(by=request.user, **values)):
            messages.success(request, "Platsen är stängd. Den räknas som ett erbjudande från leverantören.")
            return redirect(offer)
    context = {"form": form, "heading": "Stäng platsen", "shown": offer}
    context["lead"] = f"{offer.occupation} hos {offer.supplier.name}: {offer.filled_words}."
    context["breadcrumbs"] = _crumbs((str(offer), offer.get_absolute_url()), ("Stäng", None))
    return render_page(request, "_parts/form_page.html", context)


@require_POST
@permission_required(CHANGE, raise_exception=True)
def offer_reopen(request, pk):
    """Open a closed offer again."""
    offer = _offer(request, pk, CHANGE)
    offer_actions.reopen_offer(by=request.user, offer=offer)
    messages.success(request, "Platsen är öppen igen.")
    return redirect(offer)


def _offer(request, pk, perm) -> PlaceOffer:
    rows = PlaceOffer.objects.visible_to(request.user, perm).with_filled()
    return get_object_or_404(
        rows.select_related("organisation", "supplier", "contract__procurement__department"), pk=pk
    )


def _workplaces(request, organisation, today) -> queries.Workplaces:
    """Free offers are of no department, so one who works for a department alone needs a contract."""
    held = [each for each in grants_with(request.user, CHANGE) if each.organisation_id == organisation.pk]
    needs_contract = all(each.department_id for each in held)
    return queries.Workplaces(request.user, organisation, CHANGE, today, needs_contract=needs_contract)


def _suited(request, offer, today) -> board.Suggested:
    if not request.user.has_perm(SEE_CODES, offer.organisation):
        return board.NOBODY
    return board.for_offer(offer, board.waiting_in(offer.organisation, request.user), today=today)


def _lines(placements) -> list[dict]:
    return [
        {
            "label": f"{placement} {placement.shown_code}".strip(),
            "url": placement.get_absolute_url(),
            "status_text": placement.state_text,
            "status_kind": rules.tone(placement.state),
        }
        for placement in placements
    ]


def _crumbs(*rest: tuple[str, str | None]) -> list[tuple[str, str | None]]:
    return [("Platser", reverse("offer_list")), *rest]
