"""What the plans of an organisation are counted from, read once for any number of procurements."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from apps.accounts.models import Department, Organisation
from apps.mbl.choices import Paragraph, UnionLevel
from apps.mbl.models import Blackout, GroupMeeting, Union
from apps.mbl.queries import agreement_terms, numbers_of, plan_settings_of
from apps.mbl.route import AgreementTerms
from apps.mbl.schedule import Days
from apps.mbl.standing import Period


@dataclass(frozen=True)
class Meeting:
    """A day a group meets, with the terms of the agreement it meets under."""

    held_on: date
    department: int | None
    terms: AgreementTerms


@dataclass(frozen=True)
class Sources:
    """An organisation's numbers, days off, times without negotiation, meetings and active local unions."""

    period: Period
    blackouts: tuple[Blackout, ...]
    meetings: tuple[Meeting, ...]
    unions: tuple[tuple[int, frozenset[int]], ...]

    def bound_to(self, department: Department) -> list[int]:
        """The unions to consult for a department, as `Union.objects.bound_to`."""
        return [pk for pk, departments in self.unions if not departments or department.pk in departments]

    def days(self, department: Department, unions: Iterable[int], paragraph: Paragraph) -> Days:
        """When the department can meet the unions, as `queries.days_for`."""
        ids = frozenset(unions)
        return Days(self.period.off, self._blackouts(department, ids), self._meetings(department, ids, paragraph))

    def _blackouts(self, department: Department, unions: frozenset[int]) -> tuple[tuple[date, date], ...]:
        return tuple(
            (each.first_on, each.last_on)
            for each in self.blackouts
            if each.union_id in (None, *unions) and each.department_id in (None, department.pk)
        )

    def _meetings(self, department: Department, unions: frozenset[int], paragraph: Paragraph) -> tuple[date, ...]:
        held = [
            each
            for each in self.meetings
            if paragraph in each.terms.paragraphs
            and (not unions or not each.terms.unions or each.terms.unions & unions)
        ]
        own = {each.held_on for each in held if each.department == department.pk}
        common = {
            each.held_on
            for each in held
            if each.department is None and (not each.terms.departments or department.pk in each.terms.departments)
        }
        return tuple(sorted(own or common))


def sources_of(organisation: Organisation) -> Sources:
    """Everything in a handful of queries, however much there is to plan."""
    settings, terms = plan_settings_of(organisation), tuple(agreement_terms(organisation))
    local = Union.objects.filter(organisation=organisation, is_active=True, level=UnionLevel.LOCAL)
    return Sources(
        Period(numbers_of(settings), frozenset(settings.days_off), terms),
        tuple(Blackout.objects.filter(organisation=organisation)),
        tuple(_meetings(terms)),
        tuple((union.pk, _keys(union.departments)) for union in local.prefetch_related("departments")),
    )


def _meetings(terms: Iterable[AgreementTerms]) -> Iterable[Meeting]:
    by_id = {each.id: each for each in terms}
    for held in GroupMeeting.objects.filter(group__agreement__in=by_id).select_related("group"):
        agreement = by_id[held.group.agreement_id]
        if agreement.is_in_force(held.held_on):
            yield Meeting(held.held_on, held.group.department_id, agreement)


def _keys(rows) -> frozenset[int]:
    return frozenset(row.pk for row in rows.all())
