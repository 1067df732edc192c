"""Writes of cooperation agreements, their groups and meetings, and of times without negotiation.

All raise ValidationError with Swedish sentences.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from apps.accounts.models import Department, Organisation
from apps.core.actions import action, change, make_once, refuse_stale
from apps.core.calendar import is_day_off
from apps.mbl.choices import Route
from apps.mbl.models import Blackout, Consultation, CooperationAgreement, CooperationGroup, GroupMeeting, Union
from apps.mbl.queries import plan_settings_of
from apps.mbl.settings_actions import refuse_foreign

OUT_OF_SCOPE = "Avtalet gäller inte {department}. Välj en av avtalets förvaltningar, eller ändra avtalet först."
COMING = "{group} har möten kvar, nästa {day}. Ta bort dem först."
HAS_CALLS = "Till mötet {day} är {count} kallade. Flytta deras möte först."
NOT_WORKING = "{day} är ingen arbetsdag. Välj en annan dag."
OUTSIDE = "{day} ligger utanför avtalets tid, {first} till {last}. Välj en annan dag, eller ändra avtalet först."
LONGEST = timedelta(days=366)
TOO_LONG = "Tiden är {days} dagar. Ange högst ett år i taget."


@action
def create_agreement(
    *,
    by,
    organisation: Organisation,
    unions: Iterable[Union] = (),
    departments: Iterable[Department] = (),
    token: UUID | None = None,
    **values: Any,
) -> CooperationAgreement:
    """Add an agreement. No unions or no departments named means all of them."""

    def make():
        agreement = CooperationAgreement(organisation=organisation, token=token)
        _save(agreement, unions, departments, values)
        return agreement

    return make_once(CooperationAgreement, token, make)


@action
def update_agreement(
    *,
    by,
    agreement: CooperationAgreement,
    unions: Iterable[Union] = (),
    departments: Iterable[Department] = (),
    seen: str | None = None,
    **values: Any,
) -> CooperationAgreement:
    """Change an agreement. Raises core.actions.Conflict when it is not what was `seen`."""
    agreement = CooperationAgreement.objects.select_for_update().get(pk=agreement.pk)
    refuse_stale(agreement, seen, *scope_ids(agreement))
    _save(agreement, unions, departments, values)
    return agreement


def scope_ids(agreement: CooperationAgreement) -> tuple[list[int], list[int]]:
    """The ids of its unions and departments: part of what a form has seen."""
    unions = sorted(agreement.parties.values_list("union_id", flat=True))
    return unions, sorted(agreement.scopes.values_list("department_id", flat=True))


@action
def create_group(*, by, agreement: CooperationAgreement, token: UUID | None = None, **values: Any) -> CooperationGroup:
    """Add a group under an agreement, for one department or for all."""

    def make():
        group = CooperationGroup(agreement=agreement, token=token)
        department = values.get("department")
        if department:
            refuse_foreign(agreement.organisation, [department], "department")
            if agreement.scopes.exists() and not agreement.scopes.filter(department=department).exists():
                raise ValidationError({"department": OUT_OF_SCOPE.format(department=department)})
        change(group, values)
        return group

    return make_once(CooperationGroup, token, make)


@action
def delete_group(*, by, group: CooperationGroup, today: date) -> None:
    """Take a group away, unless it will meet."""
    coming = group.meetings.filter(held_on__gte=today).first()
    if coming:
        raise ValidationError(COMING.format(group=group, day=coming.held_on))
    CooperationGroup.objects.filter(pk=group.pk).delete()


@action
def add_meetings(*, by, group: CooperationGroup, days: Iterable[date]) -> list[date]:
    """Add the group's meeting days; those that are there already stay. Gives the added days."""
    group = CooperationGroup.objects.select_for_update(of=("self",)).select_related("agreement").get(pk=group.pk)
    off = frozenset(plan_settings_of(group.agreement.organisation).days_off)
    known = set(group.meetings.values_list("held_on", flat=True))
    added = sorted(set(days) - known)
    problems = [problem for day in added if (problem := _why_no_meeting(group.agreement, day, off))]
    if problems:
        raise ValidationError({"days": problems})
    for day in added:
        change(GroupMeeting(group=group), {"held_on": day})
    return added


@action
def delete_meeting(*, by, meeting: GroupMeeting) -> None:
    """Take a meeting out of the calendar, unless somebody is called to it."""
    called = Consultation.objects.filter(
        agreement=meeting.group.agreement_id, route=Route.GROUP, meeting_on=meeting.held_on
    )
    if meeting.group.department_id:
        called = called.filter(department=meeting.group.department_id)
    if count := called.count():
        raise ValidationError(HAS_CALLS.format(day=meeting.held_on, count=count))
    GroupMeeting.objects.filter(pk=meeting.pk).delete()


@action
def create_blackout(*, by, organisation: Organisation, token: UUID | None = None, **values: Any) -> Blackout:
    """Add a time without negotiation: for all, or for one union, one department or one union in one department."""

    def make():
        refuse_foreign(organisation, filter(None, [values.get("union")]), "union")
        refuse_foreign(organisation, filter(None, [values.get("department")]), "department")
        length = values["last_on"] - values["first_on"]
        if length > LONGEST:
            raise ValidationError({"last_on": TOO_LONG.format(days=length.days + 1)})
        blackout = Blackout(organisation=organisation, token=token)
        change(blackout, values)
        return blackout

    return make_once(Blackout, token, make)


@action
def delete_blackout(*, by, blackout: Blackout) -> None:
    """Take a time without negotiation away: meetings can be held then again."""
    Blackout.objects.filter(pk=blackout.pk).delete()


def _save(
    agreement: CooperationAgreement,
    unions: Iterable[Union],
    departments: Iterable[Department],
    values: dict[str, Any],
) -> None:
    unions, departments = list(unions), list(departments)
    refuse_foreign(agreement.organisation, unions, "unions")
    refuse_foreign(agreement.organisation, departments, "departments")
    change(agreement, values)
    agreement.unions.set(unions)
    agreement.departments.set(departments)


def _why_no_meeting(agreement: CooperationAgreement, day: date, off: frozenset[date]) -> str:
    """Why the group cannot meet that day, or nothing."""
    try:
        if is_day_off(day, off):
            return NOT_WORKING.format(day=day)
    except ValueError as error:
        return str(error)
    first, last = agreement.valid_from, agreement.valid_to
    if day < first or (last and day > last):
        return OUTSIDE.format(day=day, first=first, last=last or "tills vidare")
    return ""
