"""Reads for the follow-ups: which a user may ask, where each stands, what was answered before."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.urls import reverse

from apps.accounts.models import Organisation, User
from apps.core.formats import iso_date
from apps.placements.choices import Situation
from apps.placements.models import FollowUp, Participant, Placement

CHANGE, SEE_CODES = "placements.change_placement", "placements.view_participant"


@dataclass(frozen=True)
class Standing:
    """Where a follow-up stands, in words and as the tone of a tag."""

    text: str
    tone: str


@dataclass(frozen=True)
class FollowUpLine:
    """A follow-up as a line of a task list."""

    label: str
    url: str
    hint: str
    status_text: str
    status_kind: str


@dataclass(frozen=True)
class AnswerLine:
    """An answer as it was given: a line of a timeline."""

    on: datetime
    text: str
    by: str


def askable(user: User) -> QuerySet:
    """Follow-ups of placements the user may change, of participants whose code the user may see."""
    seen = Participant.objects.with_code_shown_to(user).visible_to(user, SEE_CODES)
    rows = FollowUp.objects.visible_to(user, CHANGE).filter(placement__participant__in=seen, placement__undone_at=None)
    return rows.select_related("placement__participant", "placement__supplier", "placement__organisation")


def follow_ups_in(organisation: Organisation, user: User) -> QuerySet:
    """Those of the organisation that the user may ask, the first due first."""
    return askable(user).filter(placement__organisation=organisation).order_by("due_on", "pk")


def standing_of(follow_up: FollowUp, today: date) -> Standing:
    """Done, stopped, overdue or to come."""
    if follow_up.answered_on:
        return Standing("gjord", "good")
    if follow_up.stopped_on:
        return Standing("stoppad", "neutral")
    if follow_up.due_on < today:
        return Standing("försenad", "bad")
    return Standing("i dag", "warn") if follow_up.due_on == today else Standing("kommer", "neutral")


def months_text(months: int) -> str:
    """ "1 månad", "3 månader"."""
    return f"{months} {'månad' if months == 1 else 'månader'}"


def lines_of(placement: Placement, today: date) -> list[FollowUpLine]:
    """The follow-ups of a placement, for those who may see its participant's code; what was heard stands there too."""
    rows = ((each, standing_of(each, today)) for each in placement.follow_ups.order_by("months"))
    return [
        FollowUpLine(
            f"Efter {months_text(each.months)}",
            reverse("follow_up_answer", args=[each.pk]),
            _told_of(each),
            standing.text,
            standing.tone,
        )
        for each, standing in rows
    ]


def _told_of(follow_up: FollowUp) -> str:
    if follow_up.stopped_on:
        return f"frågas inte, stoppad {iso_date(follow_up.stopped_on)}"
    return follow_up.get_situation_display() or f"ska göras {iso_date(follow_up.due_on)}"


def answers(follow_up: FollowUp) -> list[AnswerLine]:
    """Every answer that was given, newest first."""
    events = list(follow_up.events.select_related("pgh_context").order_by("pgh_id"))
    given = [
        after
        for before, after in zip([None, *events], events, strict=False)
        if after.situation and after.situation != (before.situation if before else "")
    ]
    names = dict(User.objects.filter(pk__in=[_author(each) for each in given]).values_list("pk", "name"))
    return [
        AnswerLine(each.pgh_created_at, Situation(each.situation).label, names.get(_author(each), ""))
        for each in reversed(given)
    ]


def _author(event) -> int | None:
    return event.pgh_context.metadata.get("user") if event.pgh_context else None
