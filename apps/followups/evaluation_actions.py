"""Evaluating a contract: what was learned, and what was promised and delivered that day."""

from datetime import date
from fractions import Fraction
from uuid import UUID

from django.core.exceptions import ValidationError

from apps.core.actions import action, change, make_once, refuse_stale
from apps.followups.choices import PointKind
from apps.followups.models import Evaluation
from apps.followups.plan_actions import finish_kind
from apps.followups.standings import standings
from apps.procurements.models import Contract
from apps.procurements.wording import cut

IN_THE_FUTURE = "Dagen {day} har inte varit än. Ange dagen då avtalet utvärderades."
NOTHING = "Skriv vad som fungerade eller vad ni ändrar nästa gång: det är det nästa upphandling har nytta av."


@action
def evaluate(
    *,
    by,
    contract: Contract,
    held_on: date,
    worked: str,
    change_next: str,
    dose_advice: str = "",
    today: date,
    token: UUID | None = None,
    version: str | None = None,
) -> Evaluation:
    """Keep the contract's evaluation, new or changed, with its outcome by requirement as the rows say today.

    The plan's evaluation is done. Raises ValidationError for a day to come, or when nothing was learned, and Conflict
    when the evaluation is not what `version` was of. A form that is sent again gives the one it made.
    """
    if held_on > today:
        raise ValidationError({"held_on": IN_THE_FUTURE.format(day=held_on)})
    if not (worked.strip() or change_next.strip()):
        raise ValidationError({"worked": NOTHING})
    values = {"held_on": held_on, "worked": worked.strip(), "change_next": change_next.strip()}
    values |= {"dose_advice": dose_advice.strip(), "delivered": outcome(contract, today=today)}

    def make():
        row = Evaluation(organisation_id=contract.organisation_id, contract=contract, made_by=by)
        if token:
            row.token = token
        change(row, values)
        return row

    existing = Evaluation.objects.select_for_update().filter(contract=contract).first()
    if existing and existing.token != token:
        refuse_stale(existing, version)
        change(existing, values)
    found = existing or make_once(Evaluation, token, make)
    finish_kind(contract, PointKind.EVALUATION, done_on=held_on)
    return found


def outcome(contract: Contract, *, today: date) -> list[dict]:
    """What was promised and delivered of each requirement with an effort of its own, as values a JSON column keeps."""
    found = standings([contract], today=today).get(contract.pk, [])
    return [
        {
            "requirement": each.requirement.pk,
            "name": str(each.requirement),
            "kind": each.requirement.kind,
            "unit": each.requirement.unit,
            "promised": each.requirement.count,
            "delivered": str(round(float(Fraction(each.delivered)), 2)),
            "told": cut(Fraction(each.delivered)),
            "state": str(each.state),
        }
        for each in found
    ]
