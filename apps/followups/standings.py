"""How the commitments of contracts stand today, read for many contracts at once."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from apps.followups import commitments
from apps.followups.choices import CommitmentState
from apps.placements import ledger
from apps.placements.fulfilment import FirstStart
from apps.procurements.choices import KINDLESS_MODELS
from apps.procurements.models import Contract, Requirement


@dataclass(frozen=True, slots=True)
class Standing:
    """A requirement of a contract: its state, what is delivered in its unit, its last day and its first start."""

    requirement: Requirement
    state: CommitmentState
    delivered: Fraction
    due_on: date | None
    first_start: FirstStart | None

    @property
    def missing(self) -> Fraction:
        """What remains of the promised number; nothing without one or when it is fulfilled."""
        if self.state == CommitmentState.FULFILLED:
            return Fraction(0)
        return max(Fraction(0), (self.requirement.count or 0) - self.delivered)


def standings(contracts: Iterable[Contract], *, today: date) -> dict[int, list[Standing]]:
    """The requirements of contracts by the contract's key, in seven questions however many there are.

    A requirement without an effort of its own, such as labour conditions, is left out: no ledger tells of it.
    """
    by_key = {contract.pk: contract for contract in contracts}
    found: dict[int, list[Standing]] = defaultdict(list)
    if not by_key:
        return found
    books = ledger.read(by_key, today=today)
    rows = Requirement.objects.filter(contract__in=by_key).exclude(model__in=KINDLESS_MODELS)
    for requirement in rows.order_by("due_on", "pk"):
        contract = by_key[requirement.contract_id]
        found[contract.pk].append(_standing(requirement, contract, books[contract.pk], today))
    return found


def _standing(requirement: Requirement, contract: Contract, book: ledger.Ledger, today: date) -> Standing:
    starts_on, due_on = requirement.starts_on or contract.starts_on, last_day(requirement, contract)
    result = ledger.delivered(requirement, book, today=today)
    coming = ledger.coming(requirement, book, today=today, until=due_on)
    state = commitments.state(
        requirement.count,
        result.delivered,
        starts_on=starts_on,
        due_on=due_on,
        today=today,
        coming=sum((each.amount for each in coming), Fraction(0)),
        is_fulfilled=bool(requirement.count) and result.is_fulfilled,
    )
    first = ledger.first_of(requirement, book, starts_on=starts_on, today=today)
    return Standing(requirement, state, result.delivered, due_on, first)


def last_day(requirement: Requirement, contract: Contract) -> date | None:
    """The last day of the commitment: its own, else the contract's."""
    end = None if contract.is_until_further_notice else contract.ends_on
    return requirement.due_on or requirement.ends_on or end
