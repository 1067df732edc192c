"""The administrator's pages of reminders: when the organisation reminds, and of what."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from apps.accounts.access import require
from apps.core.form_errors import try_action
from apps.core.pages import posted_data, render_page
from apps.reminders import rule_actions as actions
from apps.reminders import rule_overview as overview
from apps.reminders.kinds import BY_NAME
from apps.reminders.models import ReminderRule, ReminderSettings
from apps.reminders.rule_forms import HoursForm, RuleForm
from apps.reminders.rule_queries import rule_row_of, ruling_of, settings_of

CHANGE = "accounts.change_organisation"
METHODS = ["GET", "HEAD", "POST"]
HEADING = "Påminnelser"
BY_LAW = "Det här slaget bygger på lag. Ingen kan välja bort det, och minst en påminnelse kommer senast på sista dagen."


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def reminder_settings(request):
    """Every kind with its rule as a sentence, and the hours and days of mail."""
    organisation = require(request, CHANGE)
    initial = HoursForm.initial_from(settings_of(organisation))
    form = HoursForm(posted_data(request), initial=initial, cancel_url=reverse("settings_index"))
    if request.method == "POST" and form.is_valid():
        save = partial(actions.save_settings, by=request.user, organisation=organisation, **form.values)
        if try_action(form, ReminderSettings, save):
            messages.success(request, "Sparat.")
            return redirect("reminder_settings")
    context = {"form": form, "table": overview.rules_table(organisation), "breadcrumbs": _crumbs((HEADING, None))}
    return render_page(request, "reminders/reminder_settings.html", context)


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def reminder_rule_update(request, kind):
    """Decide when one kind is reminded of."""
    organisation = require(request, CHANGE)
    known = _kind_or_404(kind)
    rules_url = reverse("reminder_settings")
    initial = RuleForm.initial_from(rule_row_of(organisation, kind))
    form = RuleForm(posted_data(request), initial=initial, is_law=known.is_required, cancel_url=rules_url)
    if request.method == "POST" and form.is_valid():
        given = {"organisation": organisation, "kind": kind, **form.values}
        if try_action(form, ReminderRule, lambda: [actions.save_rule(by=request.user, **given)]):
            messages.success(request, f"Sparat. {known.label}: {ruling_of(organisation, kind).sentence}")
            return redirect(rules_url)
    ruling, today = ruling_of(organisation, kind), timezone.localdate()
    off = frozenset(settings_of(organisation).quiet_days)
    context = {
        "form": form,
        "heading": f"Påminnelser: {known.label}",
        "ruling": ruling,
        "by_law": BY_LAW if known.is_required else "",
        "example": overview.example_of(ruling, today, off),
        "breadcrumbs": _crumbs((HEADING, rules_url), (known.label, None)),
    }
    return render_page(request, "reminders/reminder_rule_update.html", context)


@require_POST
@permission_required(CHANGE, raise_exception=True)
def reminder_rule_reset(request, kind):
    """Let the shipped rule hold again."""
    organisation = require(request, CHANGE)
    known = _kind_or_404(kind)
    actions.reset_rule(by=request.user, organisation=organisation, kind=kind)
    said = f"Stegets förslag gäller igen. {known.label}: {ruling_of(organisation, kind).sentence}"
    messages.success(request, said)
    return redirect("reminder_settings")


def _kind_or_404(name: str):
    if name not in BY_NAME:
        raise Http404
    return BY_NAME[name]


def _crumbs(*rest):
    return [("Inställningar", reverse("settings_index")), *rest]
