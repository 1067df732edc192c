"""Brings wanted rows into the register: the same code says what would happen and makes it happen.

Everything is planned on objects in memory; `save` writes the plan in bulk. So the preview cannot promise anything
but what the import does, and an import of 50,000 rows costs a few dozen statements.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils import timezone

from apps.accounts.models import Department, Organisation
from apps.core.formats import display
from apps.interchange.choices import RowStatus
from apps.interchange.known import Known
from apps.interchange.values import YesNo
from apps.interchange.wanted import Wanted, WantedContract, WantedSupplier
from apps.procurements.choices import Phase, RequirementModel
from apps.procurements.models import Contract, ContractSupplier, CpvCode, Procurement, Requirement
from apps.suppliers.models import Supplier, SupplierAlias

# Parents before children, so that a row's foreign keys exist when it is written.
MODELS = (Department, CpvCode, Supplier, SupplierAlias, Procurement, Contract, ContractSupplier, Requirement)
REPORT_EVERY = 250

# What a register with a contract moves on.
_BEFORE_CONTRACT = set(list(Phase)[: list(Phase).index(Phase.CONTRACTED)])


@dataclass
class RowResult:
    """What one row does. `changes` are (field, before, after) and `problems` (column, value, reason) as shown."""

    row: int
    sheet: str
    title: str
    is_new: bool = False
    changes: list[tuple[str, str, str]] = field(default_factory=list)
    problems: list[tuple[str, str, str]] = field(default_factory=list)
    warnings: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def status(self) -> RowStatus:
        if self.problems:
            return RowStatus.PROBLEM
        if self.is_new:
            return RowStatus.NEW
        return RowStatus.CHANGED if self.changes else RowStatus.UNCHANGED


class _Refused(Exception):
    """The row contradicts what stands in the register: column, value, reason."""


class Importer:
    """A plan for one organisation. `created` and `before` are what `save` writes and an undo needs."""

    def __init__(self, organisation: Organisation, wanted: list[Wanted], *, by=None) -> None:
        self.organisation, self.wanted, self.by = organisation, wanted, by
        self.known = Known(organisation, wanted)
        self.created: dict[type[Model], list[Model]] = {model: [] for model in MODELS}
        self.before: dict[Model, dict[str, Any]] = {}
        self._said: dict[tuple[int, str], int] = {}
        self._held: dict[tuple[int, str], int] = {}
        self._latest: dict[int, date] = {}
        self._made: set[int] = set()
        self._texts: dict[tuple[int, str], dict[str, str]] = {}
        self._overruled: dict[str, str] = {}
        self._result = RowResult(0, "", "")

    def plan(self, on_progress: Callable[[int], None] = lambda done: None) -> list[RowResult]:
        """What each wanted row would do, in order. Of rows that contradict each other the first one counts."""
        results = []
        for done, wanted in enumerate(self.wanted, start=1):
            self._result, self._overruled = RowResult(wanted.row, wanted.sheet, wanted.title), {}
            try:
                self._refuse(wanted)
                self._row(wanted)
            except _Refused as refused:
                self._result.problems.append(refused.args)
            results.append(self._result)
            if done % REPORT_EVERY == 0:
                on_progress(done)
        return results

    def save(self) -> None:
        """Write the plan. The caller holds the transaction and the organisation's lock.

        Raises ValidationError when somebody has just changed a row that the plan changes.
        """
        changed = {model: [obj for obj in self.before if isinstance(obj, model)] for model in MODELS}
        for model in MODELS:
            self._refuse_stale(model, changed[model])
        self.created[Supplier].sort(key=self.known.companies.order)
        for model in MODELS:
            model.objects.bulk_create(self.created[model], batch_size=1000)
        for model in MODELS:
            self._update(model, changed[model])

    def _refuse_stale(self, model: type[Model], changed: list[Any]) -> None:
        """The rows are locked and compared with what was planned on, so no edit is overwritten unseen."""
        if not changed:
            return
        now = model.objects.select_for_update(of=("self",)).in_bulk([obj.pk for obj in changed])
        for obj in changed:
            for name, value in self.before[obj].items():
                field = model._meta.get_field(name)
                if obj.pk not in now or field.value_from_object(now[obj.pk]) != getattr(value, "pk", value):
                    raise ValidationError(f"Någon ändrade {obj} medan importen gjordes. Försök igen.")

    def _update(self, model: type[Model], changed: list[Any]) -> None:
        """Only the changed fields of a row are written, together with the rows that change the same fields."""
        alike: dict[tuple[str, ...], list[Any]] = {}
        now = timezone.now()
        for obj in changed:
            names = set(self.before[obj])
            if hasattr(model, "updated_at"):
                obj.updated_at = now
                names.add("updated_at")
            alike.setdefault(tuple(sorted(names)), []).append(obj)
        for names, rows in alike.items():
            model.objects.bulk_update(rows, names, batch_size=500)

    def _refuse(self, wanted: Wanted) -> None:
        """Raise before anything is touched, so that a refused row leaves no trace."""
        self._refuse_plan(wanted)
        for want in wanted.contracts:
            contract = self.known.contract(self.known.procurement(wanted), want)
            if contract is None:
                continue
            if wanted.source_id != contract.procurement.source_id and wanted.source_id:
                reason = f"Avtal {want.number} hör till upphandlingen {contract.procurement} i Steget."
                raise _Refused("Anbudsområdes-ID", want.number, reason)
            self._refuse_case_number(wanted, want, contract.procurement)
            self._refuse_dates(wanted, want, contract)
            if want.value and contract.ceiling_value is not None and want.value > contract.ceiling_value:
                reason = f"Takvärdet är {_shown(contract.ceiling_value)} i Steget. Höj det eller rätta avtalsvärdet."
                raise _Refused("Avtalsvärde", _shown(want.value), reason)
            if want.requirements and contract.no_requirement_reason:
                reason = "Avtalet har beslutet inget krav. Ta bort beslutet på avtalets sida och importera igen."
                raise _Refused("Sociala krav", str(contract), reason)

    def _refuse_plan(self, wanted: Wanted) -> None:
        known = self.known.procurement(wanted)
        publication = wanted.planned_publication_on or (known and known.planned_publication_on)
        signing = wanted.planned_signing_on or (known and known.planned_signing_on)
        if publication and signing and signing < publication:
            reason = f"Planerat avtal {signing} ligger före planerad annonsering {publication}. Rätta något av dem."
            raise _Refused("Planerat avtal", _shown(wanted.planned_signing_on), reason)

    def _refuse_case_number(self, wanted: Wanted, want: WantedContract, procurement: Procurement) -> None:
        if not wanted.case_number or wanted.case_number == procurement.case_number:
            return
        if procurement.case_number:
            whose = f"upphandling {procurement.case_number}"
        elif self.known.procurement(wanted) is not procurement:
            whose = f"en annan upphandling, {procurement},"
        else:
            return
        reason = f"Avtal {want.number} hör till {whose} i Steget. Rätta diarienumret."
        raise _Refused("Diarienummer", wanted.case_number, reason)

    def _refuse_dates(self, wanted: Wanted, want: WantedContract, contract: Contract) -> None:
        """What the register says and the row was refused for, no later row may change: it would have let it in."""
        said = {"starts_on": want.starts_on, "ends_on": want.ends_on}
        stands = {name for name in said if not said[name] or self._is_settled(contract, name)}
        start, end = (getattr(contract, name) if name in stands else said[name] for name in said)
        if start and end and end < start:
            for name in stands:
                if not self._is_settled(contract, name):
                    self._held[id(contract), name] = wanted.row
            reason = f"Slutdatum {end} ligger före startdatum {start}. Rätta något av dem."
            raise _Refused("Slutdatum", str(end), reason)

    def _is_settled(self, obj: Model, name: str) -> bool:
        return (id(obj), name) in self._said or (id(obj), name) in self._held

    def _row(self, wanted: Wanted) -> None:
        procurement = self._procurement(wanted)
        for want in wanted.contracts:
            # Suppliers first: a contract without a number is known by its supplier.
            suppliers = [self._supplier(each) for each in want.suppliers]
            contract = self._contract(procurement, want)
            for supplier, wanted_supplier in zip(suppliers, want.suppliers, strict=True):
                self._party(contract, supplier, wanted_supplier.rank)
            for kind, count in want.requirements:
                self._requirement(contract, kind, count)
            self._source_values(contract, want)
            self._overruled = {}

    def _procurement(self, wanted: Wanted) -> Procurement:
        procurement = self.known.procurement(wanted)
        if procurement is None:
            procurement = Procurement(
                organisation=self.organisation,
                title=wanted.title,
                case_number=wanted.case_number,
                source_id=wanted.source_id,
                phase=wanted.phase,
                note=wanted.note,
                is_demo=self.organisation.is_demo,
            )
            self.known.remember_procurement(procurement)
            self._create(procurement)
        elif wanted.source_id:
            self._set(procurement, "title", wanted.title)
        if wanted.case_number and not procurement.case_number:
            self._set(procurement, "case_number", wanted.case_number)
            self.known.remember_procurement(procurement)
        if wanted.phase == Phase.CONTRACTED and procurement.phase in _BEFORE_CONTRACT:
            self._set(procurement, "phase", Phase.CONTRACTED)
        if wanted.social is not YesNo.UNKNOWN:
            self._set(procurement, "social_flag", wanted.social.value)
        self._set(procurement, "department", self._department(wanted.department))
        self._set(procurement, "cpv", self._cpv(wanted.cpv, wanted.cpv_label))
        self._set(procurement, "published_on", wanted.published_on)
        for name in ("contracted_value", "estimated_value", "planned_publication_on", "planned_signing_on"):
            self._set(procurement, name, getattr(wanted, name))
        return procurement

    def _contract(self, procurement: Procurement, want: WantedContract) -> Contract:
        contract = self.known.contract(procurement, want)
        if contract is None:
            contract = Contract(
                organisation=self.organisation, procurement=procurement, number=want.number, title=want.title
            )
            self.known.remember_contract(procurement, want, contract)
            self._create(contract)
        for name in ("title", "starts_on", "ends_on", "value"):
            self._set(contract, name, getattr(want, name))
        if want.is_until_further_notice:
            self._set(contract, "is_until_further_notice", True)
        self._latest_end(contract, want.latest_end_on)
        return contract

    def _latest_end(self, contract: Contract, said: date | None) -> None:
        """The first row's word, else what stands; but never before the end, whichever row says that."""
        first = self._said.setdefault((id(contract), "latest_end_on"), self._result.row) if said else 0
        if said and self._latest.setdefault(id(contract), said) != said:
            self._overrule(contract, "latest_end_on", said, _first_says(first, self._latest[id(contract)]))
        latest = self._latest.get(id(contract), contract.latest_end_on)
        if latest:
            latest = max(latest, contract.ends_on or latest)
        if latest != contract.latest_end_on:
            self._write(contract, "latest_end_on", latest)

    def _source_values(self, contract: Contract, want: WantedContract) -> None:
        """Several rows may speak of one contract; what the first row overrules is kept under a heading of its own."""
        who = want.suppliers[0].name if want.suppliers else want.title
        merged = dict(contract.source_values)
        for label, text in [*want.source_values.items(), *self._overruled.items()]:
            keys = self._texts.setdefault((id(contract), label), {})
            if text not in keys:
                number = len(keys)
                keys[text] = label if not number else f"{label} ({who})" if number == 1 else f"{label} ({who} {number})"
            merged[keys[text]] = text
        if merged != contract.source_values:
            self._write(contract, "source_values", merged)

    def _party(self, contract: Contract, supplier: Supplier, rank: int | None) -> None:
        party = self.known.party(contract, supplier)
        if party is None:
            party = ContractSupplier(contract=contract, supplier=supplier, rank=rank)
            self.known.remember_party(party)
            self._create(party)
            self._note("Leverantör", "", supplier.name)
        else:
            self._set(party, "rank", rank)

    def _supplier(self, want: WantedSupplier) -> Supplier:
        supplier = self.known.supplier(want)
        if supplier._state.adding and id(supplier) not in self._made:
            self._made.add(id(supplier))
            self._create(supplier)
        elif not supplier.org_number:
            self._set(supplier, "org_number", want.org_number)
        if self.known.companies.is_new_name(supplier, want.name):
            alias = SupplierAlias(supplier=supplier, name=want.name)
            self.known.companies.remember_name(supplier, want.name)
            self._create(alias)
            self._note("Leverantörens andra namn", "", want.name)
        return supplier

    def _requirement(self, contract: Contract, kind: str, count: int) -> None:
        requirement = self.known.requirement(contract, kind)
        if requirement is None:
            requirement = Requirement(
                procurement=contract.procurement,
                contract=contract,
                kind=kind,
                model=RequirementModel.NUMERIC,
                count=count,
                created_by=self.by,
            )
            self.known.remember_requirement(requirement)
            self._create(requirement)
            self._note("Krav", "", str(requirement))
        else:
            self._set(requirement, "count", count)

    def _department(self, name: str) -> Department | None:
        if not name:
            return None
        department = self.known.department(name)
        if department is None:
            department = Department(organisation=self.organisation, name=name)
            self.known.remember_department(department)
            self._create(department)
        return department

    def _cpv(self, code: str, label: str) -> CpvCode | None:
        if not code:
            return None
        cpv = self.known.cpv(code)
        if cpv is None:
            cpv = CpvCode(code=code, label=label or self.known.division_label(code))
            self.known.remember_cpv(cpv)
            self._create(cpv)
        return cpv

    def _create(self, obj: Model) -> None:
        for name in ("count", "rank", "org_number", "case_number"):
            if getattr(obj, name, None):
                self._said[id(obj), name] = self._result.row
        self.created[type(obj)].append(obj)
        self._result.is_new |= isinstance(obj, Procurement | Contract)

    def _set(self, obj: Model, name: str, value: Any) -> None:
        """Set a field that the source fills in; nothing said, or said already by an earlier row, changes nothing."""
        if value is None or value == "":
            return
        first = self._said.setdefault((id(obj), name), self._result.row)
        current = getattr(obj, name)
        if current == value:
            return
        if held := self._held.get((id(obj), name)):
            reason = f"Rad {held} motsäger det som står i Steget, så det ändras inte. Rätta den raden först."
            self._overrule(obj, name, value, reason)
        elif first != self._result.row:
            self._overrule(obj, name, value, _first_says(first, current))
        else:
            self._write(obj, name, value)

    def _overrule(self, obj: Model, name: str, value: Any, reason: str) -> None:
        label = str(obj._meta.get_field(name).verbose_name).capitalize()
        self._result.warnings.append((label, _shown(value), reason))
        self._overruled[f"{label} i filen"] = _shown(value)

    def _write(self, obj: Model, name: str, value: Any) -> None:
        current = getattr(obj, name)
        setattr(obj, name, value)
        if not obj._state.adding:
            self.before.setdefault(obj, {}).setdefault(name, current)
            self._note(str(obj._meta.get_field(name).verbose_name).capitalize(), _shown(current), _shown(value))

    def _note(self, label: str, before: str, after: str) -> None:
        self._result.changes.append((label, before, after))


def _first_says(row: int, value: Any) -> str:
    return f"Rad {row} säger {_shown(value)} om samma sak, och den gäller."


def _shown(value: Any) -> str:
    """A value as the preview shows it."""
    if isinstance(value, dict):
        return ", ".join(f"{label}: {text}" for label, text in value.items()) or "–"
    return display(value, "money" if isinstance(value, Decimal) else "text")


def counts(results: Iterable[RowResult]) -> dict[str, int]:
    """Rows per status, with the keys that `--json` prints."""
    found = dict.fromkeys(("rows", "created", "changed", "unchanged", "problems"), 0)
    keys = {
        RowStatus.NEW: "created",
        RowStatus.CHANGED: "changed",
        RowStatus.UNCHANGED: "unchanged",
        RowStatus.PROBLEM: "problems",
    }
    for result in results:
        found["rows"] += 1
        found[keys[result.status]] += 1
    return found
