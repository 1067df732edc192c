"""What a lower page shows of upper apps: settings name the functions, as MIDDLEWARE does."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.module_loading import import_string


@dataclass(frozen=True)
class Panel:
    """A part of a page that another app fills. `template` is a partial, `context` what it needs."""

    title: str
    template: str
    context: dict


def panels(page: str, request, obj) -> list[Panel]:
    """The panels of `settings.PAGE_PANELS[page]` for an object; those the viewer may not see are left out."""
    found = (import_string(path)(request, obj) for path in settings.PAGE_PANELS.get(page, ()))
    return [panel for panel in found if panel is not None]
