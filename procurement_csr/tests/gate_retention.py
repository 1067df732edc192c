"""The gate's visits to retention: rules, a run that waits, and one that was executed."""

from datetime import timedelta

from django.utils import timezone

from apps.placements.models import Placement, PurgeItem, PurgeRun, RetentionRule
from apps.placements.retention_queries import rules_of, snapshot
from procurement_csr.tests.gate_visit import BOTH, Visit

RETENTION_VISITS = (
    Visit("retention_rules", "administrator"),
    Visit("retention_rule_update", "administrator", "decided_class", refuses=BOTH),
    Visit("retention_rule_update", "administrator", "undecided_class", refuses=BOTH),
    Visit("purge_list", "administrator"),
    Visit("purge_list", "coordinator"),
    Visit("purge_create", "administrator"),
    Visit("purge_detail", "coordinator", "waiting_run"),
    Visit("purge_detail", "administrator", "waiting_run", "?q=finnsinte"),
    Visit("purge_detail", "coordinator", "executed_run"),
    Visit("purge_approve", "coordinator", "waiting_run"),
    Visit("purge_discard", "coordinator", "waiting_run"),
)
_LONG = "Arbetsmarknads- och vuxenutbildningsnämndens delegationsordning"


def addresses_of_retention(organisation, maker, approver) -> dict:
    """A decided and an undecided class, a run with many records that waits, and one that is done."""
    today, now = timezone.localdate(), timezone.now()
    decided = {"trigger": "last_follow_up", "months": 24, "action": "purge", "decided_by_body": _LONG}
    decided |= {"decided_on": today - timedelta(90), "reference": "AMN 2026/12 § 34"}
    RetentionRule.objects.filter(organisation=organisation, record_class="disclosure").delete()
    for record_class in ("case_reference", "participant_code"):
        whose = {"organisation": organisation, "record_class": record_class}
        RetentionRule.objects.update_or_create(**whose, defaults=decided)
    PurgeRun.objects.filter(organisation=organisation, state=PurgeRun.State.PROPOSED).delete()
    own = {"organisation": organisation, "as_of": today, "rules": snapshot(rules_of(organisation)), "made_by": maker}
    waiting = PurgeRun.objects.create(**own)
    approved = {"approved_by": approver, "approved_at": now, "executed_at": now}
    executed = PurgeRun.objects.create(**own, state=PurgeRun.State.EXECUTED, **approved)
    numbers = list(Placement.objects.filter(organisation=organisation).values_list("number", flat=True)[:60])
    for run in (waiting, executed):
        PurgeItem.objects.bulk_create(
            PurgeItem(
                run=run,
                record_class="participant_code",
                row_id=number,
                trigger_on=today - timedelta(900),
                due_on=today - timedelta(170),
                placement_numbers=[number, *numbers[:3]],
                is_done=run is executed,
            )
            for number in numbers
        )
    return {
        "decided_class": "case_reference",
        "undecided_class": "disclosure",
        "waiting_run": waiting.pk,
        "executed_run": executed.pk,
    }
