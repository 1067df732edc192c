"""What the import adds to pages of lower apps."""

from django.urls import reverse

from apps.core.panels import Panel


def procurement_list(request, organisation) -> Panel | None:
    """The door to the imports on the list of procurements."""
    if not request.user.has_perm("interchange.import_register", organisation):
        return None
    return Panel("Importera avtal", "interchange/_door.html", {"url": reverse("import_list")})
