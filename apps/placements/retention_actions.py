"""Writes of retention: the authority's rules, and purging in two steps by two people (DOMAIN 4.2, fact 58).

Each action locks the organisation's row, as all writes to placements do. Sentences of refusals are Swedish.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

import pgtrigger
from django.core.exceptions import ValidationError
from django.db.models import Q

from apps.accounts.models import Organisation, User
from apps.core.actions import action, change, make_once, refuse_stale
from apps.placements import retention_queries as queries
from apps.placements.choices import RecordClass
from apps.placements.models import (
    Consent,
    Disclosure,
    Participant,
    ParticipantMerge,
    PurgeItem,
    PurgeRun,
    RetentionRule,
)

FUTURE = "Beslutsdatumet {day} har inte varit än. Ange den dag beslutet fattades."
NO_RULES = "Ingen gallringsregel är beslutad. Skriv in besluten under Gallringsregler först."
NOTHING = "Inga uppgifter ska gallras {day}."
OWN_RUN = "Du har tagit fram gallringen. Någon annan ska godkänna den."
NOT_WAITING = "Gallringen är {state} och kan inte ändras."
NEW_RULES = "Gallringsreglerna har ändrats sedan gallringen togs fram. Avbryt den och ta fram en ny."


@action
def save_retention_rule(
    *, by: User, organisation: Organisation, record_class: str, today: date, seen: str | None = None, **values: Any
) -> RetentionRule:
    """Write down what the authority has decided about a class of records.

    `values` are the rule's fields. Raises ValidationError, and Conflict when the rule is not what was `seen`.
    """
    _lock(organisation.pk)
    rule = queries.rule_of(organisation, record_class)
    refuse_stale(rule, seen)
    if values["decided_on"] > today:
        raise ValidationError({"decided_on": FUTURE.format(day=values["decided_on"])})
    change(rule, values)
    return rule


@action
def propose_purge(*, by: User, organisation: Organisation, today: date, token: UUID) -> PurgeRun:
    """Dry run: write down what is due on a day by the rules in force. Nothing is purged.

    The same token again gives the run it made the first time. Raises ValidationError when no rule is decided, nothing
    is due or another run waits.
    """
    _lock(organisation.pk)

    def make() -> PurgeRun:
        rules = queries.rules_of(organisation)
        if not rules:
            raise ValidationError(NO_RULES)
        found = queries.holdings(organisation)
        due = queries.due_records(found, rules, today)
        run = PurgeRun(organisation=organisation, as_of=today, rules=queries.snapshot(rules), made_by=by, token=token)
        run.full_clean()
        if not due:
            raise ValidationError(NOTHING.format(day=today))
        run.save()
        PurgeItem.objects.bulk_create(_item(run, found, each) for each in due)
        return run

    return make_once(PurgeRun, token, make)


@action
def discard_purge(*, by: User, run: PurgeRun) -> PurgeRun:
    """Put a run that waits aside; nothing was purged. A second time changes nothing."""
    run = _locked(run)
    if run.state == PurgeRun.State.EXECUTED:
        raise ValidationError(NOT_WAITING.format(state=run.get_state_display()))
    if run.state == PurgeRun.State.PROPOSED:
        change(run, {"state": PurgeRun.State.DISCARDED})
    return run


@action
def approve_purge(*, by: User, run: PurgeRun, today: date, now: datetime) -> PurgeRun:
    """Approve somebody else's run and purge what it holds, but for records that are no longer due.

    The same person a second time changes nothing. Raises ValidationError for the one who made the run, for a run that
    does not wait, and when the rules are no longer those of the run.
    """
    run = _locked(run)
    if run.state == PurgeRun.State.EXECUTED and run.approved_by_id == by.pk:
        return run
    if problem := approval_problem(run, by):
        raise ValidationError(problem)
    rules = queries.rules_of(run.organisation)
    if queries.snapshot(rules) != run.rules:
        raise ValidationError(NEW_RULES)
    _execute(run, rules, today)
    change(run, {"state": PurgeRun.State.EXECUTED, "approved_by": by, "approved_at": now, "executed_at": now})
    return run


def approval_problem(run: PurgeRun, user: User) -> str:
    """Why the user cannot approve the run, in Swedish; empty when they can."""
    if run.state != PurgeRun.State.PROPOSED:
        return NOT_WAITING.format(state=run.get_state_display())
    return OWN_RUN if run.made_by_id == user.pk else ""


def _execute(run: PurgeRun, rules: dict[str, RetentionRule], today: date) -> None:
    items = {(item.record_class, item.row_id): item.pk for item in run.items.all()}
    found = queries.holdings(run.organisation)
    due = [each.record for each in queries.due_records(found, rules, today, among=set(items))]
    keys = {record_class: [] for record_class in RecordClass}
    for record in due:
        keys[record.record_class].append(record.key)
    people = {
        record_class: [pk for key in keys[record_class] for pk in found.lives[key].participants]
        for record_class in (RecordClass.CASE_REFERENCE, RecordClass.PARTICIPANT_CODE)
    }
    _empty_references(people[RecordClass.CASE_REFERENCE])
    Disclosure.objects.filter(pk__in=keys[RecordClass.DISCLOSURE]).delete()
    Consent.objects.filter(pk__in=keys[RecordClass.CONSENT]).delete()
    _empty_codes(people[RecordClass.PARTICIPANT_CODE], today)
    _empty_history(
        references=people[RecordClass.CASE_REFERENCE],
        codes=people[RecordClass.PARTICIPANT_CODE],
        consents=keys[RecordClass.CONSENT],
        disclosures=keys[RecordClass.DISCLOSURE],
    )
    done = [items[record.record_class, record.key] for record in due]
    run.items.filter(pk__in=done).update(is_done=True)
    run.items.update(participant=None)


def _empty_references(participants: Iterable[int]) -> None:
    Participant.objects.filter(pk__in=participants).exclude(case_reference="").update(case_reference="")
    _merges_of(ParticipantMerge.objects, participants).update(case_reference="")


def _empty_codes(participants: Iterable[int], today: date) -> None:
    """The row stays, so that what was counted stays; nothing in it leads to a resident."""
    Participant.objects.filter(pk__in=participants).update(
        code=None, case_reference="", target_group=None, is_protected=False, matcher=None, purged_on=today
    )


def _empty_history(
    *, references: Iterable[int], codes: Iterable[int], consents: Iterable[int], disclosures: Iterable[int]
) -> None:
    """Take what was purged out of the history too.

    The history is append-only. This is the only place that may write in it, and only in these tables.
    """
    tables = (Participant, ParticipantMerge, Consent, Disclosure)
    people, merges, of_consents, of_disclosures = (model.pgh_event_model.objects for model in tables)
    everybody = [*references, *codes]
    lent = _lent_references(merges, people, everybody)
    with pgtrigger.ignore(*(f"{model.pgh_event_model._meta.label}:append_only" for model in tables)):
        people.filter(Q(pgh_obj__in=everybody) | Q(pk__in=lent)).update(case_reference="")
        people.filter(pgh_obj__in=codes).update(code=None, target_group=None, is_protected=False, matcher=None)
        _merges_of(merges, everybody).update(case_reference="")
        of_consents.filter(pgh_obj__in=consents).delete()
        of_disclosures.filter(pgh_obj__in=disclosures).delete()


def _lent_references(merges, people, participants: Iterable[int]) -> list[int]:
    """Events of other participants that held a purged reference while the codes were merged; the merge was undone."""
    theirs = _merges_of(merges, participants)
    references, partners = set(), set()
    for reference, *pair in theirs.values_list("case_reference", "kept", "merged"):
        references.add(reference)
        partners.update(pair)
    alive = Participant.objects.filter(case_reference__in=references).values("pk")
    found = people.filter(pgh_obj__in=partners, case_reference__in=references).exclude(pgh_obj__in=alive)
    return list(found.values_list("pk", flat=True))


def _merges_of(merges, participants: Iterable[int]):
    return merges.filter(Q(kept__in=participants) | Q(merged__in=participants)).exclude(case_reference="")


def _item(run: PurgeRun, found: queries.Holdings, each) -> PurgeItem:
    key = each.record.record_class, each.record.key
    return PurgeItem(
        run=run,
        record_class=each.record.record_class,
        row_id=each.record.key,
        participant_id=found.owners[key],
        trigger_on=each.trigger_on,
        due_on=each.due_on,
        placement_numbers=found.numbers_of(key),
    )


def _lock(organisation_id: int) -> Organisation:
    return Organisation.objects.select_for_update(no_key=True).get(pk=organisation_id)


def _locked(run: PurgeRun) -> PurgeRun:
    """The run as it is now, under the organisation's lock."""
    _lock(run.organisation_id)
    return PurgeRun.objects.select_related("organisation").get(pk=run.pk)
