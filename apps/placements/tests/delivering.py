"""Requirements, jobs under them, and what the contract page says of both as a test reads it."""

from datetime import date

from apps.placements.deliveries import fulfilled_requirements, started_requirements
from apps.placements.models import Placement
from apps.procurements.models import Requirement
from procurement_csr.people import make_placement

NBSP = "\N{NO-BREAK SPACE}"
NEW_YEAR, SUMMER = date(2026, 1, 1), date(2026, 7, 15)


def require(contract, kind="employment", **fields) -> Requirement:
    """Twelve of something, unless the fields say another number."""
    return Requirement.objects.create(contract=contract, **{"kind": kind, "model": "numeric", "count": 12} | fields)


def job(contract, **fields) -> Placement:
    """An employment since New Year."""
    return make_placement(contract, **{"kind": "employment", "started_on": NEW_YEAR} | fields)


def fact(delivery, key) -> str | None:
    """The fact with that name, its spaces plain."""
    return {each.key: each.value.replace(NBSP, " ") for each in delivery.facts}.get(key)


def amounts(delivery) -> str:
    """Promised, delivered and remaining, in one line with plain spaces."""
    return delivery.amounts.replace(NBSP, " ")


def sums(delivery) -> list[tuple[str, str]]:
    """The arithmetic: the placements of each line, and the line."""
    return [(", ".join(link.text for link in line.links), line.text.replace(NBSP, " ")) for line in delivery.lines]


def fulfilled(organisation, *, today):
    """Of all requirements there are, those of the organisation that are reached."""
    return fulfilled_requirements(organisation, today=today, among=_all())


def started(organisation, *, today):
    """Of all requirements there are, those of the organisation whose first effort has begun."""
    return started_requirements(organisation, today=today, among=_all())


def _all():
    return Requirement.objects.values_list("pk", flat=True)
