"""When a planned reminder may leave, and in which mail."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from apps.core.calendar import is_working_day
from apps.reminders.choices import Frequency
from apps.reminders.slots import is_close, is_open, slot

STOCKHOLM = ZoneInfo("Europe/Stockholm")
HALF_PAST_SEVEN = time(7, 30)
# A Monday.
MONDAY = date(2026, 11, 23)


def at(day: str | date, clock: str = "07:30") -> datetime:
    return datetime.combine(date.fromisoformat(str(day)), time.fromisoformat(clock), tzinfo=STOCKHOLM)


def slot_of(now: datetime, frequency: Frequency = Frequency.DIGEST, **facts) -> str | None:
    usual = {
        "at_once": False,
        "is_required": False,
        "organisation_id": 3,
        "recipient_id": 44,
        "reminder_pk": 555,
        "send_on": date(2026, 1, 2),
        "send_at": HALF_PAST_SEVEN,
    }
    return slot(frequency, now=now, **{**usual, **facts})


@pytest.mark.parametrize(
    ("clock", "expected"),
    [
        ("00:00", False),
        ("07:29:59.999999", False),
        ("07:30", True),
        ("12:00", True),
        ("17:59:59.999999", True),
        ("18:00", False),
        ("23:59", False),
    ],
)
def test_mail_leaves_from_the_hour_of_the_organisation_until_six_in_the_evening(clock, expected):
    assert is_open(at(MONDAY, clock), send_at=HALF_PAST_SEVEN) is expected


@pytest.mark.parametrize(
    "day",
    ["2026-11-21", "2026-11-22", "2026-06-19", "2026-12-24", "2026-12-25", "2026-12-31", "2027-01-01", "2026-05-14"],
)
def test_no_mail_leaves_on_weekends_midsommar_christmas_or_other_holidays(day):
    assert not is_open(at(day, "10:00"), send_at=HALF_PAST_SEVEN)
    assert slot_of(at(day, "10:00"), at_once=True) is None


@pytest.mark.parametrize("day", ["2028-02-29", "2026-12-23", "2026-12-28", "2027-01-04", "2026-06-18"])
def test_mail_leaves_on_working_days_beside_the_holidays(day):
    assert is_open(at(day), send_at=HALF_PAST_SEVEN)


def test_an_own_quiet_day_is_closed():
    assert not is_open(at(MONDAY, "10:00"), send_at=HALF_PAST_SEVEN, off=frozenset([MONDAY]))
    assert slot_of(at(MONDAY), off=frozenset([MONDAY])) is None


@pytest.mark.parametrize("night", [date(2026, 3, 29), date(2026, 10, 25)])
def test_the_nights_when_the_clocks_are_changed_open_half_past_seven_the_monday_after(night):
    """Every quarter of an hour of real time over the week's end: closed until Monday half past seven, local time."""
    start = datetime(night.year, night.month, night.day, tzinfo=ZoneInfo("UTC")) - timedelta(hours=12)
    moments = [(start + timedelta(minutes=15 * number)).astimezone(STOCKHOLM) for number in range(4 * 54)]
    opened = [moment for moment in moments if is_open(moment, send_at=HALF_PAST_SEVEN)]
    assert opened[0] == at(night + timedelta(days=1))
    assert {moment.date() for moment in opened} == {night + timedelta(days=1)}
    assert len(opened) == 4 * 10.5


def test_a_digest_is_one_for_each_organisation_person_and_day():
    assert slot_of(at(MONDAY)) == "digest:3:44:2026-11-23"
    assert slot_of(at(MONDAY, "17:00"), reminder_pk=556) == "digest:3:44:2026-11-23"
    others = [slot_of(at(MONDAY), organisation_id=4), slot_of(at(MONDAY), recipient_id=45), slot_of(at("2026-11-24"))]
    assert len({"digest:3:44:2026-11-23", *others}) == 4


def test_who_wants_each_reminder_by_itself_gets_a_mail_for_each():
    assert slot_of(at(MONDAY), Frequency.EACH) == "each:555"
    assert slot_of(at(MONDAY), Frequency.EACH, is_required=True) == "each:555"


@pytest.mark.parametrize("frequency", Frequency)
@pytest.mark.parametrize("is_required", [False, True])
def test_what_is_urgent_has_a_mail_of_its_own_whatever_the_person_chose(frequency, is_required):
    assert slot_of(at("2026-11-25"), frequency, at_once=True, is_required=is_required) == "urgent:555"
    assert slot_of(at("2026-11-25", "19:00"), frequency, at_once=True, is_required=is_required) is None


@pytest.mark.parametrize(
    ("due_on", "expected"),
    [
        ("2026-11-30", False),
        ("2026-11-25", False),
        ("2026-11-24", True),
        ("2026-11-23", True),
        ("2026-11-16", True),
    ],
)
def test_a_day_is_close_from_the_working_day_before(due_on, expected):
    assert is_close(date.fromisoformat(due_on), MONDAY) is expected


def test_a_monday_is_close_on_friday_and_what_comes_after_christmas_on_the_last_day_before():
    assert is_close(MONDAY, MONDAY - timedelta(days=3))
    assert not is_close(MONDAY, MONDAY - timedelta(days=4))
    assert is_close(date(2026, 12, 28), date(2026, 12, 23))


def test_what_is_required_does_not_wait_for_the_weeks_mail():
    assert slot_of(at("2026-11-25"), Frequency.WEEKLY, is_required=True) == "digest:3:44:2026-11-25"


def test_the_weeks_mail_leaves_on_monday_with_what_had_come_by_then():
    assert slot_of(at(MONDAY), Frequency.WEEKLY, send_on=MONDAY) == "weekly:3:44:2026-11-23"
    assert slot_of(at("2026-11-24"), Frequency.WEEKLY, send_on=date(2026, 11, 24)) is None
    assert slot_of(at("2026-11-27"), Frequency.WEEKLY, send_on=date(2026, 11, 24)) is None
    assert slot_of(at("2026-11-30"), Frequency.WEEKLY, send_on=date(2026, 11, 24)) == "weekly:3:44:2026-11-30"


def test_the_weeks_mail_has_one_name_all_week_so_that_it_leaves_late_but_once_after_a_stop():
    names = {slot_of(at(MONDAY + timedelta(days=n)), Frequency.WEEKLY, send_on=MONDAY) for n in range(5)}
    assert names == {"weekly:3:44:2026-11-23"}


@pytest.mark.parametrize(
    ("day", "first"),
    [
        ("2026-04-07", "2026-04-07"),  # after Easter Monday
        ("2026-12-28", "2026-12-28"),
        ("2027-01-04", "2027-01-04"),
        ("2025-12-30", "2025-12-29"),
        ("2026-01-02", "2025-12-29"),  # the same week as the turn of the year
    ],
)
def test_a_weeks_first_open_day_is_found_over_holidays_and_the_turn_of_the_year(day, first):
    assert slot_of(at(day), Frequency.WEEKLY, send_on=date(2025, 12, 1)) == f"weekly:3:44:{first}"


def test_a_quiet_monday_moves_the_weeks_mail_to_tuesday():
    off = frozenset([MONDAY])
    tuesday = MONDAY + timedelta(days=1)
    assert slot_of(at(tuesday), Frequency.WEEKLY, send_on=tuesday, off=off) == "weekly:3:44:2026-11-24"


@pytest.mark.parametrize("frequency", Frequency)
def test_nothing_leaves_before_its_day(frequency):
    assert slot_of(at(MONDAY), frequency, send_on=MONDAY + timedelta(days=1)) is None
    assert slot_of(at(MONDAY), frequency, at_once=True, send_on=MONDAY + timedelta(days=1)) is None


def test_over_two_years_the_weeks_mail_has_one_slot_for_every_week_with_an_open_day():
    days = [date(2026, 1, 1) + timedelta(days=number) for number in range(731)]
    found = {day: slot_of(at(day), Frequency.WEEKLY, send_on=date(2025, 1, 1)) for day in days}
    assert all((name is not None) == is_working_day(day) for day, name in found.items())
    weeks: dict[tuple[int, int], set[str]] = {}
    for day, name in found.items():
        if name:
            weeks.setdefault(day.isocalendar()[:2], set()).add(name)
    assert all(len(names) == 1 for names in weeks.values())
    assert len({name for names in weeks.values() for name in names}) == len(weeks)
