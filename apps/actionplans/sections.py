"""The pages beside each other about the unit's own year: plan, seminars and what was learnt."""

from django.urls import reverse

SECTIONS = {
    "actionplan_list": "Handlingsplaner",
    "seminar_list": "Seminarier",
    "factor_list": "Framgångsfaktorer",
    "yearevaluation_list": "Årsutvärderingar",
}


def of(current: str) -> list[dict]:
    """Links between the sections; `current` is the URL name of the page itself."""
    return [{"label": label, "url": reverse(name), "is_current": name == current} for name, label in SECTIONS.items()]
