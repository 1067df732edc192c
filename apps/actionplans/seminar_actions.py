"""Every write to seminars: planning, changing, inviting, telling how it went, calling off.

All raise ValidationError in Swedish.
"""

import uuid
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError

from apps.accounts.models import Department, Organisation, User
from apps.actionplans import attendance
from apps.actionplans import seminar_mail as mail
from apps.actionplans.choices import SEMINAR_TRANSITIONS, SeminarState
from apps.actionplans.models import Item, Seminar, SeminarLink, SeminarSide
from apps.actionplans.seminar_recipients import addresses, groups
from apps.core.actions import action, change, make_once, refuse_stale
from apps.procurements.models import GuidelineVersion

NOBODY = "Välj minst en förvaltning eller myndighet som seminariet är för."
NOT_PLANNED = "Seminariet är {state}, så det kan inte ändras här."
NOT_YET = "Seminariet börjar {clock}. Fyll i hur det gick när det har börjat."
INVITED = "{names} är redan inbjuden. Låt den stå kvar, eller ställ in seminariet och planera ett nytt."
# Whom a seminar is for and what it serves, beside its own columns.
_AROUND = ("departments", "organisations", "items", "guidelines")


@action
def create_seminar(
    *, by: User | None, organisation: Organisation, token: uuid.UUID | None = None, **values: Any
) -> Seminar:
    """Plan a seminar. `values` are Seminar's own fields, and departments, organisations, items and guidelines.

    The same token again gives the first one.
    """

    def make() -> Seminar:
        seminar = Seminar(organisation=organisation, created_by=by, token=token or uuid.uuid4())
        change(seminar, {name: value for name, value in values.items() if name not in _AROUND})
        _surround(seminar, values)
        return seminar

    return make_once(Seminar, token, make)


@action
def update_seminar(*, by: User | None, seminar: Seminar, version: str | None = None, **values: Any) -> Seminar:
    """Change a planned seminar. Raises Conflict when it is not what `version` was made of."""
    seminar = locked_seminar(seminar)
    refuse_stale(seminar, version, *around(seminar))
    _refuse_unless_planned(seminar)
    change(seminar, {name: value for name, value in values.items() if name not in _AROUND})
    _surround(seminar, values)
    return seminar


@action
def invite(*, by: User, seminar: Seminar, sides: Iterable[int], token: uuid.UUID, now: datetime) -> int:
    """Mail the contact persons of the sides (by key) and say how many addresses. Twice with a token is once."""
    seminar = locked_seminar(seminar)
    _refuse_unless_planned(seminar)
    wanted = set(sides)
    chosen = [group for group in groups(seminar) if group.side.pk in wanted and group.emails]
    emails = list(addresses(chosen))
    mail.send(mail.INVITATION, seminar, emails, by=by, token=token, now=now)
    SeminarSide.objects.filter(pk__in=[group.side.pk for group in chosen]).update(invited_at=now)
    return len(emails)


@action
def hold_seminar(
    *,
    by: User | None,
    seminar: Seminar,
    participants: int | None,
    parts: dict[int, int | None],
    now: datetime,
    outcome: str = "",
    version: str | None = None,
) -> Seminar:
    """Say that a seminar was held and how many came: in all, and by side (by key) as far as it is known.

    Numbers of a held one can be put right. Raises Conflict when it is not what `version` was made of.
    """
    seminar = locked_seminar(seminar)
    refuse_stale(seminar, version, *around(seminar))
    _refuse_move(seminar, SeminarState.HELD)
    if seminar.starts_at > now:
        raise ValidationError(NOT_YET.format(clock=seminar.clock))
    try:
        whole = attendance.total(participants, parts.values())
    except ValueError as error:
        raise ValidationError({"participants": str(error)}) from error
    for side in seminar.sides.all():
        change(side, {"participants": parts.get(side.pk, side.participants)})
    change(seminar, {"state": SeminarState.HELD, "participants": whole, "outcome": outcome})
    return seminar


@action
def cancel_seminar(*, by: User, seminar: Seminar, reason: str, token: uuid.UUID, now: datetime) -> Seminar:
    """Call off a planned seminar with why, and tell those who were invited. Twice is once."""
    seminar = locked_seminar(seminar)
    if seminar.state == SeminarState.CANCELLED:
        return seminar
    _refuse_move(seminar, SeminarState.CANCELLED)
    change(seminar, {"state": SeminarState.CANCELLED, "cancelled_reason": reason.strip()})
    invited = [group for group in groups(seminar) if group.side.invited_at]
    mail.send(mail.CANCELLED, seminar, addresses(invited), by=by, token=token, now=now)
    return seminar


def locked_seminar(seminar: Seminar) -> Seminar:
    """The seminar as it is now, kept from others until the transaction ends."""
    rows = Seminar.objects.select_for_update(no_key=True, of=("self",)).select_related("organisation")
    return rows.get(pk=seminar.pk)


def around(seminar: Seminar) -> list:
    """Whom it is for with how many came, and what it serves: what counts in its version beside its own columns."""
    sides = seminar.sides.order_by("pk").values_list("organisation_id", "department_id", "participants")
    return [*sides, *seminar.links.order_by("pk").values_list("item_id", "guideline_id")]


def _refuse_unless_planned(seminar: Seminar) -> None:
    if seminar.state != SeminarState.PLANNED:
        raise ValidationError(NOT_PLANNED.format(state=seminar.get_state_display()))


def _refuse_move(seminar: Seminar, wanted: SeminarState) -> None:
    if wanted not in SEMINAR_TRANSITIONS[seminar.state]:
        raise ValidationError(NOT_PLANNED.format(state=seminar.get_state_display()))


def _surround(seminar: Seminar, values: dict[str, Any]) -> None:
    """Make whom it is for, and what it serves, what `values` say; what they do not name stays."""
    if {"departments", "organisations"} & set(values):
        _keep_sides(seminar, values.get("departments", ()), values.get("organisations", ()))
    if {"items", "guidelines"} & set(values):
        _keep_links(seminar, values.get("items", ()), values.get("guidelines", ()))


def _keep_sides(seminar: Seminar, departments: Collection[Department], organisations: Collection[Organisation]) -> None:
    wanted = {(each.organisation_id, each.pk) for each in departments} | {(each.pk, None) for each in organisations}
    if not wanted:
        raise ValidationError({"departments": NOBODY})
    held = {(each.organisation_id, each.department_id): each for each in seminar.sides.select_related("department")}
    gone = [side for key, side in held.items() if key not in wanted]
    if invited := [str(side.department or side.organisation) for side in gone if side.invited_at]:
        raise ValidationError({"departments": INVITED.format(names=", ".join(invited))})
    for side in gone:
        side.delete()
    for organisation, department in sorted(wanted - set(held), key=str):
        change(SeminarSide(seminar=seminar), {"organisation_id": organisation, "department_id": department})


def _keep_links(seminar: Seminar, items: Collection[Item], guidelines: Collection[GuidelineVersion]) -> None:
    wanted = {(each.pk, None) for each in items} | {(None, each.pk) for each in guidelines}
    held = {(each.item_id, each.guideline_id): each for each in seminar.links.all()}
    for key in set(held) - wanted:
        held[key].delete()
    for item, guideline in wanted - set(held):
        link = SeminarLink(seminar=seminar, organisation_id=seminar.organisation_id)
        change(link, {"item_id": item, "guideline_id": guideline})
