"""The write of a decision to name suppliers, or to stop."""

import uuid
from datetime import date

from django.core.exceptions import ValidationError

from apps.accounts.models import Organisation, User
from apps.core.actions import action, change, make_once
from apps.targets.models import NamingDecision


@action
def decide_naming(
    *,
    by: User,
    organisation: Organisation,
    names_suppliers: bool,
    decided_by_body: str,
    decided_on: date,
    reference: str,
    today: date,
    token: uuid.UUID | None = None,
) -> NamingDecision:
    """Add the organisation's decision. The newest one holds, so a new decision undoes the one before.

    Raises ValidationError in Swedish for a day that has not come, and for a decision older than the one that holds.
    """
    if decided_on > today:
        raise ValidationError({"decided_on": f"Beslutsdatum {decided_on} har inte varit ännu. Lägg in fattade beslut."})

    def make() -> NamingDecision:
        held = NamingDecision.objects.in_force(organisation)
        if held and decided_on < held.decided_on:
            text = f"Beslutsdatum {decided_on} är före det beslut som gäller, från {held.decided_on}."
            raise ValidationError({"decided_on": f"{text} Lägg in ett nyare beslut."})
        made = NamingDecision(
            organisation=organisation,
            names_suppliers=names_suppliers,
            decided_by_body=decided_by_body,
            decided_on=decided_on,
            reference=reference,
            created_by=by,
            token=token or uuid.uuid4(),
        )
        change(made, {})
        return made

    return make_once(NamingDecision, token, make)
