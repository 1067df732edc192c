"""Django's own `has_perm`, answered from the role table."""

from django.contrib.auth.backends import BaseBackend
from django.core.exceptions import PermissionDenied

from apps.accounts.access import grants_with


class RoleBackend(BaseBackend):
    """Permissions from memberships. `obj` may be an Organisation; without it any organisation will do.

    A no is final: the backend of the sign-in knows superusers and groups, which our users have not.
    """

    def has_perm(self, user_obj, perm, obj=None):
        held = grants_with(user_obj, perm)
        if any(obj is None or grant.organisation_id == obj.pk for grant in held):
            return True
        raise PermissionDenied
