"""The pages of samples: the list, a draw, what was drawn, and the result of each contract."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.views.decorators.http import require_http_methods, require_safe

from apps.accounts.access import require
from apps.core.form_errors import try_action
from apps.core.lists import Column, ListPage, list_response
from apps.core.pages import posted_data, render_page
from apps.followups import sample_actions, sample_forms
from apps.followups.choices import SampleState
from apps.followups.models import Sample, SampleItem

VIEW, CHANGE = "followups.view_followup", "followups.change_followup"
METHODS = ["GET", "HEAD", "POST"]
HEADING = "Stickprov"
_TONES = {SampleState.APPROVED: "good", SampleState.REMARK: "bad", SampleState.ANSWERED: "warn"}
COLUMNS = [
    Column("drawn", "Drogs", lambda row: row.drawn_at, ("drawn_at",), "date", url=lambda row: row.get_absolute_url()),
    Column("seed", "Frö", lambda row: row.seed, ("seed",)),
    Column("size", "Avtal", lambda row: row.number, ("number",), "number"),
    Column("settled", "Avgjorda", lambda row: row.settled, ("settled",), "number"),
    Column("remarks", "Med anmärkning", lambda row: row.remarks, ("remarks",), "number"),
    Column("by", "Drogs av", lambda row: row.drawn_by.name),
]


@require_safe
@permission_required(CHANGE, raise_exception=True)
def sample_list(request):
    """The organisation's samples."""
    organisation = require(request, CHANGE)
    rows = Sample.objects.visible_to(request.user, CHANGE).filter(organisation=organisation)
    page = list_response(
        request,
        rows.select_related("drawn_by").annotate(
            number=Count("items"),
            settled=Count("items", filter=Q(items__state__in=sample_actions.SETTLED)),
            remarks=Count("items", filter=Q(items__state=SampleState.REMARK)),
        ),
        columns=COLUMNS,
        form=sample_forms.SampleFilter(request.GET),
        default_sort="-drawn",
        caption=HEADING,
        one="stickprov",
        filename="stickprov",
    )
    if not isinstance(page, ListPage):
        return page
    context = {"list": page}
    return render_page(request, "followups/sample_list.html", context | _crumbs())


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def sample_create(request):
    """Draw contracts by chance."""
    organisation, today = require(request, CHANGE), timezone.localdate()
    form = sample_forms.SampleForm(
        posted_data(request), initial={"size": 5, "seed": today.isoformat()}, cancel_url=reverse("sample_list")
    )
    if request.method == "POST" and form.is_valid():
        values = {"organisation": organisation, "today": today, **form.cleaned_data}
        if sample := try_action(form, Sample, partial(sample_actions.draw_sample, by=request.user, **values)):
            messages.success(request, "Stickprovet är draget. Begär underlag av leverantörerna nedan.")
            return redirect(sample)
    lead = "Avtal med krav dras på måfå, så att ingen kan veta i förväg vilka som kontrolleras."
    context = {"form": form, "heading": "Dra ett stickprov", "lead": lead}
    return render_page(request, "_parts/form_page.html", context | _crumbs("Nytt"))


@require_safe
@permission_required(CHANGE, raise_exception=True)
def sample_detail(request, pk):
    """What was drawn, from what, how anybody can draw it again, and how each contract stands."""
    rows = Sample.objects.visible_to(request.user, CHANGE).select_related("drawn_by")
    sample = get_object_or_404(rows, pk=pk)
    items = sample.items.select_related("contract__procurement").prefetch_related("contract__suppliers")
    shown = [_item(item) for item in items]
    context = {
        "sample": sample,
        "items": shown,
        "settled": sum(item["is_settled"] for item in shown),
        "drawn_from": ", ".join(str(key) for key in sample.drawn_from),
        "from_count": len(sample.drawn_from),
        "ask_url": f"{reverse('report_request')}?" + "&".join(f"avtal={item['contract']}" for item in shown),
    }
    return render_page(request, "followups/sample_detail.html", context | _crumbs(sample.seed))


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def sample_item_update(request, pk):
    """Note what a supplier answered about a drawn contract, or the result."""
    rows = SampleItem.objects.visible_to(request.user, CHANGE).select_related("contract", "sample")
    item = get_object_or_404(rows, pk=pk)
    initial = sample_forms.SampleItemForm.initial_from(item)
    back = item.sample.get_absolute_url()
    form = sample_forms.SampleItemForm(posted_data(request), initial=initial, cancel_url=back)
    if request.method == "POST" and form.is_valid():
        values = {"item": item, "today": timezone.localdate(), **form.cleaned_data}
        if try_action(form, SampleItem, partial(sample_actions.settle_item, by=request.user, **values)):
            messages.success(request, f"Sparat. {item.contract.name}: {SampleState(form.cleaned_data['state']).label}.")
            return redirect(back)
    lead = "Leverantören ska få svara innan kontrollen avgörs."
    context = {"form": form, "heading": f"Kontroll av {item.contract.name}", "lead": lead, "shown": item}
    return render_page(request, "_parts/form_page.html", context | _crumbs(item.contract.name))


def _item(item: SampleItem) -> dict:
    state = SampleState(item.state)
    return {
        "pk": item.pk,
        "contract": item.contract_id,
        "name": item.contract.name,
        "suppliers": ", ".join(supplier.name for supplier in item.contract.suppliers.all()),
        "url": reverse("followup_plan", args=[item.contract_id]),
        "state": capfirst(state.label),
        "tone": _TONES.get(state, "neutral"),
        "note": item.remark or item.reply,
        "is_settled": state in sample_actions.SETTLED,
        "deviation_url": reverse("deviation_create", args=[item.contract_id]) if state == SampleState.REMARK else "",
    }


def _crumbs(here: str = "") -> dict:
    up = [("Uppföljning", reverse("followup_overview"))]
    rest = [(HEADING, reverse("sample_list")), (here, None)] if here else [(HEADING, None)]
    return {"breadcrumbs": [*up, *rest]}
