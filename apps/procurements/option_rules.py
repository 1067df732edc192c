"""When an option to extend a contract may be called, and where the contract then ends: pure rules."""

from collections.abc import Iterable
from datetime import date

from apps.core.calendar import add_months
from apps.core.formats import iso_date
from apps.procurements.choices import OptionOutcome

NO_END = "Avtalet har inget slutdatum. Ange det på avtalet innan förlängningen utnyttjas."
ENDLESS = "Avtalet gäller tills vidare och förlängs inte. Ändra avtalet om det ska ha ett slutdatum."
TOO_LATE = "Sista dag att utnyttja förlängningen var {last}, så den kan inte utnyttjas {day}."
PAST_LATEST = (
    "Förlängningen skulle flytta avtalets slut till {end}, förbi slutdatumet med alla förlängningar {latest} "
    "(LOU 17:10)."
)
IN_FUTURE = "Beslutsdagen {day} har inte varit än. Ange dagens datum eller ett tidigare."
WHICH = "Välj vad som beslutades {day}, eller töm beslutsdagen."
CALL_AFTER_END = "Sista dag att utnyttja ligger efter avtalets sista slutdatum {latest}. Kontrollera datumen."


def end_after(ends_on: date, months: int) -> date:
    """The contract's last day when it has been extended by calendar months: 31 August and six months is 28 February."""
    return add_months(ends_on, months)


def end_before(ends_on: date, months: int, earlier: Iterable[date]) -> date:
    """The last day as it was before the extension.

    Months cannot always be counted back (from 28 February to 31 August), so the ends the contract has had, newest
    first, are asked for one that leads to where it now ends.
    """
    return next((day for day in earlier if end_after(day, months) == ends_on), add_months(ends_on, -months))


def refused_call(
    *,
    months: int,
    ends_on: date | None,
    latest_end_on: date | None,
    is_until_further_notice: bool,
) -> dict[str, str]:
    """Why the contract cannot be extended by the months, by field; nothing when it can."""
    if is_until_further_notice:
        return {"outcome": ENDLESS}
    if ends_on is None:
        return {"outcome": NO_END}
    end = end_after(ends_on, months)
    if latest_end_on and end > latest_end_on:
        return {"outcome": PAST_LATEST.format(end=iso_date(end), latest=iso_date(latest_end_on))}
    return {}


def refused_option(
    *, outcome: str, last_call_on: date | None, decided_on: date | None, latest_end_on: date | None, today: date | None
) -> dict[str, str]:
    """What is wrong with an option's days: a decision to come or too late, a last call after the contract's end."""
    found = {}
    if decided_on and outcome == OptionOutcome.OPEN:
        found["outcome"] = WHICH.format(day=iso_date(decided_on))
    elif decided_on and today and decided_on > today:
        found["decided_on"] = IN_FUTURE.format(day=iso_date(decided_on))
    elif decided_on and last_call_on and outcome == OptionOutcome.CALLED and decided_on > last_call_on:
        found["decided_on"] = TOO_LATE.format(last=iso_date(last_call_on), day=iso_date(decided_on))
    if last_call_on and latest_end_on and last_call_on > latest_end_on:
        found["last_call_on"] = CALL_AFTER_END.format(latest=iso_date(latest_end_on))
    return found
