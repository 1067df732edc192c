"""Unions, agreements and answers for tests."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from apps.mbl import actions, assessments, gates
from apps.mbl.choices import Question
from apps.mbl.models import Consultation, CooperationAgreement, Union

# A day on which all that the tests tell of has been.
TODAY = date(2026, 11, 20)
ASSESSED = date(2026, 7, 29)
CALLED = date(2026, 8, 14)
MET = date(2026, 8, 21)
# The decision to publish, the day after a local disagreement of MET can no longer be taken further.
DECISION = date(2026, 8, 29)
# A decision for exceptional reasons.
REASONS = {
    "stage": "A",
    "reason": "Avtalet löper ut och barnen måste få mat",
    "decision_maker": "Förvaltningschef Frida",
    "reference": "FN 2026/77",
    "decided_on": date(2026, 8, 27),
    "today": TODAY,
}


def make_union(organisation, name="Kommunal", **fields):
    return Union.objects.create(organisation=organisation, name=name, **fields)


def make_agreement(organisation, paragraphs=("11", "12", "19"), **fields):
    defaults = {"name": "Samverkan Helsingborg", "valid_from": date(2020, 1, 1)}
    return CooperationAgreement.objects.create(
        organisation=organisation, paragraphs=list(paragraphs), **defaults | fields
    )


def answers(*yes):
    """No to every question but those named."""
    return {
        question.value: (question in yes, "Städningen läggs ut" if question in yes else "") for question in Question
    }


def assess(person, procurement, *yes, department=None, today=ASSESSED, **values):
    """An assessment with yes to the questions named."""
    return assessments.assess(
        by=person,
        procurement=procurement,
        department=department or procurement.department,
        answers=answers(*yes),
        today=today,
        **values,
    )


def row_of(assessment, stage="A", union="Kommunal"):
    rows = Consultation.objects.latest_rounds().filter(assessment=assessment)
    return rows.get(stage=stage, union__name=union)


# What each move is given when nothing is wrong with it.
GIVEN = {
    "call": {"called_on": CALLED, "channel": "email", "meeting_on": MET, "matter": "Städning i skolor"},
    "meet": {"met_on": MET, "form": "meeting"},
    "adjourn": {"adjourned_to": date(2026, 8, 28)},
    "absent": {"closed_on": MET},
    "agree": {"closed_on": MET},
    "disagree": {"local_closed_on": MET, "disagreement": "Bemanningen"},
    "request_central": {"central_requested_on": date(2026, 8, 28), "central_requested_by": "Kommunal Skåne"},
    "late_request": {"central_requested_on": date(2026, 8, 31), "central_requested_by": "Kommunal Skåne"},
    "expire": {},
    "call_central": {"central_meeting_on": date(2026, 9, 10)},
    "meet_central": {"central_met_on": date(2026, 9, 10)},
    "close_central": {"closed_on": date(2026, 9, 11), "central_outcome": "Oenighet, parterna skildes åt"},
    "withdraw": {"withdrawn_on": date(2026, 8, 31), "withdrawn_by": "union"},
    "inform": {"closed_on": MET, "channel": "meeting", "matter": "Nya arbetskläder"},
    "not_required": {"not_required_motive": "Facket har avstått"},
    "reopen": {},
}


def take(person, row, *keys, today=TODAY, seen=None, **values):
    """The moves one after the other; `values` belong to the last one."""
    for key in keys:
        given = GIVEN[key] | (values if key == keys[-1] else {})
        row = actions.move(by=person, consultation=row, key=key, seen=seen, today=today, **given)
    return row


def refusal(call, *arguments, field=None, **values):
    """The sentences of the refusal, which stand beside `field` alone when one is named."""
    with pytest.raises(ValidationError) as refused:
        call(*arguments, **values)
    if field:
        assert set(refused.value.message_dict) == {field}
    return " ".join(refused.value.messages)


def close_stage(person, assessment, stage, **values):
    """Both unions agree."""
    for union in ("Kommunal", "Vision"):
        take(person, row_of(assessment, stage, union), "call", **values)
        take(person, row_of(assessment, stage, union), "meet", "agree")


def before_award(case, on=date(2026, 9, 15)):
    """What the gate says of an award decided on the day, once the documents are published."""
    case.decision_to_publish_on, case.award_decided_on = DECISION, on
    return " ".join(gates.awarded(case, TODAY))
