"""Blocks from call-offs that have been decided and not lifted, and what they say to a new call-off.

`call_off` is named in `settings.CALL_OFF_GATES`, since `procurements` does not know of sanctions.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from apps.core.formats import iso_date
from apps.followups.choices import SanctionState, Step
from apps.followups.models import Deviation, Sanction
from apps.procurements.models import Contract
from apps.procurements.wording import listed
from apps.suppliers.models import Supplier

BLOCKED = (
    "{framework} är sedan {day} spärrat för avrop från {suppliers}, efter avvikelsen ”{deviation}”{where}. "
    "Välj en annan leverantör, eller lyft spärren först: avvikelsen nås från ramavtalets sida."
)


@dataclass(frozen=True, slots=True)
class Block:
    """A block that holds: whom it stops, since when, and the deviation it was decided for."""

    suppliers: tuple[Supplier, ...]
    decided_on: date
    deviation: Deviation


def call_off(framework: Contract, suppliers: Collection[Supplier], on: date | None) -> list[str]:
    """What stands against calling off from the framework with these suppliers on the day, or at any time without one.

    The framework is held meanwhile: a block is decided either before the call-off or after it.
    """
    list(Contract.objects.select_for_update(no_key=True).filter(pk=framework.pk).values_list("pk"))
    found = []
    for block in blocks_of(framework, on):
        hit = [each for each in block.suppliers if each in suppliers]
        if hit:
            values = {"suppliers": listed([each.name for each in hit]), "framework": framework.name}
            of = block.deviation.contract
            values |= {"day": iso_date(block.decided_on), "where": "" if of == framework else f" i avropet {of.name}"}
            found.append(BLOCKED.format(**values, deviation=block.deviation.name))
    return found


def blocks_of(contract: Contract, on: date | None = None) -> list[Block]:
    """The blocks that hold for call-offs from the contract or from its framework, those decided on the day included."""
    framework = contract.framework_id or contract.pk
    about = Q(deviation__contract=framework) | Q(deviation__contract__framework=framework)
    rows = Sanction.objects.filter(about, step=Step.BLOCK, state=SanctionState.DECIDED)
    if on:
        rows = rows.filter(decided_on__lte=on)
    rows = rows.select_related("deviation__contract", "deviation__request__supplier").order_by("decided_on", "pk")
    return [Block(_whom(row.deviation), row.decided_on, row.deviation) for row in rows]


def _whom(deviation: Deviation) -> tuple[Supplier, ...]:
    """The supplier that the report was asked of, else all of the contract's: as the letter is addressed."""
    if deviation.request_id:
        return (deviation.request.supplier,)
    return tuple(deviation.contract.suppliers.order_by("sort_key", "pk"))
