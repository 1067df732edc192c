"""The table of moves: each that is allowed, and a refusal in words for every other one."""

from itertools import product

import pytest

from apps.procurements import phases
from apps.procurements.choices import Phase
from apps.procurements.models import Procurement

BEFORE_CONTRACT = ("need", "preparation", "published", "tendering", "evaluation", "awarded", "standstill")
# Written out once more on purpose, so that a slip in the table is seen.
ALLOWED = {
    ("need", "preparation"),
    ("preparation", "published"),
    ("preparation", "tendering"),
    ("preparation", "awarded"),
    ("published", "tendering"),
    ("tendering", "evaluation"),
    ("evaluation", "awarded"),
    ("awarded", "standstill"),
    ("awarded", "contracted"),
    ("standstill", "contracted"),
    ("awarded", "review_pending"),
    ("standstill", "review_pending"),
    ("review_pending", "redo_ordered"),
    ("redo_ordered", "preparation"),
    ("redo_ordered", "evaluation"),
    ("contracted", "follow_up"),
    ("follow_up", "extension"),
    ("extension", "follow_up"),
    ("contracted", "closed"),
    ("follow_up", "closed"),
    ("extension", "closed"),
    *((phase, "cancelled") for phase in (*BEFORE_CONTRACT, "review_pending", "redo_ordered", "paused")),
    *((phase, "paused") for phase in (*BEFORE_CONTRACT, "redo_ordered")),
}
RETURNS = {("review_pending", "awarded"), ("review_pending", "standstill")}
RETURNS |= {("paused", phase) for phase in (*BEFORE_CONTRACT, "redo_ordered")}
EVERY = set(product(Phase.values, Phase.values))


@pytest.mark.parametrize(("phase", "target"), sorted(ALLOWED))
def test_an_allowed_move_is_found(phase, target):
    assert phases.find(phase, target).leads_to() == target


@pytest.mark.parametrize(("phase", "before"), sorted(RETURNS))
def test_a_side_state_goes_back_to_where_it_was(phase, before):
    assert phases.find(phase, before, before).leads_to(before) == before


@pytest.mark.parametrize(("phase", "target"), sorted(EVERY - ALLOWED))
def test_every_other_move_is_refused_with_a_sentence(phase, target):
    with pytest.raises(ValueError, match=r"^[A-ZÅÄÖ][^{}]+\.$") as refusal:
        phases.find(phase, target)
    assert "Phase." not in str(refusal.value)


@pytest.mark.parametrize("phase", ["contracted", "follow_up", "extension", "closed"])
def test_a_signed_procurement_is_not_cancelled(phase):
    with pytest.raises(ValueError, match=r"12 kap\. 12 § och 19 kap\. 21 § LOU"):
        phases.find(phase, "cancelled")


def test_a_refusal_names_the_ways_that_are_open():
    with pytest.raises(
        ValueError, match=r"behov och kan inte gå till utvärdering\. Härifrån går den till förberedelse"
    ):
        phases.find("need", "evaluation")


def test_a_paused_procurement_goes_back_only_to_where_it_was():
    with pytest.raises(ValueError, match="kan inte gå till utvärdering"):
        phases.find("paused", "evaluation", "tendering")


def test_every_move_asks_for_fields_that_exist_and_requires_only_what_it_asks():
    fields = {field.name for field in Procurement._meta.concrete_fields} | {"signed_on", phases.AWARDED_TO}
    for transition in phases.TRANSITIONS:
        assert set(transition.asks) | set(transition.clears) <= fields, transition.key
        assert set(transition.required) <= set(transition.asks), transition.key
        assert transition.button[0].isupper(), transition.key
        assert transition.who.endswith("."), transition.key


def test_two_moves_never_lead_from_one_phase_to_the_same():
    for phase in Phase.values:
        targets = [transition.target for transition in phases.allowed(phase, "need")]
        assert len(targets) == len(set(targets)), phase


def test_a_procedure_takes_its_own_way_out_of_preparation():
    ways = {each.key: each for each in phases.allowed("preparation")}
    assert [key for key, way in ways.items() if way.fits("direct_purchase")] == ["award_directly", "cancel", "pause"]
    assert [key for key, way in ways.items() if way.fits("mini_competition")] == ["invite", "cancel", "pause"]
    assert [key for key, way in ways.items() if way.fits("open")] == ["publish", "cancel", "pause"]
    assert ways["publish"].fits("")


def test_a_move_to_where_it_stands_is_refused_as_such():
    with pytest.raises(ValueError, match="Upphandlingen är redan i fasen"):
        phases.find("evaluation", "evaluation")


@pytest.mark.parametrize(("phase", "target"), [("follow_up", "need"), ("closed", "need"), ("review_pending", "need")])
def test_only_a_signed_procurement_that_is_to_be_cancelled_is_told_of_the_contract(phase, target):
    with pytest.raises(ValueError, match="Upphandlingen är i fasen") as refusal:
        phases.find(phase, target)
    assert "Avtal är tecknat" not in str(refusal.value)
