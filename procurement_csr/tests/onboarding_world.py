"""The authority on its way that the access table and the growth of pages are held against."""

from datetime import date, timedelta

from django.utils import timezone

from apps.accounts.models import Membership
from apps.onboarding import actions
from apps.onboarding.choices import Step
from apps.procurements.models import Requirement
from procurement_csr import people


def onboarding_of(organisation) -> dict:
    """An authority that has begun, with a step ticked; pages stand under the organisation's own number."""
    today = timezone.localdate()
    days = {"started_on": today - timedelta(days=30), "ready_on": today + timedelta(days=60)}
    row = actions.start_onboarding(by=None, organisation=organisation, **days)
    ticked = {"state": "done", "done_on": date(2026, 2, 2), "reference": "KF § 14", "today": today}
    actions.write_step(by=None, onboarding=row, step=Step.DECISION, **ticked)
    return {"onboarding": organisation.pk, "onboarding_step": (organisation.pk, Step.DECISION.value)}


def grow_onboardings(world, number) -> None:
    """A further authority of the reader's, with a step that the reader ticked and a first procurement."""
    person, today = world["person"], timezone.localdate()
    role = Membership.objects.filter(user=person).values_list("role", flat=True).first()
    organisation = people.make_organisation(f"Myndighet på väg {number}")
    department = people.make_department(organisation) if role == "department" else None
    Membership.objects.create(user=person, organisation=organisation, role=role, department=department)
    days = {"started_on": today - timedelta(days=30), "ready_on": today + timedelta(days=60)}
    row = actions.start_onboarding(by=person, organisation=organisation, responsible=person, **days)
    written = {"state": "in_progress", "note": f"Anteckning {number}", "today": today}
    actions.write_step(by=person, onboarding=row, step=Step.TRAINING, **written)
    procurement = people.make_procurement(organisation, published_on=today)
    Requirement.objects.create(procurement=procurement, kind="internship", model="dialog", clause_text="Dialog.")
