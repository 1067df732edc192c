"""What suppliers are told of their reports by mail, in the transaction of what it tells of.

The link gives the right to write, so the mails are of the kind whose text is emptied once they have been sent.
"""

from dataclasses import dataclass
from enum import StrEnum

from django.template.loader import render_to_string

from apps.core.mail import ACCOUNT, Letter
from apps.followups import report_links
from apps.followups.models import ReportRequest
from apps.followups.report_states import WRITABLE

_NAME = "followups/report"


class Occasion(StrEnum):
    """Why a supplier is written to."""

    ASKED = "asked"
    REMINDED = "reminded"
    LATE = "late"
    MORE = "more"
    REJECTED = "rejected"
    RECEIVED = "received"
    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"
    RENEWED = "renewed"
    HANDED_OVER = "handed_over"
    TAKEN_OVER = "taken_over"


@dataclass(frozen=True)
class Words:
    """The subject, the sentences before and after the button, and what stands on it, empty for none."""

    subject: str
    before: str
    button: str = "Öppna rapporten"
    after: str = ""


_NO_SIGN_IN = (
    "Det tar några minuter, också på telefonen. Ni behöver inget lösenord. Länken är personlig: lämna hellre över "
    "rapporten på sidan än att skicka mejlet vidare."
)
_WORDS = {
    Occasion.ASKED: Words(
        "Rapport om {contract} senast {due}",
        "{organisation} ber er rapportera senast {due} hur åtagandet i avtalet {contract} går{period}.",
        "Börja rapporten",
        _NO_SIGN_IN,
    ),
    Occasion.REMINDED: Words(
        "Påminnelse: rapport om {contract} senast {due}",
        "Rapporten om avtalet {contract} ska vara inne senast {due}. Det ni redan har skrivit finns kvar.",
        after=_NO_SIGN_IN,
    ),
    Occasion.LATE: Words(
        "Försenad: rapport om {contract} skulle ha kommit {due}",
        "Rapporten om avtalet {contract} skulle ha kommit senast {due} och har inte kommit. Skicka den nu, eller svara "
        "på mejlet om något hindrar er. En rapport som uteblir är en brist i avtalet.",
        after=_NO_SIGN_IN,
    ),
    Occasion.MORE: Words(
        "Komplettera rapporten om {contract} senast {due}",
        "{organisation} behöver veta mer om avtalet {contract}, senast {due}. Det ni har skrivit finns kvar.",
        "Komplettera rapporten",
    ),
    Occasion.REJECTED: Words(
        "Rapporten om {contract} är underkänd",
        "{organisation} har underkänt rapporten om avtalet {contract}. Skicka en ny, senast {due}.",
        "Rätta rapporten",
    ),
    Occasion.RECEIVED: Words(
        "Tack, rapporten om {contract} är inskickad",
        "{organisation} har fått er rapport om avtalet {contract} och går igenom den. Ni får ett mejl när det är "
        "gjort.",
        "Läs det ni skickade",
    ),
    Occasion.ACCEPTED: Words(
        "Rapporten om {contract} är godtagen",
        "{organisation} har godtagit er rapport om avtalet {contract}. Tack!",
        "",
    ),
    Occasion.WITHDRAWN: Words(
        "Ni behöver inte rapportera om {contract}",
        "{organisation} har tagit tillbaka sin begäran om rapport för avtalet {contract}. Länken gäller inte längre.",
        "",
    ),
    Occasion.RENEWED: Words(
        "Ny länk till rapporten om {contract}",
        "Här är en ny länk till rapporten om avtalet {contract}. Äldre länkar gäller inte längre. Det ni redan har "
        "skrivit finns kvar.",
    ),
    Occasion.HANDED_OVER: Words(
        "Rapporten om {contract} är överlämnad",
        "Rapporten om avtalet {contract} har lämnats över till en kollega, och er länk gäller inte längre. Var det "
        "inte meningen? Svara på mejlet.",
        "",
    ),
    Occasion.TAKEN_OVER: Words(
        "Rapport om {contract} senast {due}",
        "En kollega har lämnat över rapporten om avtalet {contract} till dig. {organisation} vill ha den senast {due}. "
        "Det som redan är skrivet finns kvar.",
        after=_NO_SIGN_IN,
    ),
}
_MANY = Words(
    "{count} rapporter till {organisation}, den första senast {due}",
    "{organisation} ber er rapportera hur åtagandena i {count} avtal går. Varje rapport har en egen länk, och alla "
    "finns i listan.",
    "Öppna listan",
    _NO_SIGN_IN,
)


def send(report: ReportRequest, occasion: Occasion, *, said: str = "", slot: str | None = None) -> bool:
    """Mail the report's contact; False when there is no address. `said` is the authority's own comment.

    With a `slot` the same is told once for each address.
    """
    if not report.contact_email:
        return False
    words, values = _WORDS[occasion], _values(report)
    others = report_links.same_contact(report).filter(state__in=WRITABLE).count() if words.button else 0
    context = {
        "subject": words.subject.format(**values),
        "before": words.before.format(**values),
        "after": words.after,
        "said": said.strip(),
        "button": words.button,
        "url": report_links.address_of(report) if words.button else "",
        "list_url": report_links.list_address_of(report) if others > 1 else "",
        "links": [],
        "report": report,
    }
    _post(report, context, slot)
    return True


def send_many(reports: list[ReportRequest], *, slot: str) -> None:
    """Ask one contact for several reports in one mail: a link to each, and one to the list of all.

    The reports have the same authority, supplier and address. Each has its own link besides the list's, which dies
    with the first report's. The `slot` is told once for each address.
    """
    first, words = reports[0], _MANY
    values = {"organisation": str(first.organisation), "due": first.due_on.isoformat(), "count": len(reports)}
    context = {
        "subject": words.subject.format(**values),
        "before": words.before.format(**values),
        "after": words.after,
        "said": "",
        "button": words.button,
        "url": report_links.list_address_of(first),
        "list_url": "",
        "links": [
            {"name": f"{each.contract.name}, senast {each.due_on}", "url": report_links.address_of(each)}
            for each in reports
        ],
        "report": first,
    }
    _post(first, context, slot)


def _post(report: ReportRequest, context: dict, slot: str | None) -> None:
    officer = report.asked_by if report.asked_by and report.asked_by.is_active else None
    context = context | {"by": officer.name if officer else ""}
    letter = Letter.from_templates(
        _NAME, context, to=[report.contact_email], kind=ACCOUNT, organisation=report.organisation, slot=slot
    )
    letter.attach_alternative(render_to_string(f"mail/{_NAME}.html", context), "text/html")
    if officer:
        letter.reply_to = [officer.email]
    letter.send()


def _values(report: ReportRequest) -> dict[str, str]:
    has_period = report.period_from and report.period_to
    return {
        "contract": report.contract.name,
        "organisation": str(report.organisation),
        "due": report.due_on.isoformat(),
        "period": f" från {report.period_from} till {report.period_to}" if has_period else "",
    }
