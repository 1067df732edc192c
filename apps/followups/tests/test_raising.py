"""Deviations that raise themselves, once each."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.followups.choices import (
    CommitmentState,
    DeviationState,
    MeetingState,
    PointKind,
    PointState,
    RequestState,
)
from apps.followups.raising import Commitment, Facts, Meeting, Point, Raised, Report, gone, wanted
from apps.placements.fulfilment import FirstStartState

TODAY = date(2026, 7, 20)
YESTERDAY = TODAY - timedelta(days=1)
PRACTICE = "2 praktikplatser"


def keys(raised=(), today=TODAY, **facts):
    return [each.raised_key for each in wanted(Facts(**facts), raised, today=today)]


@pytest.mark.parametrize(
    ("state", "due_on", "expected"),
    [
        ("asked", YESTERDAY, ["report:12"]),
        ("started", YESTERDAY, ["report:12"]),
        ("asked", TODAY, []),
        ("more_asked", YESTERDAY, ["report:12:more@2026-07-19"]),
        ("more_asked", TODAY, []),
        ("more_asked", None, []),
        ("received", YESTERDAY, []),
        ("rejected", YESTERDAY, ["report:12:rejected@2026-07-19"]),
        ("rejected", TODAY, []),
        ("rejected", None, []),
        ("accepted", YESTERDAY, []),
        ("withdrawn", YESTERDAY, []),
    ],
)
def test_a_report_is_late_the_day_after_its_last_day_and_only_while_it_is_missing(state, due_on, expected):
    assert keys(reports=(Report(12, 3, state, due_on),)) == expected


def test_a_late_report_says_which_request_contract_and_day():
    (found,) = wanted(Facts(reports=(Report(12, 3, "asked", YESTERDAY, point=8),)), today=TODAY)
    assert (found.contract, found.request, found.point, found.meeting, found.requirement) == (3, 12, 8, None, None)
    assert (found.cause, found.due_on) == ("report_late", date(2026, 8, 3))
    assert found.what == "Rapporten skulle ha kommit senast 2026-07-19 men har inte kommit."
    (more,) = wanted(Facts(reports=(Report(12, 3, "more_asked", YESTERDAY, point=8),)), today=TODAY)
    assert (more.request, more.point, more.cause) == (12, 8, "report_late")
    assert more.what == "Rapporten skulle ha kompletterats senast 2026-07-19 men är inte kompletterad."
    (anew,) = wanted(Facts(reports=(Report(12, 3, "rejected", YESTERDAY, point=8),)), today=TODAY)
    assert (anew.request, anew.point, anew.cause) == (12, 8, "report_late")
    assert anew.what == "Rapporten underkändes, och en ny skulle ha kommit senast 2026-07-19 men har inte kommit."


@pytest.mark.parametrize("state", ["more_asked", "rejected"])
def test_a_report_sent_back_again_is_late_after_each_day_but_never_twice_at_once(state):
    def report(due_on):
        return (Report(12, 3, state, due_on),)

    (first,) = keys(reports=report(YESTERDAY - timedelta(days=60)))
    assert keys(reports=report(YESTERDAY), raised=[Raised(first, DeviationState.OPEN)]) == []
    (again,) = keys(reports=report(YESTERDAY), raised=[Raised(first, DeviationState.CLOSED)])
    assert again != first


@pytest.mark.parametrize(
    ("state", "today", "expected"),
    [
        ("behind", date(2026, 6, 30), ["behind:5@2026-1"]),
        ("behind", date(2026, 7, 1), ["behind:5@2026-2"]),
        ("behind", date(2027, 1, 1), ["behind:5@2027-1"]),
        ("ended", TODAY, ["behind:5@end"]),
        ("not_begun", TODAY, []),
        ("on_track", TODAY, []),
        ("fulfilled", TODAY, []),
    ],
)
def test_a_commitment_raises_when_it_is_behind_or_ended_unfulfilled(state, today, expected):
    assert keys(today=today, commitments=(Commitment(5, 3, PRACTICE, state),)) == expected


@pytest.mark.parametrize(
    ("before", "state", "is_raised"),
    [
        ([], "behind", True),
        ([("behind:5@2026-1", "open")], "behind", False),
        ([("behind:5@2026-1", "exempted")], "behind", False),
        ([("behind:5@2026-1", "rectified")], "behind", True),
        ([("behind:5@2026-1", "closed")], "behind", True),
        ([("behind:5@2026-2", "closed")], "behind", False),
        ([("behind:5@2026-2", "rectified")], "behind", False),
        ([("behind:50@2026-1", "open")], "behind", True),
        ([("behind:5@2026-1", "open")], "ended", False),
        ([("behind:5@2026-1", "exempted")], "ended", True),
        ([("behind:5@2026-1", "closed")], "ended", True),
        ([("behind:5@end", "closed")], "ended", False),
        ([("behind:5@end", "exempted")], "ended", False),
    ],
)
def test_a_commitment_still_behind_is_raised_anew_each_half_year_but_not_beside_what_is_open(before, state, is_raised):
    raised = [Raised(key, each) for key, each in before]
    assert bool(keys(raised, commitments=(Commitment(5, 3, PRACTICE, state),))) == is_raised


def test_a_commitment_behind_says_its_words_and_one_that_ended_that_the_time_is_over():
    (behind,) = wanted(Facts(commitments=(Commitment(5, 3, PRACTICE, "behind"),)), today=TODAY)
    assert (behind.contract, behind.requirement, behind.cause) == (3, 5, "behind_plan")
    assert behind.what == "Åtagandet 2 praktikplatser ligger efter plan."
    (ended,) = wanted(Facts(commitments=(Commitment(5, 3, PRACTICE, "ended"),)), today=TODAY)
    assert (ended.contract, ended.requirement, ended.cause) == (3, 5, "behind_plan")
    assert ended.what == "Tiden för åtagandet 2 praktikplatser är slut, och det är inte uppfyllt."


@pytest.mark.parametrize("state", FirstStartState.values)
def test_a_first_start_raises_only_when_its_day_has_passed_and_nothing_has_begun(state):
    commitment = Commitment(5, 3, PRACTICE, "not_begun", date(2026, 7, 15), state)
    found = wanted(Facts(commitments=(commitment,)), today=TODAY)
    assert [each.raised_key for each in found] == (["first_start:5"] if state == "missed" else [])
    for each in found:
        assert (each.contract, each.requirement, each.cause) == (3, 5, "first_start_missed")
        assert "2 praktikplatser skulle ha börjat eller erbjudits senast 2026-07-15." in each.what


@pytest.mark.parametrize(
    ("meeting", "expected"),
    [
        (Meeting(4, 3, "planned", date(2026, 7, 12)), ["meeting:4"]),
        (Meeting(4, 3, "planned", date(2026, 7, 13)), []),
        (Meeting(4, 3, "planned", date(2026, 7, 12), point=9), ["point:9"]),
        (Meeting(4, None, "planned", date(2026, 7, 12)), []),
        (Meeting(4, 3, "held", date(2026, 7, 12)), []),
        (Meeting(4, 3, "closed", date(2026, 7, 12)), []),
        (Meeting(4, 3, "cancelled", date(2026, 7, 12)), []),
    ],
)
def test_a_meeting_is_missed_when_a_week_has_passed_without_a_note_that_it_was_held(meeting, expected):
    found = wanted(Facts(meetings=(meeting,)), today=TODAY)
    assert [each.raised_key for each in found] == expected
    for each in found:
        assert (each.contract, each.meeting, each.point, each.cause) == (3, 4, meeting.point, "meeting_missed")
        assert each.what == "Mötet skulle ha hållits 2026-07-12 men är inte antecknat som hållet."


@pytest.mark.parametrize(
    ("kind", "state", "due_on", "expected"),
    [
        ("kickoff", "planned", date(2026, 7, 12), ["point:9"]),
        ("dialogue", "planned", date(2026, 7, 12), ["point:9"]),
        ("dialogue", "planned", date(2026, 7, 13), []),
        ("dialogue", "done", date(2026, 7, 12), []),
        ("dialogue", "cancelled", date(2026, 7, 12), []),
        ("report", "planned", date(2026, 7, 12), []),
        ("evaluation", "planned", date(2026, 7, 12), []),
    ],
)
def test_a_meeting_of_the_plan_that_nobody_booked_is_missed_too(kind, state, due_on, expected):
    found = wanted(Facts(points=(Point(9, 3, kind, state, due_on),)), today=TODAY)
    assert [each.raised_key for each in found] == expected
    for each in found:
        assert (each.contract, each.point, each.meeting, each.cause) == (3, 9, None, "meeting_missed")
        assert each.what.endswith("skulle ha hållits senast 2026-07-12 men är inte bokat.")
        assert each.what[0].isupper()


@pytest.mark.parametrize(
    ("state", "planned_on", "expected"),
    [
        ("planned", date(2026, 9, 1), []),
        ("planned", date(2026, 7, 1), ["point:9"]),
        ("cancelled", date(2026, 7, 1), ["point:9"]),
        ("held", date(2026, 7, 1), []),
    ],
)
def test_a_point_with_a_meeting_is_told_of_once_and_again_when_the_meeting_is_cancelled(state, planned_on, expected):
    point = Point(9, 3, "dialogue", "planned", date(2026, 7, 1))
    meeting = Meeting(4, 3, state, planned_on, point=9)
    assert keys(meetings=(meeting,), points=(point,)) == expected
    assert keys([Raised("point:9", "closed")], meetings=(meeting,), points=(point,)) == []


def test_what_is_no_longer_so_can_be_closed_and_what_still_is_cannot():
    late, come = Report(12, 3, "asked", YESTERDAY), Report(13, 3, "received", YESTERDAY)
    facts = Facts(reports=(late, come), commitments=(Commitment(5, 3, PRACTICE, "ended"),))
    raised = [
        Raised("report:12", "open"),
        Raised("report:13", "open"),
        Raised("behind:5@2026-1", "open"),
        Raised("first_start:5", "open"),
        Raised("meeting:4", "closed"),
    ]
    assert gone(facts, raised, today=TODAY) == ("report:13", "first_start:5")


DAYS = st.dates(date(2026, 6, 25), date(2026, 7, 31))
NUMBERS = st.integers(1, 4)
FACTS = st.builds(
    Facts,
    st.lists(
        st.builds(Report, NUMBERS, NUMBERS, st.sampled_from(RequestState.values), DAYS), unique_by=lambda r: r.pk
    ).map(tuple),
    st.lists(
        st.builds(
            Commitment,
            NUMBERS,
            NUMBERS,
            st.just(PRACTICE),
            st.sampled_from(CommitmentState.values),
            DAYS,
            st.sampled_from(["", *FirstStartState.values]),
        ),
        unique_by=lambda c: c.requirement,
    ).map(tuple),
    st.lists(
        st.builds(
            Meeting, NUMBERS, st.none() | NUMBERS, st.sampled_from(MeetingState.values), DAYS, st.none() | NUMBERS
        ),
        unique_by=(lambda m: m.pk, lambda m: m.point or -m.pk),
    ).map(tuple),
    st.lists(
        st.builds(Point, NUMBERS, NUMBERS, st.sampled_from(PointKind.values), st.sampled_from(PointState.values), DAYS),
        unique_by=lambda p: p.pk,
    ).map(tuple),
)


@given(FACTS, DAYS)
def test_looked_at_twice_the_same_facts_raise_nothing_more_and_no_key_comes_twice(facts, today):
    found = wanted(facts, today=today)
    assert len({each.raised_key for each in found}) == len(found)
    raised = [Raised(each.raised_key, DeviationState.OPEN) for each in found]
    assert wanted(facts, raised, today=today) == ()
    assert gone(facts, raised, today=today) == ()


@given(FACTS, DAYS, st.sampled_from(DeviationState.values))
def test_whatever_became_of_a_deviation_its_own_key_is_never_raised_again(facts, today, state):
    found = wanted(facts, today=today)
    raised = [Raised(each.raised_key, state) for each in found]
    again = wanted(facts, raised, today=today + timedelta(days=40))
    assert not {each.raised_key for each in again} & {each.raised_key for each in found}
