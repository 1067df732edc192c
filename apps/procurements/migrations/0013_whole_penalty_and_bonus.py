"""A penalty or a bonus without its amount is refused: what is NULL passes a check, so the amount is asked for by name."""

from django.db import migrations, models
from django.db.models import F, Q

PENALTY = models.CheckConstraint(
    name="requirement_penalty_is_whole",
    condition=Q(penalty_amount=None, penalty_unit="", penalty_cap=None)
    | (
        Q(penalty_amount__isnull=False, penalty_amount__gt=0)
        & ~Q(penalty_unit="")
        & (Q(penalty_cap=None) | Q(penalty_cap__gt=0))
    ),
    violation_error_message="Ett vite ska ha ett belopp och vad det räknas per.",
)
BONUS = models.CheckConstraint(
    name="requirement_bonus_is_whole",
    condition=Q(bonus_rate=None, bonus_ceiling=None)
    | (
        Q(bonus_rate__isnull=False, bonus_rate__gt=0)
        & (Q(bonus_ceiling=None) | Q(bonus_ceiling__gte=F("bonus_rate")))
    ),
    violation_error_message="En bonus ska ha ett belopp per enhet, och taket ska vara minst lika stort.",
)


class Migration(migrations.Migration):
    dependencies = [("procurements", "0012_record_bulk_rows_by_statement")]
    operations = [
        migrations.RemoveConstraint("requirement", "requirement_penalty_is_whole"),
        migrations.AddConstraint("requirement", PENALTY),
        migrations.RemoveConstraint("requirement", "requirement_bonus_is_whole"),
        migrations.AddConstraint("requirement", BONUS),
    ]
