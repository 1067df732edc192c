"""A yearly plan read in from a sheet: the file, every line checked, and only then written."""

import base64
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core import signing
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.actionplans import crumbs, import_actions, sheet
from apps.actionplans.models import CHANGE, Plan
from apps.core.pages import render_page
from apps.interchange import reading
from apps.interchange.actionplan_forms import PlanFileForm

HEADING = "Läs in punkter från Excel"
STALE = "Filen gick inte att läsa om. Välj den igen."
_SALT = "steget.actionplan-file"
_TEMPLATE = "interchange/actionplan_import.html"


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(CHANGE, raise_exception=True)
def actionplan_import(request, pk):
    """Choose a file, see what it holds and what is wrong with it, and read it in. Nothing is written before that."""
    rows = Plan.objects.visible_to(request.user, CHANGE).select_related("organisation")
    plan = get_object_or_404(rows, pk=pk)
    if request.method == "POST" and "content" in request.POST:
        return _read_in(request, plan)
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form = PlanFileForm(*posted, cancel_url=plan.get_absolute_url())
    if request.method != "POST" or not form.is_valid():
        return _page(request, plan, {"form": form})
    file = form.cleaned_data["file"]
    content = file.read()
    try:
        items, problems = _checked(plan, content, file.name)
    except (reading.ReadingError, ValidationError) as error:
        form.add_error("file", error if isinstance(error, ValidationError) else str(error))
        return _page(request, plan, {"form": form})
    if problems:
        form.add_error("file", _count(problems))
        return _page(request, plan, {"form": form, "problems": problems})
    held = {"plan": plan.pk, "name": file.name, "data": base64.b64encode(content).decode()}
    signed = signing.dumps(held, salt=_SALT, compress=True)
    return _page(request, plan, {"form": None, "items": items, "content": signed})


def _read_in(request, plan: Plan):
    """The second press: the file comes back as it was checked, signed."""
    form = PlanFileForm(request.POST, cancel_url=plan.get_absolute_url())
    form.fields["file"].required = False
    form.is_valid()
    try:
        held = signing.loads(request.POST["content"], salt=_SALT)
        if held["plan"] != plan.pk:
            raise ValidationError(STALE)
        items, problems = _checked(plan, base64.b64decode(held["data"]), held["name"])
        if not problems:
            made = import_actions.import_items(by=request.user, plan=plan, items=items)
            messages.success(request, f"Sparat. {len(made)} {'punkt' if len(made) == 1 else 'punkter'} är inlästa.")
            return redirect(plan)
    except signing.BadSignature:
        form.add_error(None, STALE)
        problems = []
    except ValidationError as error:
        form.add_error(None, error)
        problems = []
    if problems:
        form.add_error(None, _count(problems))
    return _page(request, plan, {"form": form, "problems": problems})


def _checked(plan: Plan, content: bytes, name: str) -> tuple[list[sheet.SheetItem], list[sheet.Problem]]:
    """The items of a file and all that is wrong with it, also what the reader passed over."""
    if not plan.is_draft:
        raise ValidationError(import_actions.DECIDED.format(state=plan.get_state_display()))
    table = next(each for each in reading.read(content, name) if each.has_table)
    rows = [(row.number, dict(zip(table.header, row.cells, strict=False))) for row in table.rows]
    items, problems = sheet.parse(rows, year=plan.year, today=timezone.localdate())
    passed = [
        sheet.Problem(each.number, "", "", f"Raden lästes inte: {each.reason}. Ta bort eller ändra den.")
        for each in table.skipped
        if each.reason != "tom rad"
    ]
    return items, [*passed, *problems, *import_actions.check(plan, items)]


def _count(problems: list[sheet.Problem]) -> str:
    noun = "ett fel" if len(problems) == 1 else f"{len(problems)} fel"
    return f"Filen har {noun}, se nedan. Inget är inläst. Rätta i filen och välj den igen."


def _page(request, plan: Plan, context: dict[str, Any]):
    own = {"problems": [], "items": [], "content": "", "plan": plan, "heading": HEADING}
    own["goal_count"] = sum(len(each.goals) for each in context.get("items", ()))
    own["labels"] = sheet.LABELS
    own["breadcrumbs"] = crumbs.of_plan(plan, HEADING)
    return render_page(request, _TEMPLATE, own | context)
