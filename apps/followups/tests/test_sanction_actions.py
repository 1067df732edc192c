"""The steps of the ladder as they are kept: what stops one, the right to reply, the penalty's amount and cap."""

import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from decimal import Decimal
from threading import Barrier

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import timezone

from apps.core.actions import Conflict, version_of
from apps.followups import deviation_actions
from apps.followups.models import Sanction
from apps.followups.reckoning import Basis
from apps.followups.sanction_actions import decide_step, note_reply, take_step, withdraw_step
from apps.followups.tests.deviation_world import DAY, EVERY_CLAUSE, PENALTY, deviation_of, make_painting
from procurement_csr.people import make_requirement

TODAY = timezone.localdate()
TWO_WEEKS = Basis(TODAY - 8 * DAY, TODAY)


@pytest.fixture
def deviation(helsingborg):
    return deviation_of(make_painting(helsingborg, **EVERY_CLAUSE))


@pytest.fixture
def take(olivia, deviation):
    def with_values(step, about=None, **values):
        needs = {"reply_by": TODAY + 14 * DAY} if step in ("warning", "penalty", "block", "termination") else {}
        needs |= {"rectify_by": TODAY + 20 * DAY} if step in ("rectification", "action_plan") else {}
        needs |= {"basis": TWO_WEEKS} if step == "penalty" else {}
        values = {"motive": "Bristen är inte rättad.", "today": TODAY, "token": uuid.uuid4()} | needs | values
        return take_step(by=olivia, deviation=about or deviation, step=step, **values)

    return with_values


def a_chance_was_given(take, deviation):
    """A decided chance to rectify, whose time is over."""
    chance = take("rectification")
    Sanction.objects.filter(pk=chance.pk).update(rectify_by=TODAY - DAY, decided_on=TODAY - 20 * DAY)
    return chance


def sentence(refusal) -> str:
    return " ".join(refusal.value.messages)


def test_fact_20_a_penalty_without_its_clause_is_refused_with_its_ground(take, olivia, helsingborg):
    bare = deviation_of(make_painting(helsingborg))
    with pytest.raises(ValidationError) as refusal:
        take("penalty", about=bare, override_motive="Vi vill ändå.")
    assert "ingen klausul om vite" in sentence(refusal)
    assert "Upphandlingsmyndigheten: sanktioner ska ha stöd i avtalet" in sentence(refusal)
    assert not bare.sanctions.exists()


def test_fact_21_termination_before_a_chance_to_rectify_asks_for_a_motive(take, deviation):
    with pytest.raises(ValidationError) as refusal:
        take("termination")
    assert "tillfälle till rättelse" in sentence(refusal)
    assert list(refusal.value.message_dict) == ["override_motive"]
    taken = take("termination", override_motive="Företaget är i konkurs.")
    assert (taken.state, taken.override_motive) == ("proposed", "Företaget är i konkurs.")
    assert "Företaget är i konkurs." in taken.letter


def test_after_a_chance_to_rectify_no_motive_is_kept(take, deviation):
    a_chance_was_given(take, deviation)
    assert take("termination", override_motive="Behövs inte.").override_motive == ""


@pytest.mark.parametrize("step", ["reminder", "rectification", "action_plan", "none"])
def test_the_lower_steps_are_decided_at_once(take, step, olivia):
    taken = take(step)
    assert (taken.state, taken.decided_on, taken.decided_by) == ("decided", TODAY, olivia)
    assert bool(taken.letter) == (step != "none")


def test_a_lower_step_may_give_the_supplier_its_say_too(take):
    assert take("reminder", reply_by=TODAY + 7 * DAY).state == "proposed"


def test_no_sanction_is_a_decision_with_its_reason(take, deviation):
    taken = take("none", motive="hindret var vårt eget")
    assert (taken.state, taken.motive, taken.amount) == ("decided", "hindret var vårt eget", None)


def test_a_warning_without_time_to_reply_is_refused(take):
    with pytest.raises(ValidationError) as refusal:
        take("warning", reply_by=None)
    assert refusal.value.message_dict == {
        "reply_by": ["Ange sista dag för leverantörens svar: leverantören får yttra sig före skriftlig varning."]
    }


@pytest.mark.parametrize(
    ("step", "values", "field"),
    [
        ("warning", {"reply_by": TODAY - DAY}, "reply_by"),
        ("rectification", {"rectify_by": None}, "rectify_by"),
        ("rectification", {"rectify_by": TODAY - DAY}, "rectify_by"),
        ("rectification", {"rectify_by": TODAY, "reply_by": TODAY + DAY}, "rectify_by"),
        ("reminder", {"motive": ""}, "__all__"),
        ("reminder", {"motive": "Ring 811218-9876"}, "motive"),
    ],
)
def test_what_cannot_be_right_is_refused_at_its_field(take, step, values, field):
    with pytest.raises(ValidationError) as refusal:
        take(step, **values)
    assert list(refusal.value.message_dict) == [field]


def test_one_step_waits_at_a_time(take):
    take("warning")
    for step in ("reminder", "warning", "none"):
        with pytest.raises(ValidationError) as refusal:
            take(step)
        assert sentence(refusal).startswith("Skriftlig varning väntar redan på beslut.")


def test_no_step_is_taken_about_a_closed_deviation(take, olivia, deviation):
    deviation_actions.exempt_deviation(by=olivia, deviation=deviation, exemption_reason="Vårt fel", today=TODAY)
    with pytest.raises(ValidationError) as refusal:
        take("reminder")
    assert sentence(refusal) == "Avvikelsen är undantagen. Öppna den igen om ett steg ska tas."


def test_a_deviation_is_not_closed_while_a_step_waits(take, olivia, deviation):
    take("warning")
    with pytest.raises(ValidationError) as refusal:
        deviation_actions.close_deviation(
            by=olivia, deviation=deviation, state="rectified", outcome="Klart", today=TODAY
        )
    assert sentence(refusal).startswith("Skriftlig varning väntar på beslut.")


def test_a_penalty_is_begun_weeks_times_the_rate(take, deviation):
    a_chance_was_given(take, deviation)
    taken = take("penalty")
    assert (taken.penalty_units, taken.amount) == (2, Decimal(10000))
    assert "2\N{NO-BREAK SPACE}påbörjade veckor × 5\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}kr" in taken.letter


def test_the_cap_is_for_all_penalties_under_the_clause(take, deviation, olivia):
    a_chance_was_given(take, deviation)
    first = take("penalty", basis=Basis(TODAY - 21 * DAY, TODAY))
    assert first.amount == 15000
    other = deviation_of(deviation.contract, what="Ännu en brist.")
    a_chance_was_given(lambda step: take(step, about=other), other)
    second = take("penalty", about=other, basis=Basis(TODAY - 21 * DAY, TODAY))
    assert (second.penalty_units, second.amount) == (3, 5000)
    third = deviation_of(deviation.contract, what="En tredje brist.")
    with pytest.raises(ValidationError) as refusal:
        take("penalty", about=third, override_motive="Upprepad brist.")
    assert "är redan uttaget" in sentence(refusal)
    withdraw_step(by=olivia, sanction=second, reason="Felräknat", today=TODAY)
    assert take("penalty", about=third, override_motive="Upprepad brist.").amount == 5000


@pytest.mark.parametrize(
    ("basis", "words"),
    [
        (Basis(TODAY, TODAY), "Klausulen ger inget vite"),
        (Basis(TODAY - DAY, TODAY + DAY), "Ange en tidigare dag"),
        (Basis(None, TODAY), "Ange från vilken dag"),
    ],
)
def test_a_penalty_for_nothing_or_for_coming_days_is_refused(take, deviation, basis, words):
    a_chance_was_given(take, deviation)
    with pytest.raises(ValidationError) as refusal:
        take("penalty", basis=basis)
    assert words in sentence(refusal)


def test_a_penalty_by_place_counts_what_is_missing_and_never_more_than_was_asked(take, helsingborg):
    contract = make_painting(helsingborg, penalty_amount=Decimal(3000), penalty_unit="place")
    deviation = deviation_of(contract)
    passing = {"about": deviation, "override_motive": "Tiden är slut."}
    with pytest.raises(ValidationError) as refusal:
        take("penalty", basis=Basis(missing=3), **passing)
    assert sentence(refusal) == "Kravet gäller 2, så 3 kan inte saknas. Ange högst 2."
    assert take("penalty", basis=Basis(missing=2), **passing).amount == 6000


def test_a_deviation_from_no_certain_requirement_rests_on_the_only_one(take, helsingborg):
    contract = make_painting(helsingborg, **PENALTY)
    deviation = deviation_of(contract, requirement=None)
    taken = take("penalty", about=deviation, override_motive="Upprepad brist.")
    deviation.refresh_from_db()
    assert (taken.amount, deviation.requirement) == (10000, contract.requirements.get())


def test_of_several_requirements_none_is_guessed(take, helsingborg):
    contract = make_painting(helsingborg, **PENALTY)
    make_requirement(contract, **PENALTY)
    with pytest.raises(ValidationError) as refusal:
        take("penalty", about=deviation_of(contract, requirement=None), override_motive="Upprepad brist.")
    assert "gäller inget visst krav, så ingen klausul om vite kan åberopas" in sentence(refusal)


def test_a_step_is_decided_after_the_reply_or_the_last_day_for_it(take, olivia):
    warning = take("warning")
    decide = {"by": olivia, "sanction": warning, "motive": "Svaret ändrar inget."}
    with pytest.raises(ValidationError) as refusal:
        decide_step(**decide, today=warning.reply_by)
    assert "kan beslutas när leverantören har svarat" in sentence(refusal)
    note_reply(by=olivia, sanction=warning, reply="Vi var försenade.", replied_on=TODAY, today=TODAY)
    decided = decide_step(**decide, today=TODAY)
    assert (decided.state, decided.decided_on, decided.motive) == ("decided", TODAY, "Svaret ändrar inget.")
    assert "Ni yttrade er" in decided.letter
    assert decide_step(**decide, today=TODAY).pk == decided.pk, "a double click decides once"


def test_without_a_reply_the_day_after_is_enough(take, olivia):
    warning = take("warning")
    after = warning.reply_by + DAY
    decided = decide_step(by=olivia, sanction=warning, motive="Inget svar.", today=after)
    assert (decided.decided_on, "men har inte svarat" in decided.letter) == (after, True)


def test_a_step_whose_clause_is_gone_is_not_decided(take, olivia, deviation):
    a_chance_was_given(take, deviation)
    penalty = take("penalty")
    deviation.contract.requirements.update(penalty_amount=None, penalty_unit="", penalty_cap=None)
    with pytest.raises(ValidationError) as refusal:
        decide_step(by=olivia, sanction=penalty, motive="Inget svar.", today=penalty.reply_by + DAY)
    assert "ingen klausul om vite" in sentence(refusal)


@pytest.mark.parametrize("days", [-2, 2])
def test_a_reply_comes_after_it_was_asked_for_and_not_tomorrow(take, olivia, days):
    warning = take("warning")
    with pytest.raises(ValidationError) as refusal:
        note_reply(by=olivia, sanction=warning, reply="Ja", replied_on=TODAY + timedelta(days), today=TODAY)
    assert list(refusal.value.message_dict) == ["replied_on"]


def test_a_step_taken_back_keeps_why_and_gives_room_for_another(take, olivia):
    warning = take("warning")
    withdrawn = withdraw_step(by=olivia, sanction=warning, reason="Fel leverantör", today=TODAY)
    assert (withdrawn.state, f"Återtagen {TODAY}: Fel leverantör" in withdrawn.motive) == ("withdrawn", True)
    with pytest.raises(ValidationError, match="redan återtaget"):
        withdraw_step(by=olivia, sanction=warning, reason="Igen", today=TODAY)
    with pytest.raises(ValidationError, match="är återtaget"):
        decide_step(by=olivia, sanction=warning, motive="Nu", today=TODAY)
    assert take("warning").state == "proposed"


def test_one_who_saw_an_older_step_gets_a_conflict(take, olivia):
    warning = take("warning")
    seen = version_of(warning)
    note_reply(by=olivia, sanction=warning, reply="Vi protesterar.", replied_on=TODAY, today=TODAY)
    with pytest.raises(Conflict):
        decide_step(by=olivia, sanction=warning, motive="Inget svar.", today=TODAY, version=seen)


def test_a_double_click_takes_one_step(take, deviation):
    token = uuid.uuid4()
    assert take("warning", token=token).pk == take("warning", token=token).pk
    assert deviation.sanctions.count() == 1


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_two_who_claim_penalties_at_once_stay_below_the_cap(olivia, carin, helsingborg):
    contract = make_painting(helsingborg, **PENALTY)
    about = [deviation_of(contract), deviation_of(contract, what="En annan brist.")]
    start = Barrier(2)

    def claim(person, deviation):
        start.wait(timeout=10)
        try:
            return take_step(
                by=person,
                deviation=deviation,
                step="penalty",
                motive="Bristen är inte rättad.",
                override_motive="Upprepad brist.",
                reply_by=TODAY + 14 * DAY,
                basis=Basis(TODAY - 21 * DAY, TODAY),
                today=TODAY,
                token=uuid.uuid4(),
            ).amount
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        claimed = [pool.submit(claim, *each) for each in zip((olivia, carin), about, strict=True)]
        assert sorted(each.result(timeout=30) for each in claimed) == [5000, 15000]


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_two_who_take_steps_about_one_deviation_at_once_take_one(olivia, carin, helsingborg):
    deviation, start = deviation_of(make_painting(helsingborg)), Barrier(2)

    def warn(person):
        start.wait(timeout=10)
        values = {"motive": "Brist.", "reply_by": TODAY + DAY, "today": TODAY, "token": uuid.uuid4()}
        try:
            return take_step(by=person, deviation=deviation, step="warning", **values).state
        except ValidationError:
            return "refused"
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(warn, (olivia, carin))) == ["proposed", "refused"]


def test_a_deviation_by_hand_is_one_however_often_it_is_sent(olivia, helsingborg):
    contract = make_painting(helsingborg)
    values = {"cause": "other", "what": "Ingen handledare.", "raised_on": TODAY, "token": uuid.uuid4()}
    first, second = (
        deviation_actions.create_deviation(by=olivia, contract=contract, today=TODAY, **values) for _ in range(2)
    )
    assert (first.pk, contract.deviations.count()) == (second.pk, 1)


def test_a_deviation_of_tomorrow_is_refused(olivia, helsingborg):
    with pytest.raises(ValidationError) as refusal:
        deviation_actions.create_deviation(
            by=olivia,
            contract=make_painting(helsingborg),
            cause="other",
            what="Brist",
            raised_on=date(2030, 1, 1),
            today=TODAY,
            token=uuid.uuid4(),
        )
    assert list(refusal.value.message_dict) == ["raised_on"]


def test_a_closed_deviation_is_changed_only_after_it_is_opened_again(olivia, deviation):
    close = {"by": olivia, "deviation": deviation, "state": "rectified", "outcome": "Två har börjat.", "today": TODAY}
    assert deviation_actions.close_deviation(**close).closed_by == olivia
    assert deviation_actions.close_deviation(**close).state == "rectified", "a double click closes once"
    with pytest.raises(ValidationError, match="Öppna den igen"):
        deviation_actions.update_deviation(by=olivia, deviation=deviation, what="Annat")
    with pytest.raises(ValidationError, match="Öppna den igen"):
        deviation_actions.exempt_deviation(by=olivia, deviation=deviation, exemption_reason="Skäl", today=TODAY)
    opened = deviation_actions.reopen_deviation(by=olivia, deviation=deviation)
    assert (opened.state, opened.closed_on, opened.outcome) == ("open", None, "")
