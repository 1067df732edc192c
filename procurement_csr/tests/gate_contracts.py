"""The gate's visits to contracts, requirements, and what a procurement is made of."""

from datetime import timedelta

from django.utils import timezone

from apps.procurements.models import ExtensionOption, Lot, ProcurementParty, Requirement
from procurement_csr import people
from procurement_csr.tests.gate_visit import BOTH, Visit

_DETAILS = "?modell=numeric&insats=employment"
CONTRACT_VISITS = (
    Visit("contract_list", "officer"),
    Visit("contract_detail", "officer", "contract"),
    Visit("contract_detail", "matcher", "contract"),
    Visit("contract_detail", "officer", "declined_contract"),
    Visit("contract_detail", "officer", "open_contract"),
    Visit("contract_create", "officer", "procurement", refuses=BOTH),
    Visit("contract_update", "officer", "contract", refuses=BOTH),
    Visit("contract_decline", "officer", "open_contract", refuses=BOTH),
    Visit("requirement_create", "officer", "open_contract", refuses=BOTH),
    Visit("requirement_create", "officer", "declined_contract", refuses=BOTH),
    Visit("requirement_update", "officer", "requirement", refuses=BOTH),
    Visit("requirement_delete", "officer", "requirement"),
    Visit("contract_detail", "officer", "framework"),
    Visit("contract_detail", "administrator", "call_off"),
    Visit("contract_update", "officer", "call_off", refuses=BOTH),
    Visit("requirement_create", "officer", "open_contract", query=_DETAILS, refuses=BOTH),
    Visit("requirement_create", "officer", "signed_contract", query=_DETAILS, refuses=BOTH),
    Visit("requirement_update", "officer", "requirement", query="?byt=1", refuses=BOTH),
    Visit("procurement_requirement_create", "officer", "joint_procurement", refuses=BOTH),
    Visit("procurement_requirement_create", "officer", "joint_procurement", query=_DETAILS, refuses=BOTH),
    Visit("procurement_requirement_create", "officer", "joint_procurement", query="?modell=reserved", refuses=BOTH),
    Visit("requirement_text", "officer", "full_requirement"),
    Visit("requirement_text", "administrator", "requirement"),
    Visit("requirement_update", "officer", "full_requirement", refuses=BOTH),
    Visit("procurement_detail", "officer", "joint_procurement"),
    Visit("procurement_detail", "administrator", "joint_procurement"),
    Visit("party_create", "officer", "joint_procurement", refuses=BOTH),
    Visit("party_update", "officer", "party", refuses=BOTH),
    Visit("party_delete", "officer", "party"),
    Visit("lot_create", "officer", "joint_procurement", refuses=BOTH),
    Visit("lot_update", "officer", "lot", refuses=BOTH),
    Visit("lot_delete", "officer", "lot"),
    Visit("option_create", "officer", "framework", refuses=BOTH),
    Visit("option_update", "officer", "option", refuses=BOTH),
    Visit("option_delete", "officer", "option"),
)
_TEXT = "Leverantören ska ordna 12 heltidsmånader anställning.\n\nDen första ska ha börjat inom 6 månader."


def addresses_of_contracts(organisation) -> dict:
    """A joint procurement with lots, a framework with a call-off and options, and a requirement with everything."""
    today = timezone.localdate()
    department = organisation.departments.first()
    joint = people.make_procurement(organisation, "Gemensam upphandling av måleri", department=department)
    party = ProcurementParty.objects.create(
        procurement=joint, organisation=people.make_organisation("Medverkande kommun", is_demo=True), share_percent=35
    )
    lot = Lot.objects.create(procurement=joint, number="A", title="Fasader och fönster", value=2_000_000)
    framework = people.make_contract(joint, kind="framework", ceiling_value=4_000_000, lot=lot)
    call_off = people.make_contract(joint, kind="call_off", framework=framework, value=4_500_000, title="Avrop ett")
    option = ExtensionOption.objects.create(contract=framework, months=12, last_call_on=today)
    called = {"outcome": "called", "decided_on": today}
    ExtensionOption.objects.create(contract=framework, months=24, last_call_on=today, **called)
    return {
        "joint_procurement": joint.pk,
        "party": party.pk,
        "lot": lot.pk,
        "framework": framework.pk,
        "call_off": call_off.pk,
        "option": option.pk,
        "signed_contract": people.make_contract(joint, signed_on=today - timedelta(9)).pk,
        "full_requirement": _full_requirement(joint, today).pk,
    }


def _full_requirement(procurement, today) -> Requirement:
    day = today.replace(day=1)
    return Requirement.objects.create(
        procurement=procurement,
        kind="employment",
        model="numeric",
        unit="fte_months",
        count=12,
        quantity_basis="per_msek",
        rate=3,
        starts_on=day,
        ends_on=day + timedelta(700),
        due_on=day + timedelta(700),
        first_start_within_months=6,
        report_on=[day + timedelta(200), day + timedelta(400)],
        follow_up_by="labour_market",
        rectification_days=30,
        penalty_amount=5000,
        penalty_unit="month",
        penalty_cap=60000,
        allows_termination=True,
        counts_attempts=True,
        geographic_restriction="Boende i kommunen",
        clause_text=_TEXT,
        note="Beslutat i styrgruppen.",
    )
