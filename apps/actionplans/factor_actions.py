"""Every write to success factors: which are watched, and how each stood in a half-year. All raise ValidationError."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from django.core.exceptions import ValidationError

from apps.accounts.models import Organisation, User
from apps.actionplans.choices import ReadyFactor
from apps.actionplans.halves import HalfYear, half_of
from apps.actionplans.models import FactorScore, SuccessFactor
from apps.core.actions import Conflict, action, change, version_of

NOT_YET = "{half} har inte börjat än. Poängsätt ett halvår som pågår eller är slut."
NO_REASON = "Skriv varför {name} får {score}."
NO_SCORE = "Välj poäng för {name}, eller töm kommentaren."
STAYS = "{name} har redan poäng för {half}, och den tas inte bort. Ändra den i stället."
SAME_NAME = "”{name}” finns redan bland faktorerna. Kryssa i den i stället."


class Answer(NamedTuple):
    """What somebody says of a factor; without a score nothing is said."""

    score: int | None
    comment: str


class Scoring(NamedTuple):
    """What a form of scores is about."""

    organisation: Organisation
    when: HalfYear


@action
def choose_factors(
    *,
    by: User | None,
    organisation: Organisation,
    kinds: Collection[str],
    own: Collection[int] = (),
    new: str = "",
    version: str | None = None,
) -> None:
    """Watch the ready factors `kinds`, the organisation's own ones by key and a new one; the others rest.

    What rests keeps its scores. Raises Conflict when the choice is not what `version` was made of.
    """
    rows = _held(organisation)
    if version is not None and version != choice_version(organisation):
        raise Conflict(organisation)
    held = {each.kind for each in rows if each.kind}
    for row in rows:
        wanted = row.kind in kinds if row.kind else row.pk in own
        if row.is_watched != wanted:
            change(row, {"is_watched": wanted})
    for kind in (each for each in ReadyFactor.values if each in kinds and each not in held):
        change(SuccessFactor(organisation=organisation, kind=kind, created_by=by), {"name": ReadyFactor(kind).label})
    if new.strip():
        _add(organisation, new.strip(), by)


@action
def score_factors(
    *,
    by: User | None,
    organisation: Organisation,
    when: HalfYear,
    answers: dict[int, Answer],
    today: date,
    version: str | None = None,
) -> int:
    """Score watched factors (by key) for a half-year and say how many scores were new or changed.

    A factor that is not answered stays as it is; a score is never taken away, and what it was stays in the history.
    Raises Conflict when the scores are not what `version` was made of, and ValidationError by "comment_<key>".
    """
    if when > half_of(today):
        raise ValidationError(NOT_YET.format(half=when.label.capitalize()))
    rows = {each.pk: each for each in _held(organisation) if each.is_watched}
    if version is not None and version != score_version(organisation, when):
        raise Conflict(Scoring(organisation, when))
    scores = FactorScore.objects.filter(factor__in=rows, year=when.year, half=when.half)
    held = {each.factor_id: each for each in scores}
    asked = {pk: answer for pk, answer in answers.items() if pk in rows}
    problems = {f"comment_{pk}": _problem(rows[pk], asked[pk], held.get(pk), when) for pk in asked}
    if any(problems.values()):
        raise ValidationError({name: text for name, text in problems.items() if text})
    told = {pk: answer for pk, answer in asked.items() if answer.score and _is_news(answer, held.get(pk))}
    for pk, answer in told.items():
        own = {"factor": rows[pk], "organisation": organisation, "year": when.year, "half": when.half}
        change(held.get(pk) or FactorScore(**own), answer._asdict() | {"scored_by": by})
    return len(told)


def choice_version(organisation: Organisation) -> str:
    """A name of which factors are watched, for the form that chooses them."""
    return version_of(organisation, *organisation.success_factors.order_by("pk").values_list("pk", "is_watched"))


def score_version(organisation: Organisation, when: HalfYear) -> str:
    """A name of the scores of a half-year, for the form that gives them."""
    rows = FactorScore.objects.filter(organisation=organisation, year=when.year, half=when.half).order_by("pk")
    return version_of(organisation, *rows.values_list("factor_id", "score", "comment"))


def _held(organisation: Organisation) -> list[SuccessFactor]:
    """All factors of the organisation, which is kept from others until the transaction ends."""
    Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
    return list(organisation.success_factors.all())


def _add(organisation: Organisation, name: str, by: User | None) -> None:
    if name.lower() in {label.lower() for label in ReadyFactor.labels}:
        raise ValidationError({"new": SAME_NAME.format(name=name)})
    if organisation.success_factors.filter(name__iexact=name).exists():
        raise ValidationError({"new": SAME_NAME.format(name=name)})
    change(SuccessFactor(organisation=organisation, created_by=by), {"name": name})


def _problem(factor: SuccessFactor, answer: Answer, held: FactorScore | None, when: HalfYear) -> str:
    if answer.score is None and held:
        return STAYS.format(name=factor, half=when.label)
    if answer.score is None:
        return NO_SCORE.format(name=factor) if answer.comment.strip() else ""
    return "" if answer.comment.strip() else NO_REASON.format(name=factor, score=answer.score)


def _is_news(answer: Answer, held: FactorScore | None) -> bool:
    return held is None or (held.score, held.comment) != (answer.score, answer.comment)
