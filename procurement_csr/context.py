"""What the base page needs on every page."""

from django.conf import settings

from apps.accounts.models import Organisation
from procurement_csr.menus import menu_for


def page(request) -> dict:
    """Installation, active organisation, menu and the demo mark."""
    organisation = getattr(request, "organisation", None)
    organisations = getattr(request, "organisations", [])
    return {
        "installation": {"name": settings.INSTALLATION_NAME, "contact_email": settings.CONTACT_EMAIL},
        "organisation": organisation,
        "organisations": organisations,
        "menu": menu_for(request),
        "is_demo": _is_demo(organisation),
    }


def _is_demo(organisation: Organisation | None) -> bool:
    """Pages follow the organisation one works in; those without one are marked while there is an example world."""
    if organisation:
        return organisation.is_demo
    return Organisation.objects.filter(is_demo=True).exists()
