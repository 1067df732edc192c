"""Every write to how an organisation works with residents: follow-ups, and target groups when it has decided them."""

from datetime import date

from django.core.exceptions import ValidationError

from apps.accounts.models import Organisation, User
from apps.core.actions import action, change, refuse_stale
from apps.placements.models import MatchingSettings, TargetGroup
from apps.placements.participant_actions import lock
from apps.placements.participant_queries import matchers_of, out_of_sight


@action
def update_settings(
    *,
    by: User,
    organisation: Organisation,
    follow_up_months: list[int],
    uses_target_groups: bool,
    today: date,
    decided_by_body: str = "",
    decided_on: date | None = None,
    reference: str = "",
    version: str | None = None,
) -> MatchingSettings:
    """Say when residents are asked, and whether a target group may be noted, on which decision.

    Raises ValidationError when the decision is missing, and Conflict when somebody saved after `version` was made.
    """
    lock(organisation.pk)
    settings = settings_of(organisation)
    refuse_stale(settings, version)
    if decided_on and decided_on > today:
        raise ValidationError({"decided_on": f"Beslutsdatumet {decided_on} har inte kommit än."})
    decision = {"decided_by_body": decided_by_body.strip(), "decided_on": decided_on, "reference": reference.strip()}
    values = {"follow_up_months": sorted(set(follow_up_months)), "uses_target_groups": uses_target_groups}
    change(settings, values | decision)
    return settings


@action
def create_target_group(*, by: User, organisation: Organisation, name: str) -> TargetGroup:
    """Add a group; one that exists is taken into use again, so a second press makes no second group."""
    lock(organisation.pk)
    if not settings_of(organisation).uses_target_groups:
        raise ValidationError("Organisationen har inte beslutat att målgrupp får anges. Ange beslutet först.")
    found = TargetGroup.objects.filter(organisation=organisation, name__iexact=name.strip()).first()
    group = found or TargetGroup(organisation=organisation, name=name.strip())
    change(group, {"is_in_use": True})
    return group


@action
def update_target_group(
    *, by: User, group: TargetGroup, name: str, is_in_use: bool, version: str | None = None
) -> TargetGroup:
    """Rename a group or take it out of use; participants keep it until a matcher chooses another."""
    lock(group.organisation_id)
    group = TargetGroup.objects.get(pk=group.pk)
    refuse_stale(group, version)
    change(group, {"name": name.strip(), "is_in_use": is_in_use})
    return group


@action
def reassign_protected(*, by: User, organisation: Organisation, matcher: User) -> int:
    """Give the protected participants whose matcher has left to another; how many. Whoever does it sees no codes."""
    lock(organisation.pk)
    if not matchers_of(organisation.pk).filter(pk=matcher.pk).exists():
        raise ValidationError({"matcher": f"Välj matchare: {matcher} är inte matchare i organisationen."})
    return out_of_sight(organisation).update(matcher=matcher)


def settings_of(organisation: Organisation) -> MatchingSettings:
    """The organisation's settings, or those that hold until it has saved any."""
    found = MatchingSettings.objects.filter(organisation=organisation).first()
    return found or MatchingSettings(organisation=organisation)
