"""Dates of procurements that somebody must act on (DOMAIN 2). Only open ones: what is done gives none.

A joint procurement's dates are shown to each party's department too, as something to know: the lead acts on them.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import chain
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from apps.accounts.models import Organisation
from apps.core.addresses import addresses, numbered
from apps.core.deadlines import Deadline
from apps.core.questions import Given, Question
from apps.procurements import contract_deadlines, guideline_deadlines, periods, signing
from apps.procurements.choices import COMING_PHASES, Phase, Procedure
from apps.procurements.models import PriorityAnswers, Procurement, ProcurementParty, RequirementDecision
from apps.procurements.owed import ANSWER, GUIDELINE, Behalf, Case, Part

FOLLOW = "procurements.follow_procurement"
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


def open_deadlines(
    *, since: date, until: date, organisation: Organisation, procurement: int | None = None
) -> Iterator[Deadline]:
    """Every date between the two days (both included) that the organisation must act on or should know of; of one
    procurement when its id is given.

    Its own procurements and those it takes part in. Cancelled and closed ones ask for nothing, paused ones for nothing
    but what their contracts do. The number of queries is the same for any number of rows.
    """
    parts = map(Part._make, _PARTS.ask(organisation=organisation.pk))
    joint = {part.procurement_id: part for part in parts}
    us = Behalf(organisation.pk, joint, since, until, addresses(), numbered("procurement_detail"))
    running = (_RUNNING_ONE if procurement else _RUNNING).ask(organisation=organisation.pk, procurement=procurement)
    if procurement is None:
        yield from guideline_deadlines.owed(organisation, since, until)
    found = chain.from_iterable(_of(_Running(*row[:_OWN], Case(*row[_OWN:])), us) for row in running)
    yield from filter(None, chain(found, contract_deadlines.owed(us, procurement)))


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
    lambda: ProcurementParty.objects.filter(organisation=Given("organisation")).order_by().values_list(*Part._fields)
)


def _of(procurement: _Running, us: Behalf) -> Iterator[Deadline | None]:
    if procurement.phase in COMING_PHASES and procurement.planned_publication_on:
        yield from _coming(procurement, procurement.planned_publication_on, us)
    if procurement.phase in ASKING:
        yield from _asking(procurement, us)
    if procurement.phase in (Phase.AWARDED, Phase.STANDSTILL):
        yield from _standstill(procurement, us)


def _coming(procurement: _Running, on: date, us: Behalf) -> Iterator[Deadline | None]:
    """Before the planned publication: decide about the requirement, say what candidates there are, and publish."""
    if not procurement.is_decided:
        decide = us.at("decision_create", procurement.pk)
        title = "Besluta om sociala krav före annonseringen"
        yield _owed(procurement, us, "decision", title, on, GUIDELINE, act_url=decide)
    if not procurement.has_candidates:
        answer = us.at("candidates_update", procurement.pk)
        title = "Ange hur många kandidater som kan passa"
        yield us.owes(f"candidates:{procurement.pk}", title, on, procurement.case, "", answer, ANSWER)
    title = "Annonsera, eller ändra den planerade dagen"
    yield _owed(procurement, us, "publication", title, on, "upphandlingsplanen")


def _asking(procurement: _Running, us: Behalf) -> Iterator[Deadline | None]:
    """While suppliers ask and offer."""
    close, deadline_at = procurement.questions_close_on, procurement.tender_deadline_at
    if close:
        title = "Sista dag för leverantörernas frågor"
        yield _owed(procurement, us, "questions", title, close, "upphandlingsdokumenten", lapses=True)
    if deadline_at is None:
        return
    moment = timezone.localtime(deadline_at)
    answers_on = periods.latest_answers_on(moment.date(), procurement.is_accelerated)
    below = procurement.procedure == Procedure.NOTICE_BELOW_THRESHOLD
    paragraph = "19 kap. 13 § LOU" if below else "12 kap. 11 § LOU"
    title = "Sista dag att svara på leverantörernas frågor"
    yield _owed(procurement, us, "answers", title, answers_on, paragraph, lapses=True)
    title = f"Anbudstiden går ut kl. {moment:%H.%M}: öppna anbuden"
    is_closing = procurement.phase == Phase.TENDERING
    open_them = us.at("procurement_move", procurement.pk, Phase.EVALUATION) if is_closing else ""
    yield _owed(procurement, us, "tender", title, moment.date(), "12 kap. 10 § LOU", act_url=open_them)


def _standstill(procurement: _Running, us: Behalf) -> Iterator[Deadline | None]:
    """The first day a contract may be signed, after the standstill or the ten days after a judgment."""
    if (allowed_from := sign_from(procurement)) is None:
        return
    is_after_court = procurement.court_decided_on is not None and not procurement.is_standstill_lifted
    what = "Tiodagarsfristen" if is_after_court else "Avtalsspärren"
    last_day = allowed_from - timedelta(days=1)
    paragraph = "20 kap. 10 § LOU" if is_after_court else "20 kap. 1 § LOU"
    title = f"{what} går ut {last_day}: teckna avtal"
    sign = us.at("procurement_move", procurement.pk, Phase.CONTRACTED) if procurement.phase == Phase.STANDSTILL else ""
    yield _owed(procurement, us, "signing", title, allowed_from, paragraph, act_url=sign)


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
    procurement: _Running, us: Behalf, what: str, title: str, on: date, legal_basis: str, *, act_url="", lapses=False
) -> Deadline | None:
    url = us.page(procurement.pk)
    whole = (f"{what}:{procurement.pk}", title, on, procurement.case, legal_basis, url, FOLLOW, act_url)
    return us.owes(*whole, lapses=lapses)
