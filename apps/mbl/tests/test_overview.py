"""The overview: open, late and in time, with the list behind the figures."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from apps.mbl import overview
from apps.mbl.choices import Question
from apps.mbl.models import Consultation
from apps.mbl.tests.makers import MET, assess, make_union, row_of, take
from apps.procurements.models import Procurement
from procurement_csr import people

TODAY = date(2026, 11, 20)


@pytest.fixture
def kommunal(helsingborg):
    return make_union(helsingborg)


@pytest.fixture
def buy(helsingborg, property_department, kommunal, doris):
    def make(title, **dates):
        row = people.make_procurement(helsingborg, title, department=property_department, **dates)
        return row_of(assess(doris, row, Question.Q5))

    return make


def statuses(person, organisation):
    return {each.title: each.status for each in overview.entries(person, organisation, TODAY)}


def test_a_row_is_open_until_its_step_should_have_been_taken(olivia, helsingborg, buy):
    buy("I god tid", planned_publication_on=TODAY + timedelta(90))
    buy("Sen", planned_publication_on=TODAY + timedelta(10))
    buy("Utan plan")
    found = statuses(olivia, helsingborg)
    assert found == {"I god tid": "open", "Sen": "late", "Utan plan": "open"}
    totals = overview.totals(overview.entries(olivia, helsingborg, TODAY))
    assert totals.sentence == "3 förhandlingar är öppna, 1 försenad."
    assert totals.share == "–"


def test_closed_by_the_day_of_the_decision_is_in_time(olivia, doris, helsingborg, buy):
    for title, decided in (("I tid", MET), ("För sent", MET - timedelta(1)), ("Obestämd", None)):
        row = take(doris, buy(title), "call", "meet", "agree")
        Procurement.objects.filter(pk=row.procurement_id).update(decision_to_publish_on=decided)
    assert statuses(olivia, helsingborg) == {"I tid": "in_time", "För sent": "too_late", "Obestämd": "closed"}
    totals = overview.totals(overview.entries(olivia, helsingborg, TODAY))
    assert (totals.share, totals.of_text) == ("50 %", "(1 av 2)")


def test_a_decision_without_a_closed_consultation_counts_as_no(olivia, doris, helsingborg, buy):
    buy("Aldrig avslutad", decision_to_publish_on=MET)
    row = take(doris, buy("I tid"), "call", "meet", "agree")
    Procurement.objects.filter(pk=row.procurement_id).update(decision_to_publish_on=MET)
    assert statuses(olivia, helsingborg) == {"I tid": "in_time", "Aldrig avslutad": "never"}
    totals = overview.totals(overview.entries(olivia, helsingborg, TODAY, MET.year), MET.year)
    assert (totals.open, totals.in_time, totals.known) == (0, 1, 2)
    assert totals.sentence == (f"0 förhandlingar är öppna. 1 av 2 var avslutade när beslutet fattades {MET.year}.")


def test_what_was_decided_before_it_was_cancelled_still_counts(olivia, helsingborg, buy):
    buy("Beslutad", decision_to_publish_on=MET)
    Procurement.objects.update(phase="cancelled")
    assert statuses(olivia, helsingborg) == {"Beslutad": "never"}


def test_what_was_open_when_a_procurement_was_cancelled_is_not_open_any_more(olivia, doris, helsingborg, buy):
    buy("Öppen", planned_publication_on=TODAY - timedelta(10))
    take(doris, buy("Hann klart"), "call", "meet", "agree")
    Procurement.objects.update(phase="cancelled")
    assert statuses(olivia, helsingborg) == {"Hann klart": "closed"}


def test_what_was_never_owed_is_not_counted(olivia, doris, helsingborg, buy):
    take(doris, buy("Avstått"), "not_required")
    assert statuses(olivia, helsingborg) == {}


def test_the_page_leads_from_a_figure_to_its_rows_and_to_a_file(sign_in, olivia, fia, doris, buy):
    buy("Öppen städning")
    client = sign_in(olivia)
    text = client.get(reverse("mbl_overview")).content.decode()
    assert "1 förhandling är öppen, ingen försenad." in text
    assert "Öppen städning" in text
    assert "Öppen städning" not in client.get(reverse("mbl_overview") + "?status=late").content.decode()
    assert "Öppen städning" in client.get(reverse("mbl_overview") + "?status=ongoing").content.decode()
    assert "?status=ongoing" in text
    exported = b"".join(client.get(reverse("mbl_overview") + "?format=csv&q=städning").streaming_content)
    assert "Öppen städning" in exported.decode()
    assert reverse("mbl_overview") in client.get(reverse("procurement_list")).content.decode()
    assert "Öppen städning" not in sign_in(fia).get(reverse("mbl_overview")).content.decode()


def test_what_was_decided_in_an_earlier_year_is_shown_when_asked_for(sign_in, olivia, doris, helsingborg, buy):
    take(doris, buy("I fjol"), "call", "meet", "agree")
    Consultation.objects.update(closed_on=date(TODAY.year - 1, 12, 30))
    Procurement.objects.update(decision_to_publish_on=date(TODAY.year - 1, 12, 31))
    assert len(overview.entries(olivia, helsingborg, TODAY, TODAY.year)) == 0
    client, url = sign_in(olivia), reverse("mbl_overview")
    assert "I fjol" not in client.get(url).content.decode()
    for year in (TODAY.year - 1, "alla"):
        page = client.get(f"{url}?year={year}").content.decode()
        assert "I fjol" in page
        assert f"?status=in_time&amp;year={year}" in page


def test_many_procurements_cost_as_many_queries_as_one(olivia, helsingborg, buy):
    def cost():
        with CaptureQueriesContext(connection) as captured:
            overview.entries(olivia, helsingborg, TODAY)
        return len(captured)

    buy("Nummer 0", planned_publication_on=TODAY + timedelta(90))
    cost()  # the rights of the person are read once
    one = cost()
    for number in range(1, 12):
        buy(f"Nummer {number}", planned_publication_on=TODAY + timedelta(90 + number))
    assert cost() == one
    assert Consultation.objects.count() == 12
