"""Guideline versions through their pages. "Fact" numbers are those of the acceptance facts of the domain."""

from datetime import date, timedelta
from html import unescape

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from apps.procurements import guideline_overview as overview
from apps.procurements import guideline_rollout, guidelines
from apps.procurements.models import GuidelineVersion
from apps.procurements.priority_rules import Limits, Weights
from apps.procurements.shipped_clauses import SHIPPED_CLAUSES
from procurement_csr.people import make_procurement

pytestmark = pytest.mark.django_db
LIST, NEW = reverse("guideline_list"), reverse("guideline_create")
LOCK = "är beslutad och ändras inte längre. Skapa en ny version"
AUGUST, SEPTEMBER = date(2018, 8, 27), date(2018, 9, 1)


def text_of(response):
    """The page as it is read, with plain blanks."""
    return unescape(response.content.decode()).replace("\N{NO-BREAK SPACE}", " ")


def errors_of(response):
    form = response.context["form"]
    return " ".join(each for errors in form.errors.values() for each in errors).replace("\N{NO-BREAK SPACE}", " ")


def new(client, url, data):
    """Fill in a form as a browser does: everything it shows, changed by `data`."""
    form = client.get(url).context["form"]
    shown = {name: form[name].value() for name in form.fields}
    return client.post(url, {name: "" if value is None else value for name, value in (shown | data).items()})


@pytest.fixture
def draft(helsingborg, carin):
    """The first version: the shipped weights, limits and clauses."""
    return guidelines.create_guideline(by=carin, organisation=helsingborg, title="Riktlinje 2018")


def decide(guideline, by, decided_on=AUGUST, valid_from=SEPTEMBER, **changes):
    decision = {"decided_by": "Kommunfullmäktige", "decided_on": decided_on, "reference": "KF 2018/12, § 8"}
    decision |= {"valid_from": valid_from, "today": timezone.localdate()}
    return guidelines.decide_guideline(by=by, guideline=guideline, **decision | changes)


@pytest.fixture
def decided(draft, carin):
    return decide(draft, carin)


# --- Creating ---------------------------------------------------------------------------------------------------------
def test_the_first_version_has_the_shipped_weights_limits_and_clauses_as_drafts(sign_in, carin, helsingborg):
    client = sign_in(carin)
    assert "Ingen riktlinje än" in text_of(client.get(LIST))
    answer = new(client, NEW, {"title": "Riktlinje 2018"})
    made = GuidelineVersion.objects.get()
    assert answer.url == made.get_absolute_url()
    assert (made.organisation, made.decided_on) == (helsingborg, None)
    assert (made.weights, made.limits) == (Weights().as_dict(), Limits().as_dict())
    assert [clause.title for clause in made.clauses.order_by("pk")] == [clause.title for clause in SHIPPED_CLAUSES]
    assert all(clause.is_draft for clause in made.clauses.all())
    page = text_of(client.get(answer.url))
    assert page.count("utkast – låt en jurist granska") == len(SHIPPED_CLAUSES)
    assert "under översyn, inte beslutad" in page


def test_a_new_version_is_a_copy_of_the_latest_one(sign_in, carin, decided):
    clause = decided.clauses.get(title="Yrkesmentorer")
    GuidelineVersion.objects.filter(pk=decided.pk).update(weights=Weights(value=30).as_dict())
    clause.delete()
    answer = new(sign_in(carin), NEW, {"title": "Riktlinje 2019"})
    copy = GuidelineVersion.objects.get(title="Riktlinje 2019")
    assert answer.url == copy.get_absolute_url()
    assert copy.weights["value"] == 30
    assert (copy.decided_on, copy.decided_by, copy.valid_from) == (None, "", None)
    content = [list(each.clauses.order_by("title").values_list(*guidelines.COPIED)) for each in (decided, copy)]
    assert content[0] == content[1]
    assert len(content[1]) == len(SHIPPED_CLAUSES) - 1


def test_a_double_click_makes_one_version(sign_in, carin):
    client = sign_in(carin)
    token = client.get(NEW).context["form"]["token"].value()
    for _ in range(2):
        assert client.post(NEW, {"title": "Riktlinje", "token": token}).status_code == 302
    assert GuidelineVersion.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"title": ""}, "Ange benämning"),
        ({"title": "Riktlinje 2018"}, "Det finns redan en version som heter ”Riktlinje 2018”"),
        ({"title": "Anna 19850709-9805"}, "ser ut som ett personnummer"),
        ({"document_url": "javascript:alert(1)"}, "Ange en hel webbadress"),
        ({"decided_goal_on": "2018-12-31", "in_place_goal_on": "2018-08-31"}, "ligger före målet för beslutad"),
        ({"decided_goal_on": "1989-08-31"}, "1989-08-31 går inte: ange en dag från och med 1990."),
        ({"in_place_goal_on": "2018-02-30"}, "som år-månad-dag"),
    ],
)
def test_bad_input_makes_no_version(sign_in, carin, draft, changes, sentence):
    answer = new(sign_in(carin), NEW, {"title": "Riktlinje 2019"} | changes)
    assert answer.status_code == 422
    assert sentence in errors_of(answer)
    assert GuidelineVersion.objects.count() == 1


# --- Changing ---------------------------------------------------------------------------------------------------------
def test_weights_and_limits_are_changed_field_by_field(sign_in, carin, draft):
    client, url = sign_in(carin), reverse("guideline_update", args=[draft.pk])
    assert 'value="10 000 000"' in text_of(client.get(url))
    changes = {"weights_value": "30", "limits_numeric_from": "75", "limits_large_value": "12 000 000 kr"}
    assert new(client, url, changes).status_code == 302
    draft.refresh_from_db()
    assert (draft.weights["value"], draft.limits["numeric_from"]) == (30, 75)
    assert draft.limits["large_value"] == 12_000_000
    page = text_of(client.get(draft.get_absolute_url()))
    assert "12 000 000 kr" in page
    assert "30 (27 % av poängen)" in page  # 30 of 110


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"weights_value": "101"}, "weights_value", "Vikt för värde får vara högst 100"),
        ({"weights_value": ""}, "weights_value", "Ange vikt för värde"),
        ({"weights_candidates": "-1"}, "weights_candidates", "Vikt för kandidater ska vara minst 0"),
        (dict.fromkeys([f"weights_{name}" for name in Weights().as_dict()], "0"), "weights_value", "Alla vikter är 0"),
        ({"limits_dialog_from": "70"}, "limits_dialog_from", "ska vara lägre än"),
        ({"limits_share_most": "101"}, "limits_share_most", "är för högt. Ange högst 100."),
        ({"limits_large_value": "1,5"}, "limits_large_value", "i hela kronor"),
        ({"limits_months_over": "många"}, "limits_months_over", "med siffror"),
    ],
)
def test_weights_and_limits_that_make_no_sense_stand_at_their_field(sign_in, carin, draft, changes, field, sentence):
    answer = new(sign_in(carin), reverse("guideline_update", args=[draft.pk]), changes)
    assert answer.status_code == 422
    assert sentence in " ".join(answer.context["form"].errors[field]).replace("\N{NO-BREAK SPACE}", " ")
    draft.refresh_from_db()
    assert (draft.weights, draft.limits) == (Weights().as_dict(), Limits().as_dict())


def test_the_action_itself_refuses_rules_that_make_no_sense(carin, draft):
    with pytest.raises(ValidationError, match="Alla vikter är 0"):
        guidelines.update_guideline(by=carin, guideline=draft, weights=dict.fromkeys(Weights().as_dict(), 0))


def test_the_later_of_two_is_told_what_the_first_saved(sign_in, carin, draft):
    client, url = sign_in(carin), reverse("guideline_update", args=[draft.pk])
    form = client.get(url).context["form"]
    shown = {name: form[name].value() or "" for name in form.fields}
    assert client.post(url, shown | {"weights_value": "30"}).status_code == 302
    second = client.post(url, shown | {"weights_value": "40"})
    assert second.status_code == 409
    assert "Nu står det: 30" in errors_of(second)
    assert 'value="40"' in text_of(second)
    again = second.context["form"]["version"].value()
    assert client.post(url, shown | {"weights_value": "40", "version": again}).status_code == 302
    draft.refresh_from_db()
    assert draft.weights["value"] == 40


# --- Deciding ---------------------------------------------------------------------------------------------------------
DECISION = {"decided_by": "Kommunfullmäktige", "decided_on": "2018-08-27", "reference": "KF § 8"}
DECISION |= {"valid_from": "2018-09-01"}


def test_a_decided_version_is_in_force_and_locked(sign_in, carin, draft, helsingborg):
    client, url = sign_in(carin), reverse("guideline_decide", args=[draft.pk])
    assert "6 klausuler är fortfarande utkast" in text_of(client.get(url))
    assert new(client, url, DECISION).status_code == 302
    assert GuidelineVersion.objects.in_force(helsingborg, SEPTEMBER) == draft
    assert GuidelineVersion.objects.in_force(helsingborg, SEPTEMBER - timedelta(days=1)) is None
    page = text_of(client.get(draft.get_absolute_url()))
    assert "gäller i dag" in page
    assert "Låst" in page
    assert reverse("guideline_update", args=[draft.pk]) not in page
    assert "följer ”Riktlinje 2018”" in text_of(client.get(LIST))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"decided_by": ""}, "Ange vem som beslutade"),
        ({"decided_on": ""}, "Ange dagen då beslutet togs"),
        ({"reference": " "}, "Ange beslutets diarienummer eller paragraf"),
        ({"valid_from": ""}, "Ange gäller från"),
        ({"valid_from": "2018-08-26"}, "kan gälla tidigast från beslutet den 2018-08-27"),
        ({"decided_on": "1989-08-27"}, "1989-08-27 går inte"),
        ({"decided_on": "2099-01-01", "valid_from": "2099-01-02"}, "2099-01-01 har inte varit ännu"),
    ],
)
def test_an_incomplete_or_impossible_decision_is_refused(sign_in, carin, draft, changes, sentence):
    answer = new(sign_in(carin), reverse("guideline_decide", args=[draft.pk]), DECISION | changes)
    assert answer.status_code == 422
    assert sentence in errors_of(answer)
    draft.refresh_from_db()
    assert draft.decided_on is None


@pytest.mark.parametrize("name", ["decided_by", "decided_on", "reference", "valid_from"])
def test_the_action_itself_wants_the_whole_decision(carin, draft, name):
    with pytest.raises(ValidationError) as refusal:
        decide(draft, carin, **{name: None})
    assert refusal.value.message_dict == {name: [guidelines.NEEDED[name]]}


def test_two_versions_never_hold_from_the_same_day(sign_in, carin, helsingborg, decided):
    other = guidelines.create_guideline(by=carin, organisation=helsingborg, title="Riktlinje B")
    answer = new(sign_in(carin), reverse("guideline_decide", args=[other.pk]), DECISION)
    assert (answer.status_code, errors_of(answer)) == (422, "En annan beslutad version gäller redan från den dagen.")


def test_whoever_decides_has_read_the_clauses_as_they_are(sign_in, carin, draft):
    client, url = sign_in(carin), reverse("guideline_decide", args=[draft.pk])
    seen = client.get(url).context["form"]["version"].value()
    clause = draft.clauses.first()
    guidelines.update_clause(by=carin, clause=clause, text="En helt annan text.")
    stale = client.post(url, DECISION | {"version": seen})
    assert stale.status_code == 409
    draft.refresh_from_db()
    assert draft.decided_on is None
    again = stale.context["form"]["version"].value()
    assert client.post(url, DECISION | {"version": again}).status_code == 302


# --- Locked -----------------------------------------------------------------------------------------------------------
def test_every_change_of_a_decided_version_is_refused_with_the_way_out(carin, decided):
    clause, before = decided.clauses.first(), list(GuidelineVersion.objects.values())
    content = list(decided.clauses.values())
    attempts = [
        lambda: guidelines.update_guideline(by=carin, guideline=decided, title="Annat"),
        lambda: guidelines.create_clause(by=carin, guideline=decided, title="Ny", model="dialog", text="Text."),
        lambda: guidelines.update_clause(by=carin, clause=clause, text="Annan text."),
        lambda: guidelines.delete_clause(by=carin, clause=clause),
    ]
    for attempt in attempts:
        with pytest.raises(ValidationError, match=LOCK):
            attempt()
    assert list(GuidelineVersion.objects.values()) == before
    assert list(decided.clauses.values()) == content


def test_a_version_is_decided_once(carin, decided):
    with pytest.raises(ValidationError, match="är redan beslutad, 2018-08-27"):
        decide(decided, carin, valid_from=date(2020, 1, 1))


@pytest.mark.parametrize("name", ["guideline_update", "guideline_decide", "clause_create"])
def test_the_forms_of_a_decided_version_lead_back_with_the_reason(sign_in, carin, decided, name):
    answer = sign_in(carin).get(reverse(name, args=[decided.pk]), follow=True)
    assert answer.redirect_chain[-1][0] == decided.get_absolute_url()
    assert LOCK in text_of(answer)


def test_what_was_filled_in_while_another_decided_is_not_lost(sign_in, carin, draft):
    client, url = sign_in(carin), reverse("guideline_update", args=[draft.pk])
    form = client.get(url).context["form"]
    shown = {name: form[name].value() or "" for name in form.fields}
    decide(draft, carin)
    answer = client.post(url, shown | {"title": "Mitt nya namn"})
    assert answer.status_code == 422
    assert LOCK in errors_of(answer)
    assert "Mitt nya namn" in text_of(answer)


# --- Fact 59 ----------------------------------------------------------------------------------------------------------
def test_fact_59_a_procurement_keeps_the_version_it_was_published_under(sign_in, carin, decided, helsingborg):
    published = make_procurement(helsingborg, guideline=decided, phase="published")
    later = guidelines.create_guideline(by=carin, organisation=helsingborg, title="Riktlinje 2019")
    guidelines.update_guideline(by=carin, guideline=later, weights=Weights(value=90).as_dict())
    guidelines.delete_clause(by=carin, clause=later.clauses.first())
    # Even one that claims to hold from before the publication.
    decide(later, carin, decided_on=AUGUST + timedelta(days=1), valid_from=date(2019, 1, 1))
    assert GuidelineVersion.objects.in_force(helsingborg, date(2019, 6, 1)) == later
    published.refresh_from_db()
    assert published.guideline == decided
    assert published.guideline.weights == Weights().as_dict()
    assert published.guideline.clauses.count() == len(SHIPPED_CLAUSES)
    page = text_of(sign_in(carin).get(decided.get_absolute_url()))
    assert "ersatt av en senare version" in page
    assert "1 upphandling" in page


# --- Goals ------------------------------------------------------------------------------------------------------------
def test_goals_say_whether_they_were_kept(carin, helsingborg):
    goals = {"decided_goal_on": date(2018, 8, 31), "in_place_goal_on": date(2018, 12, 31)}
    version = guidelines.create_guideline(by=carin, organisation=helsingborg, title="Riktlinje", **goals)

    def told(today):
        return [goal.text for goal in overview.version(version, today).goals]

    assert told(date(2018, 8, 31)) == ["ska vara klart senast 2018-08-31", "ska vara klart senast 2018-12-31"]
    assert told(date(2018, 9, 1))[0] == "inte klart, målet var 2018-08-31"
    version = decide(version, carin)
    version = guideline_rollout.put_in_place(
        by=carin, guideline=version, on=date(2019, 1, 2), today=date(2019, 1, 2), motive="Upphandlingarna hinner inte."
    )
    kept, late = told(date(2019, 2, 1))
    assert kept == "2018-08-27, målet 2018-08-31 hölls"
    assert late.replace("\N{NO-BREAK SPACE}", " ") == "2019-01-02, 2 dagar efter målet 2018-12-31"


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("2018-08-26", "beslutades 2018-08-27 och kan inte ha införts redan 2018-08-26"),
        ("2099-01-01", "2099-01-01 har inte varit ännu"),
        ("", "Ange införd"),
    ],
)
def test_an_impossible_day_in_place_is_refused(sign_in, carin, decided, day, sentence):
    answer = new(sign_in(carin), reverse("guideline_in_place", args=[decided.pk]), {"on": day})
    assert answer.status_code == 422
    assert sentence in errors_of(answer)


def test_a_locked_version_may_still_say_when_it_was_put_in_place(sign_in, carin, decided):
    assert (
        new(
            sign_in(carin),
            reverse("guideline_in_place", args=[decided.pk]),
            {"on": "2018-12-03", "motive": "Används redan."},
        ).status_code
        == 302
    )
    decided.refresh_from_db()
    assert decided.in_place_on == date(2018, 12, 3)


def test_a_draft_is_not_put_in_place(carin, draft):
    with pytest.raises(ValidationError, match="är inte beslutad"):
        guideline_rollout.put_in_place(by=carin, guideline=draft, on=AUGUST, today=SEPTEMBER)


# --- Comparing --------------------------------------------------------------------------------------------------------
def test_what_changed_is_told_by_figure_and_by_word(sign_in, carin, decided, helsingborg):
    later = guidelines.create_guideline(by=carin, organisation=helsingborg, title="Riktlinje 2019")
    guidelines.update_guideline(by=carin, guideline=later, weights=Weights(value=30).as_dict())
    clause = later.clauses.get(title="Yrkesmentorer")
    guidelines.update_clause(
        by=carin, clause=clause, text=clause.text.replace("minst sex träffar", "minst åtta träffar")
    )
    guidelines.delete_clause(by=carin, clause=later.clauses.get(title="Bonus för anställning"))
    page = text_of(sign_in(carin).get(reverse("guideline_compare", args=[later.pk])))
    assert "Jämfört med Riktlinje 2018." in page
    assert "Vikter som ändrades" in page
    assert "Gränser som ändrades" not in page
    assert "<del>sex </del><ins>åtta </ins>" in page
    assert "borttagen klausul" in page
    backwards = text_of(sign_in(carin).get(reverse("guideline_compare", args=[decided.pk]), {"med": later.pk}))
    assert "ny klausul" in backwards


def test_equal_versions_and_a_lone_one_say_so(sign_in, carin, decided, helsingborg):
    client = sign_in(carin)
    assert "Det finns ingen annan version" in text_of(client.get(reverse("guideline_compare", args=[decided.pk])))
    copy = guidelines.create_guideline(by=carin, organisation=helsingborg, title="Kopia")
    assert "Ingen skillnad" in text_of(client.get(reverse("guideline_compare", args=[copy.pk])))


def test_only_the_organisations_own_versions_are_compared(sign_in, carin, decided, haninge, helsingborg):
    foreign = guidelines.create_guideline(by=None, organisation=haninge, title="Haninges riktlinje")
    guidelines.create_guideline(by=carin, organisation=helsingborg, title="Kopia")
    answer = sign_in(carin).get(reverse("guideline_compare", args=[decided.pk]), {"med": foreign.pk})
    assert answer.status_code == 422
    assert "Haninges riktlinje" not in text_of(answer)


# --- Roles ------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("reader", ["olivia", "doris", "malte", "adam"])
def test_those_who_see_procurements_read_the_guideline_and_change_nothing(sign_in, request, decided, reader):
    client = sign_in(request.getfixturevalue(reader))
    assert "Riktlinje 2018" in text_of(client.get(LIST))
    page = text_of(client.get(decided.get_absolute_url()))
    assert NEW not in page
    assert client.get(NEW).status_code == 403
    assert client.post(reverse("guideline_decide", args=[decided.pk])).status_code == 403


def test_another_organisations_guideline_looks_absent(sign_in, fia, decided):
    client = sign_in(fia)
    assert client.get(decided.get_absolute_url()).status_code == 404
    assert "Riktlinje 2018" not in text_of(client.get(LIST))
