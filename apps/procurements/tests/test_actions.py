"""Writes to procurements, contracts and the decision about requirements."""

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from apps.core.actions import Conflict, version_of
from apps.procurements import actions, contracts, queries, requirements
from apps.procurements.models import Contract, ContractSupplier, CpvCode, Procurement, Requirement, RequirementEvent
from procurement_csr.people import make_contract, make_department, make_procurement, make_supplier

TODAY = date(2026, 3, 2)
TOKEN = UUID("0a6cbf3e-5a0b-4b07-9a87-1f9b3c1f0001")


@pytest.fixture
def painting(helsingborg):
    return make_procurement(helsingborg, "Måleritjänster", case_number="UN 2026/1")


@pytest.fixture
def contract(painting):
    return make_contract(painting, number="A-1")


def test_a_procurement_is_made_once_for_one_form(olivia, helsingborg):
    make = {"organisation": helsingborg, "title": "Måleri", "token": TOKEN, "today": TODAY}
    first = actions.create_procurement(by=olivia, **make)
    assert actions.create_procurement(by=olivia, **make).pk == first.pk
    assert Procurement.objects.count() == 1


def test_a_used_case_number_is_refused_in_the_organisation_and_free_in_another(olivia, painting, haninge):
    with pytest.raises(ValidationError, match="Diarienumret används redan"):
        actions.create_procurement(
            by=olivia, organisation=painting.organisation, title="Annan", case_number="UN 2026/1", today=TODAY
        )
    actions.create_procurement(by=None, organisation=haninge, title="Annan", case_number="UN 2026/1", today=TODAY)


def test_a_department_of_another_organisation_is_refused_by_name(olivia, helsingborg, haninge):
    foreign = make_department(haninge, "Kultur Haninge")
    with pytest.raises(ValidationError, match=r"Kultur Haninge hör till Haninge\. Välj en förvaltning i Helsingborg"):
        actions.create_procurement(by=olivia, organisation=helsingborg, title="Måleri", department=foreign, today=TODAY)


def test_a_personal_number_in_a_note_is_refused(olivia, painting):
    with pytest.raises(ValidationError, match="personnummer"):
        actions.update_procurement(by=olivia, procurement=painting, today=TODAY, note="Ring 850709-9805")


def test_two_who_change_the_same_procurement_do_not_overwrite_each_other(olivia, carin, painting):
    seen = version_of(Procurement.objects.get(pk=painting.pk))
    actions.update_procurement(by=carin, procurement=painting, today=TODAY, title="Målning", seen=seen)
    with pytest.raises(Conflict):
        actions.update_procurement(by=olivia, procurement=painting, today=TODAY, title="Fasadmålning", seen=seen)


def test_the_phase_is_changed_by_moves_alone_and_a_case_begins_only_where_it_can(olivia, painting, helsingborg):
    with pytest.raises(ValidationError, match="Fasen ändras med knapparna"):
        actions.update_procurement(by=olivia, procurement=painting, today=TODAY, phase="contracted")
    with pytest.raises(ValidationError, match="kan inte läggas upp i fasen avtalsspärr"):
        actions.create_procurement(by=olivia, organisation=helsingborg, title="Bröd", today=TODAY, phase="standstill")


def test_a_change_that_only_one_request_saw_becomes_a_sentence(olivia, painting, helsingborg, monkeypatch):
    # Two requests at once: the check of the second came before the first one's row.
    monkeypatch.setattr(Procurement, "full_clean", lambda self: None)
    with pytest.raises(ValidationError, match="Diarienumret används redan"):
        actions.create_procurement(
            by=olivia, organisation=helsingborg, title="Annan", case_number="UN 2026/1", today=TODAY
        )


def test_a_contract_needs_a_supplier_and_may_have_several(olivia, painting):
    with pytest.raises(ValidationError, match="Ange minst en leverantör"):
        contracts.create_contract(by=olivia, procurement=painting, suppliers=[], number="A-1")
    assert not Contract.objects.exists()
    made = contracts.create_contract(by=olivia, procurement=painting, suppliers=[make_supplier(), make_supplier()])
    assert made.suppliers.count() == 2


def test_suppliers_that_stay_keep_their_rank(olivia, contract):
    stays, comes = contract.suppliers.get(), make_supplier()
    ContractSupplier.objects.filter(contract=contract).update(rank=1)
    goes = make_supplier()
    ContractSupplier.objects.create(contract=contract, supplier=goes)
    contracts.update_contract(by=olivia, contract=contract, suppliers=[stays, comes])
    assert set(contract.parties.values_list("supplier", "rank")) == {(stays.pk, 1), (comes.pk, None)}


def test_another_supplier_added_meanwhile_is_a_conflict(olivia, contract):
    seen = version_of(Contract.objects.get(pk=contract.pk), queries.ranking(contract))
    ContractSupplier.objects.create(contract=contract, supplier=make_supplier())
    with pytest.raises(Conflict):
        contracts.update_contract(by=olivia, contract=contract, title="Ny", seen=seen)


def test_inget_krav_needs_a_reason_and_a_day_that_has_been(olivia, contract):
    decline = {"contract": contract, "today": TODAY}
    with pytest.raises(ValidationError, match="Ange varför avtalet inte har något krav"):
        requirements.decline_requirement(by=olivia, reason="  ", on=TODAY, **decline)
    with pytest.raises(ValidationError, match="Beslutsdatumet 2026-03-03 har inte varit än"):
        requirements.decline_requirement(by=olivia, reason="Kort uppdrag", on=date(2026, 3, 3), **decline)
    requirements.decline_requirement(by=olivia, reason="Kort uppdrag", on=TODAY, **decline)
    contract.refresh_from_db()
    assert (contract.no_requirement_reason, contract.no_requirement_by) == ("Kort uppdrag", olivia)


def test_a_requirement_replaces_inget_krav_only_when_told_so(olivia, contract):
    requirements.decline_requirement(by=olivia, contract=contract, reason="Kort", on=TODAY, today=TODAY)
    values = {"contract": contract, "kind": "internship", "model": "numeric", "count": 2}
    with pytest.raises(ValidationError, match="Avtalet har beslutet inget krav från 2026-03-02"):
        requirements.create_requirement(by=olivia, **values)
    requirements.create_requirement(by=olivia, replaces_decision=True, **values)
    contract.refresh_from_db()
    assert (contract.no_requirement_reason, contract.no_requirement_on) == ("", None)
    assert Contract.objects.with_decision().get().decision == "required"


def test_inget_krav_is_refused_while_requirements_stand(olivia, contract):
    requirements.create_requirement(by=olivia, contract=contract, kind="internship", model="numeric", count=2)
    with pytest.raises(ValidationError, match=r"Avtalet har krav: 2 praktikplatser\. Ta bort dem först"):
        requirements.decline_requirement(by=olivia, contract=contract, reason="Kort", on=TODAY, today=TODAY)


def test_a_dialogue_has_no_number(olivia, contract):
    made = requirements.create_requirement(by=olivia, contract=contract, kind="employment", model="dialog", count=3)
    assert made.count is None


def test_a_requirement_taken_away_leaves_the_contract_undecided_and_the_history_whole(olivia, contract):
    made = requirements.create_requirement(by=olivia, contract=contract, kind="employment", model="dialog")
    requirements.delete_requirement(by=olivia, requirement=made)
    assert Contract.objects.with_decision().get().decision == "open"
    assert list(RequirementEvent.objects.values_list("pgh_label", flat=True)) == ["insert", "delete"]


def test_a_double_click_makes_one_requirement_and_one_contract(olivia, painting):
    supplier = make_supplier()
    for _ in range(2):
        contract = contracts.create_contract(by=olivia, procurement=painting, suppliers=[supplier], token=TOKEN)
        requirements.create_requirement(by=olivia, contract=contract, kind="lecture", model="dialog", token=TOKEN)
    assert (Contract.objects.count(), Requirement.objects.count()) == (1, 1)


@pytest.mark.parametrize(("written", "code"), [("45442100-8", "45442100"), ("45442100", "45442100"), ("hej", None)])
def test_cpv_codes_are_learned_from_registers(db, written, code):
    learned = actions.learn_cpv(written, "Målningsarbeten")
    assert (learned and learned.code) == code
    assert CpvCode.objects.count() == 45 + (code is not None)


def test_a_learned_cpv_code_keeps_its_first_name(db):
    actions.learn_cpv("45442100", "Målningsarbeten")
    assert actions.learn_cpv("45442100-8", "Måla").label == "Målningsarbeten"
    assert actions.learn_cpv("45442100").label == "Målningsarbeten"


def broken(name, sentence, make):
    """The database refuses by name, and `full_clean` with the sentence."""
    row = make()
    with pytest.raises(ValidationError, match=sentence):
        row.full_clean()
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        make().save()


def test_constraint_cpv_code_eight_digits(db):
    broken("cpv_code_eight_digits", "ska ha åtta siffror", lambda: CpvCode(code="4544", label="Måleri"))


def test_constraint_procurement_case_number_unique(painting):
    make = lambda: Procurement(organisation=painting.organisation, title="B", case_number="UN 2026/1")  # noqa: E731
    broken("procurement_case_number_unique", "Diarienumret används redan", make)


def test_constraint_procurement_source_id_unique(painting):
    Procurement.objects.update(source_id="U1")
    make = lambda: Procurement(organisation=painting.organisation, title="B", source_id="U1")  # noqa: E731
    broken("procurement_source_id_unique", "redan med samma id", make)


def test_constraint_procurement_value_not_negative(helsingborg):
    make = lambda: Procurement(organisation=helsingborg, title="B", estimated_value=Decimal("-1"))  # noqa: E731
    broken("procurement_value_not_negative", "kan inte vara negativt", make)


@pytest.mark.parametrize(
    ("name", "sentence", "fields"),
    [
        ("contract_number_unique", "Avtalsnumret används redan", {"number": "A-1"}),
        (
            "contract_ends_after_start",
            "slutdatum ligger före startdatumet",
            {"starts_on": TODAY, "ends_on": date(2026, 3, 1)},
        ),
        (
            "contract_latest_end_after_end",
            "förlängningar ligger före slutdatumet",
            {"ends_on": TODAY, "latest_end_on": date(2026, 3, 1)},
        ),
        ("contract_value_not_negative", "kan inte vara negativt", {"value": Decimal("-1")}),
        ("contract_no_requirement_reason_and_date", "ange både motiv och datum", {"no_requirement_reason": "Kort"}),
        ("contract_no_requirement_reason_and_date", "ange både motiv och datum", {"no_requirement_on": TODAY}),
    ],
)
def test_contract_constraints(contract, name, sentence, fields):
    place = {"organisation": contract.organisation, "procurement": contract.procurement}
    broken(name, sentence, lambda: Contract(**place, **fields))


def test_constraint_contract_supplier_once(contract):
    make = lambda: ContractSupplier(contract=contract, supplier=contract.suppliers.get())  # noqa: E731
    broken("contract_supplier_once", "Leverantören står redan på avtalet", make)


@pytest.mark.parametrize("count", [None, 0])
def test_constraint_requirement_numeric_has_count(contract, count):
    make = lambda: Requirement(contract=contract, kind="internship", model="numeric", count=count)  # noqa: E731
    broken("requirement_numeric_has_count", "Ange hur många kravet gäller", make)


def test_constraint_requirement_once_per_kind(contract):
    Requirement.objects.create(contract=contract, kind="internship", model="dialog")
    make = lambda: Requirement(contract=contract, kind="internship", model="dialog")  # noqa: E731
    broken("requirement_once_per_kind", "redan ett sådant krav", make)


def check_constraints_now():
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_constraint_procurement_department_same_organisation(haninge, painting):
    Procurement.objects.filter(pk=painting.pk).update(department=make_department(haninge))
    with pytest.raises(IntegrityError, match="procurements_procurement_department_id_same_organisation"):
        check_constraints_now()


def test_constraint_contract_procurement_same_organisation(haninge, painting):
    Contract.objects.create(organisation=haninge, procurement=painting)
    with pytest.raises(IntegrityError, match="procurements_contract_procurement_id_same_organisation"):
        check_constraints_now()
