"""What the follow-up of all contracts costs in a month, as it is and as the proposals would make it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.text import capfirst

from apps.core import charts
from apps.core.charts import Caption, Series
from apps.core.formats import month
from apps.followups import intensity, schedule
from apps.followups.choices import Intensity
from apps.followups.intensity import Load, Share
from apps.followups.plan_queries import Case
from apps.procurements.wording import counted

MONTHS = 12
_SHORT = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


@dataclass(frozen=True, slots=True)
class MonthRow:
    """A month's points by class as planned, their sum, and the sum if every proposal is accepted."""

    name: str
    light: int
    normal: int
    deep: int
    total: int
    proposed: int


def loads(cases: Iterable[Case], *, today: date) -> list[tuple[Load, Load]]:
    """Each coming month as planned and as the proposals would make it; the first is the month of today."""
    cases = list(cases)
    now = [(case.intensity, day) for case in cases for day in case.open_days.values()]
    then = [(case.proposal.intensity, day) for case in cases for day in _if_accepted(case, today)]
    first = today.replace(day=1)
    return list(zip(intensity.load(now, first, MONTHS), intensity.load(then, first, MONTHS), strict=True))


def month_rows(found: list[tuple[Load, Load]]) -> list[MonthRow]:
    """The months as rows of a table."""
    return [
        MonthRow(capfirst(month(now.month)), now.light, now.normal, now.deep, now.total, then.total)
        for now, then in found
    ]


def chart(found: list[tuple[Load, Load]]):
    """The months as planned, stacked by class."""
    names = [f"{_SHORT[now.month.month - 1]} {now.month:%y}" for now, _ in found]
    series = [
        Series("Lätt", [now.light for now, _ in found], "muted"),
        Series("Normal", [now.normal for now, _ in found], "internship"),
        Series("Fördjupad", [now.deep for now, _ in found], "apprenticeship"),
    ]
    lead = _lead(found)
    caption = Caption("belastning", "Hur mycket uppföljning blir det per månad?", lead=lead, empty="Inget är planerat.")
    return charts.stacked_columns(caption, names, series, category_name="Månad")


def share_words(found: Iterable[Share]) -> list[dict]:
    """The actual share of each class beside the aim."""
    return [
        {
            "name": capfirst(Intensity(each.intensity).label),
            "count": each.count,
            "percent": each.percent,
            "aim": each.aim,
        }
        for each in found
    ]


def _if_accepted(case: Case, today: date) -> list[date]:
    """The planned days when the contract had its proposed class."""
    changes = schedule.changes(case.days, case.proposal.intensity, case.points, today=today)
    days = dict(case.open_days)
    for pk in changes.drop:
        days.pop(pk, None)
    days.update(changes.move)
    return [*days.values(), *(point.due_on for point in changes.make)]


def _lead(found: list[tuple[Load, Load]]) -> str:
    busiest = max(found, key=lambda pair: pair[0].total)[0]
    if not busiest.total:
        return ""
    total = sum(now.total for now, _ in found)
    most = f"Mest blir det i {month(busiest.month)}: {counted(busiest.total, 'punkt', 'punkter')}."
    return f"{counted(total, 'punkt', 'punkter')} på {MONTHS} månader. {most}"
