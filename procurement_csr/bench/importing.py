"""Measures the import of the nation's statistics for one organisation, beside the same rows written by COPY alone."""

import time
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path

from django.db import connection, transaction

from apps.accounts.models import Organisation
from apps.interchange import uhm
from apps.interchange.importer import MODELS, Importer, counts
from apps.interchange.wanted import from_statistics
from procurement_csr.bench.figures import number

# Upphandlingsmyndigheten's rows of every municipality in 2021. They are not in the repository.
FILE = Path(__file__).resolve().parents[3] / "shared" / "data" / "uhm-statistik" / "uhm_2021_kommunsektor_kompakt.csv"
FIRST_GOAL, AGAIN_GOAL = 20, 10
NOT_MEASURED = f"Importen mäts inte: {FILE.name} finns inte i ../shared/data."


@dataclass(frozen=True)
class Imported:
    """Seconds of the first import, of a second one that changes nothing, and of COPY with the rows it wrote."""

    rows: int
    written: int
    first: float
    again: float
    bare: float

    def words(self) -> str:
        """The figures with their goals, in Swedish."""
        return (
            f"Import av {_grouped(self.rows)} rader ur Upphandlingsmyndighetens statistik, som om en organisation hade "
            f"köpt allt: {number(self.first)} s, {_verdict(self.first, FIRST_GOAL)}. En gång till utan ändringar: "
            f"{number(self.again)} s, {_verdict(self.again, AGAIN_GOAL)}. De {_grouped(self.written)} rader som "
            f"skrevs tar {number(self.bare)} s med COPY till tomma tabeller med samma index men utan historik: "
            f"importen tar {number(self.first / self.bare)} gånger så lång tid."
        )


def measure(organisation: Organisation) -> Imported:
    """Import the file twice as if the organisation were the buyer of every row. The rows stay in the database.

    Raises RuntimeError when the first import leaves a row out or the second one changes anything.
    """
    began = time.perf_counter()
    done, wanted = _import(organisation)
    first = time.perf_counter() - began
    began = time.perf_counter()
    again, _ = _import(organisation)
    second = time.perf_counter() - began
    if done["problems"] or again["created"] or again["changed"]:
        raise RuntimeError(f"the import says {done}, and when it is repeated {again}")
    written, bare = _bare()
    return Imported(wanted, written, first, second, bare)


def _import(organisation: Organisation) -> tuple[dict[str, int], int]:
    """As `manage.py import_uhm` does, from the file on: what became of the procurements, and how many rows it read."""
    found = uhm.read_paths([FILE])
    buyer = {"buyer_org_number": organisation.org_number}
    parts = {
        name: tuple(replace(row, **buyer) for row in getattr(found, name))
        for name in ("procurements", "tenders", "contracted_values")
    }
    with transaction.atomic():
        Organisation.objects.select_for_update(of=("self",)).get(pk=organisation.pk)
        importer = Importer(organisation, list(from_statistics(replace(found, **parts), organisation.org_number)))
        results = importer.plan()
        importer.save()
    return counts(results), len(found.tenders)


def _bare() -> tuple[int, float]:
    """How many rows the import's tables hold, and the seconds that COPY takes to write them into empty copies."""
    written, seconds = 0, 0.0
    with connection.cursor() as cursor:
        for model in MODELS:
            table, text = model._meta.db_table, StringIO()
            columns = ", ".join(
                f'"{field.column}"' for field in model._meta.local_concrete_fields if not field.generated
            )
            cursor.execute(f'CREATE TEMPORARY TABLE "bare_{table}" (LIKE "{table}" INCLUDING ALL)')
            cursor.copy_expert(f'COPY "{table}" ({columns}) TO STDOUT', text)
            text.seek(0)
            began = time.perf_counter()
            cursor.copy_expert(f'COPY "bare_{table}" ({columns}) FROM STDIN', text)
            seconds += time.perf_counter() - began
            written += cursor.rowcount
            cursor.execute(f'DROP TABLE "bare_{table}"')
    return written, seconds


def _verdict(seconds: float, goal: int) -> str:
    return f"mål {goal}: {'nås' if seconds <= goal else 'missas'}"


def _grouped(value: int) -> str:
    return f"{value:,}".replace(",", " ")
