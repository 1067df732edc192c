"""Refuses to run production with the known accounts of the demo."""

from django.conf import settings
from django.core.checks import Error, Tags, register
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

SENTENCE = (
    "Det finns exempelkonton med kända lösenord i databasen, så Steget startar inte utanför demoläge. "
    "Ta bort exempeldata eller använd en egen databas."
)


def demo_accounts_forbidden() -> None:
    """Raises ImproperlyConfigured when demo accounts exist outside the demo. Called before the first request.

    A database that cannot be asked raises too: to start and hope would be the wrong way round.
    """
    if settings.DEMO:
        return
    from apps.accounts.models import User

    try:
        if User.objects.filter(is_demo=True).exists():
            raise ImproperlyConfigured(SENTENCE)
    finally:
        connection.close()  # a server that forks afterwards must not share it


@register(Tags.database)
def check_demo_accounts(app_configs, databases, **kwargs):
    """The same for `check --database default`; other commands may need no database and are left alone."""
    from apps.accounts.models import User

    if settings.DEMO or "default" not in (databases or ()):
        return []
    if User._meta.db_table not in connection.introspection.table_names():
        return []
    return [Error(SENTENCE, id="accounts.E001")] if User.objects.filter(is_demo=True).exists() else []
