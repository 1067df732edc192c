"""Two at once on a plan, its points, the rule, a sample and an evaluation: the later is shown what the first saved."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from apps.followups import plan_actions, sample_actions
from apps.followups.models import Evaluation, IntensityRule, Point, SampleItem
from apps.followups.tests.deviation_world import text_of
from procurement_csr.people import make_contract, make_procurement, make_requirement

TODAY = timezone.localdate()
DAY = timedelta(days=1)
PLACES = {"dose_advice": "Två platser räcker.", "held_on": str(TODAY), "worked": "", "change_next": ""}
# Where, what the first of the two saves, what the second does, and what the second is told stands there now.
FORMS = {
    "plan_update": (
        {"intensity": "deep", "motive": "Ny i branschen.", "contact": ""},
        {"intensity": "light", "motive": "Litet avtal.", "contact": ""},
        "Nu står det: Ny i branschen.",
    ),
    "point_update": (
        {"due_on": str(TODAY + 9 * DAY), "reason": "Semester."},
        {"due_on": str(TODAY + 11 * DAY), "reason": ""},
        "Nu står det: Semester.",
    ),
    "intensity_update": (
        {"deep_from_value": "900000", "normal_from_value": "500000"},
        {"deep_from_value": "800000", "normal_from_value": "500000"},
        "Nu står det: 900",
    ),
    "sample_item_update": (
        {"state": "answered", "reply": "Papperen kom.", "remark": ""},
        {"state": "remark", "reply": "Inget kom.", "remark": "Underlag saknas."},
        "Nu står det: Papperen kom.",
    ),
    "evaluation_update": (
        PLACES | {"worked": "Praktiken."},
        PLACES | {"worked": "Ingenting."},
        "Nu står det: Praktiken.",
    ),
}


@pytest.fixture
def contract(helsingborg):
    days = {"starts_on": TODAY - 20 * DAY, "ends_on": TODAY + 700 * DAY}
    row = make_contract(make_procurement(helsingborg, "Måleri"), number="2026-7", **days)
    make_requirement(row, kind="internship", model="numeric", unit="places", count=4)
    return row


@pytest.fixture
def urls(contract, carin, helsingborg):
    """The address of each form."""
    plan_actions.make_plan(by=carin, contract=contract, today=TODAY)
    point = Point.objects.filter(contract=contract, kind="report").first()
    sample_actions.draw_sample(by=carin, organisation=helsingborg, size=1, seed="a", today=TODAY)
    keys = {"point_update": [point.pk], "point_done": [point.pk], "point_cancel": [point.pk], "intensity_update": []}
    keys |= {"sample_item_update": [SampleItem.objects.get().pk]}
    keys |= {"plan_update": [contract.pk], "evaluation_update": [contract.pk]}
    return {name: reverse(name, args=args) for name, args in keys.items()}


def opened(client, url) -> dict:
    """What the page's form carries hidden."""
    form = client.get(url).context["form"]
    return {name: form[name].value() for name in ("version", "token") if name in form.fields}


@pytest.mark.parametrize("name", FORMS)
def test_the_later_of_two_sees_what_the_first_saved_and_may_save_again(sign_in, carin, olivia, urls, name):
    first, second, told = FORMS[name]
    mine, theirs, url = sign_in(carin), sign_in(olivia), urls[name]
    held, hers = opened(mine, url), opened(theirs, url)
    assert theirs.post(url, hers | first).status_code == 302
    refused = mine.post(url, held | second)
    assert refused.status_code == 409
    page = text_of(refused)
    assert "Någon annan har sparat ändringar sedan du öppnade sidan." in page
    assert told in page.replace("\xa0", " ")
    again = {"version": refused.context["form"]["version"].value()}
    assert mine.post(url, held | second | again).status_code == 302


@pytest.mark.parametrize("name", FORMS)
def test_the_second_change_of_ones_own_is_no_conflict(sign_in, carin, urls, name):
    first, second, _ = FORMS[name]
    client, url = sign_in(carin), urls[name]
    for values in (first, second):
        assert client.post(url, opened(client, url) | values).status_code == 302


@pytest.mark.parametrize(
    ("name", "values"), [("point_done", {"done_on": str(TODAY)}), ("point_cancel", {"reason": "Behövs inte."})]
)
def test_a_point_moved_meanwhile_is_neither_done_nor_cancelled_unseen(sign_in, carin, olivia, urls, name, values):
    client, url = sign_in(carin), urls[name]
    held = opened(client, url)
    point = Point.objects.get(pk=url.split("/")[-3])
    plan_actions.move_point(by=olivia, point=point, due_on=TODAY + 9 * DAY, reason="Semester.")
    refused = client.post(url, held | values)
    assert refused.status_code == 409
    point.refresh_from_db()
    assert point.state == "planned"
    assert client.post(url, held | values | {"version": refused.context["form"]["version"].value()}).status_code == 302


def test_an_evaluation_sent_twice_by_one_press_is_one(sign_in, carin, urls):
    client, url = sign_in(carin), urls["evaluation_update"]
    sent = opened(client, url) | FORMS["evaluation_update"][0]
    assert [client.post(url, sent).status_code for _ in range(2)] == [302, 302]
    assert Evaluation.objects.get().worked == "Praktiken."


def test_the_first_rule_of_two_is_not_overwritten_unseen(sign_in, carin, olivia, urls, helsingborg):
    first, second, _ = FORMS["intensity_update"]
    client, url = sign_in(carin), urls["intensity_update"]
    held = opened(client, url)
    assert not IntensityRule.objects.exists()
    other = sign_in(olivia)
    other.post(url, opened(other, url) | first)
    assert client.post(url, held | second).status_code == 409
    assert IntensityRule.objects.get().deep_from_value == 900_000


@pytest.mark.parametrize("state", ["asked", "answered"])
def test_a_settled_check_is_not_opened_again_but_its_result_may_be_corrected(carin, urls, state):
    item, values = SampleItem.objects.get(), {"by": carin, "today": TODAY}
    settle = sample_actions.settle_item
    settle(item=item, state="remark", reply="Inget kom.", remark="Underlag saknas.", **values)
    with pytest.raises(ValidationError, match=f"avgjord {TODAY}, med anmärkning, så läget kan inte bli"):
        settle(item=item, state=state, reply="Inget kom.", **values)
    assert settle(item=item, state="approved", reply="Papperen kom i går.", **values).state == "approved"
