"""Places that suppliers offer: kept, corrected, closed with a reason, and counted for the supplier."""

import uuid
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from apps.accounts.models import Membership
from apps.core.actions import version_of
from apps.placements import offer_actions, offer_queries, offer_rules
from apps.placements.models import PlaceOffer
from procurement_csr.people import (
    make_contract,
    make_offer,
    make_person,
    make_placement,
    make_procurement,
    make_supplier,
)

LIST, NEW = "/platser/", "/platser/ny/"
TODAY = date(2026, 11, 20)


def text_of(response):
    return response.content.decode()


@pytest.fixture
def offered(contract, painters, today):
    """`offered(count="2")` is the filled form with those values."""

    def with_values(**values):
        shown = {
            "token": str(uuid.uuid4()),
            "kind": "internship",
            "contract": f"{contract.pk}-{painters.pk}",
            "occupation": "Målare",
            "count": "2",
            "place": "Råå",
            "from_on": (today + timedelta(days=14)).isoformat(),
            "to_on": "",
            "requirements": "B-körkort",
            "offered_on": today.isoformat(),
            "save": "1",
        }
        return shown | values

    return with_values


@pytest.fixture
def offer(contract, today):
    return make_offer(contract, count=2, from_on=today, offered_on=today)


@pytest.mark.parametrize(
    ("closed_on", "to_on", "free", "word"),
    [
        (None, None, 1, "öppen"),
        (None, TODAY, 1, "öppen"),
        (None, TODAY - timedelta(days=1), 1, "har gått ut"),
        (None, None, 0, "tillsatt"),
        (TODAY, None, 1, "stängd"),
    ],
)
def test_a_place_is_open_until_it_is_taken_past_or_closed(closed_on, to_on, free, word):
    assert offer_rules.standing(closed_on=closed_on, to_on=to_on, free=free, today=TODAY).text == word


@pytest.mark.parametrize(
    ("reason", "filled", "sentence"),
    [("", 1, "varför 1 av 2 platser"), ("no_candidate", 2, "inget skäl"), ("", 2, ""), ("no_candidate", 0, "")],
)
def test_a_reason_is_asked_for_when_places_stayed_empty_and_only_then(reason, filled, sentence):
    problem = offer_rules.reason_problem(reason, count=2, filled=filled)
    assert sentence in problem
    assert bool(sentence) == bool(problem)


def test_a_matcher_notes_a_place_and_sees_it(sign_in, malte, contract, painters, offered):
    page = text_of(sign_in(malte).post(NEW, offered(), follow=True))
    offer = PlaceOffer.objects.get()
    assert (offer.contract, offer.supplier, offer.count, offer.created_by) == (contract, painters, 2, malte)
    assert "0 av 2 tillsatta" in page
    assert "Platsen är sparad" in page


def test_the_same_token_makes_one_place(sign_in, malte, offered):
    values = offered()
    assert sign_in(malte).post(NEW, values).url == sign_in(malte).post(NEW, values | {"occupation": "Annat"}).url
    assert PlaceOffer.objects.get().occupation == "Målare"


def test_a_place_may_be_offered_freely_without_a_contract(sign_in, malte, offered):
    florists = make_supplier("Ängens Blommor AB")
    client = sign_in(malte)
    assert f'value="-{florists.pk}"' in text_of(client.post(NEW, offered(query="angens", search="1", contract="")))
    assert client.post(NEW, offered(contract=f"-{florists.pk}")).status_code == 302
    assert PlaceOffer.objects.get().contract is None


def test_a_matcher_of_one_department_offers_nothing_outside_its_contracts(
    sign_in, helsingborg, school_department, offered
):
    siv = make_person("Siv", "matcher", helsingborg, school_department)
    client = sign_in(siv)
    for workplace in (f"-{make_supplier().pk}", offered()["contract"]):
        assert client.post(NEW, offered(contract=workplace)).status_code == 422
    assert not PlaceOffer.objects.exists()
    Membership.objects.filter(user=siv).update(department=None)
    assert sign_in(siv).post(NEW, offered()).status_code == 302


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"kind": ""}, "Välj insats"),
        ({"contract": ""}, "Välj leverantör"),
        ({"occupation": ""}, "Ange yrke"),
        ({"occupation": "Målare 850709-9805"}, "personnummer"),
        ({"requirements": "Ring 19850769-9801"}, "personnummer"),
        ({"count": "0"}, "minst 1"),
        ({"count": "201"}, "högst 200"),
        ({"count": "två"}, "med siffror"),
        ({"from_on": "1999-01-01"}, "före år 2000"),
        ({"from_on": "2090-01-01"}, "mer än ett år framåt"),
        ({"to_on": "2020-01-01"}, "ligger före den första"),
        ({"to_on": "2098-01-01"}, "mer än tio år efter"),
        ({"offered_on": "2090-01-01"}, "har inte varit ännu"),
        ({"kind": "osa"}, "offentlig arbetsgivare"),
        ({"from_on": "2026-06-01", "to_on": "2026-12-31", "kind": "summer_job"}, "sommarjobb"),
    ],
)
def test_a_wrong_value_gets_its_sentence(sign_in, malte, offered, values, sentence):
    response = sign_in(malte).post(NEW, offered(**values))
    assert response.status_code == 422
    assert sentence in text_of(response)
    assert not PlaceOffer.objects.exists()


def test_a_contract_of_another_municipality_is_refused(sign_in, malte, haninge, offered):
    supplier = make_supplier()
    foreign = make_contract(make_procurement(haninge), supplier)
    assert sign_in(malte).post(NEW, offered(contract=f"{foreign.pk}-{supplier.pk}")).status_code == 422


def test_only_matched_and_started_placements_fill_a_place(offer, contract, today):
    for state in ("proposed", "consented"):
        make_placement(contract, offer=offer, state=state, started_on=None)
    make_placement(contract, offer=offer, state="withdrawn", started_on=None, exited_on=today)
    make_placement(contract, offer=offer, started_on=today)
    found = PlaceOffer.objects.with_filled().get()
    assert (found.filled, found.free) == (1, 1)


def test_the_kind_stays_and_the_number_covers_who_is_placed(malte, offer, contract, painters, today):
    for _ in range(2):
        make_placement(contract, offer=offer, started_on=today)
    values = {name: getattr(offer, name) for name in ("occupation", "place", "from_on", "to_on", "requirements")}
    values |= {"offered_on": today, "contract": contract, "supplier": painters, "today": today}
    with pytest.raises(ValidationError, match="minst 2"):
        offer_actions.update_offer(by=malte, offer=offer, kind="internship", count=1, **values)
    with pytest.raises(ValidationError, match="kan inte ändras"):
        offer_actions.update_offer(by=malte, offer=offer, kind="employment", count=2, **values)
    assert offer_actions.update_offer(by=malte, offer=offer, kind="internship", count=3, **values).count == 3


def test_a_second_correction_sees_the_first(sign_in, malte, offer, offered):
    client, url = sign_in(malte), f"/platser/{offer.pk}/andra/"
    shown = offered(version=version_of(offer))
    assert client.post(url, shown | {"occupation": "Plåtslagare"}).status_code == 302
    response = client.post(url, shown | {"occupation": "Snickare"})
    assert response.status_code == 409
    assert "Nu står det: Plåtslagare" in text_of(response)


def test_a_place_is_closed_with_a_reason_and_counts_as_a_documented_attempt(sign_in, malte, offer, today):
    client, url = sign_in(malte), f"/platser/{offer.pk}/stang/"
    shown = {"closed_on": today.isoformat(), "version": version_of(offer)}
    refused = client.post(url, shown)
    assert refused.status_code == 422
    assert "Välj varför alla platser inte fylldes" in text_of(refused)
    page = text_of(client.post(url, shown | {"unfilled_reason": "no_candidate"}, follow=True))
    assert "ingen kandidat fanns (dokumenterat försök)" in page
    assert [row.pk for row in client.get(f"{LIST}?standing=attempt").context["list"].page_obj] == [offer.pk]
    supplier = text_of(client.get(offer.supplier.get_absolute_url()))
    assert "2 erbjudna platser" in supplier
    assert "2 dokumenterade försök" in supplier


@pytest.mark.parametrize(
    ("days", "sentence"), [(1, "har inte varit ännu"), (-1, "före den dag platsen erbjöds"), (0, "")]
)
def test_a_place_is_closed_on_a_day_between_the_offer_and_today(malte, offer, today, days, sentence):
    close = {"closed_on": today + timedelta(days=days), "unfilled_reason": "work_postponed", "today": today}
    if not sentence:
        assert offer_actions.close_offer(by=malte, offer=offer, **close).closed_on == today
        return
    with pytest.raises(ValidationError, match=sentence):
        offer_actions.close_offer(by=malte, offer=offer, **close)


def test_a_place_that_was_filled_meanwhile_is_closed_without_a_reason(sign_in, malte, offer, contract, today):
    for _ in range(2):
        make_placement(contract, offer=offer, started_on=today)
    close = {"closed_on": today, "today": today}
    with pytest.raises(ValidationError, match="inget skäl"):
        offer_actions.close_offer(by=malte, offer=offer, unfilled_reason="no_candidate", **close)
    page = sign_in(malte).get(f"/platser/{offer.pk}/stang/")
    assert "unfilled_reason" not in page.context["form"].fields
    shown = {"closed_on": today.isoformat(), "version": version_of(offer)}
    assert sign_in(malte).post(f"/platser/{offer.pk}/stang/", shown).status_code == 302
    offer_actions.reopen_offer(by=malte, offer=offer)
    PlaceOffer.objects.filter(pk=offer.pk).update(count=3)
    with pytest.raises(ValidationError, match="varför 1 av 3 platser"):
        offer_actions.close_offer(by=malte, offer=offer, **close)


def test_a_place_with_an_open_proposal_is_not_closed(malte, offer, contract, today):
    proposed = make_placement(contract, offer=offer, state="proposed", started_on=None)
    with pytest.raises(ValidationError, match=f"{proposed} väntar på svar"):
        offer_actions.close_offer(by=malte, offer=offer, closed_on=today, unfilled_reason="no_candidate", today=today)


def test_a_closed_place_is_opened_again_and_the_history_tells_it(sign_in, malte, offer, today):
    offer_actions.close_offer(by=malte, offer=offer, closed_on=today, unfilled_reason="no_candidate", today=today)
    client = sign_in(malte)
    assert client.post(f"/platser/{offer.pk}/andra/", {"version": version_of(offer)}).status_code == 422
    page = text_of(client.post(f"/platser/{offer.pk}/oppna/", follow=True))
    assert "Platsen är öppen igen" in page
    assert [change.text for change in offer_queries.history(offer)][::2] == ["Öppnad igen", "Inlagd"]
    offer.refresh_from_db()
    assert (offer.closed_on, offer.unfilled_reason) == (None, "")


def test_a_supplier_is_credited_for_what_it_offered(helsingborg, malte, offer, contract, painters, today):
    make_placement(contract, offer=offer, started_on=today)
    refused = make_offer(contract, count=3, from_on=today, offered_on=today)
    reason = {"closed_on": today, "unfilled_reason": "candidate_withdrew"}
    offer_actions.close_offer(by=malte, offer=refused, today=today, **reason)
    gone = make_offer(contract, count=4, from_on=today, offered_on=today)
    reason = {"closed_on": today, "unfilled_reason": "supplier_withdrew"}
    offer_actions.close_offer(by=malte, offer=gone, today=today, **reason)
    found = offer_queries.offered_by(painters, helsingborg, malte, today=today)
    assert found == offer_queries.Offered(places=9, filled=1, free=1, attempts=3)


def test_the_list_is_narrowed_and_exported(sign_in, malte, offer, contract, today):
    make_offer(contract, kind="employment", occupation="Ångtekniker", from_on=today, offered_on=today)
    past = make_offer(contract, occupation="Sot", from_on=today, offered_on=today)
    PlaceOffer.objects.filter(pk=past.pk).update(from_on=date(2025, 1, 1), to_on=date(2025, 2, 1))
    client = sign_in(malte)
    for query, found in (
        ("", {"Målare", "Ångtekniker", "Sot"}),
        ("?q=ÅNGTEK", {"Ångtekniker"}),
        ("?kind=internship", {"Målare", "Sot"}),
        ("?standing=open", {"Målare", "Ångtekniker"}),
        ("?standing=over", {"Sot"}),
        ("?standing=closed", set()),
        (f"?supplier={contract.suppliers.get().pk}", {"Målare", "Ångtekniker", "Sot"}),
    ):
        assert {row.cells[0].text for row in client.get(LIST + query).context["list"].table.rows} == found
    body = b"".join(client.get(f"{LIST}?format=csv").streaming_content).decode("utf-8-sig")
    assert "Ångtekniker" in body


def test_officers_read_places_and_change_none(sign_in, olivia, offer, contract, today):
    placement = make_placement(contract, offer=offer, started_on=today)
    client = sign_in(olivia)
    page = text_of(client.get(offer.get_absolute_url()))
    assert str(placement) in page
    assert placement.participant.code not in page
    assert f"/platser/{offer.pk}/stang/" not in page
    for path in ("andra/", "stang/", "oppna/"):
        assert client.post(f"/platser/{offer.pk}/{path}").status_code == 403


def test_a_place_of_another_municipality_is_not_there(sign_in, mio, offer):
    client = sign_in(mio)
    for path in ("", "andra/", "stang/"):
        assert client.get(f"/platser/{offer.pk}/{path}").status_code == 404
    assert "Inga platser än" in text_of(client.get(LIST))


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"count": 0}, "offer_count_positive"),
        ({"to_on": date(2020, 1, 1)}, "offer_ends_after_start"),
        ({"unfilled_reason": "no_candidate"}, "offer_reason_only_when_closed"),
        ({"closed_on": date(2020, 1, 1)}, "offer_closed_after_offered"),
    ],
)
def test_the_database_refuses_what_no_form_lets_through(offer, values, name):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        PlaceOffer.objects.filter(pk=offer.pk).update(**values)
