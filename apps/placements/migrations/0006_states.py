"""Every placement gets the state that its dates tell, and those that have ended their coming follow-ups."""

from django.db import migrations

_FORWARD = """
UPDATE placements_placement SET state = 'ended' WHERE ended_on IS NOT NULL;
UPDATE placements_placement SET state = 'matched', planned_start_on = started_on, started_on = NULL
WHERE ended_on IS NULL AND started_on > CURRENT_DATE;
UPDATE placements_placement SET extent_percent = NULL WHERE kind = 'mentorship';
UPDATE placements_participant SET matcher_id = created_by_id;
INSERT INTO placements_followup (placement_id, months, due_on, situation, created_at, is_demo)
SELECT p.id, m, (p.ended_on + make_interval(months => m))::date, '', now(), p.is_demo
FROM placements_placement p, unnest(ARRAY[3, 6, 12]) AS m
WHERE p.state = 'ended' AND p.undone_at IS NULL AND p.ended_on + make_interval(months => m) >= CURRENT_DATE;
"""
_BACKWARD = """
UPDATE placements_placement SET started_on = planned_start_on WHERE started_on IS NULL AND planned_start_on IS NOT NULL;
UPDATE placements_placement SET extent_percent = 100 WHERE extent_percent IS NULL;
DELETE FROM placements_followup;
"""


class Migration(migrations.Migration):
    dependencies = [("placements", "0005_life_cycle")]
    operations = [migrations.RunSQL(_FORWARD, _BACKWARD)]
