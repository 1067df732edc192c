"""What an address says of which figures are asked for: year, period and department. Anything else is not found."""

from django.http import Http404, HttpRequest
from django.utils import timezone

from apps.accounts.models import Department, Organisation
from apps.targets.choices import Period

# In addresses a period is a Swedish word.
PERIODS = {"helar": Period.YEAR, "t1": Period.FIRST, "t2": Period.SECOND}


def asked_year(request: HttpRequest) -> int:
    """The year asked for with `?ar=`, this year without it. Raises Http404 when it is no year from 2000 to 2100."""
    asked = request.GET.get("ar", str(timezone.localdate().year))
    if not (asked.isascii() and asked.isdigit() and len(asked) == 4 and 2000 <= int(asked) <= 2100):
        raise Http404("Året ska vara mellan 2000 och 2100.")
    return int(asked)


def asked_period(request: HttpRequest) -> Period:
    """The period asked for with `?period=`, the whole year without it. Raises Http404 when there is no such period."""
    asked = request.GET.get("period") or "helar"
    if asked not in PERIODS:
        raise Http404("Perioden ska vara t1, t2 eller helar.")
    return PERIODS[asked]


def asked_department(request: HttpRequest, organisation: Organisation) -> Department | None:
    """The organisation's department asked for with `?forvaltning=`, None without it. Raises Http404 for any other."""
    asked = request.GET.get("forvaltning")
    if not asked:
        return None
    if not (asked.isascii() and asked.isdigit() and len(asked) < 18):
        raise Http404("Förvaltningen finns inte.")
    found = organisation.departments.filter(pk=asked).first()
    if found is None:
        raise Http404("Förvaltningen finns inte.")
    return found
