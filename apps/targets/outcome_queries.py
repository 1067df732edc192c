"""What became of residents, as pages may tell it: once, from the whole year's frozen report (docs/decisions/0019).

Counted anew on two days it would tell what happened to a single resident in between.
"""

from collections.abc import Collection, Iterable

from apps.accounts.models import Department, Organisation
from apps.targets.choices import Period
from apps.targets.measures import DEFINITIONS, MeasureResult, share, withheld
from apps.targets.models import Snapshot
from apps.targets.snapshots import measures_of

PERSONAL = tuple(each.code for each in DEFINITIONS if each.is_personal)
WAITS = "Visas när hela årets redovisning är fryst, så att ingen enskild kan följas från dag till dag."
_WHOLE_ONLY = "Visas för hela organisationen."


def told_outcomes(
    organisations: Collection[Organisation],
    years: Iterable[int],
    period: str = Period.YEAR,
    department: Department | None = None,
) -> dict[int, dict[str, MeasureResult]]:
    """Per year the measures of outcomes by code, in one query: shares that are told, or withheld with the reason.

    Of several authorities together a share is told when each of them tells its own.
    """
    years = list(years)
    if department or period != Period.YEAR:
        return {year: _withheld(_WHOLE_ONLY if department else WAITS) for year in years}
    rows = Snapshot.objects.filter(organisation__in=organisations, year__in=years, period=Period.YEAR)
    found = {(row.organisation_id, row.year): measures_of(row.figures) for row in rows}
    told: dict[int, dict[str, MeasureResult]] = {}
    for year in years:
        frozen = [{each.code: each.result for each in found.get((of.pk, year), ())} for of in organisations]
        told[year] = {code: _together(code, [own.get(code) for own in frozen]) for code in PERSONAL}
    return told


def _together(code: str, results: list[MeasureResult | None]) -> MeasureResult:
    if None in results:
        return withheld(code, WAITS)
    if len(results) == 1:
        return results[0]
    if hidden := next((each for each in results if each.hidden), None):
        return withheld(code, hidden.n_note)
    return share(code, sum(each.numerator for each in results), sum(each.denominator for each in results))


def _withheld(why: str) -> dict[str, MeasureResult]:
    return {code: withheld(code, why) for code in PERSONAL}
