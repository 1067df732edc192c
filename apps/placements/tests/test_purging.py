"""Purging: rules, a dry run, a second person, and what is left."""

import ast
import re
import uuid
from datetime import date, timedelta
from pathlib import Path

import pgtrigger
import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import InternalError, connection, transaction

from apps.placements import retention_actions as actions
from apps.placements import retention_queries as queries
from apps.placements.merge_actions import merge_participants, undo_merge
from apps.placements.models import (
    Consent,
    Disclosure,
    FollowUp,
    Participant,
    ParticipantMerge,
    PurgeItem,
    PurgeRun,
    RetentionRule,
    Waiting,
)
from apps.placements.tests.purging_world import (
    CLASSES,
    LONG_AGO,
    REFERENCE,
    decide,
    make_old_participant,
    make_old_placement,
    noon,
    whole_database,
)
from procurement_csr.people import make_participant, make_placement

ROOT = Path(settings.BASE_DIR)
TODAY = date(2026, 11, 22)
NOW = noon(TODAY)


@pytest.fixture
def all_decided(helsingborg):
    return [decide(helsingborg, record_class) for record_class in CLASSES]


@pytest.fixture
def ola(helsingborg):
    return make_old_participant(helsingborg)


@pytest.fixture
def placement(contract, ola):
    return make_old_placement(contract, ola)


@pytest.fixture
def papers(ola, placement, malte):
    """A consent that names a document, and a disclosure that rests on it."""
    share = {"purpose": "share_cv", "supplier": placement.supplier, "given_on": LONG_AGO, "recorded_by": malte}
    consent = Consent.objects.create(participant=ola, document_reference="Pärm 3, blad 14", **share)
    disclosure = Disclosure.objects.create(
        placement=placement,
        supplier=placement.supplier,
        told=["experience"],
        ground="consent",
        consent=consent,
        told_on=LONG_AGO,
        recorded_by=malte,
    )
    Consent.objects.update(recorded_at=noon(LONG_AGO))
    Disclosure.objects.update(recorded_at=noon(LONG_AGO))
    return consent, disclosure


def propose(by, organisation, today=TODAY):
    return actions.propose_purge(by=by, organisation=organisation, today=today, token=uuid.uuid4())


def purge(adam, carin, organisation, today=TODAY):
    run = propose(adam, organisation, today)
    return actions.approve_purge(by=carin, run=run, today=today, now=NOW)


def classes_of(run):
    return [item.record_class for item in run.items.all()]


def test_fact_58_without_a_rule_nothing_is_purged_and_the_forecast_says_so(helsingborg, adam, placement):
    with pytest.raises(ValidationError, match="Ingen gallringsregel är beslutad"):
        propose(adam, helsingborg)
    found = queries.holdings(helsingborg)
    forecast = queries.forecast(found, {}, queries.due_records(found, {}, TODAY), TODAY)
    assert [each.due for each in forecast] == [0, 0, 0, 0]
    assert forecast[0].kept == [("Ingen gallringsregel är beslutad för uppgiften, så den bevaras tills vidare.", 1)]
    assert queries.undecided({}) == [
        "referens i verksamhetssystemet",
        "deltagarkod",
        "samtycken",
        "utlämnanden till leverantör",
    ]


def test_a_run_with_nothing_due_is_not_made(helsingborg, adam, all_decided):
    with pytest.raises(ValidationError, match="Inga uppgifter ska gallras 2026-11-22"):
        propose(adam, helsingborg)
    assert not PurgeRun.objects.exists()


def test_a_dry_run_purges_nothing_and_names_placements_only(helsingborg, adam, all_decided, placement, ola):
    run = propose(adam, helsingborg)
    assert [(item.record_class, item.placement_numbers) for item in run.items.all()] == [("case_reference", [12])]
    ola.refresh_from_db()
    assert (ola.code, ola.case_reference) == ("K7M-4Q2", "AMF 2031/77")
    assert "K7M-4Q2" not in str(list(PurgeItem.objects.values())) + str(run.rules)


def test_the_case_reference_goes_first_and_the_code_next_time(
    helsingborg, adam, carin, all_decided, placement, papers, ola
):
    first = purge(adam, carin, helsingborg)
    assert classes_of(first) == ["case_reference", "consent", "disclosure"]
    ola.refresh_from_db()
    assert (ola.code, ola.case_reference) == ("K7M-4Q2", "")
    second = purge(adam, carin, helsingborg)
    assert classes_of(second) == ["participant_code"]
    ola.refresh_from_db()
    assert (ola.code, ola.purged_on, str(ola)) == (None, TODAY, "gallrad deltagare")
    placement.refresh_from_db()
    assert placement.participant == ola


def test_what_is_purged_is_nowhere_in_the_database_nor_in_its_history(
    helsingborg, adam, carin, all_decided, placement, papers, ola
):
    ola.matcher = adam
    ola.is_protected = True
    ola.save()
    before = whole_database()
    secrets = ("K7M-4Q2", "AMF 2031/77", "Pärm 3, blad 14")
    assert all(before.count(secret) >= 2 for secret in secrets)
    for _ in range(2):
        purge(adam, carin, helsingborg)
    after = whole_database()
    assert [secret for secret in secrets if secret in after] == []
    assert not Consent.objects.exists()
    assert not Disclosure.objects.exists()
    events = Participant.pgh_event_model.objects.filter(pgh_obj=ola.pk)
    assert set(events.values_list("code", "case_reference", "is_protected", "matcher")) == {(None, "", False, None)}
    assert events.count() > 3, "that something happened stays in the history"


def test_another_residents_records_and_history_are_left(helsingborg, adam, carin, all_decided, placement, contract):
    eva = make_participant(helsingborg, "P3R-8T4")
    Participant.objects.filter(pk=eva.pk).update(case_reference="AMF 2031/99")
    make_placement(contract, eva, started_on=TODAY - timedelta(90))
    events = list(Participant.pgh_event_model.objects.filter(pgh_obj=eva.pk).values())
    for _ in range(2):
        purge(adam, carin, helsingborg)
    eva.refresh_from_db()
    assert (eva.code, eva.case_reference) == ("P3R-8T4", "AMF 2031/99")
    assert list(Participant.pgh_event_model.objects.filter(pgh_obj=eva.pk).values()) == events


def test_the_history_is_append_only_again_after_a_purging(helsingborg, adam, carin, all_decided, placement, ola):
    purge(adam, carin, helsingborg)
    for statement in ("UPDATE placements_participantevent SET code = NULL", "DELETE FROM placements_consentevent"):
        if "consent" in statement:
            Consent.objects.create(participant=ola, purpose="follow_up", given_on=TODAY, recorded_by=adam)
        with pytest.raises(InternalError, match="pgtrigger"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    assert not pgtrigger.runtime._ignore.value


def test_the_one_who_made_the_run_cannot_approve_it(helsingborg, adam, all_decided, placement):
    run = propose(adam, helsingborg)
    with pytest.raises(ValidationError, match="Någon annan ska godkänna den"):
        actions.approve_purge(by=adam, run=run, today=TODAY, now=NOW)
    run.refresh_from_db()
    assert run.state == "proposed"


def test_rules_that_changed_meanwhile_stop_the_run(helsingborg, adam, carin, all_decided, placement, ola):
    run = propose(adam, helsingborg)
    RetentionRule.objects.filter(record_class="case_reference").update(months=200)
    with pytest.raises(ValidationError, match="reglerna har ändrats"):
        actions.approve_purge(by=carin, run=run, today=TODAY, now=NOW)
    ola.refresh_from_db()
    assert ola.case_reference == "AMF 2031/77"


def test_a_resident_who_came_back_after_the_dry_run_is_kept(helsingborg, adam, carin, all_decided, placement, ola):
    run = propose(adam, helsingborg)
    make_placement(placement.contract, ola, started_on=TODAY - timedelta(2))
    run = actions.approve_purge(by=carin, run=run, today=TODAY, now=NOW)
    ola.refresh_from_db()
    assert ola.case_reference == "AMF 2031/77"
    assert [(item.is_done, item.participant) for item in run.items.all()] == [(False, None)]


def test_a_second_press_makes_one_run_and_purges_once(helsingborg, adam, carin, all_decided, placement):
    token = uuid.uuid4()
    one, two = (actions.propose_purge(by=adam, organisation=helsingborg, today=TODAY, token=token) for _ in range(2))
    assert one == two
    done = [actions.approve_purge(by=carin, run=one, today=TODAY, now=NOW + timedelta(hours=n)) for n in range(2)]
    assert [run.executed_at for run in done] == [NOW, NOW]


def test_only_one_run_waits_at_a_time(helsingborg, adam, carin, all_decided, placement):
    run = propose(adam, helsingborg)
    with pytest.raises(ValidationError, match="En gallring väntar redan på godkännande"):
        propose(carin, helsingborg)
    actions.discard_purge(by=carin, run=run)
    assert propose(carin, helsingborg).state == "proposed"


def test_a_discarded_run_purges_nothing_and_cannot_be_approved(helsingborg, adam, carin, all_decided, placement, ola):
    run = actions.discard_purge(by=adam, run=propose(adam, helsingborg))
    with pytest.raises(ValidationError, match="Gallringen är avbruten"):
        actions.approve_purge(by=carin, run=run, today=TODAY, now=NOW)
    ola.refresh_from_db()
    assert ola.case_reference == "AMF 2031/77"


def test_a_code_stays_while_a_paper_still_leads_to_the_resident(helsingborg, adam, placement, papers, ola):
    Participant.objects.update(case_reference="")
    decide(helsingborg, "participant_code")
    with pytest.raises(ValidationError, match="Inga uppgifter"):
        propose(adam, helsingborg)
    found = queries.holdings(helsingborg)
    forecast = queries.forecast(found, queries.rules_of(helsingborg), [], TODAY)
    kept = {each.label: each.kept for each in forecast}
    assert kept["deltagarkod"] == [
        ("Koden behålls tills samtycken och utlämnanden som hänvisar till en handling är gallrade.", 1)
    ]


def test_a_consent_stays_while_a_disclosure_that_rests_on_it_stays(helsingborg, adam, carin, papers):
    decide(helsingborg, "consent")
    with pytest.raises(ValidationError, match="Inga uppgifter"):
        propose(adam, helsingborg)
    found = queries.holdings(helsingborg)
    kept = {each.label: each.kept for each in queries.forecast(found, queries.rules_of(helsingborg), [], TODAY)}
    assert kept["samtycken"] == [(queries.IS_GROUND, 1)]
    decide(helsingborg, "disclosure")
    assert classes_of(purge(adam, carin, helsingborg)) == ["consent", "disclosure"]


@pytest.mark.parametrize("state", ["waits", "has a follow-up", "has an open placement"])
def test_a_code_is_kept_while_there_is_something_left_to_do(helsingborg, adam, placement, ola, state):
    Participant.objects.update(case_reference="")
    decide(helsingborg, "participant_code", trigger="created", months=0)
    if state == "waits":
        Waiting.objects.create(participant=ola, since=LONG_AGO)
    elif state == "has a follow-up":
        FollowUp.objects.create(placement=placement, months=3, due_on=date(2020, 11, 30))
    else:
        make_placement(placement.contract, ola, started_on=date(2020, 9, 1))
    with pytest.raises(ValidationError, match="Inga uppgifter"):
        propose(adam, helsingborg)


def test_codes_that_became_one_resident_go_together(helsingborg, adam, carin, all_decided, placement, ola, malte):
    other = make_old_participant(helsingborg, "P3R-8T4", "AMF 2019/3")
    Participant.objects.filter(pk=other.pk).update(merged_into=ola)
    ParticipantMerge.objects.create(
        organisation=helsingborg, kept=ola, merged=other, case_reference="AMF 2019/4", made_by=malte
    )
    runs = [purge(adam, carin, helsingborg) for _ in range(2)]
    assert [classes_of(run) for run in runs] == [["case_reference"], ["participant_code"]]
    after = whole_database()
    assert [each for each in ("K7M-4Q2", "P3R-8T4", "AMF 2031/77", "AMF 2019/3", "AMF 2019/4") if each in after] == []


def test_a_reference_is_gone_from_the_history_of_the_code_that_had_it_while_the_two_were_one(
    helsingborg, adam, carin, all_decided, placement, contract, ola, malte
):
    eva = make_participant(helsingborg, "P3R-8T4")
    make_placement(contract, eva, started_on=TODAY - timedelta(30))
    merge = merge_participants(by=malte, kept=eva, merged=ola)
    undo_merge(by=malte, merge=merge, now=NOW)
    ola.refresh_from_db()
    assert ola.case_reference == REFERENCE
    history = Participant.pgh_event_model.objects.filter(pgh_obj=eva.pk)
    assert history.filter(case_reference=REFERENCE).exists()
    purge(adam, carin, helsingborg)
    assert REFERENCE not in whole_database()
    assert set(history.values_list("code", flat=True)) == {"P3R-8T4"}


def test_a_reference_that_went_back_stays_in_the_history_of_the_one_who_has_it(
    helsingborg, adam, carin, all_decided, placement, contract, ola, malte
):
    Participant.objects.filter(pk=ola.pk).update(case_reference="")
    eva = make_participant(helsingborg, "P3R-8T4")
    Participant.objects.filter(pk=eva.pk).update(case_reference="AMF 2031/99")
    make_placement(contract, eva, started_on=TODAY - timedelta(30))
    ola.refresh_from_db()
    eva.refresh_from_db()
    undo_merge(by=malte, merge=merge_participants(by=malte, kept=ola, merged=eva), now=NOW)
    purge(adam, carin, helsingborg)
    eva.refresh_from_db()
    assert eva.case_reference == "AMF 2031/99"
    assert Participant.pgh_event_model.objects.filter(pgh_obj=eva.pk, case_reference="AMF 2031/99").exists()
    ola.refresh_from_db()
    assert ola.code is None


def test_a_merged_code_is_kept_while_the_resident_it_became_has_a_placement(
    helsingborg, adam, all_decided, placement, contract
):
    eva = make_participant(helsingborg, "P3R-8T4")
    Participant.objects.filter(pk=placement.participant_id).update(merged_into=eva)
    make_placement(contract, eva, started_on=TODAY - timedelta(9))
    with pytest.raises(ValidationError, match="Inga uppgifter"):
        propose(adam, helsingborg)


def test_a_run_reaches_only_its_own_organisation(helsingborg, haninge, adam, carin, all_decided, placement):
    mio_s = make_old_participant(haninge, "P3R-8T4", "HAN 1")
    purge(adam, carin, helsingborg)
    mio_s.refresh_from_db()
    assert mio_s.case_reference == "HAN 1"


def test_a_decision_dated_tomorrow_is_refused(helsingborg, adam):
    values = {"trigger": "created", "months": 1, "action": "purge", "decided_by_body": "Nämnden", "reference": "1"}
    with pytest.raises(ValidationError, match="har inte varit än"):
        actions.save_retention_rule(
            by=adam,
            organisation=helsingborg,
            record_class="consent",
            today=TODAY,
            decided_on=TODAY + timedelta(1),
            **values,
        )


def test_only_the_purging_may_write_in_the_history():
    """The history is append-only by trigger; whoever ignores a trigger could rewrite it."""
    ignoring = re.compile(
        r"pgtrigger\.ignore|import ignore|set_config\('pgtrigger|session_replication_role|DISABLE TRIGGER"
    )
    paths = [path for folder in ("apps", "procurement_csr") for path in (ROOT / folder).rglob("*.py")]
    paths = [path for path in paths if "migrations" not in path.parts and path != Path(__file__)]
    found = {str(path.relative_to(ROOT)) for path in paths if ignoring.search(path.read_text())}
    purging, removal = "apps/placements/retention_actions.py", "procurement_csr/demo/removal.py"
    # What follows leaves no history where nobody could miss it: test_scale sees it refuse everywhere else. The last is
    # that test, which breaks a foreign key to see that it would notice.
    loading, its_test = "procurement_csr/scale/loading.py", "procurement_csr/tests/test_scale.py"
    assert found == {purging, removal, loading, its_test}
    assert _functions_with("pgtrigger", purging) == ["_empty_history"]
    assert "pgtrigger.ignore('reminders.DeliveryEvent:is_not_deleted')" in _text_with("pgtrigger.ignore", removal)
    assert _functions_with("session_replication_role", loading) == ["_without_triggers"]


def _functions_with(word: str, path: str) -> list[str]:
    functions = [each for each in ast.parse((ROOT / path).read_text()).body if isinstance(each, ast.FunctionDef)]
    return [each.name for each in functions if word in ast.unparse(each)]


def _text_with(word: str, path: str) -> str:
    """The one line of the file that has the word, as Python writes it."""
    (line,) = [line for line in ast.unparse(ast.parse((ROOT / path).read_text())).splitlines() if word in line]
    return line
