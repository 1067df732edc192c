"""Which procurements were published under a version of the guideline, and whether they follow it."""

from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.db.models import Case, CharField, Count, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.utils.module_loading import import_string

from apps.procurements.choices import FOLLOWS, Following, Phase
from apps.procurements.guideline_process import Criterion, Days, Rollout, Share, criteria
from apps.procurements.models import GuidelineVersion, Procurement, RequirementDecision

_NONE = Share()


def judged(procurements: QuerySet[Procurement]) -> QuerySet[Procurement]:
    """Those that keep a version, none of them cancelled, with `decided`, `recommended` and `following`.

    The same rule as `guideline_process.following`, for figures and filters; a test holds the two together.
    """
    latest = RequirementDecision.objects.filter(procurement=OuterRef("pk")).order_by("-pk")
    rows = procurements.filter(guideline__isnull=False).exclude(phase=Phase.CANCELLED)
    rows = rows.annotate(
        decided=Subquery(latest.values("decided")[:1]), recommended=Subquery(latest.values("recommended")[:1])
    )
    stands = Case(
        When(decided=None, then=Value(Following.MISSING)),
        When(Q(decided=F("recommended")), then=Value(Following.IN_LINE)),
        default=Value(Following.MOTIVATED),
        output_field=CharField(),
    )
    return rows.annotate(following=stands)


def shares(guidelines: Iterable[GuidelineVersion]) -> dict[int, Share]:
    """The share that follows each of the versions, by its key; one query."""
    rows = judged(Procurement.objects.filter(guideline__in=[each.pk for each in guidelines])).order_by()
    counted = rows.values("guideline").annotate(every=Count("pk"), good=Count("pk", filter=Q(following__in=FOLLOWS)))
    return {row["guideline"]: Share(row["good"], row["every"]) for row in counted}


def share(guideline: GuidelineVersion) -> Share:
    """The share that follows the version."""
    return shares([guideline]).get(guideline.pk, _NONE)


def days_of(guideline: GuidelineVersion) -> Days:
    """The days that tell how far the version has come."""
    return Days(guideline.proposed_on, guideline.decided_on, guideline.valid_from, guideline.in_place_on)


def criteria_of(guideline: GuidelineVersion, today: date) -> tuple[Criterion, ...]:
    """The conditions for the version to be in place, as they stand on the day."""
    return criteria(
        Rollout(
            days=days_of(guideline),
            decided_by=guideline.decided_by,
            published_on=guideline.published_on,
            seminars_held_on=guideline.seminars_held_on,
            seminars_reference=guideline.seminars_reference,
            held_seminars=held_seminars(guideline, today),
            share=share(guideline),
            goal=guideline.follow_goal,
        )
    )


def held_seminars(guideline: GuidelineVersion, today: date) -> int:
    """How many seminars about the version that upper floors know to have been held (settings.GUIDELINE_SEMINARS)."""
    return sum(import_string(path)(guideline, today) for path in settings.GUIDELINE_SEMINARS)
