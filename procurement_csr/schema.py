"""What the migrations make of an empty database, kept as SQL beside this module.

Django builds its models anew at every step of a migration, so all of them take a minute on a small machine; the kept
schema takes a second. The migrations remain the truth: `manage.py keep_schema` writes the file from them, a test holds
the two against each other, and what is newer than the file is migrated as usual.
"""

import os
import re
import subprocess
from pathlib import Path

from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder

from procurement_csr import keeper

FILE = Path(__file__).with_name("schema.sql")
# The kept SQL is what this PostgreSQL writes; an older one may not read it.
OLDEST = 18
# Django fills these itself, after every migration.
_FILLED_LATER = ("django_migrations", "django_content_type", "auth_permission")
# What the session that wrote the file needed for itself. Only the two below matter where it is read.
_OF_THE_SESSION = re.compile(
    r"^SET (?:\w+_timeout|client_encoding|standard_conforming_strings|check_function_bodies|xmloption"
    r"|client_min_messages|row_security|default_tablespace|default_table_access_method) = .*;\n"
    r"|^SELECT pg_catalog\.set_config\('search_path', '', false\);\n|^\\(?:un)?restrict .*\n|^--.*\n",
    re.MULTILINE,
)
_HEAD = "SET LOCAL check_function_bodies = false;\nSET LOCAL search_path = '';\n"


def lay_out(sql: str = "") -> bool:
    """Write the kept schema, or that of `sql`, into the connected database, all or nothing.

    False, and nothing done, when the database holds anything or is too old to read it.
    """
    if connection.pg_version // 10_000 < OLDEST:
        return False
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.introspection.table_names(cursor):
            return False
        cursor.execute(sql or FILE.read_text())
    return True


def written_out() -> str:
    """The SQL that makes an empty database like the connected one: tables, functions, triggers, migrated rows."""
    given = connection.get_connection_params()
    place = {
        name: str(given[key])
        for name, key in (("PGHOST", "host"), ("PGPORT", "port"), ("PGUSER", "user"), ("PGPASSWORD", "password"))
        if given.get(key)
    }
    options = ["--no-owner", "--no-privileges", "--no-comments", "--inserts", "--rows-per-insert=200"]
    options += [f"--exclude-table-data=public.{table}" for table in _FILLED_LATER]
    command = [keeper.postgres_programs() / "pg_dump", *options, f"--dbname={given['dbname']}"]
    return subprocess.run(command, env=os.environ | place, capture_output=True, text=True, check=True).stdout


def as_kept() -> str:
    """The connected database in the form of the file."""
    return _HEAD + _OF_THE_SESSION.sub("", written_out()).lstrip() + _applied()


def _applied() -> str:
    """The names of the migrations that the schema stands for."""
    applied = sorted(MigrationRecorder(connection).applied_migrations())
    names = ",\n".join(f"('{app}', '{name}', now())" for app, name in applied)
    return f"INSERT INTO public.django_migrations (app, name, applied) VALUES\n{names};\n"
