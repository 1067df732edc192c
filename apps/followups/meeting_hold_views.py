"""The pages used during a meeting and after it: step by step, the last look, and what was agreed."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from apps.core.form_errors import try_action
from apps.core.pages import posted_data, render_page
from apps.followups import meeting_actions as actions
from apps.followups import meeting_cards, meeting_forms, meeting_writing
from apps.followups import meeting_steps as steps
from apps.followups.choices import MeetingState
from apps.followups.meeting_commitments import commitments
from apps.followups.meeting_hold_forms import CommitmentsForm, MeasuresForm, PresentForm, StepForm, TalkForm
from apps.followups.meeting_views import HOLD, METHODS, crumbs_of, seen
from apps.followups.models import Meeting, MeetingTask

FORMS = {steps.PRESENT: PresentForm, steps.TALK: TalkForm, steps.MEASURES: MeasuresForm}


@require_http_methods(METHODS)
@permission_required(HOLD, raise_exception=True)
def meeting_hold(request, pk, step):
    """A step of the minutes; each is saved by itself, so that nothing is lost when the meeting is broken off."""
    meeting, today = seen(request, pk, HOLD), timezone.localdate()
    if step not in steps.steps_of(meeting):
        raise Http404("Steget finns inte.")
    if request.method != "POST" and meeting.state in (MeetingState.CLOSED, MeetingState.CANCELLED):
        return _refused(request, meeting)
    form = _form(step, meeting, posted_data(request), today)
    is_posted = request.method == "POST" and form.is_valid()
    if is_posted and try_action(form, Meeting, lambda: _save(request.user, meeting, form, today)):
        messages.success(request, f"Sparat: {steps.LABELS[step]}.")
        return redirect(*_next(meeting, step, "more" in request.POST))
    context = {
        "meeting": meeting,
        "form": form,
        "heading": steps.LABELS[step],
        "eyebrow": meeting_cards.title(meeting),
        "steps": meeting_cards.step_links(meeting, step),
        "deviation_url": meeting_cards.deviation_url(meeting, request.user),
        "breadcrumbs": crumbs_of(meeting, steps.LABELS[step]),
    }
    return render_page(request, "followups/meeting_hold.html", context)


@require_http_methods(METHODS)
@permission_required(HOLD, raise_exception=True)
def meeting_close(request, pk):
    """Look at everything, and fix the minutes; the summary is mailed to who is chosen."""
    meeting = seen(request, pk, HOLD)
    form = meeting_forms.CloseForm(
        posted_data(request), initial=meeting_forms.CloseForm.initial_from(meeting), meeting=meeting
    )
    if request.method == "POST" and form.is_valid():
        values = form.values("version") | {"meeting": meeting, "now": timezone.now()}
        if try_action(form, Meeting, lambda: actions.close_meeting(by=request.user, **values)):
            sent = f" Sammanfattningen är skickad till {len(form.chosen)} mottagare." if form.chosen else ""
            messages.success(request, f"Protokollet är klart.{sent}")
            return redirect(meeting)
    if request.method != "POST" and meeting.state == MeetingState.CLOSED:
        return _refused(request, meeting)
    context = {
        "meeting": meeting,
        "form": form,
        "heading": "Kontrollera protokollet",
        "eyebrow": meeting_cards.title(meeting),
        "problems": actions.missing(meeting),
        "answers": meeting_cards.answers(meeting),
        "breadcrumbs": crumbs_of(meeting, "Kontrollera protokollet"),
    }
    return render_page(request, "followups/meeting_close.html", context)


@require_POST
@permission_required(HOLD, raise_exception=True)
def meeting_reopen(request, pk):
    """Open the minutes again; the approvals of the earlier version fall."""
    meeting = seen(request, pk, HOLD)
    actions.reopen_meeting(by=request.user, meeting=meeting)
    messages.success(request, "Protokollet är öppet igen. Tidigare godkännanden och länkar gäller inte längre.")
    return redirect(meeting)


@require_POST
@permission_required(HOLD, raise_exception=True)
def meeting_task_done(request, pk):
    """Note that an agreed measure is done."""
    task = _task(request, pk)
    actions.finish_task(by=request.user, task=task, today=timezone.localdate())
    messages.success(request, "Sparat. Åtgärden är gjord.")
    return redirect(task.meeting)


@require_POST
@permission_required(HOLD, raise_exception=True)
def meeting_task_undo(request, pk):
    """Take back that a measure is done."""
    task = _task(request, pk)
    actions.reopen_task(by=request.user, task=task)
    messages.success(request, "Sparat. Åtgärden återstår.")
    return redirect(task.meeting)


def _task(request, pk) -> MeetingTask:
    meetings = Meeting.objects.visible_to(request.user, HOLD)
    return get_object_or_404(MeetingTask.objects.filter(meeting__in=meetings).select_related("meeting"), pk=pk)


def _form(step: str, meeting: Meeting, data, today) -> StepForm:
    if step == steps.COMMITMENTS:
        initial = CommitmentsForm.initial_from(meeting)
        standing = commitments(meeting.contract, today=today)
        return CommitmentsForm(data, meeting=meeting, standing=standing, initial=initial)
    initial = FORMS[step].initial_from(meeting)
    if step == steps.PRESENT and not meeting.held_on:
        initial |= {"held_on": min(today, timezone.localdate(meeting.planned_at))}
    return FORMS[step](data, meeting=meeting, initial=initial)


def _save(user, meeting: Meeting, form: StepForm, today) -> Meeting:
    values = {"meeting": meeting} | form.values
    if form.step == steps.PRESENT:
        return meeting_writing.save_present(by=user, today=today, **values)
    if form.step == steps.COMMITMENTS:
        return meeting_writing.save_commitments(by=user, today=today, **values)
    if form.step == steps.TALK:
        return meeting_writing.save_talk(by=user, **values)
    return meeting_writing.save_measures(by=user, **values)


def _next(meeting: Meeting, step: str, stays: bool) -> tuple:
    """Where one goes from a step: on, to the last look, or to the same again for more rows."""
    order = steps.steps_of(meeting)
    at = order.index(step)
    if stays:
        return "meeting_hold", meeting.pk, step
    return ("meeting_hold", meeting.pk, order[at + 1]) if at + 1 < len(order) else ("meeting_close", meeting.pk)


def _refused(request, meeting: Meeting):
    """Back to the meeting, with why nothing can be written in it."""
    try:
        actions.refuse_fixed(meeting)
    except ValidationError as error:
        messages.warning(request, error.messages[0])
    return redirect(meeting)
