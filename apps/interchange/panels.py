"""What the import adds to pages of lower apps."""

from django.urls import reverse

from apps.core.panels import Panel
from apps.interchange.choices import PERMISSIONS, ImportKind


def procurement_list(request, organisation) -> Panel | None:
    """The door to the imports on the list of procurements."""
    return _door(request, organisation, "Importera avtal", "import_list")


def plan(request, organisation) -> Panel | None:
    """The door to an import on the plan: a register whose columns say when a procurement is planned."""
    return _door(request, organisation, "Importera plan", "import_create")


def placement_list(request, organisation) -> Panel | None:
    """The door to the imports on the list of placements, for those who log them."""
    return _door(request, organisation, "Importera en lista", "import_list", ImportKind.PLACEMENTS)


def _door(request, organisation, title: str, url_name: str, kind: str = ImportKind.REGISTER) -> Panel | None:
    if not request.user.has_perm(PERMISSIONS[kind], organisation):
        return None
    return Panel(title, "interchange/_door.html", {"url": reverse(url_name)})
