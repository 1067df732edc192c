"""The page of the plan, its what-if, the calendar file, the document to sign, and the guide."""

import re
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from apps.core.typeset import DocumentError, typeset
from apps.mbl import assessments, timeplan_cards, timeplan_files, timeplan_views
from apps.mbl.choices import Question
from apps.mbl.models import PlanChange
from apps.mbl.plan_actions import follow_plan
from apps.mbl.schedule import stage_a
from apps.mbl.tests.makers import REASONS, assess, make_union, row_of, take
from apps.mbl.timeplans import plan_of
from apps.procurements.models import Procurement, ProcurementParty
from procurement_csr import people

TODAY = date(2026, 8, 17)
NOW = datetime(2026, 8, 17, 9, 0, tzinfo=ZoneInfo("Europe/Stockholm"))
SEPTEMBER, DECEMBER = date(2026, 9, 1), date(2026, 12, 17)


@pytest.fixture(autouse=True)
def the_seventeenth_of_august(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda value=None, **zone: value.astimezone().date() if value else TODAY)


@pytest.fixture
def cleaning(helsingborg, property_department):
    fields = {"planned_publication_on": SEPTEMBER, "planned_signing_on": DECEMBER}
    return people.make_procurement(helsingborg, "Städning #1 *i skolor*", department=property_department, **fields)


@pytest.fixture
def called(cleaning, doris):
    make_union(cleaning.organisation)
    assessment = assess(doris, cleaning, Question.Q5)
    take(doris, row_of(assessment), "call")
    return assessment


def text_of(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def url(cleaning, name="timeplan", query=""):
    return reverse(name, args=[cleaning.pk]) + query


def test_the_page_answers_first_and_shows_every_step_with_rule_and_source(sign_in, doris, called):
    response = sign_in(doris).get(url(called.procurement))
    text = text_of(response)
    assert response.status_code == 200
    assert "Planen håller: nästa steg är den lokala förhandlingen senast 21 augusti, 4 arbetsdagar kvar." in text
    assert "klart 14 augusti 2026 Kalla till förhandling med underlaget klart" in text
    assert "Källa: 11 och 14 §§ MBL." in text
    assert "En central förhandling skulle inte rymmas före den planerade annonseringen." in text
    assert "Fastighetsförvaltningen är arbetsgivare i förhandlingen och äger planen" in text
    assert text.index("Kalla till förhandling") < text.index("I dag") < text.index("Lokal förhandling eller")


def test_a_plan_that_breaks_says_where_and_the_way_out(sign_in, doris, cleaning):
    assert "Planen går inte ihop: senaste dag för bedömningen är 29 juli" in text_of(sign_in(doris).get(url(cleaning)))


def test_missing_dates_are_named_with_the_way_to_set_them_for_those_who_may(sign_in, doris, olivia, cleaning):
    Procurement.objects.update(planned_publication_on=None, planned_signing_on=None)
    response = sign_in(olivia).get(url(cleaning))
    assert "Planerad annonsering och planerat avtalstecknande saknas." in text_of(response)
    assert reverse("procurement_update", args=[cleaning.pk]) in response.content.decode()
    response = sign_in(doris).get(url(cleaning))
    assert "Upphandlaren anger datum i upphandlingen" in text_of(response)
    assert reverse("procurement_update", args=[cleaning.pk]) not in response.content.decode()


def test_without_a_department_nobody_owns_the_plan_yet(sign_in, olivia, helsingborg):
    bare = people.make_procurement(helsingborg, "Bänkar", planned_publication_on=SEPTEMBER)
    client = sign_in(olivia)
    assert "Ingen beställande förvaltning är angiven" in text_of(client.get(url(bare)))
    assert client.get(url(bare, "timeplan_ics")).status_code == 404
    assert client.get(url(bare, "timeplan_pdf")).status_code == 404


def test_a_procurement_that_was_cancelled_has_no_plan_to_keep(sign_in, doris, cleaning):
    Procurement.objects.update(phase="cancelled")
    assert "Upphandlingen är avbruten, så planen gäller inte." in text_of(sign_in(doris).get(url(cleaning)))


def test_other_dates_are_shown_beside_the_saved_plan_and_nothing_is_saved(sign_in, doris, called):
    query = "?publish=2026-09-15&sign=2026-10-15&tender_days=20"
    text = text_of(sign_in(doris).get(url(called.procurement, query=query)))
    assert "Med andra datum Planen går inte ihop: senaste dag för sista anbudsdagen är 11 september" in text
    assert "Lokal förhandling eller samverkan 2026-08-21 2026-09-04 10 arbetsdagar senare" in text
    assert Procurement.objects.get().planned_publication_on == SEPTEMBER
    assert PlanChange.objects.count() == 0


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("?publish=igår&sign=2026-12-17", "Skickas för annonsering"),
        ("?publish=2026-09-01&sign=2026-08-01", "Avtalet tecknas 2026-08-01, men annonseras 2026-09-01"),
        ("?publish=2098-12-31&sign=", "2098-12-31 ligger mer än 10 år bort"),
        ("?tender_days=0", "Anbudstid"),
    ],
)
def test_a_date_that_cannot_be_tried_is_refused_with_the_field_kept(sign_in, doris, called, query, sentence):
    response = sign_in(doris).get(url(called.procurement, query=query))
    assert response.status_code == 422
    assert sentence in text_of(response)


def test_what_has_happened_cannot_be_asked_about(sign_in, doris, called):
    Procurement.objects.update(sent_for_publication_on=date(2026, 8, 15))
    html = sign_in(doris).get(url(called.procurement)).content.decode()
    assert 'name="publish"' not in html
    assert 'name="sign"' in html


def test_a_slider_moves_over_the_working_days_around_the_date(called):
    found = plan_of(called.procurement, called.department, TODAY)
    slider, _ = timeplan_cards.sliders(found, {"publish": SEPTEMBER, "sign": DECEMBER})
    days = slider.days.split()
    assert (days[slider.position], len(days) - 1) == ("2026-09-01", slider.last)
    assert days[slider.position + 1 : slider.position + 5] == ["2026-09-02", "2026-09-03", "2026-09-04", "2026-09-07"]


def test_a_joint_procurement_has_a_tab_for_each_department_that_may_be_seen(sign_in, haninge, cleaning, olivia, fia):
    theirs = people.make_department(haninge, "Teknik")
    ProcurementParty.objects.create(procurement=cleaning, organisation=haninge, department=theirs)
    from apps.accounts.models import Membership

    client = sign_in(fia)
    assert "Teknik är arbetsgivare" in text_of(client.get(url(cleaning)))
    assert client.get(url(cleaning, query=f"?forvaltning={cleaning.department_id}")).status_code == 404
    Membership.objects.create(user=fia, organisation=cleaning.organisation, role="officer")
    text = text_of(client.get(url(cleaning, query=f"?forvaltning={cleaning.department_id}")))
    assert "Fastighetsförvaltningen är arbetsgivare" in text
    assert "Fastighetsförvaltningen, Helsingborg Teknik, Haninge" in text


def test_a_foreign_plan_looks_absent_and_a_matcher_is_refused(sign_in, fia, malte, cleaning):
    names = ("timeplan", "timeplan_ics", "timeplan_pdf")
    assert {sign_in(fia).get(url(cleaning, name)).status_code for name in names} == {404}
    assert {sign_in(malte).get(url(cleaning, name)).status_code for name in names} == {403}


def test_the_department_reads_a_change_with_one_press(sign_in, doris, olivia, called):
    follow_plan(by=None, assessment=called, today=TODAY)
    Procurement.objects.update(planned_publication_on=date(2026, 9, 15))
    change = follow_plan(by=None, assessment=called, today=TODAY)
    text = text_of(sign_in(olivia).get(url(called.procurement)))
    assert "Lokal förhandling eller samverkan : 21 augusti 2026 → 4 september 2026" in text.replace(
        "samverkan:", "samverkan :"
    )
    assert "Fastighetsförvaltningen har inte läst ändringen än." in text
    address = reverse("plan_change_see", args=[change.pk])
    assert sign_in(olivia).post(address).status_code == 403
    client = sign_in(doris)
    assert "Jag har sett ändringen" in text_of(client.get(url(called.procurement)))
    text = text_of(client.post(address, follow=True))
    assert "Sparat. Ändringen är läst." in text
    assert "Planen har ändrats" not in text


# --- Files --------------------------------------------------------------------------------------------------------
def test_the_calendar_holds_the_open_steps_under_names_that_last(sign_in, doris, called):
    client = sign_in(doris)
    response = client.get(url(called.procurement, "timeplan_ics"))
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    events = {str(event["uid"]): event for event in Calendar.from_ical(response.content).walk("VEVENT")}
    uid = f"local_meeting-{called.procurement_id}-{called.department_id}@steget"
    assert events[uid].decoded("dtstart") == date(2026, 8, 21)
    assert not any(name.startswith("call-") for name in events), "the call is done"
    assert "Doris" not in response.content.decode()
    Procurement.objects.update(planned_publication_on=date(2026, 9, 15))
    moved = Calendar.from_ical(client.get(url(called.procurement, "timeplan_ics")).content)
    day = {str(event["uid"]): event.decoded("dtstart") for event in moved.walk("VEVENT")}[uid]
    assert day == date(2026, 9, 4)


def test_the_document_is_a_tagged_pdf_in_swedish_for_the_case_file(sign_in, doris, called):
    response = sign_in(doris).get(url(called.procurement, "timeplan_pdf"))
    assert response["Content-Type"] == "application/pdf"
    content = response.content
    assert content.startswith(b"%PDF-1.7")
    assert b"/Lang(sv-SE)" in content
    assert b"/MarkInfo" in content
    assert b"pdfuaid:part" in content
    assert b"Tidsplan f\xc3\xb6r facklig samverkan: St\xc3\xa4dning #1 *i skolor*" in content, (
        "markup is shown as it is"
    )


def test_the_document_shows_the_rows_the_plan_and_lines_to_sign(called):
    values = timeplan_files.values_of(plan_of(called.procurement, called.department, TODAY), now=NOW)
    assert [(row["union"], row["called"], row["state"]) for row in values["rows"]] == [
        ("Kommunal", "2026-08-14", "kallad")
    ]
    assert values["signers"] == ["Fastighetsförvaltningen", "Kommunal"]
    step = next(step for step in values["steps"] if step["title"].startswith("Lokal"))
    assert (step["on"], step["done"], step["status"]) == ("senast 2026-08-21", "–", "4 arbetsdagar kvar")


def sections_of(assessment):
    values = timeplan_files.values_of(plan_of(assessment.procurement, assessment.department, TODAY), now=NOW)
    return {each["heading"]: dict(each["facts"]) for each in values["sections"]}


def test_the_document_tells_motives_disagreement_reasons_and_vetoes(sign_in, doris, cleaning):
    make_union(cleaning.organisation)
    assessment = assess(doris, cleaning, Question.Q1)
    take(doris, row_of(assessment), "call", "meet", "disagree", "request_central")
    assessments.override(by=doris, procurement=cleaning, department=cleaning.department, **REASONS)
    row = row_of(assessment, "B")
    values = {"procurement": cleaning, "union": row.union, "supplier": people.make_supplier("Renare AB")}
    settled = {"state": "unfounded", "decision_maker": "Nämnden", "legal_opinion": "Inga brott är visade"}
    row.vetoes.create(**values, **settled, is_by_central=True, declared_on=TODAY, ground="lou_13_1")
    found = sections_of(assessment)
    assert found["Bedömning"]["Bedömt"] == "2026-07-29 av Fastighetsförvaltningen"
    assert found["Bedömning"][Question.Q1.label] == "Ja. Städningen läggs ut"
    kommunal = found["Kommunal, före annonsering"]
    assert kommunal["Punkter av oenighet"] == "Bemanningen"
    assert kommunal["Central förhandling begärd"] == "2026-08-28"
    reasons = found["Beslut med synnerliga skäl, före annonsering"]
    assert reasons["Beslutsfattare"] == REASONS["decision_maker"]
    assert (reasons["Skäl"], reasons["Diarienummer"]) == (REASONS["reason"], REASONS["reference"])
    veto = found["Veto mot Renare AB, Kommunal"]
    assert (veto["Läge"], veto["Beslutsfattare"]) == ("ogrundad (40 § MBL)", "Nämnden")
    assert sign_in(doris).get(url(cleaning, "timeplan_pdf"))["Content-Type"] == "application/pdf"


def test_the_document_tells_why_a_row_is_exempt_or_nothing_is_owed(doris, cleaning):
    make_union(cleaning.organisation)
    assessment = assess(doris, cleaning, Question.Q2, Question.Q4, exemption="short")
    ground = {"Undantagen enligt 38 § MBL": "arbetet är kortvarigt och tillfälligt"}
    assert sections_of(assessment)["Kommunal, före tilldelning"] == ground
    seen = assessments.version(assessment)
    assessment = assess(doris, cleaning, not_required_motive="Bara pennor", seen=seen)
    assert sections_of(assessment)["Bedömning"]["Motiv till ej MBL-pliktig"] == "Bara pennor"


def test_a_joint_procurements_document_is_of_one_authority_and_names_the_others(haninge, called, doris):
    theirs = people.make_department(haninge, "Teknik")
    ProcurementParty.objects.create(procurement=called.procurement, organisation=haninge, department=theirs)
    ours, other = (
        timeplan_files.values_of(plan_of(called.procurement, each, TODAY), now=NOW)
        for each in (called.department, theirs)
    )
    assert (ours["others"], other["others"]) == (str(haninge), str(called.organisation))
    assert (len(ours["rows"]), other["rows"], other["sections"]) == (1, [], [])


def test_a_document_that_never_ends_or_fails_is_given_up(tmp_path, sign_in, doris, called, monkeypatch):
    endless = tmp_path / "endless.typ"
    endless.write_text("#for a in range(1000000) { for b in range(1000000) { let c = a + b } }", encoding="utf-8")
    with pytest.raises(DocumentError, match="more than 1 seconds"):
        typeset(endless, {}, seconds=1)
    broken = tmp_path / "broken.typ"
    broken.write_text('#panic("nej")', encoding="utf-8")
    with pytest.raises(DocumentError, match="nej"):
        typeset(broken, {})
    monkeypatch.setattr(timeplan_files, "TEMPLATE", broken)
    text = text_of(sign_in(doris).get(url(called.procurement, "timeplan_pdf"), follow=True))
    assert "Dokumentet kunde inte skapas just nu." in text


# --- The guide ------------------------------------------------------------------------------------------------------
def test_the_guide_is_the_handbooks_page_and_its_example_is_what_the_plan_says(sign_in, doris):
    text = text_of(sign_in(doris).get(reverse("timeplan_guide")))
    assert "Effektiv tidsplanering av samverkan i upphandling" in text
    guide = Path(timeplan_views.GUIDE).read_text(encoding="utf-8")
    plan, central = stage_a(SEPTEMBER), stage_a(SEPTEMBER, with_central=True)
    months = {7: "juli", 8: "augusti"}
    for key in ("assessment", "material", "call", "local_meeting", "central_request", "decision_to_publish"):
        day = plan.on(key)
        assert f"- {day.day} {months[day.month]}: " in guide, key
    meeting, call = central.on("local_meeting"), central.on("call")
    assert f"lokala mötet senast den {meeting.day} juli och kallelsen senast den {call.day} juli" in guide
