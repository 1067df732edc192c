"""Residents as codes, places that suppliers offer, placements, and what follows of them."""

from apps.placements.models.activity import Activity
from apps.placements.models.consent import Consent, Disclosure
from apps.placements.models.credit import Credit
from apps.placements.models.follow_up import FollowUp
from apps.placements.models.offer import PlaceOffer
from apps.placements.models.participant import (
    MatchingSettings,
    Participant,
    ParticipantMerge,
    TargetGroup,
    Waiting,
)
from apps.placements.models.placement import UNDONE, Pause, Placement
from apps.placements.models.retention import PurgeItem, PurgeRun, RetentionRule

__all__ = [
    "UNDONE",
    "Activity",
    "Consent",
    "Credit",
    "Disclosure",
    "FollowUp",
    "MatchingSettings",
    "Participant",
    "ParticipantMerge",
    "Pause",
    "PlaceOffer",
    "Placement",
    "PurgeItem",
    "PurgeRun",
    "RetentionRule",
    "TargetGroup",
    "Waiting",
]
