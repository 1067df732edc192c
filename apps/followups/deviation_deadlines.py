"""Dates of deviations and of the steps of the ladder that somebody must act on."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q

from apps.accounts.models import Organisation
from apps.core.addresses import address
from apps.core.deadlines import Deadline
from apps.followups.choices import DeviationState, SanctionState
from apps.followups.models import Deviation, Sanction
from apps.procurements.models import Contract

VIEW, CHANGE, DECIDE = "followups.view_followup", "followups.change_followup", "followups.decide_sanction"
RECTIFICATION, CLAUSE = "Upphandlingsmyndigheten: tillfälle till rättelse", "avtalets klausul"
_DAY = timedelta(days=1)


def open_deadlines(*, since: date, until: date, organisation: Organisation) -> Iterator[Deadline]:
    """What falls between the two days (both included), one Deadline each.

    Deviations to deal with, proposed steps whose time for a reply is over, and days by which it was to be right.
    """
    yield from _deviations(organisation, (since, until))
    yield from _steps(organisation, (since, until))


def _deviations(organisation: Organisation, days: tuple[date, date]) -> Iterator[Deadline]:
    rows = Deviation.objects.open().filter(organisation=organisation, due_on__range=days)
    for row in rows.select_related("contract__procurement").order_by():
        title = f"Åtgärda avvikelsen: {row.name}"
        act = address("deviation_update", row.pk)
        yield _deadline(f"deviation:{row.pk}", title, row.due_on, row, CLAUSE, act, CHANGE)


def _steps(organisation: Organisation, days: tuple[date, date]) -> Iterator[Deadline]:
    """The day after the last day to reply: then it can be decided whether or not a reply has come. And the last day to
    have it right, of the latest step about an open deviation: a later step has its own days.
    """
    later = Sanction.objects.filter(deviation=OuterRef("deviation"), pk__gt=OuterRef("pk"))
    later = later.exclude(state=SanctionState.WITHDRAWN)
    proposed = Q(state=SanctionState.PROPOSED, reply_by__range=(days[0] - _DAY, days[1] - _DAY))
    decided = Q(state=SanctionState.DECIDED, rectify_by__range=days, deviation__state=DeviationState.OPEN)
    rows = Sanction.objects.filter(proposed | decided & ~Q(Exists(later)), organisation=organisation)
    for row in rows.select_related("deviation__contract__procurement").order_by():
        if row.state == SanctionState.PROPOSED:
            title = f"Besluta om {row}: tiden för leverantörens svar är slut"
            key, day, legal_basis = f"sanction:{row.pk}", row.reply_by + _DAY, "rätten att yttra sig"
            yield _deadline(key, title, day, row.deviation, legal_basis, address("sanction_decide", row.pk), DECIDE)
        else:
            title = f"Kontrollera att avvikelsen är rättad: {row.deviation.name}"
            key, act = f"sanction:{row.pk}:rectify", address("deviation_close", row.deviation_id)
            yield _deadline(key, title, row.rectify_by, row.deviation, RECTIFICATION, act, CHANGE)


def _deadline(
    key: str, title: str, due_on: date, deviation: Deviation, legal_basis: str, act_url: str, act_permission: str
) -> Deadline:
    contract: Contract = deviation.contract
    return Deadline(
        key=key,
        title=title,
        due_on=due_on,
        organisation_id=deviation.organisation_id,
        owner_department_id=contract.procurement.department_id,
        responsible_id=deviation.owner_id or contract.procurement.responsible_id,
        legal_basis=legal_basis,
        url=deviation.get_absolute_url(),
        permission=VIEW,
        context=contract.name,
        context_url=contract.get_absolute_url(),
        act_url=act_url,
        act_permission=act_permission,
    )
