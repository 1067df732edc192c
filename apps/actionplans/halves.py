"""Half-years, in which success factors are scored. Pure."""

from datetime import date
from typing import NamedTuple

_NAMES = {1: "första halvåret", 2: "andra halvåret"}


class HalfYear(NamedTuple):
    """`half` is 1 (January to June) or 2. They sort by time."""

    year: int
    half: int

    @property
    def label(self) -> str:
        """How it is said: "första halvåret 2026"."""
        return f"{_NAMES[self.half]} {self.year}"

    @property
    def short(self) -> str:
        """How it stands below a chart: "H1 2026"."""
        return f"H{self.half} {self.year}"

    @property
    def before(self) -> "HalfYear":
        """The half-year before this one."""
        return HalfYear(self.year - 1, 2) if self.half == 1 else HalfYear(self.year, 1)


def half_of(day: date) -> HalfYear:
    """The half-year of a day."""
    return HalfYear(day.year, 1 if day.month <= 6 else 2)


def span(first: HalfYear, last: HalfYear, most: int) -> list[HalfYear]:
    """The half-years from the first to the last, the latest `most` of them, in the order of time."""
    found = [last]
    while found[-1] > first and len(found) < most:
        found.append(found[-1].before)
    return found[::-1]
