"""allauth answers 200 to a form with errors; every other form of ours answers 422."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse


def unprocessable(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The view, with 422 when a POST shows its page again; success is always a redirect there."""

    @wraps(view)
    def answer(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if request.method == "POST" and response.status_code == 200:
            response.status_code = 422
        return response

    return answer
