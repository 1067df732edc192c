"""Authorities on their way, for tests."""

from datetime import UTC, date, datetime, time

from apps.accounts.models import Membership
from apps.actionplans.models import Seminar, SeminarSide
from apps.mbl.models import CooperationAgreement, Union, UnionRepresentative
from apps.onboarding.actions import start_onboarding, write_step
from apps.onboarding.choices import BY_HAND, Step
from apps.onboarding.models import Onboarding
from apps.onboarding.queries import StepLine, standing
from apps.placements.choices import RecordClass
from apps.placements.models import RetentionRule
from apps.procurements.models import Clause, GuidelineVersion, Procurement, Requirement, Threshold
from apps.targets.models import Target
from procurement_csr import people

TODAY = date(2026, 6, 15)
DECISION = {"decided_by_body": "Nämnden", "decided_on": date(2026, 1, 12), "reference": "§ 4"}


def begin(organisation, **fields) -> Onboarding:
    """An authority that began in January and is to be done in December."""
    values = {"started_on": date(2026, 1, 7), "ready_on": date(2026, 12, 18)} | fields
    return start_onboarding(by=None, organisation=organisation, **values)


def line(organisation, step, today=TODAY) -> StepLine:
    """How a step stands."""
    return next(each for each in standing(organisation, today).lines if each.step == step)


def give_role(organisation, role, **fields) -> Membership:
    """Somebody new with the role."""
    department = people.make_department(organisation) if role == "department" else None
    person = people.make_person(f"Vilma{Membership.objects.count()}", role, organisation, department, **fields)
    return person.memberships.get()


def make_union(organisation, name="Kommunal", *, is_heard=True) -> Union:
    """A local union, with somebody who speaks for it when it is heard."""
    union = Union.objects.create(organisation=organisation, name=name)
    if is_heard:
        UnionRepresentative.objects.create(union=union, role="ordförande", email=f"{name.lower()}@exempel.se")
    return union


def make_agreement(organisation, first=date(2026, 1, 1), last=None) -> CooperationAgreement:
    """An agreement that replaces 11 §."""
    own = {"name": "Samverkan", "paragraphs": ["11"], "valid_from": first, "valid_to": last}
    return CooperationAgreement.objects.create(organisation=organisation, **own)


def make_guideline(organisation, title="Riktlinje 2026", valid_from=None, *, reviewed=(), **fields) -> GuidelineVersion:
    """A version, decided when it has a first day, with a clause for each of `reviewed` (whether a lawyer read it)."""
    decided = {"decided_by": "KF", "decided_on": date(2025, 12, 1), "valid_from": valid_from} if valid_from else {}
    row = GuidelineVersion.objects.create(organisation=organisation, title=title, **decided | fields)
    for number, is_read in enumerate(reviewed):
        own = {"title": f"Klausul {number}", "model": "dialog", "text": "Samverka.", "is_draft": not is_read}
        Clause.objects.create(guideline=row, **own)
    return row


def make_thresholds(**amounts) -> Threshold:
    """The nation's thresholds from 2026 on, of everything unless amounts are given."""
    names = ("goods_services", "works", "special_services", "direct_purchase", "direct_purchase_special")
    values = amounts or dict.fromkeys(names, 1_000_000)
    row, _ = Threshold.objects.update_or_create(
        valid_from=date(2026, 1, 1), defaults={"source": "SFS", "valid_to": date(2027, 12, 31), **values}
    )
    return row


def make_target(organisation, year=2026, **fields) -> Target:
    """A target of eight residents."""
    values = {"value": 8, "counted_kinds": ["internship"], **DECISION} | fields
    return Target.objects.create(organisation=organisation, year=year, **values)


def make_rule(organisation, record_class, **fields) -> RetentionRule:
    """A decided rule of retention."""
    rule = {"trigger": "created", "months": 24, "action": "purge", **DECISION} | fields
    return RetentionRule.objects.create(organisation=organisation, record_class=record_class, **rule)


def make_pilot(organisation, published_on=date(2026, 3, 2), *, has_requirement=True, **fields) -> Procurement:
    """A procurement, with a requirement in its documents."""
    row = people.make_procurement(organisation, published_on=published_on, **fields)
    if has_requirement:
        Requirement.objects.create(procurement=row, kind="internship", model="dialog", clause_text="Medverka i dialog.")
    return row


def make_seminar(host, organisation, day) -> Seminar:
    """A planned seminar of another authority for the organisation as a whole."""
    starts_at = datetime.combine(day, time(9), tzinfo=UTC)
    row = Seminar.objects.create(organisation=host, topic="Krav", place="Rådhuset", starts_at=starts_at)
    SeminarSide.objects.create(seminar=row, organisation=organisation)
    return row


def hold(seminar, own: int | None = 4, whole=7) -> None:
    """The seminar was held; so many came from whom it was for (None: nobody has said), and so many all told."""
    Seminar.objects.filter(pk=seminar.pk).update(state="held", participants=whole)
    seminar.sides.update(participants=own)


def complete(organisation) -> Onboarding:
    """An authority with everything."""
    row = begin(organisation)
    for role in ("officer", "coordinator", "department", "administrator", "matcher"):
        give_role(organisation, role)
    make_union(organisation)
    make_agreement(organisation)
    make_guideline(organisation, valid_from=date(2026, 1, 1), reviewed=(True,))
    make_thresholds()
    make_target(organisation)
    for record_class in RecordClass:
        make_rule(organisation, record_class)
    make_pilot(organisation)
    for step in BY_HAND:
        tick(row, step)
    return row


def tick(onboarding, step=Step.DECISION, **fields):
    """The step, done in February with a reference."""
    values = {"state": "done", "done_on": date(2026, 2, 2), "reference": "KF § 14", "today": TODAY} | fields
    return write_step(by=None, onboarding=onboarding, step=step, **values)
