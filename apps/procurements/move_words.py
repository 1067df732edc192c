"""What a move leads to, in sentences a person reads before pressing the button."""

from collections.abc import Callable, Iterator

from apps.procurements import periods, signing
from apps.procurements.choices import Phase, Procedure
from apps.procurements.move_rules import Attempt, tender_period


def consequences(attempt: Attempt) -> list[str]:
    """What follows from the move with what has been written so far. Too little, or nonsense, says less."""
    tell = _OF_MOVE.get(attempt.transition.key)
    if tell is None:
        return []
    try:
        return list(tell(attempt))
    except (ValueError, OverflowError):
        return []


def _preparing(attempt: Attempt) -> Iterator[str]:
    yield attempt.facts.regime.explanation


def _publishing(attempt: Attempt) -> Iterator[str]:
    row = attempt.row
    yield attempt.facts.regime.explanation
    period = tender_period(row)
    yield period.explanation
    if row.sent_for_publication_on and period.days is not None:
        earliest = periods.earliest_tender_deadline(row.sent_for_publication_on, period)
        yield f"Skickad {row.sent_for_publication_on}: sista anbudsdag är tidigast {earliest}."
    if deadline := attempt.day("tender_deadline_at"):
        latest = periods.latest_answers_on(deadline, row.is_accelerated)
        yield f"Frågor ska vara besvarade senast {latest} (12 kap. 11 § och 19 kap. 13 § LOU)."


def _signing(attempt: Attempt) -> Iterator[str]:
    rule = signing.rule_of(attempt.row)
    if rule is not None and (attempt.row.award_notice_sent_on or attempt.transition.key != "notify"):
        yield signing.in_words(rule)


def _signed(attempt: Attempt) -> Iterator[str]:
    row = attempt.row
    yield from _signing(attempt)
    if attempt.signed_on:
        known = {"procedure": row.procedure or Procedure.OPEN, "value": row.contracted_value or row.estimated_value}
        yield periods.result_notice_due(attempt.signed_on, **known).explanation
        yield periods.documentation_due(attempt.signed_on, **known).explanation
    yield "Avtal utan datum får den dagen, och kraven i dokumenten läggs på varje avtal."


def _reviewed(attempt: Attempt) -> Iterator[str]:
    if attempt.row.review_applied_on:
        yield from _signing(attempt)


def _cancelled(attempt: Attempt) -> Iterator[str]:
    row = attempt.row
    if row.cancelled_on:
        known = {"procedure": row.procedure or Procedure.OPEN, "value": row.estimated_value}
        yield periods.documentation_due(row.cancelled_on, **known).explanation
    if row.phase in (Phase.PUBLISHED, Phase.TENDERING, Phase.EVALUATION, Phase.AWARDED, Phase.STANDSTILL):
        yield "Anbudsgivarna ska få veta beslutet och skälen. Beslutet kan överprövas (20 kap. 12 § LOU)."


_OF_MOVE: dict[str, Callable[[Attempt], Iterator[str]]] = {
    "prepare": _preparing,
    "publish": _publishing,
    "invite": _publishing,
    "notify": _signing,
    "sign": _signed,
    "sign_directly": _signed,
    "review": _reviewed,
    "end_review": _reviewed,
    "cancel": _cancelled,
}
# Moves whose form is worth looking at before it is sent.
TOLD = tuple(_OF_MOVE)
