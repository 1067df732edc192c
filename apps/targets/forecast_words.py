"""The sentences of a forecast. No number of what is to come stands without its interval."""

from collections.abc import Iterable
from typing import assert_never

from apps.core.formats import NBSP, number
from apps.procurements.choices import RequirementKind
from apps.procurements.wording import counted
from apps.targets import chances, wording
from apps.targets.chances import Beta, Tried
from apps.targets.forecast import (
    HIGH,
    LOW,
    MOST_PLACES,
    OVERLAP_PRIOR,
    PLACE_PRIOR,
    PLANNED_PRIOR,
    STAGE_PRIORS,
    Driver,
    Forecast,
    Option,
    Outcome,
    Rate,
    Source,
    Span,
    State,
)
from apps.targets.forecast_inputs import NOTHING, Inputs, Stage, Undated

TOO_LITTLE = "För lite underlag för en prognos."
INTERVAL = (
    "Intervallet rymmer minst åtta av tio möjliga utfall. I ungefär ett fall av tio blir det färre, i ett av tio fler."
)
FAN = "Bandet är prognosen: minst åtta av tio möjliga utfall ligger inom det, och linjen är mitten."
PRIOR = (
    "Till organisationens egen erfarenhet läggs alltid en plats som blev av och en som inte blev det. "
    "Utan erfarenhet är därför alla andelar från 0 till 100 % lika troliga, och intervallet blir brett."
)
METHOD = (
    "En lovad plats som blir av antas börja vilken dag som helst under åtagandets tid. Ju längre tid som har gått utan "
    "att den har börjat, desto mindre troligt är det att den blir av. Hur långt pågående åtaganden har kommit vägs in. "
    "Åtaganden vars sista dag har passerat räknas inte."
)
OF_DEPARTMENT = "Antalen är förvaltningens. Hur stor andel som blir av är lärt av hela organisationen."
_MOST_NAMES = 5
_NUMBERS = ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio")
_STAGES = {
    Stage.DECIDED: "upphandlingar där krav på antal är beslutat",
    Stage.RECOMMENDED: "upphandlingar där krav på antal är rekommenderat men inte beslutat",
}


def lead(year: Forecast) -> str:
    """The first sentence: the interval and the chance, or why there is none."""
    if year.outcome is None:
        return why_not(year)
    if year.state == State.OVER:
        return f"Året är slut: {_result(year.inputs)}."
    target, shown = year.inputs.target, f"{interval(year.outcome.span)} {_unit(year.inputs)} {_when(year.inputs)}"
    if target is None:
        return f"Troligen {shown}. {_no_target(year.inputs)}"
    if year.inputs.counted >= target:
        return f"Målet {number(target)} är redan nått. Troligen {shown}."
    return f"Troligen {shown}. {_chance_sentence(year.outcome, target)}"


def short(year: Forecast) -> str:
    """ "troligen 34–47, sannolikhet att nå 40: 62 %"; empty without a forecast."""
    if year.outcome is None:
        return ""
    return _short(year.outcome.span, year.outcome.chance, year.inputs.target)


def why_not(year: Forecast) -> str:
    """Why there is no forecast, and what to do about it."""
    match year.state:
        case State.STOCK:
            return (
                "Ingen prognos görs för ett mål som mäter läget vid årets slut. "
                "Det beror på när insatser avslutas, och det går inte att räkna fram ur det som är lovat."
            )
        case State.NOTHING_KNOWN:
            return (
                f"{TOO_LITTLE} Ingen plats återstår i avtalens krav, ingen start är avtalad och ingen upphandling har "
                "krav på antal. Skriv in kraven med antal och sista dag, så räknas de med."
            )
        case State.MOSTLY_UNDATED:
            return f"{TOO_LITTLE} De flesta platser som återstår saknar en uppgift. {undated(year.inputs)}"
        case State.TOO_MANY:
            name, places = _largest(year.inputs)
            return (
                f"Ingen prognos: mer än {number(MOST_PLACES)} platser återstår, så något antal är troligen fel. "
                f"Kontrollera först {name}, där {number(places)} återstår."
            )
        case State.OPEN | State.OVER:
            return ""
        case never:
            assert_never(never)


def interval(span: Span) -> str:
    """ "34–47"; "precis 34" when all but a tenth at either end is the same number."""
    return f"precis {number(span.low)}" if span.low == span.high else f"{number(span.low)}–{number(span.high)}"


def percent(chance: float) -> str:
    """Whole percent; never 0 or 100 for what is not certain."""
    if 0 < chance < 0.005:
        return f"under 1{NBSP}%"
    if 0.995 < chance < 1:
        return f"över 99{NBSP}%"
    return f"{number(round(chance * 100))}{NBSP}%"


def drivers(year: Forecast) -> tuple[str, ...]:
    """What adds most to the year, each with its interval."""
    return tuple(driver(each) for each in year.outcome.drivers) if year.outcome else ()


def driver(each: Driver) -> str:
    """ "A-1 Måleri: troligen 1–3 av 4 platser som återstår"."""
    places = counted(each.number or 0, "plats", "platser")
    name, of = {
        Source.CONTRACT: (each.name, f" av {places} som återstår"),
        Source.PROCUREMENT: (each.name, f" av {places} som upphandlingen kan ge"),
        Source.PLANNED: ("Avtalade starter", f" av {number(each.number)}"),
        Source.BESIDE: ("Utöver lovade platser, i samma takt som tidigare", ""),
    }[each.source]
    return f"{name}: troligen {interval(each.span)}{of}"


def option(each: Option, inputs: Inputs) -> str:
    """What ticking, or unticking, a procurement leads to."""
    doing = "Utan" if each.is_ticked else "Med"
    return f"{doing} krav på antal i {each.coming.name}: {_short(each.span, each.chance, inputs.target)}"


def rests_on(year: Forecast) -> tuple[str, ...]:
    """All that the forecast assumes, sentence by sentence; the organisation's own history beside each assumption."""
    inputs = year.inputs
    sentences = [METHOD, *map(rate, year.rates)]
    sentences += [PRIOR] if year.rates else []
    if inputs.planned:
        sentences.append(_of_starts(PLANNED_PRIOR, [inputs.planned_history], "avtalade starter", "blir av"))
    if inputs.rule.counts_residents and year.rates:
        known = [inputs.overlaps.get(each.kind, NOTHING) for each in year.rates]
        sentences.append(_of_starts(OVERLAP_PRIOR, known, "starter", "gäller en invånare som redan är räknad i år"))
    stages = {each.stage for each in inputs.coming}
    sentences += [_signing(stage, inputs.signings.get(stage, NOTHING)) for stage in STAGE_PRIORS if stage in stages]
    sentences += [_beside(inputs)] if any(each.came for each in inputs.beside) else []
    sentences += [undated(inputs)] if inputs.undated else []
    return tuple(sentences)


def rate(each: Rate) -> str:
    """What has come of earlier promises of a kind, and what is reckoned with."""
    kind = RequirementKind(each.kind).label.capitalize()
    if not each.tried.number:
        none = "inget åtagande är avslutat än" + (", men en del pågår" if each.share != PLACE_PRIOR else "")
        return f"{kind}: {none}. Vi räknar med att {_share(each.share)} av platserna blir av."
    return (
        f"{kind}: {_of(each.tried)} lovade platser i avslutade åtaganden har blivit av. "
        f"Vi räknar med att {_share(each.share)} av dem som återstår blir av."
    )


def undated(inputs: Inputs) -> str:
    """What is left out since something is missing, the largest first; empty when nothing is."""
    if not inputs.undated:
        return ""
    rows = sorted(inputs.undated, key=lambda each: (-each.number, each.key))
    named = [_lacking(each) for each in rows[:_MOST_NAMES]]
    more = [f"{len(rows) - _MOST_NAMES} till"] if len(rows) > _MOST_NAMES else []
    return f"Räknas inte förrän uppgiften finns: {wording.listed([*named, *more])}."


def _chance_sentence(outcome: Outcome, target: int) -> str:
    if outcome.chance == 0:
        return f"Det som är känt räcker inte till målet {number(target)}."
    return f"Sannolikheten att nå {number(target)} är {percent(outcome.chance)}."


def _short(span: Span, chance: float | None, target: int | None) -> str:
    shown = f"troligen {interval(span)}"
    return shown if target is None else f"{shown}, sannolikhet att nå {number(target)}: {percent(chance)}"


def _when(inputs: Inputs) -> str:
    return f"till och med {wording.full_day(inputs.ends_on)}" if inputs.ends_on else str(inputs.year)


def _no_target(inputs: Inputs) -> str:
    if inputs.ends_on:
        return "Ett mål gäller hela året."
    return f"Inget mål är beslutat för {f'{inputs.department} ' if inputs.department else ''}{inputs.year}."


def _result(inputs: Inputs) -> str:
    if inputs.target is None:
        return f"{number(inputs.counted)} {_unit(inputs)}"
    return f"{number(inputs.counted)} av {number(inputs.target)} {_unit(inputs)}"


def _unit(inputs: Inputs) -> str:
    return wording.unit(inputs.rule)


def _share(share: Beta) -> str:
    """ "70 % (troligen 55–83 %)". Of a thousand places so many come; the tenths are cut off by the rounding."""
    of_thousand = chances.beta_binomial(1000, share)
    low, high = (round(chances.quantile(of_thousand, each) / 10) for each in (LOW, HIGH))
    return f"{percent(share.mean)} (troligen {low}–{high}{NBSP}%)"


def _of_starts(prior: Beta, tried: Iterable[Tried], starts: str, happens: str) -> str:
    """What is assumed of residents' starts. Their history is not told in numbers: it can be that of a single one."""
    if any(each.number for each in tried):
        own = f"Andelen {starts} som {happens} tas ur de senaste åren"
        return f"{own}, med vårt antagande om {_of_ten(prior)} inräknat."
    return f"Vi antar att {_of_ten(prior)} {starts} {happens}, tills organisationen har egen erfarenhet."


def _signing(stage: Stage, tried: Tried) -> str:
    cases, prior = _STAGES[stage], STAGE_PRIORS[stage]
    if not tried.number:
        return f"Vi antar att {_of_ten(prior)} {cases} blir avtal med antal, tills organisationen har egen erfarenhet."
    return (
        f"{_of(tried)} {cases} har blivit avtal med antal. Med vårt antagande om {_of_ten(prior)} inräknat väntar vi "
        f"oss att {_share(prior.plus([tried]))} blir det."
    )


def _beside(inputs: Inputs) -> str:
    last = inputs.today.year
    years = [f"{number(each.came)} under {last - back}" for back, each in enumerate(reversed(inputs.beside))]
    return f"Utöver lovade platser har det räknats {wording.listed(years[::-1])}. Vi räknar med samma takt."


def _lacking(each: Undated) -> str:
    places = f", {counted(each.number, 'plats', 'platser')}" if each.number else ""
    return f"{each.name} ({each.lacks} saknas{places})"


def _largest(inputs: Inputs) -> tuple[str, int]:
    rows = [(each.name, each.number) for each in (*inputs.commitments, *inputs.coming, *inputs.undated)]
    return max([*rows, ("starter som redan är avtalade", len(inputs.planned))], key=lambda row: row[1])


def _of(tried: Tried) -> str:
    """ "13 av 18"."""
    return f"{number(tried.came)} av {number(tried.number)}"


def _of_ten(prior: Beta) -> str:
    """ "nio av tio"; the priors are worth ten cases each."""
    return f"{_NUMBERS[round(prior.mean * 10)]} av tio"
