"""Many procurements get a responsible officer at once, and the act is taken back."""

import re

import pytest
from django.urls import reverse

from apps.procurements import assigning
from apps.procurements.models import Procurement, ProcurementEvent
from procurement_csr.people import make_person, make_procurement

LIST, ASSIGN = "/upphandlingar/", "/upphandlingar/tilldela/"


@pytest.fixture
def three(helsingborg, carin):
    return [make_procurement(helsingborg, title, responsible=carin) for title in ("Bröd", "Frukt", "Målning")]


def responsible(*rows):
    return [Procurement.objects.get(pk=row.pk).responsible for row in rows]


def keys(*rows):
    return {"rows": [row.pk for row in rows]}


def seen(*rows):
    return {"seen": [f"{row.pk}:{row.responsible_id or ''}" for row in rows]}


def confirm(client, person, *rows, **more):
    return client.post(ASSIGN, {**keys(*rows), **seen(*rows), "responsible": person.pk, **more}, follow=True)


def test_the_list_has_a_checkbox_for_each_row_the_user_may_change(sign_in, olivia, doris, three, property_department):
    page = sign_in(olivia).get(LIST).text
    assert [int(key) for key in re.findall(r'name="rows" value="(\d+)"', page)] == [row.pk for row in three]
    assert "Tilldela ansvarig till de valda" in page
    three[0].department = property_department
    three[0].save()
    page = sign_in(doris).get(LIST).text
    assert "Bröd" in page
    assert 'name="rows"' not in page
    assert "Tilldela ansvarig" not in page


def test_choose_a_person_look_and_confirm(sign_in, olivia, three):
    client = sign_in(olivia)
    choose = client.get(ASSIGN, keys(*three[:2]))
    assert "2 upphandlingar är valda" in choose.text
    look = client.get(ASSIGN, {**keys(*three[:2]), "responsible": olivia.pk})
    assert "<strong>Olivia</strong> blir ansvarig för 2 upphandlingar" in look.text
    assert "ansvarig nu: Carin" in look.text
    assert {person.name for person in responsible(*three)} == {"Carin"}
    done = confirm(client, olivia, *three[:2], query="q=r")
    assert [person.name for person in responsible(*three)] == ["Olivia", "Olivia", "Carin"]
    assert "Sparat. Olivia är ansvarig för 2 upphandlingar." in done.text
    assert done.request["QUERY_STRING"] == "q=r"


def test_each_row_tells_it_in_its_history_and_undo_restores_who_it_was(sign_in, olivia, three, helsingborg):
    nobody = make_procurement(helsingborg, "Utan")
    client = sign_in(olivia)
    done = confirm(client, olivia, *three, nobody)
    (undo,) = re.findall(r'action="(/upphandlingar/tilldela/[^"]+/angra/)"', done.text)
    assert ProcurementEvent.objects.filter(pgh_obj_id=nobody.pk, pgh_context__metadata__user=olivia.pk).count() == 1
    back = client.post(undo, follow=True)
    assert "Ångrat. 4 upphandlingar har samma ansvariga som förut." in back.text
    assert [person and person.name for person in responsible(*three, nobody)] == ["Carin"] * 3 + [None]
    assert client.post(undo, follow=True).status_code == 200
    assert [person and person.name for person in responsible(*three, nobody)] == ["Carin"] * 3 + [None]


def test_an_assignment_changed_since_or_made_by_another_is_not_undone(sign_in, olivia, carin, three, helsingborg):
    client = sign_in(olivia)
    done = confirm(client, olivia, *three)
    (undo,) = re.findall(r'action="(/upphandlingar/tilldela/[^"]+/angra/)"', done.text)
    assert "Det finns ingen tilldelning att ångra" in sign_in(carin).post(undo, follow=True).text
    ola = make_person("Ola", "officer", helsingborg)
    Procurement.objects.filter(pk=three[1].pk).update(responsible=ola)
    assert "ändrats efter tilldelningen för Frukt" in sign_in(olivia).post(undo, follow=True).text
    assert [person.name for person in responsible(*three)] == ["Olivia", "Ola", "Olivia"]


def test_an_ordinary_change_cannot_be_undone_as_an_assignment(sign_in, olivia, three):
    event = ProcurementEvent.objects.filter(pgh_obj_id=three[0].pk).latest("pgh_id")
    other = event.pgh_context_id or "0a6cbf3e-5a0b-4b07-9a87-1f9b3c1f0001"
    answer = sign_in(olivia).post(reverse("procurement_assign_undo", args=[other]), follow=True)
    assert "Det finns ingen tilldelning att ångra" in answer.text


def test_somebody_elses_change_since_the_page_was_shown_gives_409_and_both_are_told(
    sign_in, olivia, three, helsingborg
):
    client = sign_in(olivia)
    shown = seen(*three)
    ola = make_person("Ola", "officer", helsingborg)
    Procurement.objects.filter(pk=three[1].pk).update(responsible=ola)
    answer = client.post(ASSIGN, {**keys(*three), **shown, "responsible": olivia.pk})
    assert answer.status_code == 409
    assert "Frukt har nu Ola" in answer.text
    assert [person.name for person in responsible(*three)] == ["Carin", "Ola", "Carin"]
    again = re.findall(r'name="seen" value="([^"]+)"', answer.text)
    client.post(ASSIGN, {**keys(*three), "seen": again, "responsible": olivia.pk})
    assert {person.name for person in responsible(*three)} == {"Olivia"}


def test_a_double_click_changes_nothing_more(olivia, carin, three):
    was = {row.pk: carin.pk for row in three}
    first = assigning.assign(by=olivia, procurements=three, responsible=olivia, seen=was)
    assert first is not None
    assert assigning.assign(by=olivia, procurements=three, responsible=olivia, seen=was) is None


def test_foreign_rows_and_rows_of_another_department_look_absent(
    sign_in, olivia, three, haninge, helsingborg, property_department
):
    foreign = make_procurement(haninge)
    client = sign_in(olivia)
    assert client.get(ASSIGN, keys(three[0], foreign)).status_code == 404
    assert confirm(client, olivia, three[0], foreign).status_code == 404
    limited = make_person("Lisa", "officer", helsingborg, property_department)
    assert confirm(sign_in(limited), limited, three[0]).status_code == 404
    assert {person.name for person in responsible(*three)} == {"Carin"}


@pytest.mark.parametrize("rows", ["abc", "-1", "9" * 30, "1 OR 1=1", "²"])
def test_hostile_keys_look_absent(sign_in, olivia, rows):
    assert sign_in(olivia).get(ASSIGN, {"rows": rows}).status_code == 404


def test_nothing_chosen_and_a_person_without_a_role_here_have_their_sentences(sign_in, olivia, fia, three):
    client = sign_in(olivia)
    assert "Ingen upphandling är vald" in client.get(ASSIGN).text
    answer = client.get(ASSIGN, {**keys(*three), "responsible": fia.pk})
    assert answer.status_code == 422
    assert "Välj ansvarig upphandlare bland alternativen" in answer.text
    assert client.get(ASSIGN, {**keys(*three), "responsible": ""}).status_code == 422
