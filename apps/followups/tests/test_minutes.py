"""Minutes: mailed, read back from their PDF, approved by each party, and the supplier's link under attack."""

from datetime import timedelta
from html import unescape
from io import BytesIO
from re import search, sub
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from django.utils.module_loading import import_string
from pypdf import PdfReader

from apps.core import tokens
from apps.followups import meeting_actions as actions
from apps.followups import meeting_deadlines, minutes_links
from apps.followups.models import Meeting
from apps.followups.tests.meeting_world import DAY, mails, make_held, make_painting
from procurement_csr.people import make_deviation, make_meeting

pytestmark = pytest.mark.django_db
EVERYBODY = ["officer", "department", "matcher", "supplier"]


@pytest.fixture(autouse=True)
def _outbox(settings):
    settings.EMAIL_BACKEND = "apps.reminders.outbox_backend.EmailBackend"


@pytest.fixture
def painting(helsingborg, property_department):
    return make_painting(helsingborg, property_department)


@pytest.fixture
def closed(painting, olivia):
    """Closed minutes of all four parties."""
    meeting = make_held(painting, attendance=EVERYBODY, agreed="En plats till i maj.", obstacles="Höga ställningar.")
    meeting.tasks.create(what="Utse handledare", owner="supplier", due_on=timezone.localdate() + 9 * DAY)
    return actions.close_meeting(by=olivia, meeting=meeting, version=None, now=timezone.now())


def text_of(response) -> str:
    return " ".join(unescape(sub(r"<[^>]+>", " ", response.content.decode())).split())


def pdf_text(content: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())


def link_of(meeting) -> str:
    return reverse("minutes_link", args=[minutes_links.token_of(meeting)])


def test_the_pdf_holds_the_minutes_and_nobodys_name(sign_in, malte, closed, olivia):
    answer = sign_in(malte).get(reverse("meeting_minutes", args=[closed.pk]))
    assert answer["Content-Type"] == "application/pdf"
    reader = PdfReader(BytesIO(answer.content))
    assert reader.metadata.title == f"Protokoll från dialogmöte: {closed.contract.name}"
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    text = pdf_text(answer.content)
    for words in (
        "Upphandlingsenheten, beställande förvaltning, matchare och leverantören",
        "2 praktikplatser",
        "enligt plan",
        "En plats till i maj.",
        "Höga ställningar.",
        "Utse handledare",
        "har inte godkänt än",
    ):
        assert words in text
    assert olivia.name not in text


def test_deviations_stand_in_the_minutes_as_they_were_when_those_were_closed(sign_in, olivia, closed):
    make_deviation(closed.contract, meeting=closed, what="Handledare saknas.")
    client, url = sign_in(olivia), reverse("meeting_minutes", args=[closed.pk])
    Meeting.objects.update(closed_at=timezone.now())
    assert "Handledare saknas." in pdf_text(client.get(url).content)
    Meeting.objects.update(closed_at=timezone.now() - DAY)
    assert "Handledare saknas." not in pdf_text(client.get(url).content)


def test_minutes_that_are_not_closed_have_no_pdf(sign_in, olivia, painting):
    meeting = make_held(painting)
    assert sign_in(olivia).get(reverse("meeting_minutes", args=[meeting.pk])).url == meeting.get_absolute_url()


def test_closing_mails_the_summary_with_the_pdf_and_a_link_to_the_supplier_alone(
    sign_in, olivia, doris, painting, property_department
):
    property_department.contact = doris
    property_department.save()
    meeting = make_held(painting, agreed="En plats till i maj.")
    client, url = sign_in(olivia), reverse("meeting_close", args=[meeting.pk])
    form = client.get(url).context["form"]
    to = [key for key, _ in form.fields["to"].choices]
    data = {"version": form["version"].value(), "to": to}
    assert [client.post(url, data).status_code for _ in range(2)] == [302, 302]
    sent = {mail.to_address: mail for mail in mails()}
    assert set(sent) == {"petra@exempel.se", doris.email}
    meeting.refresh_from_db()
    assert "En plats till i maj." in sent["petra@exempel.se"].text
    assert link_of(meeting) in sent["petra@exempel.se"].text
    assert link_of(meeting) not in sent[doris.email].text
    assert meeting.get_absolute_url() in sent[doris.email].text


@pytest.mark.parametrize(("present", "is_promised"), [(["officer", "supplier"], True), (["officer", "matcher"], False)])
def test_a_link_to_approve_is_promised_only_to_a_supplier_who_was_there(
    sign_in, olivia, painting, present, is_promised
):
    meeting = make_held(painting, attendance=present)
    page = text_of(sign_in(olivia).get(reverse("meeting_close", args=[meeting.pk])))
    assert "Protokollet bifogas." in page
    assert ("en länk att godkänna" in page) is is_promised


def test_the_supplier_approves_through_the_link_without_signing_in(client, closed):
    url = link_of(closed)
    page = client.get(url)
    assert "En plats till i maj." in text_of(page)
    assert page["Cache-Control"] == "no-store, private"
    assert page["Referrer-Policy"] == "no-referrer"
    assert [client.post(url).status_code for _ in range(2)] == [302, 302]
    approval = closed.approvals.get()
    assert (approval.role, approval.by, approval.how) == ("supplier", None, "genom länken i mejlet")
    assert "Tack, protokollet är godkänt" in text_of(client.get(url))
    pdf = client.get(reverse("minutes_link_pdf", args=[minutes_links.token_of(closed)]))
    assert "genom länken i mejlet" in pdf_text(pdf.content)


def test_a_link_is_dead_after_thirty_days(client, closed):
    Meeting.objects.update(closed_at=timezone.now() - timedelta(days=30))
    for answer in (client.get(link_of(closed)), client.post(link_of(closed))):
        assert answer.status_code == 410
        assert "En plats till i maj." not in text_of(answer)
    assert not closed.approvals.exists()


def test_a_link_is_dead_when_the_minutes_are_another_version(client, olivia, closed):
    url = link_of(closed)
    actions.reopen_meeting(by=olivia, meeting=closed)
    assert client.post(url).status_code == 410
    again = actions.close_meeting(by=olivia, meeting=closed, version=None, now=timezone.now())
    assert client.get(url).status_code == 410
    assert client.post(link_of(again)).status_code == 302


def test_a_link_read_before_the_minutes_changed_approves_nothing(olivia, closed):
    nonce = closed.nonce
    actions.reopen_meeting(by=olivia, meeting=closed)
    with pytest.raises(actions.Replaced):
        actions.approve_by_link(by=None, meeting=closed, nonce=nonce, now=timezone.now())


@pytest.mark.parametrize("salt", ["followups.report-link", "followups.minutes "])
def test_a_number_signed_for_something_else_opens_nothing(client, closed, settings, salt):
    token = tokens.token_of(closed.nonce, key=settings.SECRET_KEY, salt=salt)
    assert client.get(reverse("minutes_link", args=[token])).status_code == 404


def test_a_guessed_link_opens_nothing(client, closed, settings):
    unsigned = str(UUID(int=closed.nonce.int))
    unknown = tokens.token_of(uuid4(), key=settings.SECRET_KEY, salt="followups.minutes")
    assert client.get(reverse("minutes_link", args=[unsigned])).status_code == 404
    assert client.get(reverse("minutes_link", args=[unknown])).status_code == 410


def test_a_supplier_that_was_not_there_cannot_approve(client, painting, olivia):
    meeting = make_held(painting, attendance=["officer", "department"])
    closed = actions.close_meeting(by=olivia, meeting=meeting, version=None, now=timezone.now())
    assert client.post(link_of(closed)).status_code == 410
    assert not closed.approvals.exists()


@pytest.mark.parametrize(("person", "role"), [("olivia", "officer"), ("doris", "department"), ("malte", "matcher")])
def test_each_party_approves_for_itself(request, sign_in, closed, person, role):
    client, url = sign_in(request.getfixturevalue(person)), reverse("meeting_approve", args=[closed.pk])
    assert client.get(url).context["form"]["role"].value() == role
    assert [client.post(url, {"role": role}).status_code for _ in range(2)] == [302, 302]
    assert closed.approvals.get().role == role


def test_a_department_cannot_approve_for_the_supplier(sign_in, doris, closed):
    url = reverse("meeting_approve", args=[closed.pk])
    assert sign_in(doris).post(url, {"role": "supplier"}).status_code == 422
    with pytest.raises(ValidationError, match="Bara upphandlingsenheten antecknar åt en annan part"):
        actions.approve(by=doris, meeting=closed, role="supplier", own=["department"], how="mejl", now=timezone.now())


def test_the_officer_notes_another_partys_approval_with_how_it_was_given(sign_in, olivia, closed):
    client, url = sign_in(olivia), reverse("meeting_approve", args=[closed.pk])
    refused = client.post(url, {"role": "supplier"})
    assert refused.status_code == 422
    assert "Skriv hur parten godkände" in text_of(refused)
    client.post(url, {"role": "supplier", "how": "i mejl 2026-11-20"})
    assert closed.approvals.get().how == "i mejl 2026-11-20"
    shown = [each.text for each in client.get(closed.get_absolute_url()).context["events"]]
    assert "Godkänt: Leverantören, i mejl 2026-11-20" in shown


def test_open_minutes_cannot_be_approved(painting, olivia):
    meeting = make_held(painting)
    with pytest.raises(ValidationError, match="Protokollet är inte klart än"):
        actions.approve(by=olivia, meeting=meeting, role="officer", own=["officer"], now=timezone.now())


def test_opening_the_minutes_again_takes_the_approvals_back(sign_in, olivia, closed):
    closed.approvals.create(role="supplier", at=timezone.now())
    sign_in(olivia).post(reverse("meeting_reopen", args=[closed.pk]))
    closed.refresh_from_db()
    assert (closed.state, closed.nonce, closed.approvals.count()) == ("held", None, 0)


def test_minutes_are_to_be_written_within_a_week_and_approved_within_two(helsingborg, painting, closed):
    today = timezone.localdate()
    held = make_held(painting)
    missed = make_meeting(painting, planned_at=timezone.now() - 2 * DAY)
    make_meeting(painting, planned_at=timezone.now() + 2 * DAY)
    days = {"since": today - 30 * DAY, "until": today + 30 * DAY, "organisation": helsingborg}
    found = {each.key: each.due_on for each in meeting_deadlines.open_deadlines(**days)}
    task = closed.tasks.get()
    assert found == {
        f"meeting:{held.pk}": held.held_on + 7 * DAY,
        f"meeting:{missed.pk}": today + 5 * DAY,
        f"meeting:{closed.pk}:approval": today + 14 * DAY,
        f"meeting_task:{task.pk}": task.due_on,
    }
    assert {import_string("apps.reminders.kinds.kind_of")(key).name for key in found} == {"meeting"}
    task.done_on = today
    task.save()
    for role in EVERYBODY:
        closed.approvals.create(role=role, at=timezone.now())
    left = {each.key for each in meeting_deadlines.open_deadlines(**days)}
    assert left == {f"meeting:{held.pk}", f"meeting:{missed.pk}"}


def test_the_address_in_the_log_is_masked():
    pattern = import_string("procurement_csr.logs.REPORT")
    assert search(pattern, "GET /protokoll/hemligt-tecken/protokoll.pdf").group() == "/protokoll/hemligt-tecken/"
