"""What coordinators have said of a year's charts."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from apps.accounts.models import Organisation
from apps.core.questions import Given, Question
from apps.targets.models import ChartComment

# What can be said something of, as the charts are called in addresses, and the heading's words for it.
CHARTS = {
    "mal": "målet",
    "utveckling": "utvecklingen under året",
    "kvartal": "vad som startade när",
    "manad": "hur många som har en pågående insats",
    "forvaltning": "förvaltningarna",
    "leverantorer": "leverantörerna",
    "fran-plats-till-arbete": "vad det blev av platserna",
    "krav": "upphandlingarna med sociala krav",
    "ar-mot-ar": "jämförelsen med förra året",
    "aktiviteter": "det som sker vid sidan av målet",
}


@dataclass(frozen=True)
class Comment:
    """A comment that stands, signed and dated."""

    key: int
    text: str
    by: str
    at: datetime


def to_freeze(organisation: Organisation, year: int) -> list[list[str]]:
    """What stands beside the charts now, for a frozen report: chart, text, who and which day."""
    return [
        [chart, each.text, each.by, timezone.localdate(each.at).isoformat()]
        for chart, own in comments(organisation, year).items()
        for each in own
    ]


def comments(organisation: Organisation, year: int) -> dict[str, tuple[Comment, ...]]:
    """The comments that stand beside a year's charts, oldest first, by chart."""
    found: dict[str, tuple[Comment, ...]] = {}
    for chart, key, text, name, email, at in _STANDING.ask(organisation=organisation.pk, year=year):
        found[chart] = (*found.get(chart, ()), Comment(key, text, name or email, at))
    return found


def _standing() -> QuerySet:
    rows = ChartComment.objects.filter(organisation=Given("organisation"), year=Given("year"), undone_at=None)
    return rows.values_list("chart", "pk", "text", "created_by__name", "created_by__email", "created_at")


_STANDING = Question(_standing)
