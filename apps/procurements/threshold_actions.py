"""Every write to the threshold table. All raise ValidationError with Swedish sentences."""

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from apps.core.actions import action, change, make_once, refuse_stale
from apps.core.formats import money
from apps.procurements.models import Threshold

# The procurement act of 2007 took effect in 2008; a year far ahead is a slip of the finger.
FIRST_YEAR, LAST_YEAR = 2008, 2099
AMOUNTS = ("goods_services", "works", "special_services", "direct_purchase", "direct_purchase_special")
NO_AMOUNT = "Ange minst ett belopp. En rad utan belopp säger ingenting."
WRONG_YEAR = "{day} går inte: ange ett år mellan {first} och {last}."
DIRECT_TOO_HIGH = (
    "{direct} är högre än tröskelvärdet för {what}, {threshold}. Gränsen för direktupphandling får inte ligga över det."
)


@action
def create_threshold(*, by, token: UUID | None = None, **values: Any) -> Threshold:
    """Add a row; one that begins the same day as a shipped row replaces it."""

    def make():
        threshold = Threshold(token=token, created_by=by)
        _save(threshold, values)
        return threshold

    return make_once(Threshold, token, make)


@action
def update_threshold(*, by, threshold: Threshold, seen: str | None = None, **values: Any) -> Threshold:
    """Change an added row. Raises core.actions.Conflict when it is not what was `seen`."""
    threshold = Threshold.objects.select_for_update().get(pk=threshold.pk)
    refuse_stale(threshold, seen)
    _save(threshold, values)
    return threshold


@action
def delete_threshold(*, by, threshold: Threshold) -> None:
    """Take an added row away. A shipped row of the same day counts again."""
    threshold.delete()


def _save(threshold: Threshold, values: dict[str, Any]) -> None:
    for name in ("valid_from", "valid_to"):
        _refuse_year(name, values.get(name))
    if all(values.get(name) is None for name in AMOUNTS):
        raise ValidationError({"goods_services": NO_AMOUNT})
    _refuse_direct_over(values, "direct_purchase", "goods_services", "varor och tjänster")
    _refuse_direct_over(values, "direct_purchase_special", "special_services", "särskilda tjänster")
    change(threshold, values)


def _refuse_year(name: str, day) -> None:
    if day and not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValidationError({name: WRONG_YEAR.format(day=day, first=FIRST_YEAR, last=LAST_YEAR)})


def _refuse_direct_over(values: dict[str, Any], limit: str, threshold: str, what: str) -> None:
    """A limit for direct purchase may equal the threshold (annex 2 since 2022) but not be above it."""
    direct, most = values.get(limit), values.get(threshold)
    if direct is not None and most is not None and direct > most:
        sentence = DIRECT_TOO_HIGH.format(direct=money(direct), what=what, threshold=money(most))
        raise ValidationError({limit: sentence})
