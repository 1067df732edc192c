"""Signing: the one place that says when a contract may be signed, and what comes with it when it is.

No contract is signed inside the standstill or while a court's review stops it (20 kap. LOU). A signed contract carries
the procurement's requirements, or its decision to have none.
"""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from apps.core.actions import action, change
from apps.core.calendar import roll_forward
from apps.procurements import standstill
from apps.procurements.choices import NoticeMode, Phase, Procedure, Recommendation
from apps.procurements.models import Contract, Procurement, Requirement
from apps.procurements.phases import SIGNED_PHASES
from apps.procurements.standstill import SigningRule

CANCELLED = "Upphandlingen är avbruten, så inget avtal kan tecknas i den (12 kap. 12 § och 19 kap. 21 § LOU)."
BEFORE_AWARD = "Avtalet kan inte vara tecknat {signed} före tilldelningsbeslutet {award} (12 kap. 12 § LOU)."
TOO_EARLY = "Avtalet får tecknas tidigast {day}, inte {signed}. {reason}"
BLOCKED = "Avtalet får inte tecknas {signed}. {reason}"
TO_BE_REDONE = "Upphandlingen ska göras om enligt domstolen, så inget avtal kan tecknas än (20 kap. 6 § LOU)."
IN_FUTURE = "Dagen {signed} har inte varit än. Ange när avtalet tecknades, senast i dag {today}."
# What a requirement of the documents does not share with its copy on a contract.
_OWN = {"id", "contract", "source", "created_by", "created_at", "updated_at", "token"}


def rule_of(procurement: Any) -> SigningRule | None:
    """What the law says of signing in a procurement, or a row that tells the same; None when too little is known.

    Too little is known of one that came into the register already signed, or without a procedure, when no award notice
    is on record. One that only lacks its procedure counts as having a standstill. Raises ValueError as `standstill`.
    """
    sent_on, is_signed = procurement.award_notice_sent_on, procurement.phase in SIGNED_PHASES
    if sent_on is None and (is_signed or not procurement.procedure):
        return None
    return standstill.signing_allowed_from(
        procedure=procurement.procedure or Procedure.OPEN,
        sent_on=sent_on,
        mode=procurement.notice_mode or NoticeMode.OTHER,
        stated_days=procurement.standstill_days_stated,
        review_applied_on=procurement.review_applied_on,
        court_decided_on=procurement.court_decided_on,
        is_lifted=procurement.is_standstill_lifted,
    )


def in_words(rule: SigningRule) -> str:
    """The reason, with the first day and the first working day that a contract may be signed."""
    if rule.is_blocked or rule.allowed_from is None:
        return rule.reason
    first_working_day = roll_forward(rule.allowed_from)
    days = f"Avtal får tecknas tidigast {rule.allowed_from}, första arbetsdag {first_working_day}."
    return f"{rule.reason} {days}"


def refuse_early(procurement: Procurement, signed_on: date, today: date | None = None) -> None:
    """Raise ValidationError on `signed_on` when a contract of the procurement may not have been signed that day.

    Without `today` no day is refused for lying ahead.
    """
    sentence = _refusal(procurement, signed_on, today)
    if sentence:
        raise ValidationError({"signed_on": sentence})


@action
def copy_requirements(*, by, contract: Contract) -> list[Requirement]:
    """Give a signed contract the requirements of the documents, or the decision to have none. Twice changes nothing.

    What stands on the contract already is kept: a requirement of the same kind and model, and a decision of its own
    to have none. Returns the copies made.
    """
    originals = list(Requirement.objects.filter(procurement=contract.procurement_id, contract=None))
    if contract.no_requirement_on:
        return []
    standing = set(contract.requirements.values_list("kind", "model"))
    made = []
    for original in originals:
        if (original.kind, original.model) not in standing:
            made.append(_copy(by, original, contract))
    if not originals and not standing:
        _decline(contract)
    return made


def sign_all(*, by, procurement: Procurement, signed_on: date, today: date) -> None:
    """Sign every contract of the procurement that is not signed, and give them what the documents require."""
    for contract in procurement.contracts.select_for_update().order_by("pk"):
        refuse_early(procurement, contract.signed_on or signed_on, today)
        if contract.signed_on is None:
            change(contract, {"signed_on": signed_on})
        copy_requirements(by=by, contract=contract)


def after_saving(
    *, by, contract: Contract, was_signed_on: date | None, today: date | None, is_new: bool = False
) -> None:
    """What follows when a contract is saved: none is signed too early, and one just signed or added late gets copies.

    Called inside the action that saves. Only a day of signing that is new is judged, and without `today` none for
    lying ahead.
    """
    procurement = Procurement.objects.get(pk=contract.procurement_id)
    if contract.signed_on and contract.signed_on != was_signed_on:
        refuse_early(procurement, contract.signed_on, today)
    is_just_signed = contract.signed_on is not None and was_signed_on is None
    if is_just_signed or (is_new and procurement.phase in SIGNED_PHASES):
        copy_requirements(by=by, contract=contract)


def _refusal(procurement: Procurement, signed_on: date, today: date | None) -> str:
    if today and signed_on > today:
        return IN_FUTURE.format(signed=signed_on, today=today)
    if refusal := {Phase.CANCELLED: CANCELLED, Phase.REDO_ORDERED: TO_BE_REDONE}.get(procurement.phase):
        return refusal
    if procurement.award_decided_on and signed_on < procurement.award_decided_on:
        return BEFORE_AWARD.format(signed=signed_on, award=procurement.award_decided_on)
    try:
        rule = rule_of(procurement)
    except ValueError as error:
        return str(error)
    if rule is None or rule.allows(signed_on):
        return ""
    sentence = BLOCKED if rule.is_blocked else TOO_EARLY
    return sentence.format(day=rule.allowed_from, signed=signed_on, reason=rule.reason)


def _copy(by, original: Requirement, contract: Contract) -> Requirement:
    names = [field.name for field in Requirement._meta.concrete_fields if field.name not in _OWN]
    copy = Requirement(contract=contract, source=original, created_by=by)
    change(copy, {name: getattr(original, name) for name in names})
    return copy


def _decline(contract: Contract) -> None:
    """The procurement's latest decision, when it was to have none."""
    decision = contract.procurement.requirement_decisions.select_related("decided_by").first()
    if decision is None or decision.decided != Recommendation.NONE:
        return
    reason = {"no_requirement_reason": decision.motive[:1000], "no_requirement_on": decision.decided_on}
    change(contract, reason | {"no_requirement_by": decision.decided_by})
