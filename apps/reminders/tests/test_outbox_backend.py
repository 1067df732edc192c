"""From Django's mail to rows of the outbox and back: nothing the recipient sees is lost on the way."""

import re
from datetime import timedelta
from email.mime.base import MIMEBase

import pytest
from django.core.mail import EmailMessage, EmailMultiAlternatives, send_mail
from django.core.mail.message import BadHeaderError
from django.db import transaction
from django.utils import timezone

from apps.accounts.adapter import POST_OFFICE
from apps.core.mail import Letter
from apps.reminders import delivery
from apps.reminders.letters import message_of
from apps.reminders.models import OutboxMail
from procurement_csr.people import make_person

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture(autouse=True)
def outbox_backend(settings):
    settings.EMAIL_BACKEND = "apps.reminders.outbox_backend.EmailBackend"
    settings.DEFAULT_FROM_EMAIL = "steget@helsingborg.example"


def letter(*, to=("doris@exempel.se",), **fields):
    made = Letter("Nytt krav", "Hej!", to=list(to))
    for name, value in ({"kind": "notice"} | fields).items():
        setattr(made, name, value)
    return made


def test_a_plain_mail_is_an_accounts_and_finds_its_person_by_the_address(doris):
    assert send_mail("Nytt lösenord", "Öppna länken", None, ["Doris@Exempel.se"]) == 1
    row = OutboxMail.objects.get()
    assert (row.kind, row.state, row.recipient, row.organisation) == ("account", "pending", doris, None)
    assert (row.to_address, row.subject, row.text) == ("Doris@Exempel.se", "Nytt lösenord", "Öppna länken")
    assert row.message_id.endswith("@helsingborg.example>")
    assert row.headers == {"From": "steget@helsingborg.example"}


def test_a_letter_says_on_whose_behalf_to_whom_until_when(helsingborg, doris):
    until = NOW + timedelta(days=3)
    letter(organisation=helsingborg, recipient=doris, not_after=until, slot="test:1").send()
    row = OutboxMail.objects.get()
    assert (row.organisation, row.recipient, row.not_after) == (helsingborg, doris, until)
    assert row.slot.startswith("test:1:")


def test_each_address_gets_its_own_mail_and_sees_no_other():
    EmailMessage(
        "Hej", "Text", to=["Anna <a@exempel.se>", "b@exempel.se"], cc=["B@exempel.se"], bcc=["c@exempel.se"]
    ).send()
    rows = OutboxMail.objects.order_by("pk")
    assert [row.to_address for row in rows] == ["a@exempel.se", "B@exempel.se", "c@exempel.se"]
    assert len({row.message_id for row in rows}) == 3
    for row in rows:
        sent = message_of(row).message()
        assert (sent["To"], sent["Cc"], sent["Bcc"]) == (row.to_address, None, None)


def test_a_slot_that_is_taken_has_told_the_address_already_and_others_are_still_told():
    assert letter(slot="award:7").send() == 1
    assert letter(slot="award:7", to=["DORIS@exempel.se"]).send() == 1
    assert OutboxMail.objects.count() == 1
    letter(slot="award:7", to=["malte@exempel.se"]).send()
    letter(slot="award:8").send()
    letter().send()
    letter().send()
    assert OutboxMail.objects.count() == 5


def test_the_mail_is_saved_and_lost_with_what_it_tells_of():
    with transaction.atomic():
        letter().send()
        assert OutboxMail.objects.exists()
        transaction.set_rollback(True)
    assert not OutboxMail.objects.exists()


def test_sender_answers_headers_both_texts_and_files_come_back_as_they_were():
    part = MIMEBase("text", "calendar")
    part.set_payload("BEGIN:VCALENDAR")
    part.add_header("Content-Disposition", "attachment", filename="möte.ics")
    message = EmailMultiAlternatives(
        "Blåbär på Åland",
        "Hej åäö",
        "Steget <s@exempel.se>",
        ["doris@exempel.se"],
        reply_to=["olivia@exempel.se", "carin@exempel.se"],
        headers={"List-Unsubscribe": "<https://steget.example/av>", "X-Kind": "prov", "Message-ID": "<not@ours>"},
        attachments=[("plan.pdf", b"%PDF-\x00\xff", "application/pdf"), ("not.txt", "åäö", "text/plain"), part],
    )
    message.attach_alternative("<p>Hej åäö</p>", "text/html")
    message.send()
    row = OutboxMail.objects.get()
    again = message_of(row)
    for name in ("subject", "body", "from_email", "to"):
        assert getattr(again, name) == getattr(message, name)
    assert [tuple(each) for each in again.alternatives] == [("<p>Hej åäö</p>", "text/html")]
    sent = again.message()
    assert sent["From"] == "Steget <s@exempel.se>"
    assert sent["Reply-To"] == "olivia@exempel.se, carin@exempel.se"
    assert (sent["List-Unsubscribe"], sent["X-Kind"]) == ("<https://steget.example/av>", "prov")
    assert sent.get_all("Message-ID") == [row.message_id]
    files = {each.get_filename(): each.get_payload(decode=True) for each in sent.walk() if each.get_filename()}
    assert files == {"plan.pdf": b"%PDF-\x00\xff", "not.txt": "åäö".encode(), "möte.ics": b"BEGIN:VCALENDAR"}


def test_a_mail_is_the_same_to_the_last_octet_however_often_it_is_sent():
    message = letter()
    message.attach_alternative("<p>Hej</p>", "text/html")
    message.attach("plan.pdf", b"%PDF", "application/pdf")
    message.send()
    row = OutboxMail.objects.get()
    first, again = (message_of(OutboxMail.objects.get()).message().as_bytes(linesep="\r\n") for _ in range(2))
    assert first == again
    assert row.message_id.encode() in first
    letter().send()
    assert message_of(OutboxMail.objects.exclude(pk=row.pk).get()).message().as_bytes(linesep="\r\n") != first


def test_a_subject_of_two_lines_is_the_writers_error_and_a_long_one_is_shortened():
    with pytest.raises(BadHeaderError):
        EmailMessage("Hej\nBcc: alla@exempel.se", "Text", to=["doris@exempel.se"]).send()
    EmailMessage("å" * 400, "Text", to=["doris@exempel.se"]).send()
    assert OutboxMail.objects.get().subject == "å" * 299 + "…"


def test_a_mail_of_html_alone_stays_one():
    message = EmailMessage("Hej", "<p>Hej</p>", to=["doris@exempel.se"])
    message.content_subtype = "html"
    message.send()
    assert message_of(OutboxMail.objects.get()).message().get_content_type() == "text/html"


@pytest.mark.django_db(transaction=True)
def test_a_forgotten_password_is_chosen_anew_with_the_mail_that_arrived(sink, client, helsingborg, settings):
    """From the sign-in page over the outbox and a mail server to the new password; the row keeps no link."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    make_person("Olivia", "officer", helsingborg, password="tre-udda-ord-till-olivia")
    client.post("/konto/losenord/glomt/", {"email": "olivia@exempel.se"})
    POST_OFFICE.submit(lambda: None).result(timeout=10)
    row = OutboxMail.objects.get()
    assert (row.kind, row.recipient.email, row.state) == ("account", "olivia@exempel.se", "pending")
    assert delivery.run().sent == 1
    (arrived,) = sink.accepted()
    content = arrived.content.replace("=\r\n", "").replace("=3D", "=")
    path = re.search(r"http://testserver(/\S+)", content)[1]
    row.refresh_from_db()
    assert (row.state, row.text, row.html) == ("sent", "", "")
    form = client.get(path, follow=True)
    new = "helt-andra-ord-till-olivia"
    client.post(form.redirect_chain[-1][0], {"password1": new, "password2": new})
    POST_OFFICE.submit(lambda: None).result(timeout=10)
    answer = client.post("/konto/logga-in/", {"login": "olivia@exempel.se", "password": new})
    assert answer.status_code == 302
    assert OutboxMail.objects.exclude(pk=row.pk).get().recipient.email == "olivia@exempel.se", "told of the change"


def test_a_mail_of_text_alone_gets_an_html_part_where_links_can_be_pressed_and_nothing_else_works():
    send_mail("Välj", "Hej <b>du</b>!\n\nÖppna https://steget.example/a?b=1&c=2 i dag.", None, ["doris@exempel.se"])
    html = OutboxMail.objects.get().html
    assert '<a href="https://steget.example/a?b=1&amp;c=2"' in html
    assert "<p>Hej &lt;b&gt;du&lt;/b&gt;!</p>" in html
    message = message_of(OutboxMail.objects.get()).message()
    assert [part.get_content_type() for part in message.walk()][1:] == ["text/plain", "text/html"]
