"""`manage.py standstill --sent 2026-06-09 --mode electronic [--days N] [--json]`: when a contract may be signed."""

import json
from dataclasses import asdict
from datetime import date

from django.core.management.base import BaseCommand, CommandError

from apps.procurements.standstill import standstill


class Command(BaseCommand):
    help = "Räknar ut avtalsspärren efter en underrättelse om tilldelning (20 kap. 1 § LOU). Behöver ingen databas."
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser):
        parser.add_argument("--sent", help="dagen då underrättelsen skickades, till exempel 2026-06-09")
        parser.add_argument("--mode", help="electronic: elektroniskt till alla, other: på annat sätt till någon")
        parser.add_argument("--days", help="avtalsspärrens längd i dagar, om underrättelsen anger en längre")
        parser.add_argument("--json", action="store_true", help="skriv svaret som JSON")

    def handle(self, *args, sent: str | None, mode: str | None, days: str | None, **options):
        try:
            answer = asdict(standstill(_day(sent), _mode(mode), None if days is None else _number(days)))
        except ValueError as error:
            raise CommandError(str(error), returncode=2) from error
        if options["json"]:
            self.stdout.write(json.dumps({name: day.isoformat() for name, day in answer.items()}))
            return
        self.stdout.write(
            f"Avtalsspärren gäller till och med {answer['last_day']}. Avtalet får skrivas under från och med "
            f"{answer['signing_allowed_from']}, första arbetsdag är {answer['first_working_day']} (20 kap. 1 § LOU)."
        )


def _day(text: str | None) -> date:
    if text is None:
        raise ValueError("--sent saknas. Skriv dagen då underrättelsen skickades, till exempel --sent 2026-06-09.")
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ValueError(
            f"--sent ”{text}” är inget datum. Skriv år, månad och dag, till exempel 2026-06-09."
        ) from error


def _mode(text: str | None) -> str:
    if text is None:
        raise ValueError("--mode saknas. Skriv --mode electronic, eller --mode other om någon fick brev.")
    return text


def _number(text: str) -> int:
    try:
        return int(text)
    except ValueError as error:
        raise ValueError(f"--days ”{text}” är inget heltal. Skriv antalet dagar, till exempel 20.") from error
