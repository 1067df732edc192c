"""What the unit plans, arranges and learns."""

from apps.actionplans.models.learning import FactorScore, SuccessFactor, YearEvaluation
from apps.actionplans.models.plans import (
    CHANGE,
    VIEW,
    Goal,
    Item,
    ItemLink,
    Plan,
    ProgressNote,
    TakingPart,
)
from apps.actionplans.models.seminars import Seminar, SeminarLink, SeminarSide

__all__ = [
    "CHANGE",
    "VIEW",
    "FactorScore",
    "Goal",
    "Item",
    "ItemLink",
    "Plan",
    "ProgressNote",
    "Seminar",
    "SeminarLink",
    "SeminarSide",
    "SuccessFactor",
    "TakingPart",
    "YearEvaluation",
]
