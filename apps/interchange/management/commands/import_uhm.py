"""Import one buyer's procurements from Upphandlingsmyndigheten's statistics."""

import json
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from apps.accounts.models import Organisation
from apps.interchange import uhm
from apps.interchange.importer import Importer, counts
from apps.interchange.organisations import organisation_for
from apps.interchange.reading import ReadingError
from apps.interchange.wanted import from_statistics


class Command(BaseCommand):
    help = "Importerar en köpares upphandlingar ur Upphandlingsmyndighetens statistik (filer eller en katalog)."

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", type=Path)
        parser.add_argument("--organisation", required=True, metavar="ORGNR")
        parser.add_argument("--create-organisation", metavar="NAMN")
        parser.add_argument("--dry-run", action="store_true", help="visa bara vad som skulle hända")
        parser.add_argument("--json", action="store_true")

    def handle(self, paths: list[Path], organisation: str, dry_run: bool, **options):
        try:
            statistics = uhm.read_paths(paths)
        except ReadingError as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(f"{error.filename} kan inte läsas: {error.strerror}.") from error
        with transaction.atomic():
            buyer = organisation_for(organisation, options["create_organisation"])
            Organisation.objects.select_for_update(of=("self",)).get(pk=buyer.pk)
            importer = Importer(buyer, list(from_statistics(statistics, buyer.org_number)))
            results = importer.plan()
            self._save(importer)
            transaction.set_rollback(dry_run)
        problems = [
            {"row": each.problem.row, "column": each.problem.column, "value": each.problem.value}
            | {"reason": each.problem.reason, "file": each.file}
            for each in statistics.problems
        ]
        problems += [
            {"row": each.row, "column": column, "value": value, "reason": reason}
            for each in results
            for column, value, reason in each.problems
        ]
        said = uhm.summarise(statistics, buyer.org_number).as_json()
        done = {name: number for name, number in counts(results).items() if name not in {"rows", "problems"}}
        self._report(said | done | {"problems": problems}, as_json=options["json"])
        if problems:
            raise SystemExit(1)

    def _save(self, importer: Importer) -> None:
        try:
            importer.save()
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error

    def _report(self, report: dict, *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps(report, ensure_ascii=False, indent=2))
            return
        self.stdout.write(
            f"{report['procurements']} upphandlingar, {report['social']} med social hänsyn, "
            f"{report['supplier_names']} leverantörsnamn, {report['sole_trader_rows']} rader med enskilda "
            f"näringsidkare. {report['created']} nya, {report['changed']} ändrade, {report['unchanged']} oförändrade."
        )
        for each in report["problems"]:
            self.stdout.write(f"rad {each['row']}, {each['column']}: {each['value']} – {each['reason']}")
