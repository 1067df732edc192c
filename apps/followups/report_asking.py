"""Asking suppliers for reports, and handing out the links. All raise ValidationError in Swedish."""

import uuid
from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils import timezone

from apps.core.actions import action, change, make_once
from apps.followups import report_links, report_mails, report_reminders
from apps.followups.choices import RequestState
from apps.followups.models import ReportEvent, ReportRequest
from apps.followups.report_states import WRITABLE
from apps.followups.report_targets import Target

ALREADY = "Rapporten är redan begärd. Öppna den i listan, eller ange en annan dag."
NOTHING_LEFT = "Alla rapporter som du valde är redan begärda, så inget skickades."
OVER = "Rapporten är {state}, så den behöver ingen ny länk."
NO_ADDRESS = "Ange e-postadressen dit länken ska skickas."
HANDED_OVER = "Rapporten lämnades över till en kollega hos leverantören."
RENEWED = "Länken är ny. Den gamla gäller inte längre."


@action
def ask(
    *, by, target: Target, now: datetime, token: uuid.UUID | None = None, is_one_of_many: bool = False
) -> ReportRequest:
    """Ask for the report, and mail the link when there is an address. The same token gives the report already made.

    Who asks for many mails each contact once about all of its reports.
    """

    def make():
        if target.is_asked:
            raise ValidationError(ALREADY)
        contract = target.contract
        row = ReportRequest(organisation_id=contract.organisation_id, contract=contract, asked_by=by)
        if token:
            row.token = token
        names = ("supplier", "point", "kind", "due_on", "period_from", "period_to", "contact_name", "contact_email")
        values = {name: getattr(target, name) for name in names}
        change(row, values | {"link_expires_at": report_links.expires_at(target.due_on, now=now)})
        note(row, by=by, now=now)
        if not is_one_of_many:
            report_mails.send(row, report_mails.Occasion.ASKED)
        return row

    return make_once(ReportRequest, token, make)


@action
def ask_many(*, by, targets: Iterable[Target], now: datetime, token: uuid.UUID) -> list[ReportRequest]:
    """Ask for every report that has not been asked for, with one mail to each contact.

    A press repeated gives those it made the first time, and mails nobody again.
    Raises ValidationError when none is left to ask for.
    """
    chosen = [(each, uuid.uuid5(token, _name(each))) for each in targets]
    made = set(ReportRequest.objects.filter(token__in=[key for _, key in chosen]).values_list("token", flat=True))
    left = [(each, key) for each, key in chosen if key in made or not each.is_asked]
    found = [ask(by=by, target=each, now=now, token=key, is_one_of_many=True) for each, key in left]
    if not found:
        raise ValidationError(NOTHING_LEFT)
    _tell([row for row in found if row.token not in made], token)
    return found


@action
def renew_link(
    *, by, report: ReportRequest, now: datetime, contact_name: str | None = None, contact_email: str | None = None
) -> ReportRequest:
    """Give the report a new link and mail it; every older one is dead. An officer may give another address."""
    row = locked(report)
    if row.state in (RequestState.ACCEPTED, RequestState.WITHDRAWN):
        raise ValidationError(OVER.format(state=row.get_state_display()))
    given = {"contact_name": contact_name, "contact_email": contact_email}
    if not (row.contact_email if contact_email is None else contact_email):
        raise ValidationError({"contact_email": NO_ADDRESS})
    _renew(row, now, {name: value for name, value in given.items() if value is not None})
    note(row, by=by, now=now, comment=RENEWED)
    report_mails.send(row, report_mails.Occasion.RENEWED)
    return row


@action
def hand_over(*, by, report: ReportRequest, email: str, name: str, now: datetime) -> ReportRequest:
    """Let a colleague of the contact go on: a new link to that address, and word of it to the one who had the old."""
    row = locked(report)
    if row.state not in WRITABLE:
        raise ValidationError(OVER.format(state=row.get_state_display()))
    report_mails.send(row, report_mails.Occasion.HANDED_OVER)
    _renew(row, now, {"contact_name": name, "contact_email": email})
    note(row, by=by, now=now, comment=HANDED_OVER, reporter=name)
    report_mails.send(row, report_mails.Occasion.TAKEN_OVER)
    return row


@action
def remind(*, by, report: ReportRequest, now: datetime) -> bool:
    """Remind the supplier when today is a day for it; False when it is not. The link lives on while the report is late.

    The same step for the same day is told once for each address, however often this runs.
    """
    row = locked(report)
    if row.state not in WRITABLE or not row.contact_email:
        return False
    wrote = row.timeline.exclude(by=None).order_by("-pk").values_list("at", flat=True).first() or row.asked_at
    step = report_reminders.step(row.due_on, asked_on=timezone.localdate(wrote), today=timezone.localdate(now))
    if step is None:
        return False
    expires = report_links.expires_at(row.due_on, now=now)
    if row.link_expires_at is None or row.link_expires_at < expires:
        change(row, {"link_expires_at": expires})
    late = report_mails.Occasion.LATE if step > 0 else report_mails.Occasion.REMINDED
    return report_mails.send(row, late, slot=f"report:{row.pk}:{row.due_on}:{step}")


def locked(report: ReportRequest) -> ReportRequest:
    """The report as it stands, for the rest of the transaction."""
    rows = ReportRequest.objects.select_for_update(of=("self",))
    rows = rows.select_related("organisation", "contract__procurement__responsible", "supplier", "asked_by", "point")
    return rows.get(pk=report.pk)


def note(row: ReportRequest, *, by, now: datetime, comment: str = "", reporter: str = "", on_behalf=False) -> None:
    """A line of the timeline: where the report now stands, and whose doing it was."""
    event = ReportEvent(request=row, at=now, by=by, is_on_behalf=on_behalf)
    change(event, {"state": row.state, "comment": comment.strip(), "reporter": reporter})


def _tell(reports: list[ReportRequest], token: uuid.UUID) -> None:
    """One mail to each contact with an address, about one report or about all that are asked of it."""
    by_contact: dict[tuple[int, str], list[ReportRequest]] = {}
    for row in sorted(reports, key=lambda row: (row.due_on, row.pk)):
        if row.contact_email:
            by_contact.setdefault((row.supplier_id, row.contact_email.lower()), []).append(row)
    for rows in by_contact.values():
        slot = f"reports:{token}:{rows[0].pk}"
        if len(rows) == 1:
            report_mails.send(rows[0], report_mails.Occasion.ASKED, slot=slot)
        else:
            report_mails.send_many(rows, slot=slot)


def _renew(row: ReportRequest, now: datetime, values: dict) -> None:
    fresh = {"nonce": uuid.uuid4(), "link_renewed_at": now}
    change(row, fresh | {"link_expires_at": report_links.expires_at(row.due_on, now=now)} | values)


def _name(target: Target) -> str:
    return f"{target.contract.pk}:{target.supplier.pk}:{target.kind}:{target.due_on}"
