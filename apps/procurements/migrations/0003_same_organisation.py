"""A procurement's department and a contract's procurement belong to the same organisation."""

from django.db import migrations

from apps.core.same_organisation import pair_of, same_organisation


class Migration(migrations.Migration):
    dependencies = [("procurements", "0002_relations"), ("accounts", "0002_same_organisation")]
    operations = [
        pair_of("procurements_procurement"),
        pair_of("procurements_contract"),
        same_organisation("procurements_procurement", "department_id", "accounts_department"),
        same_organisation("procurements_contract", "procurement_id", "procurements_procurement"),
    ]
