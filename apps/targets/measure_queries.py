"""The measures of a period: one statement each, summed by the database, however many years, departments or authorities.

`measures` says what each one is. What became of residents is told of whole years that are over, through `disclosure`;
while a year runs it would tell from one day to the next what became of a single resident (docs/decisions/0019).
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import connection
from django.db.models import Count, Q, QuerySet

from apps.accounts.models import Department, Organisation
from apps.core.formats import money, number
from apps.placements.choices import FILLED_STATES, MUNICIPAL_REASONS, PlacementKind, Situation
from apps.placements.outcomes import CONVERSION_TIME, Outcome, outcome
from apps.procurements.choices import RequirementModel
from apps.targets import cost_queries
from apps.targets import measure_statements as statements
from apps.targets.choices import Measure
from apps.targets.counting import Rule
from apps.targets.disclosure import Cell, Dimension, protect, total
from apps.targets.measure_rows import decided_consultations, due_requirements, fulfilled, signed_procurements
from apps.targets.measures import (
    CODES,
    MeasureResult,
    Part,
    Window,
    definition,
    is_year_that_is_over,
    plain,
    share,
    window,
    withheld,
)
from apps.targets.queries import rule_of, target_of

SUSTAINED_MONTHS = (3, 6, 12)
WAITS_FOR_YEAR = "Visas för hela år som är slut, så att ingen enskild kan följas från dag till dag."


@dataclass(frozen=True)
class Asked:
    """What a question is about: whose rows, which days, how residents are counted, from which value procurements are.

    The windows are told apart by their place, the first being the period itself.
    """

    organisations: tuple[Organisation, ...]
    windows: tuple[Window, ...]
    today: date
    rule: Rule
    department: Department | None = None
    least_value: Decimal | None = None

    @property
    def values(self) -> dict:
        """The parameters that all statements have."""
        return {
            "organisations": [each.pk for each in self.organisations],
            "firsts": [each.first for each in self.windows],
            "lasts": [each.last for each in self.windows],
            "department": self.department and self.department.pk,
        }


Results = list[dict[str, MeasureResult]]
"""Per window the measures by code."""


def measure(
    code: str,
    organisation: Organisation,
    year: int,
    period: str,
    today: date,
    department: Department | None = None,
) -> MeasureResult:
    """One measure of a period (choices.Period), as it stands on the evening of `today`.

    Residents are counted by the rule of the year's target. Raises LookupError for a code that does not exist.
    """
    definition(code)
    return measured([code], ask(organisation, year, period, today, department))[0][code]


def all_measures(
    organisation: Organisation, year: int, period: str, today: date, department: Department | None = None
) -> dict[str, MeasureResult]:
    """Every measure of a period by code, in the order of the definitions, in as many queries however much there is."""
    return measured(CODES, ask(organisation, year, period, today, department))[0]


def ask(
    organisation: Organisation,
    year: int,
    period: str,
    today: date,
    department: Department | None = None,
    *,
    more: Iterable[Window] = (),
) -> Asked:
    """The question of an organisation's period, counted by the rule of its target; `more` windows stand after it."""
    windows = (window(year, period, today), *more)
    return Asked((organisation,), windows, today, rule_of(target_of(organisation, year)), department)


def measured(codes: Collection[str], asked: Asked) -> Results:
    """The measures with those codes, per window of the question."""
    found: Results = [{} for _ in asked.windows]
    for own, query in _QUERIES:
        if wanted := [code for code in own if code in codes]:
            for results, rows in zip(found, query(asked), strict=True):
                results.update({code: rows[code] for code in wanted})
    return [{code: results[code] for code in CODES if code in results} for results in found]


def read(statement: str, asked: Asked, **values) -> list[list[tuple]]:
    """The statement's rows per window, without the window's number."""
    with connection.cursor() as cursor:
        cursor.execute(statement, asked.values | values)
        rows = cursor.fetchall()
    return [[row[1:] for row in rows if row[0] == at] for at in range(1, len(asked.windows) + 1)]


def _started(asked: Asked) -> Results:
    found = []
    for rows in read(statements.STARTED, asked, kinds=list(asked.rule.kinds)):
        kinds = {kind: numbers for kind, *numbers in rows}
        starts, residents, counted = kinds.pop(None, (0, 0, 0))
        labels = [kind for kind in PlacementKind if kind.value in kinds]
        parts = tuple(Part(kind.value, kind.label.lower(), kinds[kind.value][0]) for kind in labels)
        found.append(
            {
                Measure.RESIDENTS.value: plain(Measure.RESIDENTS, residents),
                "placements_started": plain("placements_started", starts, "", parts),
                "counted_placements": plain("counted_placements", counted),
            }
        )
    return found


def _ongoing(asked: Asked) -> Results:
    rows = read(statements.ONGOING, asked, kinds=list(asked.rule.kinds))
    return [{"ongoing": plain("ongoing", each[0][0] if each else 0)} for each in rows]


def _shares(asked: Asked) -> Results:
    rows = signed_procurements(asked.organisations, asked.department)
    if asked.least_value is not None:
        rows = rows.filter(known_value__gte=asked.least_value)
    explained = Q(is_required=False, is_explained=True)
    numbers = {"signed": Q(), "required": Q(is_required=True), "explained": explained, "valueless": Q(known_value=None)}
    found = []
    for own in _per_window(rows, "first_signed_on", asked, numbers):
        note = f"Från {money(asked.least_value)}." if asked.least_value is not None else ""
        note = note or (f"{number(own['valueless'])} saknar värde." if own["valueless"] else "")
        without = own["signed"] - own["required"]
        found.append(
            {
                Measure.WITH_REQUIREMENT.value: share(Measure.WITH_REQUIREMENT, own["required"], own["signed"], note),
                "comply_or_explain": share("comply_or_explain", own["explained"], without, note),
            }
        )
    return found


def _per_window(rows: QuerySet, day: str, asked: Asked, numbers: dict[str, Q]) -> list[dict[str, int]]:
    """How many of the rows have their day in each window, and of those what each condition asks, in one query."""
    counts = {
        f"{name}_{at}": Count("pk", filter=condition & Q(**{f"{day}__range": (days.first, days.last)}))
        for at, days in enumerate(asked.windows)
        for name, condition in numbers.items()
    }
    found = rows.order_by().aggregate(**counts)
    return [{name: found[f"{name}_{at}"] for name in numbers} for at in range(len(asked.windows))]


def _contract_value(asked: Asked) -> Results:
    found = []
    for rows in read(statements.CONTRACT_VALUE, asked):
        models = {model: numbers for model, *numbers in rows}
        everything, contracts, _ = models.pop(None, (0, 0, 0))
        value, with_requirement, valueless = models.pop("", (0, 0, 0))
        parts = tuple(
            Part(model.value, model.label, int(models[model.value][0]))
            for model in RequirementModel
            if model.value in models
        )
        note = f"{number(with_requirement)} av {number(contracts)} avtal, av tillsammans {money(int(everything))}."
        note += f" {number(valueless)} saknar värde." if valueless else ""
        code = "contract_value_with_requirement"
        found.append({code: plain(code, int(value), note, parts)})
    return found


def _fulfilment(asked: Asked) -> Results:
    """Requirements whose last day is in the window, as they stand on the window's last day."""
    first, last = min(each.first for each in asked.windows), max(each.last for each in asked.windows)
    rows = list(due_requirements(asked.organisations, asked.department).filter(last_on__range=(first, last)))
    found = []
    for each in asked.windows:
        due = [row for row in rows if each.first <= row.last_on <= each.last]
        code = Measure.FULFILMENT
        found.append({code.value: share(code, len(fulfilled(due, each.last)), len(due))})
    return found


def _unfilled(asked: Asked) -> Results:
    found = []
    for rows in read(statements.UNFILLED, asked, filled=list(FILLED_STATES)):
        municipal = sum(places for reason, places in rows if reason in MUNICIPAL_REASONS)
        both = sum(places for _, places in rows)
        parts = (
            Part("municipality", "på kommunens sida", municipal),
            Part("supplier", "på leverantörens sida", both - municipal),
        )
        found.append({"unfilled_places": plain("unfilled_places", both, "", parts if both else ())})
    return found


def _costs(asked: Asked) -> Results:
    """What the organisations say of whole years that are over; residents are counted when there is a cost to share."""
    years = {each.last.year for each in asked.windows if is_year_that_is_over(each, asked.today)}
    said = cost_queries.costs(asked.organisations, years) if years and not asked.department else {}
    counted = _started(asked) if said else [{} for _ in asked.windows]
    limit = max(each.small_number_limit for each in asked.organisations)
    found = []
    for days, results in zip(asked.windows, counted, strict=True):
        residents = results[Measure.RESIDENTS.value].value if results else 0
        own = said.get(days.last.year)
        found.append(cost_queries.of_window(days, asked.today, own, residents, limit, bool(asked.department)))
    return found


def _consultations(asked: Asked) -> Results:
    rows = decided_consultations(asked.organisations, asked.department)
    found = _per_window(rows, "decided_on", asked, {"all": Q(), "in_time": Q(is_in_time=True)})
    code = Measure.MBL_IN_TIME
    return [{code.value: share(code, own["in_time"], own["all"])} for own in found]


def _conversion(asked: Asked) -> Results:
    code, days = Measure.CONVERSION.value, CONVERSION_TIME.days
    if not _may_tell_outcomes(asked):
        return [{code: withheld(code, WAITS_FOR_YEAR)} for _ in asked.windows]
    found = []
    for days_of, rows in zip(asked.windows, read(statements.CONVERSION, asked, days=days), strict=True):
        table = Counter({(organisation, department, led): n for organisation, department, led, n in rows})
        found.append({code: _outcome(code, asked, days_of, table)})
    return found


def _sustained(asked: Asked) -> Results:
    codes = {months: f"sustained_{months}" for months in SUSTAINED_MONTHS}
    if not _may_tell_outcomes(asked):
        return [{code: withheld(code, WAITS_FOR_YEAR) for code in codes.values()} for _ in asked.windows]
    found = []
    for days, rows in zip(asked.windows, read(statements.FOLLOW_UPS, asked, months=list(codes)), strict=True):
        tables: dict[int, Counter] = defaultdict(Counter)
        for organisation, department, months, situation, many in rows:
            is_work = outcome(situation or Situation.UNKNOWN) == Outcome.WORK
            tables[months][organisation, department, is_work] += many
        found.append({code: _outcome(code, asked, days, tables[months]) for months, code in codes.items()})
    return found


def _may_tell_outcomes(asked: Asked) -> bool:
    return any(is_year_that_is_over(each, asked.today) for each in asked.windows)


def _outcome(code: str, asked: Asked, days: Window, table: Counter) -> MeasureResult:
    """The share with the outcome of a year that is over, each authority protected by itself (0019).

    `table` has numbers by authority, department and whether the outcome is the wanted one.
    """
    if not is_year_that_is_over(days, asked.today):
        return withheld(code, WAITS_FOR_YEAR)
    yes, whole = zip(*(_protected(each, asked.department, table) for each in asked.organisations), strict=True)
    part, everybody = (cells[0] if len(cells) == 1 else total(cells) for cells in (yes, whole))
    if part.is_hidden or everybody.is_hidden:
        return withheld(code, part.explanation or everybody.explanation)
    return share(code, part.value, everybody.value)


def _protected(organisation: Organisation, department: Department | None, table: Counter) -> tuple[Cell, Cell]:
    """How many have the outcome, and how many there are: in one run over all departments, whichever is asked for."""
    own = {(_key(each), "yes" if led else "no"): n for (of, each, led), n in table.items() if of == organisation.pk}
    asked_for = _key(department.pk) if department else "all"
    departments = sorted({each for each, _ in own} | ({asked_for} - {"all"})) or [_key(None)]
    told = protect(
        own,
        [Dimension("department", tuple(departments)), Dimension("outcome", ("yes", "no"))],
        limit=organisation.small_number_limit,
        open_dimensions=["department"],
    )
    return told.cell(department=asked_for, outcome="yes"), told.cell(department=asked_for)


def _key(department: int | None) -> str:
    return str(department or "none")


# Which measures a question gives, each in a query of its own.
_QUERIES = (
    ((Measure.RESIDENTS.value, "placements_started", "counted_placements"), _started),
    (("ongoing",), _ongoing),
    ((Measure.WITH_REQUIREMENT.value, "comply_or_explain"), _shares),
    (("contract_value_with_requirement",), _contract_value),
    ((Measure.FULFILMENT.value,), _fulfilment),
    ((Measure.CONVERSION.value,), _conversion),
    (tuple(f"sustained_{months}" for months in SUSTAINED_MONTHS), _sustained),
    (("unfilled_places",), _unfilled),
    ((Measure.MBL_IN_TIME.value,), _consultations),
    ((cost_queries.COST, cost_queries.GAIN), _costs),
)
