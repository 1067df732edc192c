"""Every write to deviations by hand: noting one, changing it, exempting it and closing it."""

from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from apps.accounts.models import User
from apps.core.actions import action, change, make_once, refuse_stale
from apps.followups.choices import DeviationState, SanctionState
from apps.followups.models import Deviation
from apps.procurements.models import Contract

NOT_OPEN = "Avvikelsen är {state} sedan {day}. Öppna den igen om något ska ändras."
WAITS = "{step} väntar på beslut. Besluta eller ta tillbaka det steget innan avvikelsen avslutas."
TOO_EARLY = "Upptäckt {day} har inte varit ännu. Ange en dag till och med i dag."
CLOSED_STATES = (DeviationState.RECTIFIED, DeviationState.CLOSED)


@action
def create_deviation(
    *, by: User, contract: Contract, raised_on: date, today: date, token: UUID, **values: Any
) -> Deviation:
    """Note a deviation from a contract; the same token again gives the first one.

    `values` are Deviation's other fields: cause, what, requirement, owner, measure, due_on, and the meeting or report
    it was seen at. Raises ValidationError by field.
    """

    def make() -> Deviation:
        if raised_on > today:
            raise ValidationError({"raised_on": TOO_EARLY.format(day=raised_on)})
        own = {"organisation": contract.organisation, "contract": contract, "made_by": by, "token": token}
        deviation = Deviation(**own, raised_on=raised_on)
        change(deviation, values)
        return deviation

    return make_once(Deviation, token, make)


@action
def update_deviation(*, by: User, deviation: Deviation, version: str | None = None, **values: Any) -> Deviation:
    """Change an open deviation. Raises ValidationError by field, and Conflict when it is not what `version` was of."""
    deviation = _locked(deviation)
    refuse_stale(deviation, version)
    _refuse_closed(deviation)
    change(deviation, values)
    return deviation


@action
def exempt_deviation(*, by: User, deviation: Deviation, exemption_reason: str, today: date) -> Deviation:
    """Say that nothing is asked of the supplier for this, and why. Twice is once. Raises ValidationError."""
    values = {"state": DeviationState.EXEMPTED, "exemption_reason": exemption_reason}
    return _end(deviation, by, today, values)


@action
def close_deviation(*, by: User, deviation: Deviation, state: str, outcome: str, today: date) -> Deviation:
    """Close a deviation as rectified, or as over all the same, with how it went. Raises ValidationError."""
    if state not in CLOSED_STATES:
        raise ValidationError({"state": "Välj om avvikelsen är rättad eller avslutas ändå."})
    return _end(deviation, by, today, {"state": state, "outcome": outcome})


@action
def reopen_deviation(*, by: User, deviation: Deviation) -> Deviation:
    """Open a deviation again; the history keeps how it was closed. An open one stays as it is."""
    deviation = _locked(deviation)
    if deviation.state != DeviationState.OPEN:
        emptied = {"closed_on": None, "closed_by": None, "outcome": "", "exemption_reason": ""}
        change(deviation, {"state": DeviationState.OPEN, **emptied})
    return deviation


def _end(deviation: Deviation, by: User, today: date, values: dict[str, Any]) -> Deviation:
    deviation = _locked(deviation)
    if all(getattr(deviation, name) == value for name, value in values.items()):
        return deviation
    _refuse_closed(deviation)
    if waiting := deviation.sanctions.filter(state=SanctionState.PROPOSED).first():
        raise ValidationError(WAITS.format(step=str(waiting).capitalize()))
    change(deviation, values | {"closed_on": today, "closed_by": by})
    return deviation


def _refuse_closed(deviation: Deviation) -> None:
    if deviation.state != DeviationState.OPEN:
        raise ValidationError(NOT_OPEN.format(state=deviation.get_state_display(), day=deviation.closed_on))


def _locked(deviation: Deviation) -> Deviation:
    """The deviation as it is now. Its contract is locked first, as by every step: no two acts lock each other."""
    list(Contract.objects.select_for_update(no_key=True).filter(pk=deviation.contract_id).values_list("pk"))
    return Deviation.objects.select_for_update(no_key=True).get(pk=deviation.pk)
