"""How each person wants the mails: a page of one's own account, and the way out in the mails themselves."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from apps.accounts.models import Organisation, User
from apps.core.form_errors import try_action
from apps.core.lists import Cell, Heading, Row, Table
from apps.core.pages import posted_data, render_page
from apps.reminders import rule_actions as actions
from apps.reminders.models import NoticeChoice
from apps.reminders.rule_forms import ChoiceForm
from apps.reminders.rule_queries import BY_DECISION, BY_LAW, Ruling, choice_of, is_reminded, optional_of, required_of
from apps.reminders.unsubscribe import LinkBroken, read_token

METHODS = ["GET", "HEAD", "POST"]
HEADING = "Mina mejl"
NO_ROLE = "Du får påminnelser när du har en roll i en organisation. Fråga den som är administratör hos er."
NO_REMINDERS = "Din roll får inga påminnelser. Kallelser och andra mejl till dig kommer ändå, och kan inte väljas bort."
WHY = {BY_LAW: "Bygger på lag", BY_DECISION: "Din organisation har bestämt det"}


@require_http_methods(METHODS)
def notice_choice(request):
    """How often one is told, and of what, in the active organisation."""
    organisation = request.organisation
    if organisation is None:
        if request.method == "POST":
            raise PermissionDenied
        return _nothing_to_choose(request, NO_ROLE)
    if not is_reminded(request.user, organisation):
        return _nothing_to_choose(request, NO_REMINDERS)
    form = ChoiceForm(
        posted_data(request),
        initial=ChoiceForm.initial_from(choice_of(request.user, organisation)),
        optional=optional_of(request.user, organisation),
        cancel_url=reverse("profile_detail"),
    )
    if request.method == "POST" and form.is_valid():
        save = partial(actions.save_choice, by=request.user, organisation=organisation, **form.values)
        if try_action(form, NoticeChoice, save):
            messages.success(request, "Sparat. Ditt val gäller från nästa mejl.")
            return redirect("notice_choice")
    context = {"form": form, "table": _required_table(required_of(organisation)), "breadcrumbs": _crumbs()}
    return render_page(request, "reminders/notice_choice.html", context | {"has_role": True})


def _nothing_to_choose(request, why: str):
    context = {"breadcrumbs": _crumbs(), "has_role": False, "why": why}
    return render_page(request, "reminders/notice_choice.html", context)


@login_not_required
@csrf_exempt  # a mail program presses this without ever having seen a page of ours (RFC 8058)
@never_cache
@require_http_methods(METHODS)
def notice_unsubscribe(request, token):
    """Switch off what one may do without. Only the press acts: programs that open links must change nothing."""
    user, organisation = _whose_or_404(token)
    is_done = request.method == "POST"
    if is_done:
        actions.mute_optional(by=user, user=user, organisation=organisation)
    context = {"shown": organisation, "required": required_of(organisation), "is_done": is_done}
    return render_page(request, "reminders/notice_unsubscribe.html", context)


def _whose_or_404(token: str) -> tuple[User, Organisation]:
    """Nobody learns from the answer whether an account exists: only what we have signed gets this far."""
    try:
        whose = read_token(token)
    except LinkBroken:
        raise Http404 from None
    organisation = get_object_or_404(Organisation, pk=whose.organisation_id)
    return get_object_or_404(User, pk=whose.user_id), organisation


def _required_table(rulings: list[Ruling]) -> Table:
    columns = ("Slag", "Påminnelser", "Varför")
    rows = [
        Row([Cell(text, label) for text, label in zip(texts, columns, strict=True)])
        for texts in ((each.kind.label, each.sentence, WHY[each.why_required]) for each in rulings)
    ]
    return Table("Påminnelser som inte kan väljas bort", [Heading(label, False) for label in columns], rows)


def _crumbs():
    return [("Mitt konto", reverse("profile_detail")), (HEADING, None)]
