"""A resident from long ago, and what an authority has decided about such records."""

from datetime import date, datetime

from django.db import connection
from django.utils import timezone

from apps.placements.models import Participant, Placement, RetentionRule
from procurement_csr.people import make_participant, make_placement

CODE, REFERENCE = "K7M-4Q2", "AMF 2031/77"
CLASSES = ("case_reference", "participant_code", "consent", "disclosure")
LONG_AGO = date(2020, 3, 2)


def noon(day: date) -> datetime:
    """Twelve o'clock on a day, here."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=timezone.get_default_timezone())


def decide(organisation, record_class, *, trigger="last_placement_end", months=24, action="purge") -> RetentionRule:
    """Write down the authority's decision about a class of records."""
    decision = {"decided_by_body": "Arbetsmarknadsnämnden", "decided_on": date(2019, 1, 1), "reference": "AMN 7"}
    rule = {"trigger": trigger, "months": months, "action": action}
    return RetentionRule.objects.create(organisation=organisation, record_class=record_class, **rule, **decision)


def make_old_participant(organisation, code=CODE, reference=REFERENCE) -> Participant:
    """A participant from January 2020."""
    made = make_participant(organisation, code)
    Participant.objects.filter(pk=made.pk).update(case_reference=reference, created_at=noon(date(2020, 1, 7)))
    made.refresh_from_db()
    return made


def make_old_placement(contract, participant, **fields) -> Placement:
    """A placement that ended in August 2020."""
    ended = {"ended_on": date(2020, 8, 31), "end_reason": "completed"}
    return make_placement(contract, participant, **{"number": 12, "started_on": LONG_AGO, **ended, **fields})


def whole_database() -> str:
    """Every row of every table as text, the history with it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
        texts = []
        for (table,) in cursor.fetchall():
            cursor.execute(f'SELECT t::text FROM "{table}" t')
            texts += [text for (text,) in cursor.fetchall()]
    return "\n".join(texts)
