"""Acceptance facts 18 to 21 and 23 where they are kept: by the writes of requirements, past every form."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from apps.procurements import requirements
from apps.procurements.models import Clause, GuidelineVersion, Requirement
from apps.procurements.obligations import first_start_due
from procurement_csr.people import make_contract, make_procurement

PENALTY = {"penalty_amount": Decimal(1000), "penalty_unit": "week"}
SANCTIONS = [
    ({"rectification_days": 30}, "tid för rättelse"),
    (PENALTY, "vite"),
    ({"blocks_call_offs": True}, "spärr från avrop"),
    ({"allows_termination": True}, "hävning"),
]
JOBS = {"kind": "employment", "model": "numeric", "unit": "persons"}


@pytest.fixture
def contract(helsingborg):
    return make_contract(make_procurement(helsingborg), starts_on=date(2026, 1, 15), ends_on=date(2028, 1, 14))


@pytest.fixture
def bare_clause(helsingborg):
    """A clause that gives no sanction at all."""
    guideline = GuidelineVersion.objects.create(organisation=helsingborg, title="R")
    return Clause.objects.create(guideline=guideline, title="Jobb", model="numeric", text="Anställ {antal}.")


def refused(call, **arguments) -> dict[str, list[str]]:
    before = list(Requirement.objects.values())
    with pytest.raises(ValidationError) as refusal:
        call(**arguments)
    assert list(Requirement.objects.values()) == before
    return refusal.value.message_dict


@pytest.mark.parametrize(("sanction", "name"), SANCTIONS)
def test_fact_20_a_sanction_the_clause_lacks_is_refused_when_set_and_when_changed(
    olivia, contract, bare_clause, sanction, name
):
    values = JOBS | {"count": 2, "clause": bare_clause}
    found = refused(requirements.create_requirement, by=olivia, contract=contract, **values | sanction)
    assert found[next(iter(sanction))] == [
        f"Klausulen Jobb ger inte rätt till {name}. Töm fältet eller välj en klausul som gör det."
    ]
    requirement = requirements.create_requirement(by=olivia, contract=contract, **values)
    found = refused(requirements.update_requirement, by=olivia, requirement=requirement, **sanction)
    assert name in found[next(iter(sanction))][0]


@pytest.mark.parametrize(("sanction", "name"), SANCTIONS[1:])
def test_facts_20_and_21_without_a_clause_a_sanction_needs_its_words_in_the_contract(olivia, contract, sanction, name):
    values = JOBS | {"count": 2} | sanction
    found = refused(requirements.create_requirement, by=olivia, contract=contract, **values)
    assert found == {
        "clause_text": [
            f"Utan klausul ska avtalets text om {name} anges: en påföljd gäller bara om den står i dokumenten."
        ]
    }
    made = requirements.create_requirement(by=olivia, contract=contract, clause_text="Påföljden gäller.", **values)
    assert requirements.update_requirement(by=olivia, requirement=made, count=1).count == 1
    assert "clause_text" in refused(requirements.update_requirement, by=olivia, requirement=made, clause_text="")


def test_fact_20_a_clause_with_a_penalty_lets_it_be_set(olivia, contract, bare_clause):
    Clause.objects.update(has_penalty=True)
    bare_clause.refresh_from_db()
    values = JOBS | {"count": 2, "clause": bare_clause} | PENALTY
    made = requirements.create_requirement(by=olivia, contract=contract, **values)
    assert made.penalty_amount == 1000


@pytest.mark.parametrize(("share", "is_refused"), [(29, True), (30, False)])
def test_fact_18_a_reserved_share_under_thirty_per_cent_is_refused(olivia, contract, share, is_refused):
    values = {"by": olivia, "contract": contract, "kind": "", "model": "reserved", "reserved_share": share}
    if is_refused:
        assert "minst 30 procent (LOU 4:18)" in str(refused(requirements.create_requirement, **values))
    else:
        assert requirements.create_requirement(**values).reserved_share == 30


def test_fact_19_a_number_raised_after_signing_needs_to_be_confirmed_with_a_motive(olivia, contract):
    made = requirements.create_requirement(by=olivia, contract=contract, **JOBS, count=2)
    type(contract).objects.update(signed_on=date(2026, 1, 2))
    raised = {"by": olivia, "requirement": made, "count": 3}
    found = refused(requirements.update_requirement, **raised)
    assert set(found) == {"confirms_late", "late_motive"}
    assert "väsentlig ändring av avtalet (LOU 17:10 och 17:14)" in found["confirms_late"][0]
    assert set(refused(requirements.update_requirement, **raised, confirms_late=True)) == {"late_motive"}
    assert requirements.update_requirement(by=olivia, requirement=made, count=1).count == 1
    changed = requirements.update_requirement(**raised, confirms_late=True, late_motive="Stod i dokumenten.")
    assert (changed.count, changed.late_motive) == (3, "Stod i dokumenten.")


def test_fact_19_another_unit_after_signing_is_another_number(olivia, contract):
    made = requirements.create_requirement(by=olivia, contract=contract, **JOBS, count=2)
    type(contract).objects.update(signed_on=date(2026, 1, 2))
    found = refused(requirements.update_requirement, by=olivia, requirement=made, unit="fte_months")
    assert set(found) == {"confirms_late", "late_motive"}


@pytest.mark.parametrize(
    ("starts_on", "months", "due"),
    [
        (date(2026, 1, 15), 6, date(2026, 7, 15)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 12, 31), 6, date(2027, 6, 30)),
        (date(2026, 1, 15), 0, date(2026, 1, 15)),
        (None, 6, None),
        (date(2026, 1, 15), None, None),
    ],
)
def test_fact_23_the_first_start_is_due_calendar_months_after_the_start(starts_on, months, due):
    assert first_start_due(starts_on, months) == due


def test_fact_23_a_first_start_after_the_day_of_fulfilment_is_refused(olivia, contract):
    values = JOBS | {"count": 2, "first_start_within_months": 6}
    found = refused(requirements.create_requirement, by=olivia, contract=contract, **values, due_on=date(2026, 7, 14))
    assert "senast 2026-07-15" in found["first_start_within_months"][0]
    made = requirements.create_requirement(by=olivia, contract=contract, **values, due_on=date(2026, 7, 15))
    assert first_start_due(contract.starts_on, made.first_start_within_months) == date(2026, 7, 15)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"kind": "", "model": "reserved"}, "reserved_share"),
        (JOBS | {"count": 2, "penalty_unit": "week", "clause_text": "Vite."}, "penalty_amount"),
        (JOBS | {"count": 2, "penalty_cap": Decimal(5), "clause_text": "Vite."}, "penalty_amount"),
        ({"kind": "employment", "model": "bonus", "bonus_ceiling": Decimal(5)}, "bonus_rate"),
    ],
)
def test_a_share_a_penalty_and_a_bonus_without_their_figure_are_refused_beside_it(olivia, contract, values, field):
    assert set(refused(requirements.create_requirement, by=olivia, contract=contract, **values)) == {field}
