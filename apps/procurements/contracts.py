"""Writes of contracts with their suppliers. All raise ValidationError with Swedish sentences."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.module_loading import import_string

from apps.core.actions import action, change, make_once, refuse_stale
from apps.core.formats import iso_date
from apps.procurements import contract_rules as rules
from apps.procurements import queries, signing
from apps.procurements.choices import ContractKind
from apps.procurements.models import Contract, ContractSupplier, Procurement
from apps.suppliers.models import Supplier

NO_SUPPLIER = "Ange minst en leverantör. Sök på namn eller organisationsnummer."
Ranks = Mapping[int, int | None]


@action
def create_contract(
    *,
    by,
    procurement: Procurement,
    suppliers: Iterable[Supplier],
    ranks: Ranks | None = None,
    today: date | None = None,
    token: UUID | None = None,
    **values: Any,
) -> Contract:
    """Add a contract with its suppliers (at least one) under a procurement.

    `ranks` are places by the suppliers' keys. A signed one is refused inside the standstill, and gets the
    requirements of the procurement's documents. Without `today` no day is refused for lying ahead.
    """

    def make():
        contract = Contract(organisation_id=procurement.organisation_id, procurement=procurement, token=token)
        _set(contract, values, today)
        _set_suppliers(contract, suppliers, ranks)
        _refuse_gated(contract, today)
        _refuse_call_off(contract, today)
        signing.after_saving(by=by, contract=contract, was_signed_on=None, today=today, is_new=True)
        return contract

    return make_once(Contract, token, make)


@action
def update_contract(
    *,
    by,
    contract: Contract,
    suppliers: Iterable[Supplier] | None = None,
    ranks: Ranks | None = None,
    today: date | None = None,
    seen: str | None = None,
    **values: Any,
) -> Contract:
    """Change fields of a contract, and its suppliers and their ranks unless None.

    Raises core.actions.Conflict when it is not what was `seen`.
    """
    contract = Contract.objects.select_for_update(of=["self"]).select_related("procurement").get(pk=contract.pk)
    refuse_stale(contract, seen, queries.ranking(contract))
    was_signed_on, was_called = contract.signed_on, _called_off(contract)
    _set(contract, values, today)
    if suppliers is not None:
        _set_suppliers(contract, suppliers, ranks)
    if suppliers is not None or contract.signed_on != was_signed_on:
        _refuse_gated(contract, today)
    _refuse_call_off(contract, today, known=was_called)
    signing.after_saving(by=by, contract=contract, was_signed_on=was_signed_on, today=today)
    return contract


def _set(contract: Contract, values: dict[str, Any], today: date | None) -> None:
    for name, value in values.items():
        setattr(contract, name, value)
    facts = {name: getattr(contract, name) for name in rules.FACTS}
    sentences = rules.refused_facts(facts, contract.signed_on, today)
    if sentence := _refused_framework(contract, today):
        sentences["framework"] = sentence
    if contract.pk and contract.kind != ContractKind.FRAMEWORK and contract.call_offs.exists():
        sentences["kind"] = rules.HAS_CALL_OFFS
    if sentences:
        raise ValidationError(sentences)
    change(contract, {})


def _refused_framework(contract: Contract, today: date | None) -> str:
    """Why the contract cannot be called off from the framework it names; empty when it can."""
    framework = contract.framework
    if framework is None or contract.kind != ContractKind.CALL_OFF:
        return ""
    if framework.pk == contract.pk:
        return rules.ITSELF
    if framework.organisation_id != contract.organisation_id:
        names = {"framework": framework.name, "theirs": framework.organisation, "ours": contract.organisation}
        return rules.FOREIGN_FRAMEWORK.format(**names)
    if framework.kind != ContractKind.FRAMEWORK:
        return rules.NOT_A_FRAMEWORK.format(framework=framework.name)
    days = {name: getattr(framework, name) for name in ("starts_on", "ends_on", "is_until_further_notice")}
    day = contract.signed_on or contract.starts_on or today
    if day is None or rules.is_running(day, **days):
        return ""
    period = f"{iso_date(framework.starts_on)} till {iso_date(framework.ends_on)}"
    return rules.NOT_RUNNING.format(framework=framework.name, period=period, day=iso_date(day))


def _set_suppliers(contract: Contract, suppliers: Iterable[Supplier], ranks: Ranks | None) -> None:
    """Make these the contract's suppliers; without `ranks` those that stay keep theirs."""
    wanted = {supplier.pk: supplier for supplier in suppliers}
    if not wanted:
        raise ValidationError({"suppliers": NO_SUPPLIER})
    contract.parties.exclude(supplier__in=wanted).delete()
    present = {party.supplier_id: party for party in contract.parties.all()}
    for pk, supplier in wanted.items():
        party = present.get(pk) or ContractSupplier(contract=contract, supplier=supplier)
        rank = party.rank if ranks is None else ranks.get(pk)
        if party.pk is None or party.rank != rank:
            change(party, {"rank": rank})
    if sentence := rules.refused_ranks(contract.parties.values_list("rank", flat=True)):
        raise ValidationError({"suppliers": sentence})


def _refuse_gated(contract: Contract, today: date | None) -> None:
    """Ask the gates of `settings.SUPPLIER_GATES`: `gate(procurement, suppliers, today) -> list[str]` of sentences."""
    suppliers = [party.supplier for party in contract.parties.select_related("supplier")]
    gates = [import_string(path) for path in settings.SUPPLIER_GATES]
    sentences = [sentence for gate in gates for sentence in gate(contract.procurement, suppliers, today)]
    if sentences:
        raise ValidationError({"suppliers": sentences})


def _called_off(contract: Contract) -> set[tuple]:
    """From which framework, when signed and of whom something is called off; nothing for other contracts."""
    if contract.kind != ContractKind.CALL_OFF:
        return set()
    suppliers = contract.parties.values_list("supplier", flat=True)
    return {(contract.framework_id, contract.signed_on, supplier) for supplier in suppliers}


def _refuse_call_off(contract: Contract, today: date | None, known: Collection[tuple] = ()) -> None:
    """Ask the gates of `settings.CALL_OFF_GATES` about what is not `known`: `gate(framework, suppliers, day)`."""
    new = {supplier for *_, supplier in _called_off(contract) - set(known)}
    if not new:
        return
    on, suppliers = contract.signed_on or today, Supplier.objects.filter(pk__in=new)
    gates = [import_string(path) for path in settings.CALL_OFF_GATES]
    if sentences := [sentence for gate in gates for sentence in gate(contract.framework, suppliers, on)]:
        raise ValidationError({"suppliers": sentences})
