"""What is written to the supplier about a step of the ladder: the words and how they are set."""

import re
from dataclasses import dataclass
from datetime import date

from django.template.loader import render_to_string
from django.utils import timezone

from apps.followups import raising, reckoning
from apps.followups.choices import SanctionState, Step
from apps.followups.models import Deviation, Sanction
from apps.followups.raise_queries import whose_cause_is_gone
from apps.followups.reckoning import told
from apps.procurements.models import Requirement
from apps.procurements.wording import kronor, listed

TITLES = {
    Step.REMINDER: "Påminnelse om åtagande enligt avtal",
    Step.RECTIFICATION: "Tillfälle till rättelse",
    Step.ACTION_PLAN: "Begäran om åtgärdsplan",
    Step.WARNING: "Skriftlig varning",
    Step.PENALTY: "Krav på vite",
    Step.BLOCK: "Spärr från avrop",
    Step.TERMINATION: "Hävning av avtal",
}


# What the sentence of a late report says when it has come.
CAME = {
    raising.NOT_COME: ". Den kom in sent, den {day}.",
    raising.NOT_COMPLETED: ". Den kompletterades sent, den {day}.",
}


@dataclass(frozen=True, slots=True)
class Written:
    """A letter as it is set: to whom, about what, its paragraphs, and who writes."""

    title: str
    organisation: str
    org_number: str
    to: str
    on: str
    facts: list[tuple[str, str]]
    paragraphs: list[str]
    signer: str


def text_of(sanction: Sanction, requirement: Requirement | None, *, today: date) -> str:
    """The letter's words as the step now stands; empty for "ingen sanktion"."""
    if sanction.step == Step.NONE:
        return ""
    deviation = sanction.deviation
    context = {
        "sanction": sanction,
        "what": what_of(deviation, today=today),
        "contract": deviation.contract,
        "requirement": requirement,
        "is_decided": sanction.state == SanctionState.DECIDED,
        "amount": kronor(sanction.amount) if sanction.amount is not None else "",
        "reckoned": told(sanction, requirement),
    }
    text = render_to_string(f"followups/letters/{sanction.step}.txt", context)
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def what_of(deviation: Deviation, *, today: date) -> str:
    """What deviates as it stands now: a late report may have come, and what lagged behind may have caught up."""
    if came := reckoning.came_on(deviation):
        for tail, told in CAME.items():
            if deviation.what.endswith(tail):
                return deviation.what.removesuffix(tail) + told.format(day=came)
        return f"{deviation.what} Rapporten kom in sent, den {came}."
    is_gone = bool(whose_cause_is_gone([deviation], today=today))
    return f"{deviation.what} Det som avvikelsen kom av har upphört sedan dess." if is_gone else deviation.what


def written(sanction: Sanction) -> Written:
    """The letter of a step, from what was kept when it was proposed or decided."""
    deviation = sanction.deviation
    contract, procurement = deviation.contract, deviation.contract.procurement
    organisation = deviation.organisation
    title, signer = TITLES[Step(sanction.step)], sanction.decided_by or sanction.made_by
    facts = [("Avtal", contract.name), ("Upphandling", procurement.title), ("Diarienummer", procurement.case_number)]
    return Written(
        title=title if sanction.state == SanctionState.DECIDED else f"{title}: ni får yttra er",
        organisation=str(organisation),
        org_number=f"{organisation.org_number[:6]}-{organisation.org_number[6:]}",
        to=suppliers_of(deviation),
        on=_day(sanction).isoformat(),
        facts=[(label, value) for label, value in facts if value],
        paragraphs=re.split(r"\n\s*\n", sanction.letter.strip()),
        signer=signer.name if signer else "",
    )


def suppliers_of(deviation: Deviation) -> str:
    """Whom the letter is to: the supplier that the report was asked of, else the contract's suppliers."""
    if deviation.request_id:
        return deviation.request.supplier.name
    return listed([each.name for each in deviation.contract.suppliers.order_by("sort_key", "pk")])


def _day(sanction: Sanction) -> date:
    return sanction.decided_on or timezone.localdate(sanction.created_at)
