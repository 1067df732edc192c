"""Writes of what leaves the house: freeze a period, make an address for a while, take it back."""

import uuid
from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.utils.text import capfirst

from apps.accounts.models import Organisation, User
from apps.core.actions import action, change, make_once
from apps.targets.choices import Period
from apps.targets.counting import last_full_month
from apps.targets.measures import DEFINITIONS_VERSION
from apps.targets.models import ShareLink, Snapshot
from apps.targets.snapshot_queries import figures_now
from apps.targets.snapshots import last_day

# Meeting papers are read around a meeting; who needs longer makes a new address.
LONGEST = timedelta(days=366)


@action
def freeze(
    *, by: User, organisation: Organisation, year: int, period: str, today: date, note: str = "", token=None
) -> Snapshot:
    """Freeze a period's figures as they stand now. What is registered later never changes them.

    Raises ValidationError in Swedish while the period runs, and when it is frozen already by another form.
    """
    last = last_day(year, period)
    if today <= last:
        label = capfirst(Period(period).label)
        raise ValidationError(f"{label} {year} pågår till och med {last}. Frys det från och med dagen efter.")

    def make() -> Snapshot:
        made = Snapshot(
            organisation=organisation,
            year=year,
            period=period,
            as_of=last,
            figures=figures_now(organisation, year, period),
            definitions_version=DEFINITIONS_VERSION,
            note=note,
            frozen_by=by,
            token=token or uuid.uuid4(),
        )
        change(made, {})
        return made

    return make_once(Snapshot, token, make)


@action
def create_link(
    *,
    by: User,
    organisation: Organisation,
    year: int,
    expires_on: date,
    today: date,
    snapshot: Snapshot | None = None,
    nonce: uuid.UUID | None = None,
) -> ShareLink:
    """Make an address under which a year, or a frozen report of it, can be read until `expires_on`.

    The same form sent twice gives the address already made. Raises ValidationError in Swedish for a day that has
    passed or is too far away, and for a year of which no whole month is over.
    """
    if made := ShareLink.objects.filter(nonce=nonce, organisation=organisation).first():
        return made
    if expires_on < today:
        raise ValidationError({"expires_on": f"{expires_on} har redan varit. Välj i dag eller en senare dag."})
    if expires_on > today + LONGEST:
        latest = today + LONGEST
        raise ValidationError({"expires_on": f"{expires_on} är för långt bort. En länk gäller högst till {latest}."})
    if snapshot is None and last_full_month(today) < date(year, 1, 31):
        raise ValidationError({"what": f"{year} kan delas först när årets första månad är slut."})
    link = ShareLink(
        organisation=organisation,
        year=year,
        snapshot=snapshot,
        expires_on=expires_on,
        created_by=by,
        nonce=nonce or uuid.uuid4(),
    )
    change(link, {})
    return link


@action
def revoke_link(*, by: User, link: ShareLink, now: datetime) -> ShareLink:
    """Take an address back; from now on it leads nowhere. One that was taken back stays so."""
    link = ShareLink.objects.select_for_update(of=("self",)).get(pk=link.pk)
    if link.revoked_at is None:
        change(link, {"revoked_by": by, "revoked_at": now})
    return link
