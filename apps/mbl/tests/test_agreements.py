"""Cooperation agreements, groups with meetings, times without negotiation, and what they give the plan and the route.

"Fact" numbers are those of the acceptance facts of the domain.
"""

from datetime import date, timedelta
from html import unescape
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from apps.core.calendar import roll_forward
from apps.mbl import agreement_actions as actions
from apps.mbl.choices import Paragraph, Question
from apps.mbl.models import Assessment, Blackout, Consultation, CooperationAgreement, CooperationGroup, Union
from apps.mbl.queries import agreement_terms, days_for
from apps.mbl.route import needed, rows
from apps.mbl.schedule import stage_a
from procurement_csr.people import make_department, make_procurement

pytestmark = pytest.mark.django_db
LIST, NEW, NEW_BLACKOUT = (reverse(name) for name in ("agreement_list", "agreement_create", "blackout_create"))
FROM = date(2026, 1, 1)
AUGUST_10, AUGUST_24 = date(2026, 8, 10), date(2026, 8, 24)
SEPTEMBER_1 = date(2026, 9, 1)


def text_of(response):
    """The page as it is read, with plain blanks."""
    return unescape(response.content.decode()).replace("\N{NO-BREAK SPACE}", " ")


def agree(by, organisation, **changes):
    values = {"name": "Samverkan Helsingborg", "paragraphs": ["11", "12", "19"], "valid_from": FROM}
    return actions.create_agreement(by=by, organisation=organisation, **values | changes)


def meet(by, agreement, *days, department=None, name="Central samverkansgrupp"):
    group = actions.create_group(by=by, agreement=agreement, name=name, department=department)
    actions.add_meetings(by=by, group=group, days=days)
    return group


@pytest.fixture
def agreement(helsingborg, adam):
    return agree(adam, helsingborg)


@pytest.fixture
def kommunal(helsingborg):
    return Union.objects.create(organisation=helsingborg, name="Kommunal")


@pytest.fixture
def vision(helsingborg):
    return Union.objects.create(organisation=helsingborg, name="Vision")


# --- Pages ------------------------------------------------------------------------------------------------------------
def test_without_agreements_the_page_says_what_that_means(sign_in, adam):
    page = text_of(sign_in(adam).get(LIST))
    assert "Utan avtal blir varje samverkan en separat förhandling enligt MBL." in page
    assert "Här står veckor då ni inte förhandlar" in page


def test_an_agreement_is_added_once_even_by_a_double_click(sign_in, adam, kommunal, school_department):
    client = sign_in(adam)
    data = {"name": "Samverkan", "paragraphs": ["11", "19"], "unions": [kommunal.pk], "valid_from": "2026-01-01"}
    data |= {"departments": [school_department.pk], "central_request_days": "10", "token": str(uuid4())}
    first, again = (client.post(NEW, data) for _ in range(2))
    made = CooperationAgreement.objects.get()
    assert first.url == again.url == made.get_absolute_url()
    page = text_of(client.get(made.get_absolute_url()))
    for words in ("11 och 19 §§", "Kommunal", "Skol- och fritidsförvaltningen", "10 dagar", "från 2026-01-01"):
        assert words in page
    assert "11 och 19 §§" in text_of(client.get(LIST))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"paragraphs": []}, "Välj minst en paragraf som avtalet ersätter"),
        ({"valid_to": "2025-12-31"}, "Avtalets sista dag ligger före dess första."),
        ({"central_request_days": "61"}, "Dagar för att begära central förhandling får vara högst 60"),
        ({"paragraphs": ["39"]}, "Välj minst en paragraf som avtalet ersätter"),
    ],
)
def test_a_wrong_agreement_gets_a_sentence(sign_in, adam, changes, sentence):
    data = {"name": "Samverkan", "paragraphs": ["11"], "valid_from": "2026-01-01", "central_request_days": "7"}
    answer = sign_in(adam).post(NEW, data | {"token": str(uuid4())} | changes)
    assert answer.status_code == 422
    assert sentence in text_of(answer)
    assert not CooperationAgreement.objects.exists()


def test_two_who_change_an_agreement_at_once_are_told_also_about_unions(sign_in, adam, agreement, kommunal):
    client, url = sign_in(adam), reverse("agreement_update", args=[agreement.pk])
    version = client.get(url).context["form"]["version"].value()
    actions.update_agreement(by=adam, agreement=agreement, unions=[kommunal])
    data = {"name": "Nytt", "paragraphs": ["11"], "valid_from": "2026-01-01", "central_request_days": "7"}
    answer = client.post(url, data | {"version": version})
    assert answer.status_code == 409
    assert "Nu står det: Kommunal" in text_of(answer)
    assert client.post(url, data | {"version": answer.context["form"]["version"].value()}).status_code == 302
    agreement.refresh_from_db()
    assert (agreement.name, list(agreement.unions.all())) == ("Nytt", [])


def test_another_organisations_unions_and_departments_are_refused(adam, helsingborg, haninge):
    foreign = Union.objects.create(organisation=haninge, name="Kommunal Haninge")
    with pytest.raises(ValidationError, match="Kommunal Haninge hör inte till Helsingborg"):
        agree(adam, helsingborg, unions=[foreign])
    with pytest.raises(ValidationError, match="Skolan hör inte till Helsingborg"):
        agree(adam, helsingborg, departments=[make_department(haninge, "Skolan")])
    assert not CooperationAgreement.objects.exists()


def test_a_group_is_for_a_department_the_agreement_holds_for(
    adam, helsingborg, haninge, school_department, property_department
):
    narrow = agree(adam, helsingborg, departments=[school_department])
    with pytest.raises(ValidationError, match="Avtalet gäller inte Fastighetsförvaltningen"):
        actions.create_group(by=adam, agreement=narrow, name="LSG", department=property_department)
    with pytest.raises(ValidationError, match="hör inte till Helsingborg"):
        actions.create_group(by=adam, agreement=narrow, name="LSG", department=make_department(haninge))
    actions.create_group(by=adam, agreement=narrow, name="LSG", department=school_department)
    with pytest.raises(ValidationError, match="redan en grupp med det namnet"):
        actions.create_group(by=adam, agreement=narrow, name="LSG")


def test_several_meetings_are_added_at_once_and_past_ones_are_folded(sign_in, adam, helsingborg):
    today = timezone.localdate()
    agreement = agree(adam, helsingborg, valid_from=today - timedelta(400))
    group = actions.create_group(by=adam, agreement=agreement, name="CSG")
    past, coming = (roll_forward(today + timedelta(days)) for days in (-40, 40))
    client, url = sign_in(adam), reverse("meeting_add", args=[group.pk])
    answer = client.post(url, {"days": f"{coming}\r\n\r\n {past}\n{coming}\n"}, follow=True)
    assert "2 möten är tillagda." in text_of(answer)
    shown, folded = text_of(answer).split("Visa tidigare möten")
    assert str(coming) in shown
    assert str(past) in folded
    assert str(past) not in shown
    again = client.post(url, {"days": str(coming)}, follow=True)
    assert "0 möten är tillagda. 1 fanns redan." in text_of(again)


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        ("", "Ange mötesdagar"),
        ("2026-09-01\nimorgon", "Rad 2: ”imorgon” är inget datum. Skriv en dag per rad, till exempel 2026-09-01."),
        ("2026-08-22", "2026-08-22 är ingen arbetsdag. Välj en annan dag."),
        ("2026-06-19", "2026-06-19 är ingen arbetsdag."),
        ("2025-12-30", "2025-12-30 ligger utanför avtalets tid, 2026-01-01 till tills vidare."),
        ("9999-01-05", "9999"),
        ("\n".join(str(FROM + timedelta(each)) for each in range(201)), "201 dagar är för många"),
    ],
)
def test_a_wrong_meeting_day_gets_a_sentence_and_none_is_saved(sign_in, adam, agreement, days, sentence):
    group = actions.create_group(by=adam, agreement=agreement, name="CSG")
    answer = sign_in(adam).post(reverse("meeting_add", args=[group.pk]), {"days": days})
    assert answer.status_code == 422
    assert sentence in text_of(answer)
    assert not group.meetings.exists()
    assert answer.context["form"]["days"].value() == days


def test_a_group_that_will_meet_stays(sign_in, adam, agreement):
    group = meet(adam, agreement, AUGUST_10)
    with pytest.raises(ValidationError, match="har möten kvar, nästa 2026-08-10"):
        actions.delete_group(by=adam, group=group, today=AUGUST_10)
    actions.delete_group(by=adam, group=group, today=AUGUST_10 + timedelta(1))
    assert not CooperationGroup.objects.exists()


def test_a_meeting_somebody_is_called_to_stays(sign_in, adam, helsingborg, agreement, kommunal, school_department):
    meeting = meet(adam, agreement, AUGUST_10).meetings.get()
    procurement = make_procurement(helsingborg, department=school_department)
    owner = {"procurement": procurement, "organisation": helsingborg, "department": school_department}
    row = {"assessment": Assessment.objects.create(**owner), "union": kommunal, "stage": "A", "paragraph": "11"}
    held = {"route": "group", "agreement": agreement, "meeting_on": AUGUST_10}
    called = Consultation.objects.create(**owner, **row, **held)
    client, url = sign_in(adam), reverse("meeting_delete", args=[meeting.pk])
    answer = client.post(url)
    assert answer.status_code == 422
    assert "Till mötet 2026-08-10 är 1 kallade. Flytta deras möte först." in text_of(answer)
    Consultation.objects.filter(pk=called.pk).update(meeting_on=AUGUST_24)
    assert client.post(url).status_code == 302


def test_a_time_without_negotiation_is_added_shown_and_taken_away(sign_in, adam, kommunal):
    client, soon = sign_in(adam), timezone.localdate() + timedelta(10)
    data = {"label": "Sommaruppehåll", "first_on": soon, "last_on": soon + timedelta(20), "union": kommunal.pk}
    data["token"] = str(uuid4())
    for _ in range(2):
        assert client.post(NEW_BLACKOUT, data).status_code == 302
    blackout = Blackout.objects.get()
    page = text_of(client.get(LIST))
    assert "Sommaruppehåll" in page
    assert "Visa tidigare tider" not in page
    Blackout.objects.update(first_on=FROM - timedelta(800), last_on=FROM - timedelta(790))
    assert "Sommaruppehåll" in text_of(client.get(LIST)).split("Visa tidigare tider")[1]
    assert client.post(reverse("blackout_delete", args=[blackout.pk])).status_code == 302
    assert not Blackout.objects.exists()


@pytest.mark.parametrize(
    ("first", "last", "sentence"),
    [
        ("2026-07-31", "2026-07-06", "Den sista dagen ligger före den första."),
        ("2026-07-06", "2027-07-31", "Tiden är 391 dagar. Ange högst ett år i taget."),
        ("", "2026-07-06", "Ange första dag"),
    ],
)
def test_a_wrong_time_without_negotiation_gets_a_sentence(sign_in, adam, first, last, sentence):
    data = {"label": "Sommar", "first_on": first, "last_on": last, "token": str(uuid4())}
    answer = sign_in(adam).post(NEW_BLACKOUT, data)
    assert answer.status_code == 422
    assert sentence in text_of(answer)


# --- What the plan and the route read ---------------------------------------------------------------------------------
def test_fact_45_without_38_in_the_agreement_a_separate_negotiation_is_made(
    adam, helsingborg, agreement, kommunal, vision, school_department
):
    found = rows(
        needed({Question.Q1: True}),
        [union.pk for union in Union.objects.bound_to(school_department)],
        agreement_terms(helsingborg),
        AUGUST_10,
        department=school_department.pk,
    )
    assert {(row.stage, row.route, row.agreement) for row in found} == {
        ("A", "group", agreement.pk),
        ("B", "negotiation", None),
    }
    assert len(found) == 4


def test_terms_are_those_of_the_agreement(adam, helsingborg, haninge, kommunal, school_department):
    ends = date(2026, 12, 31)
    made = agree(adam, helsingborg, unions=[kommunal], departments=[school_department], valid_to=ends)
    agree(adam, haninge)
    (terms,) = agreement_terms(helsingborg)
    assert (terms.id, terms.paragraphs) == (made.pk, {Paragraph.P11, Paragraph.P12, Paragraph.P19})
    assert (terms.unions, terms.departments) == ({kommunal.pk}, {school_department.pk})
    assert (terms.valid_from, terms.valid_to) == (FROM, ends)


def test_fact_53_the_plan_picks_the_groups_last_meeting_in_time(adam, helsingborg, agreement, school_department):
    meet(adam, agreement, AUGUST_10, AUGUST_24, department=school_department)
    days = days_for(helsingborg, school_department, paragraph=Paragraph.P11)
    assert days.meetings == (AUGUST_10, AUGUST_24)
    assert stage_a(SEPTEMBER_1).on("local_meeting") == date(2026, 8, 21)
    assert stage_a(SEPTEMBER_1, days=days).on("local_meeting") == AUGUST_10


def test_a_department_without_a_group_meets_in_the_one_for_all(
    adam, helsingborg, agreement, school_department, property_department
):
    meet(adam, agreement, AUGUST_24)
    meet(adam, agreement, AUGUST_10, department=school_department, name="LSG skolan")
    assert days_for(helsingborg, school_department).meetings == (AUGUST_10,)
    assert days_for(helsingborg, property_department).meetings == (AUGUST_24,)
    assert days_for(helsingborg).meetings == (AUGUST_24,)


def test_a_group_counts_only_for_paragraphs_its_agreement_replaces(adam, helsingborg, agreement, school_department):
    meet(adam, agreement, AUGUST_10)
    assert days_for(helsingborg, school_department, paragraph=Paragraph.P11).meetings == (AUGUST_10,)
    assert days_for(helsingborg, school_department, paragraph=Paragraph.P38).meetings == ()


def test_a_group_counts_only_for_its_parties_and_departments(
    adam, helsingborg, kommunal, vision, school_department, property_department
):
    narrow = agree(adam, helsingborg, unions=[kommunal], departments=[school_department])
    meet(adam, narrow, AUGUST_10)
    assert days_for(helsingborg, school_department, [kommunal]).meetings == (AUGUST_10,)
    assert days_for(helsingborg, school_department, [kommunal, vision]).meetings == (AUGUST_10,)
    assert days_for(helsingborg, school_department, [vision]).meetings == ()
    assert days_for(helsingborg, property_department, [kommunal]).meetings == ()


def test_meetings_after_the_agreement_has_ended_do_not_count(adam, helsingborg, agreement):
    meet(adam, agreement, AUGUST_10, AUGUST_24)
    actions.update_agreement(by=adam, agreement=agreement, valid_to=date(2026, 8, 15))
    assert days_for(helsingborg).meetings == (AUGUST_10,)


def test_meetings_of_another_organisation_do_not_count(adam, helsingborg, haninge):
    meet(adam, agree(adam, haninge), AUGUST_10)
    assert days_for(helsingborg).meetings == ()


def test_times_without_negotiation_hold_for_all_one_union_or_one_department(
    adam, helsingborg, haninge, kommunal, vision, school_department, property_department
):
    weeks = {name: (date(2026, month, 2), date(2026, month, 6)) for month, name in enumerate("abcde", 3)}

    def add(name, organisation=helsingborg, **whom):
        first, last = weeks[name]
        actions.create_blackout(by=adam, organisation=organisation, label=name, first_on=first, last_on=last, **whom)

    add("a")
    add("b", union=kommunal)
    add("c", department=school_department)
    add("d", union=vision, department=property_department)
    add("e", haninge)

    def names(*arguments):
        held = days_for(helsingborg, *arguments).blackouts
        return "".join(name for name, span in weeks.items() if span in held)

    assert names() == "a"
    assert names(school_department) == "ac"
    assert names(school_department, [kommunal]) == "abc"
    assert names(property_department, [vision]) == "ad"
    assert names(school_department, [vision]) == "ac"


def test_a_time_without_negotiation_moves_the_meeting_earlier(adam, helsingborg):
    free = {"label": "Augusti", "first_on": date(2026, 8, 10), "last_on": date(2026, 8, 28)}
    actions.create_blackout(by=adam, organisation=helsingborg, **free)
    assert stage_a(SEPTEMBER_1, days=days_for(helsingborg)).on("local_meeting") == date(2026, 8, 7)
