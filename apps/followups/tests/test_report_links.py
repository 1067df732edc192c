"""What a supplier's link opens, and what it never does."""

import uuid

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.module_loading import import_string

from apps.core.tokens import token_of as sign
from apps.followups import report_actions, report_asking, report_links
from apps.followups.models import Evidence, ReportRequest
from apps.followups.report_links import list_token_of, token_of
from apps.followups.tests.reporting import PDF, asked, file, fill, painting, post_step, received, seen, url
from procurement_csr import people

# The floor above, looked up by name: what it makes of these rows is part of the promise.
OutboxMail = import_string("apps.reminders.models.OutboxMail")

pytestmark = pytest.mark.django_db
PAGES = (
    ("report_link", ()),
    ("report_step", ("1",)),
    ("report_step", ("placeringar",)),
    ("report_evidence", ()),
    ("report_submit", ()),
    ("report_handover", ()),
)


@pytest.fixture(autouse=True)
def _places(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    settings.EMAIL_BACKEND = "apps.reminders.outbox_backend.EmailBackend"


@pytest.fixture
def contract(helsingborg):
    return painting(helsingborg)


@pytest.fixture
def report(olivia, contract):
    return asked(olivia, contract)


@pytest.fixture
def petra():
    """Petra's telephone: nobody is signed in, and forged posts are looked for."""
    return Client(enforce_csrf_checks=True)


def test_petra_reports_without_signing_in_and_without_a_cookie(petra, report):
    start = petra.get(url(report))
    assert start.status_code == 200
    assert "M-12" in start.content.decode()
    fill(petra, report)
    assert petra.post(url(report, "report_evidence"), {"go_on": "1"}).url == url(report, "report_submit")
    check = petra.get(url(report, "report_submit")).content.decode()
    assert "62,5" in check
    sent = petra.post(url(report, "report_submit"), {"reporter": "Petra Ek"})
    assert (sent.status_code, sent.url) == (302, url(report))
    report.refresh_from_db()
    assert (report.state, report.reporter) == ("received", "Petra Ek")
    assert {(each.placement.number, each.answer) for each in report.placements.all()} == {
        (12, "goes_on"),
        (14, "led_to_job"),
    }
    assert [(line.offered, line.filled, line.hours) for line in report.lines.order_by("pk")] == [
        (2, 1, None),
        (None, None, report.lines.last().hours),
    ]
    assert petra.cookies == {}


@pytest.mark.parametrize(("name", "rest"), PAGES)
def test_no_page_of_a_link_is_kept_found_or_told_on(petra, report, name, rest):
    answer = petra.get(url(report, name, *rest))
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-store, private"
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert answer["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("name", ["report_link", "report_submit", "report_handover", "report_renew", "report_links"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_guessed_link_looks_like_no_page_at_all(petra, report, name, method):
    guess = sign(report.nonce, key="gissad", salt="followups.report-link")
    for token in (guess, str(report.nonce), "1", "å" * 56, "A" * 56):
        answer = getattr(petra, method)(reverse(name, args=[token]))
        assert answer.status_code in ({403, 405} if name == "report_links" and method == "post" else {404, 405}), token


def test_an_altered_link_looks_like_no_page_at_all(petra, report):
    token = token_of(report)
    for at in range(len(token)):
        changed = token[:at] + ("A" if token[at] != "A" else "B") + token[at + 1 :]
        assert petra.get(reverse("report_link", args=[changed])).status_code == 404


def test_the_link_of_one_report_is_no_link_to_the_list_and_the_other_way_round(petra, report):
    assert petra.get(reverse("report_links", args=[token_of(report)])).status_code == 404
    assert petra.get(reverse("report_link", args=[list_token_of(report)])).status_code == 404


def test_an_expired_link_shows_nothing_of_the_report_and_mails_a_new_one(petra, report):
    old = url(report)
    ReportRequest.objects.filter(pk=report.pk).update(link_expires_at=timezone.now())
    for name, rest in PAGES:
        for method in ("get", "post"):
            answer = getattr(petra, method)(url(report, name, *rest))
            assert answer.status_code == 410
            assert "M-12" not in answer.content.decode()
            assert "Målarna" not in answer.content.decode()
    OutboxMail.objects.all().delete()
    told = petra.post(url(report, "report_renew"))
    assert told.status_code == 200
    assert "petra@exempel.se" not in told.content.decode()
    report.refresh_from_db()
    (mail,) = OutboxMail.objects.all()
    assert (mail.to_address, mail.kind) == ("petra@exempel.se", "account")
    assert url(report) in mail.text
    assert url(report) in mail.html
    assert petra.get(url(report)).status_code == 200
    assert petra.get(old).status_code == 410


def test_asking_for_a_new_link_answers_the_same_whether_one_is_sent_or_not(petra, report):
    token = token_of(report)
    first = petra.post(reverse("report_renew", args=[token]))
    again = petra.post(reverse("report_renew", args=[token]))
    assert again.content == first.content
    assert OutboxMail.objects.filter(subject__startswith="Ny länk").count() == 1


def test_a_link_forwarded_before_the_renewal_is_dead_after_it(petra, report):
    forwarded = url(report), url(report, "report_step", "1"), url(report, "report_submit")
    report_asking.renew_link(by=None, report=report, now=timezone.now())
    for address in forwarded:
        for answer in (petra.get(address), petra.post(address, {"reporter": "Någon"})):
            assert answer.status_code == 410
            assert "ersatts av en nyare" in answer.content.decode()
    report.refresh_from_db()
    assert report.state == "asked"


def test_a_link_used_again_after_sending_shows_the_receipt_and_changes_nothing(petra, olivia, contract):
    report = received(petra, olivia, contract)
    assert "Det här skickade ni" in petra.get(url(report)).content.decode()
    before = report.draft
    for name, rest in PAGES[1:]:
        answer = petra.post(url(report, name, *rest), {"offered": "9", "email": "ny@exempel.se", "reporter": "Ny"})
        assert answer.status_code in {200, 409}
        assert "Det här skickade ni" in answer.content.decode()
    report.refresh_from_db()
    assert (report.state, report.draft, report.contact_email) == ("received", before, "petra@exempel.se")


def test_a_second_press_on_send_makes_one_report_and_one_receipt(petra, report):
    fill(petra, report)
    for _ in range(2):
        petra.post(url(report, "report_submit"), {"reporter": "Petra"})
    assert report.timeline.filter(state="received").count() == 1
    assert OutboxMail.objects.filter(subject__startswith="Tack").count() == 1


def test_a_withdrawn_report_cannot_be_opened(petra, report):
    ReportRequest.objects.filter(pk=report.pk).update(state="withdrawn")
    answer = petra.get(url(report))
    assert answer.status_code == 410
    assert "återtagen" in answer.content.decode()


def test_numbers_of_other_contracts_in_a_post_change_nothing_there(petra, olivia, report, helsingborg):
    other = people.make_contract(people.make_procurement(helsingborg), *report.contract.suppliers.all())
    theirs = people.make_placement(other, number=77, started_on=report.contract.starts_on)
    foreign = asked(olivia, other)
    stranger = foreign.evidence.create(title="A.pdf", content_type="application/pdf", size=1, sha256="0" * 64)
    post_step(petra, report, "placeringar", **{"p77-answer": "ended", "p77-ended_month": "2026-01-01"})
    report.refresh_from_db()
    assert str(theirs.pk) not in report.draft["placements"]
    for key in ("3", "99", "0", "underlag", "kontrollera", "placeringar'"):
        assert petra.post(url(report, "report_step", key), {"offered": "1"}).status_code == 404
    answer = petra.post(url(report, "report_evidence"), {"remove": str(stranger.pk)})
    assert answer.status_code == 404
    assert Evidence.objects.filter(pk=stranger.pk).exists()
    assert "P77" not in petra.get(url(report, "report_step", "placeringar")).content.decode()


def test_another_supplier_of_the_same_contract_has_its_own_link_and_answers(petra, olivia, contract):
    first = asked(olivia, contract)
    other = people.make_supplier("Fasad AB")
    contract.parties.create(supplier=other)
    second = ReportRequest.objects.create(
        organisation=contract.organisation,
        contract=contract,
        supplier=other,
        due_on=first.due_on,
        link_expires_at=first.link_expires_at,
    )
    fill(petra, first)
    page = petra.get(url(second)).content.decode()
    assert ">Placeringar</a>" not in page, "the placements are the first supplier's"
    assert "klart" not in page
    assert petra.get(url(second, "report_step", "placeringar")).status_code == 404


@pytest.mark.parametrize(
    ("key", "data"),
    [
        ("1", {"offered": "1", "filled": "1", "attempts": "Hon heter Eva, 19850709-9805"}),
        ("1", {"offered": "1", "filled": "1", "attempts": "850709-9805"}),
        ("2", {"hours": "10", "attempts": "19850709 9805"}),
    ],
)
def test_a_personal_number_is_refused_in_every_text_of_a_step_and_not_repeated(petra, report, key, data):
    answer = post_step(petra, report, key, **data)
    assert answer.status_code == 422
    assert "ser ut som ett personnummer" in answer.content.decode()
    report.refresh_from_db()
    assert report.draft == {}


def test_a_personal_number_is_refused_as_a_name_and_in_the_name_of_a_file(petra, report):
    fill(petra, report)
    assert petra.post(url(report, "report_submit"), {"reporter": "19850709-9805"}).status_code == 422
    handed = petra.post(url(report, "report_handover"), {"email": "a@exempel.se", "name": "19850709-9805"})
    assert handed.status_code == 422
    data = {"file": file("19850709-9805.pdf"), "token": uuid.uuid4(), "add": "1"}
    refused = petra.post(url(report, "report_evidence"), data)
    assert refused.status_code == 422
    assert "ser ut som ett personnummer" in refused.content.decode()
    assert report.evidence.count() == 0


def test_nothing_of_a_resident_is_shown_or_asked(petra, report, contract):
    code = contract.placements.get(number=12).participant.code
    for name, rest in PAGES:
        page = petra.get(url(report, name, *rest)).content.decode()
        assert code not in page
    assert "P12" in petra.get(url(report, "report_step", "placeringar")).content.decode()


def test_what_is_wrong_comes_back_whole_and_is_not_saved(petra, report):
    answer = post_step(petra, report, "1", offered="1", filled="3", attempts="Vi försökte.")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "fler än de 1 som erbjöds" in page
    assert "Vi försökte." in page
    report.refresh_from_db()
    assert (report.state, report.draft) == ("asked", {})


def test_two_colleagues_at_once_do_not_overwrite_each_other_unseen(petra, report):
    address = url(report, "report_step", "2")
    mark = seen(petra.get(address))
    assert petra.post(address, {"seen": mark, "hours": "10"}).status_code == 302
    late = petra.post(address, {"seen": mark, "hours": "20"})
    assert late.status_code == 409
    assert "Någon annan har sparat" in late.content.decode()
    report.refresh_from_db()
    assert list(report.draft["lines"].values()) == [{"hours": "10"}]
    assert petra.post(address, {"seen": seen(late), "hours": "20"}).status_code == 302
    report.refresh_from_db()
    assert list(report.draft["lines"].values()) == [{"hours": "20"}]


def test_nothing_is_saved_in_a_report_that_is_sent_and_an_accepted_one_is_not_sent_again(petra, olivia, contract):
    report = received(petra, olivia, contract)
    held = report.draft["lines"]
    late = {"by": None, "report": report, "now": timezone.now()}
    key = next(iter(held))
    mark = report_actions.mark_of(held, [key])
    with pytest.raises(report_actions.Settled, match="redan inkommen"):
        report_actions.save_step(**late, part="lines", values={key: {"hours": "99"}}, seen=mark)
    with pytest.raises(report_actions.Settled, match="redan inkommen"):
        report_actions.pass_step(by=None, report=report, part="underlag")
    with pytest.raises(report_actions.Settled, match="redan inkommen"):
        report_actions.add_evidence(by=None, report=report, filename="Intyg.pdf", content=PDF)
    assert report_actions.submit(**late, reporter="Någon annan").reporter == "Petra Ek"
    ReportRequest.objects.filter(pk=report.pk).update(state="accepted", draft={})
    with pytest.raises(report_actions.Settled, match="rapporten är godtagen"):
        report_actions.submit(**late, reporter="Någon annan")
    report.refresh_from_db()
    assert (report.reporter, report.evidence.count(), report.timeline.filter(state="received").count()) == (
        "Petra Ek",
        0,
        1,
    )


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("report_evidence", {"go_on": "1"}),
        ("report_handover", {"email": "ny@exempel.se", "name": "Ny"}),
        ("report_submit", {"reporter": "Ny"}),
    ],
)
def test_a_press_while_a_colleague_sends_the_report_shows_what_was_sent(
    petra, olivia, contract, monkeypatch, name, data
):
    report = received(petra, olivia, contract)
    read = report_links.read

    def read_before(token):
        is_ours, found = read(token)
        found.state = "started"
        return is_ours, found

    monkeypatch.setattr(report_links, "read", read_before)
    answer = petra.post(url(report, name), data, follow=False)
    assert answer.status_code == (302 if name == "report_submit" else 409)
    report.refresh_from_db()
    assert (report.state, report.reporter, report.contact_email) == ("received", "Petra Ek", "petra@exempel.se")


def test_a_report_with_gaps_is_not_sent_and_says_which(petra, report):
    answer = petra.post(url(report, "report_submit"), {"reporter": "Petra"})
    assert answer.status_code == 422
    assert "Timmar saknas" in answer.content.decode()
    report.refresh_from_db()
    assert report.state == "asked"


def test_handing_over_kills_the_link_and_mails_a_new_one_to_the_colleague(petra, report):
    post_step(petra, report, "2", hours="10")
    old = url(report)
    OutboxMail.objects.all().delete()
    answer = petra.post(url(report, "report_handover"), {"email": "kalle@exempel.se", "name": "Kalle"})
    assert answer.status_code == 200
    assert petra.get(old).status_code == 410
    report.refresh_from_db()
    assert (report.contact_email, report.contact_name) == ("kalle@exempel.se", "Kalle")
    told = {mail.to_address: mail for mail in OutboxMail.objects.all()}
    assert url(report) in told["kalle@exempel.se"].text
    assert "/rapport/" not in told["petra@exempel.se"].text
    assert "10" in petra.get(url(report, "report_step", "2")).content.decode()
    assert report.timeline.last().reporter == "Kalle"


def test_the_list_has_every_report_of_the_same_contact_and_no_others(petra, olivia, contract, fia):
    first = asked(olivia, contract)
    second_contract = people.make_contract(contract.procurement, *contract.suppliers.all(), number="M-13")
    second = asked(olivia, second_contract)
    others = asked(olivia, people.make_contract(contract.procurement, number="X-1"))
    handed = asked(
        olivia, people.make_contract(contract.procurement, *contract.suppliers.all(), number="Y-1"),
        contact_email="kalle@exempel.se",
    )  # fmt: skip
    answer = petra.get(reverse("report_links", args=[list_token_of(first)]))
    page = answer.content.decode()
    assert answer["Referrer-Policy"] == "no-referrer"
    assert url(first) in page
    assert url(second) in page
    assert token_of(others) not in page
    assert token_of(handed) not in page
    mail = OutboxMail.objects.get(subject__contains="M-13")
    assert reverse("report_links", args=[list_token_of(second)]) in mail.text
    report_asking.renew_link(by=None, report=first, now=timezone.now())
    assert petra.get(reverse("report_links", args=[list_token_of(first)])).status_code == 410


def test_a_file_is_kept_by_the_rules_of_documents_and_taken_back_before_it_is_sent(petra, report):
    address = url(report, "report_evidence")
    token = uuid.uuid4()
    for _ in range(2):
        assert petra.post(address, {"file": file(), "token": token, "add": "1"}).status_code == 302
    (evidence,) = report.evidence.all()
    assert (evidence.title, evidence.content_type, evidence.uploaded_by) == ("Intyg.pdf", "application/pdf", None)
    wrong = petra.post(address, {"file": file("Intyg.pdf", b"<script>"), "token": uuid.uuid4(), "add": "1"})
    assert wrong.status_code == 422
    assert "går inte att känna igen" in wrong.content.decode()
    path = evidence.file.path
    assert petra.post(address, {"remove": str(evidence.pk)}).status_code == 302
    assert report.evidence.count() == 0
    assert path


def test_a_file_is_not_taken_back_once_it_is_sent(petra, olivia, contract):
    report = asked(olivia, contract)
    petra.post(url(report, "report_evidence"), {"file": file(), "token": uuid.uuid4(), "add": "1"})
    fill(petra, report)
    petra.post(url(report, "report_submit"), {"reporter": "Petra"})
    ReportRequest.objects.filter(pk=report.pk).update(state="more_asked")
    refused = petra.post(url(report, "report_evidence"), {"remove": str(report.evidence.get().pk)})
    assert refused.status_code == 422
    assert report.evidence.count() == 1
