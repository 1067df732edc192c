"""A version of the guideline from proposal to in place, through its pages."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from apps.procurements import guideline_rollout, guidelines
from apps.procurements.models import GuidelineVersion
from apps.procurements.tests.test_guideline_process import decide as decide_requirement
from apps.procurements.tests.test_guidelines import decide, errors_of, new, text_of
from procurement_csr.people import make_procurement

pytestmark = pytest.mark.django_db
ADDRESS = "https://www.helsingborg.exempel/riktlinje"
DONE = {"published_on": "2018-09-03", "published_url": ADDRESS}
DONE |= {"seminars_held_on": "2018-11-20", "seminars_reference": "KS 2018/412"}


@pytest.fixture
def draft(helsingborg, carin):
    return guidelines.create_guideline(by=carin, organisation=helsingborg, title="Riktlinje 2018")


@pytest.fixture
def decided(draft, carin):
    return decide(draft, carin)


def url(name, guideline):
    return reverse(f"guideline_{name}", args=[guideline.pk])


# --- Proposed ---------------------------------------------------------------------------------------------------------
def test_a_version_is_proposed_and_taken_back_to_revision(sign_in, carin, draft):
    client = sign_in(carin)
    assert "under översyn" in text_of(client.get(draft.get_absolute_url()))
    assert new(client, url("propose", draft), {"on": "2018-06-18"}).url == draft.get_absolute_url()
    assert "föreslagen, inte beslutad" in text_of(client.get(draft.get_absolute_url()))
    assert new(client, url("propose", draft), {"on": "", "take_back": "ja"}).status_code == 302
    draft.refresh_from_db()
    assert draft.proposed_on is None


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("", "Ange dagen då förslaget lämnades"),
        ("2099-01-01", "har inte varit ännu"),
        ("1989-01-01", "från och med 1990"),
        ("2018-02-30", "år-månad-dag"),
    ],
)
def test_an_impossible_day_of_proposal_is_refused(sign_in, carin, draft, day, sentence):
    answer = new(sign_in(carin), url("propose", draft), {"on": day})
    assert answer.status_code == 422
    assert sentence in errors_of(answer)


def test_nothing_is_decided_before_it_was_proposed(carin, draft):
    today = date(2018, 12, 1)
    proposed = guideline_rollout.propose_guideline(by=carin, guideline=draft, on=date(2018, 8, 28), today=today)
    with pytest.raises(ValidationError, match="föreslogs 2018-08-28 och kan inte ha beslutats redan 2018-08-27"):
        decide(proposed, carin)


def test_a_decided_version_is_not_proposed_again(sign_in, carin, decided):
    client = sign_in(carin)
    assert client.get(url("propose", decided)).url == decided.get_absolute_url()
    with pytest.raises(ValidationError, match="är redan beslutad"):
        guideline_rollout.propose_guideline(by=carin, guideline=decided, on=None, today=date(2019, 1, 1))


# --- Published, seminars, goal ----------------------------------------------------------------------------------------
def test_publishing_seminars_and_goal_are_kept_though_the_version_is_locked(sign_in, carin, decided):
    client = sign_in(carin)
    assert new(client, url("rollout_update", decided), DONE | {"follow_goal": "90"}).status_code == 302
    decided.refresh_from_db()
    assert (decided.published_url, decided.follow_goal) == (ADDRESS, 90)
    page = text_of(client.get(decided.get_absolute_url()))
    assert page.count("uppfyllt") == 3
    assert "ingen annonserad än, målet är minst 90 %" in page
    assert f'href="{ADDRESS}"' in page


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"published_url": ""}, "published_url", "Ange adressen"),
        ({"published_on": ""}, "published_on", "Ange dagen, eller töm adressen"),
        ({"published_on": "2018-08-26"}, "published_on", "beslutades 2018-08-27 och kan inte ha publicerats redan"),
        ({"published_on": "2099-01-01"}, "published_on", "2099-01-01 har inte varit ännu"),
        ({"published_url": "javascript:alert(1)"}, "published_url", "Ange en hel webbadress"),
        (
            {"published_url": "http://kommun.exempel/r"},
            "published_url",
            "Ange en hel webbadress som börjar med https://",
        ),
        ({"seminars_reference": ""}, "seminars_reference", "Ange var det framgår"),
        ({"seminars_held_on": ""}, "seminars_held_on", "Ange dagen, eller töm underlaget"),
        ({"seminars_reference": "Anna 19850709-9805"}, "seminars_reference", "ser ut som ett personnummer"),
        ({"follow_goal": "0"}, "follow_goal", "ska vara minst 1"),
        ({"follow_goal": "101"}, "follow_goal", "får vara högst 100"),
        ({"follow_goal": "många"}, "follow_goal", "med siffror"),
    ],
)
def test_what_makes_no_sense_about_the_introduction_stands_at_its_field(
    sign_in, carin, decided, changes, field, sentence
):
    answer = new(sign_in(carin), url("rollout_update", decided), DONE | changes)
    assert answer.status_code == 422
    assert sentence in " ".join(answer.context["form"].errors[field]).replace("\N{NO-BREAK SPACE}", " ")
    decided.refresh_from_db()
    assert decided.published_on is None


def test_a_draft_is_not_published(sign_in, carin, draft):
    answer = new(sign_in(carin), url("rollout_update", draft), DONE)
    assert answer.status_code == 422
    assert "är inte beslutad och kan inte vara publicerad" in errors_of(answer)


def test_the_later_of_two_is_told_what_the_first_saved_about_the_introduction(sign_in, carin, decided):
    client, address = sign_in(carin), url("rollout_update", decided)
    form = client.get(address).context["form"]
    shown = {name: form[name].value() or "" for name in form.fields}
    assert client.post(address, shown | {"follow_goal": "70"}).status_code == 302
    second = client.post(address, shown | {"follow_goal": "60"})
    assert second.status_code == 409
    assert "Nu står det: 70" in errors_of(second)


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"in_place_on": date(2019, 1, 1)}, "guideline_in_place_is_decided"),
        ({"proposed_on": date(2018, 9, 1), "decided_on": date(2018, 8, 1)}, "guideline_proposed_before_decided"),
        ({"published_on": date(2018, 9, 1)}, "guideline_published_has_day_and_address"),
        ({"published_url": ADDRESS}, "guideline_published_has_day_and_address"),
        ({"seminars_held_on": date(2018, 9, 1)}, "guideline_seminars_have_reference"),
        ({"seminars_reference": "dnr"}, "guideline_seminars_have_reference"),
        ({"follow_goal": 0}, "guideline_follow_goal_1_to_100"),
        ({"follow_goal": 101}, "guideline_follow_goal_1_to_100"),
    ],
)
def test_the_database_refuses_an_introduction_that_makes_no_sense(draft, values, name):
    whole = {"decided_by": "KF", "valid_from": date(2018, 9, 1)}
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        GuidelineVersion.objects.filter(pk=draft.pk).update(**whole | values)


# --- In place ---------------------------------------------------------------------------------------------------------
def test_a_version_is_in_place_when_its_criteria_are_met(sign_in, carin, decided, helsingborg):
    client = sign_in(carin)
    new(client, url("rollout_update", decided), DONE)
    followed = make_procurement(helsingborg, guideline=decided, phase="published")
    decide_requirement(followed, "dialog", "dialog")
    assert new(client, url("in_place", decided), {"on": "2018-12-14"}).status_code == 302
    decided.refresh_from_db()
    assert (decided.in_place_on, decided.in_place_motive) == (date(2018, 12, 14), "")
    assert [each["is_met"] for each in decided.in_place_basis] == [True] * 4
    page = text_of(client.get(decided.get_absolute_url()))
    assert "gäller i dag och är införd" in page
    assert "1 av 1 (100 %)" in page


def test_a_version_that_lacks_something_needs_a_motive_and_keeps_what_it_lacked(sign_in, carin, decided):
    client = sign_in(carin)
    answer = new(client, url("in_place", decided), {"on": "2018-12-14"})
    assert answer.status_code == 422
    assert "inte uppfyllda: publicerad, seminarier hållna och följs av upphandlingarna." in errors_of(answer)
    assert new(client, url("in_place", decided), {"on": "2018-12-14", "motive": "Nämnden vill det."}).status_code == 302
    decided.refresh_from_db()
    assert [each["is_met"] for each in decided.in_place_basis] == [True, False, False, False]
    page = text_of(client.get(decided.get_absolute_url()))
    assert "Nämnden vill det." in page
    assert "återstod" in page


def test_a_version_is_not_in_place_before_it_holds(carin, decided):
    with pytest.raises(ValidationError, match="gäller från 2018-09-01 och kan inte ha införts redan 2018-08-30"):
        guideline_rollout.put_in_place(
            by=carin, guideline=decided, on=date(2018, 8, 30), today=date(2018, 12, 1), motive="Bråttom."
        )


def test_who_confirms_what_another_has_changed_meanwhile_looks_again(sign_in, carin, decided):
    client, address = sign_in(carin), url("in_place", decided)
    form = client.get(address).context["form"]
    shown = {name: form[name].value() or "" for name in form.fields} | {"on": "2018-12-14", "motive": "Ja."}
    new(client, url("rollout_update", decided), DONE)
    assert client.post(address, shown).status_code == 409


def test_held_seminars_that_an_upper_floor_tells_of_meet_the_criterion(settings, sign_in, carin, decided):
    settings.GUIDELINE_SEMINARS = [f"{__name__}.two_seminars"]
    assert "2 hållna seminarier" in text_of(sign_in(carin).get(decided.get_absolute_url()))


def two_seminars(guideline, today):
    return 2


# --- Who follows it ---------------------------------------------------------------------------------------------------
def test_the_list_shows_each_procurement_of_the_version_and_how_it_stands(sign_in, carin, decided, helsingborg):
    for title, *decision in (("Måleri", "dialog", "dialog"), ("Städ", "none", "numeric"), ("Skolskjuts",)):
        procurement = make_procurement(helsingborg, title, guideline=decided, phase="published")
        if decision:
            decide_requirement(procurement, *decision)
    make_procurement(helsingborg, "Utan riktlinje", phase="published")
    client, address = sign_in(carin), url("procurements", decided)
    page = text_of(client.get(address))
    assert "2 av 3 (66 %) följer versionen." in page
    assert "Räknade är upphandlingar som annonserades medan versionen gällde" in page
    assert "inget krav, rekommenderat var krav på antal" in page
    assert "Utan riktlinje" not in page
    missing = text_of(client.get(address, {"foljer": "missing"}))
    assert "Skolskjuts" in missing
    assert "Måleri" not in missing
    assert "Städ" in client.get(address, {"format": "csv"}).getvalue().decode("utf-8-sig")


def test_a_version_nobody_has_followed_says_so(sign_in, carin, decided):
    page = text_of(sign_in(carin).get(url("procurements", decided)))
    assert "Ingen upphandling har annonserats under versionen." in page
    assert "Ingen upphandling än" in page


def test_a_department_sees_the_share_of_all_and_the_list_of_its_own(
    sign_in, doris, decided, helsingborg, property_department, school_department
):
    for title, department in (("Fasader", property_department), ("Skolmat", school_department)):
        make_procurement(helsingborg, title, guideline=decided, phase="published", department=department)
    page = text_of(sign_in(doris).get(url("procurements", decided)))
    assert "0 av 2 (0 %)" in page
    assert "som din roll ser" in page
    assert "Fasader" in page
    assert "Skolmat" not in page


# --- Comparing --------------------------------------------------------------------------------------------------------
def test_what_differs_in_days_names_and_goals_is_told_beside_the_rules(sign_in, carin, decided, helsingborg):
    goals = {"decided_goal_on": date(2019, 8, 31), "note": "Ses över efter nya lagen."}
    later = guidelines.create_guideline(by=carin, organisation=helsingborg, title="Riktlinje 2019", **goals)
    page = text_of(sign_in(carin).get(url("compare", later)))
    for told in ("Uppgifter och datum som skiljer", "Riktlinje 2018", "2018-08-27", "2019-08-31", "Ses över efter"):
        assert told in page


# --- Roles ------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("name", ["propose", "rollout_update", "in_place"])
def test_only_the_coordinator_brings_a_version_into_use(sign_in, olivia, decided, name):
    assert sign_in(olivia).post(url(name, decided), {}).status_code == 403


@pytest.mark.parametrize("name", ["propose", "rollout_update", "in_place", "procurements"])
def test_another_organisations_version_looks_absent_on_every_page(sign_in, haninge, decided, name):
    from procurement_csr.people import make_person

    stranger = make_person("Cia", "coordinator", haninge)
    assert sign_in(stranger).get(url(name, decided)).status_code == 404
