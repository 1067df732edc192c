"""The demo world: what the slide deck gives, nothing personal, loaded once and removed without a trace."""

import uuid
from datetime import date, timedelta

import pghistory
import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db.models import Count
from django.urls import reverse

from apps.accounts.models import Membership, Organisation, User
from apps.core.orgnumbers import normalise
from apps.core.personal_numbers import find
from apps.placements import codes, outcomes
from apps.placements.choices import MUNICIPAL_REASONS, PlacementState
from apps.placements.merge_actions import merge_participants
from apps.placements.models import (
    Activity,
    Consent,
    Disclosure,
    FollowUp,
    Participant,
    Pause,
    Placement,
    PlaceOffer,
    PurgeRun,
    RetentionRule,
    TargetGroup,
    Waiting,
)
from apps.placements.placing import kind_problems
from apps.placements.retention_queries import due_records, holdings, rules_of
from apps.procurements.changes import changes
from apps.procurements.choices import Decision
from apps.procurements.guideline_overview import compared
from apps.procurements.guidelines import latest_version
from apps.procurements.models import (
    Contract,
    GuidelineVersion,
    Procurement,
    ProcurementParty,
    Requirement,
    RequirementDecision,
)
from apps.suppliers.models import Supplier
from apps.targets.models import PublishedYear, Target
from procurement_csr.demo import people
from procurement_csr.demo.loading import DemoError, load
from procurement_csr.demo.removal import remove
from procurement_csr.people import (
    make_contract,
    make_organisation,
    make_person,
    make_placement,
    make_procurement,
    make_supplier,
)
from procurement_csr.prepare import is_new

TODAY = date(2026, 9, 15)
MODELS = [
    model
    for model in apps.get_models()
    if model.__module__.startswith("apps.") and not model.__name__.endswith("Event") and model.__name__ != "CpvCode"
]


@pytest.fixture
def demo(settings, db):
    settings.DEMO = True
    assert load(today=TODAY)


@pytest.fixture
def city(demo):
    return Organisation.objects.get(org_number="2120001157")


def rows_per_model() -> dict[str, int]:
    return {model._meta.label: model.objects.count() for model in MODELS}


def test_helsingborg_has_the_results_of_the_slide_deck_in_2015(city):
    started = Placement.objects.filter(organisation=city, started_on__year=2015)
    assert dict(started.values_list("kind").annotate(Count("pk")).order_by()) == {
        "internship": 13,
        "employment": 6,
        "apprenticeship": 7,
        "mentorship": 5,
    }
    assert started.values("participant").distinct().count() == 31
    counted = started.exclude(kind="mentorship")
    assert counted.values("participant").distinct().count() == 26
    kinds = Activity.objects.filter(organisation=city, held_on__year=2015).values_list("kind", flat=True)
    assert set(kinds) == {"study_visit", "lecture"}


def test_the_target_of_the_slide_deck_is_40_for_2016_and_2015_has_none(city):
    assert not Target.objects.filter(organisation=city, year=2015).exists()
    target = Target.objects.get(organisation=city, year=2016)
    assert (target.value, target.counted_kinds) == (40, ["internship", "employment", "apprenticeship"])
    assert "(påhittad beteckning)" in target.reference
    assert PublishedYear.objects.filter(organisation=city, year=2015).exists()


def test_the_four_procurements_of_the_slide_deck_say_what_is_made_up(city):
    titles = ["Måleritjänst", "Snittblommor", "Ledarskapsutbildning", "Stängsel"]
    rows = {row.title: row for row in Procurement.objects.filter(organisation=city, title__in=titles)}
    assert set(rows) == set(titles)
    assert (rows["Måleritjänst"].estimated_value, rows["Stängsel"].estimated_value) == (4_000_000, 1_000_000)
    assert Requirement.objects.filter(contract__procurement=rows["Stängsel"]).exists()
    assert {row.note for row in rows.values()} == {
        "Månader, förvaltningar och fördelning är påhittade; antalen är Helsingborgs redovisade."
    }


@pytest.mark.parametrize("today", [date(2026, 1, 2), date(2026, 9, 15), date(2027, 12, 31), date(2028, 2, 29)])
def test_every_organisation_has_something_of_everything_whatever_day_it_is(settings, db, today):
    settings.DEMO = True
    load(today=today)
    for organisation in Organisation.objects.all():
        contracts = Contract.objects.filter(organisation=organisation).with_decision()
        placements = Placement.objects.filter(organisation=organisation)
        due = Requirement.objects.filter(contract__organisation=organisation)
        assert Decision.REQUIRED in set(contracts.values_list("decision", flat=True)), organisation
        assert Decision.OPEN in set(contracts.values_list("decision", flat=True)), organisation
        assert due.filter(due_on__lt=today).exists(), organisation
        assert due.filter(due_on__gt=today).exists(), organisation
        assert placements.filter(ended_on=None, started_on__lte=today).exists(), organisation
        assert placements.filter(ended_on__isnull=False).exists(), organisation
        assert placements.filter(started_on__year=today.year - 1).exists(), organisation
        assert Activity.objects.filter(organisation=organisation).exists(), organisation


def test_every_row_passes_the_rules_that_forms_and_actions_keep(demo):
    for model in MODELS:
        for row in model.objects.all():
            row.clean_fields()  # the database has already kept the constraints


def test_the_history_of_an_organisation_names_only_those_who_work_there(demo):
    works_in = set(Membership.objects.values_list("user_id", "organisation_id"))
    named = set()
    for model in apps.get_models():
        if issubclass(model, pghistory.models.Event) and hasattr(model, "organisation_id"):
            events = model.objects.filter(pgh_context__metadata__user__isnull=False)
            named |= set(events.values_list("pgh_context__metadata__user", "organisation_id"))
    assert len({user for user, _ in named}) > 1
    assert named <= works_in


def test_residents_in_a_chain_are_one_resident_with_two_placements(city):
    chains = Participant.objects.filter(organisation=city).annotate(number=Count("placements")).filter(number=2)
    assert chains
    for chain in chains:
        first, second = chain.placements.order_by("started_on")
        assert (first.kind, first.end_reason, second.kind) == ("internship", "moved_to_employment", "employment")


def test_participants_have_right_codes_and_suppliers_numbers_that_say_they_are_made_up(demo):
    assert not [each.code for each in Participant.objects.all() if codes.problem(each.code)]
    for supplier in Supplier.objects.all():
        assert supplier.name.endswith("(påhittad)")
        assert supplier.is_sole_trader or normalise(supplier.org_number).is_company


def test_nothing_in_the_demo_world_looks_like_a_personal_number(demo):
    for model in MODELS:
        texts = [
            field.name for field in model._meta.local_fields if field.get_internal_type() in {"CharField", "TextField"}
        ]
        for row in model.objects.values_list(*texts) if texts else []:
            assert not any(find(text) for text in row if text), (model, row)


def test_loading_twice_changes_nothing(demo):
    before = rows_per_model()
    assert not load(today=date(2027, 3, 1))
    assert rows_per_model() == before


def test_the_same_day_gives_the_same_world(demo):
    def snapshot():
        return list(Placement.objects.values_list("organisation__name", "number", "participant__code", "started_on"))

    first = snapshot()
    remove()
    load(today=TODAY)
    assert snapshot() == first


def test_the_demo_world_is_refused_outside_a_demo(settings, db):
    settings.DEMO = False
    with pytest.raises(CommandError, match="bara in i en demo"):
        call_command("load_demo")
    assert not Organisation.objects.exists()


def test_the_demo_world_is_refused_among_real_organisations_unless_asked_for(settings, db):
    settings.DEMO = True
    make_organisation("Exempelstad")
    with pytest.raises(DemoError, match="Exempelstad"):
        load(today=TODAY)
    assert load(today=TODAY, beside=True)


def test_the_demo_world_never_takes_over_a_real_organisation(settings, helsingborg):
    settings.DEMO = True
    with pytest.raises(DemoError, match="krockar"):
        load(today=TODAY, beside=True)
    assert not User.objects.exists()


def test_removing_leaves_no_demo_row_and_every_real_one(settings, db):
    settings.DEMO = True
    placement = make_placement(make_contract(make_procurement(make_organisation("Exempelstad"))))
    make_person("Nils")
    before = rows_per_model()
    load(today=TODAY, beside=True)
    remove()
    assert rows_per_model() == before
    assert Placement.objects.get() == placement


def test_a_removed_demo_world_is_not_loaded_again_at_the_next_start(demo):
    assert not is_new()
    call_command("remove_demo", "--yes", verbosity=0)
    assert not Organisation.objects.exists()
    assert not is_new()


def test_removing_takes_along_what_demo_accounts_have_made(demo, city, sign_in):
    officer = User.objects.get(email="upphandlare@helsingborg.exempel")
    with pghistory.context(user=officer.pk):
        procurement = make_procurement(city, "Ett försök")
        made = make_contract(procurement, make_supplier("Ett påhitt AB"))
    answer = sign_in(User.objects.get(email="administrator@helsingborg.exempel")).post(
        reverse("department_create"), {"name": "Ny förvaltning", "token": uuid.uuid4()}
    )
    assert answer.status_code == 302
    assert not made.procurement.is_demo
    remove()
    assert not any(rows_per_model().values())


def test_real_rows_in_a_demo_organisation_stop_the_removal_and_are_named(city):
    make_procurement(city, "Vår riktiga upphandling")
    before = rows_per_model()
    with pytest.raises(CommandError, match="Vår riktiga upphandling"):
        call_command("remove_demo", yes=True)
    assert rows_per_model() == before
    remove(everything=True)
    assert not any(rows_per_model().values())


def test_a_real_contract_with_a_demo_supplier_stops_the_removal(settings, demo):
    procurement = make_procurement(make_organisation("Exempelstad"), "Riktig upphandling")
    make_contract(procurement, Supplier.objects.get(name__startswith="Byggexempel"))
    for everything in (False, True):
        with pytest.raises(DemoError, match="Byggexempel"):
            remove(everything=everything)


def test_removing_asks_first_and_no_answer_is_a_no(demo, monkeypatch):
    def nobody(question):
        raise EOFError

    for answer in (lambda question: "nej", nobody):
        monkeypatch.setattr("builtins.input", answer)
        with pytest.raises(CommandError, match="Inget är borttaget"):
            call_command("remove_demo")
    assert Organisation.objects.count() == 4


def test_resetting_gives_the_world_around_another_day(demo, capsys):
    call_command("reset_demo", yes=True, today=date(2027, 6, 1))
    assert Target.objects.filter(year=2027).exists()
    assert Organisation.objects.count() == 4


def test_there_is_one_account_per_role_and_organisation_and_two_for_all_of_sodertorn(demo, capsys):
    pairs = Membership.objects.exclude(user__email__endswith="@sodertorn.exempel").values_list("organisation", "role")
    assert len(pairs) == len(set(pairs)) == 4 * 7
    assert Membership.objects.filter(user__email="matchare@sodertorn.exempel").count() == 3
    call_command("demo_accounts")
    printed = capsys.readouterr().out
    assert people.PASSWORD in printed
    assert all(account.email in printed for account in people.accounts())


def test_every_demo_account_can_sign_in_with_the_documented_password(demo, client):
    from django.contrib.auth.password_validation import validate_password

    for account in people.accounts():
        user = User.objects.get(email=account.email)
        validate_password(people.PASSWORD, user)
        assert user.is_demo
    # One hash serves all, so one slow check is enough.
    assert len(set(User.objects.values_list("password", flat=True))) == 1
    answer = client.post("/konto/logga-in/", {"login": "matchare@haninge.exempel", "password": people.PASSWORD})
    assert answer.status_code == 302, answer.content.decode()[:2000]
    assert client.get("/", follow=True).status_code == 200


def test_the_coming_procurements_show_phases_scoring_decisions_and_a_joint_one(demo, city):
    phases = set(Procurement.objects.filter(organisation=city).values_list("phase", flat=True))
    assert {"need", "preparation", "tendering", "evaluation", "standstill", "review_pending", "contracted"} <= phases
    decisions = RequirementDecision.objects.filter(procurement__organisation=city)
    assert set(decisions.values_list("decided", flat=True)) == {"none", "dialog", "numeric"}
    assert any(decision.deviates for decision in decisions)
    assert GuidelineVersion.objects.in_force(city, TODAY).in_place_on == date(2018, 12, 14)
    (party,) = ProcurementParty.objects.all()
    assert (party.procurement.organisation.name, party.organisation.name) == ("Haninge kommun", "Nynäshamns kommun")
    texts = Requirement.objects.filter(contract=None, procurement__organisation=city).values_list(
        "clause_text", flat=True
    )
    assert texts
    assert not [text for text in texts if not text or "{" in text]


def test_the_proposal_differs_from_the_guideline_in_force(demo, city):
    in_force, proposal = GuidelineVersion.objects.in_force(city, TODAY), latest_version(city)
    assert proposal.decided_on is None
    found = changes(compared(in_force), compared(proposal))
    assert {each.key: (each.before, each.after) for each in (*found.weights, *found.limits)} == {
        "labour_share": (25, 20),
        "candidates": (15, 20),
        "large_value": (10_000_000, 8_000_000),
        "dialog_from": (45, 40),
    }
    assert {each.title: each.kind for each in found.clauses} == {
        "Dialog om sysselsättning": "changed",
        "Yrkesmentorer": "changed",
        "Bonus för anställning": "removed",
    }


def test_the_life_of_placements_stands_in_every_state(demo, city):
    placements = Placement.objects.standing().filter(organisation=city)
    assert set(placements.values_list("state", flat=True)) == set(PlacementState.values)
    assert Pause.objects.filter(placement__organisation=city, to_on=None).count() == 1
    offers = PlaceOffer.objects.filter(organisation=city)
    assert offers.open_on(TODAY).exists()
    assert offers.with_filled().filter(free=0, closed_on=None).exists()
    assert offers.filter(unfilled_reason__in=MUNICIPAL_REASONS).exists()
    assert offers.filter(contract=None).exists()
    assert Disclosure.objects.filter(placement__organisation=city).values("ground").distinct().count() == 2
    assert TargetGroup.objects.filter(organisation=city).count() == 2
    decided = set(RetentionRule.objects.values_list("organisation__name", flat=True))
    assert decided == {"Helsingborgs stad", "Haninge kommun"}
    due = due_records(holdings(city), rules_of(city), TODAY)
    assert {each.record.record_class for each in due} == {"participant_code"}
    assert Activity.objects.filter(organisation=city, kind="market_dialogue").exists()


@pytest.mark.parametrize("today", [date(2026, 1, 2), date(2026, 9, 15), date(2028, 2, 29)])
def test_whatever_day_it_is_there_is_something_to_confirm_to_ask_and_to_fill(settings, db, today):
    settings.DEMO = True
    load(today=today)
    for organisation in Organisation.objects.all():
        soon = Placement.objects.filter(organisation=organisation, state="matched")
        assert soon.filter(planned_start_on__lte=today + timedelta(7)).exists(), organisation
        assert FollowUp.objects.open().filter(placement__organisation=organisation).exists(), organisation
        assert PlaceOffer.objects.filter(organisation=organisation).open_on(today).exists(), organisation
        assert Waiting.objects.filter(participant__organisation=organisation, ended_on=None).count() == 5
    city = FollowUp.objects.filter(placement__organisation__org_number="2120001157")
    assert city.open().filter(due_on__lt=today).exists()
    assert city.filter(answered_on__isnull=False).exists()
    assert not [each for each in Placement.objects.all() if kind_problems(each)]


def test_follow_ups_lie_calendar_months_after_their_end_and_a_withdrawn_consent_has_stopped_some(demo):
    for each in FollowUp.objects.select_related("placement"):
        assert each.due_on == outcomes.follow_up_days(each.placement.ended_on, [each.months])[each.months]
    stopped = FollowUp.objects.filter(stopped_on__isnull=False)
    withdrawn = Consent.objects.filter(purpose="follow_up", withdrawn_on__isnull=False)
    assert stopped
    assert set(stopped.values_list("placement__participant", flat=True)) <= set(
        withdrawn.values_list("participant", flat=True)
    )


def test_one_resident_goes_from_practice_over_apprenticeship_to_an_employment(demo, city):
    chains = Participant.objects.filter(organisation=city).annotate(number=Count("placements")).filter(number=3)
    kinds = [list(each.placements.order_by("started_on").values_list("kind", flat=True)) for each in chains]
    assert kinds == [["internship", "apprenticeship", "employment"]]


def test_removing_takes_along_what_a_demo_matcher_has_merged_and_an_administrator_proposed_to_purge(demo, city):
    matcher = User.objects.get(email="matchare@helsingborg.exempel")
    kept, merged = (each.participant for each in Waiting.objects.filter(participant__organisation=city)[:2])
    Waiting.objects.filter(participant=merged).delete()
    merge_participants(by=matcher, kept=kept, merged=merged)
    PurgeRun.objects.create(organisation=city, as_of=TODAY, made_by=matcher)
    remove()
    assert not any(rows_per_model().values())
