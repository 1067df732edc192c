"""Helpers every view uses: render a page, read what was posted."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render


def render_page(request: HttpRequest, template: str, context: dict | None = None, *, status: int = 200) -> HttpResponse:
    """A page from `templates/`; an invalid bound form makes the answer 422 by itself, or what `form.status` says."""
    context = context or {}
    form = context.get("form")
    if status == 200 and request.method == "POST" and form is not None and form.is_bound and form.errors:
        status = getattr(form, "status", 422)
    return render(request, template, context, status=status)


def posted_data(request: HttpRequest) -> QueryDict | None:
    """What a form should be bound to: the POST, or what was laid aside when the session ran out, or None.

    A view saves only when `request.method == "POST"`, so a form given back is shown filled in and never saved by
    itself.
    """
    if request.method == "POST":
        return request.POST
    resumed = getattr(request, "resumed_data", None)
    return QueryDict(resumed) if resumed else None
