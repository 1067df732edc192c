"""Which records that reach a person are due to be purged on a day, and why the others are kept. Pure.

Nothing is due without a rule that the authority has decided (fact 58). What is purged goes in an order: the reference
to the case system first, then the code, so that a code never goes while something still leads from it to a person.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from apps.core.calendar import add_months
from apps.placements.choices import RecordClass, RetentionAction, RetentionTrigger

ORDER = (RecordClass.CASE_REFERENCE, RecordClass.DISCLOSURE, RecordClass.CONSENT, RecordClass.PARTICIPANT_CODE)


@dataclass(frozen=True, slots=True)
class Rule:
    """An authority's decision: so many months from the trigger, purge or preserve. `decided_on` None is undecided."""

    trigger: str
    months: int
    action: str
    decided_on: date | None


@dataclass(frozen=True, slots=True)
class Record:
    """A record and what is known of its resident; `key` is any key, unique within the class.

    `has_open_placement` is one that is proposed, matched or goes on; `is_waiting` that the resident waits for a place;
    `has_document_reference` that a consent or a disclosure names a document about the resident.
    """

    key: object
    record_class: str
    created_on: date
    last_placement_end: date | None = None
    last_follow_up: date | None = None
    has_open_placement: bool = False
    has_open_follow_up: bool = False
    is_waiting: bool = False
    has_case_reference: bool = False
    has_document_reference: bool = False


@dataclass(frozen=True, slots=True)
class Due:
    """A record to be purged: the day its time runs from and the day it has run out."""

    record: Record
    trigger_on: date
    due_on: date


def due_on(trigger_day: date, months: int) -> date:
    """The first day on which a record may be purged: 31 August and 6 months is the last of February."""
    return add_months(trigger_day, months)


def trigger_day(record: Record, trigger: str) -> date:
    """The day the time runs from. A follow-up or an end that never came gives way to what came before it.

    It is never earlier than what came later: after a placement that nobody followed up, its end is what counts.
    """
    days = {
        RetentionTrigger.CREATED: (record.created_on,),
        RetentionTrigger.LAST_PLACEMENT_END: (record.created_on, record.last_placement_end),
        RetentionTrigger.LAST_FOLLOW_UP: (record.created_on, record.last_placement_end, record.last_follow_up),
    }
    return max(day for day in days[RetentionTrigger(trigger)] if day)


def why_kept(record: Record, rule: Rule | None, today: date) -> str:
    """Why the record is kept on a day, in Swedish; empty when it is due."""
    if rule is None or rule.decided_on is None or rule.decided_on > today:
        return "Ingen gallringsregel är beslutad för uppgiften, så den bevaras tills vidare."
    if rule.action != RetentionAction.PURGE:
        return "Uppgiften ska bevaras enligt beslutet."
    if held := _held(record, rule):
        return held
    day = due_on(trigger_day(record, rule.trigger), rule.months)
    return f"Uppgiften ska gallras tidigast {day}." if day > today else ""


def due(records: Iterable[Record], rules: Mapping[str, Rule], today: date) -> list[Due]:
    """The records to purge on a day, case references first, then by the day they became due.

    `rules` is keyed by RecordClass. A code whose case reference is purged now is due the next time it is asked.
    """
    found = []
    for record in records:
        rule = rules.get(record.record_class)
        if rule and not why_kept(record, rule, today):
            day = trigger_day(record, rule.trigger)
            found.append(Due(record, day, due_on(day, rule.months)))
    return sorted(found, key=lambda each: (ORDER.index(RecordClass(each.record.record_class)), each.due_on))


def _held(record: Record, rule: Rule) -> str:
    """What keeps a record whatever its days: for the code always, for others when it moves the trigger."""
    is_code = record.record_class == RecordClass.PARTICIPANT_CODE
    if is_code and record.has_case_reference:
        return "Koden behålls tills referensen i verksamhetssystemet är gallrad."
    if is_code and record.has_document_reference:
        return "Koden behålls tills samtycken och utlämnanden som hänvisar till en handling är gallrade."
    if record.has_open_placement and (is_code or rule.trigger != RetentionTrigger.CREATED):
        return "Deltagaren har en placering som inte är slut."
    if is_code and record.is_waiting:
        return "Deltagaren väntar på en plats."
    if record.has_open_follow_up and (is_code or rule.trigger == RetentionTrigger.LAST_FOLLOW_UP):
        return "Deltagaren har en uppföljning kvar."
    return ""
