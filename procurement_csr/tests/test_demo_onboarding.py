"""How far the demo world's authorities have come: one on board, one half-way, one that has begun."""

from datetime import date

import pytest

from apps.accounts.models import Organisation
from apps.onboarding.choices import Progress, Step, StepState
from apps.onboarding.queries import standings
from procurement_csr.demo.loading import load

DAYS = [date(2026, 1, 2), date(2026, 11, 22), date(2027, 12, 31), date(2028, 2, 29)]


@pytest.mark.parametrize("today", DAYS)
def test_one_authority_is_on_board_one_half_way_and_one_has_begun_whatever_day_it_is(settings, db, today):
    settings.DEMO = True
    load(today=today)
    found = {each.name.split()[0]: each for each in standings(Organisation.objects.all(), today)}
    haninge, half_way, begun = (found[name] for name in ("Haninge", "Nynäshamns", "Tornberget"))
    assert haninge.is_complete, haninge.missing
    assert haninge.progress == Progress.FINISHED
    assert (half_way.done_of, begun.done_of) == ("6 av 12", "3 av 12")
    assert {half_way.progress, begun.progress} == {Progress.IN_PROGRESS}
    assert found["Helsingborgs"].progress == Progress.NOT_STARTED


def test_the_half_way_authority_shows_every_state_that_leaves_something_to_do(settings, db):
    settings.DEMO = True
    load(today=DAYS[1])
    (found,) = standings(Organisation.objects.filter(name="Nynäshamns kommun"), DAYS[1])
    states = {each.step: each.state for each in found.lines}
    assert states[Step.PROCESSING] == states[Step.TRAINING] == StepState.IN_PROGRESS
    assert states[Step.GUIDELINE] == states[Step.CLAUSES] == states[Step.RETENTION] == StepState.REMAINS
