"""What stands beside the result: period and department, places, suppliers, forecast, comments, meeting, authorities."""

import uuid
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from apps.accounts.models import Membership
from apps.core.formats import NBSP
from apps.procurements.models import Requirement
from apps.targets.models import ChartComment
from apps.targets.snapshot_actions import freeze
from apps.targets.tests.conftest import decide as decide_naming
from apps.targets.tests.conftest import make_result, make_target
from apps.targets.tests.forecast_rows import decide, plan
from procurement_csr import people

URL = reverse("dashboard")


def text_of(response) -> str:
    return " ".join(response.content.decode().split())


def csv_of(response) -> list[str]:
    return b"".join(response.streaming_content).decode("utf-8-sig").splitlines()


def chart(client, key, **query) -> list[str]:
    return csv_of(client.get(URL, {"ar": 2016, "format": "csv", "diagram": key, **query}))


def test_the_first_tertial_is_counted_up_to_30_april(sign_in, pelle, result, target):
    page = text_of(sign_in(pelle).get(URL, {"ar": 2016, "period": "t1"}))
    assert "Mål och resultat 2016, januari–april" in page
    # Four months of twelve: January to March got three each of the kinds that count, April too.
    counted = result.placements.filter(started_on__lte=date(2016, 4, 30)).exclude(kind="mentorship").count()
    assert f"{counted} av 40." in page
    assert 0 < counted < 26


def test_departments_add_up_to_the_whole(sign_in, pelle, helsingborg, result, target, property_department):
    other = people.make_department(helsingborg, "Skolförvaltningen")
    contract = people.make_contract(people.make_procurement(helsingborg, department=other))
    resident = people.make_participant(helsingborg)
    people.make_placement(contract, resident, kind="internship", started_on=date(2016, 2, 1))
    # The same resident again under the first department's contract counts where she came first.
    people.make_placement(result, resident, kind="employment", started_on=date(2016, 9, 1))
    client = sign_in(pelle)
    assert "27 av 40." in text_of(client.get(URL, {"ar": 2016}))
    assert "1 invånare har fått" in text_of(client.get(URL, {"ar": 2016, "forvaltning": other.pk}))
    own = text_of(client.get(URL, {"ar": 2016, "forvaltning": property_department.pk}))
    assert "26 invånare har fått" in own


def test_a_department_is_measured_by_its_own_target(sign_in, pelle, helsingborg, result, target, property_department):
    make_target(helsingborg, scope="department", department=property_department, value=30)
    page = text_of(sign_in(pelle).get(URL, {"ar": 2016, "forvaltning": property_department.pk}))
    assert "26 av 30." in page
    assert "26 av 40." in text_of(sign_in(pelle).get(URL, {"ar": 2016}))


@pytest.mark.parametrize(
    "query",
    [{"period": "t4"}, {"forvaltning": "x"}, {"forvaltning": "9" * 30}, {"forvaltning": "0"}, {"lage": "natt"}],
)
def test_an_address_that_asks_for_nothing_we_have_is_not_found(sign_in, pelle, result, query):
    assert sign_in(pelle).get(URL, query).status_code == 404


def test_the_department_of_another_authority_is_not_found(sign_in, pelle, haninge):
    foreign = people.make_department(haninge)
    assert sign_in(pelle).get(URL, {"forvaltning": foreign.pk}).status_code == 404


def test_places_are_followed_in_one_unit_and_small_numbers_are_hidden(sign_in, pelle, carin, helsingborg, target):
    contract = people.make_contract(people.make_procurement(helsingborg))
    offer = people.make_offer(contract, kind="internship", count=30, offered_on=date(2016, 1, 10))
    ends = ["completed"] * 12 + ["moved_to_employment"] * 2 + ["interrupted_candidate"] * 6
    for at, reason in enumerate(ends):
        people.make_placement(
            contract,
            people.make_participant(helsingborg, f"F{at:02d}-016"),
            offer=offer,
            started_on=date(2016, 2, 1),
            ended_on=date(2016, 6, 1),
            end_reason=reason,
            state="ended",
        )
    before = chart(sign_in(pelle), "fran-plats-till-arbete")
    assert before[1:] == ["Erbjudna platser;30", "Påbörjade;20"]
    freeze(by=carin, organisation=helsingborg, year=2016, period="year", today=timezone.localdate())
    rows = chart(sign_in(pelle), "fran-plats-till-arbete")
    assert rows[1:3] == ["Erbjudna platser;30", "Påbörjade;20"]
    assert rows[4] == "Vidare till arbete eller studier;dolt"


def test_how_placements_ended_waits_until_the_year_is_frozen(sign_in, pelle, helsingborg):
    year = timezone.localdate().year
    make_target(helsingborg, year, decided_on=date(2016, 1, 1))
    contract = people.make_contract(people.make_procurement(helsingborg))
    people.make_placement(contract, people.make_participant(helsingborg), started_on=date(year, 1, 2))
    page = text_of(sign_in(pelle).get(URL))
    assert "visas när hela årets redovisning är fryst" in page
    assert "Vidare till arbete eller studier" not in page


def test_suppliers_are_named_only_when_it_is_decided_the_year_is_frozen_and_they_are_not_small(
    sign_in, pelle, carin, helsingborg, target
):
    for name, many in (("Storbygget AB", 9), ("Lillmålarna AB", 2), ("Medelstäd AB", 3)):
        contract = people.make_contract(people.make_procurement(helsingborg), people.make_supplier(name))
        for at in range(many):
            participant = people.make_participant(helsingborg, f"{name[:1]}{at:02d}-016")
            people.make_placement(contract, participant, kind="internship", started_on=date(2016, 3, 1))
    client = sign_in(pelle)
    assert chart(client, "leverantorer")[1:] == [f"3{NBSP}leverantörer tillsammans;14"]
    freeze(by=carin, organisation=helsingborg, year=2016, period="year", today=timezone.localdate())
    assert chart(client, "leverantorer")[1:] == [f"3{NBSP}leverantörer tillsammans;14"]
    decide_naming(carin, helsingborg)
    rows = chart(client, "leverantorer")
    assert rows[1:] == ["Storbygget AB;9", f"2{NBSP}leverantörer till tillsammans;5"]
    assert "Lillmålarna" not in text_of(client.get(URL, {"ar": 2016}))
    assert chart(client, "leverantorer", period="t2")[1:] == [f"3{NBSP}leverantörer tillsammans;14"]


def test_without_anything_promised_the_forecast_says_that_it_knows_too_little(sign_in, pelle, helsingborg):
    make_target(helsingborg, timezone.localdate().year, decided_on=date(2016, 1, 1))
    page = text_of(sign_in(pelle).get(URL))
    assert "För lite underlag för en prognos." in page
    assert "sannolikhet" not in page.lower()


@pytest.fixture
def promised(helsingborg):
    """A target of 5, and a contract that has promised ten internships until next summer."""
    today = timezone.localdate()
    make_target(helsingborg, today.year, value=5, decided_on=date(2016, 1, 1))
    contract = people.make_contract(people.make_procurement(helsingborg), starts_on=date(today.year, 1, 1))
    Requirement.objects.create(
        contract=contract,
        kind="internship",
        model="numeric",
        unit="places",
        count=10,
        starts_on=date(today.year, 1, 1),
        due_on=max(today + timedelta(days=1), date(today.year, 12, 31)),
    )
    return contract


def test_the_forecast_stands_with_its_interval_and_its_chance(sign_in, pelle, promised):
    page = text_of(sign_in(pelle).get(URL))
    assert "Troligen " in page
    assert "Sannolikheten att nå 5 är" in page
    assert "troligen" in page.split("Det som avgör")[1]


def test_what_if_answers_without_saving_anything(sign_in, pelle, promised):
    answer = sign_in(pelle).get(reverse("forecast_what_if"))
    assert "Vad prognosen vilar på" in text_of(answer)
    assert sign_in(pelle).get(reverse("forecast_what_if"), {"upphandling": "999999"}).status_code == 200


def test_ticking_a_procurement_raises_the_chance_and_unticking_brings_it_back(sign_in, pelle, helsingborg, promised):
    today = timezone.localdate()
    year = today.year + 1  # so that there is time for it to be signed, whatever day it is
    make_target(helsingborg, year, value=30, decided_on=date(2016, 1, 1))
    coming = plan(
        helsingborg,
        planned_signing_on=date(year, 1, 10),
        estimated_value=Decimal(60_000_000),
        answers={"months": 12, "labour_share": 80},
    )
    decide(coming, "dialog")
    Requirement.objects.filter(contract=promised).update(due_on=date(year, 12, 31), count=20)
    client, url = sign_in(pelle), reverse("forecast_what_if")
    as_is = client.get(url, {"ar": year})
    assert "Städning" in text_of(as_is)
    ticked = client.get(url, {"ar": year, "upphandling": coming.pk})
    assert "Så blir det med det du har valt. Som det är i dag:" in text_of(ticked)
    assert ticked.context["card"].lead != as_is.context["card"].lead
    more, less = ticked.context["card"].fan[-1], as_is.context["card"].fan[-1]
    assert more.median > less.median
    assert client.get(url, {"ar": year}).context["card"] == as_is.context["card"]


@pytest.mark.parametrize("value", ["x", "-1", "²", "9" * 30])
def test_what_if_does_not_find_what_is_no_procurement(sign_in, pelle, promised, value):
    assert sign_in(pelle).get(reverse("forecast_what_if"), {"upphandling": value}).status_code == 404


def comment(client, text="Två avtal blev försenade.", **more):
    url = f"{reverse('chart_comment_create')}?ar=2016&diagram=utveckling"
    return client.post(url, {"text": text, "token": uuid.uuid4(), **more})


def test_carin_comments_a_chart_signed_and_dated_and_takes_it_back(sign_in, carin, pelle, result, target):
    client = sign_in(carin)
    assert comment(client).status_code == 302
    assert "Ångra" in text_of(client.get(URL, {"ar": 2016}))
    page = text_of(sign_in(pelle).get(URL, {"ar": 2016}))
    assert "Två avtal blev försenade." in page
    assert f"{carin}, {timezone.localdate()}" in page
    assert "Skriv en kommentar" not in page
    made = ChartComment.objects.get()
    client = sign_in(carin)
    assert client.post(reverse("chart_comment_undo", args=[made.pk])).status_code == 302
    assert "Två avtal" not in text_of(client.get(URL, {"ar": 2016}))
    made.refresh_from_db()
    assert made.undone_by == carin


def test_a_double_click_makes_one_comment(sign_in, carin, result):
    client, token = sign_in(carin), uuid.uuid4()
    comment(client, token=token)
    comment(client, token=token)
    assert ChartComment.objects.count() == 1


@pytest.mark.parametrize("text", ["", "x" * 601, "Anna 19900101-1239 slutade"])
def test_a_comment_that_cannot_stand_comes_back_whole(sign_in, carin, result, text):
    answer = comment(sign_in(carin), text)
    assert answer.status_code == 422
    assert not ChartComment.objects.exists()


def test_only_the_coordinator_comments_and_only_at_home(sign_in, pelle, fia, carin, helsingborg, result):
    assert comment(sign_in(pelle)).status_code == 403
    made = ChartComment.objects.create(organisation=helsingborg, year=2016, chart="mal", text="Hej", created_by=carin)
    assert sign_in(pelle).post(reverse("chart_comment_undo", args=[made.pk])).status_code == 403
    assert sign_in(fia).post(reverse("chart_comment_undo", args=[made.pk])).status_code in (403, 404)
    url = f"{reverse('chart_comment_create')}?diagram=finns-inte"
    assert sign_in(carin).get(url).status_code == 404


def test_the_meeting_shows_one_figure_at_a_time_with_links_that_need_no_script(sign_in, pelle, result, target):
    page = sign_in(pelle).get(URL, {"ar": 2016, "lage": "mote"}).content.decode()
    slides = page.count('class="slide"')
    assert slides >= 6
    assert all(f'id="bild-{at}"' in page for at in range(slides))
    assert page.count("Nästa bild") == slides - 2  # the first says "Första bilden", the last has none


def test_authorities_are_compared_for_those_who_see_them(sign_in, pelle, helsingborg, haninge, result, target):
    url = reverse("authority_comparison")
    alone = text_of(sign_in(pelle).get(url, {"ar": 2016}))
    assert "Haninge" not in alone
    assert f"{helsingborg.name} har inte nått sitt mål." in alone
    Membership.objects.create(user=pelle, organisation=haninge, role="politician")
    make_target(haninge, value=10)
    client = sign_in(pelle)
    rows = csv_of(client.get(url, {"ar": 2016, "format": "csv"}))
    assert [row.split(";", 1)[1] for row in rows[1:]] == ["10;0;0", "40;26;65"]
    assert "0 av 2 myndigheter med mål har nått det." in text_of(client.get(url, {"ar": 2016}))


def test_the_page_is_light(sign_in, carin, helsingborg, target):
    make_result(helsingborg)
    for at in range(30):
        people.make_department(helsingborg, f"Förvaltningen för ärende {at}")
    assert len(sign_in(carin).get(URL, {"ar": 2016}).content) <= 60_000
