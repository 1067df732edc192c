"""Every form of the app is sent what nobody means: each is answered with a sentence, and nothing is saved."""

from dataclasses import dataclass, field
from datetime import date

import pytest
from django.urls import reverse
from pghistory.models import Context

from apps.core.tests.hostile import as_sent, refused_wrongly
from apps.procurements.forms import PLANNED
from apps.procurements.models import (
    Clause,
    ExtensionOption,
    GuidelineVersion,
    Lot,
    ProcurementParty,
    Requirement,
    RequirementDecision,
    Threshold,
)
from apps.procurements.tests.moving import publication
from procurement_csr.people import (
    make_contract,
    make_department,
    make_organisation,
    make_person,
    make_procurement,
    make_supplier,
)


@dataclass(frozen=True)
class Page:
    """An address, who fills it in, its object, right answers, and the fields that are dropped with those answers."""

    name: str
    thing: str | None = None
    person: str = "olivia"
    answers: dict = field(default_factory=dict)
    query: str = ""
    dropped: tuple[str, ...] = ()


NUMERIC = "?klausul=utan&modell=numeric&insats=employment"
BONUS = "?klausul=utan&modell=bonus&insats=employment"
RESERVED = "?klausul=utan&modell=reserved&insats="
SANCTIONED = {"count": "2", "clause_text": "Vite utgår.", "penalty_amount": "1000", "penalty_unit": "week"}
DECIDED = {"decided_by": "KF", "reference": "§ 1", "decided_on": "2026-01-02", "valid_from": "2026-02-01"}
# Each move: the phase before it, what the row has by then, and what is answered.
AWARDED = {"procedure": "open", "award_decided_on": date(2024, 5, 2)}
NOTIFIED = AWARDED | {"award_notice_sent_on": date(2024, 5, 3), "notice_mode": "electronic"}
MOVES = {
    "preparation": ("need", {}, {"kind": "services", "estimated_value": "1500000"}),
    "published": ("preparation", {}, {**publication(), "tender_deadline_at": "2024-04-15T12:00"}),
    "awarded": ("evaluation", {}, {"award_decided_on": "2024-05-02"}),
    "standstill": ("awarded", AWARDED, {"award_notice_sent_on": "2024-05-03", "notice_mode": "electronic"}),
    "contracted": ("standstill", NOTIFIED, {"signed_on": "2024-06-03"}),
    "cancelled": ("tendering", {}, {"cancelled_on": "2024-06-03", "reason": "Inga anbud."}),
    "review_pending": ("standstill", NOTIFIED, {"review_applied_on": "2024-05-06"}),
}
PAGES = (
    Page("procurement_create", answers={"origin": "new", "title": "Nytt", "step": "3"}, dropped=("published_on",)),
    Page(
        "procurement_create", answers={"origin": "published", "title": "Nytt", "step": "3"}, dropped=(*PLANNED, "step")
    ),
    Page("procurement_update", "given"),
    *[Page("procurement_move", phase, answers=answers) for phase, (_, _, answers) in MOVES.items()],
    Page("contract_create", "case", answers={"number": "B-1", "add_supplier": "supplier"}),
    Page("contract_update", "contract"),
    Page("contract_decline", "bare_contract", answers={"reason": "Kort.", "on": "2026-01-02"}),
    Page("requirement_create", "bare_contract", answers=SANCTIONED, query=NUMERIC),
    Page("requirement_create", "contract", answers={"count": "2", "bonus_rate": "5"}, query=BONUS),
    Page("procurement_requirement_create", "case", answers={"reserved_share": "30"}, query=RESERVED),
    Page("requirement_update", "requirement", query=NUMERIC),
    Page("party_create", "case", answers={"organisation": "third", "share_percent": "10"}),
    Page("party_update", "party"),
    Page("lot_create", "case", answers={"number": "B", "title": "Tak"}),
    Page("lot_update", "lot"),
    Page("option_create", "contract", answers={"months": "12", "last_call_on": "2027-06-30", "outcome": "open"}),
    Page("option_update", "option"),
    Page("priority_update", "case"),
    Page("candidates_update", "case", "malte", {"candidates": "1"}),
    Page("decision_create", "case", answers={"decided": "dialog", "motive": "Prövat.", "decided_on": "2026-01-02"}),
    Page("guideline_create", None, "carin", {"title": "Ny"}),
    Page("guideline_update", "draft", "carin"),
    Page(
        "guideline_decide",
        "draft",
        "carin",
        {"decided_by": "KF", "reference": "§ 1", "decided_on": "2026-01-02", "valid_from": "2026-02-01"},
    ),
    Page("guideline_in_place", "decided", "carin", {"on": "2026-01-02", "motive": "Resten görs i vår."}),
    Page("clause_create", "draft", "carin", {"title": "Ny", "model": "dialog", "text": "Samverka."}),
    Page("clause_update", "clause", "carin"),
    Page("threshold_create", None, "adam", {"valid_from": "2028-01-01", "source": "SFS", "works": "1"}),
    Page("threshold_update", "threshold", "adam"),
)


@pytest.fixture
def world(request, helsingborg, haninge, property_department, malte):
    """One of each thing a form is about, and foreign rows by model for the fields that choose a row."""
    case = make_procurement(helsingborg, "Måleri", department=property_department, kind="services")
    supplier = make_supplier()
    contract = make_contract(case, supplier)
    decided = GuidelineVersion.objects.create(
        organisation=helsingborg,
        title="R 1",
        decided_by="KF",
        decided_on=date(2024, 1, 2),
        valid_from=date(2024, 1, 2),
    )
    draft = GuidelineVersion.objects.create(organisation=helsingborg, title="R 2")
    foreign = make_contract(theirs := make_procurement(haninge), kind="framework")
    dates = {name: date(2024, 3, 1) for name in ("decision_to_publish_on", "sent_for_publication_on", "published_on")}
    rows = {
        "case": case,
        "given": make_procurement(helsingborg, phase="published", **dates),
        "contract": contract,
        "bare_contract": make_contract(case, supplier),
        "requirement": Requirement.objects.create(contract=contract, kind="employment", model="numeric", count=2),
        "party": ProcurementParty.objects.create(procurement=case, organisation=haninge),
        "third": make_organisation("Nynäshamn"),
        "lot": Lot.objects.create(procurement=case, number="A", title="Fasader"),
        "option": ExtensionOption.objects.create(contract=contract, months=12, last_call_on=date(2027, 6, 30)),
        "draft": draft,
        "decided": decided,
        "clause": Clause.objects.create(guideline=draft, title="D", model="dialog", text="Samverka."),
        "threshold": Threshold.objects.create(valid_from=date(2030, 1, 1), source="SFS", works=1),
        "supplier": supplier,
    }
    strangers = [
        foreign,
        helsingborg,
        make_department(make_organisation("Ystad")),
        make_person("Frida", "officer", haninge),
        Lot.objects.create(procurement=theirs, number="F", title="Främmande"),
    ]
    return rows | {"foreign": {type(row): row.pk for row in strangers}}


def opened(page: Page, world, client) -> tuple[str, dict, dict]:
    """The page's address, the fields of its form, and right answers to all of them as a browser would send them."""
    if page.name == "procurement_move":
        before, values, _ = MOVES[page.thing]
        case = make_procurement(
            world["case"].organisation, phase=before, kind="services", department=world["case"].department, **values
        )
        RequirementDecision.objects.create(
            procurement=case, decided="dialog", motive="Prövat.", decided_on=date(2024, 1, 2)
        )
        make_contract(case, world["supplier"])
        arguments = [case.pk, page.thing]
    else:
        arguments = [world[page.thing].pk] if page.thing else []
    url = reverse(page.name, args=arguments) + page.query
    form = client.get(url).context["form"]
    answers = {name: getattr(world.get(value), "pk", value) for name, value in page.answers.items()}
    return url, form.fields, as_sent(form, answers)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.name}-{page.thing}{page.query}")
def test_what_nobody_means_is_refused_beside_its_field_and_saves_nothing(request, sign_in, world, page):
    client = sign_in(request.getfixturevalue(page.person))
    url, fields, answers = opened(page, world, client)
    saved = Context.objects.count()
    assert refused_wrongly(client, url, fields, answers, world["foreign"], page.dropped) == []
    right = client.post(url, answers)
    assert right.status_code == 302, f"refused without hostility too: {right.context['form'].errors}"
    assert Context.objects.count() > saved
