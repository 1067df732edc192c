"""A report as pages show it: what was answered, the files, and what has happened."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.text import capfirst

from apps.core.formats import iso_date, month
from apps.followups import report_words
from apps.followups.choices import RequestState
from apps.followups.models import PlacementLine, ReportRequest
from apps.followups.report_contents import (
    EVIDENCE,
    PLACEMENTS,
    draft_line,
    draft_placement,
    placements_of,
    sent_placement,
    steps_of,
    unit_of,
)
from apps.followups.report_links import same_contact, token_of
from apps.followups.report_states import WRITABLE
from apps.procurements.models import Requirement
from apps.procurements.wording import counted, figure, listed, percent

SUPPLIER = "leverantören"
_TONES = {
    RequestState.ASKED: "neutral",
    RequestState.STARTED: "info",
    RequestState.RECEIVED: "warn",
    RequestState.MORE_ASKED: "warn",
    RequestState.ACCEPTED: "good",
    RequestState.REJECTED: "bad",
    RequestState.WITHDRAWN: "neutral",
}


@dataclass(frozen=True)
class Answer:
    """A row of a summary list."""

    key: str
    value: str
    change_url: str = ""


@dataclass(frozen=True)
class Told:
    """What was sent about a commitment or the placements, with its label."""

    name: str
    rows: list[Answer]


@dataclass(frozen=True)
class File:
    """A file of the report; `may_remove` while it has not been sent in."""

    pk: int
    title: str
    hint: str
    may_remove: bool
    url: str


@dataclass(frozen=True)
class Happened:
    """A line of the timeline."""

    on: datetime
    text: str
    by: str
    comment: str
    tone: str


def tone(state: str) -> str:
    """The tone of a state's tag."""
    return _TONES[RequestState(state)]


def standing(report: ReportRequest, today: date) -> tuple[str, str]:
    """The words and the tone of the state's tag: one that is waited for and late is told so."""
    state = capfirst(report.get_state_display())
    if report.state in WRITABLE and report.due_on < today:
        return f"{state}, {counted_days((today - report.due_on).days)} sen", "bad"
    return state, tone(report.state)


def answers(report: ReportRequest, address: Callable[[str], str]) -> list[Told]:
    """What is typed, to be looked at before it is sent; `address` gives the page of a step."""
    found = []
    for step in steps_of(report):
        if step.requirement:
            rows = _rows(draft_line(report, step.requirement), step.requirement, True, address(step.key))
            found.append(Told(step.label, rows or [Answer("Svar", "Inget svar än", address(step.key))]))
        elif step.key == PLACEMENTS:
            words = report_words.answers(to_supplier=True) | {"": "inget svar"}
            rows = [
                Answer(str(each), words[draft_placement(report, each).get("answer", "")], address(step.key))
                for each in placements_of(report)
            ]
            found.append(Told(step.label, rows))
    titles = listed([each.title for each in report.evidence.all()])
    return [*found, Told(report_words.FILES, [Answer("Filer", titles or "Inga filer", address(EVIDENCE))])]


def told(report: ReportRequest, *, to_supplier: bool = False) -> list[Told]:
    """What was sent, commitment by commitment, then the placements."""
    found = [
        Told(str(line.requirement), _rows(line.__dict__, line.requirement, to_supplier))
        for line in report.lines.select_related("requirement").order_by("requirement__due_on", "requirement")
    ]
    placements = report.placements.select_related("placement").order_by("placement__number")
    words = report_words.answers(to_supplier=to_supplier)
    rows = [Answer(str(each.placement), _sent(each, words)) for each in placements]
    return [*found, Told(report_words.PLACED, rows)] if rows else found


def files(report: ReportRequest) -> list[File]:
    """The files, in the order they came."""
    received = report.received_at
    return [
        File(
            each.pk,
            each.title,
            f"{filesizeformat(each.size)}, {iso_date(each.created_at)}",
            received is None or each.created_at > received,
            each.get_absolute_url(),
        )
        for each in report.evidence.all()
    ]


def timeline(report: ReportRequest, *, names: bool = False) -> list[Happened]:
    """What has happened, the latest first. The supplier sees which side it was, the authority's own see who."""
    rows = report.timeline.select_related("by").order_by("-pk")
    return [
        Happened(
            each.at,
            each.get_state_display().capitalize()
            + (f", införd åt {SUPPLIER if names else 'er'}" if each.is_on_behalf else ""),
            _who(each, report, names),
            each.comment,
            tone(each.state),
        )
        for each in rows
    ]


def last_comment(report: ReportRequest) -> str:
    """What the authority said when it sent the report back; empty otherwise."""
    if report.state not in (RequestState.MORE_ASKED, RequestState.REJECTED, RequestState.ACCEPTED):
        return ""
    event = report.timeline.filter(state=report.state).exclude(by=None).exclude(comment="").order_by("-pk").first()
    return event.comment if event else ""


def link_rows(report: ReportRequest) -> list[dict]:
    """Every report of the same contact with its link, those to be answered first."""
    rows = same_contact(report).select_related("contract").order_by("due_on", "pk")
    found = [
        {
            "label": each.contract.name,
            "hint": f"{report_words.kind(each.kind)}, senast {each.due_on}",
            "url": reverse("report_link", args=[token_of(each)]),
            "status_text": each.get_state_display(),
            "status_kind": tone(each.state),
            "is_open": each.state in WRITABLE,
        }
        for each in rows
    ]
    return sorted(found, key=lambda row: not row["is_open"])


def _event(event, names: bool) -> str:
    on_behalf = f", införd åt {SUPPLIER if names else 'er'}" if event.is_on_behalf else ""
    return event.get_state_display().capitalize() + on_behalf


def _who(event, report: ReportRequest, names: bool) -> str:
    if event.by and names:
        return f"{event.by}{f', efter {event.reporter}' if event.is_on_behalf and event.reporter else ''}"
    if event.by:
        return str(report.organisation)
    return event.reporter or (SUPPLIER if names else "ni")


def _rows(values: dict, requirement: Requirement, to_supplier: bool, url: str = "") -> list[Answer]:
    """The answers about a commitment that are given, each with its label."""
    reasons = report_words.reasons(to_supplier=to_supplier)
    shown = values | {"unfilled_reason": reasons.get(values.get("unfilled_reason"), "")}
    named = report_words.labels(unit_of(requirement)).items()
    return [
        Answer(label, _shown(shown[name]), url) for name, label in named if shown.get(name) not in (None, "", False)
    ]


def _shown(value) -> str:
    if value is True:
        return "ja"
    return value if isinstance(value, str) else figure(value)


def _sent(line: PlacementLine, words: dict[str, str]) -> str:
    start, extent = sent_placement(line)
    parts = [words[line.answer]]
    parts += [f"slutade {month(line.ended_month)}"] if line.ended_month else []
    parts += [f"började {month(start)} enligt leverantören"] if start else []
    parts += [f"{percent(extent)} enligt leverantören"] if extent else []
    return ", ".join(parts)


def counted_days(days: int) -> str:
    """ "1 dag", "12 dagar"."""
    return counted(days, "dag", "dagar")
