"""The way to how far authorities have come, on the pages of lower apps."""

from django.urls import reverse
from django.utils import timezone

from apps.core.panels import Panel
from apps.onboarding.models import VIEW
from apps.onboarding.queries import standing


def settings(request, organisation) -> Panel | None:
    """How far the organisation has come, on the page of the settings."""
    if not request.user.has_perm(VIEW, organisation):
        return None
    url = reverse("onboarding_detail", args=[organisation.pk])
    context = {"page": standing(organisation, timezone.localdate()), "url": url}
    return Panel("Införande", "onboarding/_settings_panel.html", context)


def dashboard(request, organisation) -> Panel | None:
    """The way to the unit's authorities, at the foot of the dashboard."""
    if not request.user.has_perm(VIEW, organisation):
        return None
    return Panel("Införande", "onboarding/_dashboard_link.html", {})
