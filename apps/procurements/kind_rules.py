"""From which day a kind of effort may be asked for: the day decides by the procurement's publication. Pure."""

from datetime import date

from apps.core.formats import iso_date
from apps.procurements.choices import RequirementKind

REFUSED = (
    "{organisation} ställer krav på {kind} först i upphandlingar som annonseras från {starts}. Den här {when}. "
    "En CSR-samordnare eller administratör kan ändra dagen på sidan Insatser."
)


def published_by(
    *,
    sent_on: date | None,
    published_on: date | None,
    signed_on: date | None,
    planned_on: date | None,
    today: date | None,
) -> tuple[date | None, str]:
    """On which day a procurement counts as published, and that in words; (None, "") when nothing tells.

    Its own day; else the signing of its contract, by when it was; else the planned day, though never before today.
    """
    if own := sent_on or published_on:
        return own, f"annonserades {iso_date(own)}"
    if signed_on:
        return signed_on, f"ledde till avtal {iso_date(signed_on)}"
    if planned_on and (today is None or planned_on >= today):
        return planned_on, f"är planerad att annonseras {iso_date(planned_on)}"
    return (today, "har ingen planerad annonsering efter den dagen") if today else (None, "")


def refusal(kind: str, starts_on: date | None, published: tuple[date | None, str], organisation: str) -> str:
    """Why the kind may not be asked for in the procurement; empty when it may. Without a first day it always may."""
    on, when = published
    if not kind or starts_on is None or on is None or on >= starts_on:
        return ""
    label = RequirementKind(kind).label
    return REFUSED.format(organisation=organisation, kind=label, starts=iso_date(starts_on), when=when)
