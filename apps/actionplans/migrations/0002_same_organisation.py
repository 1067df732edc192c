"""What belongs to a plan stays within its organisation; a department that takes part stands under its own."""

from django.db import migrations

from apps.core.same_organisation import pair_of, same_organisation

_OF_ITEM = ("itemlink", "goal", "progressnote")


class Migration(migrations.Migration):
    dependencies = [
        ("actionplans", "0001_initial"),
        ("accounts", "0002_same_organisation"),
        ("procurements", "0011_same_family"),
    ]
    operations = [
        pair_of("actionplans_plan"),
        pair_of("actionplans_item"),
        same_organisation("actionplans_plan", "carried_from_id", "actionplans_plan"),
        same_organisation("actionplans_item", "plan_id", "actionplans_plan"),
        same_organisation("actionplans_item", "carried_from_id", "actionplans_item"),
        *(same_organisation(f"actionplans_{name}", "item_id", "actionplans_item") for name in _OF_ITEM),
        same_organisation("actionplans_itemlink", "procurement_id", "procurements_procurement"),
        same_organisation("actionplans_itemlink", "guideline_id", "procurements_guidelineversion"),
        same_organisation("actionplans_takingpart", "department_id", "accounts_department"),
    ]
