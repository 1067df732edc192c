"""Import a contract register from a file: the wizard without a browser."""

import json
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from apps.interchange import actions, tasks
from apps.interchange.choices import BatchState, RowStatus
from apps.interchange.limits import MAX_BYTES, TOO_LARGE, ReadingError
from apps.interchange.models import ImportBatch, ImportRow
from apps.interchange.organisations import organisation_for

_EXAMPLE = '"Avtalspart": "supplier_name"'


class Command(BaseCommand):
    help = "Importerar ett avtalsregister (CSV, XLSX eller XLS)."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--organisation", required=True, metavar="ORGNR")
        parser.add_argument("--create-organisation", metavar="NAMN")
        parser.add_argument("--mapping", type=Path, metavar="FIL", help="JSON: rubrik till fält")
        parser.add_argument("--dry-run", action="store_true", help="visa bara vad som skulle hända")
        parser.add_argument("--json", action="store_true")

    def handle(self, file: Path, organisation: str, dry_run: bool, **options):
        with transaction.atomic():
            owner = organisation_for(organisation, options["create_organisation"])
            batch = self._uploaded(owner, file, options["mapping"])
            self._worked(batch)
            results = _results(batch)
            if not dry_run and (batch.counts["created"] or batch.counts["changed"]):
                actions.confirm(by=None, batch=batch)
                self._worked(batch)
            elif not dry_run:
                actions.discard(by=None, batch=batch)
            transaction.set_rollback(dry_run)
        self._report(batch, results, as_json=options["json"])
        if batch.counts["problems"]:
            raise SystemExit(1)

    def _uploaded(self, organisation, file: Path, mapping_file: Path | None) -> ImportBatch:
        try:
            if file.stat().st_size > MAX_BYTES:
                raise CommandError(str(ReadingError(file.name, TOO_LARGE)))
            batch = actions.upload(by=None, organisation=organisation, filename=file.name, content=file.read_bytes())
            names = _mapping(mapping_file) if mapping_file else batch.mapping
            actions.choose_columns(by=None, batch=batch, names=names)
        except OSError as error:
            raise CommandError(f"{error.filename} kan inte läsas: {error.strerror}.") from error
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        return batch

    def _worked(self, batch: ImportBatch) -> None:
        tasks.run_now(batch)
        if batch.state == BatchState.FAILED:
            raise CommandError(batch.message)

    def _report(self, batch: ImportBatch, results: list[ImportRow], *, as_json: bool) -> None:
        problems = [
            {"row": each.number, "column": column, "value": value, "reason": reason}
            for each in results
            for column, value, reason in each.details["problems"]
        ]
        if as_json:
            self.stdout.write(json.dumps(batch.counts | {"problems": problems}, ensure_ascii=False, indent=2))
            return
        counts = batch.counts
        self.stdout.write(
            f"{counts['rows']} rader: {counts['created']} nya, {counts['changed']} ändrade, "
            f"{counts['unchanged']} oförändrade, {counts['problems']} har problem."
        )
        for each in problems:
            self.stdout.write(f"rad {each['row']}, {each['column']}: {each['value']} – {each['reason']}")


def _mapping(file: Path) -> dict[str, str]:
    """Heading to field name. Raises CommandError for anything else than such an object."""
    try:
        names = json.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:
        raise CommandError(f"{file} är inte JSON i UTF-8. Skriv till exempel {{{_EXAMPLE}}}.") from error
    if not (isinstance(names, dict) and all(isinstance(name, str) for name in names.values())):
        raise CommandError(f"{file} ska hålla ett objekt med rubrik och fält. Skriv till exempel {{{_EXAMPLE}}}.")
    return names


def _results(batch: ImportBatch) -> list[ImportRow]:
    return list(batch.rows.filter(status=RowStatus.PROBLEM))
