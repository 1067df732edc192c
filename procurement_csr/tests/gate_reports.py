"""The gate's visits to suppliers' reports: the authority's pages, and those a link opens on a telephone."""

from datetime import timedelta

from django.utils import timezone

from apps.followups import report_review
from apps.followups.models import ReportRequest
from apps.followups.report_actions import enter
from apps.followups.report_asking import ask
from apps.followups.report_contents import placements_of, requirements_of
from apps.followups.report_links import list_token_of, token_of
from apps.followups.report_targets import Target
from apps.suppliers.models import SupplierContact
from procurement_csr import people
from procurement_csr.tests.gate_visit import BOTH, EMPTY, NONSENSE, Visit

SUPPLIER_REPORT_VISITS = (
    *(Visit("report_list", "officer", query=f"?visa={tab}") for tab in ("begar", "saknas", "sena", "granska", "klara")),
    Visit("report_list", "matcher"),
    Visit("report_list", "officer", query="?visa=sena&q=finnsinte"),
    Visit("report_request", "officer"),
    Visit("report_request", "officer", query="?avtal={reported_contract}", refuses=(NONSENSE,)),
    Visit("report_detail", "officer", "asked_report"),
    Visit("report_detail", "officer", "received_report"),
    Visit("report_detail", "matcher", "received_report"),
    Visit("report_detail", "coordinator", "accepted_report"),
    Visit("report_enter", "officer", "asked_report", refuses=BOTH),
    Visit("report_accept", "officer", "received_report", refuses=(NONSENSE,)),
    Visit("report_more", "officer", "received_report", refuses=BOTH),
    Visit("report_reject", "officer", "received_report", refuses=BOTH),
    Visit("report_withdraw", "officer", "asked_report", refuses=(EMPTY,)),
    Visit("report_link_renew", "officer", "asked_report", refuses=(NONSENSE,)),
    Visit("report_link", obj="asked_link"),
    Visit("report_link", obj="returned_link"),
    Visit("report_link", obj="received_link"),
    Visit("report_link", obj="expired_link", status=410),
    Visit("report_step", obj="places_step", refuses=BOTH),
    Visit("report_step", obj="placements_step", refuses=(NONSENSE,)),
    Visit("report_evidence", obj="asked_link", refuses=(EMPTY,)),
    Visit("report_submit", obj="asked_link", refuses=(EMPTY,)),
    Visit("report_handover", obj="asked_link", refuses=BOTH),
    Visit("report_links", obj="report_list_link"),
)
SUPPLIER_REPORT_NOT_PAGES = {
    "evidence_download": "a file to save",
    "report_renew": "POST only, what it answers is the page of a closed link",
}
_LONG = "Fasadrenoveringsentreprenadsamverkansavtalet"


def addresses_of_supplier_reports(organisation, officer) -> dict:
    """A contract with long words, and its reports: asked for, come, sent back, accepted, and with a dead link."""
    today = timezone.localdate()
    supplier = people.make_supplier(f"{_LONG} AB", is_demo=True)
    SupplierContact.objects.create(supplier=supplier, organisation=organisation, name="Petra", email="p@exempel.se")
    procurement = people.make_procurement(organisation, f"Måleri {_LONG}", responsible=officer)
    contract = people.make_contract(procurement, supplier, title=_LONG, starts_on=today - timedelta(200))
    places = {"kind": "internship", "unit": "places", "count": 2, "counts_attempts": True}
    people.make_requirement(contract, **places, due_on=today)
    people.make_requirement(contract, unit="hours", count=100, due_on=today + timedelta(9))
    for _ in range(3):
        people.make_placement(contract, started_on=today - timedelta(90))
    point = people.make_point(contract, due_on=today + timedelta(30))
    days = {"asked": 5, "received": 6, "returned": 7, "accepted": 8, "expired": -40}
    made = {name: _asked(officer, contract, today + timedelta(in_days)) for name, in_days in days.items()}
    for name in ("received", "returned", "accepted"):
        _entered(officer, made[name])
    now, why = timezone.now(), f"Vilka veckor gäller det? {_LONG} " * 4
    report_review.ask_more(by=officer, report=made["returned"], comment=why, due_on=today, now=now)
    report_review.accept(by=officer, report=made["accepted"], amounts={}, comment="Tack!", now=now)
    ReportRequest.objects.filter(pk=made["expired"].pk).update(link_expires_at=now)
    return {
        "reported_contract": contract.pk,
        "report_point": point.pk,
        **{f"{name}_report": report.pk for name, report in made.items()},
        **{f"{name}_link": token_of(report) for name, report in made.items()},
        "places_step": (token_of(made["asked"]), "1"),
        "placements_step": (token_of(made["asked"]), "placeringar"),
        "report_list_link": list_token_of(made["asked"]),
    }


def _asked(officer, contract, due_on) -> ReportRequest:
    to = {"contact_name": "Petra", "contact_email": "p@exempel.se", "period_from": contract.starts_on}
    target = Target(
        contract, contract.suppliers.get(), "report", due_on, period_to=max(due_on, contract.starts_on), **to
    )
    return ask(by=officer, target=target, now=timezone.now())


def _entered(officer, report) -> None:
    places, hours = requirements_of(report)
    said = {"offered": 2, "filled": 1, "unfilled_reason": "no_candidate", "attempts": f"Vi ringde. {_LONG} " * 5}
    lines = {places.pk: said, hours.pk: {"hours": 62}}
    placed = {each.pk: {"answer": "goes_on"} for each in placements_of(report)}
    told = {"lines": lines, "placements": placed, "reporter": "Petra Ek", "now": timezone.now()}
    enter(by=officer, report=report, **told)
    report.evidence.create(title=f"{_LONG}.pdf", content_type="application/pdf", size=14, sha256="0" * 64)
