"""Small inputs of a forecast, for tests."""

from datetime import date, timedelta

from apps.targets.counting import Rule
from apps.targets.forecast_inputs import Coming, Commitment, Inputs, Stage

TODAY, NEW_YEARS_EVE = date(2026, 4, 30), date(2026, 12, 31)
DAY = timedelta(days=1)
# What the mean of the weighed correlations is when no contract of two places or more has closed.
UNKNOWN_LIKENESS = (0 + 0.05 + 0.1 + 0.2 + 0.3 + 0.5) / 6


def commitment(key=1, promised=4, came=0, kind="internship", **fields):
    """Places promised from tomorrow to the end of next year."""
    days = {"starts_on": TODAY + DAY, "ends_on": date(2027, 12, 31)}
    values = {"key": key, "name": f"Avtal {key}", "kind": kind, "promised": promised, "came": came, "settled": 0}
    return Commitment(**values | days | fields)


def coming(key=1, number=5, stage=Stage.DECIDED, **fields):
    days = {"starts_on": date(2026, 7, 1), "ends_on": date(2027, 6, 30)}
    values = {"key": key, "name": f"Upphandling {key}", "kind": "internship", "number": number, "stage": stage}
    return Coming(**values | days | fields)


def inputs(**fields):
    return Inputs(**{"year": 2026, "today": TODAY, "rule": Rule(), "counted": 26, "target": 40} | fields)
