"""Every write: a new version of a target, and which years are public."""

from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from apps.accounts.models import Organisation, User
from apps.procurements.models import GuidelineVersion
from apps.targets import target_queries
from apps.targets.choices import CountingRule
from apps.targets.counting import last_full_month
from apps.targets.models import PublishedYear, Target
from apps.targets.target_queries import RESIDENTS_OF_ALL, About


@transaction.atomic
def set_target(
    *,
    by: User,
    organisation: Organisation,
    year: int,
    base_version: int,
    value: int,
    decided_by_body: str,
    decided_on: date,
    reference: str,
    today: date,
    about: About = RESIDENTS_OF_ALL,
    counted_kinds: list[str] | None = None,
    counting_rule: str = CountingRule.RESIDENTS_STARTED,
    least_value: Decimal | None = None,
    guideline: GuidelineVersion | None = None,
) -> Target:
    """Add the version of a year's target that follows `base_version`, the one the user has read (0: none).

    `about` is what is measured and of whom. Residents are counted in numbers by the kinds and the rule, every other
    measure in per cent. The same version by the same user again, as after a double click, gives the one already made.
    Raises ValidationError in Swedish when somebody else was first, or when the decision cannot hold for the year.
    """
    _check_decision(decided_on, year, today)
    target = Target(
        organisation=organisation,
        measure=about.measure,
        scope=about.scope,
        department=about.department,
        least_value=least_value,
        guideline=guideline,
        year=year,
        version=base_version + 1,
        value=value,
        counted_kinds=counted_kinds or [],
        counting_rule=counting_rule,
        decided_by_body=decided_by_body,
        decided_on=decided_on,
        reference=reference,
        created_by=by,
    )
    latest = target_queries.latest_version(organisation, about, year)
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
    about = ("organisation", "measure", "scope", "department", "least_value", "guideline", "year", "version")
    decided = ("value", "counted_kinds", "counting_rule", "decided_by_body", "decided_on", "reference", "created_by")
    wanted = {name: getattr(target, name) for name in (*about, *decided)}
    return Target.objects.filter(**wanted).first()


def _somebody_was_first() -> ValidationError:
    unique = next(each for each in Target._meta.constraints if each.name == "target_version_unique")
    return ValidationError(unique.violation_error_message)
