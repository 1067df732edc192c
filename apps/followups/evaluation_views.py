"""Evaluating a contract at its end."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.core.actions import NO_ROW
from apps.core.form_errors import try_action
from apps.core.pages import posted_data, render_page
from apps.followups import evaluation_actions
from apps.followups.evaluation_forms import EvaluationForm
from apps.followups.models import Evaluation
from apps.followups.overview_queries import standing_words
from apps.followups.plan_views import HEADING, seen
from apps.followups.standings import standings
from apps.procurements import crumbs

CHANGE = "followups.change_followup"


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(CHANGE, raise_exception=True)
def evaluation_update(request, pk):
    """What worked, what to change next time, and advice on the dose, beside what was promised and delivered."""
    contract, today = seen(request, pk, CHANGE), timezone.localdate()
    back = reverse("followup_plan", args=[pk])
    row = Evaluation.objects.filter(contract=contract).first()
    initial = EvaluationForm.initial_from(row) if row else {"held_on": today, "version": NO_ROW}
    form = EvaluationForm(posted_data(request), initial=initial, cancel_url=back)
    if request.method == "POST" and form.is_valid():
        values = {"contract": contract, "today": today, **form.cleaned_data}
        if try_action(form, Evaluation, partial(evaluation_actions.evaluate, by=request.user, **values)):
            messages.success(request, "Sparat. Utvärderingen visas när nästa upphandling av samma sak förbereds.")
            return redirect(back)
    own = (contract.name, contract.get_absolute_url())
    context = {
        "form": form,
        "contract": contract,
        "outcome": [
            {"key": str(each.requirement), "value": standing_words(each), "change_url": ""}
            for each in standings([contract], today=today).get(contract.pk, [])
        ],
        "breadcrumbs": crumbs.of_procurement(contract.procurement, own, (HEADING, back), ("Utvärdering", None)),
    }
    return render_page(request, "followups/evaluation.html", context)
