"""What the document for the case file tells beside the checklist and the plan: assessment, motives, what each row came
to, decisions for exceptional reasons, and vetoes."""

from typing import Any

from django.db.models import prefetch_related_objects

from apps.core.formats import iso_date
from apps.mbl.choices import State, VetoState
from apps.mbl.consultation_facts import facts_in
from apps.mbl.models import Assessment, Consultation, Override, Veto
from apps.mbl.timeplans import DepartmentPlan

# What a row came to, beside the days of the checklist.
_KEPT = (
    "not_required_motive",
    "meeting_on",
    "adjourned_to",
    "minutes_reference",
    "minutes_approved_employer_on",
    "minutes_approved_union_on",
    "disagreement",
    "local_closed_on",
    "central_requested_on",
    "central_requested_by",
    "central_meeting_on",
    "central_met_on",
    "central_outcome",
    "withdrawn_on",
    "withdrawn_by",
)


def sections(plan: DepartmentPlan) -> list[dict[str, Any]]:
    """Headings with facts as key and value, in the order they are read; what is not there has no section."""
    prefetch_related_objects(plan.rows, "union", "vetoes__supplier", "vetoes__union")
    found = [*_assessment(plan.assessment), *_overrides(plan)]
    for row in sorted(plan.rows, key=lambda each: (each.stage, each.union.name)):
        found += [_section(f"{row.union}, {row.get_stage_display()}", _row(row, plan.assessment)), *_vetoes(row)]
    return [each for each in found if each["facts"]]


def _section(heading: str, facts: list[tuple[str, str]]) -> dict[str, Any]:
    return {"heading": heading, "facts": [[key, value] for key, value in facts if value]}


def _assessment(assessment: Assessment | None) -> list[dict[str, Any]]:
    if assessment is None or assessment.decided_on is None:
        return []
    yes = assessment.answers.filter(is_yes=True).order_by("question")
    facts = [("Bedömt", f"{iso_date(assessment.decided_on)} av {assessment.department}")]
    facts += [(answer.get_question_display(), f"Ja. {answer.motive}") for answer in yes]
    facts += [
        ("Motiv till ej MBL-pliktig", assessment.not_required_motive),
        ("Undantag från 38 §", assessment.get_exemption_display()),
        ("Undantaget framgår av", assessment.exemption_reference),
        ("Facket begärde förhandling", assessment.reopened_on and iso_date(assessment.reopened_on)),
    ]
    return [_section("Bedömning", facts)]


def _overrides(plan: DepartmentPlan) -> list[dict[str, Any]]:
    rows = Override.objects.filter(procurement=plan.procurement, department=plan.department).order_by(
        "decided_on", "pk"
    )
    return [_section(f"Beslut med synnerliga skäl, {row.get_stage_display()}", _override(row)) for row in rows]


def _override(row: Override) -> list[tuple[str, str]]:
    return [
        ("Skäl", row.reason),
        ("Beslutsfattare", row.decision_maker),
        ("Beslutat", iso_date(row.decided_on)),
        ("Diarienummer", row.reference),
    ]


def _row(row: Consultation, assessment: Assessment | None) -> list[tuple[str, str]]:
    facts = [(each["key"], each["value"]) for each in facts_in(row, _KEPT)]
    if row.state == State.EXEMPT and assessment:
        facts.insert(0, ("Undantagen enligt 38 § MBL", assessment.get_exemption_display()))
    return facts


def _vetoes(row: Consultation) -> list[dict[str, Any]]:
    return [_section(f"Veto mot {veto.supplier}, {veto.union}", _veto(veto)) for veto in row.vetoes.all()]


def _veto(veto: Veto) -> list[tuple[str, str]]:
    by = "den centrala organisationen" if veto.is_by_central else "den lokala organisationen"
    return [
        ("Förklarat", f"{iso_date(veto.declared_on)} av {by}"),
        ("Grund", veto.get_ground_display()),
        ("Omständigheter", veto.facts),
        ("Läge", VetoState(veto.state).label),
        ("Avgjort", veto.resolved_on and iso_date(veto.resolved_on)),
        ("Beslutsfattare", veto.decision_maker),
        ("Rättslig bedömning", veto.legal_opinion),
    ]
