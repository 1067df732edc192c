"""Addresses of many rows at the cost of one: finding an address takes longer than reading a row."""

from collections.abc import Callable
from functools import cache, lru_cache

from django.urls import get_script_prefix, get_urlconf, reverse

# No row has this number.
_MARK = 987_654_321


def address(name: str, number: int, *more: str) -> str:
    """What `reverse(name, args=[number, *more])` gives."""
    return numbered(name, *more)(number)


def page(name: str) -> str:
    """What `reverse(name)` gives."""
    return _page(name, get_script_prefix(), get_urlconf())


def numbered(name: str, *more: str) -> Callable[[int], str]:
    """The same for any number: for a loop, since even what an address depends on takes time to find out."""
    before, after = _around(name, more, get_script_prefix(), get_urlconf())
    return lambda number: f"{before}{number}{after}"


def addresses() -> Callable[..., str]:
    """`address` for a loop over rows of several pages: what each depends on is found out once."""
    known = cache(numbered)
    return lambda name, number, *more: known(name, *more)(number)


@lru_cache(maxsize=256)
def _page(name: str, _prefix: str, _urlconf: str | None) -> str:
    return reverse(name)


@lru_cache(maxsize=256)
def _around(name: str, more: tuple[str, ...], _prefix: str, _urlconf: str | None) -> tuple[str, str]:
    """What stands before and after the number; the last two are what else an address depends on."""
    before, _, after = reverse(name, args=[_MARK, *more]).partition(str(_MARK))
    return before, after
