"""What a year's letters may tell: each supplier's and department's own numbers, protected once for all readers.

Two runs of `disclosure.protect` for an authority and year: placements by supplier and kind, and the result by
department and kind. Kinds of the whole organisation are open, nothing else is. The frozen report's tables of suppliers
and of departments are told by the same runs, so that no letter gives away what a page hides
(docs/decisions/0026-a-letter-tells-what-the-report-may.md).
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from django.db.models import F

from apps.accounts.models import Department, Organisation
from apps.core.formats import number
from apps.placements import ledger
from apps.placements.choices import PlacementKind
from apps.placements.fulfilment import fte_months
from apps.placements.models import Placement
from apps.procurements.models import ContractSupplier
from apps.suppliers.models import Supplier
from apps.targets.disclosure import ALL, HIDDEN, Cell, Dimension, Protected, protect
from apps.targets.measure_rows import due_requirements, fulfilled
from apps.targets.queries import NO_DEPARTMENT, Dashboard, by_department_and_kind

MOST_NAMED = 20
# So many suppliers are weighed one by one, which takes a second; the rest are the smallest, which are seldom told.
MOST_WEIGHED = 80
_NONE, _TAIL = "none", "tail"


@dataclass
class Own:
    """What one supplier or department has done in a year: placements that began, and commitments that fell due."""

    kinds: Counter = field(default_factory=Counter)
    people: set[int] = field(default_factory=set)
    months: Fraction = Fraction(0)
    due: int = 0
    reached: int = 0


@dataclass(frozen=True)
class Run:
    """Counts by kind and one other thing, protected; `of` asks by that thing's keys."""

    protected: Protected
    kinds: tuple[str, ...]
    weighed: frozenset[str]

    def of(self, key: int | None) -> dict[str, Cell]:
        """The cells by kind, the whole as `ALL`. Of a hidden whole no kind is told: that somebody has any is known."""
        cells = self.protected.by("kind", of=_name(key)) if _name(key) in self.weighed else {}
        whole = cells.get(ALL, Cell(None, HIDDEN))
        if not whole.is_hidden:
            return cells
        nobody = [kind for kind in self.kinds if self.protected.cell(kind=kind).value == 0]
        hidden, zero = Cell(None, HIDDEN), Cell(0, number(0))
        return {**{kind: zero if kind in nobody else hidden for kind in self.kinds}, ALL: whole}


def run(
    counts: Mapping[int | None, Mapping[str, int]], kinds: Collection[str], limit: int, most: int | None = None
) -> Run:
    """Protect counts of kinds by key, with only the kinds of the whole open; those beyond `most` stand together."""
    largest = sorted(counts, key=lambda key: (-sum(counts[key].values()), key or 0))
    weighed = [_name(key) for key in largest[:most]]
    cells: Counter = Counter()
    for at, key in enumerate(largest):
        for kind, value in counts[key].items():
            cells[weighed[at] if at < len(weighed) else _TAIL, kind] += value
    # Somebody else is always possible: a single one would be the whole, which is open however small.
    of = Dimension("of", (*dict.fromkeys((*weighed, _NONE)), _TAIL))
    dimensions = [of, Dimension("kind", tuple(kinds))]
    return Run(protect(cells, dimensions, limit=limit, open_dimensions=["kind"]), tuple(kinds), frozenset(weighed))


def told(page: Dashboard) -> dict[str, Any]:
    """What the whole year's frozen report tells of suppliers and departments, and each one's numbers for its letter."""
    organisation, limit = page.organisation, page.organisation.small_number_limit
    suppliers, departments = _owned(organisation, page.year)
    result: dict[int | None, Counter] = defaultdict(Counter)
    for (key, kind), value in by_department_and_kind(organisation, page.year, page.last_on, page.rule).items():
        result[key][kind] += value
    by_supplier = run({key: own.kinds for key, own in suppliers.items()}, PlacementKind.values, limit, MOST_WEIGHED)
    by_department = run(result, page.rule.kinds, limit)
    rows = Department.objects.filter(organisation=organisation)
    shown = [row for row in rows if row.is_active or row.pk in result or row.pk in departments]
    return {
        "suppliers": _named(suppliers, by_supplier, limit),
        "departments": _by_name(shown, result, by_department),
        "letters": {
            "suppliers": {str(key): _lines(own, by_supplier.of(key), limit) for key, own in suppliers.items()},
            "departments": {
                str(row.pk): _lines(departments[row.pk], _of_department(row.pk, result, by_department), limit)
                for row in shown
            },
        },
    }


def _lines(own: Own, cells: Mapping[str, Cell], limit: int) -> dict[str, Any]:
    """A letter's numbers as texts. What rests on few persons, or beside a hidden whole, is not told."""
    whole = cells[ALL]
    return {
        "kinds": {kind: cell.text for kind, cell in cells.items() if kind != ALL},
        "all": whole.text,
        "months": _months(own, whole, limit),
        "due": own.due,
        "reached": HIDDEN if whole.is_hidden else number(own.reached),
    }


def _months(own: Own, whole: Cell, limit: int) -> str:
    if whole.value == 0 and not own.people:
        return number(0)
    if whole.is_hidden or min(whole.value, len(own.people)) < limit:
        return HIDDEN
    months = round(float(own.months), 1)
    return number(months, 0 if months == int(months) else 1)


def _of_department(key: int | None, result: Mapping, by_department: Run) -> dict[str, Cell]:
    """The cells of a department; one that nobody is counted for may be told as nothing."""
    if key in result:
        return by_department.of(key)
    return dict.fromkeys((*by_department.kinds, ALL), Cell(0, number(0)))


def _named(suppliers: Mapping[int, Own], by_supplier: Run, limit: int) -> dict[str, Any]:
    """Suppliers for the report's chart: the largest by name where that is told, the others together.

    How many they are is left out when it tells what each of the others has: one each, or all of it when there is one.
    """
    begun = {key: own.kinds.total() for key, own in suppliers.items() if own.kinds}
    names = dict(Supplier.objects.filter(pk__in=begun).order_by().values_list("pk", "name"))
    first = sorted(begun, key=lambda key: (-begun[key], names[key], key))[:MOST_NAMED]
    is_enough = sum(begun.values()) >= limit
    named = [[names[key], begun[key]] for key in first if is_enough and not by_supplier.of(key)[ALL].is_hidden]
    others, unnamed = sum(begun.values()) - sum(value for _, value in named), len(begun) - len(named)
    is_count_told = not unnamed or (others != unnamed and (unnamed > 1 or others >= limit))
    return {
        "count": len(begun) if is_count_told else None,
        "named": named,
        "unnamed": unnamed if is_count_told else None,
        "others": others,
    }


def _by_name(rows: Collection[Department], result: Mapping, by_department: Run) -> list[list[str]]:
    """Each department's result for the report, in the order of names: an order by size would tell of hidden numbers."""
    if not result:
        return []
    table = [[row.name, _of_department(row.pk, result, by_department)[ALL].text] for row in rows]
    return [*table, [NO_DEPARTMENT, by_department.of(None)[ALL].text]] if None in result else table


def _owned(organisation: Organisation, year: int) -> tuple[dict[int, Own], dict[int, Own]]:
    """What each supplier and each department did, in as many queries however much there is."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    suppliers: dict[int, Own] = defaultdict(Own)
    departments: dict[int, Own] = defaultdict(Own)
    rows = Placement.objects.started().filter(organisation=organisation, starts_on__range=(first, last))
    rows = rows.annotate(department=F("contract__procurement__department")).prefetch_related("pauses")
    for row in rows.order_by("pk"):
        for own in (suppliers[row.supplier_id], *([departments[row.department]] if row.department else [])):
            own.kinds[row.kind] += 1
            own.people.add(row.participant_id)
            own.months += fte_months(ledger.spell_of(row), last)
    due = list(due_requirements([organisation]).filter(last_on__range=(first, last)).select_related("procurement"))
    reached = fulfilled(due, last)
    at = defaultdict(set)
    links = ContractSupplier.objects.filter(contract__in={each.contract_id for each in due})
    for contract, supplier in links.values_list("contract_id", "supplier_id"):
        at[contract].add(supplier)
    for each in due:
        owners = [suppliers[key] for key in at[each.contract_id]]
        owners += [departments[each.procurement.department_id]] if each.procurement.department_id else []
        for own in owners:
            own.due += 1
            own.reached += each.pk in reached
    return suppliers, departments


def _name(key: int | None) -> str:
    return str(key or _NONE)
