"""The plan as it stands: facts 52-55 seen from a day, what is done, and what breaks."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apps.accounts.models import Membership
from apps.mbl import schedule
from apps.mbl.choices import Question
from apps.mbl.models import Blackout, CooperationGroup, GroupMeeting, PlanSettings
from apps.mbl.plan_ahead import StageRules, earliest_days
from apps.mbl.plan_steps import PlanFacts, timeplan
from apps.mbl.tests.makers import assess, make_agreement, make_union, row_of, take
from apps.mbl.timeplans import departments_seen, plan_of
from apps.procurements.models import ProcurementParty
from procurement_csr import people

SEPTEMBER, OCTOBER, NOVEMBER = date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 17)
JULY = date(2026, 7, 20)
TEN_YEARS = st.dates(date(2025, 1, 1), date(2034, 12, 31))


def days(plan, *keys):
    return [plan.step(key).on.isoformat() for key in keys]


def test_the_plan_of_the_guide_holds_with_time_to_spare():
    plan = timeplan(PlanFacts(SEPTEMBER, NOVEMBER), JULY)
    assert plan.sentence == "Planen håller: nästa steg är bedömningen senast 29 juli, 7 arbetsdagar kvar."
    found = days(plan, "assessment", "material", "call", "local_meeting", "decision_to_publish")
    assert found == ["2026-07-29", "2026-08-12", "2026-08-14", "2026-08-21", "2026-08-31"]
    assert [(step.key, step.on.isoformat()) for step in plan.central] == [
        ("call", "2026-07-24"),
        ("local_meeting", "2026-07-31"),
    ]
    assert plan.step("result_notice").on == date(2026, 12, 17)


def test_fact_54_too_short_a_plan_names_what_breaks_and_the_earliest_signing():
    plan = timeplan(PlanFacts(SEPTEMBER, OCTOBER), JULY)
    assert (plan.is_feasible, plan.broken.key) == (False, "tender_deadline")
    assert plan.sentence == (
        "Planen går inte ihop: senaste dag för sista anbudsdagen är 13 augusti, den nås först 1 oktober. "
        "Avtalet kan tecknas tidigast 17 november."
    )


def test_a_late_call_breaks_the_plan_and_says_when_publication_is_possible():
    facts = PlanFacts(SEPTEMBER, date(2026, 12, 17), done={"assessment": JULY, "material": date(2026, 8, 12)})
    plan = timeplan(facts, date(2026, 8, 20))
    assert (plan.broken.key, plan.broken.slack, plan.broken.status) == ("call", -4, "4 arbetsdagar för sent")
    # The call of today leads to a meeting on the 27th, a request by 3 September, and a decision on the 4th.
    assert "Annonseringen kan ske tidigast 7 september" in plan.sentence


def test_what_is_done_cannot_break_the_plan():
    facts = PlanFacts(SEPTEMBER, NOVEMBER)
    done = {"assessment": JULY, "material": JULY, "call": JULY, "local_meeting": date(2026, 7, 27)}
    plan = timeplan(facts, date(2026, 8, 20))
    assert not plan.is_feasible
    plan = timeplan(PlanFacts(SEPTEMBER, NOVEMBER, done=done), date(2026, 8, 20))
    assert plan.is_feasible
    assert plan.step("call").status == "klart"
    assert "call" not in plan.open_dates


def test_without_a_signing_day_the_steps_after_publication_are_the_earliest():
    plan = timeplan(PlanFacts(SEPTEMBER, None), JULY)
    step = plan.step("award")
    assert (step.on, step.is_latest, step.kind) == (date(2026, 11, 6), False, "neutral")
    after = timeplan(PlanFacts(SEPTEMBER, None, done={"publish": SEPTEMBER}), date(2026, 9, 2))
    assert after.step("s38_call").on == date(2026, 10, 22)


def test_without_any_planned_day_there_is_nothing_to_count_from():
    plan = timeplan(PlanFacts(None, None), JULY)
    assert (plan.steps, plan.is_feasible) == ((), False)
    assert "planerad annonsering och planerat avtalstecknande saknas" in plan.sentence


def test_a_date_outside_the_calendar_is_a_sentence():
    plan = timeplan(PlanFacts(date(9990, 1, 1), None), JULY)
    assert plan.steps == ()
    assert plan.sentence.startswith("Planen kan inte räknas: Kalendern täcker åren")


def test_a_stage_without_negotiation_has_no_steps_with_the_unions():
    free = StageRules(is_owed=False)
    plan = timeplan(PlanFacts(SEPTEMBER, date(2026, 12, 17), a=free, b=free), JULY)
    assert {"call", "local_meeting", "s38_call", "veto"} & {step.key for step in plan.steps} == set()
    # 15 working days before the award on 4 December.
    assert plan.step("tender_deadline").on == date(2026, 11, 13)


def test_a_day_that_only_passes_is_late_until_what_it_follows_is_done():
    today, keys = date(2027, 1, 7), ("central_request", "s38_central_request", "veto", "standstill_end")
    plan = timeplan(PlanFacts(SEPTEMBER, NOVEMBER), today)
    assert {plan.step(key).kind for key in keys} == {"bad"}
    done = dict.fromkeys(["local_meeting", "s38_meeting", "award"], JULY)
    plan = timeplan(PlanFacts(SEPTEMBER, NOVEMBER, done=done), today)
    assert {plan.step(key).status for key in keys} == {"har passerat"}


def test_a_notice_may_be_sent_on_a_day_off_when_the_decision_is_made_before():
    publish = date(2027, 1, 1)
    assert schedule.stage_a(publish).on("decision_to_publish") == date(2026, 12, 30)
    done = dict.fromkeys(["assessment", "material", "call"], JULY) | {"local_meeting": date(2026, 12, 22)}
    assert timeplan(PlanFacts(publish, date(2027, 6, 1), done=done), date(2026, 12, 23)).is_feasible


@given(TEN_YEARS)
@settings(max_examples=60)
def test_with_nothing_done_the_way_ahead_is_the_schedule_forward(publish):
    early = schedule.stage_a(publish).on("assessment") - timedelta(days=60)
    ahead = earliest_days(today=early, publish=publish, fixed={}, a=StageRules(), b=StageRules())
    forward = schedule.forward(publish)
    keys = ("publish", "tender_deadline", "s38_call", "s38_meeting", "award", "standstill_end", "sign")
    assert {key: ahead[key] for key in keys} == {key: forward.on(key) for key in keys}


@given(TEN_YEARS, st.integers(0, 120))
@settings(max_examples=60)
def test_the_earliest_dates_of_a_broken_plan_make_one_that_holds(publish, late):
    today = publish - timedelta(days=late)
    ahead = earliest_days(today=today, publish=publish, fixed={}, a=StageRules(), b=StageRules())
    mended = timeplan(PlanFacts(ahead["publish"], ahead["sign"]), today)
    done = {"assessment": ahead["assessment"], "material": ahead["material"]}
    assert mended.broken is None or timeplan(PlanFacts(ahead["publish"], ahead["sign"], done=done), today).is_feasible


# --- From the database -----------------------------------------------------------------------------------------------
@pytest.fixture
def cleaning(helsingborg, property_department):
    fields = {"planned_publication_on": SEPTEMBER, "planned_signing_on": date(2026, 12, 17)}
    return people.make_procurement(helsingborg, "Städning", department=property_department, **fields)


def test_the_plan_follows_the_rows_of_the_department(cleaning, doris):
    make_union(cleaning.organisation)
    make_union(cleaning.organisation, "Vision")
    assessment = assess(doris, cleaning, Question.Q5, Question.Q2)
    take(doris, row_of(assessment), "call")
    plan = plan_of(cleaning, cleaning.department, date(2026, 8, 17)).plan
    assert plan.step("assessment").done_on == date(2026, 7, 29)
    assert plan.step("call").done_on is None, "one union of two is called"
    take(doris, row_of(assessment, union="Vision"), "call")
    plan = plan_of(cleaning, cleaning.department, date(2026, 8, 17)).plan
    assert (plan.step("call").done_on, plan.step("material").done_on) == (date(2026, 8, 14), date(2026, 8, 14))
    assert (
        plan.sentence == "Planen håller: nästa steg är den lokala förhandlingen senast 21 augusti, 4 arbetsdagar kvar."
    )


def test_agreement_with_every_union_frees_the_decision_at_once(cleaning, doris):
    make_union(cleaning.organisation)
    assessment = assess(doris, cleaning, Question.Q5)
    take(doris, row_of(assessment), "call", "meet", "agree")
    found = plan_of(cleaning, cleaning.department, date(2026, 8, 24))
    assert found.facts.a.free_on == date(2026, 8, 21)
    assert found.plan.step("central_request").done_on == date(2026, 8, 21)
    assert not found.facts.b.is_owed, "a major change without outsiders needs no 38 § negotiation"
    assert found.plan.is_feasible


def test_disagreement_sets_the_last_day_to_ask_for_central_negotiation(cleaning, doris):
    make_union(cleaning.organisation)
    assessment = assess(doris, cleaning, Question.Q5)
    take(doris, row_of(assessment), "call")
    take(doris, row_of(assessment), "meet", met_on=date(2026, 8, 18))
    take(doris, row_of(assessment), "disagree", local_closed_on=date(2026, 8, 18))
    plan = plan_of(cleaning, cleaning.department, date(2026, 8, 20)).plan
    assert plan.step("central_request").on == date(2026, 8, 25)
    take(doris, row_of(assessment), "request_central", central_requested_on=date(2026, 8, 25))
    found = plan_of(cleaning, cleaning.department, date(2026, 8, 26))
    assert found.facts.a.is_central
    assert found.plan.broken.key == "decision_to_publish", "fifteen working days for a central round do not fit"
    assert found.plan.step("central_round").on == date(2026, 8, 28)


def test_fact_53_the_groups_calendar_moves_the_meeting_earlier(cleaning, doris):
    union = make_union(cleaning.organisation)
    agreement = make_agreement(cleaning.organisation)
    group = CooperationGroup.objects.create(agreement=agreement, name="FSG", department=cleaning.department)
    for day in (10, 24):
        GroupMeeting.objects.create(group=group, held_on=date(2026, 8, day))
    plan = plan_of(cleaning, cleaning.department, JULY).plan
    assert plan.step("local_meeting").on == date(2026, 8, 10)
    assert plan.central == (), "no meeting is early enough for a central round"
    late = plan_of(cleaning, cleaning.department, date(2026, 8, 25)).plan
    assert late.sentence.startswith("Planen går inte ihop: Det finns ingen mötesdag efter"), "the calendar has ended"
    assert late.step("local_meeting").on == date(2026, 8, 10)
    GroupMeeting.objects.create(group=group, held_on=date(2026, 8, 7))
    Blackout.objects.create(
        organisation=cleaning.organisation, union=union, first_on=date(2026, 8, 10), last_on=date(2026, 8, 10)
    )
    plan = plan_of(cleaning, cleaning.department, JULY).plan
    assert plan.step("local_meeting").on == date(2026, 8, 7)


@pytest.mark.parametrize("assessed", [False, True])
def test_a_decision_made_is_not_held_up_by_a_calendar_without_days_left(cleaning, doris, assessed):
    """The only meeting of the group comes after the decision."""
    make_union(cleaning.organisation)
    group = CooperationGroup.objects.create(
        agreement=make_agreement(cleaning.organisation), name="FSG", department=cleaning.department
    )
    GroupMeeting.objects.create(group=group, held_on=date(2026, 9, 24))
    if assessed:
        assess(doris, cleaning, Question.Q5, Question.Q2, today=JULY)
    today = date(2026, 9, 28)
    assert "ingen mötesdag före beslutet att annonsera" in plan_of(cleaning, cleaning.department, today).plan.sentence
    cleaning.decision_to_publish_on, cleaning.sent_for_publication_on = date(2026, 8, 31), SEPTEMBER
    cleaning.save()
    plan = plan_of(cleaning, cleaning.department, today).plan
    assert plan.is_feasible
    assert plan.step("publish").done_on == SEPTEMBER
    # Rows that exceptional reasons passed are still to be negotiated; those that nobody asked for are not.
    assert (plan.step("local_meeting") is not None) == assessed
    assert plan.sentence.startswith("Planen håller, men ett steg är sent: ")


def test_the_minutes_follow_the_meeting_that_was_held(cleaning, doris):
    make_union(cleaning.organisation)
    take(doris, row_of(assess(doris, cleaning, Question.Q5)), "call", "meet", met_on=date(2026, 8, 18))
    assert plan_of(cleaning, cleaning.department, date(2026, 8, 20)).plan.step("minutes").on == date(2026, 8, 25)


def test_the_organisations_own_numbers_count(cleaning):
    PlanSettings.objects.create(organisation=cleaning.organisation, numbers={"call_ad": 10})
    plan = plan_of(cleaning, cleaning.department, JULY).plan
    assert (plan.step("call").on, plan.step("call").rule) == (date(2026, 8, 7), "10 arbetsdagar före mötet")


def test_the_procurements_own_dates_stand(cleaning):
    stockholm = ZoneInfo("Europe/Stockholm")
    cleaning.sent_for_publication_on = date(2026, 8, 31)
    cleaning.decision_to_publish_on = date(2026, 8, 28)
    cleaning.tender_deadline_at = datetime(2026, 10, 9, 23, 59, tzinfo=stockholm)
    cleaning.award_decided_on = cleaning.award_notice_sent_on = date(2026, 11, 20)
    cleaning.notice_mode = "other"
    cleaning.save()
    contract = people.make_contract(cleaning, signed_on=date(2026, 12, 10), result_notice_sent_on=date(2026, 12, 15))
    found = plan_of(cleaning, cleaning.department, date(2026, 12, 16))
    plan = found.plan
    assert (plan.step("publish").done_on, plan.step("tender_deadline").on) == (date(2026, 8, 31), date(2026, 10, 9))
    assert found.facts.tender_days == 39
    # Fifteen days, since the notice did not go out electronically, and the last one is a Saturday.
    assert plan.step("standstill_end").on == date(2026, 12, 7)
    assert (plan.step("sign").done_on, plan.step("result_notice").done_on) == (
        contract.signed_on,
        contract.result_notice_sent_on,
    )
    assert plan.step("documentation").done_on is None


def test_other_dates_move_what_is_open_and_leave_what_is_done(cleaning, doris):
    make_union(cleaning.organisation)
    take(doris, row_of(assess(doris, cleaning, Question.Q5)), "call")
    found = plan_of(cleaning, cleaning.department, date(2026, 8, 17))
    tried = found.what_if(date(2026, 8, 17), date(2026, 9, 15), date(2026, 12, 17), None)
    assert tried.step("local_meeting").on == date(2026, 9, 4)
    assert tried.step("call").done_on == found.plan.step("call").done_on
    assert found.plan.step("local_meeting").on == date(2026, 8, 21)


def test_fact_41_each_authority_has_its_own_plan(cleaning, haninge, olivia, fia, doris):
    theirs = people.make_department(haninge, "Teknik")
    ProcurementParty.objects.create(procurement=cleaning, organisation=haninge, department=theirs)
    make_union(cleaning.organisation)
    make_union(haninge)
    take(doris, row_of(assess(doris, cleaning, Question.Q5)), "call")
    today = date(2026, 8, 17)
    assert plan_of(cleaning, cleaning.department, today).plan.step("call").done_on
    assert plan_of(cleaning, theirs, today).plan.step("call").done_on is None
    assert departments_seen(olivia, cleaning)[0] == [cleaning.department]
    assert departments_seen(fia, cleaning)[0] == [theirs]
    Membership.objects.create(user=fia, organisation=cleaning.organisation, role="officer")
    del fia._grants
    assert departments_seen(fia, cleaning)[0] == [cleaning.department, theirs]


def test_a_plan_costs_as_many_queries_with_many_unions_as_with_few(cleaning, doris, django_assert_max_num_queries):
    for number in range(12):
        make_union(cleaning.organisation, f"Fack {number}")
    assess(doris, cleaning, Question.Q5, Question.Q2)
    with django_assert_max_num_queries(20):
        plan_of(cleaning, cleaning.department, JULY)
