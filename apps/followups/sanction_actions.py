"""Every write to the steps of the ladder. The contract's row is locked first, so that two acts come one after another:
two steps never wait at once, and the penalties under one clause never pass its cap.
"""

from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils import timezone

from apps.accounts.models import User
from apps.core.actions import action, change, make_once, refuse_stale
from apps.followups import ladder, letter_mail, letters, reckoning, reply_links
from apps.followups.choices import DeviationState, SanctionState, Step
from apps.followups.ladder import Past, Refusal
from apps.followups.models import Deviation, Sanction
from apps.followups.raise_queries import whose_cause_is_gone
from apps.followups.reckoning import Basis
from apps.procurements.models import Contract, Requirement
from apps.suppliers.models import SupplierContact

OVER = "Avvikelsen är {state}. Öppna den igen om ett steg ska tas."
WAITS = "{step} väntar redan på beslut. Besluta eller ta tillbaka det steget först."
NOT_WAITING = "Steget {step} är {state} och väntar inte på något svar eller beslut."
STATES = {SanctionState.DECIDED: "beslutat", SanctionState.WITHDRAWN: "återtaget"}
GONE = "Steget är redan återtaget."
NO_REPLY_DAY = "Ange sista dag för leverantörens svar: leverantören får yttra sig före {step}."
NO_RECTIFY_DAY = "Ange senast när det ska vara rättat."
TOO_SOON = "{label} {day} har redan varit. Ange en dag från och med i dag."
BEFORE_REPLY = "Rättat senast {day} ligger före sista dag för svar {reply_by}. Ange en senare dag."
REPLIED_EARLY = "Svarade {day} ligger före dagen då leverantören tillfrågades, {asked}. Ange en senare dag."
REPLIED_LATE = "Svarade {day} har inte varit ännu. Ange en dag till och med i dag."
WITHDRAWN = "Återtagen {day}: {reason}"
# Steps that set a day to have it right by.
RECTIFIED_BY = (Step.RECTIFICATION, Step.ACTION_PLAN)


@action
def take_step(
    *,
    by: User,
    deviation: Deviation,
    step: str,
    motive: str,
    today: date,
    token: UUID,
    override_motive: str = "",
    reply_by: date | None = None,
    rectify_by: date | None = None,
    basis: Basis | None = None,
    contact: SupplierContact | None = None,
) -> Sanction:
    """Take a step of the ladder; the same token again gives the first one.

    A step with `reply_by` is proposed and waits for the supplier's reply; without it the step is decided today, which
    only the lower ones can be. A penalty is reckoned from `basis`. The letter goes to `contact`, when one is given.
    Raises ValidationError with the rule that stops it (facts 20 and 21).
    """
    _lock(deviation.contract_id)
    deviation = Deviation.objects.select_related("contract__procurement", "organisation").get(pk=deviation.pk)
    days = {"reply_by": reply_by, "rectify_by": rectify_by if step in RECTIFIED_BY else None}

    def make() -> Sanction:
        requirement = reckoning.ground_of(deviation)
        override = _refuse(deviation, step, override_motive, today)
        _refuse_days(step, **days, today=today)
        values = {"motive": motive, "override_motive": override, **days}
        if step == Step.PENALTY:
            values |= _penalty(deviation, requirement, basis or Basis(), today)
        if reply_by is None:
            values |= {"state": SanctionState.DECIDED, "decided_on": today, "decided_by": by}
        own = {"organisation": deviation.organisation, "deviation": deviation, "made_by": by, "token": token}
        if reply_by and contact:
            values |= reply_links.fresh(reply_by, now=timezone.now()) | {"mailed_to": contact.email}
        return _kept(Sanction(**own, step=step), values, requirement, contact, by, today)

    return make_once(Sanction, token, make)


@action
def note_reply(*, by: User, sanction: Sanction, reply: str, replied_on: date, today: date) -> Sanction:
    """Keep what the supplier said about a proposed step; once more corrects it. Raises ValidationError by field."""
    sanction = waiting(sanction)
    asked = timezone.localdate(sanction.created_at)
    if replied_on > today:
        raise ValidationError({"replied_on": REPLIED_LATE.format(day=replied_on)})
    if replied_on < asked:
        raise ValidationError({"replied_on": REPLIED_EARLY.format(day=replied_on, asked=asked)})
    change(sanction, {"reply": reply, "replied_on": replied_on, "replier": ""})
    return sanction


@action
def decide_step(
    *,
    by: User,
    sanction: Sanction,
    motive: str,
    today: date,
    rectify_by: date | None = None,
    override_motive: str = "",
    contact: SupplierContact | None = None,
    version: str | None = None,
) -> Sanction:
    """Decide a proposed step, when the supplier has replied or the time for it is over. Twice is once.

    Raises ValidationError, also when the clause is gone meanwhile, and Conflict as `refuse_stale` does.
    """
    _lock(sanction.deviation.contract_id)
    if Sanction.objects.filter(pk=sanction.pk, state=SanctionState.DECIDED, decided_by=by, motive=motive).exists():
        return _read(sanction)
    sanction = waiting(sanction)
    refuse_stale(sanction, version)
    if refusal := ladder.decide_refusal(sanction.step, sanction.reply_by, sanction.replied_on, today=today):
        raise ValidationError(refusal.text)
    values: dict[str, Any] = {"motive": motive, "state": SanctionState.DECIDED, "decided_on": today, "decided_by": by}
    if refusal := decide_refusal(sanction, today=today):
        values["override_motive"] = _overridden(refusal, override_motive)
    if sanction.step in RECTIFIED_BY:
        _refuse_days(sanction.step, reply_by=None, rectify_by=rectify_by, today=today)
        values["rectify_by"] = rectify_by
    return _kept(sanction, values, reckoning.ground_of(sanction.deviation), contact, by, today)


@action
def withdraw_step(*, by: User, sanction: Sanction, reason: str, today: date) -> Sanction:
    """Take back a step, proposed or decided; the reason is kept with its motive. Raises ValidationError."""
    _lock(sanction.deviation.contract_id)
    sanction = _read(sanction)
    if sanction.state == SanctionState.WITHDRAWN:
        raise ValidationError(GONE)
    told = f"{sanction.motive}\n\n{WITHDRAWN.format(day=today, reason=reason)}"
    change(sanction, {"state": SanctionState.WITHDRAWN, "motive": told})
    return sanction


def refusal_of(deviation: Deviation, step: str, *, today: date, history: list[Past] | None = None) -> Refusal | None:
    """Why the step may not be taken of the deviation as it stands today; None when it may."""
    history = reckoning.history_of(deviation) if history is None else history
    has_ceased = bool(whose_cause_is_gone([deviation], today=today))
    clauses = reckoning.clauses_for(reckoning.ground_of(deviation))
    return ladder.allowed(step, clauses, history, today=today, has_ceased=has_ceased)


def decide_refusal(sanction: Sanction, *, today: date) -> Refusal | None:
    """Why a proposed step may not be decided any more, such as its clause being gone; None also when its motive covers
    it. Whether the supplier still may reply is another question: `ladder.decide_refusal`.
    """
    history = [past for past in reckoning.history_of(sanction.deviation) if past.state != SanctionState.PROPOSED]
    found = refusal_of(sanction.deviation, sanction.step, today=today, history=history)
    return None if found and found.may_override and sanction.override_motive else found


def _refuse(deviation: Deviation, step: str, override_motive: str, today: date) -> str:
    """Raise ValidationError when the step may not be taken; else the motive for passing a rule over, if any."""
    if deviation.state != DeviationState.OPEN:
        raise ValidationError(OVER.format(state=deviation.get_state_display()))
    if waiting := deviation.sanctions.filter(state=SanctionState.PROPOSED).first():
        raise ValidationError(WAITS.format(step=str(waiting).capitalize()))
    refusal = refusal_of(deviation, step, today=today)
    return _overridden(refusal, override_motive) if refusal else ""


def _overridden(refusal: Refusal, motive: str) -> str:
    """The motive that passes over the refusal. Raises ValidationError without one, or when none may."""
    if not refusal.may_override:
        raise ValidationError(refusal.text)
    if not motive:
        raise ValidationError({"override_motive": refusal.text})
    return motive


def _refuse_days(step: str, *, reply_by: date | None, rectify_by: date | None, today: date) -> None:
    if ladder.needs_reply(step) and reply_by is None:
        raise ValidationError({"reply_by": NO_REPLY_DAY.format(step=Step(step).label)})
    if step in RECTIFIED_BY and rectify_by is None:
        raise ValidationError({"rectify_by": NO_RECTIFY_DAY})
    for name, label, day in (("reply_by", "Svar senast", reply_by), ("rectify_by", "Rättat senast", rectify_by)):
        if day and day < today:
            raise ValidationError({name: TOO_SOON.format(label=label, day=day)})
    if reply_by and rectify_by and rectify_by < reply_by:
        raise ValidationError({"rectify_by": BEFORE_REPLY.format(day=rectify_by, reply_by=reply_by)})


def _penalty(deviation: Deviation, requirement: Requirement, basis: Basis, today: date) -> dict[str, Any]:
    """The amount and its units. The deviation is tied to the requirement, whose cap all its penalties share."""
    try:
        found = reckoning.reckon(requirement, basis, today=today, came_on=reckoning.came_on(deviation))
    except ValueError as error:
        raise ValidationError(str(error)) from error
    if deviation.requirement_id is None:
        change(deviation, {"requirement": requirement})
    return {"amount": found.amount, "penalty_units": found.units}


def _kept(
    sanction: Sanction,
    values: dict[str, Any],
    requirement: Requirement | None,
    contact: SupplierContact | None,
    by: User,
    today: date,
) -> Sanction:
    """The step saved with its letter, which is sent to the contact if there is one."""
    for name, value in values.items():
        setattr(sanction, name, value)
    sanction.full_clean()  # What is wrong is told of the field that it was written in, not of the letter too.
    sanction.letter = letters.text_of(sanction, requirement, today=today)
    with letter_mail.telling(contact):
        change(sanction, {})
    if contact and sanction.letter:
        letter_mail.send(sanction, contact, by=by)
    return sanction


def waiting(sanction: Sanction) -> Sanction:
    """The step as it is now, when it waits for a reply or a decision."""
    _lock(sanction.deviation.contract_id)
    sanction = _read(sanction)
    if sanction.state != SanctionState.PROPOSED:
        raise ValidationError(not_waiting(sanction))
    return sanction


def not_waiting(sanction: Sanction) -> str:
    """That a step is decided or taken back already."""
    return NOT_WAITING.format(step=sanction, state=STATES[SanctionState(sanction.state)])


def _read(sanction: Sanction) -> Sanction:
    rows = Sanction.objects.select_related("deviation__contract__procurement", "deviation__organisation")
    return rows.select_related("deviation__requirement", "organisation").get(pk=sanction.pk)


def _lock(contract: int) -> None:
    list(Contract.objects.select_for_update(no_key=True).filter(pk=contract).values_list("pk"))
