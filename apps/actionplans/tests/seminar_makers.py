"""Seminars for tests."""

from datetime import UTC, datetime

from apps.actionplans.models import Seminar
from apps.actionplans.seminar_actions import create_seminar, hold_seminar

BEGINS = datetime(2018, 5, 16, 11, tzinfo=UTC)
AFTER = datetime(2018, 5, 17, 8, tzinfo=UTC)


def make_seminar(organisation, *departments, topic="Nya krav", starts_at=BEGINS, **values) -> Seminar:
    """A planned seminar of two hours for the departments, or for all of the organisation when none are given."""
    around = {"departments": departments} if departments else {"organisations": [organisation]}
    own = {"topic": topic, "starts_at": starts_at, "place": "Stadshuset"} | around
    return create_seminar(by=None, organisation=organisation, **own | values)


def hold(seminar, participants=12, now=AFTER, **parts) -> Seminar:
    """The seminar, held; `parts` are numbers by the name of the department."""
    numbers = {side.pk: parts[str(side.department)] for side in seminar.sides.all() if str(side.department) in parts}
    return hold_seminar(by=None, seminar=seminar, participants=participants, parts=numbers, now=now)
