"""A page must not cost more queries when it holds more rows, template rendering included."""

from datetime import date, timedelta
from itertools import product

import pghistory
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from apps.accounts import middleware
from apps.accounts.models import Invitation, Organisation, SavedFilter
from apps.interchange.choices import RowStatus
from apps.interchange.models import ImportBatch, ImportRow
from apps.mbl.models import (
    Assessment,
    Blackout,
    ChecklistTemplate,
    Comment,
    Consultation,
    CooperationAgreement,
    CooperationGroup,
    GroupMeeting,
    Override,
    PlanChange,
    Union,
    UnionRepresentative,
    Veto,
)
from apps.mbl.queries import template_of
from apps.placements.models import (
    Activity,
    Consent,
    Disclosure,
    FollowUp,
    ParticipantMerge,
    Placement,
    PlaceOffer,
    PurgeItem,
    PurgeRun,
    TargetGroup,
)
from apps.procurements.choices import RequirementKind
from apps.procurements.models import (
    Clause,
    Contract,
    ExtensionOption,
    GuidelineAcknowledgement,
    GuidelineVersion,
    Lot,
    PriorityAnswers,
    Procurement,
    ProcurementParty,
    Requirement,
    RequirementDecision,
    Threshold,
)
from apps.reminders.models import BouncingAddress, DeliveryEvent, OutboxMail, Reminder
from apps.suppliers.models import Supplier, SupplierAlias, SupplierContact
from apps.targets.models import ChartComment, LetterMail, PublishedYear, ResultLetter, ShareLink, Snapshot, Target
from procurement_csr import people
from procurement_csr.tests.access_rules import ROLES
from procurement_csr.tests.access_table import ACCESS
from procurement_csr.tests.access_world import document_of, free_assessment_of, make_world, member
from procurement_csr.tests.actionplan_world import grow_actionplans
from procurement_csr.tests.growth_followups import grow_follow_up
from procurement_csr.tests.onboarding_world import grow_onboardings
from procurement_csr.tests.test_access import url_of

FEW, MANY = range(2), range(2, 22)
# Every page, with the first role that may read it.
PAGES = {name: next(role for role in ROLES if role in rule.get) for name, rule in ACCESS.items() if rule.get}


def grow(world, rows):
    """A row for each number of everything a page may list, hanging on the world's own objects and beside them."""
    organisation, today = world["organisation"], timezone.localdate()
    for number in rows:
        department = people.make_department(organisation)
        supplier = people.make_supplier()
        procurement = people.make_procurement(organisation, department=department, responsible=world["person"])
        PriorityAnswers.objects.create(procurement=procurement, months=number, labour_share=number)
        for decided_of in (procurement, world["procurement_object"]):
            decided = {"decided": "dialog", "motive": "Ovan marknad.", "decided_on": today}
            RequirementDecision.objects.create(procurement=decided_of, decided_by=world["person"], **decided)
        contract = people.make_contract(procurement, supplier, world["supplier_object"])
        people.make_contract(world["procurement_object"], world["supplier_object"], supplier)
        due = today + timedelta(days=number)
        Requirement.objects.create(contract=contract, kind="internship", model="dialog", due_on=due)
        hang_on_contract(world, number, contract, due)
        hang_on_list(world, number, due)
        grow_unions(world, number, department)
        start = {"started_on": today - timedelta(days=number + 1), "planned_end_on": due, "created_by": world["person"]}
        grow_participant(world, people.make_placement(contract, world["participant_object"], **start), number)
        people.make_placement(world["contract_object"], **start)
        grow_offers(world, contract, due)
        grow_follow_up(world, contract, number, due)
        grow_days(contract, today)
        grow_purges(world, number, today)
        grow_actionplans(world, number)
        grow_onboardings(world, number)
        grow_reminders(world, number, due)
        hangs_on = {"organisation": organisation, "supplier": world["supplier_object"]}
        Activity.objects.create(**hangs_on, kind="lecture", held_on=today, topic="Måleri")
        SupplierContact.objects.create(**hangs_on, name=f"Eva {number}")
        SupplierAlias.objects.create(supplier=world["supplier_object"], name=f"Namn {number}")
        people.make_person(f"Vanja{number}", "politician", organisation)
        Invitation.objects.create(email=f"ny{number}@exempel.se", organisation=organisation, role="officer")
        ImportBatch.objects.create(organisation=organisation, filename=f"{number}.csv", created_by=world["person"])
        ImportRow.objects.create(batch_id=world["import"], number=number, status=RowStatus.PROBLEM)
        year = {"organisation": organisation, "year": 2027 + number}
        Target.objects.create(
            **year, value=40, counted_kinds=["internship"], decided_by_body="KF", decided_on=today, reference="KF 1"
        )
        PublishedYear.objects.create(**year)
        frozen = Snapshot.objects.get(pk=world["snapshot"])
        grow_reports(frozen, number, today, world["person"])
        guideline = GuidelineVersion.objects.create(organisation=organisation, title=f"Riktlinje {number}")
        clause = {"model": "dialog", "text": "Samverka om {insats}."}
        Clause.objects.create(guideline=guideline, title="Dialog", **clause)
        Clause.objects.create(guideline_id=world["guideline"], title=f"Dialog {number}", **clause)
        people.make_procurement(organisation, department=department, guideline_id=world["guideline"])
        grow_readers(world, number)
        Threshold.objects.create(valid_from=date(2030 + number, 1, 1), works=60_000_000, source="SFS")


def grow_readers(world, number):
    """The world's guideline is decided and asks officers to read it: one more has, and one more has not."""
    organisation, today = world["organisation"], timezone.localdate()
    decision = {"decided_by": "KF", "decided_on": today, "valid_from": today, "reading_due_on": today}
    decided = GuidelineVersion.objects.filter(pk=world["guideline"])
    decided.update(**decision, reading_roles=["officer", "coordinator"])
    for name in ("Rakel", "Rut"):
        reader = people.make_person(f"{name}{number}", "officer", organisation)
    own = {"organisation": organisation, "user": reader, "role": "officer"}
    GuidelineAcknowledgement.objects.create(guideline=decided.get(), **own)


def grow_offers(world, contract, due):
    """An open place beside others, with one who waits; and a further placement on the world's own place."""
    people.make_offer(contract, from_on=due, count=3)
    waiting = people.make_participant(world["organisation"])
    people.make_waiting(waiting)
    people.make_placement(world["contract_object"], waiting, offer_id=world["offer"])
    PlaceOffer.objects.filter(pk=world["offer"]).update(count=200)


def grow_days(contract, today):
    """A start to confirm and a follow-up to make."""
    people.make_placement(contract, started_on=None, state="matched", planned_start_on=today)
    ended = people.make_placement(contract, ended_on=today, end_reason="completed")
    FollowUp.objects.create(placement=ended, months=3, due_on=today)


def grow_reports(frozen, number, today, person):
    """A further frozen year, and addresses to read it under: one that can be read and one that was taken back."""
    year = {"organisation": frozen.organisation, "year": 2027 + number}
    line = {"kinds": {}, "all": "..", "months": "..", "due": 1, "reached": ".."}
    told = {"suppliers": {str(key): line for key in Supplier.objects.values_list("pk", flat=True)}, "departments": {}}
    figures = {"period": "year", "as_of": today, "figures": frozen.figures | {"letters": told}}
    snapshot = Snapshot.objects.create(**year, **figures, frozen_by=person)
    supplier = Supplier.objects.order_by("pk").last()
    own = {"organisation": frozen.organisation, "sent_by": person, "sent_at": timezone.now()}
    kept = ResultLetter.objects.exclude(department=None).get(organisation=frozen.organisation)
    contact = {"supplier": supplier, "organisation": frozen.organisation, "email": f"eva{number}@exempel.se"}
    LetterMail.objects.create(letter=kept, contact=SupplierContact.objects.create(name="Eva", **contact), **own)
    letter = {"contents": kept.contents, "made_by": person, "organisation": frozen.organisation}
    LetterMail.objects.create(letter=ResultLetter.objects.create(snapshot=frozen, supplier=supplier, **letter), **own)
    ChartComment.objects.create(
        organisation=frozen.organisation, year=today.year, chart="mal", text="En till.", created_by=person
    )
    for revoked_at in (None, timezone.now()):
        taken = {"revoked_at": revoked_at, "revoked_by": person if revoked_at else None}
        ShareLink.objects.create(**year, snapshot=snapshot, expires_on=today, created_by=person, **taken)


def grow_purges(world, number, today):
    """A record in the run that waits, and another run that was discarded."""
    days = {"trigger_on": today, "due_on": today, "placement_numbers": [number]}
    PurgeItem.objects.create(run_id=world["purge_run"], record_class="participant_code", row_id=-number - 1, **days)
    own = {"organisation": world["organisation"], "made_by": world["person"], "as_of": today}
    PurgeRun.objects.create(**own, state=PurgeRun.State.DISCARDED)


def grow_reminders(world, number, due):
    """A reminder in a mail that left, another that waits, what happened to the world's mail, and dead addresses."""
    organisation, now, procurement = world["organisation"], timezone.now(), world["procurement_object"]
    address = f"bort-nr{number}@exempel.se"
    to = {"organisation": organisation, "recipient": world["person"], "to_address": address, "kind": "digest"}
    mail = OutboxMail.objects.create(
        **to, subject="1 uppgift", state="sent", sent_at=now, due_at=now, message_id=f"<nr-{number}@exempel.se>"
    )
    BouncingAddress.objects.create(email=address, since=now)
    DeliveryEvent.objects.create(mail_id=world["mail"], fence=1, step="retry", at=now, by=world["person"])
    about = {"organisation": organisation, "deadline_key": f"publication:{number}", "kind": "planning"}
    about |= {"due_on": due, "send_on": due, "recipient": world["person"], "audience": "owner", "title": "Annonsera"}
    about |= {"context_url": procurement.get_absolute_url(), "permission": "procurements.follow_procurement"}
    Reminder.objects.create(**about, step="before-14", state="mailed", mail=mail, url="/")
    Reminder.objects.create(**about, step="before-7", url="/")


def grow_participant(world, placement, number):
    """A consent, a disclosure on it, a code that was merged into the participant's, and a target group."""
    by, day = world["person"], timezone.localdate()
    given = {"participant": placement.participant, "given_on": day, "recorded_by": by}
    consent = Consent.objects.create(**given, purpose="contact_supplier", supplier=placement.supplier)
    told = {"told": ["name"], "ground": "consent", "told_on": day, "recorded_by": by, "consent": consent}
    Disclosure.objects.create(placement=placement, supplier=placement.supplier, **told)
    both = {"kept": placement.participant, "merged": people.make_participant(world["organisation"])}
    ParticipantMerge.objects.create(organisation=world["organisation"], **both, made_by=by)
    TargetGroup.objects.create(organisation=world["organisation"], name=f"Målgrupp {number}")


def grow_unions(world, number, department):
    """A union with a representative, an agreement, a group with a meeting, a blackout, a version of the checklist."""
    owner, day = {"organisation": world["organisation"]}, date(2025, 1, 1) + timedelta(days=number * 20)
    central = Union.objects.create(**owner, name=f"Förbundet {number}", level="central")
    union = Union.objects.create(**owner, name=f"Sektion {number}", central=central)
    union.departments.set([department])
    hangs_on = {"role": f"Ordförande {number}", "email": f"o{number}@exempel.se", "user": world["person"]}
    for each in (union.pk, world["union"]):
        UnionRepresentative.objects.create(union_id=each, **hangs_on)
    agreement = CooperationAgreement.objects.create(
        **owner, name=f"Avtal {number}", paragraphs=["11"], valid_from=date(2024, 1, 1) + timedelta(days=number)
    )
    for each in (agreement, CooperationAgreement.objects.get(pk=world["agreement"])):
        each.unions.add(union)
        each.departments.add(department)
        group = CooperationGroup.objects.create(agreement=each, name=f"Grupp {number}", department=department)
        for group_id in (group.pk, world["group"]):
            GroupMeeting.objects.get_or_create(group_id=group_id, held_on=day)
    Blackout.objects.create(**owner, label="Sommar", first_on=day, last_on=day, union=union, department=department)
    grow_plan(world, number, union)
    template = {"version": number + 1, "items": template_of(world["organisation"]).items}
    ChecklistTemplate.objects.create(**owner, **template, created_by=world["person"])


def grow_plan(world, number, union):
    """A row for each stage with a union, and a change of the plan that nobody has read."""
    procurement, day = world["procurement_object"], timezone.localdate()
    dates = {"planned_publication_on": day + timedelta(days=200), "planned_signing_on": day + timedelta(days=400)}
    Procurement.objects.filter(pk=procurement.pk).update(**dates)
    assessment = Assessment.objects.get(procurement=procurement)
    whose = {"organisation": world["organisation"], "department": assessment.department, "procurement": procurement}
    for stage, paragraph in (("A", "11"), ("B", "38")):
        row = {"stage": stage, "paragraph": paragraph, "route": "negotiation", "state": "disagreed"}
        dated = {"called_on": day, "met_on": day, "local_closed_on": day}
        made = Consultation.objects.create(assessment=assessment, union=union, **whose, **row, **dated)
    grow_row(world, number, made)
    moved = [["call", day.isoformat(), (day + timedelta(days=number)).isoformat()]]
    PlanChange.objects.create(assessment=assessment, dates={}, changes=moved)


def grow_row(world, number, row):
    """Vetoes and earlier rounds of rows under 38 §, and decisions for exceptional reasons."""
    Consultation.objects.filter(pk=world["consultation"]).update(round_number=1000)
    fixed, day = Consultation.objects.get(pk=world["consultation"]), timezone.localdate()
    for each in (row, fixed):
        declared = {"procurement": each.procurement, "union": each.union, "supplier": world["supplier_object"]}
        Veto.objects.create(consultation=each, **declared, declared_on=day, ground="lou_13_1", is_by_central=True)
    whose = {"organisation": fixed.organisation, "department": fixed.department, "procurement": fixed.procurement}
    again = {"union": fixed.union, "stage": "B", "paragraph": "38", "route": "negotiation", "round_number": number + 1}
    Consultation.objects.create(assessment=fixed.assessment, **whose, **again)
    grow_union_side(world, number, fixed)
    decided = {"reason": "Brådska", "decision_maker": "Frida", "reference": "FN 2026/77", "decided_on": day}
    Override.objects.create(**whose, stage="B", **decided, created_by=world["person"])


def grow_union_side(world, number, row):
    """What the union of a row is called to, exempted from and told of, with documents and comments on both sides."""
    free_assessment_of(row)
    document_of(row)
    Comment.objects.create(consultation=row, text=f"Fråga {number}", by=world["person"])
    whose = {"organisation": row.organisation, "department": row.department, "procurement": row.procurement}
    day = {"called_on": timezone.localdate(), "met_on": timezone.localdate(), "route": "negotiation"}
    for stage, paragraph, state in (("A", "11", "met"), ("B", "38", "exempt")):
        other = people.make_procurement(row.organisation, f"Köp {number} {stage}", department=row.department)
        hangs_on = whose | {"procurement": other}
        assessment = Assessment.objects.create(**hangs_on, decided_on=timezone.localdate())
        about = {"stage": stage, "paragraph": paragraph, "state": state}
        Consultation.objects.create(assessment=assessment, union=row.union, **hangs_on, **about, **day)


def hang_on_list(world, number, due):
    """A saved filter above the lists, and a coming procurement of another authority that the organisation is in."""
    for name in ("procurement_list", "contract_list"):
        own = {"user": world["person"], "organisation": world["organisation"], "list": name}
        SavedFilter.objects.create(**own, name=f"Filter {number}", query="q=a")
    lead, _ = Organisation.objects.get_or_create(
        org_number="2120000084", defaults={"name": "Haninge", "active_from": date(2015, 1, 1)}
    )
    joint = people.make_procurement(lead, phase="preparation", planned_publication_on=due)
    ProcurementParty.objects.create(procurement=joint, organisation=world["organisation"])


def hang_on_contract(world, number, contract, due):
    """A further authority, lot, option, call-off and requirements of both the documents and the contract."""
    procurement, framework = world["procurement_object"], world["contract_object"]
    other = people.make_organisation(f"Medverkande nummer {number}")
    ProcurementParty.objects.create(procurement=procurement, organisation=other)
    lot = Lot.objects.create(procurement=procurement, number=f"L{number}", title="Fasader")
    ExtensionOption.objects.create(contract=framework, months=12, last_call_on=due)
    Contract.objects.filter(pk=framework.pk).update(kind="framework")
    Contract.objects.filter(pk=contract.pk).update(kind="call_off", framework=framework)
    Contract.objects.filter(procurement=procurement, lot=None).exclude(pk=framework.pk).update(lot=lot)
    kinds = list(product(RequirementKind.values, ("numeric", "combined", "bonus", "dialog")))
    kind, model = kinds[number % len(kinds)]
    for place in (None, framework):
        key = {"procurement": procurement, "contract": place, "kind": kind, "model": model}
        Requirement.objects.get_or_create(**key, defaults={"count": 1, "clause_text": "Ordna en plats."})


@pytest.fixture
def world(helsingborg, monkeypatch):
    # A session is written once a minute, and that minute would fall on some page.
    monkeypatch.setattr(middleware, "_SEEN_EVERY", 3600)
    world = make_world(helsingborg)
    return world | objects_of(world)


def objects_of(world):
    """The world's objects that further rows hang on."""
    placement = Placement.objects.select_related("contract__procurement", "supplier", "participant").get()
    return {
        "contract_object": placement.contract,
        "procurement_object": placement.contract.procurement,
        "supplier_object": placement.supplier,
        "participant_object": placement.participant,
    }


def queries(client, url):
    """How many queries a page costs; the second look, so that one-time work does not count."""
    assert client.get(url, follow=True).request["PATH_INFO"] != reverse("account_login")
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url, follow=True).status_code == 200
    return captured.captured_queries


@pytest.mark.parametrize("role", sorted(set(PAGES.values())))
def test_many_rows_cost_as_many_queries_as_few(role, sign_in, world):
    world["person"] = member(role, world)
    client = sign_in(world["person"])
    addresses = {name: url_of(name, ACCESS[name], world) for name in PAGES if PAGES[name] == role}
    with pghistory.context(user=world["person"].pk):
        grow(world, FEW)
    few = {name: len(queries(client, url)) for name, url in addresses.items()}
    with pghistory.context(user=world["person"].pk):
        grow(world, MANY)
    for name, url in addresses.items():
        many = queries(client, url)
        assert len(many) <= few[name], f"{name}\n" + "\n".join(query["sql"][:200] for query in many)
