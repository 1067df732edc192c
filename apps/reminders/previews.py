"""Each kind of mail with invented contents, for those who want to see how it looks before anybody gets one."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.template.loader import render_to_string

from apps.accounts.choices import Role
from apps.accounts.invitation_links import LIFETIME
from apps.accounts.models import Department, Invitation, Organisation, User
from apps.core.deadlines import Deadline
from apps.mbl.choices import Channel, Paragraph, Stage
from apps.mbl.models import Consultation, Union
from apps.procurements.models import Procurement
from apps.reminders.choices import Audience, MailKind
from apps.reminders.letters import from_text
from apps.reminders.mail_pages import DepartmentWeek, Orphans, Reminding, Rendered, department_week, reminding

DEPARTMENT = "Fastighetsförvaltningen"
CLEANING, PAINTING, MEALS = "Städning av Södertörnsskolan", "Målning av skolor", "Måltider till äldreboenden"


@dataclass(frozen=True)
class _Example:
    """An invented task so many days from today."""

    days: int
    title: str
    context: str
    legal_basis: str = ""


_EXAMPLES = (
    _Example(-9, "Följ upp kravet: 2 praktikplatser", CLEANING, "avtalets klausul"),
    _Example(-1, "Skicka efterannons för avtalet Målning 2026", PAINTING, "12 kap. 14 § LOU"),
    _Example(0, "Kalla till samverkan om upphandlingen", MEALS, "11 § MBL"),
    _Example(3, "Besluta om sociala krav före annonseringen", MEALS, "riktlinjen: följ eller förklara"),
    _Example(20, "Ta ställning till förlängning 1 av avtalet Städning 2024", CLEANING, "17 kap. 10 § LOU"),
)
_URGENT = _Example(0, "Anbudstiden går ut kl. 12.00: öppna anbuden", MEALS, "12 kap. 10 § LOU")

# What can be shown, in the order of a list: the name in an address, and what it is called.
PREVIEWS = {
    MailKind.DIGEST: "daglig sammanställning",
    MailKind.EACH: "påminnelse för sig",
    MailKind.URGENT: "brådskande påminnelse",
    MailKind.WEEKLY: "veckans sammanställning",
    MailKind.COPY: "kopia till ersättare",
    MailKind.HEADS: "förvaltningens vecka",
    "orphans": "uppgifter utan mottagare",
    "union_call": "kallelse till facket",
    "invitation": "inbjudan",
    "membership_added": "ny roll",
    "password": "nytt lösenord",
}
# The mails that other apps write: subject and body, as text.
_RESET = "account/email/password_reset_key"
_WRITTEN = {
    "union_call": ("mail/union_call_subject.txt", "mail/union_call_body.txt"),
    "invitation": ("mail/invitation_subject.txt", "mail/invitation_body.txt"),
    "membership_added": ("mail/membership_added_subject.txt", "mail/membership_added_body.txt"),
    "password": (f"{_RESET}_subject.txt", f"{_RESET}_message.txt"),
}


def preview(kind: str, *, organisation: Organisation, user: User, today: date) -> Rendered:
    """The mail as `user` would get it, with invented tasks. Raises KeyError for a kind that is not in PREVIEWS."""
    if kind not in PREVIEWS:
        raise KeyError(kind)
    if kind in _WRITTEN:
        return _written(kind, organisation, user, today)
    if kind == MailKind.HEADS:
        return _week(organisation, user, today)
    owner = {"name": user.name, "organisation": organisation, "today": today}
    if kind == "orphans":
        orphans = [Orphans(DEPARTMENT, 3), Orphans("Kulturförvaltningen", 1)]
        audiences = frozenset([Audience.ADMINISTRATOR])
        return reminding(Reminding(MailKind.DIGEST, orphans=orphans, audiences=audiences, **owner))
    few = {MailKind.EACH: _EXAMPLES[:1], MailKind.COPY: _EXAMPLES[:1], MailKind.URGENT: (_URGENT,)}
    chosen = few.get(kind, _EXAMPLES)
    deadlines = [_deadline(number, each, organisation, today) for number, each in enumerate(chosen, start=1)]
    told = {each.key: [Audience.HEAD, Audience.COORDINATOR] for each in deadlines[:1] if each.due_on < today}
    is_weekly = kind == MailKind.WEEKLY
    audiences, copied_from = frozenset([Audience.OWNER]), "Olle Exempel" if kind == MailKind.COPY else ""
    facts = {"audiences": audiences, "is_optional": is_weekly, "copied_from": copied_from}
    return reminding(Reminding(kind, deadlines=deadlines, told=told, **facts, **owner))


def _written(kind: str, organisation: Organisation, user: User, today: date) -> Rendered:
    """A mail about an account or a call, with a link that leads nowhere."""
    procurement = Procurement(title=MEALS, case_number="UH 2026-12", organisation=organisation)
    consultation = Consultation(
        organisation=organisation,
        procurement=procurement,
        department=Department(name=DEPARTMENT, organisation=organisation),
        union=Union(name="Facket A (påhittat)", organisation=organisation),
        paragraph=Paragraph.P11,
        stage=Stage.A,
        channel=Channel.EMAIL,
        called_on=today,
        meeting_on=today + timedelta(days=14),
    )
    context = {
        "consultation": consultation,
        "invitation": Invitation(organisation=organisation, role=Role.OFFICER, invited_by=user, email=user.email),
        "url": f"{settings.SITE_URL}/exempel/",
        "password_reset_url": f"{settings.SITE_URL}/exempel/",
        "by": user,
        "user": user,
        "host": settings.SITE_URL.partition("//")[2],
        "days": LIFETIME.days,
        "contact_email": settings.CONTACT_EMAIL,
    }
    subject, body = (render_to_string(template, context) for template in _WRITTEN[kind])
    subject = " ".join(subject.split())
    return Rendered(subject, body.strip(), from_text(subject, body))


def _week(organisation: Organisation, user: User, today: date) -> Rendered:
    deadlines = [_deadline(number, each, organisation, today) for number, each in enumerate(_EXAMPLES[:2], start=1)]
    responsible = dict(zip((each.key for each in deadlines), ("Doris Exempel", "upphandlare"), strict=True))
    return department_week(DepartmentWeek(organisation, DEPARTMENT, user.name, today, deadlines, responsible))


def _deadline(number: int, example: _Example, organisation: Organisation, today: date) -> Deadline:
    return Deadline(
        key=f"requirement:{number}",
        title=example.title,
        due_on=today + timedelta(days=example.days),
        organisation_id=organisation.pk,
        owner_department_id=None,
        responsible_id=None,
        legal_basis=example.legal_basis,
        url="/",
        permission="",
        context=example.context,
    )
