"""Session limits that give back a half-written form, and the organisation the user works in."""

import time

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from apps.accounts.access import grants
from apps.accounts.models import Organisation
from apps.core import personal_numbers

_SEEN_EVERY = 60  # seconds between writes of the session, so that reading pages costs no write
_MOST_LAID_ASIDE = 256 * 1024  # characters; more than any form of ours, less than a burden on the session table
# Pages that are open, or that ask for a password.
_NEVER_LAID_ASIDE = ("/konto/logga-", "/konto/losenord/", "/konto/stang/", "/inbjudan/", "/healthz")
_BUTTONS = {"save", "confirm"}

GIVEN_BACK = "Det du skrev finns kvar men är inte sparat. Kontrollera det och spara igen."
CHOOSE_FILE_AGAIN = "Filen följde inte med, så välj den igen."
PRESS_AGAIN = "Du hade loggats ut, så ingenting hände när du tryckte. Tryck igen."


def start_clock(session, *, now: int) -> None:
    """A new sign-in: both limits count from `now` (seconds), and what another person laid aside is thrown away."""
    session["started_at"] = session["seen_at"] = now
    session.pop("expired_user", None)
    if session.get("resumed", {}).get("user") not in (None, session["_auth_user_id"]):
        del session["resumed"]


def lay_aside(request: HttpRequest, user_id: str) -> bool:
    """Keep the posted form in the session for this user only. False when it is too large or holds a password."""
    if request.path.startswith(_NEVER_LAID_ASIDE):
        return False
    data = request.POST.copy()
    data.pop("csrfmiddlewaretoken", None)
    # A sole trader's number is a personal number and is held nowhere, not even here.
    for name, values in list(data.lists()):
        data.setlist(name, [personal_numbers.mask(value) for value in values])
    encoded = data.urlencode()
    if len(encoded) > _MOST_LAID_ASIDE:
        return False
    request.session["resumed"] = {
        "path": request.get_full_path(),
        "page": _page_before(request),
        "data": encoded,
        "is_typed": bool(set(data) - _BUTTONS),
        "has_file": bool(request.FILES),
        "user": user_id,
    }
    return True


class SessionLimitsMiddleware:
    """Signs out after an idle hour or ten hours in all (settings), keeping what was being posted.

    A POST that arrives too late is laid aside in the new anonymous session; after signing in as the same person,
    the page it came from is shown with the form filled in (`core.pages.posted_data`). Nothing is saved by itself.
    Stands inside MessageMiddleware, since it tells what happened; the page of the sign-in says why one is there.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if user_id := request.session.get("_auth_user_id"):
            self._limit(request, user_id)
        if request.user.is_authenticated:
            self._give_back(request)
        elif request.method == "POST" and (expired := request.session.get("expired_user")):
            lay_aside(request, expired)
        response = self.get_response(request)
        if hasattr(request, "resumed_data") and isinstance(response, HttpResponseNotAllowed):
            list(messages.get_messages(request))  # instead of what was to be said on the page
            messages.warning(request, PRESS_AGAIN)
            return redirect(request.resumed_page)
        return response

    def _limit(self, request, user_id):
        session, now = request.session, int(time.time())
        started, seen = session.setdefault("started_at", now), session.setdefault("seen_at", now)
        if now - seen > settings.SESSION_IDLE_SECONDS or now - started > settings.SESSION_ABSOLUTE_SECONDS:
            logout(request)
            session["expired_user"] = user_id
        elif now - seen > _SEEN_EVERY:
            session["seen_at"] = now

    def _give_back(self, request):
        if request.method != "GET" or "resumed" not in request.session:
            return
        resumed = request.session["resumed"]
        if resumed["user"] != request.session["_auth_user_id"]:
            del request.session["resumed"]
        elif resumed["path"] == request.get_full_path():
            del request.session["resumed"]
            request.resumed_data, request.resumed_page = resumed["data"], resumed["page"]
            messages.info(request, _what_to_do(resumed))


def _what_to_do(resumed: dict) -> str:
    if not resumed["is_typed"]:
        return PRESS_AGAIN
    return f"{GIVEN_BACK} {CHOOSE_FILE_AGAIN}" if resumed["has_file"] else GIVEN_BACK


def _page_before(request) -> str:
    """The page of ours that the form stood on, where a button can be pressed again."""
    referer = request.headers.get("Referer", "")
    if url_has_allowed_host_and_scheme(referer, {request.get_host()}) and request.build_absolute_uri() != referer:
        return referer
    return reverse("start")


class ActiveOrganisationMiddleware:
    """`request.organisations` (those the user belongs to) and `request.organisation` (the one being worked in)."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.organisations = _organisations(request) if request.user.is_authenticated else []
        request.organisation = _active(request)
        return self.get_response(request)


def _organisations(request) -> list:
    return list(Organisation.objects.filter(pk__in={grant.organisation_id for grant in grants(request.user)}))


def _active(request):
    chosen = request.session.get("organisation") if request.organisations else None
    by_id = {organisation.pk: organisation for organisation in request.organisations}
    return by_id.get(chosen) or next(iter(by_id.values()), None)
