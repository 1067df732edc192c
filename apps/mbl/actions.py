"""Writes of one consultation: its moves, minutes and new rounds. All raise ValidationError in Swedish.

See also `assessments` (which rows there are, and overrides) and `vetoes`.
"""

from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

from apps.accounts.access import grants_with
from apps.accounts.models import Department
from apps.core.actions import action, change, make_once, refuse_stale
from apps.mbl import standing, states
from apps.mbl.choices import Paragraph, Question, State
from apps.mbl.gate_rules import free_from, is_closed
from apps.mbl.models import Consultation, ConsultationEvent
from apps.mbl.models.consultation import SEE_CALLED
from apps.mbl.row_rules import Attempt, days, problems
from apps.mbl.states import INFORMATION, Move
from apps.mbl.summons import summon

NOT_THE_EMPLOYER = (
    "Det är den beställande förvaltningen som förhandlar (11 och 38 §§ MBL), inte upphandlingsenheten. "
    "Be någon på {department} att göra det."
)
NO_MEETING = "Det finns inget protokoll att justera förrän mötet är hållet (16 § MBL)."
NO_REFERENCE = "Ange protokollets diarienummer, så att det framgår vad som justeras (16 § MBL)."
APPROVED = "Protokollet är redan justerat av {who} {day} (16 § MBL)."
NOTHING_DIFFERS = (
    "En ny omgång behövs när beslutet blir ett annat än det som förhandlades (AD 2014 nr 71). "
    "Ange det nya förslaget eller den nya leverantören."
)
OPEN_ROWS = "Avsluta först den förra omgången med {unions} ({paragraph} § MBL)."
NEVER_HELD = "Förhandlingen är {state}, så det finns ingen omgång att göra om ({paragraph} § MBL)."
NO_ROUNDS = "Information enligt 19 § MBL förhandlas inte i omgångar. Gör om bedömningen i stället."
NOT_LATEST = "Förhandlingen har redan en senare omgång. Öppna den i stället ({paragraph} § MBL)."


@action
def move(*, by, consultation: Consultation, key: str, seen: str | None, today: date, **values: Any) -> Consultation:
    """Take a row one step further (`states.MOVES`) with what the move asks for.

    A request for central negotiation after its last day is kept as late and does not stop the decision (fact 44). The
    same move once more by the same person changes nothing. Raises core.actions.Conflict when the row is not what was
    `seen`, and ValidationError by field for everything the table or the rules refuse.
    """
    row = locked(consultation)
    _refuse_wrong_person(by, row, key)
    key = _late_or_not(row, key, values)
    if _is_made(row, key, by, values):
        return row
    refuse_stale(row, seen)
    refuse_old_round(row)
    chosen = _find(row, key)
    given = {name: value for name, value in values.items() if name in chosen.asks}
    refuse(problems(_attempt(row, chosen, given, today)))
    change(row, given | _follows(row, chosen, given))
    if chosen.key == "call":
        summon(row, by=by, today=today)
    if chosen.key == "reopen":
        _note_reopening(row, today)
    return row


@action
def approve_minutes(
    *, by, consultation: Consultation, seen: str | None, today: date, approved_on: date, minutes_reference: str = ""
) -> Consultation:
    """Approve the minutes: the department for the employer, a representative of the union for the union (16 §).

    Raises core.actions.Conflict when the row is not what was `seen`.
    """
    row = locked(consultation)
    is_union = _speaks_for(by, row)
    if not is_union:
        refuse_outsider(by, row.department)
    field = "minutes_approved_union_on" if is_union else "minutes_approved_employer_on"
    refuse_stale(row, seen)
    if row.met_on is None:
        raise ValidationError(NO_MEETING)
    if getattr(row, field):
        raise ValidationError(APPROVED.format(who="facket" if is_union else "arbetsgivaren", day=getattr(row, field)))
    reference = row.minutes_reference or ("" if is_union else minutes_reference)
    if not reference:
        raise ValidationError({"minutes_reference": NO_REFERENCE})
    found = days({"met_on": row.met_on}, {field: approved_on}, today, "16 § MBL")
    refuse([("approved_on", sentence) for _, sentence in found])
    change(row, {field: approved_on, "minutes_reference": reference} | _signature(by, is_union))
    return row


@action
def new_round(
    *, by, consultation: Consultation, seen: str | None, today: date, token: UUID | None = None, **values: Any
) -> Consultation:
    """Negotiate again with every union of the stage, since the award differs from what was negotiated (fact 51).

    `values` are the new `proposal` or `supplier`. Gives the new row of the same union. Raises core.actions.Conflict
    when the row is not what was `seen`.
    """

    def make():
        row = locked(consultation)
        refuse_outsider(by, row.department)
        refuse_stale(row, seen)
        latest = _rows_to_repeat(row, today)
        given = {name: values[name] for name in ("proposal", "supplier") if values.get(name)}
        if all(getattr(row, name) == value for name, value in given.items()):
            raise ValidationError(NOTHING_DIFFERS)
        made = {each.pk: _next_round(each, given, token if each.pk == row.pk else None) for each in latest}
        return made[row.pk]

    return make_once(Consultation, token, make)


def locked(consultation: Consultation) -> Consultation:
    """The row as it stands, held until the transaction ends."""
    rows = Consultation.objects.select_for_update(of=["self"])
    return rows.select_related("union", "organisation", "department", "agreement", "assessment", "supplier").get(
        pk=consultation.pk
    )


def refuse_outsider(by, department: Department) -> None:
    """Raise ValidationError for anybody who does not act for the ordering department (fact 42)."""
    if not standing.may_run(by, department):
        raise ValidationError(NOT_THE_EMPLOYER.format(department=department))


def refuse(found: list[tuple[str, str]]) -> None:
    """Raise ValidationError with the sentences beside their fields, when there are any."""
    by_field: dict[str, list[str]] = {}
    for field, sentence in found:
        by_field.setdefault(field or NON_FIELD_ERRORS, []).append(sentence)
    if by_field:
        raise ValidationError(by_field)


def refuse_old_round(row: Consultation) -> None:
    """Raise ValidationError when the union has been called to a later round: the old one stands as it was."""
    if not Consultation.objects.latest_rounds().filter(pk=row.pk).exists():
        raise ValidationError(NOT_LATEST.format(paragraph=row.paragraph))


def next_row(row: Consultation, **values: Any) -> Consultation:
    """Add the round after a row, planned anew, with `values` instead of the row's own."""
    kept = ("assessment", "procurement", "organisation", "department", "union", "stage", "paragraph", "route")
    fields = {name: getattr(row, name) for name in (*kept, "agreement", "template", "matter")}
    new = Consultation(round_number=row.round_number + 1)
    change(new, fields | values)
    return new


def _refuse_wrong_person(by, row: Consultation, key: str) -> None:
    """The employer moves a row; only that a union asks for negotiation may come from the union itself (38 §)."""
    if key != "reopen" or not _speaks_for(by, row):
        refuse_outsider(by, row.department)


def _speaks_for(by, row: Consultation) -> bool:
    """Whether the user represents the row's union and still holds the role."""
    holds = any(grant.organisation_id == row.organisation_id for grant in grants_with(by, SEE_CALLED))
    return holds and row.union.representatives.filter(user=by, is_active=True).exists()


def _late_or_not(row: Consultation, key: str, values: dict[str, Any]) -> str:
    """The key of the move; a request for central negotiation after its last day is the late one."""
    end, asked = standing.request_end_of(row), values.get("central_requested_on")
    return "late_request" if key == "request_central" and end and asked and asked > end else key


def _find(row: Consultation, key: str) -> Move:
    try:
        return states.find(key, row.state, row.paragraph == INFORMATION)
    except ValueError as error:
        raise ValidationError(str(error)) from error


def _attempt(row: Consultation, chosen: Move, given: dict[str, Any], today: date) -> Attempt:
    period = standing.period_of(row.organisation)
    is_38 = row.paragraph == Paragraph.P38
    return Attempt(
        move=chosen,
        row={field.name: getattr(row, field.name) for field in row._meta.concrete_fields if not field.is_relation},
        given=given,
        today=today,
        basis=standing.basis_of(row),
        request_end=standing.request_end_of(row),
        call_ad=period.numbers.call_38_ad if is_38 else period.numbers.call_ad,
        off=period.off,
        is_hired=is_38 and row.assessment.answers.filter(question=Question.Q3, is_yes=True).exists(),
    )


def _follows(row: Consultation, chosen: Move, given: dict[str, Any]) -> dict[str, Any]:
    """The new state, and what comes with it without being asked for."""
    values: dict[str, Any] = {"state": chosen.target, "close_reason": chosen.reason}
    if chosen.target == State.CLOSED:
        by_itself = free_from(standing.facts_of(row, standing.period_of(row.organisation)))
        values["closed_on"] = given.get("closed_on") or given.get("withdrawn_on") or by_itself
    if chosen.key == "agree":
        values["local_closed_on"] = given["closed_on"]
    if chosen.key == "inform":
        values["called_on"] = given["closed_on"]
    if chosen.key in ("request_central", "late_request"):
        values["is_central_late"] = chosen.key == "late_request"
    return values


def _note_reopening(row: Consultation, today: date) -> None:
    """The assessment keeps that a union asked, so that assessing anew does not exempt the row again."""
    change(row.assessment, {"reopened_on": row.assessment.reopened_on or today})


def _is_made(row: Consultation, key: str, by, values: dict[str, Any]) -> bool:
    """Whether the same person has just made this very move."""
    chosen = states.BY_KEY.get(key)
    if chosen is None or row.state != chosen.target or row.close_reason != chosen.reason:
        return False
    events = ConsultationEvent.objects.filter(pgh_obj_id=row.pk).select_related("pgh_context").order_by("-pgh_id")
    last, before = [*events[:2], None, None][:2]
    author = last.pgh_context.metadata.get("user") if last and last.pgh_context else None
    is_same = all(getattr(row, name) == value for name, value in values.items() if name in chosen.asks)
    told = [name for name in ("state", *chosen.required) if before and getattr(before, name) != getattr(last, name)]
    return bool(told) and is_same and author == by.pk


def _signature(by, is_union: bool) -> dict[str, Any]:
    return {"minutes_approved_union_by": by} if is_union else {}


def _rows_to_repeat(row: Consultation, today: date) -> list[Consultation]:
    """The latest rows of the stage that were negotiated; refused while one of them is open."""
    refuse_old_round(row)
    if row.paragraph == INFORMATION:
        raise ValidationError(NO_ROUNDS)
    rows = Consultation.objects.latest_rounds().filter(assessment=row.assessment_id, stage=row.stage)
    rows = rows.exclude(paragraph=INFORMATION).exclude(state__in=(State.EXEMPT, State.NOT_REQUIRED))
    latest = list(rows.select_related("union", "agreement"))
    period = standing.period_of(row.organisation)
    waiting = [str(each.union) for each in latest if not is_closed(standing.facts_of(each, period), today)]
    if row not in latest:
        raise ValidationError(NEVER_HELD.format(state=row.get_state_display(), paragraph=row.paragraph))
    if waiting:
        raise ValidationError(OPEN_ROWS.format(unions=", ".join(waiting), paragraph=row.paragraph))
    return latest


def _next_round(row: Consultation, given: dict[str, Any], token: UUID | None) -> Consultation:
    supplier = given.get("supplier", row.supplier)
    return next_row(row, token=token, supplier=supplier, proposal=given.get("proposal", ""))
