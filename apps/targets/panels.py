"""What the pages of lower apps show of the year's target."""

from django.utils import timezone

from apps.core.panels import Panel
from apps.targets import queries, wording


def placement_saved(request, placement) -> Panel | None:
    """A panel that is only a title, "27 av 40 i år", after a placement is logged: by the rule of the year it starts in.

    None when the viewer may not see the figures of the placement's organisation.
    """
    organisation = placement.organisation
    if not request.user.has_perm("targets.view_dashboard", organisation):
        return None
    today, year = timezone.localdate(), (placement.first_day or timezone.localdate()).year
    target = queries.target_of(organisation, year)
    total = queries.total(organisation, year, today, queries.rule_of(target))
    return Panel(wording.banner(total, target, year, is_this_year=year == today.year) + ".", "", {})
