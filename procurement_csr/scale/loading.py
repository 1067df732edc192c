"""Writes made-up organisations of any size by COPY. Only in a demo without real data: the history does not see it."""

import contextlib
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

import pghistory
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import connection, transaction

from apps.accounts.models import Department, Membership, Organisation, User
from apps.placements.models import Participant, Placement
from apps.procurements.models import Contract, ContractSupplier, Procurement, Requirement
from apps.suppliers.models import Supplier
from apps.targets.models import Target
from procurement_csr.demo.people import PASSWORD
from procurement_csr.scale import rows
from procurement_csr.scale.copying import copy_rows, next_key, set_sequence
from procurement_csr.scale.words import DEPARTMENTS, supplier_name

OFFICERS = 20
# What a hundred placements bring with them.
PROCUREMENTS, SUPPLIERS, DEADLINES = 6, 2, 30
COUNTED = ["internship", "employment", "apprenticeship"]
COPIED = (Supplier, Procurement, Contract, ContractSupplier, Requirement, Participant, Placement)


class ScaleError(Exception):
    """The rows cannot be made here; the message is a Swedish sentence."""


@dataclass(frozen=True)
class Made:
    """How many rows were written of each kind."""

    organisations: int
    suppliers: int
    procurements: int
    deadlines: int
    placements: int


def make(*, placements: int, organisations: int, today: date, say: Callable[[str], None] = lambda line: None) -> Made:
    """Write `placements` in as many equal organisations, beside what is there, whole or not at all.

    A hundred placements bring 6 procurements, 2 suppliers and 30 requirements with a due date. Raises ScaleError
    outside a demo, where real organisations exist, and for fewer than ten placements an organisation.
    """
    if organisations < 1 or placements < 10 * organisations:
        raise ScaleError("Ange minst en organisation och minst tio placeringar för varje organisation.")
    with transaction.atomic(), pghistory.context(command="make_scale"):
        with _without_triggers():
            made = _make(placements, organisations, today, say)
        for model in COPIED:
            set_sequence(model)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return made


@contextlib.contextmanager
def _without_triggers() -> Iterator[None]:
    """No trigger fires: neither the history's, nor those that hold foreign keys together. Raises ScaleError first
    where anybody could miss either: outside a demo, and beside real data.
    """
    if not settings.DEMO:
        raise ScaleError("Påhittade rader i stor mängd skrivs bara i en demo. Inget är skrivet.")
    if real := Organisation.objects.filter(is_demo=False).first():
        raise ScaleError(f"Här finns en riktig organisation ({real}). Använd en tom installation. Inget är skrivet.")
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('is_superuser') = 'on'")
        if not cursor.fetchone()[0]:
            raise ScaleError("Databasens konto får inte stänga av utlösare. Använd den inbyggda databasen.")
        cursor.execute("SET LOCAL session_replication_role = replica")
        yield
        cursor.execute("SET LOCAL session_replication_role = origin")


def _make(placements: int, organisations: int, today: date, say: Callable[[str], None]) -> Made:
    first = next_key(Supplier)
    count = max(2, placements * SUPPLIERS // 100)
    own = ["id", "name", "org_number", "is_demo"]
    copy_rows(
        Supplier,
        own,
        ((first + at, supplier_name(first + at), f"558{first + at:07d}", True) for at in range(count)),
    )
    suppliers = range(first, first + count)
    say(f"{count} leverantörer")
    totals = [0, 0, 0]
    for number in range(organisations):
        share = placements // organisations + (number < placements % organisations)
        made = _make_organisation(share, suppliers, today)
        totals = [total + each for total, each in zip(totals, made, strict=True)]
        if number % 10 == 9:
            say(f"{number + 1} av {organisations} organisationer")
    return Made(organisations, count, *totals)


def _make_organisation(placements: int, suppliers: range, today: date) -> tuple[int, int, int]:
    """Procurements, requirements and placements that were written."""
    organisation, departments, people = _people(today)
    seed = random.Random(organisation.pk)  # noqa: S311 (the same world every time, on purpose)
    procurements = max(3, placements * PROCUREMENTS // 100)
    plan = rows.Plan(
        seed=seed,
        today=today,
        organisation=organisation.pk,
        departments=[each.pk for each in departments],
        officers=[each.pk for each in people[:OFFICERS]],
        suppliers=suppliers,
        procurements=range(start := next_key(Procurement), start + procurements),
        first_contract=next_key(Contract),
    )
    copy_rows(Procurement, rows.PROCUREMENT, rows.procurements(plan))
    copy_rows(Contract, rows.CONTRACT, rows.contracts(plan))
    copy_rows(ContractSupplier, rows.PARTY, rows.parties(plan, next_key(ContractSupplier)))
    deadlines = copy_rows(
        Requirement,
        rows.REQUIREMENT,
        rows.requirements(plan, next_key(Requirement), max(3, placements * DEADLINES // 100)),
    )
    participants = range(start := next_key(Participant), start + -(-placements // 2))
    copy_rows(Participant, rows.PARTICIPANT, rows.participants(plan, participants))
    written = copy_rows(Placement, rows.PLACEMENT, rows.placements(plan, next_key(Placement), placements, participants))
    return procurements, deadlines, written


def _people(today: date) -> tuple[Organisation, list[Department], list[User]]:
    """A new organisation: departments, officers, a matcher, one coordinator (the last) and targets for five years."""
    number = Organisation.objects.count() + 1
    organisation = Organisation.objects.create(
        name=f"Storstad {number}",
        org_number=f"21299{number:05d}",
        active_from=date(2015, 1, 1),
        is_demo=True,
    )
    departments = Department.objects.bulk_create(
        Department(organisation=organisation, name=name) for name in DEPARTMENTS
    )
    password = _password()
    names = [(f"handlaggare{at}", "officer") for at in range(1, OFFICERS + 1)]
    names += [("matchare", "matcher"), ("samordnare", "coordinator")]
    people = User.objects.bulk_create(
        User(email=f"{name}@storstad{number}.exempel", name=name.capitalize(), password=password, is_demo=True)
        for name, _ in names
    )
    Membership.objects.bulk_create(
        Membership(user=user, organisation=organisation, role=role)
        for user, (_, role) in zip(people, names, strict=True)
    )
    Target.objects.bulk_create(
        Target(
            organisation=organisation,
            year=year,
            value=40,
            counted_kinds=COUNTED,
            decided_by_body="Kommunfullmäktige",
            decided_on=date(year - 1, 11, 1),
            reference=f"KF {year - 1}/1",
            created_by=people[-1],
            is_demo=True,
        )
        for year in range(today.year - 4, today.year + 1)
    )
    return organisation, departments, people


_kept: list[str] = []


def _password() -> str:
    if not _kept:  # hashing is slow on purpose
        _kept.append(make_password(PASSWORD))
    return _kept[0]
