"""What contract, supplier and settings pages show of placements."""

from django.urls import reverse
from django.utils import timezone

from apps.core.panels import Panel
from apps.placements import offer_queries, queries
from apps.placements.deliveries import deliveries
from apps.placements.models import Placement
from apps.procurements.models import Contract

VIEW, CHANGE = "placements.view_placement", "placements.change_placement"
LATEST = 20


def contract(request, contract) -> Panel | None:
    """Promised against delivered, with the placement numbers behind it; None outside the viewer's contracts."""
    if not Contract.objects.visible_to(request.user, VIEW).filter(pk=contract.pk).exists():
        return None
    placements = Placement.objects.standing().filter(contract=contract)
    can_log = Contract.objects.visible_to(request.user, CHANGE).filter(pk=contract.pk).exists()
    context = {
        "deliveries": deliveries(contract, today=timezone.localdate()),
        "placements": placements.order_by("-starts_on", "-pk")[:LATEST],
        "list_url": f"{reverse('placement_list')}?contract={contract.pk}",
        "total": placements.count(),
        "log_url": f"{reverse('placement_create')}?avtal={contract.pk}" if can_log else "",
    }
    return Panel("Krav och placeringar", "placements/_contract_panel.html", context)


def supplier(request, supplier) -> Panel | None:
    """What the supplier has done and offered for residents in the active organisation."""
    organisation = request.organisation
    if organisation is None or not request.user.has_perm(VIEW, organisation):
        return None
    placements = Placement.objects.visible_to(request.user, VIEW).filter(organisation=organisation, supplier=supplier)
    today = timezone.localdate()
    context = {
        "counts": queries.counts_by_kind(placements, today=today),
        "organisation": organisation,
        "list_url": f"{reverse('placement_list')}?supplier={supplier.pk}",
        "offered": offer_queries.offered_by(supplier, organisation, request.user, today=today),
        "offers_url": f"{reverse('offer_list')}?supplier={supplier.pk}",
    }
    return Panel("Placeringar", "placements/_supplier_panel.html", context)


def settings(request, organisation) -> Panel | None:
    """The way to how residents are worked with, on the page of the settings."""
    if not request.user.has_perm("placements.change_settings", organisation):
        return None
    return Panel("Placeringar", "placements/_settings_panel.html", {})
