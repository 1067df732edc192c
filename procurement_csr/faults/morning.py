"""The heaviest morning: 10,000 deadlines of 300 people come due at once. `python -m procurement_csr.faults.morning`.

Plans, gathers and sends, and says how long it took and how much memory it took. The database keeps what it commits;
the mail server is a process of its own.
"""

import argparse
import resource
import sys
import tempfile
import time
from datetime import date, datetime, timedelta
from pathlib import Path

from procurement_csr.faults.plant import Plant

MORNING = date(2027, 1, 12)
KINDS = ("internship", "employment", "apprenticeship", "mentorship")  # of each contract's requirements


def main() -> None:
    """Print one line for each part of the morning."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--deadlines", type=int, default=10_000)
    parser.add_argument("--people", type=int, default=300)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="steget-morning-", dir="/tmp") as name:
        plant = Plant(Path(name), groups=0)
        plant.beat.kill()
        try:
            _live_through(plant, options.deadlines, options.people)
        finally:
            plant.close()


def _live_through(plant: Plant, deadlines: int, people: int) -> None:
    from apps.reminders import delivery
    from apps.reminders.models import OutboxMail, Reminder
    from apps.reminders.rounds import remind
    from procurement_csr.people import make_organisation

    plant.clock.move_to(_at(6))
    organisation = make_organisation("Exempelstad")
    remind(now=_at(6))  # as in a process that has been at work
    _write(organisation, deadlines, people)
    before = _megabytes()
    took = _timed(lambda: remind(now=_at(8)))
    rows, mails = Reminder.objects.filter(state="mailed").count(), OutboxMail.objects.count()
    _say(f"{rows} påminnelser om {deadlines} frister i {mails} mejl: {took}, minnet växte {_megabytes() - before} MB")
    plant.clock.move_to(_at(9))
    before = _megabytes()
    took = _timed(lambda: delivery.run(seconds=600))
    _say(f"{len(plant.sink.accepted())} mejl skickade: {took}, minnet växte {_megabytes() - before} MB")
    _say(f"planering en gång till, utan något nytt: {_timed(lambda: remind(now=_at(9)))}")


def _write(organisation, deadlines: int, people: int) -> None:
    """Officers, and contracts with requirements that they are to follow up tomorrow."""
    from apps.accounts.models import Membership, User
    from apps.procurements.models import Contract, Procurement, Requirement
    from apps.reminders.models import ReminderSettings
    from procurement_csr.people import make_department

    ReminderSettings.objects.filter(organisation=organisation).update(active_from=date(2026, 1, 1))
    department = make_department(organisation)
    officers = [User(email=f"handlaggare{number}@exempel.se", name=f"Nr {number}") for number in range(people)]
    User.objects.bulk_create(officers)
    Membership.objects.bulk_create(
        Membership(user=officer, organisation=organisation, role="officer") for officer in officers
    )
    cases = [
        Procurement(
            organisation=organisation,
            title=f"Städning {number}",
            case_number=f"KS 2026/{number}",
            department=department,
            responsible=officers[number % people],
            phase="contracted",
        )
        for number in range(-(-deadlines // len(KINDS)))
    ]
    Procurement.objects.bulk_create(cases)
    days = {"starts_on": date(2026, 1, 1), "ends_on": date(2040, 12, 31)}
    contracts = [
        Contract(organisation=organisation, procurement=case, number=f"A-{number}", **days)
        for number, case in enumerate(cases)
    ]
    Contract.objects.bulk_create(contracts)
    facts = {"model": "numeric", "count": 1, "due_on": MORNING + timedelta(days=1)}
    rows = [
        Requirement(contract=contract, procurement=contract.procurement, kind=kind, **facts)
        for contract in contracts
        for kind in KINDS
    ]
    Requirement.objects.bulk_create(rows[:deadlines])


def _at(hour: int) -> datetime:
    from django.utils import timezone

    return timezone.make_aware(datetime(MORNING.year, MORNING.month, MORNING.day, hour))  # noqa: DTZ001


def _timed(act) -> str:
    wall, processor = time.perf_counter(), time.process_time()
    act()
    return f"{time.perf_counter() - wall:.1f} s (varav {time.process_time() - processor:.1f} s egen processortid)"


def _megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
