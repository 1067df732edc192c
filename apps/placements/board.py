"""The board: open places beside waiting participants, and what may suit whom. Reads only; a person decides."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Q, QuerySet

from apps.accounts.models import Organisation, User
from apps.placements import matching
from apps.placements.choices import ASKED_STATES, FILLED_STATES, PlacementKind, PlacementState
from apps.placements.matching import Candidate, Suggestion
from apps.placements.models import Placement, PlaceOffer, Waiting
from apps.placements.rules import Period

SEE_CODES, CHANGE = "placements.view_participant", "placements.change_placement"
# More stand in the list of places, and among the waiting once those ahead have a place.
MOST = 30
_NO = (PlacementState.DECLINED_BY_CANDIDATE, PlacementState.DECLINED_BY_SUPPLIER)
_AT_WORK = (PlacementState.MATCHED, PlacementState.STARTED)


@dataclass(frozen=True)
class PlaceRow:
    """An open place on the board; `suits` of the waiting it may suit."""

    offer: PlaceOffer
    suits: int


@dataclass(frozen=True)
class WaitingRow:
    """A waiting participant on the board; of the open places shown `suits` may suit. `elsewhere` are placements."""

    waiting: Waiting
    suits: int
    elsewhere: str = ""


@dataclass(frozen=True)
class Board:
    """What is shown, and how much there is in all."""

    places: list[PlaceRow]
    all_places: int
    waiting: list[WaitingRow]
    all_waiting: int


@dataclass(frozen=True)
class Suited:
    """A suggestion with what it is about: a waiting participant for a place, or a place for a participant."""

    offer: PlaceOffer
    waiting: Waiting
    why: str
    fits: bool


class Suggested(NamedTuple):
    """The first that may suit, and the first that do not, with why."""

    fitting: list[Suited]
    others: list[Suited]


NOBODY = Suggested([], [])


def waiting_in(organisation: Organisation, user: User) -> QuerySet:
    """Those who wait in the organisation, whose code the user may see; the longest waiting first."""
    rows = Waiting.objects.visible_to(user, SEE_CODES).filter(participant__organisation=organisation, ended_on=None)
    return rows.select_related("participant").order_by("since", "pk")


def offers_in(organisation: Organisation, user: User, *, today: date) -> QuerySet:
    """The organisation's open places that the user may fill."""
    rows = PlaceOffer.objects.visible_to(user, CHANGE).filter(organisation=organisation)
    return rows.open_on(today).select_related("supplier", "contract__procurement").order_by("from_on", "pk")


def read(offers: QuerySet, waiting: QuerySet, *, today: date) -> Board:
    """The first places and those who have waited longest, and for each how many of the others may suit."""
    places, rows = list(offers[:MOST]), list(waiting)
    placed = _placements_of(rows)
    candidates = [_candidate(row, placed[row.participant_id], today) for row in rows]
    shown = [_offered(offer) for offer in places]
    suits = [_fitting(matching.for_candidate(candidate, shown)) for candidate in candidates[:MOST]]
    return Board(
        [PlaceRow(offer, _fitting(matching.for_offer(_offered(offer), candidates))) for offer in places],
        offers.count(),
        [
            WaitingRow(row, number, _elsewhere(placed[row.participant_id]))
            for row, number in zip(rows, suits, strict=False)
        ],
        len(rows),
    )


def for_offer(offer: PlaceOffer, waiting: QuerySet, *, today: date) -> Suggested:
    """Those who wait and are not yet on the place: those who may suit first, each with why or why not."""
    rows = {row.pk: row for row in waiting.exclude(participant__in=_on(offer))}
    placed = _placements_of(rows.values())
    candidates = [_candidate(row, placed[row.participant_id], today) for row in rows.values()]
    found = matching.for_offer(_offered(offer), candidates)
    return _split([Suited(offer, rows[each.key], each.why, each.fits) for each in found])


def for_waiting(row: Waiting, offers: QuerySet, *, today: date) -> Suggested:
    """Open places for one who waits, but those it is on already: those that may suit first."""
    placed = _placements_of([row])[row.participant_id]
    taken = {each.offer_id for each in placed if each.state in (*ASKED_STATES, *FILLED_STATES)}
    places = {offer.pk: offer for offer in offers if offer.pk not in taken}
    found = matching.for_candidate(_candidate(row, placed, today), map(_offered, places.values()))
    return _split([_for_participant(row, places[each.key], each) for each in found])


def _for_participant(row: Waiting, offer: PlaceOffer, suggestion: Suggestion) -> Suited:
    """What fits says of the place, since all of it suits the same participant for the same reason."""
    about = f"{offer.get_kind_display()} från {offer.from_on}, {offer.free_words}."
    return Suited(offer, row, about if suggestion.fits else suggestion.why, suggestion.fits)


def _split(found: list[Suited]) -> Suggested:
    return Suggested([each for each in found if each.fits][:MOST], [each for each in found if not each.fits][:MOST])


def _on(offer: PlaceOffer) -> QuerySet:
    states = (*ASKED_STATES, *FILLED_STATES)
    return Placement.objects.standing().filter(offer=offer, state__in=states).values("participant")


def _placements_of(rows: Iterable[Waiting]) -> dict[int, list[Placement]]:
    """The placements of those who wait that go on, are asked for, or came to nothing; by participant."""
    found: dict[int, list[Placement]] = defaultdict(list)
    is_relevant = Q(state__in=(*_NO, *_AT_WORK, *ASKED_STATES))
    participants = [row.participant_id for row in rows]
    for each in Placement.objects.standing().filter(is_relevant, participant__in=participants).order_by("number"):
        found[each.participant_id].append(each)
    return found


def _candidate(row: Waiting, placed: list[Placement], today: date) -> Candidate:
    at_work = [each for each in placed if each.state in _AT_WORK and each.kind != PlacementKind.MENTORSHIP]
    return Candidate(
        key=row.pk,
        since=row.since,
        kinds=tuple(row.kinds),
        busy=tuple(_period(each, today) for each in at_work if each.first_day),
        refusals={each.supplier_id: each.exited_on for each in placed if each.state in _NO},
    )


def _period(placement: Placement, today: date) -> Period:
    """One that should have ended and was not goes on until today."""
    end = placement.planned_end_on
    return Period(placement.first_day, max(end, today) if end else None)


def _offered(offer: PlaceOffer) -> matching.Offered:
    return matching.Offered(offer.pk, offer.kind, offer.free, offer.from_on, offer.to_on, offer.supplier_id)


def _fitting(suggestions: list[Suggestion]) -> int:
    return sum(each.fits for each in suggestions)


def _elsewhere(placed: list[Placement]) -> str:
    """Where the participant is proposed or placed already: "P12 föreslagen, P13 pågår"."""
    here = [each for each in placed if each.state in (*_AT_WORK, *ASKED_STATES)]
    return ", ".join(f"{each} {each.get_state_display()}" for each in here)
