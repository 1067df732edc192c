"""The forecast at its edges, what moves it and which way, and how long it takes."""

from dataclasses import replace
from datetime import date
from random import Random
from time import process_time

import pytest

from apps.targets import chances
from apps.targets.chances import Beta, Tried
from apps.targets.choices import CountingRule
from apps.targets.counting import Rule
from apps.targets.forecast import MOST_PLACES, State, forecast, options
from apps.targets.forecast_inputs import Stage, Undated
from apps.targets.tests.forecasting import DAY, NEW_YEARS_EVE, TODAY, coming, commitment, inputs

# --- edges --------------------------------------------------------------------------------------------------------


def test_without_history_every_share_is_as_likely():
    year = forecast(inputs(commitments=(commitment(promised=1, ends_on=NEW_YEARS_EVE),), overlaps={}))
    assert year.rates[0].share == Beta(1, 1)
    assert year.rates[0].tried == Tried(0, 0)
    # Half of the places come, and one start of ten is a resident's second.
    assert year.outcome.distribution == pytest.approx([0.55, 0.45])


def test_one_contract_without_history_gives_a_wide_interval():
    many = commitment(promised=10, ends_on=NEW_YEARS_EVE)
    outcome = forecast(inputs(commitments=(many,), rule=Rule(CountingRule.PLACEMENTS_STARTED))).outcome
    assert (outcome.span.low, outcome.span.median, outcome.span.high) == (26, 31, 36)


def test_places_under_one_contract_come_more_alike_than_under_ten():
    one = (commitment(promised=10, ends_on=NEW_YEARS_EVE),)
    ten = tuple(commitment(key, promised=1, ends_on=NEW_YEARS_EVE) for key in range(10))
    history = {"internship": (Tried(10, 10), Tried(10, 0)) * 5 + (Tried(1, 1), Tried(1, 0)) * 50}
    together = forecast(inputs(commitments=one, history=history)).outcome
    apart = forecast(inputs(commitments=ten, history=history)).outcome
    assert chances.mean(together.distribution) == pytest.approx(chances.mean(apart.distribution))
    assert together.span.low < apart.span.low < apart.span.high < together.span.high


@pytest.mark.parametrize("rule", [CountingRule.RESIDENTS_STARTED, CountingRule.PLACEMENTS_STARTED])
def test_with_nothing_promised_agreed_or_known_there_is_no_number(rule):
    year = forecast(inputs(rule=Rule(rule), history={"internship": (Tried(4, 3),)}))
    assert year.state == State.NOTHING_KNOWN
    assert year.outcome is None
    assert options(inputs()) == ()


def test_a_commitment_whose_days_have_passed_promises_nothing():
    late = commitment(starts_on=date(2025, 1, 1), ends_on=TODAY)
    assert forecast(inputs(commitments=(late,))).state == State.NOTHING_KNOWN


def test_a_commitment_that_begins_next_year_promises_nothing_this_year():
    later = commitment(starts_on=date(2027, 1, 1))
    assert forecast(inputs(commitments=(later,))).state == State.NOTHING_KNOWN


@pytest.mark.parametrize("today", [NEW_YEARS_EVE, date(2027, 1, 1), date(2030, 5, 5)])
def test_after_its_last_day_a_year_is_what_it_is(today):
    year = forecast(inputs(today=today, commitments=(commitment(ends_on=date(2031, 1, 1)),), planned=(TODAY,)))
    assert year.state == State.OVER
    assert (year.outcome.span.low, year.outcome.span.median, year.outcome.span.high) == (26, 26, 26)
    assert year.outcome.chance == 0.0
    assert year.outcome.drivers == ()
    assert forecast(replace(year.inputs, counted=40)).outcome.chance == 1.0


@pytest.mark.parametrize("counted", [40, 41])
def test_a_target_that_is_reached_is_certain(counted):
    outcome = forecast(inputs(counted=counted, commitments=(commitment(),))).outcome
    assert outcome.chance == 1.0
    assert outcome.span.low >= counted


def test_nothing_counted_yet_is_a_number_too():
    outcome = forecast(inputs(counted=0, target=1, commitments=(commitment(ends_on=NEW_YEARS_EVE),))).outcome
    assert outcome.fan[0].span.high == 0
    assert 0 < outcome.chance < 1


def test_without_a_target_there_is_an_interval_and_no_chance():
    outcome = forecast(inputs(target=None, commitments=(commitment(),))).outcome
    assert outcome.chance is None
    assert outcome.span.low < outcome.span.high


def test_a_target_far_above_all_that_is_promised_has_no_chance():
    assert forecast(inputs(target=500, commitments=(commitment(),))).outcome.chance == 0.0


def test_a_state_on_the_last_day_is_not_foreseen():
    year = forecast(inputs(rule=Rule(CountingRule.RESIDENTS_ACTIVE), commitments=(commitment(),)))
    assert (year.state, year.outcome) == (State.STOCK, None)


def test_more_places_without_a_day_than_with_one_are_too_little_to_go_by():
    lacking = Undated(9, "Avtal 9", 5, "sista dag")
    assert forecast(inputs(commitments=(commitment(promised=4),), undated=(lacking,))).state == State.MOSTLY_UNDATED
    assert forecast(inputs(commitments=(commitment(promised=5),), undated=(lacking,))).state == State.OPEN


def test_a_number_that_must_be_wrong_is_not_reckoned_with():
    assert forecast(inputs(commitments=(commitment(promised=MOST_PLACES),))).state == State.OPEN
    assert forecast(inputs(commitments=(commitment(promised=MOST_PLACES + 1),))).state == State.TOO_MANY


def test_what_is_delivered_or_agreed_is_not_expected_again():
    assert commitment(promised=4, came=1, settled=2).number == 1
    assert commitment(promised=4, came=3, settled=2).number == 0
    assert forecast(inputs(commitments=(commitment(promised=4, came=4),))).state == State.NOTHING_KNOWN


def test_a_resident_who_is_counted_already_does_not_count_again():
    places = (commitment(promised=1, ends_on=NEW_YEARS_EVE),)
    often = forecast(inputs(commitments=places, overlaps={"internship": Tried(90, 49)})).outcome
    placements = forecast(inputs(commitments=places, rule=Rule(CountingRule.PLACEMENTS_STARTED))).outcome
    assert often.distribution[1] == pytest.approx(0.25)
    assert placements.distribution[1] == pytest.approx(0.5)


def test_a_place_that_has_not_come_in_most_of_its_time_is_not_likely_to():
    # Half of the time has passed, and half a place was tried: a share of 1 / 2.5, of which half the days are left.
    half = commitment(promised=1, starts_on=date(2025, 8, 28), ends_on=NEW_YEARS_EVE)
    outcome = forecast(inputs(commitments=(half,), rule=Rule(CountingRule.PLACEMENTS_STARTED))).outcome
    elapsed = 246 / 491
    share = 1 / (2 + elapsed)
    assert outcome.distribution[1] == pytest.approx(share * (1 - elapsed) / (1 - share * elapsed))


def test_this_years_pace_weighs_when_there_is_no_history():
    ahead = forecast(inputs(commitments=(commitment(1, 4, 3, starts_on=date(2026, 1, 1)), commitment(2, 4))))
    behind = forecast(inputs(commitments=(commitment(1, 4, 0, starts_on=date(2026, 1, 1)), commitment(2, 4))))
    assert ahead.rates[0].share.mean > 0.5 > behind.rates[0].share.mean


def test_a_planned_start_that_has_passed_is_still_expected():
    outcome = forecast(inputs(planned=(date(2026, 4, 1),))).outcome
    assert outcome.distribution == pytest.approx([0.1, 0.9])
    assert [point.span.median for point in outcome.fan] == [26, *[27] * 8]


def test_before_its_year_only_what_falls_within_it_counts():
    early = inputs(today=date(2025, 10, 31), counted=0, planned=(date(2025, 12, 1), date(2026, 1, 10)))
    outcome = forecast(early).outcome
    assert outcome.distribution == pytest.approx([0.1, 0.9])
    assert [point.on for point in outcome.fan] == [date(2025, 10, 31), *month_ends_of_2026()]
    # Half of the days of the commitment lie in the year: fourteen months, of which two are before it.
    whole = commitment(promised=1, starts_on=date(2025, 11, 1), ends_on=NEW_YEARS_EVE)
    later = forecast(replace(early, planned=(), commitments=(whole,), rule=Rule(CountingRule.PLACEMENTS_STARTED)))
    assert later.outcome.distribution[1] == pytest.approx(0.5 * 365 / 426)


def month_ends_of_2026():
    return [date(2026, month + 1, 1) - DAY for month in range(1, 12)] + [NEW_YEARS_EVE]


def test_the_fan_begins_with_today_and_ends_with_the_year():
    outcome = forecast(inputs(commitments=tuple(commitment(key) for key in range(8)))).outcome
    assert [point.on for point in outcome.fan] == [TODAY, *month_ends_of_2026()[4:]]
    assert outcome.fan[-1].span == outcome.span
    for earlier, later in zip(outcome.fan, outcome.fan[1:], strict=False):
        assert earlier.span.low <= later.span.low <= later.span.median <= later.span.high
        assert earlier.span.high <= later.span.high


def test_the_drivers_are_what_adds_most_each_with_its_interval():
    known = inputs(
        commitments=(
            commitment(1, 2),
            commitment(2, 9, ends_on=NEW_YEARS_EVE),
            *(commitment(key, 1) for key in (4, 5)),
        ),
        coming=(coming(3, 8),),
        planned=(date(2026, 5, 4), date(2026, 5, 5)),
        beside=(Tried(1, 1),),
    )
    drivers = forecast(known).outcome.drivers
    assert [(each.source, each.name, each.number) for each in drivers] == [
        ("contract", "Avtal 2", 9),
        ("planned", "", 2),
        ("procurement", "Upphandling 3", 8),
        ("beside", "", None),
        ("contract", "Avtal 1", 2),
    ]
    assert drivers[0].expected == pytest.approx(9 * 0.5 * 0.9)
    assert all(each.span.low <= each.expected <= each.span.high for each in drivers)
    assert drivers[0].span.low < drivers[0].span.high


def test_all_drivers_together_are_what_is_expected():
    known = inputs(commitments=(commitment(1), commitment(2, kind="employment")), coming=(coming(),))
    outcome = forecast(known).outcome
    assert sum(each.expected for each in outcome.drivers) == pytest.approx(chances.mean(outcome.distribution))


# --- what if ------------------------------------------------------------------------------------------------------


def test_a_procurement_that_is_only_possible_counts_first_when_it_is_ticked():
    known = inputs(target=30, commitments=(commitment(),), coming=(coming(7, 9, Stage.POSSIBLE),))
    plain, ticked = forecast(known).outcome, forecast(known, ticked={7}).outcome
    assert plain.distribution == forecast(replace(known, coming=())).outcome.distribution
    assert ticked.chance > plain.chance
    assert ticked.span.high > plain.span.high


def test_each_option_says_how_the_year_looks_when_it_is_ticked_or_unticked():
    known = inputs(
        target=30,
        commitments=(commitment(),),
        coming=(coming(1, 9, Stage.POSSIBLE), coming(2, 9, Stage.RECOMMENDED), coming(3, 9, Stage.DECIDED)),
    )
    first, second = options(known, ticked={2})
    assert (first.coming.key, first.is_ticked, second.coming.key, second.is_ticked) == (1, False, 2, True)
    assert first.chance == forecast(known, ticked={1, 2}).outcome.chance
    assert second.chance == forecast(known).outcome.chance
    assert second.chance < forecast(known, ticked={2}).outcome.chance < first.chance
    assert first.span == forecast(known, ticked={1, 2}).outcome.span


def test_a_tick_can_be_all_there_is_to_go_by():
    known = inputs(coming=(coming(1, 9, Stage.POSSIBLE),))
    assert forecast(known).state == State.NOTHING_KNOWN
    assert [each.coming.key for each in options(known)] == [1]
    assert forecast(known, ticked={1}).state == State.OPEN


# --- monotonicity -------------------------------------------------------------------------------------------------

BASE = inputs(
    commitments=(commitment(1, 6, 1, starts_on=date(2025, 12, 1)), commitment(2, 4, kind="employment")),
    coming=(coming(1, 3, Stage.RECOMMENDED), coming(2, 6, Stage.POSSIBLE), coming(3, 2, Stage.DECIDED)),
    planned=(date(2026, 6, 1),),
    history={"internship": (Tried(4, 2), Tried(3, 1))},
    beside=(Tried(1, 3), Tried(1, 5)),
)
TARGETS = range(26, 50)


def chances_of(known, **ticked):
    return [forecast(replace(known, target=target), **ticked).outcome.chance for target in TARGETS]


def never_less(more, less):
    return all(one >= other - 1e-9 for one, other in zip(more, less, strict=True))


@pytest.mark.parametrize(
    "change",
    [
        {"counted": 27},
        {"planned": (date(2026, 6, 1), date(2026, 7, 1))},
        {"planned": (date(2026, 6, 1),), "planned_history": Tried(10, 10)},
        {"history": {"internship": (Tried(4, 2), Tried(3, 1), Tried(1, 1))}},
        {"overlaps": {"internship": Tried(50, 0), "employment": Tried(50, 0)}},
        {"signings": {Stage.RECOMMENDED: Tried(10, 10)}},
        {"commitments": (*BASE.commitments, commitment(3, 1))},
        {"commitments": (*BASE.commitments, commitment(3, 12))},
        {"coming": (*BASE.coming, coming(4, 3))},
        {"coming": (coming(1, 3, Stage.DECIDED), *BASE.coming[1:])},
        {"coming": (coming(1, 3, Stage.RECOMMENDED, starts_on=date(2026, 5, 1)), *BASE.coming[1:])},
        {"beside": (Tried(1, 4), Tried(1, 5))},
    ],
)
def test_more_to_go_by_never_lowers_the_chance_of_any_target(change):
    before, after = chances_of(BASE), chances_of(replace(BASE, **change))
    assert never_less(after, before)
    assert after != before


@pytest.mark.parametrize(
    "change",
    [
        {"history": {"internship": (Tried(4, 2), Tried(3, 1), Tried(1, 0))}},
        {"overlaps": {"internship": Tried(10, 9), "employment": Tried(10, 9)}},
        {"planned_history": Tried(10, 0)},
        {"today": date(2026, 5, 31)},
    ],
)
def test_a_worse_history_and_a_later_day_never_raise_the_chance(change):
    assert never_less(chances_of(BASE), chances_of(replace(BASE, **change)))


def test_every_tick_raises_the_chance():
    assert never_less(chances_of(BASE, ticked={1}), chances_of(BASE))
    assert never_less(chances_of(BASE, ticked={1, 2}), chances_of(BASE, ticked={1}))
    assert chances_of(BASE, ticked={3}) == chances_of(BASE)


def test_a_higher_target_is_never_more_likely():
    assert sorted(chances_of(BASE), reverse=True) == chances_of(BASE)


# --- speed --------------------------------------------------------------------------------------------------------


def test_a_hundred_and_fifty_contracts_take_no_longer_than_the_squares_of_a_million_numbers():
    random = Random(1)
    kinds = ("internship", "employment", "apprenticeship", "mixed")
    rows = tuple(
        commitment(
            key,
            random.randint(1, 4),
            kind=random.choice(kinds),
            starts_on=date(2025, 6, 1) + random.randrange(300) * DAY,
            ends_on=date(2026, 9, 1) + random.randrange(500) * DAY,
        )
        for key in range(150)
    )
    history = {kind: tuple(Tried(3, random.randint(0, 3)) for _ in range(40)) for kind in kinds}
    known = inputs(target=140, commitments=rows, coming=(coming(),), history=history, beside=(Tried(1, 4),))

    def made():
        chances.beta_binomial.cache_clear()
        forecast(known)

    def seconds(task):
        before = process_time()
        task()
        return process_time() - before

    # A twentieth of a second on an idle machine, and a measure that a busy one stretches alike.
    pairs = [(seconds(made), seconds(lambda: sum(number * number for number in range(1_000_000)))) for _ in range(7)]
    assert min(own for own, _ in pairs) < min(measure for _, measure in pairs)
