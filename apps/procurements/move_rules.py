"""What must hold when a procurement moves: facts that must be there, dates in order, statutory periods.

Pure: the row comes with the new values set but unsaved, and everything else that counts in `Attempt`. Paragraphs
without another law's name are those of lag (2016:1145) om offentlig upphandling.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from apps.core.calendar import add_months
from apps.procurements import periods, standstill
from apps.procurements.choices import Procedure, PurchaseKind, Regime
from apps.procurements.phases import AWARDED_TO, Transition
from apps.procurements.regime import RegimeResult

SWEDEN = ZoneInfo("Europe/Stockholm")
# What has happened: such a day cannot lie ahead.
HAPPENED = (
    "need_registered_on",
    "necessity_assessed_on",
    "decision_to_publish_on",
    "sent_for_publication_on",
    "published_on",
    "opened_on",
    "award_decided_on",
    "award_notice_sent_on",
    "signed_on",
    "review_applied_on",
    "court_decided_on",
    "closed_on",
    "cancelled_on",
)
# The earlier, the later and why the later may not come first.
ORDER = (
    ("necessity_assessed_on", "decision_to_publish_on", " (17 kap. 2 § LOU)"),
    ("decision_to_publish_on", "sent_for_publication_on", ""),
    ("sent_for_publication_on", "published_on", " (10 kap. LOU)"),
    ("sent_for_publication_on", "questions_close_on", ""),
    ("questions_close_on", "tender_deadline_at", " (12 kap. 11 § och 19 kap. 13 § LOU)"),
    ("tender_deadline_at", "opened_on", ": anbuden får inte öppnas förrän anbudstiden har gått ut (12 kap. 10 § LOU)"),
    ("opened_on", "award_decided_on", ""),
    ("award_decided_on", "award_notice_sent_on", " (12 kap. 12 § LOU)"),
    ("award_decided_on", "review_applied_on", ""),
    ("review_applied_on", "court_decided_on", " (20 kap. 8 § LOU)"),
    ("sent_for_publication_on", "cancelled_on", ""),
    ("award_decided_on", "signed_on", " (12 kap. 12 § LOU)"),
    ("signed_on", "closed_on", ""),
)
LABELS = {"signed_on": "avtalet tecknat"}
NO_DECISION = (
    "Besluta först om sociala krav: ställ krav eller motivera varför det inte blir något. Beslutet ska finnas innan "
    "dokumenten går ut."
)
NO_CONTRACT = "Lägg först till minst ett avtal. Utan avtal finns inget att teckna."
NO_SUPPLIER = "Avtalet {name} saknar leverantör. Ange leverantören på avtalet först."
NO_AWARDED_TO = "Ange vilken leverantör som tilldelas: facken har förhandlat om en viss leverantör (38 § MBL)."
NO_PROCEDURE = "Ange upphandlingens förfarande först: det avgör om avtalsspärr gäller (20 kap. 1 och 2 §§ LOU)."
NO_VOLUNTARY_DAYS = (
    "Lagen ger ingen avtalsspärr vid {procedure}. Ange hur många dagar ni själva har angett, eller teckna avtal direkt."
)
SIGNED = (
    "Avtalet {name} är tecknat, så upphandlingen kan inte avbrytas (12 kap. 12 § och 19 kap. 21 § LOU). "
    "Rätta avtalet om datumet är fel."
)
WRONG_PROCEDURE = "Det här steget gäller {fitting}, inte {procedure}. Välj ett annat steg eller ett annat förfarande."
ABOVE = (
    "Värdet når tröskelvärdet, så reglerna i 19 kap. LOU räcker inte (19 kap. 1 § LOU). Välj ett förfarande för "
    "upphandling över tröskelvärdet."
)


@dataclass(frozen=True, slots=True)
class Problem:
    """A refusal beside a field of the form, or of the whole move when `field` is None."""

    text: str
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What counts beside the row itself. `framework_months` is the planned length of a framework agreement.

    `must_name_supplier` says that an award has to say to whom, since no contract does and an upper floor compares.
    """

    regime: RegimeResult
    has_decision: bool = False
    contracts: tuple[str, ...] = ()
    without_supplier: tuple[str, ...] = ()
    signed: tuple[str, ...] = ()
    latest_signed_on: date | None = None
    has_called_option: bool = False
    framework_months: int | None = None
    must_name_supplier: bool = False


@dataclass(frozen=True, slots=True)
class Attempt:
    """A move about to be made. `row` has the new values; `signed_on` is the day given for the contracts."""

    transition: Transition
    row: Any
    facts: Facts
    today: date
    signed_on: date | None = None

    @property
    def awarded_to(self) -> Any:
        """The supplier that the award was said to go to, None when it was not said."""
        return getattr(self.row, AWARDED_TO, None)

    def value(self, name: str) -> Any:
        if name == "signed_on":
            return self.signed_on or self.facts.latest_signed_on
        return getattr(self.row, name)

    def day(self, name: str) -> date | None:
        """A date of the row; a moment counts as its day in Sweden."""
        value = self.value(name)
        return value.astimezone(SWEDEN).date() if isinstance(value, datetime) else value

    def label(self, name: str) -> str:
        return LABELS.get(name) or str(self.row._meta.get_field(name).verbose_name)


def problems(attempt: Attempt) -> list[Problem]:
    """Everything that refuses the move: first plain mistakes in what was given, and without those what the law says."""
    found = [*_missing(attempt), *_ahead(attempt), *_disordered(attempt)]
    if found:
        return found
    try:
        return [*blockers(attempt), *_of_key(attempt, _REFUSALS)]
    except ValueError as error:
        return [Problem(str(error), _field_for_value_error(attempt))]


def blockers(attempt: Attempt) -> list[Problem]:
    """What stops the move whatever is written in its form."""
    return list(_of_key(attempt, _BLOCKERS))


def warnings(attempt: Attempt) -> list[str]:
    """What a person should think twice about; the move is made all the same."""
    try:
        return [problem.text for problem in _of_key(attempt, _WARNINGS)]
    except ValueError:
        return []


def tender_deadline_problem(attempt: Attempt) -> periods.Problem | None:
    """What is wrong with the last day for tenders, counted from the day the notice was sent (11:2)."""
    row, deadline = attempt.row, attempt.day("tender_deadline_at")
    if deadline is None or row.sent_for_publication_on is None:
        return None
    return periods.check_tender_deadline(row.sent_for_publication_on, deadline, tender_period(row))


def tender_period(row: Any) -> periods.Period:
    """The shortest time between the notice and the last day. In two steps that day is the requests' to take part."""
    stage = periods.REQUEST if row.procedure in (Procedure.RESTRICTED, Procedure.NEGOTIATED) else periods.TENDER
    return periods.tender_period(
        row.procedure,
        e_tenders=row.accepts_e_tenders,
        accelerated=row.is_accelerated,
        prior_notice=row.has_prior_notice,
        documents_online=row.documents_are_online,
        stage=stage,
    )


def _missing(attempt: Attempt) -> Iterator[Problem]:
    for name in attempt.transition.required:
        if attempt.value(name) in (None, "") or (name == "signed_on" and attempt.signed_on is None):
            yield Problem(f"Uppgiften {attempt.label(name)} saknas. Fyll i den för att gå vidare.", name)
    if attempt.facts.must_name_supplier and AWARDED_TO in attempt.transition.asks and attempt.awarded_to is None:
        yield Problem(NO_AWARDED_TO, AWARDED_TO)


def _ahead(attempt: Attempt) -> Iterator[Problem]:
    for name in attempt.transition.asks:
        day = attempt.day(name) if name in HAPPENED else None
        if day and day > attempt.today:
            text = f"Dagen {day} har inte varit än. Ange när det hände, senast i dag {attempt.today}."
            yield Problem(text, name)


def _disordered(attempt: Attempt) -> Iterator[Problem]:
    """Each pair of dates in the wrong order, said beside the one that is asked for."""
    for earlier, later, why in ORDER:
        asked = next((name for name in (later, earlier) if name in attempt.transition.asks), None)
        first, second = attempt.day(earlier), attempt.day(later)
        if asked and first and second and second < first:
            text = (
                f"Datumen står i fel ordning: {attempt.label(later)} {second} ligger före {attempt.label(earlier)} "
                f"{first}{why}. Rätta ett av dem."
            )
            yield Problem(text, asked)


def _of_key(attempt: Attempt, table: dict) -> Iterator[Problem]:
    for rule in table.get(attempt.transition.key, ()):
        yield from rule(attempt)


def _field_for_value_error(attempt: Attempt) -> str | None:
    asks = attempt.transition.asks
    return next((name for name in ("standstill_days_stated", "signed_on", "tender_deadline_at") if name in asks), None)


def _decision(attempt: Attempt) -> Iterator[Problem]:
    if not attempt.facts.has_decision:
        yield Problem(NO_DECISION)


def _necessity(attempt: Attempt) -> Iterator[Problem]:
    problem = _labour_law(attempt)
    if problem and not problem.is_warning:
        yield Problem(problem.text, "necessity_assessed_on")


def _necessity_warning(attempt: Attempt) -> Iterator[Problem]:
    problem = _labour_law(attempt)
    if problem and problem.is_warning:
        yield Problem(problem.text)


def _labour_law(attempt: Attempt) -> periods.Problem | None:
    is_assessed = attempt.row.necessity_assessed_on is not None
    return periods.labour_law_problem(attempt.facts.regime.regime, attempt.row.kind, is_assessed)


def _procedure(attempt: Attempt) -> Iterator[Problem]:
    row, ways = attempt.row, attempt.transition.procedures
    place = "procedure" if "procedure" in attempt.transition.asks else None
    if not row.procedure:
        yield Problem(NO_PROCEDURE, place)
    elif row.procedure not in ways:
        fitting = " eller ".join(each.label for each in ways)
        yield Problem(WRONG_PROCEDURE.format(fitting=fitting, procedure=row.get_procedure_display()), place)
    is_above = attempt.facts.regime.regime == Regime.ABOVE_THRESHOLD
    if row.procedure == Procedure.NOTICE_BELOW_THRESHOLD and is_above and row.kind != PurchaseKind.SPECIAL_SERVICES:
        yield Problem(ABOVE, place)


def _tender_time(attempt: Attempt) -> Iterator[Problem]:
    if problem := tender_deadline_problem(attempt):
        yield Problem(problem.text, "tender_deadline_at")


def _standstill(attempt: Attempt) -> Iterator[Problem]:
    """A voluntary standstill needs its length; one that is stated may not be shorter than the law's."""
    row = attempt.row
    if row.procedure and not standstill.has_standstill(row.procedure) and row.standstill_days_stated is None:
        sentence = NO_VOLUNTARY_DAYS.format(procedure=row.get_procedure_display())
        yield Problem(sentence, "standstill_days_stated")
    standstill.standstill(row.award_notice_sent_on, row.notice_mode, row.standstill_days_stated)


def _contracts(attempt: Attempt) -> Iterator[Problem]:
    if not attempt.facts.contracts:
        yield Problem(NO_CONTRACT)
    for name in attempt.facts.without_supplier:
        yield Problem(NO_SUPPLIER.format(name=name))


def _unsigned(attempt: Attempt) -> Iterator[Problem]:
    for name in attempt.facts.signed[:1]:
        yield Problem(SIGNED.format(name=name))


def _direct_value(attempt: Attempt) -> Iterator[Problem]:
    facts = attempt.facts
    if facts.regime.regime in (Regime.BELOW_THRESHOLD, Regime.ABOVE_THRESHOLD):
        text = (
            f"{facts.regime.explanation} Direktupphandling får då göras bara om lagen ger ett undantag (19 a kap. LOU)."
        )
        yield Problem(f"{text} Skriv skälet i upphandlingens anteckning.")


def _threshold(attempt: Attempt) -> Iterator[Problem]:
    if attempt.facts.regime.regime == Regime.UNKNOWN:
        yield Problem(attempt.facts.regime.explanation)


def _framework(attempt: Attempt) -> Iterator[Problem]:
    row, months = attempt.row, attempt.facts.framework_months
    if not (row.is_framework and months):
        return
    starts_on = row.planned_signing_on or attempt.today
    last_day = add_months(starts_on, months) - timedelta(days=1)
    if problem := periods.framework_warning(starts_on, last_day, row.framework_reasons):
        yield Problem(problem.text)


def _no_option(attempt: Attempt) -> Iterator[Problem]:
    if not attempt.facts.has_called_option:
        yield Problem(
            "Inget avtal har en utnyttjad förlängning. Utan en tydlig klausul kan förlängningen vara en otillåten "
            "ändring (17 kap. 10 och 14 §§ LOU): anteckna beslutet på avtalet."
        )


Rules = dict[str, tuple[Callable[[Attempt], Iterator[Problem]], ...]]
_BLOCKERS: Rules = {
    "publish": (_decision,),
    "invite": (_decision,),
    "sign": (_contracts,),
    "sign_directly": (_procedure, _contracts),
    "cancel": (_unsigned,),
}
_REFUSALS: Rules = {
    "publish": (_procedure, _necessity, _tender_time),
    "invite": (_procedure, _necessity, _tender_time),
    "notify": (_standstill,),
}
_WARNINGS: Rules = {
    "publish": (_threshold, _necessity_warning, _framework),
    "invite": (_necessity_warning,),
    "award_directly": (_direct_value,),
    "extend": (_no_option,),
}
