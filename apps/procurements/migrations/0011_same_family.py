"""Requirements, lots and call-offs stay within their procurement or organisation."""

from django.db import migrations

from apps.core.same_organisation import pair_of, same_organisation


class Migration(migrations.Migration):
    dependencies = [("procurements", "0010_requirement_of_procurement")]
    operations = [
        pair_of("procurements_guidelineversion"),
        same_organisation("procurements_procurement", "guideline_id", "procurements_guidelineversion"),
        same_organisation("procurements_contract", "framework_id", "procurements_contract"),
        same_organisation("procurements_procurementparty", "department_id", "accounts_department"),
        pair_of("procurements_lot", "procurement_id"),
        same_organisation("procurements_contract", "lot_id", "procurements_lot", "procurement_id"),
        pair_of("procurements_contract", "procurement_id"),
        same_organisation("procurements_requirement", "contract_id", "procurements_contract", "procurement_id"),
    ]
