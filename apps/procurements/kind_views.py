"""The pages of from which day each kind of effort may be asked for in the active organisation."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.views.decorators.http import require_http_methods, require_safe

from apps.accounts.access import require
from apps.core.form_errors import try_action
from apps.core.pages import posted_data, render_page
from apps.procurements import kind_actions
from apps.procurements.choices import RequirementKind
from apps.procurements.kind_forms import KindStartForm
from apps.procurements.kind_starts import kind_states, kinds_table
from apps.procurements.models import RequirementKindStart

VIEW, CHANGE = "procurements.view_procurement", "procurements.change_requirement_kinds"
LEAD = "Krav som redan är ställda påverkas inte. Dagen prövas när ett krav ställs eller byter insats."


@require_safe
@permission_required(VIEW, raise_exception=True)
def requirement_kind_list(request):
    """The kinds of effort, and which of them may be asked for yet."""
    organisation = require(request, VIEW)
    may_change = request.user.has_perm(CHANGE, organisation)
    states = kind_states(organisation, timezone.localdate())
    off = sum(not each.is_on for each in states)
    context = {
        "table": kinds_table(states, may_change=may_change),
        "off": off,
        "breadcrumbs": _crumbs(("Insatser", None)),
    }
    return render_page(request, "procurements/requirement_kind_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(CHANGE, raise_exception=True)
def requirement_kind_update(request, kind):
    """Choose from which day a kind may be asked for."""
    organisation, back = require(request, CHANGE), reverse("requirement_kind_list")
    if kind not in RequirementKind.values:
        raise Http404
    row, label = kind_actions.kind_start(organisation, kind), capfirst(RequirementKind(kind).label)
    form = KindStartForm(
        posted_data(request),
        initial=KindStartForm.initial_from(row),
        cancel_url=back,
        has_start=row.starts_on is not None,
    )
    if request.method == "POST" and form.is_valid():
        given = {"organisation": organisation, "kind": kind, "seen": form.cleaned_data["version"]}
        save = partial(kind_actions.set_kind_start, by=request.user, starts_on=form.day, **given)
        if try_action(form, RequirementKindStart, save):
            when = f"kan ställas från {form.day}" if form.day else "kan alltid ställas"
            messages.success(request, f"Sparat. Krav på {RequirementKind(kind).label} {when}.")
            return redirect(back)
    context = {
        "form": form,
        "heading": f"När börjar ni ställa krav på {RequirementKind(kind).label}?",
        "lead": LEAD,
        "breadcrumbs": _crumbs(("Insatser", back), (label, None)),
    }
    return render_page(request, "_parts/form_page.html", context)


def _crumbs(*rest):
    return [("Upphandlingar", reverse("procurement_list")), *rest]
