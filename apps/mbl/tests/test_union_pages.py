"""What a union representative sees and may do: the own called consultations, and nothing else."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from apps.core.actions import version_of
from apps.mbl.choices import Question
from apps.mbl.models import Comment, Consultation, UnionRepresentative
from apps.mbl.tests.makers import MET, TODAY, assess, make_union, row_of, take
from procurement_csr import people


@pytest.fixture(autouse=True)
def the_twentieth_of_november(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda value=None, **zone: value.astimezone().date() if value else TODAY)


@pytest.fixture
def cleaning(helsingborg, property_department):
    return people.make_procurement(helsingborg, "Städning i skolor", department=property_department)


@pytest.fixture
def kommunal(cleaning, ulla):
    union = make_union(cleaning.organisation)
    UnionRepresentative.objects.create(union=union, role="ordförande", email="ko@exempel.se", user=ulla)
    return union


@pytest.fixture
def vision(cleaning):
    return make_union(cleaning.organisation, "Vision")


@pytest.fixture
def called(cleaning, doris, kommunal, vision):
    assessment = assess(doris, cleaning, Question.Q5)
    for union in ("Kommunal", "Vision"):
        take(doris, row_of(assessment, "A", union), "call", proposal="Vi lägger ut städningen")
    return row_of(assessment)


@pytest.fixture
def exempted(cleaning, doris, kommunal):
    assessment = assess(doris, cleaning, Question.Q2, Question.Q4, exemption="expertise")
    return row_of(assessment, "B")


def page(client, name, *arguments):
    return client.get(reverse(name, args=arguments))


def test_a_representative_starts_with_the_own_called_consultations(sign_in, ulla, called):
    client = sign_in(ulla)
    assert client.get("/").url == reverse("union_start")
    text = page(client, "union_start").content.decode()
    assert "Ni som företräder Kommunal i Helsingborg." in text
    assert "Städning i skolor" in text
    assert "1 förhandling" in text
    assert "kom till mötet 21 augusti (har varit)" in text
    assert "Vision" not in text


def test_a_consultation_shows_matter_proposal_and_the_motives_of_the_assessment(sign_in, ulla, called):
    text = page(sign_in(ulla), "union_consultation", called.pk).content.decode()
    assert "Vi lägger ut städningen" in text
    assert "Städningen läggs ut" in text
    assert Question.Q5.label in text


def test_nobody_sees_the_consultations_of_another_union_or_one_not_called(sign_in, ulla, called, doris):
    client = sign_in(ulla)
    vision_row = row_of(called.assessment, "A", "Vision")
    assert page(client, "union_consultation", vision_row.pk).status_code == 404
    Consultation.objects.filter(pk=called.pk).update(called_on=None, state="planned")
    assert page(client, "union_consultation", called.pk).status_code == 404
    assert "Städning i skolor" not in page(client, "union_start").content.decode()


def test_a_representative_who_has_left_sees_nothing_more(sign_in, ulla, called):
    UnionRepresentative.objects.update(is_active=False)
    client = sign_in(ulla)
    assert page(client, "union_consultation", called.pk).status_code == 404
    assert "inte kopplad till någon facklig organisation" in page(client, "union_start").content.decode()


@pytest.mark.parametrize(
    "name", ["procurement_list", "supplier_list", "placement_list", "dashboard", "task_list", "settings_index"]
)
def test_nothing_else_of_the_house_opens_for_a_representative(sign_in, ulla, called, name):
    assert page(sign_in(ulla), name).status_code == 403


def test_the_pages_of_the_employer_do_not_open_for_a_representative(sign_in, ulla, called):
    client = sign_in(ulla)
    for name, key in (
        ("consultation_detail", called.pk),
        ("procurement_detail", called.procurement_id),
        ("timeplan", called.procurement_id),
        ("document_create", called.pk),
        ("assessment_detail", called.assessment_id),
    ):
        assert page(client, name, key).status_code in (403, 404), name


def test_the_union_approves_the_minutes(sign_in, ulla, doris, called):
    row = take(doris, called, "meet", minutes_reference="FN 2026/9")
    client = sign_in(ulla)
    assert "justera protokollet" in page(client, "union_start").content.decode()
    data = {"approved_on": "2026-08-24", "version": version_of(row)}
    assert client.post(reverse("union_approve", args=[row.pk]), data).status_code == 302
    row.refresh_from_db()
    assert row.minutes_approved_union_on == date(2026, 8, 24)
    assert row.minutes_approved_union_by == ulla
    again = client.post(reverse("union_approve", args=[row.pk]), data | {"version": version_of(row)})
    assert again.status_code == 422
    assert "redan justerat av facket" in again.content.decode()


def test_minutes_of_no_meeting_are_not_approved(sign_in, ulla, called):
    data = {"approved_on": "2026-08-24", "version": version_of(Consultation.objects.get(pk=called.pk))}
    response = sign_in(ulla).post(reverse("union_approve", args=[called.pk]), data)
    assert response.status_code == 422
    assert "mötet är hållet" in response.content.decode()
    assert "2026-08-24" in response.content.decode()


def test_the_last_day_to_ask_for_central_negotiation_is_told(sign_in, ulla, doris, called, monkeypatch):
    take(doris, called, "meet", "disagree")
    monkeypatch.setattr(timezone, "localdate", lambda *value, **zone: MET)
    text = page(sign_in(ulla), "union_start").content.decode()
    assert "begär central förhandling skriftligt senast 28 augusti, om ni vill" in text


def test_fact_46_the_union_asks_for_negotiation_about_what_was_exempted(sign_in, ulla, exempted):
    client = sign_in(ulla)
    text = page(client, "union_consultation", exempted.pk).content.decode()
    assert "begär förhandling om ni vill" in text
    assert "Arbetet kräver särskild sakkunskap".lower() in text.lower()
    assert "Städningen läggs ut" in text.split("Motiv till undantaget")[1].split("Frågor och svar")[0]
    data = {"version": version_of(exempted)}
    response = client.post(reverse("union_request", args=[exempted.pk]), data, follow=True)
    exempted.refresh_from_db()
    assert exempted.state == "planned"
    assert exempted.assessment.__class__.objects.get().reopened_on == TODAY
    assert "Fastighetsförvaltningen ska kalla er" in response.content.decode()
    assert "inget just nu, förvaltningen kallar er" in response.content.decode()


def test_a_called_row_has_nothing_to_reopen(sign_in, ulla, called):
    data = {"version": version_of(Consultation.objects.get(pk=called.pk))}
    response = sign_in(ulla).post(reverse("union_request", args=[called.pk]), data)
    assert response.status_code == 422
    assert Consultation.objects.get(pk=called.pk).state == "called"


def test_a_motive_of_no_consultation_is_open_to_the_unions_bound_with_the_department(
    sign_in, ulla, doris, cleaning, kommunal, school_department
):
    motive = "Köpet gäller kontorsmateriel"
    assessment = assess(doris, cleaning, not_required_motive=motive)
    client = sign_in(ulla)
    assert motive in page(client, "union_assessments").content.decode()
    assert motive in page(client, "union_assessment", assessment.pk).content.decode()
    kommunal.departments.set([school_department])
    assert motive not in page(client, "union_assessments").content.decode()
    assert page(client, "union_assessment", assessment.pk).status_code == 404


def test_both_sides_see_what_the_other_writes(sign_in, ulla, doris, olivia, called):
    address = reverse("comment_create", args=[called.pk])
    token = {"token": "7c1a0f0e-8a49-4c0e-9a0a-0d5f2f6f2a01"}
    client = sign_in(ulla)
    response = client.post(address, {"text": "Vi saknar riskbedömningen.", **token}, follow=True)
    assert "Vi saknar riskbedömningen." in response.content.decode()
    client.post(address, {"text": "Vi saknar riskbedömningen.", **token})
    assert Comment.objects.count() == 1
    client = sign_in(doris)
    assert "Vi saknar riskbedömningen." in page(client, "consultation_detail", called.pk).content.decode()
    token = {"token": "7c1a0f0e-8a49-4c0e-9a0a-0d5f2f6f2a02"}
    client.post(address, {"text": "Den kommer i dag.", **token})
    assert "Den kommer i dag." in page(sign_in(ulla), "union_consultation", called.pk).content.decode()
    assert page(sign_in(olivia), "comment_create", called.pk).status_code == 403


@pytest.mark.parametrize(
    ("text", "sentence"), [("  ", "Skriv en kommentar"), ("Fråga 850709-9805", "personnummer"), ("å" * 2001, "2000")]
)
def test_a_comment_that_is_refused_comes_back_whole(sign_in, ulla, called, text, sentence):
    address = reverse("comment_create", args=[called.pk])
    token = {"token": "7c1a0f0e-8a49-4c0e-9a0a-0d5f2f6f2a01"}
    response = sign_in(ulla).post(address, {"text": text, **token})
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert text.strip() in response.content.decode()
    assert not Comment.objects.exists()


def test_the_list_is_filtered_and_exported_as_filtered(sign_in, ulla, called):
    client = sign_in(ulla)
    assert "Inget passar filtren" in client.get(reverse("union_start") + "?state=closed").content.decode()
    exported = client.get(reverse("union_start") + "?format=csv&state=called")
    assert "Städning i skolor" in b"".join(exported.streaming_content).decode()


def test_the_motive_of_a_row_that_was_never_called_is_open_to_its_union_alone(sign_in, ulla, doris, cleaning, kommunal):
    make_union(cleaning.organisation, "Vision")
    assessment = assess(doris, cleaning, Question.Q5)
    for union in ("Kommunal", "Vision"):
        take(doris, row_of(assessment, "A", union), "not_required", not_required_motive=f"{union} har avstått")
    client = sign_in(ulla)
    assert "läs varför den inte är aktuell" in page(client, "union_start").content.decode()
    assert "Kommunal har avstått" in page(client, "union_consultation", row_of(assessment).pk).content.decode()
    assert page(client, "union_consultation", row_of(assessment, "A", "Vision").pk).status_code == 404
