"""Foreign keys that carry a second column along: the database itself refuses a row that points into another family.

Most often the second column is the organisation, so that no row points into another one.
"""

from django.db.migrations.operations import RunSQL


def same_organisation(table: str, column: str, target: str, shared: str = "organisation_id") -> RunSQL:
    """A migration operation: (`column`, `shared`) of `table` must stand as (id, `shared`) in `target`.

    The constraint is named `<table>_<column>_same_<shared without _id>`. Django's own foreign key stays beside it and
    sets null or cascades; this one only compares, at the end of the transaction.
    """
    name = f"{table}_{column}_same_{shared.removesuffix('_id')}"
    return RunSQL(
        f'ALTER TABLE "{table}" ADD CONSTRAINT "{name}" FOREIGN KEY ("{column}", {shared}) '
        f'REFERENCES "{target}" (id, {shared}) DEFERRABLE INITIALLY DEFERRED',
        f'ALTER TABLE "{table}" DROP CONSTRAINT "{name}"',
    )


def pair_of(table: str, shared: str = "organisation_id") -> RunSQL:
    """The unique pair (id, `shared`) that `same_organisation` points at."""
    name = f"{table}_id_{shared.removesuffix('_id')}"
    return RunSQL(
        f'ALTER TABLE "{table}" ADD CONSTRAINT "{name}" UNIQUE (id, {shared})',
        f'ALTER TABLE "{table}" DROP CONSTRAINT "{name}"',
    )
