"""Django's own `has_perm`, answered from the role table."""

from django.contrib.auth.backends import BaseBackend

from apps.accounts.access import grants_with


class RoleBackend(BaseBackend):
    """Permissions from memberships. `obj` may be an Organisation; without it any organisation will do."""

    def has_perm(self, user_obj, perm, obj=None):
        held = grants_with(user_obj, perm)
        return any(obj is None or grant.organisation_id == obj.pk for grant in held)
