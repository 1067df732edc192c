"""Consulting and closing: facts 44 and 51, the orders of dates, minutes, new rounds, two at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import connection

from apps.core.actions import Conflict, version_of
from apps.mbl import actions
from apps.mbl.choices import Question, State
from apps.mbl.models import (
    Consultation,
    ConsultationEvent,
    PlanSettings,
    UnionRepresentative,
)
from apps.mbl.states import MOVES, allowed
from apps.mbl.tests.makers import (
    ASSESSED,
    CALLED,
    GIVEN,
    MET,
    TODAY,
    assess,
    make_agreement,
    make_union,
    refusal,
    row_of,
    take,
)
from procurement_csr.people import make_person, make_procurement, make_supplier

Q = Question
DAY = timedelta(days=1)


@pytest.fixture
def cleaning(helsingborg, property_department):
    return make_procurement(helsingborg, "Städning i skolor", department=property_department)


@pytest.fixture
def kommunal(helsingborg):
    return make_union(helsingborg)


@pytest.fixture
def vision(helsingborg):
    return make_union(helsingborg, "Vision")


@pytest.fixture
def assessed(doris, cleaning, kommunal, vision):
    """Own work moves out: 11 § before publication and 38 § before the award, with both unions."""
    return assess(doris, cleaning, Q.Q1, Q.Q2)


@pytest.fixture
def row(assessed):
    return row_of(assessed)


# --- one row ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "state", "reason", "closed_on"),
    [
        (("call", "meet", "agree"), "closed", "agreed", MET),
        (("call", "absent"), "closed", "absent", MET),
        (("call", "meet", "disagree", "expire"), "closed", "period_expired", date(2026, 8, 29)),
        (("call", "meet", "disagree", "withdraw"), "closed", "withdrawn", date(2026, 8, 31)),
        (
            ("call", "meet", "disagree", "request_central", "call_central", "meet_central", "close_central"),
            "closed",
            "central_done",
            date(2026, 9, 11),
        ),
        (("call", "meet", "disagree", "request_central", "withdraw"), "closed", "withdrawn", date(2026, 8, 31)),
        (("call", "not_required"), "not_required", "", None),
        (("not_required",), "not_required", "", None),
    ],
)
def test_a_whole_consultation_comes_to_its_end(doris, row, keys, state, reason, closed_on):
    made = take(doris, row, *keys)
    assert (made.state, made.close_reason, made.closed_on) == (state, reason, closed_on)


def test_a_meeting_may_be_adjourned_and_taken_up_again(doris, row):
    take(doris, row, "call", "meet")
    take(doris, row, "adjourn")
    made = take(doris, row, "meet", met_on=date(2026, 8, 28))
    assert (made.state, made.adjourned_to, made.met_on) == ("met", date(2026, 8, 28), date(2026, 8, 28))


@pytest.mark.parametrize("state", State.values)
def test_no_other_move_is_made_whatever_it_is_given(doris, row, state):
    closing = {"close_reason": "agreed", "closed_on": ASSESSED} if state == "closed" else {}
    Consultation.objects.filter(pk=row.pk).update(state=state, not_required_motive="Avstår", **closing)
    possible = {move.key for move in allowed(state)}
    for move in MOVES:
        if move.key not in possible:
            assert "MBL" in refusal(take, doris, row, move.key)
    row.refresh_from_db()
    assert row.state == state


def test_information_is_not_negotiated(doris, cleaning, kommunal):
    row = row_of(assess(doris, cleaning, Q.Q6))
    assert "information enligt 19 § MBL, som inte förhandlas" in refusal(take, doris, row, "call")


@pytest.mark.parametrize(
    ("before", "key", "wrong", "field", "says"),
    [
        ((), "call", {"called_on": TODAY + DAY, "meeting_on": TODAY + DAY}, "called_on", "har inte varit än"),
        ((), "call", {"meeting_on": CALLED - DAY}, "meeting_on", "ligger före kallelsens dag"),
        ((), "call", {"matter": ""}, "matter", "Ange vad det gäller (11 § MBL)."),
        (("call",), "meet", {"met_on": CALLED - DAY}, "met_on", "ligger före kallelsens dag"),
        (("call",), "meet", {"form": ""}, "form", "Ange mötets form"),
        (("call",), "adjourn", {"adjourned_to": MET}, "adjourned_to", "Ajournera till en dag efter mötet 2026-08-21"),
        (("call",), "absent", {"closed_on": date(2026, 8, 20)}, "closed_on", "Mötet var utsatt till 2026-08-21"),
        (("call",), "not_required", {"not_required_motive": ""}, "not_required_motive", "Ange motivet"),
        (("call", "meet"), "agree", {"closed_on": CALLED}, "closed_on", "ligger före dagen då mötet hölls"),
        (("call", "meet"), "disagree", {"local_closed_on": CALLED}, "local_closed_on", "ligger före"),
        (("call", "meet"), "disagree", {"disagreement": ""}, "disagreement", "Ange punkterna av oenighet"),
        (
            ("call", "meet", "disagree"),
            "request_central",
            {"central_requested_on": CALLED},
            "central_requested_on",
            "ligger före dagen då den lokala förhandlingen avslutades, 2026-08-21",
        ),
        (
            ("call", "meet", "disagree"),
            "late_request",
            {"central_requested_on": date(2026, 8, 28)},
            "central_requested_on",
            "kom i tid, senast 2026-08-28",
        ),
        (("call", "meet", "disagree"), "withdraw", {"withdrawn_on": CALLED}, "withdrawn_on", "ligger före"),
        (("call", "meet", "disagree"), "withdraw", {"withdrawn_by": ""}, "withdrawn_by", "vem som frånträdde"),
        (
            ("call", "meet", "disagree", "request_central"),
            "call_central",
            {"central_meeting_on": date(2026, 8, 27)},
            "central_meeting_on",
            "ligger före dagen då central förhandling begärdes",
        ),
        (
            ("call", "meet", "disagree", "request_central", "meet_central"),
            "close_central",
            {"closed_on": date(2026, 9, 9)},
            "closed_on",
            "ligger före dagen då den centrala förhandlingen hölls",
        ),
    ],
)
def test_a_wrong_day_or_a_missing_fact_is_said_beside_its_field(doris, row, before, key, wrong, field, says):
    take(doris, row, *before)
    sentence = refusal(take, doris, row, key, field=field, **wrong)
    assert says in sentence
    assert "MBL" in sentence


def test_a_refusal_names_the_agreement_the_union_is_met_under(helsingborg, doris, cleaning, kommunal):
    make_agreement(helsingborg)
    row = row_of(assess(doris, cleaning, Q.Q5))
    assert refusal(take, doris, row, "call", matter="") == (
        "Ange vad det gäller (Samverkan Helsingborg i stället för 11 § MBL)."
    )


def test_absence_closes_only_after_a_call_in_time(helsingborg, doris, row):
    take(doris, row, "call", called_on=date(2026, 8, 18))
    sentence = refusal(take, doris, row, "absent", field="closed_on")
    assert "mindre än 5 arbetsdagar före mötet 2026-08-21" in sentence
    assert "Ajournera till 2026-08-25 eller senare." in sentence
    PlanSettings.objects.create(organisation=helsingborg, numbers={"call_ad": 3})
    assert take(doris, row, "absent").close_reason == "absent"


def test_a_request_for_central_negotiation_on_the_last_day_is_in_time(doris, row):
    """Fact 44."""
    made = take(doris, row, "call", "meet", "disagree", "request_central")
    assert (made.state, made.is_central_late) == ("central_requested", False)


def test_a_request_after_the_last_day_is_kept_as_late(doris, row):
    """Fact 44."""
    made = take(doris, row, "call", "meet", "disagree", "request_central", central_requested_on=date(2026, 8, 31))
    assert (made.state, made.is_central_late) == ("disagreed", True)
    assert made.central_requested_on == date(2026, 8, 31)
    made = take(doris, row, "request_central")
    assert (made.state, made.is_central_late) == ("central_requested", False)


def test_the_agreements_period_counts_before_the_organisations(helsingborg, doris, cleaning, kommunal):
    make_agreement(helsingborg, central_request_days=10)
    row = row_of(assess(doris, cleaning, Q.Q5))
    made = take(doris, row, "call", "meet", "disagree", "request_central", central_requested_on=date(2026, 8, 31))
    assert made.state == "central_requested"


def test_nobody_closes_a_disagreement_before_its_period_has_ended(doris, row):
    take(doris, row, "call", "meet", "disagree", today=date(2026, 8, 24))
    sentence = refusal(take, doris, row, "expire", today=date(2026, 8, 28))
    assert "till och med 2026-08-28" in sentence
    assert take(doris, row, "expire", today=date(2026, 8, 29)).close_reason == "period_expired"


def test_the_employer_cannot_withdraw_while_the_union_may_still_ask(doris, row):
    """16 §: only a party that has done its duty may withdraw."""
    take(doris, row, "call", "meet", "disagree")
    early = {"withdrawn_by": "employer", "withdrawn_on": date(2026, 8, 28)}
    assert "inte fullgjort sin skyldighet 2026-08-28" in refusal(take, doris, row, "withdraw", **early)
    assert take(doris, row, "withdraw", withdrawn_on=date(2026, 8, 24)).closed_on == date(2026, 8, 24)


def test_the_employer_cannot_withdraw_before_the_central_meeting(doris, row):
    take(doris, row, "call", "meet", "disagree", "request_central")
    ours = {"withdrawn_by": "employer", "withdrawn_on": date(2026, 9, 9)}
    assert "som inte är bestämd än" in refusal(take, doris, row, "withdraw", **ours)
    take(doris, row, "call_central")
    assert "den 2026-09-10" in refusal(take, doris, row, "withdraw", **ours)
    assert take(doris, row, "withdraw", withdrawn_by="employer", withdrawn_on=date(2026, 9, 10)).state == "closed"


# --- minutes ---------------------------------------------------------------------------------------------------------


def approve(person, row, **values):
    defaults = {"approved_on": date(2026, 8, 25), "today": TODAY, "seen": None}
    return actions.approve_minutes(by=person, consultation=row, **defaults | values)


def test_each_party_approves_the_minutes_once(doris, ulla, row, kommunal):
    UnionRepresentative.objects.create(union=kommunal, role="Ombud", email="ulla@exempel.se", user=ulla)
    take(doris, row, "call", "meet")
    assert "diarienummer" in refusal(approve, doris, row)
    assert approve(doris, row, minutes_reference="FN 2026/12").minutes_approved_employer_on == date(2026, 8, 25)
    made = approve(ulla, row)
    assert (made.minutes_approved_union_on, made.minutes_approved_union_by) == (date(2026, 8, 25), ulla)
    for person, who in ((doris, "arbetsgivaren"), (ulla, "facket")):
        assert f"redan justerat av {who} 2026-08-25 (16 § MBL)" in refusal(approve, person, row)


def test_minutes_are_approved_after_the_meeting_and_not_ahead(doris, row):
    take(doris, row, "call")
    assert "förrän mötet är hållet" in refusal(approve, doris, row, minutes_reference="FN 2026/12")
    take(doris, row, "meet")
    for day, says in ((MET - DAY, "ligger före"), (TODAY + timedelta(days=1), "har inte varit än")):
        wrong = {"minutes_reference": "FN 2026/12", "approved_on": day}
        assert says in refusal(approve, doris, row, field="approved_on", **wrong)


@pytest.mark.parametrize("who", ["olivia", "ulla"])
def test_nobody_else_approves_the_minutes(request, doris, row, who):
    take(doris, row, "call", "meet")
    assert "beställande förvaltningen" in refusal(approve, request.getfixturevalue(who), row)


def test_a_representative_who_has_left_approves_nothing(doris, ulla, nils, row, kommunal):
    UnionRepresentative.objects.create(
        union=kommunal, role="Ombud", email="ulla@exempel.se", user=ulla, is_active=False
    )
    take(doris, row, "call", "meet", minutes_reference="FN 2026/12")
    assert "beställande förvaltningen" in refusal(approve, ulla, row)
    UnionRepresentative.objects.create(union=kommunal, role="Ordförande", email="nils@exempel.se", user=nils)
    assert "beställande förvaltningen" in refusal(approve, nils, row)


# --- rounds ----------------------------------------------------------------------------------------------------------


def again(person, row, **values):
    return actions.new_round(by=person, consultation=row, seen=None, today=TODAY, **values)


def test_an_award_that_differs_gives_every_union_a_new_round(doris, assessed):
    """Fact 51."""
    painters, cleaners = make_supplier("Måleri AB"), make_supplier("Renare AB")
    for union in ("Kommunal", "Vision"):
        take(doris, row_of(assessed, "B", union), "call", "meet", supplier=painters)
        take(doris, row_of(assessed, "B", union), "agree")
    old = row_of(assessed, "B")
    made = again(doris, old, supplier=cleaners, token=uuid4())
    assert (made.union.name, made.round_number, made.state, made.supplier) == ("Kommunal", 2, "planned", cleaners)
    assert row_of(assessed, "B", "Vision").round_number == 2
    assert row_of(assessed, "A").round_number == 1
    assert "senare omgång" in refusal(again, doris, old, supplier=cleaners)


def test_the_same_new_round_sent_twice_is_one(doris, assessed):
    for union in ("Kommunal", "Vision"):
        take(doris, row_of(assessed, "B", union), "call", "absent")
    row, token = row_of(assessed, "B"), uuid4()
    assert again(doris, row, proposal="Eget städ", token=token) == again(doris, row, proposal="Eget städ", token=token)
    assert Consultation.objects.filter(assessment=assessed, stage="B").count() == 4


def test_a_new_round_wants_something_new_and_the_last_one_closed(doris, assessed, olivia):
    row = take(doris, row_of(assessed, "B"), "call", "absent")
    assert "Avsluta först den förra omgången med Vision (38 § MBL)." in refusal(again, doris, row, proposal="Eget städ")
    take(doris, row_of(assessed, "B", "Vision"), "not_required")
    assert "AD 2014 nr 71" in refusal(again, doris, row)
    assert "beställande förvaltningen" in refusal(again, olivia, row, proposal="Eget städ")
    assert again(doris, row, proposal="Eget städ").proposal == "Eget städ"


def test_a_row_that_was_never_held_has_no_round_to_repeat(doris, cleaning, kommunal, assessed):
    row = take(doris, row_of(assessed), "not_required")
    assert "är inte aktuell, så det finns ingen omgång" in refusal(again, doris, row, proposal="Eget städ")
    told = row_of(assess(doris, make_procurement(cleaning.organisation, department=cleaning.department), Q.Q6))
    assert "19 § MBL" in refusal(again, doris, told, proposal="Eget städ")


def test_an_older_round_takes_no_more_moves(doris, cleaning, kommunal, row):
    take(doris, row, "call", "meet", "disagree")
    take(doris, row_of(row.assessment, "A", "Vision"), "not_required")
    again(doris, row, proposal="Eget städ")
    assert "senare omgång" in refusal(take, doris, row, "expire")


# --- several people --------------------------------------------------------------------------------------------------


def test_the_second_of_two_who_saw_the_same_row_is_told(helsingborg, property_department, doris, row):
    dag = make_person("Dag", "department", helsingborg, property_department)
    take(doris, row, "call", "meet")
    row.refresh_from_db()
    seen = version_of(row)
    take(doris, row, "agree", seen=seen)
    with pytest.raises(Conflict):
        take(dag, row, "agree", seen=seen)


@pytest.mark.parametrize("key", ["call", "late_request", "call_central"])
def test_a_double_click_makes_one_move(doris, row, key):
    before = {
        "call": (),
        "late_request": ("call", "meet", "disagree"),
        "call_central": ("call", "meet", "disagree", "request_central"),
    }[key]
    take(doris, row, *before)
    row.refresh_from_db()
    seen, moved = version_of(row), ConsultationEvent.objects.filter(pgh_obj_id=row.pk).count() + 1
    for _ in range(2):
        take(doris, row, key, seen=seen)
    assert ConsultationEvent.objects.filter(pgh_obj_id=row.pk).count() == moved


@pytest.mark.django_db(transaction=True)
def test_two_who_close_the_same_row_at_once_close_it_once(helsingborg, property_department, doris, row):
    dag = make_person("Dag", "department", helsingborg, property_department)
    take(doris, row, "call", "meet")
    row.refresh_from_db()
    seen, together = version_of(row), Barrier(2)

    def press(person, key):
        together.wait(timeout=10)
        try:
            actions.move(by=person, consultation=row, key=key, seen=seen, today=TODAY, **GIVEN[key])
        except Conflict as conflict:
            return f"told: {conflict.current.state}"
        finally:
            connection.close()
        return key

    with ThreadPoolExecutor(2) as pool:
        pressed = [pool.submit(press, *each) for each in ((doris, "agree"), (dag, "disagree"))]
        done = [each.result(timeout=20) for each in pressed]
    row.refresh_from_db()
    winner = next(key for key in ("agree", "disagree") if key in done)
    told = f"told: {'closed' if winner == 'agree' else 'disagreed'}"
    assert sorted(done) == sorted([winner, told])
    assert row.state == told.removeprefix("told: ")
    events = ConsultationEvent.objects.filter(pgh_obj_id=row.pk, pgh_label="update").order_by("-pgh_id")
    assert [event.state for event in events[:2]] == [row.state, "met"]
