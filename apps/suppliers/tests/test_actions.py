"""Writes to the company register."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from apps.core.actions import Conflict, version_of
from apps.suppliers import actions
from apps.suppliers.models import Supplier, SupplierAlias, SupplierEvent
from procurement_csr.people import make_supplier

SOLE_TRADER_NUMBER = "850709-9805"


@pytest.mark.parametrize("written", ["5599990131", "559999-0131", " 559999 0131", "16559999-0131", "SE559999013101"])
def test_a_number_is_stored_as_ten_digits_however_it_is_written(olivia, written):
    supplier = actions.create_supplier(by=olivia, name="Måleri AB", org_number=written)
    supplier.refresh_from_db()
    assert supplier.org_number == "5599990131"
    assert supplier.number == "559999-0131"


def test_a_sole_traders_number_marks_the_supplier_and_is_stored_nowhere(olivia):
    supplier = actions.create_supplier(by=olivia, name="Anders Måleri", org_number=SOLE_TRADER_NUMBER)
    supplier.refresh_from_db()
    assert (supplier.org_number, supplier.is_sole_trader, supplier.number) == (None, True, "enskild näringsidkare")
    rows = [*Supplier.objects.values(), *SupplierEvent.objects.values()]
    assert "8507099805" not in repr(rows).replace("-", "")


def test_a_wrong_check_digit_is_refused_with_the_number_in_the_sentence(olivia):
    with pytest.raises(ValidationError, match="Kontrollsiffran i organisationsnumret 559999-0132 stämmer inte"):
        actions.create_supplier(by=olivia, name="Måleri AB", org_number="559999-0132")


def test_an_imported_wrong_number_does_not_stop_a_change_of_name(olivia):
    supplier = make_supplier("Måleri AB", org_number="5599990132")
    actions.update_supplier(by=olivia, supplier=supplier, name="Måleri i Väst AB", org_number="559999-0132")
    supplier.refresh_from_db()
    assert supplier.name == "Måleri i Väst AB"


def test_a_company_number_and_sole_trader_together_are_refused(olivia):
    with pytest.raises(ValidationError, match="559999-0131 är ett företags organisationsnummer"):
        actions.create_supplier(by=olivia, name="Måleri AB", org_number="5599990131", is_sole_trader=True)


def test_a_known_number_is_refused(olivia):
    make_supplier("Måleri AB", org_number="5599990131")
    with pytest.raises(ValidationError, match="Organisationsnumret 559999-0131 finns redan"):
        actions.create_supplier(by=olivia, name="Måleri Aktiebolag", org_number="559999-0131")


def test_a_double_click_makes_one_supplier(olivia):
    token = "0a6cbf3e-5a0b-4b07-9a87-1f9b3c1f0001"
    first = actions.create_supplier(by=olivia, name="Måleri AB", token=token)
    second = actions.create_supplier(by=olivia, name="Måleri AB", token=token)
    assert first.pk == second.pk
    assert Supplier.objects.count() == 1


def test_a_change_on_top_of_somebody_elses_is_a_conflict(olivia, carin):
    supplier = make_supplier("Måleri AB")
    seen = version_of(Supplier.objects.get(pk=supplier.pk))
    actions.update_supplier(by=carin, supplier=supplier, name="Målarna AB", seen=seen)
    with pytest.raises(Conflict) as conflict:
        actions.update_supplier(by=olivia, supplier=supplier, name="Måleriet AB", seen=seen)
    assert conflict.value.current.name == "Målarna AB"


def test_the_author_stands_in_the_history(olivia):
    supplier = actions.create_supplier(by=olivia, name="Måleri AB")
    assert SupplierEvent.objects.get(pgh_obj_id=supplier.pk).pgh_context.metadata["user"] == olivia.pk


def test_the_same_other_name_twice_is_one(olivia):
    supplier = make_supplier("Måleri AB")
    first = actions.create_alias(by=olivia, supplier=supplier, name="Målarna")
    assert actions.create_alias(by=olivia, supplier=supplier, name=" målarna ").pk == first.pk


@pytest.mark.parametrize("number", ["123", "8507099805", "55999901a1"])
def test_constraint_supplier_org_number_of_company(db, number):
    with pytest.raises(IntegrityError, match="supplier_org_number_of_company"), transaction.atomic():
        Supplier.objects.create(name="Måleri AB", org_number=number)
    with pytest.raises(ValidationError, match="Organisationsnumret ska ha tio siffror"):
        Supplier(name="Måleri AB", org_number=number).full_clean()


def test_constraint_supplier_sole_trader_has_no_number(db):
    with pytest.raises(IntegrityError, match="supplier_sole_trader_has_no_number"), transaction.atomic():
        Supplier.objects.create(name="Anders", org_number="5599990131", is_sole_trader=True)
    with pytest.raises(ValidationError, match="nummer är ett personnummer och sparas inte"):
        Supplier(name="Anders", org_number="5599990131", is_sole_trader=True).full_clean()


def test_constraint_supplier_alias_once(db):
    supplier = make_supplier("Måleri AB")
    SupplierAlias.objects.create(supplier=supplier, name="Målarna")
    with pytest.raises(IntegrityError, match="supplier_alias_once"), transaction.atomic():
        SupplierAlias.objects.create(supplier=supplier, name="MÅLARNA")
    with pytest.raises(ValidationError, match="Leverantören har redan det namnet"):
        SupplierAlias(supplier=supplier, name="målarna").full_clean()
