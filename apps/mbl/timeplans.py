"""A department's time plan of a procurement, read from where the consultations and the procurement stand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import prefetch_related_objects
from django.utils import timezone

from apps.accounts.access import grants_with
from apps.accounts.models import Department
from apps.core.calendar import add_working_days
from apps.mbl import standing
from apps.mbl.choices import CloseReason, Paragraph, Stage, State
from apps.mbl.gate_rules import earliest_decision, request_end
from apps.mbl.models import Assessment, Consultation
from apps.mbl.plan_ahead import StageRules
from apps.mbl.plan_sources import Sources, sources_of
from apps.mbl.plan_steps import PlanFacts, Timeplan, timeplan
from apps.mbl.schedule import Days
from apps.mbl.states import INFORMATION
from apps.procurements.choices import DEAD_PHASES, NoticeMode, Phase
from apps.procurements.models import Procurement
from apps.procurements.standstill import standstill

VIEW = "mbl.view_consultation"
# From here on the plan has been carried out, or will not be.
OVER_PHASES = (*DEAD_PHASES, Phase.CONTRACTED, Phase.FOLLOW_UP, Phase.EXTENSION)
_NOTHING_OWED = (State.NOT_REQUIRED, State.EXEMPT)
_BEFORE_MEETING = (State.PLANNED, State.CALLED, State.ADJOURNED)
_DECISIONS = {Stage.A: "decision_to_publish", Stage.B: "award"}
_PREFIX = {Stage.A: "", Stage.B: "s38_"}


@dataclass(frozen=True)
class DepartmentPlan:
    """The plan of one ordering department, with what it was counted from.

    `missing` names the planned days that nobody has set. `rows` are the department's rows in their last round.
    """

    procurement: Procurement
    department: Department
    assessment: Assessment | None
    rows: tuple[Consultation, ...]
    facts: PlanFacts
    plan: Timeplan
    missing: tuple[str, ...]
    period: standing.Period

    @property
    def is_over(self) -> bool:
        """Whether the procurement is signed, closed or cancelled, so that nothing more is planned."""
        return self.procurement.phase in OVER_PHASES

    def what_if(self, today: date, publish: date | None, sign: date | None, tender_days: int | None) -> Timeplan:
        """The plan with other anchors; nothing is saved."""
        return timeplan(self.facts.moved(publish, sign, tender_days), today)


def departments_seen(user, procurement: Procurement) -> tuple[list[Department], list[standing.Orderer]]:
    """The ordering departments whose plan the user may see, and the user's authorities that have named none."""
    grants = grants_with(user, VIEW)
    mine = [
        each
        for each in standing.orderers(procurement)
        if any(
            grant.organisation_id == each.organisation.pk
            and (grant.department_id is None or (each.department and grant.department_id == each.department.pk))
            for grant in grants
        )
    ]
    return [each.department for each in mine if each.department], [each for each in mine if not each.department]


def plan_of(procurement: Procurement, department: Department, today: date) -> DepartmentPlan:
    """The plan of an ordering department as it stands today."""
    return plans_of([(procurement, department)], today)[0]


def plans_of(pairs: Sequence[tuple[Procurement, Department]], today: date) -> list[DepartmentPlan]:
    """The plan of each procurement and ordering department; as many queries for a thousand as for one.

    Only the organisations of the departments cost queries of their own.
    """
    prefetch_related_objects([procurement for procurement, _ in pairs], "contracts")
    sources = {each: sources_of(each) for each in {department.organisation for _, department in pairs}}
    found = Assessment.objects.filter(procurement__in={procurement.pk for procurement, _ in pairs})
    assessments = {(each.procurement_id, each.department_id): each for each in found}
    rows: dict[int, list[Consultation]] = {}
    latest = Consultation.objects.latest_rounds().filter(assessment__in=assessments.values())
    for row in latest.select_related("union", "agreement"):
        rows.setdefault(row.assessment_id, []).append(row)
    plans = []
    for procurement, department in pairs:
        assessment = assessments.get((procurement.pk, department.pk))
        own = tuple(rows.get(assessment.pk, ())) if assessment else ()
        plans.append(_plan(procurement, department, assessment, own, sources[department.organisation], today))
    return plans


def _plan(
    procurement: Procurement,
    department: Department,
    assessment: Assessment | None,
    rows: tuple[Consultation, ...],
    sources: Sources,
    today: date,
) -> DepartmentPlan:
    facts = _facts(procurement, department, assessment, rows, sources, today)
    missing = {"planerad annonsering": facts.publish, "planerat avtalstecknande": facts.sign}
    return DepartmentPlan(
        procurement,
        department,
        assessment,
        rows,
        facts,
        timeplan(facts, today),
        tuple(name for name, day in missing.items() if day is None and procurement.phase not in OVER_PHASES),
        sources.period,
    )


def _facts(
    procurement: Procurement,
    department: Department,
    assessment: Assessment | None,
    rows: Sequence[Consultation],
    sources: Sources,
    today: date,
) -> PlanFacts:
    signed = min((each.signed_on for each in procurement.contracts.all() if each.signed_on), default=None)
    done, known = _of_procurement(procurement, signed, today), _set_days(procurement)
    if assessment and assessment.decided_on:
        done["assessment"] = assessment.decided_on
    period, rules = sources.period, {}
    unions = [row.union_id for row in rows] or sources.bound_to(department)
    for stage, paragraph in ((Stage.A, Paragraph.P11), (Stage.B, Paragraph.P38)):
        owed = [row for row in rows if row.stage == stage and _is_owed(row)]
        stage_done, stage_known = _of_rows(owed, stage, period)
        done, known = done | stage_done, known | stage_known
        days = sources.days(department, unions, paragraph)
        is_open = _DECISIONS[stage] not in done and not (assessment and assessment.decided_on)
        usual = [period.request_days(paragraph, union, department.pk, today) for union in unions]
        rules[stage] = _rules(owed, period, days, usual, is_open=is_open)
    publish = procurement.sent_for_publication_on or procurement.planned_publication_on
    return PlanFacts(
        publish=publish,
        sign=signed or procurement.planned_signing_on,
        tender_days=_tender_days(procurement, publish),
        known=known,
        done=done,
        a=rules[Stage.A],
        b=rules[Stage.B],
        notice=procurement.notice_mode or NoticeMode.ELECTRONIC,
        stated_days=procurement.standstill_days_stated,
    )


def _is_owed(row: Consultation) -> bool:
    """Whether a decision waits for the row: information (19 §) stops none."""
    return row.state not in _NOTHING_OWED and row.paragraph != INFORMATION


def _rules(
    owed: list[Consultation], period: standing.Period, days: Days, usual: list[int], *, is_open: bool
) -> StageRules:
    """The longest time that a union has to ask for central negotiation decides.

    While it `is_open` whether any union is heard (neither assessment nor decision is made), the plan leaves room for a
    negotiation with those that are bound, with their `usual` times.
    """
    request_days = max(
        [standing.request_days(row, period) for row in owed] or usual or [period.numbers.central_request_cd]
    )
    free_on = earliest_decision([standing.facts_of(row, period) for row in owed])
    return StageRules(
        numbers=replace(period.numbers, central_request_cd=request_days),
        days=days,
        is_owed=bool(owed) or is_open,
        is_central=any(_waits_for_central(row) for row in owed),
        free_on=free_on if owed else None,
    )


def _waits_for_central(row: Consultation) -> bool:
    return row.state in (State.CENTRAL_REQUESTED, State.CENTRAL_MET)


def _of_procurement(procurement: Procurement, signed: date | None, today: date) -> dict[str, date]:
    """What the procurement itself has done."""
    deadline = _deadline(procurement)
    still = _standstill_end(procurement)
    days = {
        "decision_to_publish": procurement.decision_to_publish_on,
        "publish": procurement.sent_for_publication_on,
        "tender_deadline": deadline if deadline and deadline < today else None,
        "award": procurement.award_decided_on,
        "standstill_end": still if still and still < today else None,
        "sign": signed,
        "result_notice": _last(each.result_notice_sent_on for each in procurement.contracts.all()),
        "documentation": _last(each.documentation_done_on for each in procurement.contracts.all()),
    }
    return {key: day for key, day in days.items() if day}


def _last(days) -> date | None:
    """The last of the days when all are there."""
    found = list(days)
    return max(found) if found and all(found) else None


def _set_days(procurement: Procurement) -> dict[str, date]:
    """Days that are set, whatever the plan would make of them."""
    days = {"tender_deadline": _deadline(procurement), "standstill_end": _standstill_end(procurement)}
    return {key: day for key, day in days.items() if day}


def _deadline(procurement: Procurement) -> date | None:
    return procurement.tender_deadline_at and timezone.localdate(procurement.tender_deadline_at)


def _standstill_end(procurement: Procurement) -> date | None:
    sent, mode = procurement.award_notice_sent_on, procurement.notice_mode
    return standstill(sent, mode, procurement.standstill_days_stated).last_day if sent and mode else None


def _tender_days(procurement: Procurement, publish: date | None) -> int | None:
    deadline = _deadline(procurement)
    days = (deadline - publish).days if deadline and publish else None
    return days if days and 0 < days <= 365 else None


def _of_rows(owed: list[Consultation], stage: Stage, period: standing.Period) -> tuple[dict, dict]:
    """What is done in a stage, when it is done with every union, and the days that follow from it."""
    if not owed:
        return {}, {}
    called = _last(row.called_on or row.closed_on for row in owed)
    met = _last(None if row.state in _BEFORE_MEETING else row.met_on or row.closed_on for row in owed)
    asked = _last(row.closed_on or row.central_requested_on for row in owed)
    ends = [_request_end(row, period) for row in owed if row.local_closed_on]
    prefix = _PREFIX[stage]
    done = {f"{prefix}call": called, "s38_meeting" if prefix else "local_meeting": met}
    done[f"{prefix}central_request"] = asked
    if stage == Stage.A:
        done |= {"material": called, "minutes": met and _minutes(owed), "central_round": _central_round(owed)}
    known = {f"{prefix}central_request": max(ends, default=None)}
    if stage == Stage.A and met:
        known["minutes"] = add_working_days(met, period.numbers.minutes_ad, period.off)
    return {key: day for key, day in done.items() if day}, {key: day for key, day in known.items() if day}


def _request_end(row: Consultation, period: standing.Period) -> date:
    return request_end(row.local_closed_on, standing.request_days(row, period), period.off)


def _minutes(owed: list[Consultation]) -> date | None:
    """The day the last minutes were approved by both parties; a party that never met has none to approve."""
    held = [row for row in owed if row.met_on and row.close_reason != CloseReason.ABSENT]
    approved = [(row.minutes_approved_employer_on, row.minutes_approved_union_on) for row in held]
    if not held:
        return _last(row.closed_on for row in owed)
    return _last(day for pair in approved for day in pair)


def _central_round(owed: list[Consultation]) -> date | None:
    asked = [row for row in owed if row.central_requested_on and not row.is_central_late]
    return _last(row.central_met_on or row.closed_on for row in asked)
