"""The pages of the gate: every address with who looks at it, and the two worlds they are looked at in."""

import uuid
from datetime import date, timedelta

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.urls import get_resolver
from django.utils import timezone

from apps.accounts.invitation_links import make_token
from apps.accounts.models import Invitation, Membership, Organisation, User
from apps.placements import actions as placements
from apps.placements.models import Activity, Placement
from apps.procurements.models import (
    Contract,
    GuidelineVersion,
    PriorityAnswers,
    Procurement,
    Requirement,
    RequirementDecision,
    Threshold,
)
from apps.suppliers.models import Supplier, SupplierContact
from procurement_csr import people
from procurement_csr.demo.loading import load
from procurement_csr.demo.people import LOCAL_PARTS, PASSWORD
from procurement_csr.tests.gate_actionplans import ACTIONPLAN_NOT_PAGES, ACTIONPLAN_VISITS, addresses_of_actionplans
from procurement_csr.tests.gate_called import CALLED_VISITS, addresses_of_called
from procurement_csr.tests.gate_consultations import CONSULTATION_VISITS, addresses_of_consultations
from procurement_csr.tests.gate_contracts import CONTRACT_VISITS, addresses_of_contracts
from procurement_csr.tests.gate_dashboard import DASHBOARD_NOT_PAGES, DASHBOARD_VISITS, addresses_of_dashboard
from procurement_csr.tests.gate_followups import FOLLOWUP_NOT_PAGES, FOLLOWUP_VISITS, addresses_of_followups
from procurement_csr.tests.gate_guidelines import GUIDELINE_NOT_PAGES, GUIDELINE_VISITS, addresses_of_guidelines
from procurement_csr.tests.gate_imports import IMPORT_VISITS, addresses_of_imports, addresses_of_lists
from procurement_csr.tests.gate_mails import MAIL_NOT_PAGES, MAIL_VISITS, addresses_of_mails
from procurement_csr.tests.gate_measures import MEASURE_VISITS, addresses_of_measures
from procurement_csr.tests.gate_moves import addresses_of_moves
from procurement_csr.tests.gate_offers import OFFER_VISITS, addresses_of_offers
from procurement_csr.tests.gate_onboarding import ONBOARDING_NOT_PAGES, ONBOARDING_VISITS, addresses_of_onboarding
from procurement_csr.tests.gate_participants import (
    PARTICIPANT_NOT_PAGES,
    PARTICIPANT_VISITS,
    addresses_of_participants,
)
from procurement_csr.tests.gate_placements import PLACEMENT_VISITS, addresses_of_placements
from procurement_csr.tests.gate_plans import PLAN_VISITS, addresses_of_plans
from procurement_csr.tests.gate_reminders import REMINDER_NOT_PAGES, REMINDER_VISITS, addresses_of_reminders
from procurement_csr.tests.gate_retention import RETENTION_VISITS, addresses_of_retention
from procurement_csr.tests.gate_targets import REPORT_NOT_PAGES, REPORT_VISITS, addresses_of_reports
from procurement_csr.tests.gate_unions import UNION_VISITS, addresses_of_unions
from procurement_csr.tests.gate_visit import BOTH, EMPTY, NONSENSE, Visit

# Addresses that show nothing: they answer a press and lead on, or speak to machines.
NOT_PAGES = {
    "healthz": "for machines",
    "healthz_deep": "for machines",
    "organisation_switch": "POST only",
    "invitation_resend": "POST only",
    "invitation_withdraw": "POST only",
    "procurement_move_undo": "POST only, the procurement's page shows what it says",
    **PARTICIPANT_NOT_PAGES,
    **REMINDER_NOT_PAGES,
    **MAIL_NOT_PAGES,
    **REPORT_NOT_PAGES,
    **DASHBOARD_NOT_PAGES,
    **FOLLOWUP_NOT_PAGES,
    **ACTIONPLAN_NOT_PAGES,
    **ONBOARDING_NOT_PAGES,
    **GUIDELINE_NOT_PAGES,
    "placement_undo": "POST only, the placement's page shows what it says",
    "import_discard": "POST only",
    "saved_filter_create": "POST only",
    "saved_filter_delete": "POST only",
    "procurement_assign_undo": "POST only",
    "clause_document": "a Word file",
    "requirement_document": "a Word file",
    "document_download": "a file to save",
    "timeplan_ics": "a calendar file",
    "timeplan_pdf": "a PDF",
    "purge_pdf": "a PDF",
    "purge_csv": "a table to save",
    "import_template": "a table to fill in",
    "import_codes": "a table to save",
    "plan_change_see": "POST only, the plan's page shows what it says",
    "offer_reopen": "POST only",
    "option_reopen": "POST only, the contract's page shows what it says",
}
VISITS = (
    Visit("start", "nobody"),
    Visit("page_accessibility"),
    Visit("page_privacy"),
    Visit("page_report_problem", "union"),
    # Sign-in and invitations
    Visit("account_login", refuses=BOTH),
    Visit("account_logout", "officer"),
    Visit("account_inactive"),
    Visit("account_change_password", "officer", refuses=BOTH),
    Visit("account_set_password", "nobody", refuses=(EMPTY,)),
    Visit("account_reset_password", refuses=BOTH),
    Visit("account_reset_password_done"),
    Visit("account_reset_password_from_key", obj="reset_link", refuses=(EMPTY,)),
    Visit("account_reset_password_from_key", obj="broken_reset_link"),
    Visit("account_reset_password_from_key_done"),
    Visit("invitation_accept", obj="invitation_link", refuses=BOTH),
    Visit("invitation_accept", obj="known_invitation_link"),
    Visit("invitation_accept", obj="broken_invitation_link", status=410),
    # One's own account
    Visit("profile_detail", "officer"),
    Visit("profile_detail", "nobody"),
    Visit("profile_update", "officer", refuses=BOTH),
    Visit("profile_close", "officer", refuses=BOTH),
    Visit("profile_close", "administrator"),
    # Settings
    Visit("settings_index", "administrator"),
    Visit("organisation_update", "administrator", refuses=BOTH),
    Visit("department_create", "administrator", refuses=(EMPTY,)),
    Visit("department_update", "administrator", "department", refuses=(EMPTY,)),
    Visit("membership_list", "administrator"),
    Visit("membership_list", "administrator", query="?role=union&q=finnsinte"),
    Visit("membership_delete", "administrator", "membership"),
    Visit("membership_reopen", "administrator", "closed_membership"),
    Visit("invitation_create", "administrator", refuses=BOTH),
    # Suppliers
    Visit("supplier_list", "officer"),
    Visit("supplier_list", "officer", query="?q=finnsinte"),
    Visit("supplier_detail", "officer", "supplier"),
    Visit("supplier_detail", "administrator", "bare_supplier"),
    Visit("supplier_create", "officer", refuses=BOTH),
    Visit("supplier_update", "officer", "supplier", refuses=BOTH),
    Visit("supplier_alias_create", "officer", "supplier", refuses=BOTH),
    Visit("supplier_alias_delete", "officer", "alias"),
    Visit("supplier_contact_create", "matcher", "supplier", refuses=BOTH),
    Visit("supplier_contact_update", "officer", "contact", refuses=BOTH),
    Visit("supplier_contact_delete", "officer", "contact"),
    # Procurements
    *REMINDER_VISITS,
    *MAIL_VISITS,
    Visit("procurement_list", "officer"),
    Visit("procurement_list", "department", query="?q=finnsinte", refuses=(EMPTY,)),
    Visit("procurement_detail", "officer", "procurement"),
    Visit("procurement_detail", "administrator", "bare_procurement"),
    Visit("procurement_create", "officer", refuses=BOTH),
    Visit("procurement_assign", "officer"),
    Visit("procurement_update", "officer", "procurement", refuses=BOTH),
    Visit("procurement_detail", "officer", "standing_procurement"),
    Visit("procurement_detail", "administrator", "paused_procurement"),
    Visit("procurement_move", "officer", "move_prepare", refuses=BOTH),
    Visit("procurement_move", "officer", "move_publish", refuses=BOTH),
    Visit("procurement_move", "officer", "move_sign", refuses=BOTH),
    Visit("procurement_move", "officer", "move_cancel", refuses=BOTH),
    Visit("procurement_move", "officer", "move_resume"),
    Visit("procurement_move", "officer", "move_impossible", status=409),
    *CONTRACT_VISITS,
    *UNION_VISITS,
    *PLAN_VISITS,
    *CONSULTATION_VISITS,
    *CALLED_VISITS,
    # Guidelines
    *GUIDELINE_VISITS,
    Visit("clause_create", "coordinator", "draft_guideline", refuses=BOTH),
    Visit("clause_update", "coordinator", "clause", refuses=BOTH),
    Visit("clause_delete", "coordinator", "clause"),
    # Thresholds
    Visit("threshold_list", "administrator"),
    Visit("threshold_list", "officer", query="?value=2389584&kind=services&on=2024-06-01"),
    Visit("threshold_list", "officer", query="?value=-1&kind=&on=igår", status=422),
    Visit("threshold_create", "administrator", refuses=BOTH),
    Visit("threshold_update", "administrator", "threshold", refuses=BOTH),
    Visit("threshold_delete", "administrator", "threshold"),
    # Priority, decision and plan
    Visit("priority_update", "officer", "scored_procurement", refuses=(NONSENSE,)),
    Visit("priority_update", "department", "scored_procurement"),
    Visit("priority_update", "administrator", "bare_procurement"),
    Visit("priority_try", "officer", "scored_procurement"),
    Visit("priority_try", "officer", "scored_procurement", "?value=12+000+000&labour_share=90&months=36&candidates=3"),
    Visit("priority_try", "officer", "scored_procurement", "?value=hej&labour_share=900", status=422),
    Visit("candidates_update", "matcher", "scored_procurement", refuses=(EMPTY,)),
    Visit("decision_create", "officer", "scored_procurement", refuses=BOTH),
    Visit("decision_create", "officer", "bare_procurement", refuses=BOTH),
    Visit("priority_list", "officer"),
    Visit("priority_list", "matcher"),
    Visit("priority_list", "department", query="?q=finnsinte"),
    Visit("plan", "politician"),
    Visit("plan", "officer"),
    Visit("plan", "officer", query="?decision=beslutat&q=finnsinte"),
    # Placements
    Visit("placement_list", "matcher"),
    Visit("placement_list", "officer", query="?q=finnsinte"),
    Visit("placement_create", "matcher", refuses=BOTH),
    Visit("placement_detail", "matcher", "placement"),
    Visit("placement_detail", "officer", "placement"),
    Visit("placement_detail", "matcher", "fresh_placement"),
    Visit("placement_update", "matcher", "placement", refuses=BOTH),
    Visit("placement_end", "matcher", "placement", refuses=(EMPTY,)),
    *PLACEMENT_VISITS,
    *OFFER_VISITS,
    *PARTICIPANT_VISITS,
    Visit("activity_list", "coordinator"),
    Visit("activity_create", "coordinator", refuses=BOTH),
    Visit("activity_update", "matcher", "activity", refuses=BOTH),
    # Targets
    Visit("dashboard", "coordinator"),
    Visit("dashboard", "politician", query="?ar=2015"),
    Visit("dashboard", "politician", query="?ar=2016"),
    Visit("dashboard", "matcher", query="?ar=2099"),
    Visit("counting_rules", "politician"),
    Visit("target_create", "coordinator", refuses=BOTH),
    Visit("year_publish", "coordinator"),
    Visit("year_unpublish", "coordinator", query="?ar=2015"),
    Visit("public_index"),
    Visit("public_year", obj="public_year"),
    *REPORT_VISITS,
    *MEASURE_VISITS,
    *DASHBOARD_VISITS,
    *RETENTION_VISITS,
    *FOLLOWUP_VISITS,
    *IMPORT_VISITS,
    *ACTIONPLAN_VISITS,
    *ONBOARDING_VISITS,
)
EMPTY_VISITS = tuple(each for each in VISITS if not each.obj and not each.query)


def address_names() -> set[str]:
    """The names of all addresses."""
    found, resolvers = set(), [get_resolver()]
    for resolver in resolvers:
        for pattern in resolver.url_patterns:
            if hasattr(pattern, "url_patterns"):
                resolvers.append(pattern)
            else:
                found.add(pattern.name)
    return found


# --- The empty world --------------------------------------------------------------------------------------------------
def make_empty(site) -> None:
    """A new organisation with one person per role, in an installation that has nothing else."""
    organisation = people.make_organisation("Tomelilla kommun", "2120001025")
    department = people.make_department(organisation, "Samhällsbyggnad")
    for role in LOCAL_PARTS:
        place = department if role == "department" else None
        site.sign_in(role, people.make_person(f"Tom {role}", role, organisation, place))
    site.sign_in("nobody", people.make_person("Nils"))


# --- The filled world -------------------------------------------------------------------------------------------------
LONG = "Arbetsmarknadsförvaltningssamverkansupphandling av specialpedagogkompetensutvecklingsinsatser"


def make_filled(site) -> None:
    """The demo world seen from Helsingborg, with every kind of object and a few that are bare, long or broken."""
    load(today=timezone.localdate())
    organisation = Organisation.objects.get(name="Helsingborgs stad")
    users = {role: User.objects.get(email=f"{local}@helsingborg.exempel") for role, local in LOCAL_PARTS.items()} | {
        "nobody": people.make_person("Nils")
    }
    for role, user in users.items():
        site.sign_in(role, user, organisation)
    objects = {
        **_addresses_of_accounts(organisation),
        **addresses_of_guidelines(organisation),
        **_addresses_of_work(organisation, users["matcher"]),
        **addresses_of_contracts(organisation),
        **addresses_of_placements(organisation, users["matcher"]),
        **addresses_of_participants(organisation, users["matcher"]),
        **addresses_of_offers(organisation),
        **addresses_of_actionplans(organisation, users["coordinator"]),
        **addresses_of_onboarding(organisation, users),
        **addresses_of_followups(organisation, users["officer"]),
        **addresses_of_unions(organisation),
        **addresses_of_plans(organisation),
        **addresses_of_consultations(organisation),
        **addresses_of_called(organisation),
        **addresses_of_retention(organisation, users["administrator"], users["coordinator"]),
        **addresses_of_reminders(organisation, users),
        **addresses_of_mails(organisation, users),
        **addresses_of_measures(),
        **addresses_of_reports(organisation, users["coordinator"]),
        **addresses_of_dashboard(organisation, users["coordinator"]),
        **addresses_of_imports(organisation, users["officer"]),
        **addresses_of_lists(organisation, users["matcher"]),
    }
    site.objects |= {name: value if isinstance(value, tuple) else (value,) for name, value in objects.items()}


def _addresses_of_accounts(organisation) -> dict:
    known = people.make_person("Katja")
    closed = people.make_person("Stina", "officer", organisation)
    User.objects.filter(pk=closed.pk).update(is_active=False)
    invitation = Invitation.objects.get(organisation=organisation)
    again = Invitation.objects.create(email=known.email, organisation=organisation, role="matcher")
    forgetful = people.make_person("Glenn", password=PASSWORD)
    return {
        "reset_link": (user_pk_to_url_str(forgetful), default_token_generator.make_token(forgetful)),
        "broken_reset_link": (user_pk_to_url_str(forgetful), "trasig-lank"),
        "invitation_link": make_token(invitation.pk),
        "known_invitation_link": make_token(again.pk),
        "broken_invitation_link": "trasig",
        "department": organisation.departments.first().pk,
        "last_administrator": Membership.objects.get(organisation=organisation, role="administrator").pk,
        "closed_membership": closed.memberships.get().pk,
        "membership": Membership.objects.get(organisation=organisation, role="matcher").pk,
    }


def _addresses_of_work(organisation, matcher) -> dict:
    contracts = Contract.objects.filter(organisation=organisation)
    requirement = Requirement.objects.filter(
        contract__in=contracts, kind="internship", contract__placements__isnull=False, model="numeric"
    ).last()
    placement = Placement.objects.filter(organisation=organisation, ended_on=None, undone_at=None).earliest("pk")
    bare = people.make_procurement(organisation, f"{LONG} {'K' * 60}", case_number="KS 2026/999")
    open_contract = contracts.filter(requirements=None, no_requirement_on=None).first()
    contact = SupplierContact.objects.filter(organisation=organisation).first()
    return {
        "supplier": contact.supplier_id,
        "bare_supplier": people.make_supplier(f"{LONG} {'L' * 60} AB").pk,
        "contact": contact.pk,
        "alias": Supplier.objects.filter(aliases__isnull=False).first().aliases.first().pk,
        "procurement": requirement.contract.procurement_id,
        "bare_procurement": bare.pk,
        **addresses_of_moves(organisation, bare),
        "scored_procurement": _score(organisation).pk,
        "contract": requirement.contract_id,
        "declined_contract": contracts.filter(no_requirement_on__isnull=False).first().pk,
        "open_contract": open_contract.pk,
        "requirement": requirement.pk,
        "placement": placement.pk,
        "fresh_placement": _log_placement(requirement.contract, matcher).pk,
        "activity": Activity.objects.filter(organisation=organisation).first().pk,
        "public_year": (organisation.org_number, 2015),
        "threshold": Threshold.objects.create(
            valid_from=date(2026, 1, 1), works=60_000_000, direct_purchase=700_000, source="SFS 2026:1"
        ).pk,
    }


def _score(organisation) -> Procurement:
    """A coming procurement of the department's, with answers, a deviating decision and one that replaced it."""
    department = Membership.objects.get(organisation=organisation, role="department").department
    fields = {"department": department, "estimated_value": 4_000_000, "kind": "services"}
    fields |= {"planned_publication_on": timezone.localdate() + timedelta(90), "case_number": "KS 2026/998"}
    procurement = people.make_procurement(organisation, f"Måleri {LONG}", **fields)
    answers = {"labour_share": 80, "months": 48, "persons": 4, "entry_level": 1, "labour_need": 2, "candidates": 3}
    PriorityAnswers.objects.create(procurement=procurement, **answers)
    decided = {"decided_by": "Kommunfullmäktige", "decided_on": date(2024, 1, 1), "valid_from": date(2024, 1, 1)}
    GuidelineVersion.objects.create(organisation=organisation, title="Riktlinje för sociala krav", **decided)
    for decided in ("none", "dialog"):
        RequirementDecision.objects.create(
            procurement=procurement,
            recommended="numeric",
            score=80,
            decided=decided,
            motive=f"Marknaden är ovan vid krav. {LONG}",
            decided_on=timezone.localdate(),
        )
    return procurement


def _log_placement(contract, matcher):
    today = timezone.localdate()
    return placements.log_placement(
        by=matcher,
        contract=contract,
        supplier=contract.suppliers.first(),
        kind="internship",
        started_on=max(contract.starts_on, today - timedelta(7)),
        today=today,
        token=uuid.uuid4(),
        referring_body="municipality",
        supervisor_role="arbetsledare",
    )
