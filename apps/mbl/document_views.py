"""The pages of what is kept beside a consultation: its documents and comments."""

import logging
from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from apps.core.form_errors import try_action
from apps.core.pages import posted_data, render_page
from apps.mbl import documents, parties
from apps.mbl.actions import NOT_THE_EMPLOYER
from apps.mbl.document_forms import CommentForm, DocumentForm
from apps.mbl.models import Comment, Consultation, Document
from apps.mbl.models.consultation import SEE_CALLED
from apps.mbl.settings_pages import METHODS, confirm_delete
from apps.mbl.timeplans import VIEW

logger = logging.getLogger(__name__)
RELATED = ("union", "department", "organisation", "procurement", "assessment")


@require_http_methods(METHODS)
@permission_required(VIEW, raise_exception=True)
def document_create(request, pk):
    """Add a document, for the ordering department."""
    rows = Consultation.objects.visible_to(request.user, VIEW).select_related(*RELATED)
    row = get_object_or_404(rows, pk=pk)
    _refuse_others(request, row)
    form = DocumentForm(posted_data(request), request.FILES or None, cancel_url=row.get_absolute_url())
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        file = values.pop("file")
        values |= {"filename": file.name, "content": file.read()}
        if try_action(form, Document, partial(documents.add_document, by=request.user, consultation=row, **values)):
            messages.success(request, "Sparat. Handlingen finns i förhandlingen.")
            return redirect(row)
    lead = "Kallelser, underlag och protokoll samlas här."
    return _form_page(request, form, row, "Lägg till handling", lead)


@require_http_methods(METHODS)
@permission_required(VIEW, raise_exception=True)
def document_delete(request, pk):
    """Take a document away, after asking."""
    rows = Document.objects.filter(consultation__in=Consultation.objects.visible_to(request.user, VIEW))
    document = get_object_or_404(rows.select_related(*(f"consultation__{name}" for name in RELATED)), pk=pk)
    row = document.consultation
    _refuse_others(request, row)
    return confirm_delete(
        request,
        partial(documents.delete_document, by=request.user, document=document),
        what=document.title,
        consequence="Filen tas bort och går inte att hämta tillbaka. Händelserna visar att den har funnits.",
        label="Ta bort handlingen",
        done=row.get_absolute_url(),
        breadcrumbs=crumbs(request.user, row, ("Ta bort handlingen", None)),
    )


@require_safe
def document_download(request, pk):
    """A document as a file to save, never to open in the page. Others than those who may see it get a 404."""
    _refuse_outsiders(request)
    document = get_object_or_404(parties.documents_of(request.user), pk=pk)
    try:
        with document.file.open("rb") as file:
            content = file.read()
    except FileNotFoundError as error:
        logger.exception("The file of document %s is gone", document.pk)
        raise Http404("Filen finns inte kvar.") from error
    headers = {
        "Content-Disposition": content_disposition_header(True, document.title),
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(content, content_type=document.content_type, headers=headers)


@require_http_methods(METHODS)
def comment_create(request, pk):
    """Write a comment, as the department or as the union."""
    _refuse_outsiders(request)
    row = get_object_or_404(parties.rows_of(request.user).select_related(*RELATED), pk=pk)
    if not parties.speaks_for(request.user, row):
        _refuse_others(request, row)
    form = CommentForm(posted_data(request), cancel_url=address(request.user, row))
    if request.method == "POST" and form.is_valid():
        save = partial(documents.comment, by=request.user, consultation=row, **form.cleaned_data)
        if try_action(form, Comment, save):
            messages.success(request, "Sparat. Båda parter ser kommentaren.")
            return redirect(address(request.user, row))
    return _form_page(request, form, row, "Skriv en kommentar", "Båda parter ser kommentaren.")


def beside(user, row: Consultation) -> dict:
    """What the partials `mbl/_documents.html` and `mbl/_comments.html` show on a page of a row."""
    may_run, speaks_for = parties.may_act(user, row), parties.speaks_for(user, row)
    seen = parties.documents_of(user).filter(consultation=row).select_related("uploaded_by")
    return {
        "documents": seen,
        "comments": row.comments.select_related("by"),
        "may_add": may_run,
        "may_delete": may_run and row.closed_on is None,
        "may_comment": may_run or speaks_for,
    }


def address(user, row: Consultation) -> str:
    """The user's own page of a row."""
    if Consultation.objects.visible_to(user, VIEW).filter(pk=row.pk).exists():
        return row.get_absolute_url()
    return reverse("union_consultation", args=[row.pk])


def crumbs(user, row: Consultation, *rest: tuple[str, str | None]) -> list[tuple[str, str | None]]:
    """The way back to the user's own page of a row."""
    own = address(user, row)
    if own == row.get_absolute_url():
        return [("MBL-förhandlingar", row.assessment.get_absolute_url()), (str(row), own), *rest]
    return [("Våra förhandlingar", reverse("union_start")), (str(row.procurement), own), *rest]


def _form_page(request, form, row: Consultation, heading: str, lead: str):
    trail = crumbs(request.user, row, (heading, None))
    context = {"form": form, "heading": heading, "lead": lead, "eyebrow": str(row), "breadcrumbs": trail, "shown": row}
    return render_page(request, "_parts/form_page.html", context)


def _refuse_outsiders(request) -> None:
    """403 for those who are on no side at all."""
    if not (request.user.has_perm(VIEW) or request.user.has_perm(SEE_CALLED)):
        raise PermissionDenied


def _refuse_others(request, row: Consultation) -> None:
    if not parties.may_act(request.user, row):
        raise PermissionDenied(NOT_THE_EMPLOYER.format(department=row.department))
