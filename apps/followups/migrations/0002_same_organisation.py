"""What is followed up stays within its organisation, and what belongs to a contract within that contract."""

from django.db import migrations

from apps.core.same_organisation import pair_of, same_organisation

OF_CONTRACT = ("followupplan", "point", "evaluation", "sampleitem", "meeting", "reportrequest", "deviation")


class Migration(migrations.Migration):
    dependencies = [("followups", "0001_initial"), ("procurements", "0014_counts_attempts")]
    operations = [
        *(same_organisation(f"followups_{name}", "contract_id", "procurements_contract") for name in OF_CONTRACT),
        same_organisation("followups_meeting", "procurement_id", "procurements_procurement"),
        same_organisation("followups_meeting", "contract_id", "procurements_contract", "procurement_id"),
        pair_of("followups_sample"),
        same_organisation("followups_sampleitem", "sample_id", "followups_sample"),
        pair_of("followups_deviation"),
        same_organisation("followups_sanction", "deviation_id", "followups_deviation"),
        *(pair_of(f"followups_{name}", "contract_id") for name in ("point", "meeting", "reportrequest")),
        same_organisation("followups_meeting", "point_id", "followups_point", "contract_id"),
        same_organisation("followups_reportrequest", "point_id", "followups_point", "contract_id"),
        same_organisation("followups_deviation", "point_id", "followups_point", "contract_id"),
        same_organisation("followups_deviation", "meeting_id", "followups_meeting", "contract_id"),
        same_organisation("followups_deviation", "request_id", "followups_reportrequest", "contract_id"),
        same_organisation("followups_deviation", "requirement_id", "procurements_requirement", "contract_id"),
        pair_of("followups_reportline", "request_id"),
        same_organisation("followups_evidence", "line_id", "followups_reportline", "request_id"),
    ]
