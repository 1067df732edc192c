"""Where the pages of the follow-up say that one is, and what stands late on them."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from apps.followups.tests.deviation_world import deviation_of, make_painting
from procurement_csr.people import make_meeting, make_report_request, make_supplier

TODAY = timezone.localdate()


@pytest.mark.parametrize("name", ["report_list", "meeting_list", "deviation_list", "report_request"])
def test_the_lists_lead_up_to_the_follow_up(sign_in, olivia, helsingborg, name):
    trail = sign_in(olivia).get(reverse(name)).context["breadcrumbs"]
    assert trail[0] == ("Uppföljning", reverse("followup_overview"))


def test_a_report_a_meeting_and_a_deviation_lead_up_through_their_list(sign_in, olivia, helsingborg):
    contract, client = make_painting(helsingborg), sign_in(olivia)
    for row, name in (
        (make_report_request(contract), "report_list"),
        (make_meeting(contract), "meeting_list"),
        (deviation_of(contract), "deviation_list"),
    ):
        page = client.get(row.get_absolute_url())
        addresses = [url for _, url in page.context["breadcrumbs"][:2]]
        assert addresses == [reverse("followup_overview"), reverse(name)]


@pytest.mark.parametrize(
    ("state", "days", "shown"),
    [
        ("asked", -3, ("Begärd, 3 dagar sen", "bad")),
        ("more_asked", -1, ("Komplettering begärd, 1 dag sen", "bad")),
        ("asked", 0, ("Begärd", "neutral")),
        ("received", -3, ("Inkommen", "warn")),
    ],
)
def test_the_tag_on_a_reports_own_page_is_red_when_it_is_late(sign_in, olivia, helsingborg, state, days, shown):
    came = {"received_at": timezone.now()} if state != "asked" else {}
    row = make_report_request(make_painting(helsingborg), due_on=TODAY + timedelta(days), state=state, **came)
    page = sign_in(olivia).get(row.get_absolute_url())
    told = page.context["standing"]
    assert (told[0].replace("\xa0", " "), told[1]) == shown
    assert f'class="tag tag-{shown[1]}">{told[0]}<' in page.text


@pytest.mark.parametrize(("who", "sees"), [("olivia", True), ("carin", True), ("doris", False), ("malte", False)])
def test_only_who_may_decide_is_shown_the_doors_to_the_load_and_the_samples(sign_in, request, helsingborg, who, sees):
    page = sign_in(request.getfixturevalue(who)).get(reverse("followup_overview")).text
    for name in ("followup_load", "sample_list"):
        assert (f'href="{reverse(name)}"' in page) is sees
    assert ("väntar på dig" in page) is sees
    assert f'href="{reverse("report_list")}"' in page


def test_a_late_report_is_red_in_the_list_of_late_ones(sign_in, olivia, helsingborg):
    make_report_request(make_painting(helsingborg), due_on=TODAY - timedelta(3))
    assert 'class="tag tag-bad">begärd<' in sign_in(olivia).get(reverse("report_list") + "?visa=sena").text


def test_a_deviation_from_a_report_names_the_supplier_it_was_asked_of(sign_in, olivia, helsingborg):
    contract = make_painting(helsingborg)
    first, other = contract.suppliers.get(), make_supplier("Andra Måleri AB")
    contract.suppliers.add(other)
    client, about = sign_in(olivia), deviation_of(contract)
    late = deviation_of(contract, request=make_report_request(contract, supplier=other), cause="report_late")
    told = [client.get(row.get_absolute_url()).context["facts"][1].value for row in (about, late)]
    assert told == [f"{other.name} och {first.name}", other.name]
