"""What of the wanted rows stands in the register already, fetched in a handful of queries and found by key."""

from collections.abc import Iterable
from typing import Any

from apps.accounts.models import Department, Organisation
from apps.interchange.companies import Companies
from apps.interchange.wanted import Wanted, WantedContract, WantedSupplier
from apps.procurements.choices import COMING_PHASES, RequirementModel
from apps.procurements.models import Contract, ContractSupplier, CpvCode, Procurement, Requirement
from apps.suppliers.models import Supplier


class Known:
    """Finds procurements, contracts, suppliers and so on by what a source calls them, old and planned alike."""

    def __init__(self, organisation: Organisation, wanted: list[Wanted]) -> None:
        self._procurements: dict[tuple[Any, ...], Procurement] = {}
        self._contracts: dict[tuple[Any, ...], Contract] = {}
        self._parties: dict[tuple[int, int], ContractSupplier] = {}
        self._requirements: dict[tuple[int, str], Requirement] = {}
        self._departments = {each.name.lower(): each for each in Department.objects.filter(organisation=organisation)}
        self._cpv = CpvCode.objects.in_bulk({row.cpv for row in wanted if row.cpv} | _divisions(wanted))
        suppliers = (supplier for row in wanted for each in row.contracts for supplier in each.suppliers)
        self.companies = Companies(suppliers, is_demo=organisation.is_demo)
        self._load_contracts(organisation)

    def procurement(self, wanted: Wanted) -> Procurement | None:
        """By the source's identity, else case number, else the contract's number, else title.

        A row of a plan without case number means the one of that title planned for that day, else a coming one.
        """
        if wanted.source_id:
            return self._procurements.get(("source", wanted.source_id))
        found = wanted.case_number and self._procurements.get(("case", wanted.case_number))
        if found:
            return found
        if not wanted.contracts:
            title = wanted.title.lower()
            planned = self._procurements.get(("planned", title, wanted.planned_publication_on))
            return None if wanted.case_number else planned or self._procurements.get(("coming", title))
        for contract in wanted.contracts:
            numbered = contract.number and self._contracts.get(("number", contract.number))
            if numbered:
                return numbered.procurement
        return None if wanted.case_number else self._procurements.get(("title", wanted.title.lower()))

    def contract(self, procurement: Procurement | None, want: WantedContract) -> Contract | None:
        if want.number:
            return self._contracts.get(("number", want.number))
        return self._contracts.get(self._unnumbered(procurement, want)) if procurement else None

    def party(self, contract: Contract, supplier: Supplier) -> ContractSupplier | None:
        return self._parties.get((id(contract), id(supplier)))

    def requirement(self, contract: Contract, kind: str) -> Requirement | None:
        return self._requirements.get((id(contract), kind))

    def department(self, name: str) -> Department | None:
        return self._departments.get(name.lower())

    def cpv(self, code: str) -> CpvCode | None:
        return self._cpv.get(code)

    def division_label(self, code: str) -> str:
        """A code the register has no name for is named after its division until the full list is loaded."""
        division = self._cpv.get(f"{code[:2]}000000")
        return f"{division.label} (närmare benämning saknas)" if division else "benämning saknas"

    def supplier(self, want: WantedSupplier) -> Supplier:
        """The company, which may be one that nobody has saved."""
        return self.companies.find(want)

    def remember_procurement(self, procurement: Procurement) -> None:
        self._index(procurement)

    def remember_contract(self, procurement: Procurement, want: WantedContract, contract: Contract) -> None:
        key = ("number", want.number) if want.number else self._unnumbered(procurement, want)
        self._contracts[key] = contract

    def remember_party(self, party: ContractSupplier) -> None:
        """A contract without a number is known by each of its suppliers, and of several the eldest is meant."""
        contract = party.contract
        self._parties[id(contract), id(party.supplier)] = party
        if not contract.number:
            key = (id(contract.procurement), contract.title.lower(), id(party.supplier), contract.starts_on)
            self._contracts.setdefault(key, contract)

    def remember_requirement(self, requirement: Requirement) -> None:
        self._requirements[id(requirement.contract), requirement.kind] = requirement

    def remember_department(self, department: Department) -> None:
        self._departments[department.name.lower()] = department

    def remember_cpv(self, cpv: CpvCode) -> None:
        self._cpv[cpv.code] = cpv

    def _unnumbered(self, procurement: Procurement, want: WantedContract) -> tuple[Any, ...]:
        who = id(self.supplier(want.suppliers[0])) if want.suppliers else None
        return (id(procurement), want.title.lower(), who, want.starts_on)

    def _index(self, procurement: Procurement) -> None:
        """A row without numbers goes by title, to the oldest procurement of that title from a register."""
        if procurement.source_id:
            self._procurements["source", procurement.source_id] = procurement
        if procurement.case_number:
            self._procurements["case", procurement.case_number] = procurement
        if not procurement.source_id:
            title = procurement.title.lower()
            self._procurements.setdefault(("title", title), procurement)
            if procurement.planned_publication_on:
                self._procurements.setdefault(("planned", title, procurement.planned_publication_on), procurement)
            if procurement.phase in COMING_PHASES:
                self._procurements.setdefault(("coming", title), procurement)

    def _load_contracts(self, organisation: Organisation) -> None:
        procurements = {each.pk: each for each in _with_parents(organisation)}
        for pk in sorted(procurements):
            self._index(procurements[pk])
        contracts = {each.pk: each for each in Contract.objects.filter(organisation=organisation).order_by("pk")}
        for contract in contracts.values():
            contract.procurement = procurements[contract.procurement_id]
            if contract.number:
                self._contracts["number", contract.number] = contract
        suppliers = self.companies.stored()
        parties = ContractSupplier.objects.filter(contract__organisation=organisation).select_related("supplier")
        for party in parties.order_by("contract", "pk"):
            party.contract = contracts[party.contract_id]
            party.supplier = suppliers.get(party.supplier_id, party.supplier)
            self.remember_party(party)
        alone = set(contracts) - set(parties.values_list("contract", flat=True))
        for contract in (contracts[pk] for pk in sorted(alone) if not contracts[pk].number):
            key = (id(contract.procurement), contract.title.lower(), None, contract.starts_on)
            self._contracts.setdefault(key, contract)
        numeric = Requirement.objects.filter(contract__organisation=organisation, model=RequirementModel.NUMERIC)
        for requirement in numeric:
            requirement.contract = contracts[requirement.contract_id]
            self._requirements[id(requirement.contract), requirement.kind] = requirement


def _with_parents(organisation: Organisation):
    return Procurement.objects.filter(organisation=organisation).select_related("department", "cpv")


def _divisions(wanted: Iterable[Wanted]) -> set[str]:
    return {f"{row.cpv[:2]}000000" for row in wanted if row.cpv}
