"""The load per month, how many contracts have each class, accepting proposals, and the rule they come from."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.access import require
from apps.core.form_errors import try_action
from apps.core.pages import posted_data, render_page
from apps.followups import intensity, load_queries, plan_actions, plan_forms
from apps.followups.choices import Intensity
from apps.followups.models import IntensityRule
from apps.followups.plan_queries import cases, rule_of, under_way
from apps.procurements.models import Contract
from apps.procurements.wording import counted

CHANGE = "followups.change_followup"
METHODS = ["GET", "HEAD", "POST"]
CHANGED = "Inget är ändrat: förslagen är andra nu. Se dem nedan och välj igen."
NOTHING_CHOSEN = "Inget förslag är valt. Kryssa i dem och tryck på Följ de valda förslagen."
MOST = 100


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def followup_load(request):
    """Points per month by class, each class' share beside the aim, and the proposals. Posted, some are accepted."""
    organisation, today = require(request, CHANGE), timezone.localdate()
    rows = under_way(Contract.objects.visible_to(request.user, CHANGE).filter(organisation=organisation), today=today)
    if request.method == "POST":
        return _accept(request, rows)
    rule = rule_of(organisation)
    found = cases(rows.order_by("number", "title", "pk"), rule)
    loads = load_queries.loads(found, today=today)
    proposals = [case for case in found if case.is_to_decide]
    context = {
        "chart": load_queries.chart(loads),
        "months": load_queries.month_rows(loads),
        "shares": load_queries.share_words(intensity.shares(case.intensity for case in found)),
        "proposals": [_proposal(case) for case in proposals[:MOST]],
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
    rule, back = rule_of(organisation), reverse("followup_load")
    initial = {name: getattr(rule, name) for name in ("deep_from_value", "normal_from_value", "deep_models")}
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


def _proposal(case) -> dict:
    return {
        "pk": case.contract.pk,
        "value": f"{case.contract.pk}:{case.proposal.intensity}",
        "name": case.contract.name,
        "url": reverse("followup_plan", args=[case.contract.pk]),
        "now": Intensity(case.intensity).label,
        "proposed": Intensity(case.proposal.intensity).label,
        "reason": case.proposal.reason,
    }


def _accept(request, rows):
    """What was ticked, each with the class it was shown with: "12:deep"."""
    pairs = [value.partition(":")[::2] for value in request.POST.getlist("rows")[:MOST]]
    shown = {int(key): chosen for key, chosen in pairs if key.isdecimal() and len(key) < 18 and chosen in Intensity}
    chosen = {contract: shown[contract.pk] for contract in rows.filter(pk__in=shown)}
    if not chosen:
        messages.error(request, NOTHING_CHOSEN)
        return redirect("followup_load")
    now = timezone.now()
    try:
        count = plan_actions.accept_proposals(by=request.user, contracts=chosen, today=timezone.localdate(now), now=now)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        changed = f"Sparat. {counted(count, 'avtal', 'avtal')} har fått den föreslagna uppföljningen."
        messages.success(request, changed) if count else messages.error(request, CHANGED)
    return redirect("followup_load")


def _lead(total: int, proposals: int) -> str:
    if not total:
        return "Inget avtal följs upp än."
    start = f"{counted(total, 'avtal', 'avtal')} följs upp."
    if not proposals:
        return f"{start} Alla har den uppföljning som regeln föreslår."
    return f"{start} {counted(proposals, 'förslag', 'förslag')} väntar på beslut."
