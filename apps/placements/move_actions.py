"""Propose a resident to a place, and every step from there: the table is `moves.MOVES`. Refusals are Swedish."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from apps.accounts.models import Organisation, User
from apps.core.actions import action, refuse_stale
from apps.placements import codes, ending, following, moves, queries
from apps.placements.actions import end_waiting, save_with_reason
from apps.placements.choices import PlacementState
from apps.placements.models import Placement, PlaceOffer
from apps.placements.moves import Move
from apps.placements.participant_actions import lock, participant_for
from apps.placements.placing import check, is_full, next_number, refuse, set_kind, standing
from apps.procurements.models import Contract
from apps.suppliers.models import Supplier

NOT_YET = "{label} {day} har inte varit ännu. {way_out}"


@dataclass(frozen=True)
class Place:
    """Where a resident is to be: an offer, or a contract's supplier that nothing has been offered by yet."""

    supplier: Supplier
    kind: str
    contract: Contract | None = None
    offer: PlaceOffer | None = None

    @classmethod
    def of(cls, offer: PlaceOffer) -> "Place":
        """The place that an offer is."""
        return cls(offer.supplier, offer.kind, offer.contract, offer)


@action
def propose_placement(
    *,
    by: User,
    organisation: Organisation,
    place: Place,
    today: date,
    token: UUID,
    code: str = "",
    case_reference: str = "",
    planned_start_on: date | None = None,
    planned_end_on: date | None = None,
    extent_percent: int | None = 100,
) -> Placement:
    """Propose a participant to a place; several may be proposed to the same one until it is taken.

    The same token again gives the placement it made the first time. Raises ValidationError as `log_placement` does.
    """
    organisation = lock(organisation.pk)
    if first := Placement.objects.filter(token=token, organisation=organisation, created_by=by).first():
        return first
    _refuse_taken(organisation, place.offer)
    placement = Placement(
        organisation=organisation,
        number=next_number(organisation),
        contract=place.contract,
        offer=place.offer,
        supplier=place.supplier,
        state=PlacementState.PROPOSED,
        planned_start_on=planned_start_on,
        planned_end_on=planned_end_on,
        created_by=by,
        token=token,
    )
    set_kind(placement, place.kind, extent_percent=extent_percent, referring_body="", supervisor_role="")
    check(placement, today, start_field="planned_start_on")
    placement.participant = participant_for(
        by=by, organisation=organisation, code=codes.normalise(code), case_reference=case_reference.strip()
    )
    _refuse_second(placement)
    placement.full_clean()
    placement.save()
    return placement


@action
def move_placement(
    *, by: User, placement: Placement, key: str, today: date, reason: str = "", version: str | None = None, **given: Any
) -> Placement:
    """Take one move of `moves.MOVES` with what it asks for; a correction has a `reason` (choices.CorrectionReason).

    The same move once more with the same values changes nothing. Raises ValidationError for a move that the state
    does not allow, and by field for what days and kinds refuse; Conflict when the row is not what `version` says.
    """
    lock(placement.organisation_id)
    placement = standing(placement)
    values = {name: given[name] for name in _asked(key) if name in given}
    if _is_done(placement, key, values):
        return placement
    refuse_stale(placement, version)
    move = _find(placement, key)
    if move.is_correction and not reason:
        raise ValidationError({"reason": "Välj varför uppgiften rättas"})
    if move.key == "consent" and not given.get("is_harm_tested"):
        _refuse_without_consent(placement, today)
    _apply(placement, move, values)
    _check_move(placement, move, today)
    save_with_reason(placement, reason)
    if move.key in ("end", "correct_end"):
        ending.settle(placement, today)
        following.ended([placement], today)
    end_waiting(placement, today)
    return placement


# What a move asks for that is no field of the placement.
_NOT_KEPT = ("reason", "is_harm_tested")


def _refuse_without_consent(placement: Placement, today: date) -> None:
    """Nothing may be told to a supplier without consent or a harm test (12 kap. 2 §, 26 kap. 1 § OSL, fact 35)."""
    if queries.contact_consent(placement, today) is None:
        raise ValidationError(
            {
                "is_harm_tested": f"Anteckna först deltagarens samtycke till kontakt med {placement.supplier}, "
                "eller kryssa för att en menprövning är gjord (12 kap. 2 § och 26 kap. 1 § OSL)."
            }
        )


def _refuse_taken(organisation: Organisation, offer: PlaceOffer | None) -> None:
    if offer is None:
        return
    if offer.organisation_id != organisation.pk:
        raise ValidationError("Platsen hör till en annan organisation. Välj en av organisationens platser.")
    if offer.closed_on:
        raise ValidationError(f"Platsen stängdes {offer.closed_on}. Öppna den igen, eller välj en annan plats.")
    if is_full(offer):
        raise ValidationError("Platsen är redan tagen. Välj en annan plats.")


def _refuse_second(placement: Placement) -> None:
    """A resident is proposed once to the same place; when no day is set the database cannot tell the two apart."""
    at_once = Placement.objects.standing().filter(
        participant=placement.participant_id,
        contract=placement.contract_id,
        offer=placement.offer_id,
        supplier=placement.supplier_id,
        state__in=(PlacementState.PROPOSED, PlacementState.CONSENTED, PlacementState.MATCHED),
    )
    if first := at_once.first():
        raise ValidationError({"code": f"Deltagaren är redan föreslagen hos leverantören: {first}."})


def _asked(key: str) -> tuple[str, ...]:
    return tuple(name for name in moves.BY_KEY[key].asks if name not in _NOT_KEPT) if key in moves.BY_KEY else ()


def _is_done(placement: Placement, key: str, values: dict[str, Any]) -> bool:
    """Whether the placement stands where the move leads, with the same values: a second press of the button."""
    move = moves.BY_KEY.get(key)
    if move is None or placement.state in move.sources:
        return False
    is_there = placement.state == move.target if move.target else placement.exited_on is None
    return is_there and all(getattr(placement, name) == value for name, value in values.items())


def _find(placement: Placement, key: str) -> Move:
    try:
        return moves.find(key, placement.state)
    except ValueError as error:
        raise ValidationError(str(error)) from error


def _apply(placement: Placement, move: Move, values: dict[str, Any]) -> None:
    before = _state_before(placement) if move.target is None else ""
    try:
        placement.state = move.leads_to(placement.state, before)
    except ValueError as error:
        raise ValidationError(str(error)) from error
    for name in move.clears:
        setattr(placement, name, "" if name == "end_reason" else None)
    for name, value in values.items():
        setattr(placement, name, value)
    set_kind(
        placement,
        placement.kind,
        extent_percent=placement.extent_percent,
        referring_body=placement.referring_body,
        supervisor_role=placement.supervisor_role,
    )


def _state_before(placement: Placement) -> str:
    """Where the placement was when it was left for the state it has now, as the history tells."""
    states = placement.events.order_by("-pgh_id").exclude(state=placement.state).values_list("state", flat=True)
    return states.first() or ""


def _check_move(placement: Placement, move: Move, today: date) -> None:
    later = {
        "started_on": ("Startdatumet", "Bekräfta starten den dag deltagaren börjar."),
        "exited_on": ("Dagen", "Ange dagen då det blev klart."),
    }
    for name, (label, way_out) in later.items():
        day = getattr(placement, name)
        if name in move.asks and day and day > today:
            raise ValidationError({name: NOT_YET.format(label=label, day=day, way_out=way_out)})
    planned = placement.planned_start_on
    if move.key == "no_show" and planned and placement.exited_on and placement.exited_on < planned:
        sentence = f"Placeringen skulle börja först {planned}. Välj ”Ta tillbaka förslaget” om den inte blir av."
        raise ValidationError({"exited_on": sentence})
    refuse(**{name: (lambda name=name: _missing(placement, name)) for name in move.required if name != "reason"})
    if not move.key.startswith(("decline", "withdraw", "no_show")):
        check(placement, today, start_field="started_on" if placement.started_on else "planned_start_on")


def _missing(placement: Placement, name: str) -> str:
    label = Placement._meta.get_field(name).verbose_name
    return "" if getattr(placement, name) else f"Ange {label}"
