"""Whom the invitation to a seminar may be mailed to: the contact persons of the departments that it is for."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from apps.accounts.models import Department
from apps.actionplans.models import Seminar, SeminarSide


@dataclass(frozen=True)
class Group:
    """A side of a seminar and the addresses its invitation goes to; none when no contact person is named.

    `label` names persons of the seminar's own organisation only.
    """

    side: SeminarSide
    label: str
    emails: tuple[str, ...]


def groups(seminar: Seminar) -> list[Group]:
    """Every side of the seminar with its addresses, in four queries however many they are."""
    sides = list(seminar.sides.select_related("organisation", "department"))
    rows = Department.objects.filter(organisation__in=[each.organisation_id for each in sides], is_active=True)
    departments = list(rows.exclude(contact=None).filter(contact__is_active=True).select_related("contact"))
    return [_group(seminar, side, departments) for side in sides]


def addresses(found: Collection[Group]) -> Iterator[str]:
    """Each address once."""
    yield from dict.fromkeys(email for group in found for email in group.emails)


def _group(seminar: Seminar, side: SeminarSide, departments: list[Department]) -> Group:
    if side.department_id:
        contacts = [each.contact for each in departments if each.pk == side.department_id]
    else:
        contacts = [each.contact for each in departments if each.organisation_id == side.organisation_id]
    is_own = side.organisation_id == seminar.organisation_id
    name = str(side.department) if is_own and side.department else str(side)
    people = ", ".join(dict.fromkeys(each.name for each in contacts))
    number = "kontaktpersonen" if len(contacts) == 1 else f"{len(contacts)} kontaktpersoner"
    label = f"{name}: {people if is_own else number}" if contacts else name
    return Group(side, label, tuple(dict.fromkeys(each.email for each in contacts)))
