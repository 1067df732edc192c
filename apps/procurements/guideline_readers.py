"""Who is asked to read a version of the guideline and who has, read from the memberships of today."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from apps.accounts.access import role_permissions
from apps.accounts.choices import Role
from apps.accounts.models import Membership
from apps.procurements.guideline_reading import Reader, Reading, due_on, reading
from apps.procurements.models import GuidelineAcknowledgement, GuidelineVersion

VIEW = "procurements.view_procurement"


@dataclass(frozen=True)
class ReadingCard:
    """What the page of a version shows: how it goes, and what the viewer has to do (`due_on` None: is not asked)."""

    reading: Reading
    asked_until: date
    due_on: date | None
    read_on: date | None


def readable_roles() -> list[tuple[str, str]]:
    """The roles that may open the pages of the guideline, with their labels."""
    return [(role.value, role.label) for role in Role if VIEW in role_permissions(role)]


def readers(guideline: Any) -> list[Reader]:
    """Everybody who holds one of the version's roles and can sign in, by name; one query. A row that tells the same as
    a GuidelineVersion will do.
    """
    rows = Membership.objects.filter(organisation=guideline.organisation_id, role__in=guideline.reading_roles)
    found: dict[int, list[Membership]] = {}
    for row in rows.filter(user__is_active=True).with_name().order_by("person_key", "user", "pk"):
        found.setdefault(row.user_id, []).append(row)
    return [_reader(held) for held in found.values()]


def read_by(guideline: Any) -> set[int]:
    """The keys of those who have said that they have read the version, of which a row will do."""
    return set(GuidelineAcknowledgement.objects.filter(guideline=guideline.pk).values_list("user", flat=True))


def reading_card(guideline: GuidelineVersion, user, *, is_keeper: bool) -> ReadingCard | None:
    """How the reading of a decided version goes, to its keeper and to those who are asked or have read; None else."""
    if not guideline.reading_due_on or guideline.decided_on is None:
        return None
    people, own = readers(guideline), GuidelineAcknowledgement.objects.filter(guideline=guideline, user=user).first()
    asked = next((each for each in people if each.pk == user.pk), None)
    if not (is_keeper or asked or own):
        return None
    return ReadingCard(
        reading=reading(people, read_by(guideline), guideline.reading_roles),
        asked_until=guideline.reading_due_on,
        due_on=due_on(guideline.reading_due_on, asked.joined_on) if asked else None,
        read_on=timezone.localdate(own.acknowledged_at) if own else None,
    )


def _reader(held: list[Membership]) -> Reader:
    departments = {row.department_id for row in held}
    return Reader(
        pk=held[0].user_id,
        name=held[0].user.name,
        roles=tuple(dict.fromkeys(row.role for row in held)),
        joined_on=min(timezone.localdate(row.created_at) for row in held),
        department_id=None if None in departments else min(departments),
    )
