"""Inviting people, mailing the link, and opening it."""

import re
import socket
import time
from email import message_from_bytes, policy

import pytest
from aiosmtpd.controller import Controller
from django.core import mail, signing
from django.test import Client
from django.utils import timezone

from apps.accounts import actions
from apps.accounts.invitation_links import make_token
from apps.accounts.models import Department, Invitation, Membership, User
from procurement_csr.people import make_person

pytestmark = pytest.mark.django_db

PASSWORD = "tre-udda-ord-till-frida"
NEW = "/installningar/inbjudningar/ny/"
TOKEN = "6f1f2f0e-4f0e-4df6-9f0a-0a5a4d0c8f11"
FRIDA = {"email": "Frida@Exempel.se", "role": "officer", "department": "", "token": TOKEN}
ACCOUNT = {"name": "Frida Ågren", "password": PASSWORD, "password_again": PASSWORD}


@pytest.fixture(autouse=True)
def quick_hashes(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def as_adam(sign_in, adam):
    return sign_in(adam)


@pytest.fixture
def invitation(helsingborg, adam):
    return Invitation.objects.create(
        organisation=helsingborg, email="frida@exempel.se", role="officer", invited_by=adam
    )


@pytest.fixture
def broken_mail(settings):
    """A mail server that does not answer."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1


def text(response) -> str:
    return " ".join(response.content.decode().split())


def link(invitation) -> str:
    return f"/inbjudan/{make_token(invitation.pk)}/"


def test_adam_invites_frida_who_makes_her_account_and_is_signed_in(as_adam, adam, helsingborg):
    answer = as_adam.post(NEW, FRIDA, follow=True)
    assert "Inbjudan är skickad till frida@exempel.se. Länken gäller i sju dagar." in text(answer)
    assert "länken gäller till" in text(answer)
    (letter,) = mail.outbox
    assert (letter.to, letter.subject) == (["frida@exempel.se"], "Inbjudan till Steget från Helsingborg")
    assert "Adam bjuder in dig till Steget som upphandlare hos Helsingborg" in letter.body
    path = re.search(r"http://testserver(/inbjudan/\S+)", letter.body)[1]

    frida = Client()
    page = text(frida.get(path))
    assert "Du är inbjuden som upphandlare hos Helsingborg" in page
    made = frida.post(path, ACCOUNT)
    assert (made.status_code, made.url) == (302, "/")
    user = User.objects.get(email="frida@exempel.se")
    assert user.name == "Frida Ågren"
    assert user.has_perm("procurements.change_procurement", helsingborg)
    assert frida.session["_auth_user_id"] == str(user.pk)
    assert frida.session["started_at"]
    assert "Välkommen, Frida Ågren!" in text(frida.get("/tillganglighet/"))
    again = Client()
    assert again.post("/konto/logga-in/", {"login": "frida@exempel.se", "password": PASSWORD}).status_code == 302


def test_a_double_click_invites_once_and_mails_once(as_adam):
    as_adam.post(NEW, FRIDA)
    answer = as_adam.post(NEW, FRIDA, follow=True)
    assert "Inbjudan till frida@exempel.se är redan skickad." in text(answer)
    assert Invitation.objects.count() == len(mail.outbox) == 1


def test_the_same_invitation_a_second_time_is_refused_with_a_sentence(as_adam):
    as_adam.post(NEW, FRIDA)
    other_token = TOKEN.replace("6f1f", "7a7a")
    answer = as_adam.post(NEW, FRIDA | {"token": other_token})
    assert answer.status_code == 422
    assert "Det finns redan en öppen inbjudan till adressen för den rollen." in text(answer)
    assert 'value="Frida@Exempel.se"' in text(answer)


def test_somebody_known_gets_the_role_at_once_and_a_mail(as_adam, helsingborg, fia):
    answer = as_adam.post(NEW, FRIDA | {"email": "FIA@exempel.se"}, follow=True)
    assert "Fia har nu rollen upphandlare och har fått veta det." in text(answer)
    assert fia.memberships.filter(organisation=helsingborg, role="officer").exists()
    assert not Invitation.objects.open().exists()
    (letter,) = mail.outbox
    assert letter.subject == "Ny roll i Steget hos Helsingborg"
    assert "http://testserver/konto/logga-in/" in letter.body
    as_adam.post(NEW, FRIDA | {"email": "fia@exempel.se"})
    assert len(mail.outbox) == 1, "a double click tells once"


def test_a_role_somebody_has_already_is_refused_with_a_sentence(as_adam, olivia):
    answer = as_adam.post(NEW, FRIDA | {"email": "olivia@exempel.se"})
    assert answer.status_code == 422
    assert "Personen har redan den rollen här." in text(answer)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"email": ""}, "Ange personens e-postadress"),
        ({"email": "frida"}, "Ange e-postadressen i formen namn@exempel.se"),
        ({"role": ""}, "Välj roll"),
        ({"role": "kung"}, "Välj roll bland alternativen"),
        ({"role": "department"}, "Rollen beställande förvaltning gäller en förvaltning. Välj vilken."),
        ({"token": "x"}, "Sidan hade blivit gammal."),
        ({"department": "9999"}, "Välj förvaltning bland alternativen"),
    ],
)
def test_a_wrong_invitation_comes_back_with_a_sentence(as_adam, changes, sentence):
    answer = as_adam.post(NEW, FRIDA | changes)
    assert answer.status_code == 422
    assert sentence in text(answer)
    assert not Invitation.objects.exists()


def test_an_administrator_is_never_of_one_department_only(as_adam, property_department):
    answer = as_adam.post(NEW, FRIDA | {"role": "administrator", "department": property_department.pk})
    assert answer.status_code == 422
    assert "En administratör gäller hela organisationen. Välj ingen förvaltning." in text(answer)


def test_a_foreign_department_cannot_be_chosen(as_adam, haninge):
    department = Department.objects.create(organisation=haninge, name="Kultur")
    answer = as_adam.post(NEW, FRIDA | {"role": "department", "department": department.pk})
    assert answer.status_code == 422
    assert not Invitation.objects.exists()


def test_a_mail_server_that_is_down_loses_no_invitation_and_offers_to_send_again(as_adam, broken_mail, settings):
    answer = as_adam.post(NEW, FRIDA, follow=True)
    assert answer.status_code == 200
    page = text(answer)
    assert "Inbjudan till frida@exempel.se är sparad, men mejlet gick inte iväg. Välj ”Skicka igen”" in page
    assert "mejlet gick inte iväg</span>" in page
    invitation = Invitation.objects.get()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    answer = as_adam.post(f"/installningar/inbjudningar/{invitation.pk}/skicka/", follow=True)
    assert "Inbjudan är skickad till frida@exempel.se." in text(answer)
    assert len(mail.outbox) == 1


def test_a_role_given_at_once_survives_a_mail_server_that_is_down(as_adam, broken_mail, fia):
    answer = as_adam.post(NEW, FRIDA | {"email": "fia@exempel.se"}, follow=True)
    assert "Fia har nu rollen upphandlare, men mejlet om det gick inte iväg." in text(answer)


def test_the_letter_reaches_a_real_mail_server_in_swedish(as_adam, settings, helsingborg):
    class Box:
        letters = []

        async def handle_DATA(self, server, session, envelope):
            self.letters.append(envelope)
            return "250 OK"

    helsingborg.name = "Åmåls <stad> & landsbygd"
    helsingborg.save()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = Controller(Box(), hostname="127.0.0.1", port=port)
    server.start()
    try:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
        as_adam.post(NEW, FRIDA)
    finally:
        server.stop()
    (envelope,) = Box.letters
    assert envelope.rcpt_tos == ["frida@exempel.se"]
    letter = message_from_bytes(envelope.content, policy=policy.default)
    assert letter["subject"].strip() == "Inbjudan till Steget från Åmåls <stad> & landsbygd"
    body = letter.get_content().replace("\r\n", "\n")
    assert "upphandlare hos Åmåls <stad> & landsbygd" in body
    assert re.search(r"^http://testserver/inbjudan/\S+/$", body, re.MULTILINE)


def test_a_withdrawn_link_opens_nothing(as_adam, invitation):
    answer = as_adam.post(f"/installningar/inbjudningar/{invitation.pk}/aterkalla/", follow=True)
    assert "Inbjudan till frida@exempel.se är återkallad." in text(answer)
    for response in (Client().get(link(invitation)), Client().post(link(invitation), ACCOUNT)):
        assert response.status_code == 410
        assert "Inbjudan är återkallad. Fråga den som bjöd in dig." in text(response)
    assert not User.objects.filter(email="frida@exempel.se").exists()
    assert as_adam.post(f"/installningar/inbjudningar/{invitation.pk}/skicka/").status_code == 404


def test_an_accepted_invitation_cannot_be_withdrawn(as_adam, invitation):
    Client().post(link(invitation), ACCOUNT)
    answer = as_adam.post(f"/installningar/inbjudningar/{invitation.pk}/aterkalla/", follow=True)
    assert "frida@exempel.se har redan tagit emot inbjudan. Ta bort rollen i stället." in text(answer)


def test_a_link_opens_once(invitation):
    Client().post(link(invitation), ACCOUNT)
    for response in (Client().get(link(invitation)), Client().post(link(invitation), ACCOUNT)):
        assert response.status_code == 410
        assert "Inbjudan är redan använd. Logga in" in text(response)
    assert User.objects.filter(email="frida@exempel.se").count() == 1


def test_a_link_is_good_for_seven_days(invitation, monkeypatch):
    old = link(invitation)
    now = time.time()
    monkeypatch.setattr(signing.time, "time", lambda: now + 7 * 24 * 3600 - 60)
    assert Client().get(old).status_code == 200
    monkeypatch.setattr(signing.time, "time", lambda: now + 7 * 24 * 3600 + 60)
    response = Client().get(old)
    assert response.status_code == 410
    assert "Länken har gått ut, för den gäller bara i sju dagar." in text(response)


@pytest.mark.parametrize("spoil", [lambda t: t[:-3], lambda t: "x" + t, lambda t: "abc", lambda t: t.replace(":", "")])
def test_a_broken_link_says_so(invitation, spoil):
    response = Client().get(f"/inbjudan/{spoil(make_token(invitation.pk))}/")
    assert response.status_code == 410
    assert "Länken är inte hel." in text(response)


def test_a_link_signed_for_something_else_is_broken(invitation):
    assert Client().get(f"/inbjudan/{signing.dumps(invitation.pk, salt='annat')}/").status_code == 410


def test_looking_at_the_link_uses_nothing_up(invitation):
    for _ in range(2):
        assert Client().get(link(invitation)).status_code == 200
    assert Invitation.objects.open().get() == invitation


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"name": ""}, "Ange ditt namn"),
        ({"name": "x" * 151}, "Namn får ha högst 150 tecken, nu är det 151"),
        ({"password": "", "password_again": ""}, "Ange ett lösenord"),
        ({"password_again": "något annat"}, "Lösenorden är inte lika."),
        ({"password": "kort", "password_again": "kort"}, "Lösenordet ska ha minst 12 tecken."),
        ({"password": "1qaz2wsx3edc", "password_again": "1qaz2wsx3edc"}, "Lösenordet är ett av de vanligaste."),
        ({"password": "frida@exempel", "password_again": "frida@exempel"}, "Lösenordet liknar ditt namn"),
        ({"password": "Frida Ågren!", "password_again": "Frida Ågren!"}, "Lösenordet liknar ditt namn"),
    ],
)
def test_a_poor_name_or_password_comes_back_with_a_sentence(invitation, changes, sentence):
    response = Client().post(link(invitation), ACCOUNT | changes)
    assert response.status_code == 422
    assert sentence in text(response)
    assert not User.objects.filter(email="frida@exempel.se").exists()
    assert Invitation.objects.open().exists()


def test_one_account_takes_up_all_invitations_to_its_address(invitation, haninge):
    other = Invitation.objects.create(organisation=haninge, email="frida@exempel.se", role="matcher")
    foreign = Invitation.objects.create(organisation=haninge, email="frida2@exempel.se", role="matcher")
    Client().post(link(invitation), ACCOUNT)
    frida = User.objects.get(email="frida@exempel.se")
    assert {(each.organisation.name, each.role) for each in frida.memberships.all()} == {
        ("Helsingborg", "officer"),
        ("Haninge", "matcher"),
    }
    assert Client().get(link(other)).status_code == 410
    assert Invitation.objects.open().get() == foreign


def test_an_account_made_meanwhile_takes_the_role_and_keeps_its_password(invitation, helsingborg):
    make_person("Frida", password=PASSWORD)
    browser = Client()
    page = text(browser.get(link(invitation)))
    assert "Ta emot rollen" in page
    assert 'type="password"' not in page
    answer = browser.post(link(invitation), ACCOUNT | {"password": "ett-inkräktat-lösenord"}, follow=True)
    assert "Du har fått rollen. Logga in som vanligt." in text(answer)
    assert "_auth_user_id" not in browser.session, "the link alone signs nobody in to an existing account"
    frida = User.objects.get(email="frida@exempel.se")
    assert frida.check_password(PASSWORD)
    assert frida.memberships.get().organisation == helsingborg


def test_somebody_else_signed_in_on_the_computer_is_signed_out_by_the_new_account(invitation, sign_in, olivia):
    browser = sign_in(olivia)
    session = browser.session
    session["resumed"] = {"user": str(olivia.pk), "path": "/", "data": "note=hemligt"}
    session.save()
    browser.post(link(invitation), ACCOUNT)
    assert browser.session["_auth_user_id"] == str(User.objects.get(email="frida@exempel.se").pk)
    assert "resumed" not in browser.session


def test_a_used_invitation_raises_even_when_the_page_was_open_before(invitation, adam):
    actions.withdraw_invitation(invitation=invitation, by=adam, now=timezone.now())
    with pytest.raises(actions.InvitationClosed):
        actions.accept_invitation(invitation=invitation, now=timezone.now(), name="Frida", password=PASSWORD, by=None)


def test_only_an_administrator_of_the_organisation_sends_or_withdraws(sign_in, olivia, haninge, invitation):
    foreign = Invitation.objects.create(organisation=haninge, email="x@exempel.se", role="officer")
    client = sign_in(olivia)
    for verb in ("skicka", "aterkalla"):
        assert client.post(f"/installningar/inbjudningar/{invitation.pk}/{verb}/").status_code == 403
    Membership.objects.create(user=olivia, organisation=invitation.organisation, role="administrator")
    for verb in ("skicka", "aterkalla"):
        assert client.get(f"/installningar/inbjudningar/{invitation.pk}/{verb}/").status_code == 405
        assert client.post(f"/installningar/inbjudningar/{foreign.pk}/{verb}/").status_code == 404


def test_resending_tells_when_the_new_link_ends(as_adam, invitation):
    answer = as_adam.post(f"/installningar/inbjudningar/{invitation.pk}/skicka/", follow=True)
    assert "Länken gäller i sju dagar." in text(answer)
    invitation.refresh_from_db()
    Invitation.objects.update(sent_at=invitation.sent_at.replace(year=2020))
    assert "länken gick ut 2020-" in text(as_adam.get("/installningar/"))
