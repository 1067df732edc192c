"""What the pages of lower apps show of procurements."""

from urllib.parse import urlencode

from django.urls import reverse

from apps.core.panels import Panel
from apps.procurements.overview import decorated
from apps.procurements.queries import listed_contracts

VIEW = "procurements.view_procurement"
SHOWN = 20


def supplier(request, supplier) -> Panel | None:
    """The supplier's contracts in the active organisation, newest first."""
    if request.organisation is None or not request.user.has_perm(VIEW, request.organisation):
        return None
    rows = listed_contracts().visible_to(request.user, VIEW)
    rows = rows.filter(organisation=request.organisation, parties__supplier=supplier)
    context = {
        "contracts": decorated(rows.order_by("-starts_on", "-pk")[:SHOWN]),
        "more_url": f"{reverse('contract_list')}?{urlencode({'q': supplier.name})}" if rows.count() > SHOWN else "",
    }
    return Panel(f"Avtal med {request.organisation}", "procurements/_supplier_contracts.html", context)


def settings(request, organisation) -> Panel | None:
    """The way to what procurements are judged by, on the page of the settings."""
    if not request.user.has_perm(VIEW, organisation):
        return None
    return Panel("Regler för upphandlingar", "procurements/_settings_panel.html", {})
