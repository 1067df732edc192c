"""A target's department and guideline, and a link's report, belong to the organisation that has them."""

from django.db import migrations

from apps.core.same_organisation import pair_of, same_organisation


class Migration(migrations.Migration):
    dependencies = [("targets", "0003_measures_and_reports"), ("procurements", "0011_same_family")]
    operations = [
        pair_of("targets_snapshot"),
        same_organisation("targets_target", "department_id", "accounts_department"),
        same_organisation("targets_target", "guideline_id", "procurements_guidelineversion"),
        same_organisation("targets_sharelink", "snapshot_id", "targets_snapshot"),
    ]
