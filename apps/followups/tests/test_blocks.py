"""A decided block from call-offs stops new ones until it is lifted."""

import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone

from apps.followups.models import Sanction
from apps.followups.sanction_actions import decide_step, withdraw_step
from apps.followups.tests.deviation_world import EVERY_CLAUSE, deviation_of, make_painting, text_of
from apps.procurements import contracts
from apps.procurements.models import Contract
from procurement_csr.people import make_report_request, make_supplier

TODAY = timezone.localdate()
DAY = timedelta(days=1)


@pytest.fixture
def framework(helsingborg):
    contract = make_painting(helsingborg, **EVERY_CLAUSE)
    days = {"starts_on": TODAY - 300 * DAY, "ends_on": TODAY + 300 * DAY}
    Contract.objects.filter(pk=contract.pk).update(kind="framework", **days)
    contract.refresh_from_db()
    return contract


def block(about, **fields) -> Sanction:
    values = {"state": "decided", "decided_on": TODAY, "motive": "Bristen är inte rättad."} | fields
    deviation = deviation_of(about)
    own = {"organisation": about.organisation, "deviation": deviation, "step": "block", "letter": "Ni spärras."}
    return Sanction.objects.create(**own, **values)


def call_off(framework, *suppliers, **values):
    values = {"kind": "call_off", "framework": framework, "starts_on": TODAY, "today": TODAY} | values
    whom = suppliers or framework.suppliers.all()
    return contracts.create_contract(by=None, procurement=framework.procurement, suppliers=whom, **values)


def refusal(run, *args, **values) -> str:
    with pytest.raises(ValidationError) as error:
        run(*args, **values)
    return " ".join(error.value.message_dict["suppliers"])


def test_a_blocked_supplier_gets_no_call_off_and_the_page_says_why_since_when_and_the_way_out(
    sign_in, olivia, framework
):
    sanction = block(framework)
    url = reverse("contract_create", args=[framework.procurement_id])
    data = {"number": "AV-1", "kind": "call_off", "framework": framework.pk, "starts_on": TODAY, "token": uuid.uuid4()}
    client, supplier = sign_in(olivia), framework.suppliers.get()
    page = client.post(url, data | {"add_supplier": supplier.pk})
    assert page.status_code == 422
    told = text_of(page)
    assert f"är sedan {TODAY} spärrat för avrop från Exempelmåleri AB" in told
    assert sanction.deviation.name in told
    assert "Välj en annan leverantör, eller lyft spärren först: avvikelsen nås från ramavtalets sida." in told
    assert list(page.context["form"].errors) == ["add_supplier"], "the supplier chosen last is not among the boxes"
    assert not framework.call_offs.exists()


def test_lifting_the_block_opens_call_offs_again(sign_in, olivia, framework):
    sanction = block(framework)
    assert "spärrat" in refusal(call_off, framework)
    page = sign_in(olivia).get(sanction.deviation.get_absolute_url())
    assert "Lyft spärren" in page.text
    withdraw_step(by=olivia, sanction=sanction, reason="Praktikanterna har börjat.", today=TODAY)
    assert call_off(framework).framework == framework


def test_a_proposed_block_stops_nothing_yet(framework):
    block(framework, state="proposed", decided_on=None, reply_by=TODAY)
    assert call_off(framework)


def test_what_was_called_off_before_the_decision_may_still_be_registered(framework):
    block(framework)
    assert call_off(framework, signed_on=TODAY - DAY)
    assert "spärrat" in refusal(call_off, framework, signed_on=TODAY)


def test_a_block_decided_for_a_call_off_stops_its_framework(framework):
    first = call_off(framework)
    block(first)
    told = refusal(call_off, framework)
    assert "spärrat för avrop från Exempelmåleri AB" in told
    assert f"i avropet {first.name}" in told


def test_another_supplier_of_the_framework_is_called_off_when_the_late_report_is_the_first_ones(framework):
    other = make_supplier("Andra Måleri AB")
    first = framework.suppliers.get()
    framework.suppliers.add(other)
    report = make_report_request(framework, supplier=first)
    sanction = block(framework)
    type(sanction.deviation).objects.filter(pk=sanction.deviation_id).update(request=report)
    assert call_off(framework, other)
    assert "avrop från Exempelmåleri AB," in refusal(call_off, framework, first)


def test_a_call_off_from_before_the_block_may_be_changed_but_not_signed_anew_nor_get_the_blocked(framework):
    other = make_supplier("Andra Måleri AB")
    old, unsigned, others = call_off(framework, signed_on=TODAY - DAY), call_off(framework), call_off(framework, other)
    block(framework)
    change = {"by": None, "today": TODAY}
    assert contracts.update_contract(contract=old, title="Trapphus", **change).title == "Trapphus"
    assert contracts.update_contract(contract=unsigned, title="Fasad", **change).title == "Fasad"
    assert "spärrat" in refusal(contracts.update_contract, contract=unsigned, signed_on=TODAY, **change)
    both = [other, *framework.suppliers.all()]
    assert "spärrat" in refusal(contracts.update_contract, contract=others, suppliers=both, **change)


def test_the_pages_of_the_framework_and_its_call_offs_show_the_block(sign_in, olivia, framework):
    called = call_off(framework)
    sanction = block(framework)
    client, note = sign_in(olivia), f"Spärrat för avrop från Exempelmåleri AB sedan {TODAY}."
    for row in (framework, called):
        assert note in text_of(client.get(row.get_absolute_url()))
    withdraw_step(by=olivia, sanction=sanction, reason="Rättat.", today=TODAY)
    assert note not in text_of(client.get(framework.get_absolute_url()))


@pytest.mark.django_db(transaction=True)
def test_a_call_off_waits_for_a_block_that_is_being_decided_and_is_refused(olivia, framework):
    sanction = block(framework, state="proposed", decided_on=None, reply_by=TODAY - DAY, override_motive="Konkurs.")

    def called_off() -> bool:
        try:
            return bool(call_off(framework, signed_on=TODAY))
        except ValidationError:
            return False
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            decide_step(by=olivia, sanction=sanction, motive="Bristen är inte rättad.", today=TODAY)
            other = pool.submit(called_off)
            with pytest.raises(TimeoutError):
                other.result(0.5)
        assert other.result(10) is False
    assert not framework.call_offs.exists()
