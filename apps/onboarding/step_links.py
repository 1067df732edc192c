"""Where a step is done, for whoever may, and by which roles else."""

from dataclasses import dataclass

from django.urls import reverse

from apps.accounts.access import role_permissions
from apps.accounts.choices import Role
from apps.accounts.models import Organisation, User
from apps.onboarding.models import CHANGE
from apps.onboarding.queries import Standing, StepLine


@dataclass(frozen=True)
class ShownStep:
    """A step with where it is done. `url` is empty for who may not do it here; `who` then names the roles that may.

    `note_url` is where somebody says that the authority does without a step that else ticks itself.
    """

    line: StepLine
    url: str
    label: str
    who: str
    note_url: str


def shown_steps(standing: Standing, user: User, active: Organisation | None) -> list[ShownStep]:
    """The steps in order. Pages of other apps are about the active organisation, so only that one has links there."""
    is_here = active is not None and active.pk == standing.organisation.pk
    return [_shown(line, standing, user, is_here) for line in standing.lines]


def roles_that_may(perm: str) -> str:
    """ "CSR-samordnare, administratör": the labels of the roles that hold the permission, in the order of the roles."""
    return ", ".join(role.label for role in Role if perm in role_permissions(role))


def _shown(line: StepLine, standing: Standing, user: User, is_here: bool) -> ShownStep:
    may_write = standing.onboarding is not None and user.has_perm(CHANGE, standing.organisation)
    own_url = reverse("onboarding_step", args=[standing.pk, line.step.value]) if line.is_written and may_write else ""
    if line.is_by_hand:
        who = "" if may_write else roles_that_may(CHANGE)
        return ShownStep(line, own_url, line.guide.label, who, "")
    may_act = user.has_perm(line.guide.permission, standing.organisation)
    url = reverse(line.guide.url_name) if may_act and is_here else ""
    who = "" if may_act else roles_that_may(line.guide.permission)
    return ShownStep(line, url, line.guide.label, who, own_url)
