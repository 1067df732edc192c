"""Writes about how a version of the guideline is brought into use: proposed, published, told of, in place.

None of them changes what the version says, so a decided version, which is locked, still has them.
"""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from apps.core.actions import action, change, refuse_stale
from apps.procurements.guideline_following import criteria_of
from apps.procurements.guideline_process import refusal
from apps.procurements.guidelines import ALREADY_DECIDED, NOT_DECIDED, refuse_day
from apps.procurements.models import GuidelineVersion

IN_PLACE_TOO_EARLY = "Riktlinjen beslutades {decided} och kan inte ha införts redan {day}."
IN_PLACE_BEFORE_FORCE = "Riktlinjen gäller från {valid} och kan inte ha införts redan {day}."
PUBLISHED_TOO_EARLY = "Riktlinjen beslutades {decided} och kan inte ha publicerats redan {day}."
ONLY_DECIDED = "”{title}” är inte beslutad och kan inte vara publicerad. Registrera beslutet först, eller töm fältet."
MISSING_DAY = "Ange dagen, eller töm {other}."
MISSING_ADDRESS = "Ange adressen där riktlinjen är publicerad, eller töm dagen."
MISSING_REFERENCE = "Ange var det framgår att seminarierna är hållna, eller töm dagen."


@action
def propose_guideline(
    *, by, guideline: GuidelineVersion, on: date | None, today: date, seen: str | None = None
) -> GuidelineVersion:
    """Say when a version was proposed for decision; None takes it back to revision."""
    guideline = _held(guideline, seen)
    if guideline.decided_on:
        raise ValidationError(ALREADY_DECIDED.format(title=guideline.title, day=guideline.decided_on))
    refuse_day("on", on, today)
    change(guideline, {"proposed_on": on})
    return guideline


@action
def save_rollout(
    *, by, guideline: GuidelineVersion, today: date, seen: str | None = None, **values: Any
) -> GuidelineVersion:
    """Keep when and where the version was published, the seminars noted by hand, and the goal for its use.

    `values` are published_on, published_url, seminars_held_on, seminars_reference and follow_goal.
    """
    guideline = _held(guideline, seen)
    _refuse_publishing(guideline, values.get("published_on"), values.get("published_url", ""), today)
    _refuse_seminars(values.get("seminars_held_on"), values.get("seminars_reference", ""), today)
    change(guideline, values)
    return guideline


@action
def put_in_place(
    *, by, guideline: GuidelineVersion, on: date, today: date, motive: str = "", seen: str | None = None
) -> GuidelineVersion:
    """Say from when a decided version is in use: the second of its two goals. Nothing in the version changes.

    Needs a motive while a criterion is not met; how they stood is kept with it.
    """
    guideline = _held(guideline, seen)
    if guideline.decided_on is None:
        raise ValidationError(NOT_DECIDED.format(title=guideline.title))
    refuse_day("on", on, today)
    if on < guideline.decided_on:
        raise ValidationError({"on": IN_PLACE_TOO_EARLY.format(decided=guideline.decided_on, day=on)})
    if on < guideline.valid_from:
        raise ValidationError({"on": IN_PLACE_BEFORE_FORCE.format(valid=guideline.valid_from, day=on)})
    found = criteria_of(guideline, today)
    if sentence := refusal(found, motive):
        raise ValidationError({"motive": sentence})
    basis = [{"label": each.label, "is_met": each.is_met, "text": each.text} for each in found]
    change(guideline, {"in_place_on": on, "in_place_motive": motive.strip(), "in_place_basis": basis})
    return guideline


def _held(guideline: GuidelineVersion, seen: str | None) -> GuidelineVersion:
    guideline = GuidelineVersion.objects.select_for_update().get(pk=guideline.pk)
    refuse_stale(guideline, seen)
    return guideline


def _refuse_publishing(guideline: GuidelineVersion, on: date | None, url: str, today: date) -> None:
    if bool(on) != bool(url):
        raise ValidationError(
            {"published_url": MISSING_ADDRESS} if on else {"published_on": MISSING_DAY.format(other="adressen")}
        )
    if on is None:
        return
    refuse_day("published_on", on, today)
    if guideline.decided_on is None:
        raise ValidationError({"published_on": ONLY_DECIDED.format(title=guideline.title)})
    if on < guideline.decided_on:
        raise ValidationError({"published_on": PUBLISHED_TOO_EARLY.format(decided=guideline.decided_on, day=on)})


def _refuse_seminars(on: date | None, reference: str, today: date) -> None:
    if bool(on) != bool(reference.strip()):
        missing = {"seminars_reference": MISSING_REFERENCE}
        raise ValidationError(missing if on else {"seminars_held_on": MISSING_DAY.format(other="underlaget")})
    refuse_day("seminars_held_on", on, today)
