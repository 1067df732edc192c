"""Mina uppgifter on a phone in a real browser: klar, ångra, ny tid and a refusal, with and without JavaScript."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from apps.reminders.models import DeadlineNote
from apps.reminders.tests.answering import OPEN, address

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
TASK = "Följ upp kravet: 1 praktikplats"


@pytest.fixture
def phone(screen_of, olivia):
    """Olivia's phone, 390 px wide."""
    return screen_of(olivia, viewport={"width": 390, "height": 844})


def line(page, title=TASK):
    return page.locator(".task-list > li").filter(has_text=title)


def test_klar_and_undo_with_a_thumb(phone, requirement):
    phone.goto("/uppgifter/?kind=requirement")
    klar = line(phone).get_by_role("button", name=f"Klar med {TASK}")
    box = klar.bounding_box()
    assert min(box["width"], box["height"]) >= 48
    klar.click()
    expect(phone.get_by_role("status")).to_contain_text(f"Klart. {TASK}.")
    assert phone.url.endswith("/uppgifter/?kind=requirement")
    expect(line(phone)).to_contain_text("du svarade klar")
    phone.get_by_role("status").get_by_role("button", name="Ångra").click()
    expect(phone.get_by_role("status")).to_contain_text("Svaret är ångrat.")
    expect(line(phone)).to_contain_text("3 dagar försenad")
    assert phone.url.endswith("/uppgifter/?kind=requirement")
    assert DeadlineNote.objects.filter(undone_at__isnull=False).count() == 1


def test_a_press_beside_the_buttons_follows_the_line_and_not_an_answer(phone, requirement):
    phone.goto("/uppgifter/")
    box = line(phone).locator(".hint").bounding_box()
    phone.mouse.click(box["x"] + 5, box["y"] + box["height"] / 2)
    expect(phone).to_have_url(requirement.contract.get_absolute_url())
    assert not DeadlineNote.objects.exists()


def test_a_new_day_from_the_mail_refused_and_then_given(phone, requirement, today):
    phone.goto(address(OPEN, requirement))
    phone.get_by_role("link", name="Ny tid").click()
    phone.get_by_label("Skäl").fill("Leverantören ringer 19121212-1212")
    phone.get_by_role("button", name="Spara ny tid").click()
    expect(phone.get_by_role("alert")).to_contain_text("Ange den nya tiden")
    expect(phone.get_by_role("alert")).to_contain_text("ser ut som ett personnummer")
    expect(phone).to_have_title("Fel: Ny tid – Steget")
    day = today + timedelta(days=20)
    phone.get_by_label("Ny tid").fill(day.isoformat())
    phone.get_by_label("Skäl").fill("Leverantören ringer då")
    phone.get_by_role("button", name="Spara ny tid").click()
    expect(phone.get_by_role("status")).to_contain_text(f"Den nya dagen är {day}.")
    expect(line(phone)).to_contain_text("om 20 dagar")


def test_with_the_keyboard_alone(phone, requirement):
    phone.goto("/uppgifter/")
    klar = line(phone).get_by_role("button", name=f"Klar med {TASK}")
    line(phone).get_by_role("link", name=TASK, exact=True).focus()
    phone.keyboard.press("Tab")
    expect(klar).to_be_focused()
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("status")).to_contain_text(f"Klart. {TASK}.")


def test_paper_has_the_tasks_and_no_buttons(phone, requirement):
    phone.goto("/uppgifter/")
    phone.emulate_media(media="print")
    expect(line(phone)).to_be_visible()
    expect(phone.get_by_role("button", name=f"Klar med {TASK}")).to_be_hidden()
