"""`manage.py raise_deviations`: look for deviations from what contracts promise, as every night."""

from django.core.management.base import BaseCommand

from apps.followups.tasks import raise_deviations


class Command(BaseCommand):
    help = "Letar efter avvikelser i alla organisationers avtal: sena rapporter, åtaganden efter plan, missade möten."

    def handle(self, **options):
        found = raise_deviations()
        self.stdout.write(f"{found} nya avvikelser")
