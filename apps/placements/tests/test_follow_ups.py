"""Follow-ups: planned at the end, moved with it, stopped by its correction and by the resident, answered once."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from apps.core.actions import Conflict, version_of
from apps.placements.actions import correct_placement, end_placement
from apps.placements.choices import Situation
from apps.placements.follow_up_actions import answer_follow_up
from apps.placements.models import Consent, FollowUp, MatchingSettings
from apps.placements.move_actions import move_placement
from procurement_csr.people import make_person, make_placement

LAST_DAY = date(2026, 8, 31)


@pytest.fixture
def placement(contract, malte):
    return make_placement(contract, number=7, started_on=date(2026, 5, 4), created_by=malte)


@pytest.fixture
def end(placement, malte, today):
    def on(day=LAST_DAY):
        return end_placement(by=malte, placement=placement, ended_on=day, end_reason="completed", today=today)

    return on


@pytest.fixture
def follow_up(placement, today):
    ended = {"state": "ended", "ended_on": date(2026, 6, 30), "end_reason": "completed"}
    for name, value in ended.items():
        setattr(placement, name, value)
    placement.save()
    return FollowUp.objects.create(placement=placement, months=3, due_on=today - timedelta(2))


def open_days(placement) -> list:
    return list(FollowUp.objects.open().filter(placement=placement).values_list("months", "due_on"))


def withdraw(placement, malte):
    Consent.objects.create(
        participant=placement.participant,
        purpose="follow_up",
        given_on=date(2026, 5, 4),
        recorded_by=malte,
        withdrawn_on=date(2026, 6, 1),
        withdrawn_by=malte,
    )


def test_an_end_plans_follow_ups_in_calendar_months(placement, end):
    end()
    assert open_days(placement) == [(3, date(2026, 11, 30)), (6, date(2027, 2, 28)), (12, date(2027, 8, 31))]


def test_the_organisation_decides_the_months(placement, end, helsingborg):
    MatchingSettings.objects.create(organisation=helsingborg, follow_up_months=[3, 9])
    end()
    assert [months for months, _ in open_days(placement)] == [3, 9]


def test_a_corrected_end_moves_those_that_wait_and_leaves_the_answered_one(placement, end, malte, today):
    end()
    first = placement.follow_ups.get(months=3)
    answer_follow_up(by=malte, follow_up=first, situation="studying", today=today)
    end(date(2026, 9, 15))
    assert open_days(placement) == [(6, date(2027, 3, 15)), (12, date(2027, 9, 15))]
    first.refresh_from_db()
    assert (first.due_on, first.situation) == (date(2026, 11, 30), "studying")


def test_a_placement_that_goes_on_after_all_asks_nothing_until_it_ends_again(placement, end, malte, today):
    end()
    moved = {"key": "correct_end", "reason": "slip", "planned_end_on": None, "today": today}
    move_placement(by=malte, placement=placement, **moved)
    assert open_days(placement) == []
    end(date(2026, 9, 30))
    assert open_days(placement)[0] == (3, date(2026, 12, 30))
    assert placement.follow_ups.count() == 3


def test_the_correction_form_without_an_end_stops_them_too(placement, end, contract, painters, malte, today):
    end()
    values = {"contract": contract, "supplier": painters, "kind": "internship", "extent_percent": 100}
    practice = {"referring_body": "municipality", "supervisor_role": "arbetsledare", "started_on": date(2026, 5, 4)}
    correct_placement(by=malte, placement=placement, **values, **practice, today=today)
    assert open_days(placement) == []


def test_nobody_is_asked_who_has_withdrawn_the_consent(placement, end, malte):
    withdraw(placement, malte)
    end()
    assert not placement.follow_ups.exists()


def test_the_follow_ups_of_an_undone_placement_are_not_open(placement, end, malte, today):
    end()
    placement.refresh_from_db()
    placement.undone_at, placement.undone_by = placement.created_at, malte
    placement.save()
    assert open_days(placement) == []


def test_an_answer_is_saved_and_corrected_and_the_history_keeps_both(follow_up, malte, today):
    answer_follow_up(by=malte, follow_up=follow_up, situation="unknown", today=today - timedelta(1))
    answered = answer_follow_up(by=malte, follow_up=follow_up, situation="employed_subsidised", today=today)
    assert (answered.situation, answered.answered_on) == ("employed_subsidised", today - timedelta(1))
    kept = follow_up.events.order_by("pgh_id").values_list("situation", flat=True)
    assert list(kept) == ["", "unknown", "employed_subsidised"]


def test_an_answer_from_an_old_page_is_a_conflict(follow_up, malte, today):
    seen = version_of(follow_up)
    answer_follow_up(by=malte, follow_up=follow_up, situation="studying", today=today)
    with pytest.raises(Conflict):
        answer_follow_up(by=malte, follow_up=follow_up, situation="unknown", today=today, version=seen)
    again = answer_follow_up(by=malte, follow_up=follow_up, situation="studying", today=today, version=seen)
    assert again.situation == "studying"


def test_a_stopped_follow_up_takes_no_answer_and_says_why(sign_in, follow_up, malte, today):
    FollowUp.objects.update(stopped_on=today)
    with pytest.raises(ValidationError, match="samtycket är återkallat"):
        answer_follow_up(by=malte, follow_up=follow_up, situation="studying", today=today)
    page = sign_in(malte).get(reverse("follow_up_answer", args=[follow_up.pk]))
    assert page.status_code == 409
    assert "Ingen ska frågas" in page.content.decode()
    assert 'type="radio"' not in page.content.decode()


def test_a_situation_that_does_not_exist_is_refused(follow_up, malte, today):
    with pytest.raises(ValidationError) as refused:
        answer_follow_up(by=malte, follow_up=follow_up, situation="rich", today=today)
    assert "situation" in refused.value.message_dict


def test_the_page_asks_one_question_with_every_situation(sign_in, follow_up, malte):
    url = reverse("follow_up_answer", args=[follow_up.pk])
    client = sign_in(malte)
    text = client.get(url).content.decode()
    assert text.count('type="radio"') == len(Situation)
    assert follow_up.placement.participant.code in text
    assert client.post(url, {"version": version_of(follow_up)}).status_code == 422
    answer = client.post(url, {"situation": "studying", "version": version_of(follow_up)}, follow=True)
    assert "Uppföljningen av P7 är gjord" in answer.content.decode()
    assert "studier som ger rätt" in client.get(url).content.decode()


def test_the_list_holds_what_waits_until_the_filter_says_otherwise(sign_in, follow_up, malte, today):
    done = {"situation": "unknown", "answered_on": today}
    FollowUp.objects.create(placement=follow_up.placement, months=6, due_on=today + timedelta(90))
    FollowUp.objects.create(placement=follow_up.placement, months=9, due_on=today, **done)
    client = sign_in(malte)

    def listed(standing):
        text = client.get(reverse("follow_up_list"), {"standing": standing}).content.decode()
        return {months for months in (3, 6, 9) if f"P7, {months} månader" in text}

    assert listed("") == {3, 6}
    assert listed("overdue") == {3}
    assert listed("done") == {9}
    assert listed("all") == {3, 6, 9}
    assert "Väntar på svar" in client.get(reverse("follow_up_list")).content.decode()


def test_a_protected_resident_is_asked_by_its_own_matcher_alone(sign_in, follow_up, malte, helsingborg):
    siri = make_person("Siri", "matcher", helsingborg)
    participant = follow_up.placement.participant
    participant.is_protected, participant.matcher = True, siri
    participant.save()
    client = sign_in(malte)
    assert client.get(reverse("follow_up_answer", args=[follow_up.pk])).status_code == 404
    assert "P7, 3" not in client.get(reverse("follow_up_list")).content.decode()
    assert sign_in(siri).get(reverse("follow_up_answer", args=[follow_up.pk])).status_code == 200


def test_only_the_matcher_reads_on_the_placement_what_was_heard(sign_in, follow_up, malte, olivia, today):
    answer_follow_up(by=malte, follow_up=follow_up, situation="unemployed", today=today)
    url = follow_up.placement.get_absolute_url()
    assert "utan arbete" in sign_in(malte).get(url).content.decode()
    assert "utan arbete" not in sign_in(olivia).get(url).content.decode()
