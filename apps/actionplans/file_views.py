"""A plan to take along: a PDF with roles instead of names, and a sheet that can be read back."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from apps.actionplans import due
from apps.actionplans.models import VIEW, Item, Plan
from apps.actionplans.plan_views import seen_plan
from apps.actionplans.queries import ItemCard, PlanPage, plan_page
from apps.actionplans.sheet import COLUMNS
from apps.core.exports import XLSX_TYPE, write_xlsx
from apps.core.typeset import typeset

TEMPLATE = Path(settings.BASE_DIR) / "templates" / "actionplans" / "plan.typ"


@require_safe
@permission_required(VIEW, raise_exception=True)
def actionplan_pdf(request, pk):
    """The plan as a tagged PDF; it names nobody."""
    plan, today = seen_plan(request, pk, VIEW), timezone.localdate()
    content = typeset(TEMPLATE, values_of(plan_page(plan, today), today.isoformat()))
    return _attached(content, "application/pdf", f"handlingsplan-{plan.year}.pdf")


@require_safe
@permission_required(VIEW, raise_exception=True)
def actionplan_xlsx(request, pk):
    """The plan with one row for each goal, as the import reads it."""
    plan = seen_plan(request, pk, VIEW)
    file = io.BytesIO()
    write_xlsx(file, list(COLUMNS.values()), rows_of(plan))
    return _attached(file.getvalue(), XLSX_TYPE, f"handlingsplan-{plan.year}.xlsx")


def values_of(page: PlanPage, printed: str) -> dict[str, Any]:
    """What the document shows, as text."""
    plan = page.plan
    decision = f"Beslutad av {plan.decided_by_body} {plan.decided_on}, {plan.reference}." if plan.decided_on else ""
    return {
        "title": str(plan),
        "organisation": plan.whom,
        "decision": decision or "Utkast, inte beslutat.",
        "introduction": plan.introduction,
        "sentence": page.sentence,
        "printed": printed,
        "items": [_item_values(item) for item in page.items],
    }


def rows_of(plan: Plan) -> Iterator[list[Any]]:
    """One row for each goal, and one for an item without goals; an item's own cells stand on each of its rows."""
    rows = plan.items.select_related("responsible").prefetch_related("goals", "taking_part__department")
    rows = rows.prefetch_related("taking_part__organisation", "links__procurement", "links__guideline")
    for number, item in enumerate(rows, 1):
        own = [number, *_cells(item)]
        for goal in item.goals.all():
            yield [*own, goal.text, due.written(goal.due_kind, goal.due_on), goal.done_on]
        if not item.goals.all():
            yield [*own, "", "", None]


def _attached(content: bytes, content_type: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": content_disposition_header(True, name)}
    return HttpResponse(content, content_type=content_type, headers=headers)


def _cells(item: Item) -> list[str]:
    links = item.links.all()
    return [
        item.title,
        item.background,
        item.purpose,
        item.responsible.email if item.responsible else "",
        item.responsible_role,
        "; ".join(map(str, item.taking_part.all())),
        "; ".join(each.procurement.case_number for each in links if each.procurement),
        "; ".join(str(each.guideline) for each in links if each.guideline),
        item.get_state_display(),
        item.moved_reason,
    ]


def _item_values(item: ItemCard) -> dict[str, Any]:
    facts = [
        ("Bakgrund", item.background),
        ("Syfte", item.purpose),
        ("Ansvarig", item.role),
        ("Medverkande", ", ".join(item.taking_part)),
        ("Skäl till flytten", item.moved_reason),
    ]
    return {
        "title": f"{item.number}. {item.title}",
        "state": item.state_label,
        "facts": [(key, value) for key, value in facts if value],
        "goals": [(goal.text, goal.due_label, goal.status_text) for goal in item.goals],
    }
