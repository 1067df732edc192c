"""A painter's contract with two commitments and two placements, and a report asked of Petra at the painter's."""

from datetime import date, timedelta
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from apps.followups.report_asking import ask
from apps.followups.report_links import token_of
from apps.followups.report_targets import Target
from procurement_csr import people

TODAY = timezone.localdate()
PDF = b"%PDF-1.7\n1 0 obj\nendobj\n%%EOF"


def painting(organisation, **fields):
    """A contract that asks for two places, whose attempts count, and a hundred hours."""
    procurement = people.make_procurement(organisation, "Målning av skolor", **fields)
    contract = people.make_contract(
        procurement,
        people.make_supplier("Målarna i Väst AB"),
        number="M-12",
        starts_on=TODAY - timedelta(300),
        ends_on=TODAY + timedelta(400),
    )
    places = {"kind": "internship", "unit": "places", "count": 2, "counts_attempts": True, "due_on": TODAY}
    people.make_requirement(contract, **places)
    people.make_requirement(contract, kind="employment", unit="hours", count=100, due_on=TODAY + timedelta(30))
    for number in (12, 14):
        people.make_placement(contract, number=number, started_on=TODAY - timedelta(100))
    return contract


def asked(officer, contract, **fields):
    """The report, asked of Petra until in ten days."""
    values = {"kind": "report", "due_on": TODAY + timedelta(10), "period_to": TODAY + timedelta(10)}
    values |= {"contact_name": "Petra", "contact_email": "petra@exempel.se", "period_from": contract.starts_on}
    return ask(by=officer, target=Target(contract, contract.suppliers.get(), **values | fields), now=timezone.now())


def url(report, name="report_link", *rest) -> str:
    """A page of the report, as its link opens it now."""
    return reverse(name, args=[token_of(report), *rest])


def seen(response) -> str:
    """The hidden mark of the step's page."""
    return response.context["step"].seen


def post_step(client, report, key, **data):
    """Fill in a step as its page was just opened."""
    address = url(report, "report_step", key)
    return client.post(address, {"seen": seen(client.get(address)), **data})


def fill(client, report):
    """Both commitments and one of the placements."""
    places = {"offered": "2", "filled": "1", "unfilled_reason": "no_candidate", "has_documented_attempts": "on"}
    post_step(client, report, "1", **places, attempts="Vi ringde matcharen två gånger.")
    post_step(client, report, "2", hours="62,5", attempts="")
    post_step(client, report, "placeringar", **{"p12-answer": "goes_on", "p14-answer": "led_to_job"})


def file(name="Intyg.pdf", content=PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, BytesIO(content).read())


def received(client, officer, contract, **fields):
    """A report that Petra has sent."""
    report = asked(officer, contract, **fields)
    fill(client, report)
    client.post(url(report, "report_submit"), {"reporter": "Petra Ek"})
    report.refresh_from_db()
    assert report.state == "received"
    return report


def day(text: str) -> date:
    return date.fromisoformat(text)
