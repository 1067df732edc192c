"""The pages of follow-ups: the list, and the one question. Only matchers who may see the participant's code."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from apps.accounts.access import require
from apps.core.form_errors import try_action
from apps.core.lists import list_response
from apps.core.pages import posted_data, render_page
from apps.placements.follow_up_actions import answer_follow_up, refusal
from apps.placements.follow_up_columns import follow_up_columns
from apps.placements.follow_up_forms import AnswerForm, FollowUpFilter
from apps.placements.follow_up_queries import answers, askable, follow_ups_in, months_text
from apps.placements.models import FollowUp

CHANGE = "placements.change_placement"


@require_safe
@permission_required(CHANGE, raise_exception=True)
def follow_up_list(request):
    """Follow-ups of the active organisation that wait for an answer; by the filter also those done and stopped."""
    organisation = require(request, CHANGE)
    today = timezone.localdate()
    listed = list_response(
        request,
        follow_ups_in(organisation, request.user),
        columns=follow_up_columns(today),
        form=FollowUpFilter(request.GET, today=today),
        default_sort="due_on",
        caption="Uppföljningar",
        one="uppföljning",
        filename=f"uppfoljningar-{today}",
    )
    if isinstance(listed, HttpResponseBase):
        return listed
    return render_page(request, "placements/follow_up_list.html", {"list": listed})


@require_http_methods(["GET", "POST"])
@permission_required(CHANGE, raise_exception=True)
def follow_up_answer(request, pk):
    """What the resident does now; the same page corrects an answer."""
    follow_up = get_object_or_404(askable(request.user), pk=pk)
    stopped = refusal(follow_up)
    form = AnswerForm(
        posted_data(request), initial=AnswerForm.initial_from(follow_up), cancel_url=reverse("follow_up_list")
    )
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"follow_up": follow_up, "today": timezone.localdate()}
        if try_action(form, FollowUp, partial(answer_follow_up, by=request.user, **values)):
            messages.success(request, f"Sparat. Uppföljningen av {follow_up.placement} är gjord.")
            return redirect("follow_up_list")
    context = {"form": form, "follow_up": follow_up, "placement": follow_up.placement, "stopped": stopped}
    status = 409 if stopped and request.method == "GET" else 200
    context |= {"heading": heading_of(follow_up), "answers": answers(follow_up)}
    return render_page(request, "placements/follow_up_answer.html", context, status=status)


def heading_of(follow_up: FollowUp) -> str:
    """ "Uppföljning efter 3 månader"."""
    return f"Uppföljning efter {months_text(follow_up.months)}"
