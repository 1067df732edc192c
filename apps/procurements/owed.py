"""On whose behalf the dates of procurements are read: each becomes a deadline of that authority, or none."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from apps.core.deadlines import Deadline

CHANGE, ANSWER = "procurements.change_procurement", "procurements.answer_candidates"
# What only the authority that holds the case can do is nothing for the others to know.
ITS_OWN = (CHANGE, ANSWER)
# Why no requirement is a decision with a reason: the municipality's own rule, no paragraph.
GUIDELINE = "riktlinjen: följ eller förklara"


class Case(NamedTuple):
    """What a date tells of its procurement."""

    pk: int
    title: str
    department_id: int | None
    responsible_id: int | None


class Part(NamedTuple):
    """An organisation's part in a joint procurement."""

    pk: int
    procurement_id: int
    department_id: int | None


class Behalf(NamedTuple):
    """The organisation, its part in each joint procurement, and between which days (both included) it asks.

    `at` gives addresses, as `core.addresses.addresses` does, and `page` that of a procurement.
    """

    organisation_id: int
    joint: Mapping[int, Part]
    since: date
    until: date
    at: Callable[..., str]
    page: Callable[[int], str]

    def owes(
        self,
        key: str,
        title: str,
        due_on: date,
        case: Case,
        legal_basis: str,
        url: str,
        permission: str,
        act_url: str = "",
        *,
        lapses: bool = False,
    ) -> Deadline | None:
        """The date as a deadline, None outside the days and when the authority that holds the case has it alone.

        `act_url` is where those who may change the procurement do it.
        """
        part = self.joint.get(case.pk)
        if not self.since <= due_on <= self.until or (part and permission in ITS_OWN):
            return None
        return Deadline(
            key=f"{key}:party-{part.pk}" if part else key,
            title=title,
            due_on=due_on,
            organisation_id=self.organisation_id,
            owner_department_id=part.department_id if part else case.department_id,
            responsible_id=None if part else case.responsible_id,
            legal_basis=legal_basis,
            url=url,
            permission=permission,
            context=f"{case.title} (gemensam)" if part else case.title,
            lapses=lapses,
            context_url=self.page(case.pk),
            act_url="" if part else act_url,
            act_permission=CHANGE if act_url else "",
        )
