"""The made-up municipalities that speed is measured with."""

from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from apps.accounts.models import Organisation, User
from apps.placements.models import Participant, Placement
from apps.procurements.models import Contract, ContractSupplier, Procurement, Requirement
from apps.suppliers.models import Supplier
from apps.targets.models import Target
from procurement_csr.people import make_placement
from procurement_csr.scale.copying import written
from procurement_csr.scale.loading import ScaleError, make

TODAY = date(2026, 11, 22)
MODELS = (
    Organisation, User, Supplier, Procurement, Contract, ContractSupplier, Requirement, Participant, Placement, Target,
)  # fmt: skip


@pytest.fixture
def in_demo(settings):
    settings.DEMO = True


@pytest.fixture
def made(db, in_demo):
    return make(placements=601, organisations=2, today=TODAY)


def history_rows() -> int:
    return sum(getattr(model, "pgh_event_model").objects.count() for model in MODELS)  # noqa: B009


def orphans() -> list[str]:
    """The foreign keys of the database that some row breaks."""
    broken = []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conname, conrelid::regclass::text, confrelid::regclass::text,"
            " (SELECT string_agg(format('c.%I = p.%I', a.attname, b.attname), ' AND ')"
            "  FROM unnest(conkey, confkey) AS k(own, other)"
            "  JOIN pg_attribute a ON a.attrelid = conrelid AND a.attnum = k.own"
            "  JOIN pg_attribute b ON b.attrelid = confrelid AND b.attnum = k.other),"
            " (SELECT string_agg(format('c.%I IS NOT NULL', a.attname), ' AND ')"
            "  FROM unnest(conkey) AS own JOIN pg_attribute a ON a.attrelid = conrelid AND a.attnum = own)"
            " FROM pg_constraint WHERE contype = 'f'"
        )
        for name, child, parent, match, is_set in cursor.fetchall():
            cursor.execute(
                f"SELECT EXISTS (SELECT 1 FROM {child} c WHERE {is_set}"
                f" AND NOT EXISTS (SELECT 1 FROM {parent} p WHERE {match}))"
            )
            if cursor.fetchone()[0]:
                broken.append(name)
    return broken


def test_it_makes_as_many_rows_as_asked_for(made):
    assert (made.organisations, made.placements) == (2, 601)
    assert Placement.objects.count() == 601
    assert sorted(each.placements.count() for each in Organisation.objects.all()) == [300, 301]
    assert (made.procurements, made.suppliers, made.deadlines) == (36, 12, 180)
    assert Procurement.objects.count() == 36
    assert Requirement.objects.filter(due_on__isnull=False).count() == 180
    assert Supplier.objects.count() == 12


def test_the_rows_could_have_been_saved_by_hand(made):
    for model in MODELS:
        sample = list(model.objects.order_by("pk"))[::7]
        assert sample
        for row in sample:
            row.full_clean()


def test_no_foreign_key_is_left_hanging(made):
    assert orphans() == []


def test_hanging_foreign_keys_would_be_seen(made):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("UPDATE placements_placement SET supplier_id = -1 WHERE number = 7")
        cursor.execute("SET LOCAL session_replication_role = origin")
    assert any("supplier" in name for name in orphans())


def test_it_holds_what_is_over_what_goes_on_and_what_is_agreed(made):
    states = set(Placement.objects.values_list("state", flat=True))
    assert states == {"started", "ended", "matched"}
    assert not Placement.objects.filter(started_on__gt=TODAY).exists()


def test_a_second_load_stands_beside_the_first(made, in_demo):
    make(placements=30, organisations=1, today=TODAY)
    assert Organisation.objects.count() == 3
    assert Placement.objects.count() == 631


def test_afterwards_rows_are_numbered_on_and_the_history_writes_again(made):
    before = history_rows()
    placement = make_placement(Contract.objects.last(), started_on=TODAY)
    assert placement.pk > 601
    assert history_rows() > before


def test_outside_a_demo_nothing_is_written(db, settings):
    settings.DEMO = False
    with pytest.raises(ScaleError, match="bara i en demo"):
        make(placements=30, organisations=1, today=TODAY)
    assert not Organisation.objects.exists()


def test_beside_a_real_organisation_nothing_is_written(helsingborg, in_demo):
    with pytest.raises(CommandError, match=r"riktig organisation \(Helsingborg\)"):
        call_command("make_scale", placements=30, organisations=1)
    assert not Placement.objects.exists()


def test_too_few_placements_are_refused(db, in_demo):
    with pytest.raises(ScaleError, match="minst tio placeringar"):
        make(placements=19, organisations=2, today=TODAY)


def test_the_command_says_what_it_made(db, in_demo, capsys):
    call_command("make_scale", placements=20, organisations=2)
    assert "20 placeringar, 2 organisationer" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, r"\N"), (True, "t"), (False, "f"), ([], "{}"), (["a", "b"], "{a,b}"), (TODAY, "2026-11-22"), (3, "3")],
)
def test_values_are_written_as_copy_reads_them(value, text):
    assert written(value) == text


def test_times_keep_their_zone():
    assert written(timezone.now()).endswith("+00:00")
