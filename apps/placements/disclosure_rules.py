"""When a supplier may be told something about a resident. Pure.

Secrecy is broken by the resident's consent, given for one supplier and one purpose and in force that day, or by a harm
test that has a reference (DOMAIN 4.1, facts 35 and 36). A consent covers what its purpose needs and nothing else.
"""

from collections.abc import Iterable
from datetime import date

from apps.placements.choices import ConsentPurpose, ToldPart

_COVERS = {
    ConsentPurpose.CONTACT_SUPPLIER: {ToldPart.NAME, ToldPart.CONTACT, ToldPart.AVAILABILITY},
    ConsentPurpose.SHARE_CV: {ToldPart.NAME, ToldPart.CONTACT, ToldPart.EXPERIENCE, ToldPart.AVAILABILITY},
}


def is_in_force(given_on: date, withdrawn_on: date | None, day: date) -> bool:
    """Whether a consent holds on a day: from the day it was given, until the day it was withdrawn."""
    return given_on <= day and (withdrawn_on is None or day < withdrawn_on)


def not_covered(purpose: str, told: Iterable[str]) -> list[ToldPart]:
    """What of `told` a consent for the purpose does not cover, in the order of the list."""
    covered = _COVERS.get(ConsentPurpose(purpose), set())
    return [part for part in ToldPart if part in set(told) - covered]
