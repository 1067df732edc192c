"""A rule of reminders as a sentence, what makes a rule impossible, and the days it gives: pure.

`what` of a problem is the field it stands at.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from apps.core.calendar import NO_DAYS
from apps.reminders.choices import Audience
from apps.reminders.planning import REPEATS_END, Rule, steps

NOTHING = "Inga påminnelser."
MOST_STEPS, MOST_DAYS = 10, 365
LAW_NEEDS = (
    "Det här slaget bygger på lag, så minst en påminnelse måste komma före eller på sista dagen. "
    "Ange till exempel 7, 1. Noll är sista dagen."
)
REQUIRED_NEEDS = "En påminnelse som ingen får välja bort måste skickas någon gång. Ange till exempel 7, 1."
ZERO_AFTER = "Dagar efter ska vara minst 1. Ska påminnelsen komma på sista dagen skriver du 0 bland dagarna före."
NEVER_REPEATS = (
    "Påminnelserna upphör ett år efter sista dagen, så {number} dagar efter den sista ({last}) kommer ingen. "
    "Minska talet, eller lämna fältet tomt."
)
TWO_A_DAY = "Samma dag står två gånger: {numbers}. Ta bort den ena."
TOO_MANY = "{count} påminnelser är för många. Ange högst {most}."
TOO_FAR = "{number} dagar är för långt. Ange högst {most}."
_AUDIENCES = {
    Audience.OWNER: "den ansvariga",
    Audience.HEAD: "förvaltningschefen",
    Audience.COORDINATOR: "CSR-samordnaren",
}


@dataclass(frozen=True)
class Example:
    """A day on which a rule reminds, and who is told."""

    day: date
    text: str


def sentence(rule: Rule) -> str:
    """The whole rule in plain Swedish: "14, 7 och 1 dag före, 1, 7 och 14 dagar efter, sedan var 7:e dag. …"."""
    parts = [part for part in (_before(rule), _after(rule), _repeat(rule)) if part]
    told = [_capital(", ".join(parts)) + "."] if parts else []
    for who, number in (("Förvaltningschefen", rule.head_after), ("CSR-samordnaren", rule.coordinator_after)):
        if number is not None:
            told.append(f"{who} efter {number} {_unit(rule, number)}.")
    if told and rule.at_once:
        told.append("I ett eget mejl från arbetsdagen före sista dagen.")
    return " ".join(told) or NOTHING


def step_words(name: str, *, in_working_days: bool = False) -> str:
    """The name of a step as words: "before-14" is "14 dagar före", "before-0" is "på sista dagen"."""
    side, _, text = name.partition("-")
    if not text.isdecimal():
        return name
    number = int(text)
    if number == 0:
        return "på sista dagen"
    unit = _noun(number, in_working_days)
    return f"{number} {unit} {'före' if side == 'before' else 'efter'}"


def problems(rule: Rule, *, is_law: bool, is_required: bool) -> Iterator[tuple[str, str]]:
    """What makes the rule impossible: (field, sentence) for each. Nothing when it can be kept."""
    yield from _problems_of_numbers("before", rule.before)
    yield from _problems_of_numbers("after", rule.after)
    if 0 in rule.after:
        yield "after", ZERO_AFTER
    for name in ("head_after", "coordinator_after"):
        if getattr(rule, name) == 0:
            yield name, ZERO_AFTER
    if is_law and not rule.before:
        yield "before", LAW_NEEDS
    elif is_required and not (rule.before or rule.after or rule.repeat_every):
        yield "is_required", REQUIRED_NEEDS
    last = max(rule.after, default=0)
    year = REPEATS_END.days * 5 // 7 if rule.in_working_days else REPEATS_END.days
    if rule.repeat_every and last + rule.repeat_every > year and last <= MOST_DAYS:
        yield "repeat_every", NEVER_REPEATS.format(number=rule.repeat_every, last=last)


def examples(rule: Rule, due_on: date, *, off: frozenset[date] = NO_DAYS, most: int = 8) -> list[Example]:
    """The first days on which a deadline of that day is reminded of, and whom. Raises ValueError like the calendar."""
    found = steps(due_on, rule, off=off, until=due_on + timedelta(days=120))
    # Of steps that fall on the same day only the newest is sent to the same person.
    newest = {(step.send_on, step.audiences): step for step in sorted(found, key=lambda step: step.send_on)}
    return [Example(step.send_on, _told(step.name, step.audiences, rule)) for step in newest.values()][:most]


def listed(words: list[str]) -> str:
    """ "a, b och c"."""
    return " och ".join(part for part in (", ".join(words[:-1]), words[-1]) if part) if words else ""


def _told(name: str, audiences: frozenset[Audience], rule: Rule) -> str:
    people = listed([word for audience, word in _AUDIENCES.items() if audience in audiences])
    return f"{_capital(step_words(name, in_working_days=rule.in_working_days))}, till {people}"


def _problems_of_numbers(field: str, numbers: tuple[int, ...]) -> Iterator[tuple[str, str]]:
    doubles = sorted({each for each in numbers if numbers.count(each) > 1}, reverse=True)
    if doubles:
        yield field, TWO_A_DAY.format(numbers=listed([str(each) for each in doubles]))
    if len(numbers) > MOST_STEPS:
        yield field, TOO_MANY.format(count=len(numbers), most=MOST_STEPS)
    far = [each for each in numbers if each > MOST_DAYS]
    if far:
        yield field, TOO_FAR.format(number=max(far), most=MOST_DAYS)


def _before(rule: Rule) -> str:
    numbers = sorted((each for each in set(rule.before) if each), reverse=True)
    words = [f"{listed([str(each) for each in numbers])} {_unit(rule, numbers[-1])} före"] if numbers else []
    if 0 in rule.before:
        words.append("på sista dagen")
    return " och ".join(words)


def _after(rule: Rule) -> str:
    numbers = sorted(set(rule.after))
    return f"{listed([str(each) for each in numbers])} {_unit(rule, numbers[-1])} efter" if numbers else ""


def _repeat(rule: Rule) -> str:
    if not rule.repeat_every:
        return ""
    unit = _noun(1, rule.in_working_days)
    every = {1: "varje", 2: "varannan"}.get(rule.repeat_every) or f"var {_ordinal(rule.repeat_every)}"
    return f"sedan {every} {unit}" if rule.after else f"{every} {unit} efter sista dagen"


def _ordinal(number: int) -> str:
    """ "7:e", "21:a"."""
    is_a = number % 10 in (1, 2) and number % 100 not in (11, 12)
    return f"{number}:{'a' if is_a else 'e'}"


def _unit(rule: Rule, number: int) -> str:
    return _noun(number, rule.in_working_days)


def _noun(number: int, in_working_days: bool) -> str:
    ending = "dag" if number == 1 else "dagar"
    return f"arbets{ending}" if in_working_days else ending


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
