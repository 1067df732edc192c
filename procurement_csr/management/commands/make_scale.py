"""`manage.py make_scale`: made-up organisations by the thousand placements, to measure speed with."""

import time

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from procurement_csr.scale.loading import ScaleError, make


class Command(BaseCommand):
    help = "Skriver påhittade organisationer med så många placeringar som anges. Bara i en demo utan riktiga uppgifter."

    def add_arguments(self, parser):
        parser.add_argument("--placements", type=int, required=True, help="placeringar sammanlagt")
        parser.add_argument("--organisations", type=int, required=True, help="organisationer att dela dem på")

    def handle(self, *, placements, organisations, **options):
        began = time.perf_counter()
        try:
            made = make(
                placements=placements,
                organisations=organisations,
                today=timezone.localdate(),
                say=lambda line: self.stdout.write(f"  {line}"),
            )
        except ScaleError as error:
            raise CommandError(error) from error
        self.stdout.write(
            f"{made.placements} placeringar, {made.organisations} organisationer, {made.procurements} upphandlingar, "
            f"{made.suppliers} leverantörer och {made.deadlines} frister på {time.perf_counter() - began:.1f} s."
        )
