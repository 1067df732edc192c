"""A supplier is spoken to, not about; and what it looks at before sending is called the same after."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from apps.followups import report_cards
from apps.followups.report_actions import enter
from apps.followups.report_contents import placements_of, requirements_of
from apps.followups.report_links import list_token_of
from apps.followups.tests.deviation_world import text_of
from apps.followups.tests.reporting import asked, painting, post_step, url

pytestmark = pytest.mark.django_db
WITHDREW, JOB, UNKNOWN = "drog tillbaka platsen", "ledde till anställning hos", "känner inte till den"


@pytest.fixture
def petra():
    return Client()


@pytest.fixture
def report(olivia, helsingborg):
    return asked(olivia, painting(helsingborg))


def answered(petra, report) -> None:
    """Both commitments and both placements, with the words that have a side."""
    places = {"offered": "2", "filled": "1", "unfilled_reason": "supplier_withdrew", "has_documented_attempts": "on"}
    post_step(petra, report, "1", **places, attempts="Vi ringde matcharen.")
    post_step(petra, report, "2", hours="62,5", attempts="Det gick bra.")
    post_step(petra, report, "placeringar", **{"p12-answer": "led_to_job", "p14-answer": "unknown"})


def named(parts) -> list[tuple[str, list[tuple[str, str]]]]:
    """The sections with their labels and answers; files stand apart on the receipt."""
    return [(part.name, [(row.key, row.value) for row in part.rows]) for part in parts if part.name != "Underlag"]


def test_no_page_of_the_link_speaks_of_the_supplier_as_somebody_else(petra, report):
    answered(petra, report)
    names = (("report_link",), ("report_step", "1"), ("report_step", "placeringar"), ("report_submit",))
    pages = [petra.get(url(report, *name)) for name in (*names, ("report_handover",), ("report_evidence",))]
    pages.append(petra.get(reverse("report_links", args=[list_token_of(report)])))
    petra.post(url(report, "report_submit"), {"reporter": ""})
    petra.post(url(report, "report_submit"), {"reporter": "Petra Ek"})
    pages.append(petra.get(url(report)))
    assert {page.status_code for page in pages} == {200}
    assert [text_of(page) for page in pages if "leverantören" in text_of(page).lower()] == []
    told = text_of(pages[1]) + text_of(pages[2])
    assert f"vi {WITHDREW}" in told
    assert f"{JOB} oss" in told


def test_what_is_looked_at_before_sending_is_called_the_same_on_the_receipt(petra, report):
    answered(petra, report)
    before = named(petra.get(url(report, "report_submit")).context["answers"])
    petra.post(url(report, "report_submit"), {"reporter": "Petra Ek"})
    after = named(petra.get(url(report)).context["told"])
    assert after == before
    assert [name for name, _ in before][-1] == "Placeringar"
    assert dict(before[0][1])["Varför inte alla tillsattes"] == f"vi {WITHDREW}"
    assert dict(before[1][1])["Mer att berätta"] == "Det gick bra."


def test_the_authority_reads_the_same_answers_about_the_supplier(petra, report, sign_in, olivia):
    desk = sign_in(olivia)
    form = text_of(desk.get(reverse("report_enter", args=[report.pk])))
    answered(petra, report)
    petra.post(url(report, "report_submit"), {"reporter": "Petra Ek"})
    page = text_of(desk.get(report.get_absolute_url()))
    for told in (form.lower(), page):
        assert f"leverantören {WITHDREW}" in told
        assert f"{JOB} leverantören" in told
        assert f"leverantören {UNKNOWN}" in told
        assert f"vi {WITHDREW}" not in told


def test_a_report_entered_for_the_supplier_is_told_to_it_as_its_own(petra, report, olivia):
    places, hours = requirements_of(report)
    lines = {places.pk: {"offered": 1, "filled": 1}, hours.pk: {"hours": 5}}
    placements = {each.pk: {"answer": "goes_on"} for each in placements_of(report)}
    enter(by=olivia, report=report, lines=lines, placements=placements, reporter="", now=timezone.now())
    assert "Inkommen, införd åt er" in text_of(petra.get(url(report)))
    (mine, *_) = report_cards.timeline(report, names=True)
    assert mine.text == "Inkommen, införd åt leverantören"
