"""Delivery that was accepted on paper: what it changes, what it leaves alone, and what is refused."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from apps.placements.credit_actions import grant, withdraw
from apps.placements.models import Credit
from apps.placements.tests.delivering import SUMMER, amounts, fact, fulfilled, job, require, sums
from procurement_csr.people import make_contract, make_credit, make_procurement, make_requirement

GRANTED = date(2026, 7, 1)


def accept(by, requirement, amount, kind="reported", key="report:12:line:3", on=GRANTED):
    values = {"source": "rapport 2026-06-30", "source_key": key, "granted_on": on}
    return grant(by=by, requirement=requirement, kind=kind, amount=Decimal(amount), **values)


@pytest.mark.parametrize(
    ("unit", "promised", "kind", "amount", "line"),
    [
        ("fte_months", 12, "reported", "5.6", "5,6 heltidsmånader"),
        ("hours", 1100, "reported", "100", "100 timmar"),
        ("places", 12, "attempts", "11", "11 platser"),
        ("persons", 12, "attempts", "11", "11 personer"),
    ],
)
def test_what_is_accepted_is_a_line_of_its_own_in_the_sum(
    contract, helsingborg, olivia, olivias, unit, promised, kind, amount, line
):
    requirement = require(contract, unit=unit, count=promised, counts_attempts=kind == "attempts")
    job(contract)
    before = olivias("employment")
    accept(olivia, requirement, amount, kind)
    after = olivias("employment")
    assert after.delivered == before.delivered + Fraction(amount)
    assert "återstår inget" in amounts(after)
    assert "återstår inget" not in amounts(before)
    word = "godtaget ur leverantörens rapport" if kind == "reported" else "godtagna dokumenterade försök"
    assert sums(after) == [*sums(before), ("Rapport 2026-06-30", f"{word} 2026-07-01: {line}")]
    assert fulfilled(helsingborg, today=SUMMER) == {requirement.pk}
    assert fulfilled(helsingborg, today=date(2026, 6, 30)) == set()


def test_three_quarters_are_enough_when_the_employee_left_also_with_accepted_months(contract, helsingborg, olivia):
    months = require(contract, unit="fte_months")
    job(contract, ended_on=date(2026, 3, 31), end_reason="moved_to_employment")
    accept(olivia, months, "5.9")
    assert fulfilled(helsingborg, today=SUMMER) == set()
    accept(olivia, months, "0.1", key="report:13:line:1")
    assert fulfilled(helsingborg, today=SUMMER) == {months.pk}


def test_what_is_taken_back_no_longer_counts_and_may_be_accepted_anew(contract, helsingborg, olivia, olivias):
    months = require(contract, unit="fte_months")
    credit = accept(olivia, months, "12")
    with pytest.raises(ValidationError, match="varför"):
        withdraw(by=olivia, credit=credit, reason=" ")
    taken = withdraw(by=olivia, credit=credit, reason="Rapporten gällde ett annat avtal.")
    assert (taken.withdrawn_by, withdraw(by=olivia, credit=credit, reason="Igen")) == (olivia, taken)
    assert olivias("employment").delivered == 0
    assert fulfilled(helsingborg, today=SUMMER) == set()
    assert accept(olivia, months, "9").pk != credit.pk
    assert olivias("employment").delivered == 9


@pytest.mark.parametrize("unit", ["places", "persons", "hours", "fte_months"])
def test_nothing_is_fulfilled_by_what_was_taken_back(contract, helsingborg, olivia, unit):
    requirement = require(contract, unit=unit, counts_attempts=True)
    credit = accept(olivia, requirement, "12", "attempts")
    assert fulfilled(helsingborg, today=SUMMER) == {requirement.pk}
    withdraw(by=olivia, credit=credit, reason="Fel avtal.")
    assert fulfilled(helsingborg, today=SUMMER) == set()


def test_the_same_line_is_accepted_once(contract, olivia):
    months = require(contract, unit="fte_months")
    assert accept(olivia, months, "5") == accept(olivia, months, "5")
    with pytest.raises(ValidationError, match="redan godtagen"):
        accept(olivia, months, "6")
    assert Credit.objects.count() == 1


@pytest.mark.parametrize(
    ("fields", "kind", "amount", "sentence"),
    [
        ({"unit": "places"}, "reported", "1", "Platser räknas ur placeringarna"),
        ({"unit": "persons"}, "reported", "1", "Personer räknas ur placeringarna"),
        ({"unit": "places"}, "attempts", "1", "Kravet säger inte att dokumenterade försök räknas"),
        ({"unit": "places", "counts_attempts": True}, "attempts", "1.5", "Ange ett helt antal"),
        ({"unit": "hours"}, "reported", "0", "mer än 0"),
        ({"unit": "hours"}, "reported", "-1", "mer än 0"),
    ],
)
def test_what_cannot_be_accepted(contract, olivia, fields, kind, amount, sentence):
    with pytest.raises(ValidationError, match=sentence):
        accept(olivia, require(contract, **fields), amount, kind)
    assert not Credit.objects.exists()


def test_a_requirement_of_the_documents_has_no_delivery(helsingborg, olivia):
    asked = make_requirement(None, procurement=make_procurement(helsingborg))
    with pytest.raises(ValidationError, match="hör inte till något avtal"):
        accept(olivia, asked, "1")


def test_accepted_months_earn_no_bonus(contract, olivia, olivias):
    months = require(contract, unit="fte_months", model="bonus", bonus_rate=1000)
    job(contract, ended_on=date(2026, 2, 28), end_reason="completed")
    accept(olivia, months, "4")
    shown = olivias("employment")
    assert fact(shown, "Bonus").startswith("2 hela heltidsmånader × 1 000")
    assert "ger bonus" not in sums(shown)[-1][1]


def test_a_credit_stays_within_its_organisation_and_its_contract(contract, haninge, olivia):
    credit = make_credit(require(contract, unit="hours"), 5)
    stranger = make_contract(make_procurement(haninge))
    wrong = {
        "placements_credit_contract_id_same_organisation": {"contract": stranger},
        "placements_credit_requirement_id_same_contract": {"requirement": require(stranger)},
    }
    for name, values in wrong.items():
        with connection.cursor() as cursor:
            cursor.execute(f"SET CONSTRAINTS {name} IMMEDIATE")
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            Credit.objects.filter(pk=credit.pk).update(**values)


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("credit_once", {"source_key": "report:1"}),
        ("credit_amount_is_positive", {"amount": 0}),
        ("credit_withdrawn_is_whole", {"withdrawn_reason": "Fel."}),
    ],
)
def test_a_credit_that_cannot_be(contract, name, values):
    hours = require(contract, unit="hours")
    make_credit(hours, 5, source_key="report:1")
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        make_credit(hours, **{"amount": 5} | values)


def test_the_history_keeps_what_was_accepted_and_by_whom(contract, olivia):
    credit = accept(olivia, require(contract, unit="hours"), "5")
    withdraw(by=olivia, credit=credit, reason="Fel avtal.")
    events = apps.get_model("placements", "CreditEvent").objects.filter(pgh_obj_id=credit.pk).order_by("pgh_id")
    assert [(each.pgh_label, each.pgh_context.metadata["user"]) for each in events] == [
        ("insert", olivia.pk),
        ("update", olivia.pk),
    ]
