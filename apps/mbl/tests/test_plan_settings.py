"""The plan's numbers, further days off and the checklist, and the command that counts with them."""

import json
from dataclasses import fields
from datetime import date
from html import unescape

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.urls import reverse

from apps.mbl import agreement_actions, checklist, settings_actions
from apps.mbl.choices import Stage
from apps.mbl.models import ChecklistTemplate, PlanSettings
from apps.mbl.plan_forms import NUMBER_WORDS
from apps.mbl.plan_words import Numbers
from apps.mbl.queries import days_for, numbers_for, template_of

pytestmark = pytest.mark.django_db
URL, CHECKLIST = reverse("plan_settings"), reverse("checklist_update")


def text_of(response):
    """The page as it is read, with plain blanks."""
    return unescape(response.content.decode()).replace("\N{NO-BREAK SPACE}", " ")


def shown(client, url):
    """What the page's form holds, as a browser would send it."""
    form = client.get(url).context["form"]
    return {name: "" if form[name].value() is None else form[name].value() for name in form.fields}


def test_every_number_of_the_plan_has_a_label_and_shows_the_shipped_one(sign_in, adam):
    assert set(NUMBER_WORDS) == {each.name for each in fields(Numbers)}
    page = text_of(sign_in(adam).get(URL))
    for name, (label, unit) in NUMBER_WORDS.items():
        assert f"{label}, {unit}" in page
        assert f"Stegets förslag: {getattr(Numbers(), name)}." in page


def test_without_own_numbers_the_shipped_ones_count(helsingborg):
    assert numbers_for(helsingborg) == Numbers()
    assert not PlanSettings.objects.exists()


def test_own_numbers_and_days_are_kept(sign_in, adam, helsingborg, haninge):
    client = sign_in(adam)
    data = shown(client, URL) | {"call_ad": "8", "days_off": "2026-05-15\n2026-05-15\n2026-01-05"}
    assert client.post(URL, data).status_code == 302
    assert numbers_for(helsingborg) == Numbers(call_ad=8)
    assert PlanSettings.objects.get().numbers == {"call_ad": 8}
    assert days_for(helsingborg).off == {date(2026, 1, 5), date(2026, 5, 15)}
    assert numbers_for(haninge) == Numbers()
    again = shown(client, URL)
    assert (again["call_ad"], again["days_off"]) == (8, "2026-01-05\n2026-05-15")


def test_reset_gives_the_shipped_numbers_and_keeps_the_days_off(sign_in, adam, helsingborg):
    client = sign_in(adam)
    client.post(URL, shown(client, URL) | {"call_ad": "8", "days_off": "2026-05-15"})
    answer = client.post(URL, {"reset": "Återställ talen"}, follow=True)
    assert "Talen är återställda till Stegets förslag. Lediga dagar är kvar." in text_of(answer)
    assert numbers_for(helsingborg) == Numbers()
    assert days_for(helsingborg).off == {date(2026, 5, 15)}


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"call_ad": "366"}, "Från kallelsen till mötet: ange högst 365 arbetsdagar"),
        ({"call_ad": "-1"}, "ange minst 0 arbetsdagar"),
        ({"call_ad": "fem"}, "ange arbetsdagar med siffror, till exempel 5"),
        ({"call_ad": ""}, "Från kallelsen till mötet: ange arbetsdagar med siffror"),
        ({"decision_ad": "0"}, "Från beslutet till annonseringen: ange minst 1 arbetsdagar"),
        ({"days_off": "2026-05-15\n15 maj"}, "Rad 2: ”15 maj” är inget datum."),
    ],
)
def test_a_wrong_number_gets_a_sentence_and_nothing_is_saved(sign_in, adam, changes, sentence):
    client = sign_in(adam)
    answer = client.post(URL, shown(client, URL) | changes)
    assert answer.status_code == 422
    assert sentence in text_of(answer)
    assert not PlanSettings.objects.exists()


def test_an_action_refuses_what_is_no_number_of_days(adam, helsingborg):
    with pytest.raises(ValidationError, match="mellan 0 och 365"):
        settings_actions.save_plan_settings(by=adam, organisation=helsingborg, numbers={"call_ad": 999}, days_off=())


def test_two_who_change_the_numbers_at_once_are_told(sign_in, adam, helsingborg):
    client = sign_in(adam)
    data = shown(client, URL)
    settings_actions.save_plan_settings(by=adam, organisation=helsingborg, numbers={"call_ad": 9}, days_off=())
    answer = client.post(URL, data | {"call_ad": "8"})
    assert answer.status_code == 409
    assert "Nu står det: 9" in text_of(answer)
    assert numbers_for(helsingborg) == Numbers(call_ad=9)


# --- The checklist ----------------------------------------------------------------------------------------------------
def test_the_shipped_checklist_has_each_step_once_with_guidance_for_both_stages():
    keys = [item.key for item in checklist.SHIPPED]
    assert len(keys) == len(set(keys))
    assert all(item.title and item.guidance for item in checklist.SHIPPED)
    assert {item.stage for item in checklist.SHIPPED} == set(Stage)
    assert checklist.from_dicts(json.loads(json.dumps(checklist.to_dicts(checklist.SHIPPED)))) == checklist.SHIPPED


def test_saving_makes_a_new_version_and_the_old_one_stays(sign_in, adam, helsingborg, haninge):
    client = sign_in(adam)
    assert "Ni använder Stegets checklista." in text_of(client.get(CHECKLIST))
    for note in ("Egna lokaler", "Ny rutin"):
        data = shown(client, CHECKLIST) | {"guidance_call": f"Kalla enligt {note}.", "note": note}
        assert [client.post(CHECKLIST, data).status_code for _ in range(2)] == [302, 302]
    old, new = ChecklistTemplate.objects.order_by("version")
    assert [old.version, new.version, new.created_by] == [1, 2, adam]
    texts = [{i.key: i.guidance for i in checklist.from_dicts(each.items)} for each in (old, new)]
    assert [text["call"] for text in texts] == ["Kalla enligt Egna lokaler.", "Kalla enligt Ny rutin."]
    assert texts[1]["veto"] == {i.key: i.guidance for i in checklist.SHIPPED}["veto"]
    assert "Ny rutin" in text_of(client.get(CHECKLIST))
    assert template_of(helsingborg) == new
    assert template_of(haninge).version == 0


def test_two_who_change_the_checklist_at_once_are_told(sign_in, adam, helsingborg):
    client = sign_in(adam)
    data = shown(client, CHECKLIST)
    settings_actions.save_checklist(by=adam, organisation=helsingborg, guidance={"call": "Ring först."})
    answer = client.post(CHECKLIST, data | {"guidance_call": "Mejla först."})
    assert answer.status_code == 409
    assert "Nu står det: Ring först." in text_of(answer)
    assert ChecklistTemplate.objects.count() == 1


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("Ring 850709-9805", "personnummer"), ("x" * 2001, "Kalla till förhandling får ha högst 2000 tecken")],
)
def test_wrong_guidance_gets_a_sentence_and_is_not_lost(sign_in, adam, text, sentence):
    client = sign_in(adam)
    answer = client.post(CHECKLIST, shown(client, CHECKLIST) | {"guidance_call": text})
    assert answer.status_code == 422
    assert sentence in text_of(answer)
    assert answer.context["form"]["guidance_call"].value() == text
    assert not ChecklistTemplate.objects.exists()


# --- The command ------------------------------------------------------------------------------------------------------
def timeplan(capsys, *arguments):
    call_command("timeplan", "--publish", "2026-09-01", "--json", *arguments)
    return json.loads(capsys.readouterr().out)


def test_the_command_counts_with_the_organisations_numbers_and_days(capsys, adam, helsingborg):
    shipped = timeplan(capsys)
    assert timeplan(capsys, "--organisation", "212000-1157") == shipped
    given = {"numbers": {"call_ad": 6}, "days_off": [date(2026, 8, 31)]}
    settings_actions.save_plan_settings(by=adam, organisation=helsingborg, **given)
    own = timeplan(capsys, "--organisation", "2120001157")
    assert own["stage_a"]["decision_to_publish"] == "2026-08-28"
    assert own["stage_a"]["local_meeting_latest"] == "2026-08-20"
    assert own["stage_a"]["call_latest"] == "2026-08-12"
    assert timeplan(capsys) == shipped


def test_the_command_uses_the_common_group_before_publication_and_not_for_38(capsys, adam, helsingborg):
    shipped = timeplan(capsys)
    agreement = agreement_actions.create_agreement(
        by=adam, organisation=helsingborg, name="Samverkan", paragraphs=["11"], valid_from=date(2026, 1, 1)
    )
    group = agreement_actions.create_group(by=adam, agreement=agreement, name="CSG")
    agreement_actions.add_meetings(by=adam, group=group, days=[date(2026, 7, 27), date(2026, 8, 10), date(2026, 8, 24)])
    own = timeplan(capsys, "--organisation", "2120001157")
    assert own["stage_a"]["local_meeting_latest"] == "2026-08-10"
    assert own["forward"] == shipped["forward"]
    call_command("timeplan", "--publish", "2026-09-01", "--sign", "2026-11-17", "--organisation", "2120001157")
    assert "Planen går ihop." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("number", "sentence"), [("212000-0084", "212000-0084 finns inte i Steget"), ("kommunen", "är inget organisation")]
)
def test_the_command_says_what_is_wrong_with_the_organisation(helsingborg, number, sentence):
    with pytest.raises(CommandError, match=sentence) as refused:
        call_command("timeplan", "--publish", "2026-09-01", "--organisation", number)
    assert refused.value.returncode == 2
