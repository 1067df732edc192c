"""How the figures are made, every decision about a target, and a new one."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_safe

from apps.accounts.access import require
from apps.core.formats import NBSP, number
from apps.core.lists import Cell, Heading, Row, Table
from apps.core.pages import posted_data, render_page
from apps.targets import actions, queries, target_queries, wording
from apps.targets.choices import Measure
from apps.targets.forms import AboutForm, target_form
from apps.targets.measures import DEFINITIONS, definition
from apps.targets.models import Target
from apps.targets.parameters import asked_year
from apps.targets.target_queries import About, TargetVersion

_VERSION_COLUMNS = ("År", "Mål för", "Version", "Mål", "Räknas", "Beslut", "Läge")


@require_safe
def counting_rules(request):
    """How the figures are made, in plain sentences, and every version of the targets."""
    organisation = require(request, "targets.view_dashboard")
    target = queries.target_of(organisation, timezone.localdate().year)
    rows = [_version_row(version) for version in target_queries.target_versions(organisation)]
    context = {
        "year": timezone.localdate().year,
        "rule": wording.rule_sentences(queries.rule_of(target)),
        "decision": wording.decision(target) if target else "",
        "definitions": DEFINITIONS,
        "table": Table("Alla beslut om mål, nyaste först", [Heading(name, False) for name in _VERSION_COLUMNS], rows),
        "may_change": request.user.has_perm("targets.change_target", organisation),
        "breadcrumbs": [("Översikt", reverse("dashboard")), ("Så räknar vi", None)],
    }
    return render_page(request, "targets/counting_rules.html", context)


@require_http_methods(["GET", "POST"])
def target_create(request):
    """A new version of one of a year's targets, filled in from the one in force; which one is chosen in the address."""
    organisation, year = require(request, "targets.change_target"), asked_year(request)
    chooser = AboutForm(request.GET, departments=organisation.departments.filter(is_active=True))
    about = chooser.about()
    if about is None:
        raise Http404("Målet finns inte.")
    target = target_queries.target_of(organisation, about, year)
    latest = target_queries.latest_version(organisation, about, year)
    back = f"{reverse('dashboard')}?ar={year}"
    options = {"target": target, "latest_version": latest, "cancel_url": back, "organisation": organisation}
    form = target_form(posted_data(request), about=about, **options)
    if request.method == "POST" and form.is_valid():
        own = {"by": request.user, "organisation": organisation, "year": year, "about": about}
        try:
            made = actions.set_target(today=timezone.localdate(), **own, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, f"Sparat. {_saved(made)}")
            return redirect(back)
    return render_page(request, "targets/target_create.html", _asking(form, chooser, about, year, latest, back))


def _asking(form, chooser: AboutForm, about: About, year: int, latest: int, back: str) -> dict:
    verb = "Ändra målet" if latest else "Lägg in målet"
    about_text = f"Målet gäller {definition(about.measure).name}, {about.of_text}."
    return {
        "form": form,
        "chooser": chooser,
        "chosen": {
            "matt": about.measure,
            "galler": str(about.department.pk) if about.department else about.scope,
        },
        "year": year,
        "sentence": definition(about.measure).sentence,
        "heading": f"{verb} för {year}",
        "lead": f"{about_text} Varje ändring blir en ny version. "
        "De tidigare besluten finns kvar på sidan Så räknar vi.",
        "breadcrumbs": [("Översikt", back), (f"{verb} för {year}", None)],
    }


def address(target: Target) -> str:
    """Where the target can be given a new version."""
    galler = target.department_id or target.scope
    return f"{reverse('target_create')}?{urlencode({'ar': target.year, 'matt': target.measure, 'galler': galler})}"


def _saved(target: Target) -> str:
    if target_queries.about(target) == target_queries.RESIDENTS_OF_ALL:
        return f"Målet för {target.year} är {number(target.value)}."
    return f"{target_queries.name(target)}: målet för {target.year} är {_value(target)}."


def _value(target: Target) -> str:
    if target.measure != Measure.RESIDENTS:
        return f"{number(target.value)}{NBSP}%"
    return f"{number(target.value)} {wording.unit(queries.rule_of(target), target.value)}"


def _counted(target: Target) -> str:
    if target.measure != Measure.RESIDENTS:
        return definition(target.measure).numerator
    counted = wording.listed(kind.label.lower() for kind in wording.kinds(queries.rule_of(target)))
    return f"{counted} ({target.get_counting_rule_display()})"


def _version_row(version: TargetVersion) -> Row:
    target = version.target
    state, tone = ("gäller", "good") if version.is_in_force else ("ersatt", "neutral")
    values = (
        str(target.year),
        target_queries.name(target),
        str(target.version),
        _value(target),
        _counted(target),
        f"{target.decided_by_body} {wording.full_day(target.decided_on)}, {target.reference}",
    )
    cells = [Cell(text, label) for text, label in zip(values, _VERSION_COLUMNS, strict=False)]
    cells[0] = Cell(cells[0].text, cells[0].label, url=target.get_absolute_url())
    if target.guideline:
        cells[-1] = Cell(cells[-1].text, cells[-1].label, note=f"Riktlinje: {target.guideline}")
    return Row([*cells, Cell(state, _VERSION_COLUMNS[-1], tone=tone)])
