"""Writes the demo world's yearly targets, in their versions, and the years that are published."""

from typing import TYPE_CHECKING

from apps.targets.models import PublishedYear, Target
from procurement_csr.demo.world import Tables, absolute_year, has_happened, working

if TYPE_CHECKING:
    from procurement_csr.demo.loading import Site

COUNTED = ["internship", "employment", "apprenticeship"]


def write(site: "Site", tables: Tables) -> None:
    """Every version of a target whose decision has been, and the years that anyone may read."""
    versions: dict[int, int] = {}
    for goal in tables.goals:
        if not has_happened(goal.decided, site.today):
            continue
        year = absolute_year(goal.year, site.today)
        versions[year] = versions.get(year, 0) + 1
        Target.objects.create(
            organisation=site.organisation,
            year=year,
            version=versions[year],
            value=goal.value,
            counted_kinds=[*COUNTED, "mentorship"] if goal.with_mentors else COUNTED,
            counting_rule=goal.rule,
            decided_by_body=goal.body,
            decided_on=working(goal.decided(site.today)),
            reference=goal.reference,
            created_by=site.user("coordinator"),
            is_demo=True,
        )
    PublishedYear.objects.bulk_create(
        PublishedYear(
            organisation=site.organisation,
            year=absolute_year(year, site.today),
            published_by=site.user("coordinator"),
            is_demo=True,
        )
        for year in tables.published_years
    )
