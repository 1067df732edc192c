"""What an authority lacks before its unions can be heard is said on the procurement and in the settings, with who mends
it."""

import re

import pytest
from django.urls import reverse

from apps.mbl import missing
from apps.mbl.models import Union
from apps.mbl.tests.makers import make_union
from apps.procurements.models import ProcurementParty
from procurement_csr import people


@pytest.fixture
def cleaning(helsingborg, property_department):
    return people.make_procurement(helsingborg, "Städning", department=property_department)


def shown(client, procurement):
    return _flat(client.get(reverse("procurement_detail", args=[procurement.pk])))


def settings_shown(client):
    return _flat(client.get(reverse("settings_index")))


def _flat(response):
    assert response.status_code == 200
    return " ".join(re.sub(r"<(?!a )[^>]+>", " ", response.content.decode()).split())


def test_an_organisation_without_unions_is_warned_about_and_the_administrator_named(sign_in, olivia, doris, cleaning):
    text = shown(sign_in(olivia), cleaning)
    assert "Helsingborg har inga lokala fackliga organisationer i Steget." in text
    assert "Administratören i Helsingborg gör det under Inställningar." in text
    make_union(cleaning.organisation)
    assert "inga lokala fackliga" not in shown(sign_in(olivia), cleaning)


def test_the_administrator_is_led_to_the_list_of_unions_and_sees_nothing_else(sign_in, adam, doris, cleaning):
    text = shown(sign_in(adam), cleaning)
    assert f'<a href="{reverse("union_list")}">Lägg till dem' in text
    assert "MBL-bedömningen är inte gjord" not in text
    make_union(cleaning.organisation)
    assert "Facklig samverkan (MBL)" not in shown(sign_in(adam), cleaning)


def test_central_and_unused_unions_are_nobody_to_hear(sign_in, olivia, doris, cleaning):
    make_union(cleaning.organisation, "Kommunal centralt", level="central")
    make_union(cleaning.organisation, "Vision", is_active=False)
    assert "inga lokala fackliga" in shown(sign_in(olivia), cleaning)


def test_a_department_without_a_bound_union_is_named(sign_in, olivia, doris, cleaning, school_department):
    make_union(cleaning.organisation).departments.set([school_department])
    assert "Ingen facklig organisation är knuten till Fastighetsförvaltningen" in shown(sign_in(olivia), cleaning)
    Union.objects.get().departments.add(cleaning.department)
    assert "knuten till" not in shown(sign_in(olivia), cleaning)


def test_a_department_in_which_nobody_negotiates_is_named(sign_in, olivia, cleaning, helsingborg):
    make_union(helsingborg)
    sentence = "Ingen har rollen beställande förvaltning för Fastighetsförvaltningen"
    assert sentence in shown(sign_in(olivia), cleaning)
    people.make_person("Dag", "department", helsingborg, cleaning.department)
    assert sentence not in shown(sign_in(olivia), cleaning)


def test_a_missing_department_leads_the_officer_to_name_it(sign_in, olivia, helsingborg, doris):
    make_union(helsingborg)
    case = people.make_procurement(helsingborg, "Skolmat", department=None)
    text = shown(sign_in(olivia), case)
    assert "Helsingborg har inte angett någon beställande förvaltning." in text
    assert f'<a href="{reverse("procurement_update", args=[case.pk])}">Ange förvaltning' in text


def test_every_authority_of_a_joint_procurement_counts(sign_in, olivia, doris, cleaning, haninge):
    make_union(cleaning.organisation)
    roads = people.make_department(haninge, "Tekniska förvaltningen")
    ProcurementParty.objects.create(procurement=cleaning, organisation=haninge, department=roads)
    text = shown(sign_in(olivia), cleaning)
    assert "Haninge har inga lokala fackliga organisationer" in text
    assert "Administratören i Haninge" in text
    assert "Ingen har rollen beställande förvaltning för Tekniska förvaltningen" in text


def test_more_authorities_cost_no_more_queries_to_judge(
    olivia, cleaning, haninge, helsingborg, django_assert_num_queries
):
    olivia.has_perm("mbl.change_agreement", helsingborg)
    with django_assert_num_queries(3):
        assert len(missing.of_procurement(olivia, helsingborg, cleaning)) == 2
    roads = people.make_department(haninge, "Tekniska förvaltningen")
    ProcurementParty.objects.create(procurement=cleaning, organisation=haninge, department=roads)
    with django_assert_num_queries(3):
        assert len(missing.of_procurement(olivia, helsingborg, cleaning)) == 4


@pytest.mark.parametrize("phase", ["contracted", "closed", "cancelled"])
def test_nothing_is_asked_for_once_it_is_signed_or_cancelled(sign_in, olivia, doris, cleaning, phase):
    cleaning.__class__.objects.update(phase=phase)
    assert "inga lokala fackliga" not in shown(sign_in(olivia), cleaning)


def test_the_settings_say_what_is_missing_by_department(sign_in, adam, helsingborg, property_department, doris):
    schools = people.make_department(helsingborg, "Skolförvaltningen")
    client = sign_in(adam)
    assert "Helsingborg har inga lokala fackliga organisationer" in settings_shown(client)
    make_union(helsingborg).departments.set([property_department])
    text = settings_shown(client)
    assert "inga lokala fackliga" not in text
    assert "Ingen facklig organisation är knuten till Skolförvaltningen" in text
    assert f'<a href="{reverse("invitation_create")}">Bjud in någon' in text
    Union.objects.get().departments.clear()
    people.make_person("Siv", "department", helsingborg, schools)
    assert "Bjud in någon" not in settings_shown(client)
