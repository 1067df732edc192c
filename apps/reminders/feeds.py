"""Calendar feeds: whose there are, and which days one gives. Rights are asked for anew at every read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from apps.accounts.access import grants, role_permissions
from apps.accounts.choices import Role
from apps.accounts.models import Department, Organisation, User
from apps.core.deadlines import Deadline
from apps.reminders.directory import directory_of
from apps.reminders.feed_calendar import Entry
from apps.reminders.mail_pages import open_url
from apps.reminders.models import CalendarFeed
from apps.reminders.recipients import recipients
from apps.reminders.sources import open_deadlines_of

LOOK_BACK, LOOK_AHEAD = timedelta(days=365), timedelta(days=365)


@dataclass(frozen=True)
class Content:
    """What a feed says: the calendar's name and its days, oldest first."""

    name: str
    entries: list[Entry]


def visible_feeds(user: User):
    """The user's own feeds, and those of departments the user works in."""
    return CalendarFeed.objects.filter(Q(user=user) | Q(department__in=_own_departments(user)))


def shared_departments(user: User, organisation: Organisation):
    """The departments in use of the organisation that the user works in: they may have a feed in common."""
    return Department.objects.filter(pk__in=_own_departments(user), organisation=organisation, is_active=True)


def may_share(user: User, department: Department) -> bool:
    """Whether the user works in the department."""
    return department.pk in _own_departments(user)


def content_of(feed: CalendarFeed, *, today: date) -> Content | None:
    """What the feed says today, or None when whose it is may no longer read it.

    A day has the task and what it belongs to, never a person, a supplier or a code: calendars are shared freely.
    As many queries for any number of deadlines.
    """
    found = _of_department(feed, today) if feed.department_id else _of_person(feed, today)
    if found is None:
        return None
    days = sorted(found, key=lambda each: (each.due_on, each.key))
    return Content(_name(feed), [_entry(each) for each in days])


def _of_person(feed: CalendarFeed, today: date) -> Iterator[Deadline] | None:
    """What the person would be reminded of as the one to act, and may see."""
    held = [grant for grant in grants(feed.user) if grant.organisation_id == feed.organisation_id]
    if not held:
        return None
    directory = directory_of(feed.organisation)
    found = ((each, recipients(each, directory)) for each in _open(feed, today))
    return (each for each, told in found if not told.is_orphan and feed.user_id in told.owners)


def _of_department(feed: CalendarFeed, today: date) -> Iterator[Deadline] | None:
    """What the department owns and everybody who works there may see."""
    if not feed.department.is_active:
        return None
    permissions = role_permissions(Role.DEPARTMENT)
    return (
        each
        for each in _open(feed, today)
        if each.owner_department_id == feed.department_id and each.permission in permissions and not each.is_personal
    )


def _open(feed: CalendarFeed, today: date) -> Iterator[Deadline]:
    days = {"since": today - LOOK_BACK, "until": today + LOOK_AHEAD, "today": today}
    return open_deadlines_of(feed.organisation, **days)


def _name(feed: CalendarFeed) -> str:
    return f"Steget: {feed.department or f'mina uppgifter, {feed.organisation}'}"


def _entry(deadline: Deadline) -> Entry:
    # Without a page of its own the context may be a supplier, and a sole trader's is a person's name.
    says_where = not deadline.context_url or deadline.context in deadline.title
    title = deadline.title if says_where else f"{deadline.title}: {deadline.context}"
    return Entry(deadline.key, title, deadline.due_on, open_url(deadline))


def _own_departments(user: User) -> set[int]:
    return {grant.department_id for grant in grants(user) if grant.department_id}
