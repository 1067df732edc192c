"""Imports made before statuses became phases can still be taken back: their journal speaks of phases too."""

from django.db import migrations


def _renamed(column: str, old: str, new: str) -> str:
    value = f"to_jsonb(CASE {column} ->> '{old}' WHEN 'planned' THEN 'need' ELSE {column} ->> '{old}' END)"
    return (
        f"UPDATE interchange_importchange SET {column} = ({column} - '{old}') || jsonb_build_object('{new}', {value}) "
        f"WHERE model LIKE '%rocurement' AND {column} ? '{old}';"
    )


_REST = "ALTER TABLE interchange_importchange DISABLE TRIGGER USER;"
_WAKE = "SET CONSTRAINTS ALL IMMEDIATE; ALTER TABLE interchange_importchange ENABLE TRIGGER USER;"


class Migration(migrations.Migration):
    dependencies = [
        ("interchange", "0002_record_bulk_rows_by_statement"),
        ("procurements", "0009_fill_phases_and_procurements"),
    ]
    operations = [
        migrations.RunSQL(
            _REST + _renamed("before", "status", "phase") + _renamed("after", "status", "phase") + _WAKE,
            migrations.RunSQL.noop,
        )
    ]
