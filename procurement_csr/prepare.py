"""Bring database and static files up to date, in one process since starting Django takes most of the time.

`python -m procurement_csr.prepare` is safe to run at any time and by several at once. Progress goes to standard error;
in a demo the accounts to try are printed on standard output.
"""

import contextlib
import hashlib
import io
import os
import sys
from pathlib import Path

import django
from django.apps import apps
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import DatabaseError, NotSupportedError, connection
from django.db.migrations.executor import MigrationExecutor

from procurement_csr import schema
from procurement_csr.services import ServicesError
from procurement_csr.supervisor import progress

OLDEST = 15  # the oldest PostgreSQL that Steget is made for
LOCK = 0x5374_6567_6574  # "Steget": the number of the advisory lock


def main() -> None:
    django.setup()
    try:
        prepare()
    except ServicesError as error:
        sys.exit(f"Fel: {error}")
    except (DatabaseError, CommandError) as error:
        sys.exit(f"Fel: databasen kunde inte göras i ordning: {' '.join(str(error).split())}")


def prepare() -> None:
    """Migrate, fill an empty demo, collect the static files, print the demo accounts."""
    check_server()
    with one_at_a_time():
        migrate()
        if settings.DEMO and is_new():
            call_command("load_demo", stdout=io.StringIO())
            progress("Exempeldata är inläst")
    collect_static_files()
    if settings.DEMO:
        call_command("demo_accounts")


def is_new() -> bool:
    """Whether no organisation has ever been here: a demo world that was removed is not loaded again."""
    return not apps.get_model("accounts", "OrganisationEvent").objects.exists()


def check_server(oldest: int = OLDEST) -> None:
    """Raise ServicesError when the database does not answer or is older than the `oldest` major version."""
    try:
        connection.ensure_connection()
        found = connection.pg_version // 10_000
    except NotSupportedError:  # older than Django itself would have it
        found = 0
    except DatabaseError as error:
        raise ServicesError(f"Databasen svarar inte: {' '.join(str(error).split())}") from None
    if found < oldest:
        described = f"PostgreSQL {found}" if found else "en äldre PostgreSQL"
        raise ServicesError(f"Databasservern är {described}, men Steget behöver PostgreSQL {oldest} eller nyare.")


@contextlib.contextmanager
def one_at_a_time():
    """Hold an advisory lock: a second start waits until the first has migrated."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])


def migrate() -> None:
    """Bring the schema up to date: an empty database gets the kept one first, which is much faster than its steps."""
    is_laid_out = schema.lay_out()
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if plan or is_laid_out:
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
    done = f"uppdaterad ({len(plan)} steg)" if plan else "upplagd" if is_laid_out else "aktuell"
    progress(f"Databasen är {done}")


def collect_static_files() -> None:
    """Run collectstatic, unless no file has changed since it was last complete."""
    stamp = Path(settings.STATIC_ROOT) / "collected.txt"
    state = static_files_digest()
    if stamp.exists() and stamp.read_text() == state:
        return
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    stamp.write_text(state)
    progress("Stilmallar och bilder är samlade")


def static_files_digest() -> str:
    """A digest of the paths, sizes and times of all static files and of how they are stored."""
    from django.contrib.staticfiles.finders import get_finders

    found = [repr(settings.STORAGES["staticfiles"])]
    for finder in get_finders():
        for path, storage in finder.list([]):
            status = Path(storage.path(path)).stat()
            found.append(f"{path} {status.st_size} {status.st_mtime_ns}")
    return hashlib.sha256("\n".join(sorted(found)).encode()).hexdigest()


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "procurement_csr.settings")
    main()
