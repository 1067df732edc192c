"""When what a requirement obliges to falls due: pure arithmetic of calendar months."""

from datetime import date

from apps.core.calendar import add_months

# National criterion 11554: the first employment has begun or been offered half a year into the contract.
FIRST_START_MONTHS = 6


def first_start_due(starts_on: date | None, months: int | None) -> date | None:
    """The day by which the first effort has begun or been offered; None when start or months are not known.

    15 January and 6 months is 15 July; 31 August and 6 months is the last of February.
    """
    return None if starts_on is None or months is None else add_months(starts_on, months)
