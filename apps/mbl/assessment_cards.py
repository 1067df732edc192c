"""What the pages of the assessment show: what the answers lead to, and the answers that were given."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from apps.accounts.models import Department
from apps.core.formats import iso_date
from apps.mbl import standing
from apps.mbl.assessments import is_untouched
from apps.mbl.choices import Exemption, Paragraph, Question, Route, Stage
from apps.mbl.models import Assessment, Consultation, CooperationAgreement, Union
from apps.mbl.route import RowPlan, needed
from apps.mbl.settings_overview import paragraphs_text
from apps.procurements.wording import listed

NOTHING = (
    "Inga svar är ja, så upphandlingen är inte MBL-pliktig. Skriv varför: de fackliga organisationerna ser motivet."
)
HIRED = "Det gäller inhyrd personal, så undantag från 38 § kan inte väljas (38 § andra stycket MBL)."
EXEMPT = "Undantaget gäller tills en facklig organisation begär förhandling. Då öppnas raden igen (38 § MBL)."
NO_UNION = (
    "Ingen facklig organisation är registrerad för {department}. Administratören lägger till dem i inställningarna."
)


@dataclass(frozen=True)
class StageRows:
    """The rows of a stage: the unions that are heard the same way stand together."""

    heading: str
    rows: list[str]


@dataclass(frozen=True)
class Consequence:
    """What the answers lead to: sentences first, then the rows by stage, then what becomes of rows that stand now."""

    sentences: list[str]
    stages: list[StageRows] = field(default_factory=list)
    changes: list[str] = field(default_factory=list)


def consequence(
    department: Department,
    answers: Mapping[Question, bool],
    exemption: str,
    today: date,
    assessment: Assessment | None = None,
) -> Consequence:
    """What the answers would lead to today; nothing is saved. `assessment` is the one that would be changed."""
    plans = standing.plan_rows(department, answers, today)
    names = Union.objects.in_bulk({plan.union for plan in plans})
    agreements = CooperationAgreement.objects.in_bulk({plan.agreement for plan in plans if plan.agreement})
    stages = []
    for stage in Stage:
        ways: dict[str, list[str]] = {}
        for plan in plans:
            if plan.stage == stage:
                ways.setdefault(_way(plan, agreements, exemption), []).append(names[plan.union].name)
        if ways:
            rows = [f"{listed(unions)}: {way}" for way, unions in ways.items()]
            stages.append(StageRows(f"{stage.value}. {stage.label.capitalize()}", rows))
    return Consequence(_sentences(department, answers, exemption, plans), stages, _changes(assessment, plans))


def answer_rows(assessment: Assessment) -> list[dict[str, str]]:
    """Each question with its answer, motive, who and when."""
    found = assessment.answers.select_related("answered_by").order_by("question")
    return [
        {
            "question": answer.get_question_display(),
            "answer": "Ja" if answer.is_yes else "Nej",
            "motive": answer.motive,
            "who": f"{answer.answered_by or 'okänd'}, {iso_date(answer.answered_on)}",
        }
        for answer in found
    ]


def facts(assessment: Assessment) -> list[dict[str, str]]:
    """The assessment itself as facts."""
    values = {"Beställande förvaltning": str(assessment.department), "Bedömt": iso_date(assessment.decided_on)}
    if assessment.decided_by:
        values["Bedömt av"] = str(assessment.decided_by)
    if assessment.not_required_motive:
        values["Motiv till ej MBL-pliktig"] = assessment.not_required_motive
    if assessment.exemption:
        values["Undantag från 38 §"] = assessment.get_exemption_display()
        answer = assessment.answers.filter(question=Question.Q4, is_yes=True).first()
        values |= {"Motiv till undantaget": answer.motive} if answer else {}
    if assessment.exemption_reference:
        values["Det framgår av"] = assessment.exemption_reference
    if assessment.reopened_on:
        values["Facket begärde förhandling"] = iso_date(assessment.reopened_on)
    return [{"key": key, "value": value} for key, value in values.items()]


def _sentences(
    department: Department, answers: Mapping[Question, bool], exemption: str, plans: list[RowPlan]
) -> list[str]:
    asked = needed(answers)
    if not asked:
        return [NOTHING]
    found = [f"De fackliga organisationerna ska höras enligt {paragraphs_text(asked)} MBL."]
    if asked == {Paragraph.P19}:
        found = ["De fackliga organisationerna ska informeras enligt 19 § MBL. Ingen förhandling behövs."]
    if not plans:
        found.append(NO_UNION.format(department=department))
    if answers.get(Question.Q3):
        found.append(HIRED)
    elif exemption in Exemption.values:
        found.append(EXEMPT)
    return found


def _way(plan: RowPlan, agreements: Mapping[int, CooperationAgreement], exemption: str) -> str:
    """How a union is heard."""
    paragraph = f"{plan.paragraph} § MBL"
    if exemption and plan.paragraph == Paragraph.P38:
        return f"undantagen från {paragraph}"
    if plan.agreement:
        return f"i samverkansgrupp enligt {agreements[plan.agreement].name}, i stället för {paragraph}"
    word = "information" if plan.route == Route.INFORMATION else "separat förhandling"
    return f"{word} enligt {paragraph}"


def _changes(assessment: Assessment | None, plans: list[RowPlan]) -> list[str]:
    """The rows that the answers no longer ask for: those that have begun stay."""
    if assessment is None:
        return []
    wanted = {(plan.union, plan.stage) for plan in plans}
    rows = Consultation.objects.latest_rounds().filter(assessment=assessment).select_related("union")
    gone = [row for row in rows if (row.union_id, row.stage) not in wanted]
    return [
        f"Raden för {row} tas bort." if is_untouched(row) else f"Raden för {row} är påbörjad och finns kvar."
        for row in gone
    ]
