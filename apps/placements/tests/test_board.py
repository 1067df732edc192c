"""The board: open places beside waiting participants, with suggestions that a person decides about."""

import uuid
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from apps.core.actions import version_of
from apps.placements import board, offer_actions
from apps.placements.models import Participant, Placement, Waiting
from procurement_csr.people import make_offer, make_participant, make_person, make_placement, make_waiting

BOARD, NEW = "/platser/tavla/", "/vantande/ny/"
CODE, UNUSED, WRONG = "2DP-7RX", "K7M-4Q2", "2DP-7RW"


def text_of(response):
    return response.content.decode()


@pytest.fixture
def offer(contract, today):
    return make_offer(contract, count=2, from_on=today + timedelta(days=7), offered_on=today)


@pytest.fixture
def karin(helsingborg):
    """The participant who has the code 2DP-7RX."""
    return make_participant(helsingborg, CODE)


def form_of(today, **values):
    return {"token": str(uuid.uuid4()), "since": today.isoformat(), "save": "1"} | values


def test_a_participant_waits_and_stands_on_the_board(sign_in, malte, karin, offer, today):
    shown = form_of(today, code="2dp7rx", kinds=["internship", "employment"])
    page = text_of(sign_in(malte).post(NEW, shown, follow=True))
    waiting = Waiting.objects.get()
    assert (waiting.participant, waiting.kinds, waiting.created_by) == (karin, ["internship", "employment"], malte)
    assert "önskar praktik eller anställning" in page
    assert "1 plats kan passa" in page
    assert "1 väntande kan passa" in page


def test_the_same_token_makes_one_row(sign_in, malte, karin, today):
    shown = form_of(today, code=CODE)
    assert sign_in(malte).post(NEW, shown).url == sign_in(malte).post(NEW, shown).url
    assert Waiting.objects.count() == 1


def test_the_code_is_filled_in_from_the_participants_page(sign_in, malte, karin, mio):
    address = f"{NEW}?deltagare={karin.pk}"
    assert CODE in text_of(sign_in(malte).get(address))
    assert CODE not in text_of(sign_in(mio).get(address))
    assert sign_in(malte).get(f"{NEW}?deltagare=9{'9' * 30}").status_code == 200


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"code": ""}, "Ange deltagarkod"),
        ({"code": WRONG}, "felskriven"),
        ({"code": UNUSED}, "finns inte här"),
        ({"code": "850709-9805"}, "personnummer"),
        ({"since": "2090-01-01"}, "har inte varit ännu"),
        ({"since": "1999-01-01"}, "före år 2000"),
        ({"since": "igår"}, "år-månad-dag"),
        ({"kinds": ["allt"]}, "Välj"),
    ],
)
def test_a_wrong_value_gets_its_sentence(sign_in, malte, karin, today, values, sentence):
    response = sign_in(malte).post(NEW, form_of(today, code=CODE) | values)
    assert response.status_code == 422
    assert sentence in text_of(response)
    assert not Waiting.objects.exists()


def test_one_who_waits_is_not_added_again(sign_in, malte, karin, today):
    make_waiting(karin)
    response = sign_in(malte).post(NEW, form_of(today, code=CODE))
    assert response.status_code == 422
    assert "står redan som väntande" in text_of(response)


def test_a_code_of_another_municipality_or_another_matcher_is_not_there(sign_in, mio, malte, karin, helsingborg, today):
    assert "finns inte här" in text_of(sign_in(mio).post(NEW, form_of(today, code=CODE)))
    mira = make_person("Mira", "matcher", helsingborg)
    Participant.objects.filter(pk=karin.pk).update(is_protected=True, matcher=mira)
    assert "finns inte här" in text_of(sign_in(malte).post(NEW, form_of(today, code=CODE)))
    assert sign_in(mira).post(NEW, form_of(today, code=CODE)).status_code == 302


def test_a_protected_participant_stands_on_its_own_matchers_board_alone(sign_in, malte, karin, helsingborg, offer):
    mira = make_person("Mira", "matcher", helsingborg)
    Participant.objects.filter(pk=karin.pk).update(is_protected=True, matcher=mira)
    waiting = make_waiting(karin)
    for address in (BOARD, f"{BOARD}?vantande={waiting.pk}", offer.get_absolute_url()):
        assert CODE not in text_of(sign_in(malte).get(address))
        assert CODE in text_of(sign_in(mira).get(address))
    assert sign_in(malte).get(f"/vantande/{waiting.pk}/andra/").status_code == 404


def test_the_longest_waiting_who_fits_comes_first_and_the_others_with_the_reason(helsingborg, malte, offer, today):
    late, early, wishes_other = (make_participant(helsingborg) for _ in range(3))
    make_waiting(late, since=date(2026, 5, 1))
    make_waiting(early, since=date(2026, 3, 1), kinds=["internship"])
    make_waiting(wishes_other, since=date(2026, 1, 1), kinds=["employment"])
    found = board.for_offer(offer_with_filled(offer), board.waiting_in(helsingborg, malte), today=today)
    assert [each.waiting.participant for each in found.fitting] == [early, late]
    assert [(each.waiting.participant, each.why) for each in found.others] == [
        (wishes_other, "Önskar anställning, inte praktik.")
    ]


def test_one_who_said_no_or_works_elsewhere_is_not_suggested(helsingborg, malte, offer, contract, today):
    refused, busy, mentored = (make_participant(helsingborg) for _ in range(3))
    for each in (refused, busy, mentored):
        make_waiting(each)
    left = {"state": "declined_by_supplier", "started_on": None, "exited_on": today}
    make_placement(contract, refused, **left)
    running = {"started_on": today - timedelta(days=30), "planned_end_on": today + timedelta(days=30)}
    make_placement(contract, busy, **running)
    make_placement(contract, mentored, kind="mentorship", **running)
    found = board.for_offer(offer_with_filled(offer), board.waiting_in(helsingborg, malte), today=today)
    assert [each.waiting.participant for each in found.fitting] == [mentored]
    assert "Det blev nej" in found.others[0].why
    assert "Har en annan placering" in found.others[1].why


def test_one_who_is_proposed_to_the_place_is_not_suggested_again(helsingborg, malte, offer, contract, karin, today):
    waiting = make_waiting(karin)
    proposed = make_placement(contract, karin, offer=offer, state="proposed", started_on=None)
    rows = board.waiting_in(helsingborg, malte)
    assert board.for_offer(offer_with_filled(offer), rows, today=today) == board.NOBODY
    offers = board.offers_in(helsingborg, malte, today=today)
    assert board.for_waiting(waiting, offers, today=today) == board.NOBODY
    assert board.read(offers, rows, today=today).waiting[0].elsewhere == f"{proposed} föreslagen"


def test_a_place_for_one_who_waits_is_proposed_with_a_press(sign_in, malte, offer, karin):
    make_waiting(karin)
    client = sign_in(malte)
    page = text_of(client.get(f"{BOARD}?vantande={Waiting.objects.get().pk}"))
    address = f"/placeringar/foresla/?plats={offer.pk}"
    assert f'action="{address}"' in page
    filled = client.post(address, {"waiting": CODE, "search": "1"})
    assert filled.status_code == 200
    values = {name: filled.context["form"][name].value() or "" for name in filled.context["form"].fields}
    assert values["waiting"] == CODE
    assert client.post(address, values | {"save": "1"}).status_code == 302
    placement = Placement.objects.get()
    assert (placement.offer, placement.participant, placement.state) == (offer, karin, "proposed")


def test_full_past_and_closed_places_are_not_on_the_board(sign_in, malte, contract, offer, today):
    make_offer(contract, occupation="Stängd", closed_on=today, unfilled_reason="no_candidate")
    make_offer(contract, occupation="Passerad", to_on=date(2026, 4, 1))
    full = make_offer(contract, occupation="Fylld")
    make_placement(contract, offer=full, state="matched", started_on=None, planned_start_on=today)
    shown = sign_in(malte).get(BOARD).context["places"]
    assert [each["label"] for each in shown] == ["Målare"]


def test_the_board_is_narrowed_by_kind_on_both_sides(sign_in, malte, contract, offer, helsingborg, today):
    make_offer(contract, kind="employment", occupation="Svetsare", from_on=today)
    any_kind, practice, job = (make_participant(helsingborg) for _ in range(3))
    for participant, kinds in ((any_kind, []), (practice, ["internship"]), (job, ["employment"])):
        make_waiting(participant, kinds=kinds)
    page = sign_in(malte).get(f"{BOARD}?kind=employment")
    assert [each["label"] for each in page.context["places"]] == ["Svetsare"]
    assert [each["label"] for each in page.context["waiting"]] == [any_kind.code, job.code]
    found = sign_in(malte).get(f"{BOARD}?q=SVETS").context["places"]
    assert [each["label"] for each in found] == ["Svetsare"]


def test_what_one_waits_for_is_corrected_and_a_second_sees_the_first(sign_in, malte, karin, today):
    waiting = make_waiting(karin)
    client, url = sign_in(malte), f"/vantande/{waiting.pk}/andra/"
    shown = form_of(today, version=version_of(waiting))
    assert client.post(url, shown | {"kinds": ["mentorship"]}).status_code == 302
    response = client.post(url, shown | {"kinds": ["employment"]})
    assert response.status_code == 409
    assert "Nu står det: Yrkesmentor" in text_of(response)


def test_one_who_waits_no_longer_leaves_the_board(sign_in, malte, karin, today):
    waiting = make_waiting(karin)
    client, url = sign_in(malte), f"/vantande/{waiting.pk}/avsluta/"
    assert client.post(url, {"ended_on": "2026-01-01"}).status_code == 422
    assert client.post(url, {"ended_on": (today + timedelta(days=1)).isoformat()}).status_code == 422
    page = client.post(url, {"ended_on": today.isoformat()}, follow=True)
    assert page.context["waiting"] == []
    assert client.get(url).status_code == 404
    with pytest.raises(ValidationError, match="före år 2000"):
        offer_actions.correct_waiting(by=malte, waiting=waiting, since=date(1990, 1, 1), kinds=[], today=today)


def test_the_board_is_for_those_who_see_codes(sign_in, olivia, carin, doris, pelle, adam):
    for person in (olivia, carin, doris, pelle, adam):
        assert sign_in(person).get(BOARD).status_code == 403


def test_the_database_lets_nobody_wait_twice_nor_end_before_it_began(karin):
    waiting = make_waiting(karin)
    with pytest.raises(IntegrityError, match="waiting_once"), transaction.atomic():
        make_waiting(karin)
    with pytest.raises(IntegrityError, match="waiting_ends_after_start"), transaction.atomic():
        Waiting.objects.filter(pk=waiting.pk).update(ended_on=date(2020, 1, 1))


def offer_with_filled(offer):
    return type(offer).objects.with_filled().get(pk=offer.pk)
