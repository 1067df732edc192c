"""Unions, departments and consultations stay within their organisation."""

from django.db import migrations

from apps.core.same_organisation import pair_of, same_organisation


class Migration(migrations.Migration):
    dependencies = [("mbl", "0001_initial"), ("accounts", "0002_same_organisation")]
    operations = [
        pair_of("mbl_union"),
        same_organisation("mbl_union", "central_id", "mbl_union"),
        same_organisation("mbl_blackout", "union_id", "mbl_union"),
        same_organisation("mbl_blackout", "department_id", "accounts_department"),
        pair_of("mbl_assessment"),
        same_organisation("mbl_assessment", "department_id", "accounts_department"),
        same_organisation("mbl_consultation", "assessment_id", "mbl_assessment"),
        same_organisation("mbl_consultation", "union_id", "mbl_union"),
        same_organisation("mbl_consultation", "department_id", "accounts_department"),
        same_organisation("mbl_override", "department_id", "accounts_department"),
    ]
