"""What upper floors do at once when what is delivered under a contract changes; named in settings."""

from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.utils.module_loading import import_string

from apps.placements.models import Placement


def ended(placements: Iterable[Placement], today: date) -> None:
    """Ask `settings.DELIVERY_FOLLOWERS` about each contract of the placements once: `follower(contract, today)`.

    Called in the transaction that ends them, or that takes an end back.
    """
    contracts = {each.contract_id: each.contract for each in placements if each.contract_id}
    followers = [import_string(path) for path in settings.DELIVERY_FOLLOWERS]
    for contract in contracts.values():
        for follower in followers:
            follower(contract, today)
