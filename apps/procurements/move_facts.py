"""What counts when a procurement moves, beside its own fields: read once for the rules."""

from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.utils.module_loading import import_string

from apps.procurements.choices import OptionOutcome, Phase
from apps.procurements.models import Contract, ExtensionOption, PriorityAnswers, Procurement
from apps.procurements.move_rules import Facts
from apps.procurements.phases import Transition
from apps.procurements.thresholds import regime_of


def facts_of(procurement: Procurement, today: date) -> Facts:
    """The facts of a procurement. The regime is that of the day it is decided to publish (5:3), else today's."""
    contracts = list(Contract.objects.filter(procurement=procurement).prefetch_related("parties").order_by("pk"))
    options = ExtensionOption.objects.filter(contract__procurement=procurement, outcome=OptionOutcome.CALLED)
    answers = PriorityAnswers.objects.filter(procurement=procurement).first()
    signed = [contract for contract in contracts if contract.signed_on]
    return Facts(
        regime=regime_of(procurement, procurement.decision_to_publish_on or today),
        has_decision=procurement.requirement_decisions.exists(),
        contracts=_names(contracts),
        without_supplier=_names(contract for contract in contracts if not contract.parties.all()),
        signed=_names(signed),
        latest_signed_on=max((contract.signed_on for contract in signed), default=None),
        has_called_option=options.exists(),
        framework_months=answers.months if answers else None,
        must_name_supplier=_must_name_supplier(procurement, contracts),
    )


def _must_name_supplier(procurement: Procurement, contracts: list[Contract]) -> bool:
    """Whether the award must say to whom: no contract does, and one of `settings.AWARD_QUESTIONS` asks."""
    is_before_award = procurement.phase in (Phase.PREPARATION, Phase.EVALUATION)
    if not is_before_award or any(contract.parties.all() for contract in contracts):
        return False
    return any(import_string(path)(procurement) for path in settings.AWARD_QUESTIONS)


def gate_refusals(procurement: Procurement, transition: Transition, to: str, today: date) -> list[str]:
    """What upper floors say against a move: the gates of `settings.TRANSITION_GATES`, by the phase they guard.

    A gate is `gate(procurement, today) -> list[str]` of Swedish sentences; the row has the move's new values, unsaved.
    """
    paths = settings.TRANSITION_GATES.get(str(transition.gate or to), ())
    return [sentence for path in paths for sentence in import_string(path)(procurement, today)]


def _names(contracts: Iterable[Contract]) -> tuple[str, ...]:
    return tuple(contract.name for contract in contracts)
