"""What a year has cost, and the gain that the organisation has estimated: the one input of two measures."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from apps.accounts.access import require
from apps.core.actions import Conflict
from apps.core.forms import MoneyField, StegetForm, form_helper, version_field
from apps.core.pages import posted_data, render_page
from apps.core.personal_numbers import refuse_personal_number
from apps.targets.cost_actions import cost_of, save_cost, seen
from apps.targets.models import YearlyCost
from apps.targets.parameters import asked_year

_FIELDS = ("matchers", "coordination", "social_gain", "source")
_STALE = "Någon annan har just sparat årets kostnad. Läs den och spara igen om din ändring fortfarande gäller."


def _kronor(label: str, help_text: str, *, most: int, required: bool = True) -> MoneyField:
    return MoneyField(label=label, help_text=help_text, max_value=most, decimal_places=0, required=required)


class CostForm(StegetForm):
    """Whole kronor of one year."""

    matchers = _kronor("Kostnad för matchare, kronor", "Lön med påslag under året.", most=2_000_000_000)
    coordination = _kronor("Kostnad för samordning, kronor", "Lön med påslag under året.", most=2_000_000_000)
    social_gain = _kronor(
        "Uppskattad samhällsvinst, kronor",
        "Det ni själva har fått fram med Upphandlingsmyndighetens kalkyl. Lämna tomt utan egen beräkning.",
        most=900_000_000_000,
        required=False,
    )
    source = forms.CharField(
        label="Underlag",
        max_length=200,
        help_text="Varifrån siffrorna kommer, till exempel bokslut 2026, konto 5010.",
        validators=[refuse_personal_number],
    )
    version = version_field()

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Spara kostnaden", cancel_url=cancel_url)


@require_http_methods(["GET", "POST"])
def cost_update(request):
    """What the year has cost, filled in with what was said before."""
    organisation, year = require(request, "targets.change_target"), asked_year(request)
    back, cost = f"{reverse('measure_list')}?ar={year}", cost_of(organisation, year)
    form = CostForm(posted_data(request), cancel_url=back, initial=_initial(cost))
    if request.method == "POST" and form.is_valid():
        try:
            save_cost(by=request.user, organisation=organisation, year=year, **form.cleaned_data)
        except Conflict:
            form.add_error(None, _STALE)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, f"Sparat. Kostnaden för {year} står bland måtten när året är slut.")
            return redirect(back)
    context = {
        "form": form,
        "heading": f"Kostnaden för {year}",
        "lead": "Av kostnaden räknas kostnad per invånare i sysselsättning, för hela år som är slut.",
        "breadcrumbs": [("Översikt", f"{reverse('dashboard')}?ar={year}"), ("Alla mått", back), ("Kostnad", None)],
    }
    return render_page(request, "_parts/form_page.html", context)


def _initial(cost: YearlyCost) -> dict:
    return {name: getattr(cost, name) for name in _FIELDS} | {"version": seen(cost)}
