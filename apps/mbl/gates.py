"""What consultation says before a procurement moves on or a contract gets a supplier; named in settings.

A decision waits for the unions: to publish for stage A (11 § MBL), to award for stage B (38 §) and for vetoes (39 §).
A decision for exceptional reasons lets a department's stage pass. See docs/decisions/0011.
"""

from collections.abc import Collection
from datetime import date

from django.db.models import QuerySet

from apps.mbl import standing
from apps.mbl.choices import Stage, State
from apps.mbl.gate_rules import RowFacts, earliest_decision, waiting
from apps.mbl.models import Assessment, Consultation, Override, Veto
from apps.mbl.standing import Orderer
from apps.procurements.choices import Phase
from apps.procurements.models import Procurement
from apps.procurements.phases import AWARDED_TO
from apps.suppliers.models import Supplier

PARAGRAPH = {Stage.A: "11 § MBL", Stage.B: "38 § MBL"}
WHAT = {Stage.A: "före annonsering", Stage.B: "före tilldelning"}
NO_DEPARTMENT = "Ange först vilken förvaltning som beställer i {organisation}: den förhandlar med facken (11 § MBL)."
NOT_ASSESSED = "Gör MBL-bedömningen först: {department} har inte bedömt om facken ska höras ({paragraph})."
NEW_UNION = (
    "{unions} har tillkommit efter bedömningen. Låt {department} spara MBL-bedömningen igen, så får facket en rad "
    "({paragraph})."
)
WAITS = (
    "Förhandlingen {what} är inte klar för {department}: {rows} ({paragraph}). {when}Går det inte att vänta krävs "
    "synnerliga skäl, som förvaltningen beslutar om senast samma dag."
)
FIRST_DAY = "Beslutet kan dateras tidigast {day}. "
VETO = (
    "{union} har lagt veto {day} mot {supplier}, så {supplier} kan inte tilldelas eller få avtal (39 § MBL). "
    "Avgör vetot, eller förhandla på nytt enligt 38 § om en annan leverantör."
)
DIFFERS = (
    "{union} förhandlade om {negotiated}, men nu gäller det {suppliers}. Låt {department} ta en ny omgång enligt 38 § "
    "MBL före beslutet (AD 2014 nr 71)."
)


def published(procurement: Procurement, today: date) -> list[str]:
    """What stands against the decision to publish: stage A of every ordering department (fact 43)."""
    return _stage(procurement, Stage.A, procurement.decision_to_publish_on or today, today)


def awarded(procurement: Procurement, today: date) -> list[str]:
    """What stands against the award decision: stage B, vetoes, and an award that differs from what was negotiated.

    One that was never decided to be published, like a direct purchase, waits for stage A here.
    """
    on = procurement.award_decided_on or today
    found = [] if procurement.decision_to_publish_on else _stage(procurement, Stage.A, on, today)
    found += _stage(procurement, Stage.B, on, today)
    suppliers = _winners(procurement)
    vetoes = [veto for veto in standing.standing_vetoes(procurement) if _hits(veto, suppliers)]
    return found + [_in_words(veto) for veto in vetoes] + _differing(procurement, suppliers, on)


def compares_award(procurement: Procurement) -> bool:
    """Whether an award has to say to whom: a union has negotiated about a supplier it can be compared with."""
    return _negotiated(procurement).exists()


def contracted(procurement: Procurement, today: date) -> list[str]:
    """What stands against signing: a veto against a supplier of a contract, or that all are with somebody else than
    was negotiated."""
    suppliers = _contracted_with(procurement)
    found = _vetoed(procurement, suppliers)
    return found + _differing(procurement, suppliers, procurement.award_decided_on or today)


def supplier(procurement: Procurement, suppliers: Collection[Supplier], today: date | None) -> list[str]:
    """What stands against a contract with the suppliers: a veto stops its own supplier and nobody else (fact 50).

    Once awarded, a contract with somebody else than was negotiated waits too. With lots it is the signing that is
    compared, when all contracts are kept.
    """
    found, on = _vetoed(procurement, suppliers), procurement.award_decided_on
    if procurement.phase not in (Phase.AWARDED, Phase.STANDSTILL) or on is None or procurement.lots.exists():
        return found
    return found + _differing(procurement, [*_contracted_with(procurement), *suppliers], on)


def _vetoed(procurement: Procurement, suppliers: Collection[Supplier]) -> list[str]:
    stopped = {each.pk for each in suppliers}
    return [_in_words(veto) for veto in standing.standing_vetoes(procurement) if veto.supplier_id in stopped]


def _stage(procurement: Procurement, stage: Stage, on: date, today: date) -> list[str]:
    """One sentence for every ordering department whose stage a decision on the day would have to wait for."""
    found = [_of_department(procurement, each, stage, on, today) for each in standing.orderers(procurement)]
    return [sentence for sentence in found if sentence]


def _of_department(procurement: Procurement, orderer: Orderer, stage: Stage, on: date, today: date) -> str:
    department, paragraph = orderer.department, PARAGRAPH[stage]
    if department is None:
        names = {"organisation": orderer.organisation}
        return NO_DEPARTMENT.format(**names) if standing.consults(orderer.organisation) else ""
    overrides = Override.objects.filter(procurement=procurement, department=department, stage=stage)
    if overrides.filter(decided_on__lte=on).exists():
        return ""
    assessment = Assessment.objects.filter(procurement=procurement, department=department).first()
    if assessment is None:
        names = {"department": department, "paragraph": paragraph}
        return NOT_ASSESSED.format(**names) if standing.consults(orderer.organisation) else ""
    if late := standing.unions_without_row(assessment, stage, today):
        return NEW_UNION.format(unions=", ".join(late), department=department, paragraph=paragraph)
    return _open_rows(standing.stage_rows(assessment, stage), stage, str(department), on)


def _open_rows(rows: list[RowFacts], stage: Stage, department: str, on: date) -> str:
    open_rows = waiting(rows, on)
    if not open_rows:
        return ""
    first = earliest_decision(rows)
    return WAITS.format(
        what=WHAT[stage],
        department=department,
        rows=", ".join(f"{row.name} ({State(row.state).label})" for row in open_rows),
        paragraph=PARAGRAPH[stage],
        when=FIRST_DAY.format(day=first) if first else "",
    )


def _hits(veto: Veto, suppliers: list[Supplier]) -> bool:
    """Whether the award is to the supplier of a veto, or not known to be to anybody else."""
    return veto.supplier in suppliers or standing.stops_award(veto)


def _in_words(veto: Veto) -> str:
    return VETO.format(union=veto.union, day=veto.declared_on, supplier=veto.supplier)


def _contracted_with(procurement: Procurement) -> list[Supplier]:
    return list(Supplier.objects.filter(contracts__procurement=procurement).distinct())


def _winners(procurement: Procurement) -> list[Supplier]:
    """To whom the award goes: the contracts' suppliers, else the one named in the award itself."""
    named = getattr(procurement, AWARDED_TO, None)
    return _contracted_with(procurement) or ([named] if named else [])


def _negotiated(procurement: Procurement) -> QuerySet[Consultation]:
    """The last rounds in which a union was heard about a supplier (38 §)."""
    rows = Consultation.objects.latest_rounds().filter(procurement=procurement, stage=Stage.B, supplier__isnull=False)
    return rows.exclude(state__in=(State.EXEMPT, State.NOT_REQUIRED))


def _differing(procurement: Procurement, suppliers: list[Supplier], on: date) -> list[str]:
    """The unions that negotiated about a supplier who gets nothing (fact 51), but for departments with exceptional
    reasons. Unknown before anybody has said who gets it."""
    if not suppliers:
        return []
    overrides = Override.objects.filter(procurement=procurement, stage=Stage.B, decided_on__lte=on)
    owed = (
        _negotiated(procurement).exclude(supplier__in=suppliers).exclude(department__in=overrides.values("department"))
    )
    names = ", ".join(dict.fromkeys(str(each) for each in suppliers))
    return [
        DIFFERS.format(union=row.union, negotiated=row.supplier, suppliers=names, department=row.department)
        for row in owed.select_related("union", "supplier", "department")
    ]
