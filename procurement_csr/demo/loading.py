"""Writes the demo world in one transaction: bulk inserts, one password hash for all accounts."""

import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from operator import attrgetter

import pghistory
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from apps.accounts.models import Department, Invitation, Membership, Organisation, User
from apps.placements import codes
from apps.placements.models import Activity, Participant, Placement
from apps.procurements.models import Contract, ContractSupplier, CpvCode, Procurement, Requirement
from apps.suppliers.models import Supplier, SupplierAlias, SupplierContact
from procurement_csr.demo import (
    action_plans,
    consultations,
    follow_ups,
    goals,
    matching,
    onboarding,
    people,
    plans,
    reminding,
    reports,
)
from procurement_csr.demo.companies import COMPANIES, CONTACTS, CPV_LABELS
from procurement_csr.demo.tables import TABLES
from procurement_csr.demo.world import Placed, Tables, has_happened, working

SUPERVISORS = ("arbetsledare", "platschef", "gruppledare")


class DemoError(Exception):
    """The demo world cannot be loaded or removed; the message is a Swedish sentence."""


@dataclass
class Shared:
    """What the organisations have in common: the companies by key, and everybody by e-mail address."""

    suppliers: dict[str, Supplier]
    users: dict[str, User]


@dataclass
class Site:
    """One organisation while it is being written."""

    key: str
    prefix: str
    organisation: Organisation
    departments: dict[str, Department]
    shared: Shared
    today: date
    contracts: dict[str, Contract] = field(default_factory=dict)

    def user(self, role: str) -> User:
        return self.shared.users[f"{people.LOCAL_PARTS[role]}@{self.key}.exempel"]


def load(*, today: date, beside: bool = False) -> bool:
    """Load the demo world, whole or not at all; False when it is there already.

    Raises DemoError outside a demo, when real organisations exist and `beside` is not set, and when real rows already
    hold its organisation numbers or addresses.
    """
    if not settings.DEMO:
        raise DemoError("Exempeldata läses bara in i en demo. Sätt STEGET_DEMO=ja om det här är en.")
    if Organisation.objects.filter(is_demo=True).exists():
        return False
    _refuse_collisions(beside)
    with transaction.atomic():
        _load(today)
    return True


def _refuse_collisions(beside: bool) -> None:
    real = Organisation.objects.order_by("name")
    if real and not beside:
        names = ", ".join(real.values_list("name", flat=True)[:5])
        raise DemoError(f"Här finns riktiga organisationer ({names}). Lägg till --beside för att läsa in bredvid dem.")
    taken = [
        *real.filter(org_number__in=[each.org_number for each in people.AUTHORITIES]),
        *real.filter(name__in=[each.name for each in people.AUTHORITIES]),
        *Supplier.objects.filter(org_number__in=[each.org_number for each in COMPANIES if each.org_number]),
        *User.objects.filter(email__in=[each.email for each in people.accounts()]),
    ]
    if taken:
        names = ", ".join(dict.fromkeys(map(str, taken)))
        raise DemoError(f"Exempelvärlden krockar med det som redan finns: {names}. Inget är inläst.")


def _load(today: date) -> None:
    # What follows is done by people of the demo, each in a context of its own: one around it all would give every
    # row of the history to whoever acted last.
    with pghistory.context(command="load_demo"):
        sites = _write_sites(today)
    consultations.write(sites)
    follow_ups.write(sites)
    reports.write(sites)
    action_plans.write(sites)
    onboarding.write(sites)
    reminding.write(sites)


def _write_sites(today: date) -> list[Site]:
    users = _write_users()
    shared = Shared(_write_suppliers(), users)
    sites = [_write_organisation(authority, shared, today) for authority in people.AUTHORITIES]
    _write_memberships({site.key: site for site in sites}, users)
    _write_contacts(sites, shared)
    chance = random.Random(40)  # noqa: S311 (the same codes every time, on purpose)
    for site in sites:
        tables = TABLES[site.key]
        _write_purchases(site, tables)
        _write_placements(site, tables, chance)
        waiting = _write_participants(site, matching.people_of(site.key), chance)
        matching.write(site, _first_suppliers(site, tables), waiting)
        _write_gatherings(site, tables)
        goals.write(site, tables)
    plans.write([(site, TABLES[site.key]) for site in sites])
    return sites


def _write_users() -> dict[str, User]:
    password = make_password(people.PASSWORD)
    rows = [User(email=each.email, name=each.name, password=password, is_demo=True) for each in people.accounts()]
    return {user.email: user for user in User.objects.bulk_create(rows)}


def _write_suppliers() -> dict[str, Supplier]:
    rows = Supplier.objects.bulk_create(
        Supplier(name=each.name, org_number=each.org_number, is_sole_trader=each.org_number is None, is_demo=True)
        for each in COMPANIES
    )
    suppliers = dict(zip((each.key for each in COMPANIES), rows, strict=True))
    SupplierAlias.objects.bulk_create(
        SupplierAlias(supplier=suppliers[each.key], name=each.alias) for each in COMPANIES if each.alias
    )
    CpvCode.objects.bulk_create(
        (CpvCode(code=code, label=label) for code, label in CPV_LABELS.items()), ignore_conflicts=True
    )
    return suppliers


def _write_organisation(authority: people.Authority, shared: Shared, today: date) -> Site:
    organisation = Organisation.objects.create(
        name=authority.name,
        org_number=authority.org_number,
        municipality_code=authority.municipality_code,
        kind=authority.kind,
        active_from=date(2014, 1, 1),
        is_demo=True,
    )
    site = Site(authority.key, authority.prefix, organisation, {}, shared, today)
    rows = [Department(organisation=organisation, name=name) for name in authority.departments]
    rows[0].contact = rows[0].head = site.user("department")
    rows = Department.objects.bulk_create(rows)
    site.departments = {department.name: department for department in rows}
    Invitation.objects.create(
        email=f"ny.kollega@{authority.key}.exempel",
        organisation=organisation,
        role="officer",
        invited_by=site.user("administrator"),
        sent_at=timezone.now(),
    )
    return site


def _write_memberships(sites: dict[str, Site], users: dict[str, User]) -> None:
    first = {key: next(iter(site.departments.values())) for key, site in sites.items()}
    Membership.objects.bulk_create(
        Membership(
            user=users[account.email],
            organisation=sites[key].organisation,
            role=account.role,
            department=first[key] if account.role == "department" else None,
        )
        for account in people.accounts()
        for key in account.authorities
    )


def _write_contacts(sites: list[Site], shared: Shared) -> None:
    organisations = {site.key: site.organisation for site in sites}
    SupplierContact.objects.bulk_create(
        SupplierContact(
            supplier=shared.suppliers[company],
            organisation=organisations[key],
            name=name,
            role=role,
            email=email,
            phone=phone,
        )
        for company, key, name, role, email, phone in CONTACTS
    )


def _write_purchases(site: Site, tables: Tables) -> None:
    procurements = Procurement.objects.bulk_create(_procurements(site, tables))
    agreements = [
        (procurement, agreement)
        for procurement, purchase in zip(procurements, tables.purchases, strict=True)
        for agreement in purchase.agreements
    ]
    contracts = Contract.objects.bulk_create(
        _contract(site, procurement, agreement, number)
        for number, (procurement, agreement) in enumerate(agreements, start=1)
    )
    site.contracts = {agreement.key: row for (_, agreement), row in zip(agreements, contracts, strict=True)}
    ContractSupplier.objects.bulk_create(
        ContractSupplier(
            contract=site.contracts[agreement.key],
            supplier=site.shared.suppliers[company],
            rank=rank if len(agreement.suppliers) > 1 else None,
        )
        for _, agreement in agreements
        for rank, company in enumerate(agreement.suppliers, start=1)
    )
    Requirement.objects.bulk_create(
        Requirement(
            procurement=site.contracts[agreement.key].procurement,
            contract=site.contracts[agreement.key],
            kind=demand.kind,
            model="numeric" if demand.count else "dialog",
            unit=demand.unit,
            count=demand.count,
            due_on=working(demand.due(site.today)) if demand.due else None,
            note=demand.note,
            created_by=site.user("officer"),
        )
        for _, agreement in agreements
        for demand in agreement.demands
    )


def _procurements(site: Site, tables: Tables) -> Iterable[Procurement]:
    for number, purchase in enumerate(tables.purchases, start=1):
        published = working(purchase.published(site.today)) if purchase.published else None
        yield Procurement(
            organisation=site.organisation,
            case_number=f"{site.prefix} {(published or site.today).year}/{100 + 17 * number}",
            title=purchase.title,
            department=site.departments[purchase.department],
            responsible=site.user("officer"),
            cpv_id=purchase.cpv,
            estimated_value=Decimal(purchase.value) if purchase.value else None,
            phase=purchase.phase,
            published_on=published,
            note=purchase.note,
            is_demo=True,
        )


def _contract(site: Site, procurement: Procurement, agreement, number: int) -> Contract:
    starts_on = agreement.starts(site.today)
    return Contract(
        organisation=site.organisation,
        procurement=procurement,
        number=f"{starts_on.year}-{number:03}",
        title=procurement.title,
        starts_on=starts_on,
        ends_on=agreement.ends(site.today) if agreement.ends else None,
        latest_end_on=agreement.latest(site.today) if agreement.latest else None,
        is_until_further_notice=agreement.ends is None,
        value=Decimal(agreement.value) if agreement.value else None,
        no_requirement_reason=agreement.declined,
        no_requirement_by=site.user("officer") if agreement.declined else None,
        no_requirement_on=starts_on - timedelta(30) if agreement.declined else None,
    )


def _write_placements(site: Site, tables: Tables, chance: random.Random) -> None:
    rows = [placed for placed in tables.placements if has_happened(placed.start, site.today)]
    people_of_rows = [placed.person or str(number) for number, placed in enumerate(rows)]
    participants = _write_participants(site, people_of_rows, chance)
    companies = _first_suppliers(site, tables)
    placements = Placement.objects.bulk_create(
        Placement(
            organisation=site.organisation,
            number=number,
            contract=site.contracts[placed.agreement],
            supplier=site.shared.suppliers[placed.supplier] if placed.supplier else companies[placed.agreement],
            participant=participants[person],
            kind=placed.kind,
            extent_percent=None if placed.kind == "mentorship" else placed.extent,
            created_by=site.user("matcher"),
            is_demo=True,
            **_practice_of(placed, number),
            **_time_of(placed, site),
        )
        for number, (placed, person) in enumerate(zip(rows, people_of_rows, strict=True), start=1)
    )
    # Logged when they began, so that nothing can be undone as if it had been logged just now.
    for placement in placements:
        placement.created_at = matching.moment_of(min(placement.first_day, site.today - timedelta(1)))
    Placement.objects.bulk_update(placements, ["created_at"])
    # A code is as old as its first placement, so that the oldest are due to be purged.
    for placement in sorted(placements, key=attrgetter("created_at"), reverse=True):
        placement.participant.created_at = placement.created_at
    Participant.objects.bulk_update(participants.values(), ["created_at"])


def _write_participants(site: Site, keys: list[str], chance: random.Random) -> dict[str, Participant]:
    """One participant per distinct key. The codes are drawn with a fixed seed; two alike are drawn again."""
    different = list(dict.fromkeys(keys))
    drawn: dict[str, None] = {}
    while len(drawn) < len(different):
        drawn[codes.make(chance)] = None
    rows = Participant.objects.bulk_create(
        Participant(
            organisation=site.organisation,
            code=code,
            matcher=site.user("matcher"),
            created_by=site.user("matcher"),
            is_demo=True,
        )
        for code in drawn
    )
    return dict(zip(different, rows, strict=True))


def _first_suppliers(site: Site, tables: Tables) -> dict[str, Supplier]:
    """The supplier of each contract that comes first in rank, by the contract's key."""
    agreements = (agreement for each in tables.purchases for agreement in each.agreements)
    return {agreement.key: site.shared.suppliers[agreement.suppliers[0]] for agreement in agreements}


def _practice_of(placed: Placed, number: int) -> dict:
    """Who referred to a practice, and the supervisor's role."""
    if placed.kind != "internship":
        return {}
    body = "employment_service" if number % 3 == 0 else "municipality"
    return {"referring_body": body, "supervisor_role": SUPERVISORS[number % len(SUPERVISORS)]}


def _time_of(placed: Placed, site: Site) -> dict:
    """The dates of a placement as today sees them: ended once its weeks have passed, unless nobody has ended it."""
    started_on = working(placed.start(site.today))
    length = timedelta(weeks=placed.weeks)
    fields = {"started_on": started_on, "planned_end_on": working(started_on + length - timedelta(1))}
    if started_on > site.today:
        return fields | {"state": "matched", "started_on": None, "planned_start_on": started_on}
    is_broken_off = placed.end.startswith("interrupted")
    ended_on = working(started_on + length / 2) if is_broken_off else fields["planned_end_on"]
    if placed.end and ended_on <= site.today:
        fields |= {"state": "ended", "ended_on": ended_on, "end_reason": placed.end}
    if placed.is_undone:
        fields |= {
            "undone_at": matching.moment_of(started_on) + timedelta(minutes=4),
            "undone_by": site.user("matcher"),
        }
    return fields


def _write_gatherings(site: Site, tables: Tables) -> None:
    companies = _first_suppliers(site, tables)
    Activity.objects.bulk_create(
        Activity(
            organisation=site.organisation,
            contract=site.contracts[each.agreement],
            supplier=companies[each.agreement],
            kind=each.kind,
            held_on=working(each.held(site.today)),
            topic=each.topic,
            participant_count=each.count,
            created_by=site.user("matcher"),
            is_demo=True,
        )
        for each in tables.gatherings
        if has_happened(each.held, site.today)
    )
