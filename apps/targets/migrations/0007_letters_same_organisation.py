"""A letter's report and department, and a mail's letter, belong to the organisation that has them."""

from django.db import migrations

from apps.core.same_organisation import pair_of, same_organisation


class Migration(migrations.Migration):
    dependencies = [("targets", "0006_result_letters"), ("accounts", "0002_same_organisation")]
    operations = [
        pair_of("targets_resultletter"),
        same_organisation("targets_resultletter", "snapshot_id", "targets_snapshot"),
        same_organisation("targets_resultletter", "department_id", "accounts_department"),
        same_organisation("targets_lettermail", "letter_id", "targets_resultletter"),
    ]
