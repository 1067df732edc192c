"""What the base page needs on every page."""

from django.conf import settings

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
        "is_demo": settings.DEMO or any(each.is_demo for each in organisations),
    }
