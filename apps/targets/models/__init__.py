"""Yearly targets, what was reported and who may read it; and the letters that tell each its own result."""

from apps.targets.models.letters import LetterMail, ResultLetter
from apps.targets.models.results import (
    ChartComment,
    NamingDecision,
    PublishedYear,
    ShareLink,
    Snapshot,
    Target,
    YearlyCost,
)

__all__ = [
    "ChartComment",
    "LetterMail",
    "NamingDecision",
    "PublishedYear",
    "ResultLetter",
    "ShareLink",
    "Snapshot",
    "Target",
    "YearlyCost",
]
