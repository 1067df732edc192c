"""What contracts have promised of each kind of effort against what has come of it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from apps.accounts.models import Organisation, User
from apps.placements import delivery_words as words
from apps.placements import ledger
from apps.placements.choices import ActivityKind, PlacementKind
from apps.placements.delivery_lines import Line, Reader, first_start, lines
from apps.placements.fulfilment import (
    Amount,
    Bonus,
    Count,
    FirstStart,
    FirstStartState,
    Outlook,
    Prospect,
    Sum,
    bonus,
    outlook,
    split,
)
from apps.placements.ledger import Ledger, Row
from apps.placements.models import Activity, Credit, Placement, PlaceOffer
from apps.placements.queries import Fact
from apps.procurements.choices import KINDLESS_MODELS, RequirementModel, RequirementUnit
from apps.procurements.models import Contract, Requirement

VIEW = "placements.view_placement"
_TONES = {Prospect.DELIVERED: "good", Prospect.ON_TRACK: "info", Prospect.AT_RISK: "warn", Prospect.OVERDUE: "bad"}


@dataclass(frozen=True)
class Delivery:
    """A requirement of a contract, or a kind of effort beside them: promised, delivered, remaining, at risk, and why.

    `kind` is RequirementKind's or the effort's own; `delivered` is in the requirement's unit, and `amounts` says all
    three in words. `lines` are the sum, each with the placements it comes from.
    """

    kind: str
    name: str
    promised: int | None
    delivered: Fraction
    status_text: str
    status_kind: str
    amounts: str
    reason: str
    facts: list[Fact] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    note: str = ""


@dataclass(frozen=True)
class _Case:
    """A contract with all that is needed to tell of its requirements. `shares` are the other authorities' percent."""

    contract: Contract
    book: Ledger
    rows: Mapping[str, Row]
    reader: Reader
    shares: dict[int, int]

    @property
    def today(self) -> date:
        return self.reader.today


def deliveries(contract: Contract, user: User, *, today: date) -> list[Delivery]:
    """The contract's requirements, the first to be due first, then what was done beside them.

    Placements of all authorities count. Those the user may not see are only counted, each authority for itself.
    """
    case = _case(contract, user, today)
    asked = list(contract.requirements.exclude(model__in=KINDLESS_MODELS).order_by("due_on", "pk"))
    counted = {each.kind for each in asked if each.count}
    # Beside a number for the same effort a dialogue has nothing of its own to count.
    asked = [each for each in asked if each.count or each.bonus_rate or each.kind not in counted]
    return [*(_of_requirement(each, case) for each in asked), *_beside(asked, case)]


def _case(contract: Contract, user: User, today: date) -> _Case:
    shares = dict(contract.procurement.parties.values_list("organisation", "share_percent"))
    book = ledger.read([contract.pk], today=today)[contract.pk]
    taking_part = {contract.organisation_id, *shares, *(row.organisation_id for row in book.rows.values())}
    organisations = Organisation.objects.in_bulk(taking_part)
    seen = (
        model.objects.visible_to(user, VIEW).filter(contract=contract)
        for model in (Placement, PlaceOffer, Activity, Credit)
    )
    labels = {ledger.label_of(row) for rows in seen for row in rows.only("pk")}
    reader = Reader(user, contract.organisation_id, organisations, labels, today)
    return _Case(contract, book, book.rows, reader, shares)


def _of_requirement(requirement: Requirement, case: _Case) -> Delivery:
    unit, result = ledger.unit_of(requirement), ledger.delivered(requirement, case.book, today=case.today)
    first = _first(requirement, case.contract, case.book, case.today)
    earned = _bonus(requirement, result, case)
    prospect = _outlook(requirement, result, first, case) if requirement.count else None
    text, tone, reason = _status(result, prospect)
    return Delivery(
        kind=requirement.kind,
        name=_name(requirement),
        promised=requirement.count,
        delivered=result.delivered,
        status_text=text,
        status_kind=tone,
        amounts=words.amounts(unit, requirement.count, result),
        reason=reason,
        facts=_facts(requirement, result, prospect, first, earned, case),
        lines=lines(result, case.rows, case.reader, unit=unit, has_bonus=bool(earned)),
        note=words.NOTES.get(requirement.unit, ""),
    )


def _beside(asked: list[Requirement], case: _Case) -> list[Delivery]:
    """What has been done of kinds that no requirement of the contract counts."""
    covered = {kind for requirement in asked for kind in ledger.kinds_of(requirement)}
    number = Counter(row.kind for row in (*case.book.begun, *case.book.activities) if row.kind not in covered)
    found = []
    for kind in (*PlacementKind, *ActivityKind):
        if not number[kind.value]:
            continue
        unit = RequirementUnit.MEETINGS if kind in ActivityKind else RequirementUnit.PLACES
        requirement = Requirement(kind=kind.value, model=RequirementModel.DIALOG, unit=unit)
        result = ledger.delivered(requirement, case.book, today=case.today)
        shown = lines(result, case.rows, case.reader, unit=unit)
        name = (kind.value, words.capitalised(kind.label), None, Fraction(number[kind.value]))
        amounts = words.amounts(unit, None, result)
        found.append(Delivery(*name, "utöver kraven", "info", amounts, words.BESIDE, lines=shown))
    return found


def _name(requirement: Requirement) -> str:
    is_bonus = requirement.model == RequirementModel.BONUS and requirement.count
    return words.capitalised(f"{requirement} med bonus" if is_bonus else str(requirement))


def _due_on(requirement: Requirement, contract: Contract) -> date | None:
    """The last day of the commitment: its own, else the contract's."""
    end = None if contract.is_until_further_notice else contract.ends_on
    return requirement.due_on or requirement.ends_on or end


def _first(requirement: Requirement, contract: Contract, book: Ledger, today: date) -> FirstStart | None:
    starts_on = requirement.starts_on or contract.starts_on
    return ledger.first_of(requirement, book, starts_on=starts_on, today=today)


def _outlook(requirement: Requirement, result: Sum | Count, first: FirstStart | None, case: _Case) -> Outlook:
    due_on = _due_on(requirement, case.contract)
    found = outlook(
        result,
        ledger.coming(requirement, case.book, today=case.today, until=due_on),
        unit=ledger.unit_of(requirement),
        starts_on=requirement.starts_on or case.contract.starts_on,
        due_on=due_on,
        today=case.today,
    )
    if found.state == Prospect.ON_TRACK and first and first.state == FirstStartState.MISSED:
        reason = words.FIRST_MISSED.format(due=first.due_on)
        return Outlook(Prospect.AT_RISK, reason, found.coming, found.missing, found.days_left)
    return found


def _status(result: Sum | Count, prospect: Outlook | None) -> tuple[str, str, str]:
    """The tag, its tone and the reason."""
    if prospect is None:
        return ("påbörjad", "good", words.DIALOGUE) if result.delivered else ("inget ännu", "warn", words.DIALOGUE)
    reason = words.LEFT_EARLY if isinstance(result, Sum) and result.is_by_early_end else prospect.reason
    return prospect.state.label, _TONES[prospect.state], reason


def _bonus(requirement: Requirement, result: Sum | Count, case: _Case) -> Bonus | None:
    """What is earned of the bonus: it is for each placement's result, so empty places and credits earn nothing."""
    if requirement.bonus_rate is None:
        return None
    amounts = (each for each in result.amounts if not isinstance(_source(each, case), PlaceOffer | Credit))
    return bonus(requirement.bonus_rate, requirement.bonus_ceiling, amounts)


def _facts(
    requirement: Requirement,
    result: Sum | Count,
    prospect: Outlook | None,
    first: FirstStart | None,
    earned: Bonus | None,
    case: _Case,
) -> list[Fact]:
    unit = ledger.unit_of(requirement)
    rows = []
    if prospect:
        rows.append(("Sista dag", words.last_day(_due_on(requirement, case.contract), prospect.days_left)))
    if prospect and prospect.coming and not result.is_fulfilled:
        rows.append(("Väntas", words.expected(unit, prospect.coming)))
    if first:
        rows.append(("Första insatsen", first_start(first, case.rows, case.reader)))
    if earned:
        rows.append(("Bonus", words.bonus(earned, requirement.bonus_rate, requirement.bonus_ceiling, unit)))
    rows += words.offers(case.book.of(ledger.kinds_of(requirement)).offers, unit, case.today)
    return [Fact(key, value) for key, value in (*rows, *_shares(requirement, result, case))]


def _shares(requirement: Requirement, result: Sum | Count, case: _Case) -> list[tuple[str, str]]:
    """In a joint procurement each authority's part of the commitment and what its placements have given."""
    if not case.shares or not requirement.count:
        return []
    lead, unit = case.contract.organisation_id, ledger.unit_of(requirement)
    try:
        parts = split(requirement.count, case.shares, lead=lead)
    except ValueError as problem:
        return [("Fördelning", str(problem))]
    given: dict[int, Fraction] = dict.fromkeys(parts, Fraction(0))
    for each in result.amounts:
        whose = _source(each, case).organisation_id
        given[whose] = given.get(whose, Fraction(0)) + each.amount
    percent = {lead: 100 - sum(case.shares.values())} | case.shares
    return [
        (case.reader.organisations[key].name, words.part(unit, given[key], promised, percent[key]))
        for key, promised in parts.items()
    ]


def _source(amount: Amount, case: _Case) -> Row:
    return ledger.labelled(amount, case.rows)[0]
