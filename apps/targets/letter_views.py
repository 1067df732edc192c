"""Result letters: those that are kept, choosing who gets one, a look at them before they are sent, and one letter."""

import logging

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from apps.accounts.access import require
from apps.core import word
from apps.core.form_errors import try_action
from apps.core.lists import Cell, Column, ComputedRows, Heading, ListPage, Row, Table, list_response
from apps.core.pages import posted_data, render_page
from apps.core.typeset import DocumentError
from apps.procurements.wording import counted
from apps.targets import letter_actions as actions
from apps.targets import letter_files
from apps.targets.choices import Period
from apps.targets.letter_forms import AgainForm, LetterFilter, RecipientFilter, SendForm
from apps.targets.letter_recipients import Recipient, addresses_of, recipients
from apps.targets.letters import DEPARTMENTS, SUPPLIERS, Written, contents, written
from apps.targets.models import LetterMail, ResultLetter, Snapshot
from apps.targets.models.letters import SEND, VIEW
from apps.targets.parameters import asked_year
from apps.targets.snapshot_queries import of_year

logger = logging.getLogger(__name__)
METHODS = ["GET", "HEAD", "POST"]
HEADING = "Resultatbrev"
NO_PDF = "PDF:en kunde inte göras just nu. Hämta brevet som Word i stället."
_WHOSE = {SUPPLIERS: "leverantör", DEPARTMENTS: "förvaltning"}


@require_safe
@permission_required(VIEW, raise_exception=True)
def letter_list(request):
    """The letters that are kept, newest first."""
    organisation = require(request, VIEW)
    rows = ResultLetter.objects.visible_to(request.user, VIEW).filter(organisation=organisation)
    years = _frozen(organisation)
    page = list_response(
        request,
        rows.with_recipient().prefetch_related("mails__contact", "mails__person"),
        columns=_LETTERS,
        form=LetterFilter(request.GET, years=years),
        default_sort="-made",
        caption=HEADING,
        one="resultatbrev",
        filename="resultatbrev",
    )
    if not isinstance(page, ListPage):
        return page
    may_send = request.user.has_perm(SEND, organisation)
    choose = {"label": "Skriv årets brev", "url": reverse("letter_choose"), "kind": "", "icon": "plus"}
    context = {
        "list": page,
        "heading": HEADING,
        "lead": "Brev som tackar leverantörer och förvaltningar och berättar hur det gick för var och en av dem.",
        "actions": [choose] if may_send and years else [],
        "empty_text": "När årets redovisning är fryst kan CSR-samordnaren skicka ett brev till var och en."
        if not years
        else "Här står breven när de är skickade, med sina siffror och till vem de gick.",
        "breadcrumbs": _crumbs((HEADING, None)),
    }
    return render_page(request, "targets/letter_list.html", context)


@require_safe
@permission_required(SEND, raise_exception=True)
def letter_choose(request):
    """Who can get a letter about a frozen year, and who has got it."""
    organisation = require(request, SEND)
    years = _frozen(organisation)
    year = asked_year(request) if request.GET.get("ar") or not years else years[0]
    snapshot = of_year(organisation, year)
    page = list_response(
        request,
        ComputedRows(recipients(snapshot) if snapshot else ()),
        columns=_RECIPIENTS,
        form=RecipientFilter(request.GET),
        default_sort="name",
        caption="Mottagare",
        one="mottagare",
        filename=f"mottagare-{year}",
        may_choose=lambda row: row.letter is None,
    )
    if not isinstance(page, ListPage):
        return page
    heading = f"Vem ska få ett brev om {year}?"
    context = {
        "list": page,
        "heading": heading,
        "lead": "Siffrorna är de som redovisades när året frystes. Breven skickas inte förrän du har läst dem.",
        "year": year,
        "years": [{"label": str(each), "url": f"?ar={each}", "is_current": each == year} for each in years],
        "empty": _why_nobody(snapshot),
        "breadcrumbs": _crumbs((HEADING, "letter_list"), (heading, None)),
    }
    return render_page(request, "targets/letter_choose.html", context)


@require_http_methods(METHODS)
@permission_required(SEND, raise_exception=True)
def letter_create(request):
    """The letters to those chosen, as they will be read, then the press that sends them."""
    organisation, year = require(request, SEND), asked_year(request)
    snapshot = of_year(organisation, year)
    back = f"{reverse('letter_choose')}?ar={year}"
    if snapshot is None:
        return redirect(back)
    asked = (posted_data(request) or request.GET).getlist("rows")
    chosen = [each for each in recipients(snapshot) if each.pk in asked]
    # What was sent already stays in the form of a press that is repeated, and is refused there by others.
    shown = chosen if request.method == "POST" else [each for each in chosen if each.letter is None]
    form = SendForm(posted_data(request), recipients=shown)
    is_sent = request.method == "POST" and form.is_valid()
    if is_sent and (made := try_action(form, ResultLetter, lambda: _send(request, snapshot, form))):
        messages.success(request, _told(made))
        return redirect(made[0] if len(made) == 1 else "letter_list")
    heading = f"Läs {'brevet' if len(shown) == 1 else 'breven'} om {year}"
    context = {
        "form": form,
        "heading": heading,
        "lead": "Så här ser de ut. Siffrorna kan inte ändras: de står i den frysta redovisningen.",
        "letters": _previews(request.user, snapshot, form) if len(shown) <= actions.MOST else [],
        "too_many": f"{actions.TOO_MANY} Du har valt {len(shown)}." if len(shown) > actions.MOST else "",
        "button": f"Skicka {'brevet' if len(shown) == 1 else f'{len(shown)} brev'}",
        "cancel_url": back,
        "breadcrumbs": _crumbs((HEADING, "letter_list"), (f"Mottagare {year}", back), ("Läs och skicka", None)),
    }
    return render_page(request, "targets/letter_create.html", context)


@require_safe
@permission_required(VIEW, raise_exception=True)
def letter_detail(request, pk):
    """A letter as it was made, and when it was mailed to whom."""
    letter = _found(request, pk, VIEW)
    again = {"label": "Skicka igen", "url": reverse("letter_resend", args=[pk]), "kind": "secondary", "icon": ""}
    files = [
        {"label": "Hämta PDF", "url": reverse("letter_pdf", args=[pk]), "kind": "", "icon": "download"},
        {"label": "Hämta Word", "url": reverse("letter_docx", args=[pk]), "kind": "secondary", "icon": "download"},
    ]
    found = written(letter)
    context = {
        "letter": letter,
        "heading": f"Brev till {found.to}",
        "lead": f"{found.title}. Skrivet {found.on} av {letter.made_by}.",
        "actions": [*files, *([again] if request.user.has_perm(SEND, letter.organisation) else [])],
        "found": found,
        "table": _table(found),
        "mails": _mails(letter),
        "breadcrumbs": _crumbs((HEADING, "letter_list"), (str(letter), None)),
    }
    return render_page(request, "targets/letter_detail.html", context)


@require_http_methods(METHODS)
@permission_required(SEND, raise_exception=True)
def letter_resend(request, pk):
    """Mail a letter again, as it was made, to somebody who can be reached now."""
    letter = _found(request, pk, SEND)
    addresses = addresses_of(letter)
    form = AgainForm(posted_data(request), addresses=addresses, cancel_url=letter.get_absolute_url())
    is_sent = request.method == "POST" and form.is_valid()
    if is_sent and try_action(form, LetterMail, lambda: _again(request, letter, form)):
        messages.success(request, f"Skickat. Brevet mejlas till {form.address.label}.")
        return redirect(letter)
    context = {
        "letter": letter,
        "form": form,
        "heading": f"Skicka brevet till {letter.recipient} igen",
        "lead": "Samma brev med samma siffror mejlas en gång till.",
        "has_addresses": bool(addresses),
        "breadcrumbs": _crumbs(
            (HEADING, "letter_list"), (str(letter), letter.get_absolute_url()), ("Skicka igen", None)
        ),
    }
    return render_page(request, "targets/letter_resend.html", context)


@require_safe
@permission_required(VIEW, raise_exception=True)
def letter_pdf(request, pk):
    """The letter as a tagged PDF."""
    letter = _found(request, pk, VIEW)
    try:
        return _download(letter_files.pdf(letter), "application/pdf", letter_files.filename(letter, ".pdf"))
    except DocumentError:
        logger.exception("Result letter %s was not made", pk)
        messages.error(request, NO_PDF)
        return redirect(letter)


@require_safe
@permission_required(VIEW, raise_exception=True)
def letter_docx(request, pk):
    """The letter as a Word document."""
    letter = _found(request, pk, VIEW)
    return _download(letter_files.docx(letter), word.CONTENT_TYPE, letter_files.filename(letter, ".docx"))


_LETTERS = [
    Column("to", "Till", lambda row: row.contents["to"], ("recipient_key",), url=lambda row: row.get_absolute_url()),
    Column("kind", "Mottagare", lambda row: _WHOSE[row.contents["whose"]]),
    Column("year", "År", lambda row: row.snapshot.year, ("snapshot__year",), shown=lambda row: str(row.snapshot.year)),
    Column("made", "Skrivet", lambda row: row.made_at, ("made_at",), "date"),
    Column("sent", "Mejlat till", lambda row: ", ".join(each.to for each in row.mails.all()) or "inte mejlat"),
]
_RECIPIENTS = [
    Column(
        "name",
        "Mottagare",
        lambda row: row.name,
        ("name_key",),
        url=lambda row: row.letter.get_absolute_url() if row.letter else "",
    ),
    Column("kind", "Slag", lambda row: row.kind, ("kind",)),
    Column("result", "Resultat", lambda row: row.result),
    Column("to", "Går att mejla till", lambda row: _reached(row)),
    Column(
        "state",
        "Läge",
        lambda row: "har fått brevet" if row.letter else "kvar",
        tone=lambda row: "good" if row.letter else "neutral",
    ),
]


def _reached(row: Recipient) -> str:
    return ", ".join(each.person.name for each in row.addresses) or "ingen mejladress"


def _frozen(organisation) -> list[int]:
    rows = Snapshot.objects.filter(organisation=organisation, period=Period.YEAR)
    return list(rows.order_by("-year").values_list("year", flat=True))


def _found(request, pk, perm: str) -> ResultLetter:
    rows = ResultLetter.objects.visible_to(request.user, perm).with_recipient().select_related("made_by")
    return get_object_or_404(rows, pk=pk)


def _send(request, snapshot: Snapshot, form: SendForm) -> list[ResultLetter]:
    own = {"words": form.cleaned_data["words"], "token": form.cleaned_data["token"], "now": timezone.now()}
    return actions.send_letters(by=request.user, snapshot=snapshot, chosen=form.chosen, **own)


def _again(request, letter: ResultLetter, form: AgainForm) -> LetterMail:
    own = {"token": form.cleaned_data["token"], "now": timezone.now()}
    return actions.mail_again(by=request.user, letter=letter, address=form.address, **own)


def _told(made: list[ResultLetter]) -> str:
    mailed = LetterMail.objects.filter(letter__in=made).count()
    text = f"Sparat. {counted(len(made), 'brev är skrivet', 'brev är skrivna')} och {mailed} mejlas."
    by_hand = len(made) - mailed
    return text + (f" Hämta {by_hand} som PDF eller Word och lämna själv." if by_hand else "")


def _previews(user, snapshot: Snapshot, form: SendForm) -> list[dict]:
    before, now = of_year(snapshot.organisation, snapshot.year - 1), timezone.now()
    found = []
    for each in form.recipients:
        told = contents(snapshot, before, each.whose, each.row.pk, each.name)
        letter = ResultLetter(organisation=snapshot.organisation, contents=told, made_by=user, made_at=now)
        own = written(letter)
        found.append({"key": each.pk, "found": own, "table": _table(own), "field": form[each.pk]})
    return found


def _table(found: Written) -> Table:
    columns = [Heading(label, at > 0) for at, label in enumerate(found.header)]
    rows = [
        Row([Cell(text, columns[at].label, at > 0) for at, text in enumerate(row)], chosen_by="") for row in found.rows
    ]
    return Table(f"{found.title}, {found.to}", columns, rows)


def _mails(letter: ResultLetter) -> list[str]:
    rows = letter.mails.select_related("contact", "person", "sent_by")
    return [f"{timezone.localdate(each.sent_at)} till {each.to}, skickat av {each.sent_by}" for each in rows]


def _why_nobody(snapshot: Snapshot | None) -> str:
    if snapshot is None:
        return "Årets redovisning är inte fryst. Frys helåret först: breven berättar det som redovisades då."
    if "letters" not in snapshot.figures:
        return "Året frystes innan det fanns resultatbrev, så det finns inga siffror för var och en."
    return "Ingen leverantör och ingen förvaltning har något att få ett brev om."


def _crumbs(*crumbs: tuple[str, str | None]) -> list[tuple[str, str | None]]:
    return [("Översikt", reverse("dashboard"))] + [
        (label, reverse(url) if url and "/" not in url else url) for label, url in crumbs
    ]


def _download(content: bytes, content_type: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": content_disposition_header(True, name), "Cache-Control": "private, no-store"}
    return HttpResponse(content, content_type=content_type, headers=headers)
