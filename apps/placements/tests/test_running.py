"""Placements that go on: extended, paused and resumed; several ended or extended at once."""

import uuid
from datetime import timedelta

import pytest

from apps.core.actions import version_of
from apps.placements.models import Pause, Placement
from procurement_csr.people import make_contract, make_participant, make_placement, make_procurement

SEVERAL = "/placeringar/flera/"


@pytest.fixture
def placement(contract, malte, today):
    days = {"started_on": today - timedelta(30), "planned_end_on": today + timedelta(10)}
    return make_placement(contract, created_by=malte, number=12, **days)


@pytest.fixture
def send(sign_in, malte):
    """`send(placement, "forlang", planned_end_on=…)` posts a page of the placement as Malte."""

    def post(placement, page, **values):
        return sign_in(malte).post(f"{placement.get_absolute_url()}{page}/", {"save": "1", **values})

    return post


def now(placement):
    return Placement.objects.get(pk=placement.pk)


def test_a_placement_is_extended_and_a_second_press_changes_nothing(placement, send, today):
    later = today + timedelta(60)
    values = {"planned_end_on": later.isoformat(), "version": version_of(now(placement))}
    assert [send(placement, "forlang", **values).status_code for _ in range(2)] == [302, 302]
    assert now(placement).planned_end_on == later
    assert placement.events.filter(planned_end_on=later).count() == 1


def test_an_extension_is_later_and_not_too_long_for_its_kind(contract, placement, send, today):
    version = version_of(now(placement))
    refused = send(placement, "forlang", planned_end_on=today.isoformat(), version=version)
    assert refused.status_code == 422
    assert "ligger före det planerade slutet" in refused.text
    summer = make_placement(contract, kind="summer_job", started_on=today)
    too_long = (today + timedelta(weeks=13)).isoformat()
    refused = send(summer, "forlang", planned_end_on=too_long, version=version_of(now(summer)))
    assert refused.status_code == 422
    assert "inget sommarjobb" in refused.text


def test_what_has_ended_is_neither_extended_nor_resumed(contract, send, today):
    ended = make_placement(contract, started_on=today - timedelta(9), ended_on=today, end_reason="completed")
    later = (today + timedelta(9)).isoformat()
    refused = send(ended, "forlang", planned_end_on=later, version=version_of(now(ended)))
    assert (refused.status_code, "läget är ”avslutad”" in refused.text) == (422, True)
    refused = send(ended, "ater", back_on=today.isoformat())
    assert (refused.status_code, "inget avbrott som pågår" in refused.text) == (422, True)


def test_a_pause_is_noted_once_and_closed_the_day_before_the_return(sign_in, malte, placement, send, today):
    first, token = today - timedelta(5), str(uuid.uuid4())
    values = {"from_on": first.isoformat(), "token": token}
    assert [send(placement, "avbrott", **values).status_code for _ in range(2)] == [302, 302]
    assert "Avbrottet är slut" in sign_in(malte).get(placement.get_absolute_url()).text
    back = {"back_on": today.isoformat()}
    assert [send(placement, "ater", **back).status_code for _ in range(2)] == [302, 302]
    assert Pause.objects.get().to_on == today - timedelta(1)
    assert "Anteckna avbrott" in sign_in(malte).get(placement.get_absolute_url()).text


@pytest.mark.parametrize(
    ("first", "last", "sentence"),
    [
        (-40, None, "börjar före placeringens start"),
        (-2, -4, "Avbrottets sista dag ligger före den första"),
        (-12, -9, "Ett annat avbrott började"),
        (400, None, "mer än ett år framåt"),
    ],
)
def test_a_pause_that_cannot_be_is_refused(placement, send, today, first, last, sentence):
    placement.pauses.create(from_on=today - timedelta(10), to_on=today - timedelta(8))
    values = {"from_on": (today + timedelta(first)).isoformat(), "token": str(uuid.uuid4())}
    if last is not None:
        values["to_on"] = (today + timedelta(last)).isoformat()
    refused = send(placement, "avbrott", **values)
    assert refused.status_code == 422
    assert sentence in refused.text
    assert Pause.objects.count() == 1


def test_a_pause_that_was_noted_wrongly_is_corrected_or_taken_away(sign_in, malte, placement, today):
    pause = placement.pauses.create(from_on=today - timedelta(10), to_on=today - timedelta(8))
    url = f"/placeringar/avbrott/{pause.pk}/"
    values = {"from_on": (today - timedelta(9)).isoformat(), "to_on": today.isoformat()}
    data = values | {"version": version_of(Pause.objects.get())}
    assert sign_in(malte).post(f"{url}andra/", data).status_code == 302
    assert (Pause.objects.get().from_on, Pause.objects.get().to_on) == (today - timedelta(9), today)
    assert sign_in(malte).post(f"{url}andra/", data).status_code == 409
    assert "Ta bort avbrottet i P12?" in sign_in(malte).get(f"{url}ta-bort/").text
    assert [sign_in(malte).post(f"{url}ta-bort/").status_code for _ in range(2)] == [302, 404]
    assert pause.pgh_event_model.objects.filter(pgh_obj_id=pause.pk, pgh_label="delete").exists()


def test_an_end_closes_the_open_pause_but_not_one_that_begins_after_it(placement, send, today):
    placement.pauses.create(from_on=today - timedelta(5))
    end = {"end_reason": "completed", "version": version_of(now(placement))}
    early = send(placement, "avsluta", ended_on=(today - timedelta(9)).isoformat(), **end)
    assert (early.status_code, "ligger före avbrottet" in early.text) == (422, True)
    assert now(placement).state == "started"
    assert send(placement, "avsluta", ended_on=today.isoformat(), **end).status_code == 302
    assert Pause.objects.get().to_on == today


def several(*placements, what="avsluta", **values):
    rows = [str(each.pk) for each in placements]
    seen = [f"{each.pk}:{version_of(now(each))}" for each in placements]
    return {"gor": what, "rows": rows, "seen": seen, "save": "1"} | values


def test_several_are_ended_at_once(sign_in, malte, contract, placement, today):
    other = make_placement(contract, started_on=today - timedelta(8))
    listed = sign_in(malte).get("/placeringar/").text
    assert f'name="rows" value="{other.pk}"' in listed
    shown = sign_in(malte).get(f"{SEVERAL}?gor=avsluta&rows={placement.pk}&rows={other.pk}")
    assert (shown.status_code, "2 placeringar är valda" in shown.text) == (200, True)
    data = several(placement, other, ended_on=today.isoformat(), end_reason="completed")
    assert [sign_in(malte).post(SEVERAL, data).status_code for _ in range(2)] == [302, 302]
    assert {now(each).state for each in (placement, other)} == {"ended"}
    assert placement.follow_ups.count() == other.follow_ups.count() == 3


def test_one_that_cannot_be_ended_stops_them_all_and_is_named(sign_in, malte, contract, placement, today):
    late = make_placement(contract, number=77, started_on=today - timedelta(1))
    data = several(placement, late, ended_on=(today - timedelta(3)).isoformat(), end_reason="completed")
    refused = sign_in(malte).post(SEVERAL, data)
    assert refused.status_code == 422
    assert "P77: Slutdatumet" in refused.text
    assert {now(each).state for each in (placement, late)} == {"started"}


def test_several_are_extended_and_one_that_somebody_changed_is_named(sign_in, malte, contract, placement, today):
    other = make_placement(contract, number=78, started_on=today - timedelta(8))
    later = today + timedelta(90)
    data = several(placement, other, what="forlang", planned_end_on=later.isoformat())
    Placement.objects.filter(pk=other.pk).update(extent_percent=50)
    told = sign_in(malte).post(SEVERAL, data)
    assert told.status_code == 422
    assert "P78: någon annan har ändrat placeringen" in told.text
    assert now(placement).planned_end_on != later
    data = several(placement, other, what="forlang", planned_end_on=later.isoformat())
    assert sign_in(malte).post(SEVERAL, data).status_code == 302
    assert {now(each).planned_end_on for each in (placement, other)} == {later}


def test_foreign_rows_and_nonsense_are_not_there(sign_in, malte, haninge, placement):
    foreign = make_placement(make_contract(make_procurement(haninge)))
    for query in (f"rows={foreign.pk}", "rows=x", f"rows={'9' * 30}", f"rows={placement.pk}&gor=dansa"):
        assert sign_in(malte).get(f"{SEVERAL}?{query}").status_code == 404
    assert sign_in(malte).post(SEVERAL, several(placement, foreign)).status_code == 404
    assert "Inget är valt" in sign_in(malte).get(SEVERAL).text


def test_only_what_goes_on_can_be_ticked_and_only_by_those_who_may(sign_in, malte, olivia, contract, placement, today):
    make_placement(contract, make_participant(contract.organisation), started_on=today + timedelta(9))
    table = sign_in(malte).get("/placeringar/").context["list"].table
    assert [row.chosen_by for row in table.rows if row.chosen_by] == [str(placement.pk)]
    assert not sign_in(olivia).get("/placeringar/").context["list"].table.has_choices
