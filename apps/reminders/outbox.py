"""The states of mails while they are sent, in SQL: one statement is one transaction, and one commit for each mail.

Leases are kept by the database's clock. `fence` is the number of a claim: whoever holds an old one was overtaken, and
every statement here leaves that mail alone.
"""

import json
import time
import weakref
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection

from apps.reminders.choices import REMINDING_KINDS, DeliveryStep, MailState

# A mail that nobody knows about is sent again so many times before somebody has to look at it.
RESENDS = 3
ROWS_REAPED = 500

_CLAIM = """
WITH due AS MATERIALIZED (
    SELECT id FROM reminders_outboxmail WHERE state = 'pending' AND due_at <= %(now)s
        AND (organisation_id IS NULL OR organisation_id <> ALL(%(closed)s) OR kind <> ALL(%(reminding)s))
    ORDER BY due_at, id LIMIT %(limit)s FOR UPDATE SKIP LOCKED
)
UPDATE reminders_outboxmail AS mail
SET state = 'claimed', fence = fence + 1, lease_until = statement_timestamp() + %(lease)s
FROM due WHERE mail.id = due.id
RETURNING mail.id, mail.fence, mail.due_at, kind, message_id, to_address, subject, text, html, headers, attachments,
    created_at, not_after, attempts
"""

_BEGUN = """
UPDATE reminders_outboxmail SET state = 'sending', lease_until = statement_timestamp() + %(lease)s
WHERE id = %(next)s AND fence = %(next_fence)s AND state = 'claimed' AND lease_until > statement_timestamp()
RETURNING id, fence
"""

_BEGIN = f"""
WITH begun AS ({_BEGUN})
INSERT INTO reminders_deliveryevent (mail_id, fence, step, at, answer)
SELECT id, fence, 'handed_over', %(now)s, '' FROM begun RETURNING id
"""  # noqa: S608

# The answer is kept whoever holds the mail by now. It settles the row unless that has been claimed again: also when the
# lease ran out while the server was thinking. Who reads mails of accounts could sign in with their links.
_ACCEPT = f"""
WITH done AS (
    UPDATE reminders_outboxmail SET
        state = CASE WHEN uncertain_at IS NULL OR state <> 'sending' THEN 'sent' ELSE 'resent' END,
        sent_at = %(now)s, lease_until = NULL, attempts = attempts + 1, last_answer = '',
        text = CASE kind WHEN 'account' THEN '' ELSE text END,
        html = CASE kind WHEN 'account' THEN '' ELSE html END,
        attachments = CASE kind WHEN 'account' THEN '[]'::jsonb ELSE attachments END
    WHERE id = %(id)s AND fence = %(fence)s AND state IN ('sending', 'uncertain', 'pending', 'held')
    RETURNING id
), begun AS ({_BEGUN}), noted AS (
    INSERT INTO reminders_deliveryevent (mail_id, fence, step, at, code, answer)
    SELECT %(id)s, %(fence)s, 'accepted', %(now)s, %(code)s, %(answer)s
    UNION ALL SELECT id, fence, 'handed_over', %(now)s, NULL, '' FROM begun
)
SELECT EXISTS (SELECT FROM done), EXISTS (SELECT FROM begun)
"""  # noqa: S608

# Planning it takes the database longer than doing it, so each connection plans it once.
_ACCEPT_VALUES = {
    "id": "bigint",
    "fence": "bigint",
    "code": "integer",
    "answer": "text",
    "now": "timestamptz",
    "lease": "interval",
    "next": "bigint",
    "next_fence": "bigint",
}
_EXECUTE_ACCEPT = f"EXECUTE reminders_accept ({', '.join(f'%({name})s' for name in _ACCEPT_VALUES)})"
_prepared: weakref.WeakSet = weakref.WeakSet()

_CONCLUDE = """
WITH done AS (
    UPDATE reminders_outboxmail SET
        state = %(state)s, lease_until = NULL, attempts = attempts + %(counts)s, due_at = COALESCE(%(due_at)s, due_at),
        uncertain_at = COALESCE(%(uncertain_at)s, uncertain_at), last_answer = %(answer)s
    WHERE id = %(id)s AND fence = %(fence)s AND state IN ('claimed', 'sending', 'uncertain')
    RETURNING id
), noted AS (
    INSERT INTO reminders_deliveryevent (mail_id, fence, step, at, code, answer)
    SELECT %(id)s, %(fence)s, step, %(now)s, %(code)s, %(answer)s FROM unnest(%(steps)s) AS step
)
SELECT EXISTS (SELECT FROM done)
"""

_GIVE_BACK = """
UPDATE reminders_outboxmail AS mail SET state = 'pending', lease_until = NULL
FROM unnest(%(ids)s, %(fences)s) AS mine (id, fence)
WHERE mail.id = mine.id AND mail.fence = mine.fence AND mail.state IN ('claimed', 'sending')
"""

_REAP_CLAIMED = """
WITH late AS MATERIALIZED (
    SELECT id FROM reminders_outboxmail WHERE state = 'claimed' AND lease_until < statement_timestamp()
    ORDER BY id LIMIT %(limit)s FOR UPDATE SKIP LOCKED
)
UPDATE reminders_outboxmail AS mail SET state = 'pending', lease_until = NULL FROM late WHERE mail.id = late.id
"""

_REAP_SENDING = """
WITH late AS MATERIALIZED (
    SELECT id FROM reminders_outboxmail WHERE state = 'sending' AND lease_until < statement_timestamp()
    ORDER BY id LIMIT %(limit)s FOR UPDATE SKIP LOCKED
), lost AS (
    UPDATE reminders_outboxmail AS mail SET
        state = CASE kind WHEN 'summons' THEN 'held' ELSE 'uncertain' END,
        uncertain_at = %(now)s, lease_until = NULL, attempts = attempts + 1
    FROM late WHERE mail.id = late.id RETURNING mail.id, fence, mail.state
), noted AS (
    INSERT INTO reminders_deliveryevent (mail_id, fence, step, at, answer)
    SELECT id, fence, 'uncertain', %(now)s, '' FROM lost
    UNION ALL SELECT id, fence, 'held', %(now)s, '' FROM lost WHERE state = 'held'
)
SELECT count(*) FROM lost
"""

_RESEND_UNCERTAIN = """
WITH rested AS MATERIALIZED (
    SELECT id FROM reminders_outboxmail WHERE state = 'uncertain' AND uncertain_at <= %(before)s
    ORDER BY id LIMIT %(limit)s FOR UPDATE SKIP LOCKED
), settled AS (
    UPDATE reminders_outboxmail AS mail SET state = CASE WHEN kind <> 'summons' AND (
        SELECT count(*) FROM reminders_deliveryevent AS event WHERE event.mail_id = mail.id AND step = 'uncertain'
    ) <= %(resends)s THEN 'pending' ELSE 'held' END
    FROM rested WHERE mail.id = rested.id RETURNING mail.id, fence, mail.state
)
INSERT INTO reminders_deliveryevent (mail_id, fence, step, at, answer)
SELECT id, fence, 'held', %(now)s, '' FROM settled WHERE state = 'held'
"""


@dataclass(frozen=True, slots=True)
class Mail:
    """A claimed mail, with all that is needed to send it."""

    id: int
    fence: int
    due_at: datetime
    kind: str
    message_id: str
    to_address: str
    subject: str
    text: str
    html: str
    headers: dict
    attachments: list
    created_at: datetime
    not_after: datetime | None
    attempts: int


class Lease:
    """How long this process may hand over the mail it has begun, by a clock that nobody sets."""

    def __init__(self) -> None:
        # Before the statement that takes the lease: the database may only be later.
        self._ends = time.monotonic() + settings.MAIL_LEASE_SECONDS * 2 / 3

    @property
    def is_over(self) -> bool:
        return time.monotonic() > self._ends


def claim(limit: int, *, now: datetime, closed: Sequence[int] = ()) -> list[Mail]:
    """Take up to `limit` mails that are due and that nobody else is taking, oldest first.

    Reminders of the `closed` organisations wait for their hours, however late the mail server made them.
    """
    values = {"now": now, "limit": limit, "lease": _lease(), "closed": list(closed), "reminding": list(REMINDING_KINDS)}
    with connection.cursor() as cursor:
        cursor.execute(_CLAIM, values)
        rows = [(*row[:9], json.loads(row[9]), json.loads(row[10]), *row[11:]) for row in cursor.fetchall()]
    return sorted((Mail(*row) for row in rows), key=lambda mail: (mail.due_at, mail.id))


def begin(mail: Mail, *, now: datetime) -> bool:
    """Note that the mail is about to be handed over. False when it is no longer this claim's."""
    with connection.cursor() as cursor:
        cursor.execute(_BEGIN, {"now": now, "lease": _lease(), "next": mail.id, "next_fence": mail.fence})
        return cursor.rowcount == 1


def accept(
    mail: Mail, *, code: int | None, answer: str, now: datetime, following: Mail | None = None
) -> tuple[bool, bool]:
    """Note that the server took the mail, and begin the `following` one in the same commit.

    Gives whether the row could be settled, and whether the following mail is begun.
    """
    values = {"id": mail.id, "fence": mail.fence, "code": code, "answer": answer[:300], "now": now, "lease": _lease()}
    values |= {"next": following and following.id, "next_fence": following and following.fence}
    with connection.cursor() as cursor:
        if connection.connection not in _prepared:
            cursor.execute(_prepare_accept())
            _prepared.add(connection.connection)
        cursor.execute(_EXECUTE_ACCEPT, values)
        return cursor.fetchone()


def conclude(
    mail: Mail,
    state: MailState,
    *steps: DeliveryStep,
    now: datetime,
    code: int | None = None,
    answer: str = "",
    due_at: datetime | None = None,
    is_attempt: bool = True,
) -> bool:
    """Note every other end of an attempt. False when the mail is no longer this claim's; the answer is kept anyway.

    `due_at` is when to try again; `is_attempt` is False for what was no attempt.
    """
    is_uncertain = DeliveryStep.UNCERTAIN in steps
    values = {
        "id": mail.id,
        "fence": mail.fence,
        "state": state.value,
        "steps": [step.value for step in steps],
        "now": now,
        "code": code,
        "answer": answer[:300],
        "due_at": due_at,
        "counts": int(is_attempt),
        "uncertain_at": now if is_uncertain else None,
    }
    with connection.cursor() as cursor:
        cursor.execute(_CONCLUDE, values)
        return cursor.fetchone()[0]


def give_back(mails: Sequence[Mail]) -> None:
    """Let others send what this process has claimed and certainly not handed over."""
    with connection.cursor() as cursor:
        cursor.execute(_GIVE_BACK, {"ids": [mail.id for mail in mails], "fences": [mail.fence for mail in mails]})


def is_noted(mail: Mail, step: DeliveryStep) -> bool:
    """Whether this claim's end is in the book already: asked when a connection broke during a commit."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT FROM reminders_deliveryevent WHERE mail_id = %s AND fence = %s AND step = %s)",
            [mail.id, mail.fence, step.value],
        )
        return cursor.fetchone()[0]


def reap(*, now: datetime) -> int:
    """Take back what stopped workers hold, and settle what is uncertain. Gives how many mails became uncertain.

    What was only claimed is free again. What was being handed over is uncertain: it is sent again with the same
    Message-ID after a while, at most three times; a summons has legal effect, so somebody decides.
    """
    before = now - timedelta(seconds=settings.MAIL_RESEND_SECONDS)
    values = {"now": now, "limit": ROWS_REAPED, "before": before, "resends": RESENDS}
    with connection.cursor() as cursor:
        cursor.execute(_REAP_CLAIMED, values)
        cursor.execute(_REAP_SENDING, values)
        (lost,) = cursor.fetchone()
        cursor.execute(_RESEND_UNCERTAIN, values)
    return lost


def _prepare_accept() -> str:
    places = {name: f"${number}" for number, name in enumerate(_ACCEPT_VALUES, 1)}
    return f"PREPARE reminders_accept ({', '.join(_ACCEPT_VALUES.values())}) AS {_ACCEPT % places}"


def _lease() -> timedelta:
    return timedelta(seconds=settings.MAIL_LEASE_SECONDS)
