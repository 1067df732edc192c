"""Reads who works in an organisation, for choosing recipients."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models.functions import Lower

from apps.accounts.access import role_permissions
from apps.accounts.choices import Role
from apps.accounts.models import Department, Membership, Organisation
from apps.reminders.models import BouncingAddress
from apps.reminders.recipients import Desk, Directory, Person


@dataclass(frozen=True)
class Addressee:
    """A person just before a mail is written: where to, by what name, and with what rights now."""

    person: Person
    name: str
    email: str
    is_administrator: bool


def directory_of(organisation: Organisation) -> Directory:
    """The organisation's people and departments in three queries."""
    rows = list(_memberships(organisation).values_list("user", "user__email", "department", "role").order_by("user"))
    bouncing = _bouncing({email for _, email, *_ in rows})
    grants, gone = defaultdict(list), set()
    for user, email, department, role in rows:
        grants[user].append((department, role_permissions(role)))
        if email in bouncing:
            gone.add(user)
    desks = Department.objects.filter(organisation=organisation).values_list("pk", "contact", "head")
    return Directory(
        people={user: Person(user, tuple(held), user in gone) for user, held in grants.items()},
        desks={pk: Desk(contact, head) for pk, contact, head in desks},
        administrators=_with(rows, Role.ADMINISTRATOR),
        coordinators=_with(rows, Role.COORDINATOR),
    )


def addressee(user_id: int, organisation: Organisation) -> Addressee | None:
    """The person with the rights of this moment, or None when nothing may be told: no role here, or not active."""
    rows = _memberships(organisation).filter(user=user_id)
    rows = list(rows.values_list("user__name", "user__email", "department", "role"))
    if not rows:
        return None
    name, email = rows[0][:2]
    held = tuple((department, role_permissions(role)) for *_, department, role in rows)
    is_administrator = any(role == Role.ADMINISTRATOR for *_, role in rows)
    return Addressee(Person(user_id, held, bool(_bouncing({email}))), name, email, is_administrator)


def _memberships(organisation: Organisation):
    return Membership.objects.filter(organisation=organisation, user__is_active=True)


def _bouncing(emails: set[str]) -> set[str]:
    """Those of the addresses (in lower case, as users have them) that a mail server has refused."""
    rows = BouncingAddress.objects.filter(cleared_at=None).annotate(address=Lower("email"))
    return set(rows.filter(address__in=emails).values_list("address", flat=True))


def _with(rows: list[tuple], role: str) -> tuple[int, ...]:
    return tuple(dict.fromkeys(user for user, _, _, held in rows if held == role))
