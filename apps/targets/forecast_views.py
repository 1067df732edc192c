"""The forecast in full, and what it would be if more procurements carried a requirement."""

from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from apps.accounts.access import require
from apps.core.pages import render_page
from apps.targets import forecast_queries, forecast_words
from apps.targets.beside import card_of
from apps.targets.forecast import Forecast, State, forecast, options
from apps.targets.forecast_inputs import Inputs, Stage
from apps.targets.parameters import asked_year

_STAGES = {Stage.RECOMMENDED: "rekommenderat", Stage.POSSIBLE: "möjligt", Stage.DECIDED: "beslutat"}
# More are never ticked by hand; the address could hold any number.
_MOST_TICKED = 500
# Each option is a forecast of its own, so only those with most places are compared one by one.
_MOST_COMPARED = 12


@require_safe
def what_if(request):
    """The year's forecast; `?upphandling=`, as many as are ticked, takes those procurements as decided."""
    organisation, year = require(request, "targets.view_dashboard"), asked_year(request)
    inputs = forecast_queries.load(organisation, year, timezone.localdate())
    choosable = [each for each in inputs.coming if each.stage != Stage.DECIDED]
    ticked = _ticked(request) & {each.key for each in choosable}
    as_is, found = forecast(inputs), forecast(inputs, ticked=ticked)
    context = {
        "heading": f"Når vi målet {year}?",
        "lead": forecast_words.lead(found),
        "year": year,
        "card": card_of(found),
        "is_changed": bool(ticked),
        "as_is": forecast_words.short(as_is) or forecast_words.why_not(as_is),
        "choices": _choices(inputs, ticked),
        "decided": [each.name for each in inputs.coming if each.stage == Stage.DECIDED],
        "is_open": found.state == State.OPEN,
        "rests_on": forecast_words.rests_on(found) if found.outcome else (),
        "interval": forecast_words.INTERVAL if _has_interval(found) else "",
        "reset_url": f"{reverse('forecast_what_if')}?ar={year}",
        "shown": organisation,
        "breadcrumbs": [("Översikt", f"{reverse('dashboard')}?ar={year}"), ("Når vi målet?", None)],
    }
    return render_page(request, "targets/forecast_what_if.html", context)


def _ticked(request) -> frozenset[int]:
    values = request.GET.getlist("upphandling")
    if len(values) > _MOST_TICKED or not all(each.isascii() and each.isdigit() and len(each) < 19 for each in values):
        raise Http404("En upphandling anges med sitt nummer.")
    return frozenset(map(int, values))


def _choices(inputs: Inputs, ticked: frozenset[int]) -> list[dict]:
    """The procurements that can be ticked, those with most places first; what each changes, of the first ones."""
    rows = [each for each in inputs.coming if each.stage != Stage.DECIDED]
    rows = sorted(rows, key=lambda each: (each.key not in ticked, -each.number, each.name, each.key))
    first = {each.key for each in rows[:_MOST_COMPARED]}
    compared = {
        each.coming.key: forecast_words.option(each, inputs) for each in options(inputs, ticked=ticked, only=first)
    }
    return [
        {
            "key": str(each.key),
            "name": each.name,
            "hint": f"{_places(each.number)}, {_STAGES[each.stage]}",
            "change": compared.get(each.key, ""),
            "is_ticked": each.key in ticked,
        }
        for each in rows
    ]


def _places(number: int) -> str:
    return f"{number} {'plats' if number == 1 else 'platser'}"


def _has_interval(found: Forecast) -> bool:
    return found.outcome is not None and found.state == State.OPEN
