"""Which company each supplier of a source is, settled for the whole source before any row is planned."""

from collections.abc import Iterable

from apps.interchange.wanted import WantedSupplier
from apps.suppliers.models import Supplier, SupplierAlias


class Companies:
    """Finds the company of a wanted supplier: one that stands in the register, or a new one that nobody has saved.

    A row may name a company by number or by name only, and one company's name may be another's alias. Were the rows
    answered one by one, an early row could not know what a later one tells, and a second import, which knows it
    all, would answer otherwise. So first every organisation number gets its company, then every name.
    """

    def __init__(self, wanted: Iterable[WantedSupplier], *, is_demo: bool) -> None:
        wanted = list(dict.fromkeys(wanted))
        self._is_demo = is_demo
        self._order: dict[int, int] = {}
        self._by_number: dict[str, Supplier] = {}
        self._by_own_name: dict[tuple[bool, str], Supplier] = {}
        self._by_alias: dict[tuple[bool, str], Supplier] = {}
        self._stored_names: dict[int, set[str]] = {}
        aliases = self._load(wanted)
        self._settle_numbers([each for each in wanted if each.org_number], aliases)
        self._settle_names([each for each in wanted if not each.org_number])

    def find(self, want: WantedSupplier) -> Supplier:
        """The company; a new one has not been saved. One known by its name may lack the number that is wanted."""
        return self._by_number[want.org_number] if want.org_number else self._named(want)

    def stored(self) -> dict[int, Supplier]:
        """Those that stand in the register, by primary key."""
        return {each.pk: each for each in self._every if each.pk}

    def order(self, supplier: Supplier) -> int:
        """Where a company stands among them all. New ones must be saved in this order: of two namesakes the elder
        is the one a row without number means, now and at the next import."""
        return self._order[id(supplier)]

    def is_new_name(self, supplier: Supplier, name: str) -> bool:
        """Whether the register would not find the company by this name."""
        return name.lower() not in self._stored_names[id(supplier)]

    def remember_name(self, supplier: Supplier, name: str) -> None:
        self._stored_names[id(supplier)].add(name.lower())

    def _load(self, wanted: list[WantedSupplier]) -> list[tuple[Supplier, str]]:
        """Remember the companies that any wanted one could be, eldest first. Gives their aliases."""
        numbers = {each.org_number for each in wanted if each.org_number}
        names = {each.name.lower() for each in wanted}
        # Names are compared here: whether the database can lower Å depends on the locale it was made with.
        aliases = SupplierAlias.objects.values_list("supplier", "name")
        ids = {pk for pk, name in aliases.iterator() if name.lower() in names}
        every = Supplier.objects.values_list("pk", "name", "org_number")
        ids |= {pk for pk, name, number in every.iterator() if name.lower() in names or number in numbers}
        by_id = Supplier.objects.in_bulk(ids)
        self._every = [by_id[pk] for pk in sorted(by_id)]
        for supplier in self._every:
            self._remember(supplier)
        found = SupplierAlias.objects.filter(supplier__in=by_id).order_by("supplier", "pk")
        pairs = [(by_id[alias.supplier_id], alias.name) for alias in found]
        for supplier, name in pairs:
            self.remember_name(supplier, name)
        return pairs

    def _remember(self, supplier: Supplier) -> None:
        self._order[id(supplier)] = len(self._order)
        self._stored_names[id(supplier)] = {supplier.name.lower()}
        self._by_own_name.setdefault((supplier.is_sole_trader, supplier.name.lower()), supplier)
        if supplier.org_number:
            self._by_number[supplier.org_number] = supplier

    def _settle_numbers(self, wanted: list[WantedSupplier], aliases: list[tuple[Supplier, str]]) -> None:
        """A number nobody has goes to a company of that name without one, else to a new company."""
        free: dict[str, list[Supplier]] = {}
        candidates = [(each, each.name) for each in self._every if not each.is_sole_trader] + aliases
        for supplier, name in candidates:
            if not supplier.org_number and not supplier.is_sole_trader:
                free.setdefault(name.lower(), []).append(supplier)
        taken: set[int] = set()
        for want in wanted:
            if want.org_number not in self._by_number:
                namesakes = (each for each in free.get(want.name.lower(), ()) if id(each) not in taken)
                supplier = next(namesakes, None) or self._new(want)
                taken.add(id(supplier))
                self._by_number[want.org_number] = supplier
        called = [(self._by_number[want.org_number], want.name) for want in wanted]
        for supplier, name in sorted(aliases + called, key=lambda pair: self.order(pair[0])):
            self._by_alias.setdefault((supplier.is_sole_trader, name.lower()), supplier)

    def _settle_names(self, wanted: list[WantedSupplier]) -> None:
        for want in wanted:
            if self._named(want) is None:
                self._new(want)

    def _named(self, want: WantedSupplier) -> Supplier | None:
        """A company's own name goes before another company's alias."""
        key = (want.is_sole_trader, want.name.lower())
        return self._by_own_name.get(key) or self._by_alias.get(key)

    def _new(self, want: WantedSupplier) -> Supplier:
        supplier = Supplier(
            name=want.name, org_number=want.org_number, is_sole_trader=want.is_sole_trader, is_demo=self._is_demo
        )
        self._remember(supplier)
        self._every.append(supplier)
        return supplier
