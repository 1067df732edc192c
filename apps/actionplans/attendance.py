"""How many came to a seminar, and what counts as having reached a department. Pure.

A department is reached when a seminar that it was invited to, by itself or through its whole authority, was held and
nobody has said that none of its own came.
"""

from collections.abc import Iterable

NOTHING = "Ange hur många som kom, totalt eller för varje målgrupp."
FEWER = "Totalt {whole} är färre än de {sum} som är angivna för målgrupperna. Rätta det ena eller det andra."


def total(whole: int | None, parts: Iterable[int | None]) -> int:
    """How many came: `whole` as it was said, or the sum of the parts that were.

    Raises ValueError with a sentence when nothing was said, or the whole is less than its parts.
    """
    known = [part for part in parts if part is not None]
    if whole is None and not known:
        raise ValueError(NOTHING)
    if whole is not None and whole < sum(known):
        raise ValueError(FEWER.format(whole=whole, sum=sum(known)))
    return sum(known) if whole is None else whole


def is_reached(participants: int | None, whole: int) -> bool:
    """Whether a held seminar of `whole` participants reached a department of which so many came; None is not known."""
    return whole > 0 and participants != 0
