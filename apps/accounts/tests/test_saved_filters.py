"""A person's own filters above a list."""

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.urls import reverse

from apps.accounts import saved_filters
from apps.accounts.models import SavedFilter, SavedFilterEvent
from procurement_csr.people import make_person

LIST, SAVE = "/upphandlingar/", "/filter/spara/"


def save(client, name="Mina målningar", query="q=m%C3%A5lning&phase=need", target="procurement_list"):
    return client.post(SAVE, {"list": target, "query": query, "name": name}, follow=True)


def test_a_saved_filter_stands_as_a_link_above_its_list_and_nowhere_else(sign_in, olivia, helsingborg):
    client = sign_in(olivia)
    page = client.get(LIST, {"q": "målning", "phase": "need"})
    assert "Spara filtret" in page.text
    saved = save(client, query=page.context["saved_filters"].query)
    assert "Filtret Mina målningar är sparat." in saved.text
    assert saved.request["QUERY_STRING"] == "q=m%C3%A5lning&phase=need"
    assert "Ta bort det sparade filtret Mina målningar" in saved.text
    assert not saved.context["saved_filters"].may_save
    assert "data-saving hidden" in saved.text
    assert 'href="/upphandlingar/?q=m%C3%A5lning&amp;phase=need"' in client.get(LIST).text
    assert "Mina målningar" not in client.get("/avtal/").text
    assert SavedFilterEvent.objects.filter(pgh_context__metadata__user=olivia.pk).count() == 1


def test_only_the_lists_own_fields_are_kept():
    sent = QueryDict("q=+m%C3%A5l+&page=3&format=csv&next=//evil.example&phase=&sort=-value&sort_key=x")
    assert saved_filters.clean("procurement_list", sent) == "q=m%C3%A5l&sort=-value"


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"name": ""}, "Ange namn på filtret"),
        ({"name": "x" * 61}, "högst 60 tecken"),
        ({"name": "19121212-1212"}, "personnummer"),
        ({"query": "page=2"}, "Listan är inte filtrerad"),
        ({"query": "q=" + "x" * 1500}, "Urvalet är för långt"),
        ({"target": "supplier_list"}, "Listan finns inte"),
        ({"target": ""}, "Listan finns inte"),
    ],
)
def test_what_cannot_be_saved_says_why_and_saves_nothing(sign_in, olivia, fields, sentence):
    answer = save(sign_in(olivia), **fields)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert not SavedFilter.objects.exists()


def test_a_name_is_used_once_per_person_organisation_and_list_and_a_double_click_saves_one(sign_in, olivia, carin):
    client = sign_in(olivia)
    save(client)
    assert save(client).status_code == 200
    answer = save(client, query="q=tak")
    assert answer.status_code == 422
    assert "Du har redan ett sparat filter med det namnet" in answer.text
    assert 'value="Mina målningar"' in answer.text
    assert save(client, target="contract_list", query="q=tak").status_code == 200
    assert save(sign_in(carin)).status_code == 200
    assert SavedFilter.objects.count() == 3


def test_the_database_refuses_the_same_name_twice(olivia, helsingborg):
    row = {"user": olivia, "organisation": helsingborg, "list": "procurement_list", "name": "Mina"}
    SavedFilter.objects.create(**row, query="q=a")
    with pytest.raises(ValidationError, match="Du har redan ett sparat filter med det namnet"):
        saved_filters.save_filter(
            by=olivia, organisation=helsingborg, name="procurement_list", title="Mina", query="q=b"
        )


def test_there_is_room_for_thirty(olivia, helsingborg):
    for number in range(saved_filters.MOST):
        values = {"organisation": helsingborg, "name": "procurement_list", "query": "q=a"}
        saved_filters.save_filter(by=olivia, title=f"Filter {number}", **values)
    with pytest.raises(ValidationError, match="redan 30 sparade filter"):
        saved_filters.save_filter(by=olivia, title="Ett till", **values)


def test_another_persons_filter_and_one_of_another_organisation_look_absent(sign_in, olivia, carin, haninge):
    save(sign_in(olivia))
    url = reverse("saved_filter_delete", args=[SavedFilter.objects.get().pk])
    assert sign_in(carin).post(url).status_code == 404
    assert "Mina målningar" not in sign_in(carin).get(LIST).text
    olivia_elsewhere = make_person("Ove", "officer", haninge)
    SavedFilter.objects.update(organisation=haninge)
    assert sign_in(olivia).post(url).status_code == 404
    assert sign_in(olivia_elsewhere).post(url).status_code == 404
    assert SavedFilter.objects.count() == 1


def test_it_is_taken_away_by_a_press_and_never_by_a_link(sign_in, olivia):
    client = sign_in(olivia)
    save(client)
    url = reverse("saved_filter_delete", args=[SavedFilter.objects.get().pk])
    assert client.get(url).status_code == 405
    assert client.get(SAVE).status_code == 405
    assert "är borttaget" in client.post(url, follow=True).text
    assert not SavedFilter.objects.exists()


def test_those_who_may_not_see_the_list_save_nothing(sign_in, ulla, nils):
    assert save(sign_in(ulla)).status_code == 403
    assert save(sign_in(nils)).status_code == 403
