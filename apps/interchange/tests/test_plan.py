"""A register without contracts but with planned days makes coming procurements."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.urls import reverse

from apps.interchange import actions, mapping, tasks, values
from apps.interchange.mapping import Field
from apps.procurements.models import Contract, Procurement, ProcurementEvent
from procurement_csr.people import make_contract, make_procurement

PLAN = Path(__file__).with_name("plan.csv").read_bytes()
HEADER = PLAN.decode().splitlines()[0].split(";")


@pytest.fixture
def imported(helsingborg):
    def bring(content=PLAN):
        batch = actions.upload(by=None, organisation=helsingborg, filename="plan.csv", content=content)
        actions.choose_columns(by=None, batch=batch, names=batch.mapping)
        tasks.run_now(batch)
        if batch.counts["created"] or batch.counts["changed"]:
            actions.confirm(by=None, batch=batch)
            tasks.run_now(batch)
            assert batch.state == "applied", batch.message
        return batch

    return bring


def test_the_columns_of_a_plan_are_proposed_and_need_no_supplier():
    proposal = mapping.propose(HEADER)
    fields = ["title", "case_number", "department", "cpv", "value", "planned_publication_on", "planned_signing_on"]
    assert [str(field) for field in proposal.values()] == [*fields, "responsible", "note"]
    assert mapping.problems(proposal) == []
    without = {at: field for at, field in proposal.items() if field not in mapping.PLAN_FIELDS}
    assert "eller Planerad annonsering om filen är en plan" in " ".join(mapping.problems(without))


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Planerad annons", Field.PLANNED_PUBLICATION_ON),
        ("Planerat datum för annonsering", Field.PLANNED_PUBLICATION_ON),
        ("PLANERAD_AVTALSSTART", Field.PLANNED_SIGNING_ON),
        ("Avtalsstart", Field.STARTS_ON),
    ],
)
def test_other_headings_of_plans_are_known_too(heading, field):
    assert mapping.propose([heading], [["2027-02-01"]]) == {0: field}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2027-02-01", date(2027, 2, 1)),
        ("2027-03", date(2027, 3, 1)),
        ("mars 2027", date(2027, 3, 1)),
        ("Q3 2027", date(2027, 7, 1)),
        ("kvartal 4 2027", date(2027, 10, 1)),
        ("2027 Q1", date(2027, 1, 1)),
        ("", None),
    ],
)
def test_planned_days_are_read_as_people_write_them(text, day):
    assert values.parse_planned(text) == day


@pytest.mark.parametrize("text", ["tillsvidare", "Q5 2027", "2027-13", "snart", "hösten"])
def test_what_is_no_planned_day_is_refused(text):
    with pytest.raises(values.ValueProblem):
        values.parse_planned(text)


def test_a_plan_makes_coming_procurements_and_no_contracts(imported):
    batch = imported()
    assert {key: batch.counts[key] for key in ("rows", "created", "problems")} == {
        "rows": 4,
        "created": 3,
        "problems": 1,
    }
    painting = Procurement.objects.get(case_number="UN 2027/1")
    assert (painting.phase, painting.cpv_id, painting.estimated_value) == ("need", "45000000", Decimal(4_000_000))
    assert (painting.planned_publication_on, painting.planned_signing_on) == (date(2027, 2, 1), date(2027, 5, 1))
    assert painting.department.name == "Fastighetsförvaltningen"
    assert painting.note == "Tre skolor\nAnsvarig: Olivia"
    cleaning = Procurement.objects.get(title="Lokalvård")
    assert (cleaning.planned_publication_on, cleaning.planned_signing_on) == (date(2027, 3, 1), date(2027, 7, 1))
    assert not Contract.objects.exists()


def test_a_day_out_of_order_is_refused_with_its_row_and_a_month_is_told(imported):
    batch = imported()
    problem = batch.rows.get(status="problem")
    assert "Planerat avtal 2027-08-01 ligger före planerad annonsering 2027-09-01" in str(problem.details)
    warned = batch.rows.get(number=3)
    assert "Läst som 2027-03-01." in str(warned.details)


def test_the_same_plan_again_changes_nothing_also_when_a_case_has_moved_on(imported):
    imported()
    Procurement.objects.filter(title="Lokalvård").update(phase="tendering")
    again = imported()
    assert (again.counts["created"], again.counts["changed"]) == (0, 0)
    assert Procurement.objects.count() == 3


def test_an_old_procurement_of_the_same_title_is_left_alone(imported, helsingborg):
    old = make_procurement(helsingborg, "Lokalvård", phase="follow_up", case_number="UN 2022/9")
    make_contract(old)
    imported()
    old.refresh_from_db()
    assert (old.phase, old.planned_publication_on) == ("follow_up", None)
    assert Procurement.objects.filter(title="Lokalvård").count() == 2


def test_a_new_day_in_the_plan_is_a_change_and_one_before_the_stored_signing_is_refused(imported):
    imported()
    later = PLAN.replace(b"2027-02-01;2027-05-01", b"2027-04-01;")
    assert imported(later).counts["changed"] == 1
    assert Procurement.objects.get(case_number="UN 2027/1").planned_publication_on == date(2027, 4, 1)
    too_late = PLAN.replace(b"2027-02-01;2027-05-01", b"2027-06-01;")
    assert imported(too_late).counts["problems"] == 2


def test_undo_takes_away_exactly_what_came(imported, helsingborg):
    stood = make_procurement(helsingborg, "Målning", case_number="UN 2027/1", phase="preparation")
    batch = imported()
    actions.undo(by=None, batch=batch)
    now = Procurement.objects.get()
    assert (now.pk, now.planned_publication_on, now.estimated_value, now.phase) == (stood.pk, None, None, "preparation")
    assert ProcurementEvent.objects.filter(pgh_label="delete").count() == 2


def test_the_plan_page_leads_to_the_import_those_who_may(sign_in, olivia, pelle):
    link = f'href="{reverse("import_create")}"'
    assert link in sign_in(olivia).get(reverse("plan")).text
    assert link not in sign_in(pelle).get(reverse("plan")).text
