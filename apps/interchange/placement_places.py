"""Which contract and supplier a row means, among those where the person may place."""

from datetime import date

from apps.accounts.models import Organisation, User
from apps.interchange.choices import PERMISSIONS, ImportKind
from apps.interchange.placement_fields import PlacementField
from apps.interchange.placement_rows import WantedPlacement
from apps.placements.queries import Workplace, Workplaces
from apps.suppliers.models import SupplierAlias


class Refused(Exception):
    """The row cannot be used: the field, and why in Swedish."""


class Places:
    """The workplaces of a person in an organisation, read once for the whole file."""

    def __init__(self, user: User, organisation: Organisation, today: date) -> None:
        workplaces = Workplaces(user, organisation, PERMISSIONS[ImportKind.PLACEMENTS], today)
        self._every = workplaces.every()
        self._names: dict[int, set[str]] = {each.supplier.pk: {_plain(each.supplier.name)} for each in self._every}
        for alias in SupplierAlias.objects.filter(supplier__in=self._names):
            self._names[alias.supplier_id].add(_plain(alias.name))

    def find(self, want: WantedPlacement) -> Workplace:
        """The one workplace that fits. Raises Refused when none or several do."""
        found = self._on_contract(want)
        fitting = [each for each in found if self._is_supplier(each, want)]
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            numbers = ", ".join(sorted(each.note for each in fitting))
            raise Refused(
                PlacementField.CASE_NUMBER, f"Leverantören har flera avtal där: {numbers}. Ange avtalsnummer."
            )
        name = PlacementField.SUPPLIER_ORG_NUMBER if want.supplier_org_number else PlacementField.SUPPLIER_NAME
        on = ", ".join(dict.fromkeys(each.note for each in found))
        reason = f"Leverantören är inte leverantör på {on}. Rätta den, eller lägg till leverantören på avtalet först."
        raise Refused(name, reason)

    def _on_contract(self, want: WantedPlacement) -> list[Workplace]:
        found = self._every
        if number := _plain(want.contract_number):
            found = [each for each in found if _plain(each.contract.number) == number]
            if not found:
                reason = "Inget av era avtal med leverantör har numret. Rätta det, eller lägg in avtalet först."
                raise Refused(PlacementField.CONTRACT_NUMBER, reason)
        if case := _plain(want.case_number):
            found = [each for each in found if _plain(each.contract.procurement.case_number) == case]
            if not found:
                whose = "Avtalet hör till en annan upphandling" if number else "Ingen upphandling med avtal har numret"
                raise Refused(PlacementField.CASE_NUMBER, f"{whose}. Rätta diarienumret.")
        return found

    def _is_supplier(self, workplace: Workplace, want: WantedPlacement) -> bool:
        """An organisation number settles it; names are spelled in many ways."""
        if want.supplier_org_number and workplace.supplier.org_number:
            return workplace.supplier.org_number == want.supplier_org_number
        return _plain(want.supplier_name) in self._names[workplace.supplier.pk]


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
