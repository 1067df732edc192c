"""What can be done to a seminar, whom it reaches, and what is refused with a sentence."""

import uuid
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.db.utils import IntegrityError
from django.utils import timezone
from icalendar import Calendar

from apps.actionplans import attendance, seminar_actions, seminar_files
from apps.actionplans.deadlines import open_deadlines
from apps.actionplans.models import VIEW, Seminar, SeminarLink, SeminarSide
from apps.actionplans.seminar_queries import held_about, reach_of
from apps.actionplans.tests.makers import make_item, make_plan
from apps.actionplans.tests.seminar_makers import AFTER, BEGINS, hold, make_seminar
from apps.core.actions import Conflict, version_of
from apps.procurements import guideline_following
from apps.procurements.models import GuidelineVersion
from procurement_csr.people import make_department, make_person


@pytest.fixture
def seminar(helsingborg, property_department, school_department, carin):
    return make_seminar(helsingborg, property_department, school_department, responsible=carin)


def said(error) -> str:
    return " ".join(error.value.messages)


def contact(department, name="Kajsa"):
    department.contact = make_person(name)
    department.save()
    return department.contact.email


def send(seminar, by, token=None, sides=None) -> int:
    chosen = sides or [side.pk for side in seminar.sides.all()]
    token = token or uuid.uuid4()
    return seminar_actions.invite(by=by, seminar=seminar, sides=chosen, token=token, now=timezone.now())


# --- How many came ----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("whole", "parts", "expected"), [(12, [], 12), (None, [5, None, 4], 9), (12, [5, 4], 12), (0, [0], 0)]
)
def test_the_whole_is_what_was_said_or_the_sum_of_its_parts(whole, parts, expected):
    assert attendance.total(whole, parts) == expected


@pytest.mark.parametrize(("whole", "parts", "sentence"), [(None, [None], "Ange hur många"), (8, [5, 4], "än de 9")])
def test_no_number_at_all_and_a_whole_below_its_parts_are_refused(whole, parts, sentence):
    with pytest.raises(ValueError, match=sentence):
        attendance.total(whole, parts)


@pytest.mark.parametrize(
    ("own", "whole", "expected"), [(None, 12, True), (3, 12, True), (0, 12, False), (None, 0, False)]
)
def test_a_department_is_reached_unless_none_of_its_own_or_nobody_at_all_came(own, whole, expected):
    assert attendance.is_reached(own, whole) is expected


# --- Planning, holding, calling off -----------------------------------------------------------------------------------
def test_a_seminar_goes_from_planned_to_held_and_its_numbers_can_be_put_right(seminar):
    held = hold(seminar, None, Fastighetsförvaltningen=7)
    assert (held.state, held.participants) == ("held", 7)
    again = hold(seminar, 9)
    assert again.participants == 9
    assert list(seminar.sides.values_list("participants", flat=True)) == [7, None]


def test_a_seminar_is_not_held_before_it_begins(seminar):
    with pytest.raises(ValidationError) as error:
        hold(seminar, now=BEGINS - timedelta(minutes=1))
    assert "2018-05-16 kl.\N{NO-BREAK SPACE}13.00–15.00" in said(error)


def test_one_that_is_called_off_says_why_and_is_neither_held_nor_changed(seminar, carin):
    call = {"by": carin, "seminar": seminar, "token": uuid.uuid4(), "now": timezone.now()}
    with pytest.raises(ValidationError, match="har ett skäl"):
        seminar_actions.cancel_seminar(reason="  ", **call)
    for _ in range(2):
        assert seminar_actions.cancel_seminar(reason="Talaren är sjuk.", **call).cancelled_reason == "Talaren är sjuk."
    with pytest.raises(ValidationError, match="inställt"):
        hold(seminar)
    with pytest.raises(ValidationError, match="inställt"):
        seminar_actions.update_seminar(by=None, seminar=seminar, topic="Annat")


def test_a_seminar_is_for_somebody(helsingborg):
    with pytest.raises(ValidationError, match="minst en förvaltning"):
        make_seminar(helsingborg, organisations=[], departments=[])
    assert not Seminar.objects.exists()


def test_the_same_press_makes_one_seminar(helsingborg):
    token = uuid.uuid4()
    first, again = (make_seminar(helsingborg, token=token) for _ in range(2))
    assert first == again


def test_no_text_of_a_seminar_holds_a_personal_number(seminar):
    for name in ("topic", "content", "place"):
        with pytest.raises(ValidationError, match="personnummer"):
            seminar_actions.update_seminar(by=None, seminar=seminar, **{name: "Eva 850709-9805 kommer"})
    with pytest.raises(ValidationError, match="personnummer"):
        seminar_actions.hold_seminar(
            by=None, seminar=seminar, participants=1, parts={}, outcome="850709-9805 frågade", now=AFTER
        )


def test_somebody_elses_change_is_not_overwritten_not_even_of_whom_it_is_for(seminar, property_department):
    seen = version_of(seminar, *seminar_actions.around(seminar))
    seminar_actions.update_seminar(by=None, seminar=seminar, departments=[property_department])
    with pytest.raises(Conflict):
        seminar_actions.update_seminar(by=None, seminar=seminar, topic="Mitt", version=seen)


def test_the_database_refuses_a_department_under_another_authority_and_a_foreign_item(seminar, haninge, helsingborg):
    foreign, stray = make_item(make_plan(haninge)), make_department(haninge)
    for row in (
        SeminarLink(seminar=seminar, organisation=helsingborg, item=foreign),
        SeminarSide(seminar=seminar, organisation=helsingborg, department=stray),
    ):
        with pytest.raises(IntegrityError, match="same_organisation"), transaction.atomic():
            _write_and_check(row)


def _write_and_check(row):
    row.save()
    connection.check_constraints()


def test_the_database_keeps_state_number_and_reason_together(seminar):
    for values, name in (
        ({"state": "held"}, "seminar_held_has_number"),
        ({"participants": 4}, "seminar_held_has_number"),
        ({"state": "cancelled"}, "seminar_cancelled_has_reason"),
        ({"minutes": 5}, "seminar_length_plausible"),
    ):
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            Seminar.objects.filter(pk=seminar.pk).update(**values)


# --- Inviting ---------------------------------------------------------------------------------------------------------
def test_who_is_invited_is_not_silently_left_out(seminar, carin, property_department, school_department):
    contact(property_department)
    send(seminar, carin)
    with pytest.raises(ValidationError, match="Fastighetsförvaltningen är redan inbjuden"):
        seminar_actions.update_seminar(by=None, seminar=seminar, departments=[school_department])


def test_the_calendar_gets_the_time_and_a_cancelled_one_is_taken_out(seminar, carin):
    event = Calendar.from_ical(seminar_files.invitation(seminar, url="https://x.exempel/", now=AFTER)).events[0]
    assert (event.start, event.end) == (BEGINS, BEGINS + timedelta(hours=2))
    assert (str(event["summary"]), str(event["status"])) == ("Seminarium: Nya krav", "CONFIRMED")
    call = {"by": carin, "seminar": seminar, "token": uuid.uuid4(), "now": timezone.now()}
    called_off = seminar_actions.cancel_seminar(reason="Sjuk.", **call)
    again = Calendar.from_ical(seminar_files.invitation(called_off, url="https://x.exempel/", now=AFTER)).events[0]
    assert (again["uid"], str(again["status"])) == (event["uid"], "CANCELLED")


# --- Whom nobody has reached ------------------------------------------------------------------------------------------
def reached(user, organisation, year=2018) -> dict[str, bool]:
    return {each.name: each.is_reached for each in reach_of(user, organisation, year)}


def test_the_departments_that_no_held_seminar_of_the_year_reached_are_told(
    carin, helsingborg, seminar, property_department
):
    make_department(helsingborg, "Kulturförvaltningen")
    names = ("Fastighetsförvaltningen", "Kulturförvaltningen", "Skol- och fritidsförvaltningen")
    assert reached(carin, helsingborg) == dict.fromkeys(names, False)
    hold(seminar, 7, **{"Skol- och fritidsförvaltningen": 0})
    assert reached(carin, helsingborg) == dict(zip(names, (True, False, False), strict=True))
    assert reached(carin, helsingborg, 2019) == dict.fromkeys(names, False)


def test_a_seminar_for_a_whole_authority_reaches_all_its_departments_and_no_others(carin, helsingborg, haninge):
    make_department(helsingborg, "Kulturförvaltningen")
    make_department(haninge, "Äldreförvaltningen")
    hold(make_seminar(helsingborg, organisations=[haninge]))
    assert reached(carin, helsingborg) == {"Kulturförvaltningen": False, "Äldreförvaltningen": True}


def test_authorities_that_take_part_in_the_plan_are_asked_about_before_any_seminar(carin, helsingborg, haninge):
    make_department(haninge, "Äldreförvaltningen")
    assert reached(carin, helsingborg) == {}
    make_item(make_plan(helsingborg), organisations=[haninge])
    assert reached(carin, helsingborg) == {"Äldreförvaltningen": False}


def test_a_seminar_is_read_by_those_it_is_for_and_kept_by_the_arranger_alone(seminar, helsingborg, haninge, fia, carin):
    assert not Seminar.objects.visible_to(fia, VIEW).exists()
    shared = make_seminar(helsingborg, organisations=[haninge])
    assert list(Seminar.objects.visible_to(fia, VIEW)) == [shared]
    assert not Seminar.objects.visible_to(fia, "actionplans.change_plan").exists()
    haninge.is_demo = True
    haninge.save()
    assert not Seminar.objects.visible_to(fia, VIEW).exists()


def test_held_seminars_are_counted_for_the_guideline_they_serve(helsingborg):
    guideline = GuidelineVersion.objects.create(organisation=helsingborg, title="Riktlinje")
    hold(make_seminar(helsingborg, guidelines=[guideline]), 14)
    make_seminar(helsingborg, guidelines=[guideline])
    hold(make_seminar(helsingborg), 9)
    assert held_about(guideline, date(2018, 5, 15)) == 0
    assert held_about(guideline, date(2018, 5, 16)) == 1
    assert guideline_following.held_seminars(guideline, date(2018, 5, 16)) == 1


# --- Reminders --------------------------------------------------------------------------------------------------------
def open_between(organisation, since, until) -> list:
    return list(open_deadlines(organisation=organisation, since=since, until=until))


def test_a_coming_seminar_is_reminded_of_on_its_day_and_lapses(helsingborg, carin):
    begins = timezone.now() + timedelta(days=20)
    seminar = make_seminar(helsingborg, starts_at=begins, responsible=carin)
    (found,) = open_between(helsingborg, date(2018, 1, 1), date(2090, 1, 1))
    assert (found.key, found.due_on, found.lapses) == (f"seminar:{seminar.pk}", seminar.day, True)
    assert found.responsible_id == carin.pk


def test_a_week_after_a_seminar_its_numbers_are_asked_for_until_they_are_there(seminar, helsingborg):
    whole_year = (date(2018, 1, 1), date(2018, 12, 31))
    (found,) = open_between(helsingborg, *whole_year)
    assert (found.key, found.due_on) == (f"seminar_outcome:{seminar.pk}", date(2018, 5, 23))
    assert open_between(helsingborg, date(2018, 5, 24), date(2018, 12, 31)) == []
    hold(seminar)
    assert open_between(helsingborg, *whole_year) == []


def test_the_day_of_a_seminar_late_in_the_evening_is_the_day_where_we_are(helsingborg):
    late = make_seminar(helsingborg, starts_at=datetime(2018, 12, 31, 23, 30, tzinfo=UTC))
    assert late.day == date(2019, 1, 1)
    assert not Seminar.objects.held_in(2018).exists()
    hold(late, now=timezone.now())
    assert list(Seminar.objects.held_in(2019)) == [late]
