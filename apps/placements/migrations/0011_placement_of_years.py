"""The sums of a year read an index alone (docs/decisions/0023)."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("placements", "0010_credit")]

    operations = [
        migrations.AddIndex(
            model_name="placement",
            index=models.Index(
                fields=["organisation", "starts_on"],
                include=["id", "started_on", "ended_on", "participant", "kind", "state", "contract"],
                condition=Q(undone_at=None),
                name="placement_of_years",
            ),
        ),
    ]
