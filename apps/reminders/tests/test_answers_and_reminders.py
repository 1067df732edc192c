"""An answer reaches the reminders: what is klar is not reminded of, a new day is, and the mail's button leads here."""

from collections import Counter
from datetime import timedelta
from urllib.parse import urlsplit

from django.utils import timezone

from apps.reminders.deadline_page import find
from apps.reminders.mail_pages import open_url
from apps.reminders.models import DeadlineNote, Reminder
from apps.reminders.plan_actions import plan_organisation
from apps.reminders.tests.answering import CLOSE, address, move, send


def plan(organisation, today):
    plan_organisation(organisation=organisation, today=today, now=timezone.now())


def states(requirement, due_on):
    rows = Reminder.objects.filter(deadline_key=f"requirement:{requirement.pk}", due_on=due_on, audience="owner")
    return Counter(rows.values_list("state", "why_suppressed"))


def test_klar_ends_the_reminders_and_undo_brings_them_back(sign_in, olivia, helsingborg, requirement, today):
    client, due_on = sign_in(olivia), requirement.due_on
    plan(helsingborg, today)
    assert states(requirement, due_on)["planned", ""] == 1
    send(client, address(CLOSE, requirement))
    plan(helsingborg, today)
    assert states(requirement, due_on)["planned", ""] == 0
    assert states(requirement, due_on)["suppressed", "done"] == 1
    client.post(f"/uppgifter/svar/{DeadlineNote.objects.get().pk}/angra/")
    plan(helsingborg, today)
    assert states(requirement, due_on)["planned", ""] == 1


def test_a_new_day_is_reminded_of_and_the_old_one_is_not(sign_in, olivia, helsingborg, requirement, today):
    plan(helsingborg, today)
    first, second = today + timedelta(days=200), today + timedelta(days=5)
    client = sign_in(olivia)
    move(client, requirement, first)
    move(client, requirement, second, due_on=first)
    plan(helsingborg, today)
    assert states(requirement, requirement.due_on)["suppressed", "moved"] == 1
    assert states(requirement, second)["planned", ""] == 1


def test_the_button_of_a_mail_leads_to_the_task(sign_in, olivia, helsingborg, requirement, today):
    deadline = find(olivia, [helsingborg], f"requirement:{requirement.pk}", today=today).deadline
    parts = urlsplit(open_url(deadline))
    page = sign_in(olivia).get(f"{parts.path}?{parts.query}")
    assert page.context["task"].deadline == deadline
    assert page.context["task"].moved_text == ""
