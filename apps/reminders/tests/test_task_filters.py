"""Mina uppgifter, filtered: the filters stand in the address, are seen, taken away one by one, and never invalid."""

from datetime import timedelta
from urllib.parse import quote

import pytest

from apps.procurements.models import Requirement
from apps.reminders.tests.answering import CLOSE, LIST, address, labels, send
from procurement_csr.people import make_contract, make_placement, make_procurement

LATE, SOON, SCHOOL = (
    "Följ upp kravet: 1 praktikplats",
    "Följ upp kravet: 1 anställning",
    "Följ upp kravet: 1 lärlingsplats",
)


@pytest.fixture
def three(requirement, contract, helsingborg, school_department, carin, today):
    """One that is late, one in three days, and the school department's in two months, which Carin is to see to."""
    Requirement.objects.create(
        contract=contract, kind="employment", model="numeric", count=1, due_on=today + timedelta(days=3)
    )
    other = make_procurement(helsingborg, "Städning", department=school_department, responsible=carin)
    Requirement.objects.create(
        contract=make_contract(other, ends_on=today + timedelta(days=500)),
        kind="apprenticeship",
        model="numeric",
        count=1,
        due_on=today + timedelta(days=60),
    )


def shown(client, **query):
    tasks = client.get(LIST, query).context["tasks"]
    return {task.label for section in tasks.sections for task in section.tasks}


def test_each_filter_keeps_its_own(sign_in, olivia, property_department, school_department, three):
    client = sign_in(olivia)
    assert shown(client) == {LATE, SOON, SCHOOL}
    assert shown(client, visa="mina") == {LATE, SOON}
    assert shown(client, department=school_department.pk) == {SCHOOL}
    assert shown(client, kind="requirement", department=property_department.pk) == {LATE, SOON}
    assert shown(client, kind="contract_end") == set()
    assert shown(client, period="forsenat") == {LATE}
    assert shown(client, period="vecka") == {SOON}
    assert shown(client, period="senare") == {SCHOOL}
    assert shown(client, period="klart") == set()
    assert shown(client, q="städn") == {SCHOOL}
    assert shown(client, q="finnsinte") == set()


def test_the_sentence_counts_all_that_the_other_filters_keep(sign_in, olivia, three):
    assert "1 försenat, 1 inom en vecka, 1 senare." in sign_in(olivia).get(LIST, {"period": "senare"}).text
    assert "1 försenat, 1 inom en vecka, 0 senare." in sign_in(olivia).get(LIST, {"visa": "mina"}).text


def test_done_is_filtered_too(sign_in, olivia, carin, school_department, requirement, three):
    send(sign_in(carin), address(CLOSE, requirement))
    client = sign_in(olivia)
    assert labels(client, "done") == [LATE]
    assert labels(client, "done", visa="mina") == []
    assert labels(client, "done", department=school_department.pk) == []
    assert labels(client, "done", kind="offer") == []
    assert shown(client, period="klart") == {LATE}


def test_chips_take_one_filter_away_and_the_tabs_keep_the_rest(sign_in, olivia, school_department, three):
    query = {"visa": "mina", "kind": "requirement", "department": school_department.pk}
    page = sign_in(olivia).get(LIST, query)
    assert page.context["chips"] == [
        ("Slag: Krav i avtal", f"?visa=mina&department={school_department.pk}"),
        ("Förvaltning: Skol- och fritidsförvaltningen", "?visa=mina&kind=requirement"),
    ]
    assert page.context["everyones_url"] == f"{LIST}?kind=requirement&department={school_department.pk}"
    assert page.context["mine_url"].endswith("&visa=mina")
    assert "Filtren döljer allt" in page.text
    assert page.context["lead"] == "Inget öppet passar det du har filtrerat på."
    assert "Inget är försenat" not in page.text
    assert 'href="?visa=mina"' in page.text
    for _, url in page.context["chips"]:
        assert sign_in(olivia).get(f"{LIST}{url}").status_code == 200


def test_a_department_filters_among_its_own_only(sign_in, doris, school_department, three):
    client = sign_in(doris)
    page = client.get(LIST, {"department": school_department.pk})
    assert [str(each) for each in page.context["filter_form"].fields["department"].queryset] == [
        "Fastighetsförvaltningen"
    ]
    assert shown(client, department=school_department.pk) == {LATE, SOON}


def test_what_no_person_has_is_the_named_contacts(sign_in, doris, carin, property_department, contract, three):
    contract.procurement.responsible = None
    contract.procurement.save()
    client = sign_in(doris)
    assert shown(client, visa="mina") == set()
    property_department.head = doris
    property_department.save()
    assert shown(client, visa="mina") == {LATE, SOON}
    property_department.contact = carin
    property_department.save()
    assert shown(client, visa="mina") == set()
    assert shown(sign_in(carin), visa="mina") == {LATE, SOON, SCHOOL}


@pytest.mark.parametrize("field", ["q", "visa", "period", "kind", "department"])
@pytest.mark.parametrize("value", ["\x00", "🌲", "9" * 10_000, "-1", "å" * 300, "<b>", "0001-01-01"])
def test_hostile_filters_give_a_page(sign_in, olivia, three, field, value):
    page = sign_in(olivia).get(f"{LIST}?{field}={quote(value)}")
    assert page.status_code == 200
    assert "<b>" not in page.text.replace("&lt;b&gt;", "")


def test_only_own_filters_follow_an_answer(sign_in, olivia, requirement):
    answer = send(sign_in(olivia), address(CLOSE, requirement, kind="requirement", q="å&b", next="//ond.example"))
    assert answer.url == f"{LIST}?q=%C3%A5%26b&kind=requirement"


def test_a_fulfilled_requirement_leaves_the_filtered_list_too(sign_in, olivia, contract, requirement):
    make_placement(contract)
    assert shown(sign_in(olivia), kind="requirement") == set()
