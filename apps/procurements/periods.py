"""Statutory periods and limits of a procurement, other than the standstill.

Paragraphs without another law's name are those of lag (2016:1145) om offentlig upphandling. Days are calendar days,
counted from the day a notice or an invitation was sent, never from the day it was published.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from apps.core.calendar import add_months, is_day_off, roll_forward
from apps.core.formats import money
from apps.procurements.choices import NoticeMode, Procedure, PurchaseKind, Regime
from apps.procurements.standstill import STATUTORY_DAYS

TENDER, REQUEST = "tender", "request"
AFTER_CONTRACT_DAYS = 30
ANSWERS_DAYS, ANSWERS_DAYS_ACCELERATED = 6, 4
NOT_ONLINE_DAYS = 5
FRAMEWORK_MONTHS = 48
RESERVED_SHARE = 30
DIRECT_RESULT_NOTICE_FROM = 700_000
DIRECT_DOCUMENTED_ABOVE = 100_000
_TWO_STEP = {Procedure.RESTRICTED, Procedure.NEGOTIATED, Procedure.DYNAMIC_PURCHASING_SYSTEM}
_WITHOUT_NUMBER = {
    "": ("11 kap. LOU", "Välj förfarande, så visas den kortaste tiden."),
    Procedure.NOTICE_BELOW_THRESHOLD: ("19 kap. 11 § LOU", "Anbudsgivarna ska få skälig tid, lagen anger inget antal."),
    Procedure.MINI_COMPETITION: ("7 kap. 9 § LOU", "Tiden ska räcka för att lämna anbud, lagen anger inget antal."),
    Procedure.NEGOTIATED_WITHOUT_NOTICE: ("11 kap. 1 § LOU", "Lagen anger inget antal dagar utan annons."),
    Procedure.DIRECT_PURCHASE: ("19 a kap. 8 § LOU", "Lagen anger inget antal dagar för direktupphandling."),
}
_WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")


@dataclass(frozen=True, slots=True)
class Period:
    """A shortest period: `days` is None where the law says only that the time must be enough."""

    days: int | None
    paragraph: str
    explanation: str


@dataclass(frozen=True, slots=True)
class Due:
    """A last day to do something; `due_on` is None when the law asks for nothing, and `explanation` says why."""

    due_on: date | None
    paragraph: str
    explanation: str


@dataclass(frozen=True, slots=True)
class Problem:
    """A broken rule in a Swedish sentence. A warning may be passed, anything else is refused."""

    text: str
    paragraph: str
    is_warning: bool = False

    def __str__(self) -> str:
        return self.text


def tender_period(
    procedure: str,
    *,
    e_tenders: bool = False,
    accelerated: bool = False,
    prior_notice: bool = False,
    documents_online: bool = True,
    stage: str = TENDER,
    agreement_sought: bool = False,
) -> Period:
    """The shortest time for tenders, or for requests to take part when `stage` is "request" (11 kap., 8:8, 8:11).

    `prior_notice` is a qualifying one (`has_qualifying_prior_notice`); `agreement_sought` says that a common time
    was sought with the chosen candidates in vain (11:7), which leaves ten days to an authority that is not central.
    Documents that are not freely on the net give five days more (11:9), except in an accelerated procedure.

    Raises ValueError with a Swedish sentence for a stage the procedure does not have.
    """
    if stage not in (TENDER, REQUEST) or (stage == REQUEST and procedure not in _TWO_STEP):
        raise ValueError(f"Förfarandet {_label(procedure)} har inget steg för anbudsansökan.")
    if procedure in _WITHOUT_NUMBER:
        return Period(None, *_WITHOUT_NUMBER[procedure])
    if procedure == Procedure.DYNAMIC_PURCHASING_SYSTEM:
        days, paragraph, why = (30, "8 kap. 8 § LOU", "") if stage == REQUEST else (10, "8 kap. 11 § LOU", "")
    elif stage == REQUEST:
        days, paragraph, why = _request(accelerated=accelerated)
    else:
        is_open = procedure == Procedure.OPEN
        days, paragraph, why = _tender(is_open, e_tenders, accelerated, prior_notice, agreement_sought and not is_open)
        if not (documents_online or accelerated):
            days, paragraph = days + NOT_ONLINE_DAYS, paragraph.replace(" § LOU", " och 9 §§ LOU")
            why += ", fem dagar längre när dokumenten inte finns fritt på nätet"
    what = "anbudsansökan" if stage == REQUEST else "anbud"
    return Period(days, paragraph, f"Tiden för {what} är minst {days} dagar{why} ({paragraph}).")


def has_qualifying_prior_notice(prior_sent_on: date, sent_on: date) -> bool:
    """Whether a prior notice shortens the time: sent 35 days to 12 months before the notice (11:5)."""
    return add_months(sent_on, -12) <= prior_sent_on <= sent_on - timedelta(days=35)


def latest_answers_on(tender_deadline: date, accelerated: bool = False) -> date:
    """The last day to answer suppliers' questions: six days before the deadline, four if accelerated (12:11, 19:13)."""
    return tender_deadline - timedelta(days=ANSWERS_DAYS_ACCELERATED if accelerated else ANSWERS_DAYS)


def earliest_tender_deadline(sent_on: date, period: Period) -> date | None:
    """The first lawful last day when the shortest period is used, rolled to a working day; None without a number."""
    return None if period.days is None else roll_forward(sent_on + timedelta(days=period.days))


def check_tender_deadline(sent_on: date, deadline: date, period: Period) -> Problem | None:
    """What is wrong with a last day for tenders, counted from the day the notice or the invitation was sent.

    A period longer than the shortest may end on any day; the shortest itself ends on a working day (lag 1930:173).
    """
    days = (deadline - sent_on).days
    if days <= 0:
        return Problem(f"Sista dag {deadline} ska vara efter {sent_on}, då tiden börjar.", period.paragraph)
    if period.days is None:
        return None
    way_out = f"Sätt sista dag till {earliest_tender_deadline(sent_on, period)} eller senare."
    if days < period.days:
        text = (
            f"Tiden från {sent_on} till {deadline} är {days} {'dag' if days == 1 else 'dagar'} men ska vara minst "
            f"{period.days} ({period.paragraph}). {way_out}"
        )
        return Problem(text, period.paragraph)
    if days == period.days and is_day_off(deadline):
        text = (
            f"Den kortaste tiden, {period.days} dagar, kan inte gå ut {_WEEKDAYS[deadline.weekday()]} {deadline}, som "
            f"är ledig ({period.paragraph} och 2 § lagen 1930:173). {way_out}"
        )
        return Problem(text, period.paragraph)
    return None


def result_notice_due(
    signed_on: date, *, procedure: str, value: Decimal | int | None = None, is_call_off: bool = False
) -> Due:
    """When the result must be announced (efterannons): 30 days after the contract (10:4, 19:7, 19 a:13).

    Call-offs from a framework agreement are exempt, and direct purchases under 700 000 kronor. A direct purchase
    whose value is not known is taken to need one. The day is not rolled.
    """
    paragraph = _by_chapter(procedure, "10 kap. 4 § LOU", "19 kap. 7 § LOU", "19 a kap. 13 § LOU")
    if is_call_off or procedure == Procedure.MINI_COMPETITION:
        return Due(None, paragraph, f"Avrop från ramavtal behöver ingen efterannons ({paragraph}).")
    if procedure == Procedure.DIRECT_PURCHASE and value is not None and value < DIRECT_RESULT_NOTICE_FROM:
        limit = money(DIRECT_RESULT_NOTICE_FROM)
        return Due(None, paragraph, f"Direktupphandling under {limit} behöver ingen efterannons ({paragraph}).")
    due_on = signed_on + timedelta(days=AFTER_CONTRACT_DAYS)
    quarterly = ", eller samlat inom 30 dagar efter kvartalets slut"
    also = quarterly if procedure == Procedure.DYNAMIC_PURCHASING_SYSTEM else ""
    return Due(due_on, paragraph, f"Efterannonsera senast {due_on}, 30 dagar efter avtalet{also} ({paragraph}).")


def documentation_due(ended_on: date, *, procedure: str, value: Decimal | int | None = None) -> Due:
    """When the documentation must be complete: 30 days after contract or cancellation (12:14, 19:22, 19 a:11).

    A direct purchase is documented only above 100 000 kronor; one whose value is not known is taken to be.
    """
    paragraph = _by_chapter(procedure, "12 kap. 14 § LOU", "19 kap. 22 § LOU", "19 a kap. 11 § LOU")
    if procedure == Procedure.DIRECT_PURCHASE and value is not None and value <= DIRECT_DOCUMENTED_ABOVE:
        limit = money(DIRECT_DOCUMENTED_ABOVE)
        return Due(None, paragraph, f"Direktupphandling på högst {limit} behöver inte dokumenteras ({paragraph}).")
    due_on = ended_on + timedelta(days=AFTER_CONTRACT_DAYS)
    text = f"Dokumentationen ska vara klar senast {due_on}, 30 dagar efter avtal eller avbrytande ({paragraph})."
    return Due(due_on, paragraph, text)


def cancellation_review_ends_on(sent_on: date, mode: str) -> date:
    """The last day to ask a court to review a cancellation: 10 days, 15 unless told electronically to all (20:12)."""
    return roll_forward(sent_on + timedelta(days=STATUTORY_DAYS[NoticeMode(mode)]))


def framework_warning(
    starts_on: date, latest_end_on: date, reasons: str = "", *, regime: str = "", kind: str = ""
) -> Problem | None:
    """A warning when a framework agreement, extensions included, is longer than four years without reasons (7:2).

    `latest_end_on` is the last day it can run: from 1 January 2026 that may be 31 December 2029 but not the day after.
    Procurements that are known to follow 19 kap. have no such limit (19:1); without regime and kind it is checked.
    """
    if _follows_chapter_19(regime, kind):
        return None
    limit = add_months(starts_on, FRAMEWORK_MONTHS) - timedelta(days=1)
    if latest_end_on <= limit or reasons.strip():
        return None
    text = (
        f"Ramavtalet kan gälla till {latest_end_on}, längre än fyra år ({limit}). Det kräver särskilda skäl: skriv dem "
        "eller korta avtalet (7 kap. 2 § LOU)."
    )
    return Problem(text, "7 kap. 2 § LOU", is_warning=True)


def labour_law_problem(regime: str, kind: str, has_necessity_assessment: bool) -> Problem | None:
    """Documents above the threshold need an assessment of labour-law conditions first, not annex 2 services (17:2).

    While the threshold is not known it is a warning; below it the conditions are voluntary (19:3).
    """
    if has_necessity_assessment or _follows_chapter_19(regime, kind):
        return None
    if regime == Regime.UNKNOWN:
        when, is_warning = "Om värdet når tröskelvärdet ska", True
    else:
        when, is_warning = "Över tröskelvärdet ska", False
    text = (
        f"{when} ni bedöma om arbetsrättsliga villkor är behövliga innan dokumenten godkänns (17 kap. 2 § LOU). "
        "Skriv in bedömningen och dess dag."
    )
    return Problem(text, "17 kap. 2 § LOU", is_warning)


def reserved_problem(share_percent: Decimal | int) -> Problem | None:
    """A supplier in a reserved procurement must have at least 30 per cent of its staff in the group meant (4:18)."""
    share = str(share_percent).replace(".", ",")
    if not 0 <= share_percent <= 100:
        text = f"Andelen {share} procent går inte. Ange en andel mellan 0 och 100 procent."
    elif share_percent < RESERVED_SHARE:
        text = (
            f"Leverantören har {share} procent av sin personal i gruppen som upphandlingen är reserverad för, men "
            f"minst {RESERVED_SHARE} procent krävs (4 kap. 18 § LOU)."
        )
    else:
        return None
    return Problem(text, "4 kap. 18 § LOU")


def _follows_chapter_19(regime: str, kind: str) -> bool:
    """Whether only 1–3, 5, 19 or 19 a, 20 and 21 kap. apply (1:4, 19:1, 19 a:1)."""
    return kind == PurchaseKind.SPECIAL_SERVICES or regime in (Regime.BELOW_THRESHOLD, Regime.DIRECT)


def _label(procedure: str) -> str:
    return Procedure(procedure).label if procedure else "som inte är valt"


def _by_chapter(procedure: str, above: str, below: str, direct: str) -> str:
    paragraphs = {Procedure.NOTICE_BELOW_THRESHOLD: below, Procedure.DIRECT_PURCHASE: direct}
    return paragraphs.get(procedure, above)


def _request(*, accelerated: bool) -> tuple[int, str, str]:
    if accelerated:
        return 15, "11 kap. 10 § LOU", " i ett påskyndat förfarande"
    return 30, "11 kap. 3 § LOU", ""


def _tender(
    is_open: bool, e_tenders: bool, accelerated: bool, prior_notice: bool, agreement_sought: bool
) -> tuple[int, str, str]:
    """Days, paragraph and reason, the shortest that applies first."""
    if accelerated:
        return (15 if is_open else 10), "11 kap. 10 § LOU", " i ett påskyndat förfarande"
    if prior_notice:
        return (15 if is_open else 10), "11 kap. 5 § LOU", " efter förhandsannons"
    if agreement_sought:
        return 10, "11 kap. 7 § LOU", " när ingen gemensam tid har kunnat bestämmas"
    if e_tenders:
        return (30 if is_open else 25), "11 kap. 6 § LOU", " när anbud får lämnas elektroniskt"
    return (35, "11 kap. 2 § LOU", "") if is_open else (30, "11 kap. 3 § LOU", "")
