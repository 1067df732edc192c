"""What a meeting's page shows beside what it is prepared with: facts, what can be done, the minutes."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.text import capfirst

from apps.accounts.access import grants
from apps.accounts.models import User
from apps.core.formats import iso_date
from apps.followups import meeting_steps, minutes
from apps.followups.choices import MeetingState, PartyRole
from apps.followups.meeting_columns import about, clock
from apps.followups.meeting_preparation import Task, task_lines
from apps.followups.models import Meeting
from apps.procurements.models import Contract

CHANGE = "followups.change_followup"
PARTY_OF = {
    "officer": PartyRole.OFFICER,
    "coordinator": PartyRole.OFFICER,
    "department": PartyRole.DEPARTMENT,
    "matcher": PartyRole.MATCHER,
}


@dataclass(frozen=True)
class Action:
    """A button of the page's heading."""

    label: str
    url: str
    kind: str = ""
    icon: str = ""


@dataclass(frozen=True)
class MinutesCard:
    """The minutes on the page, once there are any. `approve_url` and `reopen_url` are empty when it cannot be done."""

    minutes: minutes.Minutes
    tasks: list[Task]
    is_fixed: bool
    pdf_url: str
    approve_url: str
    reopen_url: str


def actions(meeting: Meeting) -> list[Action]:
    """What can be done with the meeting now."""

    def to(name, *more):
        return reverse(name, args=[meeting.pk, *more])

    hold = to("meeting_hold", meeting_steps.PRESENT)
    if meeting.state == MeetingState.PLANNED:
        return [
            Action("Håll mötet", hold),
            Action("Ändra tid eller plats", to("meeting_update"), "secondary", "edit"),
            Action("Ställ in", to("meeting_cancel"), "secondary"),
        ]
    if meeting.state == MeetingState.HELD:
        return [
            Action("Gör protokollet klart", to("meeting_close")),
            Action("Ändra anteckningar", hold, "secondary", "edit"),
        ]
    return []


def facts(meeting: Meeting) -> list[dict[str, str]]:
    """When, how, where, and about what."""
    rows = [
        ("Tid", clock(meeting)),
        ("Form", capfirst(meeting.get_form_display())),
        ("Plats eller länk", meeting.place),
    ]
    if meeting.held_on:
        rows += [("Hållet", iso_date(meeting.held_on)), ("Närvarande", minutes.present(meeting))]
    if meeting.point:
        rows.append(("Enligt planen senast", iso_date(meeting.point.due_on)))
    rows += [
        ("Inställt därför att", meeting.cancelled_reason),
        ("Nästa möte", iso_date(meeting.next_on) if meeting.next_on else ""),
    ]
    return [{"key": key, "value": value} for key, value in rows if value]


def minutes_card(meeting: Meeting, *, today: date, may_hold: bool) -> MinutesCard | None:
    """The minutes as they stand; None before the meeting was held."""
    if not meeting.held_on:
        return None
    is_fixed = meeting.state == MeetingState.CLOSED
    may = may_hold and is_fixed

    def to(name, shown):
        return reverse(name, args=[meeting.pk]) if shown else ""

    return MinutesCard(
        minutes=minutes.minutes(meeting),
        tasks=task_lines(meeting.tasks.all(), today=today, may_hold=may_hold),
        is_fixed=is_fixed,
        pdf_url=to("meeting_minutes", is_fixed),
        approve_url=to("meeting_approve", may and minutes.waiting(meeting)),
        reopen_url=to("meeting_reopen", may),
    )


def deviation_url(meeting: Meeting, user: User) -> str:
    """Where a deviation that was found at the meeting is noted; empty for who may not."""
    is_on = meeting.contract and meeting.state != MeetingState.CANCELLED
    if not is_on or not Contract.objects.visible_to(user, CHANGE).filter(pk=meeting.contract_id).exists():
        return ""
    return f"{reverse('deviation_create', args=[meeting.contract_id])}?mote={meeting.pk}"


def parties_of(user: User, meeting: Meeting) -> list[str]:
    """The parties the user speaks for about the meeting."""
    department = meeting.procurement.department_id
    held = [
        grant.role
        for grant in grants(user)
        if grant.organisation_id == meeting.organisation_id and grant.department_id in (None, department)
    ]
    return list(dict.fromkeys(PARTY_OF[each] for each in held if each in PARTY_OF))


def answers(meeting: Meeting) -> list[dict]:
    """Everything in the minutes with the way to change it, step by step: the last look."""
    found = minutes.minutes(meeting)
    steps = meeting_steps.steps_of(meeting)
    of = {
        meeting_steps.PRESENT: found.facts,
        meeting_steps.COMMITMENTS: [
            (item.name, "; ".join(f"{key}: {value}" for key, value in item.facts)) for item in found.items
        ],
        meeting_steps.TALK: found.sections,
        meeting_steps.MEASURES: [(what, f"{who}, senast {when}") for what, who, when in found.measures],
    }
    return [
        {
            "label": meeting_steps.LABELS[step],
            "rows": [{"key": key, "value": value} for key, value in of[step]],
            "url": reverse("meeting_hold", args=[meeting.pk, step]),
        }
        for step in steps
    ]


def step_links(meeting: Meeting, here: str) -> list[dict]:
    """The steps as the page's indicator draws them."""
    done = {
        meeting_steps.PRESENT: bool(meeting.held_on),
        meeting_steps.COMMITMENTS: bool(meeting_steps.items(meeting)),
        meeting_steps.TALK: bool(meeting.obstacles or meeting.good_experience or meeting.agreed),
        meeting_steps.MEASURES: bool(meeting.next_on or meeting_steps.measures(meeting)),
    }
    return [
        {
            "label": meeting_steps.LABELS[step],
            "url": reverse("meeting_hold", args=[meeting.pk, step]),
            "note": "",
            "state": "current" if step == here else "done" if done[step] else "upcoming",
        }
        for step in meeting_steps.steps_of(meeting)
    ]


def title(meeting: Meeting) -> str:
    """The meeting in a heading."""
    return f"{capfirst(meeting.get_kind_display())} om {about(meeting)}"
