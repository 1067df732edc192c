"""The pages of plans as people use them, the open page, the files and the reminders."""

import io
import re
import uuid
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from python_calamine import CalamineWorkbook

from apps.actionplans import file_views, goal_actions, item_actions, plan_actions, public_addresses
from apps.actionplans.deadlines import open_deadlines
from apps.actionplans.models import Plan
from apps.actionplans.queries import plan_page
from apps.actionplans.sheet import LABELS
from apps.actionplans.tests.makers import decide, make_goal, make_item, make_plan, publish
from apps.core.exports import write_xlsx
from apps.procurements.guidelines import create_guideline
from procurement_csr.people import make_procurement

NOW = datetime(2018, 2, 1, 9, tzinfo=UTC)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture
def plan(helsingborg):
    return make_plan(helsingborg, introduction="Södertörn köper för fler.")


@pytest.fixture
def item(plan, carin):
    return make_item(plan, responsible=carin, responsible_role="samordnaren", purpose="Alla gör lika.")


def test_a_plan_is_begun_filled_in_decided_and_published_by_hand(sign_in, carin, helsingborg, client):
    sign_in(carin)
    start = {
        "title": "Handlingsplan 2018",
        "year": "2018",
        "scope": "organisation",
        "introduction": "",
        "token": uuid.uuid4(),
    }
    page = client.post(reverse("actionplan_create"), start, follow=True)
    plan = Plan.objects.get()
    assert "Planen har inga punkter ännu" in page.content.decode()
    added = {"title": "Riktlinjer på plats", "responsible": carin.pk, "token": uuid.uuid4()}
    client.post(reverse("planitem_create", args=[plan.pk]), added)
    item = plan.items.get()
    goal = {"text": "Beslutade", "due_kind": "month", "month": "8", "token": uuid.uuid4()}
    page = client.post(reverse("goal_create", args=[item.pk]), goal, follow=True)
    assert "Målet gäller senast augusti 2018." in page.content.decode()
    decision = {"decided_by_body": "Nämnden", "decided_on": "2018-01-15", "reference": "§ 8"}
    client.post(reverse("actionplan_decide", args=[plan.pk]), decision)
    assert client.get(public_addresses.of_plan(plan)).status_code == 404
    client.post(reverse("actionplan_publish", args=[plan.pk]))
    assert client.get(public_addresses.of_plan(plan)).status_code == 200
    client.post(reverse("actionplan_unpublish", args=[plan.pk]))
    assert client.get(public_addresses.of_plan(plan)).status_code == 404


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("goal_create", {"text": "", "due_kind": "month"}, "Skriv målet"),
        ("goal_create", {"text": "Mål", "due_kind": "month"}, "Välj månad"),
        ("goal_create", {"text": "Mål", "due_kind": "day"}, "Ange dag"),
        ("goal_create", {"text": "Mål", "due_kind": "day", "due_on": "2019-02-01"}, "utanför planens år 2018"),
        ("planitem_update", {"title": "Ny", "procurements": "KS 1/99"}, "Diarienumret ”KS 1/99” finns inte"),
        ("planitem_state", {"state": "moved"}, "Skriv varför punkten flyttas"),
        ("planitem_state", {"state": "done"}, "1 mål är inte klara"),
        ("plannote_create", {"text": ""}, "Skriv hur det går"),
    ],
)
def test_what_is_refused_comes_back_whole_with_one_sentence(sign_in, carin, item, name, data, sentence):
    make_goal(item)
    page = sign_in(carin).post(reverse(name, args=[item.pk]), {"token": uuid.uuid4()} | data)
    assert page.status_code == 422
    text = page.content.decode()
    assert sentence in text
    assert all(value in text for value in data.values())


def test_a_draft_that_is_pressed_to_publish_answers_with_why(sign_in, carin, plan):
    page = sign_in(carin).post(reverse("actionplan_publish", args=[plan.pk]))
    assert page.status_code == 422
    assert "Lägg in beslutet först" in page.content.decode()


def test_the_tabs_say_what_is_late_and_what_is_done_and_the_order_is_no_ranking(sign_in, pelle, plan, item):
    make_goal(item, "Försenat mål")
    goal = make_goal(item, "Nått mål", done_on=date(2018, 3, 1))
    client, url = sign_in(pelle), plan.get_absolute_url()
    assert "Planen är ingen prioriteringslista" in client.get(url).content.decode()
    late = client.get(f"{url}?flik=sena").content.decode()
    assert "Försenat mål" in late
    assert goal.text not in late
    assert "Nått mål" in client.get(f"{url}?flik=klara").content.decode()
    quarters = client.get(f"{url}?flik=kvartal").content.decode()
    assert quarters.index("April–juni") < quarters.index("Försenat mål") < quarters.index("Juli–september")


def test_on_the_page_a_goal_of_june_is_late_first_on_1_july(plan, item):
    """Fact 60."""
    make_goal(item)
    assert plan_page(plan, date(2018, 6, 30)).late == []
    assert [each.due_label for each in plan_page(plan, date(2018, 7, 1)).late] == ["senast juni 2018"]


def test_goals_of_moved_items_are_not_late(plan, item):
    make_goal(item)
    item_actions.set_item_state(by=None, item=item, state="moved", moved_reason="Väntar")
    assert plan_page(plan, date(2018, 7, 1)).late == []


# --- Who sees what ----------------------------------------------------------------------------------------------------
def test_a_decided_plan_for_all_is_read_by_all_and_kept_by_one(sign_in, fia, helsingborg):
    plan = make_plan(helsingborg, scope="all")
    item = make_item(plan)
    client, url = sign_in(fia), plan.get_absolute_url()
    assert client.get(url).status_code == 404
    decide(plan)
    assert "Handlingsplan 2018" in client.get(reverse("actionplan_list")).content.decode()
    page = client.get(url).content.decode()
    assert "Ny punkt" not in page
    assert client.get(item.get_absolute_url()).status_code == 200
    assert client.post(reverse("planitem_state", args=[item.pk]), {"state": "done"}).status_code == 404


def test_a_decided_plan_for_one_organisation_is_not_seen_by_another(sign_in, fia, plan):
    decide(plan)
    assert sign_in(fia).get(plan.get_absolute_url()).status_code == 404


def test_examples_are_never_mixed_with_real_plans(sign_in, fia, helsingborg):
    type(helsingborg).objects.filter(pk=helsingborg.pk).update(is_demo=True)
    plan = decide(make_plan(helsingborg, scope="all"))
    assert sign_in(fia).get(plan.get_absolute_url()).status_code == 404


def test_a_politician_sees_no_link_to_a_procurement_that_is_not_open_to_politicians(sign_in, pelle, olivia, item):
    procurement = make_procurement(item.organisation, "Måleri i skolor")
    item_actions.update_item(by=None, item=item, procurements=[procurement])
    url = item.get_absolute_url()
    assert "Måleri i skolor" in sign_in(olivia).get(url).content.decode()
    assert "Måleri i skolor" not in sign_in(pelle).get(url).content.decode()


# --- The open page ----------------------------------------------------------------------------------------------------
def test_the_open_page_names_roles_and_nobody(client, plan, item, carin):
    item_actions.write_note(by=carin, item=item, text="Anteckning för oss.")
    publish(plan, NOW)
    page = client.get(f"/oppet/{plan.organisation.org_number}/2018/handlingsplan/")
    text = page.content.decode()
    assert "samordnaren" in text
    for secret in (carin.name, carin.email, "Anteckning för oss."):
        assert secret not in text


def test_the_open_page_is_cached_for_strangers_and_never_for_those_signed_in(client, sign_in, plan, pelle):
    url = public_addresses.of_plan(publish(plan, NOW))
    page = client.get(url)
    assert page["Cache-Control"] == "public, max-age=300"
    assert client.get(url, headers={"if-none-match": page["ETag"]}).status_code == 304
    assert "private" in sign_in(pelle).get(url)["Cache-Control"]


def test_the_two_plans_of_a_year_have_two_addresses(client, helsingborg):
    for scope in ("organisation", "all"):
        publish(make_plan(helsingborg, title=f"Plan för {scope}", scope=scope), NOW)
    start = f"/oppet/{helsingborg.org_number}/2018"
    assert "Plan för organisation" in client.get(f"{start}/handlingsplan/").content.decode()
    assert "Plan för all" in client.get(f"{start}/gemensam-handlingsplan/").content.decode()


# --- Reminders --------------------------------------------------------------------------------------------------------
def test_open_goals_of_decided_plans_are_deadlines(plan, item, carin, helsingborg):
    goal, asked = make_goal(item), {"since": date(2018, 1, 1), "until": date(2018, 12, 31), "organisation": helsingborg}
    assert list(open_deadlines(**asked)) == []
    decide(plan)
    found = next(open_deadlines(**asked))
    assert (found.key, found.due_on, found.responsible_id) == (f"goal:{goal.pk}", date(2018, 6, 30), carin.pk)
    assert found.title == "Nå målet i handlingsplanen: Riktlinjerna används"
    goal_actions.finish_goal(by=None, goal=goal, done_on=date(2018, 5, 2), today=date(2018, 6, 1))
    assert list(open_deadlines(**asked)) == []


def test_a_goal_stands_among_the_tasks_of_whoever_is_responsible(sign_in, carin, helsingborg):
    today = timezone.localdate()
    plan = make_plan(helsingborg, today.year)
    goal = make_goal(make_item(plan, responsible=carin), due_kind="day", due_on=today)
    plan_actions.decide_plan(
        by=None, plan=plan, decided_by_body="Nämnden", decided_on=today, reference="§ 8", today=today
    )
    page = sign_in(carin).get(reverse("task_list")).content.decode()
    assert f"Nå målet i handlingsplanen: {goal.text}" in page


# --- Files ------------------------------------------------------------------------------------------------------------
def test_the_pdf_is_made_and_names_nobody(sign_in, carin, plan, item):
    make_goal(item)
    page = sign_in(carin).get(reverse("actionplan_pdf", args=[plan.pk]))
    assert page.content.startswith(b"%PDF-")
    told = repr(file_views.values_of(plan_page(plan, date(2018, 7, 1)), "2018-07-01"))
    assert "försenat" in told
    assert "samordnaren" in told
    assert carin.name not in told


def workbook(rows, labels=LABELS) -> SimpleUploadedFile:
    file = io.BytesIO()
    write_xlsx(file, [(label, "text") for label in labels], rows)
    return SimpleUploadedFile("plan.xlsx", file.getvalue(), content_type=XLSX)


def full_plan(organisation, carin, department, other) -> Plan:
    plan = make_plan(organisation)
    procurement = make_procurement(organisation, case_number="KS 2018/7")
    guideline = create_guideline(by=None, organisation=organisation, title="Riktlinje 2018")
    around = {"departments": [department], "organisations": [other], "procurements": [procurement]}
    texts = {"background": "Bakgrund\nmed rad", "purpose": "=Syfte", "responsible_role": "Samordnaren"}
    first = make_item(plan, "Första", **texts, **around, guidelines=[guideline], responsible=carin)
    make_goal(first, "I juni")
    make_goal(first, "Nått", due_kind="day", due_on=date(2018, 3, 15), done_on=date(2018, 3, 1))
    make_goal(first, "Alltid", due_kind="running", due_on=date(2018, 12, 31))
    item_actions.set_item_state(by=None, item=first, state="in_progress")
    moved = make_item(plan, "Andra")
    item_actions.set_item_state(by=None, item=moved, state="moved", moved_reason="Väntar på nämnden")
    return plan


def test_what_is_exported_is_read_back_and_nothing_is_lost(sign_in, carin, helsingborg, haninge, property_department):
    plan = full_plan(helsingborg, carin, property_department, haninge)
    client = sign_in(carin)
    content = client.get(reverse("actionplan_xlsx", args=[plan.pk])).content
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    assert rows[0] == LABELS
    assert len(rows) == 5
    copy = make_plan(helsingborg, scope="all")
    url = reverse("actionplan_import", args=[copy.pk])
    page = client.post(url, {"file": SimpleUploadedFile("plan.xlsx", content, content_type=XLSX)})
    text = page.content.decode()
    assert "2 punkter med 3 mål läggs sist i planen" in text
    assert not copy.items.exists()
    signed = re.search(r'name="content" value="([^"]+)"', text)[1]
    page = client.post(url, {"content": signed}, follow=True)
    assert "2 punkter är inlästa" in page.content.decode()
    assert list(file_views.rows_of(copy)) == list(file_views.rows_of(plan))
    again = client.post(url, {"content": signed})
    assert again.status_code == 422
    assert "redan en punkt med rubriken" in again.content.decode()


def row(**cells) -> list:
    names = (
        "nr",
        "title",
        "background",
        "purpose",
        "email",
        "role",
        "part",
        "buys",
        "rules",
        "state",
        "why",
        "goal",
        "due",
        "done",
    )
    return [cells.get(name, "") for name in names]


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ({"title": "A", "goal": "Mål", "due": "sommaren"}, "Rad 2, Målets tid ”sommaren”: Går inte att läsa."),
        ({"title": "A", "goal": "Mål"}, "Rad 2, Målets tid: Går inte att läsa."),
        ({"title": "A", "goal": "Mål", "due": "juni 2019"}, "Ligger utanför planens år 2018"),
        ({"title": "A", "due": "juni 2018"}, "Rad 2, Målets tid ”juni 2018”: Raden har inget mål."),
        ({"title": "A", "goal": "Mål", "due": "juni", "done": "i våras"}, "Målet klart ”i våras”: Är inget datum."),
        ({"title": "A", "goal": "Mål", "due": "juni", "done": "2099-01-01"}, "Dagen har inte varit ännu."),
        ({"title": "A", "state": "vilar"}, "Läge ”vilar”: Läget finns inte."),
        ({"title": "A", "state": "flyttad"}, "En flyttad punkt har ett skäl"),
        ({"title": "A", "state": "klar", "goal": "Mål", "due": "juni"}, "Punkten är klar men inte målet."),
        ({"goal": "Mål", "due": "juni"}, "Raden har ingen rubrik."),
        ({"nr": "1", "goal": "Mål", "due": "juni"}, "Punkt 1 har ingen rubrik."),
        ({"title": "A", "email": "okand@exempel.se"}, "okand@exempel.se”: Ingen upphandlare eller samordnare"),
        ({"title": "A", "part": "Rymdförvaltningen"}, "Rymdförvaltningen”: Varken förvaltning"),
        ({"title": "A", "buys": "KS 1/99"}, "KS 1/99”: Diarienumret finns inte"),
        ({"title": "A", "rules": "Okänd"}, "Okänd”: Riktlinjen finns inte"),
        ({"title": "A", "background": "Ring 19850709-9805"}, "Det ser ut som ett personnummer."),
        ({"title": "A" * 161}, "får ha högst 160"),
        ({"title": "Riktlinjer på plats"}, "redan en punkt med rubriken"),
        ({"title": "Summa"}, "Raden lästes inte: summarad"),
    ],
)
def test_each_line_that_cannot_be_read_is_told_in_a_sentence_and_nothing_is_read(sign_in, carin, item, cells, sentence):
    rows = [row(**cells), row(title="Rätt punkt", goal="Mål", due="juni")]
    url = reverse("actionplan_import", args=[item.plan_id])
    page = sign_in(carin).post(url, {"file": workbook(rows)})
    assert page.status_code == 422
    assert sentence in page.content.decode()
    assert "19850709-9805" not in page.content.decode()
    assert item.plan.items.count() == 1


@pytest.mark.parametrize(
    ("rows", "labels", "sentence"),
    [
        ([["A", "x"]], ["Rubrik", "Prioritet"], "Prioritet: Kolumnen känns inte igen."),
        ([["A", "x"]], ["Bakgrund", "Syfte"], "Kolumnen Rubrik saknas"),
        ([], LABELS, "Filen har inga rader under rubrikerna"),
        ([[str(number), "x"] for number in range(501)], ["Rubrik", "Syfte"], "fler än 500 rader"),
        ([["1", "A", "Så"], ["1", "A", "Inte så"]], ["Punkt", "Rubrik", "Syfte"], "något annat på punktens första rad"),
    ],
)
def test_a_sheet_that_is_no_plan_is_told_so(sign_in, carin, plan, rows, labels, sentence):
    page = sign_in(carin).post(reverse("actionplan_import", args=[plan.pk]), {"file": workbook(rows, labels)})
    assert page.status_code == 422
    assert sentence in page.content.decode()


@pytest.mark.parametrize("data", [{}, {"content": "påhittat"}])
def test_no_file_and_a_made_up_one_are_refused(sign_in, carin, plan, data):
    page = sign_in(carin).post(reverse("actionplan_import", args=[plan.pk]), data)
    assert page.status_code == 422
    assert ("Filen gick inte att läsa om" if data else "Välj en fil") in page.content.decode()


def test_nothing_is_read_into_a_decided_plan(sign_in, carin, plan):
    decide(plan)
    client, url = sign_in(carin), reverse("actionplan_import", args=[plan.pk])
    page = client.post(url, {"file": workbook([row(title="A")])})
    assert page.status_code == 422
    assert "Punkter läses bara in i ett utkast" in page.content.decode()
    assert "Läs in från Excel" not in client.get(plan.get_absolute_url()).content.decode()


def test_a_goal_late_by_a_day_is_on_the_open_page_too(client, helsingborg):
    yesterday = timezone.localdate() - timedelta(days=1)
    plan = make_plan(helsingborg, yesterday.year)
    make_goal(make_item(plan), due_kind="day", due_on=yesterday)
    publish(plan, timezone.now())
    assert "1 mål är försenat" in client.get(public_addresses.of_plan(plan)).content.decode()
