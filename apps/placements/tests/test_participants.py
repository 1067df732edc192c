"""Participants: looked up by code, protected, merged and taken apart, handed over, with a target group when decided."""

import random
import uuid
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from apps.placements import codes
from apps.placements.matching_actions import update_settings
from apps.placements.merge_actions import merge_participants
from apps.placements.models import Consent, Participant, ParticipantMerge, Placement, TargetGroup, Waiting
from procurement_csr.people import make_participant, make_person, make_placement

FIRST, SECOND, THIRD = (codes.make(random.Random(number)) for number in (1, 2, 3))


@pytest.fixture
def ola(helsingborg, malte):
    return own(helsingborg, FIRST, malte)


@pytest.fixture
def siri(helsingborg, malte):
    return own(helsingborg, SECOND, malte)


@pytest.fixture
def mona(helsingborg):
    return make_person("Mona", "matcher", helsingborg)


def own(organisation, code, matcher, **fields):
    made = make_participant(organisation, code)
    Participant.objects.filter(pk=made.pk).update(matcher=matcher, **fields)
    made.refresh_from_db()
    return made


def page(name, row) -> str:
    return reverse(name, args=[row.pk])


def words(response) -> str:
    return response.content.decode()


def saved_form(client, url, **values):
    """What the form was filled in with, some values changed, posted."""
    form = client.get(url).context["form"]
    filled = {name: form[name].value() for name in form.fields}
    data = {name: value for name, value in (filled | values).items() if value not in (None, False)}
    return client.post(url, data)


# --- Looking up and making codes ------------------------------------------------------------------------------------
def test_a_code_that_is_posted_leads_to_its_page_and_never_stands_in_an_address(sign_in, malte, ola):
    response = sign_in(malte).post(reverse("participant_list"), {"code": FIRST.lower().replace("-", " ")})
    assert response.status_code == 302
    assert response["Location"] == page("participant_detail", ola)
    assert FIRST not in response["Location"]


def test_a_mistyped_code_is_said_to_be_mistyped_and_stays_in_the_field(sign_in, malte, ola):
    swapped = FIRST[1] + FIRST[0] + FIRST[2:]
    response = sign_in(malte).post(reverse("participant_list"), {"code": swapped})
    assert response.status_code == 422
    assert "felskriven" in words(response)
    assert f'value="{swapped}"' in words(response)


def test_a_right_code_that_nobody_has_is_not_there(sign_in, malte, ola):
    response = sign_in(malte).post(reverse("participant_list"), {"code": THIRD})
    assert response.status_code == 422
    assert f"Koden {THIRD} finns inte i Helsingborg" in words(response)


def test_a_double_click_makes_one_code(sign_in, malte, helsingborg):
    client, token = sign_in(malte), str(uuid.uuid4())
    places = {client.post(reverse("participant_create"), {"token": token})["Location"] for _ in range(2)}
    assert len(places) == 1
    assert Participant.objects.get(organisation=helsingborg).matcher == malte


def test_a_reference_that_is_known_asks_whether_the_code_is_known(sign_in, malte, helsingborg):
    ola = own(helsingborg, FIRST, malte, case_reference="AMF 2026/17")
    values = {"token": str(uuid.uuid4()), "case_reference": "amf 2026/17"}
    response = sign_in(malte).post(reverse("participant_create"), values)
    assert response.status_code == 422
    assert "Känner du igen koden?" in words(response)
    assert f'href="{ola.get_absolute_url()}">{FIRST}' in words(response)
    assert Participant.objects.count() == 1


@pytest.mark.parametrize("number", ["19850709-9805", "8507099805", "850769-9805", "198507699805"])
def test_a_reference_shaped_like_a_personal_number_is_refused(sign_in, malte, ola, number):
    for url in (reverse("participant_create"), page("participant_update", ola)):
        response = saved_form(sign_in(malte), url, case_reference=number)
        assert response.status_code == 422, url
        assert "Referens i verksamhetssystemet: ”" in words(response)
    assert not Participant.objects.exclude(case_reference="").exists()


def test_a_reference_is_set_and_cleared(sign_in, malte, ola):
    client, url = sign_in(malte), page("participant_update", ola)
    assert saved_form(client, url, case_reference="AMF 2026/18").status_code == 302
    assert "AMF 2026/18" in words(client.get(ola.get_absolute_url()))
    assert saved_form(client, url, case_reference="").status_code == 302
    ola.refresh_from_db()
    assert ola.case_reference == ""


def test_a_reference_of_another_code_points_to_merging(sign_in, malte, ola, siri):
    Participant.objects.filter(pk=siri.pk).update(case_reference="AMF 1")
    response = saved_form(sign_in(malte), page("participant_update", ola), case_reference="AMF 1")
    assert response.status_code == 422
    assert f"hör redan till {SECOND}. Slå ihop koderna" in words(response)


def test_a_stale_form_meets_what_the_other_saved(sign_in, malte, ola):
    client, url = sign_in(malte), page("participant_update", ola)
    version = client.get(url).context["form"]["version"].value()
    saved_form(client, url, case_reference="AMF 1")
    response = client.post(url, {"case_reference": "AMF 2", "version": version})
    assert response.status_code == 409
    assert "Nu står det: AMF 1" in words(response)


# --- Protected identity ---------------------------------------------------------------------------------------------
def test_a_protected_code_is_seen_by_its_own_matcher_only(sign_in, malte, mona, ola, contract):
    placement = make_placement(contract, ola, number=12)
    saved_form(sign_in(malte), page("participant_update", ola), is_protected="on")
    urls = [reverse("participant_list"), reverse("placement_list"), placement.get_absolute_url()]
    for url in urls:
        assert FIRST in words(sign_in(malte).get(url)), url
        assert FIRST not in words(sign_in(mona).get(url)), url
    assert sign_in(mona).get(f"/placeringar/?q={FIRST}").context["list"].total == 0
    assert sign_in(mona).get(reverse("placement_list")).context["list"].total == 1
    for name in ("detail", "update", "merge", "hand_over"):
        assert sign_in(mona).get(page(f"participant_{name}", ola)).status_code == 404, name
    assert sign_in(mona).get(page("consent_create", ola)).status_code == 404
    assert sign_in(mona).get(page("disclosure_create", placement)).status_code == 404


def test_a_protected_code_looks_unknown_to_other_matchers_wherever_it_is_typed(sign_in, mona, siri, ola, filled):
    Participant.objects.filter(pk=ola.pk).update(is_protected=True)
    client = sign_in(mona)
    unknown = f"Koden {FIRST} finns inte i Helsingborg"
    assert unknown in words(client.post(reverse("participant_list"), {"code": FIRST}))
    assert unknown in words(client.post(page("participant_merge", siri), {"code": FIRST}))
    assert unknown in words(client.post(reverse("placement_create"), filled(code=FIRST)))
    assert not Placement.objects.exists()


def test_a_reference_of_a_protected_participant_gives_its_code_to_nobody(sign_in, mona, siri, ola, filled):
    Participant.objects.filter(pk=ola.pk).update(is_protected=True, case_reference="AMF 7")
    for url, values in (
        (reverse("placement_create"), filled(case_reference="AMF 7")),
        (reverse("participant_create"), {"token": str(uuid.uuid4()), "case_reference": "AMF 7"}),
    ):
        response = sign_in(mona).post(url, values)
        assert response.status_code == 422
        assert "skyddade uppgifter" in words(response)
        assert FIRST not in words(response)


def test_somebody_elses_participant_is_handed_over_before_it_is_protected(sign_in, mona, ola):
    response = saved_form(sign_in(mona), page("participant_update", ola), is_protected="on")
    assert response.status_code == 422
    assert "Deltagaren är Maltes." in words(response)


def test_handing_over_a_protected_participant_takes_it_out_of_sight(sign_in, malte, mona, ola):
    Participant.objects.filter(pk=ola.pk).update(is_protected=True)
    response = saved_form(sign_in(malte), page("participant_hand_over", ola), matcher=mona.pk)
    assert response["Location"] == reverse("participant_list")
    assert sign_in(malte).get(page("participant_detail", ola)).status_code == 404
    assert FIRST in words(sign_in(mona).get(page("participant_detail", ola)))


def test_only_matchers_of_the_organisation_can_be_given_a_participant(sign_in, malte, mona, mio, olivia, ola):
    choices = sign_in(malte).get(page("participant_hand_over", ola)).context["form"].fields["matcher"].queryset
    assert list(choices) == [mona]
    assert saved_form(sign_in(malte), page("participant_hand_over", ola), matcher=mio.pk).status_code == 422


def test_a_protected_participant_whose_matcher_has_left_is_given_to_another_without_being_seen(
    sign_in, malte, mona, adam, ola, siri
):
    Participant.objects.filter(pk__in=[ola.pk, siri.pk]).update(is_protected=True)
    Participant.objects.filter(pk=siri.pk).update(matcher=mona)
    malte.memberships.all().delete()
    page_of_settings = words(sign_in(adam).get(reverse("matching_settings")))
    assert "Skyddade deltagare utan matchare: 1" in page_of_settings
    assert FIRST not in page_of_settings
    assert sign_in(adam).post(reverse("protected_reassign"), {"matcher": mona.pk}).status_code == 302
    assert "utan matchare" not in words(sign_in(adam).get(reverse("matching_settings")))
    assert FIRST in words(sign_in(mona).get(ola.get_absolute_url()))
    siri.refresh_from_db()
    assert siri.matcher == mona


# --- Merging ----------------------------------------------------------------------------------------------------------
def test_merging_moves_everything_and_the_old_code_leads_to_the_one_that_stays(
    sign_in, malte, ola, siri, contract, filled
):
    first = make_placement(contract, ola, number=1)
    second = make_placement(contract, siri, number=2, started_on=date(2026, 5, 4))
    consent = Consent.objects.create(participant=siri, purpose="follow_up", given_on="2026-03-02", recorded_by=malte)
    waiting = Waiting.objects.create(participant=siri, since=date(2026, 6, 1))
    Participant.objects.filter(pk=siri.pk).update(case_reference="AMF 9")
    client = sign_in(malte)
    assert client.post(page("participant_merge", ola), {"code": SECOND})["Location"] == ola.get_absolute_url()
    for row in (first, second, consent, waiting):
        row.refresh_from_db()
        assert row.participant == ola
    ola.refresh_from_db()
    assert ola.case_reference == "AMF 9"
    shown = words(client.get(ola.get_absolute_url()))
    assert "En invånare, 2 placeringar" in shown
    assert f"{SECOND} slogs ihop med den här koden, 1 placering flyttades." in shown
    assert client.get(page("participant_detail", siri)).status_code == 404
    assert client.post(reverse("participant_list"), {"code": SECOND})["Location"] == ola.get_absolute_url()
    client.post(reverse("placement_create"), filled(code=SECOND, referring_body="municipality", supervisor_role="chef"))
    assert Placement.objects.latest("pk").participant == ola


def test_a_merge_is_undone_with_everything_back_and_what_came_after_stays(sign_in, malte, ola, siri, contract):
    moved = make_placement(contract, siri, number=1)
    Participant.objects.filter(pk=siri.pk).update(case_reference="AMF 9")
    client = sign_in(malte)
    client.post(page("participant_merge", ola), {"code": SECOND})
    later = make_placement(contract, ola, number=2, started_on=date(2026, 5, 4))
    merge = ParticipantMerge.objects.get()
    for _ in range(2):
        assert client.post(page("merge_undo", merge))["Location"] == ola.get_absolute_url()
    for row in (moved, later, ola, siri, merge):
        row.refresh_from_db()
    assert (moved.participant, later.participant) == (siri, ola)
    assert (ola.case_reference, siri.case_reference, siri.merged_into) == ("", "AMF 9", None)
    assert merge.undone_by == malte
    assert "Ångrat" in words(client.get(ola.get_absolute_url()))


def test_two_codes_at_the_same_place_from_the_same_day_are_not_merged(sign_in, malte, ola, siri, contract):
    for number, participant in ((1, ola), (2, siri)):
        make_placement(contract, participant, number=number)
    response = sign_in(malte).post(page("participant_merge", ola), {"code": SECOND})
    assert response.status_code == 422
    assert "P1 och P2 är på samma avtal och börjar samma dag" in words(response)
    assert not ParticipantMerge.objects.exists()


@pytest.mark.parametrize(
    ("prepare", "sentence"),
    [
        (lambda ola, siri: ola, "är den här deltagaren"),
        (lambda ola, siri: refer(ola, siri), "har var sin referens"),
        (lambda ola, siri: wait(ola, siri), "väntar på plats"),
        (lambda ola, siri: protect(siri), "Bara den ena koden har skyddade uppgifter"),
    ],
)
def test_what_cannot_be_merged_says_why(sign_in, malte, ola, siri, prepare, sentence):
    other = prepare(ola, siri)
    response = sign_in(malte).post(page("participant_merge", ola), {"code": other.code})
    assert response.status_code == 422
    assert sentence in words(response)
    assert not ParticipantMerge.objects.exists()


def refer(ola, siri):
    for number, each in enumerate((ola, siri)):
        Participant.objects.filter(pk=each.pk).update(case_reference=f"AMF {number}")
    return siri


def wait(ola, siri):
    for each in (ola, siri):
        Waiting.objects.create(participant=each, since=date(2026, 6, 1))
    return siri


def protect(siri):
    Participant.objects.filter(pk=siri.pk).update(is_protected=True)
    return siri


def test_merges_in_a_row_are_undone_from_the_last(sign_in, malte, helsingborg, ola, siri):
    third = own(helsingborg, THIRD, malte)
    inner = merge_participants(by=malte, kept=siri, merged=third)
    merge_participants(by=malte, kept=ola, merged=siri)
    client = sign_in(malte)
    assert client.post(reverse("participant_list"), {"code": THIRD})["Location"] == ola.get_absolute_url()
    assert client.post(page("merge_undo", inner)).status_code == 404


def test_a_code_of_another_municipality_cannot_be_merged(sign_in, malte, haninge, ola):
    make_participant(haninge, SECOND)
    response = sign_in(malte).post(page("participant_merge", ola), {"code": SECOND})
    assert response.status_code == 422
    assert f"Koden {SECOND} finns inte i Helsingborg" in words(response)


# --- The list ---------------------------------------------------------------------------------------------------------
def test_the_list_shows_who_waits_and_who_is_mine(sign_in, malte, mona, ola, siri, helsingborg, haninge):
    own(helsingborg, THIRD, mona)
    make_participant(haninge, FIRST)
    Waiting.objects.create(participant=siri, since=timezone.localdate() - timedelta(days=9))
    client, url = sign_in(malte), reverse("participant_list")
    assert client.get(url).context["list"].total == 3
    shown = {query: words(client.get(f"{url}?show={query}")) for query in ("mine", "waiting")}
    assert THIRD not in shown["mine"]
    assert FIRST in shown["mine"]
    assert FIRST not in shown["waiting"]
    assert SECOND in shown["waiting"]


# --- Target groups ----------------------------------------------------------------------------------------------------
def test_a_target_group_is_noted_only_after_a_decision(sign_in, malte, adam, ola, helsingborg):
    client, url = sign_in(adam), reverse("matching_settings")
    refused = saved_form(client, url, uses_target_groups="on")
    assert refused.status_code == 422
    assert "Ange vem som beslutat att målgrupp får anges" in words(refused)
    assert client.post(reverse("target_group_create"), {"name": "Unga"}).status_code == 422
    assert "target_group" not in sign_in(malte).get(page("participant_update", ola)).context["form"].fields
    decision = {"decided_by_body": "AMN", "decided_on": "2026-02-01", "reference": "AMN § 9"}
    assert saved_form(sign_in(adam), url, uses_target_groups="on", **decision).status_code == 302
    for _ in range(2):
        sign_in(adam).post(reverse("target_group_create"), {"name": "Unga"})
    young = TargetGroup.objects.get(organisation=helsingborg)
    assert saved_form(sign_in(malte), page("participant_update", ola), target_group=young.pk).status_code == 302
    assert "Målgrupp" in words(sign_in(malte).get(ola.get_absolute_url()))
    ola.refresh_from_db()
    assert ola.target_group == young


def test_a_target_group_of_another_municipality_cannot_be_chosen(sign_in, malte, ola, helsingborg, haninge, today):
    decision = {"decided_by_body": "AMN", "decided_on": today, "reference": "AMN § 9"}
    settings = {"follow_up_months": [3], "uses_target_groups": True, "today": today}
    update_settings(by=None, organisation=helsingborg, **settings, **decision)
    foreign = TargetGroup.objects.create(organisation=haninge, name="Unga i Haninge")
    assert saved_form(sign_in(malte), page("participant_update", ola), target_group=foreign.pk).status_code == 422


def test_the_target_group_stays_when_it_is_taken_out_of_use(sign_in, malte, adam, ola, helsingborg, today):
    decision = {"decided_by_body": "AMN", "decided_on": today, "reference": "AMN § 9"}
    settings = {"follow_up_months": [3], "uses_target_groups": True, "today": today}
    update_settings(by=adam, organisation=helsingborg, **settings, **decision)
    young = TargetGroup.objects.create(organisation=helsingborg, name="Unga")
    Participant.objects.filter(pk=ola.pk).update(target_group=young)
    url = page("target_group_update", young)
    form = sign_in(adam).get(url).context["form"]
    assert sign_in(adam).post(url, {"name": "Unga 18–24", "version": form["version"].value()}).status_code == 302
    shown = sign_in(malte).get(page("participant_update", ola)).context["form"].fields["target_group"].queryset
    assert [str(each) for each in shown] == ["Unga 18–24"]


@pytest.mark.parametrize("months", ["6, 12", "3, 99", "tre", "3, -6", "0, 3"])
def test_follow_up_months_that_are_wrong_are_refused_with_the_value(sign_in, adam, months):
    response = saved_form(sign_in(adam), reverse("matching_settings"), follow_up_months=months)
    assert response.status_code == 422
    assert f"”{months}”" in words(response)


def test_the_next_placement_is_logged_from_the_participants_page(sign_in, malte, mona, ola, siri, contract, haninge):
    log, client = f"{reverse('placement_create')}?deltagare=", sign_in(malte)
    assert f"{log}{ola.pk}" in words(client.get(ola.get_absolute_url())), "also before the first placement"
    make_placement(contract, ola)
    assert f"{log}{ola.pk}" in words(client.get(ola.get_absolute_url()))
    assert client.get(f"{log}{ola.pk}").context["form"]["code"].value() == ola.code
    foreign = make_participant(haninge, codes.make(random.Random(9)))
    Participant.objects.filter(pk=siri.pk).update(is_protected=True, matcher=mona)
    for key in (foreign.pk, siri.pk, "x", "9" * 30):
        assert client.get(f"{log}{key}").context["form"]["code"].value() == "", key


def test_one_without_colleagues_is_told_who_can_invite_a_matcher(sign_in, malte, ola, helsingborg):
    text = f"Det finns ingen annan matchare i {helsingborg}. Administratören kan bjuda in en."
    assert text in words(sign_in(malte).get(page("participant_hand_over", ola)))
