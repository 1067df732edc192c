"""The gate's visits to versions of the guideline: one in force and one that is being revised, with long words."""

from datetime import timedelta

from django.utils import timezone

from apps.procurements import guideline_acknowledging, guideline_rollout, guidelines, kind_actions
from apps.procurements.models import RequirementDecision
from procurement_csr import people
from procurement_csr.tests.gate_visit import BOTH, Visit

GUIDELINE_VISITS = (
    Visit("guideline_list", "coordinator"),
    Visit("guideline_list", "department"),
    Visit("guideline_detail", "coordinator", "decided_guideline"),
    Visit("guideline_detail", "coordinator", "draft_guideline"),
    Visit("guideline_create", "coordinator", refuses=BOTH),
    Visit("guideline_update", "coordinator", "draft_guideline", refuses=BOTH),
    Visit("guideline_decide", "coordinator", "draft_guideline", refuses=BOTH),
    Visit("guideline_propose", "coordinator", "draft_guideline", refuses=BOTH),
    Visit("guideline_rollout_update", "coordinator", "decided_guideline", refuses=BOTH),
    Visit("guideline_reading_update", "coordinator", "decided_guideline", refuses=BOTH),
    Visit("guideline_detail", "matcher", "decided_guideline"),
    Visit("requirement_kind_list", "coordinator"),
    Visit("requirement_kind_list", "matcher"),
    Visit("requirement_kind_update", "administrator", "late_kind", refuses=BOTH),
    Visit("requirement_kind_update", "coordinator", "usual_kind", refuses=BOTH),
    Visit("guideline_in_place", "coordinator", "decided_guideline", refuses=BOTH),
    Visit("guideline_procurements", "coordinator", "decided_guideline"),
    Visit("guideline_procurements", "officer", "draft_guideline"),
    Visit("guideline_procurements", "department", "decided_guideline", "?foljer=missing"),
    Visit("guideline_compare", "officer", "draft_guideline"),
    Visit("guideline_compare", "officer", "draft_guideline", "?med=0", status=422),
    Visit("clause_detail", "coordinator", "clause"),
)
GUIDELINE_NOT_PAGES = {"guideline_acknowledge": "POST only, the version's page shows what it says"}
_LONG = "Arbetsmarknadsförvaltningssamverkansupphandlingens riktlinjer"


def addresses_of_guidelines(organisation) -> dict:
    """A version in force, and a draft that changed a weight, a limit, one clause's text and another's title."""
    today = timezone.localdate()
    first = {"title": "Riktlinje för sociala krav i gatetestet", "decided_goal_on": today, "in_place_goal_on": today}
    decided = guidelines.create_guideline(by=None, organisation=organisation, **first)
    decision = {"decided_by": "Kommunfullmäktige", "decided_on": today, "reference": "KF § 8", "valid_from": today}
    guidelines.decide_guideline(by=None, guideline=decided, today=today, **decision)
    draft = guidelines.create_guideline(by=None, organisation=organisation, title=f"{_LONG} {'R' * 60}")
    _introduce(decided, organisation, today)
    rules = {"weights": draft.weights | {"value": 30}, "limits": draft.limits | {"numeric_from": 75}}
    guidelines.update_guideline(by=None, guideline=draft, title=draft.title, **rules)
    clause, other, *_ = draft.clauses.order_by("pk")
    guidelines.update_clause(by=None, clause=clause, text=clause.text.replace("skriftligt", "muntligt"))
    guidelines.update_clause(by=None, clause=other, title=f"{_LONG} {'C' * 60}")
    late = {"kind": "summer_job", "starts_on": today + timedelta(days=60)}
    kind_actions.set_kind_start(by=None, organisation=organisation, **late)
    kinds = {"late_kind": late["kind"], "usual_kind": "internship"}
    return {"decided_guideline": decided.pk, "draft_guideline": draft.pk, "clause": clause.pk} | kinds


def _introduce(guideline, organisation, today) -> None:
    """Published, in place with a motive, and followed by one of two procurements."""
    told = {"published_on": today, "published_url": f"https://exempel.se/{'a' * 120}"}
    told |= {"seminars_held_on": today, "seminars_reference": f"{_LONG} {'S' * 60}"}
    guideline = guideline_rollout.save_rollout(by=None, guideline=guideline, today=today, **told)
    asked = {"roles": ["officer", "coordinator", "matcher", "department"], "due_on": today, "today": today}
    guideline = guideline_acknowledging.ask_to_read(by=None, guideline=guideline, **asked)
    for title in (f"{_LONG} {'U' * 60}", "Utan beslut"):
        published = {"guideline": guideline, "phase": "published", "published_on": today}
        procurement = people.make_procurement(organisation, title, **published)
    decision = {"decided": "dialog", "recommended": "numeric", "motive": f"{_LONG}.", "decided_on": today}
    RequirementDecision.objects.create(procurement=procurement, **decision)
    guideline_rollout.put_in_place(by=None, guideline=guideline, on=today, today=today, motive=f"{_LONG}. " * 5)
