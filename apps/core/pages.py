"""Helpers every view uses: render a page, read what was posted."""

from collections.abc import Iterator

from django.db.models import Model
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render


def render_page(request: HttpRequest, template: str, context: dict | None = None, *, status: int = 200) -> HttpResponse:
    """A page from `templates/`; an invalid bound form makes the answer 422 by itself, or what `form.status` says.

    A page about a row follows the row's organisation in whether it is marked as example data: the row is the first in
    the context, or what the view names `shown`. Other pages follow the context processor.
    """
    context = context or {}
    form = context.get("form")
    row = context.get("shown") or next(_rows(context), None)
    if (mark := _example_mark(request, row)) is not None:
        context = context | {"is_demo": mark}
    if status == 200 and request.method == "POST" and form is not None and form.is_bound and form.errors:
        status = getattr(form, "status", 422)
    return render(request, template, context, status=status)


def _rows(context: dict) -> Iterator[Model]:
    instance = getattr(context.get("form"), "instance", None)
    return (value for value in [*context.values(), instance] if isinstance(value, Model))


def _example_mark(request: HttpRequest, row: Model | None) -> bool | None:
    """Whether the row is an example; None when the row alone does not tell, since no organisation owns it."""
    if key := getattr(row, "organisation_id", None):
        loaded = {each.pk: each for each in getattr(request, "organisations", ())}
        return (loaded.get(key) or row.organisation).is_demo
    return getattr(row, "is_demo", False) or None


def posted_data(request: HttpRequest) -> QueryDict | None:
    """What a form should be bound to: the POST, or what was laid aside when the session ran out, or None.

    A view saves only when `request.method == "POST"`, so a form given back is shown filled in and never saved by
    itself.
    """
    if request.method == "POST":
        return request.POST
    resumed = getattr(request, "resumed_data", None)
    return QueryDict(resumed) if resumed else None
