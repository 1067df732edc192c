"""The administrator's pages of mail: states, decisions, addresses, and that nobody reads what a mail says."""

import uuid

import pytest
from django.utils import timezone

from apps.reminders.choices import DeliveryStep, MailState
from apps.reminders.models import BouncingAddress, DeliveryEvent, OutboxMail, Pulse
from apps.reminders.previews import PREVIEWS

LIST, PREVIEW = "/installningar/mejl/", "/installningar/mejl/sa-ser-de-ut/"
SECRET = "Lösenordslänken du fick"


@pytest.fixture
def mail_to(helsingborg):
    """`mail_to(address, …)` gives a mail of Helsingborg's."""

    def make(address="olivia@exempel.se", state="held", **fields):
        now = timezone.now()
        needs = {"sent": {"sent_at": now}, "resent": {"sent_at": now, "uncertain_at": now}}
        needs |= {"uncertain": {"uncertain_at": now}, "sending": {"lease_until": now}}
        needs |= {"claimed": needs["sending"]}
        common = {"organisation": helsingborg, "kind": "summons", "subject": "Kallelse", "text": SECRET, "html": SECRET}
        common |= {"due_at": now, "to_address": address, "state": state, "message_id": f"<{uuid.uuid4()}@x>"}
        return OutboxMail.objects.create(**common | needs.get(state, {}) | fields)

    return make


def press(client, mail, what):
    return client.post(f"{LIST}{mail.pk}/{what}/", follow=True)


def test_the_page_says_what_waits_and_what_somebody_must_look_at(sign_in, adam, mail_to):
    assert sign_in(adam).get(LIST).context["standing"].lead == "Inga mejl har skickats än."
    for state in ("pending", "sending", "sent", "held", "dead", "dead"):
        mail_to(state=state)
    page = sign_in(adam).get(LIST)
    lead = "2 mejl väntar på att skickas. 3 behöver någon som tittar på dem."
    assert page.context["standing"].lead == lead
    counts = {fact.key: fact.value for fact in page.context["standing"].counts}
    assert counts["Gick inte att skicka"] == "2"
    assert counts["Skickat"] == "1"


def test_a_resting_mail_server_is_told_of(sign_in, adam):
    now = timezone.now()
    assert "vilar" not in sign_in(adam).get(LIST).content.decode()
    Pulse.objects.create(pk=1, failures=2, reason="Connection refused", alarmed_at=now, paused_until=now)
    page = sign_in(adam).get(LIST).content.decode()
    assert "Utskicket vilar" in page
    assert "Svar: Connection refused" in page


@pytest.mark.parametrize(
    ("state", "what", "after", "step"),
    [
        ("held", "skicka-igen", MailState.PENDING, DeliveryStep.RELEASED),
        ("dead", "skicka-igen", MailState.PENDING, DeliveryStep.RELEASED),
        ("uncertain", "skicka-igen", MailState.PENDING, DeliveryStep.RELEASED),
        ("pending", "hall", MailState.HELD, DeliveryStep.HELD),
        ("held", "kom-fram", MailState.SENT, DeliveryStep.SETTLED),
        ("uncertain", "kom-fram", MailState.SENT, DeliveryStep.SETTLED),
    ],
)
def test_a_decision_is_done_and_stands_in_the_mails_history(sign_in, adam, mail_to, state, what, after, step):
    mail = mail_to(state=state)
    page = press(sign_in(adam), mail, what)
    mail.refresh_from_db()
    assert mail.state == after
    assert DeliveryEvent.objects.get(mail=mail, step=step).by == adam
    assert [event.by for event in page.context["events"]] == ["Adam"]


@pytest.mark.parametrize("state", MailState.values)
def test_the_page_offers_what_can_be_done_and_refuses_the_rest(sign_in, adam, mail_to, state):
    mail = mail_to(state=state)
    client = sign_in(adam)
    page = client.get(f"{LIST}{mail.pk}/")
    for what, offered in (("skicka-igen", "may_release"), ("hall", "may_hold"), ("kom-fram", "may_settle")):
        action = f'action="{LIST}{mail.pk}/{what}/"'
        assert (action in page.content.decode()) == page.context[offered]
        if not page.context[offered]:
            refused = client.post(f"{LIST}{mail.pk}/{what}/")
            assert refused.status_code == 422
            assert "Ladda om sidan och se efter." in refused.content.decode()
            mail.refresh_from_db()
            assert mail.state == state


def test_a_mail_that_was_emptied_says_why_it_cannot_be_sent(sign_in, adam, mail_to):
    mail = mail_to(state="dead", text="", html="")
    page = press(sign_in(adam), mail, "skicka-igen")
    assert page.status_code == 422
    assert "Mejlets innehåll är borttaget" in page.content.decode()


def test_nobody_reads_what_a_mail_says(sign_in, adam, mail_to):
    mail = mail_to(kind="account", headers={"X": SECRET}, subject="Återställ lösenordet")
    client = sign_in(adam)
    for url in (LIST, f"{LIST}{mail.pk}/"):
        page = client.get(url).content.decode()
        assert "Återställ lösenordet" in page
        assert SECRET not in page
    exported = b"".join(client.get(LIST, {"format": "csv"}).streaming_content).decode()
    assert "Återställ lösenordet" in exported
    assert SECRET not in exported


@pytest.mark.parametrize("kind", ["digest", "each", "urgent", "weekly", "heads"])
def test_a_reminders_subject_names_its_task_and_is_neither_shown_nor_searched(sign_in, adam, mail_to, kind):
    mail = mail_to(kind=kind, subject="Avsluta eller förläng placering P12")
    client = sign_in(adam)
    for url in (LIST, f"{LIST}{mail.pk}/", f"{LIST}?q=Avsluta"):
        assert "placering P12" not in client.get(url).content.decode()
    assert client.get(LIST, {"q": "Avsluta"}).context["list"].total == 0
    assert client.get(LIST, {"q": "OLIVIA@"}).context["list"].total == 1


def test_mails_of_others_are_neither_listed_nor_opened(sign_in, adam, mail_to, haninge, fia, olivia):
    mail = mail_to(organisation=haninge)
    to_fia = mail_to(organisation=None, recipient=fia, kind="account")
    to_olivia = mail_to(organisation=None, recipient=olivia, kind="account")
    client = sign_in(adam)
    assert [row.cells[2].url for row in client.get(LIST).context["list"].table.rows] == [f"{LIST}{to_olivia.pk}/"]
    for foreign in (mail, to_fia):
        assert client.get(f"{LIST}{foreign.pk}/").status_code == 404
        assert press(client, foreign, "skicka-igen").status_code == 404


def test_an_address_is_listed_until_somebody_says_that_it_is_right(sign_in, adam, olivia, fia):
    now = timezone.now()
    own = BouncingAddress.objects.create(email=olivia.email.upper(), answer="User unknown", since=now)
    foreign = BouncingAddress.objects.create(email=fia.email, since=now)
    client = sign_in(adam)
    assert list(client.get(LIST).context["bouncing"]) == [own]
    assert client.post(f"{LIST}adresser/{foreign.pk}/stammer/").status_code == 404
    page = client.post(f"{LIST}adresser/{own.pk}/stammer/", follow=True)
    assert "Mejl skickas till OLIVIA@EXEMPEL.SE igen." in page.content.decode()
    assert list(page.context["bouncing"]) == []
    own.refresh_from_db()
    assert own.cleared_by == adam
    assert client.post(f"{LIST}adresser/{own.pk}/stammer/").status_code == 404


@pytest.mark.parametrize("kind", [str(kind) for kind in PREVIEWS])
def test_every_kind_of_mail_can_be_looked_at_without_sending_it(sign_in, adam, kind):
    client = sign_in(adam)
    page = client.get(PREVIEW, {"slag": kind})
    assert page.context["mail"].subject in page.content.decode().replace("&#x27;", "'")
    assert f'src="{PREVIEW}{kind}/"' in page.content.decode()
    assert client.get(f"{PREVIEW}{kind}/").content.decode() == page.context["mail"].html
    assert not OutboxMail.objects.exists()


def test_the_frame_of_a_mail_lets_nothing_run_send_or_lead_away(sign_in, adam):
    response = sign_in(adam).get(f"{PREVIEW}digest/")
    policy = dict(part.strip().partition(" ")[::2] for part in response["Content-Security-Policy"].split(";"))
    assert policy == {
        "default-src": "'none'",
        "style-src": "'unsafe-inline'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'self'",
        "sandbox": "",
    }
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    around = sign_in(adam).get(PREVIEW)["Content-Security-Policy"]
    assert "frame-src 'self'" in around
    assert "style-src 'self'" in around
    assert "unsafe" not in around


@pytest.mark.parametrize("kind", ["nonsens", "account", "x" * 300])
def test_a_kind_that_cannot_be_shown_is_404(sign_in, adam, kind):
    assert sign_in(adam).get(PREVIEW, {"slag": kind}).status_code == 404
    assert sign_in(adam).get(f"{PREVIEW}{kind}/").status_code == 404
