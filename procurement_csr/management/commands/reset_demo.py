"""`manage.py reset_demo`: the demo world as it was on the first day, around today."""

from datetime import date

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    help = "Tar bort exempelvärlden och läser in den på nytt."

    def add_arguments(self, parser):
        parser.add_argument("--today", type=date.fromisoformat, help="den dag exempelvärlden kretsar kring (ISO)")
        parser.add_argument("--yes", action="store_true", help="fråga inte först")
        parser.add_argument("--beside", action="store_true", help="även när det finns riktiga organisationer")
        parser.add_argument(
            "--everything", action="store_true", help="även riktiga uppgifter som lagts in i exempelorganisationerna"
        )

    def handle(self, *, today, yes, beside, everything, **options):
        if not settings.DEMO:
            raise CommandError("Exempeldata läses bara in i en demo. Använd remove_demo för att ta bort dem.")
        call_command("remove_demo", yes=yes, everything=everything, stdout=self.stdout)
        call_command("load_demo", today=today, beside=beside, stdout=self.stdout)
