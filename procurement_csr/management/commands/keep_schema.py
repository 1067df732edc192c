"""Write the kept schema anew from the migrations."""

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection

from procurement_csr import schema

NAME = "steget_schema"


class Command(BaseCommand):
    help = "Migrates a database of its own from nothing and writes its schema to procurement_csr/schema.sql."

    def handle(self, **options):
        """Leaves the database of the settings as it is."""
        own = connection.settings_dict["NAME"]
        with connection.cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{NAME}"')
            cursor.execute(f'CREATE DATABASE "{NAME}"')
        connection.close()
        connection.settings_dict["NAME"] = NAME
        try:
            call_command("migrate", verbosity=0)
            schema.FILE.write_text(schema.as_kept())
        finally:
            connection.close()
            connection.settings_dict["NAME"] = own
            with connection.cursor() as cursor:
                cursor.execute(f'DROP DATABASE "{NAME}"')
        self.stdout.write(f"{schema.FILE.name}: {schema.FILE.stat().st_size // 1000} kB")
