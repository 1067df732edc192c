"""Rounds of reminding through the database: who is told what, when, and never twice (fact 56)."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.mbl.tests.makers import make_union
from apps.procurements.models import ProcurementParty, Requirement
from apps.reminders import sources
from apps.reminders.gathering import gather_organisation
from apps.reminders.models import (
    BouncingAddress,
    DeadlineNote,
    OutboxMail,
    Pulse,
    Reminder,
    ReminderRule,
    ReminderSettings,
)
from apps.reminders.plan_actions import plan_organisation
from apps.reminders.rounds import remind
from apps.reminders.tests.rounds_world import ask, at, begun, day, give, mails, make_painting, round_on, states
from procurement_csr import people


@pytest.fixture
def painting(helsingborg, property_department, olivia):
    begun(helsingborg)
    return make_painting(helsingborg, property_department, olivia)


@pytest.mark.parametrize("age", [100, 364, 407, 900])
def test_a_deadline_that_is_opened_again_is_told_of_however_long_ago_its_day_was(painting, age):
    row = ask(painting, day(1))
    round_on(1)
    Requirement.objects.filter(pk=row.pk).update(due_on=None)
    round_on(2)
    round_on(age - age % 7)
    Requirement.objects.filter(pk=row.pk).update(due_on=day(1))
    monday = age + 7 - age % 7
    before = len(mails())
    round_on(monday)
    round_on(monday, "08:10")
    assert len(mails()) == before + 1
    row = Reminder.objects.filter(state="mailed").order_by("pk").last()
    assert (row.due_on, row.recipient.name) == (day(1), "Olivia")


def test_a_deadline_that_is_moved_to_a_day_more_than_a_year_ago_is_told_of(painting):
    row = ask(painting, day(800))
    round_on(700)
    Requirement.objects.filter(pk=row.pk).update(due_on=day(2))
    round_on(707)
    assert [mail.recipient.name for mail in mails()] == ["Olivia"]


def test_what_was_over_a_year_before_the_organisation_began_is_not_told_of(painting, helsingborg):
    ReminderSettings.objects.filter(organisation=helsingborg).update(active_from=day(0))
    ask(painting, day(-400))
    round_on(0)
    assert mails() == []


def test_the_responsible_person_gets_one_mail_however_often_the_day_is_planned(painting, olivia):
    ask(painting, day(1))
    for clock in ("08:00", "08:05", "12:00"):
        round_on(0, clock)
    assert states() == [
        ("before-14", "Olivia", "superseded"),
        ("before-7", "Olivia", "superseded"),
        ("before-1", "Olivia", "mailed"),
    ]
    (mail,) = mails()
    assert (mail.to_address, mail.state, mail.kind) == ("olivia@exempel.se", "pending", "digest")


def test_day_after_day_each_step_is_told_once_to_whom_it_concerns(painting, property_department, olivia, carin):
    head = people.make_person("Hans", "department", painting.organisation, property_department)
    property_department.head = head
    property_department.save()
    ask(painting, day(14))
    for number in range(45):
        round_on(number)
    # Steps before the day are sent on the open day before a weekend, those after it on the open day after.
    told = [
        (str(row.send_on), row.recipient.name, row.step)
        for row in Reminder.objects.filter(state="mailed").order_by("send_on", "pk")
    ]
    assert told == [
        ("2026-10-05", "Olivia", "before-14"),
        ("2026-10-12", "Olivia", "before-7"),
        ("2026-10-16", "Olivia", "before-1"),
        ("2026-10-20", "Olivia", "after-1"),
        ("2026-10-20", "Hans", "after-1"),
        ("2026-10-26", "Olivia", "after-7"),
        ("2026-10-26", "Carin", "after-7"),
        ("2026-11-02", "Olivia", "after-14"),
        ("2026-11-09", "Olivia", "after-21"),
        ("2026-11-16", "Olivia", "after-28"),
    ]


def test_three_weeks_of_downtime_bring_the_newest_step_alone(painting):
    ask(painting, day(14))
    round_on(0)
    round_on(24)
    assert states() == [
        ("before-14", "Olivia", "mailed"),
        ("before-7", "Olivia", "superseded"),
        ("before-1", "Olivia", "superseded"),
        ("after-1", "Olivia", "superseded"),
        ("after-7", "Olivia", "mailed"),
    ]
    assert len(mails()) == 2


def test_what_is_done_is_not_told_of(painting, olivia):
    requirement = ask(painting, day(1))
    round_on(0, "06:00")
    people.make_placement(painting, started_on=day(-3))
    assert requirement.count == 1
    round_on(0)
    assert mails() == []
    assert set(Reminder.objects.values_list("state", "why_suppressed")) == {("superseded", ""), ("suppressed", "done")}


def test_a_day_that_moves_reminds_anew(painting, olivia):
    requirement = ask(painting, day(1))
    round_on(0, "06:00")
    requirement.due_on = day(7)
    requirement.save()
    round_on(0)
    told = Reminder.objects.exclude(state="superseded").order_by("pk")
    assert [(row.due_on, row.step, row.state, row.why_suppressed) for row in told] == [
        (day(1), "before-1", "suppressed", "moved"),
        (day(7), "before-7", "mailed", ""),
    ]
    requirement.due_on = day(500)
    requirement.save()
    ask(painting, day(1), 1)
    round_on(1, "06:00")
    assert Reminder.objects.filter(deadline_key=f"requirement:{requirement.pk}", state="planned").count() == 0


def answer(requirement, by, **values):
    fields = {"organisation": requirement.contract.organisation, "title": "x", "url": "/", "created_by": by}
    key = f"requirement:{requirement.pk}"
    return DeadlineNote.objects.create(deadline_key=key, due_on=requirement.due_on, token=uuid4(), **fields | values)


def test_what_somebody_said_is_done_is_not_told_of(painting, olivia):
    requirement = ask(painting, day(1))
    note = answer(requirement, olivia, answer="done")
    round_on(0)
    assert mails() == []
    note.undone_at, note.undone_by = at(day(1)), olivia
    note.save()
    round_on(1)
    assert [mail.subject for mail in mails()] == ["I dag: Följ upp kravet: 1 praktikplats (Målning av skolor)"]


def test_a_new_day_is_reminded_of_as_the_day(painting, olivia):
    answer(ask(painting, day(1)), olivia, answer="new_day", new_due_on=day(8), reason="Sjukdom")
    round_on(0)
    round_on(1)
    assert ["Tisdag 13 oktober 2026, om 8 dagar" in mails()[0].text, "om 7 dagar" in mails()[1].text] == [True, True]
    assert set(Reminder.objects.values_list("due_on", flat=True)) == {day(8)}


def test_who_is_responsible_changes_between_planning_and_writing(painting, olivia, carin):
    ask(painting, day(1))
    round_on(0, "06:00")
    painting.procurement.responsible = carin
    painting.procurement.save()
    round_on(0)
    (mail,) = mails()
    assert mail.recipient == carin
    assert Reminder.objects.get(recipient=olivia, state="suppressed").why_suppressed == "other_recipient"


def test_rights_lost_after_planning_hold_the_mail_and_lead_it_to_the_next(painting, property_department, olivia, doris):
    property_department.contact = doris
    property_department.save()
    ask(painting, day(1))
    plan_organisation(organisation=painting.organisation, today=day(0), now=at(day(0)))
    olivia.memberships.update(role="politician")
    assert gather_organisation(organisation=painting.organisation, now=at(day(0))) == 0
    round_on(0)
    assert [mail.recipient for mail in mails()] == [doris]


def done(requirement, olivia):
    people.make_placement(requirement.contract, started_on=day(-3))


def moved(requirement, olivia):
    requirement.due_on = day(9)
    requirement.save()


def gone(requirement, olivia):
    olivia.is_active = False
    olivia.save()


@pytest.mark.parametrize("happens", [done, moved, gone])
def test_what_is_no_longer_true_when_the_mail_is_written_is_not_said(painting, olivia, happens):
    requirement = ask(painting, day(1))
    plan_organisation(organisation=painting.organisation, today=day(0), now=at(day(0)))
    happens(requirement, olivia)
    assert gather_organisation(organisation=painting.organisation, now=at(day(0))) == 0
    assert mails() == []


def test_a_reminder_belongs_to_the_page_of_its_procurement(helsingborg, property_department, doris):
    make_union(helsingborg)
    property_department.contact = doris
    property_department.save()
    dates = {"planned_publication_on": day(40), "planned_signing_on": day(200)}
    case = people.make_procurement(helsingborg, "Städning", department=property_department, **dates)
    round_on(0)
    found = Reminder.objects.filter(kind="consultation")
    assert found.exists()
    assert set(found.values_list("context_url", flat=True)) == {case.get_absolute_url()}


def test_a_deputy_is_told_when_the_address_bounces_and_the_chief_when_both_do(
    painting, property_department, olivia, doris
):
    head = people.make_person("Hans", "department", painting.organisation, property_department)
    property_department.contact, property_department.head = doris, head
    property_department.save()
    ask(painting, day(1))
    BouncingAddress.objects.create(email="Olivia@Exempel.se", since=at(day(-1)))
    BouncingAddress.objects.create(email="doris@exempel.se", since=at(day(-1)))
    round_on(0)
    assert [mail.recipient for mail in mails()] == [head]


def test_an_orphan_goes_to_the_administrator_with_a_number_and_no_title(helsingborg, property_department, adam):
    begun(helsingborg)
    contract = make_painting(helsingborg, property_department)
    for number in range(3):
        ask(contract, day(1), number)
    round_on(0)
    (mail,) = mails()
    assert mail.recipient == adam
    assert mail.subject == "3 uppgifter saknar mottagare"
    assert "Fastighetsförvaltningen: 3 uppgifter saknar mottagare." in mail.text
    for hidden in ("Målning", "Följ upp", "praktik"):
        assert hidden not in mail.text + mail.html + mail.subject
    assert set(Reminder.objects.values_list("title", "context")) == {("Uppgift utan mottagare", "")}


def test_each_party_of_a_joint_procurement_is_told_by_itself_and_no_mail_crosses(
    helsingborg, haninge, painting, olivia, fia
):
    begun(haninge)
    ProcurementParty.objects.create(procurement=painting.procurement, organisation=haninge)
    ask(painting, day(1))
    round_on(0)
    assert {(mail.organisation, mail.recipient) for mail in mails()} == {(helsingborg, olivia), (haninge, fia)}
    for mail in mails():
        assert {row.organisation_id for row in mail.reminders.all()} == {mail.organisation_id}
        assert {row.recipient_id for row in mail.reminders.all()} == {mail.recipient_id}
    assert "(gemensam)" in mails(recipient=fia)[0].text


def test_a_person_of_two_organisations_gets_a_mail_from_each(helsingborg, haninge, painting, olivia):
    begun(haninge)
    give(olivia, "officer", haninge)
    ask(painting, day(1))
    ask(make_painting(haninge, None, olivia, "Tvätt i Haninge"), day(1), 1)
    round_on(0)
    first, second = mails()
    assert "Tvätt" not in first.text
    assert "Målning" not in second.text


@pytest.mark.parametrize(
    ("number", "clock"), [(0, "07:29"), (0, "18:00"), (5, "10:00"), (6, "10:00"), (26, "10:00"), (3, "10:00")]
)
def test_no_mail_is_written_in_quiet_time(painting, helsingborg, number, clock):
    helsingborg.reminder_settings.quiet_days = [day(3)]
    helsingborg.reminder_settings.save()
    ask(painting, day(1))
    round_on(number, clock)
    assert mails() == []
    assert Reminder.objects.filter(state="planned").exists()


def test_the_first_planning_makes_the_settings_and_tells_only_the_newest(helsingborg, property_department, olivia):
    ask(make_painting(helsingborg, property_department, olivia), day(-10))
    round_on(0)
    assert ReminderSettings.objects.get(organisation=helsingborg).active_from == day(0)
    assert states() == [("after-7", "Olivia", "mailed")]


def test_a_rule_of_the_organisation_goes_before_the_default(painting, helsingborg, olivia):
    ReminderRule.objects.create(organisation=helsingborg, kind="requirement", before=[3], after=[])
    ask(painting, day(3))
    round_on(0)
    assert states() == [("before-3", "Olivia", "mailed")]


def test_what_lapses_is_not_told_of_afterwards(helsingborg, property_department, olivia):
    begun(helsingborg)
    contract = make_painting(helsingborg, property_department, olivia)
    ask(contract, day(-700))
    contract.ends_on = day(2)
    contract.save()
    for number in range(16):
        round_on(number)
    assert states() == [
        ("before-14", "Olivia", "superseded"),
        ("before-7", "Olivia", "mailed"),
        ("before-1", "Olivia", "mailed"),
    ]


def test_one_organisation_that_fails_does_not_stop_the_next_and_the_pulse_stands_still(
    helsingborg, haninge, painting, olivia, fia, monkeypatch, caplog
):
    begun(haninge)
    ask(painting, day(1))
    ask(make_painting(haninge, None, fia), day(1))

    def broken(*, organisation, **days):
        if organisation == helsingborg:
            raise ZeroDivisionError
        yield from ()

    monkeypatch.setattr(sources, "SOURCES", (*sources.SOURCES, broken))
    first, second = remind(now=at(day(0)))
    assert (first.error[:17], second.error) == ("ZeroDivisionError", "")
    assert [mail.recipient for mail in mails()] == [fia]
    assert "The reminders of organisation" in caplog.text
    assert not Pulse.objects.exists()
    monkeypatch.undo()
    round_on(0, "08:05")
    assert Pulse.objects.get().planned_at == at(day(0), "08:05")
    assert {mail.recipient for mail in mails()} == {olivia, fia}


def test_a_dry_round_writes_nothing(painting):
    ask(painting, day(1))
    (only,) = remind(now=at(day(0)), is_dry=True)
    assert (only.counts["new"], only.counts["mails"]) == (3, 1)
    assert not Reminder.objects.exists()
    assert not OutboxMail.objects.exists()
    assert not Pulse.objects.exists()


def test_a_deadline_of_an_unknown_kind_or_outside_the_calendar_is_logged_and_alone(
    painting, olivia, monkeypatch, caplog
):
    ask(painting, day(1))
    real = next(iter(sources.open_deadlines_of(painting.organisation, since=day(0), until=day(9), today=day(0))))

    def odd(**days):
        yield real._replace(key="nonsense:1")
        yield real._replace(key="requirement:" + "9" * 200)

    monkeypatch.setattr(sources, "SOURCES", (*sources.SOURCES, odd))
    (only,) = round_on(0)
    assert only.counts["failed"] == 1
    assert len(mails()) == 1
    assert "nonsense:1" in caplog.text
    assert "could not be stored" in caplog.text


def test_the_number_of_queries_does_not_grow_with_deadlines(painting, helsingborg, property_department, olivia):
    def queries(number):
        with CaptureQueriesContext(connection) as taken:
            round_on(number)
        return len(taken)

    ask(painting, day(2))
    few = queries(0)
    for number in range(30):
        ask(make_painting(helsingborg, property_department, olivia, f"Skola {number}"), day(2), number)
    assert queries(1) <= few
    assert len(mails()) == 2


def test_no_mail_holds_a_participants_code(helsingborg, property_department, malte, painting):
    code = "K47-123"
    participant = people.make_participant(helsingborg, code)
    participant.matcher = malte
    participant.save()
    people.make_placement(painting, participant, created_by=malte, started_on=day(-30), planned_end_on=day(0))
    round_on(0)
    (mail,) = mails(recipient=malte)
    assert "Avsluta eller förläng placering" in mail.text
    assert code not in str(mail.__dict__)
    assert not Reminder.objects.filter(title__contains=code).exists()
