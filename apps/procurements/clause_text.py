"""Clause texts with variables in braces, "{antal} {enhet}". The names are a closed list; nothing else is replaced.

Texts are written by users, so `str.format` is out of the question: it would reach attributes of what it is given.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

VARIABLES = {
    "antal": "antal",
    "enhet": "enhet",
    "insats": "insats",
    "start": "första dag för kravet",
    "slut": "sista dag för kravet",
    "forsta_start_manader": "månader inom vilka den första insatsen ska ha börjat",
    "rapportdatum": "dagar för rapport",
    "uppfoljare": "vem som följer upp",
    "rattelse_dagar": "dagar för rättelse",
    "vite_belopp": "vite i kronor",
    "vite_enhet": "vad vitet räknas på",
    "vite_tak": "högsta vite i kronor",
    "bonus_per_enhet": "bonus i kronor per enhet",
    "bonus_tak": "högsta bonus i kronor",
    "andel_reserverad": "andel i en reserverad upphandling, procent",
    "organisation": "upphandlande organisation",
    "upphandling": "upphandlingens benämning",
    "diarienummer": "diarienummer",
}
_VARIABLE = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True)
class Rendered:
    """A clause with its values. A variable without a value stays in braces and is named in `missing`."""

    text: str
    missing: tuple[str, ...]


def variables(text: str) -> tuple[str, ...]:
    """The variables a text uses, each once, in order.

    Raises ValueError, with one Swedish sentence, for unknown names and lone braces.
    """
    names = tuple(dict.fromkeys(_VARIABLE.findall(text)))
    unknown = [name for name in names if name not in VARIABLES]
    if unknown:
        known = ", ".join(f"{{{name}}}" for name in VARIABLES)
        raise ValueError(f"Variabeln {{{unknown[0][:40]}}} finns inte. Använd någon av {known}.")
    lone = re.search(r"[{}]", _VARIABLE.sub(lambda found: " " * len(found[0]), text))
    if lone:
        near = text[max(0, lone.start() - 15) : lone.start() + 15].strip()
        raise ValueError(f"Klammern vid ”{near}” saknar sin motpart. Skriv klamrar bara runt en variabel: {{antal}}.")
    return names


def render(text: str, values: Mapping[str, str]) -> Rendered:
    """The text with its values put in once; what a value itself holds is never read as a variable.

    Raises ValueError as `variables` does. Blank values count as missing.
    """
    missing = tuple(name for name in variables(text) if not values.get(name, "").strip())
    known = {name: value for name, value in values.items() if name not in missing}
    return Rendered(_VARIABLE.sub(lambda found: known.get(found[1], found[0]), text), missing)
