"""What a meeting about a contract is shown of its commitments: how they stand, in words and as a proposed state."""

from dataclasses import dataclass
from datetime import date

from apps.core.formats import iso_date
from apps.followups.choices import CommitmentState
from apps.followups.standings import Standing, standings
from apps.placements import delivery_words as words
from apps.placements import ledger
from apps.procurements.models import Contract, Requirement
from apps.procurements.wording import counted

_LENGTH = 120


@dataclass(frozen=True)
class Commitment:
    """A requirement as it stands today. `offers` says what places were offered, empty when none was."""

    requirement: Requirement
    state: CommitmentState
    promised: str
    delivered: str
    offers: str


def commitments(contract: Contract, *, today: date) -> list[Commitment]:
    """The contract's commitments, the first to be due first, in as many questions however many they are."""
    book = ledger.read([contract.pk], today=today)[contract.pk]
    found = standings([contract], today=today)[contract.pk]
    return [_commitment(standing, book) for standing in found]


def _commitment(standing: Standing, book: ledger.Ledger) -> Commitment:
    requirement = standing.requirement
    due = f", senast {iso_date(standing.due_on)}" if standing.due_on else ""
    delivered = words.amount(ledger.unit_of(requirement), standing.delivered)
    own = book.of(ledger.kinds_of(requirement)).offers
    return Commitment(
        requirement,
        standing.state,
        f"{str(requirement)[: _LENGTH - len(due)]}{due}",
        delivered,
        _offers(sum(each.count for each in own), sum(each.filled for each in own)),
    )


def _offers(offered: int, filled: int) -> str:
    if not offered:
        return ""
    return f"{counted(offered, 'erbjuden plats', 'erbjudna platser')}, {filled} av dem tillsatta"
