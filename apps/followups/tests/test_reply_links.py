"""The supplier replies to a proposed step through the link of the letter's mail, and what the link never does."""

import logging
import re
import uuid
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.module_loading import import_string

from apps.core.tokens import token_of as sign
from apps.followups import reply_link_views
from apps.followups.models import Sanction
from apps.followups.reply_links import token_of
from apps.followups.sanction_actions import decide_step, note_reply, take_step, withdraw_step
from apps.followups.tests.deviation_world import DAY, EVERY_CLAUSE, deviation_of, make_painting, text_of
from apps.suppliers.models import SupplierContact

# The floor above, looked up by name: what it makes of these rows is part of the promise.
OutboxMail = import_string("apps.reminders.models.OutboxMail")

TODAY = timezone.localdate()
OWN = "Vi har anställt två praktikanter sedan i måndags."


@pytest.fixture(autouse=True)
def _outbox(settings):
    settings.EMAIL_BACKEND = "apps.reminders.outbox_backend.EmailBackend"


@pytest.fixture
def petra():
    """Petra's telephone: nobody is signed in, and forged posts are looked for."""
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def sanction(olivia, helsingborg):
    """A warning proposed to Petra, who may reply for a fortnight."""
    deviation = deviation_of(make_painting(helsingborg, **EVERY_CLAUSE))
    values = {"motive": "Bristen är inte rättad.", "reply_by": TODAY + 14 * DAY, "token": uuid.uuid4(), "today": TODAY}
    return take_step(by=olivia, deviation=deviation, step="warning", contact=SupplierContact.objects.get(), **values)


def url(sanction, name="reply_link") -> str:
    return reverse(name, args=[token_of(Sanction.objects.get(pk=sanction.pk))])


def sent(client, sanction, reply=OWN, replier="Petra Ek"):
    """Open the page, write and send."""
    form = client.get(url(sanction)).context["form"]
    data = {"reply": reply, "replier": replier, "version": form["version"].value()}
    return client.post(url(sanction), data)


def test_petra_replies_by_the_link_in_the_letters_mail_without_signing_in(petra, sanction, olivia, sign_in):
    letter = OutboxMail.objects.get(to_address="petra@exempel.se")
    address = re.search(r"https?://[^/\s]+(/yttrande/\S+)", letter.text)[1]
    assert (letter.kind, address) == ("account", url(sanction))
    page = petra.get(address)
    assert "Bristen är inte rättad." in text_of(page)
    assert f"Ni får yttra er till och med {date_format(sanction.reply_by, 'j F Y')}" in text_of(page)
    assert sent(petra, sanction).url == address
    sanction.refresh_from_db()
    assert (sanction.reply, sanction.replier, sanction.replied_on) == (OWN, "Petra Ek", TODAY)
    assert OWN in text_of(petra.get(address))
    assert petra.cookies == {}
    desk = text_of(sign_in(olivia).get(sanction.deviation.get_absolute_url()))
    assert f"{TODAY}, Petra Ek genom länken: {OWN}" in desk
    told = OutboxMail.objects.get(to_address=olivia.email)
    assert told.subject.startswith("Leverantören har svarat om skriftlig varning")
    decided = decide_step(by=olivia, sanction=sanction, motive="Svaret ändrar inget.", today=TODAY)
    assert f"Ni yttrade er {TODAY}" in decided.letter


def test_a_letter_of_what_is_decided_at_once_has_no_link(olivia, sanction):
    contact, deviation = SupplierContact.objects.get(), deviation_of(sanction.deviation.contract)
    values = {"motive": "Påminn.", "token": uuid.uuid4(), "today": TODAY, "contact": contact}
    taken = take_step(by=olivia, deviation=deviation, step="reminder", **values)
    assert taken.nonce is None
    assert "/yttrande/" not in OutboxMail.objects.latest("pk").text


def test_a_step_whose_letter_is_fetched_has_no_link(olivia, sanction):
    deviation = deviation_of(sanction.deviation.contract)
    values = {"motive": "Varna.", "reply_by": TODAY + DAY, "token": uuid.uuid4(), "today": TODAY}
    assert take_step(by=olivia, deviation=deviation, step="warning", **values).nonce is None


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"reply": ""}, "Skriv ert svar"),
        ({"replier": ""}, "Skriv ditt namn"),
        ({"reply": "Hon heter Eva, 19121212-1212."}, "personnummer"),
        ({"reply": "x" * 2001}, "2"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(petra, sanction, values, sentence):
    refused = sent(petra, sanction, **values)
    assert refused.status_code == 422
    assert sentence in str(refused.context["form"].errors)
    assert Sanction.objects.get(pk=sanction.pk).reply == ""
    assert refused.context["form"]["replier"].value() == values.get("replier", "Petra Ek")


def test_the_reply_may_be_corrected_until_the_step_is_decided(petra, sanction, olivia):
    sent(petra, sanction)
    assert sent(petra, sanction, "Tre praktikanter, inte två.").status_code == 302
    sanction.refresh_from_db()
    assert sanction.reply == "Tre praktikanter, inte två."
    decide_step(by=olivia, sanction=sanction, motive="Svaret ändrar inget.", today=TODAY)
    page = petra.get(url(sanction))
    assert (page.status_code, page.context["form"]) == (200, None)
    assert f"Beslutet är fattat {date_format(TODAY, 'j F Y')}" in text_of(page)
    late = petra.post(url(sanction), {"reply": "Fyra.", "replier": "Petra", "version": "x"})
    assert late.status_code == 409
    sanction.refresh_from_db()
    assert sanction.reply == "Tre praktikanter, inte två."


def test_a_reply_the_officer_noted_meanwhile_is_shown_before_it_is_overwritten(petra, sanction, olivia):
    form = petra.get(url(sanction)).context["form"]
    note_reply(by=olivia, sanction=sanction, reply="Ringde: hör av sig.", replied_on=TODAY, today=TODAY)
    data = {"reply": OWN, "replier": "Petra", "version": form["version"].value()}
    refused = petra.post(url(sanction), data)
    assert refused.status_code == 409
    assert "Nu står det: Ringde: hör av sig." in text_of(refused)
    again = data | {"version": refused.context["form"]["version"].value()}
    assert petra.post(url(sanction), again).status_code == 302


def test_a_press_sent_twice_tells_the_officer_once(petra, sanction, olivia):
    form = petra.get(url(sanction)).context["form"]
    data = {"reply": OWN, "replier": "Petra", "version": form["version"].value()}
    assert [petra.post(url(sanction), data).status_code for _ in range(2)] == [302, 302]
    assert OutboxMail.objects.filter(to_address=olivia.email).count() == 1


def test_an_officer_who_decides_while_petra_writes_is_shown_her_reply(petra, sanction, olivia, sign_in):
    Sanction.objects.filter(pk=sanction.pk).update(reply_by=TODAY - DAY)
    desk, address = sign_in(olivia), reverse("sanction_decide", args=[sanction.pk])
    form = desk.get(address).context["form"]
    sent(petra, sanction)
    assert desk.post(address, {"motive": "Inget svar.", "version": form["version"].value()}).status_code == 409


def test_an_expired_link_shows_nothing_and_mails_a_new_one_where_the_letter_went(petra, sanction):
    old = url(sanction)
    Sanction.objects.filter(pk=sanction.pk).update(link_expires_at=timezone.now())
    closed = petra.get(old)
    assert closed.status_code == 410
    assert "Bristen" not in text_of(closed)
    assert "Skicka ny länk" in text_of(closed)
    assert "Titta i inkorgen" in text_of(petra.post(url(sanction, "reply_renew")))
    letter = OutboxMail.objects.latest("pk")
    assert (letter.to_address, url(sanction) in letter.text) == ("petra@exempel.se", True)
    assert url(sanction) != old
    assert petra.get(old).status_code == 410
    assert petra.get(url(sanction)).status_code == 200


def test_no_new_link_is_mailed_of_a_step_that_is_over(petra, sanction, olivia):
    withdraw_step(by=olivia, sanction=sanction, reason="Fel leverantör.", today=TODAY)
    before = OutboxMail.objects.count()
    assert petra.post(url(sanction, "reply_renew")).status_code == 200
    assert OutboxMail.objects.count() == before
    page = petra.get(url(sanction))
    assert page.status_code == 410
    assert "är återtaget, så ni behöver inte svara" in text_of(page)


def test_a_guessed_altered_or_foreign_link_looks_like_no_page_at_all(petra, sanction):
    own = token_of(sanction)
    nonce, key = Sanction.objects.get().nonce, "gissad"
    as_report = sign(nonce, key=settings.SECRET_KEY, salt="followups.report-link")
    changed = [own[:at] + ("A" if own[at] != "A" else "B") + own[at + 1 :] for at in range(0, len(own), 5)]
    for token in (sign(nonce, key=key, salt="followups.reply-link"), as_report, str(nonce), "A" * 56, *changed):
        assert petra.get(reverse("reply_link", args=[token])).status_code == 404
        assert petra.post(reverse("reply_renew", args=[token])).status_code == 404
    assert petra.get(reverse("report_link", args=[own])).status_code == 404


def test_too_many_tries_are_asked_to_wait_and_no_more_than_five_links_are_mailed(petra, sanction, monkeypatch):
    before = OutboxMail.objects.count()
    for _ in range(8):
        petra.post(url(sanction, "reply_renew"))
    assert OutboxMail.objects.count() == before + 5
    monkeypatch.setitem(reply_link_views.RATES, "reply_link", "3/m/ip")
    statuses = [petra.get(reverse("reply_link", args=["A" * 56])).status_code for _ in range(5)]
    assert statuses[-1] == 429


def test_no_page_of_the_link_is_kept_found_told_on_or_logged(petra, sanction):
    answer = petra.get(url(sanction))
    assert answer["Cache-Control"] == "no-store, private"
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert answer["Referrer-Policy"] == "no-referrer"
    record = logging.LogRecord("django.request", 30, "", 1, "Gone: %s", (url(sanction),), None)
    assert import_string(settings.LOGGING["filters"]["secrets"]["()"])().filter(record)
    assert record.getMessage() == "Gone: /yttrande/…/"


def test_the_history_keeps_the_reply_and_never_the_secret_of_the_link(petra, sanction):
    sent(petra, sanction)
    event = Sanction.pgh_event_model.objects.filter(pgh_obj=sanction.pk).latest("pgh_id")
    assert (event.reply, event.replier, hasattr(event, "nonce")) == (OWN, "Petra Ek", False)


def test_a_link_lives_thirty_days_after_the_last_day_to_reply(sanction):
    last = timezone.localtime(sanction.link_expires_at - timedelta(seconds=1)).date()
    assert last == sanction.reply_by + 30 * DAY
