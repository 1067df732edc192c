"""The one question of access: in which organisations and departments does this user hold this permission?"""

from typing import NamedTuple

from django.apps import apps
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.utils.module_loading import import_string

from apps.core.questions import Given, Question


class Grant(NamedTuple):
    """A membership reduced to what access needs. `department_id` None means the whole organisation."""

    organisation_id: int
    department_id: int | None
    role: str


def role_permissions(role: str) -> frozenset[str]:
    """The permissions of a role, from the table in `settings.ROLE_PERMISSIONS`."""
    return import_string(settings.ROLE_PERMISSIONS).get(role, frozenset())


def grants(user) -> tuple[Grant, ...]:
    """The user's memberships, read once per user object: a request loads its user anew, so rights never go stale."""
    if not getattr(user, "is_authenticated", False) or not user.is_active:
        return ()
    if not hasattr(user, "_grants"):
        user._grants = tuple(map(Grant._make, _MEMBERSHIPS.ask(user=user.pk)))
    return user._grants


def _memberships() -> QuerySet:
    return apps.get_model("accounts", "Membership").objects.filter(user=Given("user")).values_list(*Grant._fields)


# Every request asks it.
_MEMBERSHIPS = Question(_memberships)


def grants_with(user, perm: str) -> list[Grant]:
    """The grants whose role holds the permission."""
    return [grant for grant in grants(user) if perm in role_permissions(grant.role)]


def holds_in(user, perm: str, organisation_id: int, department_id: int | None) -> bool:
    """Whether the user holds the permission for what the department owns, or (None) what no department owns."""
    return any(
        grant.organisation_id == organisation_id and grant.department_id in (None, department_id)
        for grant in grants_with(user, perm)
    )


def rows_in_scope(user, perm: str, *, organisation: str, department: str | None = None) -> Q:
    """A filter for rows in which the user holds the permission.

    `organisation` and `department` are lookups from the row. Rows without a department lookup (organisation-wide
    things) are seen with any grant in the organisation. A user without the permission gets a filter that is empty.
    """
    scope = Q(pk__in=[])
    for grant in grants_with(user, perm):
        row = Q(**{organisation: grant.organisation_id})
        if department and grant.department_id:
            row &= Q(**{department: grant.department_id})
        scope |= row
    return scope


class InOrganisation(QuerySet):
    """Rows with an `organisation`, seen by whoever holds the permission there, in whichever department."""

    def visible_to(self, user, perm: str):
        """Rows of organisations in which the user holds the permission."""
        return self.filter(rows_in_scope(user, perm, organisation="organisation"))


def require(request, perm: str):
    """The active organisation, when the user holds the permission in it; raises PermissionDenied otherwise."""
    organisation = request.organisation
    if organisation is None or not request.user.has_perm(perm, organisation):
        raise PermissionDenied
    return organisation
