"""What the database holds placements to, once their states are right; and whose contract a row may stand on."""

import django.db.models.functions.comparison
from django.db import migrations, models
from django.db.models import F, Q

from apps.core.same_organisation import pair_of, same_organisation

# A joint procurement's contract belongs to one authority and is used by all that take part in it (DOMAIN 7).
_FUNCTION = """
CREATE FUNCTION placements_contract_is_ours() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM procurements_contract c
    WHERE c.id = NEW.contract_id AND c.organisation_id <> NEW.organisation_id AND NOT EXISTS (
      SELECT 1 FROM procurements_procurementparty p
      WHERE p.procurement_id = c.procurement_id AND p.organisation_id = NEW.organisation_id)
  ) THEN
    RAISE EXCEPTION '%: the contract belongs to another organisation', TG_NAME
      USING ERRCODE = 'foreign_key_violation', CONSTRAINT = TG_NAME,
      HINT = 'Välj avtal: det valda avtalet hör till en annan organisation.';
  END IF;
  RETURN NULL;
END $$
"""
_TRIGGER = """
CREATE CONSTRAINT TRIGGER {name} AFTER INSERT OR UPDATE OF contract_id, organisation_id ON {table}
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.contract_id IS NOT NULL)
EXECUTE FUNCTION placements_contract_is_ours()
"""

# The other way round: an authority that has placed residents stays a party of the procurement.
_PARTY_FUNCTION = """
CREATE FUNCTION placements_party_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM procurements_contract c
    JOIN placements_placement p ON p.contract_id = c.id AND p.organisation_id = OLD.organisation_id
    WHERE c.procurement_id = OLD.procurement_id AND c.organisation_id <> OLD.organisation_id
  ) AND NOT EXISTS (
    SELECT 1 FROM procurements_procurementparty q
    WHERE q.procurement_id = OLD.procurement_id AND q.organisation_id = OLD.organisation_id
  ) THEN
    RAISE EXCEPTION '%: the authority has placements on the contract', TG_NAME
      USING ERRCODE = 'foreign_key_violation', CONSTRAINT = TG_NAME,
      HINT = 'Myndigheten har placeringar på upphandlingens avtal och kan därför inte tas bort.';
  END IF;
  RETURN NULL;
END $$
"""
_PARTY_TRIGGER = """
CREATE CONSTRAINT TRIGGER procurements_party_stays
AFTER DELETE OR UPDATE OF organisation_id, procurement_id ON procurements_procurementparty
DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION placements_party_stays()
"""


def _contract_is_ours(table: str) -> migrations.RunSQL:
    name = f"{table}_contract_is_ours"
    return migrations.RunSQL(_TRIGGER.format(name=name, table=table), f"DROP TRIGGER {name} ON {table}")


def _no_longer_same(table: str) -> migrations.RunSQL:
    before = same_organisation(table, "contract_id", "procurements_contract")
    return migrations.RunSQL(before.reverse_sql, before.sql)


class Migration(migrations.Migration):
    dependencies = [("placements", "0006_states")]
    operations = [
        migrations.AddIndex(
            model_name='placement',
            index=models.Index(fields=['organisation', '-starts_on', '-id'], name='placement_latest_start'),
        ),
        migrations.AddConstraint(
            model_name='placement',
            constraint=models.UniqueConstraint(models.F('participant'), django.db.models.functions.comparison.Coalesce('contract', 0), models.F('supplier'), django.db.models.functions.comparison.Coalesce('started_on', 'planned_start_on'), condition=models.Q(('undone_at', None), models.Q(('state__in', ('declined_by_candidate', 'declined_by_supplier', 'withdrawn', 'no_show')), _negated=True)), name='placement_once_per_start', violation_error_message='Deltagaren har redan en placering på avtalet med samma startdatum.'),
        ),
        migrations.AddConstraint(
            model_name='placement',
            constraint=models.CheckConstraint(condition=models.Q(('contract__isnull', False), ('offer__isnull', False), _connector='OR'), name='placement_has_a_place', violation_error_message='En placering ska ha ett avtal eller en erbjuden plats.'),
        ),
        migrations.AddConstraint(
            model_name='placement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ended_on', None), ('exited_on', None), ('started_on', None), ('state__in', ('proposed', 'consented', 'matched'))), models.Q(('ended_on', None), ('exited_on', None), ('started_on__isnull', False), ('state', 'started')), models.Q(('ended_on__isnull', False), ('exited_on', None), ('started_on__isnull', False), ('state', 'ended')), models.Q(('ended_on', None), ('exited_on__isnull', False), ('started_on', None), ('state__in', ('declined_by_candidate', 'declined_by_supplier', 'withdrawn', 'no_show'))), _connector='OR'), name='placement_state_and_dates', violation_error_message='Placeringens läge och datum stämmer inte med varandra.'),
        ),
        migrations.AddConstraint(
            model_name='placement',
            constraint=models.CheckConstraint(condition=models.Q(('extent_percent', None), ('extent_percent__range', (1, 100)), _connector='OR'), name='placement_extent_1_to_100', violation_error_message='Omfattningen ska vara mellan 1 och 100 procent.'),
        ),
        migrations.AddConstraint(
            model_name='placement',
            constraint=models.CheckConstraint(condition=models.Q(('planned_end_on', None), models.Q(('planned_start_on', None), ('started_on', None)), ('planned_end_on__gte', django.db.models.functions.comparison.Coalesce('started_on', 'planned_start_on')), _connector='OR'), name='placement_planned_end_after_start', violation_error_message='Det planerade slutet ligger före startdatumet.'),
        ),
        pair_of("placements_placeoffer"),
        pair_of("placements_targetgroup"),
        same_organisation("placements_placement", "offer_id", "placements_placeoffer"),
        same_organisation("placements_participant", "target_group_id", "placements_targetgroup"),
        same_organisation("placements_participant", "merged_into_id", "placements_participant"),
        same_organisation("placements_participantmerge", "kept_id", "placements_participant"),
        same_organisation("placements_participantmerge", "merged_id", "placements_participant"),
        migrations.RunSQL(_FUNCTION, "DROP FUNCTION placements_contract_is_ours()"),
        _no_longer_same("placements_placement"),
        _no_longer_same("placements_activity"),
        _contract_is_ours("placements_placement"),
        _contract_is_ours("placements_activity"),
        _contract_is_ours("placements_placeoffer"),
        migrations.RunSQL(_PARTY_FUNCTION, "DROP FUNCTION placements_party_stays()"),
        migrations.RunSQL(_PARTY_TRIGGER, "DROP TRIGGER procurements_party_stays ON procurements_procurementparty"),
    ]
