"""What the ladder and its letters say when what a deviation came of is no more."""

import uuid
from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from apps.followups.models import Deviation, ReportEvent, Sanction
from apps.followups.raise_actions import raise_deviations
from apps.followups.reckoning import Basis, first_basis
from apps.followups.sanction_actions import decide_step, note_reply, take_step
from apps.followups.tests.deviation_world import DAY, EVERY_CLAUSE, make_painting, penalty_data, step_url, text_of
from apps.placements.models import Placement
from procurement_csr.people import make_report_request

NOW = timezone.now()
TODAY = timezone.localdate(NOW)
DUE, FOUND = TODAY - 20 * DAY, TODAY - 19 * DAY
HAS_CEASED = "Det som avvikelsen kom av har upphört"


@pytest.fixture
def contract(helsingborg):
    return make_painting(helsingborg, **EVERY_CLAUSE)


@pytest.fixture
def report(contract):
    return make_report_request(contract, due_on=DUE)


@pytest.fixture
def deviation(contract, report):
    """A report that was late when the night looked nineteen days ago."""
    raise_deviations(by=None, organisation=contract.organisation, today=FOUND)
    found = Deviation.objects.get(cause="report_late")
    Deviation.objects.filter(pk=found.pk).update(requirement=contract.requirements.get())
    found.refresh_from_db()
    return found


def comes(report, days_ago: int) -> None:
    """The report comes in, late."""
    at = NOW - timedelta(days=days_ago)
    type(report).objects.filter(pk=report.pk).update(state="received", received_at=at, reporter="Petra")
    ReportEvent.objects.create(request=report, state="received", at=at)


def take(olivia, deviation, step="penalty", **values) -> Sanction:
    needs = {"basis": Basis(DUE, TODAY - 6 * DAY), "reply_by": TODAY + 14 * DAY} if step == "penalty" else {}
    values = {"motive": "Rapporten kom inte i tid.", "token": uuid.uuid4(), "today": TODAY} | needs | values
    return take_step(by=olivia, deviation=deviation, step=step, **values)


@pytest.mark.parametrize("step", ["reminder", "warning", "penalty"])
def test_no_step_is_taken_without_a_motive_when_the_report_has_come(olivia, deviation, report, step):
    comes(report, 6)
    with pytest.raises(ValidationError) as error:
        take(olivia, deviation, step, reply_by=TODAY + DAY)
    assert list(error.value.message_dict) == ["override_motive"]
    assert HAS_CEASED in str(error.value)
    taken = take(olivia, deviation, step, reply_by=TODAY + DAY, override_motive="Det är tredje gången.")
    assert taken.override_motive == "Det är tredje gången."
    assert take_step(by=olivia, deviation=taken.deviation, step="none", motive="x", token=taken.token, today=TODAY)


def test_that_no_sanction_is_taken_needs_no_further_motive(olivia, deviation, report):
    comes(report, 6)
    assert take(olivia, deviation, "none").override_motive == ""


def test_while_the_report_is_missing_a_reminder_asks_for_no_motive(olivia, deviation):
    assert take(olivia, deviation, "reminder").state == "decided"


def test_the_page_shows_every_step_as_one_that_takes_a_motive(sign_in, olivia, deviation, report):
    comes(report, 6)
    desk = sign_in(olivia)
    rungs = desk.get(deviation.get_absolute_url()).context["rungs"]
    assert {rung.status_text for rung in rungs[:-1]} == {"kräver skäl"}
    assert rungs[-1].status_text == "möjligt"
    page = desk.get(step_url(deviation, "reminder"))
    assert "Skäl att ta steget fast orsaken har upphört" in text_of(page)
    assert "Skäl att ta steget ändå" in text_of(desk.get(step_url(deviation, "penalty")))


def test_a_report_that_comes_while_a_penalty_is_proposed_asks_for_a_motive_to_decide(
    sign_in, olivia, deviation, report
):
    Deviation.objects.filter(pk=deviation.pk).update(raised_on=FOUND)
    Sanction.objects.create(
        organisation=deviation.organisation,
        deviation=deviation,
        step="rectification",
        state="decided",
        motive="Rätta.",
        decided_on=TODAY - 15 * DAY,
        rectify_by=TODAY - 8 * DAY,
    )
    proposed = take(olivia, deviation)
    assert proposed.override_motive == ""
    assert "Rapporten skulle ha kommit senast" in proposed.letter
    assert "men har inte kommit" in proposed.letter
    comes(report, 6)
    note_reply(by=olivia, sanction=proposed, reply="Nu är den skickad.", replied_on=TODAY, today=TODAY)
    desk, url = sign_in(olivia), f"/avvikelser/sanktioner/{proposed.pk}/beslut/"
    page = desk.get(url)
    assert HAS_CEASED in text_of(page)
    sent = {name: page.context["form"][name].value() or "" for name in ("motive", "version")}
    refused = desk.post(url, sent)
    assert refused.status_code == 422
    assert "Motivera varför steget tas fast orsaken har upphört" in text_of(refused)
    assert desk.post(url, sent | {"override_motive": "Förseningen kostade oss."}).status_code == 302
    proposed.refresh_from_db()
    assert proposed.override_motive == "Förseningen kostade oss."
    assert f"Den kom in sent, den {TODAY - 6 * DAY}." in proposed.letter
    assert "men har inte kommit" not in proposed.letter


def test_the_action_holds_the_rule_when_the_form_did_not_ask(olivia, deviation, report):
    proposed = take(olivia, deviation, override_motive="Företaget svarar inte.")
    Sanction.objects.filter(pk=proposed.pk).update(override_motive="", replied_on=TODAY)
    comes(report, 6)
    with pytest.raises(ValidationError) as error:
        decide_step(by=olivia, sanction=proposed, motive="Ändå.", today=TODAY)
    assert list(error.value.message_dict) == ["override_motive"]


def test_a_penalty_is_reckoned_to_the_day_the_report_came_and_no_further(sign_in, olivia, deviation, report):
    comes(report, 6)
    requirement = deviation.requirement
    assert first_basis(deviation, requirement, today=TODAY) == Basis(DUE, TODAY - 6 * DAY)
    data = penalty_data(from_on=DUE, until_on=TODAY - 5 * DAY, override_motive="Upprepat.")
    refused = sign_in(olivia).post(step_url(deviation, "penalty"), data)
    assert refused.status_code == 422
    assert f"Rapporten kom in {TODAY - 6 * DAY}, så vite kan räknas till och med den dagen." in text_of(refused)
    taken = take(olivia, deviation, override_motive="Upprepat.")
    assert (taken.amount, taken.penalty_units) == (Decimal(10000), 2)


def test_a_day_set_for_a_completion_is_not_the_day_that_was_missed(olivia, deviation, report):
    comes(report, 6)
    type(report).objects.filter(pk=report.pk).update(state="more_asked", due_on=TODAY + DAY)
    deviation.refresh_from_db()
    found = first_basis(Deviation.objects.get(pk=deviation.pk), deviation.requirement, today=TODAY)
    assert found.from_on == FOUND - DAY


def test_a_commitment_that_has_caught_up_is_said_to_have(olivia, contract, helsingborg):
    requirement = contract.requirements.get()
    found = Deviation.objects.create(
        organisation=helsingborg,
        contract=contract,
        requirement=requirement,
        cause="behind_plan",
        raised_key=f"behind:{requirement.pk}@2020-1",
        raised_on=FOUND,
        what="Åtagandet ligger efter plan.",
    )
    assert not Placement.objects.exists()
    letter = take(olivia, found, "reminder", override_motive="För ordningens skull.").letter
    assert "Åtagandet ligger efter plan. Det som avvikelsen kom av har upphört sedan dess." in letter
    assert "Skäl att ta steget ändå: För ordningens skull." in letter
