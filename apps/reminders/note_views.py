"""The page of one deadline, and the answers to it: klar, ny tid, and taking an answer back."""

from datetime import date
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from apps.accounts.models import Organisation
from apps.core.form_errors import try_action
from apps.core.pages import posted_data, render_page
from apps.reminders import deadline_page, note_actions
from apps.reminders.filters import kept
from apps.reminders.models import DeadlineNote
from apps.reminders.note_forms import CloseForm, MoveForm
from apps.reminders.queries import VIEW, may_act

CHANGED = "Uppgiftens dag har ändrats sedan du öppnade sidan. Den är nu {day}. Svara igen om det fortfarande stämmer."
CRUMB = ("Mina uppgifter", "task_list")


@require_safe
@permission_required(VIEW, raise_exception=True)
def deadline_open(request):
    """Where a mail's button leads: what is to be done, by when, where, and the answers. What is over says so."""
    if "nyckel" not in request.GET:
        return redirect("task_list")
    today, key, day = timezone.localdate(), request.GET["nyckel"], request.GET.get("dag", "")
    crumbs = {"breadcrumbs": [(CRUMB[0], _list_url(request)), ("Uppgiften", None)]}
    if found := deadline_page.find(request.user, _organisations(request), key, today=today, day=day):
        shown = deadline_page.standing(request.user, found, seen_day=day, today=today)
        form = CloseForm(cancel_url="")
        context = {"task": shown, "close_form": form, "shown": shown.organisation, **_addresses(request, found)}
        return render_page(request, "reminders/deadline_open.html", context | crumbs)
    gone = deadline_page.gone(request.user, _organisations(request), key)
    if gone is None:
        raise Http404
    return render_page(request, "reminders/deadline_gone.html", {"task": gone, "shown": gone.organisation} | crumbs)


@require_http_methods(["GET", "POST"])
@permission_required(VIEW, raise_exception=True)
def deadline_close(request):
    """Say that it is done."""
    return _answer(request, CloseForm, note_actions.close_deadline, "Är uppgiften klar?", "Klart.")


@require_http_methods(["GET", "POST"])
@permission_required(VIEW, raise_exception=True)
def deadline_move(request):
    """Give it a new day, with a reason."""
    move = partial(note_actions.move_deadline, today=timezone.localdate())
    return _answer(request, MoveForm, move, "Ny tid", "Uppgiften har fått en ny tid.")


@require_POST
@permission_required(VIEW, raise_exception=True)
def note_undo(request, pk):
    """Take one's own answer back."""
    note = get_object_or_404(DeadlineNote.objects.visible_to(request.user, VIEW).filter(created_by=request.user), pk=pk)
    try:
        note_actions.undo_note(by=request.user, note=note, now=timezone.now())
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, f"Svaret är ångrat. {note.title}: {note.due_on} gäller igen.")
    return redirect(_list_url(request))


def _answer(request: HttpRequest, form_class, act, heading: str, said: str) -> HttpResponse:
    """Both answers: the address names the deadline and the day that was seen, the form holds the rest."""
    if "nyckel" not in request.GET:
        return redirect("task_list")
    if made := _sent_before(request):
        return _answered(request, made, said)
    found = _answerable(request)
    if found is None:
        return redirect(f"{reverse('deadline_open')}?{request.GET.urlencode()}")
    form, addresses = form_class(posted_data(request), cancel_url=_list_url(request)), _addresses(request, found)
    is_stale = request.GET.get("dag", "") != found.deadline.due_on.isoformat()
    if request.method == "POST" and is_stale:
        form.add_error(None, CHANGED.format(day=found.deadline.due_on))
        form.status, form.helper.form_action = 409, addresses[form_class.address]
    elif request.method == "POST" and form.is_valid():
        run = partial(act, by=request.user, deadline=found.deadline, **form.cleaned_data)
        if made := try_action(form, DeadlineNote, run):
            return _answered(request, made, said)
    context = {"form": form, "heading": heading, "lead": _named(found), "shown": found.organisation}
    context["breadcrumbs"] = [(CRUMB[0], _list_url(request)), ("Uppgiften", addresses["open_url"]), (heading, None)]
    return render_page(request, "_parts/form_page.html", context)


def _answerable(request: HttpRequest) -> deadline_page.Found | None:
    """The deadline that is answered, or None when its page is to say that it is over."""
    key, today = request.GET["nyckel"], timezone.localdate()
    day = request.GET.get("dag", "")
    found = deadline_page.find(request.user, _organisations(request), key, today=today, day=day)
    if found is None and deadline_page.gone(request.user, _organisations(request), key) is None:
        raise Http404
    if found and not may_act(request.user, found.deadline):
        raise PermissionDenied("Bara den som får göra uppgiften kan svara på den.")
    return found


def _sent_before(request: HttpRequest) -> DeadlineNote | None:
    """The answer that the same form gave already: a second press shows the first one's result."""
    try:
        token = UUID(request.POST.get("token", ""))
    except ValueError:
        return None
    return deadline_page.answered_with(request.user, token)


def _answered(request: HttpRequest, note: DeadlineNote, said: str) -> HttpResponse:
    day = f" {_day(note.new_due_on)}" if note.new_due_on else ""
    back = f"?{filters}" if (filters := kept(request.GET)) else ""
    undo = reverse("note_undo", args=[note.pk]) + back
    context = {"text": f"{said} {note.title}.{day}", "kind": "success", "undo_url": undo}
    messages.success(request, render_to_string("_parts/banner.html", context, request), extra_tags="undo")
    return redirect(_list_url(request))


def _day(day: date) -> str:
    return f"Den nya dagen är {day}."


def _organisations(request: HttpRequest) -> list[Organisation]:
    """The person's organisations, the active one first."""
    return sorted(request.organisations, key=lambda each: each != request.organisation)


def _addresses(request: HttpRequest, found: deadline_page.Found) -> dict[str, str]:
    """The pages of the deadline, each with the list's filters."""
    query = request.GET.copy()
    query["nyckel"], query["dag"] = found.deadline.key, found.deadline.due_on.isoformat()
    names = {"open_url": "deadline_open", "close_url": "deadline_close", "move_url": "deadline_move"}
    return {key: f"{reverse(name)}?{query.urlencode()}" for key, name in names.items()}


def _named(found: deadline_page.Found) -> str:
    parts = (found.deadline.title, found.deadline.context, f"senast {found.deadline.due_on}")
    return ", ".join(part for part in parts if part) + "."


def _list_url(request: HttpRequest) -> str:
    filters = kept(request.GET)
    return f"{reverse('task_list')}?{filters}" if filters else reverse("task_list")
