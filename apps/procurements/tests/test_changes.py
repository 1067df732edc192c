"""What changed between two versions of a guideline."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.procurements.changes import Change, ClauseText, FigureChange, Piece, Version, changes, word_changes
from apps.procurements.priority_rules import Limits, Weights

JOBS = ClauseText("Anställningar", "numeric", "employment", "Minst {antal} {enhet} ska ordnas.", has_rectification=True)
TALK = ClauseText("Dialog", "dialog", "mixed", "Leverantören ska samverka.")
FIRST = Version(Weights(), Limits(), (TALK, JOBS))
TEXTS = st.text(st.sampled_from("ab å.\n"), max_size=40)


def joined(pieces, *kinds):
    return "".join(piece.text for piece in pieces if piece.kind in kinds)


def test_two_equal_versions_have_no_changes():
    found = changes(FIRST, FIRST)
    assert not found
    assert (found.weights, found.limits, found.clauses) == ((), (), ())


def test_a_weight_and_a_limit_stand_before_and_after():
    second = replace(FIRST, weights=replace(Weights(), candidates=30), limits=replace(Limits(), dialog_from=50))
    found = changes(FIRST, second)
    assert found
    assert found.weights == (FigureChange("candidates", "kandidater", 15, 30),)
    assert found.limits == (FigureChange("dialog_from", "dialogkrav från poäng", 45, 50),)


@pytest.mark.parametrize("part", ["weights", "limits", "clauses"])
def test_each_part_alone_is_a_change(part):
    other = {
        "weights": replace(Weights(), value=1),
        "limits": replace(Limits(), large_value=1),
        "clauses": (TALK,),
    }
    found = changes(FIRST, replace(FIRST, **{part: other[part]}))
    assert found
    assert [name for name in other if getattr(found, name)] == [part]


def test_clauses_are_added_and_removed_with_their_text():
    praktik = ClauseText("Praktik", "numeric", "internship", "Minst {antal} platser.")
    found = changes(FIRST, replace(FIRST, clauses=(TALK, praktik))).clauses
    assert [(each.kind, each.title) for each in found] == [
        (Change.ADDED, "Praktik"),
        (Change.REMOVED, "Anställningar"),
    ]
    assert found[0].pieces == (Piece(Change.ADDED, "Minst {antal} platser."),)
    assert found[1].pieces == (Piece(Change.REMOVED, "Minst {antal} {enhet} ska ordnas."),)


def test_a_changed_text_is_shown_word_by_word():
    changed = replace(JOBS, text="Minst {antal} {enhet} ska erbjudas och ordnas.")
    (found,) = changes(FIRST, replace(FIRST, clauses=(TALK, changed))).clauses
    assert (found.kind, found.title, found.before_title, found.facts) == (Change.CHANGED, "Anställningar", "", ())
    assert found.pieces == (
        Piece(Change.SAME, "Minst {antal} {enhet} ska "),
        Piece(Change.ADDED, "erbjudas och "),
        Piece(Change.SAME, "ordnas."),
    )


def test_what_changes_beside_the_text_is_told_in_sentences():
    changed = replace(JOBS, model="combined", kind="mixed", has_rectification=False, has_penalty=True, is_draft=False)
    (found,) = changes(FIRST, replace(FIRST, clauses=(TALK, changed))).clauses
    assert found.facts == (
        "Kravmodellen var antal och är antal och dialog.",
        "Insatsen var anställning och är praktik, lärling eller anställning.",
        "Klausulen ger inte längre tid för rättelse.",
        "Klausulen ger nu vite.",
        "Klausulen är inte längre ett utkast.",
    )
    assert found.pieces == ()


def test_a_reviewed_clause_that_is_a_draft_again_says_so():
    reviewed = replace(FIRST, clauses=(replace(TALK, is_draft=False),))
    (found,) = changes(reviewed, replace(FIRST, clauses=(TALK,))).clauses
    assert found.facts == ("Klausulen är åter ett utkast.",)


def test_a_clause_that_only_got_a_new_title_is_not_removed_and_added():
    (found,) = changes(FIRST, replace(FIRST, clauses=(TALK, replace(JOBS, title="Jobb")))).clauses
    assert (found.kind, found.title, found.before_title) == (Change.CHANGED, "Jobb", "Anställningar")
    assert found.facts == ("Benämningen var ”Anställningar”.",)


def test_a_copy_of_a_clause_that_is_still_there_is_an_added_clause():
    (found,) = changes(FIRST, replace(FIRST, clauses=(replace(JOBS, title="Kopia"), TALK, JOBS))).clauses
    assert (found.kind, found.title) == (Change.ADDED, "Kopia")


def test_a_clause_without_a_kind_can_get_one():
    bare = replace(TALK, kind="")
    (found,) = changes(replace(FIRST, clauses=(bare,)), replace(FIRST, clauses=(TALK,))).clauses
    assert found.facts == ("Insatsen var inte angiven och är praktik, lärling eller anställning.",)


def test_moving_clauses_about_changes_nothing():
    assert not changes(FIRST, replace(FIRST, clauses=(JOBS, TALK)))


@given(before=TEXTS, after=TEXTS)
def test_the_pieces_hold_both_texts_whole(before, after):
    pieces = word_changes(before, after)
    assert joined(pieces, Change.SAME, Change.REMOVED) == before
    assert joined(pieces, Change.SAME, Change.ADDED) == after
    assert all(piece.text for piece in pieces)
    if before == after:
        assert {piece.kind for piece in pieces} <= {Change.SAME}


VERSIONS = st.builds(
    Version,
    weights=st.builds(Weights, value=st.integers(1, 3)),
    limits=st.builds(Limits, months_over=st.integers(3, 5)),
    clauses=st.lists(
        st.builds(ClauseText, st.sampled_from("ABC"), st.just("dialog"), st.just("mixed"), st.sampled_from(["x", "y"])),
        unique_by=lambda clause: clause.title,
    ).map(tuple),
)


@given(before=VERSIONS, after=VERSIONS)
def test_whatever_is_added_one_way_is_removed_the_other(before, after):
    there, back = changes(before, after), changes(after, before)
    assert bool(there) == bool(back)
    opposite = {Change.ADDED: Change.REMOVED, Change.REMOVED: Change.ADDED, Change.CHANGED: Change.CHANGED}
    assert sorted(opposite[each.kind] for each in there.clauses) == sorted(each.kind for each in back.clauses)
    assert len(there.weights) == len(back.weights)
