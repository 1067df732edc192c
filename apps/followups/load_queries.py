"""What the follow-up of all contracts costs in a month, as it is and as the proposals would make it."""

from collections.abc import Iterable
from datetime import date

from django.utils.text import capfirst

from apps.core import charts
from apps.core.charts import Caption, Series
from apps.core.formats import month, number
from apps.core.lists import Cell, Heading, Row, Table
from apps.followups import intensity, schedule
from apps.followups.intensity import Load, Share
from apps.followups.plan_queries import Case
from apps.procurements.wording import counted

MONTHS = 12
_SHORT = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


def loads(cases: Iterable[Case], *, today: date) -> list[tuple[Load, Load]]:
    """Each coming month as planned and as the proposals would make it; the first is the month of today."""
    cases = list(cases)
    now = [(case.intensity, day) for case in cases for day in case.open_days.values()]
    then = [(case.proposal.intensity, day) for case in cases for day in _if_accepted(case, today)]
    first = today.replace(day=1)
    return list(zip(intensity.load(now, first, MONTHS), intensity.load(then, first, MONTHS), strict=True))


def month_table(found: list[tuple[Load, Load]]) -> Table:
    """The points of each month, as planned and if every proposal is followed."""
    rows = [(capfirst(month(now.month)), number(now.total), number(then.total)) for now, then in found]
    return _table("Punkter per månad", ("Månad", "Planerat", "Med förslagen"), rows)


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


def share_table(found: Iterable[Share]) -> Table:
    """The actual share of each class beside the aim."""
    rows = [
        (capfirst(each.intensity.label), number(each.count), f"{each.percent} %", f"{each.aim} %") for each in found
    ]
    return _table("Nu, och riktmärket", ("Uppföljning", "Avtal", "Andel", "Riktmärke"), rows)


def _table(caption: str, names: tuple[str, ...], rows: list[tuple[str, ...]]) -> Table:
    """A table whose first column is words and whose others are numbers."""
    headings = [Heading(name, is_number=place > 0) for place, name in enumerate(names)]
    cells = [
        Row([Cell(text, name, is_number=place > 0) for place, (name, text) in enumerate(zip(names, row, strict=True))])
        for row in rows
    ]
    return Table(caption, headings, cells)


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
