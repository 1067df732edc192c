"""What the pages of lower apps show of union consultation."""

from apps.core.panels import Panel


def settings(request, organisation) -> Panel | None:
    """The way to unions, agreements, the plan's numbers and the checklist, on the page of the settings."""
    if not request.user.has_perm("mbl.change_agreement", organisation):
        return None
    return Panel("Facklig samverkan", "mbl/_settings_panel.html", {})
