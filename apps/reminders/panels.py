"""What the task list adds to pages of lower apps."""

from django.urls import reverse

from apps.core.panels import Panel


def my_day(request, organisation) -> Panel:
    """The way from the matcher's day to all that waits: the matcher's menu has none."""
    return Panel("Mina uppgifter", "reminders/_all_tasks.html", {"url": f"{reverse('task_list')}?visa=mina"})
