"""Accepting delivery that no placement shows, and taking the acceptance back."""

from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils import timezone

from apps.accounts.models import User
from apps.core.actions import action, change
from apps.placements import ledger
from apps.placements.choices import CreditKind
from apps.placements.models import Credit
from apps.procurements.choices import RequirementUnit
from apps.procurements.models import Requirement

LOGGED = "{unit} räknas ur placeringarna. Logga placeringarna i stället, så räknas de en gång."
NO_ATTEMPTS = (
    "Kravet säger inte att dokumenterade försök räknas. Ändra kravet först om avtalets text ger rätt till det."
)
NOT_WHOLE = "Ange ett helt antal, till exempel 2."
NO_CONTRACT = "Kravet hör inte till något avtal än, så inget kan vara levererat."
# What a supplier may report that nobody at the authority logs.
REPORTED_UNITS = (RequirementUnit.HOURS, RequirementUnit.FTE_MONTHS)


@action
def grant(
    *, by: User, requirement: Requirement, kind: str, amount: Decimal, source: str, source_key: str, granted_on: date
) -> Credit:
    """Count `amount`, in the requirement's unit, as delivered from `granted_on`.

    The same key with the same kind and amount gives the credit that stands. Raises ValidationError: for places and
    persons by report, since those are logged; for attempts that the requirement does not count; and for another amount
    under a key that stands.
    """
    _check(requirement, kind, amount)
    standing = Credit.objects.standing().filter(source_key=source_key, requirement=requirement).first()
    if standing and (standing.kind, standing.amount) == (kind, amount):
        return standing
    contract = requirement.contract
    credit = Credit(organisation=contract.organisation, contract=contract, requirement=requirement, granted_by=by)
    values = {"kind": kind, "amount": amount, "source": source, "source_key": source_key, "granted_on": granted_on}
    change(credit, values)
    return credit


@action
def withdraw(*, by: User, credit: Credit, reason: str) -> Credit:
    """Take a credit back, with the reason; once more does nothing. Raises ValidationError without a reason."""
    credit = Credit.objects.select_for_update().get(pk=credit.pk)
    if credit.withdrawn_at is None:
        change(credit, {"withdrawn_at": timezone.now(), "withdrawn_by": by, "withdrawn_reason": reason.strip()})
    return credit


def _check(requirement: Requirement, kind: str, amount: Decimal) -> None:
    if requirement.contract is None:
        raise ValidationError(NO_CONTRACT)
    unit = ledger.unit_of(requirement)
    if kind == CreditKind.REPORTED and unit not in REPORTED_UNITS:
        raise ValidationError(LOGGED.format(unit=RequirementUnit(unit).label.capitalize()))
    if kind == CreditKind.ATTEMPTS and not requirement.counts_attempts:
        raise ValidationError(NO_ATTEMPTS)
    if unit not in REPORTED_UNITS and amount != int(amount):
        raise ValidationError({"amount": NOT_WHOLE})
