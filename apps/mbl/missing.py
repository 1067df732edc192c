"""What an authority lacks before its unions can be heard, and who mends it; without it the gate has nobody to wait for.

Three things: an ordering department, local unions bound with it, and somebody who negotiates for it. See decision 0011.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from apps.accounts.access import role_permissions
from apps.accounts.choices import Role
from apps.accounts.models import Department, Membership, Organisation
from apps.mbl.choices import UnionLevel
from apps.mbl.models import Union
from apps.mbl.settings_pages import CHANGE
from apps.mbl.standing import RUN, Orderer, orderers
from apps.procurements.choices import Phase
from apps.procurements.models import Procurement
from apps.procurements.phases import SIGNED_PHASES
from apps.procurements.wording import listed

NO_UNION = (
    "{organisation} har inga lokala fackliga organisationer i Steget. Ingenting här hindrar då ett beslut som fattas "
    "utan förhandling (11 och 38 §§ MBL)."
)
NO_BOUND_UNION = "Ingen facklig organisation är knuten till {department}, så ingen kan höras (11 och 38 §§ MBL)."
NOBODY = (
    "Ingen har rollen beställande förvaltning för {department}, så ingen kan göra MBL-bedömningen eller förhandla "
    "(11 § MBL)."
)
NO_DEPARTMENT = "{organisation} har inte angett någon beställande förvaltning. Den förhandlar med facken (11 § MBL)."
CHANGE_PROCUREMENT = "procurements.change_procurement"
ADD, BIND, INVITE = "Lägg till dem", "Ange organisationer", "Bjud in någon"
ADMINISTRATOR = "Administratören i {organisation} gör det under Inställningar."
OFFICER = "Upphandlaren anger förvaltningen på upphandlingens sida."


@dataclass(frozen=True)
class Missing:
    """What is missing, and the way out: a link for the one who may, the sentence who does it for the others."""

    text: str
    way_out: str
    url: str = ""


@dataclass(frozen=True)
class _Known:
    """What some authorities have: (organisation, department) pairs, None for the whole organisation."""

    unions: frozenset[tuple[int, int | None]]
    negotiators: frozenset[tuple[int, int | None]]

    def has_unions(self, organisation: Organisation) -> bool:
        return any(key == organisation.pk for key, _ in self.unions)

    def binds(self, department: Department) -> bool:
        return _covers(self.unions, department)

    def negotiates(self, department: Department) -> bool:
        return _covers(self.negotiators, department)


def of_procurement(user, active: Organisation | None, procurement: Procurement) -> list[Missing]:
    """What any authority of a procurement lacks; nothing once it is signed or cancelled. As many queries for all."""
    if procurement.phase in (*SIGNED_PHASES, Phase.CANCELLED):
        return []
    found = orderers(procurement)
    known = _known([each.organisation for each in found])
    lacks = [missing for each in found for missing in _of_orderer(user, active, each, known)]
    return lacks + [_no_department(user, procurement, each) for each in found if each.department is None]


def of_organisation(organisation: Organisation) -> list[Missing]:
    """What an organisation and its departments lack, for the one who keeps its settings."""
    known = _known([organisation])
    if not known.has_unions(organisation):
        return [_no_union(organisation, ADD, reverse("union_list"))]
    departments = organisation.departments.filter(is_active=True)
    unbound = [each for each in departments if not known.binds(each)]
    nobody = [each for each in departments if not known.negotiates(each)]
    found = [_of(NO_BOUND_UNION, unbound, BIND, reverse("union_list"))] if unbound else []
    return found + ([_of(NOBODY, nobody, INVITE, reverse("invitation_create"))] if nobody else [])


def _of_orderer(user, active: Organisation | None, orderer: Orderer, known: _Known) -> Iterable[Missing]:
    organisation, department = orderer.organisation, orderer.department
    may_mend = organisation == active and user.has_perm(CHANGE, organisation)
    told = ADMINISTRATOR.format(organisation=organisation)
    unions_url = reverse("union_list") if may_mend else ""
    if not known.has_unions(organisation):
        yield _no_union(organisation, ADD if may_mend else told, unions_url)
    elif department and not known.binds(department):
        yield _of(NO_BOUND_UNION, [department], BIND if may_mend else told, unions_url)
    if department and not known.negotiates(department):
        url = reverse("invitation_create") if may_mend else ""
        yield _of(NOBODY, [department], INVITE if may_mend else told, url)


def _known(organisations: list[Organisation]) -> _Known:
    unions = Union.objects.filter(organisation__in=organisations, is_active=True, level=UnionLevel.LOCAL)
    roles = [role for role in Role.values if RUN in role_permissions(role)]
    members = Membership.objects.filter(organisation__in=organisations, role__in=roles, user__is_active=True)
    return _Known(
        frozenset(unions.values_list("organisation", "departments")),
        frozenset(members.values_list("organisation", "department")),
    )


def _covers(pairs: frozenset[tuple[int, int | None]], department: Department) -> bool:
    organisation = department.organisation_id
    return not pairs.isdisjoint({(organisation, None), (organisation, department.pk)})


def _no_department(user, procurement: Procurement, orderer: Orderer) -> Missing:
    text, owner = NO_DEPARTMENT.format(organisation=orderer.organisation), procurement.organisation
    if orderer.organisation == owner and user.has_perm(CHANGE_PROCUREMENT, owner):
        return Missing(text, "Ange förvaltning", reverse("procurement_update", args=[procurement.pk]))
    return Missing(text, OFFICER)


def _no_union(organisation: Organisation, way_out: str, url: str) -> Missing:
    return Missing(NO_UNION.format(organisation=organisation), way_out, url)


def _of(sentence: str, departments: list[Department], way_out: str, url: str) -> Missing:
    return Missing(sentence.format(department=listed([str(each) for each in departments])), way_out, url)
