"""Whom a report may be asked of: suppliers of contracts, with the day, the period and the contact to ask."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Max

from apps.followups.choices import PointKind, RequestState
from apps.followups.models import FollowUpPlan, Point, ReportRequest
from apps.procurements.models import Contract
from apps.suppliers.models import Supplier, SupplierContact


@dataclass(frozen=True)
class Target:
    """A report to ask for. `is_asked` says that it has been asked for already."""

    contract: Contract
    supplier: Supplier
    kind: str
    due_on: date
    point: Point | None = None
    period_from: date | None = None
    period_to: date | None = None
    contact_name: str = ""
    contact_email: str = ""
    is_asked: bool = False

    @property
    def kind_label(self) -> str:
        """ "leverantörens rapport", "slutrapport"."""
        return PointKind(self.kind).label


def targets(points: Iterable[Point], contracts: Iterable[Contract], *, due_on: date) -> list[Target]:
    """A target for each supplier of every point's contract, due when the point is; of other contracts on `due_on`.

    Points and contracts are of one organisation, with `suppliers` prefetched. Four queries for any number of them.
    """
    asked = [(each.contract, each, each.kind, each.due_on) for each in points]
    asked += [(each, None, PointKind.REPORT.value, due_on) for each in contracts]
    keys = [contract.pk for contract, *_ in asked]
    book = _Book(keys)
    return [
        book.target(contract, supplier, point, kind, day)
        for contract, point, kind, day in asked
        for supplier in contract.suppliers.all()
    ]


def contacts_of(target: Target) -> list[SupplierContact]:
    """Those at the supplier whom the organisation has an address of."""
    rows = SupplierContact.objects.filter(organisation=target.contract.organisation_id, supplier=target.supplier)
    return list(rows.exclude(email="").order_by("name", "pk"))


class _Book:
    """What is known of the contracts, read at once."""

    def __init__(self, contracts: list[int]):
        live = ReportRequest.objects.filter(contract__in=contracts).exclude(state=RequestState.WITHDRAWN)
        self.asked = set(live.values_list("contract", "supplier", "kind", "due_on"))
        self.points = set(live.exclude(point=None).values_list("point", "supplier"))
        told = live.filter(period_to__isnull=False).values_list("contract", "supplier").annotate(Max("period_to"))
        self.told = {(contract, supplier): day for contract, supplier, day in told.order_by()}
        plans = FollowUpPlan.objects.filter(contract__in=contracts, contact__isnull=False).select_related("contact")
        self.chosen = {plan.contract_id: plan.contact for plan in plans}
        known = SupplierContact.objects.exclude(email="").filter(supplier__contracts__in=contracts)
        self.known: dict[tuple[int, int], SupplierContact] = {}
        for contact in known.order_by("pk").distinct():
            self.known.setdefault((contact.organisation_id, contact.supplier_id), contact)

    def target(self, contract: Contract, supplier: Supplier, point: Point | None, kind: str, day: date) -> Target:
        chosen = self.chosen.get(contract.pk)
        if chosen is None or chosen.supplier_id != supplier.pk or not chosen.email:
            chosen = self.known.get((contract.organisation_id, supplier.pk))
        is_asked = (contract.pk, supplier.pk, kind, day) in self.asked
        return Target(
            contract,
            supplier,
            kind,
            day,
            point,
            *self._period(contract, supplier, day),
            contact_name=chosen.name if chosen else "",
            contact_email=chosen.email if chosen else "",
            is_asked=is_asked or (point is not None and (point.pk, supplier.pk) in self.points),
        )

    def _period(self, contract: Contract, supplier: Supplier, day: date) -> tuple[date | None, date | None]:
        """From the day after what was reported last, or the contract's start, to the day the report is due."""
        last = self.told.get((contract.pk, supplier.pk))
        first = last + timedelta(days=1) if last else contract.starts_on or contract.signed_on
        return (first, day) if first and first <= day else (None, day)
