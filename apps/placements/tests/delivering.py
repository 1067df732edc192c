"""Requirements, jobs under them, and what the contract page says of both as a test reads it."""

from datetime import date

from apps.placements.models import Placement
from apps.placements.reached import begun_among, fulfilled_among
from apps.procurements.models import Procurement, Requirement
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
    """Of the requirements of the organisation and of its joint procurements those that are reached."""
    return fulfilled_among(_all(organisation).values_list("pk", flat=True), today=today)


def started(organisation, *, today):
    """Of them those whose first effort was to begin by a certain day, and has begun."""
    rows = _all(organisation).filter(first_start_within_months__isnull=False)
    return begun_among(rows.values_list("pk", flat=True), today=today)


def _all(organisation):
    return Requirement.objects.filter(contract__procurement__in=Procurement.objects.of(organisation))
