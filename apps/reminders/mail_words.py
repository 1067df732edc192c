"""What the mails of reminders say: pure, from deadlines and days to Swedish sentences."""

import textwrap
from collections.abc import Collection, Iterable
from datetime import date, timedelta

from django.template.defaultfilters import capfirst
from django.utils.formats import date_format

from apps.core.deadlines import Deadline
from apps.reminders.choices import Audience, MailKind
from apps.reminders.task_lines import status

# Longer subjects are cut in the lists of most mail programs.
SUBJECT, NAME = 120, 60
WIDTH = 72
COPIED = (
    "Mejlet skulle till {name}, men mejlservern säger att den adressen inte finns. Du får det i stället, eftersom du "
    "står näst på tur."
)
WHY = {
    Audience.OWNER: "Du är ansvarig, eller så hör uppgiften till det du arbetar med.",
    Audience.HEAD: "Du är förvaltningschef och får veta när en uppgift i förvaltningen är försenad.",
    Audience.COORDINATOR: "Du är CSR-samordnare och får veta när en uppgift är försenad.",
    Audience.ADMINISTRATOR: "Du är administratör, och uppgiften har ingen annan som kan påminnas.",
}


def section_of(due_on: date, today: date) -> str:
    """The heading that a deadline stands under."""
    if due_on < today:
        return "Försenat"
    if due_on == today:
        return "I dag"
    sunday = today + timedelta(days=6 - today.weekday())
    return "Den här veckan" if due_on <= sunday else "Senare"


def when(due_on: date, today: date) -> str:
    """The day, and how far away it is: "Fredag 20 november 2026, 2 dagar försenad"."""
    return f"{capfirst(date_format(due_on, 'l j F Y'))}, {status(due_on, today)[0]}"


def tasks(count: int) -> str:
    """ "1 uppgift", "3 uppgifter"."""
    return f"{count} {'uppgift' if count == 1 else 'uppgifter'}"


def late(count: int) -> str:
    """ "1 försenad", "3 försenade"."""
    return f"{count} {'försenad' if count == 1 else 'försenade'}"


def subject(kind: str, deadlines: list[Deadline], orphans: int, today: date) -> str:
    """How many and the most urgent, or the one it is about. `deadlines` come in order of day."""
    if not deadlines:
        return f"{tasks(orphans)} saknar mottagare"
    first, count = deadlines[0], len(deadlines)
    if count == 1:
        is_named = not first.context or first.context in first.title
        about = "" if is_named else f" ({_short(first.context)})"
        start = {MailKind.URGENT: "Brådskande, ", MailKind.COPY: "Kopia: "}.get(kind, "")
        told = f"{start}{status(first.due_on, today)[0]}: {_short(first.title, SUBJECT - NAME)}{about}"
        return _one_line(capfirst(told))
    parts = [tasks(count)]
    if overdue := sum(each.due_on < today for each in deadlines):
        parts.append(late(overdue))
    elif due := sum(each.due_on == today for each in deadlines):
        parts.append(f"{due} i dag")
    start = {MailKind.WEEKLY: "Veckan: ", MailKind.COPY: "Kopia: "}.get(kind, "")
    return _one_line(f"{start}{', '.join(parts)}: {_short(first.context or first.title)}")


def lead(kind: str, deadlines: list[Deadline], organisation: str, today: date) -> str:
    """The mail in one sentence."""
    if len(deadlines) == 1:
        start = "En brådskande uppgift" if kind == MailKind.URGENT else "En uppgift"
        return f"{start} väntar hos {organisation}."
    overdue = sum(each.due_on < today for each in deadlines)
    rest = f", {'en av dem' if overdue == 1 else f'{overdue} av dem'} {'försenad' if overdue == 1 else 'försenade'}"
    return f"{tasks(len(deadlines))} väntar hos {organisation}{rest if overdue else ''}."


def also_told(audiences: Iterable[str]) -> str:
    """Who else has been told of the same deadline, by what they are: a mail names nobody outside the department."""
    told = list(audiences)
    owners = told.count(Audience.OWNER)
    words = []
    if owners:
        words.append("en ansvarig" if owners == 1 else f"{owners} ansvariga")
    if Audience.HEAD in told:
        words.append("förvaltningschefen")
    if coordinators := told.count(Audience.COORDINATOR):
        words.append("CSR-samordnaren" if coordinators == 1 else f"{coordinators} CSR-samordnare")
    return " och ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def why(audiences: Collection[str]) -> list[str]:
    """Why somebody gets the mail, a sentence for each thing the person is to it."""
    return [sentence for audience, sentence in WHY.items() if audience in audiences]


def wrapped(text: str) -> str:
    """The text in lines of at most 72 characters; addresses are left whole, indented lines stay indented."""
    lines: list[str] = []
    for line in map(str.rstrip, text.splitlines()):
        if "://" in line or not line:
            lines += [line] if line or lines[-1:] != [""] else []
            continue
        indent = " " * (len(line) - len(line.lstrip(" *")))
        lines += textwrap.wrap(line, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
    return "\n".join(lines).strip() + "\n"


def copied(name: str) -> str:
    """Whose the mail was and why somebody else gets it; empty for the mails of one's own."""
    return COPIED.format(name=name) if name else ""


def _short(text: str, longest: int = NAME) -> str:
    text = " ".join(text.split())
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def _one_line(text: str) -> str:
    return _short(text, SUBJECT + NAME)
