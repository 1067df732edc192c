"""Writes of the ordering department's assessment and the rows it leads to, and decisions for exceptional reasons.

All raise ValidationError in Swedish.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from apps.accounts.models import Department
from apps.core.actions import action, change, make_once, refuse_stale, version_of
from apps.mbl import standing
from apps.mbl.actions import next_row, refuse_outsider
from apps.mbl.choices import Exemption, Paragraph, Question, Stage, State
from apps.mbl.gate_rules import waiting
from apps.mbl.models import Answer, Assessment, ChecklistTemplate, Consultation, CooperationAgreement, Override
from apps.mbl.queries import template_of
from apps.mbl.route import RowPlan, needed
from apps.mbl.states import INFORMATION
from apps.procurements.models import Procurement

NOT_ORDERING = "{department} beställer inte i den här upphandlingen. {way_out}"
WAY_OUT = "Förhandlingen sköts av {departments} (11 och 38 §§ MBL)."
NO_DEPARTMENT = "Ange först vilken förvaltning som beställer, på upphandlingens sida (11 § MBL)."
ALL_QUESTIONS = "Svara ja eller nej på alla frågor. Det saknas svar på: {questions} (11, 19 och 38 §§ MBL)."
MOTIVE_OF_YES = "Skriv varför svaret är ja: {question} Motivet syns för facken (11 och 38 §§ MBL)."
NO_MOTIVE = "Skriv varför upphandlingen inte är MBL-pliktig. Facken ser motivet (11, 19 och 38 §§ MBL)."
NO_REFERENCE = "Ange var det framgår att facket har godtagit arbetet tidigare (38 § andra stycket MBL)."
NOTHING_OPEN = "Inget är öppet {stage} för {department}, så det behövs inga synnerliga skäl ({paragraph})."
NO_FUTURE = "Beslutet är daterat {day}, men i dag är det {today}. Ange den dag det fattades (11 och 38 §§ MBL)."
ALREADY = "{department} har redan bedömt upphandlingen. Öppna bedömningen och ändra den där (11 § MBL)."
_UNTOUCHED = (State.PLANNED, State.EXEMPT)
_STAGE_BASIS = {Stage.A: "11 § MBL", Stage.B: "38 § MBL"}

Answers = Mapping[str, tuple[bool, str]]


@action
def assess(
    *,
    by,
    procurement: Procurement,
    department: Department,
    answers: Answers,
    today: date,
    seen: str | None = None,
    token: UUID | None = None,
    **values: Any,
) -> Assessment:
    """Assess a procurement for one ordering department, or assess it anew, and build the rows it asks for.

    `answers` give yes or no and a motive for every Question; an answer that stays keeps who gave it and when.
    `values`: not_required_motive, exemption, exemption_reference. Rows that have started are kept. Raises
    core.actions.Conflict when the assessment is not what was `seen` (`version`).
    """
    _refuse_foreign(procurement, department)
    refuse_outsider(by, department)
    given = _checked(answers, values)

    def make():
        standing_one = Assessment.objects.select_for_update().filter(procurement=procurement, department=department)
        assessment = standing_one.first() or Assessment(
            procurement=procurement, organisation_id=department.organisation_id, department=department, token=token
        )
        _refuse_unseen(assessment, seen, token)
        change(assessment, given | {"decided_by": by, "decided_on": today})
        _set_answers(by, assessment, answers, today)
        _build_rows(assessment, today)
        return assessment

    return make_once(Assessment, token, make)


@action
def override(
    *,
    by,
    procurement: Procurement,
    department: Department,
    stage: Stage,
    today: date,
    token: UUID | None = None,
    **values: Any,
) -> Override:
    """Decide for exceptional reasons to go on before a stage is closed (fact 43). It is never changed or taken away.

    `values`: reason, decision_maker, reference, decided_on.
    """
    _refuse_foreign(procurement, department)
    refuse_outsider(by, department)

    def make():
        decided_on = values.get("decided_on")
        if decided_on and decided_on > today:
            raise ValidationError({"decided_on": NO_FUTURE.format(day=decided_on, today=today)})
        if _is_closed(procurement, department, stage, decided_on or today):
            names = {"stage": Stage(stage).label, "department": department, "paragraph": _STAGE_BASIS[Stage(stage)]}
            raise ValidationError(NOTHING_OPEN.format(**names))
        made = Override(procurement=procurement, organisation_id=department.organisation_id, created_by=by)
        change(made, values | {"department": department, "stage": stage, "token": token})
        return made

    return make_once(Override, token, make)


def version(assessment: Assessment) -> str:
    """What a form remembers of the assessment and its answers, to give back as `seen`."""
    return version_of(assessment, *_answer_values(assessment))


def _answer_values(assessment: Assessment) -> Iterable[tuple]:
    return list(assessment.answers.order_by("question").values_list("question", "is_yes", "motive"))


def _refuse_unseen(assessment: Assessment, seen: str | None, token: UUID | None) -> None:
    """An assessment that somebody else made or changed meanwhile is not written over."""
    if assessment.pk is None:
        return
    if seen is None and token is not None:
        raise ValidationError(ALREADY.format(department=assessment.department))
    refuse_stale(assessment, seen, *_answer_values(assessment))


def _refuse_foreign(procurement: Procurement, department: Department) -> None:
    """Only a department that orders in the procurement has a consultation of its own there (facts 41, 42)."""
    departments = [each.department for each in standing.orderers(procurement) if each.department]
    if department not in departments:
        names = " och ".join(str(each) for each in departments)
        way_out = WAY_OUT.format(departments=names) if departments else NO_DEPARTMENT
        raise ValidationError({"department": NOT_ORDERING.format(department=department, way_out=way_out)})


def _checked(answers: Answers, values: dict[str, Any]) -> dict[str, Any]:
    """The fields of the assessment, refused with a sentence when the answers and they do not go together."""
    missing = [question.label for question in Question if question not in answers]
    if missing:
        raise ValidationError(ALL_QUESTIONS.format(questions=" ".join(missing)))
    bare = [Question(key).label for key, (is_yes, motive) in answers.items() if is_yes and not motive.strip()]
    if bare:
        raise ValidationError([MOTIVE_OF_YES.format(question=question) for question in bare])
    yes = {Question(key): is_yes for key, (is_yes, _) in answers.items()}
    exemption, reference = values.get("exemption", ""), values.get("exemption_reference", "").strip()
    try:
        needed(yes, exemption)
    except ValueError as error:
        raise ValidationError({"exemption": f"{error} (38 § andra stycket MBL)"}) from error
    if exemption == Exemption.ACCEPTED and not reference:
        raise ValidationError({"exemption_reference": NO_REFERENCE})
    motive = "" if needed(yes) else values.get("not_required_motive", "").strip()
    if not needed(yes) and not motive:
        raise ValidationError({"not_required_motive": NO_MOTIVE})
    return {"not_required_motive": motive, "exemption": exemption, "exemption_reference": reference}


def _set_answers(by, assessment: Assessment, answers: Answers, today: date) -> None:
    present = {answer.question: answer for answer in assessment.answers.all()}
    for question, (is_yes, motive) in answers.items():
        answer = present.get(question) or Answer(assessment=assessment, question=question)
        if answer.pk is None or (answer.is_yes, answer.motive) != (is_yes, motive.strip()):
            values = {"is_yes": is_yes, "motive": motive.strip(), "answered_by": by, "answered_on": today}
            change(answer, values)


def _build_rows(assessment: Assessment, today: date) -> None:
    """One row per union and stage that the answers ask for; what has started is kept, what has not follows."""
    answers = dict(assessment.answers.values_list("question", "is_yes"))
    plans = {(each.union, each.stage): each for each in standing.plan_rows(assessment.department, answers, today)}
    latest = Consultation.objects.latest_rounds().filter(assessment=assessment).select_for_update(of=["self"])
    rows = {(row.union_id, row.stage): row for row in latest}
    for key, row in rows.items():
        if key not in plans and is_untouched(row):
            row.delete()
    newest = template_of(assessment.organisation)
    template = newest if newest.pk else None
    for key, plan in plans.items():
        _follow_plan(assessment, rows.get(key), plan, template)


def _follow_plan(
    assessment: Assessment, row: Consultation | None, plan: RowPlan, template: ChecklistTemplate | None
) -> None:
    agreement = CooperationAgreement.objects.get(pk=plan.agreement) if plan.agreement else None
    values = {"paragraph": plan.paragraph, "route": plan.route, "agreement": agreement, "template": template}
    if row is None:
        change(_new_row(assessment, plan), values | {"state": _first_state(assessment, plan)})
    elif is_untouched(row):
        change(row, values | {"state": _first_state(assessment, plan, row)})
    elif row.paragraph == INFORMATION != plan.paragraph:
        # What the union was only informed of must now be negotiated.
        next_row(row, **values)


def _new_row(assessment: Assessment, plan: RowPlan) -> Consultation:
    return Consultation(
        assessment=assessment,
        procurement=assessment.procurement,
        organisation_id=assessment.organisation_id,
        department=assessment.department,
        union_id=plan.union,
        stage=plan.stage,
    )


def _first_state(assessment: Assessment, plan: RowPlan, row: Consultation | None = None) -> State:
    """Exempt from 38 § when the assessment says so, unless the union has asked for negotiation (fact 46)."""
    is_asked_for = row is not None and row.state == State.PLANNED and assessment.reopened_on
    is_exempt = assessment.exemption and plan.paragraph == Paragraph.P38 and not is_asked_for
    return State.EXEMPT if is_exempt else State.PLANNED


def is_untouched(row: Consultation) -> bool:
    """Whether nothing has been done in a row: it may follow a new assessment, or go."""
    is_new = row.state in _UNTOUCHED and row.round_number == 1 and row.called_on is None
    return is_new and not row.documents.exists() and not row.comments.exists()


def _is_closed(procurement: Procurement, department: Department, stage: Stage, on: date) -> bool:
    assessment = Assessment.objects.filter(procurement=procurement, department=department).first()
    return assessment is not None and not waiting(standing.stage_rows(assessment, stage), on)
