"""The write of what a year's work has cost."""

from apps.accounts.models import Organisation, User
from apps.core.actions import Conflict, action, change, version_of
from apps.targets.models import YearlyCost


@action
def save_cost(
    *,
    by: User,
    organisation: Organisation,
    year: int,
    matchers: int,
    coordination: int,
    source: str,
    social_gain: int | None = None,
    version: str | None = None,
) -> YearlyCost:
    """Say what the year has cost, in whole kronor; the history keeps what was said before.

    Raises ValidationError in Swedish, and Conflict when somebody saved after `version` was made.
    """
    cost = cost_of(organisation, year, for_update=True)
    if version is not None and version != seen(cost):
        raise Conflict(cost)
    values = {"matchers": matchers, "coordination": coordination, "social_gain": social_gain, "source": source}
    change(cost, values | {"updated_by": by})
    return cost


def seen(cost: YearlyCost) -> str:
    """A name of what a form was filled in from."""
    return version_of(cost) if cost.pk else "ny"


def cost_of(organisation: Organisation, year: int, *, for_update: bool = False) -> YearlyCost:
    """What is said of the year's cost; an unsaved row when nothing is."""
    rows = YearlyCost.objects.filter(organisation=organisation, year=year)
    rows = rows.select_for_update() if for_update else rows
    return rows.first() or YearlyCost(organisation=organisation, year=year)
