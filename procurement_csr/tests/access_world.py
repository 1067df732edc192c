"""The organisation that the access table and the growth of pages are held against: one of each thing in an address."""

from datetime import date, timedelta
from uuid import uuid4

from django.conf import settings
from django.core.files.base import ContentFile
from django.utils import timezone

from apps.accounts.models import Invitation
from apps.followups import minutes_links, reply_links, report_links
from apps.interchange.models import ImportBatch
from apps.mbl.models import (
    Assessment,
    Blackout,
    Consultation,
    CooperationAgreement,
    CooperationGroup,
    Document,
    GroupMeeting,
    PlanChange,
    Union,
    UnionRepresentative,
    Veto,
)
from apps.placements.merge_actions import merge_participants
from apps.placements.models import Activity, Consent, FollowUp, PurgeItem, PurgeRun, TargetGroup
from apps.procurements.models import (
    Clause,
    ExtensionOption,
    GuidelineVersion,
    Lot,
    ProcurementParty,
    Requirement,
    Threshold,
)
from apps.reminders import unsubscribe
from apps.reminders.feed_calendar import token_of
from apps.reminders.models import BouncingAddress, CalendarFeed, OutboxMail, Pulse
from apps.suppliers.models import SupplierAlias, SupplierContact
from apps.targets import share_views
from apps.targets.letter_actions import send_letters
from apps.targets.letter_recipients import recipients
from apps.targets.models import ChartComment, PublishedYear, ShareLink
from apps.targets.snapshot_actions import freeze
from procurement_csr import people
from procurement_csr.tests.actionplan_world import actionplans_of
from procurement_csr.tests.onboarding_world import onboarding_of

REGISTER = "avtalsnummer;leverantör\nA-1;Exempelmåleri AB\n".encode()


def make_world(organisation) -> dict:
    """One object of each kind that stands in an address, in the organisation."""
    department = people.make_department(organisation)
    supplier = people.make_supplier()
    procurement = people.make_procurement(organisation, department=department)
    contract = people.make_contract(procurement, supplier)
    placement = people.make_placement(contract)
    rows = {"department": department, "supplier": supplier, "procurement": procurement, "contract": contract}
    rows |= {"placement": placement, "participant": placement.participant}
    rows |= bought(contract, supplier) | people_of(organisation) | brought_in(organisation)
    rows |= deviation_of(contract) | plan_of(contract) | supplier_reports_of(contract) | meetings_of(contract)
    rows |= placed(placement, supplier) | about_participant(placement.participant)
    rows |= reminders_of(organisation, department, rows["membership"].user)
    rows |= reports_of(organisation) | actionplans_of(organisation) | rules_of(organisation)
    rows |= consultation_settings(organisation)
    rows |= assessment_of(procurement, department, rows["union"], supplier)
    PublishedYear.objects.create(organisation=organisation, year=2025)
    world = {kind: row.pk for kind, row in rows.items()} | onboarding_of(organisation)
    return {"organisation": organisation, "department_object": department} | world | _in_words(organisation, rows)


def _in_words(organisation, rows) -> dict:
    """What stands in an address beside keys: names of moves and steps, years, and signed links."""
    asked, number = rows["asked_report"], organisation.org_number
    whose = unsubscribe.Whose(rows["membership"].user_id, organisation.pk)
    return {
        "published_year": (number, 2025),
        "public_actionplan": (number, 2017, "handlingsplan"),
        "move": (rows["procurement"].pk, "preparation"),
        "placement_move": (rows["placement"].pk, "correct_start"),
        "consultation_move": (rows["consultation"].pk, "agree"),
        "planitem_move": (rows["planitem"].pk, "upp"),
        "deviation_step": (rows["deviation"].pk, "reminder"),
        "sanction_file": (rows["sanction"].pk, "docx"),
        "meeting_step": (rows["held_meeting"].pk, "narvaro"),
        "factor_half": ("2018", "2"),
        "record_class": "consent",
        "requirement_kind": "internship",
        "reminder_kind": "requirement",
        "mail_kind": "digest",
        "measure_code": "share_with_requirement",
        "report_token": report_links.token_of(asked),
        "report_step": (report_links.token_of(asked), "1"),
        "report_list_token": report_links.list_token_of(asked),
        "reply_token": reply_links.token_of(rows["sanction"]),
        "minutes_token": minutes_links.token_of(rows["closed_meeting"]),
        "calendar_token": token_of(rows["feed"].nonce, key=settings.SECRET_KEY),
        "share_token": share_views.token_of(rows["share_link"]),
        "unsubscribe_token": unsubscribe.token_of(whose),
    }


def bought(contract, supplier) -> dict:
    """What belongs to a procurement, its contract and its supplier."""
    procurement, organisation = contract.procurement, contract.organisation
    other = people.make_organisation(f"Medverkande {organisation.pk}")
    clause = {"kind": "internship", "model": "dialog", "clause_text": "Medverka i dialog."}
    return {
        "alias": SupplierAlias.objects.create(supplier=supplier, name="Annat namn AB"),
        "contact": SupplierContact.objects.create(supplier=supplier, organisation=organisation, name="Eva Ek"),
        "requirement": Requirement.objects.create(contract=contract, **clause),
        "party": ProcurementParty.objects.create(procurement=procurement, organisation=other),
        "lot": Lot.objects.create(procurement=procurement, number="A", title="Fasader"),
        "option": ExtensionOption.objects.create(contract=contract, months=12, last_call_on=date(2027, 6, 30)),
    }


def people_of(organisation) -> dict:
    """Somebody with a role, and somebody who is invited to one."""
    invited = {"email": "ny@exempel.se", "role": "officer"}
    return {
        "membership": people.make_person(f"Vera{organisation.pk}", "politician", organisation).memberships.get(),
        "invitation": Invitation.objects.create(organisation=organisation, **invited),
    }


def brought_in(organisation) -> dict:
    """An import of a register, and one of placements."""
    placements = {"filename": "placeringar.csv", "kind": "placements", "state": "applied"}
    return {
        "import": ImportBatch.objects.create(organisation=organisation, filename="register.csv", content=REGISTER),
        "placement_import": ImportBatch.objects.create(organisation=organisation, **placements),
    }


def placed(placement, supplier) -> dict:
    """What belongs to places and those who have them."""
    organisation = placement.organisation
    lecture = {"kind": "lecture", "held_on": date(2026, 5, 4), "topic": "Måleri"}
    return {
        "target_group": TargetGroup.objects.create(organisation=organisation, name="Unga"),
        "activity": Activity.objects.create(organisation=organisation, supplier=supplier, **lecture),
        "pause": placement.pauses.create(from_on=date(2026, 4, 6), to_on=date(2026, 4, 10)),
        "offer": people.make_offer(placement.contract),
        "waiting": people.make_waiting(placement.participant),
        "purge_run": purge_run_of(placement),
    }


def rules_of(organisation) -> dict:
    """The nation's threshold, and the organisation's guideline with a clause."""
    guideline = GuidelineVersion.objects.create(organisation=organisation, title="Riktlinje")
    dialog = {"title": "Dialog", "model": "dialog", "text": "Samverka om {insats}."}
    since = {"valid_from": date(2026, 1, 1), "defaults": {"works": 1, "source": "SFS"}}
    return {
        "threshold": Threshold.objects.get_or_create(**since)[0],
        "guideline": guideline,
        "clause": Clause.objects.create(guideline=guideline, **dialog),
    }


def assessment_of(procurement, department, union, supplier) -> dict:
    """An assessment that the unions are to be consulted, with a changed plan and a consultation."""
    where = {"procurement": procurement, "organisation": procurement.organisation, "department": department}
    assessment = Assessment.objects.create(decided_on=date(2026, 7, 29), **where)
    change = PlanChange.objects.create(assessment=assessment, dates={})
    return {"assessment": assessment, "plan_change": change} | consultation_of(assessment, union, supplier)


def reminders_of(organisation, department, user) -> dict:
    """A mail that somebody must decide about, to an address that does not exist, and a department's calendar."""
    Pulse.objects.get_or_create(pk=1, defaults={"planned_at": timezone.now()})  # `/healthz/djup` is well
    address, now = f"borta{organisation.pk}@exempel.se", timezone.now()
    what = {"kind": "digest", "state": "held", "to_address": address, "subject": "1 uppgift", "text": "Hej!"}
    name = f"<{organisation.pk}@exempel.se>"
    return {
        "mail": OutboxMail.objects.create(organisation=organisation, message_id=name, due_at=now, **what),
        "bounce": BouncingAddress.objects.create(email=address, since=now),
        "feed": CalendarFeed.objects.create(organisation=organisation, department=department),
    }


def reports_of(organisation) -> dict:
    """A year that was frozen, and an address under which it is read."""
    carola = people.make_person(f"Carola{organisation.pk}", "coordinator", organisation)
    today = timezone.localdate()
    own = {"organisation": organisation, "year": 2024}
    snapshot = freeze(by=carola, **own, period="year", today=today)
    link = ShareLink.objects.create(**own, snapshot=snapshot, created_by=carola, expires_on=today)
    comment = ChartComment.objects.create(**own, chart="mal", text="Två avtal blev försenade.", created_by=carola)
    sent = {"words": "Tack!", "now": timezone.now(), "token": uuid4()}
    (letter,) = send_letters(by=carola, snapshot=snapshot, chosen=[(recipients(snapshot)[0], None)], **sent)
    return {"snapshot": snapshot, "share_link": link, "chart_comment": comment, "result_letter": letter}


def meetings_of(contract) -> dict:
    """A meeting to come, one that is written up with a measure, and one whose minutes every party is to approve."""
    now = timezone.now()
    held = {"state": "held", "held_on": timezone.localdate(now), "attendance": ["officer", "supplier"]}
    everybody = ["officer", "department", "matcher", "supplier"]
    closed = held | {"state": "closed", "closed_at": now, "attendance": everybody, "nonce": uuid4()}
    written = people.make_meeting(contract, **held)
    return {
        "planned_meeting": people.make_meeting(contract),
        "held_meeting": written,
        "closed_meeting": people.make_meeting(contract, **closed),
        "meeting_task": written.tasks.create(what="Utse handledare", owner="supplier", due_on=timezone.localdate(now)),
    }


def deviation_of(contract) -> dict:
    """A deviation with a warning that has been replied to and waits for its decision."""
    deviation = people.make_deviation(contract, due_on=timezone.localdate())
    replied = {"reply": "Vi har rättat det.", "replied_on": date(2026, 7, 14), "letter": "Vi överväger en varning."}
    link = reply_links.fresh(timezone.localdate(), now=timezone.now())
    return {"deviation": deviation, "sanction": people.make_sanction(deviation, **replied, **link)}


def plan_of(contract) -> dict:
    """The contract's plan with a point, and a sample in which it was drawn."""
    people.make_follow_up_plan(contract)
    point = people.make_point(contract, due_on=timezone.localdate() + timedelta(days=5))
    sample = people.make_sample(contract)
    return {"point": point, "sample": sample, "sample_item": sample.items.get()}


def supplier_reports_of(contract) -> dict:
    """A report that waits for the supplier, and one that has come with a file and waits for the authority."""
    now = timezone.now()
    asked = people.make_report_request(
        contract, due_on=timezone.localdate(), link_expires_at=now + timedelta(days=30), period_from=contract.starts_on
    )
    received = people.make_report_request(contract, state="received", received_at=now, started_at=now)
    said = {"offered": 2, "filled": 1, "unfilled_reason": "no_candidate"}
    received.lines.create(requirement=contract.requirements.first(), **said)
    about = {"title": "Intyg.pdf", "content_type": "application/pdf", "size": 14, "sha256": "0" * 64}
    evidence = received.evidence.create(**about, file=ContentFile(b"%PDF-1.7\n%%EOF", name="Intyg.pdf"))
    return {"asked_report": asked, "received_report": received, "evidence": evidence}


def purge_run_of(placement) -> PurgeRun:
    """A dry run that waits, with a record of the placement's participant."""
    vide = people.make_person(f"Vide{placement.organisation_id}", "administrator", placement.organisation)
    rule = {"record_class": "participant_code", "trigger": "created", "months": 1, "action": "purge"}
    decided = {"decided_by_body": "Nämnden", "decided_on": "2026-01-01", "reference": "AMN 1"}
    run = PurgeRun.objects.create(
        organisation=placement.organisation, as_of=date(2026, 11, 2), rules=[rule | decided], made_by=vide
    )
    days = {"trigger_on": date(2024, 3, 1), "due_on": date(2026, 3, 1)}
    PurgeItem.objects.create(run=run, record_class="participant_code", row_id=placement.participant_id, **days)
    return run


def about_participant(participant) -> dict:
    """A consent, and another code that was merged into the participant's."""
    malin = people.make_person(f"Malin{participant.organisation_id}", "matcher", participant.organisation)
    consent = Consent.objects.create(
        participant=participant, purpose="follow_up", given_on=date(2026, 3, 2), recorded_by=malin
    )
    other = people.make_participant(participant.organisation)
    merge = merge_participants(by=malin, kept=participant, merged=other)
    return {"consent": consent, "merge": merge, "follow_up": follow_up_of(participant)}


def follow_up_of(participant) -> FollowUp:
    """A follow-up that waits, of the participant's placement."""
    placement = participant.placements.first()
    return FollowUp.objects.create(placement=placement, months=3, due_on=date(2026, 9, 2))


def consultation_settings(organisation) -> dict:
    """One of each thing that union consultation rests on."""
    union = Union.objects.create(organisation=organisation, name="Kommunal")
    summer = {"label": "Sommar", "first_on": date(2026, 7, 6), "last_on": date(2026, 7, 31)}
    agreement = CooperationAgreement.objects.create(
        organisation=organisation, name="Samverkan", paragraphs=["11", "12", "19"], valid_from=date(2026, 1, 1)
    )
    group = CooperationGroup.objects.create(agreement=agreement, name="Central samverkansgrupp")
    return {
        "union": union,
        "representative": UnionRepresentative.objects.create(union=union, role="ordförande", email="ko@exempel.se"),
        "agreement": agreement,
        "group": group,
        "group_meeting": GroupMeeting.objects.create(group=group, held_on=date(2026, 9, 1)),
        "blackout": Blackout.objects.create(organisation=organisation, **summer),
    }


def consultation_of(assessment, union, supplier) -> dict:
    """A row that has been met about under 38 §, with a veto."""
    whose = {"organisation": assessment.organisation, "department": assessment.department}
    row = Consultation.objects.create(
        assessment=assessment,
        procurement=assessment.procurement,
        union=union,
        stage="B",
        paragraph="38",
        route="negotiation",
        state="met",
        called_on=date(2026, 8, 14),
        met_on=date(2026, 8, 21),
        **whose,
    )
    declared = {"is_by_central": True, "declared_on": date(2026, 8, 24), "ground": "lou_13_2"}
    veto = Veto.objects.create(
        consultation=row, procurement=assessment.procurement, union=union, supplier=supplier, **declared
    )
    return {"consultation": row, "veto": veto, "document": document_of(row), "free_assessment": free_assessment_of(row)}


def document_of(row) -> Document:
    """A shared file kept with a row."""
    content = b"%PDF-1.7\n%%EOF"
    about = {"kind": "material", "title": "Underlag.pdf", "content_type": "application/pdf", "sha256": "0" * 64}
    return Document.objects.create(
        consultation=row, size=len(content), file=ContentFile(content, name="Underlag.pdf"), **about
    )


def free_assessment_of(row) -> Assessment:
    """An assessment of the same department that came to no consultation."""
    pens = people.make_procurement(row.organisation, "Pennor", department=row.department)
    whose = {"organisation": row.organisation, "department": row.department, "procurement": pens}
    return Assessment.objects.create(**whose, not_required_motive="Bara pennor", decided_on=date(2026, 7, 29))


def member(role, world):
    """Somebody with the role; who has the union's speaks for the world's union."""
    department = world["department_object"] if role == "department" else None
    person = people.make_person(role.capitalize(), role, world["organisation"], department)
    if role == "union":
        speaks = {"union_id": world["union"], "role": "ledamot", "email": person.email}
        UnionRepresentative.objects.create(**speaks, user=person)
    return person
