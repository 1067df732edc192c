"""The write of from which day a kind of effort may be asked for."""

from datetime import date

from apps.accounts.models import Organisation
from apps.core.actions import action, change, refuse_stale
from apps.procurements.models import RequirementKindStart


@action
def set_kind_start(
    *, by, organisation: Organisation, kind: str, starts_on: date | None, seen: str | None = None
) -> RequirementKindStart:
    """Let a kind be asked for from a day on, or (None) always. What already stands in procurements stays.

    Gives the row, unsaved when there is none any more. Raises core.actions.Conflict when it is not what was `seen`.
    """
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    row = kind_start(organisation, kind)
    refuse_stale(row, seen)
    if starts_on is not None:
        change(row, {"starts_on": starts_on, "changed_by": by})
        return row
    if row.pk:
        row.delete()
    return kind_start(organisation, kind)


def kind_start(organisation: Organisation, kind: str) -> RequirementKindStart:
    """The kind's row in the organisation, or a new one that is not saved."""
    row = RequirementKindStart.objects.filter(organisation=organisation, kind=kind).first()
    return row or RequirementKindStart(organisation=organisation, kind=kind)
