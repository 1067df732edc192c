"""Procurements in phases of their own for the gate, and the addresses of the moves from there."""

from django.utils import timezone

from procurement_csr import people


def addresses_of_moves(organisation, bare) -> dict:
    """One that stands still, one that is prepared, one that is paused, and what leads on from them."""
    today = timezone.localdate()
    sent = {"procedure": "open", "award_decided_on": today, "award_notice_sent_on": today, "notice_mode": "electronic"}
    standing = people.make_procurement(organisation, "Städ i avtalsspärr", phase="standstill", kind="services", **sent)
    people.make_contract(standing)
    preparing = people.make_procurement(
        organisation, "Belysning", phase="preparation", kind="works", estimated_value=9e8
    )
    aside = {"phase": "paused", "phase_before": "evaluation", "reason": "Budgeten är inte beslutad."}
    paused = people.make_procurement(organisation, "Skyddsklädsel", **aside)
    return {
        "standing_procurement": standing.pk,
        "paused_procurement": paused.pk,
        "move_prepare": (bare.pk, "preparation"),
        "move_publish": (preparing.pk, "published"),
        "move_sign": (standing.pk, "contracted"),
        "move_cancel": (standing.pk, "cancelled"),
        "move_resume": (paused.pk, "evaluation"),
        "move_impossible": (bare.pk, "closed"),
    }
