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


def actionplan(request, plan) -> Panel | None:
    """The door to reading items into a draft of a yearly plan."""
    if not plan.is_draft or not request.user.has_perm("actionplans.change_plan", plan.organisation):
        return None
    url = reverse("actionplan_import", args=[plan.pk])
    return Panel("Läs in från Excel", "interchange/_door.html", {"url": url})


def _door(request, organisation, title: str, url_name: str, kind: str = ImportKind.REGISTER) -> Panel | None:
    if not request.user.has_perm(PERMISSIONS[kind], organisation):
        return None
    return Panel(title, "interchange/_door.html", {"url": reverse(url_name)})
