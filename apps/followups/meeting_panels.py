"""What the pages of contracts and procurements show of meetings."""

from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst

from apps.core.panels import Panel
from apps.followups.meeting_columns import clock, standing
from apps.followups.models import Meeting
from apps.procurements.choices import COMING_PHASES
from apps.procurements.models import Contract, Procurement

VIEW, HOLD = "followups.view_followup", "followups.hold_meeting"
SHOWN = 5


def contract(request, contract) -> Panel | None:
    """The contract's meetings, the latest first; None outside the viewer's contracts."""
    if not Contract.objects.visible_to(request.user, VIEW).filter(pk=contract.pk).exists():
        return None
    rows = Meeting.objects.visible_to(request.user, VIEW).filter(contract=contract)
    may_hold = Contract.objects.visible_to(request.user, HOLD).filter(pk=contract.pk).exists()
    context = _context(rows, f"contract={contract.pk}&standing=all")
    own = {"create_url": reverse("meeting_create", args=[contract.pk]) if may_hold else ""}
    return Panel("Möten", "followups/_meetings.html", context | own | {"create_label": "Planera möte"})


def procurement(request, procurement) -> Panel | None:
    """Dialogues with the market before there is a contract; None when there is neither one nor a reason for one."""
    if not Procurement.objects.visible_to(request.user, VIEW).filter(pk=procurement.pk).exists():
        return None
    rows = Meeting.objects.visible_to(request.user, VIEW).filter(procurement=procurement, contract=None)
    may_hold = Procurement.objects.visible_to(request.user, HOLD).filter(pk=procurement.pk).exists()
    # A dialogue with the market is held before the procurement is published.
    is_before = procurement.phase in COMING_PHASES
    context = _context(rows, urlencode({"q": procurement.title, "kind": "market_dialogue", "standing": "all"}))
    if not context["total"] and not (may_hold and is_before):
        return None
    create_url = reverse("market_dialogue_create", args=[procurement.pk]) if may_hold and is_before else ""
    own = {"create_url": create_url, "create_label": "Planera marknadsdialog"}
    return Panel("Marknadsdialog", "followups/_meetings.html", context | own)


def _context(rows: QuerySet[Meeting], query: str) -> dict:
    now, total = timezone.now(), rows.count()
    shown = rows.with_approved().order_by("-planned_at", "-pk")[:SHOWN] if total else ()
    return {
        "rows": [_line(row, now) for row in shown],
        "total": total,
        "list_url": f"{reverse('meeting_list')}?{query}" if total > SHOWN else "",
    }


def _line(row: Meeting, now) -> dict[str, str]:
    state, tone = standing(row, now)
    url = row.get_absolute_url()
    return {
        "label": f"{capfirst(row.get_kind_display())} {clock(row)}",
        "url": url,
        "hint": "",
        "status_text": state,
        "status_kind": tone,
    }
