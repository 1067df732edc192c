"""The columns of the list of deviations, and so of its exports."""

from datetime import date

from apps.core.lists import Column
from apps.followups.choices import DeviationState, SanctionState
from apps.procurements.wording import listed

CAUSE_GONE = "Orsaken har upphört"
STATE_TONES = {
    DeviationState.OPEN: "warn",
    DeviationState.EXEMPTED: "neutral",
    DeviationState.RECTIFIED: "good",
    DeviationState.CLOSED: "neutral",
}


def deviation_columns(today: date, gone: set[int]) -> list[Column]:
    """The columns; rows have their contract's suppliers and their steps read. `gone` is filled in with the keys of
    those whose cause is no more before the rows are shown.
    """

    def note(row) -> str:
        return f"{CAUSE_GONE}: kontrollera och avsluta." if row.pk in gone else ""

    return [
        Column(
            "cause",
            "Avvikelse",
            lambda row: row.name,
            ("cause",),
            url=lambda row: row.get_absolute_url(),
            note=note,
        ),
        Column("contract", "Avtal", lambda row: row.contract.name, ("contract__number",)),
        Column("suppliers", "Leverantör", suppliers),
        Column("standing", "Läge", lambda row: standing(row, today), tone=lambda row: tone(row, today)),
        Column("step", "Senaste steg", last_step, is_only_on_wide=True),
        Column("due_on", "Åtgärdad senast", lambda row: row.due_on, ("due_on",), "date"),
        Column("owner", "Ansvarig", lambda row: row.owner.name if row.owner else "", ("owner__name",)),
        Column("what", "Vad som avviker", lambda row: row.what, is_only_in_files=True),
        Column("measure", "Åtgärd", lambda row: row.measure, is_only_in_files=True),
        Column("raised_on", "Upptäckt", lambda row: row.raised_on, (), "date", is_only_in_files=True),
        Column("closed_on", "Avslutad", lambda row: row.closed_on, (), "date", is_only_in_files=True),
        Column("gone", "Orsaken", lambda row: CAUSE_GONE if row.pk in gone else "", is_only_in_files=True),
    ]


def suppliers(row) -> str:
    """Who the contract is with."""
    return listed([each.name for each in row.contract.suppliers.all()])


def standing(row, today: date) -> str:
    """The state in words, late ones told as such."""
    is_late = row.state == DeviationState.OPEN and row.due_on and row.due_on < today
    return "försenad" if is_late else row.get_state_display()


def tone(row, today: date) -> str:
    """The tone of the state's tag."""
    return "bad" if standing(row, today) == "försenad" else STATE_TONES[row.state]


def last_step(row) -> str:
    """The latest step that stands, and whether it waits."""
    steps = [each for each in row.sanctions.all() if each.state != SanctionState.WITHDRAWN]
    if not steps:
        return ""
    waits = ", väntar på beslut" if steps[-1].state == SanctionState.PROPOSED else ""
    return f"{steps[-1]}{waits}"
