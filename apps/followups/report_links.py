"""The personal link of a report: signed, for one report, dead when a newer one is made or the time is up.

The link alone gives the right to write, so no cookie does. A number that was never signed is not looked up at all. The
list of a contact's reports has an address of its own kind, which the link of one report cannot be turned into.
"""

from datetime import date, datetime, time, timedelta
from enum import StrEnum

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from apps.core import tokens
from apps.followups.choices import RequestState
from apps.followups.models import ReportRequest

_REPORT, _LIST = "followups.report-link", "followups.report-list"
# A late report must still be possible to send, and a receipt to read.
LIVES = timedelta(days=30)


class Standing(StrEnum):
    """What a signed link opens."""

    OPEN = "open"
    EXPIRED = "expired"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"


def expires_at(due_on: date, *, now: datetime) -> datetime:
    """The end of the thirtieth day after the report is due, or after today when that is later."""
    last = max(due_on, timezone.localdate(now)) + LIVES
    return timezone.make_aware(datetime.combine(last + timedelta(days=1), time()))


def token_of(report: ReportRequest) -> str:
    """The secret part of a report's address."""
    return tokens.token_of(report.nonce, key=settings.SECRET_KEY, salt=_REPORT)


def list_token_of(report: ReportRequest) -> str:
    """The secret part of the address of all reports asked of the same contact, which dies with the report's own."""
    return tokens.token_of(report.nonce, key=settings.SECRET_KEY, salt=_LIST)


def address_of(report: ReportRequest) -> str:
    """The whole address, as it stands in a mail."""
    return settings.SITE_URL + reverse("report_link", args=[token_of(report)])


def list_address_of(report: ReportRequest) -> str:
    """The whole address of the list, as it stands in a mail."""
    return settings.SITE_URL + reverse("report_links", args=[list_token_of(report)])


def read(token: str, *, is_list: bool = False) -> tuple[bool, ReportRequest | None]:
    """Whether the link was signed here, and the report it opens, None when a newer link has taken its place."""
    nonce = tokens.nonce_of(token, key=settings.SECRET_KEY, salt=_LIST if is_list else _REPORT)
    if nonce is None:
        return False, None
    rows = ReportRequest.objects.select_related("organisation", "contract__procurement", "supplier", "asked_by")
    return True, rows.filter(nonce=nonce).first()


def standing(report: ReportRequest | None, *, now: datetime) -> Standing:
    """What a signed link to the report opens now; without a report it was replaced."""
    if report is None:
        return Standing.REPLACED
    if report.state == RequestState.WITHDRAWN:
        return Standing.WITHDRAWN
    if report.link_expires_at is None or report.link_expires_at <= now:
        return Standing.EXPIRED
    return Standing.OPEN


def same_contact(report: ReportRequest) -> QuerySet[ReportRequest]:
    """Every report that the same authority asks the same company for at the same address, the first due first."""
    rows = ReportRequest.objects.filter(organisation=report.organisation_id, supplier=report.supplier_id)
    rows = rows.filter(contact_email__iexact=report.contact_email).exclude(contact_email="")
    return rows.exclude(state=RequestState.WITHDRAWN)
