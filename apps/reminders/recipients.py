"""Who is told of a deadline: the responsible person, else whoever stands next and may see it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from apps.core.deadlines import Deadline
from apps.reminders.choices import Audience


@dataclass(frozen=True)
class Person:
    """Somebody who can sign in. Each grant is a department (None: all of the organisation) and its permissions."""

    id: int
    grants: tuple[tuple[int | None, frozenset[str]], ...]
    is_bouncing: bool = False

    def holds(self, permission: str, department_id: int | None) -> bool:
        """Whether the person holds the permission for what the department owns, or (None) what no department owns."""
        return any(permission in held and where in (None, department_id) for where, held in self.grants)


@dataclass(frozen=True)
class Desk:
    """Whom a department has named; None where it has named nobody."""

    contact_id: int | None = None
    head_id: int | None = None


@dataclass(frozen=True)
class Recipients:
    """User ids to tell, by why they are told. `is_orphan`: nobody could be found, so the administrators are owners."""

    owners: tuple[int, ...] = ()
    heads: tuple[int, ...] = ()
    coordinators: tuple[int, ...] = ()
    is_orphan: bool = False

    @cached_property
    def audiences(self) -> dict[int, frozenset[Audience]]:
        """What each person is to the deadline, once for everybody."""
        found: dict[int, set[Audience]] = {}
        roles = (Audience.OWNER, self.owners), (Audience.HEAD, self.heads), (Audience.COORDINATOR, self.coordinators)
        for audience, people in roles:
            for each in people:
                found.setdefault(each, set()).add(audience)
        return {each: frozenset(audiences) for each, audiences in found.items()}

    def told_as(self, recipient_id: int, audiences: frozenset[Audience]) -> Audience:
        """What a person is told a step for these audiences as: the owner first, since it is the owner who acts."""
        own = self.audiences[recipient_id] & audiences
        if Audience.OWNER in own:
            return Audience.ADMINISTRATOR if self.is_orphan else Audience.OWNER
        return Audience.HEAD if Audience.HEAD in own else Audience.COORDINATOR


@dataclass(frozen=True)
class Directory:
    """One organisation's people, read once: those who can sign in, and whom its departments have named.

    It remembers what it has answered, so that 300,000 deadlines ask a few hundred questions.
    """

    people: Mapping[int, Person]
    desks: Mapping[int, Desk] = field(default_factory=dict)
    administrators: tuple[int, ...] = ()
    coordinators: tuple[int, ...] = ()
    _answers: dict[tuple, Recipients] = field(default_factory=dict, init=False, repr=False, compare=False)

    def can_be_told(self, person_id: int | None, deadline: Deadline) -> bool:
        """Whether the person can sign in, gets mail, and may see the deadline."""
        person = self.people.get(person_id) if person_id else None
        if person is None or person.is_bouncing:
            return False
        return person.holds(deadline.permission, deadline.owner_department_id)


def recipients(deadline: Deadline, directory: Directory) -> Recipients:
    """Whom to tell of the deadline; addresses that bounce and people without the right are passed over.

    Owner: the responsible person, else the department's contact, else its head; for what no department owns everybody
    who may do it, else everybody who may see it; else the administrators. What is one person's alone is the
    administrators' when that person cannot be told.
    """
    asked = (
        deadline.owner_department_id,
        deadline.responsible_id,
        deadline.permission,
        deadline.act_permission,
        deadline.is_personal,
    )
    if asked not in directory._answers:
        directory._answers[asked] = _answer(deadline, directory)
    return directory._answers[asked]


def deputies(deadline: Deadline, told_as: Audience, directory: Directory) -> tuple[tuple[int, ...], Audience]:
    """Who is told in the place of somebody whose address was refused, and as what.

    The directory knows of the refusal, so who acts is whoever stands next. After the head come the coordinators, and
    last the administrators; () when there is nobody else.
    """
    found = recipients(deadline, directory)
    if told_as == Audience.OWNER and not found.is_orphan:
        return found.owners, Audience.OWNER
    if told_as in (Audience.HEAD, Audience.COORDINATOR) and found.coordinators:
        return found.coordinators, Audience.COORDINATOR
    people = tuple(each for each in directory.administrators if _gets_mail(each, directory))
    return people, Audience.ADMINISTRATOR


def _answer(deadline: Deadline, directory: Directory) -> Recipients:
    desk = directory.desks.get(deadline.owner_department_id, Desk())
    owners = next((found for found in _chain(deadline, desk, directory) if found), ())
    return Recipients(
        owners=owners or tuple(each for each in directory.administrators if _gets_mail(each, directory)),
        heads=_able((desk.head_id,), deadline, directory),
        coordinators=_able(directory.coordinators, deadline, directory),
        is_orphan=not owners,
    )


def _chain(deadline: Deadline, desk: Desk, directory: Directory) -> Iterator[tuple[int, ...]]:
    """Those who come in question as owners, the nearest first."""
    if deadline.is_personal:
        yield _able((deadline.responsible_id,), deadline, directory)
        return
    for each in (deadline.responsible_id, desk.contact_id, desk.head_id):
        yield _able((each,), deadline, directory)
    if deadline.owner_department_id is None:
        everybody = _able(tuple(sorted(directory.people)), deadline, directory)
        yield tuple(each for each in everybody if directory.people[each].holds(deadline.act_permission, None))
        yield everybody


def _able(people: tuple[int | None, ...], deadline: Deadline, directory: Directory) -> tuple[int, ...]:
    return tuple(each for each in people if each and directory.can_be_told(each, deadline))


def _gets_mail(person_id: int, directory: Directory) -> bool:
    person = directory.people.get(person_id)
    return person is not None and not person.is_bouncing
