"""Do the checks and imports that wait, without a broker."""

from django.core.management.base import BaseCommand

from apps.interchange.tasks import run_waiting_imports


class Command(BaseCommand):
    help = "Kontrollerar och importerar filer som väntar. Behövs bara när ingen worker är igång."

    def handle(self, **options):
        self.stdout.write(f"{run_waiting_imports()} importer gjorda.")
