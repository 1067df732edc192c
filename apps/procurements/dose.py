"""How much a requirement could ask for: a suggestion with its arithmetic, never a rule (DOMAIN 3.2).

No national ratio exists: the authority decides by the extent and length of the contract. So every figure below is an
argument with a default of our own, and what comes out is rounded down, at least 1. Fractions are exact, so that
rounding down never takes a whole month away.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from apps.core.formats import NBSP
from apps.procurements.choices import QuantityBasis, Recommendation, RequirementKind, RequirementUnit
from apps.procurements.wording import counted, cut, figure, kronor, percent, unit_words

SUGGESTION = "Det här är ett förslag, ingen regel: väg det mot branschen, leverantörerna och avtalets längd."
MAN_YEAR_COST = 650_000  # what a year's full-time work costs in a contract
FTE_SHARE = 5  # percent of the work
MSEK = 1_000_000
# As one national authority asks: so many months for each so many million kronor of works or of services.
PER_WORKS, PER_SERVICES = 50, 25
MONTHS_OF_JOB, MONTHS_OF_INTERNSHIP = 12, 6
Figure = Decimal | int


@dataclass(frozen=True)
class Dose:
    """A suggested amount, or none when it is to be agreed; `lines` is the arithmetic in Swedish, step by step."""

    basis: QuantityBasis
    count: int | None
    unit: RequirementUnit | None
    lines: tuple[str, ...]
    note: str = SUGGESTION

    @property
    def text(self) -> str:
        """ "2 heltidsmånader", or that it is agreed in dialogue."""
        return unit_words(self.unit, self.count) if self.count and self.unit else QuantityBasis(self.basis).label


def fte_months(
    value: Figure, labour_share: Figure, *, share: Figure = FTE_SHARE, man_year_cost: Figure = MAN_YEAR_COST
) -> Dose:
    """Full-time months: man-years (value x labour share / cost of a man-year) x 12 x a share of the work.

    `value` is kronor excl. VAT for the whole contract, so its length is already in it. Shares are percent.
    """
    months, lines = _fte_months(value, labour_share, share, man_year_cost)
    return _dose(QuantityBasis.FTE_MONTHS, RequirementUnit.FTE_MONTHS, months, lines)


def places(
    value: Figure,
    labour_share: Figure,
    months: Figure,
    *,
    months_each: Figure = MONTHS_OF_INTERNSHIP,
    share: Figure = FTE_SHARE,
    man_year_cost: Figure = MAN_YEAR_COST,
) -> Dose:
    """The same full-time months as places of `months_each`, or as long as the contract when that is shorter."""
    _refuse_not_positive("Avtalets längd i månader", months)
    _refuse_not_positive("Längden på en plats i månader", months_each)
    found, lines = _fte_months(value, labour_share, share, man_year_cost)
    each = min(months_each, months)
    found /= Fraction(each)
    line = f"/ {_months(each)} per plats = {cut(found)} platser"
    if each < months_each:
        line += f" (avtalet gäller i {_months(months)}, en plats är annars {_months(months_each)})"
    return _dose(QuantityBasis.FTE_MONTHS, RequirementUnit.PLACES, found, (*lines, line))


def per_msek(value: Figure, *, kind: str, is_works: bool) -> Dose:
    """12 months' job or 6 months' internship for each 50 million of works or 25 million of services, in proportion.

    Raises ValueError for other kinds than employment and internship, for which the pattern says nothing.
    """
    _refuse_not_positive("Värdet", value)
    rates = {RequirementKind.EMPLOYMENT: MONTHS_OF_JOB, RequirementKind.INTERNSHIP: MONTHS_OF_INTERNSHIP}
    if kind not in rates:
        raise ValueError("Per miljon kronor kan räknas för anställning och praktik. Välj en av dem eller ange antalet.")
    step = (PER_WORKS if is_works else PER_SERVICES) * MSEK
    months = Fraction(value) / step * rates[kind]
    bought = "byggentreprenad" if is_works else "tjänster"
    line = (
        f"{kronor(value)} / {kronor(step)} ({bought}) × {_months(rates[kind])} {RequirementKind(kind).label} "
        f"= {cut(months)} heltidsmånader"
    )
    return _dose(QuantityBasis.PER_MSEK, RequirementUnit.FTE_MONTHS, months, (line,))


def per_man_year(
    value: Figure, labour_share: Figure, *, years_per_place: Figure, man_year_cost: Figure = MAN_YEAR_COST
) -> Dose:
    """One place for each so many man-years of work."""
    _refuse_not_positive("Antalet årsverken per plats", years_per_place)
    years, lines = _man_years(value, labour_share, man_year_cost)
    found = years / Fraction(years_per_place)
    line = f"/ {figure(years_per_place)} årsverken per plats = {cut(found)} platser"
    return _dose(QuantityBasis.PER_MAN_YEAR, RequirementUnit.PLACES, found, (*lines, line))


def share_of_hours(hours: Figure, share: Figure) -> Dose:
    """A share, in percent, of the hours worked in the contract."""
    _refuse_not_positive("Antalet timmar", hours)
    _refuse_not_positive("Andelen av timmarna", share, 100)
    found = _part(hours, share)
    line = f"{figure(hours)} timmar × {percent(share)} = {cut(found)} timmar"
    return _dose(QuantityBasis.SHARE_OF_HOURS, RequirementUnit.HOURS, found, (line,))


def fixed_count(count: int, unit: str) -> Dose:
    """A number that somebody set."""
    if type(count) is not int or count < 1:
        raise ValueError(f"Antalet: {count} går inte. Ange ett heltal, minst 1.")
    line = f"Bestämt antal: {unit_words(unit, count)}"
    return Dose(QuantityBasis.FIXED_COUNT, count, RequirementUnit(unit), (line,))


def agreed_in_dialogue() -> Dose:
    """No number: it is agreed with the supplier during the contract."""
    lines = ("Antalet kommer leverantören och matcharen överens om under avtalstiden.",)
    return Dose(QuantityBasis.AGREED_IN_DIALOGUE, None, None, lines)


def expected_contribution(recommendation: str | None, dose: Dose | None) -> int | None:
    """What a procurement can be expected to add, in the dose's unit: its count for a number, nothing for none.

    None where it cannot be known: before a recommendation, in dialogue, or without a dose.
    """
    if recommendation in (Recommendation.NONE, Recommendation.SOFT_ONLY):
        return 0
    return dose.count if dose and recommendation == Recommendation.NUMERIC else None


def _fte_months(
    value: Figure, labour_share: Figure, share: Figure, man_year_cost: Figure
) -> tuple[Fraction, tuple[str, ...]]:
    _refuse_not_positive("Andelen av arbetet", share, 100)
    years, lines = _man_years(value, labour_share, man_year_cost)
    months = _part(years * 12, share)
    return months, (*lines, f"× 12 × {percent(share)} = {cut(months)} heltidsmånader")


def _man_years(value: Figure, labour_share: Figure, man_year_cost: Figure) -> tuple[Fraction, tuple[str, ...]]:
    _refuse_not_positive("Värdet", value)
    _refuse_not_positive("Kostnaden för ett årsverke", man_year_cost)
    if not Decimal(labour_share).is_finite() or not 0 <= labour_share <= 100:
        raise ValueError(f"Arbetets andel av kostnaden: {figure(labour_share)} går inte. Ange mellan 0 och 100.")
    labour = _part(value, labour_share)
    years = labour / Fraction(man_year_cost)
    return years, (
        f"{kronor(value)} × {percent(labour_share)} = {cut(labour)}{NBSP}kr arbetskostnad",
        f"/ {kronor(man_year_cost)} = {cut(years)} årsverken",
    )


def _part(whole: Figure | Fraction, share: Figure) -> Fraction:
    return Fraction(whole) * Fraction(share) / 100


def _dose(basis: QuantityBasis, unit: RequirementUnit, found: Fraction, lines: tuple[str, ...]) -> Dose:
    """Rounded down, at least 1 (DOMAIN 3.2)."""
    floor = int(found)
    count = max(1, floor)
    if count != floor:
        lines = (*lines, f"Avrundat nedåt till {floor}, men minst {unit_words(unit, 1)}")
    elif count != found:
        lines = (*lines, f"Avrundat nedåt till {unit_words(unit, count)}")
    return Dose(basis, count, unit, lines)


def _months(months: Figure) -> str:
    return counted(months, "månad", "månader")


def _refuse_not_positive(label: str, value: Figure, highest: int | None = None) -> None:
    if not Decimal(value).is_finite() or value <= 0 or (highest is not None and value > highest):
        wanted = "mer än 0" if highest is None else f"mer än 0 och högst {highest}"
        raise ValueError(f"{label}: {figure(value)} går inte. Ange {wanted}.")
