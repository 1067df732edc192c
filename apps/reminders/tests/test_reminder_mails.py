"""What the mails of reminders say, to whom, in which mail, and how one is let out of them."""

import json
from datetime import date, timedelta
from html.parser import HTMLParser
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from apps.core.deadlines import Deadline
from apps.reminders import mail_words
from apps.reminders.choices import Audience, MailKind
from apps.reminders.mail_pages import Reminding, reminding
from apps.reminders.models import NoticeChoice, OutboxMail, Pulse, Reminder
from apps.reminders.previews import PREVIEWS, preview
from apps.reminders.tests.rounds_world import MONDAY, ask, at, begun, day, mails, make_painting, round_on
from procurement_csr import people

CLEANING = "Städning av Södertörnsskolan"


@pytest.fixture
def town(helsingborg, property_department):
    begun(helsingborg)
    return helsingborg


def task(number, title="Följ upp kravet: 1 praktikplats", context=CLEANING):
    return Deadline(f"requirement:{number}", title, day(number), 1, 1, None, "avtalets klausul", "/", "x", context)


@pytest.mark.parametrize(
    ("kind", "numbers", "subject"),
    [
        ("digest", [-2, 1, 30], f"3 uppgifter, 1 försenad: {CLEANING}"),
        ("digest", [-2, -1], f"2 uppgifter, 2 försenade: {CLEANING}"),
        ("digest", [0, 1], f"2 uppgifter, 1 i dag: {CLEANING}"),
        ("weekly", [3, 4], f"Veckan: 2 uppgifter: {CLEANING}"),
        ("each", [1], f"Om 1 dag: Följ upp kravet: 1 praktikplats ({CLEANING})"),
        ("urgent", [0], f"Brådskande, i dag: Följ upp kravet: 1 praktikplats ({CLEANING})"),
    ],
)
def test_the_subject_says_how_many_and_the_most_urgent(kind, numbers, subject):
    assert mail_words.subject(kind, [task(number) for number in numbers], 0, MONDAY) == subject


def test_a_subject_is_one_short_line_whatever_the_title_holds():
    found = mail_words.subject("each", [task(1, "Rad\r\nBcc: alla@exempel.se " + "å" * 400, "Ö" * 400)], 0, MONDAY)
    assert "\n" not in found
    assert len(found) <= 180


@pytest.mark.parametrize(
    ("audiences", "words"),
    [
        ([], ""),
        ([Audience.HEAD], "förvaltningschefen"),
        ([Audience.HEAD, Audience.COORDINATOR], "förvaltningschefen och CSR-samordnaren"),
        (
            [Audience.OWNER, Audience.OWNER, Audience.HEAD, Audience.COORDINATOR, Audience.COORDINATOR],
            "2 ansvariga, förvaltningschefen och 2 CSR-samordnare",
        ),
    ],
)
def test_who_else_was_told_is_said_without_names(audiences, words):
    assert mail_words.also_told(audiences) == words


def test_a_mail_groups_what_is_late_today_this_week_and_later(town, property_department, olivia, carin):
    contract = make_painting(town, property_department, olivia, CLEANING)
    other = make_painting(town, property_department, olivia, "Målning")
    ask(contract, day(-8), 0)
    ask(contract, day(1), 1)
    ask(contract, day(14), 2)
    ask(other, day(7), 3)
    round_on(0)
    (mail,) = mails(recipient=olivia)
    wanted = ["FÖRSENAT", "8 dagar försenad", "Bygger på avtalets klausul", "Också påminda: CSR-samordnaren"]
    wanted += ["DEN HÄR VECKAN", "om 1 dag", "SENARE", "om 7 dagar", "om 14 dagar", "VARFÖR FÅR DU MEJLET?"]
    places = [mail.text.index(each) for each in wanted]
    assert places == sorted(places)
    assert [mail.text.count("Öppna"), mail.html.count("Öppna uppgiften</a>")] == [0, 4]
    key = f"requirement:{contract.requirements.order_by('due_on').first().pk}"
    assert f"http://localhost:8000/uppgifter/oppna/?nyckel={key}&dag={day(-8)}" in mail.text
    assert max(len(line) for line in mail.text.splitlines() if "://" not in line) <= 72
    assert (mail.due_at, mail.not_after) == (at(MONDAY), at(day(2), "00:00"))
    assert mail.headers == {"Auto-Submitted": "auto-generated"} | {
        name: value for name, value in mail.headers.items() if name.startswith("List-Unsubscribe")
    }


def test_the_html_part_holds_no_picture_no_tracking_no_script_and_escapes_what_people_wrote(
    town, property_department, olivia
):
    ask(make_painting(town, property_department, olivia, '<img src="https://ond.example/x"> & "Städ"'), day(1))
    round_on(0)
    (mail,) = mails()
    tags = TagsOf(mail.html)
    assert not {"img", "script", "link", "iframe", "form"} & set(tags.names)
    assert all(url.startswith(("http://localhost:8000/", "mailto:")) for url in tags.addresses)
    assert "&lt;img src=" in mail.html
    assert '<img src="https://ond.example/x"> & "Städ"' in mail.text


def test_a_mail_shows_sixty_tasks_and_counts_the_rest(town):
    deadlines = [task(number)._replace(organisation_id=town.pk) for number in range(65)]
    page = reminding(Reminding(MailKind.DIGEST, town, "Olivia", MONDAY, deadlines))
    assert page.subject.startswith("65 uppgifter, 1 i dag")
    assert (page.text.count("/uppgifter/oppna/"), page.html.count("Öppna uppgiften</a>")) == (60, 60)
    assert "Och 5 till. Alla finns i Mina uppgifter:\nhttp://localhost:8000/uppgifter/" in page.text


class TagsOf(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.names, self.addresses = [], []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.names.append(tag)
        self.addresses += [value for name, value in attributes if name in ("href", "src")]


def choose(person, organisation, **fields):
    return NoticeChoice.objects.create(user=person, organisation=organisation, **fields)


def test_each_person_gets_the_mails_as_chosen_and_what_is_urgent_at_once(town, property_department, olivia, carin):
    choose(olivia, town, frequency="each")
    choose(carin, town, frequency="weekly")
    tender = {"tender_deadline_at": at(day(1), "12:00"), "phase": "tendering", "procedure": "open"}
    people.make_procurement(town, "Måltider", department=property_department, responsible=carin, **tender)
    for person in (olivia, carin):
        for number in range(2):
            ask(make_painting(town, property_department, person, f"Skola {number}"), day(2), number)
    round_on(1)
    kinds = sorted((mail.recipient.name, mail.kind) for mail in mails())
    # What came on Tuesday waits for next week's mail.
    assert kinds == [("Carin", "urgent"), ("Olivia", "each"), ("Olivia", "each")]
    assert Reminder.objects.filter(state="planned", recipient=carin).count() == 2
    round_on(7)
    assert [mail.kind for mail in mails(recipient=carin)][-1] == "weekly"


def test_a_tenders_deadline_has_a_mail_of_its_own_from_the_day_before(town, property_department, olivia):
    tender = {"tender_deadline_at": at(day(8), "12:00"), "phase": "tendering", "procedure": "open"}
    people.make_procurement(town, "Måltider", department=property_department, responsible=olivia, **tender)
    kinds = []
    for number in (1, 7, 8):
        round_on(number)
        kinds.append([mail.kind for mail in mails()][-1])
    assert kinds == ["digest", "urgent", "urgent"]


def test_only_what_one_may_do_without_carries_a_way_out(town, property_department, olivia, doris):
    property_department.contact = doris
    property_department.save()
    ask(make_painting(town, property_department, olivia), day(1))
    case = people.make_procurement(town, "Avtal", department=property_department, responsible=doris, phase="contracted")
    people.make_contract(case, starts_on=day(-400), ends_on=day(900), signed_on=day(-29), value=5_000_000)
    round_on(0)
    free, bound = mails(recipient=olivia)[0], mails(recipient=doris)[0]
    assert "List-Unsubscribe" in free.headers
    assert "eller slippa dem" in free.text
    assert "List-Unsubscribe" not in bound.headers
    assert "kan inte väljas bort" in " ".join(bound.text.split())


def test_a_muted_kind_is_not_told_of_unless_it_is_required(town, property_department, olivia):
    choose(olivia, town, muted_kinds=["requirement", "tendering"])
    ask(make_painting(town, property_department, olivia), day(1))
    tender = {"tender_deadline_at": at(day(1), "12:00"), "phase": "tendering", "procedure": "open"}
    people.make_procurement(town, "Måltider", department=property_department, responsible=olivia, **tender)
    round_on(0)
    assert {mail.kind for mail in mails()} == {"urgent"}
    assert Reminder.objects.get(state="suppressed").why_suppressed == "switched_off"


@pytest.fixture
def hans(town, property_department):
    head = people.make_person("Hans", "department", town, property_department)
    property_department.head = head
    property_department.save()
    return head


def heads_mails():
    return mails(kind=MailKind.HEADS)


def test_a_head_learns_once_a_week_what_is_late_and_who_is_responsible(town, property_department, olivia, doris, hans):
    ask(make_painting(town, property_department, olivia), day(-3))
    ask(make_painting(town, property_department, doris, CLEANING), day(-4))
    ask(make_painting(town, people.make_department(town), olivia, "En annan förvaltnings"), day(-4))
    for number, clock in ((0, "08:00"), (0, "08:05"), (1, "08:00"), (4, "17:00")):
        round_on(number, clock)
    (mail,) = heads_mails()
    assert (mail.recipient, mail.subject) == (hans, "2 uppgifter försenade i Fastighetsförvaltningen")
    assert mail.slot == f"heads:{town.pk}:{property_department.pk}:{MONDAY}:{hans.pk}"
    assert "Ansvarig: Doris" in mail.text
    assert "Ansvarig: upphandlare" in mail.text
    assert "Olivia" not in mail.text + mail.html
    assert "En annan" not in mail.text
    round_on(7)
    assert len(heads_mails()) == 2


def test_after_a_monday_without_power_the_heads_mail_comes_on_tuesday(town, property_department, olivia, hans):
    ask(make_painting(town, property_department, olivia), day(-7))
    round_on(-3)
    round_on(1)
    assert [mail.due_at for mail in heads_mails()] == [at(day(-3)), at(day(1))]


def test_a_head_of_a_department_where_nothing_is_late_gets_no_mail(town, property_department, olivia, hans):
    ask(make_painting(town, property_department, olivia), day(3))
    round_on(0)
    ask(make_painting(town, property_department, olivia), day(-3))
    round_on(1)
    assert heads_mails() == []


def test_heads_get_nothing_when_the_organisation_or_the_head_says_so(town, property_department, olivia, hans):
    ask(make_painting(town, property_department, olivia), day(-3))
    choose(hans, town, muted_kinds=["heads"])
    round_on(0)
    NoticeChoice.objects.all().delete()
    town.reminder_settings.sends_heads = False
    town.reminder_settings.save()
    round_on(7)
    assert heads_mails() == []


@pytest.mark.parametrize("kind", PREVIEWS)
def test_every_kind_of_mail_can_be_looked_at_without_sending(town, olivia, kind):
    page = preview(kind, organisation=town, user=olivia, today=MONDAY)
    assert page.subject
    assert page.text.startswith("Hej")
    assert page.html.startswith("<!DOCTYPE html>")
    assert not OutboxMail.objects.exists()


def test_a_mail_that_became_late_on_a_friday_is_tried_all_monday(town, property_department, olivia):
    ask(make_painting(town, property_department, olivia), day(5))
    round_on(4)
    assert OutboxMail.objects.get().not_after == at(day(8), "00:00")


def test_a_preview_of_an_unknown_kind_is_refused(town, olivia):
    with pytest.raises(KeyError):
        preview("account", organisation=town, user=olivia, today=MONDAY)


def remind_command(*arguments):
    out = StringIO()
    call_command("remind", *arguments, stdout=out)
    return out.getvalue()


def test_the_command_does_a_round_of_any_day_or_only_counts(town, property_department, olivia):
    ask(make_painting(town, property_department, olivia), day(1))
    assert remind_command("--on", str(MONDAY), "--dry-run") == "Helsingborg: 3 nya, 1 mejl\n"
    assert not Reminder.objects.exists()
    (told,) = json.loads(remind_command("--on", str(MONDAY), "--json"))
    assert (told["organisation"], told["new"], told["mails"], told["error"]) == ("Helsingborg", 3, 1, "")
    assert not Pulse.objects.exists()
    assert remind_command("--on", str(MONDAY)) == "Helsingborg: inget att göra\n"
    with pytest.raises(CommandError, match="31/12 är inget datum"):
        remind_command("--on", "31/12")


def test_the_command_fails_aloud_when_an_organisation_does(town, monkeypatch):
    def gone(**_):
        raise OSError("gone")

    monkeypatch.setattr("apps.reminders.rounds.plan_organisation", gone)
    with pytest.raises(CommandError, match="1 av 1 organisationer gick inte att planera"):
        remind_command()


def test_a_round_by_the_task_leaves_its_time_in_the_pulse(town):
    from apps.reminders.tasks import plan

    before = timezone.now()
    plan()
    assert before <= Pulse.objects.get().planned_at <= before + timedelta(minutes=1)


def test_the_calendar_of_another_year_is_read_aloud():
    assert mail_words.when(date(2028, 2, 29), date(2028, 2, 28)) == "Tisdag 29 februari 2028, om 1 dag"
