"""`manage.py remind`: plan reminders and write the mails that may leave, without a broker."""

import json
from datetime import date, datetime, time

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from apps.reminders.rounds import Round, remind

COLUMNS = {
    "new": "nya",
    "superseded": "ersatta",
    "suppressed": "behövs inte",
    "revived": "åter",
    "failed": "fel",
    "mails": "mejl",
    "heads": "chefsmejl",
}
NOON = time(12)


class Command(BaseCommand):
    help = "Planerar påminnelser och skriver de mejl som får skickas nu. Inget skickas: det gör send_outbox."

    def add_arguments(self, parser):
        parser.add_argument("--on", type=_day, metavar="ÅÅÅÅ-MM-DD", help="som om det var den dagen klockan tolv")
        parser.add_argument("--dry-run", action="store_true", help="räkna bara, skriv inget")
        parser.add_argument("--json", action="store_true", help="svara med JSON")

    def handle(self, *, on, dry_run, json: bool, **options):
        now = timezone.make_aware(datetime.combine(on, NOON)) if on else timezone.now()
        rounds = remind(now=now, is_dry=dry_run, is_real_time=on is None)
        self.stdout.write(_json(rounds) if json else _table(rounds))
        if wrong := [each for each in rounds if each.error]:
            raise CommandError(f"{len(wrong)} av {len(rounds)} organisationer gick inte att planera.")


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise CommandError(f"{value} är inget datum. Skriv det som 2026-11-23.") from None


def _json(rounds: list[Round]) -> str:
    rows = [
        {"organisation": each.organisation.name, "error": each.error} | {name: each.counts[name] for name in COLUMNS}
        for each in rounds
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _table(rounds: list[Round]) -> str:
    lines = []
    for each in rounds:
        counts = ", ".join(f"{each.counts[name]} {label}" for name, label in COLUMNS.items() if each.counts[name])
        lines.append(f"{each.organisation.name}: {each.error or counts or 'inget att göra'}")
    return "\n".join(lines) or "Det finns inga organisationer."
