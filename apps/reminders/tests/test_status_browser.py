"""The administrator in a browser: a rule, own days, a held mail and how mails look. With and without JavaScript."""

import uuid

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from apps.reminders.models import DeliveryEvent, OutboxMail
from apps.reminders.planning import Rule
from apps.reminders.rule_queries import ruling_of, settings_of

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def screen(screen_of, adam):
    """Adam's screen."""
    return screen_of(adam)


def test_a_rule_is_refused_mended_saved_and_taken_back(screen, helsingborg):
    screen.goto("/installningar/")
    screen.get_by_role("link", name="Regler för påminnelser").click()
    screen.get_by_role("link", name="Samverkan enligt MBL").click()
    screen.get_by_label("Dagar före").fill("")
    screen.get_by_role("button", name="Spara regeln").click()
    expect(screen.get_by_role("alert")).to_contain_text("bygger på lag")
    screen.get_by_label("Dagar före").fill("15, 5, 0")
    screen.get_by_role("button", name="Spara regeln").click()
    expect(screen.get_by_role("status")).to_contain_text("15 och 5 arbetsdagar före och på sista dagen")
    row = screen.get_by_role("row").filter(has_text="Samverkan enligt MBL")
    expect(row).to_contain_text("egen")
    row.get_by_role("link").click()
    expect(screen.locator("main")).to_contain_text("15 arbetsdagar före, till den ansvariga")
    screen.get_by_role("button", name="Använd Stegets förslag igen").click()
    expect(screen.get_by_role("status")).to_contain_text("Stegets förslag gäller igen.")
    assert ruling_of(helsingborg, "consultation").rule == Rule(
        (10, 3, 0), (5, 10), repeat_every=5, in_working_days=True, head_after=10
    )


def test_own_days_are_written_as_periods(screen, helsingborg):
    screen.goto("/installningar/paminnelser/")
    days = screen.get_by_label("Egna dagar utan mejl")
    days.fill("2026-12-28\n2026-07-31–2026-07-06")
    screen.get_by_role("button", name="Spara tiderna").click()
    expect(screen.get_by_role("alert")).to_contain_text("Rad 2: perioden slutar 2026-07-06")
    expect(days).to_have_value("2026-12-28\n2026-07-31–2026-07-06")
    days.fill("2026-12-28\n2026-07-06–2026-07-31")
    screen.get_by_role("button", name="Spara tiderna").click()
    expect(screen.get_by_role("status")).to_contain_text("Sparat.")
    assert len(settings_of(helsingborg).quiet_days) == 27


def test_a_held_summons_is_looked_at_and_sent_again(screen, helsingborg):
    now = timezone.now()
    mail = OutboxMail.objects.create(
        organisation=helsingborg,
        kind="summons",
        subject="Kallelse till förhandling",
        text="Välkommen!",
        to_address="ombud@exempel.se",
        due_at=now,
        state="held",
        uncertain_at=now,
        message_id=f"<{uuid.uuid4()}@exempel.se>",
    )
    DeliveryEvent.objects.create(mail=mail, fence=1, step="uncertain", at=now)
    screen.goto("/installningar/mejl/")
    expect(screen.locator("main")).to_contain_text("1 behöver någon som tittar på det.")
    screen.get_by_role("link", name="Kallelse till förhandling").click()
    expect(screen.locator("main")).to_contain_text("avbröts innan svaret kom")
    expect(screen.locator("main")).not_to_contain_text("Välkommen!")
    screen.get_by_role("button", name="Skicka igen").click()
    expect(screen.get_by_role("status")).to_contain_text("Mejlet skickas inom en minut.")
    expect(screen.get_by_role("button", name="Skicka igen")).to_have_count(0)
    mail.refresh_from_db()
    assert (mail.state, mail.text) == ("pending", "Välkommen!")


def test_a_mail_is_shown_in_its_frame_with_its_own_looks(screen):
    screen.goto("/installningar/mejl/sa-ser-de-ut/")
    mail = screen.frame_locator("iframe")
    expect(mail.get_by_role("link", name="Öppna uppgiften").first).to_be_visible()
    button = mail.get_by_role("link", name="Öppna uppgiften").first
    assert button.evaluate("each => getComputedStyle(each).color") == "rgb(255, 255, 255)"
    expect(screen.locator("pre")).to_contain_text("FÖRSENAT")
    screen.get_by_role("link", name="Förvaltningens vecka").click()
    expect(screen.locator("pre")).to_contain_text("Fastighetsförvaltningen")
    expect(mail.locator("body")).to_contain_text("Fastighetsförvaltningen")
