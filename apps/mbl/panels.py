"""What the pages of lower apps show of union consultation."""

from django.utils import timezone

from apps.accounts.access import grants_with
from apps.core.panels import Panel
from apps.mbl import missing, panel_cards
from apps.mbl.settings_pages import CHANGE
from apps.mbl.timeplans import VIEW

TITLE = "Facklig samverkan (MBL)"


def settings(request, organisation) -> Panel | None:
    """The way to unions, agreements, the plan's numbers and the checklist, on the page of the settings."""
    if not request.user.has_perm(CHANGE, organisation):
        return None
    return Panel("Facklig samverkan", "mbl/_settings_panel.html", {"missing": missing.of_organisation(organisation)})


def procurement_list(request, organisation) -> Panel | None:
    """The door to the overview of the consultations on the list of procurements."""
    if not request.user.has_perm(VIEW, organisation):
        return None
    return Panel("MBL", "mbl/_door.html", {})


def procurement(request, row) -> Panel | None:
    """How far the consultation of each ordering department has come; None for those who do not follow it.

    Decisions for exceptional reasons and vetoes concern everybody who buys together, so all of them are shown, as is
    what any authority lacks to hear its unions. That is all an administrator sees, who is the one to mend it.
    """
    lacks = missing.of_procurement(request.user, request.organisation, row)
    if not grants_with(request.user, VIEW):
        mends = lacks and grants_with(request.user, CHANGE)
        return Panel(TITLE, "mbl/_missing.html", {"missing": lacks}) if mends else None
    cards, unnamed = panel_cards.cards(request.user, row, timezone.localdate())
    if not cards and not unnamed:
        return None
    context = {
        "missing": lacks,
        "cards": cards,
        "overrides": panel_cards.overrides(row),
        "vetoes": panel_cards.vetoes(row),
    }
    return Panel(TITLE, "mbl/_procurement_panel.html", context)
