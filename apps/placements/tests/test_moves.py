"""The table of moves of a placement: each allowed move by name, and every other one refused."""

from datetime import date

import pytest

from apps.placements.choices import LEFT_STATES, WAITING_STATES, PlacementState
from apps.placements.moves import BY_KEY, MOVES, allowed, find, first_state, refusal, ways_into

# From, how and to. Written out beside the table, so that a change of one is seen in the other.
ALLOWED = [
    ("proposed", "consent", "consented"),
    ("consented", "match", "matched"),
    ("matched", "start", "started"),
    ("started", "end", "ended"),
    ("proposed", "decline_by_candidate", "declined_by_candidate"),
    ("consented", "decline_by_candidate", "declined_by_candidate"),
    ("matched", "decline_by_candidate", "declined_by_candidate"),
    ("proposed", "decline_by_supplier", "declined_by_supplier"),
    ("consented", "decline_by_supplier", "declined_by_supplier"),
    ("matched", "decline_by_supplier", "declined_by_supplier"),
    ("matched", "no_show", "no_show"),
    ("proposed", "withdraw", "withdrawn"),
    ("consented", "withdraw", "withdrawn"),
    ("matched", "withdraw", "withdrawn"),
    ("started", "correct_start", "matched"),
    ("ended", "correct_end", "started"),
]
# Back from an exit to where the placement was.
BACK = [
    ("declined_by_candidate", "proposed"),
    ("declined_by_candidate", "consented"),
    ("declined_by_candidate", "matched"),
    ("declined_by_supplier", "proposed"),
    ("declined_by_supplier", "consented"),
    ("declined_by_supplier", "matched"),
    ("withdrawn", "proposed"),
    ("withdrawn", "consented"),
    ("withdrawn", "matched"),
    ("no_show", "matched"),
]
FITTING = {row[:2] for row in ALLOWED} | {(state, "correct_exit") for state in LEFT_STATES}
REFUSED = [(s.value, move.key) for s in PlacementState for move in MOVES if (s.value, move.key) not in FITTING]
NOT_BACK = [(left, s.value) for left in LEFT_STATES for s in PlacementState if (left, s.value) not in BACK]
CORRECTIONS = ("correct_start", "correct_end", "correct_exit")


@pytest.mark.parametrize(("state", "key", "target"), ALLOWED)
def test_an_allowed_move_leads_where_the_table_says(state, key, target):
    assert refusal(state, key) == ""
    assert find(key, state).leads_to(state) == target


@pytest.mark.parametrize(("state", "key"), REFUSED)
def test_every_other_move_is_refused_with_a_sentence_that_names_the_ways_out(state, key):
    with pytest.raises(ValueError, match="går inte här") as refused:
        find(key, state)
    sentence = str(refused.value)
    assert sentence == refusal(state, key)
    assert BY_KEY[key].button in sentence
    assert PlacementState(state).label in sentence
    assert allowed(state), "no state is a dead end"
    assert all(f"”{way.button}”" in sentence for way in allowed(state))
    assert sentence.endswith(".")


def test_the_lists_cover_every_move_from_every_state():
    assert len(FITTING) + len(REFUSED) == len(PlacementState) * len(MOVES)
    assert {key for _, key in FITTING} == set(BY_KEY)
    assert len(BY_KEY) == len(MOVES)


@pytest.mark.parametrize(("left", "before"), BACK)
def test_a_corrected_exit_leads_back_to_where_the_placement_was(left, before):
    assert BY_KEY["correct_exit"].leads_to(left, before) == before


@pytest.mark.parametrize(("left", "before"), [*NOT_BACK, ("withdrawn", "")])
def test_a_corrected_exit_never_leads_to_where_the_placement_cannot_have_been(left, before):
    with pytest.raises(ValueError, match="Föreslå deltagaren på nytt"):
        BY_KEY["correct_exit"].leads_to(left, before)


def test_only_corrections_lead_backwards_and_each_needs_a_reason():
    order = [*WAITING_STATES, "started", "ended"]
    for state, key, target in ALLOWED:
        backwards = target in order and order.index(target) < order.index(state)
        assert backwards == BY_KEY[key].is_correction, key
    assert tuple(move.key for move in MOVES if move.is_correction) == CORRECTIONS


def test_what_a_move_requires_its_form_asks_for():
    assert all(set(move.required) <= set(move.asks) for move in MOVES)
    assert all(move.done.endswith(".") and move.button for move in MOVES)


@pytest.mark.parametrize("field", ["started_on", "ended_on", "end_reason", "exited_on"])
def test_what_a_move_writes_its_correction_clears(field):
    writers = [move for move in MOVES if field in move.asks]
    assert writers
    for move in writers:
        (undoing,) = [each for each in allowed(move.target) if field in each.clears]
        assert undoing.target in (*move.sources, None)


def test_a_started_placement_cannot_be_declined_and_is_ended_instead():
    sentence = refusal("started", "decline_by_candidate")
    assert sentence == (
        "”Deltagaren tackade nej” går inte här: placeringens läge är ”pågår”. "
        "Härifrån går ”Avsluta” eller ”Rätta: har inte börjat”."
    )


def test_a_step_cannot_be_skipped():
    assert refusal("proposed", "match")
    assert refusal("consented", "start")
    assert ways_into("matched") == (PlacementState.CONSENTED,)


def test_a_move_nobody_knows_is_refused_with_a_sentence():
    with pytest.raises(ValueError, match="”fly” finns inte"):
        find("fly", "proposed")


@pytest.mark.parametrize(
    ("start", "state"),
    [(date(2026, 3, 1), "started"), (date(2026, 3, 2), "started"), (date(2026, 3, 3), "matched")],
)
def test_what_is_logged_at_once_has_started_up_to_today_and_is_matched_after_it(start, state):
    assert first_state(start, date(2026, 3, 2)) == state
