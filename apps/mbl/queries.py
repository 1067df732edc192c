"""What the plan and the route need of an organisation's settings."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import date

from django.db.models import F, Q

from apps.accounts.models import Department, Organisation
from apps.mbl import checklist
from apps.mbl.choices import Paragraph
from apps.mbl.models import Blackout, ChecklistTemplate, CooperationAgreement, GroupMeeting, PlanSettings, Union
from apps.mbl.plan_words import Numbers
from apps.mbl.route import AgreementTerms
from apps.mbl.schedule import Days


def plan_settings_of(organisation: Organisation) -> PlanSettings:
    """The organisation's row, or an unsaved one with the defaults."""
    found = PlanSettings.objects.filter(organisation=organisation).first()
    return found or PlanSettings(organisation=organisation)


def numbers_for(organisation: Organisation) -> Numbers:
    """The plan's numbers: the organisation's own where it has any, else the shipped ones."""
    return numbers_of(plan_settings_of(organisation))


def numbers_of(settings: PlanSettings) -> Numbers:
    """The same from a row that is at hand."""
    known = {each.name for each in fields(Numbers)}
    return Numbers(**{name: value for name, value in settings.numbers.items() if name in known})


def days_for(
    organisation: Organisation,
    department: Department | None = None,
    unions: Iterable[Union] = (),
    *,
    paragraph: Paragraph | None = None,
) -> Days:
    """When a department can meet the unions: days off, times without negotiation, and the group's calendar.

    A department without a group of its own meets in the one for all departments. A group counts when its agreement
    holds for the department and for any of the unions, and, when a `paragraph` is named, replaces that paragraph: a
    negotiation beside the agreement is not bound to the group's days (fact 45). Meetings after the agreement's end do
    not count. Without a department or unions, what holds for one of them alone is left out.
    """
    union_ids = [union.pk for union in unions]
    return Days(
        off=frozenset(plan_settings_of(organisation).days_off),
        blackouts=_blackouts(organisation, department, union_ids),
        meetings=_meetings(organisation, department, union_ids, paragraph),
    )


def agreement_terms(organisation: Organisation) -> list[AgreementTerms]:
    """The organisation's agreements as `route.rows` reads them."""
    rows = CooperationAgreement.objects.filter(organisation=organisation).prefetch_related("unions", "departments")
    return [
        AgreementTerms(
            row.pk,
            row.name,
            frozenset(Paragraph(each) for each in row.paragraphs),
            row.valid_from,
            row.valid_to,
            frozenset(union.pk for union in row.unions.all()),
            frozenset(department.pk for department in row.departments.all()),
            row.central_request_days,
        )
        for row in rows
    ]


def template_of(organisation: Organisation) -> ChecklistTemplate:
    """The newest version of the organisation's checklist, or the shipped one as an unsaved version 0."""
    newest = ChecklistTemplate.objects.filter(organisation=organisation).order_by("-version").first()
    shipped = {"version": 0, "items": checklist.to_dicts(checklist.SHIPPED)}
    return newest or ChecklistTemplate(organisation=organisation, **shipped)


def _blackouts(organisation: Organisation, department: Department | None, unions: list[int]):
    everyone = Q(union=None) | Q(union__in=unions)
    everywhere = Q(department=None) | Q(department=department) if department else Q(department=None)
    rows = Blackout.objects.filter(everyone, everywhere, organisation=organisation)
    return tuple(rows.values_list("first_on", "last_on"))


def _meetings(
    organisation: Organisation, department: Department | None, unions: list[int], paragraph: Paragraph | None
) -> tuple[date, ...]:
    rows = _meetings_under(organisation, paragraph).filter(_of_parties(unions) & _within_agreement())
    own = rows.filter(group__department=department) if department else rows.none()
    if department:
        scope = Q(group__agreement__departments=department) | Q(group__agreement__departments=None)
        rows = rows.filter(scope)
    found = set(own.values_list("held_on", flat=True)) or set(
        rows.filter(group__department=None).values_list("held_on", flat=True)
    )
    return tuple(sorted(found))


def _meetings_under(organisation: Organisation, paragraph: Paragraph | None):
    rows = GroupMeeting.objects.filter(group__agreement__organisation=organisation)
    return rows.filter(group__agreement__paragraphs__contains=[paragraph]) if paragraph else rows


def _of_parties(unions: list[int]) -> Q:
    party = Q(group__agreement__unions=None) | Q(group__agreement__unions__in=unions)
    return party if unions else Q()


def _within_agreement() -> Q:
    still = Q(group__agreement__valid_to=None) | Q(held_on__lte=F("group__agreement__valid_to"))
    return still & Q(held_on__gte=F("group__agreement__valid_from"))
