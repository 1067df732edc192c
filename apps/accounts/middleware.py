"""Session limits that give back a half-written form, and the organisation the user works in."""

import time

from django.conf import settings
from django.contrib.auth import logout

from apps.accounts.access import grants
from apps.accounts.models import Organisation

_SEEN_EVERY = 60  # seconds between writes of the session, so that reading pages costs no write


class SessionLimitsMiddleware:
    """Signs out after an idle hour or ten hours in all (settings), keeping what was being posted.

    A POST that arrives too late is laid aside in the new anonymous session; after signing in as the same person,
    the page it came from is shown with the form filled in (`core.pages.posted_data`). Nothing is saved by itself.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        user_id = request.session.get("_auth_user_id")
        if user_id:
            self._limit(request, user_id)
        if request.method == "POST" and not request.user.is_authenticated:
            self._lay_aside(request)
        elif request.method == "GET" and request.user.is_authenticated and "resumed" in request.session:
            self._give_back(request)
        return self.get_response(request)

    def _limit(self, request, user_id):
        session, now = request.session, int(time.time())
        started, seen = session.setdefault("started_at", now), session.setdefault("seen_at", now)
        if now - seen > settings.SESSION_IDLE_SECONDS or now - started > settings.SESSION_ABSOLUTE_SECONDS:
            logout(request)
            session["expired_user"] = user_id
        elif now - seen > _SEEN_EVERY:
            session["seen_at"] = now

    def _lay_aside(self, request):
        if request.content_type != "application/x-www-form-urlencoded" or request.path.startswith(_OPEN_PATHS):
            return
        data = request.POST.copy()
        data.pop("csrfmiddlewaretoken", None)
        request.session["resumed"] = {
            "path": request.get_full_path(),
            "data": data.urlencode(),
            "user": request.session.pop("expired_user", None),
        }

    def _give_back(self, request):
        resumed = request.session["resumed"]
        if resumed["user"] and resumed["user"] != request.session.get("_auth_user_id"):
            del request.session["resumed"]
        elif resumed["path"] == request.get_full_path():
            request.resumed_data = request.session.pop("resumed")["data"]


_OPEN_PATHS = ("/konto/", "/inbjudan/", "/healthz")


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
