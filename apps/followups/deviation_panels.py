"""What the page of a contract shows of its deviations."""

from django.urls import reverse
from django.utils import timezone

from apps.core.panels import Panel
from apps.followups.blocks import blocks_of
from apps.followups.choices import DeviationState, SanctionState, Step
from apps.followups.deviation_columns import last_step, standing, tone
from apps.followups.models import Deviation, Sanction
from apps.procurements.models import Contract
from apps.procurements.wording import listed

VIEW, CHANGE = "followups.view_followup", "followups.change_followup"
BLOCKED = "Spärrat för avrop från {suppliers} sedan {day}. Inga nya avrop kan registreras förrän spärren är lyft."
TERMINATED = "Avtalet är hävt {day}."
SHOWN = 10


def contract(request, contract) -> Panel | None:
    """The open deviations and what has been decided of the contract; None outside the viewer's contracts."""
    if not Contract.objects.visible_to(request.user, VIEW).filter(pk=contract.pk).exists():
        return None
    today = timezone.localdate()
    rows = Deviation.objects.visible_to(request.user, VIEW).filter(contract=contract)
    of_contract = list(rows.prefetch_related("sanctions").order_by("due_on", "pk"))
    shown = [row for row in of_contract if row.state == DeviationState.OPEN]
    may_change = Contract.objects.visible_to(request.user, CHANGE).filter(pk=contract.pk).exists()
    context = {
        "rows": [_line(row, today) for row in shown[:SHOWN]],
        "notes": _notes(contract, of_contract),
        "list_url": f"{reverse('deviation_list')}?standing=all&contract={contract.pk}" if of_contract else "",
        "total": len(of_contract),
        "create_url": reverse("deviation_create", args=[contract.pk]) if may_change else "",
    }
    return Panel("Avvikelser", "followups/_contract_deviations.html", context)


def _line(row: Deviation, today) -> dict[str, str]:
    due = f"åtgärdad senast {row.due_on}" if row.due_on else ""
    return {
        "label": row.name,
        "url": row.get_absolute_url(),
        "hint": ", ".join(part for part in (last_step(row), due) if part),
        "status_text": standing(row, today),
        "status_kind": tone(row, today),
    }


def _notes(contract, rows: list[Deviation]) -> list[str]:
    """What the contract has come to: a block from call-offs from it or its framework, a termination."""
    steps: list[Sanction] = [each for row in rows for each in row.sanctions.all()]
    ended = [each for each in steps if each.state == SanctionState.DECIDED and each.step == Step.TERMINATION]
    blocked = [
        BLOCKED.format(suppliers=listed([each.name for each in block.suppliers]), day=block.decided_on)
        for block in blocks_of(contract)
    ]
    return blocked + [TERMINATED.format(day=each.decided_on) for each in ended]
