"""A deadline that is one person's alone: to read the guideline."""

from datetime import timedelta

import pytest
from django.utils import timezone

from apps.accounts.models import Membership
from apps.procurements import guideline_acknowledging as acknowledging
from apps.procurements.models import GuidelineVersion
from apps.reminders import due_counts, kinds, queries
from apps.reminders.deadline_page import find
from apps.reminders.directory import directory_of
from apps.reminders.feeds import content_of
from apps.reminders.heads import gather_heads
from apps.reminders.models import CalendarFeed
from apps.reminders.recipients import recipients
from apps.reminders.sources import open_deadlines_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(helsingborg, olivia, malte, doris, carin):
    """A version that officers, matchers and departments are to have read today."""
    today = timezone.localdate()
    Membership.objects.update(created_at=timezone.now() - timedelta(days=400))
    values = {"decided_by": "KF", "decided_on": today, "valid_from": today, "reading_due_on": today}
    return GuidelineVersion.objects.create(
        organisation=helsingborg, title="Riktlinje", reading_roles=["officer", "matcher", "department"], **values
    )


def found(organisation):
    return {each.responsible_id: each for each in queries.open_in(organisation, today=timezone.localdate())}


def titles(person, organisation):
    tasks = queries.tasks(person, organisation, today=timezone.localdate())
    return [task.url for section in tasks.sections for task in section.tasks]


def test_it_stands_in_the_list_of_the_person_and_of_nobody_else(helsingborg, asked, olivia, malte, doris, carin):
    assert set(found(helsingborg)) == {olivia.pk, malte.pk, doris.pk}
    for reader in (olivia, malte, doris):
        assert titles(reader, helsingborg) == [f"{asked.get_absolute_url()}#lasning"]
    assert titles(carin, helsingborg) == []
    acknowledging.acknowledge(by=olivia, guideline=asked)
    assert titles(olivia, helsingborg) == []


def test_the_number_in_the_menu_counts_ones_own_only(helsingborg, asked, olivia, carin):
    today = timezone.localdate()
    due_counts.keep(helsingborg, due_counts.count(found(helsingborg).values(), today=today), today=today)
    assert due_counts.due(olivia, helsingborg, today=today) == 1
    assert due_counts.due(carin, helsingborg, today=today) == 0


def test_its_page_is_opened_by_the_person_alone(helsingborg, asked, olivia, carin):
    today, key = timezone.localdate(), found(helsingborg)[olivia.pk].key
    assert find(olivia, [helsingborg], key, today=today).deadline.key == key
    assert find(carin, [helsingborg], key, today=today) is None


def test_the_person_is_reminded_and_nobody_in_the_persons_place(helsingborg, asked, olivia, doris, adam):
    directory = directory_of(helsingborg)
    for reader in (olivia, doris):
        told = recipients(found(helsingborg)[reader.pk], directory)
        assert (told.owners, told.is_orphan) == ((reader.pk,), False)
    gone = found(helsingborg)[olivia.pk]._replace(responsible_id=-1)
    assert recipients(gone, directory).owners == (adam.pk,)
    assert recipients(gone, directory).is_orphan


def test_a_departments_calendar_has_what_the_department_does_and_not_what_each_is_to_read(helsingborg, asked, doris):
    today, department = timezone.localdate(), doris.memberships.get().department
    own = CalendarFeed(user=doris, organisation=helsingborg)
    shared = CalendarFeed(user=doris, organisation=helsingborg, department=department)
    assert [entry.key for entry in content_of(own, today=today).entries] == [found(helsingborg)[doris.pk].key]
    assert content_of(shared, today=today).entries == []


def test_the_heads_week_does_not_tell_who_has_not_read(helsingborg, asked, doris, adam):
    department = doris.memberships.get().department
    department.head = adam
    department.save()
    GuidelineVersion.objects.update(reading_due_on=timezone.localdate() - timedelta(days=8))
    assert {each.due_on for each in found(helsingborg).values()} == {timezone.localdate() - timedelta(days=8)}
    monday = timezone.localtime() + timedelta(days=7 - timezone.localtime().weekday())
    wrote = gather_heads(organisation=helsingborg, now=monday.replace(hour=11), gathered_at=None)
    assert wrote == 0


def test_it_is_a_kind_of_its_own_that_only_reading_ends(helsingborg, asked, olivia):
    kind = kinds.kind_of(found(helsingborg)[olivia.pk].key)
    assert (kind.label, kind.may_close, kind.may_move) == ("Läsa riktlinjen", False, False)
    days = {"since": timezone.localdate(), "until": timezone.localdate(), "today": timezone.localdate()}
    assert len(list(open_deadlines_of(helsingborg, **days))) == 3
