"""Study visits and lectures: a group, never a person, never counted."""

import uuid

import pytest

from apps.core.actions import version_of
from apps.placements.models import Activity, Placement
from procurement_csr.people import make_contract, make_procurement, make_supplier

LIST, NEW = "/aktiviteter/", "/aktiviteter/ny/"


def text_of(response):
    return response.content.decode()


@pytest.fixture
def visit(contract, painters, today):
    """`visit(topic="…")` is the filled form with those values."""

    def with_values(**values):
        shown = {
            "token": str(uuid.uuid4()),
            "kind": "study_visit",
            "contract": f"{contract.pk}-{painters.pk}",
            "held_on": today.isoformat(),
            "topic": "Yrken inom måleri",
            "participant_count": "12",
            "save": "1",
        }
        return shown | values

    return with_values


@pytest.mark.parametrize("person", ["malte", "carin"])
def test_matchers_and_coordinators_log_activities(request, sign_in, visit, contract, person):
    response = sign_in(request.getfixturevalue(person)).post(NEW, visit(), follow=True)
    activity = Activity.objects.get()
    assert (activity.contract, activity.participant_count) == (contract, 12)
    assert "räknas inte mot målet" in text_of(response)
    assert "Yrken inom måleri" in text_of(response)
    assert not Placement.objects.exists()


def test_an_activity_may_have_a_supplier_without_a_contract(sign_in, malte, visit):
    florists = make_supplier("Ängens Blommor AB")
    client = sign_in(malte)
    found = text_of(client.post(NEW, visit(query="angens", search="1", contract="")))
    assert f'value="-{florists.pk}"' in found
    assert "utan avtal" in found
    assert client.post(NEW, visit(contract=f"-{florists.pk}")).status_code == 302
    assert (Activity.objects.get().supplier, Activity.objects.get().contract) == (florists, None)


def test_a_market_dialogue_is_logged_with_how_many_came(sign_in, carin, visit):
    answer = sign_in(carin).post(NEW, visit(kind="market_dialogue", participant_count="7"), follow=True)
    assert answer.status_code == 200
    assert Activity.objects.values_list("kind", "participant_count").get() == ("market_dialogue", 7)
    page = text_of(answer)
    assert "marknadsdialog" in page.lower()
    assert not Placement.objects.exists()


def test_the_same_token_makes_one_activity(sign_in, malte, visit):
    values = visit()
    assert sign_in(malte).post(NEW, values).url == sign_in(malte).post(NEW, values | {"topic": "Annat"}).url
    assert Activity.objects.get().topic == "Yrken inom måleri"


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"kind": ""}, "Välj aktivitet"),
        ({"contract": ""}, "Välj leverantör"),
        ({"contract": "-99999999"}, "Välj avtal"),
        ({"held_on": "1999-01-01"}, "före år 2000"),
        ({"held_on": "2090-01-01"}, "mer än ett år framåt"),
        ({"topic": ""}, "Ange ämne"),
        ({"topic": "Möte med 850709-9805"}, "personnummer"),
        ({"topic": "x" * 201}, "högst 200 tecken"),
        ({"participant_count": "0"}, "minst 1"),
        ({"participant_count": "tolv"}, "med siffror"),
        ({"participant_count": "99999999999999"}, "högst 10000"),
    ],
)
def test_a_wrong_value_gets_its_sentence(sign_in, malte, visit, values, sentence):
    response = sign_in(malte).post(NEW, visit(**values))
    assert response.status_code == 422
    assert sentence in text_of(response)
    assert not Activity.objects.exists()


def test_a_contract_of_another_organisation_is_refused(sign_in, malte, haninge, visit):
    supplier = make_supplier()
    foreign = make_contract(make_procurement(haninge), supplier)
    assert sign_in(malte).post(NEW, visit(contract=f"{foreign.pk}-{supplier.pk}")).status_code == 422


def test_an_activity_is_corrected_and_a_second_correction_sees_the_first(sign_in, malte, visit):
    client = sign_in(malte)
    client.post(NEW, visit())
    activity = Activity.objects.get()
    url = f"/aktiviteter/{activity.pk}/andra/"
    assert "Yrken inom måleri" in text_of(client.get(url))
    shown = visit(version=version_of(activity))
    assert client.post(url, shown | {"topic": "Måleri"}).status_code == 302
    response = client.post(url, shown | {"topic": "Plåt"})
    assert response.status_code == 409
    assert "Nu står det: Måleri" in text_of(response)
    assert Activity.objects.get().topic == "Måleri"


def test_the_list_is_searched_narrowed_and_exported(sign_in, malte, visit):
    client = sign_in(malte)
    client.post(NEW, visit())
    client.post(NEW, visit(kind="lecture", topic="Ångteknik"))
    for query, topics in (
        ("", {"Yrken inom måleri", "Ångteknik"}),
        ("?q=ÅNGTEKNIK", {"Ångteknik"}),
        ("?q=malarna", {"Yrken inom måleri", "Ångteknik"}),
        ("?kind=lecture", {"Ångteknik"}),
    ):
        assert {row.cells[0].text for row in client.get(LIST + query).context["list"].table.rows} == topics
    body = b"".join(client.get(f"{LIST}?format=csv").streaming_content).decode("utf-8-sig")
    assert "Ångteknik" in body


def test_officers_read_activities_and_change_none(sign_in, malte, olivia, visit):
    sign_in(malte).post(NEW, visit())
    client = sign_in(olivia)
    page = text_of(client.get(LIST))
    assert "Yrken inom måleri" in page
    assert "Logga aktivitet" not in page
    assert client.get(NEW).status_code == 403
    assert client.post(f"/aktiviteter/{Activity.objects.get().pk}/andra/", visit()).status_code == 403


def test_activities_of_another_municipality_are_not_there(sign_in, malte, mio, visit):
    sign_in(malte).post(NEW, visit())
    client = sign_in(mio)
    assert client.get(f"/aktiviteter/{Activity.objects.get().pk}/andra/").status_code == 404
    assert "Inga aktiviteter än" in text_of(client.get(LIST))
