"""What is open of a year: its frozen report when there is one, else what is over of it by whole months."""

from datetime import date

from django.utils import timezone

from apps.accounts.models import Organisation
from apps.targets import queries
from apps.targets.counting import last_full_month
from apps.targets.open_data import OpenYear
from apps.targets.snapshot_queries import of_year, page_of, suppliers_of


def published_year(organisation: Organisation, year: int, today: date) -> OpenYear:
    """The year as anyone may read it."""
    snapshot = of_year(organisation, year)
    if snapshot is None:
        return OpenYear(queries.dashboard(organisation, year, last_full_month(today)), None)
    snapshot.organisation = organisation
    page = page_of(snapshot)
    return OpenYear(page, timezone.localdate(snapshot.frozen_at), suppliers_of(snapshot, page))
