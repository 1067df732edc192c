"""The yearly plans of the world that the access table, the growth of pages and the gate are held against."""

from datetime import date, timedelta

from django.utils import timezone

from apps.actionplans import item_actions, plan_actions
from apps.actionplans.due import due_day
from apps.actionplans.evaluation_actions import create_evaluation
from apps.actionplans.factor_actions import Answer, choose_factors, score_factors
from apps.actionplans.goal_actions import create_goal
from apps.actionplans.halves import HalfYear
from apps.actionplans.item_actions import create_item
from apps.actionplans.models import FactorScore, Goal, Item, Seminar, SuccessFactor
from apps.actionplans.seminar_actions import create_seminar, hold_seminar, update_seminar
from apps.procurements.models import GuidelineVersion
from procurement_csr import people

DECISION = {"decided_by_body": "Upphandlingsnämnden", "decided_on": date(2017, 1, 16), "reference": "UN 2017/4, § 8"}


def actionplans_of(organisation) -> dict:
    """A draft with an item and a goal, and a published plan by the address of its open page."""
    draft = plan_actions.create_plan(by=None, organisation=organisation, year=2018, title="Handlingsplan 2018")
    item = create_item(by=None, plan=draft, title="Riktlinjer på plats")
    goal = create_goal(by=None, item=item, text="Beslutade", due_kind="month", due_on=date(2018, 8, 31))
    published_plan(organisation)
    seminar = make_seminar(organisation, departments=[people.make_department(organisation)], items=[item])
    return {"actionplan": draft, "planitem": item, "goal": goal, "seminar": seminar} | learning_of(organisation)


def learning_of(organisation) -> dict:
    """A draft of an evaluation, and a factor that is watched and scored."""
    today = timezone.localdate()
    words = {"worked": "Seminarierna.", "to_change": "Kalla tidigare."}
    evaluation = create_evaluation(by=None, organisation=organisation, year=2017, today=today, **words)
    choose_factors(by=None, organisation=organisation, kinds=["support"])
    factor = organisation.success_factors.get()
    _score(factor, 2018, today)
    return {"yearevaluation": evaluation, "factor": factor}


def _score(factor, year: int, today: date, by=None) -> None:
    answers, day = {factor.pk: Answer(3, "Nämnden frågar.")}, max(today, date(year, 1, 1))
    score_factors(by=by, organisation=factor.organisation, when=HalfYear(year, 1), answers=answers, today=day)


def make_seminar(organisation, topic: str = "Nya krav", **values):
    """A seminar that began an hour ago and nobody has told about, so that it may be changed, invited to and held."""
    own = {"topic": topic, "starts_at": timezone.now() - timedelta(hours=1), "place": "Stadshuset"}
    return create_seminar(by=None, organisation=organisation, **own | values)


def published_plan(organisation, year: int = 2017, title: str = "Handlingsplan 2017"):
    """A plan that anyone may read."""
    plan = plan_actions.create_plan(by=None, organisation=organisation, year=year, title=title)
    plan_actions.decide_plan(by=None, plan=plan, **DECISION, today=timezone.localdate())
    return plan_actions.publish_plan(by=None, plan=plan, now=timezone.now())


def grow_actionplans(world, number) -> None:
    """A further plan, and items, goals, notes, links and sides in the world's draft and in the published plan."""
    organisation, person = world["organisation"], world["person"]
    published_plan(organisation, 2020 + number, f"Plan {number}")
    guideline = GuidelineVersion.objects.create(organisation=organisation, title=f"Riktlinje till plan {number}")
    around = {"departments": [people.make_department(organisation)], "guidelines": [guideline]}
    around |= {"organisations": [people.make_organisation(f"Myndighet i plan {number}")]}
    around |= {"procurements": [people.make_procurement(organisation)]}
    for plan in organisation.action_plans.filter(year__in=(2017, 2018)):
        made = create_item(by=None, plan=plan, title=f"Punkt {number}", responsible=person, **around)
        _report(made, number, person)
    fixed = Item.objects.get(pk=world["planitem"])
    _report(fixed, number, person)
    item_actions.update_item(
        by=None,
        item=fixed,
        departments=[*organisation.departments.all()[: number + 1]],
        organisations=around["organisations"],
        procurements=[*organisation.procurements.exclude(case_number="")[: number + 1]],
        guidelines=[*GuidelineVersion.objects.filter(organisation=organisation)[: number + 1]],
    )
    _grow_seminars(world, number, around)
    _grow_learning(world, number)


def _grow_seminars(world, number, around) -> None:
    """Seminars held and planned, and further sides with contact persons and links of the world's own."""
    organisation, person, departments = world["organisation"], world["person"], around["departments"]
    departments[0].contact = person
    departments[0].save()
    whom = {"departments": departments, "organisations": around["organisations"]}
    serves = {"items": [Item.objects.get(pk=world["planitem"])], "guidelines": around["guidelines"]}
    make_seminar(organisation, f"Planerat {number}", responsible=person, **whom, **serves)
    held = make_seminar(organisation, f"Hållet {number}", **whom)
    hold_seminar(by=person, seminar=held, participants=number, parts={}, now=timezone.now())
    own = Seminar.objects.get(pk=world["seminar"])
    sides, links = own.sides.exclude(department=None), own.links.exclude(guideline=None)
    update_seminar(
        by=person,
        seminar=own,
        departments=[*departments, *(each.department for each in sides.select_related("department"))],
        organisations=[*around["organisations"], organisation],
        items=serves["items"],
        guidelines=[*around["guidelines"], *(each.guideline for each in links.select_related("guideline"))],
    )


def _grow_learning(world, number) -> None:
    """A further evaluation and factor, and a score of the world's own by somebody, put right once."""
    organisation, person, today = world["organisation"], world["person"], date(2060, 1, 1)
    create_evaluation(by=person, organisation=organisation, year=2018 + number, today=today)
    SuccessFactor.objects.create(organisation=organisation, name=f"Egen faktor {number}", created_by=person)
    for factor in organisation.success_factors.all():
        _score(factor, 2019 + number, today, by=person)
    FactorScore.objects.filter(factor=world["factor"], year=2019 + number).update(score=2, scored_by=person)


def _report(item, number, person) -> None:
    """A goal that is reached and one that is not, and how it goes."""
    for done_on in (None, date(item.plan.year, 3, 1)):
        goal = {"text": f"Mål {number}", "due_kind": "month", "due_on": due_day("month", item.plan.year, month=6)}
        Goal.objects.create(item=item, organisation=item.organisation, done_on=done_on, **goal)
    item_actions.write_note(by=person, item=item, text=f"Läget {number}.")
