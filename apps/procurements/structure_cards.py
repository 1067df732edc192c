"""What the page of a procurement shows of who takes part and in which lots it is awarded."""

from typing import Any

from django.urls import reverse

from apps.core.formats import money
from apps.procurements.models import Procurement
from apps.procurements.wording import percent


def structure_card(procurement: Procurement, may_change: bool) -> dict[str, Any]:
    """The authorities with department, case number and share, the lead first, and the lots."""
    parties = list(procurement.parties.select_related("organisation", "department"))
    lots = list(procurement.lots.all())
    key = [procurement.pk]
    return {
        "parties": [_lead(procurement, parties), *map(_party, parties)] if parties else [],
        "lots": [{"key": lot.pk, "name": str(lot), "value": money(lot.value)} for lot in lots],
        "may_change": may_change,
        "is_shown": bool(parties or lots or may_change),
        "party_create_url": reverse("party_create", args=key) if may_change else "",
        "lot_create_url": reverse("lot_create", args=key) if may_change else "",
    }


def _lead(procurement: Procurement, parties: list) -> dict[str, Any]:
    share = 100 - sum(party.share_percent for party in parties)
    return _row(None, procurement, share, "håller i upphandlingen")


def _party(party) -> dict[str, Any]:
    return _row(party.pk, party, party.share_percent, "medverkar")


def _row(key: int | None, party, share: int, part: str) -> dict[str, Any]:
    known = [str(party.department) if party.department else "", party.case_number]
    return {
        "key": key,
        "name": str(party.organisation),
        "part": part,
        "share": percent(share),
        "hint": ", ".join(word for word in known if word),
    }
