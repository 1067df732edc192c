"""Targets: each change a version, each version a decision."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from apps.targets import actions
from apps.targets.models import Target
from apps.targets.tests.conftest import make_target
from apps.targets.tests.test_dashboard import text_of

URL = f"{reverse('target_create')}?ar=2016"


@pytest.fixture
def filled():
    """What Carin types; a test changes what it is about."""

    def values(**changes):
        typed = {
            "value": "50",
            "counted_kinds": ["internship", "employment"],
            "counting_rule": "residents_started",
            "decided_by_body": "Kommunstyrelsen",
            "decided_on": "2016-05-02",
            "reference": "KS 2016/77",
            "base_version": "0",
        }
        return typed | changes

    return values


def test_carin_sets_the_first_target(sign_in, carin, helsingborg, filled):
    response = sign_in(carin).post(URL, filled(), follow=True)
    target = Target.objects.get()
    assert (target.organisation, target.year, target.version, target.value) == (helsingborg, 2016, 1, 50)
    assert (target.counted_kinds, target.created_by) == (["internship", "employment"], carin)
    assert "Sparat. Målet för 2016 är 50." in text_of(response)


def test_the_form_is_filled_in_from_the_version_in_force(sign_in, carin, target):
    form = sign_in(carin).get(URL).context["form"]
    assert form.initial["value"] == 40
    assert form.initial["base_version"] == 1
    assert 'value="KF 2015/123"' in text_of(sign_in(carin).get(URL))


def test_a_change_is_the_next_version_and_the_first_stands_unchanged(sign_in, carin, target, filled):
    sign_in(carin).post(URL, filled(base_version="1"))
    assert list(Target.objects.order_by("version").values_list("version", "value")) == [(1, 40), (2, 50)]


def test_two_who_change_from_the_same_version_get_one_version_and_a_sentence(
    sign_in, carin, target, helsingborg, filled
):
    make_target(helsingborg, version=2, value=45)
    response = sign_in(carin).post(URL, filled(base_version="1"))
    assert response.status_code == 422
    assert "Någon annan har just ändrat målet. Läs den nya versionen först." in text_of(response)
    assert 'value="KS 2016/77"' in text_of(response), "nothing typed is lost"
    assert Target.objects.count() == 2


def test_a_race_that_passes_the_check_becomes_the_same_sentence(carin, target, helsingborg, filled, monkeypatch):
    # The other person's row lands between our look and our write: the look is told nothing of it.
    monkeypatch.setattr(actions.target_queries, "latest_version", lambda *_: 0)
    monkeypatch.setattr(Target, "full_clean", lambda self: None)
    values = filled(base_version=0, value=50, decided_on=timezone.localdate().replace(year=2016, day=1))
    with pytest.raises(ValidationError, match="Någon annan har just ändrat målet"):
        actions.set_target(by=carin, organisation=helsingborg, year=2016, today=timezone.localdate(), **values)


def test_the_database_refuses_two_rows_of_one_version(target, helsingborg):
    with pytest.raises(IntegrityError, match="target_version_unique"), transaction.atomic():
        make_target(helsingborg)


def test_a_double_click_makes_one_version(sign_in, carin, filled):
    client = sign_in(carin)
    assert [client.post(URL, filled()).status_code for _ in range(2)] == [302, 302]
    assert Target.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"value": ""}, "Ange mål"),
        ({"value": "0"}, "Mål ska vara minst 1"),
        ({"value": "fyrtio"}, "Ange mål med siffror"),
        ({"value": "99999999999"}, "Mål får vara högst 1"),
        ({"counted_kinds": []}, "Välj minst en insats som räknas mot målet"),
        ({"counted_kinds": ["study_visit"]}, "bland alternativen"),
        ({"counting_rule": "annat"}, "bland alternativen"),
        ({"decided_by_body": ""}, "Ange vem som beslutade målet"),
        ({"decided_by_body": "Anna 850709-9805"}, "personnummer"),
        ({"reference": "850709-9805"}, "personnummer"),
        ({"reference": "x" * 121}, "högst 120 tecken"),
        ({"decided_on": "i våras"}, "år-månad-dag"),
        ({"decided_on": "2017-01-01"}, "ligger efter 2016. Målet måste beslutas före årets slut."),
        ({"decided_on": str(timezone.localdate() + timedelta(days=9))}, "har inte varit ännu"),
        ({"base_version": "x"}, "Sidan hade blivit gammal."),
        ({"base_version": "7"}, "Någon annan har just ändrat målet"),
    ],
)
def test_bad_input_gets_its_sentence_and_saves_nothing(sign_in, carin, filled, changes, sentence):
    response = sign_in(carin).post(URL, filled(**changes))
    assert response.status_code == 422
    assert sentence in text_of(response)
    assert not Target.objects.exists()


@pytest.mark.parametrize("name", ["olivia", "pelle", "malte", "adam", "doris", "ulla", "fia"])
def test_only_a_coordinator_sets_targets(request, sign_in, filled, name):
    client = sign_in(request.getfixturevalue(name))
    assert client.get(URL).status_code == 403
    assert client.post(URL, filled()).status_code == 403
    assert not Target.objects.exists()


def test_the_versions_stand_with_their_decisions_and_one_holds(sign_in, pelle, target, helsingborg):
    make_target(helsingborg, version=2, value=50, reference="KS 2016/77")
    page = text_of(sign_in(pelle).get(reverse("counting_rules")))
    assert page.index("KS 2016/77") < page.index("KF 2015/123")
    assert (page.count(">gäller<"), page.count(">ersatt<")) == (1, 1)


def test_the_rules_of_another_municipality_are_not_shown(sign_in, fia, target):
    page = text_of(sign_in(fia).get(reverse("counting_rules")))
    assert "KF 2015/123" not in page
    assert "Inget mål är inlagt ännu." in page


def test_the_banner_after_a_placement_counts_against_the_year_of_its_start(rf, malte, ulla, result, target):
    from apps.targets.panels import placement_saved

    request, placement = rf.get("/"), result.placements.first()
    request.user = malte
    assert placement_saved(request, placement).title == "26 av 40 2016."
    request.user = ulla
    assert placement_saved(request, placement) is None


def test_the_banner_says_this_year_and_does_without_a_target(rf, malte, result):
    from apps.targets.panels import placement_saved

    request, placement = rf.get("/"), result.placements.first()
    request.user = malte
    assert placement_saved(request, placement).title == "26 invånare 2016."
    placement.started_on = timezone.localdate()
    placement.save()
    assert placement_saved(request, placement).title == "1 invånare i år."
