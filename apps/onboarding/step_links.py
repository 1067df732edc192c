"""Where a step is done, for whoever may, and by which roles else."""

from dataclasses import dataclass

from django.urls import reverse

from apps.accounts.access import role_permissions
from apps.accounts.choices import Role
from apps.accounts.models import Organisation, User
from apps.onboarding.choices import StepState
from apps.onboarding.models import CHANGE
from apps.onboarding.queries import Standing, StepLine


@dataclass(frozen=True)
class ShownStep:
    """A step with where it is done. `url` is empty for who may not do it here; `who` then names the roles that may.

    `note_url` is where somebody says that the authority does without a step that else ticks itself.
    """

    line: StepLine
    url: str = ""
    label: str = ""
    who: str = ""
    note_url: str = ""
    note_label: str = ""


def shown_steps(standing: Standing, user: User, active: Organisation | None) -> list[ShownStep]:
    """The steps in order. Pages of other apps are about the active organisation, so only that one has links there."""
    is_here = active is not None and active.pk == standing.organisation.pk
    keeps = user.has_perm(CHANGE, standing.organisation)
    return [
        _by_hand(line, standing, keeps) if line.is_by_hand else _by_itself(line, standing, user, is_here, keeps)
        for line in standing.lines
    ]


def roles_that_may(perm: str) -> str:
    """ "CSR-samordnare, administratör": the labels of the roles that hold the permission, in the order of the roles."""
    return ", ".join(role.label for role in Role if perm in role_permissions(role))


def _by_hand(line: StepLine, standing: Standing, keeps: bool) -> ShownStep:
    who = "" if keeps else roles_that_may(CHANGE)
    label = "Ändra" if line.row else line.guide.label
    return ShownStep(line, url=_own_url(line, standing) if keeps else "", label=label, who=who)


def _by_itself(line: StepLine, standing: Standing, user: User, is_here: bool, keeps: bool) -> ShownStep:
    """A step that is done leads nowhere: its page is one of the settings."""
    is_done, guide = line.state == StepState.DONE, line.guide
    may_act = user.has_perm(guide.permission, standing.organisation)
    is_aside = line.state == StepState.NOT_NEEDED
    return ShownStep(
        line,
        url=reverse(guide.url_name) if may_act and is_here and not is_done else "",
        label=guide.label,
        who="" if may_act else roles_that_may(guide.permission),
        note_url=_own_url(line, standing) if line.is_written and keeps and not is_done else "",
        note_label="Ändra" if is_aside else "Gäller inte oss",
    )


def _own_url(line: StepLine, standing: Standing) -> str:
    """Where something is said of the step; nowhere before the authority has begun."""
    if standing.onboarding is None:
        return ""
    return reverse("onboarding_step", args=[standing.pk, line.step.value])
