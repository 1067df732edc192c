"""How a report moves between the supplier and the authority."""

import pytest

from apps.followups.choices import RequestState
from apps.followups.report_states import BY_KEY, MOVES, WRITABLE, allowed, comment_refusal, find, refusal

# Written apart from the table: every way there is.
WAYS = {
    ("asked", "start", "started"),
    ("asked", "submit", "received"),
    ("started", "submit", "received"),
    ("more_asked", "submit", "received"),
    ("rejected", "submit", "received"),
    ("received", "accept", "accepted"),
    ("received", "more", "more_asked"),
    ("received", "reject", "rejected"),
    ("asked", "withdraw", "withdrawn"),
    ("started", "withdraw", "withdrawn"),
    ("more_asked", "withdraw", "withdrawn"),
}


@pytest.mark.parametrize("state", RequestState.values)
@pytest.mark.parametrize("key", BY_KEY)
def test_a_move_is_allowed_exactly_where_the_ways_say(state, key):
    ways = {(source, target) for source, name, target in WAYS if name == key}
    target = dict(ways).get(state)
    if target:
        assert refusal(state, key) == ""
        assert find(key, state).target == target
        assert BY_KEY[key] in allowed(state)
    else:
        assert BY_KEY[key] not in allowed(state)
        with pytest.raises(ValueError, match="går inte här"):
            find(key, state)


def test_the_refusal_names_the_button_the_state_and_the_ways_there_are():
    assert refusal("received", "withdraw") == (
        "”Ta tillbaka begäran” går inte här: rapporten är inkommen. "
        "Härifrån går ”Godta rapporten”, ”Begär komplettering” eller ”Underkänn rapporten”."
    )


def test_from_an_accepted_report_there_is_no_way_but_a_new_request():
    assert refusal("accepted", "submit") == (
        "”Skicka rapporten” går inte här: rapporten är godtagen. Begär en ny rapport i stället."
    )


def test_an_unknown_move_asks_to_load_the_page_again():
    assert refusal("asked", "burn") == "Steget ”burn” finns inte. Ladda om sidan och välj ett steg som visas där."
    with pytest.raises(ValueError, match="burn"):
        find("burn", "asked")


@pytest.mark.parametrize(
    ("key", "comment", "is_refused"),
    [
        ("more", "", True),
        ("more", "  \n", True),
        ("more", "Bifoga schemat.", False),
        ("reject", "", True),
        ("withdraw", "", True),
        ("accept", "", False),
        ("submit", "", False),
        ("start", "", False),
    ],
)
def test_asking_for_more_rejecting_and_taking_back_say_why(key, comment, is_refused):
    assert bool(comment_refusal(key, comment)) == is_refused
    assert not is_refused or comment_refusal(key, comment).startswith(BY_KEY[key].comment)


def test_the_supplier_may_write_exactly_where_it_may_send():
    assert set(WRITABLE) == {source for source, key, _ in WAYS if key == "submit"}


def test_every_state_can_be_reached_and_left_but_the_two_last():
    assert {move.target for move in MOVES} == set(RequestState) - {RequestState.ASKED}
    assert [state for state in RequestState if not allowed(state)] == [RequestState.ACCEPTED, RequestState.WITHDRAWN]


def test_what_is_said_after_a_move_is_a_sentence_of_its_own():
    assert len({move.done for move in MOVES}) == len(MOVES)
    assert all(move.done.endswith(".") for move in MOVES)
