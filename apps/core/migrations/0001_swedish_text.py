"""Trigram search, and the two functions behind Swedish order and search without diacritics."""

from django.contrib.postgres.operations import TrigramExtension
from django.core.management import call_command
from django.db import migrations

# Upper case is translated by hand first: in collation C `lower('Ö')` stays `Ö`.
# After z the order C gives is { | } which stand for å, ä (with æ) and ö (with ø): the Swedish alphabet.
CREATE = """
CREATE FUNCTION sv_sort_key(value text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT translate(
        lower(translate(value, 'ÅÄÆÖØÉÈÊËÁÀÂÜÍÓÚÇÑ', 'åäæöøéèêëáàâüíóúçñ')),
        'åäæöøéèêëáàâüíóúçñ', '{||}}eeeeaaayioucn')
$$;
CREATE FUNCTION sv_fold(value text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT translate(
        lower(translate(value, 'ÅÄÆÖØÉÈÊËÁÀÂÜÍÓÚÇÑ', 'åäæöøéèêëáàâüíóúçñ')),
        'åäæöøéèêëáàâüíóúçñ', 'aaaooeeeeaaauioucn')
$$;
"""
DROP = "DROP FUNCTION sv_sort_key(text); DROP FUNCTION sv_fold(text);"


def create_cache_table(apps, schema_editor):
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = []
    operations = [
        TrigramExtension(),
        migrations.RunSQL(CREATE, DROP),
        migrations.RunPython(create_cache_table, migrations.RunPython.noop),
    ]
