"""Dates of the time plan that the ordering department must act on: it is the employer, never the procurement unit.

What the procurement unit does itself (the decision, publication, award, signing) it is told of elsewhere.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Prefetch, Q
from django.urls import reverse
from django.utils import timezone

from apps.accounts.models import Department, Organisation
from apps.core.deadlines import Deadline
from apps.mbl import standing
from apps.mbl.choices import Stage
from apps.mbl.models import PlanChange
from apps.mbl.plan_steps import STAGE_A, PlanStep
from apps.mbl.states import INFORMATION
from apps.mbl.timeplans import OVER_PHASES, VIEW, DepartmentPlan, plans_of
from apps.procurements.choices import Phase
from apps.procurements.models import Procurement, ProcurementParty

# What a department does with the unions; and what comes and goes without it, worth to know.
_OWN = ("assessment", "material", "call", "local_meeting", "minutes", "central_round", "s38_call", "s38_meeting")
_TO_KNOW = ("central_request", "s38_central_request", "veto")
CHANGED = "Tidsplanen för samverkan har flyttats: läs vad som ändrats"


def open_deadlines(
    *, since: date, until: date, organisation: Organisation, procurement: int | None = None
) -> Iterator[Deadline]:
    """Every open step between the two days (both included) of the organisation's ordering departments, and plans that
    have moved without being read; of one procurement when its id is given. As many queries for any number of
    procurements; an organisation that has registered no union has none.
    """
    if not standing.consults(organisation):
        return
    for plan in plans_of(_pairs(organisation, procurement), timezone.localdate()):
        for step in plan.plan.steps:
            if since <= step.on <= until and _is_owed(step, plan):
                yield _deadline(step, plan)
    for change in _unread(organisation, procurement):
        day = timezone.localdate(change.created_at)
        if since <= day <= until:
            yield _of_change(change, day)


def _pairs(organisation: Organisation, only: int | None) -> list[tuple[Procurement, Department]]:
    """Every procurement under way with the organisation's ordering department, its own and those it takes part in."""
    dated = Q(planned_publication_on__isnull=False) | Q(planned_signing_on__isnull=False)
    live = Procurement.objects.filter(dated).exclude(phase__in=(*OVER_PHASES, Phase.PAUSED))
    live = live.filter(pk=only) if only else live
    parties = ProcurementParty.objects.filter(organisation=organisation, department__isnull=False)
    parties = Prefetch("parties", parties.select_related("department__organisation"), to_attr="own_parties")
    lead, joint = Q(organisation=organisation, department__isnull=False), Q(parties__organisation=organisation)
    rows = live.filter(lead | joint).distinct().order_by("pk")
    found = []
    for row in rows.select_related("department__organisation").prefetch_related(parties):
        if row.organisation_id == organisation.pk and row.department:
            found.append((row, row.department))
        found += [(row, party.department) for party in row.own_parties]
    return found


def _is_owed(step: PlanStep, plan: DepartmentPlan) -> bool:
    """An open step with a latest day; of a stage whose decision is made only while a row of it is open."""
    if step.key not in (*_OWN, *_TO_KNOW) or not step.is_open or not step.is_latest:
        return False
    is_a = step.key in STAGE_A and step.key != "assessment"
    decision = plan.procurement.decision_to_publish_on if is_a else plan.procurement.award_decided_on
    stage = Stage.A if is_a else Stage.B
    return decision is None or any(row.stage == stage and row.paragraph != INFORMATION for row in plan.rows)


def _deadline(step: PlanStep, plan: DepartmentPlan) -> Deadline:
    procurement, department = plan.procurement, plan.department
    assess = reverse("assessment_create", args=[procurement.pk]) + f"?forvaltning={department.pk}"
    return Deadline(
        key=f"mbl:{procurement.pk}:{department.pk}:{step.key}",
        title=step.title,
        due_on=step.on,
        organisation_id=department.organisation_id,
        owner_department_id=department.pk,
        responsible_id=None,
        legal_basis=step.source,
        url=_plan_url(procurement.pk, department.pk),
        permission=standing.RUN,
        context=procurement.title,
        context_url=f"{procurement.get_absolute_url()}#mbl",
        lapses=step.key in _TO_KNOW,
        act_url=plan.assessment.get_absolute_url() if plan.assessment else assess,
        act_permission=standing.RUN if step.key in _OWN else VIEW,
    )


def _unread(organisation: Organisation, only: int | None) -> Iterable[PlanChange]:
    """The newest change of each assessment that the department has not read."""
    rows = PlanChange.objects.filter(assessment__organisation=organisation, seen_at=None).exclude(changes=[])
    rows = rows.exclude(assessment__procurement__phase__in=OVER_PHASES)
    rows = rows.filter(assessment__procurement=only) if only else rows
    newest = rows.order_by("assessment_id", "-pk").distinct("assessment_id")
    return newest.select_related("assessment__procurement")


def _of_change(change: PlanChange, day: date) -> Deadline:
    assessment = change.assessment
    return Deadline(
        key=f"mbl-change:{change.pk}",
        title=CHANGED,
        due_on=day,
        organisation_id=assessment.organisation_id,
        owner_department_id=assessment.department_id,
        responsible_id=None,
        legal_basis="",
        url=_plan_url(assessment.procurement_id, assessment.department_id),
        permission=standing.RUN,
        context=assessment.procurement.title,
        context_url=f"{assessment.procurement.get_absolute_url()}#mbl",
    )


def _plan_url(procurement: int, department: int) -> str:
    return f"{reverse('timeplan', args=[procurement])}?forvaltning={department}"
