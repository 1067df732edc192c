"""Columns of the lists of procurements and contracts."""

from datetime import date

from apps.core.addresses import address
from apps.core.lists import Column
from apps.procurements.choices import (
    DECISION_TONES,
    FOLLOWING_TONES,
    Decision,
    Following,
    Phase,
    ProcurementDecision,
    PurchaseKind,
)
from apps.procurements.guideline_process import decision_words

JOINT = "gemensam"


def of_procurements(next_dates: dict[int, date]) -> list[Column]:
    """The columns, of rows of `queries.listed_rows`; `next_dates` has the next date somebody must act on, by row."""
    return [
        Column(
            "title",
            "Benämning",
            lambda row: row.title,
            ("sort_key",),
            url=lambda row: address("procurement_detail", row.pk),
            mark=lambda row: JOINT if row.is_joint else "",
            note=lambda row: row.case_number,
        ),
        Column("case_number", "Diarienummer", lambda row: row.case_number, ("case_number",), is_only_in_files=True),
        Column("department", "Förvaltning", lambda row: row.department, ("department__sort_key",)),
        Column("responsible", "Ansvarig", lambda row: row.responsible, ("responsible_order",)),
        Column("value", "Värde", lambda row: row.estimated_value, ("estimated_value",), "money"),
        Column("phase", "Fas", lambda row: Phase(row.phase).label, ("phase_order",)),
        Column(
            "decision",
            "Krav",
            lambda row: ProcurementDecision(row.decision).label,
            tone=lambda row: DECISION_TONES[row.decision],
        ),
        Column("next", "Nästa datum", lambda row: next_dates.get(row.pk), kind="date"),
        *ONLY_IN_FILES,
    ]


def _in_files(key: str, label: str, value, kind: str = "text") -> Column:
    return Column(key, label, value, (), kind, is_only_in_files=True)


ONLY_IN_FILES = [
    _in_files("published", "Annonserad", lambda row: row.published_on, "date"),
    _in_files("kind", "Vad som köps", lambda row: PurchaseKind(row.kind).label if row.kind else ""),
    _in_files("planned_publication", "Planerad annonsering", lambda row: row.planned_publication_on, "date"),
    _in_files("planned_signing", "Planerat avtal", lambda row: row.planned_signing_on, "date"),
    _in_files("joint", "Gemensam", lambda row: row.is_joint),
]

CONTRACTS = [
    Column("name", "Avtal", lambda row: row.name, ("number", "title"), url=lambda row: row.get_absolute_url()),
    Column("suppliers", "Leverantörer", lambda row: ", ".join(supplier.name for supplier in row.suppliers.all())),
    Column(
        "procurement",
        "Upphandling",
        lambda row: row.procurement.title,
        ("procurement__sort_key",),
        url=lambda row: row.procurement.get_absolute_url(),
    ),
    Column("starts", "Start", lambda row: row.starts_on, ("starts_on",), "date"),
    Column("ends", "Slut", lambda row: "tills vidare" if row.is_until_further_notice else row.ends_on, ("ends_on",)),
    Column("value", "Värde", lambda row: row.value, ("value",), "money"),
    Column("decision", "Krav", lambda row: Decision(row.decision).label, tone=lambda row: DECISION_TONES[row.decision]),
    Column("requirements", "Ställda krav", lambda row: ", ".join(str(each) for each in row.requirements.all())),
]

# How each procurement stands to the version of the guideline it was published under (guideline_following.judged).
OF_FOLLOWING = [
    Column(
        "title",
        "Benämning",
        lambda row: row.title,
        ("sort_key",),
        url=lambda row: row.get_absolute_url(),
        note=lambda row: row.case_number,
    ),
    Column("case_number", "Diarienummer", lambda row: row.case_number, ("case_number",), is_only_in_files=True),
    Column("department", "Förvaltning", lambda row: row.department and row.department.name, ("department__sort_key",)),
    Column("published", "Annonserad", lambda row: row.published_on, ("published_on",), "date"),
    Column(
        "following",
        "Följer riktlinjen",
        lambda row: Following(row.following).label,
        ("following",),
        tone=lambda row: FOLLOWING_TONES[row.following],
        note=lambda row: decision_words(row.decided, row.recommended),
    ),
]
