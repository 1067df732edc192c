"""A role or invitation names only departments of its own organisation."""

from django.db import migrations

from apps.core.same_organisation import pair_of, same_organisation


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]
    operations = [
        pair_of("accounts_department"),
        same_organisation("accounts_membership", "department_id", "accounts_department"),
        same_organisation("accounts_invitation", "department_id", "accounts_department"),
    ]
