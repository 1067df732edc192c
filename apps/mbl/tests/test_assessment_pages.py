"""The pages of the assessment: the questionnaire with its consequence, the checklist, exceptional reasons."""

import re
from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from apps.mbl.choices import Question
from apps.mbl.models import Assessment, Consultation, Override
from apps.mbl.plan_actions import follow_plan, unread_changes
from apps.mbl.tests.makers import ASSESSED, answers, assess, make_agreement, make_union, row_of, take
from apps.procurements.models import ProcurementParty
from procurement_csr import people

TODAY = date(2026, 8, 17)
Q = Question
MOTIVE = "Städningen läggs ut"


@pytest.fixture(autouse=True)
def the_seventeenth_of_august(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda value=None, **zone: value.astimezone().date() if value else TODAY)


@pytest.fixture
def cleaning(helsingborg, property_department):
    dates = {"planned_publication_on": date(2026, 9, 1), "planned_signing_on": date(2026, 12, 17)}
    return people.make_procurement(helsingborg, "Städning i skolor", department=property_department, **dates)


@pytest.fixture
def unions(helsingborg):
    return make_union(helsingborg), make_union(helsingborg, "Vision")


def text_of(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def filled(*yes, **more):
    """The questionnaire as sent: yes with a motive to the questions named."""
    sent = {}
    for question, (is_yes, motive) in answers(*yes).items():
        sent |= {question: "yes" if is_yes else "no", f"{question}_motive": motive}
    return sent | {"token": str(uuid4()), "shown": "-".join(["svar", *sorted(yes)])} | more


def create_url(case):
    return reverse("assessment_create", args=[case.pk])


def test_the_consequence_is_shown_before_anything_is_saved(sign_in, doris, cleaning, unions):
    make_agreement(cleaning.organisation)
    client = sign_in(doris)
    assert "Visa vad det innebär" in text_of(client.get(create_url(cleaning)))
    response = client.post(create_url(cleaning), filled(Q.Q1, Q.Q2, shown=""))
    text = text_of(response)
    assert response.status_code == 200
    assert "ska höras enligt 11 och 38 §§ MBL" in text
    assert "Kommunal och Vision: i samverkansgrupp enligt Samverkan Helsingborg, i stället för 11 § MBL" in text
    assert "Kommunal och Vision: separat förhandling enligt 38 § MBL" in text
    assert not Assessment.objects.exists()


def test_a_yes_that_has_been_looked_at_makes_one_row_per_union_and_stage(sign_in, doris, cleaning, unions):
    sent = filled(Q.Q1, Q.Q2)
    client = sign_in(doris)
    response = client.post(create_url(cleaning), sent)
    made = Assessment.objects.get()
    assert response.url == made.get_absolute_url()
    assert made.decided_by == doris
    assert made.consultations.count() == 4
    assert made.answers.get(question="q1").motive == MOTIVE
    assert client.post(create_url(cleaning), sent).url == made.get_absolute_url()
    assert Assessment.objects.count() == 1


def test_a_publication_moved_the_moment_after_the_assessment_is_told(sign_in, doris, cleaning, unions):
    sign_in(doris).post(create_url(cleaning), filled(Q.Q5))
    made = Assessment.objects.get()
    assert unread_changes(made) == []
    type(cleaning).objects.filter(pk=cleaning.pk).update(planned_publication_on=date(2026, 9, 15))
    follow_plan(by=None, assessment=made, today=TODAY)
    (change,) = unread_changes(made)
    assert ["publish", "2026-09-01", "2026-09-15"] in change.changes


def test_answers_changed_after_the_look_are_shown_again(sign_in, doris, cleaning, unions):
    response = sign_in(doris).post(create_url(cleaning), filled(Q.Q5, shown="svar-q1"))
    assert "Kommunal och Vision: separat förhandling enligt 11 § MBL" in text_of(response)
    assert not Assessment.objects.exists()


def test_a_question_without_answer_or_motive_is_refused_and_keeps_the_rest(sign_in, doris, cleaning, unions):
    sent = filled(Q.Q1, q1_motive="  ", q6="")
    response = sign_in(doris).post(create_url(cleaning), sent)
    assert response.status_code == 422
    form = response.context["form"]
    assert set(form.errors) == {"q1_motive", "q6"}
    assert form.errors["q6"] == [f"Svara ja eller nej: {Q.Q6.label}"]
    assert form["q1"].value() == "yes"
    assert not Assessment.objects.exists()


def test_a_personal_number_in_a_motive_is_refused(sign_in, doris, cleaning, unions):
    response = sign_in(doris).post(create_url(cleaning), filled(Q.Q1, q1_motive="Anna 19811218-9876"))
    assert response.status_code == 422
    assert set(response.context["form"].errors) == {"q1_motive"}
    assert "Facken ser motivet. ”19811218-…” ser ut som ett personnummer." in text_of(response)


def test_exemptions_are_offered_for_expertise_but_never_for_hired_staff(sign_in, doris, cleaning, unions):
    client = sign_in(doris)
    response = client.post(create_url(cleaning), filled(Q.Q4, shown=""))
    assert "exemption" in response.context["form"].fields
    response = client.post(create_url(cleaning), filled(Q.Q3, Q.Q4, shown="", exemption="expertise"))
    assert "exemption" not in response.context["form"].fields
    assert "inhyrd personal, så undantag från 38 § kan inte väljas" in text_of(response)
    client.post(create_url(cleaning), filled(Q.Q3, Q.Q4, exemption="expertise"))
    assert Assessment.objects.get().exemption == ""
    assert set(Consultation.objects.values_list("state", flat=True)) == {"planned"}


def test_an_accepted_work_needs_to_say_where_it_was_accepted(sign_in, doris, cleaning, unions):
    response = sign_in(doris).post(create_url(cleaning), filled(Q.Q4, exemption="accepted"))
    assert response.status_code == 422
    assert set(response.context["form"].errors) == {"exemption_reference"}
    assert "38 §" in text_of(response)


def test_nothing_owed_asks_for_a_motive_that_the_page_shows(sign_in, doris, cleaning, unions):
    client = sign_in(doris)
    first = client.post(create_url(cleaning), filled(shown=""))
    assert first.status_code == 200
    assert "inte MBL-pliktig" in text_of(first)
    assert client.post(create_url(cleaning), filled()).status_code == 422
    done = client.post(create_url(cleaning), filled(not_required_motive="Bara pennor"), follow=True)
    text = text_of(done)
    assert "Upphandlingen är inte MBL-pliktig enligt bedömningen." in text
    assert "Bara pennor" in text


def test_the_procurement_unit_is_told_who_negotiates(sign_in, olivia, cleaning, unions, doris):
    assessment = assess(doris, cleaning, Q.Q5)
    client = sign_in(olivia)
    for url in (create_url(cleaning), reverse("assessment_update", args=[assessment.pk])):
        for ask in (client.get, client.post):
            response = ask(url)
            assert response.status_code == 403
            assert "Det är Fastighetsförvaltningen som förhandlar, inte upphandlingsenheten" in text_of(response)
    response = client.get(assessment.get_absolute_url())
    assert response.status_code == 200
    assert "Ändra bedömningen" not in text_of(response)


def test_others_do_not_find_the_assessment(sign_in, cleaning, unions, doris, ulla, fia, school_department):
    assessment = assess(doris, cleaning, Q.Q5)
    other = people.make_person("Siv", "department", cleaning.organisation, school_department)
    urls = [create_url(cleaning), assessment.get_absolute_url(), reverse("override_create", args=[cleaning.pk])]
    for person, status in ((other, 404), (fia, 404), (ulla, 403)):
        for url in urls:
            assert sign_in(person).get(url).status_code == status, (person, url)


def test_the_checklist_says_first_how_far_it_has_come_and_what_is_next(sign_in, doris, cleaning, unions):
    assessment = assess(doris, cleaning, Q.Q1)
    take(doris, row_of(assessment), "call", today=TODAY)
    text = text_of(sign_in(doris).get(assessment.get_absolute_url()))
    assert "0 av 4 klara · nästa: kallelse till Vision senast 14 augusti (försenat)." in text
    assert "Det är Fastighetsförvaltningen som förhandlar, inte upphandlingsenheten" in text
    assert "A. Före annonsering Beslutet att annonsera väntar på Kommunal och Vision." in text
    assert "B. Före tilldelning" in text
    row = "Separat förhandling enligt 11 § MBL. Nästa: förhandling med Kommunal senast 21 augusti."
    assert f"Kommunal {row} kallad" in text
    assert "från planerad till kallad" in text


def test_a_closed_stage_says_when_the_decision_may_be_made(sign_in, doris, cleaning, unions, monkeypatch):
    assessment = assess(doris, cleaning, Q.Q5)
    take(doris, row_of(assessment), "call", "meet", "agree")
    take(doris, row_of(assessment, union="Vision"), "call", "meet", "disagree")
    monkeypatch.setattr(timezone, "localdate", lambda value=None, **zone: date(2026, 8, 24))
    text = text_of(sign_in(doris).get(assessment.get_absolute_url()))
    assert "1 av 2 klara · nästa: besked från Vision om central förhandling senast 28 augusti." in text
    assert "Beslutet att annonsera kan dateras tidigast 29 augusti." in text
    monkeypatch.setattr(timezone, "localdate", lambda value=None, **zone: date(2026, 8, 29))
    text = text_of(sign_in(doris).get(assessment.get_absolute_url()))
    assert "2 av 2 klara." in text
    assert "oenighet, tiden har gått ut" in text


def test_assessing_anew_says_which_rows_go_and_which_stay(sign_in, doris, cleaning, unions):
    assessment = assess(doris, cleaning, Q.Q1)
    take(doris, row_of(assessment), "call", today=TODAY)
    url = reverse("assessment_update", args=[assessment.pk])
    client = sign_in(doris)
    seen = client.get(url).context["form"]["version"].value()
    text = text_of(client.post(url, filled(Q.Q2, shown="", version=seen)))
    assert "Raden för Vision, före annonsering tas bort." in text
    assert "Raden för Kommunal, före annonsering är påbörjad och finns kvar." in text
    client.post(url, filled(Q.Q2, version=seen))
    assert set(Consultation.objects.values_list("union__name", "stage")) == {
        ("Kommunal", "A"),
        ("Kommunal", "B"),
        ("Vision", "B"),
    }


def test_of_two_who_change_the_assessment_the_later_is_told(sign_in, doris, cleaning, unions):
    assessment = assess(doris, cleaning, Q.Q5)
    url = reverse("assessment_update", args=[assessment.pk])
    client = sign_in(doris)
    seen = client.get(url).context["form"]["version"].value()
    assert client.post(url, filled(Q.Q1, version=seen)).status_code == 302
    response = client.post(url, filled(Q.Q6, version=seen, q6_motive="Nya kläder"))
    assert response.status_code == 409
    assert "Någon annan har sparat ändringar" in text_of(response)
    assert "Nya kläder" in response.content.decode()
    assert assessment.answers.get(question="q1").is_yes


def test_a_union_bound_later_is_named_until_the_assessment_is_saved_again(sign_in, doris, cleaning, unions):
    assessment = assess(doris, cleaning, Q.Q5)
    make_union(cleaning.organisation, "Akademikeralliansen")
    client, url = sign_in(doris), reverse("assessment_update", args=[assessment.pk])
    assert "Akademikeralliansen har tillkommit efter bedömningen" in text_of(client.get(assessment.get_absolute_url()))
    seen = client.get(url).context["form"]["version"].value()
    client.post(url, filled(Q.Q5, version=seen))
    assert assessment.consultations.count() == 3


def test_each_authority_of_a_joint_procurement_has_its_own_assessment(sign_in, doris, cleaning, unions, haninge):
    theirs = people.make_department(haninge, "Kultur")
    ProcurementParty.objects.create(procurement=cleaning, organisation=haninge, department=theirs)
    dan = people.make_person("Dan", "department", haninge, theirs)
    make_union(haninge, "Vision Haninge")
    own = assess(doris, cleaning, Q.Q5)
    client = sign_in(dan)
    assert "Det är Kultur som förhandlar" in text_of(client.get(create_url(cleaning)))
    client.post(create_url(cleaning), filled(Q.Q5))
    assert set(Assessment.objects.values_list("department__name", flat=True)) == {"Fastighetsförvaltningen", "Kultur"}
    assert client.get(own.get_absolute_url()).status_code == 404
    made = Assessment.objects.get(department=theirs)
    assert own.get_absolute_url() not in client.get(made.get_absolute_url()).content.decode()
    assert client.get(f"{create_url(cleaning)}?forvaltning={own.department_id}").status_code == 404


def test_exceptional_reasons_are_kept_and_shown_for_ever(sign_in, doris, cleaning, unions):
    assessment = assess(doris, cleaning, Q.Q5, today=ASSESSED)
    url, client = reverse("override_create", args=[cleaning.pk]), sign_in(doris)
    sent = {
        "stage": "A",
        "reason": "Barnen måste få mat",
        "decision_maker": "Förvaltningschef Frida",
        "reference": "FN 2026/77",
        "decided_on": "2026-08-17",
        "token": str(uuid4()),
    }
    short = client.post(url, sent | {"reason": "", "decision_maker": ""})
    assert short.status_code == 422
    assert set(short.context["form"].errors) == {"reason", "decision_maker"}
    assert short.context["form"]["reference"].value() == "FN 2026/77"
    late = client.post(url, sent | {"decided_on": "2026-08-18"})
    assert late.status_code == 422
    assert set(late.context["form"].errors) == {"decided_on"}
    response = client.post(url, sent, follow=True)
    assert "Beslut med synnerliga skäl, före annonsering" in text_of(response)
    assert "Förvaltningschef Frida" in text_of(response)
    client.post(url, sent)
    assert Override.objects.count() == 1
    assert Override.objects.get().created_by == doris
    assert assessment.consultations.filter(state="planned").exists()
