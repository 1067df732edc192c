"""Vetoes against an award: facts 48 to 50."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from apps.core.actions import Conflict, version_of
from apps.mbl import actions, assessments, gates, vetoes
from apps.mbl.choices import Question, VetoGround
from apps.mbl.gate_rules import VETO_MOVES
from apps.mbl.models import Override, Veto
from apps.mbl.tests.makers import (
    MET,
    REASONS,
    TODAY,
    assess,
    before_award,
    close_stage,
    make_union,
    refusal,
    row_of,
    take,
)
from apps.procurements import contracts
from apps.procurements.models import Contract
from procurement_csr.people import make_contract, make_procurement, make_supplier

Q = Question
VETOED = date(2026, 8, 24)


@pytest.fixture
def cleaning(helsingborg, property_department):
    case = make_procurement(
        helsingborg,
        "Städning i skolor",
        department=property_department,
        kind="services",
        estimated_value=1_500_000,
        phase="preparation",
    )
    case.refresh_from_db()
    return case


@pytest.fixture
def unions(helsingborg):
    central = make_union(helsingborg, "Kommunal centralt", level="central")
    return make_union(helsingborg, central=central), make_union(helsingborg, "Vision"), central


@pytest.fixture
def assessed(doris, cleaning, unions):
    return assess(doris, cleaning, Q.Q1, Q.Q2)


@pytest.fixture
def renare(db):
    return make_supplier("Renare AB")


@pytest.fixture
def blank(db):
    return make_supplier("Blank AB")


def declare(person, row, **values):
    defaults = {"declared_on": VETOED, "ground": "lou_13_2", "facts": "Skatteskuld", "seen": None, "today": TODAY}
    return vetoes.declare_veto(by=person, consultation=row, **defaults | values)


def resolve(person, veto, to, **values):
    defaults = {"resolved_on": date(2026, 8, 26), "seen": None, "today": TODAY}
    return vetoes.resolve_veto(by=person, veto=veto, to=to, **defaults | values)


@pytest.fixture
def heard(doris, assessed, renare):
    """Stage B is negotiated about Renare AB and closed."""
    close_stage(doris, assessed, "B", supplier=renare)
    return row_of(assessed, "B")


def test_a_local_veto_is_recorded_and_stops_nothing_until_the_central_declares(doris, cleaning, heard, unions):
    """Fact 48."""
    assert declare(doris, heard).state == "recorded"
    assert before_award(cleaning) == ""
    assert declare(doris, heard, union=unions[2]).state == "declared"
    assert "Kommunal centralt har lagt veto 2026-08-24 mot Renare AB" in before_award(cleaning)


def test_a_ground_outside_lou_stops_nothing_and_wants_a_legal_note(doris, cleaning, heard, unions):
    """Fact 49."""
    other = {"ground": VetoGround.OTHER, "union": unions[2]}
    assert "40 § MBL" in refusal(declare, doris, heard, field="legal_opinion", **other)
    assert declare(doris, heard, legal_opinion="Egen regi är ingen grund", **other).state == "invalid_ground"
    assert before_award(cleaning) == ""


def test_a_veto_stops_its_supplier_and_nobody_else(olivia, doris, cleaning, assessed, heard, unions, renare, blank):
    """Fact 50."""
    declare(doris, heard, union=unions[2])
    assert "39 § MBL" in before_award(cleaning)
    new = {"by": olivia, "procurement": cleaning, "number": "A-1", "today": TODAY}
    assert "Renare AB kan inte tilldelas eller få avtal" in refusal(
        contracts.create_contract, suppliers=[renare], field="suppliers", **new
    )
    assert not Contract.objects.exists()
    contract = contracts.create_contract(suppliers=[blank], **new)
    change = {"by": olivia, "contract": contract, "suppliers": [renare]}
    assert "39 § MBL" in refusal(contracts.update_contract, field="suppliers", **change)
    actions.new_round(by=doris, consultation=heard, seen=None, today=TODAY, supplier=blank)
    assert "Kommunal (planerad)" in before_award(cleaning)
    assert "senare omgång" in refusal(declare, doris, heard, union=unions[2])
    close_stage(doris, assessed, "B", supplier=blank)
    assert before_award(cleaning) == ""
    assert gates.contracted(cleaning, TODAY) == []


def test_a_contract_that_was_there_before_the_veto_is_not_signed(olivia, doris, cleaning, heard, unions, renare):
    contract = make_contract(cleaning, renare)
    declare(doris, heard, union=unions[2])
    assert "Renare AB" in " ".join(gates.contracted(cleaning, TODAY))
    sign = {"by": olivia, "contract": contract, "signed_on": date(2026, 9, 30), "today": TODAY}
    assert "39 § MBL" in refusal(contracts.update_contract, **sign)
    assert contracts.update_contract(by=olivia, contract=contract, note="Väntar på vetot").note == "Väntar på vetot"


@pytest.mark.parametrize(
    ("to", "values"),
    [
        ("unfounded", {"decision_maker": "Frida", "legal_opinion": "Skulden är betald"}),
        ("invalid_ground", {"legal_opinion": "Grunden är ingen av LOU:s"}),
        ("withdrawn", {}),
    ],
)
def test_a_veto_that_falls_lets_the_award_through(doris, cleaning, heard, unions, to, values):
    veto = declare(doris, heard, union=unions[2])
    assert resolve(doris, veto, to, **values).state == to
    assert before_award(cleaning) == ""


def test_a_veto_that_is_upheld_stands(doris, cleaning, heard, unions):
    veto = declare(doris, heard, union=unions[2])
    resolve(doris, veto, "upheld")
    assert "39 § MBL" in before_award(cleaning)


def test_a_veto_after_exceptional_reasons_never_holds(doris, cleaning, assessed, unions, renare):
    """40 § MBL: who acted under 38 § third paragraph is not stopped, but a veto that stands already is not undone."""
    take(doris, row_of(assessed, "B"), "call", "meet", supplier=renare)
    values = REASONS | {"stage": "B", "decided_on": date(2026, 8, 20)}
    assessments.override(by=doris, procurement=cleaning, department=cleaning.department, **values)
    veto = declare(doris, row_of(assessed, "B"), union=unions[2], supplier=renare)
    assert before_award(cleaning) == ""
    Override.objects.update(decided_on=VETOED)
    assert veto.state == "declared"
    assert "39 § MBL" in before_award(cleaning)


@pytest.mark.parametrize(
    ("values", "field", "says"),
    [
        ({"declared_on": TODAY + timedelta(days=1)}, "declared_on", "har inte varit än"),
        ({"declared_on": MET - timedelta(days=1)}, "declared_on", "ligger före förhandlingen 2026-08-21"),
        ({"union": "Vision"}, "union", "ska komma från Kommunal eller dess centrala organisation, inte från Vision"),
        ({"supplier": "Blank AB"}, "supplier", "gäller Blank AB, men förhandlingen gällde Renare AB"),
    ],
)
def test_a_veto_with_a_wrong_fact_is_refused(doris, heard, unions, blank, values, field, says):
    known = {"Vision": unions[1], "Blank AB": blank}
    sentence = refusal(declare, doris, heard, field=field, **{k: known.get(v, v) for k, v in values.items()})
    assert says in sentence
    assert "39 § MBL" in sentence


def test_a_veto_belongs_to_a_38_negotiation_that_was_held(olivia, doris, assessed, renare, unions):
    assert "mötet är inte hållet" in refusal(declare, doris, row_of(assessed, "B"), supplier=renare)
    take(doris, row_of(assessed, "A"), "call", "meet")
    assert "inte 11 §" in refusal(declare, doris, row_of(assessed, "A"), supplier=renare)
    assert "beställande förvaltningen" in refusal(declare, olivia, row_of(assessed, "B"), supplier=renare)
    type(unions[0]).objects.filter(name="Kommunal").update(has_collective_agreement=False)
    take(doris, row_of(assessed, "B"), "call", "meet")
    assert "39 § MBL ger ingen vetorätt" in refusal(declare, doris, row_of(assessed, "B"), supplier=renare)


def test_no_other_resolution_of_a_veto_is_made(doris, heard, unions):
    veto = declare(doris, heard, union=unions[2])
    opinion = {"decision_maker": "Frida", "legal_opinion": "Utredd"}
    for before, ways in VETO_MOVES.items():
        Veto.objects.filter(pk=veto.pk).update(state=before, **opinion)
        for to in set(VETO_MOVES) - set(ways):
            assert f"kan inte bli {to.label}" in refusal(resolve, doris, veto, to, **opinion)
    assert "kan inte bli bort" in refusal(resolve, doris, veto, "bort")


@pytest.mark.parametrize(
    ("to", "values", "says"),
    [
        ("upheld", {"resolved_on": None}, "Ange vilken dag"),
        ("upheld", {"resolved_on": TODAY + timedelta(days=1)}, "har inte varit än"),
        ("upheld", {"resolved_on": VETOED - timedelta(days=1)}, "kan inte vara avgjort"),
        ("unfounded", {"legal_opinion": "Skulden är betald"}, "beslutsfattare och rättsutlåtande"),
        ("invalid_ground", {}, "den rättsliga bedömningen"),
    ],
)
def test_a_resolution_that_lacks_something_is_refused(doris, olivia, heard, unions, to, values, says):
    veto = declare(doris, heard, union=unions[2])
    assert says in refusal(resolve, doris, veto, to, **values)
    assert "beställande förvaltningen" in refusal(resolve, olivia, veto, "withdrawn")


def test_the_same_veto_sent_twice_is_one_and_a_changed_one_is_not_written_over(doris, heard, unions):
    token = uuid4()
    veto = declare(doris, heard, union=unions[2], token=token)
    assert declare(doris, heard, union=unions[2], token=token) == veto
    seen = version_of(veto)
    resolve(doris, veto, "upheld", seen=seen)
    with pytest.raises(Conflict):
        resolve(doris, veto, "withdrawn", seen=seen)
