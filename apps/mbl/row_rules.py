"""What must hold when a row of the checklist moves: facts that must be there, days in order, periods. Pure.

Paragraphs are those of MBL. A refusal names the paragraph, or the agreement that the union is met under.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from apps.core.calendar import NO_DAYS, add_working_days, working_days_between
from apps.mbl.choices import Party, State
from apps.mbl.states import Move

Found = tuple[str, str]
# Fields as a person says them, in the definite form.
WORDS = {
    "called_on": "kallelsens dag",
    "channel": "hur kallelsen eller informationen skickades",
    "meeting_on": "mötesdagen",
    "matter": "vad det gäller",
    "met_on": "dagen då mötet hölls",
    "form": "mötets form",
    "adjourned_to": "dagen som mötet ajourneras till",
    "closed_on": "dagen då den avslutades",
    "local_closed_on": "dagen då den lokala förhandlingen avslutades",
    "disagreement": "punkterna av oenighet",
    "central_requested_on": "dagen då central förhandling begärdes",
    "central_requested_by": "vem som begärde central förhandling",
    "central_meeting_on": "dagen för central förhandling",
    "central_met_on": "dagen då den centrala förhandlingen hölls",
    "central_outcome": "utfallet av den centrala förhandlingen",
    "withdrawn_on": "dagen för det skriftliga frånträdet",
    "withdrawn_by": "vem som frånträdde",
    "not_required_motive": "motivet till att den inte är aktuell",
    "minutes_reference": "protokollets diarienummer",
    "minutes_approved_employer_on": "dagen då arbetsgivaren justerade",
    "minutes_approved_union_on": "dagen då facket justerade",
}
# What has happened: such a day cannot lie ahead.
HAPPENED = (
    "called_on",
    "met_on",
    "local_closed_on",
    "closed_on",
    "central_requested_on",
    "central_met_on",
    "withdrawn_on",
    "minutes_approved_employer_on",
    "minutes_approved_union_on",
)
# The earlier and the later of two days.
ORDER = (
    ("called_on", "meeting_on"),
    ("called_on", "met_on"),
    ("called_on", "closed_on"),
    ("met_on", "closed_on"),
    ("met_on", "local_closed_on"),
    ("met_on", "minutes_approved_employer_on"),
    ("met_on", "minutes_approved_union_on"),
    ("local_closed_on", "central_requested_on"),
    ("local_closed_on", "withdrawn_on"),
    ("central_requested_on", "central_meeting_on"),
    ("central_requested_on", "central_met_on"),
    ("central_requested_on", "withdrawn_on"),
    ("central_met_on", "closed_on"),
)


@dataclass(frozen=True, slots=True)
class Attempt:
    """A move with what it is given, the row as it stands, and what counts beside it.

    `basis` is the paragraph or agreement, `request_end` the last day to ask for central negotiation (None before local
    disagreement), `call_ad` the working days the organisation calls ahead, `off` its further days off,
    `is_hired` that 38 § is about hired staff.
    """

    move: Move
    row: Mapping[str, Any]
    given: Mapping[str, Any]
    today: date
    basis: str
    request_end: date | None = None
    call_ad: int = 0
    off: frozenset[date] = NO_DAYS
    is_hired: bool = False

    def now(self, name: str) -> Any:
        """The value of a field once the move is made."""
        return self.given[name] if name in self.given else self.row.get(name)


def problems(attempt: Attempt) -> list[Found]:
    """Everything that refuses the move, as field and Swedish sentence."""
    missing = [name for name in attempt.move.required if not attempt.given.get(name)]
    if missing:
        return [(name, f"Ange {WORDS[name]} ({attempt.basis}).") for name in missing]
    found = [*days(attempt.row, attempt.given, attempt.today, attempt.basis)]
    rule = _RULES.get(attempt.move.key)
    return found or [*(rule(attempt) if rule else ())]


def days(row: Mapping[str, Any], given: Mapping[str, Any], today: date, basis: str) -> Iterator[Found]:
    """What is wrong with the days given: one that has not been yet, or two in the wrong order."""
    for name in HAPPENED:
        if given.get(name) and given[name] > today:
            yield (
                name,
                f"{_capital(WORDS[name])}, {given[name]}, har inte varit än. Ange senast i dag, {today} ({basis}).",
            )
    merged = dict(row) | dict(given)
    for earlier, later in ORDER:
        first, last = merged.get(earlier), merged.get(later)
        if first and last and last < first and {earlier, later} & given.keys():
            field = later if later in given else earlier
            yield field, _wrong_order(earlier, first, later, last, basis)


def meeting_day(row: Mapping[str, Any]) -> date | None:
    """The day the parties are to meet: the one it was adjourned to, else the one of the call."""
    return row.get("adjourned_to") or row.get("meeting_on")


def _meets_again(attempt: Attempt) -> Iterator[Found]:
    before, met_on = attempt.row.get("met_on"), attempt.given["met_on"]
    if before and met_on < before:
        yield "met_on", f"Mötet kan inte ha hållits {met_on}, före det förra mötet {before} ({attempt.basis})."


def _is_later(attempt: Attempt) -> Iterator[Found]:
    """An adjourned meeting lies after the one it takes the place of."""
    before, to = meeting_day(attempt.row), attempt.given["adjourned_to"]
    if before and to <= before:
        yield "adjourned_to", f"Ajournera till en dag efter mötet {before}, inte {to} (16 § MBL, {attempt.basis})."


def _is_called_in_time(attempt: Attempt) -> Iterator[Found]:
    """Absence closes a row only after a correct call: the meeting was to be, and the call was early enough.

    The law gives no number of days (DOMAIN 5.1); the organisation's own is what makes the call correct.
    """
    planned, called = meeting_day(attempt.row), attempt.row.get("called_on")
    if not planned or not called:
        yield "closed_on", f"Utan kallelse och mötesdag kan facket inte räknas som frånvarande ({attempt.basis})."
        return
    if attempt.given["closed_on"] < planned:
        yield "closed_on", f"Mötet var utsatt till {planned}, så det kan avslutas först den dagen ({attempt.basis})."
    if working_days_between(called, planned, attempt.off) < attempt.call_ad:
        first = add_working_days(called, attempt.call_ad, attempt.off)
        yield (
            "closed_on",
            f"Kallelsen skickades {called}, mindre än {attempt.call_ad} arbetsdagar före mötet {planned}. Den räcker "
            f"inte för att avsluta utan facket ({attempt.basis}). Ajournera till {first} eller senare.",
        )


def _is_in_time(attempt: Attempt) -> Iterator[Found]:
    end, asked = attempt.request_end, attempt.given["central_requested_on"]
    if end and asked > end:
        yield "central_requested_on", f"Begäran {asked} kom efter sista dagen {end} (14 § MBL, {attempt.basis})."


def _is_late(attempt: Attempt) -> Iterator[Found]:
    end, asked = attempt.request_end, attempt.given["central_requested_on"]
    if end and asked <= end:
        sentence = f"Begäran {asked} kom i tid, senast {end}. Välj ”Central förhandling är begärd”"
        yield "central_requested_on", f"{sentence} (14 § MBL, {attempt.basis})."


def _has_expired(attempt: Attempt) -> Iterator[Found]:
    end = attempt.request_end
    if end and attempt.today <= end:
        yield (
            "",
            f"Facket kan begära central förhandling till och med {end}. Avsluta tidigast dagen efter (14 § MBL, "
            f"{attempt.basis}).",
        )


def _has_done_its_duty(attempt: Attempt) -> Iterator[Found]:
    """Only a party that has done its duty may withdraw (16 §): the employer's includes the central round (14 §)."""
    if attempt.given["withdrawn_by"] != Party.EMPLOYER:
        return
    on, end, central = attempt.given["withdrawn_on"], attempt.request_end, attempt.row.get("central_meeting_on")
    if attempt.row.get("state") == State.DISAGREED and end and on <= end:
        yield (
            "withdrawn_on",
            f"Facket kan begära central förhandling till och med {end}, så arbetsgivaren har inte fullgjort sin "
            f"skyldighet {on} (14 och 16 §§ MBL, {attempt.basis}).",
        )
    if attempt.row.get("state") == State.CENTRAL_REQUESTED and (central is None or on < central):
        when = f"den {central}" if central else "som inte är bestämd än"
        yield (
            "withdrawn_on",
            f"Arbetsgivaren kan frånträda först efter dagen för central förhandling, {when} (14 och 16 §§ MBL).",
        )


def _may_be_set_aside(attempt: Attempt) -> Iterator[Found]:
    """The duty about hired staff has no exception, so it cannot be set aside by another name (38 § MBL, fact 47)."""
    if attempt.is_hired:
        yield (
            "not_required_motive",
            "Undantag från 38 § gäller aldrig inhyrd personal, så förhandlingen kan inte sättas som inte aktuell. "
            "Gör om MBL-bedömningen om svaret om inhyrd personal är fel (38 § MBL).",
        )


_RULES = {
    "not_required": _may_be_set_aside,
    "meet": _meets_again,
    "adjourn": _is_later,
    "absent": _is_called_in_time,
    "request_central": _is_in_time,
    "late_request": _is_late,
    "expire": _has_expired,
    "withdraw": _has_done_its_duty,
}


def _wrong_order(earlier: str, first: date, later: str, last: date, basis: str) -> str:
    return (
        f"{_capital(WORDS[later])}, {last}, ligger före {WORDS[earlier]}, {first} ({basis}). Rätta den dag som är fel."
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
