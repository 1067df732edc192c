"""The gate's visits to places that suppliers offer, and to the board of who waits for one."""

from datetime import timedelta

from django.utils import timezone

from apps.placements.models import Waiting
from apps.procurements.models import Contract
from procurement_csr import people
from procurement_csr.tests.gate_visit import BOTH, EMPTY, Visit

OFFER_VISITS = (
    Visit("offer_list", "matcher"),
    Visit("offer_list", "officer", query="?q=finnsinte"),
    Visit("offer_list", "officer", query="?standing=attempt"),
    Visit("offer_create", "matcher", refuses=BOTH),
    Visit("offer_detail", "matcher", "wanted_place"),
    Visit("offer_detail", "officer", "place"),
    Visit("offer_detail", "matcher", "closed_place"),
    Visit("offer_update", "matcher", "wanted_place", refuses=BOTH),
    Visit("offer_close", "matcher", "wanted_place", refuses=BOTH),
    Visit("board", "matcher"),
    Visit("board", "matcher", query="?vantande={waiting}"),
    Visit("board", "matcher", query="?kind=osa&q=finnsinte"),
    Visit("waiting_create", "matcher", refuses=BOTH),
    Visit("waiting_update", "matcher", "waiting", refuses=BOTH),
    Visit("waiting_end", "matcher", "waiting", refuses=(EMPTY,)),
)


def addresses_of_offers(organisation) -> dict:
    """Places that are wanted, and closed without anybody; with those who wait, for one kind or for any."""
    today = timezone.localdate()
    contracts = Contract.objects.filter(organisation=organisation, procurement__department__isnull=False)
    wanted = people.make_offer(
        contracts.last(),
        occupation="Fastighetsskötare med ansvar för ventilationsanläggningar",
        place=f"Råå {'R' * 60}",
        count=3,
        from_on=today + timedelta(14),
        requirements="B-körkort och vana vid höga höjder",
    )
    closed = people.make_offer(contracts.first(), count=2, closed_on=today, unfilled_reason="no_candidate")
    rows = [
        Waiting.objects.create(
            participant=people.make_participant(organisation, code), since=today - timedelta(days), kinds=kinds
        )
        for code, days, kinds in (
            ("Q8N-6D4", 120, ["internship", "apprenticeship"]),
            ("6Q4-C5J", 40, []),
            ("R3Q-W7N", 9, ["employment"]),
        )
    ]
    return {"wanted_place": wanted.pk, "closed_place": closed.pk, "waiting": rows[0].pk}
