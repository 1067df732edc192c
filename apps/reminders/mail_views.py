"""The administrator's pages of mail: what was sent, what did not leave, and what to do about it."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.views.decorators.http import require_POST, require_safe

from apps.accounts.access import require
from apps.core.lists import Column, FilterForm, ListPage, list_response
from apps.core.pages import render_page
from apps.reminders import mail_actions as actions
from apps.reminders import mail_queries as queries
from apps.reminders.choices import MailKind, MailState
from apps.reminders.hours import rests
from apps.reminders.models.mail import MAIL_ADMINISTRATION as CHANGE

RESTS = "Mejlet skickas när nästa arbetsdags tid för påminnelser börjar."
HEADING = "Mejl"


class MailFilter(FilterForm):
    """By state, kind, address and open subjects: what is not shown cannot be searched for either."""

    state = forms.ChoiceField(label="Läge", required=False, choices=[("", "Alla"), *MailState.choices])
    kind = forms.ChoiceField(label="Slag", required=False, choices=[("", "Alla"), *MailKind.choices])

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["q"].label = "Sök adress eller ämne"

    def apply(self, rows):
        chosen = self.chosen()
        if words := chosen.pop("q", ""):
            is_open = Q(kind__in=queries.OPEN_SUBJECTS, subject__icontains=words)
            rows = rows.filter(Q(to_address__icontains=words) | is_open)
        return rows.filter(**chosen)


_COLUMNS = [
    Column("due", "Ska skickas", lambda row: row.due_at, ("due_at",), kind="date"),
    Column("to", "Till", lambda row: row.to_address, ("to_address",)),
    Column("subject", "Mejl", queries.subject_of, url=lambda row: reverse("mail_detail", args=[row.pk])),
    Column(
        "state",
        "Läge",
        lambda row: capfirst(row.get_state_display()),
        ("state",),
        tone=lambda row: queries.TONES[row.state],
    ),
    Column("sent", "Skickat", lambda row: row.sent_at, ("sent_at",), kind="date"),
    Column("kind", "Slag", lambda row: row.get_kind_display(), ("kind",), is_only_in_files=True),
    Column("attempts", "Försök", lambda row: row.attempts, ("attempts",), kind="number", is_only_in_files=True),
    Column("answer", "Senaste svar", lambda row: row.last_answer, is_only_in_files=True),
]


@require_safe
@permission_required(CHANGE, raise_exception=True)
def delivery_status(request):
    """How sending is, the addresses that do not exist, and every mail by its state."""
    organisation = require(request, CHANGE)
    rows = queries.mails_of(request.user, organisation).select_related("recipient")
    # What a mail says is loaded nowhere but where it is sent.
    rows = rows.defer("text", "html", "headers", "attachments")
    page = list_response(
        request,
        rows,
        columns=_COLUMNS,
        form=MailFilter(request.GET),
        default_sort="-due",
        caption="Mejl",
        one="mejl",
        filename="mejl",
    )
    if not isinstance(page, ListPage):
        return page
    context = {
        "list": page,
        "standing": queries.standing(request.user, organisation, now=timezone.now()),
        "bouncing": queries.bouncing_in(organisation),
        "breadcrumbs": _crumbs((HEADING, None)),
    }
    return render_page(request, "reminders/delivery_status.html", context)


@require_safe
@permission_required(CHANGE, raise_exception=True)
def mail_detail(request, pk):
    """One mail: to whom, when, every attempt and answer; never what it says."""
    return _detail(request, _mail_or_404(request, pk))


@require_POST
@permission_required(CHANGE, raise_exception=True)
def mail_release(request, pk):
    """Send it again."""
    mail = _mail_or_404(request, pk)
    said = RESTS if rests(mail, timezone.now()) else "Mejlet skickas inom en minut."
    return _decide(request, mail, actions.release, said)


@require_POST
@permission_required(CHANGE, raise_exception=True)
def mail_hold(request, pk):
    """Keep it until somebody decides."""
    return _decide(
        request, _mail_or_404(request, pk), actions.hold, "Mejlet hålls. Det skickas först när någon väljer det."
    )


@require_POST
@permission_required(CHANGE, raise_exception=True)
def mail_settle(request, pk):
    """Note that it arrived."""
    return _decide(request, _mail_or_404(request, pk), actions.settle, "Sparat. Mejlet räknas som skickat.")


@require_POST
@permission_required(CHANGE, raise_exception=True)
def bounce_clear(request, pk):
    """Note that an address is right after all."""
    organisation = require(request, CHANGE)
    address = get_object_or_404(queries.bouncing_in(organisation), pk=pk)
    actions.clear_bounce(by=request.user, address=address, now=timezone.now())
    messages.success(request, f"Sparat. Mejl skickas till {address.email} igen.")
    return redirect("delivery_status")


def _decide(request, mail, act, said: str):
    """Do what was pressed, or show the mail with why not."""
    try:
        act(by=request.user, mail=mail, now=timezone.now())
    except ValidationError as error:
        mail.refresh_from_db()
        return _detail(request, mail, problem=" ".join(error.messages))
    messages.success(request, said)
    return redirect("mail_detail", pk=mail.pk)


def _detail(request, mail, *, problem: str = ""):
    context = {
        "mail": mail,
        "heading": queries.subject_of(mail),
        "state": capfirst(mail.get_state_display()),
        "tone": queries.TONES[mail.state],
        "facts": queries.facts_of(mail),
        "events": queries.happenings_of(mail),
        "problem": problem,
        "has_errors": bool(problem),
        "breadcrumbs": _crumbs((HEADING, reverse("delivery_status")), (f"Mejl {mail.pk}", None)),
        **queries.may_do(mail),
    }
    return render_page(request, "reminders/mail_detail.html", context, status=422 if problem else 200)


def _mail_or_404(request, pk: int):
    organisation = require(request, CHANGE)
    rows = queries.mails_of(request.user, organisation).select_related("recipient", "organisation")
    return get_object_or_404(rows, pk=pk)


def _crumbs(*rest):
    return [("Inställningar", reverse("settings_index")), *rest]
