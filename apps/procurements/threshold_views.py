"""The page of the thresholds: the dated table, and a calculator of the regime."""

from dataclasses import replace
from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from apps.core.form_errors import try_action
from apps.core.formats import display, number
from apps.core.lists import Cell, Heading, Row, Table
from apps.core.pages import posted_data, render_page
from apps.procurements import threshold_actions, thresholds
from apps.procurements.models import Threshold
from apps.procurements.regime import regime
from apps.procurements.threshold_forms import RegimeForm, ThresholdCreateForm, ThresholdUpdateForm
from apps.procurements.wording import listed

VIEW, CHANGE = "procurements.view_procurement", "procurements.change_threshold"
LEAD = "Värdet, vad som köps och dagen avgör vilka regler i LOU en upphandling följer."
MISSING = (
    "I dag, {today}, saknas tröskelvärde för {what}. En sådan upphandling får beskedet ”tröskelvärde saknas” tills en "
    "administratör lägger till beloppen."
)
# Long words may break where a hyphen is allowed.
_COLUMNS = [
    ("Gäller från", False),
    ("Till och med", False),
    ("Varor och tjänster", True),
    ("Byggentre\N{SOFT HYPHEN}prenader", True),
    ("Särskilda tjänster", True),
    ("Direktupp\N{SOFT HYPHEN}handling under", True),
    ("Särskilda tjänster direkt under", True),
    ("Källa", False),
    ("Rad", False),
]


@require_safe
@permission_required(VIEW, raise_exception=True)
def threshold_list(request):
    """The thresholds by day with their sources, what is missing today, and the calculator."""
    today, rows = timezone.localdate(), thresholds.rows()
    may_change = request.user.has_perm(CHANGE)
    is_asked = bool(set(request.GET) & set(RegimeForm.base_fields))
    calculator = RegimeForm(request.GET if is_asked else None, initial={"on": today})
    answered = is_asked and calculator.is_valid()
    asked = calculator.cleaned_data if answered else {}
    missing = thresholds.missing_on(today, rows)
    context = {
        "form": calculator,
        "answer": regime(asked["value"], asked["kind"], asked["on"], rows) if answered else None,
        "table": _table(thresholds.listed(today), may_change),
        "missing": MISSING.format(today=today, what=listed(missing)) if missing else "",
        "may_change": may_change,
        "lead": LEAD,
        "breadcrumbs": _crumbs(),
    }
    status = 422 if is_asked and not answered else 200
    return render_page(request, "procurements/threshold_list.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(CHANGE, raise_exception=True)
def threshold_create(request):
    """Add a row to the table."""
    form = ThresholdCreateForm(posted_data(request), cancel_url=reverse("threshold_list"))
    if request.method == "POST" and form.is_valid():
        save = partial(threshold_actions.create_threshold, by=request.user, **form.cleaned_data)
        if threshold := try_action(form, Threshold, save):
            messages.success(request, f"Sparat. {threshold} gäller nu i alla upphandlingar.")
            return redirect("threshold_list")
    lead = "En rad som börjar samma dag som en medföljande rad ersätter den."
    return _form(request, form, "Lägg till tröskelvärden", _crumbs("Lägg till"), lead)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(CHANGE, raise_exception=True)
def threshold_update(request, pk):
    """Change an added row."""
    threshold = get_object_or_404(Threshold, pk=pk)
    initial = ThresholdUpdateForm.initial_from(threshold)
    form = ThresholdUpdateForm(posted_data(request), initial=initial, cancel_url=reverse("threshold_list"))
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        seen = values.pop("version")
        save = partial(threshold_actions.update_threshold, by=request.user, threshold=threshold, seen=seen, **values)
        if try_action(form, Threshold, save):
            messages.success(request, "Sparat.")
            return redirect("threshold_list")
    remove = {"label": "Ta bort raden", "url": reverse("threshold_delete", args=[pk]), "kind": "secondary"}
    return _form(request, form, f"Ändra tröskelvärden från {threshold.valid_from}", _crumbs("Ändra"), actions=[remove])


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(CHANGE, raise_exception=True)
def threshold_delete(request, pk):
    """Take away an added row, after asking."""
    threshold = get_object_or_404(Threshold, pk=pk)
    if request.method == "POST":
        threshold_actions.delete_threshold(by=request.user, threshold=threshold)
        messages.success(request, f"Raden från {threshold.valid_from} är borttagen. Historiken visar att den funnits.")
        return redirect("threshold_list")
    context = {
        "heading": f"Ta bort tröskelvärdena från {threshold.valid_from}?",
        "consequence": "Raden försvinner ur tabellen. Om en medföljande rad börjar samma dag gäller den igen.",
        "confirm_label": "Ta bort raden",
        "cancel_url": reverse("threshold_list"),
        "breadcrumbs": _crumbs("Ta bort"),
    }
    return render_page(request, "_parts/confirm_page.html", context)


def _table(rows: list[thresholds.ListedRow], may_change: bool) -> Table:
    headings = [Heading(label, is_number) for label, is_number in _COLUMNS]
    return Table("Tröskelvärden och gränser i kronor utan moms", headings, [_row(each, may_change) for each in rows])


def _row(each: thresholds.ListedRow, may_change: bool) -> Row:
    """An added row is changed through its first day, by those who may."""
    row = each.row
    amounts = (row.goods_services, row.works, row.special_services, row.direct_purchase, row.direct_purchase_special)
    texts = [f"{row.valid_from}", f"{row.ends_on}", *map(number, amounts), display(row.source), each.origin]
    first, *between, last = [
        Cell(text, label, is_number) for text, (label, is_number) in zip(texts, _COLUMNS, strict=True)
    ]
    if may_change and each.added:
        first = replace(first, url=reverse("threshold_update", args=[each.added.pk]))
    return Row([first, *between, replace(last, tone=each.tone)])


def _form(request, form, heading, breadcrumbs, lead="", actions=()):
    context = {"form": form, "heading": heading, "breadcrumbs": breadcrumbs, "lead": lead, "actions": actions}
    return render_page(request, "_parts/form_page.html", context)


def _crumbs(here: str = ""):
    listed_at = reverse("threshold_list") if here else None
    crumbs = [("Upphandlingar", reverse("procurement_list")), ("Tröskelvärden", listed_at)]
    return [*crumbs, (here, None)] if here else crumbs
