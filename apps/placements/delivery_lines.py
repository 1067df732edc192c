"""The sum behind what is delivered, line by line, each with the placements it comes from."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from apps.accounts.models import Organisation, User
from apps.core.formats import iso_date, month
from apps.placements import delivery_words as words
from apps.placements.fulfilment import FULL_DAY_HOURS, Amount, Count, FirstStart, Sum, Term, worked_days
from apps.placements.ledger import Row, label_of, labelled, spell_of
from apps.placements.models import Activity, Credit, Placement, PlaceOffer
from apps.placements.queries import sees_days
from apps.procurements.choices import RequirementUnit
from apps.procurements.wording import counted

# Units in which a placement gives more than one, so that only whole ones earn a bonus.
_MEASURED = (RequirementUnit.FTE_MONTHS, RequirementUnit.HOURS)


@dataclass(frozen=True)
class Link:
    """A row by name; `url` is empty for what has no page."""

    text: str
    url: str


@dataclass(frozen=True)
class Line:
    """A term of the sum. What the reader may not see has no links."""

    links: list[Link]
    text: str


@dataclass(frozen=True)
class Reader:
    """What a person may see of a contract: `labels` of rows, and the authorities that share it, `lead` first."""

    user: User
    lead: int
    organisations: Mapping[int, Organisation]
    labels: Collection[str]
    today: date

    def sees(self, row: Row) -> bool:
        """Whether the row may be named and linked."""
        return label_of(row) in self.labels

    def authority(self, row: Row) -> str:
        """Whose the row is."""
        return self.organisations[row.organisation_id].name

    def day(self, row: Row) -> Callable[[date | None], str]:
        """How the row's days are told: as days, or as months to those who may not see participants."""
        return iso_date if sees_days(self.user, self.organisations[row.organisation_id]) else month

    def link(self, row: Row) -> Link:
        """The row by its number or name. Numbers repeat between authorities, so another's is named with it."""
        if isinstance(row, Activity | Credit):
            return Link(words.capitalised(str(row)), "")
        name = str(row) if row.organisation_id == self.lead else f"{row} ({self.authority(row)})"
        return Link(name, row.get_absolute_url())


def lines(
    result: Sum | Count, rows: Mapping[str, Row], reader: Reader, *, unit: str, has_bonus: bool = False
) -> list[Line]:
    """The terms in order; those the reader may not see last, in one line for each authority."""
    shown: list[Line] = []
    hidden: dict[str, list[tuple[int, Amount]]] = {}
    terms = result.terms if isinstance(result, Sum) else ()
    for term, amount in zip_longest(terms, result.amounts):
        sources = labelled(amount, rows)
        if all(map(reader.sees, sources)):
            text = _text(sources, amount, term, unit, reader)
            is_earning = has_bonus and unit in _MEASURED and not isinstance(sources[0], Credit)
            earns = f"; {int(amount.amount)} ger bonus" if is_earning else ""
            shown.append(Line([reader.link(row) for row in sources], text + earns))
        else:
            hidden.setdefault(reader.authority(sources[0]), []).append((len(sources), amount))
    return [*shown, *(_of_another(name, found, unit) for name, found in hidden.items())]


def first_start(first: FirstStart, rows: Mapping[str, Row], reader: Reader) -> str:
    """What began or was offered first, and whether it was in time."""
    if first.first is None:
        return f"{first.state.label}, senast {first.due_on}"
    row = rows[first.first.label]
    if isinstance(row, PlaceOffer):
        what = f"en plats erbjöds {iso_date(row.offered_on)}"
    elif isinstance(row, Activity):
        what = f"en aktivitet hölls {iso_date(row.held_on)}"
    elif reader.sees(row):
        what = f"{reader.link(row).text} började {reader.day(row)(row.started_on)}"
    else:
        what = f"en placering i {reader.authority(row)} har börjat"
    return f"{what}, {first.state.label} (senast {first.due_on})"


def _of_another(name: str, found: list[tuple[int, Amount]], unit: str) -> Line:
    number = counted(sum(count for count, _ in found), "insats", "insatser")
    return Line([], f"{name}: {number}, {words.amount(unit, sum(amount.amount for _, amount in found))}")


def _text(sources: list[Row], amount: Amount, term: Term | None, unit: str, reader: Reader) -> str:
    row, total = sources[0], words.amount(unit, amount.amount)
    if isinstance(row, PlaceOffer):
        return words.offered(row)
    if isinstance(row, Credit):
        return f"{row.get_kind_display()} {iso_date(row.granted_on)}: {total}"
    if isinstance(row, Activity):
        return f"{iso_date(row.held_on)}: {total}"
    if len(sources) > 1:
        return f"{total} med {counted(len(sources), 'placering', 'placeringar')}"
    period = _period(row, reader)
    if term is None and unit != RequirementUnit.HOURS:
        return f"{period}: {total}"
    if not row.extent_percent:
        return f"{period}: ingen arbetstid, {total}"
    return f"{period}: {_sum(row, term, reader)}{total}{', avbrott borträknade' if row.pauses.all() else ''}"


def _sum(placement: Placement, term: Term | None, reader: Reader) -> str:
    """The factors before the result. How many days somebody worked is for those who see days."""
    if term:
        return f"{words.months(term.months)} × {term.extent_percent} % = "
    if reader.day(placement) is month:
        return ""
    days = counted(worked_days(spell_of(placement), reader.today), "arbetsdag", "arbetsdagar")
    return f"{days} × {FULL_DAY_HOURS} timmar × {placement.extent_percent} % = "


def _period(placement: Placement, reader: Reader) -> str:
    on = reader.day(placement)
    start, end = on(placement.started_on), on(placement.ended_on)
    if placement.ended_on is None:
        return f"{start} och framåt"
    return start if start == end else f"{start} – {end}"
