"""Every write to offered places, and to who waits for one.

Each action that looks at the placements of a place first locks the organisation's row, as those that place somebody do.
"""

from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from apps.accounts.models import Organisation, User
from apps.core.actions import action, change, make_once, refuse_stale
from apps.placements import offer_rules, rules
from apps.placements.choices import ASKED_STATES, FILLED_STATES
from apps.placements.models import Participant, Placement, PlaceOffer, Waiting
from apps.placements.participant_actions import lock
from apps.placements.placing import check_workplace
from apps.procurements.models import Contract
from apps.procurements.wording import listed
from apps.suppliers.models import Supplier


@action
def create_offer(
    *,
    by: User,
    organisation: Organisation,
    supplier: Supplier,
    contract: Contract | None,
    today: date,
    token: UUID,
    **values: Any,
) -> PlaceOffer:
    """Note places a supplier offers, under a contract or freely; the same token again gives the first ones.

    `values` are PlaceOffer's other fields. Raises ValidationError by field.
    """

    def make() -> PlaceOffer:
        offer = PlaceOffer(organisation=organisation, created_by=by, token=token)
        return _write(offer, values | {"supplier": supplier, "contract": contract}, today)

    return make_once(PlaceOffer, token, make)


@action
def update_offer(*, by: User, offer: PlaceOffer, today: date, version: str | None = None, **values: Any) -> PlaceOffer:
    """Correct an open offer. Kind and supplier stay once somebody is placed or proposed there.

    Raises ValidationError by field, and Conflict when the row is no longer what `version` was made from.
    """
    offer = _locked(offer)
    refuse_stale(offer, version)
    if offer.closed_on:
        raise ValidationError("Platsen är stängd. Öppna den igen om något ska ändras.")
    taken = _standing(offer)
    if taken and any(getattr(offer, name) != values.get(name) for name in ("kind", "supplier", "contract")):
        sentence = f"Insats, leverantör och avtal kan inte ändras: {_labels(taken)} finns redan på platsen. "
        raise ValidationError(sentence + "Lägg in en ny plats i stället.")
    filled = [each for each in taken if each.state in FILLED_STATES]
    if problem := offer_rules.count_problem(values["count"], len(filled)):
        raise ValidationError({"count": problem})
    return _write(offer, values, today)


@action
def close_offer(
    *,
    by: User,
    offer: PlaceOffer,
    closed_on: date,
    today: date,
    unfilled_reason: str = "",
    version: str | None = None,
) -> PlaceOffer:
    """Close an offer, with the reason when places stayed empty; once more with other values corrects them.

    Raises ValidationError while somebody is proposed there, and Conflict as `update_offer` does.
    """
    offer = _locked(offer)
    if (offer.closed_on, offer.unfilled_reason) == (closed_on, unfilled_reason):
        return offer
    refuse_stale(offer, version)
    taken = _standing(offer)
    if asked := [each for each in taken if each.state in ASKED_STATES]:
        raise ValidationError(f"{_labels(asked)} väntar på svar. Svara eller ta tillbaka förslaget innan du stänger.")
    problems = {
        "closed_on": offer_rules.close_problem(closed_on, offered_on=offer.offered_on, today=today),
        "unfilled_reason": offer_rules.reason_problem(unfilled_reason, count=offer.count, filled=len(taken)),
    }
    _raise(problems)
    change(offer, {"closed_on": closed_on, "unfilled_reason": unfilled_reason})
    return offer


@action
def reopen_offer(*, by: User, offer: PlaceOffer) -> PlaceOffer:
    """Open a closed offer again; the history keeps that it was closed, and why. An open one stays as it is."""
    offer = _locked(offer)
    change(offer, {"closed_on": None, "unfilled_reason": ""})
    return offer


@action
def start_waiting(
    *, by: User, participant: Participant, since: date, kinds: list[str], today: date, token: UUID
) -> Waiting:
    """Note that a participant waits for a place; the same token again gives the first row.

    Raises ValidationError when the participant waits already, or the day cannot be right.
    """

    def make() -> Waiting:
        waiting = Waiting(participant=participant, created_by=by, token=token)
        return _write_waiting(waiting, since, kinds, today)

    return make_once(Waiting, token, make)


@action
def correct_waiting(
    *, by: User, waiting: Waiting, since: date, kinds: list[str], today: date, version: str | None = None
) -> Waiting:
    """Correct since when and for what a participant waits. Raises as `start_waiting`, and Conflict."""
    waiting = Waiting.objects.select_for_update().get(pk=waiting.pk)
    refuse_stale(waiting, version)
    return _write_waiting(waiting, since, kinds, today)


@action
def end_waiting(*, by: User, waiting: Waiting, ended_on: date, today: date) -> Waiting:
    """The participant waits no longer. A row that has ended stays as it is."""
    waiting = Waiting.objects.select_for_update().get(pk=waiting.pk)
    if waiting.ended_on:
        return waiting
    if ended_on > today:
        raise ValidationError({"ended_on": f"Sista dagen {ended_on} har inte varit ännu. Ange en dag till i dag."})
    change(waiting, {"ended_on": ended_on})
    return waiting


def _write(offer: PlaceOffer, values: dict[str, Any], today: date) -> PlaceOffer:
    for name, value in values.items():
        setattr(offer, name, value)
    check_workplace(offer.organisation_id, offer.contract, offer.supplier)
    _raise(
        offer_rules.problems(
            offer.kind,
            supplier_org_number=offer.supplier.org_number or "",
            offered_on=offer.offered_on,
            from_on=offer.from_on,
            to_on=offer.to_on,
            today=today,
        )
    )
    offer.full_clean()
    offer.save()
    return offer


def _write_waiting(waiting: Waiting, since: date, kinds: list[str], today: date) -> Waiting:
    if since > today:
        raise ValidationError({"since": f"Väntar sedan {since} har inte varit ännu. Ange en dag till och med i dag."})
    _raise({"since": rules.date_problem("Väntar sedan", since, today)})
    change(waiting, {"since": since, "kinds": kinds})
    return waiting


def _locked(offer: PlaceOffer) -> PlaceOffer:
    """The offer as it is now, while nobody else places anybody in the organisation."""
    lock(offer.organisation_id)
    return PlaceOffer.objects.get(pk=offer.pk)


def _standing(offer: PlaceOffer) -> list[Placement]:
    """The placements that hold a place or ask for one."""
    states = (*FILLED_STATES, *ASKED_STATES)
    return list(Placement.objects.standing().filter(offer=offer, state__in=states).order_by("number"))


def _labels(placements: list[Placement]) -> str:
    return listed([str(each) for each in placements])


def _raise(problems: dict[str, str]) -> None:
    found = {field: sentence for field, sentence in problems.items() if sentence}
    if found:
        raise ValidationError(found)
