"""The coordinator's comments beside the charts."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_POST

from apps.accounts.access import require
from apps.core.pages import posted_data, render_page
from apps.targets import comment_actions
from apps.targets.comment_forms import CommentForm
from apps.targets.comment_queries import CHARTS
from apps.targets.models import ChartComment
from apps.targets.parameters import asked_department, asked_period, asked_year

_PERM = "targets.publish_year"


@require_http_methods(["GET", "POST"])
def comment_create(request):
    """Say something of the chart that `?diagram=` names; it is dated and signed."""
    organisation, year = require(request, _PERM), asked_year(request)
    chart = request.GET.get("diagram", "mal")
    if chart not in CHARTS:
        raise Http404("Diagrammet finns inte.")
    back = f"{reverse('dashboard')}?{_kept(request, organisation)}"
    form = CommentForm(posted_data(request), cancel_url=back)
    if request.method == "POST" and form.is_valid():
        own = {"by": request.user, "organisation": organisation, "year": year, "chart": chart}
        try:
            made = comment_actions.write_comment(**own, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            undo = reverse("chart_comment_undo", args=[made.pk]) + f"?{_kept(request, organisation)}"
            context = {"text": "Sparat. Kommentaren står vid diagrammet.", "kind": "success", "undo_url": undo}
            messages.success(request, render_to_string("_parts/banner.html", context, request), extra_tags="undo")
            return redirect(f"{back}#{chart}-title")
    context = {
        "form": form,
        "shown": organisation,
        "heading": f"Kommentera {CHARTS[chart]} {year}",
        "lead": "Kommentaren står vid diagrammet med ditt namn och dagens datum. Alla som ser översikten kan läsa den, "
        "och den följer med i rapporten när perioden fryses.",
        "breadcrumbs": [("Översikt", back), ("Kommentera", None)],
    }
    return render_page(request, "_parts/form_page.html", context)


@require_POST
def comment_undo(request, pk: int):
    """Take a comment away."""
    organisation = require(request, _PERM)
    rows = ChartComment.objects.visible_to(request.user, _PERM).filter(organisation=organisation)
    comment = get_object_or_404(rows, pk=pk)
    comment_actions.undo_comment(by=request.user, comment=comment, now=timezone.now())
    messages.success(request, "Kommentaren är borttagen.")
    query = _kept(request, organisation) if "ar" in request.GET else urlencode({"ar": comment.year})
    return redirect(f"{reverse('dashboard')}?{query}#{comment.chart}-title")


def _kept(request, organisation) -> str:
    """What the address says of which figures are shown, checked, for the way back."""
    asked_period(request)
    own = {"ar": asked_year(request)}
    own |= {"period": request.GET["period"]} if request.GET.get("period") else {}
    department = asked_department(request, organisation)
    return urlencode(own | ({"forvaltning": department.pk} if department else {}))
