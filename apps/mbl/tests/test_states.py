"""The table of moves of a consultation: each allowed move by name, and every other one refused."""

import pytest

from apps.mbl.choices import CloseReason, State
from apps.mbl.models import Consultation
from apps.mbl.row_rules import WORDS
from apps.mbl.states import BY_KEY, MOVES, allowed, find

# From, how, to and how it closes. Written out beside the table, so that a change of one is seen in the other.
NEGOTIATION = [
    ("planned", "call", "called", ""),
    ("called", "meet", "met", ""),
    ("adjourned", "meet", "met", ""),
    ("called", "adjourn", "adjourned", ""),
    ("adjourned", "adjourn", "adjourned", ""),
    ("met", "adjourn", "adjourned", ""),
    ("called", "absent", "closed", "absent"),
    ("adjourned", "absent", "closed", "absent"),
    ("met", "agree", "closed", "agreed"),
    ("met", "disagree", "disagreed", ""),
    ("disagreed", "request_central", "central_requested", ""),
    ("disagreed", "late_request", "disagreed", ""),
    ("disagreed", "expire", "closed", "period_expired"),
    ("disagreed", "withdraw", "closed", "withdrawn"),
    ("central_requested", "call_central", "central_requested", ""),
    ("central_requested", "meet_central", "central_met", ""),
    ("central_requested", "withdraw", "closed", "withdrawn"),
    ("central_met", "close_central", "closed", "central_done"),
    ("planned", "not_required", "not_required", ""),
    ("called", "not_required", "not_required", ""),
    ("exempt", "reopen", "planned", ""),
]
INFORMATION = [
    ("planned", "inform", "closed", "informed"),
    ("planned", "not_required", "not_required", ""),
    ("called", "not_required", "not_required", ""),
]
ALLOWED = [(False, *row) for row in NEGOTIATION] + [(True, *row) for row in INFORMATION]
REFUSED = [
    (is_information, state.value, move.key)
    for is_information in (False, True)
    for state in State
    for move in MOVES
    if (is_information, state.value, move.key) not in {row[:3] for row in ALLOWED}
]


@pytest.mark.parametrize(("is_information", "state", "key", "target", "reason"), ALLOWED)
def test_an_allowed_move_leads_where_the_table_says(is_information, state, key, target, reason):
    move = find(key, state, is_information)
    assert (move.target, move.reason) == (target, reason)


@pytest.mark.parametrize(("is_information", "state", "key"), REFUSED)
def test_every_other_move_is_refused_with_a_sentence(is_information, state, key):
    with pytest.raises(ValueError, match="MBL") as refusal:
        find(key, state, is_information)
    sentence = str(refusal.value)
    assert BY_KEY[key].button in sentence
    assert State(state).label in sentence
    ways = allowed(state, is_information)
    assert all(f"”{way.button}”" in sentence for way in ways)
    assert sentence.endswith("." if ways else "ändras inte mer.")


def test_the_two_lists_cover_every_move_from_every_state():
    assert len(ALLOWED) + len(REFUSED) == 2 * len(State) * len(MOVES)
    assert {row[2] for row in ALLOWED} == set(BY_KEY)


def test_a_move_nobody_knows_is_refused_with_a_sentence():
    with pytest.raises(ValueError, match="”fly” finns inte"):
        find("fly", "planned")


def test_every_way_to_close_has_a_move_and_only_closing_moves_have_a_reason():
    assert {move.reason for move in MOVES if move.target == State.CLOSED} == set(CloseReason)
    assert all(not move.reason for move in MOVES if move.target != State.CLOSED)


@pytest.mark.parametrize("move", MOVES, ids=lambda move: move.key)
def test_a_move_asks_for_fields_of_the_row_and_requires_only_what_it_asks_for(move):
    fields = {field.name for field in Consultation._meta.concrete_fields}
    assert set(move.required) <= set(move.asks) <= fields
    assert set(move.required) <= set(WORDS)
    assert move.button[0].isupper()
    assert "MBL" in move.paragraph


@pytest.mark.parametrize("state", ["closed", "not_required"])
def test_a_finished_row_goes_nowhere(state):
    assert allowed(state) == allowed(state, is_information=True) == ()
