"""What reaches residents in an organisation, as the rules of `retention` see it, and what a purging run would take."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Q
from django.utils import timezone

from apps.accounts.models import Organisation
from apps.placements import retention
from apps.placements.choices import WAITING_STATES, PlacementState, RecordClass
from apps.placements.models import (
    Consent,
    Disclosure,
    FollowUp,
    Participant,
    Placement,
    RetentionRule,
    Waiting,
)
from apps.placements.retention import Due, Record, Rule

OPEN_STATES = (*WAITING_STATES, PlacementState.STARTED)
NOT_YET = "Tiden har inte gått ut."
IS_GROUND = "Samtycket är grunden för ett utlämnande som inte gallras."
SNAPSHOT = ("record_class", "trigger", "months", "action", "decided_by_body", "decided_on", "reference")
Key = tuple[str, int]


@dataclass
class Life:
    """What decides how long a resident's records are kept. Codes that were merged are one resident."""

    participants: list[int] = field(default_factory=list)
    numbers: set[int] = field(default_factory=set)
    created_on: date = date.min
    last_placement_end: date | None = None
    last_follow_up: date | None = None
    has_open_placement: bool = False
    has_open_follow_up: bool = False
    is_waiting: bool = False
    has_code: bool = False
    has_case_reference: bool = False
    has_document_reference: bool = False


@dataclass(frozen=True)
class Holdings:
    """An organisation's records that reach a resident. A record's key is its row's; the code's and the case
    reference's is that of the participant the others were merged into.

    `lives` is by that participant, `owners` by record, `numbers` by disclosure, `grounds` by consent the disclosures
    that rest on it.
    """

    records: list[Record]
    lives: dict[int, Life]
    owners: dict[Key, int]
    numbers: dict[Key, list[int]]
    grounds: dict[int, set[int]]

    def life_of(self, key: Key) -> Life:
        """The resident behind a record."""
        return self.lives[self.owners[key]]

    def numbers_of(self, key: Key) -> list[int]:
        """The placement numbers a record is about, in order."""
        return self.numbers.get(key) or sorted(self.life_of(key).numbers)


@dataclass(frozen=True)
class ClassForecast:
    """A class of records on a day: how many are due, and why how many others are kept."""

    label: str
    rule: str
    is_decided: bool
    due: int
    kept: list[tuple[str, int]]


def rules_of(organisation: Organisation) -> dict[str, RetentionRule]:
    """The organisation's decided rules by class."""
    return {rule.record_class: rule for rule in RetentionRule.objects.filter(organisation=organisation)}


def rule_of(organisation: Organisation, record_class: str) -> RetentionRule:
    """The decided rule of a class, else an empty unsaved one."""
    found = RetentionRule.objects.filter(organisation=organisation, record_class=record_class).first()
    return found or RetentionRule(organisation=organisation, record_class=record_class)


def snapshot(rules: Mapping[str, RetentionRule]) -> list[dict[str, Any]]:
    """The rules as JSON keeps them, in the order things are purged."""
    return [
        {
            name: value.isoformat() if isinstance(value := getattr(rules[key], name), date) else value
            for name in SNAPSHOT
        }
        for key in retention.ORDER
        if key in rules
    ]


def undecided(rules: Mapping[str, RetentionRule]) -> list[str]:
    """The classes without a rule, in words: nothing of theirs is purged (fact 58)."""
    return [record_class.label for record_class in RecordClass if record_class not in rules]


def holdings(organisation: Organisation) -> Holdings:
    """All records of an organisation that reach a resident; the number of queries is always the same."""
    roots, lives = _lives(organisation)
    _read_placements(organisation, roots, lives)
    found = Holdings([], lives, {}, {}, {})
    _read_documents(organisation, roots, found)
    for root, life in lives.items():
        if life.has_case_reference:
            _add(found, RecordClass.CASE_REFERENCE, root, root, life.created_on)
        if life.has_code:
            _add(found, RecordClass.PARTICIPANT_CODE, root, root, life.created_on)
    return found


def due_records(
    found: Holdings, rules: Mapping[str, RetentionRule], today: date, among: set[Key] | None = None
) -> list[Due]:
    """What is to be purged on a day, of the records `among` those named (all when None), in order.

    A consent goes only with or after every disclosure that rests on it.
    """
    records = [each for each in found.records if among is None or _key(each) in among]
    due = retention.due(records, _pure(rules), today)
    gone = {each.record.key for each in due if each.record.record_class == RecordClass.DISCLOSURE}
    return [each for each in due if not _is_ground(found, each.record, gone)]


def forecast(
    found: Holdings, rules: Mapping[str, RetentionRule], due: Iterable[Due], today: date
) -> list[ClassForecast]:
    """For each class what is due, and why the others are kept; reasons in order of how many they keep."""
    taken = {_key(each.record) for each in due}
    pure = _pure(rules)
    kept: dict[str, Counter] = {record_class: Counter() for record_class in RecordClass}
    for record in found.records:
        if _key(record) not in taken:
            kept[record.record_class][_reason(record, pure.get(record.record_class), today)] += 1
    numbers = Counter(record_class for record_class, _ in taken)
    return [
        ClassForecast(each.label, sentence(rules.get(each)), each in rules, numbers[each], kept[each].most_common())
        for each in retention.ORDER
    ]


def sentence(rule: RetentionRule | None) -> str:
    """A rule in words."""
    return "ingen regel är beslutad" if rule is None else words_of(rule.action, rule.trigger, rule.months)


def words_of(action: str, trigger: str, months: int) -> str:
    """ "gallras 24 månader efter sista uppföljningen", "bevaras"."""
    if action != "purge":
        return "bevaras"
    since = retention.RetentionTrigger(trigger).label
    if months == 0:
        return f"gallras genast efter {since}"
    return f"gallras {months} {'månad' if months == 1 else 'månader'} efter {since}"


def _lives(organisation: Organisation) -> tuple[dict[int, int], dict[int, Life]]:
    """Each participant's root, the one it was merged into in the end, and the life of each root."""
    rows = Participant.objects.filter(organisation=organisation).annotate(
        has_code=Q(code__isnull=False), has_reference=~Q(case_reference="")
    )
    read = list(rows.order_by("pk").values_list("pk", "merged_into", "created_at", "has_code", "has_reference"))
    parents = {pk: parent for pk, parent, *_ in read}
    roots, lives = {pk: _root(pk, parents) for pk in parents}, {}
    for pk, _, created_at, has_code, has_reference in read:
        life = lives.setdefault(roots[pk], Life())
        life.participants.append(pk)
        life.created_on = max(life.created_on, _day(created_at))
        life.has_code |= has_code
        life.has_case_reference |= has_reference
    return roots, lives


def _root(pk: int, parents: Mapping[int, int | None]) -> int:
    while parent := parents[pk]:
        pk = parent
    return pk


def _read_placements(organisation: Organisation, roots: Mapping[int, int], lives: Mapping[int, Life]) -> None:
    rows = Placement.objects.filter(organisation=organisation).order_by()
    for pk, number, undone_at, state, *ends in rows.values_list(
        "participant", "number", "undone_at", "state", "ended_on", "exited_on"
    ):
        life = lives[roots[pk]]
        life.numbers.add(number)
        if undone_at is None:
            life.has_open_placement |= state in OPEN_STATES
            life.last_placement_end = _later(life.last_placement_end, *ends)
    asked = FollowUp.objects.filter(placement__organisation=organisation, placement__undone_at=None).order_by()
    for pk, *days in asked.values_list("placement__participant", "answered_on", "stopped_on"):
        life = lives[roots[pk]]
        life.has_open_follow_up |= not any(days)
        life.last_follow_up = _later(life.last_follow_up, *days)
    waiting = Waiting.objects.filter(participant__organisation=organisation, ended_on=None)
    for pk in waiting.values_list("participant", flat=True):
        lives[roots[pk]].is_waiting = True


def _read_documents(organisation: Organisation, roots: Mapping[int, int], found: Holdings) -> None:
    consents = list(
        Consent.objects.filter(participant__organisation=organisation)
        .order_by("pk")
        .values_list("pk", "participant", "recorded_at", "document_reference")
    )
    disclosures = list(
        Disclosure.objects.filter(placement__organisation=organisation)
        .order_by("pk")
        .values_list(
            "pk", "placement__participant", "recorded_at", "harm_test_reference", "consent", "placement__number"
        )
    )
    for _, participant, _, reference, *_ in [*consents, *disclosures]:
        found.lives[roots[participant]].has_document_reference |= bool(reference)
    for pk, participant, recorded_at, _ in consents:
        _add(found, RecordClass.CONSENT, pk, roots[participant], _day(recorded_at))
    for pk, participant, recorded_at, _, consent, number in disclosures:
        _add(found, RecordClass.DISCLOSURE, pk, roots[participant], _day(recorded_at))
        found.numbers[RecordClass.DISCLOSURE, pk] = [number]
        found.grounds.setdefault(consent, set()).add(pk)


def _add(found: Holdings, record_class: RecordClass, key: int, root: int, created_on: date) -> None:
    life = found.lives[root]
    found.owners[record_class, key] = root
    found.records.append(
        Record(
            key=key,
            record_class=record_class,
            created_on=created_on,
            last_placement_end=life.last_placement_end,
            last_follow_up=life.last_follow_up,
            has_open_placement=life.has_open_placement,
            has_open_follow_up=life.has_open_follow_up,
            is_waiting=life.is_waiting,
            has_case_reference=life.has_case_reference,
            has_document_reference=life.has_document_reference,
        )
    )


def _reason(record: Record, rule: Rule | None, today: date) -> str:
    """Why a record is kept, without the day it can go, so that reasons can be counted."""
    if retention.why_kept(record, rule, today) == "":
        return IS_GROUND
    return retention.why_kept(record, rule, date.max) or NOT_YET


def _is_ground(found: Holdings, record: Record, gone: set) -> bool:
    return record.record_class == RecordClass.CONSENT and not found.grounds.get(record.key, set()) <= gone


def _pure(rules: Mapping[str, RetentionRule]) -> dict[str, Rule]:
    return {key: Rule(rule.trigger, rule.months, rule.action, rule.decided_on) for key, rule in rules.items()}


def _key(record: Record) -> Key:
    return RecordClass(record.record_class), record.key


def _day(moment: datetime) -> date:
    return timezone.localdate(moment)


def _later(*days: date | None) -> date | None:
    return max((day for day in days if day), default=None)
