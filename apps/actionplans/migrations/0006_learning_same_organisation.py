"""A score stays within the organisation of its factor."""

from django.db import migrations

from apps.core.same_organisation import pair_of, same_organisation


class Migration(migrations.Migration):
    dependencies = [("actionplans", "0005_learning")]
    operations = [
        pair_of("actionplans_successfactor"),
        same_organisation("actionplans_factorscore", "factor_id", "actionplans_successfactor"),
    ]
