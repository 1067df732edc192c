"""Signing: no day inside the standstill or a review is taken, and a signed contract carries the requirements."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from apps.core.actions import version_of
from apps.core.calendar import is_working_day
from apps.procurements import contracts, moves, signing
from apps.procurements.models import Procurement, Requirement, RequirementDecision
from procurement_csr.people import make_contract, make_procurement, make_supplier

TODAY = date(2026, 11, 1)


@pytest.fixture
def awarded(helsingborg):
    return make_procurement(helsingborg, "Måleri", procedure="open", phase="awarded", award_decided_on=date(2019, 4, 1))


@pytest.fixture
def painters(db):
    return make_supplier("Måleri AB")


def go(person, procurement, to, **values):
    procurement.refresh_from_db()
    seen = version_of(procurement)
    return moves.move(by=person, procurement=procurement, to=to, seen=seen, today=TODAY, **values)


def notify(person, procurement, sent, mode="electronic", stated=None):
    values = {"award_notice_sent_on": sent, "notice_mode": mode, "standstill_days_stated": stated}
    go(person, procurement, "standstill", **values)


def sign(person, procurement, day):
    return go(person, procurement, "contracted", signed_on=day)


def refusal(run) -> str:
    with pytest.raises(ValidationError) as error:
        run()
    return " ".join(error.value.message_dict["signed_on"])


@pytest.mark.parametrize(
    ("fact", "sent", "mode", "stated", "too_early", "allowed"),
    [
        (1, date(2019, 4, 1), "electronic", None, date(2019, 4, 11), date(2019, 4, 12)),
        (2, date(2019, 4, 18), "electronic", None, date(2019, 4, 29), date(2019, 4, 30)),
        (3, date(2026, 4, 28), "electronic", None, date(2026, 5, 8), date(2026, 5, 9)),
        (4, date(2026, 6, 9), "electronic", None, date(2026, 6, 22), date(2026, 6, 23)),
        (5, date(2026, 3, 19), "other", None, date(2026, 4, 7), date(2026, 4, 8)),
        (6, date(2026, 3, 2), "electronic", 20, date(2026, 3, 23), date(2026, 3, 24)),
    ],
)
def test_facts_1_to_6_by_the_move_to_a_contract(
    olivia, awarded, painters, fact, sent, mode, stated, too_early, allowed
):
    contract = make_contract(awarded, painters)
    notify(olivia, awarded, sent, mode, stated)
    sentence = refusal(lambda: sign(olivia, awarded, too_early))
    assert f"tidigast {allowed}, inte {too_early}" in sentence
    assert "LOU" in sentence
    sign(olivia, awarded, allowed)
    contract.refresh_from_db()
    assert contract.signed_on == allowed


def test_facts_1_and_2_by_adding_and_changing_a_contract(olivia, awarded, painters):
    notify(olivia, awarded, date(2019, 4, 18))
    early = {"procurement": awarded, "suppliers": [painters], "number": "A-1", "signed_on": date(2019, 4, 29)}
    assert "tidigast 2019-04-30" in refusal(lambda: contracts.create_contract(by=olivia, **early))
    contract = contracts.create_contract(by=olivia, **early | {"signed_on": None})
    change = {"contract": contract, "signed_on": date(2019, 4, 29)}
    assert "tidigast 2019-04-30" in refusal(lambda: contracts.update_contract(by=olivia, **change))
    signed = contracts.update_contract(by=olivia, **change | {"signed_on": date(2019, 4, 30)})
    assert signed.signed_on == date(2019, 4, 30)


@pytest.mark.parametrize("procedure", ["mini_competition", "dynamic_purchasing_system", "direct_purchase"])
def test_fact_7_without_statutory_standstill_signing_follows_the_award(olivia, awarded, painters, procedure):
    Procurement.objects.update(procedure=procedure)
    contract = make_contract(awarded, painters)
    assert "före tilldelningsbeslut 2019-04-01" in refusal(lambda: sign(olivia, awarded, date(2019, 3, 31)))
    sign(olivia, awarded, date(2019, 4, 1))
    contract.refresh_from_db()
    assert contract.signed_on == date(2019, 4, 1)


def test_fact_7_a_voluntary_standstill_holds_too(olivia, awarded, painters):
    Procurement.objects.update(procedure="mini_competition")
    make_contract(awarded, painters)
    notify(olivia, awarded, date(2019, 4, 1), stated=10)
    assert "frivilliga avtalsspärren" in refusal(lambda: sign(olivia, awarded, date(2019, 4, 11)))
    assert sign(olivia, awarded, date(2019, 4, 12)).phase == "contracted"


def test_fact_8_a_review_in_time_blocks_signing_until_ten_days_after_the_judgment(olivia, awarded, painters):
    contract = make_contract(awarded, painters)
    notify(olivia, awarded, date(2019, 4, 1))
    go(olivia, awarded, "review_pending", review_applied_on=date(2019, 4, 10))
    during = {"contract": contract, "signed_on": date(2019, 5, 2)}
    assert "Överprövning begärdes 2019-04-10" in refusal(lambda: contracts.update_contract(by=olivia, **during))
    go(olivia, awarded, "standstill", court_decided_on=date(2019, 6, 3), is_standstill_lifted=False)
    assert "tidigast 2019-06-14" in refusal(lambda: sign(olivia, awarded, date(2019, 6, 13)))
    assert sign(olivia, awarded, date(2019, 6, 14)).phase == "contracted"


def test_fact_8_a_court_that_lifts_the_standstill_leaves_the_ordinary_one(olivia, awarded, painters):
    make_contract(awarded, painters)
    notify(olivia, awarded, date(2019, 4, 1))
    go(olivia, awarded, "review_pending", review_applied_on=date(2019, 4, 3))
    go(olivia, awarded, "standstill", court_decided_on=date(2019, 4, 8), is_standstill_lifted=True)
    assert "tidigast 2019-04-12" in refusal(lambda: sign(olivia, awarded, date(2019, 4, 11)))
    assert sign(olivia, awarded, date(2019, 4, 12)).phase == "contracted"


def test_a_contract_already_signed_too_early_stops_the_move(olivia, awarded, painters):
    make_contract(awarded, painters, signed_on=date(2019, 4, 5))
    make_contract(awarded, painters)
    notify(olivia, awarded, date(2019, 4, 1))
    assert "inte 2019-04-05" in refusal(lambda: sign(olivia, awarded, date(2019, 5, 2)))


@pytest.mark.parametrize(
    ("phase", "word"), [("cancelled", "avbruten"), ("redo_ordered", "göras om"), ("awarded", "inte skickad")]
)
def test_no_contract_is_signed_where_nothing_may_be_signed(awarded, phase, word):
    awarded.phase = phase
    assert word in refusal(lambda: signing.refuse_early(awarded, date(2026, 1, 7)))


def test_a_day_ahead_is_refused_when_today_is_known(awarded):
    awarded.procedure = "direct_purchase"
    assert "har inte varit än" in refusal(lambda: signing.refuse_early(awarded, date(2026, 11, 2), TODAY))


@pytest.mark.parametrize("phase", ["contracted", "follow_up", "closed"])
def test_a_register_without_award_notices_may_hold_signed_contracts(awarded, phase):
    awarded.phase, awarded.award_decided_on = phase, None
    signing.refuse_early(awarded, date(2018, 1, 8))


def test_a_notice_of_unknown_procedure_and_mode_counts_as_the_longest(awarded):
    awarded.procedure, awarded.award_notice_sent_on = "", date(2026, 3, 2)
    assert "tidigast 2026-03-18" in refusal(lambda: signing.refuse_early(awarded, date(2026, 3, 17)))
    signing.refuse_early(awarded, date(2026, 3, 18))


@given(
    sent=st.dates(date(2016, 1, 1), date(2035, 12, 31)),
    days=st.integers(0, 60),
    mode=st.sampled_from(["electronic", "other"]),
    stated=st.none() | st.integers(15, 40),
)
def test_no_day_inside_a_standstill_is_ever_taken(sent, days, mode, stated):
    case = Procurement(procedure="open", phase="standstill", award_notice_sent_on=sent, notice_mode=mode)
    case.standstill_days_stated = stated
    rule = signing.rule_of(case)
    assert is_working_day(date.fromordinal(rule.allowed_from.toordinal() - 1))
    assert (rule.allowed_from - sent).days > (stated or {"electronic": 10, "other": 15}[mode])
    day = date.fromordinal(sent.toordinal() + days)
    if day < rule.allowed_from:
        assert "LOU" in refusal(lambda: signing.refuse_early(case, day))
    else:
        signing.refuse_early(case, day)


def test_the_words_name_the_first_working_day(awarded):
    awarded.award_notice_sent_on, awarded.notice_mode = date(2026, 5, 4), "electronic"
    words = signing.in_words(signing.rule_of(awarded))
    assert words.endswith("Avtal får tecknas tidigast 2026-05-16, första arbetsdag 2026-05-18.")


@pytest.fixture
def bought(awarded):
    Procurement.objects.update(procedure="direct_purchase")
    awarded.refresh_from_db()
    return awarded


def demand(procurement, **fields):
    return Requirement.objects.create(
        procurement=procurement, kind="internship", model="numeric", count=3, due_on=date(2027, 1, 1), **fields
    )


def decide_none(procurement, olivia):
    return RequirementDecision.objects.create(
        procurement=procurement, decided="none", motive="Bara varor.", decided_by=olivia, decided_on=date(2026, 1, 7)
    )


def test_signing_copies_the_requirements_to_every_contract_once(olivia, bought, painters):
    original = demand(bought, note="Minst en på fasaden")
    first, second = make_contract(bought, painters), make_contract(bought, painters)
    sign(olivia, bought, date(2026, 1, 8))
    for contract in (first, second):
        assert signing.copy_requirements(by=olivia, contract=contract) == []
        copy = contract.requirements.get()
        assert (copy.source, copy.count, copy.note, copy.due_on) == (original, 3, original.note, original.due_on)
        assert (copy.created_by, copy.procurement) == (olivia, bought)


def test_signing_gives_the_decision_to_have_none_to_contracts_without_requirements(olivia, bought, painters):
    decide_none(bought, olivia)
    plain, own = make_contract(bought, painters), make_contract(bought, painters)
    Requirement.objects.create(contract=own, kind="employment", model="dialog")
    sign(olivia, bought, date(2026, 1, 8))
    plain.refresh_from_db()
    own.refresh_from_db()
    assert plain.no_requirement_reason == "Bara varor."
    assert (plain.no_requirement_on, plain.no_requirement_by) == (date(2026, 1, 7), olivia)
    assert own.no_requirement_on is None


def test_only_the_latest_decision_counts(olivia, bought, painters):
    decide_none(bought, olivia)
    RequirementDecision.objects.create(
        procurement=bought, recommended="dialog", decided="dialog", decided_on=date(2026, 1, 8)
    )
    contract = make_contract(bought, painters)
    sign(olivia, bought, date(2026, 1, 9))
    contract.refresh_from_db()
    assert contract.no_requirement_on is None


def test_a_contracts_own_decision_to_have_none_stands(olivia, bought, painters):
    demand(bought)
    contract = make_contract(bought, painters, no_requirement_reason="Ensamföretagare", no_requirement_on=TODAY)
    sign(olivia, bought, date(2026, 1, 8))
    assert not contract.requirements.exists()


def test_a_contract_added_after_the_signing_gets_the_copies_too(olivia, bought, painters):
    demand(bought)
    Procurement.objects.update(phase="follow_up")
    bought.refresh_from_db()
    late = contracts.create_contract(by=olivia, procurement=bought, suppliers=[painters], number="A-9")
    assert late.requirements.get().count == 3
    late.requirements.all().delete()
    contracts.update_contract(by=olivia, contract=late, title="Fasad")
    assert not late.requirements.exists(), "what somebody took away must not come back"


def test_a_long_motive_fits_on_the_contract(olivia, bought, painters):
    RequirementDecision.objects.create(
        procurement=bought, decided="none", motive="m" * 2000, decided_by=olivia, decided_on=date(2026, 1, 7)
    )
    contract = make_contract(bought, painters)
    sign(olivia, bought, date(2026, 1, 8))
    contract.refresh_from_db()
    assert len(contract.no_requirement_reason) == 1000
