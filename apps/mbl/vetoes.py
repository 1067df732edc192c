"""Writes of vetoes under 39 § MBL against an award. All raise ValidationError in Swedish."""

from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from apps.core.actions import action, change, make_once, refuse_stale
from apps.mbl.actions import locked, refuse_old_round, refuse_outsider
from apps.mbl.choices import Paragraph, UnionLevel, VetoState
from apps.mbl.gate_rules import VETO_MOVES, veto_state
from apps.mbl.models import Consultation, Union, Veto

ONLY_38 = "Veto kan bara förklaras efter förhandling enligt 38 § MBL, inte {paragraph} § (39 § MBL)."
NOT_MET = "Veto förklaras i samband med förhandlingen enligt 38 §, och mötet är inte hållet än (39 § MBL)."
FUTURE = "Dagen {day} har inte varit än. Ange senast i dag, {today} (39 § MBL)."
BEFORE_MEETING = "Vetot {day} ligger före förhandlingen {met}. Rätta den dag som är fel (39 § MBL)."
BEFORE_VETO = "Vetot förklarades {declared}, så det kan inte vara avgjort {day} (40 § MBL)."
OTHER_UNION = "Vetot ska komma från {union} eller dess centrala organisation, inte från {other} (39 § MBL)."
NO_AGREEMENT = (
    "{union} har inget kollektivavtal med er, så 39 § MBL ger ingen vetorätt. "
    "Skriv vad organisationen har framfört som dess ståndpunkt i förhandlingen."
)
NO_OPINION = "Skriv den rättsliga bedömningen: grunden ger inget förbud (40 § MBL)."
NO_DECISION = "Ett ogrundat veto kräver beslutsfattare och rättsutlåtande (40 § MBL)."
NO_DAY = "Ange vilken dag vetot avgjordes (40 § MBL)."
NOT_ALLOWED = "Läget för vetot är ”{state}” och kan inte bli {to} (39 och 40 §§ MBL). {ways}"
SUPPLIER = "Vetot gäller {supplier}, men förhandlingen gällde {negotiated}. Välj {negotiated} (39 § MBL)."


@action
def declare_veto(
    *, by, consultation: Consultation, seen: str | None, today: date, token: UUID | None = None, **values: Any
) -> Veto:
    """Keep a veto that a union has declared. What it is worth is decided here (`gate_rules.veto_state`).

    `values`: union (the row's own or its central one), declared_on, ground, facts, supplier, and legal_opinion when
    the ground is outside LOU 13:1–3 and 19:17 (fact 49). A union without a central one counts as central (39 §).
    Raises core.actions.Conflict when the row is not what was `seen`.
    """

    def make():
        row = locked(consultation)
        refuse_outsider(by, row.department)
        refuse_stale(row, seen)
        refuse_old_round(row)
        given = {"union": row.union, "supplier": row.supplier} | values
        _refuse_veto(row, given, today)
        is_final = given["union"].level == UnionLevel.CENTRAL or given["union"].central_id is None
        state = veto_state(given["ground"], is_final, not is_final)
        if state == VetoState.INVALID_GROUND and not given.get("legal_opinion"):
            raise ValidationError({"legal_opinion": NO_OPINION})
        veto = Veto(consultation=row, procurement_id=row.procurement_id, is_by_central=is_final, token=token)
        change(veto, given | {"state": state})
        return veto

    return make_once(Veto, token, make)


@action
def resolve_veto(*, by, veto: Veto, to: str, seen: str | None, today: date, **values: Any) -> Veto:
    """Say what came of a veto: upheld, invalid ground, unfounded or withdrawn (`gate_rules.VETO_MOVES`).

    `values`: resolved_on, decision_maker, legal_opinion. Raises core.actions.Conflict when it is not what was `seen`.
    """
    kept = Veto.objects.select_for_update(of=["self"]).select_related("consultation__department").get(pk=veto.pk)
    refuse_outsider(by, kept.consultation.department)
    refuse_stale(kept, seen)
    _refuse_resolution(kept, to, values, today)
    change(kept, values | {"state": to})
    return kept


def _refuse_veto(row: Consultation, given: dict[str, Any], today: date) -> None:
    union: Union = given["union"]
    if row.paragraph != Paragraph.P38:
        raise ValidationError(ONLY_38.format(paragraph=row.paragraph))
    if row.met_on is None:
        raise ValidationError(NOT_MET)
    if union.pk not in (row.union_id, row.union.central_id):
        raise ValidationError({"union": OTHER_UNION.format(union=row.union, other=union)})
    if not row.union.has_collective_agreement:
        raise ValidationError({"union": NO_AGREEMENT.format(union=row.union)})
    if row.supplier and given["supplier"] != row.supplier:
        names = {"supplier": given["supplier"], "negotiated": row.supplier}
        raise ValidationError({"supplier": SUPPLIER.format(**names)})
    day = given.get("declared_on")
    if day and day > today:
        raise ValidationError({"declared_on": FUTURE.format(day=day, today=today)})
    if day and day < row.met_on:
        raise ValidationError({"declared_on": BEFORE_MEETING.format(day=day, met=row.met_on)})


def _refuse_resolution(veto: Veto, to: str, values: dict[str, Any], today: date) -> None:
    ways = VETO_MOVES[veto.state]
    if to not in ways:
        names = " eller ".join(VetoState(each).label for each in ways)
        can = f"Det kan bli {names}." if ways else "Det ändras inte mer."
        wanted = VetoState(to).label if to in VetoState.values else to
        raise ValidationError(NOT_ALLOWED.format(state=veto.get_state_display(), to=wanted, ways=can))
    day = values.get("resolved_on")
    if not day:
        raise ValidationError({"resolved_on": NO_DAY})
    if day > today:
        raise ValidationError({"resolved_on": FUTURE.format(day=day, today=today)})
    if day < veto.declared_on:
        raise ValidationError({"resolved_on": BEFORE_VETO.format(declared=veto.declared_on, day=day)})
    if to == VetoState.UNFOUNDED and not (values.get("decision_maker") and values.get("legal_opinion")):
        raise ValidationError(NO_DECISION)
    if to == VetoState.INVALID_GROUND and not values.get("legal_opinion"):
        raise ValidationError({"legal_opinion": NO_OPINION})
