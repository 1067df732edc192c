"""A date of a procurement before it is known on whose behalf it is read."""

from datetime import date
from typing import NamedTuple

CHANGE = "procurements.change_procurement"
# Why no requirement is a decision with a reason: the municipality's own rule, no paragraph.
GUIDELINE = "riktlinjen: följ eller förklara"


class Case(NamedTuple):
    """What a date tells of its procurement."""

    pk: int
    title: str
    department_id: int | None
    responsible_id: int | None


class Owed(NamedTuple):
    """As core's Deadline, for the authority that holds the case; `act_url` is where those who may change do it."""

    key: str
    title: str
    due_on: date
    procurement: Case
    legal_basis: str
    url: str
    permission: str
    act_url: str = ""
    lapses: bool = False

    @property
    def act_permission(self) -> str:
        return CHANGE if self.act_url else ""
