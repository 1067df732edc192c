"""Who is told of a deadline."""

from dataclasses import replace
from datetime import date
from time import process_time

import pytest

from apps.accounts.access import role_permissions
from apps.core.deadlines import Deadline
from apps.reminders.choices import Audience
from apps.reminders.recipients import Desk, Directory, Person, Recipients, recipients
from apps.reminders.tests.book import deadline_of

VIEW, CHANGE, PLACE = (
    "procurements.view_procurement",
    "procurements.change_procurement",
    "placements.change_placement",
)
CARE, SCHOOLS = 1, 2
RUT, KIM, HEDDA, ODD, MAJA, CIA, ADA, PELLE = range(11, 19)


def person(number: int, role: str, department: int | None = None, **facts) -> Person:
    return Person(number, ((department, role_permissions(role)),), **facts)


def directory(*others: Person, **facts) -> Directory:
    """A contact and a head of the care department, two officers, a matcher, a coordinator, an administrator."""
    people = [
        person(RUT, "officer"),
        person(KIM, "department", CARE),
        person(HEDDA, "department", CARE),
        person(ODD, "officer"),
        person(MAJA, "matcher"),
        person(CIA, "coordinator"),
        person(ADA, "administrator"),
        person(PELLE, "politician"),
    ]
    usual = {"desks": {CARE: Desk(KIM, HEDDA), SCHOOLS: Desk()}, "administrators": (ADA,), "coordinators": (CIA,)}
    return Directory({each.id: each for each in (*people, *others)}, **{**usual, **facts})


def without(number: int) -> Directory:
    """The directory when one person can no longer sign in."""
    known = directory()
    return replace(known, people={pk: each for pk, each in known.people.items() if pk != number})


def bouncing(*numbers: int) -> Directory:
    known = directory()
    people = {pk: replace(each, is_bouncing=pk in numbers) for pk, each in known.people.items()}
    return replace(known, people=people)


def deadline(**facts) -> Deadline:
    return deadline_of("requirement:1", date(2026, 11, 15), **{"owner_department_id": CARE, **facts})


RUTS = deadline(responsible_id=RUT)


def test_the_responsible_person_owns_the_deadline():
    assert recipients(RUTS, directory()) == Recipients(owners=(RUT,), heads=(HEDDA,), coordinators=(CIA,))


@pytest.mark.parametrize("known", [without(RUT), bouncing(RUT)])
def test_without_the_responsible_person_the_departments_contact_is_told(known):
    assert recipients(RUTS, known).owners == (KIM,)


@pytest.mark.parametrize("known", [without(KIM), bouncing(KIM), directory(desks={CARE: Desk(None, HEDDA)})])
def test_without_a_contact_the_departments_head_is_told(known):
    assert recipients(deadline(), known).owners == (HEDDA,)


def test_a_responsible_person_who_may_not_see_the_deadline_is_passed_over():
    assert recipients(deadline(responsible_id=PELLE), directory()).owners == (KIM,)
    placement = deadline(responsible_id=RUT, permission=PLACE, owner_department_id=None)
    assert recipients(placement, directory()).owners == (MAJA,)


def test_a_right_in_another_department_or_only_in_a_department_does_not_reach():
    dora = person(21, "department", SCHOOLS)
    assert recipients(deadline(responsible_id=21), directory(dora)).owners == (KIM,)
    nobodys = deadline(responsible_id=21, owner_department_id=None)
    assert 21 not in recipients(nobodys, directory(dora)).owners


def test_a_second_role_gives_its_own_right():
    both = Person(21, ((SCHOOLS, role_permissions("department")), (CARE, role_permissions("department"))))
    assert recipients(deadline(responsible_id=21), directory(both)).owners == (21,)


def test_a_department_without_anybody_gives_the_deadline_to_the_administrators():
    found = recipients(deadline(owner_department_id=SCHOOLS), directory())
    assert found == Recipients(owners=(ADA,), heads=(), coordinators=(CIA,), is_orphan=True)
    assert found.told_as(ADA, frozenset([Audience.OWNER])) == Audience.ADMINISTRATOR


def test_administrators_whose_mail_bounces_or_who_are_gone_are_not_told():
    others = {"administrators": (ADA, 31, 99)}
    known = directory(person(31, "administrator", is_bouncing=True), **others)
    assert recipients(deadline(owner_department_id=SCHOOLS), known).owners == (ADA,)


def test_what_no_department_owns_goes_to_everybody_who_may_do_it_not_to_all_who_may_see_it():
    shared = deadline(owner_department_id=None, permission=VIEW)
    assert recipients(shared, directory()).owners == (RUT, ODD, MAJA, CIA, ADA)
    shared = deadline(owner_department_id=None, permission=VIEW, act_permission=CHANGE)
    assert recipients(shared, directory()).owners == (RUT, ODD, CIA)


def test_what_nobody_may_do_goes_to_everybody_who_may_see_it():
    shared = deadline(owner_department_id=None, act_permission="mbl.nobody")
    assert recipients(shared, directory()).owners == (RUT, ODD, CIA)
    assert recipients(deadline(owner_department_id=None), directory()).owners == (RUT, ODD, CIA)


def test_what_no_department_owns_and_nobody_may_see_goes_to_the_administrators():
    found = recipients(deadline(owner_department_id=None, permission="mbl.nobody"), directory())
    assert (found.owners, found.is_orphan) == ((ADA,), True)


def test_the_responsible_person_is_told_alone_even_when_no_department_owns_it():
    shared = deadline(owner_department_id=None, responsible_id=ODD)
    assert recipients(shared, directory()).owners == (ODD,)


def test_heads_and_coordinators_without_the_right_are_not_told():
    placement = deadline(permission=PLACE, responsible_id=MAJA)
    assert recipients(placement, directory()) == Recipients(owners=(MAJA,))


def test_everybody_bouncing_leaves_nobody_and_says_so():
    known = bouncing(RUT, KIM, HEDDA, ODD, MAJA, CIA, ADA, PELLE)
    assert recipients(RUTS, known) == Recipients(is_orphan=True)


def test_one_who_is_both_responsible_and_head_is_told_as_the_responsible():
    found = recipients(deadline(responsible_id=HEDDA), directory())
    assert found.audiences[HEDDA] == {Audience.OWNER, Audience.HEAD}
    assert found.told_as(HEDDA, frozenset([Audience.OWNER, Audience.HEAD])) == Audience.OWNER
    assert found.told_as(HEDDA, frozenset([Audience.HEAD])) == Audience.HEAD


def test_a_coordinator_is_told_as_coordinator():
    assert recipients(RUTS, directory()).told_as(CIA, frozenset([Audience.COORDINATOR])) == Audience.COORDINATOR


def test_two_deadlines_that_differ_in_anything_that_decides_are_answered_apart():
    known = directory()
    differing = [
        RUTS,
        deadline(),
        deadline(owner_department_id=None, act_permission=PLACE),
        deadline(owner_department_id=None, permission=PLACE),
        deadline(owner_department_id=None, permission=VIEW),
        deadline(owner_department_id=None, permission=VIEW, act_permission=CHANGE),
        deadline(owner_department_id=SCHOOLS),
    ]
    together = [recipients(each, known) for each in differing]
    assert together == [recipients(each, directory()) for each in differing]


@pytest.mark.slow
def test_three_hundred_thousand_deadlines_are_answered_within_seconds():
    many = {number: person(number, "officer") for number in range(1, 1001)}
    known = Directory(many)
    shared = [deadline(owner_department_id=None, responsible_id=number) for number in range(1, 1201)]
    started = process_time()
    for _ in range(250):
        for each in shared:
            recipients(each, known)
    assert process_time() - started < 10
