"""Writes the reminders that should stand: as planning says, once, however many plan and however often."""

import logging
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby, islice

from django.db import DataError, IntegrityError, connection, transaction

from apps.accounts.models import Organisation
from apps.core.deadlines import Deadline
from apps.reminders import due_counts
from apps.reminders.choices import Audience, ReminderState, WhySuppressed
from apps.reminders.directory import directory_of
from apps.reminders.kinds import kind_of
from apps.reminders.models import Reminder
from apps.reminders.planning import Changes, Row, Wanted, reconcile, steps, wanted
from apps.reminders.recipients import Directory, recipients
from apps.reminders.rules import Decided, decided_by
from apps.reminders.sources import open_deadlines_of

logger = logging.getLogger(__name__)

CHUNK = 2000
# Names the lock that planners of the same organisation take; any number that no other lock of the database has.
PLANNING_LOCK = 6_100
ORPHAN = "Uppgift utan mottagare"
# A day that has moved further than this is not looked for.
FAR = timedelta(days=3650)


@dataclass(frozen=True)
class _Round:
    """One planning of one organisation."""

    organisation: Organisation
    decided: Decided
    directory: Directory
    today: date
    now: datetime

    def steps_of(self, deadline: Deadline) -> tuple:
        """The steps that have come. Raises KeyError for no kind of ours, ValueError outside the calendar."""
        rule = self.decided.ruling(deadline.key).rule
        return steps(deadline.due_on, rule, off=self.decided.off, until=self.today)

    def wanted_of(self, deadline: Deadline, known: set) -> list[Wanted]:
        return wanted(
            deadline,
            self.decided.ruling(deadline.key).rule,
            recipients(deadline, self.directory),
            off=self.decided.off,
            today=self.today,
            active_from=self.decided.active_from,
            known=known,
        )


def plan_organisation(*, organisation: Organisation, today: date, now: datetime) -> Counter:
    """Make the organisation's reminders what they should be today; says how many are new, superseded, suppressed and
    revived, and how many deadlines could not be planned (`failed`, which are logged).

    All or nothing. Planners of the same organisation take turns; the second finds nothing to do.
    """
    counts: Counter = Counter()
    due: Counter = Counter()
    with transaction.atomic():
        _take_turns(organisation)
        decided = decided_by(organisation, today=today)
        plan = _Round(organisation, decided, directory_of(organisation), today, now)
        waiting = _waiting(organisation)
        since, until = decided.window(today)
        deadlines = open_deadlines_of(organisation, since=since, until=until, today=today)
        while chunk := {each.key: each for each in islice(deadlines, CHUNK)}:
            counts += _plan_chunk(plan, chunk, waiting)
            due += due_counts.count(chunk.values(), today=today)
            for key in chunk:
                waiting.pop(key, None)
        if waiting:
            counts += _let_go(plan, waiting)
    due_counts.keep(organisation, due, today=today)
    return counts


def _take_turns(organisation: Organisation) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [PLANNING_LOCK, organisation.pk])


def _waiting(organisation: Organisation) -> dict[str, list[Row]]:
    """The reminders that no mail has taken up, by deadline: what is not found open again is to be let go."""
    rows = Reminder.objects.planned().filter(organisation=organisation).order_by("deadline_key")
    found = (Row(*each) for each in rows.values_list(*Row._fields).iterator(CHUNK))
    return {key: list(group) for key, group in groupby(found, key=lambda row: row.deadline_key)}


def _plan_chunk(plan: _Round, chunk: dict[str, Deadline], waiting: dict[str, list[Row]]) -> Counter:
    counts: Counter = Counter()
    concerned = {}
    for deadline in chunk.values():
        try:
            if plan.steps_of(deadline) or deadline.key in waiting:
                concerned[deadline.key] = deadline
        except (KeyError, ValueError):
            logger.exception("The deadline %s due %s could not be planned", deadline.key, deadline.due_on)
            counts["failed"] += 1
    if not concerned:
        return counts
    rows = Reminder.objects.filter(organisation=plan.organisation, deadline_key__in=concerned)
    existing = [Row(*each) for each in rows.values_list(*Row._fields)]
    known = {row.identity for row in existing}
    asked = [each for deadline in concerned.values() for each in plan.wanted_of(deadline, known)]
    open_due = {key: deadline.due_on for key, deadline in concerned.items()}
    changes = reconcile(existing, asked, open_due, today=plan.today)
    return counts + _write(plan, changes, concerned)


def _let_go(plan: _Round, waiting: dict[str, list[Row]]) -> Counter:
    """Suppress what waits for deadlines that are no longer open, or whose day has moved out of sight."""
    since, until = plan.today - FAR, plan.today + FAR
    found = open_deadlines_of(plan.organisation, since=since, until=until, today=plan.today)
    open_due = {each.key: each.due_on for each in found if each.key in waiting}
    rows = [row for group in waiting.values() for row in group]
    return _write(plan, reconcile(rows, [], open_due, today=plan.today), {})


def _write(plan: _Round, changes: Changes, deadlines: dict[str, Deadline]) -> Counter:
    """Everything in statements for many rows. A row that a mail has taken up meanwhile is left alone."""
    fresh = ((each, deadlines[each.deadline_key]) for each in changes.new)
    _insert([reminder_of(each, deadline, plan.organisation, now=plan.now) for each, deadline in fresh])
    planned = Reminder.objects.planned()
    settled = {"settled_at": plan.now}
    planned.filter(pk__in=changes.supersede).update(state=ReminderState.SUPERSEDED, **settled)
    for why in WhySuppressed:
        keys = [pk for pk, reason in changes.suppress.items() if reason == why]
        if keys:
            planned.filter(pk__in=keys).update(state=ReminderState.SUPPRESSED, why_suppressed=why, **settled)
    aside = Reminder.objects.filter(state__in=(ReminderState.SUPPRESSED, ReminderState.SUPERSEDED))
    aside.filter(pk__in=changes.revive).update(state=ReminderState.PLANNED, why_suppressed="", settled_at=None)
    return Counter(
        new=len(changes.new),
        superseded=len(changes.supersede),
        suppressed=len(changes.suppress),
        revived=len(changes.revive),
    )


def reminder_of(each: Wanted, deadline: Deadline, organisation: Organisation, *, now: datetime) -> Reminder:
    """The row, not saved. Administrators are told that somebody is missing, not of what: they may not see it."""
    is_orphan = each.audience == Audience.ADMINISTRATOR
    return Reminder(
        organisation=organisation,
        department_id=deadline.owner_department_id,
        deadline_key=each.deadline_key,
        kind=kind_of(each.deadline_key).name,
        due_on=each.due_on,
        step=each.step,
        send_on=each.send_on,
        recipient_id=each.recipient_id,
        audience=each.audience,
        title=ORPHAN if is_orphan else deadline.title[:300],
        context="" if is_orphan else deadline.context[:300],
        context_url=deadline.context_url.partition("#")[0],
        url=deadline.url,
        permission=deadline.permission,
        state=ReminderState.PLANNED if each.is_newest else ReminderState.SUPERSEDED,
        settled_at=None if each.is_newest else now,
    )


def _insert(rows: list[Reminder]) -> None:
    """All at once; when one cannot be stored, one by one, so that it alone is missing and told of in the log."""
    try:
        with transaction.atomic():
            Reminder.objects.bulk_create(rows, batch_size=CHUNK, ignore_conflicts=True)
    except (DataError, IntegrityError):
        _insert_one_by_one(rows)


def _insert_one_by_one(rows: Iterable[Reminder]) -> None:
    for row in rows:
        try:
            with transaction.atomic():
                Reminder.objects.bulk_create([row], ignore_conflicts=True)
        except (DataError, IntegrityError):
            logger.exception("The reminder of %s to user %s could not be stored", row.deadline_key, row.recipient_id)
