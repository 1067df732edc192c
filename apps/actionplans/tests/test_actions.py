"""What can be done to a plan, its items and their goals, and what is refused with a sentence."""

import uuid
from datetime import UTC, date, datetime

import pgtrigger
import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.db.utils import IntegrityError, InternalError

from apps.actionplans import goal_actions, item_actions, plan_actions
from apps.actionplans.models import Goal, Item, ItemLink, Plan, ProgressNote, TakingPart
from apps.actionplans.tests.makers import DECISION, decide, make_goal, make_item, make_plan, publish
from apps.core.actions import Conflict, version_of
from apps.procurements.guidelines import create_guideline
from procurement_csr.people import make_department, make_procurement

NOW = datetime(2018, 2, 1, 9, tzinfo=UTC)
TODAY = date(2018, 11, 1)


@pytest.fixture
def plan(helsingborg):
    return make_plan(helsingborg)


@pytest.fixture
def item(plan):
    return make_item(plan)


def said(error) -> str:
    return " ".join(error.value.messages)


# --- Plans ------------------------------------------------------------------------------------------------------------
def test_a_plan_goes_from_draft_over_decided_to_published_and_back(plan):
    assert plan.state == "draft"
    assert publish(plan, NOW).published_at == NOW
    back = plan_actions.unpublish_plan(by=None, plan=plan)
    assert (back.state, back.published_at) == ("decided", None)


def test_a_draft_is_not_published(plan):
    with pytest.raises(ValidationError) as error:
        plan_actions.publish_plan(by=None, plan=plan, now=NOW)
    assert said(error) == "Planen är utkast och kan därför inte bli publicerad. Lägg in beslutet först."


def test_a_published_plan_gets_no_new_decision(plan):
    publish(plan, NOW)
    with pytest.raises(ValidationError, match="Sluta publicera den först"):
        decide(plan)


def test_a_decision_lies_not_ahead(plan):
    with pytest.raises(ValidationError) as error:
        plan_actions.decide_plan(by=None, plan=plan, **DECISION, today=date(2018, 1, 14))
    assert error.value.message_dict["decided_on"]


def test_a_second_plan_of_the_same_year_is_refused_but_not_one_of_all_authorities(plan, helsingborg):
    with pytest.raises(ValidationError, match="redan en handlingsplan"):
        make_plan(helsingborg)
    assert make_plan(helsingborg, scope="all").pk


def test_the_same_press_makes_one_plan(helsingborg):
    token = uuid.uuid4()
    first, again = (make_plan(helsingborg, token=token) for _ in range(2))
    assert first == again


def test_the_year_stays_once_there_are_items(plan, item):
    with pytest.raises(ValidationError, match="Året kan inte ändras"):
        plan_actions.update_plan(by=None, plan=plan, year=2019)


def test_somebody_elses_change_is_not_overwritten(plan, item):
    seen = version_of(plan)
    plan_actions.update_plan(by=None, plan=plan, title="Vår plan 2018")
    with pytest.raises(Conflict):
        plan_actions.update_plan(by=None, plan=plan, title="Min plan", version=seen)
    seen = version_of(item)
    item_actions.update_item(by=None, item=item, title="Annat")
    with pytest.raises(Conflict):
        item_actions.update_item(by=None, item=item, title="Mitt", version=seen)


# --- Items ------------------------------------------------------------------------------------------------------------
def test_items_change_places_and_stop_at_the_ends(plan):
    first, second, third = (make_item(plan, title) for title in "ABC")
    item_actions.move_item(by=None, item=third, up=True)
    item_actions.move_item(by=None, item=first, up=True)
    item_actions.move_item(by=None, item=second, up=False)
    assert list(plan.items.values_list("title", "position")) == [("A", 1), ("C", 2), ("B", 3)]


@pytest.mark.parametrize(
    ("path", "refused"),
    [(["in_progress", "not_started"], None), (["done"], "not_started"), (["done"], "moved"), (["moved"], "done")],
)
def test_states_follow_the_table(item, path, refused):
    for state in path:
        item_actions.set_item_state(by=None, item=item, state=state, moved_reason="Väntar" if state == "moved" else "")
    if refused:
        with pytest.raises(ValidationError, match="kan inte bli"):
            item_actions.set_item_state(by=None, item=item, state=refused, moved_reason="Väntar")
    item.refresh_from_db()
    assert item.state == path[-1]


def test_an_item_is_done_first_when_its_goals_are(item):
    goal = make_goal(item)
    with pytest.raises(ValidationError, match="1 mål är inte klara: ”Riktlinjerna används”"):
        item_actions.set_item_state(by=None, item=item, state="done")
    goal_actions.finish_goal(by=None, goal=goal, done_on=date(2018, 5, 2), today=TODAY)
    assert item_actions.set_item_state(by=None, item=item, state="done").state == "done"
    with pytest.raises(ValidationError, match="Punkten är klar"):
        goal_actions.reopen_goal(by=None, goal=goal)
    with pytest.raises(ValidationError, match="Punkten är klar"):
        make_goal(item, "Ett till")


def test_a_moved_item_says_why(item):
    with pytest.raises(ValidationError) as error:
        item_actions.set_item_state(by=None, item=item, state="moved", moved_reason=" ")
    assert error.value.message_dict["moved_reason"]
    moved = item_actions.set_item_state(by=None, item=item, state="moved", moved_reason="Väntar på nämnden")
    assert item_actions.set_item_state(by=None, item=moved, state="in_progress").moved_reason == ""


def test_who_takes_part_and_what_it_is_about_is_kept_as_asked(item, helsingborg, haninge, property_department):
    procurement = make_procurement(helsingborg)
    guideline = create_guideline(by=None, organisation=helsingborg, title="Riktlinje 2018")
    around = {"departments": [property_department], "organisations": [haninge]}
    links = {"procurements": [procurement], "guidelines": [guideline]}
    item_actions.update_item(by=None, item=item, **around, **links)
    assert [str(each) for each in item.taking_part.all()] == ["Fastighetsförvaltningen", "Haninge"]
    kept = item.links.get(guideline=guideline).pk
    item_actions.update_item(
        by=None, item=item, departments=[], organisations=[], procurements=[], guidelines=[guideline]
    )
    assert list(item.links.values_list("pk", flat=True)) == [kept]
    assert not item.taking_part.exists()
    item_actions.update_item(by=None, item=item, title="Ny rubrik")
    assert item.links.count() == 1


def test_an_item_leaves_a_draft_only_and_never_with_its_notes(plan, item, carin):
    item_actions.write_note(by=carin, item=item, text="Vi har börjat.")
    with pytest.raises(ValidationError, match="lägesanteckningar"):
        item_actions.delete_item(by=None, item=item)
    other = make_item(plan, "Fel punkt")
    item_actions.delete_item(by=None, item=other)
    third, goal = make_item(plan, "Tredje"), make_goal(item)
    decide(plan)
    for run in (
        lambda: item_actions.delete_item(by=None, item=third),
        lambda: goal_actions.delete_goal(by=None, goal=goal),
    ):
        with pytest.raises(ValidationError, match="Planen är beslutad"):
            run()


def test_a_note_is_signed_and_never_changed(item, carin):
    note = item_actions.write_note(by=carin, item=item, text="Vi har börjat.")
    assert (note.written_by, note.organisation) == (carin, item.organisation)
    with pytest.raises(InternalError), transaction.atomic():
        ProgressNote.objects.filter(pk=note.pk).update(text="Vi är klara.")
    assert pgtrigger.ReadOnly in {type(each) for each in ProgressNote._meta.triggers}


def test_no_text_takes_a_personal_number(item):
    for run in (
        lambda: item_actions.update_item(by=None, item=item, background="Ring 19850709-9805"),
        lambda: item_actions.write_note(by=None, item=item, text="Ring 19850709-9805"),
        lambda: make_goal(item, "Ring 19850709-9805"),
    ):
        with pytest.raises(ValidationError, match="personnummer"):
            run()


# --- Goals ------------------------------------------------------------------------------------------------------------
def test_a_goal_lies_within_the_plans_year(item):
    with pytest.raises(ValidationError, match="utanför planens år 2018"):
        make_goal(item, due_kind="day", due_on=date(2019, 1, 2))
    goal = make_goal(item)
    with pytest.raises(ValidationError, match="utanför planens år 2018"):
        goal_actions.update_goal(by=None, goal=goal, due_kind="day", due_on=date(2017, 12, 31))


def test_a_goal_is_reached_once_and_opened_again(item, carin):
    goal = make_goal(item)
    with pytest.raises(ValidationError, match="har inte varit ännu"):
        goal_actions.finish_goal(by=carin, goal=goal, done_on=date(2018, 11, 2), today=TODAY)
    goal_actions.finish_goal(by=carin, goal=goal, done_on=date(2018, 5, 2), today=TODAY)
    again = goal_actions.finish_goal(by=carin, goal=goal, done_on=date(2018, 6, 2), today=TODAY)
    assert (again.done_on, again.done_by) == (date(2018, 5, 2), carin)
    assert goal_actions.reopen_goal(by=carin, goal=goal).done_on is None


# --- Next year --------------------------------------------------------------------------------------------------------
def test_next_years_plan_starts_from_what_is_open(plan, helsingborg, haninge, carin, property_department):
    done, going, moved = (make_item(plan, title) for title in ("Klar", "Pågår", "Flyttad"))
    item_actions.update_item(
        by=None,
        item=going,
        background="Därför",
        responsible=carin,
        departments=[property_department],
        organisations=[haninge],
    )
    guideline = create_guideline(by=None, organisation=helsingborg, title="Riktlinje 2018")
    item_actions.update_item(by=None, item=going, guidelines=[guideline])
    reached = make_goal(going, "Nått", done_on=date(2018, 3, 1))
    make_goal(going, "Kvar", month=2)
    make_goal(going, "Löpande", due_kind="running", due_on=date(2018, 12, 31))
    item_actions.set_item_state(by=None, item=done, state="done")
    item_actions.set_item_state(by=None, item=going, state="in_progress")
    item_actions.set_item_state(by=None, item=moved, state="moved", moved_reason="Väntar på nämnden")
    token = uuid.uuid4()
    made, again = (plan_actions.carry_over(by=carin, plan=plan, token=token) for _ in range(2))
    assert made == again
    assert (made.year, made.title, made.state, made.carried_from) == (2019, "Handlingsplan 2019", "draft", plan)
    assert list(made.items.values_list("title", "state", "position")) == [
        ("Pågår", "not_started", 1),
        ("Flyttad", "not_started", 2),
    ]
    copy = made.items.get(title="Pågår")
    assert (copy.carried_from, copy.responsible, copy.background) == (going, carin, "Därför")
    assert list(copy.goals.values_list("text", "due_on", "done_on")) == [
        ("Kvar", date(2019, 2, 28), None),
        ("Löpande", date(2019, 12, 31), None),
    ]
    assert [str(each) for each in copy.taking_part.all()] == ["Fastighetsförvaltningen", "Haninge"]
    assert copy.links.get().guideline == guideline
    going.refresh_from_db(), moved.refresh_from_db(), reached.refresh_from_db()
    assert (going.state, going.moved_reason) == ("moved", "Fortsätter i handlingsplanen för 2019.")
    assert moved.moved_reason == "Väntar på nämnden"
    assert reached.done_on


def test_nothing_is_carried_from_a_plan_that_is_done_or_to_a_year_that_has_its_plan(plan, helsingborg):
    with pytest.raises(ValidationError, match="inget att ta med till 2019"):
        plan_actions.carry_over(by=None, plan=plan)
    make_item(plan)
    make_plan(helsingborg, 2019)
    with pytest.raises(ValidationError, match="redan en handlingsplan för 2019"):
        plan_actions.carry_over(by=None, plan=plan)
    assert plan.items.get().state == "not_started"


# --- The database itself ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("actionplan_year_plausible", {"year": 1999}),
        ("actionplan_decided_has_decision", {"state": "decided"}),
        ("actionplan_published_has_time", {"published_at": NOW}),
        ("actionplan_published_has_time", {"state": "published", **DECISION}),
    ],
)
def test_the_database_refuses_a_plan(plan, name, values):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Plan.objects.filter(pk=plan.pk).update(**values)


def test_the_database_refuses_a_second_plan_and_a_second_title(plan, item, helsingborg):
    with pytest.raises(IntegrityError, match="actionplan_once_a_year"), transaction.atomic():
        Plan.objects.create(organisation=helsingborg, year=2018, title="En till")
    with pytest.raises(IntegrityError, match="planitem_title_unique"), transaction.atomic():
        Item.objects.create(organisation=helsingborg, plan=plan, position=2, title=item.title)


@pytest.mark.parametrize("values", [{"state": "moved"}, {"moved_reason": "Väntar"}])
def test_the_database_refuses_an_item_moved_without_reason_and_a_reason_without_move(item, values):
    with pytest.raises(IntegrityError, match="planitem_moved_has_reason"), transaction.atomic():
        Item.objects.filter(pk=item.pk).update(**values)


def test_the_database_refuses_two_items_at_one_place(plan, item):
    Item.objects.create(organisation=plan.organisation, plan=plan, position=item.position, title="Samma plats")
    with pytest.raises(IntegrityError, match="planitem_position_unique"):
        check_now()


@pytest.mark.parametrize(
    ("name", "kind", "day"),
    [
        ("goal_month_is_due_on_its_last_day", "month", date(2018, 6, 29)),
        ("goal_month_is_due_on_its_last_day", "month", date(2018, 7, 1)),
        ("goal_running_is_due_when_the_year_ends", "running", date(2018, 11, 30)),
        ("goal_running_is_due_when_the_year_ends", "running", date(2018, 10, 31)),
    ],
)
def test_the_database_knows_the_last_day_of_a_month_and_of_a_year(item, name, kind, day):
    goal = make_goal(item)
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Goal.objects.filter(pk=goal.pk).update(due_kind=kind, due_on=day)


def test_the_database_refuses_empty_and_double_links_and_sides(item, helsingborg, haninge):
    procurement, own = make_procurement(helsingborg), {"item": item, "organisation": helsingborg}
    ItemLink.objects.create(**own, procurement=procurement)
    TakingPart.objects.create(item=item, organisation=haninge)
    for name, make in (
        ("itemlink_once", lambda: ItemLink.objects.create(**own, procurement=procurement)),
        ("itemlink_to_one_thing", lambda: ItemLink.objects.create(**own)),
        ("takingpart_once", lambda: TakingPart.objects.create(item=item, organisation=haninge)),
        ("progressnote_is_written", lambda: ProgressNote.objects.create(**own, text="")),
    ):
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            make()


def test_nothing_points_into_another_organisation(item, plan, haninge):
    foreign, theirs = make_plan(haninge), make_department(haninge)
    procurement = make_procurement(haninge)
    guideline = create_guideline(by=None, organisation=haninge, title="Deras riktlinje")
    own = {"item": item, "organisation": item.organisation}
    goal = {"due_kind": "day", "due_on": date(2018, 1, 1), "text": "Mål"}
    for make in (
        lambda: Item.objects.create(organisation=plan.organisation, plan=foreign, position=1, title="Inkräktare"),
        lambda: Goal.objects.create(item=item, organisation=haninge, **goal),
        lambda: ProgressNote.objects.create(item=item, organisation=haninge, text="Hej"),
        lambda: ItemLink.objects.create(**own, procurement=procurement),
        lambda: ItemLink.objects.create(**own, guideline=guideline),
        lambda: TakingPart.objects.create(**own, department=theirs),
        lambda: Plan.objects.filter(pk=foreign.pk).update(carried_from=plan),
        lambda: Item.objects.filter(pk=item.pk).update(carried_from=make_item(foreign)),
    ):
        with pytest.raises(IntegrityError, match="same_organisation"), transaction.atomic():
            check_now(make())


def test_every_change_is_in_the_history_with_its_author(item, carin):
    item_actions.set_item_state(by=carin, item=item, state="in_progress")
    events = apps.get_model("actionplans", "ItemEvent").objects.filter(pgh_obj_id=item.pk).order_by("pgh_id")
    assert list(events.values_list("pgh_label", "state")) == [("insert", "not_started"), ("update", "in_progress")]
    assert events.last().pgh_context.metadata["user"] == carin.pk


def check_now(_made=None):
    """What waits for the end of the transaction is checked at once."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
