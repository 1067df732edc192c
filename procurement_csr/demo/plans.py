"""Writes the demo world's guidelines, coming procurements, scoring answers and decisions.

The actions are called without an author: what a demo account has made is how removal tells trying from loading.
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from apps.core.calendar import add_months, roll_forward
from apps.procurements import decisions, guideline_acknowledging, guideline_rollout, guidelines, kind_actions, structure
from apps.procurements.choices import NoticeMode, RequirementKind, RequirementUnit
from apps.procurements.guideline_readers import readers
from apps.procurements.models import (
    Clause,
    GuidelineAcknowledgement,
    GuidelineVersion,
    PriorityAnswers,
    Procurement,
    Requirement,
    RequirementDecision,
)
from apps.procurements.requirement_words import clause_text_of
from procurement_csr.demo.world import Coming, Demand, Guideline, Tables, working

FIRST_NUMBER = 900


def write(sites: Iterable[tuple[Any, Tables]]) -> None:
    """Every site with its tables; joint procurements need the other authorities, so they come last."""
    sites = list(sites)
    by_key = {site.key: site for site, _ in sites}
    made = []
    for site, tables in sites:
        for guideline in tables.guidelines:
            _write_guideline(site, guideline)
        for kind, when in tables.kind_starts:
            kind_actions.set_kind_start(by=None, organisation=site.organisation, kind=kind, starts_on=when(site.today))
        made += [(site, coming, row) for coming, row in _write_coming(site, tables.coming)]
        for guideline in tables.guidelines:
            if guideline.in_place:
                _roll_out(site, guideline)
    for site, coming, row in made:
        for joint in coming.joint:
            other = by_key[joint.authority]
            structure.create_party(
                by=None,
                procurement=row,
                organisation=other.organisation,
                department=other.departments[joint.department],
                case_number=f"{other.prefix} {site.today.year}/{FIRST_NUMBER}",
                share_percent=joint.share,
            )


def _write_guideline(site, guideline: Guideline) -> None:
    today = site.today
    row = guidelines.create_guideline(
        by=None,
        organisation=site.organisation,
        title=guideline.title,
        decided_goal_on=_on(guideline.decided_goal, today),
        in_place_goal_on=_on(guideline.in_place_goal, today),
    )
    _change_guideline(row, guideline)
    if guideline.proposed:
        row = guideline_rollout.propose_guideline(by=None, guideline=row, on=guideline.proposed(today), today=today)
    if guideline.decided:
        row = guidelines.decide_guideline(
            by=None,
            guideline=row,
            today=today,
            decided_by=guideline.body,
            decided_on=guideline.decided(today),
            reference=guideline.reference,
            valid_from=guideline.valid_from(today),
        )


def _roll_out(site, guideline: Guideline) -> None:
    """Published, told of and in place: after the procurements, since their share is one of the criteria."""
    row, today = GuidelineVersion.objects.get(organisation=site.organisation, title=guideline.title), site.today
    told = {
        "published_on": _on(guideline.published, today),
        "published_url": guideline.address,
        "seminars_held_on": _on(guideline.seminars, today),
        "seminars_reference": guideline.seminars_reference,
    }
    row = guideline_rollout.save_rollout(by=None, guideline=row, today=today, **told)
    if guideline.read_by:
        _read(row, guideline, today)
    in_place = guideline.in_place(today)
    guideline_rollout.put_in_place(by=None, guideline=row, on=in_place, today=today)


def _read(row: GuidelineVersion, guideline: Guideline, today: date) -> None:
    """Half of those who are asked have read the version."""
    asked = {"roles": guideline.readers, "due_on": guideline.read_by(today), "today": today}
    row = guideline_acknowledging.ask_to_read(by=None, guideline=row, **asked)
    for each in readers(row)[::2]:
        own = {"organisation": row.organisation, "user_id": each.pk, "role": each.roles[0]}
        GuidelineAcknowledgement.objects.create(guideline=row, **own)


def _change_guideline(row: GuidelineVersion, guideline: Guideline) -> None:
    if guideline.weights or guideline.limits:
        weights, limits = row.weights | dict(guideline.weights), row.limits | dict(guideline.limits)
        guidelines.update_guideline(by=None, guideline=row, weights=weights, limits=limits)
    for title, old, new in guideline.clauses:
        clause = row.clauses.get(title=title)
        if old:
            guidelines.update_clause(by=None, clause=clause, text=clause.text.replace(old, new))
        else:
            guidelines.delete_clause(by=None, clause=clause)
    if guideline.is_reviewed:
        for clause in row.clauses.all():
            guidelines.update_clause(by=None, clause=clause, is_draft=False)


def _write_coming(site, tables: tuple[Coming, ...]) -> list[tuple[Coming, Procurement]]:
    rows = [_procurement(site, coming, number) for number, coming in enumerate(tables, FIRST_NUMBER)]
    made = list(zip(tables, Procurement.objects.bulk_create(rows), strict=True))
    PriorityAnswers.objects.bulk_create(
        PriorityAnswers(procurement=row, answered_by=site.user("officer"), **vars(coming.answers))
        for coming, row in made
        if coming.answers
    )
    for coming, row in made:
        if coming.decided:
            decisions.decide(
                by=None,
                procurement=row,
                decided=coming.decided,
                decided_on=site.today - timedelta(80 if coming.dates else 7),
                today=site.today,
                motive=coming.motive or "Beslutat med arbetsmarknadsförvaltningen.",
            )
        if coming.demand:
            _demand(site, row, coming.demand).save()
    RequirementDecision.objects.filter(procurement__in=rows).update(decided_by=site.user("officer"))
    return made


def _procurement(site, coming: Coming, number: int) -> Procurement:
    today, dates = site.today, {name: working(when(site.today)) for name, when in coming.dates}
    is_published = "sent_for_publication_on" in dates
    guideline = GuidelineVersion.objects.in_force(site.organisation, today) if is_published else None
    return Procurement(
        organisation=site.organisation,
        case_number=f"{site.prefix} {today.year}/{number}",
        title=coming.title,
        department=site.departments[coming.department],
        responsible=site.user("officer"),
        cpv_id=coming.cpv,
        kind=coming.kind,
        estimated_value=Decimal(coming.value),
        phase=coming.phase,
        phase_before="standstill" if coming.phase == "review_pending" else "",
        procedure=coming.procedure,
        guideline=guideline,
        planned_publication_on=roll_forward(coming.planned(today)) if coming.planned else None,
        planned_signing_on=roll_forward(coming.signing(today)) if coming.signing else None,
        tender_deadline_at=_deadline(working(coming.deadline(today))) if coming.deadline else None,
        notice_mode=NoticeMode.ELECTRONIC if "award_notice_sent_on" in dates else "",
        is_demo=True,
        **dates,
    )


def _demand(site, procurement: Procurement, demand: Demand) -> Requirement:
    """The requirement of the documents, with the guideline's clause when there is one."""
    model = "numeric" if demand.count else "dialog"
    kinds = (demand.kind, RequirementKind.MIXED)
    clauses = Clause.objects.filter(guideline__organisation=site.organisation, guideline__decided_on__isnull=False)
    clause = clauses.filter(model=model, kind__in=kinds).first()
    is_in_months = demand.kind == RequirementKind.EMPLOYMENT and demand.count
    starts_on = working(procurement.planned_signing_on or site.today + timedelta(40)) + timedelta(14)
    requirement = Requirement(
        procurement=procurement,
        kind=demand.kind,
        model=model,
        unit=RequirementUnit.FTE_MONTHS if is_in_months else RequirementUnit.PLACES,
        count=demand.count,
        rate=None if demand.count else Decimal(4),
        starts_on=starts_on,
        ends_on=add_months(starts_on, 24),
        first_start_within_months=6,
        report_on=[add_months(starts_on, 3), add_months(starts_on, 12)],
        follow_up_by="labour_market",
        clause=clause,
        **_sanctions(clause),
        created_by=site.user("officer"),
    )
    requirement.clause_text = clause_text_of(requirement)
    return requirement


def _sanctions(clause: Clause | None) -> dict[str, Any]:
    """What the clause gives, in numbers."""
    if clause is None:
        return {}
    penalty = {"penalty_amount": Decimal(25_000), "penalty_unit": "place", "penalty_cap": Decimal(100_000)}
    return {
        "rectification_days": 30 if clause.has_rectification else None,
        "allows_termination": clause.has_termination,
        **(penalty if clause.has_penalty else {}),
    }


def _on(when, today: date) -> date | None:
    return when(today) if when else None


def _deadline(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(23, 59)))
