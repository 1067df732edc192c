"""What happened to a deviation and its steps, read from the history the database triggers keep, in Swedish."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from apps.accounts.models import User
from apps.core.formats import display
from apps.followups.choices import DeviationState, SanctionState, Step
from apps.followups.letter_mail import SENT_TO
from apps.followups.models import Deviation, SanctionEvent
from apps.placements.queries import Change, author_of
from apps.procurements.models import Requirement
from apps.procurements.wording import kronor
from apps.suppliers.models import SupplierContact

_FIELDS = {
    "what": "vad som avviker",
    "measure": "åtgärd",
    "due_on": "åtgärdad senast",
    "owner_id": "ansvarig",
    "requirement_id": "krav",
}


def timeline(deviation: Deviation) -> list[Change]:
    """What happened, the newest first, in six questions however much it is."""
    own = list(deviation.events.select_related("pgh_context").order_by("pgh_id"))
    steps: dict[int, list] = {}
    for event in _step_events(deviation):
        steps.setdefault(event.id, []).append(event)
    names = _Names([*own, *chain.from_iterable(steps.values())])
    found = [*_told(own, names, _of_deviation)]
    for events in steps.values():
        found += _told(events, names, _of_step)
    return sorted(found, key=lambda change: change.on, reverse=True)


class _Names:
    """What keys in the history are called."""

    def __init__(self, events: list):
        owners = {getattr(event, "owner_id", None) for event in events}
        self.users = User.objects.in_bulk(({author_of(event) for event in events} | owners) - {None})
        self.requirements = Requirement.objects.in_bulk(
            {getattr(event, "requirement_id", None) for event in events} - {None}
        )
        self.contacts = SupplierContact.objects.in_bulk({_sent_to(event) for event in events} - {None})

    def shown(self, event, name: str) -> str:
        value = getattr(event, name)
        if name == "owner_id" and value:
            return self.users[value].name if value in self.users else "borttagen"
        if name == "requirement_id" and value:
            return str(self.requirements.get(value, "borttaget"))
        return display(value)


def _step_events(deviation: Deviation):
    rows = SanctionEvent.objects.filter(deviation_id=deviation.pk)
    return rows.select_related("pgh_context").order_by("pgh_id")


def _told(events: list, names: _Names, sentence: Callable) -> Iterator[Change]:
    for before, after in zip([None, *events], events, strict=False):
        if text := sentence(before, after, names):
            user = names.users.get(author_of(after))
            yield Change(after.pgh_created_at, text, user.name if user else "")


def _of_deviation(before, after, names: _Names) -> str:
    if before is None:
        return "Avvikelsen upptäckt av Steget" if after.raised_key else "Avvikelsen antecknad"
    if before.state != after.state:
        return _ended(after)
    return _changes(before, after, names)


def _ended(after) -> str:
    if after.state == DeviationState.OPEN:
        return "Öppnad igen"
    if after.state == DeviationState.EXEMPTED:
        return f"Undantag: {after.exemption_reason}"
    return f"{DeviationState(after.state).label.capitalize()}: {after.outcome}"


def _changes(before, after, names: _Names) -> str:
    changed: Iterable[str] = (name for name in _FIELDS if getattr(before, name) != getattr(after, name))
    text = "; ".join(f"{_FIELDS[name]}: {names.shown(before, name)} → {names.shown(after, name)}" for name in changed)
    return text[:1].upper() + text[1:]


def _of_step(before, after, names: _Names) -> str:
    step = Step(after.step).label
    if before is None or before.state != after.state:
        return f"{_moved(step, after)}{_sent(after, names)}"
    if before.reply != after.reply:
        return f"Leverantören svarade {after.replied_on} om {step}"
    return ""


def _moved(step: str, after) -> str:
    amount = f", {kronor(after.amount)}" if after.amount is not None else ""
    if after.state == SanctionState.WITHDRAWN:
        return f"Steget {step} är återtaget"
    if after.state == SanctionState.PROPOSED:
        return f"Förslag om {step}{amount}: leverantören får yttra sig senast {after.reply_by}"
    if after.step == Step.NONE:
        return f"Ingen sanktion därför att: {after.motive}"
    return f"Beslut om {step}{amount}"


def _sent(event, names: _Names) -> str:
    """That the letter was mailed, when it was."""
    contact = _sent_to(event)
    if contact is None:
        return ""
    found = names.contacts.get(contact)
    return f". Brevet skickades till {found.name if found else 'en kontakt som är borttagen'}"


def _sent_to(event) -> int | None:
    return event.pgh_context.metadata.get(SENT_TO) if event.pgh_context else None
