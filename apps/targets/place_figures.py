"""The charts of places, suppliers and procurements, with what may be told of them."""

from apps.core.chart_shapes import Bars, Caption, Part
from apps.core.charts import funnel as funnel_bars
from apps.core.charts import horizontal_bars
from apps.core.formats import number
from apps.procurements.wording import counted
from apps.targets.measures import MeasureResult
from apps.targets.place_queries import Funnel, Suppliers

_WAITS = " Hur insatserna slutade visas när hela årets redovisning är fryst, så att ingen enskild kan följas."
_NAMED = "Namn visas när hela årets redovisning är fryst, och bara där inget litet tal kan räknas fram."
_HIDDEN = " ”Dolt” är ett tal som skulle kunna säga något om en enskild person."


def funnel(found: Funnel, csv_url: str) -> Bars:
    """Places in one unit: offered, begun, completed, moved on; the last two only when they may be told."""
    steps = [Part("Erbjudna platser", found.offered), Part("Påbörjade", found.started)]
    note = (
        "Enhet: platser för alla slags insatser, som erbjudits under tiden eller påbörjats utan att först ha erbjudits."
    )
    if found.completed is None or found.moved_on is None:
        note += _WAITS
    else:
        steps.append(Part("Genomförda", found.completed.value))
        steps.append(Part("Vidare till arbete eller studier", found.moved_on.value))
        note += " Läget vid årets slut, som det redovisades; den som var kvar då är inte räknad som genomförd."
        note += _HIDDEN if None in (found.completed.value, found.moved_on.value) else ""
    caption = Caption(
        key="fran-plats-till-arbete",
        title="Vad blev det av platserna?",
        csv_url=f"{csv_url}fran-plats-till-arbete",
        note=note,
        empty="Inga platser har erbjudits.",
    )
    return funnel_bars(caption, steps)


def suppliers(found: Suppliers, csv_url: str, *, by_name: bool) -> Bars:
    """Suppliers by name where that may be told, the others together; while the year runs only how many they are.

    `by_name` is what the organisation has decided.
    """
    parts = [Part(each.name, each.value) for each in found.named]
    if found.others:
        parts.append(Part(_others(found, " till" if parts else ""), found.others, "muted"))
    # Not that the others have few: their number and sum would then tell what each has.
    note = "Enhet: påbörjade insatser, även sådana som inte räknas mot målet. "
    note += _NAMED if by_name else "Leverantörer namnges bara efter ett beslut, och inget sådant gäller."
    caption = Caption(
        key="leverantorer",
        title="Hos hur många leverantörer?",
        csv_url=f"{csv_url}leverantorer",
        lead=_at_suppliers(found),
        note=note,
        empty="Ingen insats har börjat hos någon leverantör.",
    )
    return horizontal_bars(caption, parts, name="Leverantör")


def _others(found: Suppliers, more: str) -> str:
    if found.unnamed is None:
        return f"Leverantörer{more} tillsammans"
    label = counted(found.unnamed, "leverantör", "leverantörer") + more
    return f"{label} tillsammans" if found.unnamed > 1 else label


def _at_suppliers(found: Suppliers) -> str:
    placements = found.others + sum(each.value for each in found.named)
    if not placements:
        return ""
    if found.count is None:
        return f"{number(placements)} insatser. Hos hur många leverantörer visas inte."
    return f"{number(placements)} insatser hos {counted(found.count, 'leverantör', 'leverantörer')}."


def procurements(with_requirement: MeasureResult, explained: MeasureResult, csv_url: str) -> Bars:
    """Procurements whose contract was signed, with a requirement, without one for a reason, and without a reason."""
    signed, required = with_requirement.denominator or 0, with_requirement.numerator or 0
    reasons = explained.numerator or 0
    caption = Caption(
        key="krav",
        title="Hur många upphandlingar fick sociala krav?",
        csv_url=f"{csv_url}krav",
        lead=f"{with_requirement.text} av upphandlingarna fick krav: {number(required)} av {number(signed)}."
        if signed
        else "",
        note="Enhet: upphandlingar vars avtal har tecknats under tiden.",
        empty="Inget avtal har tecknats.",
    )
    parts = [
        Part("Med socialt krav", required),
        Part("Utan krav, med skrivet skäl", reasons, "muted"),
        Part("Utan krav och utan skäl", max(0, signed - required - reasons), "muted"),
    ]
    return horizontal_bars(caption, parts, name="Upphandlingar")
