"""Kinds of deadlines: what they are called, when one is reminded of them, and who may say that they are done.

A deadline's key begins with what it is; every beginning belongs to one kind here. `may_close` and `may_move` are for
what no row of the product tells: elsewhere the task is done where it is done, and its day follows from other days.
"""

from dataclasses import dataclass

from apps.reminders.planning import Rule


@dataclass(frozen=True)
class Kind:
    """`default` holds until the organisation decides another rule; `is_required` says nobody may switch it off."""

    name: str
    label: str
    prefixes: tuple[str, ...]
    default: Rule
    is_required: bool = False
    may_close: bool = False
    may_move: bool = False


USUAL = Rule(before=(14, 7, 1), after=(1, 7, 14), repeat_every=7, head_after=1, coordinator_after=7)
# DOMAIN 5.5: ten and three working days before, on the day, then every fifth; the head of department after ten.
CONSULTATION = Rule(before=(10, 3, 0), after=(5, 10), repeat_every=5, in_working_days=True, head_after=10)
TENDERING = Rule(before=(7, 1, 0), after=(1, 7), repeat_every=7, head_after=1, coordinator_after=7, at_once=True)
# The matcher's own days: no head of department has a part in them.
MATCHING = Rule(before=(7, 0), after=(3, 10), repeat_every=14, coordinator_after=10)
# The supplier is reminded of its report by mails of its own; the officer of what did not come, and of what waits.
REPORTS = Rule(before=(3,), after=(1, 7, 14), repeat_every=7, coordinator_after=7)
# Each reader is told; how it goes for all of them the keeper of the guideline sees on its page.
READING = Rule(before=(14, 3), after=(1, 7), repeat_every=14)

KINDS = (
    Kind("planning", "Före annonsering", ("decision", "publication"), USUAL),
    Kind("candidates", "Kandidater inför upphandling", ("candidates",), MATCHING, may_move=True),
    Kind("tendering", "Anbudstiden", ("questions", "answers", "tender"), TENDERING, is_required=True),
    Kind("signing", "Avtalsspärr och avtal", ("signing",), USUAL, is_required=True),
    Kind("after_signing", "Efterannons och dokumentation", ("result-notice", "documentation"), USUAL, is_required=True),
    Kind("consultation", "Samverkan enligt MBL", ("mbl", "mbl-change"), CONSULTATION, is_required=True),
    Kind("contract_decision", "Beslut om krav på avtal", ("contract-decision",), USUAL, may_move=True),
    Kind(
        "requirement",
        "Krav i avtal",
        ("requirement", "requirement-start", "requirement-report"),
        USUAL,
        may_close=True,
        may_move=True,
    ),
    Kind("option", "Förlängning av avtal", ("option-notice", "option-call"), USUAL, is_required=True),
    Kind("contract_end", "Avtal som går ut", ("contract-end",), USUAL, may_close=True),
    Kind("placement", "Placeringars start och slut", ("placement", "placement-start"), MATCHING),
    Kind("follow_up", "Uppföljning efter placering", ("follow-up",), MATCHING, may_move=True),
    Kind("offer", "Lediga platser", ("offer",), MATCHING),
    Kind("contract_follow_up", "Uppföljning av avtal", ("point",), USUAL),
    Kind("meeting", "Protokoll och åtgärder från möten", ("meeting", "meeting_task"), USUAL),
    Kind("supplier_report", "Leverantörernas rapporter", ("report",), REPORTS),
    Kind("deviation", "Avvikelser och sanktioner", ("deviation", "sanction"), USUAL),
    Kind("action_plan", "Mål i handlingsplanen", ("goal",), USUAL),
    Kind("seminar", "Seminarier", ("seminar", "seminar_outcome"), USUAL),
    Kind("onboarding", "Införande hos en ny myndighet", ("onboarding",), USUAL),
    Kind("guideline_reading", "Läsa riktlinjen", ("guideline-reading",), READING),
    Kind("purge", "Gallring", ("purge",), USUAL, is_required=True),
)
BY_NAME = {kind.name: kind for kind in KINDS}
_BY_PREFIX = {prefix: kind for kind in KINDS for prefix in kind.prefixes}
CHOICES = [(kind.name, kind.label) for kind in KINDS]


def kind_of(key: str) -> Kind:
    """The kind of the deadline with the key. Raises KeyError for a beginning that no kind names."""
    return _BY_PREFIX[key.partition(":")[0]]
