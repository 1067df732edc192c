"""Breaks what the campaign guards, to see that it notices. Nothing of the product knows of this."""

import re

VARIABLE = "STEGET_FAULTS_BROKEN"
FENCE, KEY = "fencing", "key"
NUMBER = re.compile(r" AND (?:mail\.)?fence = (?:%\(\w+\)s|mine\.fence)")
LEASE = re.compile(r" AND lease_until > statement_timestamp\(\)")


def commit(what: str) -> None:
    """Break the fencing, or the taking of turns that stands before the unique key, in this process."""
    if what == FENCE:
        _break_fencing()
    elif what == KEY:
        _break_turns()


def drop_key() -> None:
    """Let the database take the same reminder twice."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE reminders_reminder DROP CONSTRAINT reminder_once")


def _break_fencing() -> None:
    """Workers no longer ask whether they were overtaken: neither by number, nor by lease, nor by their own clock."""
    from apps.reminders import outbox

    for name in ("_BEGIN", "_ACCEPT", "_CONCLUDE", "_GIVE_BACK"):
        sql = getattr(outbox, name)
        broken = LEASE.sub("", NUMBER.sub("", sql))
        if broken == sql:
            raise RuntimeError(f"{name} has no fence to break")
        setattr(outbox, name, broken)
    outbox.Lease.is_over = False


def _break_turns() -> None:
    from apps.reminders import plan_actions

    plan_actions._take_turns = lambda organisation: None
