"""What the page of one consultation shows: facts so far, what comes next, rounds, minutes, guidance, and what a move
leads to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import DateField
from django.urls import reverse

from apps.core.formats import iso_date
from apps.mbl import checklist, standing, states
from apps.mbl.choices import CloseReason, Paragraph, Route, Stage, State
from apps.mbl.consultation_cards import may_be_vetoed, what_of
from apps.mbl.gate_rules import is_closed, request_end
from apps.mbl.models import Consultation
from apps.mbl.plan_steps import swedish
from apps.mbl.queries import days_for, template_of
from apps.mbl.states import INFORMATION, Move
from apps.procurements.wording import listed

# Facts in the order they come, as a person reads them.
_SHOWN = (
    "not_required_motive",
    "called_on",
    "channel",
    "meeting_on",
    "place",
    "matter",
    "proposal",
    "supplier",
    "secrecy_reservation",
    "adjourned_to",
    "met_on",
    "form",
    "participants",
    "employer_view",
    "union_view",
    "disagreement",
    "local_closed_on",
    "central_requested_on",
    "central_requested_by",
    "central_meeting_on",
    "central_met_on",
    "central_outcome",
    "withdrawn_on",
    "withdrawn_by",
    "closed_on",
    "close_reason",
)
# The item of the checklist that guides in each state, for stages A and B.
_GUIDES = {
    State.PLANNED: ("call", "s38_call"),
    State.CALLED: ("local_meeting", "s38_meeting"),
    State.ADJOURNED: ("local_meeting", "s38_meeting"),
    State.MET: ("local_meeting", "s38_meeting"),
    State.DISAGREED: ("central_request", "central_request"),
    State.CENTRAL_REQUESTED: ("central_request", "central_request"),
    State.CENTRAL_MET: ("central_request", "central_request"),
    State.EXEMPT: ("exclusion", "s38_call"),
    State.NOT_REQUIRED: ("decision_to_publish", "award"),
    State.CLOSED: ("decision_to_publish", "award"),
}


@dataclass(frozen=True)
class Link:
    """A way on: what it says and where it leads."""

    label: str
    url: str


@dataclass(frozen=True)
class NextCard:
    """What comes next in a row: guidance, when, one main way and the others, what else can be noted."""

    title: str
    guidance: str
    sentence: str
    primary: Link | None
    others: list[Link]


def facts(row: Consultation) -> list[dict[str, str]]:
    """What is known of the row, empty fields left out."""
    return [{"key": "Grund", "value": _capital(what_of(row))}, *facts_in(row, _SHOWN)]


def facts_in(row: Consultation, names: Iterable[str]) -> list[dict[str, str]]:
    """The named fields of a row in words, empty ones left out."""
    found = []
    for name in names:
        field = row._meta.get_field(name)
        value = getattr(row, name)
        if value in (None, ""):
            continue
        text = iso_date(value) if isinstance(field, DateField) else str(value)
        if field.choices:
            text = _capital(dict(field.choices).get(value, text))
        found.append({"key": _capital(str(field.verbose_name)), "value": text})
    return found


def minutes(row: Consultation) -> list[dict[str, str]]:
    """Whether each party has approved the minutes; empty before there are any."""
    if row.met_on is None:
        return []
    return [
        {"key": "Diarienummer", "value": row.minutes_reference or "saknas"},
        {"key": "Justerat av arbetsgivaren", "value": _day(row.minutes_approved_employer_on)},
        {"key": "Justerat av facket", "value": _day(row.minutes_approved_union_on)},
    ]


def next_card(row: Consultation, today: date, *, is_latest: bool, may_run: bool) -> NextCard:
    """What comes next. Readers see what, and nothing to press."""
    item = _guide(row)
    ways = _ways(row, today) if is_latest and may_run else []
    links = [Link(move.button, reverse("consultation_move", args=[row.pk, move.key])) for move in ways]
    extra = _extra(row, today) if is_latest and may_run else []
    primary = links[0] if links else None
    return NextCard(item.title, item.guidance, _sentence(row, today, is_latest), primary, [*links[1:], *extra])


def rounds(row: Consultation) -> list[Consultation]:
    """The other rounds with the same union in the same stage, the latest first."""
    same = Consultation.objects.filter(assessment=row.assessment_id, union=row.union_id, stage=row.stage)
    return list(same.exclude(pk=row.pk).order_by("-round_number"))


def lead_of(move: Move, row: Consultation, today: date) -> str:
    """What a move leads to, in one sentence."""
    decision = "beslutet att annonsera" if row.stage == Stage.A else "tilldelningsbeslutet"
    sentences = {
        "call": f"{row.union} ser kallelsen och underlaget när den är sparad.",
        "meet": "Sedan avslutar ni i enighet eller oenighet, eller ajournerar.",
        "adjourn": f"Raden är öppen tills mötet är hållet, och {decision} väntar.",
        "absent": f"Har {row.union} kallats rätt och inte kommer är skyldigheten fullgjord, och raden stängs.",
        "agree": f"Raden stängs, och {decision} väntar inte längre på {row.union}.",
        "request_central": f"Kommer begäran i tid väntar {decision} tills den centrala förhandlingen är avslutad.",
        "late_request": f"Begäran antecknas. Den kom för sent och hindrar inte {decision}.",
        "expire": f"Raden stängs. {row.union} begärde inte central förhandling i tid.",
        "call_central": "Dagen antecknas. Raden är öppen.",
        "meet_central": "Sedan avslutar ni den centrala förhandlingen.",
        "close_central": f"Raden stängs, och {decision} väntar inte längre på {row.union}.",
        "withdraw": "Förhandlingen är avslutad när en part som fullgjort sin skyldighet frånträder skriftligt.",
        "inform": "Raden stängs. Information förhandlas inte och hindrar inget beslut.",
        "not_required": f"Raden stängs utan förhandling, och {row.union} ser motivet.",
        "reopen": f"Undantaget gäller inte längre. Raden öppnas, och {decision} väntar på {row.union}.",
    }
    if move.key == "disagree":
        period = standing.period_of(row.organisation)
        end = request_end(today, standing.request_days(row, period), period.off)
        return f"Avslutas den i dag kan {row.union} begära central förhandling till och med {swedish(end, today)}."
    return f"{_group_meetings(row, today) if move.key == 'call' else ''}{sentences[move.key]}"


def _group_meetings(row: Consultation, today: date) -> str:
    """When the group that a row goes through meets next, with a blank after; empty for a separate negotiation."""
    if row.route != Route.GROUP:
        return ""
    known = days_for(row.organisation, row.department, [row.union], paragraph=row.paragraph).meetings
    coming = [swedish(day, today) for day in known if day >= today]
    return f"Samverkansgruppen möts {listed(coming[:3])}. " if coming else ""


def _ways(row: Consultation, today: date) -> list[Move]:
    """The moves a person may choose between, the main one first. A late request is told from its day by the action."""
    found = [each for each in states.allowed(row.state, row.paragraph == INFORMATION) if each.key != "late_request"]
    if row.state == State.MET:
        return sorted(found, key=lambda each: each.key == "adjourn")
    if row.central_meeting_on:
        return sorted(found, key=lambda each: each.key == "call_central")
    end = standing.request_end_of(row) if row.state == State.DISAGREED else None
    if end is None:
        return found
    if today <= end:
        return [each for each in found if each.key != "expire"]
    return sorted(found, key=lambda each: each.key != "expire")


def _extra(row: Consultation, today: date) -> list[Link]:
    found = []
    closed = is_closed(standing.facts_of(row, standing.period_of(row.organisation)), today)
    if closed and row.paragraph != INFORMATION and row.state not in (State.EXEMPT, State.NOT_REQUIRED):
        found.append(Link("Ny omgång, beslutet blir ett annat", reverse("consultation_round", args=[row.pk])))
    if may_be_vetoed(row):
        found.append(Link("Anteckna ett veto", reverse("veto_create", args=[row.pk])))
    return found


def may_approve(row: Consultation) -> bool:
    """Whether the employer has minutes left to approve."""
    return row.met_on is not None and row.minutes_approved_employer_on is None


def _sentence(row: Consultation, today: date, is_latest: bool) -> str:
    if not is_latest:
        return "En senare omgång har tagit över."
    if row.state == State.CLOSED:
        return f"Avslutad {iso_date(row.closed_on)}: {CloseReason(row.close_reason).label}."
    if row.state == State.DISAGREED:
        end = standing.request_end_of(row)
        if end and today > end:
            return f"Tiden att begära central förhandling gick ut {swedish(end, today)}."
        late = " En begäran kom för sent." if row.is_central_late else ""
        return f"{row.union} kan begära central förhandling till och med {swedish(end, today)}.{late}" if end else ""
    if row.state == State.EXEMPT:
        return f"Undantagen från 38 § MBL tills {row.union} begär förhandling."
    return ""


def _guide(row: Consultation) -> checklist.Item:
    """The guidance of the template the row was made from."""
    template = row.template or template_of(row.organisation)
    items = {item.key: item for item in checklist.from_dicts(template.items)}
    shipped = {item.key: item for item in checklist.SHIPPED}
    key = _GUIDES[State(row.state)][0 if row.stage == Stage.A else 1]
    if row.paragraph == Paragraph.P19 and row.state == State.PLANNED:
        key = "inform"
    return items.get(key) or shipped[key]


def _day(day: date | None) -> str:
    return iso_date(day) if day else "nej"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
