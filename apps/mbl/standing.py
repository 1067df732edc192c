"""How the consultations of a procurement stand, read for the rules: periods, rows, departments, vetoes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from apps.accounts.access import grants_with
from apps.accounts.models import Department, Organisation
from apps.mbl.choices import Paragraph, Question, Stage, State
from apps.mbl.gate_rules import Negotiated, RowFacts, frees_award, is_set_aside, request_end
from apps.mbl.models import Assessment, Consultation, Override, Union, Veto
from apps.mbl.plan_words import Numbers
from apps.mbl.queries import agreement_terms, numbers_of, plan_settings_of
from apps.mbl.route import AgreementTerms, RowPlan, covering, needed, rows
from apps.mbl.states import INFORMATION
from apps.procurements.models import Procurement

RUN = "mbl.run_consultation"


@dataclass(frozen=True, slots=True)
class Period:
    """The numbers an organisation plans with, its further days off, and the terms of its agreements."""

    numbers: Numbers
    off: frozenset[date]
    terms: tuple[AgreementTerms, ...] = ()

    def request_days(self, paragraph: Paragraph, union: int, department: int, on: date) -> int:
        """Days a union has to ask for central negotiation: those of the agreement that replaces 14 § for it on the day,
        else of the one that it is met under, else the organisation's own.
        """
        for each in (Paragraph.P14, paragraph):
            if agreement := covering(self.terms, each, union, department, on):
                return agreement.central_request_days
        return self.numbers.central_request_cd


@dataclass(frozen=True, slots=True)
class Orderer:
    """An authority of a procurement with its ordering department, None while none is named."""

    organisation: Organisation
    department: Department | None


def period_of(organisation: Organisation) -> Period:
    """The organisation's own numbers and days off, or those that are shipped."""
    settings = plan_settings_of(organisation)
    return Period(numbers_of(settings), frozenset(settings.days_off), tuple(agreement_terms(organisation)))


def request_days(row: Consultation, period: Period) -> int:
    """Days to ask for central negotiation, as `Period.request_days`, of a row: counted with the agreement it is met
    under, and with the one that replaces 14 § on the day the local negotiation ends, or is set to.
    """
    on = row.local_closed_on or row.adjourned_to or row.meeting_on or timezone.localdate(row.created_at)
    replacing = covering(period.terms, Paragraph.P14, row.union_id, row.department_id, on)
    if replacing:
        return replacing.central_request_days
    return row.agreement.central_request_days if row.agreement else period.numbers.central_request_cd


def request_end_of(row: Consultation) -> date | None:
    """The last day to ask for central negotiation about a row; None before it ended in local disagreement."""
    if row.local_closed_on is None:
        return None
    period = period_of(row.organisation)
    return request_end(row.local_closed_on, request_days(row, period), period.off)


def basis_of(row: Consultation) -> str:
    """The paragraph that a row rests on, or the agreement that takes its place."""
    paragraph = f"{row.paragraph} § MBL"
    return f"{row.agreement.name} i stället för {paragraph}" if row.agreement else paragraph


def facts_of(row: Consultation, period: Period) -> RowFacts:
    """A row as the gate reads it."""
    return RowFacts(
        name=str(row.union),
        state=row.state,
        closed_on=row.closed_on,
        local_closed_on=row.local_closed_on,
        is_information=row.paragraph == INFORMATION,
        request_days=request_days(row, period),
        off=period.off,
    )


def stage_rows(assessment: Assessment, stage: Stage) -> list[RowFacts]:
    """The latest round of every union in a stage, as the gate reads it."""
    period = period_of(assessment.organisation)
    latest = Consultation.objects.latest_rounds().filter(assessment=assessment, stage=stage)
    return [facts_of(row, period) for row in latest.select_related("union", "agreement")]


def orderers(procurement: Procurement) -> list[Orderer]:
    """Every authority that buys, each with the department that owns the duty to negotiate (fact 41)."""
    own = Orderer(procurement.organisation, procurement.department)
    parties = procurement.parties.select_related("organisation", "department").order_by("pk")
    return [own, *(Orderer(party.organisation, party.department) for party in parties)]


def consults(organisation: Organisation) -> bool:
    """Whether the organisation has registered any union: one that has not started with MBL is not locked."""
    return Union.objects.filter(organisation=organisation, is_active=True).exists()


def may_run(user, department: Department) -> bool:
    """Whether the user acts for the department as employer (fact 42)."""
    return any(
        grant.organisation_id == department.organisation_id and grant.department_id in (None, department.pk)
        for grant in grants_with(user, RUN)
    )


def plan_rows(department: Department, answers: Mapping[str, bool], on: date) -> list[RowPlan]:
    """The rows that the answers ask for today, one per bound union and stage, also those an exemption may free."""
    terms = agreement_terms(department.organisation)
    unions = Union.objects.bound_to(department).values_list("pk", flat=True)
    asked = needed({Question(key): is_yes for key, is_yes in answers.items()})
    return rows(asked, unions, terms, on, department=department.pk)


def unions_without_row(assessment: Assessment, stage: Stage, on: date) -> list[str]:
    """Unions that were bound after the assessment, so that the stage has no row for them."""
    answers = dict(assessment.answers.values_list("question", "is_yes"))
    planned = {each.union for each in plan_rows(assessment.department, answers, on) if each.stage == stage}
    there = assessment.consultations.filter(stage=stage).values_list("union", flat=True)
    return [union.name for union in Union.objects.filter(pk__in=planned - set(there))]


def standing_vetoes(procurement: Procurement) -> list[Veto]:
    """The vetoes that hold: not those declared after a decision for exceptional reasons (40 § MBL)."""
    found = procurement.vetoes.blocking().select_related("union", "supplier", "consultation").order_by("pk")
    return [veto for veto in found if not is_set_aside(veto.declared_on, _overridden(veto))]


def stops_award(veto: Veto) -> bool:
    """Whether the award waits for a veto: until all unions have been heard again about somebody else (fact 50)."""
    latest = Consultation.objects.latest_rounds().filter(assessment=veto.consultation.assessment_id, stage=Stage.B)
    owed = latest.exclude(state__in=(State.EXEMPT, State.NOT_REQUIRED))
    heard = [Negotiated(*row) for row in owed.values_list("round_number", "supplier")]
    return not frees_award(veto.supplier_id, veto.consultation.round_number, heard)


def _overridden(veto: Veto) -> Iterable[date]:
    row = veto.consultation
    made = Override.objects.filter(procurement=veto.procurement_id, department=row.department_id, stage=row.stage)
    return made.values_list("decided_on", flat=True)
