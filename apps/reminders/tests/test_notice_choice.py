"""How each person wants the mails, and the way out in the mails themselves."""

import re
from urllib.parse import urlsplit

import pytest
from django.core import signing
from django.core.exceptions import ValidationError
from django.test import Client

from apps.accounts.models import Membership, User
from apps.reminders import rule_actions as actions
from apps.reminders import unsubscribe
from apps.reminders.kinds import KINDS, USUAL
from apps.reminders.models import NoticeChoice
from apps.reminders.rule_queries import choice_of

PAGE = "/konto/mejl/"
REQUIRED = {kind.name for kind in KINDS if kind.is_required}
OPTIONAL = {kind.name for kind in KINDS} - REQUIRED


def version(client):
    return client.get(PAGE).context["form"]["version"].value()


def send(client, **fields):
    return client.post(PAGE, {"version": version(client), "frequency": "digest", "kinds": sorted(OPTIONAL)} | fields)


def link_of(person, organisation):
    found = unsubscribe.headers(user_id=person.pk, organisation_id=organisation.pk)
    assert found["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    return urlsplit(re.fullmatch("<(.+)>", found["List-Unsubscribe"])[1]).path


def muted(person, organisation):
    return set(choice_of(person, organisation).muted_kinds)


def test_what_is_left_unticked_is_switched_off(sign_in, olivia, helsingborg):
    client = sign_in(olivia)
    assert send(client, frequency="weekly", kinds=sorted(OPTIONAL - {"offer", "placement"})).status_code == 302
    row = choice_of(olivia, helsingborg)
    assert row.frequency == "weekly"
    assert set(row.muted_kinds) == {"offer", "placement"}
    form = client.get(PAGE).context["form"]
    assert set(form["kinds"].value()) == OPTIONAL - {"offer", "placement"}


def test_a_unions_representative_has_nothing_to_choose_but_is_told_that_calls_come(sign_in, ulla, helsingborg):
    page = sign_in(ulla).get(PAGE)
    assert "Din roll får inga påminnelser." in page.text
    assert "Krav i avtal" not in page.text
    assert sign_in(ulla).post(PAGE, {"frequency": "weekly"}).status_code == 200
    assert not NoticeChoice.objects.exists()


def test_the_page_says_what_cannot_be_switched_off_and_why(sign_in, olivia, helsingborg, adam):
    actions.save_rule(by=adam, organisation=helsingborg, kind="offer", rule=USUAL, is_required=True)
    page = sign_in(olivia).get(PAGE)
    rows = {row.cells[0].text: row.cells[2].text for row in page.context["table"].rows}
    assert rows["Samverkan enligt MBL"] == "Bygger på lag"
    assert rows["Lediga platser"] == "Din organisation har bestämt det"
    assert len(rows) == len(REQUIRED) + 1
    assert "offer" not in dict(page.context["form"].fields["kinds"].choices)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"frequency": ""}, "Välj hur ofta du vill få mejl"),
        ({"frequency": "aldrig"}, "Välj hur ofta bland alternativen"),
        ({"kinds": ["consultation"]}, "bland alternativen"),
        ({"kinds": ["<script>"]}, "bland alternativen"),
    ],
)
def test_what_is_not_on_the_page_is_refused(sign_in, olivia, helsingborg, fields, sentence):
    page = send(sign_in(olivia), **fields)
    assert page.status_code == 422
    assert sentence in page.content.decode()
    assert not NoticeChoice.objects.exists()


@pytest.mark.parametrize(("kind", "why"), [("consultation", "bygger på lag"), ("nonsens", "Det finns inget slag")])
def test_no_way_leads_past_what_is_required(olivia, helsingborg, kind, why):
    with pytest.raises(ValidationError, match=why):
        actions.save_choice(by=olivia, organisation=helsingborg, frequency="digest", muted_kinds=[kind])


def test_only_the_head_of_a_department_is_asked_about_its_week(sign_in, doris, property_department, olivia):
    assert "heads" not in dict(sign_in(doris).get(PAGE).context["form"].fields["kinds"].choices)
    property_department.head = doris
    property_department.save()
    assert "heads" in dict(sign_in(doris).get(PAGE).context["form"].fields["kinds"].choices)
    assert "heads" not in dict(sign_in(olivia).get(PAGE).context["form"].fields["kinds"].choices)


def test_a_choice_is_one_persons_in_one_organisation(sign_in, olivia, carin, helsingborg, haninge):
    send(sign_in(olivia), kinds=[])
    Membership.objects.create(user=olivia, organisation=haninge, role="officer")
    assert muted(olivia, helsingborg) == OPTIONAL
    assert muted(olivia, haninge) == muted(carin, helsingborg) == set()


def test_opening_the_link_changes_nothing_and_one_press_without_a_sign_in_does(olivia, helsingborg):
    client, link = Client(enforce_csrf_checks=True), link_of(olivia, helsingborg)
    page = client.get(link)
    assert page.status_code == 200
    assert "Stäng av mejlen" in page.content.decode()
    assert client.head(link).status_code == 200
    assert muted(olivia, helsingborg) == set()
    for _ in range(2):
        page = client.post(link, {"List-Unsubscribe": "One-Click"})
        assert page.status_code == 200
        assert "Samverkan enligt MBL" in page.content.decode()
    assert muted(olivia, helsingborg) == OPTIONAL | {"heads"}
    assert "sessionid" not in client.cookies
    assert page["Cache-Control"].startswith("max-age=0, no-cache, no-store")


def test_the_link_tells_nothing_about_the_person(olivia, helsingborg):
    page = Client().get(link_of(olivia, helsingborg)).content.decode()
    assert olivia.name not in page
    assert olivia.email not in page


@pytest.mark.parametrize("token", ["trasig", "å" * 40, "WzEsMV0:AAAA", "WzEsMV0", ":", "a" * 5000])
def test_a_broken_link_is_404(olivia, token):
    assert Client().get(f"{PAGE}av/{token}/").status_code == 404
    assert Client().post(f"{PAGE}av/{token}/").status_code == 404


def test_the_link_of_somebody_who_is_gone_is_404(helsingborg, olivia):
    link = link_of(olivia, helsingborg)
    User.objects.filter(pk=olivia.pk).delete()
    assert Client().post(link).status_code == 404


def test_a_link_signed_for_another_purpose_switches_nothing_off(olivia, helsingborg):
    token = signing.Signer(salt="annat").sign_object([olivia.pk, helsingborg.pk])
    assert Client().post(f"{PAGE}av/{token}/").status_code == 404
    assert muted(olivia, helsingborg) == set()


def test_who_has_no_role_is_told_so(sign_in, nils):
    client = sign_in(nils)
    assert "Inga mejl att välja om" in client.get(PAGE).content.decode()
    assert client.post(PAGE, {}).status_code == 403
