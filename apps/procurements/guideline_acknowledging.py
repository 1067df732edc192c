"""Writes about who is to read a version of the guideline, and that somebody has."""

from collections.abc import Collection
from datetime import date

from django.core.exceptions import ValidationError

from apps.core.actions import action, change, refuse_stale
from apps.procurements.guideline_readers import readable_roles, readers
from apps.procurements.models import GuidelineAcknowledgement, GuidelineVersion

NO_ROLE = "Välj minst en roll som ska läsa versionen."
NO_DAY = "Ange senast vilken dag versionen ska vara läst."
PAST_DAY = "{day} har redan varit. Ange i dag eller en senare dag."
CANNOT_READ = "Rollen {role} ser inte riktlinjerna och kan därför inte ombes läsa dem. Välj en annan roll."
NOT_DECIDED = "”{title}” är inte beslutad än, så det finns inget att bekräfta."
NOT_ASKED = "Ingen av dina roller är bland dem som ska läsa ”{title}”."


@action
def ask_to_read(
    *,
    by,
    guideline: GuidelineVersion,
    roles: Collection[str],
    due_on: date | None,
    today: date,
    seen: str | None = None,
) -> GuidelineVersion:
    """Say which roles are to have read a version and by when; no roles and no day asks nobody.

    The people are asked once the version is decided, and whoever gets one of the roles later is asked then.
    """
    guideline = GuidelineVersion.objects.select_for_update().get(pk=guideline.pk)
    refuse_stale(guideline, seen)
    if bool(roles) != bool(due_on):
        raise ValidationError({"due_on": NO_DAY} if roles else {"roles": NO_ROLE})
    allowed = dict(readable_roles())
    if unknown := next((role for role in roles if role not in allowed), None):
        raise ValidationError({"roles": CANNOT_READ.format(role=unknown)})
    if due_on and due_on < today and due_on != guideline.reading_due_on:
        raise ValidationError({"due_on": PAST_DAY.format(day=due_on)})
    change(guideline, {"reading_roles": [role for role in allowed if role in roles], "reading_due_on": due_on})
    return guideline


@action
def acknowledge(*, by, guideline: GuidelineVersion) -> GuidelineAcknowledgement:
    """Say that `by` has read the version: one row for each person and version, however often it is pressed."""
    guideline = GuidelineVersion.objects.select_for_update().get(pk=guideline.pk)
    if said := GuidelineAcknowledgement.objects.filter(guideline=guideline, user=by).first():
        return said
    if guideline.decided_on is None:
        raise ValidationError(NOT_DECIDED.format(title=guideline.title))
    reader = next((each for each in readers(guideline) if each.pk == by.pk), None)
    if reader is None:
        raise ValidationError(NOT_ASKED.format(title=guideline.title))
    row = GuidelineAcknowledgement(organisation=guideline.organisation, guideline=guideline, user=by)
    change(row, {"role": reader.roles[0]})
    return row
