"""Addresses for meeting papers: made with a last day, listed, taken back, and read without signing in."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from apps.accounts.access import require
from apps.core import tokens
from apps.core.formats import iso_date
from apps.core.pages import posted_data, render_page
from apps.targets import report_tables, wording
from apps.targets.chart_files import chart_csv
from apps.targets.figures import public_figures
from apps.targets.models import ShareLink, Snapshot
from apps.targets.parameters import asked_year
from apps.targets.public_queries import published_year
from apps.targets.report import name_of
from apps.targets.report_forms import ShareForm
from apps.targets.snapshot_actions import create_link, revoke_link
from apps.targets.snapshot_queries import page_of, suppliers_of
from apps.targets.snapshots import measures_of

PUBLISH = "targets.publish_year"
HEADING = "Läslänkar"
_SALT = "targets.share-link"


@require_safe
def share_list(request):
    """The addresses: those that can be read now as they are, the others by what became of them."""
    organisation, today = require(request, PUBLISH), timezone.localdate()
    rows = ShareLink.objects.filter(organisation=organisation)
    rows = rows.select_related("snapshot", "created_by", "revoked_by").defer("snapshot__figures")
    context = {
        "heading": HEADING,
        "lead": "En länk visar årets siffror utan inloggning, så länge du bestämmer. Lägg den i möteshandlingarna.",
        "links": [_card(request, each) for each in rows if _is_open(each, today)],
        "table": report_tables.of_closed_links([(each, _what(each)) for each in rows if not _is_open(each, today)]),
        "actions": [{"label": "Skapa läslänk", "url": reverse("share_create"), "kind": "", "icon": "plus"}],
        "breadcrumbs": [("Översikt", reverse("dashboard")), (HEADING, None)],
    }
    return render_page(request, "targets/share_list.html", context)


@require_http_methods(["GET", "POST"])
def share_create(request):
    """Make an address for a year, or for a frozen report of it."""
    organisation, today = require(request, PUBLISH), timezone.localdate()
    year = asked_year(request)
    snapshots = list(Snapshot.objects.filter(organisation=organisation, year=year).defer("figures"))
    asked = {"what": request.GET.get("redovisning") or "ar"}
    form = ShareForm(posted_data(request), year=year, snapshots=snapshots, today=today, initial=asked)
    if request.method == "POST" and form.is_valid():
        try:
            create_link(
                by=request.user,
                organisation=organisation,
                year=year,
                snapshot=form.snapshot,
                expires_on=form.cleaned_data["expires_on"],
                today=today,
                nonce=form.cleaned_data["token"],
            )
        except ValidationError as error:
            _add(form, error)
        else:
            messages.success(request, "Länken är klar. Kopiera adressen och lägg den i handlingarna.")
            return redirect("share_list")
    context = {
        "form": form,
        "heading": f"Läslänk för {year}",
        "lead": "Den som har adressen kan läsa utan att logga in. Inget visas per förvaltning, och "
        "leverantörer bara om organisationen har beslutat att namnge dem.",
        "breadcrumbs": [("Översikt", reverse("dashboard")), (HEADING, reverse("share_list")), ("Ny", None)],
    }
    return render_page(request, "_parts/form_page.html", context)


@require_http_methods(["GET", "POST"])
def share_revoke(request, pk):
    """Ask, then take an address back."""
    rows = ShareLink.objects.visible_to(request.user, PUBLISH).select_related("organisation", "snapshot")
    link = get_object_or_404(rows, pk=pk)
    if request.method == "POST":
        revoke_link(by=request.user, link=link, now=timezone.now())
        messages.success(request, "Länken är återkallad. Adressen leder ingenstans längre.")
        return redirect("share_list")
    context = {
        "shown": link,
        "heading": "Återkalla länken?",
        "consequence": f"Länken till {_what(link)} slutar fungera genast, också i handlingar som redan är utskickade. "
        "Du kan skapa en ny, men den får en annan adress.",
        "confirm_label": "Återkalla länken",
        "cancel_url": reverse("share_list"),
        "breadcrumbs": [(HEADING, reverse("share_list")), ("Återkalla", None)],
    }
    return render_page(request, "_parts/confirm_page.html", context)


@login_not_required
@require_safe
def share_page(request, token):
    """What an address shows. One that is wrong, has expired or was taken back is the same 404."""
    nonce = tokens.nonce_of(token, key=settings.SECRET_KEY, salt=_SALT)
    rows = ShareLink.objects.select_related("organisation", "snapshot__organisation", "snapshot__frozen_by")
    link, today = rows.filter(nonce=nonce).first() if nonce else None, timezone.localdate()
    if link is None or not _is_open(link, today):
        raise Http404("Sidan finns inte.")
    return _unseen(_page(request, link, today))


def token_of(link: ShareLink) -> str:
    """The secret part of a link's address."""
    return tokens.token_of(link.nonce, key=settings.SECRET_KEY, salt=_SALT)


def _page(request, link: ShareLink, today):
    year = published_year(link.organisation, link.year, today) if link.snapshot is None else None
    page = year.page if year else page_of(link.snapshot)
    names = year.suppliers if year else suppliers_of(link.snapshot, page)
    charts = public_figures(page, f"{request.path}?format=csv&diagram=", names)
    if request.GET.get("format") == "csv":
        return chart_csv(request, charts, f"{page.organisation} {page.year}")
    frozen_at = link.snapshot.frozen_at if link.snapshot else year.frozen_on
    measures = measures_of(link.snapshot.figures) if link.snapshot else []
    context = {
        "shown": link.organisation,
        "page": page,
        "figures": charts,
        "heading": f"{page.organisation}: {_what(link)}",
        "lead": wording.lead(page),
        "measures": report_tables.of_measures(measures),
        "note": link.snapshot.note if link.snapshot else "",
        "counted_to": wording.full_day(page.last_on),
        "frozen_on": iso_date(frozen_at) if frozen_at else "",
        "expires_on": iso_date(link.expires_on),
    }
    return render_page(request, "targets/share_page.html", context)


def _unseen(response):
    """For those who have the address: no search engine, no cache, no sender of the address to other sites."""
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Cache-Control"] = "private, no-store"
    response["Referrer-Policy"] = "no-referrer"
    return response


def _is_open(link: ShareLink, today) -> bool:
    return link.revoked_at is None and link.expires_on >= today


def _what(link: ShareLink) -> str:
    return name_of(link.snapshot) if link.snapshot else f"mål och resultat {link.year}"


def _card(request, link: ShareLink) -> dict:
    path = reverse("share_page", args=[token_of(link)])
    return {
        "pk": link.pk,
        "what": _what(link),
        "path": path,
        "url": request.build_absolute_uri(path),
        "expires_on": iso_date(link.expires_on),
        "made": f"{iso_date(link.created_at)} av {link.created_by}",
    }


def _add(form: ShareForm, error: ValidationError) -> None:
    """Each sentence at its field when the form has it, else above them all."""
    for field, texts in getattr(error, "message_dict", {"__all__": error.messages}).items():
        form.add_error(field if field in form.fields else None, texts)
