"""The gate's visits to frozen reports, letters about them and shared addresses: filled, long, running, taken back."""

from datetime import timedelta

from django.utils import timezone

from apps.targets.letter_recipients import recipients
from apps.targets.models import ResultLetter, ShareLink, Snapshot
from apps.targets.share_views import token_of
from procurement_csr.tests.gate_visit import BOTH, NONSENSE, Visit

_LETTER_VISITS = (
    Visit("letter_list", "coordinator"),
    Visit("letter_list", "officer"),
    Visit("letter_choose", "coordinator"),
    Visit("letter_choose", "coordinator", query="?ar=2015"),
    Visit("letter_create", "coordinator", query="?ar={letter_year}&rows={letter_to}", refuses=(NONSENSE,)),
    Visit("letter_detail", "coordinator", "result_letter"),
    Visit("letter_detail", "officer", "result_letter"),
    Visit("letter_resend", "coordinator", "result_letter", refuses=BOTH),
)
REPORT_VISITS = (
    *_LETTER_VISITS,
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
    "letter_pdf": "a file",
    "letter_docx": "a file",
    "public_csv": "open data for machines",
    "public_json": "open data for machines",
    "public_description": "open data for machines",
}


def addresses_of_reports(organisation, coordinator) -> dict:
    """The demo's frozen tertial and year, and addresses to a report, to a running year, and one taken back."""
    today = timezone.localdate()
    rows = Snapshot.objects.filter(organisation=organisation)
    tertial, year = rows.get(period="t2"), rows.filter(period="year").first()
    letter = ResultLetter.objects.filter(snapshot=year).first()
    waiting = [each.pk for each in recipients(year) if each.letter is None]
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
        "result_letter": letter.pk,
        "letter_year": year.year,
        "letter_to": "&rows=".join(waiting[:2]),
    }
