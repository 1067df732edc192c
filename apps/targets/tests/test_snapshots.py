"""Frozen reports: what is frozen stays, what came later stands beside it, and the files say the same."""

import io
import zipfile
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import InternalError, transaction
from django.urls import reverse
from django.utils import timezone
from docx import Document

from apps.placements.models import Placement
from apps.targets import queries, snapshots
from apps.targets.choices import Period
from apps.targets.comment_actions import undo_comment, write_comment
from apps.targets.models import Snapshot
from apps.targets.report_files import docx, pdf, report_of
from apps.targets.snapshot_actions import freeze
from apps.targets.snapshot_queries import can_be_frozen, compared, figures_now, page_of
from apps.targets.tests.conftest import make_result
from apps.targets.tests.test_dashboard import csv_of, text_of
from procurement_csr import people

FREEZE = f"{reverse('snapshot_freeze')}?ar=2016&period="
TODAY = date(2017, 1, 20)


@pytest.fixture
def frozen(helsingborg, carin, result, target):
    """The year 2016 as it was frozen."""
    return freeze(by=carin, organisation=helsingborg, year=2016, period=Period.YEAR, today=TODAY)


def test_the_seeds_year_is_frozen_as_26_of_40_and_drawn_as_it_was(frozen, helsingborg):
    page = page_of(frozen)
    live = queries.dashboard(helsingborg, 2016, TODAY)
    assert (page.result.total, page.target.value) == (26, 40)
    assert page.result.months == live.result.months
    assert (page.result.started, page.result.residents) == (live.result.started, live.result.residents)
    assert (page.activities, page.active, page.is_over) == (live.activities, live.active, True)


def test_a_late_registration_stands_beside_the_report_and_not_in_it(frozen, result):
    people.make_placement(result, people.make_participant(result.organisation, "Z99-999"), started_on=date(2016, 5, 2))
    both = compared(frozen)
    rows = {each.label: (each.reported, each.now, each.change) for each in both.differences}
    assert rows["Resultat mot målet"] == ("26", "27", "+1")
    assert rows["varav praktik"] == ("13", "14", "+1")
    assert rows["varav lärling"] == ("7", "7", "0")
    assert (both.since.logged, both.since.undone) == (1, 0)


def test_an_undone_placement_is_told_as_a_change(frozen, malte):
    last = Placement.objects.filter(kind="employment").last()
    Placement.objects.filter(pk=last.pk).update(undone_at=timezone.now(), undone_by=malte)
    both = compared(frozen)
    rows = {each.label: each.change for each in both.differences}
    assert (rows["Resultat mot målet"], rows["varav anställning"], both.since.undone) == ("−1", "−1", 1)


def test_what_was_said_of_the_charts_is_in_the_reports_as_when_they_were_frozen(helsingborg, carin, result, target):
    own = {"by": carin, "organisation": helsingborg, "year": 2016}
    undone = write_comment(**own, chart="mal", text="Två avtal blev försenade.")
    write_comment(**own, chart="krav", text="Få upphandlingar blev klara.")
    frozen = freeze(**own, period=Period.YEAR, today=TODAY)
    undo_comment(by=carin, comment=undone, now=timezone.now())
    write_comment(**own, chart="mal", text="Sagt efteråt.")
    report = report_of(Snapshot.objects.get(pk=frozen.pk))
    on = timezone.localdate().isoformat()
    assert report.blocks[0].comments == [f"Två avtal blev försenade. (Carin, {on})"]
    assert (report.blocks[-1].heading, report.blocks[-1].comments) == (
        "Om upphandlingarna med sociala krav",
        [f"Få upphandlingar blev klara. (Carin, {on})"],
    )
    written = "\n".join(each.text for each in Document(io.BytesIO(docx(report, frozen))).paragraphs)
    assert "Två avtal blev försenade." in written
    assert "Få upphandlingar blev klara." in written
    assert "Sagt efteråt" not in written
    silent = replace(report, blocks=[replace(block, comments=[]) for block in report.blocks])
    assert len(pdf(report)) > len(pdf(silent)) + 100


def test_a_target_changed_afterwards_does_not_change_the_report(frozen, target):
    type(target).objects.filter(pk=target.pk).update(value=10)
    assert page_of(Snapshot.objects.get()).target.value == 40


def test_a_period_is_frozen_from_the_day_after_its_end(helsingborg, carin, result):
    values = {"by": carin, "organisation": helsingborg, "year": 2016, "period": Period.FIRST}
    with pytest.raises(ValidationError, match="Första tertialet 2016 pågår till och med 2016-04-30"):
        freeze(**values, today=date(2016, 4, 30))
    made = freeze(**values, today=date(2016, 5, 1))
    assert made.as_of == date(2016, 4, 30)
    assert page_of(made).result.total == queries.dashboard(helsingborg, 2016, date(2016, 4, 30)).result.total


def test_a_period_is_frozen_once(frozen, helsingborg, carin):
    with pytest.raises(ValidationError, match="Perioden är redan fryst"):
        freeze(by=carin, organisation=helsingborg, year=2016, period=Period.YEAR, today=TODAY)
    again = freeze(by=carin, organisation=helsingborg, year=2016, period=Period.YEAR, today=TODAY, token=frozen.token)
    assert again == frozen
    assert Snapshot.objects.count() == 1


def test_the_database_refuses_to_change_what_is_frozen(frozen):
    with pytest.raises(InternalError, match="is_frozen"), transaction.atomic():
        Snapshot.objects.update(figures={})


def test_what_became_of_residents_is_told_as_reported_only(frozen):
    rows = {each.label: each for each in compared(frozen).differences}
    told = rows["Praktik som leder till arbete"]
    assert (told.now, told.change) == ("–", "")


def test_departments_below_the_limit_are_hidden_in_a_report_and_not_given_away_by_the_total(
    helsingborg, carin, result, target, school_department
):
    small = people.make_contract(people.make_procurement(helsingborg, department=school_department))
    for at in range(3):
        people.make_placement(small, people.make_participant(helsingborg, f"S0{at}-111"), started_on=date(2016, 3, 7))
    held = freeze(by=carin, organisation=helsingborg, year=2016, period=Period.YEAR, today=TODAY).figures
    told = dict(held["departments"])
    assert told["Skol- och fritidsförvaltningen"] == "<5"
    assert told["Fastighetsförvaltningen"] == ".."
    assert "departments" not in held["result"]
    part = figures_now(helsingborg, 2016, Period.SECOND)
    assert part["departments"] == []


def test_a_round_trip_through_json_loses_nothing(frozen, helsingborg):
    page = snapshots.thaw(frozen.figures, organisation=helsingborg, year=2016)
    measures = {each.code: each.result for each in snapshots.measures_of(frozen.figures)}
    again = snapshots.dump(page, measures)
    beside = {name: frozen.figures[name] for name in ("places", "suppliers", "comments", "letters")}
    assert again | beside == frozen.figures | {"departments": []}


def test_the_periods_that_are_over_and_not_frozen_are_offered(frozen, helsingborg):
    offered = can_be_frozen(helsingborg, {2016, 2017}, date(2017, 5, 1))
    assert offered == [(2017, Period.FIRST), (2016, Period.SECOND), (2016, Period.FIRST)]


def test_carin_is_asked_freezes_and_sees_the_report(sign_in, carin, client, result, target):
    asked = text_of(sign_in(carin).get(f"{FREEZE}helar"))
    assert "Frys helåret 2016?" in asked
    assert not Snapshot.objects.exists()
    token = client.get(f"{FREEZE}helar").context["form"]["token"].value()
    posted = {"token": str(token), "note": "Ett ovanligt år."}
    page = text_of(client.post(f"{FREEZE}helar", posted, follow=True))
    assert "Fryst. Årsrapport 2016 är klar att hämta" in page
    assert "Ett ovanligt år." in page
    assert "Alla siffror är de samma nu som när de redovisades." in page
    assert client.post(f"{FREEZE}helar", posted).status_code == 302
    assert Snapshot.objects.get().frozen_by == carin


def test_a_comment_with_a_personal_number_is_refused_and_kept(sign_in, carin, client, result):
    token = sign_in(carin).get(f"{FREEZE}helar").context["form"]["token"].value()
    response = client.post(f"{FREEZE}helar", {"token": str(token), "note": "Se 19900101-0017."})
    assert response.status_code == 422
    assert "Se 19900101-0017." in text_of(response)
    assert not Snapshot.objects.exists()


@pytest.mark.parametrize("query", ["?ar=1999", "?ar=2016&period=t3", "?ar=2016&period=%00", "?ar=x", "?period=year"])
def test_a_period_that_does_not_exist_is_404(sign_in, carin, query):
    assert sign_in(carin).get(f"{reverse('snapshot_freeze')}{query}").status_code == 404


def test_a_running_period_says_when_it_can_be_frozen(sign_in, carin, client):
    year = timezone.localdate().year + 1
    address = f"{reverse('snapshot_freeze')}?ar={year}&period=t1"
    token = sign_in(carin).get(address).context["form"]["token"].value()
    response = client.post(address, {"token": str(token)})
    assert response.status_code == 422
    assert f"Första tertialet {year} pågår till och med {year}-04-30" in text_of(response)


def test_pelle_reads_a_report_and_neither_freezes_nor_sees_other_organisations(sign_in, pelle, frozen, client, haninge):
    address = reverse("snapshot_detail", args=[frozen.pk])
    assert "26 av 40" in text_of(sign_in(pelle).get(address))
    assert (client.get(f"{FREEZE}helar").status_code, client.post(f"{FREEZE}t1").status_code) == (403, 403)
    greta = people.make_person("Greta", "coordinator", haninge)
    client.force_login(greta, backend="allauth.account.auth_backends.AuthenticationBackend")
    for name in ("snapshot_detail", "report_pdf", "report_docx"):
        assert client.get(reverse(name, args=[frozen.pk])).status_code == 404


def test_the_table_of_then_and_now_comes_as_csv(sign_in, pelle, frozen):
    rows = csv_of(sign_in(pelle).get(reverse("snapshot_detail", args=[frozen.pk]), {"format": "csv"}))
    assert rows[:2] == ["Mått;Som redovisat;Som det ser ut nu;Skillnad", "Resultat mot målet;26;26;0"]


def test_the_report_is_a_tagged_pdf_with_the_rules(sign_in, pelle, frozen):
    response = sign_in(pelle).get(reverse("report_pdf", args=[frozen.pk]))
    assert response["Content-Type"] == "application/pdf"
    assert b"/MarkInfo" in response.content or response.content.startswith(b"%PDF-1.7")
    report = report_of(frozen)
    assert report.lead == "26 av 40. Målet nåddes inte, det fattades 14."
    assert report.rules[0][0] == "Resultatet mot målet"
    assert sum(bool(block.svg) for block in report.blocks) == 3


def test_the_word_document_says_the_same(sign_in, pelle, frozen):
    content = sign_in(pelle).get(reverse("report_docx", args=[frozen.pk])).content
    document = Document(io.BytesIO(content))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "Årsrapport 2016" in text
    assert "26 av 40. Målet nåddes inte, det fattades 14." in text
    assert "Bilaga: Så räknar vi" in text
    assert ["Praktik", "13"] in [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert b"sv-SE" in zipfile.ZipFile(io.BytesIO(content)).read("word/styles.xml")


def test_hostile_text_is_text_in_both_files(helsingborg, carin, result):
    note = "#let x = 1 *fet* <script> $ \x07 \\ ]"
    made = freeze(by=carin, organisation=helsingborg, year=2016, period=Period.SECOND, today=TODAY, note=note[:30])
    Snapshot.objects.filter(pk=made.pk).update(note=note)
    report = report_of(Snapshot.objects.get())
    assert pdf(report).startswith(b"%PDF")
    assert report.note == note


def test_a_year_without_target_or_result_can_be_frozen_and_printed(helsingborg, carin):
    made = freeze(by=carin, organisation=helsingborg, year=2014, period=Period.YEAR, today=TODAY)
    report = report_of(made)
    assert "Inget mål är beslutat för 2014." in report.lead
    assert pdf(report).startswith(b"%PDF")


def test_a_report_costs_as_many_queries_for_many_placements(frozen, helsingborg, django_assert_max_num_queries):
    make_result(helsingborg, 2015)
    with django_assert_max_num_queries(30):
        compared(frozen)


def test_a_day_after_the_end_is_needed_for_every_period():
    for year, period in ((2016, Period.FIRST), (2016, Period.SECOND), (2016, Period.YEAR)):
        gap = snapshots.counted_on(year, period) - snapshots.last_day(year, period)
        assert gap == timedelta(days=1 if period == Period.YEAR else 0)
