"""Answers to deadlines: that one is done, that it gets a new day, and taking that back."""

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from apps.accounts.models import User
from apps.core.actions import action, make_once
from apps.core.deadlines import Deadline
from apps.reminders import note_rules
from apps.reminders.choices import Answer
from apps.reminders.models import DeadlineNote


@action
def close_deadline(*, by: User, deadline: Deadline, token: UUID) -> DeadlineNote:
    """Say that an open deadline is done. Raises ValidationError when it is done elsewhere, or already answered."""
    return _answer(by, deadline, token, {"answer": Answer.DONE})


@action
def move_deadline(
    *, by: User, deadline: Deadline, token: UUID, new_due_on: date, reason: str, today: date
) -> DeadlineNote:
    """Give an open deadline a new day, with a reason. Raises ValidationError when the day is not anybody's to move."""
    if not note_rules.refusal(Answer.NEW_DAY, deadline):
        if told := note_rules.day_refusal(new_due_on, due_on=deadline.due_on, today=today):
            raise ValidationError({"new_due_on": told})
        if _notes_of(deadline.organisation_id, deadline.key).filter(due_on=new_due_on).exists():
            raise ValidationError({"new_due_on": note_rules.THERE_BEFORE.format(day=new_due_on)})
    values = {"answer": Answer.NEW_DAY, "new_due_on": new_due_on, "reason": reason}
    return _answer(by, deadline, token, values)


@action
def undo_note(*, by: User, note: DeadlineNote, now: datetime) -> DeadlineNote:
    """Take an answer back, so that the deadline is open on its former day. Once more changes nothing.

    Raises ValidationError when somebody answered the day that this answer gave.
    """
    locked = DeadlineNote.objects.select_for_update().get(pk=note.pk)
    if locked.undone_at:
        return locked
    if _notes_of(locked.organisation_id, locked.deadline_key).filter(due_on=locked.new_due_on).exists():
        raise ValidationError(note_rules.LATER_ANSWER)
    locked.undone_at, locked.undone_by = now, by
    locked.full_clean()
    locked.save()
    return locked


def _answer(by: User, deadline: Deadline, token: UUID, values: dict) -> DeadlineNote:
    def make() -> DeadlineNote:
        if told := note_rules.refusal(values["answer"], deadline):
            raise ValidationError(told)
        note = DeadlineNote(
            organisation_id=deadline.organisation_id,
            department_id=deadline.owner_department_id,
            deadline_key=deadline.key,
            due_on=deadline.due_on,
            title=deadline.title,
            context=deadline.context,
            url=deadline.url,
            created_by=by,
            token=token,
            **values,
        )
        # Whether it is the first answer is the database's to tell: the same form sent twice at once is no mistake.
        note.full_clean(exclude=["token"], validate_constraints=False)
        note.save()
        return note

    note = make_once(DeadlineNote, token, make)
    if note.undone_at or note.created_by != by:
        raise ValidationError(note_rules.OLD_PAGE)
    return note


def _notes_of(organisation_id: int, key: str):
    return DeadlineNote.objects.standing().filter(organisation_id=organisation_id, deadline_key=key)
