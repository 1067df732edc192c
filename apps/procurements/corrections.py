"""Correcting days that the moves of a procurement have given: the rules of the moves hold for them too."""

from datetime import date

from django.core.exceptions import ValidationError

from apps.procurements import move_rules, signing
from apps.procurements.models import Procurement
from apps.procurements.move_facts import facts_of
from apps.procurements.move_rules import Attempt, Facts
from apps.procurements.phases import Transition
from apps.procurements.thresholds import regime_of

# The days of a case beside its planning, in the order of the process.
GIVEN = (
    "necessity_assessed_on",
    "decision_to_publish_on",
    "sent_for_publication_on",
    "published_on",
    "questions_close_on",
    "tender_deadline_at",
    "opened_on",
    "award_decided_on",
    "award_notice_sent_on",
    "review_applied_on",
    "court_decided_on",
    "cancelled_on",
    "closed_on",
)
_OF_TENDER_TIME = {"sent_for_publication_on", "tender_deadline_at"}
_OF_STANDSTILL = {"award_decided_on", "award_notice_sent_on", "review_applied_on", "court_decided_on"}


def refuse_wrong_days(procurement: Procurement, changed: set[str], today: date) -> None:
    """Raise ValidationError by field when a changed day breaks a rule of the moves.

    The row has its new values, unsaved. A day lies not ahead, the days stand in order, the time for tenders is long
    enough, and no contract that is signed comes to stand inside the standstill.
    """
    days = tuple(name for name in (*GIVEN, "need_registered_on") if name in changed)
    if not days:
        return
    phase = procurement.phase
    correction = Transition((phase,), phase, "correct", "", "", asks=days)
    attempt = Attempt(correction, procurement, _facts(procurement, today), today)
    problems = [(each.field, each.text) for each in move_rules.problems(attempt)]
    if not problems and _OF_TENDER_TIME & changed and (problem := move_rules.tender_deadline_problem(attempt)):
        problems.append(("tender_deadline_at" if "tender_deadline_at" in changed else days[0], problem.text))
    if not problems and _OF_STANDSTILL & changed:
        problems += _inside_the_standstill(procurement, next(name for name in days if name in _OF_STANDSTILL))
    if problems:
        raise ValidationError({field: [text for name, text in problems if name == field] for field, _ in problems})


def _facts(procurement: Procurement, today: date) -> Facts:
    """One that is being added has nothing hanging on it yet."""
    is_new = procurement._state.adding
    return Facts(regime=regime_of(procurement, today)) if is_new else facts_of(procurement, today)


def _inside_the_standstill(procurement: Procurement, field: str) -> list[tuple[str, str]]:
    found = []
    for contract in procurement.contracts.filter(signed_on__isnull=False).order_by("pk"):
        try:
            signing.refuse_early(procurement, contract.signed_on)
        except ValidationError as error:
            found.append((field, " ".join(error.messages)))
    return found
