"""Where the pages of the follow-up say that one is, and what stands late on them."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from apps.followups.tests.deviation_world import deviation_of, make_painting
from procurement_csr.people import make_meeting, make_report_request

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
