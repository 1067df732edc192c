"""What contract, supplier and settings pages show of placements."""

from django.urls import reverse
from django.utils import timezone

from apps.accounts.access import rows_in_scope
from apps.core.panels import Panel
from apps.placements import offer_queries, queries
from apps.placements.deliveries import deliveries
from apps.placements.models import Placement
from apps.procurements.models import Contract

VIEW, CHANGE = "placements.view_placement", "placements.change_placement"


def contract(request, contract) -> Panel | None:
    """Promised against delivered, with the placements behind it; None outside the viewer's contracts.

    Every authority of a joint procurement follows the contract, as each may place on it.
    """
    today = timezone.localdate()
    if not _follows(request.user, contract):
        return None
    own = Placement.objects.visible_to(request.user, VIEW).standing().filter(contract=contract)
    context = {
        "deliveries": deliveries(contract, request.user, today=today),
        "total": own.count(),
        "list_url": f"{reverse('placement_list')}?contract={contract.pk}",
        "log_url": f"{reverse('placement_create')}?avtal={contract.pk}" if _may_log(request, contract, today) else "",
    }
    return Panel("Lovat och levererat", "placements/_contract_panel.html", context)


def _follows(user, contract) -> bool:
    own = Contract.objects.visible_to(user, VIEW).filter(pk=contract.pk)
    party = rows_in_scope(user, VIEW, organisation="organisation", department="department")
    return own.exists() or contract.procurement.parties.filter(party).exists()


def _may_log(request, contract, today) -> bool:
    if request.organisation is None:
        return False
    workplaces = queries.Workplaces(request.user, request.organisation, CHANGE, today)
    return workplaces.of_contract(str(contract.pk)) is not None


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
