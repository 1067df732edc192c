"""The call that is mailed to the union: to whom, with what, and only when the call itself is saved."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import transaction

from apps.mbl.choices import Question
from apps.mbl.models import UnionRepresentative
from apps.mbl.tests.makers import CALLED, MET, assess, make_union, row_of, take
from apps.reminders.choices import MailKind
from apps.reminders.models import OutboxMail
from procurement_csr.people import make_procurement, make_supplier

pytestmark = pytest.mark.django_db


@pytest.fixture
def kommunal(helsingborg, ulla):
    union = make_union(helsingborg)
    for role, email, user, is_active in (
        ("Ordförande", "ulla@exempel.se", ulla, True),
        ("Skyddsombud", "Ulla@exempel.se", None, True),
        ("Sekreterare", "sixten@exempel.se", None, True),
        ("Kassör", "karin@exempel.se", None, False),
    ):
        UnionRepresentative.objects.create(union=union, role=role, email=email, user=user, is_active=is_active)
    return union


@pytest.fixture
def row(doris, helsingborg, property_department, kommunal):
    case = make_procurement(helsingborg, "Städning i skolor", department=property_department, case_number="FN 2026/12")
    return row_of(assess(doris, case, Question.Q1), "A")


@pytest.fixture
def outbox(settings):
    settings.EMAIL_BACKEND = "apps.reminders.outbox_backend.EmailBackend"
    return OutboxMail.objects


def test_a_call_by_mail_reaches_each_active_representative_once(row, doris, ulla, outbox, settings):
    settings.SITE_URL = "https://steget.example.se"
    take(doris, row, "call", today=CALLED, place="Stadshuset, rum 4", supplier=make_supplier("Renare AB"))
    letters = {letter.to_address.lower(): letter for letter in outbox.all()}
    assert set(letters) == {"ulla@exempel.se", "sixten@exempel.se"}
    letter = letters["ulla@exempel.se"]
    assert (letter.kind, letter.organisation, letter.recipient) == (MailKind.SUMMONS, row.organisation, ulla)
    assert letter.subject == f"Kallelse till förhandling {MET}: Städning i skolor"
    for part in (
        f"kallar Kommunal till förhandling enligt {row.paragraph} § MBL",
        "Städning i skolor (FN 2026/12)",
        f"Möte: {MET}, Stadshuset, rum 4",
        f"med e-post {CALLED}",
        f"https://steget.example.se/forhandlingar/{row.pk}/",
    ):
        assert part in letter.text
    assert "Renare" not in letter.text, "to whom an award goes may be secret"
    assert letter.headers["Reply-To"] == "doris@exempel.se"
    assert letter.not_after.date() == MET, "midnight after the meeting, in UTC"


def test_the_link_in_the_call_opens_for_the_representative(row, doris, ulla, outbox, sign_in):
    take(doris, row, "call", today=CALLED)
    assert sign_in(ulla).get(f"/forhandlingar/{row.pk}/").status_code == 200


@pytest.mark.parametrize("channel", ["letter", "meeting"])
def test_a_call_by_other_means_is_not_mailed(row, doris, channel):
    take(doris, row, "call", today=CALLED, channel=channel)
    assert mail.outbox == []


def test_a_call_that_was_sent_before_today_is_registered_and_not_mailed_again(row, doris):
    take(doris, row, "call", today=CALLED + timedelta(days=1))
    assert mail.outbox == []


def test_a_call_that_is_refused_or_taken_back_mails_nobody(row, doris, outbox):
    with pytest.raises(ValidationError):
        take(doris, row, "call", today=CALLED, meeting_on=CALLED - timedelta(days=1))
    assert not outbox.exists()
    with transaction.atomic():
        take(doris, row, "call", today=CALLED)
        assert outbox.count() == 2
        transaction.set_rollback(True)
    assert not outbox.exists()


def test_the_same_call_pressed_twice_is_mailed_once(row, doris, outbox):
    take(doris, row, "call", today=CALLED)
    take(doris, row, "call", today=CALLED)
    assert outbox.count() == 2
