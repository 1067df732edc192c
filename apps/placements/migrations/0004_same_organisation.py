"""A placement joins a participant and a contract of one organisation."""

from django.db import migrations

from apps.core.same_organisation import pair_of, same_organisation


class Migration(migrations.Migration):
    dependencies = [("placements", "0003_constraints"), ("procurements", "0003_same_organisation")]
    operations = [
        pair_of("placements_participant"),
        same_organisation("placements_placement", "contract_id", "procurements_contract"),
        same_organisation("placements_placement", "participant_id", "placements_participant"),
        same_organisation("placements_activity", "contract_id", "procurements_contract"),
    ]
