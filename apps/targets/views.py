"""The dashboard, and the years anyone may read."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.access import require
from apps.core.pages import render_page
from apps.targets import actions
from apps.targets.parameters import asked_year


@require_http_methods(["GET", "POST"])
def year_publish(request):
    """Ask, then let anyone read the year."""
    organisation, year = require(request, "targets.publish_year"), asked_year(request)
    back = f"{reverse('dashboard')}?ar={year}"
    if request.method == "POST":
        try:
            actions.publish_year(by=request.user, organisation=organisation, year=year, today=timezone.localdate())
        except ValidationError as error:
            text = " ".join(error.messages)
            return render_page(request, "targets/year_publish.html", _asking(year, back, text), status=422)
        messages.success(
            request, f"{year} är publicerat på {request.build_absolute_uri(_public_url(organisation, year))}"
        )
        return redirect(back)
    return render_page(request, "targets/year_publish.html", _asking(year, back))


@require_http_methods(["GET", "POST"])
def year_unpublish(request):
    """Ask, then take the year's open page away."""
    organisation, year = require(request, "targets.publish_year"), asked_year(request)
    back = f"{reverse('dashboard')}?ar={year}"
    if request.method == "POST":
        actions.unpublish_year(by=request.user, organisation=organisation, year=year)
        messages.success(request, f"{year} är inte längre publicerat.")
        return redirect(back)
    context = {
        "heading": f"Sluta publicera {year}?",
        "consequence": f"Den öppna sidan för {year} försvinner och länkar till den slutar fungera. "
        "Du kan publicera året igen, på samma adress.",
        "confirm_label": "Sluta publicera",
        "cancel_url": back,
        "breadcrumbs": [("Översikt", back), (f"Sluta publicera {year}", None)],
    }
    return render_page(request, "_parts/confirm_page.html", context)


def _public_url(organisation, year: int) -> str:
    return reverse("public_year", args=[organisation.org_number, year])


def _asking(year: int, back: str, problem: str = "") -> dict:
    is_running = year >= timezone.localdate().year
    return {
        "heading": f"Publicera {year}?",
        "problem": problem,
        "is_running": is_running,
        "year": year,
        "cancel_url": back,
        "breadcrumbs": [("Översikt", back), (f"Publicera {year}", None)],
    }
