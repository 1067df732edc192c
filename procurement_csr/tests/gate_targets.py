"""The gate's visits to frozen reports and shared addresses: filled, long, running and taken back."""

from datetime import timedelta

from django.utils import timezone

from apps.targets.models import ShareLink, Snapshot
from apps.targets.share_views import token_of
from procurement_csr.tests.gate_visit import BOTH, NONSENSE, Visit

REPORT_VISITS = (
    Visit("snapshot_list", "coordinator"),
    Visit("snapshot_list", "politician"),
    Visit("snapshot_list", "coordinator", query="?ar=2015"),
    Visit("snapshot_freeze", "coordinator", query="?ar=2015&period=t1", refuses=(NONSENSE,)),
    Visit("snapshot_detail", "coordinator", "frozen_tertial"),
    Visit("snapshot_detail", "politician", "frozen_year"),
    Visit("share_list", "coordinator"),
    Visit("share_create", "coordinator", refuses=BOTH),
    Visit("share_revoke", "coordinator", "share_link"),
    Visit("share_page", "", "share_token"),
    Visit("share_page", "", "running_share_token"),
)
REPORT_NOT_PAGES = {
    "report_pdf": "a file",
    "report_docx": "a file",
    "public_csv": "open data for machines",
    "public_json": "open data for machines",
    "public_description": "open data for machines",
}


def addresses_of_reports(organisation, coordinator) -> dict:
    """The demo's frozen tertial and year, and addresses to a report, to a running year, and one taken back."""
    today = timezone.localdate()
    rows = Snapshot.objects.filter(organisation=organisation)
    tertial, year = rows.get(period="t2"), rows.get(period="year")
    own = {"organisation": organisation, "created_by": coordinator, "expires_on": today + timedelta(days=14)}
    link = ShareLink.objects.create(**own, year=year.year, snapshot=year)
    running = ShareLink.objects.create(**own, year=today.year)
    taken = {"revoked_by": coordinator, "revoked_at": timezone.now()}
    ShareLink.objects.create(**own, **taken, year=year.year, snapshot=tertial)
    return {
        "frozen_tertial": tertial.pk,
        "frozen_year": year.pk,
        "share_link": link.pk,
        "share_token": token_of(link),
        "running_share_token": token_of(running),
    }
