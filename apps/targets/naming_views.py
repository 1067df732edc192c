"""The decision to name suppliers beside the results: what holds, what held, and a new one."""

from collections.abc import Iterable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.access import require
from apps.core.lists import Cell, Heading, Row, Table
from apps.core.pages import posted_data, render_page
from apps.targets import wording
from apps.targets.models import NamingDecision
from apps.targets.naming_actions import decide_naming
from apps.targets.naming_forms import NamingForm

HEADING = "Namnge leverantörer?"
LEAD = (
    "Beslutet gäller leverantörernas namn i översikten, på den öppna sidan och i frysta rapporter. "
    "Också med beslut visas bara namn där inget litet tal kan räknas fram."
)


@require_http_methods(["GET", "POST"])
def naming_create(request):
    """What is decided, and a new decision; nothing is changed afterwards."""
    organisation, back = require(request, "targets.publish_year"), reverse("dashboard")
    form = NamingForm(posted_data(request), cancel_url=back)
    if request.method == "POST" and form.is_valid():
        try:
            made = decide_naming(
                by=request.user, organisation=organisation, today=timezone.localdate(), **form.cleaned_data
            )
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, f"Sparat. {wording.naming(made)}")
            return redirect("naming_create")
    rows = list(
        NamingDecision.objects.visible_to(request.user, "targets.publish_year").filter(organisation=organisation)
    )
    context = {
        "form": form,
        "heading": HEADING,
        "lead": LEAD,
        "now": wording.naming(NamingDecision.objects.in_force(organisation)),
        "table": _table(rows),
        "breadcrumbs": [("Översikt", back), (HEADING, None)],
    }
    return render_page(request, "targets/naming_create.html", context)


def _table(rows: Iterable[NamingDecision]) -> Table:
    labels = ("Beslut", "Beslutat av", "Datum", "Beteckning", "Läge")
    found = []
    for at, each in enumerate(rows):
        what = "namnges" if each.names_suppliers else "namnges inte"
        values = (what, each.decided_by_body, each.decided_on.isoformat(), each.reference)
        cells = [Cell(text, label) for text, label in zip(values, labels, strict=False)]
        state, tone = ("ersatt", "neutral") if at else ("gäller", "good")
        found.append(Row([*cells, Cell(state, labels[-1], tone=tone)]))
    return Table("Beslut om leverantörernas namn, nyaste först", [Heading(label, False) for label in labels], found)
