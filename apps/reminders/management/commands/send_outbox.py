"""Send the mail that is due, without Celery and Redis."""

import time

from django.core.management.base import BaseCommand, CommandError
from django.db import InterfaceError, OperationalError, close_old_connections

from apps.reminders import delivery
from apps.reminders.interrupts import Deferred

SECONDS_BETWEEN = 15
SECONDS_BETWEEN_LOOKS = 0.2


class Command(BaseCommand):
    help = "Skicka de mejl som väntar, utan Celery och Redis. Med --loop tills processen avslutas."

    def add_arguments(self, parser):
        parser.add_argument("--loop", action="store_true", help="fortsätt och se efter var femtonde sekund")

    def handle(self, *, loop: bool, **options):
        with Deferred() as stop:
            while not stop:
                close_old_connections()
                try:
                    report = delivery.run()
                except (OperationalError, InterfaceError) as error:
                    if not loop:
                        raise CommandError("Databasen svarar inte. Mejlen ligger kvar.") from error
                    self.stderr.write("Databasen svarar inte. Försöker igen.")
                    report = delivery.Report()
                if report.answers or report.is_resting:
                    self.stdout.write(said(report))
                if report.has_more:
                    continue
                if not loop:
                    break
                wait(SECONDS_BETWEEN, stop)


def said(report: delivery.Report) -> str:
    """What a run did, in a line for the operator."""
    others = report.answers.total() - report.sent
    line = f"{report.sent} skickade, {others} andra svar."
    return line + " Mejlservern gick inte att nå; mejlen ligger kvar." if report.is_resting else line


def wait(seconds: float, stop: Deferred) -> None:
    """Wait, but not when told to stop."""
    until = time.monotonic() + seconds
    while not stop and time.monotonic() < until:
        time.sleep(SECONDS_BETWEEN_LOOKS)
