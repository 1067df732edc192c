"""Draws contracts by chance so that anybody can draw them again: same seed and same contracts, same draw. Pure.

Each contract gets a place by the SHA-256 of the seed and its number, and the first ones are drawn. That is the same in
every version of Python, which `random.sample` does not promise, and leaving out a contract moves no other.
"""

from collections.abc import Iterable
from hashlib import sha256


def draw(contracts: Iterable[int], size: int, seed: str) -> tuple[int, ...]:
    """`size` of the contracts' numbers, in the order they were drawn; all of them when there are fewer.

    The order they come in and repetitions do not matter. Raises ValueError with a Swedish sentence without a seed or
    with a size below 1.
    """
    if not seed.strip():
        raise ValueError("Ange ett frö, till exempel dagens datum, så att dragningen kan göras om.")
    if size < 1:
        raise ValueError(f"Antalet {size} går inte att dra. Ange minst 1.")
    return tuple(sorted(set(contracts), key=lambda contract: _place(seed, contract))[:size])


def _place(seed: str, contract: int) -> str:
    return sha256(f"{seed.strip()}:{contract}".encode()).hexdigest()
