"""The next reminder, when and to whom: on the deadline's page, in the notice centre and by recipient."""

from datetime import timedelta

import pytest

from apps.reminders.coming import coming_of, coming_to, next_words
from apps.reminders.deadline_page import find
from apps.reminders.models import BouncingAddress
from apps.reminders.tests.answering import OPEN, address
from procurement_csr.people import make_department, make_person

LIST = "/notiser/"


@pytest.fixture
def ahead(requirement, today):
    """A requirement that Olivia follows up in twenty days: a fortnight before comes first."""
    requirement.due_on = today + timedelta(days=20)
    requirement.save()
    return requirement


def deadline_of(person, requirement, organisation, today):
    return find(person, [organisation], f"requirement:{requirement.pk}", today=today).deadline


def test_the_page_of_a_deadline_says_when_the_next_reminder_comes_and_to_whom(
    sign_in, ahead, olivia, helsingborg, today
):
    said = next_words(deadline_of(olivia, ahead, helsingborg, today), helsingborg, today=today)
    assert said.endswith(" till Olivia, 14 dagar före")
    page = sign_in(olivia).get(address(OPEN, ahead))
    assert {fact.key: fact.value for fact in page.context["task"].facts}["Nästa påminnelse"] == said
    assert said in page.text


def test_a_late_deadline_tells_who_is_reminded_again(requirement, olivia, carin, helsingborg, today):
    """Three days late: the owner and the coordinator come after a week."""
    (line,) = coming_of(deadline_of(olivia, requirement, helsingborg, today), helsingborg, today=today)
    assert line.by == "Carin, Olivia"
    assert line.on > today


def test_without_anybody_else_the_administrators_are_told(ahead, olivia, adam, helsingborg, today):
    found = deadline_of(olivia, ahead, helsingborg, today)
    BouncingAddress.objects.create(email=olivia.email, since=ahead.created_at)
    assert " till administratörerna, " in next_words(found, helsingborg, today=today)


def test_the_notice_centre_shows_ones_own_next_reminders_and_nobody_elses(sign_in, ahead, olivia, doris, today):
    page = sign_in(olivia).get(LIST)
    assert [line.by for line in page.context["coming"]] == ["Olivia"]
    assert "Nästa påminnelser" in page.text
    page = sign_in(doris).get(LIST)
    assert page.context["coming"] == []
    assert "Nästa påminnelser" not in page.text


def test_the_notice_centre_of_one_deadline_or_procurement_shows_its_next_to_those_who_may_see_it(
    sign_in, ahead, olivia, doris, fia, helsingborg
):
    case = ahead.contract.procurement.get_absolute_url()
    other = make_person("Siv", "department", helsingborg, make_department(helsingborg))
    for query in ({"uppgift": f"requirement:{ahead.pk}"}, {"sida": case}):
        for person, expected in ((olivia, True), (doris, True), (other, False), (fia, False)):
            lines = [line.text for line in sign_in(person).get(LIST, query).context["coming"]]
            assert any(line.startswith("Följ upp kravet") for line in lines) == expected, (person, query)


@pytest.mark.parametrize("page", ["/upphandlingar/999999/", "/finns/inte/", "//", "x"])
def test_a_page_that_is_none_shows_nothing_next(sign_in, ahead, olivia, page):
    response = sign_in(olivia).get(LIST, {"sida": page})
    assert response.status_code == 200
    assert response.context["coming"] == []


def test_what_is_reminded_of_in_the_notice_centre_is_ones_own_as_head_too(ahead, olivia, doris, helsingborg, today):
    department = ahead.contract.procurement.department
    department.head = doris
    department.save()
    ahead.due_on = today
    ahead.save()
    assert [line.by for line in coming_to(doris, helsingborg, today=today)] == ["Doris, Olivia"]
