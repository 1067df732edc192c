"""What the pages of lower apps show of union consultation."""

from django.utils import timezone

from apps.accounts.access import grants_with
from apps.core.panels import Panel
from apps.mbl import panel_cards
from apps.mbl.timeplans import VIEW


def settings(request, organisation) -> Panel | None:
    """The way to unions, agreements, the plan's numbers and the checklist, on the page of the settings."""
    if not request.user.has_perm("mbl.change_agreement", organisation):
        return None
    return Panel("Facklig samverkan", "mbl/_settings_panel.html", {})


def procurement_list(request, organisation) -> Panel | None:
    """The door to the overview of the consultations on the list of procurements."""
    if not request.user.has_perm(VIEW, organisation):
        return None
    return Panel("MBL", "mbl/_door.html", {})


def procurement(request, row) -> Panel | None:
    """How far the consultation of each ordering department has come; None for those who do not follow it.

    Decisions for exceptional reasons and vetoes concern everybody who buys together, so all of them are shown.
    """
    if not grants_with(request.user, VIEW):
        return None
    cards, unnamed = panel_cards.cards(request.user, row, timezone.localdate())
    if not cards and not unnamed:
        return None
    context = {
        "cards": cards,
        "unnamed": unnamed,
        "overrides": panel_cards.overrides(row),
        "vetoes": panel_cards.vetoes(row),
    }
    return Panel("Facklig samverkan (MBL)", "mbl/_procurement_panel.html", context)
