"""What the task list adds to pages of lower apps."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone

from apps.core.panels import Panel
from apps.reminders import notices
from apps.reminders.coming import coming
from apps.reminders.gaps import gaps
from apps.reminders.models.mail import MAIL_ADMINISTRATION


def my_day(request, organisation) -> Panel:
    """The way from the matcher's day to all that waits: the matcher's menu has none."""
    return Panel("Mina uppgifter", "reminders/_all_tasks.html", {"url": f"{reverse('task_list')}?visa=mina"})


def settings(request, organisation) -> Panel | None:
    """What stops reminders, and the way to their rules and to what was sent, on the page of the settings."""
    if not request.user.has_perm(MAIL_ADMINISTRATION, organisation):
        return None
    context = {"gaps": gaps(request.user, organisation, now=timezone.now())}
    return Panel("Påminnelser och mejl", "reminders/_settings_panel.html", context)


def profile(request, user) -> Panel | None:
    """The way to one's own mails, calendar and reminders, on the page of one's account."""
    if request.organisation is None:
        return None
    return Panel("Mejl och kalender", "reminders/_profile_panel.html", {})


def procurement(request, row) -> Panel | None:
    """The last and the next reminders of a procurement that the viewer may see; None when there are none."""
    organisation, address = request.organisation, row.get_absolute_url()
    if organisation is None:
        return None
    sent = notices.last_sent(request.user, organisation, context_url=address)
    ahead = coming(request.user, organisation, procurement=row.pk, today=timezone.localdate())
    if not sent and not ahead:
        return None
    more = len(ahead) - notices.SHOWN
    context = {
        "sent": sent,
        "coming": ahead[: notices.SHOWN],
        "rest": f"Och {more} till, om inget blir klart dessförinnan." if more > 0 else "",
        "url": f"{reverse('notice_list')}?{urlencode({'sida': address})}",
    }
    return Panel("Påminnelser", "reminders/_procurement_panel.html", context)
