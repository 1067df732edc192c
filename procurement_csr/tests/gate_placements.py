"""The gate's visits to the life of a placement: proposed, moved, extended, paused, several at a time."""

from datetime import timedelta

from django.utils import timezone

from apps.placements.placing import next_number
from apps.procurements.models import Contract
from procurement_csr import people
from procurement_csr.tests.gate_visit import BOTH, EMPTY, NONSENSE, Visit

PLACEMENT_VISITS = (
    Visit("placement_propose", "matcher", refuses=BOTH),
    Visit("placement_propose", "matcher", query="?plats={place}", refuses=BOTH),
    Visit("placement_detail", "matcher", "proposed_placement"),
    Visit("placement_detail", "matcher", "matched_placement"),
    Visit("placement_detail", "officer", "matched_placement"),
    Visit("placement_detail", "matcher", "paused_placement"),
    Visit("placement_detail", "matcher", "declined_placement"),
    Visit("placement_update", "matcher", "matched_placement", refuses=BOTH),
    Visit("placement_move", "matcher", "move_consent", refuses=(EMPTY,)),
    Visit("placement_move", "matcher", "move_match", refuses=BOTH),
    Visit("placement_move", "matcher", "move_start", refuses=BOTH),
    Visit("placement_move", "matcher", "move_no_show", refuses=BOTH),
    Visit("placement_move", "matcher", "move_correct_start", refuses=BOTH),
    Visit("placement_move", "matcher", "move_correct_exit", refuses=(EMPTY,)),
    Visit("placement_move", "matcher", "move_not_allowed", status=409),
    Visit("placement_extend", "matcher", "paused_placement", refuses=BOTH),
    Visit("placement_pause", "matcher", "matched_placement", refuses=BOTH),
    Visit("placement_resume", "matcher", "paused_placement", refuses=BOTH),
    Visit("pause_update", "matcher", "pause", refuses=BOTH),
    Visit("pause_delete", "matcher", "pause"),
    Visit("placement_bulk", "matcher"),
    Visit("placement_bulk", "matcher", query="?gor=avsluta&rows={paused_placement}", refuses=BOTH),
    Visit("placement_bulk", "matcher", query="?gor=forlang&rows={paused_placement}", refuses=BOTH),
    Visit("my_day", "matcher"),
    Visit("follow_up_list", "matcher"),
    Visit("follow_up_list", "matcher", query="?standing=done"),
    Visit("follow_up_answer", "matcher", "follow_up", refuses=BOTH),
    Visit("follow_up_answer", "matcher", "answered_follow_up", refuses=(NONSENSE,)),
    Visit("follow_up_answer", "matcher", "stopped_follow_up", status=409),
    Visit("placement_detail", "matcher", "followed_placement"),
)


def addresses_of_placements(organisation, matcher) -> dict:
    """One placement in each state before and after the work, at a place that waits and under a contract."""
    today = timezone.localdate()
    contract = Contract.objects.filter(organisation=organisation, procurement__department__isnull=False).first()
    place = people.make_offer(contract, occupation="Målare och ytbehandlare i fastighetsförvaltning", count=5)
    people.make_waiting(people.make_participant(organisation, "K7M-4Q2"))

    def make(**fields):
        values = {"created_by": matcher, "started_on": None, "number": next_number(organisation)} | fields
        return people.make_placement(contract, **values)

    proposed = make(offer=place, state="proposed")
    consented = make(offer=place, state="consented")
    matched = make(offer=place, state="matched", planned_start_on=today - timedelta(1))
    declined = make(state="declined_by_supplier", exited_on=today)
    paused = make(started_on=today - timedelta(40), planned_end_on=today + timedelta(20))
    pause = paused.pauses.create(from_on=today - timedelta(20), to_on=today - timedelta(11))
    paused.pauses.create(from_on=today - timedelta(3))
    ended = {"started_on": today - timedelta(300), "ended_on": today, "end_reason": "completed"}
    followed = make(**ended)
    asked = {
        "follow_up": followed.follow_ups.create(months=3, due_on=today - timedelta(4)),
        "stopped_follow_up": followed.follow_ups.create(months=6, due_on=today, stopped_on=today),
        "answered_follow_up": followed.follow_ups.create(
            months=9, due_on=today, situation="employed_short", answered_on=today
        ),
    }
    return {key: row.pk for key, row in asked.items()} | {
        "followed_placement": followed.pk,
        "place": place.pk,
        "pause": pause.pk,
        "proposed_placement": proposed.pk,
        "matched_placement": matched.pk,
        "paused_placement": paused.pk,
        "declined_placement": declined.pk,
        "move_consent": (proposed.pk, "consent"),
        "move_match": (consented.pk, "match"),
        "move_start": (matched.pk, "start"),
        "move_no_show": (matched.pk, "no_show"),
        "move_correct_start": (paused.pk, "correct_start"),
        "move_correct_exit": (declined.pk, "correct_exit"),
        "move_not_allowed": (declined.pk, "start"),
    }
