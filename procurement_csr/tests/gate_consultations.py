"""The gate's visits to the ordering department's pages: the assessment, rows in several states, moves, vetoes."""

from datetime import timedelta

from django.utils import timezone

from apps.accounts.models import Membership
from apps.mbl import assessments
from apps.mbl.choices import Question
from apps.mbl.models import Consultation, Override, Union, Veto
from procurement_csr import people
from procurement_csr.tests.gate_visit import BOTH, EMPTY, Visit

CONSULTATION_VISITS = (
    Visit("assessment_create", "department", "unassessed_procurement", refuses=BOTH),
    Visit("override_create", "department", "unassessed_procurement", refuses=BOTH),
    Visit("assessment_detail", "department", "assessment"),
    Visit("assessment_detail", "officer", "assessment"),
    Visit("assessment_detail", "department", "free_assessment"),
    Visit("assessment_update", "department", "assessment", refuses=(EMPTY,)),
    Visit("consultation_detail", "department", "planned_row"),
    Visit("consultation_detail", "department", "met_row"),
    Visit("consultation_detail", "officer", "met_row"),
    Visit("consultation_detail", "department", "disagreed_row"),
    Visit("consultation_move", "department", "move_call", refuses=BOTH),
    Visit("consultation_move", "department", "move_meet", refuses=BOTH),
    Visit("consultation_move", "department", "move_disagree", refuses=BOTH),
    Visit("consultation_move", "department", "move_not_possible", status=409),
    Visit("consultation_approve", "department", "met_row", refuses=BOTH),
    Visit("consultation_round", "department", "planned_row", refuses=(EMPTY,)),
    Visit("veto_create", "department", "met_row", refuses=BOTH),
    Visit("veto_resolve", "department", "veto", refuses=BOTH),
    Visit("consultation_move", "department", "move_reopen"),
    Visit("procurement_detail", "officer", "unready_procurement"),
)
# Pages with a form that is whole as it stands: sent from an old page each tells that somebody else was first.
STALE_VISITS = (
    Visit("assessment_update", "department", "assessment"),
    Visit("consultation_move", "department", "move_reopen"),
    Visit("consultation_approve", "department", "minuted_row"),
    Visit("union_request", "union", "exempt_row"),
)
LONG = "Städningen, som omfattar samtliga förskolor, skolor och idrottsanläggningar, läggs ut på entreprenad."


def addresses_of_consultations(organisation) -> dict:
    """A procurement that nobody has assessed, one with rows in every kind of state, and one that owes nothing."""
    member = Membership.objects.get(organisation=organisation, role="department")
    department, today = member.department, timezone.localdate()
    fields = {"organisation": organisation, "department": department}
    dates = {"planned_publication_on": today + timedelta(40), "planned_signing_on": today + timedelta(190)}
    for name in ("Vårdförbundet", "Akademikeralliansen"):
        Union.objects.create(organisation=organisation, name=f"{name} i Helsingborg")
    assessed = people.make_procurement(**fields, title="Städning i skolor och förskolor", **dates)
    assessment = _assess(member.user, assessed, today, Question.Q1)
    free = _assess(member.user, people.make_procurement(**fields, title="Pennor"), today)
    planned, met, disagreed, exempt, minuted, *_ = Consultation.objects.filter(assessment=assessment, stage="B")
    called = {
        "called_on": today - timedelta(20),
        "meeting_on": today - timedelta(6),
        "matter": LONG,
        "channel": "email",
    }
    held = called | {"met_on": today - timedelta(6), "form": "digital", "participants": "ordförande, sektionen"}
    _set(met, state="met", proposal=LONG, **held)
    _set(disagreed, state="disagreed", local_closed_on=today - timedelta(2), disagreement=LONG, **held)
    in_a, adjourned, requested, unneeded, closed, *_ = Consultation.objects.filter(assessment=assessment, stage="A")
    _set(in_a, state="called", **called)
    _set(adjourned, state="adjourned", adjourned_to=today + timedelta(6), **called)
    asked = {"central_requested_on": today - timedelta(1), "central_requested_by": LONG[:110], "disagreement": LONG}
    _set(requested, state="central_requested", local_closed_on=today - timedelta(2), **asked, **held)
    _set(unneeded, state="not_required", not_required_motive=LONG)
    _set(closed, state="closed", close_reason="agreed", closed_on=today, proposal=LONG, **held)
    _set(exempt, state="exempt")
    late = asked | {"central_meeting_on": today, "central_met_on": today, "central_outcome": LONG}
    _set(minuted, state="central_met", local_closed_on=today - timedelta(2), minutes_reference="FN 1", **late, **held)
    veto = Veto.objects.create(
        consultation=met,
        procurement=assessed,
        union=met.union,
        supplier=people.make_supplier(f"Renare {'R' * 50} AB"),
        is_by_central=True,
        declared_on=today,
        ground="lou_13_2",
        facts=LONG,
    )
    unready = people.make_department(organisation, "Förvaltningen för det som ingen har börjat med än")
    decided = {"reason": LONG, "decision_maker": "Frida", "reference": "FN 2026/77", "decided_on": today}
    Override.objects.create(procurement=assessed, **fields, stage="A", **decided)
    return {
        "unassessed_procurement": people.make_procurement(**fields, title="Skolmat").pk,
        "assessment": assessment.pk,
        "free_assessment": free.pk,
        "planned_row": planned.pk,
        "met_row": met.pk,
        "disagreed_row": disagreed.pk,
        "veto": veto.pk,
        "minuted_row": minuted.pk,
        "unready_procurement": people.make_procurement(organisation, "Fruktkorgar", department=unready).pk,
        "move_reopen": (exempt.pk, "reopen"),
        "move_call": (planned.pk, "call"),
        "move_meet": (in_a.pk, "meet"),
        "move_disagree": (met.pk, "disagree"),
        "move_not_possible": (planned.pk, "agree"),
    }


def _assess(user, procurement, today, *yes):
    answers = {each.value: (each in yes, LONG if each in yes else "") for each in Question}
    whose = {"procurement": procurement, "department": procurement.department, "today": today}
    return assessments.assess(by=user, answers=answers, not_required_motive="Bara pennor", **whose)


def _set(row, **values) -> None:
    Consultation.objects.filter(pk=row.pk).update(**values)
