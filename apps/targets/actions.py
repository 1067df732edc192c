"""Every write: a new version of a target, and which years are public."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from apps.accounts.models import Organisation, User
from apps.targets import queries
from apps.targets.counting import last_full_month
from apps.targets.models import PublishedYear, Target


@transaction.atomic
def set_target(
    *,
    by: User,
    organisation: Organisation,
    year: int,
    base_version: int,
    value: int,
    counted_kinds: list[str],
    counting_rule: str,
    decided_by_body: str,
    decided_on: date,
    reference: str,
    today: date,
) -> Target:
    """Add the version of a year's target that follows `base_version`, the one the user has read (0: none).

    The same version by the same user again, as after a double click, gives the one already made. Raises
    ValidationError in Swedish when somebody else was first, or when the decision cannot hold for the year.
    """
    _check_decision(decided_on, year, today)
    target = Target(
        organisation=organisation,
        year=year,
        version=base_version + 1,
        value=value,
        counted_kinds=counted_kinds,
        counting_rule=counting_rule,
        decided_by_body=decided_by_body,
        decided_on=decided_on,
        reference=reference,
        created_by=by,
    )
    latest = queries.latest_version(organisation, year)
    if made := _already_made(target):
        return made
    if latest != base_version:
        raise _somebody_was_first()
    target.full_clean()
    try:
        with transaction.atomic():
            target.save()
    except IntegrityError:
        raise _somebody_was_first() from None
    return target


@transaction.atomic
def publish_year(*, by: User, organisation: Organisation, year: int, today: date) -> PublishedYear:
    """Let anyone read a year's result. A year that is already public stays so.

    Raises ValidationError in Swedish while the year has no month that is over, since only whole months are shown.
    """
    if last_full_month(today) < date(year, 1, 31):
        raise ValidationError(f"{year} kan publiceras först när årets första månad är slut.")
    published, _ = PublishedYear.objects.get_or_create(
        organisation=organisation, year=year, defaults={"published_by": by}
    )
    return published


@transaction.atomic
def unpublish_year(*, by: User, organisation: Organisation, year: int) -> bool:
    """Take a year's open page away; the history keeps who did it (`by`). False when it was not public."""
    deleted, _ = PublishedYear.objects.filter(organisation=organisation, year=year).delete()
    return bool(deleted)


def _check_decision(decided_on: date, year: int, today: date) -> None:
    if decided_on > today:
        raise ValidationError({"decided_on": f"Beslutsdatum {decided_on} har inte varit ännu. Lägg in fattade beslut."})
    if decided_on > date(year, 12, 31):
        raise ValidationError(
            {"decided_on": f"Beslutsdatum {decided_on} ligger efter {year}. Målet måste beslutas före årets slut."}
        )


def _already_made(target: Target) -> Target | None:
    same = ("organisation", "year", "version", "value", "counted_kinds", "counting_rule", "decided_by_body")
    wanted = {name: getattr(target, name) for name in (*same, "decided_on", "reference", "created_by")}
    return Target.objects.filter(**wanted).first()


def _somebody_was_first() -> ValidationError:
    unique = next(each for each in Target._meta.constraints if each.name == "target_version_unique")
    return ValidationError(unique.violation_error_message)
