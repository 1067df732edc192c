"""Writes of calendar feeds: make an address, make it a new one, take it away."""

import uuid
from datetime import datetime

from django.core.exceptions import ValidationError

from apps.accounts.models import Department, Organisation
from apps.core.actions import action, change
from apps.reminders.feeds import may_share
from apps.reminders.models import CalendarFeed

NOT_YOURS = "Du arbetar inte i {department}, så du kan inte skapa dess kalenderadress."


@action
def create_feed(*, by, organisation: Organisation, department: Department | None = None) -> CalendarFeed:
    """Give `by`, or a department `by` works in, an address; one that is there already is given as it is.

    Raises ValidationError for a department that `by` does not work in.
    """
    if department and not may_share(by, department):
        raise ValidationError(NOT_YOURS.format(department=department))
    Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
    whose = {"department": department, "user": None} if department else {"department": None, "user": by}
    made = CalendarFeed.objects.filter(organisation=organisation, **whose).first()
    if made is None:
        made = CalendarFeed(organisation=organisation, **whose)
        change(made, {})
    return made


@action
def renew_feed(*, by, feed: CalendarFeed, now: datetime) -> CalendarFeed:
    """Give the feed a new address; the old one is gone at once."""
    feed = CalendarFeed.objects.select_for_update().get(pk=feed.pk)
    change(feed, {"nonce": uuid.uuid4(), "renewed_at": now})
    return feed


@action
def delete_feed(*, by, feed: CalendarFeed) -> None:
    """Take the feed away; its address is gone at once."""
    CalendarFeed.objects.filter(pk=feed.pk).delete()
