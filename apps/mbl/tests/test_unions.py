"""Unions and those who speak for them, through their pages. "Fact" numbers are those of the acceptance facts."""

import re
from html import unescape
from uuid import uuid4

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.urls import reverse

from apps.core.actions import Conflict, version_of
from apps.mbl import settings_actions as actions
from apps.mbl.models import Assessment, Consultation, Union, UnionRepresentative
from apps.mbl.settings_actions import bound_ids
from procurement_csr.people import make_department, make_person, make_procurement

pytestmark = pytest.mark.django_db
LIST, NEW = reverse("union_list"), reverse("union_create")


def text_of(response):
    """The page as it is read, with plain blanks."""
    return unescape(response.content.decode()).replace("\N{NO-BREAK SPACE}", " ")


def fill(client, url, data):
    """Fill in a form as a browser does: everything it shows, changed by `data`."""
    form = client.get(url).context["form"]
    shown = {name: form[name].value() for name in form.fields}
    return client.post(url, {name: value for name, value in (shown | data).items() if value not in (None, False)})


@pytest.fixture
def kommunal(helsingborg, adam):
    return actions.create_union(by=adam, organisation=helsingborg, name="Kommunal sektion 8")


@pytest.fixture
def central(helsingborg, adam):
    return actions.create_union(by=adam, organisation=helsingborg, name="Svenska Kommunal", level="central")


@pytest.fixture
def chair(kommunal, adam):
    return actions.create_representative(by=adam, union=kommunal, role="Ordförande", email="Ordf@Kommunal.exempel")


def test_without_unions_the_page_says_what_to_begin_with(sign_in, adam):
    assert "Börja med de centrala" in text_of(sign_in(adam).get(LIST))


def test_the_settings_lead_to_the_unions(sign_in, adam):
    assert f'href="{LIST}"' in sign_in(adam).get(reverse("settings_index")).content.decode()


def test_a_union_is_added_once_even_by_a_double_click(sign_in, adam, helsingborg, central, school_department):
    client = sign_in(adam)
    form = client.get(NEW).context["form"]
    data = {name: form[name].value() for name in ("token", "level")} | {"name": "Vision", "is_active": "on"}
    data |= {"central": central.pk, "departments": [school_department.pk], "has_collective_agreement": "on"}
    for _ in range(2):
        assert client.post(NEW, data).status_code == 302
    vision = Union.objects.get(name="Vision")
    assert (vision.central, bound_ids(vision)) == (central, [school_department.pk])
    assert "Vision" in text_of(client.get(LIST))


def test_a_name_that_is_taken_gets_a_sentence_and_nothing_is_lost(sign_in, adam, kommunal):
    answer = fill(sign_in(adam), NEW, {"name": kommunal.name})
    assert answer.status_code == 422
    assert "Organisationen finns redan i listan." in text_of(answer)
    assert answer.context["form"]["name"].value() == kommunal.name


def test_a_central_union_has_no_central_of_its_own(adam, helsingborg, central):
    with pytest.raises(ValidationError, match="hör inte till någon annan"):
        actions.create_union(by=adam, organisation=helsingborg, name="Vision", level="central", central=central)


def test_only_a_central_union_of_the_same_organisation_can_be_chosen(adam, helsingborg, haninge, kommunal):
    with pytest.raises(ValidationError, match="är ingen central organisation"):
        actions.create_union(by=adam, organisation=helsingborg, name="Vision", central=kommunal)
    foreign = Union.objects.create(organisation=haninge, name="Svenska Kommunal", level="central")
    with pytest.raises(ValidationError, match="hör inte till Helsingborg"):
        actions.create_union(by=adam, organisation=helsingborg, name="Vision", central=foreign)
    with pytest.raises(ValidationError, match="sin egen centrala"):
        actions.update_union(by=adam, union=kommunal, central=kommunal)


def test_a_central_union_with_locals_stays_central(adam, helsingborg, central):
    actions.create_union(by=adam, organisation=helsingborg, name="Kommunal 8", central=central)
    with pytest.raises(ValidationError, match="är central organisation för Kommunal 8"):
        actions.update_union(by=adam, union=central, level="local")


def test_another_organisations_department_is_refused(adam, helsingborg, haninge):
    foreign = make_department(haninge, "Skolan")
    with pytest.raises(ValidationError, match="Skolan hör inte till Helsingborg"):
        actions.create_union(by=adam, organisation=helsingborg, name="Vision", departments=[foreign])
    assert not Union.objects.filter(name="Vision").exists()


def test_two_who_change_a_union_at_once_are_told_also_about_departments(sign_in, adam, kommunal, school_department):
    client, url = sign_in(adam), reverse("union_update", args=[kommunal.pk])
    form = client.get(url).context["form"]
    actions.update_union(by=adam, union=kommunal, departments=[school_department])
    data = {"name": "Kommunal 9", "level": "local", "is_active": "on", "version": form["version"].value()}
    answer = client.post(url, data)
    assert answer.status_code == 409
    assert "Nu står det: Skol- och fritidsförvaltningen" in text_of(answer)
    assert client.post(url, data | {"version": answer.context["form"]["version"].value()}).status_code == 302
    kommunal.refresh_from_db()
    assert (kommunal.name, bound_ids(kommunal)) == ("Kommunal 9", [])


def test_a_stale_version_is_a_conflict(adam, kommunal):
    seen = version_of(kommunal, *bound_ids(kommunal))
    actions.update_union(by=adam, union=kommunal, seen=seen, name="Kommunal 9")
    with pytest.raises(Conflict):
        actions.update_union(by=adam, union=kommunal, seen=seen, name="Kommunal 10")


def test_which_unions_are_bound_follows_the_departments(
    adam, helsingborg, kommunal, central, school_department, property_department
):
    teachers = actions.create_union(by=adam, organisation=helsingborg, name="Lärarna", departments=[school_department])
    gone = actions.create_union(by=adam, organisation=helsingborg, name="Gamla facket", is_active=False)
    assert set(Union.objects.bound_to(school_department)) == {kommunal, teachers}
    assert set(Union.objects.bound_to(property_department)) == {kommunal}
    assert central not in Union.objects.bound_to(school_department)
    assert gone not in Union.objects.bound_to(school_department)


# --- Representatives: fact 57 -----------------------------------------------------------------------------------------
def test_fact_57_only_role_organisation_and_address_are_asked_for(sign_in, adam, kommunal):
    client, url = sign_in(adam), reverse("representative_create")
    page = client.get(url)
    asked = {name for name, field in page.context["form"].fields.items() if field.required}
    assert asked == {"union", "role", "email", "token"}
    assert "Vem som är medlem i en facklig organisation sparas aldrig i Steget." in text_of(page)
    answer = fill(client, url, {"union": kommunal.pk, "role": "Ordförande", "email": "ordf@kommunal.exempel"})
    assert answer.status_code == 302
    made = UnionRepresentative.objects.get()
    assert (made.name, made.user, made.is_active) == ("", None, True)


def test_fact_57_no_field_can_hold_who_is_a_member():
    """A person is tied to a union in one place only: as the one who speaks for it, in a role. SoLPuL 7 a §."""
    models = [model for model in apps.get_app_config("mbl").get_models() if not model._meta.label.endswith("Event")]
    words = {
        f"{model._meta.label}.{field.name}": f"{field.name} {getattr(field, 'verbose_name', '')}".lower()
        for model in models
        for field in model._meta.get_fields()
    }
    assert len(words) > 100
    about = re.compile(r"medlem|member|ansluten|tillhörighet|affiliat|anställd|employee|personn")
    assert [name for name, text in words.items() if about.search(text)] == []
    user = apps.get_model("accounts", "User")
    union_tied = [
        model._meta.label
        for model in models
        if {Union, user} <= {field.related_model for field in model._meta.local_fields if field.is_relation}
    ]
    # A consultation's person is who approved the minutes for the union; a veto's is who resolved it here.
    assert set(union_tied) <= {"mbl.UnionRepresentative", "mbl.Consultation", "mbl.Veto"}
    assert "mbl.UnionRepresentative" in union_tied
    many_to_many = [field.related_model for model in models for field in model._meta.many_to_many]
    assert user not in many_to_many


def test_an_account_needs_the_role_in_the_same_organisation(sign_in, adam, haninge, kommunal, ulla, olivia):
    elsewhere = make_person("Una", "union", haninge)
    for person in (olivia, elsewhere):
        with pytest.raises(ValidationError, match="har inte rollen facklig representant i Helsingborg"):
            actions.create_representative(by=adam, union=kommunal, role="Ordförande", email="o@ex.se", user=person)
    form = sign_in(adam).get(reverse("representative_create")).context["form"]
    assert list(form.fields["user"].queryset) == [ulla]
    made = actions.create_representative(by=adam, union=kommunal, role="Ordförande", email="o@ex.se", user=ulla)
    assert made.user == ulla


def test_an_address_is_kept_in_lower_case_so_that_it_stands_once(adam, chair):
    assert chair.email == "ordf@kommunal.exempel"
    with pytest.raises(ValidationError, match="Företrädaren finns redan i listan"):
        actions.create_representative(by=adam, union=chair.union, role="Ordförande", email="ORDF@kommunal.exempel")


def test_a_representative_is_changed_and_taken_away(sign_in, adam, chair):
    client = sign_in(adam)
    url = reverse("representative_update", args=[chair.pk])
    assert fill(client, url, {"role": "Huvudskyddsombud"}).status_code == 302
    assert "Huvudskyddsombud" in text_of(client.get(LIST))
    assert client.post(reverse("representative_delete", args=[chair.pk])).status_code == 302
    assert not UnionRepresentative.objects.exists()


def test_a_representative_who_has_approved_minutes_stays(sign_in, adam, helsingborg, chair, ulla, school_department):
    actions.update_representative(by=adam, representative=chair, user=ulla)
    procurement = make_procurement(helsingborg, department=school_department)
    owner = {"procurement": procurement, "organisation": helsingborg, "department": school_department}
    row = {"assessment": Assessment.objects.create(**owner), "union": chair.union, "stage": "A", "paragraph": "11"}
    Consultation.objects.create(**owner, **row, route="negotiation", minutes_approved_union_by=ulla)
    answer = sign_in(adam).post(reverse("representative_delete", args=[chair.pk]))
    assert answer.status_code == 422
    assert "har justerat protokoll och tas inte bort. Ta uppdraget ur bruk i stället." in text_of(answer)
    assert UnionRepresentative.objects.filter(pk=chair.pk).exists()


def test_a_personal_number_is_refused_everywhere(sign_in, adam, kommunal):
    client = sign_in(adam)
    assert fill(client, NEW, {"name": "Kommunal 850709-9805"}).status_code == 422
    data = {"union": kommunal.pk, "role": "Ordf 850709-9805", "email": "o@ex.se", "token": str(uuid4())}
    assert client.post(reverse("representative_create"), data).status_code == 422
    assert Union.objects.count() == 1
    assert not UnionRepresentative.objects.exists()


def test_what_another_organisation_has_is_not_in_the_lists(sign_in, adam, haninge):
    foreign = Union.objects.create(organisation=haninge, name="Haninge Kommunal")
    client = sign_in(adam)
    assert "Haninge Kommunal" not in text_of(client.get(LIST))
    data = {"union": foreign.pk, "role": "Ordförande", "email": "o@ex.se", "token": str(uuid4())}
    assert client.post(reverse("representative_create"), data).status_code == 422
