"""Calendar feeds: the page where one makes an address, and the address that a calendar program reads."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from allauth.core.internal import ratelimit
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_POST, require_safe

from apps.core.formats import iso_date
from apps.core.pages import render_page
from apps.reminders import feed_actions as actions
from apps.reminders.feed_calendar import calendar, fingerprint, nonce_of, token_of
from apps.reminders.feeds import content_of, shared_departments, visible_feeds
from apps.reminders.models import CalendarFeed

HEADING = "Uppgifterna i din kalender"
# Calendar programs ask some times an hour; a department's address is read by many.
RATE = {"calendar_feed": "300/h/key"}


@dataclass(frozen=True)
class Card:
    """A calendar on the page: its address when there is one, and the department it is of ("" for one's own)."""

    title: str
    text: str
    department: str
    pk: int | None = None
    url: str = ""
    program_url: str = ""
    since: str = ""


@require_safe
def feed_list(request):
    """One's own calendar address in the active organisation, and those of one's departments."""
    crumbs = [("Mitt konto", reverse("profile_detail")), (HEADING, None)]
    cards = _cards(request) if request.organisation else []
    return render_page(request, "reminders/feed_list.html", {"cards": cards, "breadcrumbs": crumbs})


@require_POST
def feed_create(request):
    """Make an address, for oneself or a department one works in; one that exists stays."""
    organisation = request.organisation
    if organisation is None:
        raise PermissionDenied
    asked, department = request.POST.get("department", ""), None
    if asked:
        rows = shared_departments(request.user, organisation)
        department = get_object_or_404(rows, pk=asked) if asked.isdecimal() and len(asked) < 10 else None
        if department is None:
            raise Http404
    actions.create_feed(by=request.user, organisation=organisation, department=department)
    messages.success(request, "Adressen är klar. Kopiera den och lägg in den i ditt kalenderprogram.")
    return redirect("feed_list")


@require_POST
def feed_renew(request, pk):
    """Give a calendar a new address: the old one leads nowhere from now on."""
    actions.renew_feed(by=request.user, feed=_feed_or_404(request, pk), now=timezone.now())
    messages.success(request, "Adressen är ny, och den gamla fungerar inte längre. Byt den i ditt kalenderprogram.")
    return redirect("feed_list")


@require_POST
def feed_delete(request, pk):
    """Take a calendar away."""
    actions.delete_feed(by=request.user, feed=_feed_or_404(request, pk))
    messages.success(request, "Adressen är borttagen. Ta bort kalendern i ditt kalenderprogram också.")
    return redirect("feed_list")


@login_not_required
@require_safe
def calendar_feed(request, token):
    """The calendar itself. An address that was renewed, taken away or never there is the same 404."""
    nonce = nonce_of(token, key=settings.SECRET_KEY)
    rows = CalendarFeed.objects.select_related("user", "organisation", "department")
    feed = get_object_or_404(rows, nonce=nonce)
    if not ratelimit.consume(
        request, app="steget", action="calendar_feed", config=RATE, key=str(feed.pk), limit_get=True
    ):
        return HttpResponse(status=429, headers={"Retry-After": "3600"})
    now = timezone.now()
    content = content_of(feed, today=timezone.localdate(now))
    if content is None:
        raise Http404
    host = urlsplit(settings.SITE_URL).hostname or "steget"
    body = calendar(content.name, content.entries, host=host, now=now)
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response["ETag"] = f'"{fingerprint(content.name, content.entries)}"'
    response["Cache-Control"] = "private, max-age=300"
    return get_conditional_response(request, etag=response["ETag"], response=response)


def _feed_or_404(request, pk: int) -> CalendarFeed:
    return get_object_or_404(visible_feeds(request.user), pk=pk)


def _cards(request) -> list[Card]:
    feeds = visible_feeds(request.user).filter(organisation=request.organisation)
    own = {feed.department_id: feed for feed in feeds}
    text = "Det du själv ska göra, som heldagshändelser på sista dagen."
    cards = [_card(request, "Dina uppgifter", text, "", own.get(None))]
    for department in shared_departments(request.user, request.organisation):
        text = "Allt som förvaltningen ska göra. Alla i förvaltningen ser samma adress: förnya den när någon slutar."
        cards.append(_card(request, str(department), text, str(department.pk), own.get(department.pk)))
    return cards


def _card(request, title: str, text: str, department: str, feed: CalendarFeed | None) -> Card:
    if feed is None:
        return Card(title, text, department)
    path = reverse("calendar_feed", args=[token_of(feed.nonce, key=settings.SECRET_KEY)])
    url = request.build_absolute_uri(path)
    program_url = f"webcal://{request.get_host()}{path}"
    return Card(title, text, department, feed.pk, url, program_url, iso_date(feed.renewed_at or feed.created_at))
