"""Every named rule of the accounts' tables, broken on purpose."""

from datetime import date
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from apps.accounts.models import Department, Invitation, Membership, Organisation, User

pytestmark = pytest.mark.django_db

ORGANISATION = {"name": "Ystad", "org_number": "2120001181", "active_from": date(2020, 1, 1)}


def broken_constraint(save) -> str:
    """The name of the constraint that the database says `save` breaks."""

    def save_and_check():
        with transaction.atomic(), connection.cursor() as cursor:
            save()
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    with pytest.raises(IntegrityError) as caught:
        save_and_check()
    return caught.value.__cause__.diag.constraint_name


def sentences(row) -> list[str]:
    with pytest.raises(ValidationError) as caught:
        row.full_clean()
    return caught.value.messages


def make(model, **fields):
    return lambda: model.objects.create(**fields)


def test_an_e_mail_address_is_stored_in_lower_case(db):
    assert broken_constraint(make(User, email="Olivia@exempel.se", name="O")) == "user_email_lower_case"
    assert User.objects.create_user("Olivia@Exempel.SE", name="Olivia").email == "olivia@exempel.se"


def test_an_e_mail_address_is_one_account_s(olivia):
    assert broken_constraint(make(User, email=olivia.email, name="O")) == "accounts_user_email_key"


@pytest.mark.parametrize(
    ("changes", "name", "sentence"),
    [
        ({"org_number": "212000118"}, "organisation_org_number_ten_digits", "tio siffror"),
        ({"municipality_code": "12"}, "organisation_municipality_code_four_digits", "fyra siffror"),
        ({"small_number_limit": 2}, "organisation_small_number_limit_3_to_10", "mellan 3 och 10"),
        ({"small_number_limit": 11}, "organisation_small_number_limit_3_to_10", "mellan 3 och 10"),
        ({"name": "Helsingborg"}, "accounts_organisation_name_key", "organisation med det namnet"),
        ({"org_number": "2120001157"}, "accounts_organisation_org_number_key", "med det organisationsnumret"),
    ],
)
def test_an_organisation_keeps_its_rules(helsingborg, changes, name, sentence):
    fields = ORGANISATION | changes
    assert broken_constraint(make(Organisation, **fields)) == name
    assert any(sentence in each for each in sentences(Organisation(**fields)))


def test_a_department_s_name_is_one_in_its_organisation_whatever_the_case(property_department, haninge):
    fields = {"organisation": property_department.organisation, "name": property_department.name.upper()}
    assert broken_constraint(make(Department, **fields)) == "department_name_unique_in_organisation"
    assert sentences(Department(**fields)) == ["Förvaltningen finns redan i organisationen."]
    Department.objects.create(organisation=haninge, name=property_department.name)


def test_a_department_s_form_is_saved_once(property_department):
    fields = {"organisation": property_department.organisation, "name": "Ny", "token": property_department.token}
    property_department.refresh_from_db()
    fields["token"] = property_department.token
    assert broken_constraint(make(Department, **fields)) == "accounts_department_token_key"


@pytest.mark.parametrize("has_department", [False, True])
def test_a_person_has_a_role_once(olivia, helsingborg, property_department, has_department):
    department = property_department if has_department else None
    fields = {"user": olivia, "organisation": helsingborg, "department": department, "role": "matcher"}
    Membership.objects.create(**fields)
    assert broken_constraint(make(Membership, **fields)) == "membership_once"
    assert sentences(Membership(**fields)) == ["Personen har redan den rollen här."]


def test_the_ordering_department_s_role_names_a_department(olivia, helsingborg):
    fields = {"user": olivia, "organisation": helsingborg, "role": "department"}
    assert broken_constraint(make(Membership, **fields)) == "membership_department_role_has_department"
    assert "Rollen beställande förvaltning gäller en förvaltning. Välj vilken." in sentences(Membership(**fields))
    invited = {"email": "frida@exempel.se", "organisation": helsingborg, "role": "department"}
    assert broken_constraint(make(Invitation, **invited)) == "invitation_department_role_has_department"


def test_an_administrator_is_of_the_whole_organisation(olivia, helsingborg, property_department):
    place = {"organisation": helsingborg, "department": property_department, "role": "administrator"}
    assert broken_constraint(make(Membership, user=olivia, **place)) == "membership_administrator_whole_organisation"
    assert broken_constraint(make(Invitation, email="f@exempel.se", **place)) == (
        "invitation_administrator_whole_organisation"
    )


def test_a_role_never_names_a_department_of_another_organisation(olivia, haninge, property_department):
    place = {"organisation": haninge, "department": property_department, "role": "officer"}
    assert broken_constraint(make(Membership, user=olivia, **place)) == (
        "accounts_membership_department_id_same_organisation"
    )
    assert broken_constraint(make(Invitation, email="f@exempel.se", **place)) == (
        "accounts_invitation_department_id_same_organisation"
    )


def test_an_invitation_is_open_once_and_may_be_sent_anew_after_it_was_closed(helsingborg):
    fields = {"email": "frida@exempel.se", "organisation": helsingborg, "role": "officer"}
    first = Invitation.objects.create(**fields)
    assert broken_constraint(make(Invitation, **fields)) == "invitation_open_once"
    assert sentences(Invitation(**fields)) == ["Det finns redan en öppen inbjudan till adressen för den rollen."]
    first.withdrawn_at = first.created_at
    first.save()
    Invitation.objects.create(**fields)


def test_an_invitation_s_address_is_stored_in_lower_case(helsingborg):
    fields = {"email": "Frida@exempel.se", "organisation": helsingborg, "role": "officer"}
    assert broken_constraint(make(Invitation, **fields)) == "invitation_email_lower_case"


def test_an_invitation_s_form_is_saved_once(helsingborg):
    first = Invitation.objects.create(email="a@exempel.se", organisation=helsingborg, role="officer")
    first.refresh_from_db()
    fields = {"email": "b@exempel.se", "organisation": helsingborg, "role": "officer", "token": first.token}
    assert broken_constraint(make(Invitation, **fields)) == "accounts_invitation_token_key"


def test_every_constraint_of_the_accounts_is_broken_here():
    source = Path(__file__).read_text(encoding="utf-8")
    models = (User, Organisation, Department, Membership, Invitation)
    names = [constraint.name for model in models for constraint in model._meta.constraints]
    assert len(names) >= 12
    assert [name for name in names if name not in source] == []
