"""Each step ticks itself by what is there, and by nothing else."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.accounts.models import Organisation, User
from apps.mbl.models import Union, UnionRepresentative
from apps.onboarding.choices import Step, StepState
from apps.onboarding.queries import standing, standings
from apps.onboarding.tests import makers
from apps.onboarding.tests.makers import TODAY, begin, line
from apps.placements.choices import RecordClass
from apps.procurements.models import ProcurementParty
from procurement_csr import people

REMAINS, BEGUN, DONE = StepState.REMAINS, StepState.IN_PROGRESS, StepState.DONE


def state(organisation, step, today=TODAY):
    return line(organisation, step, today).state


def test_an_authority_with_nothing_has_only_the_nations_thresholds(helsingborg):
    makers.make_thresholds()
    found = standing(helsingborg, TODAY)
    assert [each.step for each in found.lines] == list(Step)
    assert [each.step for each in found.lines if each.state != REMAINS] == [Step.THRESHOLDS]
    assert (found.done, found.total, found.percent) == (1, 13, 7)


def test_an_authority_with_everything_is_complete(helsingborg):
    makers.complete(helsingborg)
    found = standing(helsingborg, TODAY)
    assert found.is_complete, found.missing
    assert found.sentence == "13 av 13 steg är klara."


# --- Roles ------------------------------------------------------------------------------------------------------------
def test_roles_tick_when_each_has_somebody(helsingborg):
    assert line(helsingborg, Step.ROLES).evidence == (
        "Ingen är upphandlare, CSR-samordnare, beställande förvaltning eller administratör."
    )
    for role in ("officer", "coordinator", "administrator"):
        makers.give_role(helsingborg, role)
    found = line(helsingborg, Step.ROLES)
    assert (found.state, found.evidence) == (BEGUN, "Ingen är beställande förvaltning.")
    makers.give_role(helsingborg, "department")
    found = line(helsingborg, Step.ROLES)
    assert found.state == DONE
    assert "upphandlare 1, CSR-samordnare 1" in found.evidence


def test_a_role_of_a_closed_account_or_of_another_authority_does_not_count(helsingborg, haninge):
    makers.give_role(haninge, "matcher")
    assert state(helsingborg, Step.MATCHER) == REMAINS
    held = makers.give_role(helsingborg, "matcher")
    assert line(helsingborg, Step.MATCHER).evidence == "1 person är matchare."
    User.objects.filter(pk=held.user_id).update(is_active=False)
    assert state(helsingborg, Step.MATCHER) == REMAINS


# --- Unions and agreements --------------------------------------------------------------------------------------------
def test_unions_tick_when_each_has_somebody_who_is_called(helsingborg):
    assert state(helsingborg, Step.UNIONS) == REMAINS
    makers.make_union(helsingborg, "Kommunal")
    silent = makers.make_union(helsingborg, "Vision", is_heard=False)
    found = line(helsingborg, Step.UNIONS)
    assert (found.state, found.evidence) == (BEGUN, "2 fack registrerade. Kontakt saknas för Vision.")
    heard = UnionRepresentative.objects.create(union=silent, role="ordförande", email="vision@exempel.se")
    assert line(helsingborg, Step.UNIONS).evidence == "2 fack registrerade, alla med kontakt."
    assert state(helsingborg, Step.UNIONS) == DONE
    heard.is_active = False
    heard.save()
    assert state(helsingborg, Step.UNIONS) == BEGUN


@pytest.mark.parametrize("fields", [{"level": "central"}, {"is_active": False}])
def test_unions_that_are_not_met_here_do_not_count(helsingborg, fields):
    union = makers.make_union(helsingborg)
    Union.objects.filter(pk=union.pk).update(**fields)
    assert state(helsingborg, Step.UNIONS) == REMAINS


def test_an_agreement_ticks_on_the_days_it_holds(helsingborg):
    makers.make_agreement(helsingborg, date(2026, 3, 1), date(2026, 8, 31))
    found = line(helsingborg, Step.AGREEMENT, date(2026, 2, 28))
    assert (found.state, found.evidence) == (BEGUN, "Ett samverkansavtal gäller från 2026-03-01.")
    assert state(helsingborg, Step.AGREEMENT, date(2026, 3, 1)) == DONE
    assert state(helsingborg, Step.AGREEMENT, date(2026, 8, 31)) == DONE
    assert line(helsingborg, Step.AGREEMENT, date(2026, 9, 1)).evidence == "Samverkansavtalet har gått ut."


# --- Guideline and clauses --------------------------------------------------------------------------------------------
def test_the_guideline_ticks_first_on_the_day_it_is_in_force(helsingborg):
    proposal = makers.make_guideline(helsingborg, "Utkast")
    assert line(helsingborg, Step.GUIDELINE).evidence == "”Utkast” är inte beslutad."
    proposal.delete()
    makers.make_guideline(helsingborg, valid_from=date(2026, 7, 1))
    assert state(helsingborg, Step.GUIDELINE, date(2026, 6, 30)) == BEGUN
    found = line(helsingborg, Step.GUIDELINE, date(2026, 7, 1))
    assert (found.state, found.evidence) == (DONE, "”Riktlinje 2026” gäller från 2026-07-01.")


def test_the_version_in_force_counts_before_those_that_come_after_it(helsingborg):
    makers.make_guideline(helsingborg, "Gammal", date(2020, 1, 1), reviewed=(False,))
    makers.make_guideline(helsingborg, "Gäller", date(2026, 1, 1), reviewed=(True,))
    makers.make_guideline(helsingborg, "Nästa", date(2027, 1, 1), reviewed=(False,))
    makers.make_guideline(helsingborg, "Utkast", reviewed=(False,))
    assert "”Gäller”" in line(helsingborg, Step.GUIDELINE).evidence
    assert line(helsingborg, Step.CLAUSES).evidence == "1 av 1 klausuler är granskade."


def test_clauses_tick_when_a_lawyer_has_read_them_all(helsingborg):
    assert line(helsingborg, Step.CLAUSES).evidence == "Det finns inga klausuler."
    row = makers.make_guideline(helsingborg, reviewed=(False, False))
    assert state(helsingborg, Step.CLAUSES) == REMAINS
    first, second = row.clauses.all()
    type(first).objects.filter(pk=first.pk).update(is_draft=False)
    found = line(helsingborg, Step.CLAUSES)
    assert (found.state, found.evidence) == (BEGUN, "1 av 2 klausuler är granskade.")
    type(second).objects.filter(pk=second.pk).update(is_draft=False)
    assert state(helsingborg, Step.CLAUSES) == DONE


# --- Thresholds, targets and retention --------------------------------------------------------------------------------
def test_thresholds_are_missing_when_no_row_covers_the_day(helsingborg):
    makers.make_thresholds()
    found = line(helsingborg, Step.THRESHOLDS)
    assert (found.state, found.evidence) == (DONE, "Tröskelvärden finns för 2026.")
    found = line(helsingborg, Step.THRESHOLDS, date(1999, 1, 1))
    assert found.state == REMAINS
    assert found.evidence.startswith("Tröskelvärde saknas för ")


def test_thresholds_for_some_kinds_only_are_begun(helsingborg):
    makers.make_thresholds(goods_services=2_000_000, special_services=8_000_000)
    found = line(helsingborg, Step.THRESHOLDS)
    assert (found.state, found.evidence) == (BEGUN, "Tröskelvärde saknas för byggentreprenad.")


def test_a_target_ticks_this_year_and_next_but_not_the_last(helsingborg, haninge):
    makers.make_target(helsingborg, 2025)
    makers.make_target(haninge, 2026)
    assert line(helsingborg, Step.TARGETS).evidence == "Inget mål är satt för 2026."
    makers.make_target(helsingborg, 2027)
    assert line(helsingborg, Step.TARGETS).evidence == "Mål finns för 2027."
    assert state(helsingborg, Step.TARGETS) == DONE


def test_a_target_for_all_the_units_authorities_ticks_for_each_but_examples_are_apart(helsingborg, haninge):
    makers.make_target(haninge, scope="all")
    assert state(helsingborg, Step.TARGETS) == DONE
    Organisation.objects.filter(pk=haninge.pk).update(is_demo=True)
    assert state(helsingborg, Step.TARGETS) == REMAINS


def test_retention_ticks_when_every_class_has_a_decided_rule(helsingborg):
    *most, last = RecordClass
    for record_class in most:
        makers.make_rule(helsingborg, record_class)
    found = line(helsingborg, Step.RETENTION)
    assert (found.state, found.evidence) == (BEGUN, "3 av 4 gallringsregler är beslutade.")
    makers.make_rule(helsingborg, last, decided_on=TODAY + timedelta(days=1))
    assert state(helsingborg, Step.RETENTION) == BEGUN
    assert state(helsingborg, Step.RETENTION, TODAY + timedelta(days=1)) == DONE


# --- The first procurement --------------------------------------------------------------------------------------------
def test_the_first_procurement_ticks_when_it_is_published_with_a_requirement(helsingborg):
    begin(helsingborg)
    row = makers.make_pilot(helsingborg, None, has_requirement=False)
    assert state(helsingborg, Step.PILOT) == REMAINS
    row = makers.make_pilot(helsingborg, None)
    assert line(helsingborg, Step.PILOT).evidence == "En upphandling har krav men är inte annonserad."
    type(row).objects.filter(pk=row.pk).update(published_on=TODAY + timedelta(days=1))
    assert state(helsingborg, Step.PILOT) == REMAINS
    assert state(helsingborg, Step.PILOT, TODAY + timedelta(days=1)) == DONE


def test_what_was_published_before_the_start_is_no_first_procurement(helsingborg):
    makers.make_pilot(helsingborg, date(2026, 1, 6))
    assert state(helsingborg, Step.PILOT) == DONE
    begin(helsingborg)
    assert state(helsingborg, Step.PILOT) == REMAINS
    makers.make_pilot(helsingborg, date(2026, 5, 4))
    makers.make_pilot(helsingborg, date(2026, 1, 7))
    assert line(helsingborg, Step.PILOT).evidence == "En upphandling med krav annonserades 2026-01-07."


def test_a_published_procurement_without_requirement_or_a_cancelled_plan_ticks_nothing(helsingborg):
    makers.make_pilot(helsingborg, has_requirement=False)
    makers.make_pilot(helsingborg, None, phase="cancelled", cancelled_on=TODAY, reason="Behovet är borta.")
    assert state(helsingborg, Step.PILOT) == REMAINS


def test_a_procurement_led_by_another_authority_is_a_first_one_too(helsingborg, haninge):
    begin(helsingborg)
    row = makers.make_pilot(haninge)
    assert state(helsingborg, Step.PILOT) == REMAINS
    ProcurementParty.objects.create(procurement=row, organisation=helsingborg)
    assert state(helsingborg, Step.PILOT) == DONE


# --- Training ---------------------------------------------------------------------------------------------------------
def test_a_held_seminar_that_reached_the_authority_since_the_start_ticks_training(helsingborg, haninge):
    begin(helsingborg)
    planned = makers.make_seminar(haninge, helsingborg, date(2026, 6, 15))
    assert state(helsingborg, Step.TRAINING) == REMAINS
    makers.hold(planned)
    assert state(helsingborg, Step.TRAINING, date(2026, 6, 14)) == REMAINS
    found = line(helsingborg, Step.TRAINING)
    assert (found.state, found.evidence) == (DONE, "Ett seminarium hölls 2026-06-15.")


@pytest.mark.parametrize(
    ("day", "own", "whole"), [(date(2026, 1, 6), 4, 7), (date(2026, 5, 4), 0, 3), (date(2026, 5, 4), None, 0)]
)
def test_a_seminar_before_the_start_or_that_nobody_came_to_ticks_nothing(helsingborg, haninge, day, own, whole):
    begin(helsingborg)
    makers.hold(makers.make_seminar(haninge, helsingborg, day), own=own, whole=whole)
    assert state(helsingborg, Step.TRAINING) == REMAINS


def test_training_ticked_by_hand_keeps_what_was_said_of_it(helsingborg, haninge):
    makers.tick(begin(helsingborg), Step.TRAINING, reference="Kurs hos SKR")
    makers.hold(makers.make_seminar(haninge, helsingborg, date(2026, 5, 4)))
    assert line(helsingborg, Step.TRAINING).evidence == "Klart 2026-02-02: Kurs hos SKR."


# --- Many at once -----------------------------------------------------------------------------------------------------
def test_many_authorities_cost_as_many_queries_as_one_and_each_keeps_its_own(helsingborg):
    def ask() -> int:
        with CaptureQueriesContext(connection) as captured:
            standings(Organisation.objects.all(), TODAY)
        return len(captured)

    begin(helsingborg)
    few = ask()
    makers.make_thresholds()
    for number in range(5):
        makers.complete(people.make_organisation(f"Kommun {number}"))
    assert ask() <= few
    found = {each.name: each.done for each in standings(Organisation.objects.all(), TODAY)}
    assert found == {"Helsingborg": 1} | {f"Kommun {number}": 13 for number in range(5)}
