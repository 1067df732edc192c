"""The menu per role: at most five items, and the first one is where the role starts."""

from typing import NamedTuple

from django.urls import reverse
from django.utils import timezone

from apps.accounts.access import grants
from apps.reminders import due_counts


class Item(NamedTuple):
    label: str
    url_name: str
    icon: str = ""
    is_primary: bool = False


_TASKS = Item("Mina uppgifter", "task_list", "check")
_PROCUREMENTS = Item("Upphandlingar", "procurement_list", "folder")
_SUPPLIERS = Item("Leverantörer", "supplier_list", "building")
_PLACEMENTS = Item("Placeringar", "placement_list", "people")
_DASHBOARD = Item("Översikt", "dashboard", "chart")
_SETTINGS = Item("Inställningar", "settings_index", "settings")

MENUS: dict[str, list[Item]] = {
    "officer": [_TASKS, _PROCUREMENTS, _SUPPLIERS, _PLACEMENTS, _DASHBOARD],
    "coordinator": [_DASHBOARD, _PROCUREMENTS, _SUPPLIERS, _PLACEMENTS, _TASKS],
    "department": [_TASKS, Item("Våra upphandlingar", "procurement_list", "folder"), _DASHBOARD],
    "matcher": [
        _PLACEMENTS,
        Item("Logga placering", "placement_create", "plus", True),
        Item("Platser", "board", "placement"),
        _SUPPLIERS,
        _DASHBOARD,
    ],
    "union": [Item("Våra förhandlingar", "union_start", "people")],
    "politician": [
        _DASHBOARD,
        Item("Upphandlingsplan", "plan", "calendar"),
        Item("Så räknar vi", "counting_rules", "info"),
    ],
    "administrator": [_SETTINGS, _TASKS, _PROCUREMENTS, _SUPPLIERS, _DASHBOARD],
}


# First words of the addresses of pages that have no item of their own, by the item they stand under; by the later
# item in the menu when two are named.
UNDER = {
    "procurement_list": {
        "anbudsomraden",
        "avtal",
        "avvikelser",
        "forlangningar",
        "importer",
        "insatser",
        "klausuler",
        "krav",
        "mbl",
        "moten",
        "myndigheter",
        "prioritering",
        "rapporter",
        "riktlinjer",
        "stickprov",
        "tidsplanering",
        "troskelvarden",
        "uppfoljning",
        "upphandlingsplan",
    },
    "placement_list": {"aktiviteter", "deltagare", "gallring", "min-dag", "platser", "sammanslagningar", "samtycken"},
    "placement_create": {"importer"},
    "board": {"platser", "vantande"},
    "dashboard": {
        "arsutvarderingar",
        "framgangsfaktorer",
        "handlingsplaner",
        "inforande",
        "mal",
        "redovisningar",
        "resultatbrev",
        "seminarier",
    },
    "settings_index": {"gallring"},
}


def roles_in(request) -> list[str]:
    """The user's roles in the active organisation, in the order of the table."""
    organisation = getattr(request, "organisation", None)
    if organisation is None:
        return []
    held = {grant.role for grant in grants(request.user) if grant.organisation_id == organisation.pk}
    return [role for role in MENUS if role in held]


def items_for(request) -> list[Item]:
    """The first role's menu; further roles add what is missing. The administrator's settings come last."""
    items: list[Item] = []
    for role in roles_in(request):
        items += [item for item in MENUS[role] if item.url_name not in {held.url_name for held in items}]
    return items


def menu_for(request) -> list[dict]:
    """The menu as the base template draws it."""
    items = items_for(request)
    current = next((item for item in reversed(items) if _holds(item, request.path)), None)
    return [
        {
            "label": item.label,
            "url": reverse(item.url_name),
            "icon": item.icon,
            "is_primary": item.is_primary,
            "is_current": item is current,
            "count": _due(request) if item is _TASKS else 0,
        }
        for item in items
    ]


def _due(request) -> int:
    """How many of the tasks are overdue or due today; asked once for each request."""
    if not hasattr(request, "due_count"):
        today = timezone.localdate()
        request.due_count = due_counts.due(request.user, request.organisation, today=today)
    return request.due_count


def _holds(item: Item, path: str) -> bool:
    """Whether a page is the item's own or lies under it."""
    url = reverse(item.url_name)
    return path.startswith(url) or path.split("/")[1] in UNDER.get(item.url_name, ())
