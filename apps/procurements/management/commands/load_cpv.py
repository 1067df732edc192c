"""`manage.py load_cpv FILE`: the whole list of CPV codes with Swedish names, from a CSV file."""

import csv
import io
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from apps.procurements.models import CpvCode
from apps.procurements.queries import cpv_digits

CODE_HEADERS = {"code", "cpv", "kod", "cpv-kod", "cpvkod", "cpv code"}
LABEL_HEADERS = ["label_sv", "sv", "svenska", "benämning", "beskrivning", "namn", "label"]


class Command(BaseCommand):
    help = "Läser in CPV-koder med svenska namn från en CSV-fil med kod i en kolumn och benämning i en annan."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)

    @transaction.atomic
    def handle(self, *args, file: Path, **options):
        codes, problems = _read(_text(file))
        CpvCode.objects.bulk_create(
            [CpvCode(code=code, label=label) for code, label in codes.items()],
            update_conflicts=True,
            unique_fields=["code"],
            update_fields=["label"],
            batch_size=1000,
        )
        for problem in problems[:20]:
            self.stderr.write(problem)
        self.stdout.write(f"{len(codes)} CPV-koder inlästa, {len(problems)} rader hoppades över.")


def _text(file: Path) -> str:
    try:
        content = file.read_bytes()
    except OSError as error:
        raise CommandError(f"Filen {file} kan inte läsas: {error.strerror}.") from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _read(text: str) -> tuple[dict[str, str], list[str]]:
    """Code to name, and a sentence for every row that holds no code or no name."""
    first = text.partition("\n")[0]
    rows = list(csv.reader(io.StringIO(text), delimiter=max(";,\t", key=first.count)))
    if not rows:
        raise CommandError("Filen är tom.")
    code_at, label_at, start = _columns([cell.strip().lower() for cell in rows[0]])
    codes, problems = {}, []
    for number, row in enumerate(rows[start:], start + 1):
        code = cpv_digits(row[code_at]) if len(row) > max(code_at, label_at) else None
        label = row[label_at].strip().replace("\x00", "") if code else ""
        if code and label:
            codes[code] = label[:300]
        elif any(row):
            problems.append(f"Rad {number}: ingen CPV-kod med benämning.")
    if not codes:
        raise CommandError("Filen har inga rader med en CPV-kod på åtta siffror och en benämning.")
    return codes, problems


def _columns(header: list[str]) -> tuple[int, int, int]:
    """Where code and name stand, and the first row of data. Without known headings: the two first columns."""
    code_at = next((place for place, name in enumerate(header) if name in CODE_HEADERS), None)
    label_at = next((header.index(name) for name in LABEL_HEADERS if name in header), None)
    if code_at is None or label_at is None:
        return 0, 1, 0 if header and cpv_digits(header[0]) else 1
    return code_at, label_at, 1
