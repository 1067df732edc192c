"""Every write to the evaluation of a year. All raise ValidationError in Swedish."""

import uuid
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from apps.accounts.models import Organisation, User
from apps.actionplans.choices import EvaluationState
from apps.actionplans.models import YearEvaluation
from apps.actionplans.plan_actions import NOT_YET
from apps.core.actions import action, change, make_once, refuse_stale

IS_DECIDED = "Utvärderingen är beslutad {day} och ändras inte. Skriv det nya i nästa års utvärdering."
TOO_EARLY = "{year} har inte börjat än. Utvärdera ett år som pågår eller är slut."
LACKS = "Skriv vad som fungerade och vad ni ska ändra innan utvärderingen beslutas."


@action
def create_evaluation(
    *, by: User | None, organisation: Organisation, year: int, today: date, token: uuid.UUID | None = None, **words: Any
) -> YearEvaluation:
    """Begin the evaluation of a year as a draft; `words` are worked and to_change. The same token gives the first."""

    def make() -> YearEvaluation:
        _refuse_early(year, today)
        row = YearEvaluation(organisation=organisation, created_by=by, token=token or uuid.uuid4())
        change(row, {"year": year} | words)
        return row

    return make_once(YearEvaluation, token, make)


@action
def update_evaluation(
    *, by: User | None, evaluation: YearEvaluation, today: date, version: str | None = None, **values: Any
) -> YearEvaluation:
    """Change a draft: year, worked, to_change. Raises Conflict when it is not what `version` was made of."""
    row = _locked(evaluation)
    refuse_stale(row, version)
    _refuse_decided(row)
    _refuse_early(values.get("year", row.year), today)
    change(row, values)
    return row


@action
def decide_evaluation(
    *, by: User | None, evaluation: YearEvaluation, decided_by_body: str, decided_on: date, reference: str, today: date
) -> YearEvaluation:
    """Say that the evaluation is decided; it is read-only from then on. The same decision twice is once."""
    row = _locked(evaluation)
    decision = {"decided_by_body": decided_by_body, "decided_on": decided_on, "reference": reference}
    if not row.is_draft and all(getattr(row, name) == value for name, value in decision.items()):
        return row
    _refuse_decided(row)
    if decided_on > today:
        raise ValidationError({"decided_on": NOT_YET.format(day=decided_on)})
    if not (row.worked.strip() and row.to_change.strip()):
        raise ValidationError(LACKS)
    change(row, {"state": EvaluationState.DECIDED, **decision})
    return row


def _locked(evaluation: YearEvaluation) -> YearEvaluation:
    rows = YearEvaluation.objects.select_for_update(no_key=True, of=("self",)).select_related("organisation")
    return rows.get(pk=evaluation.pk)


def _refuse_decided(row: YearEvaluation) -> None:
    if not row.is_draft:
        raise ValidationError(IS_DECIDED.format(day=row.decided_on))


def _refuse_early(year: int, today: date) -> None:
    if year > today.year:
        raise ValidationError({"year": TOO_EARLY.format(year=year)})
