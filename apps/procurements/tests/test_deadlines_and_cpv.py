"""Dates to act on, and the list of CPV codes."""

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from apps.procurements.deadlines import open_deadlines
from apps.procurements.models import CpvCode, Procurement, Requirement
from procurement_csr.people import make_contract, make_procurement

SINCE, UNTIL = date(2026, 1, 1), date(2026, 12, 31)
SHARED = Path(settings.BASE_DIR).parent / "shared/data/codelists/cpv_2008_sv_en.csv"


def found(organisation, since=SINCE, until=UNTIL):
    return {deadline.key: deadline for deadline in open_deadlines(since=since, until=until, organisation=organisation)}


def test_requirements_undecided_contracts_and_contract_ends_are_deadlines(
    helsingborg, haninge, olivia, property_department
):
    procurement = make_procurement(helsingborg, "Måleri", responsible=olivia, department=property_department)
    due = make_contract(procurement, number="A-1", ends_on=date(2026, 9, 30))
    requirement = Requirement.objects.create(
        contract=due, kind="internship", model="numeric", count=2, due_on=date(2026, 6, 30)
    )
    undecided = make_contract(procurement, number="A-2", starts_on=date(2026, 4, 1), ends_on=date(2028, 1, 1))
    make_contract(make_procurement(haninge))
    deadlines = found(helsingborg)
    assert {key: deadline.due_on for key, deadline in deadlines.items()} == {
        f"requirement:{requirement.pk}": date(2026, 6, 30),
        f"contract-end:{due.pk}": date(2026, 9, 30),
        f"contract-decision:{undecided.pk}": date(2026, 4, 1),
    }
    deadline = deadlines[f"requirement:{requirement.pk}"]
    assert deadline.title == "Följ upp kravet: 2 praktikplatser"
    assert (deadline.responsible_id, deadline.owner_department_id) == (olivia.pk, property_department.pk)
    assert (deadline.url, deadline.context) == (due.get_absolute_url(), "Måleri")


def test_the_days_are_both_included_and_others_are_not(helsingborg):
    make_contract(make_procurement(helsingborg), number="A", starts_on=date(2025, 1, 1), ends_on=date(2026, 9, 30))
    day = date(2026, 9, 30)
    assert len(found(helsingborg, day, day)) == 1
    assert found(helsingborg, date(2026, 10, 1), date(2027, 1, 1)) == {}


def test_until_further_notice_cancelled_and_closed_give_nothing(helsingborg):
    procurement = make_procurement(helsingborg)
    decided = {"no_requirement_reason": "Kort", "no_requirement_on": date(2026, 1, 1), "ends_on": date(2026, 5, 1)}
    make_contract(procurement, is_until_further_notice=True, **decided)
    assert found(helsingborg) == {}
    for phase in ("cancelled", "closed"):
        made = make_contract(make_procurement(helsingborg, phase=phase), ends_on=date(2026, 5, 1))
        Requirement.objects.create(contract=made, kind="lecture", model="dialog", due_on=date(2026, 5, 1))
    assert found(helsingborg) == {}


def test_deadlines_cost_the_same_number_of_queries_for_any_number(helsingborg, django_assert_num_queries):
    procurement = make_procurement(helsingborg)
    for _ in range(10):
        made = make_contract(procurement, ends_on=date(2026, 5, 1))
        Requirement.objects.create(contract=made, kind="lecture", model="dialog", due_on=date(2026, 5, 1))
        make_contract(procurement)
    with django_assert_num_queries(6):
        assert len(found(helsingborg)) == 30


def test_the_45_divisions_are_there_with_swedish_names(db):
    assert CpvCode.objects.count() == 45
    assert CpvCode.objects.get(pk="90000000").label == "Avlopps- och avfallshantering, sanering och miljötjänster"


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffcode,check_digit,parent,label_sv,label_en\n45442100,8,45440000,Målningsarbeten,Painting\n",
        "CPV-kod;Benämning\r\n45442100-8;Målningsarbeten\r\n;\r\n",
        "45442100-8\tMålningsarbeten\n",
    ],
)
def test_load_cpv_reads_the_layouts_that_exist(db, tmp_path, text, capsys):
    (tmp_path / "cpv.csv").write_text(text, encoding="utf-8")
    call_command("load_cpv", str(tmp_path / "cpv.csv"))
    assert CpvCode.objects.get(pk="45442100").label == "Målningsarbeten"
    assert "1 CPV-koder inlästa, 0 rader hoppades över" in capsys.readouterr().out


def test_load_cpv_reads_a_file_from_excel_and_names_bad_rows(db, tmp_path, capsys):
    (tmp_path / "cpv.csv").write_bytes("Kod;Benämning\n45442100;Målning\n4544;För kort\n".encode("cp1252"))
    call_command("load_cpv", str(tmp_path / "cpv.csv"))
    shown = capsys.readouterr()
    assert "Rad 3: ingen CPV-kod med benämning." in shown.err
    assert CpvCode.objects.get(pk="45442100").label == "Målning"


@pytest.mark.parametrize(("content", "sentence"), [(b"", "tom"), (b"hej,du\n", "inga rader")])
def test_load_cpv_refuses_what_is_no_list(db, tmp_path, content, sentence):
    (tmp_path / "cpv.csv").write_bytes(content)
    with pytest.raises(CommandError, match=sentence):
        call_command("load_cpv", str(tmp_path / "cpv.csv"))
    with pytest.raises(CommandError, match="kan inte läsas"):
        call_command("load_cpv", str(tmp_path / "saknas.csv"))


def test_load_cpv_twice_changes_nothing_that_is_used(helsingborg, tmp_path):
    (tmp_path / "cpv.csv").write_text("45000000;Bygg och anläggning\n", encoding="utf-8")
    made = make_procurement(helsingborg, cpv_id="45000000")
    for _ in range(2):
        call_command("load_cpv", str(tmp_path / "cpv.csv"), verbosity=0)
    assert Procurement.objects.get(pk=made.pk).cpv.label == "Bygg och anläggning"


@pytest.mark.skipif(
    not SHARED.exists(), reason=f"{SHARED.name} is not beside the repository: the real list was not tried"
)
def test_load_cpv_reads_the_whole_real_list(db):
    call_command("load_cpv", str(SHARED), verbosity=0)
    assert CpvCode.objects.count() == 9454
    assert CpvCode.objects.get(pk="45442100").label.startswith("Målning")
