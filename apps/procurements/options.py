"""Writes of the options to extend a contract: calling one moves its end, and taking it back moves the end again."""

from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from apps.core.actions import action, change, make_once, refuse_stale
from apps.procurements import option_rules as rules
from apps.procurements.choices import OptionOutcome
from apps.procurements.models import Contract, ContractEvent, ExtensionOption

CALLED_STANDS = "Förlängningen är utnyttjad. Ångra beslutet innan månaderna eller sista dagen ändras."
CALLED_STAYS = "Förlängningen är utnyttjad och kan inte tas bort. Ångra beslutet först."
LATER_CALLED = "En senare förlängning är utnyttjad. Ångra den först."
END_IS_MOVED = "Avtalets slut har ändrats sedan dess. Ändra slutdatumet på avtalet i stället."


@action
def create_option(
    *, by, contract: Contract, today: date | None = None, token: UUID | None = None, **values: Any
) -> ExtensionOption:
    """Add an option: months, last_call_on and, when it is decided already, outcome and decided_on."""

    def make():
        locked = Contract.objects.select_for_update().get(pk=contract.pk)
        option = ExtensionOption(contract=locked, token=token)
        _set(by, option, values, OptionOutcome.OPEN, today)
        return option

    return make_once(ExtensionOption, token, make)


@action
def update_option(
    *, by, option: ExtensionOption, today: date | None = None, seen: str | None = None, **values: Any
) -> ExtensionOption:
    """Change or decide an option. Raises core.actions.Conflict when it is not what was `seen`."""
    contract = Contract.objects.select_for_update().get(pk=option.contract_id)
    option = ExtensionOption.objects.select_for_update().get(pk=option.pk)
    refuse_stale(option, seen)
    option.contract = contract
    kept = (option.months, option.last_call_on)
    was = option.outcome
    stays_called = was == values.get("outcome", was) == OptionOutcome.CALLED
    if stays_called and (values.get("months", kept[0]), values.get("last_call_on", kept[1])) != kept:
        raise ValidationError(CALLED_STANDS)
    _set(by, option, values, was, today)
    return option


@action
def reopen_option(*, by, option: ExtensionOption) -> ExtensionOption:
    """Take a decision back: the option is open again, and a called one gives the contract its earlier end."""
    contract = Contract.objects.select_for_update().get(pk=option.contract_id)
    option = ExtensionOption.objects.select_for_update().get(pk=option.pk)
    option.contract = contract
    if option.outcome != OptionOutcome.OPEN:
        _set(by, option, {"outcome": OptionOutcome.OPEN, "decided_on": None}, option.outcome, None)
    return option


@action
def delete_option(*, by, option: ExtensionOption) -> None:
    """Take away an option that is not called."""
    option = ExtensionOption.objects.select_for_update().get(pk=option.pk)
    if option.outcome == OptionOutcome.CALLED:
        raise ValidationError(CALLED_STAYS)
    option.delete()


def _set(by, option: ExtensionOption, values: dict[str, Any], was: str, today: date | None) -> None:
    contract = option.contract
    months_before = option.months
    for name, value in values.items():
        setattr(option, name, value)
    checked = {name: getattr(option, name) for name in ("outcome", "last_call_on", "decided_on")}
    if sentences := rules.refused_option(**checked, latest_end_on=contract.latest_end_on, today=today):
        raise ValidationError(sentences)
    if option.outcome != was:
        option.decided_by = by if option.outcome != OptionOutcome.OPEN else None
    change(option, {})
    if was == OptionOutcome.CALLED and option.outcome != OptionOutcome.CALLED:
        _move_back(option, months_before)
    elif was != OptionOutcome.CALLED and option.outcome == OptionOutcome.CALLED:
        _move_on(option)


def _move_on(option: ExtensionOption) -> None:
    contract = option.contract
    days = {name: getattr(contract, name) for name in ("ends_on", "latest_end_on", "is_until_further_notice")}
    if sentences := rules.refused_call(months=option.months, **days):
        raise ValidationError(sentences)
    change(contract, {"ends_on": rules.end_after(contract.ends_on, option.months)})


def _move_back(option: ExtensionOption, months: int) -> None:
    contract = option.contract
    others = contract.options.filter(outcome=OptionOutcome.CALLED).exclude(pk=option.pk)
    if others.filter(last_call_on__gt=option.last_call_on).exists():
        raise ValidationError(LATER_CALLED)
    if contract.ends_on is None:
        raise ValidationError(END_IS_MOVED)
    had = ContractEvent.objects.filter(pgh_obj_id=contract.pk, ends_on__isnull=False).order_by("-pgh_id")
    earlier = rules.end_before(contract.ends_on, months, had.values_list("ends_on", flat=True))
    if contract.starts_on and earlier < contract.starts_on:
        raise ValidationError(END_IS_MOVED)
    change(contract, {"ends_on": earlier})
