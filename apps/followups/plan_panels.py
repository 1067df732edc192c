"""What lower pages show of the follow-up: contract, supplier, procurement, and the way to the overview."""

from collections import defaultdict
from datetime import date

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst

from apps.core.formats import iso_date
from apps.core.panels import Panel
from apps.followups.choices import CommitmentState, Intensity, PointKind, PointState, RequestState
from apps.followups.models import Evaluation, FollowUpPlan, Point, ReportRequest
from apps.followups.overview_queries import standing_words
from apps.followups.plan_cards import IN, is_in, reports_asked_for
from apps.followups.plan_queries import with_requirement
from apps.followups.standings import standings
from apps.placements.choices import WORKED_STATES, PlacementKind
from apps.placements.models import Placement
from apps.procurements.choices import COMING_PHASES
from apps.procurements.models import Contract
from apps.procurements.wording import counted, listed

VIEW, SEE_PLACEMENTS = "followups.view_followup", "placements.view_placement"
SHOWN, MOST_STRENGTHS, MOST_EVALUATIONS = 20, 6, 3
_TONES = {
    CommitmentState.FULFILLED: "good",
    CommitmentState.ON_TRACK: "info",
    CommitmentState.NOT_BEGUN: "neutral",
    CommitmentState.BEHIND: "bad",
    CommitmentState.ENDED: "bad",
}
# "har tagit emot 3 praktikanter inom måleri"
_PEOPLE = {
    PlacementKind.INTERNSHIP: ("praktikant", "praktikanter"),
    PlacementKind.APPRENTICESHIP: ("lärling", "lärlingar"),
    PlacementKind.EMPLOYMENT: ("anställd", "anställda"),
    PlacementKind.MENTORSHIP: ("deltagare med yrkesmentor", "deltagare med yrkesmentor"),
}


def procurement_list(request, organisation) -> Panel | None:
    """The door to the overview on the list of procurements."""
    if not request.user.has_perm(VIEW, organisation):
        return None
    return Panel("Uppföljning", "followups/_door.html", {})


def contract(request, contract) -> Panel | None:
    """How closely the contract is followed up and what comes next; None without a requirement or the right to see."""
    rows = with_requirement(Contract.objects.visible_to(request.user, VIEW).filter(pk=contract.pk))
    if not rows.exists():
        return None
    today = timezone.localdate()
    plan = FollowUpPlan.objects.filter(contract=contract).first()
    planned = Point.objects.filter(contract=contract, state=PointState.PLANNED).order_by("due_on", "pk")
    points = planned.prefetch_related(reports_asked_for())[:3]
    context = {
        "intensity": Intensity(plan.intensity).label if plan else "",
        "points": [_point(point, today) for point in points],
        "url": reverse("followup_plan", args=[contract.pk]),
    }
    return Panel("Uppföljning", "followups/_contract_panel.html", context)


def supplier(request, supplier) -> Panel | None:
    """Promise and delivery over all contracts and authorities the viewer follows, and what the supplier is good at."""
    contracts = Contract.objects.visible_to(request.user, VIEW).filter(parties__supplier=supplier)
    shown = list(
        with_requirement(contracts).select_related("procurement", "organisation").order_by("-starts_on", "-pk")[:SHOWN]
    )
    if not shown:
        return None
    found = standings(shown, today=timezone.localdate())
    rows = [_commitment(contract, each) for contract in shown for each in found.get(contract.pk, [])]
    context = {
        "rows": rows,
        "lead": _supplier_lead(shown, rows),
        "strengths": strengths(supplier, request.user),
        "reports": _reports(supplier, request.user),
    }
    return Panel("Lovat och levererat", "followups/_supplier_panel.html", context)


def procurement(request, row) -> Panel | None:
    """What the latest contracts of the same thing taught, while the next is prepared."""
    if row.phase not in COMING_PHASES or not row.cpv_id:
        return None
    rows = Evaluation.objects.visible_to(request.user, VIEW).filter(organisation=row.organisation_id)
    rows = rows.filter(contract__procurement__cpv__code__startswith=row.cpv_id[:3]).exclude(contract__procurement=row)
    found = rows.select_related("contract").order_by("-held_on", "-pk")[:MOST_EVALUATIONS]
    if not found:
        return None
    return Panel(
        "Lärdomar av tidigare avtal", "followups/_procurement_panel.html", {"rows": [_taught(e) for e in found]}
    )


def strengths(supplier, user) -> list[str]:
    """What the supplier has taken on residents for, the most first: "3 praktikanter inom måleri".

    One placement alone is told without its occupation: it could point at somebody.
    """
    rows = Placement.objects.visible_to(user, SEE_PLACEMENTS).standing()
    rows = rows.filter(supplier=supplier, state__in=WORKED_STATES).order_by()
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for kind, occupation, number in rows.values_list("kind", "offer__occupation").annotate(number=Count("pk")):
        counts[kind, (occupation or "") if number > 1 else ""] += number
    most = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST_STRENGTHS]
    return [_strength(kind, occupation, number) for (kind, occupation), number in most]


def _strength(kind: str, occupation: str, number: int) -> str:
    words = counted(number, *_PEOPLE[PlacementKind(kind)])
    return f"{words} inom {occupation[:1].lower()}{occupation[1:]}" if occupation else words


def _point(point: Point, today: date) -> dict:
    text, tone = f"senast {iso_date(point.due_on)}", "neutral"
    if is_in(point):
        text, tone = IN, "warn"
    elif point.due_on < today:
        text, tone = f"sen sedan {iso_date(point.due_on)}", "bad"
    label = capfirst(PointKind(point.kind).label)
    return {"label": label, "url": "", "hint": "", "status_text": text, "status_kind": tone}


def _commitment(contract: Contract, standing) -> dict:
    state = CommitmentState(standing.state)
    return {
        "contract": contract.name,
        "url": contract.get_absolute_url(),
        "organisation": contract.organisation.name,
        "promised": capfirst(str(standing.requirement)),
        "delivered": standing_words(standing),
        "state": state,
        "status_text": capfirst(state.label),
        "status_kind": _TONES[state],
    }


def _supplier_lead(contracts: list[Contract], rows: list[dict]) -> str:
    authorities = {contract.organisation_id for contract in contracts}
    start = f"{counted(len(rows), 'åtagande', 'åtaganden')} i {counted(len(contracts), 'avtal', 'avtal')}"
    start += f" hos {len(authorities)} myndigheter" if len(authorities) > 1 else ""
    done = sum(row["state"] == CommitmentState.FULFILLED for row in rows)
    late = sum(row["state"] in (CommitmentState.BEHIND, CommitmentState.ENDED) for row in rows)
    return f"{start}: {listed([f'{done} uppfyllda', f'{late} efter plan eller inte uppfyllda'])}."


def _reports(supplier, user) -> str:
    """ "4 av 5 rapporter kom i tid", empty before the first is due."""
    rows = ReportRequest.objects.visible_to(user, VIEW).filter(supplier=supplier).exclude(state=RequestState.WITHDRAWN)
    today = timezone.localdate()
    # Those that have come in time: the day they came is the day in Stockholm.
    due = rows.filter(Q(received_at__isnull=False) | Q(due_on__lt=today)).values_list("received_at", "due_on")
    days = [(received, due_on) for received, due_on in due]
    if not days:
        return ""
    in_time = sum(received is not None and timezone.localdate(received) <= due_on for received, due_on in days)
    return f"{in_time} av {len(days)} rapporter kom i tid."


def _taught(evaluation: Evaluation) -> dict:
    outcome = [
        f"{capfirst(each['name'])}: {each['told']} levererat" for each in evaluation.delivered if each.get("told")
    ]
    return {
        "name": evaluation.contract.name,
        "url": evaluation.contract.get_absolute_url(),
        "held_on": iso_date(evaluation.held_on),
        "worked": evaluation.worked,
        "change_next": evaluation.change_next,
        "dose_advice": evaluation.dose_advice,
        "outcome": outcome,
    }
