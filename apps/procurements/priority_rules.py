"""What the priority scoring weighs and where it draws its lines; kept as JSON with a version of the guideline."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from itertools import pairwise
from typing import Any, ClassVar, Self

WEIGHT_LABELS = {
    "value": "värde",
    "labour_share": "arbetets andel av kostnaden",
    "duration": "avtalets längd",
    "entry_level": "krav på utbildning",
    "labour_need": "behov av arbetskraft i branschen",
    "candidates": "kandidater",
}
LIMIT_LABELS = {
    "large_value": "stort värde, kronor från",
    "share_some": "arbetets andel, 1 poäng från procent",
    "share_half": "arbetets andel, 2 poäng från procent",
    "share_most": "arbetets andel, 3 poäng från procent",
    "months_medium": "avtalets längd, 2 poäng från månader",
    "months_long": "avtalets längd, 3 poäng från månader",
    "months_over": "avtalet ska vara längre än månader",
    "persons_at_least": "personer som utför arbetet, minst",
    "dialog_from": "dialogkrav från poäng",
    "numeric_from": "krav på antal från poäng",
}
# Each row must rise from left to right.
_RISING = (
    ("share_some", "share_half", "share_most"),
    ("months_medium", "months_long"),
    ("dialog_from", "numeric_from"),
)
_AT_MOST_100 = ("share_some", "share_half", "share_most", "dialog_from", "numeric_from")


class _Stored:
    """Whole numbers that are kept as a JSON object."""

    _noun: ClassVar[str]
    _labels: ClassVar[dict[str, str]]

    def as_dict(self) -> dict[str, int]:
        """What is kept as JSON."""
        return asdict(self)

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> Self:
        """The reverse of `as_dict`. An empty object means the shipped figures; a part of them is refused.

        Raises ValueError, in Swedish, for anything else than all the names with whole numbers in order.
        """
        if not isinstance(stored, Mapping):
            raise ValueError(f"{cls._noun} ska vara namn med heltal, inte {stored!r}. Spara riktlinjen på nytt.")
        names = [each.name for each in fields(cls)]
        unknown = [str(name) for name in stored if name not in names]
        if unknown:
            raise ValueError(f"{cls._noun} har okända namn: {', '.join(unknown)}. Ta bort dem.")
        lacking = [cls._labels[name] for name in names if stored and name not in stored]
        if lacking:
            raise ValueError(f"{cls._noun} saknar {', '.join(lacking)}. Ange alla, eller ingen för de medföljande.")
        return cls(**stored)

    def _refuse_other_than_whole_numbers(self) -> None:
        for name, label in self._labels.items():
            value = getattr(self, name)
            if type(value) is not int:  # bool is an int to Python, but no weight
                raise ValueError(f"{self._noun}, {label}: {value!r} är inget heltal. Ange ett heltal.")
            if value < 0:
                raise ValueError(f"{self._noun}, {label}: {value} är negativt. Ange 0 eller mer.")


@dataclass(frozen=True)
class Weights(_Stored):
    """How heavy each criterion is. Only the proportions count; the shipped weights add up to 100 (DOMAIN 3.5)."""

    _noun: ClassVar[str] = "Vikten"
    _labels: ClassVar[dict[str, str]] = WEIGHT_LABELS

    value: int = 20
    labour_share: int = 25
    duration: int = 15
    entry_level: int = 15
    labour_need: int = 10
    candidates: int = 15

    def __post_init__(self):
        self._refuse_other_than_whole_numbers()
        heavy = [label for name, label in self._labels.items() if getattr(self, name) > 100]
        if heavy:
            raise ValueError(f"Vikten, {heavy[0]}: ange högst 100.")
        if not self.total:
            raise ValueError("Alla vikter är 0. Ge minst ett kriterium en vikt.")

    @property
    def total(self) -> int:
        """All weights together."""
        return sum(asdict(self).values())


@dataclass(frozen=True)
class Limits(_Stored):
    """Where points and recommendations begin (DOMAIN 3.5). The legal limits of the day are not here: they are law."""

    _noun: ClassVar[str] = "Gränsen"
    _labels: ClassVar[dict[str, str]] = LIMIT_LABELS

    large_value: int = 10_000_000
    share_some: int = 25
    share_half: int = 50
    share_most: int = 75
    months_medium: int = 12
    months_long: int = 24
    months_over: int = 4
    persons_at_least: int = 2
    dialog_from: int = 45
    numeric_from: int = 70

    def __post_init__(self):
        self._refuse_other_than_whole_numbers()
        for name in _AT_MOST_100:
            if getattr(self, name) > 100:
                raise ValueError(f"Gränsen, {LIMIT_LABELS[name]}: {getattr(self, name)} är för högt. Ange högst 100.")
        for row in _RISING:
            for lower, upper in pairwise(row):
                if getattr(self, lower) >= getattr(self, upper):
                    raise ValueError(
                        f"Gränsen, {LIMIT_LABELS[lower]} ({getattr(self, lower)}), ska vara lägre än "
                        f"{LIMIT_LABELS[upper]} ({getattr(self, upper)})."
                    )
