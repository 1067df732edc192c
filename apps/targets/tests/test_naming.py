"""The decision to name suppliers: by default they are not, and disclosure control stands above every decision."""

import uuid
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from apps.targets.models import NamingDecision, PublishedYear, ShareLink
from apps.targets.report_files import report_of
from apps.targets.share_views import token_of
from apps.targets.snapshot_actions import freeze
from apps.targets.tests.conftest import decide, make_result
from apps.targets.tests.test_dashboard import text_of
from procurement_csr import people

URL = reverse("naming_create")
DASHBOARD = f"{reverse('dashboard')}?ar=2016"
OPEN = "/oppet/2120001157/2016/"


@pytest.fixture
def small(helsingborg, result):
    """Placements at two suppliers that are too small to be named."""
    for name, many in (("Lillmålarna AB", 2), ("Småstäd AB", 3)):
        contract = people.make_contract(people.make_procurement(helsingborg), people.make_supplier(name))
        for at in range(many):
            participant = people.make_participant(helsingborg, f"{name[0]}{at:02d}-016")
            people.make_placement(contract, participant, started_on=date(2016, 3, 1))


@pytest.fixture
def freeze_year(helsingborg, carin, small, target):
    def make():
        return freeze(by=carin, organisation=helsingborg, year=2016, period="year", today=date(2017, 1, 20))

    return make


def shared(organisation, snapshot, person):
    own = {"organisation": organisation, "year": 2016, "created_by": person, "expires_on": timezone.localdate()}
    return reverse("share_page", args=[token_of(ShareLink.objects.create(**own, snapshot=snapshot))])


@pytest.fixture
def read(client, sign_in, helsingborg, carin, pelle):
    """Everything that could name a supplier: dashboard, report's page, its text, the open page and a shared address."""
    PublishedYear.objects.create(organisation=helsingborg, year=2016, published_by=carin)

    def all_of(snapshot):
        reader = sign_in(pelle)
        pages = [DASHBOARD, reverse("snapshot_detail", args=[snapshot.pk])]
        found = [text_of(reader.get(url)) for url in pages]
        reader.logout()
        found += [text_of(client.get(url)) for url in (OPEN, shared(helsingborg, snapshot, carin))]
        return [*found, str(report_of(type(snapshot).objects.get(pk=snapshot.pk)))]

    return all_of


def test_without_a_decision_no_supplier_is_named_anywhere(freeze_year, read):
    for text in read(freeze_year()):
        assert "Måleriet" not in text
        assert "Lillmålarna" not in text


def test_with_a_decision_those_that_are_not_small_are_named_everywhere(freeze_year, read, helsingborg, carin):
    decide(carin, helsingborg)
    for text in read(freeze_year()):
        assert "Måleriet AB" in text
        assert "Lillmålarna" not in text


def test_a_new_decision_undoes_it_also_in_what_is_frozen(freeze_year, read, helsingborg, carin):
    decide(carin, helsingborg)
    frozen = freeze_year()
    decide(carin, helsingborg, names_suppliers=False, on=date(2017, 2, 2))
    for text in read(frozen):
        assert "Måleriet" not in text


def test_a_decision_after_the_freezing_names_on_the_dashboard_and_not_in_the_report(
    freeze_year, read, helsingborg, carin
):
    frozen = freeze_year()
    decide(carin, helsingborg)
    dashboard, *outside = read(frozen)
    assert "Måleriet AB" in dashboard
    assert not any("Måleriet" in text for text in outside)


def test_another_authoritys_decision_names_nobody_here(freeze_year, read, haninge, carin):
    decide(carin, haninge)
    assert not any("Måleriet" in text for text in read(freeze_year()))


def test_a_running_year_names_nobody_whatever_is_decided(sign_in, pelle, helsingborg, carin):
    year = timezone.localdate().year
    make_result(helsingborg, year)
    decide(carin, helsingborg)
    assert "Måleriet" not in text_of(sign_in(pelle).get(reverse("dashboard")))


@pytest.fixture
def filled():
    typed = {"names_suppliers": "ja", "decided_by_body": "Kommunstyrelsen", "reference": "KS 2026/45"}
    return typed | {"decided_on": timezone.localdate().isoformat(), "token": str(uuid.uuid4())}


def test_carin_adds_a_decision_and_the_page_says_what_holds(sign_in, carin, filled):
    client = sign_in(carin)
    assert "Inget beslut är inlagt" in text_of(client.get(URL))
    page = text_of(client.post(URL, filled, follow=True))
    assert "Leverantörerna namnges. Beslutat av Kommunstyrelsen" in page
    assert "KS 2026/45" in page
    page = text_of(client.post(URL, filled | {"names_suppliers": "nej", "token": str(uuid.uuid4())}, follow=True))
    assert "Leverantörerna namnges inte. Beslutat av" in page
    assert list(NamingDecision.objects.values_list("names_suppliers", flat=True)) == [False, True]
    assert page.count("ersatt") == 1


def test_the_same_form_twice_is_one_decision(sign_in, carin, filled):
    client = sign_in(carin)
    for _ in range(2):
        assert client.post(URL, filled).status_code == 302
    assert NamingDecision.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"names_suppliers": ""}, "Välj vad som är beslutat"),
        ({"names_suppliers": "kanske"}, "Välj"),
        ({"decided_by_body": ""}, "Ange vem som beslutade"),
        ({"reference": ""}, "Ange beslutets beteckning"),
        ({"reference": "19121212-1212"}, "personnummer"),
        ({"decided_on": "2999-01-01"}, "2999-01-01"),
        ({"decided_on": (timezone.localdate() + timedelta(1)).isoformat()}, "har inte varit ännu"),
    ],
)
def test_a_decision_that_cannot_be_gets_its_sentence(sign_in, carin, filled, changes, sentence):
    response = sign_in(carin).post(URL, filled | changes)
    assert response.status_code == 422
    assert sentence in text_of(response)
    assert not NamingDecision.objects.exists()


def test_an_older_decision_cannot_undo_a_newer_one(helsingborg, carin):
    decide(carin, helsingborg, on=date(2020, 1, 1))
    with pytest.raises(ValidationError, match="före det beslut som gäller"):
        decide(carin, helsingborg, names_suppliers=False, on=date(2019, 12, 31))
    assert decide(carin, helsingborg, names_suppliers=False, on=date(2020, 1, 1)) == (
        NamingDecision.objects.in_force(helsingborg)
    )
