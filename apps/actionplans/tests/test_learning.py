"""What the unit learns: a year's evaluation that is kept once decided, and factors scored every half-year."""

import uuid
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.utils import IntegrityError, InternalError
from django.urls import reverse
from django.utils import timezone

from apps.actionplans import evaluation_actions, factor_actions
from apps.actionplans.choices import ReadyFactor
from apps.actionplans.factor_actions import Answer, choose_factors, score_factors
from apps.actionplans.factor_queries import board, history
from apps.actionplans.halves import HalfYear, half_of, span
from apps.actionplans.models import FactorScore, SuccessFactor, YearEvaluation
from apps.core.actions import Conflict, version_of

TODAY = date(2018, 12, 10)
DECISION = {"decided_by_body": "Nämnden", "decided_on": date(2018, 12, 3), "reference": "SUN 2018/90, § 4"}
WORDS = {"worked": "Seminarierna.", "to_change": "Kalla tidigare."}
H1, H2 = HalfYear(2018, 1), HalfYear(2018, 2)


@pytest.fixture
def evaluation(helsingborg):
    return evaluation_actions.create_evaluation(by=None, organisation=helsingborg, year=2018, today=TODAY, **WORDS)


@pytest.fixture
def factors(helsingborg):
    choose_factors(by=None, organisation=helsingborg, kinds=["support", "resources"], new="Kunskap om målgruppen")
    return list(SuccessFactor.objects.all())


def decide(evaluation, **values):
    return evaluation_actions.decide_evaluation(by=None, evaluation=evaluation, today=TODAY, **DECISION | values)


def score(organisation, when, answers, by=None, **values):
    said = {pk: Answer(*answer) for pk, answer in answers.items()}
    return score_factors(by=by, organisation=organisation, when=when, answers=said, today=TODAY, **values)


def shown(answer) -> str:
    return " ".join(answer.content.decode().split())


# --- Half-years -------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("day", "expected"), [(date(2018, 6, 30), H1), (date(2018, 7, 1), H2), (date(2019, 1, 1), HalfYear(2019, 1))]
)
def test_a_day_has_its_half_year(day, expected):
    assert half_of(day) == expected


def test_half_years_follow_each_other_and_only_the_latest_are_taken():
    assert span(HalfYear(2017, 2), H2, 8) == [HalfYear(2017, 2), H1, H2]
    assert span(HalfYear(2010, 1), H2, 2) == [H1, H2]
    assert H1.before.label == "andra halvåret 2017"


# --- Evaluations ------------------------------------------------------------------------------------------------------
def test_a_decided_evaluation_is_read_only_for_the_action_and_in_the_database(evaluation):
    assert decide(evaluation).state == "decided"
    with pytest.raises(ValidationError, match="beslutad 2018-12-03 och ändras inte"):
        evaluation_actions.update_evaluation(by=None, evaluation=evaluation, today=TODAY, worked="Annat.")
    with pytest.raises(ValidationError, match="ändras inte"):
        decide(evaluation, reference="Annan")
    assert decide(evaluation).reference == "SUN 2018/90, § 4"
    for name, value in (("worked", "Annat."), ("state", "draft"), ("decided_on", date(2018, 1, 1))):
        with pytest.raises(InternalError, match="Cannot update"), transaction.atomic():
            YearEvaluation.objects.filter(pk=evaluation.pk).update(**{name: value})


def test_who_wrote_a_decided_evaluation_may_leave_the_house(evaluation, carin):
    YearEvaluation.objects.filter(pk=evaluation.pk).update(created_by=carin)
    decide(evaluation)
    carin.memberships.all().delete()
    carin.delete()
    assert YearEvaluation.objects.get().created_by is None


def test_an_evaluation_is_not_decided_ahead_nor_without_words(evaluation, helsingborg):
    with pytest.raises(ValidationError, match="har inte varit"):
        decide(evaluation, decided_on=date(2018, 12, 11))
    evaluation_actions.update_evaluation(by=None, evaluation=evaluation, today=TODAY, to_change=" ")
    with pytest.raises(ValidationError, match="Skriv vad som fungerade"):
        decide(evaluation)
    with pytest.raises(ValidationError, match="2019 har inte börjat"):
        evaluation_actions.create_evaluation(by=None, organisation=helsingborg, year=2019, today=TODAY)


def test_a_year_is_evaluated_once_and_the_same_press_makes_one(evaluation, helsingborg):
    with pytest.raises(ValidationError, match="redan en utvärdering"):
        evaluation_actions.create_evaluation(by=None, organisation=helsingborg, year=2018, today=TODAY)
    token = uuid.uuid4()
    own = {"by": None, "organisation": helsingborg, "year": 2017, "today": TODAY, "token": token}
    assert evaluation_actions.create_evaluation(**own) == evaluation_actions.create_evaluation(**own)


def test_somebody_elses_draft_is_not_overwritten(evaluation):
    seen = version_of(evaluation)
    change = {"by": None, "evaluation": evaluation, "today": TODAY, "version": seen}
    evaluation_actions.update_evaluation(**change, worked="Mötena.")
    with pytest.raises(Conflict):
        evaluation_actions.update_evaluation(**change, worked="Mejlen.")


def test_the_database_wants_a_whole_decision(evaluation):
    with pytest.raises(IntegrityError, match="yearevaluation_decided_is_whole"), transaction.atomic():
        YearEvaluation.objects.filter(pk=evaluation.pk).update(state="decided", decided_on=TODAY)


# --- Choosing factors -------------------------------------------------------------------------------------------------
def test_the_six_of_others_can_be_chosen_and_own_ones_added(factors):
    assert [str(each) for each in factors] == ["Politiskt stöd", "Resurser", "Kunskap om målgruppen"]
    assert len(ReadyFactor.values) == 6


def test_what_is_no_longer_watched_rests_with_its_scores(factors, helsingborg):
    score(helsingborg, H2, {factors[0].pk: (4, "Nämnden frågar.")})
    choose_factors(by=None, organisation=helsingborg, kinds=["resources"], own=[])
    assert [str(each.factor) for each in board(helsingborg, TODAY).cards] == ["Resurser"]
    assert FactorScore.objects.get().score == 4
    choose_factors(by=None, organisation=helsingborg, kinds=["support", "resources"], own=[factors[2].pk])
    assert SuccessFactor.objects.filter(is_watched=True).count() == 3


@pytest.mark.parametrize("name", ["resurser", "KUNSKAP om målgruppen", "utvärdering"])
def test_a_factor_is_not_added_twice_in_other_letters(factors, helsingborg, name):
    with pytest.raises(ValidationError, match="finns redan bland faktorerna"):
        choose_factors(by=None, organisation=helsingborg, kinds=["support"], new=name)


def test_two_who_choose_at_once_are_told(factors, helsingborg):
    seen = factor_actions.choice_version(helsingborg)
    choose_factors(by=None, organisation=helsingborg, kinds=[], version=seen)
    with pytest.raises(Conflict):
        choose_factors(by=None, organisation=helsingborg, kinds=["support"], version=seen)


# --- Scoring ----------------------------------------------------------------------------------------------------------
def test_a_score_has_a_reason_and_what_it_was_before_stays_in_the_history(factors, helsingborg, carin, olivia):
    pk = factors[0].pk
    assert score(helsingborg, H1, {pk: (4, "Nämnden frågar varje möte.")}, by=carin) == 1
    assert score(helsingborg, H1, {pk: (4, "Nämnden frågar varje möte.")}, by=olivia) == 0
    assert score(helsingborg, H1, {pk: (2, "Efter valet frågar ingen.")}, by=olivia) == 1
    (found,) = history(factors[0])
    assert (found.score.score, found.score.scored_by, found.when) == (2, olivia, H1)
    assert [(was.score, was.comment, was.by) for was in found.earlier] == [(4, "Nämnden frågar varje möte.", "Carin")]


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [((3, " "), "Skriv varför Politiskt stöd får 3."), ((None, "Vet ej"), "Välj poäng för Politiskt stöd")],
)
def test_a_score_without_reason_and_a_reason_without_score_are_refused(factors, helsingborg, answer, sentence):
    with pytest.raises(ValidationError) as error:
        score(helsingborg, H1, {factors[0].pk: answer, factors[1].pk: (5, "Två till.")})
    assert sentence in error.value.message_dict[f"comment_{factors[0].pk}"][0]
    assert not FactorScore.objects.exists()


def test_a_score_is_never_taken_away_and_never_given_ahead(factors, helsingborg):
    pk = factors[0].pk
    score(helsingborg, H1, {pk: (4, "Bra.")})
    with pytest.raises(ValidationError, match="den tas inte bort"):
        score(helsingborg, H1, {pk: (None, "")})
    with pytest.raises(ValidationError, match="Första halvåret 2019 har inte börjat"):
        score(helsingborg, HalfYear(2019, 1), {pk: (4, "Bra.")})


def test_two_who_score_at_once_are_told(factors, helsingborg):
    seen = factor_actions.score_version(helsingborg, H1)
    score(helsingborg, H1, {factors[0].pk: (4, "Bra.")}, version=seen)
    with pytest.raises(Conflict):
        score(helsingborg, H1, {factors[0].pk: (1, "Illa.")}, version=seen)


def test_a_foreign_factor_is_not_scored(factors, haninge):
    assert score(haninge, H1, {factors[0].pk: (4, "Bra.")}) == 0


def test_the_database_refuses_scores_outside_the_scale_the_half_year_and_the_house(factors, haninge):
    own = {"factor": factors[0], "organisation": factors[0].organisation, "year": 2018, "half": 1, "score": 3}
    for wrong, name in (
        ({"score": 6}, "factorscore_from_one_to_five"),
        ({"half": 3}, "factorscore_of_a_half_year"),
        ({"comment": ""}, "factorscore_says_why"),
        ({"organisation": haninge}, "same_organisation"),
    ):
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            _write(own | {"comment": "Bra."} | wrong)


def _write(values):
    FactorScore.objects.create(**values)
    with transaction.get_connection().cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_the_board_shows_all_watched_factors_over_the_same_half_years(factors, helsingborg):
    score(helsingborg, H1, {factors[0].pk: (4, "Bra.")})
    score(helsingborg, H2, {factors[0].pk: (2, "Sämre."), factors[1].pk: (3, "En tjänst.")})
    found = board(helsingborg, TODAY)
    assert found.halves == ("H1 2018", "H2 2018")
    assert [card.scores for card in found.cards] == [("4", "2"), ("–", "3"), ("–", "–")]
    assert found.sentence == "Lägst just nu, 2 av 5: politiskt stöd."


# --- Pages ------------------------------------------------------------------------------------------------------------
def test_factors_are_chosen_scored_and_put_right_by_hand(sign_in, carin, helsingborg):
    client, when = sign_in(carin), half_of(timezone.localdate())
    address = reverse("factor_score", args=when)
    assert client.get(address, follow=True).redirect_chain[0][0] == reverse("factor_choose")
    version = client.get(reverse("factor_choose")).context["form"].initial["version"]
    client.post(reverse("factor_choose"), {"kinds": ["support"], "version": version})
    factor = SuccessFactor.objects.get()
    version = client.get(address).context["form"].initial["version"]
    bare = client.post(address, {f"score_{factor.pk}": "4", "version": version})
    assert bare.status_code == 422
    assert "Skriv varför Politiskt stöd får 4." in shown(bare)
    whole = {f"score_{factor.pk}": "4", f"comment_{factor.pk}": "Nämnden frågar.", "version": version}
    assert "Poängen gäller" in shown(client.post(address, whole, follow=True))
    stale = client.post(address, whole | {f"score_{factor.pk}": "1"})
    assert stale.status_code == 409
    assert "Nu står det: 4, bra" in shown(stale)
    strange = client.post(address, whole | {f"score_{factor.pk}": "9"})
    assert "Välj poäng för Politiskt stöd mellan 1 och 5" in shown(strange)
    assert "Nämnden frågar." in shown(client.get(factor.get_absolute_url()))


def test_a_decided_evaluation_offers_no_change_and_refuses_one(sign_in, carin, evaluation):
    client = sign_in(carin)
    assert "Lägg in beslutet" in shown(client.get(evaluation.get_absolute_url()))
    address = reverse("yearevaluation_update", args=[evaluation.pk])
    version = client.get(address).context["form"].initial["version"]
    decision = {"decided_by_body": "Nämnden", "decided_on": "2018-12-03", "reference": "§ 4"}
    decided = client.post(reverse("yearevaluation_decide", args=[evaluation.pk]), decision, follow=True)
    assert "ändras inte mer" in shown(decided)
    assert "Lägg in beslutet" not in shown(decided)
    fresh = client.get(address).context["form"].initial["version"]
    late = client.post(address, {"year": "2018", "worked": "Annat", "to_change": "Annat", "version": fresh})
    assert late.status_code == 422
    assert "ändras inte" in shown(late)
    stale = client.post(address, {"year": "2018", "worked": "Annat", "to_change": "Annat", "version": version})
    assert stale.status_code == 409
