"""The demo world's guidelines: one in place by its criteria, one half read, and kinds that are not on yet."""

from datetime import date

import pytest

from apps.procurements.guideline_readers import read_by, readers
from apps.procurements.models import GuidelineAcknowledgement, GuidelineVersion, RequirementKindStart
from procurement_csr.demo.loading import load
from procurement_csr.demo.removal import remove

TODAY = date(2026, 3, 18)


@pytest.mark.slow
def test_the_demo_world_shows_guidelines_on_their_way_and_goes_without_a_trace(settings, db):
    settings.DEMO = True
    load(today=TODAY)
    haninge = GuidelineVersion.objects.get(organisation__name="Haninge kommun")
    assert (haninge.decided_on, haninge.in_place_on) == (date(2018, 8, 30), date(2018, 12, 20))
    assert [each["is_met"] for each in haninge.in_place_basis] == [True] * 4
    assert haninge.in_place_motive == ""
    city = GuidelineVersion.objects.filter(organisation__name="Helsingborgs stad")
    proposed, in_force = city.get(decided_on=None), city.get(decided_on__isnull=False)
    assert proposed.proposed_on < TODAY
    asked, read = readers(in_force), read_by(in_force)
    assert in_force.reading_due_on > TODAY
    assert 0 < len(read) == len(asked) - len(asked) // 2 < len(asked)
    starts = RequirementKindStart.objects.filter(organisation__name="Nynäshamns kommun", starts_on__gt=TODAY)
    assert set(starts.values_list("kind", flat=True)) == {"apprenticeship", "summer_job"}
    remove()
    assert not any(
        model.objects.exists() for model in (GuidelineVersion, GuidelineAcknowledgement, RequirementKindStart)
    )
