"""Whose next reminders a person sees beside a procurement: never what is another's own, nor another department's."""

from datetime import timedelta

import pytest
from django.utils import timezone

from apps.accounts.models import Membership
from apps.procurements.models import GuidelineVersion
from apps.reminders.coming import _may_see, coming
from apps.reminders.sources import open_deadlines_of
from procurement_csr.people import make_department, make_person

pytestmark = pytest.mark.django_db


def test_what_each_is_to_read_is_seen_by_nobody_else_who_may_read_the_same(helsingborg, olivia, carin, malte, today):
    Membership.objects.update(created_at=timezone.now() - timedelta(days=400))
    values = {"decided_by": "KF", "decided_on": today, "valid_from": today, "reading_due_on": today}
    roles = ["officer", "coordinator", "matcher"]
    GuidelineVersion.objects.create(organisation=helsingborg, title="Riktlinje", reading_roles=roles, **values)
    found = {
        each.responsible_id: each for each in open_deadlines_of(helsingborg, since=today, until=today, today=today)
    }
    readers = (olivia, carin, malte)
    assert set(found) == {each.pk for each in readers}
    for reader in readers:
        assert [_may_see(reader, found[each.pk]) for each in readers] == [each == reader for each in readers]


def test_a_departments_next_reminders_are_seen_by_all_of_it_and_by_no_other_department(
    requirement, property_department, helsingborg, olivia, doris, fia, today
):
    requirement.due_on = today + timedelta(days=20)
    requirement.save()
    colleague = make_person("Dag", "department", helsingborg, property_department)
    stranger = make_person("Siv", "department", helsingborg, make_department(helsingborg))
    procurement = requirement.contract.procurement_id

    def seen_by(person) -> bool:
        return bool(coming(person, helsingborg, procurement=procurement, today=today))

    assert [seen_by(each) for each in (olivia, doris, colleague)] == [True, True, True]
    assert [seen_by(each) for each in (stranger, fia)] == [False, False]
