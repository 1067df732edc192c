"""What the page of a contract shows beside its requirements: facts, call-offs, options and what to look out for."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Sum

from apps.core.formats import iso_date, money
from apps.procurements import overview
from apps.procurements.choices import ContractKind, OptionOutcome
from apps.procurements.models import Contract, ContractSupplier, ExtensionOption
from apps.procurements.periods import framework_warning
from apps.procurements.thresholds import regime_of
from apps.procurements.wording import counted, kronor

OVER_CEILING = "Avropen är tillsammans {total}, mer än ramavtalets takvärde {ceiling}. Mer får inte avropas."
_TONES = {OptionOutcome.OPEN: "", OptionOutcome.CALLED: "good", OptionOutcome.DECLINED: "neutral"}


@dataclass(frozen=True)
class CallOffs:
    """The contracts called off from a framework, and how much of its ceiling they take."""

    contracts: list[Contract]
    total: Decimal
    ceiling: Decimal | None

    @property
    def is_over(self) -> bool:
        """Whether more is called off than the framework allows."""
        return self.ceiling is not None and self.total > self.ceiling

    @property
    def text(self) -> str:
        """ "1 200 000 kr av högst 4 000 000 kr"."""
        most = "inget takvärde angivet" if self.ceiling is None else f"av högst {kronor(self.ceiling)}"
        return f"{kronor(self.total)}{', ' if self.ceiling is None else ' '}{most}"


@dataclass(frozen=True)
class OptionRow:
    """An option to extend: what it gives, its last day, what was decided, and whether it may still be changed."""

    key: int
    name: str
    last_call: str
    outcome: str
    tone: str
    note: str
    is_decided: bool
    is_called: bool


def facts(contract: Contract) -> list[dict[str, Any]]:
    """Rows of the contract's summary list."""
    rows = [("Typ", contract.get_kind_display())]
    if contract.framework:
        rows.append(("Avropas från", contract.framework.name))
    if contract.lot:
        rows.append(("Anbudsområde", str(contract.lot)))
    rows += [
        ("Tecknat", iso_date(contract.signed_on)),
        ("Avtalstid", overview.period(contract)),
        ("Senaste slut", iso_date(contract.latest_end_on)),
        ("Avtalsvärde", money(contract.value)),
    ]
    if contract.ceiling_value is not None:
        rows.append(("Takvärde", money(contract.ceiling_value)))
    rows.append(("Klausul om dialog eller option", "ja" if contract.has_option_clause else "nej"))
    done = (("Efterannons skickad", contract.result_notice_sent_on), ("Dokumentation", contract.documentation_done_on))
    rows += [(key, iso_date(day)) for key, day in done if day or contract.signed_on]
    return [{"key": key, "value": value, "change_url": ""} for key, value in rows]


def suppliers(contract: Contract) -> list[ContractSupplier]:
    """The contract's suppliers in the order of their ranks, those without one last."""
    return list(contract.parties.select_related("supplier").order_by("rank", "supplier__name", "pk"))


def call_offs(contract: Contract) -> CallOffs | None:
    """What is called off from a framework; None for other contracts."""
    if contract.kind != ContractKind.FRAMEWORK:
        return None
    rows = contract.call_offs.all()
    total = rows.aggregate(total=Sum("value"))["total"] or Decimal(0)
    return CallOffs(list(rows.order_by("starts_on", "pk")), total, contract.ceiling_value)


def options(contract: Contract) -> list[OptionRow]:
    """The contract's options in the order they are called."""
    return [_option(option) for option in contract.options.select_related("decided_by")]


def warnings(contract: Contract) -> list[str]:
    """What the law or the contract itself says is out of bounds."""
    found = []
    latest = contract.latest_end_on or contract.ends_on
    if contract.kind == ContractKind.FRAMEWORK and contract.starts_on and latest:
        procurement = contract.procurement
        regime = regime_of(procurement, procurement.sent_for_publication_on or contract.starts_on)
        problem = framework_warning(
            contract.starts_on, latest, procurement.framework_reasons, regime=regime.regime, kind=procurement.kind
        )
        found += [problem.text] if problem else []
    framework = contract if contract.kind == ContractKind.FRAMEWORK else contract.framework
    taken = call_offs(framework) if framework else None
    if taken and taken.is_over:
        found.append(OVER_CEILING.format(total=kronor(taken.total), ceiling=kronor(taken.ceiling)))
    return found


def _option(option: ExtensionOption) -> OptionRow:
    outcome = option.get_outcome_display()
    if option.decided_on:
        by = f" av {option.decided_by}" if option.decided_by else ""
        outcome = f"{outcome}, beslutat {iso_date(option.decided_on)}{by}"
    return OptionRow(
        key=option.pk,
        name=f"Förlängning {counted(option.months, 'månad', 'månader')}",
        last_call=iso_date(option.last_call_on),
        outcome=outcome,
        tone=_TONES[option.outcome],
        note=option.note,
        is_decided=option.outcome != OptionOutcome.OPEN,
        is_called=option.outcome == OptionOutcome.CALLED,
    )
