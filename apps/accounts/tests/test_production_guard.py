"""Production refuses to start while demo accounts exist; and how it gets its first account."""

import os
import subprocess
import sys
from io import StringIO

import pytest
from django.conf import settings as django_settings
from django.core import mail
from django.core.checks import run_checks
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client

from apps.accounts.checks import SENTENCE, demo_accounts_forbidden
from apps.accounts.models import Invitation, Organisation, User

OPEN = {"name": "Ystad", "org_number": "212000-1181", "admin_email": "Asa@Exempel.se"}


@pytest.fixture
def in_production(settings):
    settings.DEMO = False


@pytest.fixture
def demo_account(db):
    return User.objects.create_user("demo@exempel.se", name="Demo", is_demo=True)


def database_errors() -> list[str]:
    return [each.id for each in run_checks(tags=["database"], databases=["default"]) if each.id == "accounts.E001"]


def test_the_check_names_the_fault_in_production_only(in_production, demo_account, settings):
    assert database_errors() == ["accounts.E001"]
    settings.DEMO = True
    assert database_errors() == []


@pytest.mark.usefixtures("db")
def test_production_without_demo_accounts_is_fine(in_production):
    assert database_errors() == []
    demo_accounts_forbidden()


def test_a_check_that_was_given_no_database_asks_none(in_production):
    assert run_checks(tags=["database"], databases=None) == []


def test_the_start_is_refused_with_a_sentence(in_production, demo_account):
    with pytest.raises(ImproperlyConfigured, match="exempelkonton med kända lösenord"):
        demo_accounts_forbidden()


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_the_real_web_application_does_not_load_in_production_with_demo_accounts():
    User.objects.create_user("demo@exempel.se", name="Demo", is_demo=True)
    assert "exempelkonton med kända lösenord" in load_in_production().stderr
    User.objects.all().delete()
    loaded = load_in_production()
    assert (loaded.returncode, loaded.stdout.strip()) == (0, "loaded"), loaded.stderr


@pytest.mark.slow
def test_production_without_a_secret_key_does_not_start():
    refused = load_in_production(SECRET_KEY="")
    assert refused.returncode != 0
    assert "SECRET_KEY saknas" in refused.stderr


def load_in_production(**changes) -> subprocess.CompletedProcess:
    """Import the WSGI application in a process of its own, against this test's database."""
    parts = connection.settings_dict
    address = (
        f"postgres://{parts['USER']}:{parts['PASSWORD']}@/{parts['NAME']}?host={parts['HOST']}&port={parts['PORT']}"
    )
    production = {"SECRET_KEY": "x" * 50, "STEGET_DEMO": "nej", "ALLOWED_HOSTS": "localhost", "DATABASE_URL": address}
    return subprocess.run(
        [sys.executable, "-c", "import procurement_csr.wsgi; print('loaded')"],
        cwd=django_settings.BASE_DIR,
        env=os.environ | production | changes,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def open_organisation(**changes) -> str:
    out = StringIO()
    arguments = [f"--{name.replace('_', '-')}={value}" for name, value in (OPEN | changes).items() if value is not True]
    flags = [f"--{name.replace('_', '-')}" for name, value in changes.items() if value is True]
    call_command("create_organisation", *arguments, *flags, stdout=out, stderr=out)
    return out.getvalue()


@pytest.mark.django_db
def test_the_command_opens_an_organisation_and_mails_the_first_administrator(settings):
    settings.SITE_URL = "https://steget.example.se"
    said = open_organisation()
    assert "Ystad är upplagd." in said
    assert Organisation.objects.get().org_number == "2120001181"
    (letter,) = mail.outbox
    assert letter.to == ["asa@exempel.se"]
    assert "Den som sköter Steget bjuder in dig till Steget som administratör hos Ystad." in letter.body
    link = said.strip().split()[-1]
    assert link.startswith("https://steget.example.se/inbjudan/")
    assert link in letter.body
    browser = Client()
    password = "tre-udda-ord-till-asa"
    account = {"name": "Åsa", "password": password, "password_again": password}
    browser.post(link.removeprefix("https://steget.example.se"), account)
    assert browser.get("/installningar/").status_code == 200


@pytest.mark.django_db
def test_the_command_prints_the_link_when_mail_does_not_work(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    said = open_organisation()
    assert "Ett mejl är skickat" not in said
    assert "/inbjudan/" in said
    assert Invitation.objects.get().sent_at is None


@pytest.mark.django_db
def test_the_command_can_leave_the_mail_out_and_takes_somebody_known(fia):
    said = open_organisation(admin_email="fia@exempel.se", no_mail=True)
    assert "fia@exempel.se har redan ett konto och är nu administratör." in said
    assert mail.outbox == []
    assert fia.has_perm("accounts.change_organisation", Organisation.objects.get(name="Ystad"))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"org_number": "12"}, "Ett organisationsnummer har tio siffror"),
        ({"org_number": "850709-9805"}, "inte ett personnummer"),
        ({"org_number": "212000-1157"}, "Det finns redan en organisation med det organisationsnumret."),
        ({"name": "Helsingborg"}, "Det finns redan en organisation med det namnet."),
        ({"admin_email": "ingen adress"}, "e-postadress"),
    ],
)
def test_the_command_refuses_with_a_sentence_and_leaves_nothing_behind(helsingborg, changes, sentence):
    with pytest.raises(CommandError, match=sentence):
        open_organisation(**changes)
    assert not Organisation.objects.filter(name="Ystad").exists()


@pytest.mark.django_db
def test_the_command_warns_about_a_wrong_check_digit():
    assert "Varning: Kontrollsiffran" in open_organisation(org_number="212000-1182")
    assert SENTENCE.startswith("Det finns exempelkonton")
