"""The sentences of the dashboard: numbers and rules in, plain Swedish out."""

from collections.abc import Iterable, Mapping
from datetime import date

from apps.core.chart_scale import MONTHS
from apps.core.formats import number
from apps.placements.choices import PlacementKind
from apps.targets.choices import CountingRule, Period
from apps.targets.counting import Rule, even_pace, permille
from apps.targets.models import NamingDecision, Target
from apps.targets.queries import Dashboard

PERIOD_WORDS = {Period.FIRST: "januari–april", Period.SECOND: "januari–augusti", Period.YEAR: "hela året"}
_RULES = {
    CountingRule.RESIDENTS_STARTED: (
        "Varje invånare räknas en gång per år: i den månad och med den insats som startade först av dem som räknas."
    ),
    CountingRule.PLACEMENTS_STARTED: (
        "Varje insats som har startat under året räknas. En invånare som fått två insatser räknas alltså två gånger."
    ),
    CountingRule.RESIDENTS_ACTIVE: (
        "Varje invånare med en insats som pågår efter årets sista dag räknas en gång, med den insats som startade "
        "först av dem som pågår. Under året visas läget i dag."
    ),
}


def day(value: date) -> str:
    """ "22 november"."""
    return f"{value.day} {MONTHS[value.month - 1]}"


def full_day(value: date) -> str:
    """ "24 november 2015"."""
    return f"{day(value)} {value.year}"


def listed(words: Iterable[str], last: str = "och") -> str:
    """ "praktik, anställning och lärling"."""
    *head, tail = list(words)
    return f"{', '.join(head)} {last} {tail}" if head else tail


def kinds(rule: Rule, *, counted: bool = True) -> list[PlacementKind]:
    """The kinds that count, or the usual ones that do not, in the order of the choices."""
    if counted:
        return [kind for kind in PlacementKind if kind.value in rule.kinds]
    return [kind for kind in PlacementKind if kind.value not in rule.kinds and kind not in _RARE]


def rare_kinds(rule: Rule, found: Mapping[str, int]) -> list[PlacementKind]:
    """Kinds that few use and the rule does not count, when there are any of them."""
    return [kind for kind in _RARE if kind.value not in rule.kinds and found.get(kind)]


# Told beside the target only where they occur, so that they burden nobody else.
_RARE = (PlacementKind.SUMMER_JOB, PlacementKind.OSA)


def unit(rule: Rule, value: int = 0) -> str:
    """What is counted, in the right number."""
    if rule.counts_residents:
        return "invånare"
    return "insats" if value == 1 else "insatser"


def rule_sentences(rule: Rule) -> str:
    """How the number was reached, to be printed under it."""
    counted = listed(kind.label.lower() for kind in kinds(rule)).capitalize()
    outside = listed(kind.label.lower() for kind in kinds(rule, counted=False)) if kinds(rule, counted=False) else ""
    how = "räknas inte" if rule.is_stock else "redovisas bredvid"
    beside = f"{outside.capitalize()} {how}. " if outside else ""
    visits = "Studiebesök och föreläsningar räknas aldrig mot målet."
    return f"{_RULES[CountingRule(rule.counting_rule)]} {counted} räknas. {beside}{visits}"


def decision(target: Target) -> str:
    """Where the target comes from."""
    version = f", version {target.version}" if target.version > 1 else ""
    return f"Beslutat av {target.decided_by_body} {full_day(target.decided_on)}, {target.reference}{version}."


def naming(held: NamingDecision | None) -> str:
    """Whether suppliers are named, and who has decided it."""
    if held is None:
        return "Leverantörerna namnges inte. Inget beslut är inlagt."
    what = "Leverantörerna namnges" if held.names_suppliers else "Leverantörerna namnges inte"
    return f"{what}. Beslutat av {held.decided_by_body} {full_day(held.decided_on)}, {held.reference}."


def lead(page: Dashboard) -> str:
    """The first sentence of a year: the result against its own target, never against another year's."""
    if page.target is None:
        return _lead_without_target(page)
    value, result = page.target.value, page.result.total
    if page.is_future:
        return f"Målet för {page.year} är {number(value)} {unit(page.rule, value)}. Året har inte börjat."
    start = f"{number(result)} av {number(value)}."
    if page.rule.is_stock and not page.is_over:
        return f"{start} Så är läget {day(page.last_on)}; målet gäller vid årets slut."
    if result >= value:
        return f"{start} Målet {'nåddes' if page.is_over else 'är nått'}."
    if page.is_over:
        return f"{start} Målet nåddes inte, det fattades {number(value - result)}."
    return f"{start} Det är {pace_words(result - pace(page))}."


def pace(page: Dashboard) -> int:
    """What even pace has reached at the last counted day; 0 without a target."""
    return even_pace(page.target.value, page.year, page.today) if page.target else 0


def pace_words(difference: int) -> str:
    """ "6 färre än jämn takt"."""
    if not difference:
        return "precis jämn takt"
    return f"{number(abs(difference))} {'fler' if difference > 0 else 'färre'} än jämn takt"


def status(page: Dashboard) -> tuple[str, str]:
    """A verdict of a few words beside the number, and its tone; empty when there is nothing to judge."""
    if page.target is None or page.is_future:
        return "", "info"
    left = page.target.value - page.result.total
    if left <= 0:
        return ("Målet nåddes" if page.is_over else "Målet är nått"), "good"
    if page.is_over:
        return "Målet nåddes inte", "warn"
    if page.rule.is_stock:
        return f"{number(left)} kvar till målet", "info"
    ahead = page.result.total - pace(page)
    if ahead < 0:
        return f"Efter jämn takt: {number(-ahead)} färre än väntat {day(page.last_on)}", "warn"
    return (f"Före jämn takt: {number(ahead)} fler än väntat {day(page.last_on)}" if ahead else "I jämn takt"), "good"


def share(page: Dashboard) -> str:
    """ "65 % av målet. 14 kvar." or why there is no share."""
    if page.target is None:
        return f"Inget mål är beslutat för {page.year}."
    thousandths = permille(page.result.total, page.target.value)
    left = page.target.value - page.result.total
    text = f"{number(thousandths / 10, 1 if thousandths % 10 else 0)} % av målet."
    return f"{text} {number(left)} kvar." if left > 0 else text


def banner(total: int, target: Target | None, year: int, *, is_this_year: bool) -> str:
    """ "27 av 40 i år", for the line after a placement is saved."""
    when = "i år" if is_this_year else str(year)
    if target:
        return f"{number(total)} av {number(target.value)} {when}"
    return f"{number(total)} {unit(Rule(), total)} {when}"


def _lead_without_target(page: Dashboard) -> str:
    none = f"Inget mål är beslutat för {page.year}."
    if page.is_future:
        return f"{page.year} har inte börjat. {none}"
    what = listed((_RECEIVED[kind] for kind in kinds(page.rule)), "eller")
    if not page.result.total:
        return f"Ingen invånare har fått {what} {'' if page.is_over else 'hittills '}{page.year}. {none}"
    return f"{number(page.result.total)} invånare har fått {what} genom krav i upphandlingar. {none}"


_RECEIVED = {
    PlacementKind.INTERNSHIP: "praktik",
    PlacementKind.EMPLOYMENT: "anställning",
    PlacementKind.APPRENTICESHIP: "lärlingsplats",
    PlacementKind.MENTORSHIP: "yrkesmentor",
    PlacementKind.SUMMER_JOB: "sommarjobb",
    PlacementKind.OSA: "offentligt skyddad anställning",
}
