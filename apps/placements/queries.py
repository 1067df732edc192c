"""Reads for the placement pages: where a placement can be, what goes on at the same time, what a contract gave."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.formats import date_format

from apps.accounts.access import grants_with
from apps.accounts.models import Organisation, User
from apps.core.formats import display, iso_date, month
from apps.placements import kind_rules, rules
from apps.placements.choices import LEFT_STATES, ConsentPurpose, CorrectionReason, PlacementKind, PlacementState
from apps.placements.models import Consent, Participant, Placement
from apps.procurements.models import Contract, ContractSupplier
from apps.suppliers.models import Supplier

MOST_CHOICES = 14
RECENT = 3


@dataclass(frozen=True)
class Workplace:
    """A supplier with one of its contracts; an activity may have the supplier only."""

    supplier: Supplier
    contract: Contract | None
    is_over: bool = False

    @property
    def value(self) -> str:
        return f"{self.contract.pk if self.contract else ''}-{self.supplier.pk}"

    @property
    def note(self) -> str:
        """What tells the supplier's contracts apart: "A-12 Målning av skolor (avslutat)"."""
        if self.contract is None:
            return "utan avtal"
        return f"{contract_label(self.contract)}{' (avslutat)' if self.is_over else ''}"


@dataclass(frozen=True)
class Workplaces:
    """The suppliers and contracts a user may choose between in an organisation. `perm` is what the user is to do."""

    user: User
    organisation: Organisation
    perm: str
    today: date
    needs_contract: bool = True

    def get(self, value: str) -> Workplace | None:
        """The workplace with that value, if the user may choose it."""
        match = re.fullmatch(r"(\d{0,18})-(\d{1,18})", value)
        if not match:
            return None
        contract, supplier = match.groups()
        if contract:
            return next(self._read(self._pairs().filter(contract=contract, supplier=supplier)), None)
        found = None if self.needs_contract else Supplier.objects.filter(pk=supplier).first()
        return Workplace(found, None) if found else None

    def of_contract(self, contract_id: str) -> Workplace | None:
        """The first supplier of a contract, for links from the contract's page."""
        digits = re.fullmatch(r"\d{1,18}", contract_id)
        return next(self._read(self._pairs().filter(contract=contract_id)), None) if digits else None

    def first_choices(self) -> tuple[list[Workplace], bool]:
        """The user's latest first, and whether that is all there is: everything when it fits, else the three latest."""
        recent = self._recent()
        pairs = list(self._read(self._pairs()[: MOST_CHOICES + 1]))
        if len(pairs) > MOST_CHOICES:
            return recent, False
        return _unique([*recent, *pairs]), self.needs_contract

    def search(self, query: str) -> list[Workplace]:
        """Those whose supplier or contract number holds the words; running contracts first. One more than fits."""
        suppliers = Supplier.objects.search(query)
        pairs = self._pairs().filter(Q(supplier__in=suppliers) | Q(contract__number__icontains=query))
        found = list(self._read(pairs[: MOST_CHOICES + 1]))
        if not self.needs_contract:
            found += [Workplace(supplier, None) for supplier in suppliers[: MOST_CHOICES + 1]]
        return found

    def every(self) -> list[Workplace]:
        """All of them that have a contract, running contracts first."""
        return list(self._read(self._pairs()))

    def is_empty(self) -> bool:
        """Whether there is nothing to choose, however one searches."""
        return self.needs_contract and not self._pairs().exists()

    def _recent(self) -> list[Workplace]:
        own = Placement.objects.standing().filter(organisation=self.organisation, created_by=self.user)
        latest = own.order_by("-created_at", "-pk").values_list("contract", "supplier")[:50]
        order = list(dict.fromkeys(latest))[:RECENT]
        chosen = Q(pk__in=[])
        for contract, supplier in order:
            chosen |= Q(contract=contract, supplier=supplier)
        found = {(each.contract.pk, each.supplier.pk): each for each in self._read(self._pairs().filter(chosen))}
        return [found[key] for key in order if key in found]

    def _pairs(self) -> QuerySet:
        return (
            ContractSupplier.objects.filter(contract__in=self._contracts())
            .annotate(last_on=Coalesce("contract__latest_end_on", "contract__ends_on"))
            .annotate(is_over=_is_over(self.today))
            .select_related("contract__procurement", "supplier")
            .order_by("is_over", "supplier__sort_key", "contract__number", "pk")
        )

    def _contracts(self) -> QuerySet:
        """Those the user may work with; and, for the whole authority's people, of joint procurements it takes part in.

        A contract of a joint procurement belongs to the authority that leads it, and is used by all (DOMAIN 7).
        """
        own = Contract.objects.visible_to(self.user, self.perm).filter(organisation=self.organisation)
        held = [grant for grant in grants_with(self.user, self.perm) if grant.organisation_id == self.organisation.pk]
        if all(grant.department_id for grant in held):
            return own
        return Contract.objects.filter(Q(pk__in=own) | Q(pk__in=Contract.objects.of(self.organisation)))

    @staticmethod
    def _read(pairs: Iterable) -> Iterable[Workplace]:
        return (Workplace(pair.supplier, pair.contract, bool(pair.is_over)) for pair in pairs)


@dataclass(frozen=True)
class KindCount:
    kind: str
    label: str
    count: int


def listed(rows: QuerySet[Placement]) -> QuerySet[Placement]:
    """The rows with what the columns of the list tell: of some hundred columns in the five tables, twenty."""
    return rows.select_related("supplier", "contract__procurement__department").only(
        *("number", "participant_id", "kind", "state", "undone_at", "starts_on", "planned_end_on", "ended_on"),
        *("extent_percent", "supplier__name", "contract__number", "contract__title"),
        *("contract__procurement__title", "contract__procurement__department__name"),
    )


def contract_label(contract: Contract) -> str:
    """Number and title, or the procurement's title: "A-12 Målning av skolor"."""
    return " ".join(part for part in (contract.number, contract.title or contract.procurement.title) if part)


def contract_period(contract: Contract) -> rules.Period | None:
    """The contract's time with all extensions; None when it has no start."""
    if contract.starts_on is None:
        return None
    end = None if contract.is_until_further_notice else contract.latest_end_on or contract.ends_on
    return rules.Period(contract.starts_on, end)


def warnings(placement: Placement) -> list[str]:
    """What looks odd about a placement that was saved all the same. Names other placements, never codes."""
    start, planned_end = placement.first_day, placement.planned_end_on
    if start is None:
        return []
    others = Placement.objects.standing().filter(participant=placement.participant_id, starts_on__isnull=False)
    others = others.exclude(pk=placement.pk).exclude(state__in=LEFT_STATES)
    spans = [rules.Span(str(other), _period(other)) for other in others.order_by("starts_on", "pk")]
    found = [
        rules.contract_warning(placement.first_day, contract_period(placement.contract)) if placement.contract else "",
        rules.overlap_warning(_period(placement), spans),
        *kind_rules.warnings(placement.kind, start=start, planned_end=planned_end),
    ]
    return [sentence for sentence in found if sentence]


def contact_consent(placement: Placement, today: date) -> Consent | None:
    """The participant's consent to contact with the placement's supplier, when one holds."""
    return Consent.objects.filter(
        participant=placement.participant_id,
        purpose=ConsentPurpose.CONTACT_SUPPLIER,
        supplier=placement.supplier_id,
        given_on__lte=today,
        withdrawn_on=None,
    ).first()


def consent_note(placement: Placement, today: date) -> str:
    """Whether the participant has agreed to contact with the supplier; for those who see the code."""
    if consent := contact_consent(placement, today):
        return f"Samtycke till kontakt med leverantören är antecknat {iso_date(consent.given_on)}."
    return "Inget samtycke till kontakt med leverantören är antecknat."


def practice_defaults(user: User, organisation: Organisation) -> dict[str, str]:
    """Who referred and the supervisor's role in the user's latest practice; empty before the first one."""
    own = Placement.objects.standing().filter(organisation=organisation, created_by=user, kind=PlacementKind.INTERNSHIP)
    latest = own.exclude(referring_body="").exclude(supervisor_role="").order_by("-created_at", "-pk")
    return latest.values("referring_body", "supervisor_role").first() or {}


def chain(participant: Participant, user: User) -> list[Placement]:
    """The participant's standing placements in order, as one path; those the user may see."""
    rows = Placement.objects.visible_to(user, "placements.view_participant").standing().filter(participant=participant)
    return list(rows.select_related("supplier", "contract__procurement").order_by("starts_on", "pk"))


def counts_by_kind(placements: QuerySet, *, today: date) -> list[KindCount]:
    """Started, standing placements per kind."""
    started = Counter(placements.standing().filter(started_on__lte=today).values_list("kind", flat=True))
    return [KindCount(kind.value, kind.label, started[kind]) for kind in PlacementKind if started[kind]]


def _period(placement: Placement) -> rules.Period:
    return rules.Period(placement.first_day, placement.ended_on or placement.planned_end_on)


def _is_over(today: date) -> Case:
    over = Q(contract__is_until_further_notice=False, last_on__lt=today)
    return Case(When(over, then=Value(1)), default=Value(0), output_field=IntegerField())


def _unique(workplaces: Iterable[Workplace]) -> list[Workplace]:
    return list({each.value: each for each in workplaces}.values())


@dataclass(frozen=True)
class Fact:
    """A line of a summary list."""

    key: str
    value: str


@dataclass(frozen=True)
class Change:
    """What happened to a placement, when and by whom: a line of a timeline. `only_month` hides on which day."""

    on: datetime
    text: str
    by: str
    only_month: bool = False

    @property
    def when(self) -> str:
        """The day or the month in words."""
        return date_format(timezone.localtime(self.on), "F Y" if self.only_month else "j F Y")

    @property
    def machine_when(self) -> str:
        """The same for machines."""
        return timezone.localtime(self.on).strftime("%Y-%m" if self.only_month else "%Y-%m-%d")


def sees_days(user: User, organisation: Organisation) -> bool:
    """Whether the user is shown days, not months, of every placement they see in the organisation.

    Days belong to those who may see the participants (DOMAIN 4.1): together with other sources they point at a person.
    """
    seen, known = (
        {grant.department_id for grant in grants_with(user, perm) if grant.organisation_id == organisation.pk}
        for perm in ("placements.view_placement", "placements.view_participant")
    )
    return None in known or (bool(seen) and seen <= known)


def facts(placement: Placement, *, shows_days: bool) -> list[Fact]:
    """What everyone who may see the placement may read. Why it ended is shown only with the participant's code."""
    on, label = (iso_date, "Startdatum") if shows_days else (month, "Startmånad")
    department = placement.contract.procurement.department if placement.contract else None
    rows = [
        ("Insats", placement.get_kind_display()),
        ("Förvaltning", department.name if department else "–"),
        (label if placement.started_on else "Planerad start", on(placement.first_day)),
        ("Planerat slut", on(placement.planned_end_on)),
        ("Omfattning", f"{placement.extent_percent} %" if placement.extent_percent else "ingen arbetstid"),
    ]
    if placement.ended_on:
        rows.insert(-1, ("Slutdatum" if shows_days else "Slutmånad", on(placement.ended_on)))
    if placement.end_reason and placement.shown_code:
        rows.append(("Hur slutade den", placement.get_end_reason_display()))
    if placement.referring_body and placement.shown_code:
        rows += [("Anvisas av", placement.get_referring_body_display()), ("Handledare", placement.supervisor_role)]
    if placement.exited_on:
        rows.append(("Blev inte av", on(placement.exited_on)))
    return [Fact(key, value) for key, value in rows]


def path_note(placement: Placement) -> str:
    """A step of a participant's path: supplier, dates, how it ended."""
    ended, start = placement.ended_on, placement.first_day
    dates = f"{start} – {ended}" if ended else f"från {start}" if start else placement.state_text
    return " · ".join(
        part for part in (placement.supplier.name, dates, placement.get_end_reason_display(), str(placement)) if part
    )


_CHOICES = {"kind": PlacementKind, "state": PlacementState}
_SHOWN_IN_HISTORY = {
    "kind": "insats",
    "contract_id": "avtal",
    "supplier_id": "leverantör",
    "state": "läge",
    "planned_start_on": "planerad start",
    "started_on": "startdatum",
    "planned_end_on": "planerat slut",
    "ended_on": "slutdatum",
    "exited_on": "blev inte av",
    "extent_percent": "omfattning",
}


def history(placement: Placement, *, shows_days: bool) -> list[Change]:
    """The changes of a placement, newest first. The participant is never part of it, nor why the placement ended."""
    events = list(placement.events.select_related("pgh_context").order_by("pgh_id"))
    words = names_in(events) | {"on": iso_date if shows_days else month}
    changes = [_change(before, after, words) for before, after in zip([None, *events], events, strict=False)]
    return [replace(change, only_month=not shows_days) for change in reversed(changes) if change.text]


def names_in(events: list) -> dict[str, dict[int, str]]:
    """What keys in the history stand for; rows that are gone are missing."""
    contracts = Contract.objects.select_related("procurement").in_bulk({event.contract_id for event in events})
    suppliers = Supplier.objects.in_bulk({event.supplier_id for event in events})
    users = User.objects.in_bulk({author_of(event) for event in events} - {None})
    return {
        "contract_id": {pk: contract_label(contract) for pk, contract in contracts.items()},
        "supplier_id": {pk: supplier.name for pk, supplier in suppliers.items()},
        "user": {pk: user.name for pk, user in users.items()},
    }


def author_of(event) -> int | None:
    """The key of the user who made the change; None when the system did."""
    return event.pgh_context.metadata.get("user") if event.pgh_context else None


def _change(before, after, words: dict) -> Change:
    by = words["user"].get(author_of(after), "")
    if before is None:
        first = "Föreslagen" if after.state == PlacementState.PROPOSED else "Loggad"
        return Change(after.pgh_created_at, first, by)
    if after.undone_at and not before.undone_at:
        return Change(after.pgh_created_at, "Ångrad", by)
    text = "; ".join(
        f"{label}: {_shown(before, name, words)} → {_shown(after, name, words)}"
        for name, label in _SHOWN_IN_HISTORY.items()
        if getattr(before, name) != getattr(after, name)
    )
    reason = (after.pgh_context.metadata if after.pgh_context else {}).get("reason", "")
    if text and reason in CorrectionReason.values:
        text += f". Rättat: {CorrectionReason(reason).label}"
    return Change(after.pgh_created_at, text[:1].upper() + text[1:], by)


def _shown(event, name: str, words: dict) -> str:
    value = getattr(event, name)
    if name in _CHOICES:
        return _CHOICES[name](value).label
    if name in words and value:
        return words[name].get(value, "borttagen")
    if isinstance(value, date):
        return words["on"](value)
    return f"{value} %" if name == "extent_percent" and value else display(value)
