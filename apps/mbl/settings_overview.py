"""What the settings pages of union consultation show, as tables and lists."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from apps.accounts.models import Organisation
from apps.core.formats import NBSP, display, iso_date
from apps.core.lists import Cell, Heading, Row, Table
from apps.mbl.choices import Paragraph
from apps.mbl.models import (
    Blackout,
    ChecklistTemplate,
    CooperationAgreement,
    CooperationGroup,
    GroupMeeting,
    Union,
    UnionRepresentative,
)
from apps.procurements.wording import listed

ALL = "alla"
UNION_COLUMNS = ("Namn", "Nivå", "Central organisation", "Kollektivavtal", "Förvaltningar", "I bruk")
REPRESENTATIVE_COLUMNS = ("Uppdrag", "Organisation", "E-post", "Namn", "Konto", "I bruk", "Ta bort")
AGREEMENT_COLUMNS = ("Avtal", "Ersätter", "Fackliga organisationer", "Förvaltningar", "Från", "Till och med", "Läge")
BLACKOUT_COLUMNS = ("Benämning", "Från", "Till och med", "Organisation", "Förvaltning", "Ta bort")
VERSION_COLUMNS = ("Version", "Sparad", "Av", "Vad som ändrades")


@dataclass(frozen=True)
class Split:
    """What is to come, and what has passed (shown folded)."""

    coming: Table | None
    past: Table | None


@dataclass(frozen=True)
class Calendar:
    """A group with its meetings."""

    group: CooperationGroup
    whose: str
    coming: list[GroupMeeting]
    past: list[GroupMeeting]


def unions_table(organisation: Organisation) -> Table | None:
    """The organisation's unions; None when there is none."""
    rows = Union.objects.filter(organisation=organisation).select_related("central").prefetch_related("departments")
    return _table("Fackliga organisationer", UNION_COLUMNS, (_union(row) for row in rows))


def representatives_table(organisation: Organisation) -> Table | None:
    """Those who speak for the unions; None when there is nobody."""
    rows = UnionRepresentative.objects.filter(union__organisation=organisation).select_related("union")
    ordered = rows.order_by("union__sort_key", "role", "pk")
    return _table("De som tar emot kallelser", REPRESENTATIVE_COLUMNS, (_representative(row) for row in ordered))


def agreements_table(organisation: Organisation, today: date) -> Table | None:
    """The organisation's agreements, newest first; None when there is none."""
    rows = CooperationAgreement.objects.filter(organisation=organisation).prefetch_related("unions", "departments")
    return _table("Samverkansavtal", AGREEMENT_COLUMNS, (_agreement(row, today) for row in rows))


def blackouts_split(organisation: Organisation, today: date) -> Split:
    """Times without negotiation, to come and past."""
    rows = list(Blackout.objects.filter(organisation=organisation).select_related("union", "department"))
    coming = _table("Pågående och kommande tider", BLACKOUT_COLUMNS, (_blackout(r) for r in rows if r.last_on >= today))
    past = _table("Tidigare tider", BLACKOUT_COLUMNS, (_blackout(r) for r in reversed(rows) if r.last_on < today))
    return Split(coming, past)


def agreement_facts(agreement: CooperationAgreement) -> list[dict[str, str]]:
    """The facts of an agreement for a summary list."""
    values = {
        "Ersätter": paragraphs_text(agreement.paragraphs),
        "Fackliga organisationer": _names(agreement.unions.all()),
        "Förvaltningar": _names(agreement.departments.all()),
        "Tid för att begära central förhandling": f"{agreement.central_request_days} dagar",
        "Gäller": period(agreement),
        "Diarienummer": display(agreement.reference),
        "Anteckning": display(agreement.note),
    }
    return [{"key": key, "value": value} for key, value in values.items()]


def calendars(agreement: CooperationAgreement, today: date) -> list[Calendar]:
    """The agreement's groups with their meetings: those to come in order, past ones latest first."""
    rows = agreement.groups.select_related("department").prefetch_related("meetings")
    return [_calendar(row, list(row.meetings.all()), today) for row in rows]


def versions_table(organisation: Organisation) -> Table | None:
    """The kept versions of the checklist, newest first; None when the shipped one is used."""
    rows = ChecklistTemplate.objects.filter(organisation=organisation).select_related("created_by")
    cells = ([str(r.version), iso_date(r.created_at), display(r.created_by), display(r.note)] for r in rows)
    return _table("Versioner", VERSION_COLUMNS, ([(text, "") for text in texts] for texts in cells))


def paragraphs_text(paragraphs: Iterable[str]) -> str:
    """ "11 §", "11, 12 och 19 §§" in the order of the law."""
    numbers = [each for each in Paragraph.values if each in set(paragraphs)]
    return f"{listed(numbers)}{NBSP}§{'§' if len(numbers) > 1 else ''}"


def period(agreement: CooperationAgreement) -> str:
    """ "från 2026-01-01" or "2026-01-01 till 2026-12-31"."""
    first = iso_date(agreement.valid_from)
    return f"{first} till {agreement.valid_to}" if agreement.valid_to else f"från {first}"


def _calendar(group: CooperationGroup, meetings: list[GroupMeeting], today: date) -> Calendar:
    coming = [each for each in meetings if each.held_on >= today]
    past = [each for each in reversed(meetings) if each.held_on < today]
    return Calendar(group, str(group.department or "Alla förvaltningar i avtalet"), coming, past)


def _union(row: Union) -> list[tuple[str, str]]:
    return [
        (row.name, reverse("union_update", args=[row.pk])),
        (row.get_level_display(), ""),
        (display(row.central), ""),
        (display(row.has_collective_agreement), ""),
        (_names(row.departments.all()), ""),
        (display(row.is_active), ""),
    ]


def _representative(row: UnionRepresentative) -> list[tuple[str, str]]:
    return [
        (row.role, reverse("representative_update", args=[row.pk])),
        (row.union.name, ""),
        (row.email, ""),
        (display(row.name), ""),
        (display(row.user_id is not None), ""),
        (display(row.is_active), ""),
        (f"Ta bort {row.role}", reverse("representative_delete", args=[row.pk])),
    ]


def _agreement(row: CooperationAgreement, today: date) -> list[tuple[str, str]]:
    return [
        (row.name, row.get_absolute_url()),
        (paragraphs_text(row.paragraphs), ""),
        (_names(row.unions.all()), ""),
        (_names(row.departments.all()), ""),
        (iso_date(row.valid_from), ""),
        (iso_date(row.valid_to), ""),
        (_state(row, today), ""),
    ]


def _state(row: CooperationAgreement, today: date) -> str:
    if row.valid_from > today:
        return "kommande"
    return "upphört" if row.valid_to and row.valid_to < today else "gäller"


def _blackout(row: Blackout) -> list[tuple[str, str]]:
    return [
        (row.label, ""),
        (iso_date(row.first_on), ""),
        (iso_date(row.last_on), ""),
        (str(row.union or ALL), ""),
        (str(row.department or ALL), ""),
        (f"Ta bort {row.label}", reverse("blackout_delete", args=[row.pk])),
    ]


def _names(rows: Iterable) -> str:
    return ", ".join(str(row) for row in rows) or ALL


def _table(caption: str, columns: tuple[str, ...], rows: Iterable[list[tuple[str, str]]]) -> Table | None:
    """A table of (text, address) cells."""
    made = [Row([Cell(text, label, url=url) for (text, url), label in zip(row, columns, strict=True)]) for row in rows]
    return Table(caption, [Heading(label, False) for label in columns], made) if made else None
