"""What every write of a placement holds to: its number, its days, its kind, its contract and its place.

All are called under the lock of the organisation (`participant_actions.lock`). Sentences of refusals are Swedish.
"""

from collections.abc import Callable
from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import Max

from apps.accounts.models import Organisation
from apps.placements import kind_rules, moves, rules
from apps.placements.choices import FILLED_STATES, WAITING_STATES, WORKED_STATES, PlacementKind, PlacementState
from apps.placements.models import Placement, PlaceOffer
from apps.procurements.models import Contract, Procurement
from apps.suppliers.models import Supplier


def next_number(organisation: Organisation) -> int:
    """The placement number after the organisation's last."""
    return (Placement.objects.filter(organisation=organisation).aggregate(last=Max("number"))["last"] or 0) + 1


def standing(placement: Placement) -> Placement:
    """The placement as it is now; refused when it has been undone."""
    current = Placement.objects.get(pk=placement.pk)
    if current.undone_at:
        raise ValidationError(f"{current} är ångrad och kan inte ändras. Logga placeringen på nytt i stället.")
    return current


def set_kind(
    placement: Placement, kind: str, *, extent_percent: int | None, referring_body: str, supervisor_role: str
) -> None:
    """The kind, and only what it has: a mentorship has no working time, and practice alone is referred (DOMAIN 4)."""
    is_practice = kind == PlacementKind.INTERNSHIP
    placement.kind = kind
    placement.extent_percent = None if kind == PlacementKind.MENTORSHIP else extent_percent
    placement.referring_body = referring_body if is_practice else ""
    placement.supervisor_role = supervisor_role.strip() if is_practice else ""


def set_start(placement: Placement, day: date, today: date) -> None:
    """Give a placement its first day: one that has come means started or ended, a later one is only planned."""
    is_waiting = placement.pk and placement.state in WAITING_STATES
    if is_waiting or day > today:
        placement.planned_start_on, placement.started_on = day, None
        placement.state = placement.state if is_waiting else moves.first_state(day, today)
    else:
        placement.started_on = day
        placement.state = PlacementState.ENDED if placement.ended_on else PlacementState.STARTED


def check(placement: Placement, today: date, *, start_field: str = "started_on") -> None:
    """Refuse what days, kind, contract or offer do not allow. `start_field` is what the form calls the first day."""
    check_workplace(placement.organisation_id, placement.contract, placement.supplier)
    first_day, planned_end_on = placement.first_day, placement.planned_end_on
    if first_day:
        planned_end = rules.planned_end_problem(started_on=first_day, planned_end_on=planned_end_on)
        refuse(
            **{start_field: lambda: rules.date_problem("Startdatumet", first_day, today)},
            planned_end_on=lambda: planned_end,
        )
    if problems := kind_problems(placement):
        raise ValidationError(problems)
    check_end(placement, today)
    check_room(placement)


def kind_problems(placement: Placement) -> dict[str, str]:
    """What the kind refuses of the placement as it is, by field."""
    return kind_rules.problems(
        placement.kind,
        starting=placement.state in WORKED_STATES,
        referring_body=placement.referring_body,
        supervisor_role=placement.supervisor_role,
        supplier_org_number=placement.supplier.org_number or "",
        start=placement.first_day,
        planned_end=placement.planned_end_on,
        extent_percent=placement.extent_percent,
    )


def check_end(placement: Placement, today: date) -> None:
    """Refuse an end before the start or after today."""
    if placement.ended_on:
        problem = rules.end_problem(started_on=placement.first_day, ended_on=placement.ended_on, today=today)
        refuse(ended_on=lambda: problem)


def check_room(placement: Placement) -> None:
    """Refuse a further match on an offer whose places are taken."""
    if placement.offer_id and placement.state in FILLED_STATES and is_full(placement.offer, besides=placement):
        count = placement.offer.count
        places = "Platsen är redan tagen" if count == 1 else f"Alla {count} platser är redan tagna"
        raise ValidationError(f"{places}. Ändra antalet på platsen om leverantören tar emot fler.")


def is_full(offer: PlaceOffer, *, besides: Placement | None = None) -> bool:
    """Whether all places of the offer are taken, by other placements than the one named."""
    taken = Placement.objects.standing().filter(offer=offer, state__in=FILLED_STATES)
    return taken.exclude(pk=besides.pk if besides else None).count() >= offer.count


def check_workplace(organisation_id: int, contract: Contract | None, supplier: Supplier) -> None:
    """Refuse a contract that the organisation is no party of, and a supplier that is not on it."""
    if contract is None:
        return
    is_ours = contract.organisation_id == organisation_id
    if not is_ours and not Procurement.objects.of(organisation_id).filter(pk=contract.procurement_id).exists():
        raise ValidationError({"contract": "Välj avtal: det valda avtalet hör till en annan organisation."})
    if not contract.parties.filter(supplier=supplier).exists():
        raise ValidationError({"contract": f"Välj avtal: {supplier} är inte leverantör på {contract}."})


def refuse(**checks: Callable[[], str]) -> None:
    """Raise ValidationError with the sentence of each field whose check gives one."""
    problems = {field: problem for field, check in checks.items() if (problem := check())}
    if problems:
        raise ValidationError(problems)
