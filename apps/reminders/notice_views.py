"""The notice centre: what was sent to whom, and when."""

from django import forms
from django.db.models import Q
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.views.decorators.http import require_safe

from apps.core.lists import Column, FilterForm, ListPage, list_response
from apps.core.pages import render_page
from apps.reminders import notices
from apps.reminders.choices import ReminderState
from apps.reminders.coming import coming, coming_of, coming_to
from apps.reminders.deadline_page import find
from apps.reminders.kinds import CHOICES
from apps.reminders.models import Reminder
from apps.reminders.rule_queries import rulings_of

MINE = "mina"


class NoticeFilter(FilterForm):
    """By words, whose, kind and state; by one page or one deadline, which links to the list name."""

    whose = forms.ChoiceField(label="Till", required=False, choices=[("", "Alla jag får se"), (MINE, "bara till mig")])
    kind = forms.ChoiceField(label="Slag", required=False, choices=[("", "Alla"), *CHOICES])
    state = forms.ChoiceField(label="Läge", required=False, choices=[("", "Alla utom ersatta"), *ReminderState.choices])
    sida = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)
    uppgift = forms.CharField(required=False, max_length=120, widget=forms.HiddenInput)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["q"].label = "Sök uppgift, upphandling eller mottagare"

    def apply(self, rows):
        chosen = self.chosen()
        self.found = rows
        words, whose = chosen.pop("q", ""), chosen.pop("whose", "")
        if words:
            held = (Q(**{f"{name}__icontains": words}) for name in ("title", "context", "recipient__name"))
            rows = rows.filter(next(held) | next(held) | next(held))
        if whose:
            rows = rows.filter(recipient=self.user)
        if "state" not in chosen:
            # Never sent, and many: they would hide what was.
            rows = rows.exclude(state=ReminderState.SUPERSEDED)
        named = {"sida": "context_url", "uppgift": "deadline_key"}
        return rows.filter(**{named.get(name, name): value for name, value in chosen.items()})

    def chip_text(self, name, value):
        """A page and a deadline are called by their names, which the first visible row tells."""
        if name not in ("sida", "uppgift"):
            return super().chip_text(name, value)
        field, label = ("context_url", "context") if name == "sida" else ("deadline_key", "title")
        row = self.found.filter(**{field: value}).values_list(label, flat=True).first()
        return f"Hör till: {row or 'ingen påminnelse'}" if name == "sida" else f"Uppgift: {row or 'ingen påminnelse'}"


@require_safe
def notice_list(request):
    """Everything that was sent or is on its way, about what one may see; and everything to oneself."""
    organisation = request.organisation
    rows = notices.notices_of(request.user, organisation) if organisation else Reminder.objects.none()
    page = list_response(
        request,
        rows.select_related("recipient", "mail"),
        columns=_columns(rulings_of(organisation) if organisation else {}),
        form=NoticeFilter(request.GET, user=request.user),
        default_sort="-on",
        caption="Påminnelser",
        one="påminnelse",
        filename="paminnelser",
    )
    if not isinstance(page, ListPage):
        return page
    ahead = _coming(request, page.form) if organisation else []
    context = {
        "list": page,
        "coming": ahead[: notices.SHOWN],
        "breadcrumbs": [("Mitt konto", reverse("profile_detail")), ("Skickade påminnelser", None)],
    }
    return render_page(request, "reminders/notice_list.html", context)


def _coming(request, form: NoticeFilter) -> list[notices.Happening]:
    """What comes next: of the one deadline or procurement that is shown, else to oneself."""
    chosen, today = form.chosen(), timezone.localdate()
    if key := chosen.get("uppgift"):
        found = find(request.user, [request.organisation], key, today=today)
        return coming_of(found.deadline, found.organisation, today=today) if found else []
    page = chosen.get("sida", "")
    try:
        match = resolve(page) if page else None
    except Resolver404:
        match = None
    if match and match.url_name == "procurement_detail":
        return coming(request.user, request.organisation, procurement=match.kwargs["pk"], today=today)
    return [] if page else coming_to(request.user, request.organisation, today=today)


def _columns(rulings) -> list[Column]:
    return [
        Column("on", "Dag", lambda row: row.send_on, ("send_on",), kind="date"),
        Column(
            "title", "Uppgift", lambda row: row.title, ("title",), url=lambda row: row.url, note=lambda row: row.context
        ),
        Column("due", "Sista dag", lambda row: row.due_on, ("due_on",), kind="date"),
        Column("step", "Påminnelse", lambda row: notices.step_of(row, rulings)),
        Column(
            "to",
            "Till",
            lambda row: str(row.recipient),
            ("recipient__name",),
            note=lambda row: capfirst(row.get_audience_display()),
        ),
        Column("state", "Läge", lambda row: capfirst(notices.state_of(row)), ("state",), tone=notices.tone_of),
        Column("sent", "Skickad", _sent_at, kind="date", is_only_in_files=True),
        Column("context", "Hör till", lambda row: row.context, is_only_in_files=True),
        Column("kind", "Slag", notices.kind_label, is_only_in_files=True),
    ]


def _sent_at(row: Reminder):
    return timezone.localtime(row.mail.sent_at) if row.mail and row.mail.sent_at else None
