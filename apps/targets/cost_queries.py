"""The measures of money that the organisation itself says: what a year cost for each resident, and what it gained."""

from apps.accounts.models import Organisation
from apps.core.formats import money, number
from apps.targets.disclosure import HIDDEN, Cell, mean
from apps.targets.measures import MeasureResult, Unit, Window, is_year_that_is_over, withheld
from apps.targets.models import YearlyCost

COST, GAIN = "cost_per_placement", "social_gain"
WAITS = "Räknas för hela år som är slut."
_WHOLE_ONLY = "Räknas för hela organisationen."
_MISSING = "Ingen kostnad är inlagd."
_NO_GAIN = "Ingen uppskattning är inlagd."


def costs(organisations: tuple[Organisation, ...], years: set[int]) -> dict[int, list[YearlyCost]]:
    """Per year what each of the authorities has said; a year that some have said nothing of is absent. One query."""
    rows = YearlyCost.objects.filter(organisation__in=organisations, year__in=years)
    found: dict[int, list[YearlyCost]] = {}
    for row in rows:
        found.setdefault(row.year, []).append(row)
    return {year: own for year, own in found.items() if len(own) == len(organisations)}


def cost_per_resident(cost: int, residents: int, limit: int) -> MeasureResult:
    """What each resident in occupation cost on average, in whole kronor; withheld of few, as every mean is."""
    if not residents:
        return _none(COST, "Ingen invånare är räknad.")
    if mean(cost, Cell(residents, number(residents)), limit) == HIDDEN:
        return withheld(COST, "Visas inte: så få invånare att det skulle kunna säga något om en enskild person.")
    note = f"{money(cost)} på {number(residents)} invånare."
    return MeasureResult(COST, cost, residents, round(cost / residents), Unit.MONEY.value, note)


def of_window(
    days: Window, today, own: list[YearlyCost] | None, residents: int, limit: int, is_part: bool
) -> dict[str, MeasureResult]:
    """Both measures of one window; `is_part` says that a department is asked for, which has no cost of its own."""
    if is_part or not is_year_that_is_over(days, today):
        why = _WHOLE_ONLY if is_part else WAITS
        return {COST: _none(COST, why), GAIN: _none(GAIN, why)}
    gains = [each.social_gain for each in own or () if each.social_gain is not None]
    gain = _none(GAIN, _NO_GAIN)
    if own and len(gains) == len(own):
        gain = MeasureResult(GAIN, sum(gains), None, sum(gains), Unit.MONEY.value, "En uppskattning.")
    cost = cost_per_resident(sum(each.total for each in own), residents, limit) if own else _none(COST, _MISSING)
    return {COST: cost, GAIN: gain}


def _none(code: str, why: str) -> MeasureResult:
    return MeasureResult(code, None, None, None, Unit.MONEY.value, why)
