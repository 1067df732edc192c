"""Procurements, the contracts they lead to, the social requirements, and the rules they are set by."""

from apps.procurements.models.acknowledgement import GuidelineAcknowledgement
from apps.procurements.models.contract import Contract, ContractSupplier, ExtensionOption
from apps.procurements.models.cpv import CpvCode
from apps.procurements.models.decision import PriorityAnswers, RequirementDecision
from apps.procurements.models.kind_start import RequirementKindStart
from apps.procurements.models.procurement import Lot, Procurement, ProcurementParty
from apps.procurements.models.requirement import Requirement
from apps.procurements.models.rules import Clause, GuidelineVersion, Threshold

__all__ = [
    "Clause",
    "Contract",
    "ContractSupplier",
    "CpvCode",
    "ExtensionOption",
    "GuidelineAcknowledgement",
    "GuidelineVersion",
    "Lot",
    "PriorityAnswers",
    "Procurement",
    "ProcurementParty",
    "Requirement",
    "RequirementDecision",
    "RequirementKindStart",
    "Threshold",
]
