"""The pages of taking authorities on board as people use them."""

import uuid
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from apps.accounts.models import Membership
from apps.onboarding import actions, step_links
from apps.onboarding.choices import BY_HAND, Step
from apps.onboarding.guide import GUIDES
from apps.onboarding.models import Onboarding, OnboardingStep
from apps.onboarding.tests.makers import begin, complete, tick
from apps.reminders import kinds
from apps.reminders.sources import open_deadlines_of
from procurement_csr.people import make_person

LATER = date(2099, 12, 18)


def detail(organisation) -> str:
    return reverse("onboarding_detail", args=[organisation.pk])


def step_url(organisation, step=Step.DECISION) -> str:
    return reverse("onboarding_step", args=[organisation.pk, step.value])


def form_of(page) -> dict:
    """What the form on a page would post."""
    form = page.context["form"]
    return {name: form[name].value() or "" for name in form.fields}


def test_an_authority_is_begun_ticked_and_taken_back_by_hand(sign_in, adam, helsingborg):
    client = sign_in(adam)
    page = client.get(detail(helsingborg)).content.decode()
    assert "Införandet är inte påbörjat" in page
    assert step_url(helsingborg) not in page
    start = {"started_on": "2026-01-07", "ready_on": "2099-12-18", "responsible": adam.pk, "token": uuid.uuid4()}
    page = client.post(reverse("onboarding_start", args=[helsingborg.pk]), start, follow=True).content.decode()
    assert "Nästa steg: Politiskt beslut" in page
    filled = form_of(client.get(step_url(helsingborg)))
    ticked = filled | {"state": "done", "done_on": "2026-02-02", "reference": "KF § 14"}
    page = client.post(step_url(helsingborg), ticked, follow=True).content.decode()
    assert "Sparat. Politiskt beslut: klar." in page
    assert "Klart 2026-02-02: KF § 14, enligt Adam." in page
    again = form_of(client.get(step_url(helsingborg))) | {"state": "todo"}
    page = client.post(step_url(helsingborg), again, follow=True).content.decode()
    assert "KF § 14" not in page


def test_a_role_that_is_given_ticks_its_step_on_the_next_look(sign_in, adam, helsingborg):
    begin(helsingborg)
    client = sign_in(adam)
    assert "Ingen är matchare." in client.get(detail(helsingborg)).content.decode()
    make_person("Malte", "matcher", helsingborg)
    assert "1 person är matchare." in client.get(detail(helsingborg)).content.decode()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"state": "done", "reference": "KF § 14"}, "Ange dagen då steget blev klart"),
        ({"state": "done", "done_on": "2026-02-02"}, "Ange vad som visar att steget är klart"),
        ({"state": "done", "done_on": "2098-02-02", "reference": "KF § 14"}, "2098-02-02 har inte varit ännu"),
        ({"state": "not_needed", "note": "Nej"}, "Välj läge bland alternativen"),
        ({}, "Välj läge"),
    ],
)
def test_what_is_refused_comes_back_whole_with_one_sentence(sign_in, adam, helsingborg, data, sentence):
    begin(helsingborg)
    client = sign_in(adam)
    version = form_of(client.get(step_url(helsingborg)))["version"]
    page = client.post(step_url(helsingborg), {"version": version} | data)
    assert page.status_code == 422
    text = page.content.decode()
    assert sentence in text
    assert all(value in text for name, value in data.items() if name != "state")
    assert not OnboardingStep.objects.exists()


def test_two_who_write_about_a_step_at_once_see_each_other(sign_in, adam, helsingborg):
    row = begin(helsingborg)
    client = sign_in(adam)
    filled = form_of(client.get(step_url(helsingborg)))
    tick(row)
    page = client.post(step_url(helsingborg), filled | {"state": "in_progress", "note": "Nämnden först"})
    assert page.status_code == 409
    text = page.content.decode()
    assert "Någon annan har sparat" in text
    assert "Nu står det: Klar" in text
    assert "Nämnden först" in text


def test_two_who_change_the_days_at_once_see_each_other(sign_in, adam, helsingborg):
    row = begin(helsingborg)
    client, url = sign_in(adam), reverse("onboarding_update", args=[helsingborg.pk])
    filled = form_of(client.get(url))
    actions.update_onboarding(by=None, onboarding=row, note="Väntar på jurist")
    assert client.post(url, filled | {"note": "Klart i maj"}).status_code == 409
    assert client.post(url, form_of(client.get(url)) | {"note": "Klart i maj"}).status_code == 302
    assert Onboarding.objects.get().note == "Klart i maj"


def test_a_form_that_is_old_when_the_authority_has_begun_is_refused_and_its_page_leads_on(sign_in, adam, helsingborg):
    begin(helsingborg)
    client, url = sign_in(adam), reverse("onboarding_start", args=[helsingborg.pk])
    assert client.get(url).url == detail(helsingborg)
    page = client.post(url, {"started_on": "2026-01-07", "ready_on": "2026-12-18", "token": uuid.uuid4()})
    assert page.status_code == 422
    assert "är redan påbörjat" in page.content.decode()


@pytest.mark.parametrize("step", ["guideline", "finns-inte", "pilot"])
def test_a_step_that_ticks_itself_has_no_form(sign_in, adam, helsingborg, step):
    begin(helsingborg)
    url = f"/inforande/{helsingborg.pk}/steg/{step}/"
    client = sign_in(adam)
    assert (client.get(url).status_code, client.post(url).status_code) == (404, 404)


def test_an_authority_is_finished_with_a_press_and_refused_while_steps_are_left(sign_in, adam, helsingborg):
    row = begin(helsingborg)
    client, url = sign_in(adam), reverse("onboarding_finish", args=[helsingborg.pk])
    page = client.post(url)
    assert page.status_code == 422
    assert "steg återstår: " in page.content.decode()
    row.delete()
    complete(helsingborg)
    assert "Införandet är klart" in client.get(detail(helsingborg)).content.decode()
    page = client.post(url, follow=True).content.decode()
    assert "Införandet i Helsingborg är avslutat." in page
    page = client.post(reverse("onboarding_reopen", args=[helsingborg.pk]), follow=True).content.decode()
    assert "Införandet är öppet igen." in page


# --- Where steps are done, and by whom --------------------------------------------------------------------------------
def test_each_who_may_gets_the_way_to_where_a_step_is_done_and_others_are_told_who(sign_in, adam, carin, helsingborg):
    begin(helsingborg)
    page = sign_in(adam).get(detail(helsingborg)).content.decode()
    assert f'href="{reverse("union_list")}"' in page
    assert f'href="{reverse("target_create")}"' not in page
    page = sign_in(carin).get(detail(helsingborg)).content.decode()
    assert f'href="{reverse("target_create")}"' in page
    assert f'href="{reverse("union_list")}"' not in page
    assert "Görs av: administratör." in page


def test_pages_of_another_organisation_are_linked_first_when_one_works_in_it(sign_in, adam, helsingborg, haninge):
    Membership.objects.create(user=adam, organisation=haninge, role="administrator")
    client = sign_in(adam)
    other = haninge if "Byt till" in client.get(detail(haninge)).content.decode() else helsingborg
    page = client.get(detail(other)).content.decode()
    assert f"Byt till {other}" in page
    for name in ("union_list", "requirement_kind_list"):
        assert reverse(name) not in page
    moved = {"organisation": other.pk, "next": detail(other)}
    page = client.post(reverse("organisation_switch"), moved, follow=True).content.decode()
    for name in ("union_list", "requirement_kind_list"):
        assert reverse(name) in page


def test_every_step_that_ticks_itself_has_a_page_that_some_role_may_open():
    for step in Step:
        guide = GUIDES[step]
        assert guide.title
        assert guide.why.endswith(".")
        assert bool(guide.url_name) == (step not in BY_HAND)
        if guide.url_name:
            assert reverse(guide.url_name)
            assert step_links.roles_that_may(guide.permission)


# --- The unit's authorities -------------------------------------------------------------------------------------------
def test_the_unit_sees_only_those_authorities_it_works_for_and_how_far_each_has_come(
    sign_in, carin, helsingborg, haninge
):
    client = sign_in(carin)
    page = client.get(reverse("onboarding_list")).content.decode()
    assert "Haninge" not in page
    Membership.objects.create(user=carin, organisation=haninge, role="coordinator")
    row = complete(haninge)
    actions.update_onboarding(by=None, onboarding=row, ready_on=LATER)
    page = client.get(reverse("onboarding_list"))
    rows = {row.cells[0].text: row.cells for row in page.context["list"].table.rows}
    assert [each.text for each in rows["Haninge"][1:4]] == ["pågår", "13 av 13", "inget"]
    assert rows["Haninge"][2].bar == 100
    assert rows["Helsingborg"][1].text == "inte påbörjat"
    assert rows["Helsingborg"][3].text.startswith("Politiskt beslut, Avtal om personuppgifter, Roller och ")


def test_the_list_is_narrowed_by_name_and_progress_and_saved_whole(sign_in, carin, helsingborg, haninge):
    Membership.objects.create(user=carin, organisation=haninge, role="coordinator")
    today = timezone.localdate()
    begin(haninge, started_on=today - timedelta(days=9), ready_on=today - timedelta(days=1))
    client, url = sign_in(carin), reverse("onboarding_list")

    def names(query):
        return [row.cells[0].text for row in client.get(url + query).context["list"].table.rows]

    assert names("?q=hani") == ["Haninge"]
    assert names("?progress=late") == ["Haninge"]
    assert names("?progress=not_started") == ["Helsingborg"]
    assert names("?sort=-ready_on") == ["Haninge", "Helsingborg"]
    assert "Inget passar filtren" in client.get(url + "?progress=finished").content.decode()
    saved = b"".join(client.get(url + "?format=csv").streaming_content).decode("utf-8-sig")
    assert "Första upphandlingen med krav" in saved
    assert "till" not in saved.splitlines()[0]


def test_a_politician_has_no_way_in_and_a_stranger_sees_nothing(sign_in, pelle, fia, helsingborg):
    assert sign_in(pelle).get(reverse("onboarding_list")).status_code == 403
    assert sign_in(fia).get(detail(helsingborg)).status_code == 404


def test_the_way_in_stands_on_the_settings_and_under_the_dashboard(sign_in, adam, carin, pelle):
    page = sign_in(adam).get(reverse("settings_index")).content.decode()
    assert "Nästa steg: Politiskt beslut." in page
    assert reverse("onboarding_list") in sign_in(carin).get(reverse("dashboard")).content.decode()
    assert reverse("onboarding_list") not in sign_in(pelle).get(reverse("dashboard")).content.decode()


# --- Reminders --------------------------------------------------------------------------------------------------------
def test_the_planned_day_stands_among_the_tasks_and_is_a_kind_of_its_own(sign_in, carin, helsingborg):
    today = timezone.localdate()
    begin(helsingborg, ready_on=today, started_on=today - timedelta(days=30), responsible=carin)
    (found,) = open_deadlines_of(helsingborg, since=today, until=today, today=today)
    assert kinds.kind_of(found.key).label == "Införande hos en ny myndighet"
    assert "Bli klar med införandet" in sign_in(carin).get(reverse("task_list")).content.decode()


def test_a_responsible_person_must_be_one_who_may_see_the_page(sign_in, adam, pelle, helsingborg):
    start = {"started_on": "2026-01-07", "ready_on": "2026-12-18", "responsible": pelle.pk, "token": uuid.uuid4()}
    page = sign_in(adam).post(reverse("onboarding_start", args=[helsingborg.pk]), start)
    assert page.status_code == 422
    assert "Välj ansvarig bland alternativen" in page.content.decode()
