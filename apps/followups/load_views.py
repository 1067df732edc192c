"""The load per month, how many contracts have each class, accepting proposals, and the rule they come from."""

from dataclasses import asdict
from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.access import require
from apps.core.actions import NO_ROW
from apps.core.form_errors import try_action
from apps.core.pages import posted_data, render_page
from apps.followups import intensity, load_queries, plan_actions, plan_forms
from apps.followups.choices import Intensity
from apps.followups.intensity import DEFAULT_RULE
from apps.followups.models import FollowUpPlan, IntensityRule
from apps.followups.plan_queries import Case, cases, rule_of, under_way
from apps.procurements.models import Contract
from apps.procurements.wording import counted

CHANGE = "followups.change_followup"
METHODS = ["GET", "HEAD", "POST"]
MOST = 100


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def followup_load(request):
    """Points per month by class, each class' share beside the aim, and the proposals. Posted, some are accepted."""
    organisation, today = require(request, CHANGE), timezone.localdate()
    rows = under_way(Contract.objects.visible_to(request.user, CHANGE).filter(organisation=organisation), today=today)
    found = cases(rows.order_by("number", "title", "pk"), rule_of(organisation))
    proposals = [case for case in found if case.is_to_decide]
    form = plan_forms.ProposalsForm(posted_data(request), choices=[_proposal(case) for case in proposals[:MOST]])
    if request.method == "POST" and form.is_valid() and _accept(request, form, found, today) is not None:
        return redirect("followup_load")
    loads = load_queries.loads(found, today=today)
    context = {
        "form": form,
        "chart": load_queries.chart(loads),
        "months": load_queries.month_table(loads),
        "shares": load_queries.share_table(intensity.shares(case.intensity for case in found)),
        "has_proposals": bool(proposals),
        "left_out": max(0, len(proposals) - MOST),
        "without_plan": sum(case.plan is None for case in found),
        "total": len(found),
        "lead": _lead(len(found), len(proposals)),
        "breadcrumbs": [("Uppföljning", reverse("followup_overview")), ("Belastning", None)],
    }
    return render_page(request, "followups/load.html", context)


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def intensity_update(request):
    """By what the organisation's contracts are proposed a class."""
    organisation = require(request, CHANGE)
    row, back = IntensityRule.objects.filter(organisation=organisation).first(), reverse("followup_load")
    first = asdict(DEFAULT_RULE) | {"version": NO_ROW}
    initial = plan_forms.RuleForm.initial_from(row) if row else first
    form = plan_forms.RuleForm(posted_data(request), initial=initial, cancel_url=back)
    if request.method == "POST" and form.is_valid():
        values = {"organisation": organisation, **form.cleaned_data}
        if try_action(form, IntensityRule, partial(plan_actions.set_rule, by=request.user, **values)):
            messages.success(request, "Sparat. Förslagen nedan följer den nya regeln.")
            return redirect(back)
    context = {
        "form": form,
        "heading": "Regel för hur avtal följs upp",
        "lead": "Regeln ger förslag. Ni beslutar för varje avtal. Riktmärket är 10 procent fördjupad, 30 procent "
        "normal och 60 procent lätt uppföljning.",
        "breadcrumbs": [("Uppföljning", reverse("followup_overview")), ("Belastning", back), ("Regel", None)],
    }
    return render_page(request, "_parts/form_page.html", context)


def _proposal(case: Case) -> tuple[str, str]:
    """The choice's value, the contract with the class shown, and its words."""
    now, proposed = Intensity(case.intensity).label, Intensity(case.proposal.intensity).label
    words = f"{case.contract.name}: {now} → {proposed}. {case.proposal.reason}"
    return f"{case.contract.pk}:{case.proposal.intensity}", words


def _accept(request, form, found: list[Case], today) -> int | None:
    """How many contracts got their proposed class; None when it was refused, and then the form says why."""
    shown = form.chosen()
    chosen = {case.contract: shown[case.contract.pk] for case in found if case.contract.pk in shown}
    values = {"contracts": chosen, "today": today, "now": timezone.now()}
    count = try_action(form, FollowUpPlan, partial(plan_actions.accept_proposals, by=request.user, **values))
    if count is not None:
        changed = counted(count, "avtal", "avtal")
        messages.success(request, f"Sparat. {changed} har fått den föreslagna uppföljningen.")
    return count


def _lead(total: int, proposals: int) -> str:
    if not total:
        return "Inget avtal följs upp än."
    start = f"{counted(total, 'avtal', 'avtal')} följs upp."
    if not proposals:
        return f"{start} Alla har den uppföljning som regeln föreslår."
    return f"{start} {counted(proposals, 'förslag', 'förslag')} väntar på beslut."
