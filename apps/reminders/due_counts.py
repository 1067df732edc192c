"""How much is overdue or due today, for the menu of every page.

To read all deadlines on every page would cost more than the pages themselves. So whoever has read them anyway, the
planner every fifth minute and the task list itself, keeps one small table for each organisation: how many by who may
see them. A page reads it in one query and adds up what its reader may see. What nobody has counted today shows no
number rather than an old one.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from django.core.cache import cache

from apps.accounts.access import holds_in
from apps.accounts.models import Organisation, User
from apps.core.deadlines import Deadline
from apps.reminders.queries import LOOK_BACK

# Longer than a day has hours: the date in the key ends it.
KEPT_SECONDS = 26 * 3600


def count(deadlines: Iterable[Deadline], *, today: date) -> Counter:
    """How many of the open deadlines the task list holds as overdue or due today, by who may see them."""
    first = today - LOOK_BACK
    return Counter(
        (each.permission, each.owner_department_id, each.responsible_id if each.is_personal else None)
        for each in deadlines
        if first <= each.due_on <= today
    )


def keep(organisation: Organisation, counts: Counter, *, today: date) -> None:
    """Keep what was counted of the whole organisation. Writes only what has changed."""
    key = _key(organisation, today)
    if cache.get(key) != counts:
        cache.set(key, counts, KEPT_SECONDS)


def keep_seen(user: User, organisation: Organisation, counts: Counter, *, today: date) -> None:
    """Keep what was counted of what the user may see, beside the last numbers of the rest."""
    kept = cache.get(_key(organisation, today)) or {}
    permissions = {key[0] for key in (*counts, *kept)}
    seen = {each for each in permissions if user.has_perm(each, organisation)}
    rest = {key: number for key, number in kept.items() if key[0] not in seen}
    both = Counter(rest | {key: number for key, number in counts.items() if key[0] in seen})
    if both != kept:
        cache.set(_key(organisation, today), both, KEPT_SECONDS)


def due(user: User, organisation: Organisation, *, today: date) -> int:
    """How many the user may see that are overdue or due today; 0 when nobody has counted today."""
    counts = cache.get(_key(organisation, today)) or {}
    return sum(
        number
        for (permission, department_id, person_id), number in counts.items()
        if person_id in (None, user.pk) and holds_in(user, permission, organisation.pk, department_id)
    )


def _key(organisation: Organisation, today: date) -> str:
    return f"reminders.due_of:{organisation.pk}:{today}"
