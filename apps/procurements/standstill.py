"""The standstill: when a contract may be signed at the earliest (20 kap. LOU).

Paragraphs without another law's name are those of lag (2016:1145) om offentlig upphandling. Days are calendar days,
the day of sending is day 0, and a last day that is no working day moves to the next one (lag 1930:173, 2 §).
"""

from dataclasses import dataclass
from datetime import date, timedelta

from apps.core.calendar import NO_DAYS, roll_forward
from apps.procurements.choices import NoticeMode, Procedure

STATUTORY_DAYS = {NoticeMode.ELECTRONIC: 10, NoticeMode.OTHER: 15}
AFTER_JUDGMENT_DAYS = 10
MOST_STATED_DAYS = 365
_PARAGRAPHS_WITHOUT = {
    Procedure.NEGOTIATED_WITHOUT_NOTICE: "20 kap. 2 § 1 LOU",
    Procedure.MINI_COMPETITION: "20 kap. 2 § 2 LOU",
    Procedure.DYNAMIC_PURCHASING_SYSTEM: "20 kap. 2 § 3 LOU",
    Procedure.DIRECT_PURCHASE: "19 a kap. 10 § LOU",
}
# A standstill one enters oneself here starts with a published notice of the intent, which is always electronic (20:3).
_BY_PUBLISHED_INTENT = {Procedure.NEGOTIATED_WITHOUT_NOTICE, Procedure.DIRECT_PURCHASE}


@dataclass(frozen=True, slots=True)
class Standstill:
    """`signing_allowed_from` is the day after `last_day` and may be a Saturday; `first_working_day` never is."""

    last_day: date
    signing_allowed_from: date
    first_working_day: date


@dataclass(frozen=True, slots=True)
class SigningRule:
    """What the law says of signing: not while `is_blocked`, else from `allowed_from`; None is no earliest day."""

    allowed_from: date | None
    reason: str
    is_blocked: bool = False

    def allows(self, day: date) -> bool:
        return not self.is_blocked and (self.allowed_from is None or day >= self.allowed_from)


def standstill(
    sent_on: date, mode: str, stated_days: int | None = None, extra: frozenset[date] = NO_DAYS
) -> Standstill:
    """The standstill after an award notice sent on a day, by how it was sent (20:1).

    `stated_days` is the length the notice states, when it states one. `extra` is the organisation's own days off:
    they move only the first working day, never the period. Raises ValueError with a Swedish sentence for an unknown
    mode, for a stated length shorter than the law's or longer than a year, and for a year outside the calendar.
    """
    days = _length(mode, stated_days)
    last_day = _end(sent_on, days)
    allowed_from = last_day + timedelta(days=1)
    return Standstill(last_day, allowed_from, roll_forward(allowed_from, extra))


def has_standstill(procedure: str) -> bool:
    """Whether the law gives the procedure a standstill (20:1, 20:2, 19 a:10). One not yet chosen is taken to."""
    return procedure not in _PARAGRAPHS_WITHOUT


def signing_allowed_from(
    *,
    procedure: str,
    sent_on: date | None,
    mode: str,
    stated_days: int | None = None,
    review_applied_on: date | None = None,
    court_decided_on: date | None = None,
    is_lifted: bool = False,
) -> SigningRule:
    """The first day the contract may be signed, and why.

    `sent_on` is when the award notice was sent; procedure and mode may be empty while they are not known. Where the
    law has no standstill, `stated_days` enters a voluntary one (19:19, 20:3). `review_applied_on` is the day the
    application came to the court: in time, and also before the notice, it prolongs the standstill until ten days
    after the judgment (20:8, 20:10, 20:11), unless the court decided that it shall not (`is_lifted`); the ordinary
    standstill always remains. A review where there is no standstill stops nothing until the court says so (20:9).

    Raises ValueError as `standstill` does, and when the judgment is older than the application or has none.
    """
    _check_order(review_applied_on, court_decided_on)
    if not has_standstill(procedure) and stated_days is None:
        paragraph = _PARAGRAPHS_WITHOUT[Procedure(procedure)]
        return SigningRule(sent_on, f"Ingen avtalsspärr gäller för {Procedure(procedure).label} ({paragraph}).")
    mode = NoticeMode.ELECTRONIC if procedure in _BY_PUBLISHED_INTENT else mode
    if sent_on is None or not mode:
        return SigningRule(None, _not_begun(sent_on), is_blocked=True)
    ordinary = standstill(sent_on, mode, stated_days)
    if review_applied_on is None or review_applied_on > ordinary.last_day:
        return SigningRule(ordinary.signing_allowed_from, _ordinary_reason(procedure, ordinary, review_applied_on))
    if is_lifted:
        reason = (
            f"Domstolen har beslutat att ingen förlängd avtalsspärr ska gälla (20 kap. 8 och 10 §§ LOU). "
            f"Den ordinarie avtalsspärren går ut {ordinary.last_day}."
        )
        return SigningRule(ordinary.signing_allowed_from, reason)
    return _prolonged(ordinary, review_applied_on, court_decided_on)


def _length(mode: str, stated_days: int | None) -> int:
    if mode not in STATUTORY_DAYS:
        raise ValueError(f"Sättet att skicka ska vara {' eller '.join(STATUTORY_DAYS)}, inte ”{mode}”.")
    least = STATUTORY_DAYS[NoticeMode(mode)]
    if stated_days is None:
        return least
    if stated_days < least:
        raise ValueError(
            f"Avtalsspärren är minst {least} dagar när underrättelsen skickas {NoticeMode(mode).label}, inte "
            f"{stated_days} (20 kap. 1 § LOU). Ange {least} dagar eller fler."
        )
    if stated_days > MOST_STATED_DAYS:
        raise ValueError(f"En avtalsspärr på {stated_days} dagar är orimlig. Ange högst {MOST_STATED_DAYS} dagar.")
    return stated_days


def _end(start: date, days: int) -> date:
    """The last day of a period that starts the day after `start`, rolled as the statute says."""
    roll_forward(start)  # a start outside the calendar is refused before it can overflow
    return roll_forward(start + timedelta(days=days))


def _not_begun(sent_on: date | None) -> str:
    if sent_on is None:
        begins = "Avtalsspärren börjar när underrättelsen om tilldelning skickas, och den är inte skickad"
        return f"{begins} (20 kap. 1 § LOU)."
    return (
        "Ange hur underrättelsen skickades: avtalsspärren är 10 dagar om det var elektroniskt till alla, annars 15 "
        "(20 kap. 1 § LOU)."
    )


def _check_order(review_applied_on: date | None, court_decided_on: date | None) -> None:
    if court_decided_on is None:
        return
    if review_applied_on is None:
        raise ValueError(f"Domstolens avgörande {court_decided_on} kräver också dagen då överprövningen begärdes.")
    if court_decided_on < review_applied_on:
        raise ValueError(
            f"Domstolens avgörande {court_decided_on} kan inte vara före ansökan om överprövning {review_applied_on}."
        )


def _ordinary_reason(procedure: str, ordinary: Standstill, review_applied_on: date | None) -> str:
    if has_standstill(procedure):
        reason = f"Avtalsspärren går ut {ordinary.last_day} (20 kap. 1 § LOU)."
    else:
        paragraph = "20 kap. 3 § LOU" if procedure in _BY_PUBLISHED_INTENT else "19 kap. 19 § och 20 kap. 1 § LOU"
        reason = f"Den frivilliga avtalsspärren går ut {ordinary.last_day} ({paragraph})."
    if review_applied_on is None:
        return reason
    return f"{reason} Ansökan om överprövning {review_applied_on} kom efter avtalsspärren (20 kap. 11 § LOU)."


def _prolonged(ordinary: Standstill, review_applied_on: date, court_decided_on: date | None) -> SigningRule:
    if court_decided_on is None:
        reason = (
            f"Överprövning begärdes {review_applied_on}. Avtalet får inte skrivas under förrän tio dagar efter "
            "förvaltningsrättens avgörande (20 kap. 8 och 10 §§ LOU)."
        )
        return SigningRule(None, reason, is_blocked=True)
    last_day = max(ordinary.last_day, _end(court_decided_on, AFTER_JUDGMENT_DAYS))
    reason = (
        f"Förvaltningsrätten avgjorde målet {court_decided_on}. Tiodagarsfristen går ut {last_day} (20 kap. 10 § LOU)."
    )
    if last_day == ordinary.last_day:
        reason = (
            f"Förvaltningsrätten avgjorde målet {court_decided_on}. Avtalsspärren går ut {last_day} (20 kap. 1 § LOU)."
        )
    return SigningRule(last_day + timedelta(days=1), reason)
