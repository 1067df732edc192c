"""Codes and case references stay with the matchers: page, list, search, file, address and history, role by role."""

import io
import random
from datetime import timedelta

import pytest
import python_calamine
from django.urls import reverse
from django.utils.formats import date_format

from apps.accounts.access import role_permissions
from apps.accounts.choices import Role
from apps.accounts.models import Membership
from apps.placements import codes, panels
from apps.placements.models import Participant, Placement
from procurement_csr.people import make_participant, make_person, make_placement

CODE, REFERENCE = codes.make(random.Random(1)), "AMF 2031/77"
EVERYBODY_ELSE = ["olivia", "carin", "doris", "ulla", "pelle", "adam", "fia", "mio", "nils"]


@pytest.fixture
def placement(helsingborg, contract, malte, today):
    ola = make_participant(helsingborg, CODE)
    Participant.objects.filter(pk=ola.pk).update(case_reference=REFERENCE)
    ended = {"ended_on": today, "end_reason": "interrupted_candidate"}
    return make_placement(contract, ola, number=12, created_by=malte, started_on=today - timedelta(days=9), **ended)


def addresses(placement) -> list[str]:
    """Every page of this app, and the files of the list, with the code as a search too."""
    queries = ["", "?format=csv", "?format=xlsx", f"?q={CODE}", f"?q={CODE}&format=csv", "?sort=code", "?sort=-code"]
    pk = [placement.pk]
    return [
        *(reverse("placement_list") + query for query in queries),
        *(reverse(name, args=pk) for name in ("placement_detail", "placement_update", "placement_end")),
        *(reverse(name) for name in ("placement_create", "activity_list", "activity_create")),
        placement.participant.get_absolute_url(),
        placement.contract.get_absolute_url(),
        placement.supplier.get_absolute_url(),
        reverse("task_list"),
    ]


def words_of(response) -> str:
    """What a person can read in the answer, a workbook unpacked."""
    content = b"".join(response.streaming_content) if response.streaming else response.content
    if "spreadsheet" in response.headers["Content-Type"]:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        return str([book.get_sheet_by_name(name).to_python() for name in book.sheet_names])
    return content.decode()


@pytest.mark.parametrize("person", EVERYBODY_ELSE)
def test_nobody_but_the_matcher_reads_a_code_or_a_reference(request, sign_in, placement, person):
    client = sign_in(request.getfixturevalue(person))
    for url in addresses(placement):
        response = client.get(url)
        words = words_of(response).replace(f'value="{CODE}"', "").replace(f"Sök: {CODE}", "").replace(f"q={CODE}", "")
        assert response.status_code in {200, 403, 404}, url
        assert CODE not in words, url
        assert REFERENCE not in words, url
        assert "avbruten av deltagaren" not in words, url


@pytest.mark.parametrize("person", ["olivia", "carin", "doris"])
def test_searching_for_a_code_finds_nothing_for_those_who_may_not_see_it(request, sign_in, placement, person):
    client = sign_in(request.getfixturevalue(person))
    assert client.get(f"/placeringar/?q={CODE}").context["list"].total == 0
    assert client.get("/placeringar/").context["list"].total == 1
    labels = [column.label for column in client.get("/placeringar/").context["list"].table.columns]
    assert "Deltagarkod" not in labels


def test_a_code_is_not_searched_for_in_an_address(sign_in, malte, placement):
    """Addresses stand in logs: a code is looked up by the participants' form."""
    client = sign_in(malte)
    assert client.get(f"/placeringar/?q={CODE}").context["list"].total == 0
    found = client.post("/deltagare/", {"code": CODE.lower()})
    assert found.url == placement.participant.get_absolute_url()


def test_the_matcher_reads_the_code_where_it_belongs(sign_in, malte, placement):
    client = sign_in(malte)
    for url in (
        "/placeringar/",
        "/placeringar/?format=csv",
        "/placeringar/?format=xlsx",
    ):
        assert CODE in words_of(client.get(url)), url
    assert CODE in words_of(client.get(placement.get_absolute_url()))
    assert "avbruten av deltagaren" in words_of(client.get(placement.get_absolute_url()))
    assert REFERENCE not in words_of(client.get(placement.get_absolute_url()))
    assert REFERENCE in words_of(client.get(placement.participant.get_absolute_url()))


def test_being_matcher_in_one_department_gives_no_codes_in_another(sign_in, helsingborg, school_department, placement):
    siv = make_person("Siv", "officer", helsingborg)
    Membership.objects.create(user=siv, organisation=helsingborg, department=school_department, role="matcher")
    client = sign_in(siv)
    for url in (
        "/placeringar/",
        "/placeringar/?format=csv",
        placement.get_absolute_url(),
        placement.participant.get_absolute_url(),
    ):
        words = words_of(client.get(url))
        assert "P12" in words or "deltagare" in url
        assert f">{CODE}<" not in words or "deltagare" in url
        assert f";{CODE};" not in words
    assert client.get(f"/placeringar/?q={CODE}").context["list"].total == 0


def test_being_matcher_in_one_organisation_gives_no_codes_in_another(sign_in, haninge, helsingborg, placement):
    siv = make_person("Siv", "officer", helsingborg)
    Membership.objects.create(user=siv, organisation=haninge, role="matcher")
    client = sign_in(siv)
    session = client.session
    session["organisation"] = helsingborg.pk
    session.save()
    assert "P12" in words_of(client.get("/placeringar/"))
    for url in addresses(placement):
        words = words_of(client.get(url)).replace(f'value="{CODE}"', "").replace(f"Sök: {CODE}", "")
        assert CODE not in words.replace(f"q={CODE}", ""), url


def test_only_the_matcher_holds_the_rights_that_reach_a_participant():
    for role in Role.values:
        may = role_permissions(role)
        assert ("placements.view_participant" in may) == (role == "matcher")
        assert ("placements.change_placement" in may) == (role == "matcher")


def test_the_panels_hold_numbers_only(rf, olivia, helsingborg, placement):
    request = rf.get("/")
    request.user, request.organisation = olivia, helsingborg
    contract = panels.contract(request, placement.contract)
    assert contract.context["total"] == 1
    for panel in (contract, panels.supplier(request, placement.supplier)):
        assert CODE not in str(panel)
        assert REFERENCE not in str(panel)


@pytest.mark.parametrize("person", ["olivia", "carin", "doris"])
def test_those_who_do_not_see_codes_see_months_and_never_days(request, sign_in, malte, placement, person):
    days = [placement.started_on - timedelta(days=100 * number + 7) for number in range(4)]
    start, planned_end, paused, back = sorted(days)
    ended = placement.ended_on - timedelta(days=3)
    Placement.objects.filter(pk=placement.pk).update(started_on=start, planned_end_on=planned_end, ended_on=ended)
    placement.pauses.create(from_on=paused, to_on=back)
    for url in ("/placeringar/", "/placeringar/?format=csv", placement.get_absolute_url()):
        assert start.isoformat() in words_of(sign_in(malte).get(url))
    client = sign_in(request.getfixturevalue(person))
    assert date_format(start, "F Y") in words_of(client.get("/placeringar/?format=csv"))
    for url in addresses(placement):
        words = words_of(client.get(url))
        for day in [*days, ended]:
            assert date_format(day, "j F Y") not in words, url
            assert day.isoformat() not in words, url
    shown = words_of(client.get(placement.get_absolute_url()))
    for day in days:
        assert date_format(day, "F Y") in shown


def test_the_history_of_a_placement_never_names_the_participant(placement):
    from apps.placements.queries import history

    changes = history(placement, shows_days=True)
    assert changes
    assert CODE not in str(changes)
    assert "interrupted" not in str(changes)
