"""What the authority does with reports: asks, reads, accepts, sends back, enters itself; and what then counts."""

import uuid
from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from django.utils.module_loading import import_string

from apps.followups import report_review
from apps.followups.models import ReportRequest
from apps.followups.report_asking import ask_many
from apps.followups.report_targets import targets
from apps.followups.tests.reporting import TODAY, asked, file, painting, received, url
from apps.placements.models import Credit
from apps.suppliers.models import SupplierContact
from procurement_csr import people

# The floor above, looked up by name: what it makes of these rows is part of the promise.
OutboxMail = import_string("apps.reminders.models.OutboxMail")

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _places(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    settings.EMAIL_BACKEND = "apps.reminders.outbox_backend.EmailBackend"


@pytest.fixture
def contract(helsingborg):
    return painting(helsingborg)


@pytest.fixture
def sent(client, olivia, contract):
    return received(client, olivia, contract)


def add_contact(contract, **fields):
    values = {"supplier": contract.suppliers.get(), "organisation": contract.organisation}
    return SupplierContact.objects.create(**values | {"name": "Petra Ek", "email": "petra@exempel.se"} | fields)


def amounts(report, **given):
    lines = {line.requirement.unit: line.pk for line in report.lines.all()}
    return {f"amount_{lines[unit]}": value for unit, value in given.items()}


def test_accepting_counts_hours_and_documented_attempts(sign_in, olivia, sent):
    page = sign_in(olivia).get(reverse("report_accept", args=[sent.pk]))
    proposed = {field.label: field.value() for field in page.context["form"] if field.name != "comment"}
    assert list(proposed.values()) == ["1", "62,5"]
    answer = sign_in(olivia).post(
        reverse("report_accept", args=[sent.pk]), amounts(sent, places="1", hours="60,5") | {"comment": "Tack!"}
    )
    assert answer.url == sent.get_absolute_url()
    sent.refresh_from_db()
    assert (sent.state, sent.draft, sent.settled_by) == ("accepted", {}, olivia)
    found = Credit.objects.order_by("pk").values_list("kind", "amount", "requirement__unit")
    assert set(found) == {("attempts", Decimal(1), "places"), ("reported", Decimal("60.50"), "hours")}
    assert "Tack!" in OutboxMail.objects.get(subject__endswith="är godtagen").text
    assert "60,5" in sign_in(olivia).get(sent.get_absolute_url()).content.decode()


def test_hours_that_placements_show_already_are_not_proposed_again(sign_in, olivia, client, contract):
    job = {"kind": "employment", "started_on": TODAY - timedelta(20), "extent_percent": 50}
    people.make_placement(contract, number=90, **job)
    report = received(client, olivia, contract)
    page = sign_in(olivia).get(reverse("report_accept", args=[report.pk]))
    field = page.context["form"][next(iter(amounts(report, hours=0)))]
    days = sum((TODAY - timedelta(n)).weekday() < 5 for n in range(21))
    logged = field.field.initial
    assert Decimal(0) <= logged <= Decimal("62.5") - Decimal(4 * (days - 2))


def test_nobody_accepts_more_than_was_reported(sign_in, olivia, sent):
    answer = sign_in(olivia).post(reverse("report_accept", args=[sent.pk]), amounts(sent, places="1", hours="63"))
    assert answer.status_code == 422
    assert "mer än de 62,5" in answer.content.decode()
    assert Credit.objects.count() == 0
    sent.refresh_from_db()
    assert sent.state == "received"


def test_nothing_is_credited_twice_when_two_officers_accept(olivia, carin, sent):
    line = sent.lines.get(requirement__unit="hours")
    for by, amount in ((olivia, Decimal(10)), (carin, Decimal(20))):
        report_review.accept(by=by, report=sent, amounts={line.pk: amount}, comment="", now=timezone.now())
    assert [credit.amount for credit in Credit.objects.all()] == [Decimal(10)]
    assert sent.timeline.filter(state="accepted").count() == 1


def test_the_second_officer_is_told_that_the_report_is_settled(sign_in, olivia, carin, sent):
    data = amounts(sent, places="0", hours="0") | {"comment": ""}
    sign_in(olivia).post(reverse("report_accept", args=[sent.pk]), data)
    answer = sign_in(carin).post(reverse("report_reject", args=[sent.pk]), {"comment": "Nej", "due_on": str(TODAY)})
    assert answer.url == sent.get_absolute_url()
    page = sign_in(carin).get(answer.url).content.decode()
    assert "går inte här: rapporten är godtagen" in page


def test_accepting_finishes_the_day_of_the_plan(sign_in, olivia, client, contract):
    point = people.make_point(contract, due_on=TODAY + timedelta(10))
    report = received(client, olivia, contract, point=point)
    report_review.accept(by=olivia, report=report, amounts={}, comment="", now=timezone.now())
    point.refresh_from_db()
    assert (point.state, point.done_on) == ("done", TODAY)


def test_more_is_asked_for_and_the_same_link_takes_it(sign_in, olivia, client, sent):
    data = {"comment": "Vilka veckor var det?", "due_on": str(TODAY + timedelta(14))}
    assert sign_in(olivia).post(reverse("report_more", args=[sent.pk]), data).status_code == 302
    sent.refresh_from_db()
    assert (sent.state, sent.due_on) == ("more_asked", TODAY + timedelta(14))
    page = client.get(url(sent)).content.decode()
    assert "Vilka veckor var det?" in page
    assert client.post(url(sent, "report_submit"), {"reporter": "Petra"}).status_code == 302
    sent.refresh_from_db()
    assert sent.state == "received"
    assert [event.state for event in sent.timeline.all()] == ["asked", "started", "received", "more_asked", "received"]


@pytest.mark.parametrize("name", ["report_more", "report_reject", "report_withdraw"])
def test_a_decision_against_the_supplier_says_why(sign_in, olivia, contract, client, name):
    report = asked(olivia, contract) if name == "report_withdraw" else received(client, olivia, contract)
    answer = sign_in(olivia).post(reverse(name, args=[report.pk]), {"comment": " ", "due_on": str(TODAY)})
    assert answer.status_code == 422
    assert "Skriv det så att leverantören förstår" in answer.content.decode()
    before = report.state
    report.refresh_from_db()
    assert report.state == before


def test_a_rejected_report_may_be_sent_anew(sign_in, olivia, client, sent):
    data = {"comment": "Timmarna stämmer inte.", "due_on": str(TODAY + timedelta(7))}
    sign_in(olivia).post(reverse("report_reject", args=[sent.pk]), data)
    assert "Timmarna stämmer inte." in client.get(url(sent)).content.decode()
    client.post(url(sent, "report_submit"), {"reporter": "Petra"})
    sent.refresh_from_db()
    assert sent.state == "received"


def test_a_request_taken_back_leaves_the_link_dead(sign_in, olivia, client, contract):
    report = asked(olivia, contract)
    sign_in(olivia).post(reverse("report_withdraw", args=[report.pk]), {"comment": "Vi har redan uppgifterna."})
    client.logout()
    assert client.get(url(report)).status_code == 410
    assert "Vi har redan uppgifterna." in OutboxMail.objects.latest("pk").text


def test_an_officer_enters_a_report_for_a_supplier_who_will_not(sign_in, olivia, contract):
    report = asked(olivia, contract, contact_name="", contact_email="")
    assert OutboxMail.objects.count() == 0
    address = reverse("report_enter", args=[report.pk])
    keys = [f"k{pk}" for pk in contract.requirements.order_by("due_on").values_list("pk", flat=True)]
    data = {f"{keys[0]}-offered": "1", f"{keys[0]}-filled": "1", f"{keys[1]}-hours": "8", "p12-answer": "goes_on"}
    wrong = sign_in(olivia).post(address, data | {"reporter": ""})
    assert wrong.status_code == 422
    data |= {"reporter": "Kalle på kontoret", "file": file("Mejl.pdf"), "token": uuid.uuid4()}
    assert sign_in(olivia).post(address, data).status_code == 302
    report.refresh_from_db()
    event = report.timeline.last()
    assert (event.state, event.by, event.is_on_behalf, event.reporter) == (
        "received",
        olivia,
        True,
        "Kalle på kontoret",
    )
    assert report.evidence.get().uploaded_by == olivia
    page = sign_in(olivia).get(report.get_absolute_url()).content.decode()
    assert "Inkommen, införd åt leverantören" in page
    assert "Olivia, efter Kalle på kontoret" in page


def test_a_file_is_fetched_by_those_who_follow_the_contract_and_by_nobody_else(
    sign_in, olivia, malte, pelle, fia, sent
):
    evidence = sent.evidence.create(
        title="Intyg.pdf", content_type="application/pdf", size=4, sha256="0" * 64, file=file()
    )
    address = evidence.get_absolute_url()
    for person, status in ((olivia, 200), (malte, 200), (pelle, 403), (fia, 404)):
        answer = sign_in(person).get(address)
        assert answer.status_code == status
    answer = sign_in(olivia).get(address)
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_the_preview_says_whom_each_report_goes_to_before_anything_is_sent(sign_in, olivia, contract):
    add_contact(contract)
    bare = people.make_contract(contract.procurement, number="B-1")
    points = [people.make_point(each, due_on=TODAY + timedelta(30)) for each in (contract, bare)]
    address = f"{reverse('report_request')}?rows={points[0].pk}&rows={points[1].pk}&rows=hej"
    page = sign_in(olivia).get(address).content.decode()
    assert "Petra Ek, petra@exempel.se" in page
    assert "Ingen e-postadress: inget mejl skickas." in page
    assert ReportRequest.objects.count() == 0


def test_many_are_asked_at_once_and_a_double_press_asks_once(sign_in, olivia, contract):
    add_contact(contract)
    bare = people.make_contract(contract.procurement, number="B-1")
    points = [people.make_point(each, due_on=TODAY + timedelta(30)) for each in (contract, bare)]
    data = {"rows": [each.pk for each in points], "token": uuid.uuid4()}
    for _ in range(2):
        answer = sign_in(olivia).post(reverse("report_request"), data)
        assert answer.url == f"{reverse('report_list')}?visa=saknas"
    assert ReportRequest.objects.count() == 2
    assert [mail.to_address for mail in OutboxMail.objects.all()] == ["petra@exempel.se"]
    again = sign_in(olivia).post(reverse("report_request"), data | {"token": uuid.uuid4()})
    assert again.status_code == 422
    assert "redan begärda" in again.content.decode()


def test_one_contract_is_asked_on_a_day_of_its_own_by_a_chosen_contact(sign_in, olivia, contract):
    add_contact(contract)
    other = add_contact(contract, name="Kalle", email="kalle@exempel.se")
    address = f"{reverse('report_request')}?avtal={contract.pk}"
    form = sign_in(olivia).get(address).context["form"]
    assert form["period_from"].value() == contract.starts_on
    day = TODAY + timedelta(9)
    data = {"avtal": contract.pk, "due_on": str(day), "contact": str(other.pk), "token": uuid.uuid4()}
    data |= {"period_from": str(contract.starts_on), "period_to": str(TODAY)}
    answer = sign_in(olivia).post(reverse("report_request"), data)
    report = ReportRequest.objects.get()
    assert answer.url == report.get_absolute_url()
    assert (report.due_on, report.period_to, report.contact_email) == (day, TODAY, "kalle@exempel.se")


def test_the_next_report_begins_the_day_after_the_last_one(olivia, contract):
    asked(olivia, contract, period_to=TODAY)
    (target,) = targets([], [contract], due_on=TODAY + timedelta(90))
    assert (target.period_from, target.period_to) == (TODAY + timedelta(1), TODAY + timedelta(90))


def test_a_contract_of_another_organisation_cannot_be_asked(sign_in, fia, contract):
    answer = sign_in(fia).post(reverse("report_request"), {"avtal": contract.pk, "token": uuid.uuid4()})
    assert "Ingen rapport är vald" in answer.content.decode()
    assert ReportRequest.objects.count() == 0


def test_each_list_has_what_it_says(sign_in, olivia, client, contract):
    point = people.make_point(contract, due_on=TODAY + timedelta(20))
    people.make_point(contract, due_on=TODAY + timedelta(200))
    missing = asked(olivia, contract, due_on=TODAY + timedelta(1))
    late = asked(olivia, contract, due_on=TODAY - timedelta(3), period_to=None, period_from=None)
    come = received(client, olivia, contract, due_on=TODAY - timedelta(5), period_from=None)
    done = received(client, olivia, contract, due_on=TODAY - timedelta(6), period_from=None)
    report_review.accept(by=olivia, report=done, amounts={}, comment="", now=timezone.now())
    found = {}
    for tab in ("begar", "saknas", "sena", "granska", "klara"):
        page = sign_in(olivia).get(reverse("report_list"), {"visa": tab}).context["list"]
        found[tab] = [row.pk for row in page.page_obj]
    assert found == {
        "begar": [point.pk],
        "saknas": [missing.pk],
        "sena": [late.pk],
        "granska": [come.pk],
        "klara": [done.pk],
    }
    page = sign_in(olivia).get(reverse("report_list"), {"visa": "sena"}).content.decode()
    assert "3\N{NO-BREAK SPACE}dagar sen" in page
    csv = b"".join(sign_in(olivia).get(reverse("report_list"), {"visa": "sena", "format": "csv"}).streaming_content)
    assert "petra@exempel.se" in csv.decode("utf-8-sig")


def test_a_late_report_that_is_rejected_is_missing_again(sign_in, olivia, sent):
    report_review.reject(by=olivia, report=sent, comment="Fel", due_on=TODAY, now=timezone.now())
    page = sign_in(olivia).get(reverse("report_list"), {"visa": "saknas"}).context["list"]
    assert [row.pk for row in page.page_obj] == [sent.pk]


def test_a_new_link_goes_to_the_address_the_officer_gives(sign_in, olivia, client, contract):
    report = asked(olivia, contract)
    old = url(report)
    data = {"contact_name": "Kalle", "contact_email": "kalle@exempel.se"}
    sign_in(olivia).post(reverse("report_link_renew", args=[report.pk]), data)
    report.refresh_from_db()
    mail = OutboxMail.objects.latest("pk")
    assert mail.to_address == "kalle@exempel.se"
    assert url(report) in mail.text
    assert client.get(old).status_code == 410


def test_asking_twice_for_the_same_day_is_refused_in_words(olivia, contract):
    asked(olivia, contract)
    with pytest.raises(ValidationError, match="redan begärd"):
        asked(olivia, contract)


def test_a_matcher_reads_reports_and_decides_nothing(sign_in, malte, sent):
    page = sign_in(malte).get(sent.get_absolute_url()).content.decode()
    assert "Godta rapporten" not in page
    assert sign_in(malte).post(reverse("report_accept", args=[sent.pk])).status_code == 403


def test_the_history_knows_who_decided_and_never_the_secret_of_the_link(olivia, sent):
    report_review.accept(by=olivia, report=sent, amounts={}, comment="", now=timezone.now())
    event = ReportRequest.pgh_event_model.objects.filter(pgh_obj=sent.pk).latest("pgh_id")
    assert (event.state, event.pgh_context.metadata["user"]) == ("accepted", olivia.pk)
    assert not hasattr(event, "nonce")


def test_bulk_of_nothing_left_says_so(olivia, contract):
    asked(olivia, contract, due_on=TODAY + timedelta(5))
    found = targets([], [contract], due_on=TODAY + timedelta(5))
    with pytest.raises(ValidationError, match="redan begärda"):
        ask_many(by=olivia, targets=found, now=timezone.now(), token=uuid.uuid4())
