"""Foreign keys that carry the organisation along: the database itself refuses a row that points into another one."""

from django.db.migrations.operations import RunSQL


def same_organisation(table: str, column: str, target: str) -> RunSQL:
    """A migration operation: (`column`, organisation_id) of `table` must stand as (id, organisation_id) in `target`.

    The constraint is named `<table>_<column>_same_organisation`. Django's own foreign key stays beside it and sets
    null or cascades; this one only compares, at the end of the transaction.
    """
    name = f"{table}_{column}_same_organisation"
    return RunSQL(
        f'ALTER TABLE "{table}" ADD CONSTRAINT "{name}" FOREIGN KEY ("{column}", organisation_id) '
        f'REFERENCES "{target}" (id, organisation_id) DEFERRABLE INITIALLY DEFERRED',
        f'ALTER TABLE "{table}" DROP CONSTRAINT "{name}"',
    )


def pair_of(table: str) -> RunSQL:
    """The unique pair (id, organisation_id) that `same_organisation` points at."""
    name = f"{table}_id_organisation"
    return RunSQL(
        f'ALTER TABLE "{table}" ADD CONSTRAINT "{name}" UNIQUE (id, organisation_id)',
        f'ALTER TABLE "{table}" DROP CONSTRAINT "{name}"',
    )
