"""The kept schema is what the migrations make."""

import re

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from procurement_csr import schema

HOW = "Run `python manage.py keep_schema` and commit procurement_csr/schema.sql."


@pytest.fixture
def database(django_db_setup, django_db_blocker):
    """`database(name, template)` makes a database of its own, connects to it and drops it afterwards."""
    own, made = connection.settings_dict["NAME"], []

    def make(name, template="template0"):
        connection.close()
        connection.settings_dict["NAME"] = own
        with connection.cursor() as cursor:
            cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        made.append(name)
        connection.close()
        connection.settings_dict["NAME"] = name

    with django_db_blocker.unblock():
        yield make
        connection.close()
        connection.settings_dict["NAME"] = own
        with connection.cursor() as cursor:
            for name in made:
                cursor.execute(f'DROP DATABASE "{name}"')


def told() -> str:
    """The connected database as SQL, without the words that differ from one writing to the next."""
    return re.sub(r"(?m)^\\(?:un)?restrict .*\n|'\d{4}-\d\d-\d\d [\d:.+]+'", "", schema.written_out())


@pytest.mark.slow
def test_the_kept_schema_is_what_the_migrations_make(database, worker_id):
    """Minutes: the only place where every migration is run. The other tests' databases start from the kept schema."""
    database(f"steget_laid_out_{worker_id}")
    assert schema.lay_out()
    assert not schema.lay_out(), "a database that holds something is left alone"
    call_command("migrate", verbosity=0)
    laid_out = told()
    database(f"steget_migrated_{worker_id}")
    call_command("migrate", verbosity=0)
    migrated = schema.as_kept()
    # PostgreSQL writes some expressions in other words once they have been written out and read.
    database(f"steget_read_{worker_id}")
    schema.lay_out(migrated)
    call_command("migrate", verbosity=0)
    migrated = told()
    different = set(laid_out.splitlines()) ^ set(migrated.splitlines())
    assert laid_out == migrated, f"{HOW} Different: {sorted(different)[:10]}"


def test_the_kept_schema_knows_every_migration(database, worker_id):
    """What it lacks is migrated at the start all the same, but slowly."""
    database(f"steget_kept_{worker_id}")
    schema.lay_out()
    executor = MigrationExecutor(connection)
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    assert [str(migration) for migration, _ in missing] == [], HOW
