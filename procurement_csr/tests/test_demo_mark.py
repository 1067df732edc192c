"""Which pages say "Exempeldata": those of the example world, and none of a real organisation beside it."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from apps.accounts.models import Membership, Organisation, User
from apps.placements.models import Placement
from apps.suppliers.models import Supplier
from apps.targets.models import PublishedYear
from procurement_csr.demo.loading import load
from procurement_csr.demo.removal import remove
from procurement_csr.menus import MENUS
from procurement_csr.people import make_contract, make_organisation, make_person, make_placement, make_procurement

MARK = "<strong>Exempeldata.</strong>"
ROLES = ("officer", "coordinator", "matcher", "union", "politician", "administrator")


@pytest.fixture
def demo(settings, db):
    settings.DEMO = True
    assert load(today=date(2026, 9, 15))


@pytest.fixture
def real(demo):
    return make_organisation("Riktstad")


def marks(client, *urls) -> set[bool]:
    """Whether the pages say that they are examples; each is shown."""
    pages = [client.get(url, follow=True) for url in urls]
    assert {page.status_code for page in pages} <= {200}, list(zip(urls, pages, strict=True))
    return {MARK in page.text for page in pages}


def urls_of(role) -> list[str]:
    return ["/", "/personuppgifter/", *(reverse(item.url_name) for item in MENUS[role])]


def test_every_page_of_an_example_organisation_is_marked(demo, sign_in):
    for role in ROLES:
        person = User.objects.filter(is_demo=True, memberships__role=role).first()
        assert marks(sign_in(person), *urls_of(role)) == {True}, role


def test_no_page_of_a_real_organisation_in_a_demo_is_marked(real, sign_in):
    for role in ROLES:
        client = sign_in(make_person(role.capitalize(), role, real))
        assert marks(client, *urls_of(role)) == {False}, role
        assert MARK not in client.get("/finns-inte/").text


def test_pages_without_an_organisation_are_marked_while_there_is_an_example_world(demo, client, nils, sign_in):
    assert marks(client, "/konto/logga-in/", "/tillganglighet/", "/oppet/") == {True}
    assert marks(sign_in(nils), "/") == {True}
    client.logout()
    remove()
    assert marks(client, "/konto/logga-in/", "/tillganglighet/", "/oppet/") == {False}


def test_a_row_of_another_organisation_is_marked_as_its_own_is(real, sign_in):
    own = make_placement(make_contract(make_procurement(real)))
    example = Placement.objects.filter(organisation__is_demo=True, state="started", undone_at=None).first()
    person = make_person("Rikard", "matcher", real)
    Membership.objects.create(user=person, organisation=example.organisation, role="matcher")
    client = sign_in(person)
    for active in (real, example.organisation):
        client.post(reverse("organisation_switch"), {"organisation": str(active.pk)})
        for name in ("placement_detail", "placement_update", "placement_end"):
            assert marks(client, reverse(name, args=[example.pk])) == {True}
            assert marks(client, reverse(name, args=[own.pk])) == {False}


def test_an_example_supplier_is_marked_wherever_it_is_shown(real, sign_in):
    client = sign_in(make_person("Rikard", "officer", real))
    assert marks(client, Supplier.objects.filter(is_demo=True).first().get_absolute_url()) == {True}
    assert marks(client, Supplier.objects.create(name="Riktiga AB").get_absolute_url()) == {False}


def test_a_published_year_is_marked_as_its_organisation_is_whoever_looks(real, sign_in):
    PublishedYear.objects.create(organisation=real, year=2026)
    city = Organisation.objects.get(org_number="2120001157")
    own, example = (reverse("public_year", args=[each.org_number, "2026"]) for each in (real, city))
    PublishedYear.objects.update_or_create(organisation=city, year=2026)
    for visitor in (Client(), sign_in(make_person("Rikard", "politician", real))):
        assert marks(visitor, example, reverse("public_index")) == {True}
        assert marks(visitor, own) == {False}
