"""Every write to guideline versions and their clauses. All raise ValidationError with Swedish sentences.

A decided version is locked with its clauses, since procurements are judged by the version that was in force when they
were published (DOMAIN 7): a change is a new version.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from apps.accounts.models import Organisation
from apps.core.actions import action, change, make_once, refuse_stale
from apps.procurements.clause_text import variables
from apps.procurements.guideline_overview import clause_versions
from apps.procurements.models import Clause, GuidelineVersion
from apps.procurements.priority_rules import Limits, Weights
from apps.procurements.shipped_clauses import SHIPPED_CLAUSES

LOCKED = "”{title}” är beslutad och ändras inte längre. Skapa en ny version av riktlinjen och gör ändringen där."
TITLE_TAKEN = "Det finns redan en version som heter ”{title}”. Ge den nya ett annat namn."
GOALS_TURNED = "Målet för införd, {in_place}, ligger före målet för beslutad, {decided}. Kontrollera datumen."
OLDEST = date(1990, 1, 1)
TOO_OLD = "{day} går inte: ange en dag från och med 1990."
NEEDED = {
    "decided_by": "Ange vem som beslutade, till exempel kommunfullmäktige",
    "decided_on": "Ange dagen då beslutet togs",
    "reference": "Ange beslutets diarienummer eller paragraf",
    "valid_from": "Ange dagen som riktlinjen gäller från",
}
NOT_YET = "{day} har inte varit ännu. Ange dagen då det skedde."
VALID_TOO_EARLY = "Riktlinjen kan gälla tidigast från beslutet den {decided}. {valid} är före det."
NOT_DECIDED = "”{title}” är inte beslutad. Registrera beslutet först."
DECIDED_TOO_EARLY = "Riktlinjen föreslogs {proposed} och kan inte ha beslutats redan {decided}."
ALREADY_DECIDED = "”{title}” är redan beslutad, {day}."
CLAUSE_USED = "Klausulen ”{title}” används av {count} krav och kan inte tas bort."
SANCTION_UNTICKED = "Texten använder {{{variable}}}. Kryssa i ”{label}”, eller ta bort det ur texten."
# Which tick a variable in the text needs: a sanction is only there when the clause says so (DOMAIN 3.4).
_SANCTIONS = {"rattelse_dagar": "has_rectification"} | dict.fromkeys(
    ("vite_belopp", "vite_enhet", "vite_tak"), "has_penalty"
)
_NOT_COPIED = {"id", "guideline", "created_at", "updated_at", "token"}
COPIED = [field.name for field in Clause._meta.concrete_fields if field.name not in _NOT_COPIED]


def latest_version(organisation: Organisation) -> GuidelineVersion | None:
    """The version that was made last, decided or not: a new one starts as its copy."""
    return GuidelineVersion.objects.filter(organisation=organisation).order_by("-pk").first()


@action
def create_guideline(*, by, organisation: Organisation, token: UUID | None = None, **values: Any) -> GuidelineVersion:
    """Start a version as a copy of the latest one's weights, limits and clauses, or of what the house ships."""

    def make():
        source = latest_version(organisation)
        rules = {"weights": source.weights, "limits": source.limits} if source else {}
        guideline = GuidelineVersion(organisation=organisation, token=token)
        _save(guideline, {"weights": {}, "limits": {}} | rules | values)
        for copied in _clauses_of(source):
            change(Clause(guideline=guideline), copied)
        return guideline

    return make_once(GuidelineVersion, token, make)


@action
def update_guideline(*, by, guideline: GuidelineVersion, seen: str | None = None, **values: Any) -> GuidelineVersion:
    """Change a version that is not decided. Raises core.actions.Conflict when it is not what was `seen`."""
    guideline = _unlocked(guideline)
    refuse_stale(guideline, seen)
    _save(guideline, values)
    return guideline


@action
def decide_guideline(
    *, by, guideline: GuidelineVersion, today: date, seen: str | None = None, **decision: Any
) -> GuidelineVersion:
    """Record the decision (`decided_by`, `decided_on`, `reference`, `valid_from`) and lock the version.

    Raises core.actions.Conflict when the version or a clause is not what was `seen`.
    """
    guideline = GuidelineVersion.objects.select_for_update().get(pk=guideline.pk)
    if guideline.decided_on:
        raise ValidationError(ALREADY_DECIDED.format(title=guideline.title, day=guideline.decided_on))
    refuse_stale(guideline, seen, *clause_versions(guideline))
    missing = {name: sentence for name, sentence in NEEDED.items() if not decision.get(name)}
    if missing:
        raise ValidationError(missing)
    decided_on, valid_from = decision["decided_on"], decision["valid_from"]
    refuse_day("decided_on", decided_on, today)
    if guideline.proposed_on and decided_on < guideline.proposed_on:
        sentence = DECIDED_TOO_EARLY.format(proposed=guideline.proposed_on, decided=decided_on)
        raise ValidationError({"decided_on": sentence})
    if valid_from < decided_on:
        raise ValidationError({"valid_from": VALID_TOO_EARLY.format(decided=decided_on, valid=valid_from)})
    change(guideline, {name: decision[name] for name in NEEDED})
    return guideline


@action
def create_clause(*, by, guideline: GuidelineVersion, token: UUID | None = None, **values: Any) -> Clause:
    """Add a clause to a version that is not decided."""

    def make():
        clause = Clause(guideline=_unlocked(guideline), token=token)
        _save_clause(clause, values)
        return clause

    return make_once(Clause, token, make)


@action
def update_clause(*, by, clause: Clause, seen: str | None = None, **values: Any) -> Clause:
    """Change a clause of a version that is not decided. Raises core.actions.Conflict like the others."""
    _unlocked(clause.guideline)
    clause = Clause.objects.select_for_update().get(pk=clause.pk)
    refuse_stale(clause, seen)
    _save_clause(clause, values)
    return clause


@action
def delete_clause(*, by, clause: Clause) -> None:
    """Take a clause out of a version that is not decided, unless a requirement rests on it."""
    _unlocked(clause.guideline)
    if count := clause.requirements.count():
        raise ValidationError(CLAUSE_USED.format(title=clause.title, count=count))
    clause.delete()


def _unlocked(guideline: GuidelineVersion) -> GuidelineVersion:
    """The version, held against a decision at the same time. Raises ValidationError when it is decided."""
    guideline = GuidelineVersion.objects.select_for_update().get(pk=guideline.pk)
    if guideline.decided_on:
        raise ValidationError(LOCKED.format(title=guideline.title))
    return guideline


def _clauses_of(source: GuidelineVersion | None) -> Iterable[dict[str, Any]]:
    if source is None:
        return [shipped.values() for shipped in SHIPPED_CLAUSES]
    return source.clauses.order_by("pk").values(*COPIED)


def _save(guideline: GuidelineVersion, values: dict[str, Any]) -> None:
    for name, rules in (("weights", Weights), ("limits", Limits)):
        if name in values:
            try:
                values[name] = rules.from_dict(values[name]).as_dict()
            except ValueError as error:
                raise ValidationError({name: str(error)}) from error
    decided, in_place = (values.get(name) for name in ("decided_goal_on", "in_place_goal_on"))
    for name, day in (("decided_goal_on", decided), ("in_place_goal_on", in_place)):
        refuse_day(name, day)
    if decided and in_place and in_place < decided:
        raise ValidationError({"in_place_goal_on": GOALS_TURNED.format(in_place=in_place, decided=decided)})
    others = GuidelineVersion.objects.filter(organisation=guideline.organisation_id).exclude(pk=guideline.pk)
    if others.filter(title=values.get("title")).exists():
        raise ValidationError({"title": TITLE_TAKEN.format(title=values["title"])})
    change(guideline, values)


def _save_clause(clause: Clause, values: dict[str, Any]) -> None:
    try:
        used = variables(values.get("text", clause.text))
    except ValueError as error:
        raise ValidationError({"text": str(error)}) from error
    for variable, tick in _SANCTIONS.items():
        if variable in used and not values.get(tick, getattr(clause, tick)):
            label = Clause._meta.get_field(tick).verbose_name
            raise ValidationError({tick: SANCTION_UNTICKED.format(variable=variable, label=label)})
    change(clause, values)


def refuse_day(name: str, day: date | None, today: date | None = None) -> None:
    """Raise ValidationError for a year that is a slip of the finger, and for a future day where `today` is given."""
    if day and day < OLDEST:
        raise ValidationError({name: TOO_OLD.format(day=day)})
    if day and today and day > today:
        raise ValidationError({name: NOT_YET.format(day=day)})
