"""`manage.py load_demo`: the demo world, once."""

from datetime import date

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from procurement_csr.demo.loading import DemoError, load


class Command(BaseCommand):
    help = "Läser in exempelvärlden: fyra organisationer med konton, upphandlingar och placeringar."

    def add_arguments(self, parser):
        parser.add_argument("--today", type=date.fromisoformat, help="den dag exempelvärlden kretsar kring (ISO)")
        parser.add_argument("--beside", action="store_true", help="även när det finns riktiga organisationer")

    def handle(self, *, today, beside, **options):
        try:
            is_loaded = load(today=today or timezone.localdate(), beside=beside)
        except DemoError as error:
            raise CommandError(error) from error
        self.stdout.write("Exempelvärlden är inläst." if is_loaded else "Exempelvärlden finns redan. Inget är ändrat.")
