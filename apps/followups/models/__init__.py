"""How contracts are followed up: the plan, meetings, reports, deviations with their sanctions, samples."""

from apps.followups.models.deviation import Deviation, Sanction
from apps.followups.models.meeting import Approval, Meeting, MeetingItem, MeetingTask
from apps.followups.models.plan import Evaluation, FollowUpPlan, IntensityRule, Point, Sample, SampleItem
from apps.followups.models.report import Evidence, PlacementLine, ReportEvent, ReportLine, ReportRequest

__all__ = [
    "Approval",
    "Deviation",
    "Evaluation",
    "Evidence",
    "FollowUpPlan",
    "IntensityRule",
    "Meeting",
    "MeetingItem",
    "MeetingTask",
    "PlacementLine",
    "Point",
    "ReportEvent",
    "ReportLine",
    "ReportRequest",
    "Sample",
    "SampleItem",
    "Sanction",
]
