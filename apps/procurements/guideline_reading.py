"""Who is to read a version of the guideline, by when, and how many have: people and days in, counts out."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from apps.accounts.choices import Role
from apps.procurements.wording import percent

# Whoever joins when the day is near or past has this long.
NEW_READER = timedelta(days=14)


@dataclass(frozen=True)
class Reader:
    """A person with the asked roles that the person holds. `department_id` None: works for the whole organisation."""

    pk: int
    name: str
    roles: tuple[str, ...]
    joined_on: date
    department_id: int | None


@dataclass(frozen=True)
class RoleReading:
    """How it goes in one role. A person with two roles stands in both, and once in the total."""

    label: str
    read: int
    of: int
    lacking: tuple[str, ...]

    @property
    def text(self) -> str:
        return f"{self.read} av {self.of} har läst" if self.of else "ingen har rollen"

    @property
    def tone(self) -> str:
        return "neutral" if not self.of else "good" if self.read == self.of else "warn"


@dataclass(frozen=True)
class Reading:
    """How it goes for all: each person is counted once."""

    roles: tuple[RoleReading, ...]
    read: int
    of: int

    @property
    def text(self) -> str:
        """ "3 av 6 har läst (50 %)"."""
        if not self.of:
            return "Ingen har någon av rollerna."
        return f"{self.read} av {self.of} har läst ({percent(self.read * 100 // self.of)})."


def due_on(version_due: date, joined_on: date) -> date:
    """By when a person is to have read: the version's day, or later for one who joined shortly before or after it."""
    return max(version_due, joined_on + NEW_READER)


def reading(readers: Iterable[Reader], read: Collection[int], roles: Iterable[str]) -> Reading:
    """How many of how many have read, by role and in all. `read` holds the keys of those who have said so.

    Somebody who has read and no longer holds any of the roles is not counted.
    """
    readers = list(readers)
    by_role = [(role, [each for each in readers if role in each.roles]) for role in Role.values if role in set(roles)]
    return Reading(
        roles=tuple(
            RoleReading(
                Role(role).label,
                sum(each.pk in read for each in held),
                len(held),
                tuple(each.name for each in held if each.pk not in read),
            )
            for role, held in by_role
        ),
        read=sum(each.pk in read for each in readers),
        of=len(readers),
    )
