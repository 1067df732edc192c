"""What a seminar serves stays within its organisation; a department that it is for stands under its own."""

from django.db import migrations

from apps.core.same_organisation import pair_of, same_organisation


class Migration(migrations.Migration):
    dependencies = [("actionplans", "0003_seminars")]
    operations = [
        pair_of("actionplans_seminar"),
        same_organisation("actionplans_seminarlink", "seminar_id", "actionplans_seminar"),
        same_organisation("actionplans_seminarlink", "item_id", "actionplans_item"),
        same_organisation("actionplans_seminarlink", "guideline_id", "procurements_guidelineversion"),
        same_organisation("actionplans_seminarside", "department_id", "accounts_department"),
    ]
