"""Weights and limits of the priority scoring: what is shipped, and what is refused."""

import json

import pytest

from apps.procurements.priority_rules import WEIGHT_LABELS, Limits, Weights


def test_the_shipped_weights_add_up_to_100_and_are_those_of_the_proposal():
    assert Weights().as_dict() == {
        "value": 20,
        "labour_share": 25,
        "duration": 15,
        "entry_level": 15,
        "labour_need": 10,
        "candidates": 15,
    }
    assert Weights().total == 100


@pytest.mark.parametrize("kind", [Weights, Limits])
def test_weights_and_limits_survive_being_kept_as_json(kind):
    stored = json.loads(json.dumps(kind().as_dict()))
    assert kind.from_dict(stored) == kind() == kind.from_dict({})


@pytest.mark.parametrize(
    ("kind", "change", "sentence"),
    [
        (Weights, {"extra": 1}, "Vikten har okända namn: extra. Ta bort dem."),
        (Weights, {"value": "20"}, "Vikten, värde: '20' är inget heltal. Ange ett heltal."),
        (Weights, {"value": True}, "Vikten, värde: True är inget heltal. Ange ett heltal."),
        (Weights, {"value": 20.0}, "Vikten, värde: 20.0 är inget heltal. Ange ett heltal."),
        (Weights, {"value": None}, "Vikten, värde: None är inget heltal. Ange ett heltal."),
        (Weights, {"value": -1}, "Vikten, värde: -1 är negativt. Ange 0 eller mer."),
        (Weights, {"value": 101}, "Vikten, värde: ange högst 100."),
        (Weights, dict.fromkeys(WEIGHT_LABELS, 0), "Alla vikter är 0. Ge minst ett kriterium en vikt."),
        (
            Limits,
            {"dialog_from": 70},
            "Gränsen, dialogkrav från poäng (70), ska vara lägre än krav på antal från poäng (70).",
        ),
        (
            Limits,
            {"share_some": 60},
            "Gränsen, arbetets andel, 1 poäng från procent (60), ska vara lägre än arbetets andel, 2 poäng från "
            "procent (50).",
        ),
        (
            Limits,
            {"months_long": 6},
            "Gränsen, avtalets längd, 2 poäng från månader (12), ska vara lägre än avtalets längd, 3 poäng från "
            "månader (6).",
        ),
        (Limits, {"numeric_from": 101}, "Gränsen, krav på antal från poäng: 101 är för högt. Ange högst 100."),
    ],
)
def test_wrong_weights_and_limits_are_refused_in_swedish(kind, change, sentence):
    with pytest.raises(ValueError, match=r"\.$") as refusal:
        kind.from_dict(kind().as_dict() | change)
    assert str(refusal.value) == sentence


def test_a_part_of_the_weights_is_refused_rather_than_filled_in():
    with pytest.raises(ValueError, match=r"Vikten saknar värde, arbetets andel av kostnaden, .*Ange alla"):
        Weights.from_dict({"candidates": 50})
    with pytest.raises(ValueError, match="ska vara namn med heltal"):
        Weights.from_dict([1, 2])
