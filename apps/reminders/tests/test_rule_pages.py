"""The administrator's pages of rules and hours, and what they refuse."""

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError
from django.utils.html import escape
from hypothesis import given
from hypothesis import strategies as st

from apps.reminders import rule_actions as actions
from apps.reminders.fields import DaysOffField, NumbersField, periods_in_words
from apps.reminders.kinds import CONSULTATION, USUAL
from apps.reminders.models import ReminderRule, ReminderSettings
from apps.reminders.planning import Rule
from apps.reminders.rule_queries import ruling_of, settings_of

RULES = "/installningar/paminnelser/"
REQUIREMENT, MBL = f"{RULES}requirement/", f"{RULES}consultation/"
USUAL_WORDS = "14, 7 och 1 dag före, 1, 7 och 14 dagar efter, sedan var 7:e dag."


def shown(client, url):
    """What the page's form is filled in with, as a browser would send it."""
    form = client.get(url).context["form"]
    values = {name: form[name].field.prepare_value(form[name].value()) for name in form.fields}
    return {name: "" if value is None else value for name, value in values.items() if value is not False}


def told(page):
    return [str(message) for message in page.context["messages"]]


def test_an_administrator_reads_each_rule_as_a_sentence(sign_in, adam):
    page = sign_in(adam).get(RULES)
    rows = {row.cells[0].text: [cell.text for cell in row.cells[1:]] for row in page.context["table"].rows}
    assert rows["Krav i avtal"][0].startswith(USUAL_WORDS)
    assert rows["Krav i avtal"][1:] == ["Stegets förslag", "ja"]
    assert rows["Samverkan enligt MBL"][0].startswith("10 och 3 arbetsdagar före och på sista dagen")
    assert rows["Samverkan enligt MBL"][2] == "nej, bygger på lag"


def test_an_own_rule_is_saved_said_and_taken_back(sign_in, adam, helsingborg):
    client = sign_in(adam)
    sent = shown(client, REQUIREMENT) | {"before": "30 7", "repeat_every": "", "coordinator_after": ""}
    page = client.post(REQUIREMENT, sent, follow=True)
    words = "30 och 7 dagar före, 1, 7 och 14 dagar efter. Förvaltningschefen efter 1 dag."
    assert told(page) == [f"Sparat. Krav i avtal: {words}"]
    assert ruling_of(helsingborg, "requirement").rule == Rule((30, 7), (1, 7, 14), head_after=1)
    page = client.post(f"{REQUIREMENT}aterstall/", follow=True)
    assert USUAL_WORDS in told(page)[0]
    assert not ReminderRule.objects.exists()


def test_a_rule_like_the_shipped_one_is_not_kept(sign_in, adam, helsingborg):
    client = sign_in(adam)
    client.post(REQUIREMENT, shown(client, REQUIREMENT) | {"before": "3"})
    assert ReminderRule.objects.count() == 1
    client.post(REQUIREMENT, shown(client, REQUIREMENT) | {"before": "14, 7, 1"})
    assert not ReminderRule.objects.exists()
    assert not ruling_of(helsingborg, "requirement").is_own


@pytest.mark.parametrize(
    ("url", "fields", "sentence"),
    [
        (MBL, {"before": ""}, "Det här slaget bygger på lag, så minst en påminnelse måste komma före"),
        (REQUIREMENT, {"before": "7, 7"}, "Samma dag står två gånger: 7."),
        (REQUIREMENT, {"before": "sju"}, "Dagar före: ”sju” är inget antal dagar."),
        (REQUIREMENT, {"before": "400"}, "400 dagar är för långt."),
        (REQUIREMENT, {"before": "-1"}, "Dagar före: ”-1” är inget antal dagar."),
        (REQUIREMENT, {"before": "9" * 5000}, "är inget antal dagar."),
        (REQUIREMENT, {"after": "0"}, "Dagar efter ska vara minst 1."),
        (REQUIREMENT, {"after": "360", "repeat_every": "10"}, "Påminnelserna upphör ett år efter sista dagen"),
        (REQUIREMENT, {"repeat_every": "0"}, "Mellanrummet: ange ett antal dagar med siffror, 1 till 365"),
        (REQUIREMENT, {"head_after": "366"}, "Förvaltningschefen: ange ett antal dagar med siffror"),
        (REQUIREMENT, {"coordinator_after": "<b>"}, "CSR-samordnaren: ange ett antal dagar med siffror"),
        (REQUIREMENT, {"unit": "veckor"}, "bland alternativen"),
        (
            REQUIREMENT,
            {"before": "", "after": "", "repeat_every": "", "is_required": "on"},
            "En påminnelse som ingen får välja bort måste skickas någon gång.",
        ),
    ],
)
def test_an_impossible_rule_comes_back_whole_with_a_sentence(sign_in, adam, url, fields, sentence):
    client = sign_in(adam)
    sent = shown(client, url) | fields
    page = client.post(url, sent)
    assert page.status_code == 422
    assert escape(sentence) in page.content.decode()
    form = page.context["form"]
    assert {name: form[name].data for name in fields} == {
        name: value == "on" if name == "is_required" else value for name, value in fields.items()
    }
    assert not ReminderRule.objects.exists()


def test_what_the_law_asks_for_stays_required_whatever_is_sent(sign_in, adam, helsingborg):
    client = sign_in(adam)
    client.post(MBL, shown(client, MBL) | {"before": "5"})
    assert ReminderRule.objects.get().is_required
    rule = Rule(before=(), after=(5,))
    with pytest.raises(ValidationError, match="bygger på lag"):
        actions.save_rule(by=adam, organisation=helsingborg, kind="consultation", rule=rule)


def test_somebody_who_saved_first_is_not_overwritten_unseen(sign_in, adam, helsingborg):
    client = sign_in(adam)
    sent = shown(client, REQUIREMENT)
    other = Rule(before=(9,), after=(), head_after=2)
    actions.save_rule(by=adam, organisation=helsingborg, kind="requirement", rule=other)
    page = client.post(REQUIREMENT, sent | {"before": "3"})
    assert page.status_code == 409
    assert "Nu står det: 9" in page.content.decode()
    assert ruling_of(helsingborg, "requirement").rule == other


def test_a_kind_that_does_not_exist_is_404(sign_in, adam):
    client = sign_in(adam)
    assert client.get(f"{RULES}nonsens/").status_code == 404
    assert client.post(f"{RULES}nonsens/aterstall/").status_code == 404


def test_a_rule_holds_in_its_own_organisation_only(adam, helsingborg, haninge):
    actions.save_rule(by=adam, organisation=helsingborg, kind="requirement", rule=Rule(before=(2,)))
    assert ruling_of(haninge, "requirement").rule == USUAL
    assert ruling_of(haninge, "consultation").rule == CONSULTATION


def test_hours_and_own_days_are_saved_and_shown_as_periods(sign_in, adam, helsingborg):
    client = sign_in(adam)
    days = "2026-07-06–2026-07-08\n2026-12-28\n2026-07-07"
    client.post(RULES, shown(client, RULES) | {"send_at": "08:15", "quiet_days": days})
    row = settings_of(helsingborg)
    assert row.send_at == time(8, 15)
    assert row.quiet_days == [date(2026, 7, 6), date(2026, 7, 7), date(2026, 7, 8), date(2026, 12, 28)]
    assert shown(client, RULES)["quiet_days"] == "2026-07-06–2026-07-08\n2026-12-28"


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"send_at": "04:00"}, "Mejlen ska skickas mellan klockan 5 och 17."),
        ({"send_at": "i gryningen"}, "Ange klockslaget som timme och minut, till exempel 07:30"),
        ({"quiet_days": "2026-07-06\nsommaren"}, "Rad 2: ”sommaren” är inget datum."),
        ({"quiet_days": "2026-02-30"}, "Rad 1: ”2026-02-30” är inget datum."),
        (
            {"quiet_days": "2026-07-31–2026-07-06"},
            "Rad 1: perioden slutar 2026-07-06, före den första dagen",
        ),
        ({"quiet_days": "2026-01-01–2027-01-01"}, "366 dagar är för många. Ange högst 200 egna dagar"),
        ({"quiet_days": "0001-01-01–9999-12-31"}, "ligger utanför åren 1960–2099"),
    ],
)
def test_hours_that_cannot_be_are_refused_and_nothing_is_lost(sign_in, adam, fields, sentence):
    client = sign_in(adam)
    page = client.post(RULES, shown(client, RULES) | fields)
    assert page.status_code == 422
    assert escape(sentence) in page.content.decode()
    assert {name: page.context["form"][name].data for name in fields} == fields
    assert not ReminderSettings.objects.exists()


@given(days=st.sets(st.dates(date(2026, 1, 1), date(2027, 12, 31)), max_size=100))
def test_days_written_as_periods_are_read_back_the_same(days):
    assert DaysOffField().clean("\n".join(periods_in_words(days))) == tuple(sorted(days))


@given(text=st.text(max_size=60))
def test_a_list_of_days_is_days_or_a_sentence(text):
    for field, fault in ((NumbersField(label="Dagar före"), "Dagar före: ”"), (DaysOffField(), "Rad ")):
        try:
            found = field.clean(text)
        except ValidationError as error:
            found = error.messages[0].partition(fault)[1]
        assert found == fault or isinstance(found, tuple)
