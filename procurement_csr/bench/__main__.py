"""Measures the pages in a small and a large installation of its own and writes docs/prestanda.md: `make bench`.

The database server is thrown away afterwards, keeps what it commits, and runs with the settings of `make run`.
"""

import argparse
import os
import platform
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from procurement_csr import services
from procurement_csr.bench.figures import LARGE, SAME, SMALL, in_turns, line, table

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "prestanda.md"
BEGIN, END = "<!-- tabellen skrivs av make bench -->", "<!-- slut på tabellen -->"
ORGANISATIONS = 50
SMALL_PLACEMENTS = 600
LARGE_DATABASE = "steget_stor"


def main() -> None:
    """Print what is done, and the table at the end."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--placements", type=int, default=200_000, help="in the large installation")
    parser.add_argument("--full", action="store_true", help="a million placements")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--print-only", action="store_true", help="leave docs/prestanda.md as it is")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="steget-bench-", dir="/tmp") as name:
        directory = Path(name)
        directory.chmod(0o711)  # as root the database runs as another account, which has to pass
        state = directory / "var"
        services.make_state(state)
        with services.Hold(state, ["postgres"]):
            _set_up(state)
            text = _run(1_000_000 if options.full else options.placements, max(3, options.rounds))
    _say(text)
    if not options.print_only:
        DOCUMENT.write_text(with_table(DOCUMENT.read_text(encoding="utf-8"), text), encoding="utf-8")


def with_table(document: str, text: str) -> str:
    """The document with what stands between its two marks replaced. Raises ValueError when a mark is gone."""
    before, _, rest = document.partition(BEGIN)
    _, mark, after = rest.partition(END)
    if not mark:
        raise ValueError(f"{DOCUMENT.name} has lost the mark {BEGIN} or {END}")
    return f"{before}{BEGIN}\n{text}\n{END}{after}"


def _set_up(state: Path) -> None:
    import django

    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "procurement_csr.settings",
        "DATABASE_URL": services.database_url(state),
        "REDIS_URL": "redis://127.0.0.1:1/0",
        "STEGET_HOME": str(state),
        "STEGET_DEMO": "ja",
    }
    django.setup()
    from procurement_csr import prepare

    prepare.migrate()
    prepare.collect_static_files()


def _run(placements: int, rounds: int) -> str:
    from django.db import connection
    from django.utils import timezone

    from apps.accounts.models import Organisation
    from procurement_csr.bench import measuring
    from procurement_csr.scale.loading import make

    today, small = timezone.localdate(), connection.settings_dict["NAME"]
    make(placements=SMALL_PLACEMENTS, organisations=1, today=today)
    with connection.cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{LARGE_DATABASE}" TEMPLATE "{small}"')
    _connect(LARGE_DATABASE)
    began = time.perf_counter()
    made = make(placements=placements, organisations=ORGANISATIONS, today=today, say=_say)
    loaded = f"{_grouped(made.placements)} placeringar lästes in på {time.perf_counter() - began:.0f} s"
    _say(loaded)
    for name in (small, LARGE_DATABASE):
        _connect(name)
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
    first, chosen = Organisation.objects.order_by("pk")[:2]
    places = {SMALL: (small, first), SAME: (LARGE_DATABASE, first), LARGE: (LARGE_DATABASE, chosen)}
    taken: dict[str, dict[str, measuring.Taken]] = {place: {} for place in places}

    def act(place: str) -> None:
        database, organisation = places[place]
        _connect(database)
        measuring.measure(organisation, taken[place])
        _say(f"mätt: {place}")

    in_turns(rounds, list(places), act)
    empty = taken[LARGE][measuring.EMPTY.name].times()
    lines = [
        line(page.name, page.sort, {place: own[page.name].times() for place, own in taken.items()}, empty)
        for page in measuring.PAGES
    ]
    heaviest = max(taken[LARGE].values(), key=lambda each: each.kilobytes).kilobytes
    facts = [
        f"Mätt {today} på {_machine()}, {rounds} ronder med {measuring.REPEATS} hämtningar var.",
        f"Stor: {_grouped(made.placements)} placeringar, {_grouped(made.procurements)} upphandlingar, "
        f"{_grouped(made.suppliers)} leverantörer och {_grouped(made.deadlines)} krav med slutdag i {ORGANISATIONS} "
        f"organisationer; {loaded}.",
        f"Tyngsta sidan: {heaviest:.0f} kB HTML före komprimering.",
        _import(small, today),
    ]
    return "\n".join(f"- {fact}" for fact in facts) + "\n\n" + table(lines)


def _import(database: str, today: date) -> str:
    """What the import of the nation's statistics took, in a database that no page is measured in any more."""
    from apps.accounts.models import Organisation
    from procurement_csr.bench import importing

    if not importing.FILE.exists():
        _say(importing.NOT_MEASURED)
        return importing.NOT_MEASURED
    _connect(database)
    buyer = Organisation.objects.create(name="Hela landet", org_number="2129900000", active_from=today, is_demo=True)
    return importing.measure(buyer).words()


def _connect(name: str) -> None:
    from django.db import connection

    connection.close()
    connection.settings_dict["NAME"] = name


def _machine() -> str:
    model = next(
        (each.partition(":")[2].strip() for each in _lines("/proc/cpuinfo") if each.startswith("model name")),
        platform.machine(),
    )
    load = os.getloadavg()[0]
    return f"{os.cpu_count()} kärnor ({model}), Python {platform.python_version()}, belastning {load:.1f} vid slutet"


def _lines(path: str) -> list[str]:
    return Path(path).read_text().splitlines() if Path(path).exists() else []


def _grouped(value: int) -> str:
    return f"{value:,}".replace(",", " ")


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
