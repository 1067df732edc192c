"""Every write to how an authority is taken on board."""

import uuid
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from apps.accounts.models import Organisation, User
from apps.core.actions import action, change, make_once, refuse_stale
from apps.onboarding.choices import Step, StepState, states_of
from apps.onboarding.models import Onboarding, OnboardingStep
from apps.onboarding.queries import standing

EXISTS = "Införandet i {organisation} är redan påbörjat, {day}. Öppna det i stället."
TICKS_ITSELF = "Steget ”{step}” följer av det som finns i Steget och kan inte skrivas in för hand."
NOT_ASIDE = "Steget ”{step}” kan inte ha läget {state}. Välj ett annat läge."
NOT_YET = "{day} har inte varit ännu. Ange dagen då det blev klart."
NEEDS_DAY = "Ange dagen då steget blev klart"
NEEDS_REFERENCE = "Ange vad som visar att steget är klart, till exempel en paragraf eller ett diarienummer"
NEEDS_REASON = "Skriv varför steget inte gäller er"
LEFT = "{count} steg återstår: {names}. Gör dem klara först, eller flytta dagen då allt ska vara klart."


@action
def start_onboarding(
    *, by: User | None, organisation: Organisation, token: uuid.UUID | None = None, **values: Any
) -> Onboarding:
    """Begin to take an authority on board; `values` are started_on, ready_on, responsible and note.

    The same token again gives the first row. Raises ValidationError when it has begun already.
    """

    def make() -> Onboarding:
        Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
        if begun := Onboarding.objects.filter(organisation=organisation).first():
            raise ValidationError(EXISTS.format(organisation=organisation, day=begun.started_on))
        row = Onboarding(organisation=organisation, created_by=by, token=token or uuid.uuid4())
        change(row, values)
        return row

    return make_once(Onboarding, token, make)


@action
def update_onboarding(
    *, by: User | None, onboarding: Onboarding, version: str | None = None, **values: Any
) -> Onboarding:
    """Change the days, who is responsible, or the note. Raises ValidationError, and Conflict when `version` is old."""
    row = _locked(onboarding)
    refuse_stale(row, version)
    change(row, values)
    return row


@action
def write_step(
    *,
    by: User | None,
    onboarding: Onboarding,
    step: str,
    state: str,
    today: date,
    done_on: date | None = None,
    reference: str = "",
    note: str = "",
    version: str | None = None,
) -> OnboardingStep:
    """Say how a step stands that no row tells of, or that the authority does without one. The same again is once.

    What belongs to a done step is kept only when it is done. Raises ValidationError by field, and Conflict.
    """
    row = step_row(_locked(onboarding), step)
    is_done = state == StepState.DONE
    values = {"state": state, "note": note, "done_on": done_on if is_done else None}
    values["reference"] = reference.strip() if is_done else ""
    if row.pk and all(getattr(row, name) == value for name, value in values.items()):
        return row
    refuse_stale(row, version)
    _refuse_step(step, today, **values)
    change(row, values | {"written_by": by})
    return row


@action
def finish_onboarding(*, by: User | None, onboarding: Onboarding, today: date) -> Onboarding:
    """Say that the authority is on board. Twice is once. Raises ValidationError while steps are left."""
    row = _locked(onboarding)
    if row.finished_on is None:
        left = [each.title for each in standing(row.organisation, today).left]
        if left:
            names = ", ".join(left[:3]) + (" med flera" if len(left) > 3 else "")
            raise ValidationError(LEFT.format(count=len(left), names=names))
        change(row, {"finished_on": today, "finished_by": by})
    return row


@action
def reopen_onboarding(*, by: User | None, onboarding: Onboarding) -> Onboarding:
    """Say that the authority is not on board after all. Twice is once."""
    row = _locked(onboarding)
    if row.finished_on:
        change(row, {"finished_on": None, "finished_by": None})
    return row


def step_row(onboarding: Onboarding, step: str) -> OnboardingStep:
    """The row of a step, or an unsaved one that says nothing."""
    found = OnboardingStep.objects.filter(onboarding=onboarding, step=step).first()
    return found or OnboardingStep(onboarding=onboarding, step=step)


def _refuse_step(step: str, today: date, **values: Any) -> None:
    """Raise ValidationError by field for what may not be said of the step."""
    allowed, state = states_of(step), values["state"]
    if not allowed:
        raise ValidationError(TICKS_ITSELF.format(step=Step(step).label))
    if state not in allowed:
        raise ValidationError({"state": NOT_ASIDE.format(step=Step(step).label, state=StepState(state).label)})
    wrong = {}
    if state == StepState.DONE:
        if not values["done_on"]:
            wrong["done_on"] = NEEDS_DAY
        elif values["done_on"] > today:
            wrong["done_on"] = NOT_YET.format(day=values["done_on"])
        if not values["reference"]:
            wrong["reference"] = NEEDS_REFERENCE
    if state == StepState.NOT_NEEDED and not values["note"].strip():
        wrong["note"] = NEEDS_REASON
    if wrong:
        raise ValidationError(wrong)


def _locked(onboarding: Onboarding) -> Onboarding:
    rows = Onboarding.objects.select_for_update(no_key=True, of=("self",)).select_related("organisation")
    return rows.get(pk=onboarding.pk)
