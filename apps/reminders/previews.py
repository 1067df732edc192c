"""Each kind of reminder mail with invented tasks, for those who want to see how it looks before anybody gets one."""

from dataclasses import dataclass
from datetime import date, timedelta

from apps.accounts.models import Organisation, User
from apps.core.deadlines import Deadline
from apps.reminders.choices import Audience, MailKind
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
    MailKind.HEADS: "förvaltningens vecka",
    "orphans": "uppgifter utan mottagare",
}


def preview(kind: str, *, organisation: Organisation, user: User, today: date) -> Rendered:
    """The mail as `user` would get it, with invented tasks. Raises KeyError for a kind that is not in PREVIEWS."""
    if kind not in PREVIEWS:
        raise KeyError(kind)
    if kind == MailKind.HEADS:
        return _week(organisation, user, today)
    owner = {"name": user.name, "organisation": organisation, "today": today}
    if kind == "orphans":
        orphans = [Orphans(DEPARTMENT, 3), Orphans("Kulturförvaltningen", 1)]
        audiences = frozenset([Audience.ADMINISTRATOR])
        return reminding(Reminding(MailKind.DIGEST, orphans=orphans, audiences=audiences, **owner))
    chosen = {MailKind.EACH: _EXAMPLES[:1], MailKind.URGENT: (_URGENT,)}.get(kind, _EXAMPLES)
    deadlines = [_deadline(number, each, organisation, today) for number, each in enumerate(chosen, start=1)]
    told = {each.key: [Audience.HEAD, Audience.COORDINATOR] for each in deadlines[:1] if each.due_on < today}
    is_weekly = kind == MailKind.WEEKLY
    audiences = frozenset([Audience.OWNER])
    return reminding(
        Reminding(kind, deadlines=deadlines, told=told, audiences=audiences, is_optional=is_weekly, **owner)
    )


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
