"""The way back from the pages of a plan."""

from django.urls import reverse

from apps.actionplans.models import Item, Plan, Seminar

Crumbs = list[tuple[str, str | None]]


def of_plan(plan: Plan, here: str = "") -> Crumbs:
    """Handlingsplaner › the plan › here."""
    listed = ("Handlingsplaner", reverse("actionplan_list"))
    return [listed, (str(plan), plan.get_absolute_url() if here else None), *([(here, None)] if here else [])]


def of_item(item: Item, here: str = "") -> Crumbs:
    """Handlingsplaner › the plan › the item › here."""
    above = [*of_plan(item.plan, "…")[:2], (item.title, item.get_absolute_url() if here else None)]
    return [*above, *([(here, None)] if here else [])]


def of_seminar(seminar: Seminar, here: str = "") -> Crumbs:
    """Seminarier › the seminar › here."""
    listed = ("Seminarier", reverse("seminar_list"))
    own = (seminar.topic, seminar.get_absolute_url() if here else None)
    return [listed, own, *([(here, None)] if here else [])]
