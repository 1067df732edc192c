"""Dates of deviations and of the steps of the ladder that somebody must act on."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet

from apps.accounts.models import Organisation
from apps.core.addresses import address
from apps.core.deadlines import Deadline
from apps.core.questions import Given, Question
from apps.followups.choices import DeviationState, SanctionState, Step
from apps.followups.models import Deviation, Sanction
from apps.followups.models.deviation import deviation_name
from apps.procurements.models.contract import contract_name

VIEW, CHANGE, DECIDE = "followups.view_followup", "followups.change_followup", "followups.decide_sanction"
RECTIFICATION, CLAUSE = "Upphandlingsmyndigheten: tillfälle till rättelse", "avtalets klausul"
_DAY = timedelta(days=1)


class _About(NamedTuple):
    """What a deadline tells of its deviation."""

    pk: int
    cause: str
    what: str
    owner: int | None
    contract: int
    number: str
    title: str
    department: int | None
    officer: int | None

    @property
    def name(self) -> str:
        return deviation_name(self.cause, self.what)


_COLUMNS = (
    *("pk", "cause", "what", "owner", "contract", "contract__number", "contract__title"),
    *("contract__procurement__department", "contract__procurement__responsible"),
)


def open_deadlines(*, since: date, until: date, organisation: Organisation) -> Iterator[Deadline]:
    """What falls between the two days (both included), one Deadline each.

    Deviations to deal with, proposed steps whose time for a reply is over, and days by which it was to be right.
    """
    yield from _deviations(organisation, since, until)
    yield from _steps(organisation, since, until)


def _deviations(organisation: Organisation, since: date, until: date) -> Iterator[Deadline]:
    for due_on, *about in _DUE.ask(organisation=organisation.pk, since=since, until=until):
        row = _About(*about)
        title, act = f"Åtgärda avvikelsen: {row.name}", address("deviation_update", row.pk)
        yield _deadline(organisation, f"deviation:{row.pk}", title, due_on, row, CLAUSE, act, CHANGE)


def _due() -> QuerySet:
    rows = Deviation.objects.open().filter(organisation=Given("organisation"))
    rows = rows.filter(due_on__range=(Given("since"), Given("until"))).order_by()
    return rows.values_list("due_on", *_COLUMNS)


def _steps(organisation: Organisation, since: date, until: date) -> Iterator[Deadline]:
    """The day after the last day to reply: then it can be decided whether or not a reply has come. And the last day to
    have it right, of the latest step about an open deviation: a later step has its own days.
    """
    replies = {"reply_since": since - _DAY, "reply_until": until - _DAY}
    for pk, state, step, reply_by, rectify_by, *about in _STEPS.ask(
        organisation=organisation.pk, since=since, until=until, **replies
    ):
        row = _About(*about)
        if state == SanctionState.PROPOSED:
            title = f"Besluta om {Step(step).label}: tiden för leverantörens svar är slut"
            act, legal_basis = address("sanction_decide", pk), "rätten att yttra sig"
            yield _deadline(organisation, f"sanction:{pk}", title, reply_by + _DAY, row, legal_basis, act, DECIDE)
        else:
            title = f"Kontrollera att avvikelsen är rättad: {row.name}"
            key, act = f"sanction:{pk}:rectify", address("deviation_close", row.pk)
            yield _deadline(organisation, key, title, rectify_by, row, RECTIFICATION, act, CHANGE)


def _open_steps() -> QuerySet:
    later = Sanction.objects.filter(deviation=OuterRef("deviation"), pk__gt=OuterRef("pk"))
    later = later.exclude(state=SanctionState.WITHDRAWN)
    proposed = Q(state=SanctionState.PROPOSED, reply_by__range=(Given("reply_since"), Given("reply_until")))
    decided = Q(state=SanctionState.DECIDED, rectify_by__range=(Given("since"), Given("until")))
    decided &= Q(deviation__state=DeviationState.OPEN)
    rows = Sanction.objects.filter(proposed | decided & ~Q(Exists(later)), organisation=Given("organisation"))
    about = [f"deviation__{column}" for column in _COLUMNS]
    return rows.order_by().values_list("pk", "state", "step", "reply_by", "rectify_by", *about)


_DUE, _STEPS = Question(_due), Question(_open_steps)


def _deadline(
    organisation: Organisation,
    key: str,
    title: str,
    due_on: date,
    row: _About,
    legal_basis: str,
    act_url: str,
    act_permission: str,
) -> Deadline:
    return Deadline(
        key=key,
        title=title,
        due_on=due_on,
        organisation_id=organisation.pk,
        owner_department_id=row.department,
        responsible_id=row.owner or row.officer,
        legal_basis=legal_basis,
        url=address("deviation_detail", row.pk),
        permission=VIEW,
        context=contract_name(row.contract, row.number, row.title),
        context_url=address("contract_detail", row.contract),
        act_url=act_url,
        act_permission=act_permission,
    )
