"""What happened to an assessment and its rows, read from the history the database triggers keep, in Swedish."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter

from apps.accounts.models import User
from apps.mbl.choices import CloseReason, Stage, State, VetoState
from apps.mbl.models import Assessment, AssessmentEvent, Consultation, ConsultationEvent, OverrideEvent, VetoEvent

EVENTS_SHOWN = 40
_SILENT = {
    "id",
    "created_at",
    "updated_at",
    "token",
    "state",
    "close_reason",
    "template_id",
    "minutes_approved_union_by_id",
}


@dataclass(frozen=True)
class Happening:
    """One thing that happened: when, what, and by whom."""

    on: datetime
    text: str
    by: str = ""


def of_assessment(assessment: Assessment) -> list[Happening]:
    """The newest happenings of the assessment, its rows, vetoes and decisions, newest first."""
    rows = assessment.consultations.select_related("union")
    names = {row.pk: f"{row.union}, {row.get_stage_display()}" for row in rows}
    overridden = {"procurement_id": assessment.procurement_id, "department_id": assessment.department_id}
    read: list[tuple[list, Callable]] = [
        (_read(AssessmentEvent, pgh_obj_id=assessment.pk), _of_assessment),
        (_read(ConsultationEvent, assessment_id=assessment.pk), _of_row),
        (_read(VetoEvent, consultation_id__in=list(names)), _of_veto),
        (_read(OverrideEvent, **overridden), _of_override),
    ]
    return _newest(read, names)


def of_consultation(row: Consultation) -> list[Happening]:
    """The newest happenings of one row and its vetoes, newest first."""
    events = [(_read(ConsultationEvent, pgh_obj_id=row.pk), _of_row)]
    events += [(_read(VetoEvent, consultation_id=row.pk), _of_veto)]
    return _newest(events, {row.pk: str(row)})


def _newest(read: Iterable[tuple[list, Callable]], names: dict[int, str]) -> list[Happening]:
    kept = list(read)
    keys = {_user_of(event) for events, _ in kept for event in events}
    people = {row.pk: str(row) for row in User.objects.filter(pk__in=keys - {None})}
    told = [each for events, sentence in kept for each in _told(events, names, people, sentence)]
    return sorted(told, key=attrgetter("on"))[: -EVENTS_SHOWN - 1 : -1]


def _read(model, **which) -> list:
    return list(model.objects.filter(**which).select_related("pgh_context").order_by("pgh_id"))


def _told(events: list, names: dict[int, str], people: dict[int, str], sentence: Callable) -> Iterator[Happening]:
    earlier: dict[int, object] = {}
    for event in events:
        before, earlier[event.id] = earlier.get(event.id), event
        if text := sentence(event, before, names):
            yield Happening(event.pgh_created_at, text, people.get(_user_of(event), ""))


def _user_of(event) -> int | None:
    return event.pgh_context.metadata.get("user") if event.pgh_context else None


def _of_assessment(event, before, names: dict[int, str]) -> str:
    if before is None:
        return "Bedömningen gjordes."
    if event.reopened_on != before.reopened_on:
        return "Facket begärde förhandling, så undantaget från 38 § gäller inte längre."
    return "Bedömningen gjordes om." if _changed(event, before) else ""


def _of_row(event, before, names: dict[int, str]) -> str:
    name = names.get(event.id, "En rad som är borttagen")
    if event.pgh_label == "delete":
        return "En rad togs bort, eftersom svaren inte längre kräver den."
    if before is None:
        return f"{name}: omgång {event.round_number} lades upp." if event.round_number > 1 else ""
    if event.state != before.state:
        reason = f" ({CloseReason(event.close_reason).label})" if event.close_reason else ""
        return f"{name}: från {State(before.state).label} till {State(event.state).label}{reason}."
    if event.is_central_late and not before.is_central_late:
        return f"{name}: begäran om central förhandling kom för sent och antecknades."
    fields = _changed(event, before)
    return f"{name}, antecknat: {', '.join(fields)}." if fields else ""


def _of_veto(event, before, names: dict[int, str]) -> str:
    name = names.get(event.consultation_id, "")
    if before is None:
        return f"{name}: ett veto antecknades, {VetoState(event.state).label}."
    return f"{name}: läget för vetot är nu: {VetoState(event.state).label}." if event.state != before.state else ""


def _of_override(event, before, names: dict[int, str]) -> str:
    return f"Beslut med synnerliga skäl antecknades {Stage(event.stage).label}."


def _changed(event, before) -> list[str]:
    """The names of the fields that differ."""
    fields = [field for field in event.pgh_tracked_model._meta.concrete_fields if field.attname not in _SILENT]
    return [
        str(field.verbose_name) for field in fields if getattr(event, field.attname) != getattr(before, field.attname)
    ]
