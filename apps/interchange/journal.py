"""What an import did, object by object, and how it is taken back."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from django.db.models import Field, Model

from apps.interchange.choices import BatchState
from apps.interchange.importer import MODELS, Importer
from apps.interchange.models import ImportBatch, ImportChange
from apps.procurements.models import CpvCode, Requirement
from apps.suppliers.models import Supplier

# What others may use by now: it stays when it does, since it says nothing about this organisation.
SHARED = (Supplier, CpvCode)
_NOT_COMPARED = {"id", "created_at", "updated_at", "token"}
# A requirement's procurement is its contract's, and journals from before it was noted lack it.
_DERIVED = {Requirement: {"procurement"}}


def record(batch: ImportBatch, importer: Importer) -> None:
    """Note every created and changed object of a saved import."""
    changes = [
        ImportChange(batch=batch, model=_name(model), object_id=str(obj.pk), before=None, after=values_of(obj))
        for model in MODELS
        for obj in importer.created[model]
    ]
    for obj, before in importer.before.items():
        old = {name: _as_json(obj, name, _key_of(value)) for name, value in before.items()}
        new = {name: _as_json(obj, name, obj._meta.get_field(name).value_from_object(obj)) for name in before}
        changes.append(ImportChange(batch=batch, model=_name(type(obj)), object_id=str(obj.pk), before=old, after=new))
    ImportChange.objects.bulk_create(changes, batch_size=1000)


def obstacles(batch: ImportBatch) -> list[str]:
    """Later edits that stand in the way of taking the import back, as Swedish sentences; empty when none do."""
    found = []
    for model in MODELS:
        changes = _changes(batch, model)
        # Locked, so that nobody can hang anything on a row between this look and its removal.
        rows = model.objects.select_for_update(of=("self",))
        objects = rows.in_bulk([_pk(model, change) for change in changes])
        newer = _newer(batch, model)
        for change in changes:
            obj = objects.get(_pk(model, change))
            if obj is None:
                if change.before is not None:
                    found.append(f"{_verbose(model)} {change.object_id} har tagits bort.")
            elif _is_edited(obj, change) and not (model in SHARED and change.before is None):
                found.append(f"{_verbose(model)} {obj} {_edited(newer.get(change.object_id))}")
        if model not in SHARED:
            found += _used_by_others(batch, model)
    return found


def take_back(batch: ImportBatch) -> list[str]:
    """Restore what was changed and delete what was created, newest first. Gives what was kept because others use it."""
    kept = []
    for model in reversed(MODELS):
        changes = _changes(batch, model)
        objects = model.objects.in_bulk([_pk(model, change) for change in changes])
        _restore(model, [(objects[_pk(model, each)], each) for each in changes if each.before is not None])
        made = [each for each in changes if each.before is None and _pk(model, each) in objects]
        created = {_pk(model, each) for each in made}
        if model in SHARED:
            edited = {_pk(model, each) for each in made if _is_edited(objects[_pk(model, each)], each)}
            used = _used(model, created) | edited
            kept += [str(objects[pk]) for pk in sorted(used)]
            created -= used
        model.objects.filter(pk__in=created).delete()
    return kept


def _restore(model: type[Model], pairs: list[tuple[Model, ImportChange]]) -> None:
    names = sorted({name for _, change in pairs for name in change.before})
    for obj, change in pairs:
        for name, value in change.before.items():
            field = model._meta.get_field(name)
            setattr(obj, field.attname, field.to_python(value))
    if pairs:
        model.objects.bulk_update([obj for obj, _ in pairs], names, batch_size=500)


def _used_by_others(batch: ImportBatch, model: type[Model]) -> Iterable[str]:
    """Rows that hang on what the import created and will not go with it."""
    created = {_pk(model, each) for each in _changes(batch, model) if each.before is None}
    for relation in _children(model) if created else ():
        child, name = relation.related_model, relation.field.name
        rows = child.objects.filter(**{f"{name}__in": created}).exclude(pk__in=_released(batch, child, name))
        newer = _newer(batch, child) if child in MODELS else {}
        for row in rows.select_related(name)[:20]:
            via = newer.get(str(row.pk))
            way_out = f" Det kom med importen av {via}. Ångra den först." if via else ""
            yield f"{_verbose(child)} {row} hör till {getattr(row, name)}, som importen skapade.{way_out}"


def _released(batch: ImportBatch, child: type[Model], name: str) -> list[Any]:
    """Rows that the undo removes, or whose reference it puts back to what it was."""
    if child not in MODELS:
        return []
    return [_pk(child, each) for each in _changes(batch, child) if each.before is None or name in each.before]


def _newer(batch: ImportBatch, model: type[Model]) -> dict[str, str]:
    """Object to the file of the latest import after this one that touched it and still stands."""
    later = ImportChange.objects.filter(
        batch__organisation=batch.organisation_id,
        batch__state=BatchState.APPLIED,
        batch__applied_at__gt=batch.applied_at,
        model=_name(model),
    )
    return dict(later.order_by("batch__applied_at").values_list("object_id", "batch__filename"))


def _edited(filename: str | None) -> str:
    return f"har ändrats av importen av {filename}. Ångra den först." if filename else "har ändrats efter importen."


def _is_edited(obj: Model, change: ImportChange) -> bool:
    if change.before is None:
        return values_of(obj) != _beyond_defaults(type(obj), change.after)
    return _current(obj, change.after) != change.after


def _used(model: type[Model], pks: set) -> set:
    used = set()
    for relation in _children(model):
        column = relation.field.attname
        found = relation.related_model.objects.filter(**{f"{column}__in": pks})
        used |= set(found.values_list(column, flat=True))
    return used


def _children(model: type[Model]) -> list:
    return [
        relation
        for relation in model._meta.get_fields(include_hidden=True)
        if relation.one_to_many
        and relation.field.db_constraint
        and not relation.related_model.__name__.endswith("Event")
    ]


def _changes(batch: ImportBatch, model: type[Model]) -> list[ImportChange]:
    return list(batch.changes.filter(model=_name(model)).order_by("-pk"))


def values_of(obj: Model) -> dict[str, Any]:
    """What a created object says beyond its fields' defaults: most of a wide row is empty."""
    return {
        field.name: _as_json(obj, field.name, value)
        for field, default in _defaults(type(obj)).items()
        if (value := field.value_from_object(obj)) != default
    }


def _beyond_defaults(model: type[Model], values: dict[str, Any]) -> dict[str, Any]:
    """The same of a journal from before defaults and derived values were left out."""
    defaults = {field.name: default for field, default in _defaults(model).items()}
    said = {name: value for name, value in values.items() if name not in _DERIVED.get(model, ())}
    return {name: value for name, value in said.items() if name not in defaults or value != defaults[name]}


@cache
def _defaults(model: type[Model]) -> dict[Field, Any]:
    left_out = _NOT_COMPARED | _DERIVED.get(model, set())
    fields = [each for each in model._meta.concrete_fields if not each.generated and each.name not in left_out]
    return {each: each.get_default() for each in fields}


def _current(obj: Model, names: Iterable[str]) -> dict[str, Any]:
    return {name: _as_json(obj, name, obj._meta.get_field(name).value_from_object(obj)) for name in names}


def _as_json(obj: Model, name: str, value: Any) -> Any:
    """A value as JSON holds it, the same before and after the database has rounded it."""
    if isinstance(value, Decimal):
        return str(value.quantize(Decimal(1).scaleb(-obj._meta.get_field(name).decimal_places)))
    return value.isoformat() if isinstance(value, date) else value


def _key_of(value: Any) -> Any:
    return value.pk if isinstance(value, Model) else value


def _pk(model: type[Model], change: ImportChange) -> Any:
    return model._meta.pk.to_python(change.object_id)


def _name(model: type[Model]) -> str:
    return model._meta.label_lower


def _verbose(model: type[Model]) -> str:
    return str(model._meta.verbose_name).capitalize()
