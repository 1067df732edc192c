"""Attacks on the letters by someone who has every one of them, the frozen report, the open page and the dashboard."""

import random
from collections import Counter
from datetime import date

import pytest

from apps.core.formats import number
from apps.placements.choices import PlacementKind
from apps.targets import queries
from apps.targets.disclosure import ALL, HIDDEN, Cell, Dimension
from apps.targets.letter_queries import run
from apps.targets.letter_recipients import recipients
from apps.targets.letters import DEPARTMENTS, SUPPLIERS, contents
from apps.targets.models import Snapshot
from apps.targets.snapshot_actions import freeze
from apps.targets.snapshots import measures_of
from apps.targets.tests.attacker import Attacker
from apps.targets.tests.conftest import make_target
from procurement_csr import people

NEW_YEAR = date(2017, 1, 20)
KINDS = {kind.label.lower(): kind.value for kind in PlacementKind}
LIMIT = 5
NAMES = ("Asfalten AB", "Bygget AB", "Cykeln AB", "Disken AB", "Eken AB", "Fönstren AB", "Gården AB")
# How many placements each supplier has: large and small, all alike, hardly any, two small beside a large.
YEARS = {
    "mixed": (23, 14, 9, 5, 4, 3, 1),
    "one each": (1,) * 7,
    "small": (4, 4, 2, 1),
    "two small": (18, 11, 3, 2),
    "a single one": (3,),
}


@pytest.fixture(params=YEARS)
def frozen(request, helsingborg, carin, property_department, school_department) -> Snapshot:
    """A year's frozen report of many residents in two departments and without one, some with two placements."""
    chance = random.Random(request.param)
    make_target(helsingborg)
    departments = (property_department, property_department, school_department, None)
    for name, many in zip(NAMES, YEARS[request.param], strict=False):
        supplier = people.make_supplier(name)
        bought = [people.make_procurement(helsingborg, department=each) for each in departments]
        contracts = [people.make_contract(each, supplier) for each in bought]
        before = None
        for at in range(many):
            participant = before if before and at % 6 == 5 else people.make_participant(helsingborg)
            kind = chance.choices(("internship", "employment", "apprenticeship", "mentorship"), (6, 3, 2, 1))[0]
            day = date(2016, 1 + at % 12, 1 + at % 27)
            people.make_placement(chance.choice(contracts), participant, kind=kind, started_on=day)
            before = participant
    return freeze(by=carin, organisation=helsingborg, year=2016, period="year", today=NEW_YEAR)


def cell_of(text: str) -> Cell:
    """A told or hidden number as a reader meets it."""
    return Cell(None, text) if text.startswith(("<", HIDDEN)) else Cell(int(text.replace("\xa0", "")), text)


def letters_of(snapshot: Snapshot, whose: str) -> dict[str, dict[str, Cell]]:
    """Every letter as its reader reads it: by whom it is to, the whole and each kind. A line left out says none."""
    found = {}
    for each in recipients(snapshot):
        if each.whose == whose:
            rows = contents(snapshot, None, whose, each.row.pk, each.name)["rows"]
            whole = cell_of(rows[0][1])
            told = {KINDS[label.removeprefix("varav ")]: cell_of(now) for label, now, _ in rows if label[6:] in KINDS}
            none = Cell(None, HIDDEN) if whole.is_hidden else Cell(0, "0")  # of a hidden whole no kind is told
            found[each.name] = {ALL: whole, **dict.fromkeys(KINDS.values(), none), **told}
    return found


def suppliers_attacked(snapshot: Snapshot, *, dashboard: dict | None = None) -> Attacker:
    """With all letters, the report's kinds and suppliers, and `dashboard`'s placements by department and kind."""
    letters, chart = letters_of(snapshot, SUPPLIERS), snapshot.figures["suppliers"]
    dimensions = [Dimension("of", (*letters, "någon annan")), Dimension("kind", tuple(KINDS.values()))]
    whole = (ALL,) * bool(dashboard)
    if dashboard:
        dimensions.append(Dimension("department", tuple({department for department, _ in dashboard})))
    attacker = Attacker(dimensions)
    started = next(each for each in measures_of(snapshot.figures) if each.code == "placements_started").result
    kinds = {part.key: part.value for part in started.parts}
    for kind in KINDS.values():
        attacker.learn({(ALL, kind, *whole): Cell(kinds.get(kind, 0), "")})
    for name, cells in letters.items():
        # That nobody has what the whole organisation has none of is no secret.
        attacker.learn({(name, kind, *whole): cell for kind, cell in cells.items() if kind == ALL or kinds.get(kind)})
    attacker.learn({(name, ALL, *whole): Cell(value, "") for name, value in chart["named"]})
    begun = [name for name, cells in letters.items() if cells[ALL].value != 0]
    if chart["count"] == len(begun):
        for name in begun:
            attacker.learn_at_least((name, ALL, *whole), 1)
    for (department, kind), value in (dashboard or {}).items():
        attacker.learn({(ALL, kind, department): Cell(value, "")})
    return attacker


def test_no_supplier_s_hidden_number_follows_from_all_letters_the_report_and_the_open_page(frozen):
    attacker = suppliers_attacked(frozen)
    assert attacker.hidden
    assert attacker.pinned() == {}


def test_no_supplier_s_hidden_number_follows_when_the_reader_has_the_dashboard_too(frozen, helsingborg):
    dashboard = Counter()
    for row in helsingborg.placements.select_related("contract__procurement"):
        dashboard[str(row.contract.procurement.department_id), row.kind] += 1
    attacker = suppliers_attacked(frozen, dashboard=dict(dashboard))
    assert attacker.pinned() == {}


def test_no_department_s_hidden_number_follows_from_all_letters_the_report_and_the_open_page(frozen, helsingborg):
    letters, table = letters_of(frozen, DEPARTMENTS), dict(frozen.figures["departments"])
    counted = tuple(frozen.figures["rule"]["kinds"])
    attacker = Attacker([Dimension("of", (*letters, queries.NO_DEPARTMENT)), Dimension("kind", counted)])
    kinds = {kind: sum(frozen.figures["result"]["months"][kind]) for kind in counted}
    attacker.learn({(ALL, kind): Cell(value, "") for kind, value in kinds.items()})
    attacker.learn({(name, ALL): cell_of(text) for name, text in table.items()})
    for name, cells in letters.items():
        attacker.learn({(name, kind): cells[kind] for kind in (*counted, ALL) if kind == ALL or kinds[kind]})
        assert cells[ALL].text == table.get(name, "0"), "the letter and the report say the same"
    assert attacker.pinned() == {}


def test_told_numbers_are_the_true_ones(frozen, helsingborg):
    truth = Counter(row.supplier.name for row in helsingborg.placements.select_related("supplier"))
    told = {name: cells[ALL] for name, cells in letters_of(frozen, SUPPLIERS).items()}
    assert all(cell.is_hidden or cell.value == truth[name] for name, cell in told.items())
    assert not [name for name, cell in told.items() if not cell.is_hidden and cell.value < LIMIT]
    assert set(told) == set(truth)


def test_hiding_only_the_small_numbers_of_each_letter_would_give_them_away(frozen, helsingborg, monkeypatch):
    truth = Counter((row.supplier.name, row.kind) for row in helsingborg.placements.select_related("supplier"))
    whole = Counter(name for name, _ in truth.elements())
    if max(whole.values()) < 9:
        return  # nothing is told of anybody, so nothing is given away
    attacker = Attacker([Dimension("of", tuple(whole)), Dimension("kind", tuple(KINDS.values()))])
    for kind in KINDS.values():
        attacker.learn({(ALL, kind): Cell(sum(n for (_, each), n in truth.items() if each == kind), "")})
    for name in whole:
        for kind, value in {ALL: whole[name], **{kind: truth[name, kind] for kind in KINDS.values()}}.items():
            attacker.learn({(name, kind): Cell(None, "<5") if 0 < value < LIMIT else Cell(value, number(value))})
    assert attacker.pinned(enough=1)


def test_how_many_suppliers_they_are_is_not_told_when_it_says_what_each_has(frozen):
    chart = frozen.figures["suppliers"]
    names = [each for each in recipients(frozen) if each.whose == SUPPLIERS]
    is_telling = chart["others"] in (len(names) - len(chart["named"]), LIMIT - 2)
    assert (chart["count"] is None) == (chart["unnamed"] is None) == is_telling


@pytest.mark.parametrize("seed", range(12))
def test_a_run_of_many_suppliers_tells_nothing_away(seed):
    chance = random.Random(seed)
    names = range(1, chance.randint(3, 14))
    counts = {key: Counter(chance.choices("abcd", (6, 3, 2, 1), k=chance.choice((1, 2, 4, 7, 20)))) for key in names}
    told = run(counts, "abcd", LIMIT, most=9)
    attacker = Attacker([Dimension("of", tuple(map(str, names))), Dimension("kind", tuple("abcd"))])
    for kind in "abcd":
        attacker.learn({(ALL, kind): Cell(sum(each[kind] for each in counts.values()), "")})
    for key in names:
        attacker.learn({(str(key), kind): cell for kind, cell in told.of(key).items()})
        if sum(each.total() for each in counts.values()) > len(counts):
            attacker.learn_at_least((str(key), ALL), 1)
    assert attacker.pinned() == {}
