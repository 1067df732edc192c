"""Dates of procurements that somebody must act on (DOMAIN 2). Only open ones: what is done gives none.

A joint procurement's dates are shown to each party's department too, as something to know: the lead acts on them.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from django.db.models import Exists, OuterRef
from django.utils import timezone

from apps.accounts.models import Organisation
from apps.core.addresses import address, numbered
from apps.core.deadlines import Deadline
from apps.procurements import contract_deadlines, guideline_deadlines, periods, signing
from apps.procurements.choices import COMING_PHASES, DEAD_PHASES, Phase, Procedure
from apps.procurements.models import PriorityAnswers, Procurement, ProcurementParty, RequirementDecision
from apps.procurements.owed import CHANGE, GUIDELINE, Owed

FOLLOW, ANSWER = "procurements.follow_procurement", "procurements.answer_candidates"
# What only the authority that holds the case can do is nothing for the others to know.
ITS_OWN = (CHANGE, ANSWER)
ASKING = (Phase.PUBLISHED, Phase.TENDERING)


@dataclass(frozen=True)
class _Party:
    """On whose behalf the dates are read: the organisation, and its part in each joint procurement.

    `page` gives the address of a procurement.
    """

    organisation_id: int
    joint: dict[int, ProcurementParty]
    page: Callable[[int], str]

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
            context_url=self.page(procurement.pk),
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
    parties = ProcurementParty.objects.filter(organisation=organisation)
    joint = {party.procurement_id: party for party in parties}
    us = _Party(organisation.pk, joint, numbered("procurement_detail"))
    procurements = Procurement.objects.of(organisation).exclude(phase__in=DEAD_PHASES)
    procurements = procurements.filter(pk=procurement) if procurement else procurements
    if procurement is None:
        yield from guideline_deadlines.owed(organisation, since, until)
    found = chain(
        chain.from_iterable(_of(row) for row in _running(procurements)),
        contract_deadlines.owed(organisation, since, until, procurement),
    )
    for owed in found:
        is_theirs = owed.procurement.pk in us.joint and owed.permission in ITS_OWN
        if since <= owed.due_on <= until and not is_theirs:
            yield us.deadline(owed)


def _running(procurements):
    """Procurements before the contract, with what decides whether their dates are open."""
    rows = procurements.filter(phase__in=(*COMING_PHASES, *ASKING, Phase.EVALUATION, Phase.AWARDED, Phase.STANDSTILL))
    decisions = RequirementDecision.objects.filter(procurement=OuterRef("pk"))
    answers = PriorityAnswers.objects.filter(procurement=OuterRef("pk"), candidates__isnull=False)
    return rows.annotate(is_decided=Exists(decisions), has_candidates=Exists(answers)).order_by("pk")


def _of(procurement: Procurement) -> Iterator[Owed]:
    if procurement.phase in COMING_PHASES and procurement.planned_publication_on:
        yield from _coming(procurement, procurement.planned_publication_on)
    if procurement.phase in ASKING:
        yield from _asking(procurement)
    if procurement.phase in (Phase.AWARDED, Phase.STANDSTILL):
        yield from _standstill(procurement)


def _coming(procurement: Procurement, on: date) -> Iterator[Owed]:
    """Before the planned publication: decide about the requirement, say what candidates there are, and publish."""
    if not procurement.is_decided:
        decide = address("decision_create", procurement.pk)
        title = "Besluta om sociala krav före annonseringen"
        yield _owed(procurement, "decision", title, on, GUIDELINE, act_url=decide)
    if not procurement.has_candidates:
        answer = address("candidates_update", procurement.pk)
        title = "Ange hur många kandidater som kan passa"
        yield Owed(f"candidates:{procurement.pk}", title, on, procurement, "", answer, ANSWER)
    title = "Annonsera, eller ändra den planerade dagen"
    yield _owed(procurement, "publication", title, on, "upphandlingsplanen")


def _asking(procurement: Procurement) -> Iterator[Owed]:
    """While suppliers ask and offer."""
    close, deadline_at = procurement.questions_close_on, procurement.tender_deadline_at
    if close:
        title = "Sista dag för leverantörernas frågor"
        yield _owed(procurement, "questions", title, close, "upphandlingsdokumenten", lapses=True)
    if deadline_at is None:
        return
    moment = timezone.localtime(deadline_at)
    answers_on = periods.latest_answers_on(moment.date(), procurement.is_accelerated)
    below = procurement.procedure == Procedure.NOTICE_BELOW_THRESHOLD
    paragraph = "19 kap. 13 § LOU" if below else "12 kap. 11 § LOU"
    title = "Sista dag att svara på leverantörernas frågor"
    yield _owed(procurement, "answers", title, answers_on, paragraph, lapses=True)
    title = f"Anbudstiden går ut kl. {moment:%H.%M}: öppna anbuden"
    open_them = _move(procurement, Phase.EVALUATION) if procurement.phase == Phase.TENDERING else ""
    yield _owed(procurement, "tender", title, moment.date(), "12 kap. 10 § LOU", act_url=open_them)


def _standstill(procurement: Procurement) -> Iterator[Owed]:
    """The first day a contract may be signed, after the standstill or the ten days after a judgment."""
    if (allowed_from := sign_from(procurement)) is None:
        return
    is_after_court = procurement.court_decided_on is not None and not procurement.is_standstill_lifted
    what = "Tiodagarsfristen" if is_after_court else "Avtalsspärren"
    last_day = allowed_from - timedelta(days=1)
    paragraph = "20 kap. 10 § LOU" if is_after_court else "20 kap. 1 § LOU"
    title = f"{what} går ut {last_day}: teckna avtal"
    sign = _move(procurement, Phase.CONTRACTED) if procurement.phase == Phase.STANDSTILL else ""
    yield _owed(procurement, "signing", title, allowed_from, paragraph, act_url=sign)


def sign_from(procurement: Procurement) -> date | None:
    """The first day a contract may be signed after the notice of award; None when that is not known or stopped."""
    if procurement.award_notice_sent_on is None:
        return None
    try:
        rule = signing.rule_of(procurement)
    except ValueError:
        return None
    return None if rule is None or rule.is_blocked else rule.allowed_from


def _move(procurement: Procurement, phase: Phase) -> str:
    return address("procurement_move", procurement.pk, phase)


def _owed(procurement: Procurement, what: str, title: str, on: date, legal_basis: str, *, act_url="", lapses=False):
    return Owed(
        key=f"{what}:{procurement.pk}",
        title=title,
        due_on=on,
        procurement=procurement,
        legal_basis=legal_basis,
        url=procurement.get_absolute_url(),
        permission=FOLLOW,
        act_url=act_url,
        lapses=lapses,
    )
