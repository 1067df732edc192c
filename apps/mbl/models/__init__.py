"""Unions and agreements, assessments, consultations, vetoes, and what is kept with them."""

from apps.mbl.models.agreement import (
    AgreementDepartment,
    AgreementUnion,
    Blackout,
    CooperationAgreement,
    CooperationGroup,
    GroupMeeting,
    PlanSettings,
)
from apps.mbl.models.assessment import Answer, Assessment, ChecklistTemplate
from apps.mbl.models.consultation import Comment, Consultation, Document, Override, PlanChange, Veto
from apps.mbl.models.union import Union, UnionDepartment, UnionRepresentative

__all__ = [
    "AgreementDepartment",
    "AgreementUnion",
    "Answer",
    "Assessment",
    "Blackout",
    "ChecklistTemplate",
    "Comment",
    "Consultation",
    "CooperationAgreement",
    "CooperationGroup",
    "Document",
    "GroupMeeting",
    "Override",
    "PlanChange",
    "PlanSettings",
    "Union",
    "UnionDepartment",
    "UnionRepresentative",
    "Veto",
]
