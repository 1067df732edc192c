"""The way back from the pages under a procurement."""

from django.urls import reverse

from apps.procurements.models import Contract, Procurement, Requirement

Crumbs = list[tuple[str, str | None]]


def of_procurement(procurement: Procurement, *rest: tuple[str, str | None]) -> Crumbs:
    """Upphandlingar › the procurement › the rest, whose last has no address."""
    listed = ("Upphandlingar", reverse("procurement_list"))
    return [listed, (procurement.title, procurement.get_absolute_url()), *rest]


def of_contract(contract: Contract, here: str) -> Crumbs:
    """Upphandlingar › the procurement › the contract › here."""
    return of_procurement(contract.procurement, (contract.name, contract.get_absolute_url()), (here, None))


def of_owner(owner: Procurement | Contract, here: str) -> Crumbs:
    """Under a contract or a procurement."""
    return of_contract(owner, here) if isinstance(owner, Contract) else of_procurement(owner, (here, None))


def of_requirement(requirement: Requirement, here: str) -> Crumbs:
    """Under the contract the requirement stands on, else under the procurement."""
    return of_owner(requirement.contract or requirement.procurement, here)
