"""Dates of procurements that somebody must act on (DOMAIN 2). Only open ones: what is done gives none.

A joint procurement's dates are shown to each party's department too, as something to know: the lead acts on them.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta
from itertools import chain
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from apps.accounts.models import Organisation
from apps.core.addresses import addresses
from apps.core.deadlines import Deadline
from apps.core.questions import Given, Question
from apps.procurements import contract_deadlines, guideline_deadlines, periods, signing
from apps.procurements.choices import COMING_PHASES, Phase, Procedure
from apps.procurements.models import PriorityAnswers, Procurement, ProcurementParty, RequirementDecision
from apps.procurements.owed import CHANGE, GUIDELINE, Case, Owed

FOLLOW, ANSWER = "procurements.follow_procurement", "procurements.answer_candidates"
# What only the authority that holds the case can do is nothing for the others to know.
ITS_OWN = (CHANGE, ANSWER)
ASKING = (Phase.PUBLISHED, Phase.TENDERING)


class _Running(NamedTuple):
    """What decides the dates of a procurement before the contract, and whether they are open."""

    phase: str
    procedure: str
    planned_publication_on: date | None
    questions_close_on: date | None
    tender_deadline_at: datetime | None
    is_accelerated: bool
    award_notice_sent_on: date | None
    notice_mode: str
    standstill_days_stated: int | None
    review_applied_on: date | None
    court_decided_on: date | None
    is_standstill_lifted: bool
    is_decided: bool
    has_candidates: bool
    case: Case

    @property
    def pk(self) -> int:
        return self.case.pk


class _Part(NamedTuple):
    """The organisation's part in a joint procurement."""

    pk: int
    procurement_id: int
    department_id: int | None


class _Party(NamedTuple):
    """On whose behalf the dates are read: the organisation, and its part in each joint procurement.

    `at` gives addresses, as `addresses` does.
    """

    organisation_id: int
    joint: Mapping[int, _Part]
    at: Callable[..., str]

    def deadline(self, owed: Owed) -> Deadline:
        procurement = owed.procurement
        party = self.joint.get(procurement.pk)
        owner = party or procurement
        return Deadline(
            key=f"{owed.key}:party-{party.pk}" if party else owed.key,
            title=owed.title,
            due_on=owed.due_on,
            organisation_id=self.organisation_id,
            owner_department_id=owner.department_id,
            responsible_id=None if party else procurement.responsible_id,
            legal_basis=owed.legal_basis,
            url=owed.url,
            permission=owed.permission,
            context=f"{procurement.title} (gemensam)" if party else procurement.title,
            context_url=self.at("procurement_detail", procurement.pk),
            lapses=owed.lapses,
            act_url="" if party else owed.act_url,
            act_permission=owed.act_permission,
        )


def open_deadlines(
    *, since: date, until: date, organisation: Organisation, procurement: int | None = None
) -> Iterator[Deadline]:
    """Every date between the two days (both included) that the organisation must act on or should know of; of one
    procurement when its id is given.

    Its own procurements and those it takes part in. Cancelled and closed ones ask for nothing, paused ones for nothing
    but what their contracts do. The number of queries is the same for any number of rows.
    """
    parts = map(_Part._make, _PARTS.ask(organisation=organisation.pk))
    us = _Party(organisation.pk, {part.procurement_id: part for part in parts}, addresses())
    running = (_RUNNING_ONE if procurement else _RUNNING).ask(organisation=organisation.pk, procurement=procurement)
    if procurement is None:
        yield from guideline_deadlines.owed(organisation, since, until)
    found = chain(
        chain.from_iterable(_of(_Running(*row[:_OWN], Case(*row[_OWN:])), us.at) for row in running),
        contract_deadlines.owed(organisation, since, until, procurement),
    )
    for owed in found:
        is_theirs = owed.procurement.pk in us.joint and owed.permission in ITS_OWN
        if since <= owed.due_on <= until and not is_theirs:
            yield us.deadline(owed)


def _running() -> QuerySet:
    """Procurements before the contract, in the phases whose days are known."""
    rows = Procurement.objects.of(Given("organisation"))
    rows = rows.filter(phase__in=(*COMING_PHASES, *ASKING, Phase.AWARDED, Phase.STANDSTILL))
    decisions = RequirementDecision.objects.filter(procurement=OuterRef("pk"))
    answers = PriorityAnswers.objects.filter(procurement=OuterRef("pk"), candidates__isnull=False)
    rows = rows.annotate(is_decided=Exists(decisions), has_candidates=Exists(answers)).order_by()
    return rows.values_list(*_Running._fields[:-1], *Case._fields)


_OWN = len(_Running._fields) - 1
_RUNNING = Question(_running)
_RUNNING_ONE = Question(lambda: _running().filter(pk=Given("procurement")))
_PARTS = Question(
    lambda: ProcurementParty.objects.filter(organisation=Given("organisation")).order_by().values_list(*_Part._fields)
)


def _of(procurement: _Running, at: Callable[..., str]) -> Iterator[Owed]:
    if procurement.phase in COMING_PHASES and procurement.planned_publication_on:
        yield from _coming(procurement, procurement.planned_publication_on, at)
    if procurement.phase in ASKING:
        yield from _asking(procurement, at)
    if procurement.phase in (Phase.AWARDED, Phase.STANDSTILL):
        yield from _standstill(procurement, at)


def _coming(procurement: _Running, on: date, at: Callable[..., str]) -> Iterator[Owed]:
    """Before the planned publication: decide about the requirement, say what candidates there are, and publish."""
    if not procurement.is_decided:
        decide = at("decision_create", procurement.pk)
        title = "Besluta om sociala krav före annonseringen"
        yield _owed(procurement, at, "decision", title, on, GUIDELINE, act_url=decide)
    if not procurement.has_candidates:
        answer = at("candidates_update", procurement.pk)
        title = "Ange hur många kandidater som kan passa"
        yield Owed(f"candidates:{procurement.pk}", title, on, procurement.case, "", answer, ANSWER)
    title = "Annonsera, eller ändra den planerade dagen"
    yield _owed(procurement, at, "publication", title, on, "upphandlingsplanen")


def _asking(procurement: _Running, at: Callable[..., str]) -> Iterator[Owed]:
    """While suppliers ask and offer."""
    close, deadline_at = procurement.questions_close_on, procurement.tender_deadline_at
    if close:
        title = "Sista dag för leverantörernas frågor"
        yield _owed(procurement, at, "questions", title, close, "upphandlingsdokumenten", lapses=True)
    if deadline_at is None:
        return
    moment = timezone.localtime(deadline_at)
    answers_on = periods.latest_answers_on(moment.date(), procurement.is_accelerated)
    below = procurement.procedure == Procedure.NOTICE_BELOW_THRESHOLD
    paragraph = "19 kap. 13 § LOU" if below else "12 kap. 11 § LOU"
    title = "Sista dag att svara på leverantörernas frågor"
    yield _owed(procurement, at, "answers", title, answers_on, paragraph, lapses=True)
    title = f"Anbudstiden går ut kl. {moment:%H.%M}: öppna anbuden"
    open_them = at("procurement_move", procurement.pk, Phase.EVALUATION) if procurement.phase == Phase.TENDERING else ""
    yield _owed(procurement, at, "tender", title, moment.date(), "12 kap. 10 § LOU", act_url=open_them)


def _standstill(procurement: _Running, at: Callable[..., str]) -> Iterator[Owed]:
    """The first day a contract may be signed, after the standstill or the ten days after a judgment."""
    if (allowed_from := sign_from(procurement)) is None:
        return
    is_after_court = procurement.court_decided_on is not None and not procurement.is_standstill_lifted
    what = "Tiodagarsfristen" if is_after_court else "Avtalsspärren"
    last_day = allowed_from - timedelta(days=1)
    paragraph = "20 kap. 10 § LOU" if is_after_court else "20 kap. 1 § LOU"
    title = f"{what} går ut {last_day}: teckna avtal"
    sign = at("procurement_move", procurement.pk, Phase.CONTRACTED) if procurement.phase == Phase.STANDSTILL else ""
    yield _owed(procurement, at, "signing", title, allowed_from, paragraph, act_url=sign)


def sign_from(procurement: Any) -> date | None:
    """The first day a contract may be signed after the notice of award; None when that is not known or stopped.

    Of a Procurement, or a row that tells the same.
    """
    if procurement.award_notice_sent_on is None:
        return None
    try:
        rule = signing.rule_of(procurement)
    except ValueError:
        return None
    return None if rule is None or rule.is_blocked else rule.allowed_from


def _owed(
    procurement: _Running,
    at: Callable[..., str],
    what: str,
    title: str,
    on: date,
    legal_basis: str,
    *,
    act_url="",
    lapses=False,
):
    return Owed(
        key=f"{what}:{procurement.pk}",
        title=title,
        due_on=on,
        procurement=procurement.case,
        legal_basis=legal_basis,
        url=at("procurement_detail", procurement.pk),
        permission=FOLLOW,
        act_url=act_url,
        lapses=lapses,
    )
