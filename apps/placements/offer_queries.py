"""Reads for the pages of offered places: how many are left, where an offer stands, what a supplier has offered."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, Sum

from apps.accounts.models import Organisation, User
from apps.core.formats import display, iso_date
from apps.placements.choices import MUNICIPAL_REASONS, PlacementKind, UnfilledReason
from apps.placements.models import Placement, PlaceOffer
from apps.placements.offer_rules import Standing, standing
from apps.placements.queries import Change, Fact, author_of, names_in
from apps.suppliers.models import Supplier


def standing_of(offer: PlaceOffer, today: date) -> Standing:
    """Where an offer stands; it was read with `with_filled`."""
    return standing(closed_on=offer.closed_on, to_on=offer.to_on, free=offer.free, today=today)


def facts(offer: PlaceOffer) -> list[Fact]:
    """What everyone who may see the offer may read; it was read with `with_filled`."""
    department = offer.contract.procurement.department if offer.contract else None
    rows = [
        ("Insats", offer.get_kind_display()),
        ("Yrke", offer.occupation),
        ("Platser", offer.filled_words),
        ("Ort eller arbetsplats", display(offer.place)),
        ("Från", iso_date(offer.from_on)),
        ("Till", iso_date(offer.to_on) if offer.to_on else "tills vidare"),
        ("Krav på den som ska börja", display(offer.requirements)),
        ("Förvaltning", department.name if department else "–"),
        ("Erbjuden", iso_date(offer.offered_on)),
    ]
    if offer.closed_on:
        rows += [("Stängd", iso_date(offer.closed_on)), ("Varför platser inte fylldes", reason_text(offer))]
    return [Fact(key, value) for key, value in rows]


def reason_text(offer: PlaceOffer) -> str:
    """The reason places stayed empty, and that it counts for the supplier when it does."""
    if offer.unfilled_reason in MUNICIPAL_REASONS:
        return f"{offer.get_unfilled_reason_display()} (dokumenterat försök)"
    return display(offer.get_unfilled_reason_display())


def placements_on(offer: PlaceOffer, user: User) -> list[Placement]:
    """The placements that stand on an offer, those who were asked and said no included; with `shown_code`."""
    rows = Placement.objects.visible_to(user, "placements.view_placement").standing().filter(offer=offer)
    return list(rows.with_code_for(user).order_by("number"))


@dataclass(frozen=True)
class Offered:
    """What a supplier has offered an organisation, in places. `attempts` stayed empty for want of candidates."""

    places: int
    filled: int
    free: int
    attempts: int


def offered_by(supplier: Supplier, organisation: Organisation, user: User, *, today: date) -> Offered:
    """The supplier's offers that the user may see in the organisation."""
    rows = PlaceOffer.objects.visible_to(user, "placements.view_placement")
    rows = rows.filter(organisation=organisation, supplier=supplier).with_filled()
    is_open = Q(closed_on=None) & (Q(to_on=None) | Q(to_on__gte=today))
    sums = rows.aggregate(
        places=Sum("count", default=0),
        taken=Sum("filled", default=0),
        left=Sum("free", filter=is_open, default=0),
        attempts=Sum("free", filter=Q(unfilled_reason__in=MUNICIPAL_REASONS), default=0),
    )
    return Offered(sums["places"], sums["taken"], sums["left"], sums["attempts"])


_SHOWN_IN_HISTORY = {
    "kind": "insats",
    "contract_id": "avtal",
    "supplier_id": "leverantör",
    "occupation": "yrke",
    "count": "antal platser",
    "place": "ort eller arbetsplats",
    "from_on": "från",
    "to_on": "till",
    "requirements": "krav",
    "offered_on": "erbjuden",
    "closed_on": "stängd",
    "unfilled_reason": "varför platser inte fylldes",
}
_CHOICES = {"kind": PlacementKind, "unfilled_reason": UnfilledReason}


def history(offer: PlaceOffer) -> list[Change]:
    """The changes of an offer, newest first."""
    events = list(offer.events.select_related("pgh_context").order_by("pgh_id"))
    words = names_in(events)
    changes = [_change(before, after, words) for before, after in zip([None, *events], events, strict=False)]
    return [change for change in reversed(changes) if change.text]


def _change(before, after, words: dict) -> Change:
    by = words["user"].get(author_of(after), "")
    if before is None:
        return Change(after.pgh_created_at, "Inlagd", by)
    if before.closed_on and not after.closed_on:
        return Change(after.pgh_created_at, "Öppnad igen", by)
    text = "; ".join(
        f"{label}: {_shown(before, name, words)} → {_shown(after, name, words)}"
        for name, label in _SHOWN_IN_HISTORY.items()
        if getattr(before, name) != getattr(after, name)
    )
    return Change(after.pgh_created_at, text[:1].upper() + text[1:], by)


def _shown(event, name: str, words: dict) -> str:
    value = getattr(event, name)
    if name in _CHOICES and value:
        return _CHOICES[name](value).label
    if name in words:
        return words[name].get(value, "utan avtal" if value is None else "borttagen")
    return display(value)
