"""A date of a procurement before it is known on whose behalf it is read."""

from dataclasses import dataclass
from datetime import date

from apps.procurements.models import Procurement

CHANGE = "procurements.change_procurement"
# Why no requirement is a decision with a reason: the municipality's own rule, no paragraph.
GUIDELINE = "riktlinjen: följ eller förklara"


@dataclass(frozen=True)
class Case:
    """What a date tells of its procurement; a Procurement tells the same."""

    pk: int
    title: str
    department_id: int | None
    responsible_id: int | None


@dataclass(frozen=True)
class Owed:
    """As core's Deadline, for the authority that holds the case; `act_url` is where those who may change do it."""

    key: str
    title: str
    due_on: date
    procurement: Procurement | Case
    legal_basis: str
    url: str
    permission: str
    act_url: str = ""
    lapses: bool = False

    @property
    def act_permission(self) -> str:
        return CHANGE if self.act_url else ""
