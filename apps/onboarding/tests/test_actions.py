"""What may be said of an authority that is being taken on board, and what is refused."""

import uuid
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from apps.core.actions import Conflict, version_of
from apps.onboarding import actions
from apps.onboarding.choices import BY_HAND, MAY_BE_SET_ASIDE, Progress, Step, StepState
from apps.onboarding.deadlines import open_deadlines
from apps.onboarding.models import Onboarding, OnboardingStep
from apps.onboarding.queries import standing
from apps.onboarding.tests.makers import TODAY, begin, complete, line, make_agreement, tick


def sentence_of(error) -> str:
    return " ".join(error.value.messages)


def test_the_same_form_twice_begins_once_and_another_one_is_refused(helsingborg, carin):
    token = uuid.uuid4()
    first = begin(helsingborg, token=token)
    assert begin(helsingborg, token=token) == first
    with pytest.raises(ValidationError) as refused:
        begin(helsingborg, token=uuid.uuid4())
    assert "redan påbörjat, 2026-01-07" in sentence_of(refused)
    assert Onboarding.objects.count() == 1


def test_a_day_of_readiness_before_the_start_is_refused(helsingborg):
    with pytest.raises(ValidationError) as refused:
        begin(helsingborg, ready_on=date(2026, 1, 6))
    assert "ligger före startdagen" in sentence_of(refused)


# --- Steps by hand ----------------------------------------------------------------------------------------------------
def test_a_step_is_ticked_by_hand_with_a_day_a_reference_and_a_name(helsingborg, adam):
    row = begin(helsingborg)
    values = {"state": "done", "done_on": date(2026, 2, 2), "reference": "KF § 14", "today": TODAY}
    actions.write_step(by=adam, onboarding=row, step=Step.DECISION, **values)
    found = line(helsingborg, Step.DECISION)
    assert (found.state, found.evidence) == (StepState.DONE, "Klart 2026-02-02: KF § 14, enligt Adam.")


def test_a_step_that_is_taken_back_loses_its_day_and_its_reference_but_history_has_them(helsingborg):
    row = begin(helsingborg)
    tick(row)
    actions.write_step(by=None, onboarding=row, step=Step.DECISION, state="todo", today=TODAY, reference="KF § 14")
    held = OnboardingStep.objects.get()
    assert (held.state, held.done_on, held.reference) == ("todo", None, "")
    assert "KF § 14" in set(held.events.values_list("reference", flat=True))


@pytest.mark.parametrize(
    ("step", "values", "sentence"),
    [
        (Step.DECISION, {"reference": "KF § 14"}, "Ange dagen då steget blev klart"),
        (Step.DECISION, {"done_on": TODAY, "reference": "  "}, "Ange vad som visar att steget är klart"),
        (Step.DECISION, {"done_on": TODAY + timedelta(days=1), "reference": "§ 1"}, "2026-06-16 har inte varit ännu"),
        (Step.DECISION, {"state": "not_needed", "note": "Nej"}, "kan inte ha läget gäller inte oss"),
        (Step.AGREEMENT, {"state": "not_needed", "note": " "}, "Skriv varför steget inte gäller er"),
        (Step.AGREEMENT, {}, "kan inte ha läget klar"),
        (Step.GUIDELINE, {}, "kan inte skrivas in för hand"),
        (Step.DECISION, {"done_on": TODAY, "reference": "850709-9805"}, "personnummer"),
    ],
)
def test_what_may_not_be_said_of_a_step_is_refused_with_the_way_out(helsingborg, step, values, sentence):
    row = begin(helsingborg)
    with pytest.raises(ValidationError) as refused:
        actions.write_step(by=None, onboarding=row, step=step, today=TODAY, **{"state": "done"} | values)
    assert sentence in sentence_of(refused)
    assert not OnboardingStep.objects.exists()


def test_the_same_press_twice_is_once_and_another_meanwhile_is_a_conflict(helsingborg, carin, adam):
    row = begin(helsingborg)
    seen = version_of(actions.step_row(row, Step.DECISION))
    first = tick(row, version=seen)
    assert tick(row, version=seen) == first
    with pytest.raises(Conflict):
        tick(row, version=seen, reference="KF § 15")
    assert OnboardingStep.objects.get().reference == "KF § 14"


def test_an_authority_without_an_agreement_has_a_step_less(helsingborg):
    row = begin(helsingborg)
    values = {"state": "not_needed", "note": "Bolaget följer lagen.", "today": TODAY}
    actions.write_step(by=None, onboarding=row, step=Step.AGREEMENT, **values)
    found = standing(helsingborg, TODAY)
    assert found.total == 12
    assert Step.AGREEMENT not in {each.step for each in found.left}
    make_agreement(helsingborg)
    assert line(helsingborg, Step.AGREEMENT).state == StepState.DONE
    assert standing(helsingborg, TODAY).total == 13


def test_a_step_is_ticked_by_hand_or_by_what_is_there_and_some_of_each_may_be_set_aside():
    assert set(BY_HAND) == {"decision", "processing", "training"}
    assert set(MAY_BE_SET_ASIDE) == {"processing", "agreement", "thresholds"}


# --- The database -----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("onboarding_step_done_has_reference", {"state": "done"}),
        ("onboarding_step_done_has_reference", {"state": "todo", "reference": "KF § 14"}),
        ("onboarding_step_set_aside_has_reason", {"state": "not_needed"}),
    ],
)
def test_the_database_keeps_the_rules_of_a_step(helsingborg, name, values):
    row = begin(helsingborg)
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        OnboardingStep.objects.create(onboarding=row, step=Step.AGREEMENT, **values)


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("onboarding_ready_after_start", {"ready_on": date(2026, 1, 1)}),
        ("onboarding_finished_after_start", {"finished_on": date(2026, 1, 1)}),
    ],
)
def test_the_database_keeps_the_rules_of_the_days(helsingborg, name, values):
    row = begin(helsingborg)
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Onboarding.objects.filter(pk=row.pk).update(**values)


def test_the_database_keeps_one_row_for_a_step(helsingborg):
    row = begin(helsingborg)
    tick(row)
    with pytest.raises(IntegrityError, match="onboarding_step_once"), transaction.atomic():
        OnboardingStep.objects.create(onboarding=row, step=Step.DECISION)


# --- The end, and the day before it -----------------------------------------------------------------------------------
def test_an_authority_is_finished_when_nothing_is_left_and_may_be_opened_again(helsingborg, adam):
    row = begin(helsingborg)
    with pytest.raises(ValidationError) as refused:
        actions.finish_onboarding(by=adam, onboarding=row, today=TODAY)
    assert "13 steg återstår: Politiskt beslut, Avtal om personuppgifter, Roller med flera" in sentence_of(refused)
    row.delete()
    row = complete(helsingborg)
    for _ in range(2):
        row = actions.finish_onboarding(by=adam, onboarding=row, today=TODAY)
    assert (row.finished_on, row.finished_by) == (TODAY, adam)
    assert standing(helsingborg, date(2027, 1, 7)).progress == Progress.FINISHED
    assert actions.reopen_onboarding(by=adam, onboarding=row).finished_on is None


def test_an_authority_is_late_first_on_the_day_after_the_planned_one(helsingborg):
    assert standing(helsingborg, TODAY).progress == Progress.NOT_STARTED
    begin(helsingborg)
    assert standing(helsingborg, date(2026, 12, 18)).progress == Progress.IN_PROGRESS
    assert standing(helsingborg, date(2026, 12, 19)).progress == Progress.LATE


def test_the_planned_day_is_a_deadline_until_the_authority_is_finished(helsingborg, haninge, carin):
    row = complete(helsingborg)
    actions.update_onboarding(by=None, onboarding=row, responsible=carin)
    year = {"since": date(2026, 1, 1), "until": date(2026, 12, 31)}
    (found,) = open_deadlines(organisation=helsingborg, **year)
    assert (found.key, found.due_on) == (f"onboarding:{row.pk}", date(2026, 12, 18))
    assert (found.responsible_id, found.url) == (carin.pk, f"/inforande/{helsingborg.pk}/")
    assert list(open_deadlines(organisation=haninge, **year)) == []
    assert list(open_deadlines(organisation=helsingborg, **year | {"until": date(2026, 12, 17)})) == []
    actions.finish_onboarding(by=None, onboarding=row, today=TODAY)
    assert list(open_deadlines(organisation=helsingborg, **year)) == []
