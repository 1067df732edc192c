"""Who is asked to read a version of the guideline, who has, and who is reminded."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from apps.accounts.models import Membership
from apps.procurements import guideline_acknowledging as actions
from apps.procurements import guidelines
from apps.procurements.deadlines import open_deadlines
from apps.procurements.guideline_reading import Reader, due_on, reading
from apps.procurements.models import GuidelineAcknowledgement, GuidelineVersion
from apps.procurements.tests.test_guidelines import decide, errors_of, new, text_of
from procurement_csr.people import make_person

BY = date(2026, 3, 31)
JOINED = date(2020, 1, 1)


# --- Pure -------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("joined", "expected"),
    [
        (JOINED, BY),
        (BY - timedelta(days=14), BY),
        (BY - timedelta(days=13), BY + timedelta(days=1)),
        (BY + timedelta(days=60), BY + timedelta(days=74)),
    ],
)
def test_whoever_joins_late_has_two_weeks(joined, expected):
    assert due_on(BY, joined) == expected


def test_a_person_with_two_roles_stands_in_both_and_once_in_the_total():
    people = [
        Reader(1, "Olivia", ("officer", "coordinator"), JOINED, None),
        Reader(2, "Malte", ("matcher",), JOINED, None),
        Reader(3, "Mona", ("matcher",), JOINED, None),
    ]
    found = reading(people, {1, 2, 99}, ["matcher", "officer", "coordinator", "department"])
    assert [(each.label, each.text) for each in found.roles] == [
        ("upphandlare", "1 av 1 har läst"),
        ("CSR-samordnare", "1 av 1 har läst"),
        ("beställande förvaltning", "ingen har rollen"),
        ("matchare", "1 av 2 har läst"),
    ]
    assert (found.read, found.of) == (2, 3)
    assert found.roles[3].lacking == ("Mona",)
    assert found.text.replace("\N{NO-BREAK SPACE}", " ") == "2 av 3 har läst (66 %)."


# --- With the database ------------------------------------------------------------------------------------------------
pytestmark = pytest.mark.django_db


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def draft(helsingborg, carin):
    return guidelines.create_guideline(by=carin, organisation=helsingborg, title="Riktlinje 2018")


@pytest.fixture
def asked(draft, carin, olivia, malte, doris, today):
    """Officers, matchers and departments are asked to have read within twenty days; all have worked here for long."""
    Membership.objects.update(created_at=timezone.now() - timedelta(days=400))
    guideline = decide(draft, carin)
    roles = ["officer", "matcher", "department"]
    return actions.ask_to_read(
        by=carin, guideline=guideline, roles=roles, due_on=today + timedelta(days=20), today=today
    )


def owed(organisation):
    today = timezone.localdate()
    days = {"since": today - timedelta(days=400), "until": today + timedelta(days=400)}
    return {each.responsible_id: each for each in open_deadlines(organisation=organisation, **days) if each.is_personal}


def url(name, guideline):
    return reverse(f"guideline_{name}", args=[guideline.pk])


def test_each_person_of_the_roles_has_one_deadline_until_the_person_has_read(
    helsingborg, haninge, asked, olivia, malte, doris, carin, today
):
    found = owed(helsingborg)
    assert set(found) == {olivia.pk, malte.pk, doris.pk}
    assert {each.due_on for each in found.values()} == {today + timedelta(days=20)}
    assert found[doris.pk].owner_department_id == doris.memberships.get().department_id
    assert found[olivia.pk].owner_department_id is None
    assert found[olivia.pk].url == f"{asked.get_absolute_url()}#lasning"
    actions.acknowledge(by=malte, guideline=asked)
    assert set(owed(helsingborg)) == {olivia.pk, doris.pk}
    assert owed(haninge) == {}


def test_a_person_with_several_memberships_has_one_deadline(helsingborg, asked, doris, school_department):
    Membership.objects.create(user=doris, organisation=helsingborg, department=school_department, role="department")
    Membership.objects.create(user=doris, organisation=helsingborg, role="matcher")
    assert owed(helsingborg)[doris.pk].owner_department_id is None
    days = {"since": date(2000, 1, 1), "until": date(2098, 1, 1)}
    keys = [each.key for each in open_deadlines(organisation=helsingborg, **days) if each.is_personal]
    assert len(keys) == len(set(keys)) == 3


def test_who_joins_later_is_asked_too_and_who_leaves_is_not(helsingborg, asked, olivia, today):
    nora = make_person("Nora", "matcher", helsingborg)
    assert owed(helsingborg)[nora.pk].due_on == today + timedelta(days=20)
    Membership.objects.filter(user=nora).update(created_at=timezone.now() + timedelta(days=30))
    assert owed(helsingborg)[nora.pk].due_on == today + timedelta(days=44)
    olivia.is_active = False
    olivia.save()
    nora.memberships.all().delete()
    assert not {olivia.pk, nora.pk} & set(owed(helsingborg))


def test_nobody_is_asked_to_read_a_draft_or_a_version_that_a_newer_one_has_replaced(helsingborg, carin, asked, today):
    later = guidelines.create_guideline(by=carin, organisation=helsingborg, title="Riktlinje 2019")
    later = actions.ask_to_read(by=carin, guideline=later, roles=["officer"], due_on=today, today=today)
    assert {each.key.split(":")[1] for each in owed(helsingborg).values()} == {str(asked.pk)}
    decide(later, carin, decided_on=date(2019, 1, 1), valid_from=date(2019, 2, 1))
    assert {each.key.split(":")[1] for each in owed(helsingborg).values()} == {str(later.pk)}


def test_one_press_says_that_the_version_is_read_and_a_second_changes_nothing(sign_in, olivia, asked):
    client = sign_in(olivia)
    assert "Jag har läst riktlinjen" in text_of(client.get(asked.get_absolute_url()))
    for _ in range(2):
        answer = client.post(url("acknowledge", asked), follow=True)
        assert "Du har bekräftat att du har läst Riktlinje 2018" in text_of(answer)
    row = GuidelineAcknowledgement.objects.get()
    assert (row.user, row.role, row.organisation) == (olivia, "officer", asked.organisation)
    assert "Jag har läst riktlinjen" not in text_of(client.get(asked.get_absolute_url()))


def test_the_database_holds_one_row_for_each_person_and_version(asked, olivia):
    row = actions.acknowledge(by=olivia, guideline=asked)
    again = GuidelineAcknowledgement(organisation=row.organisation, guideline=asked, user=olivia, role="matcher")
    with pytest.raises(ValidationError, match="redan bekräftat"):
        again.full_clean()
    with pytest.raises(IntegrityError, match="guideline_acknowledged_once"), transaction.atomic():
        again.save()


def test_the_database_refuses_an_acknowledgement_under_another_organisation(asked, olivia, haninge):
    foreign = GuidelineAcknowledgement(organisation=haninge, guideline=asked, user=olivia, role="officer")
    with pytest.raises(IntegrityError, match="guideline_id_same_organis"), transaction.atomic():
        save_at_once(foreign)


def save_at_once(row):
    row.save()
    connection.check_constraints()


def test_who_is_not_asked_cannot_say_so(sign_in, adam, carin, asked):
    answer = sign_in(adam).post(url("acknowledge", asked), follow=True)
    assert "Ingen av dina roller är bland dem" in text_of(answer)
    assert not GuidelineAcknowledgement.objects.exists()
    assert "Läsning" not in text_of(answer).split("<main")[1]


def test_a_draft_is_not_acknowledged(carin, olivia, draft, today):
    asked = actions.ask_to_read(by=carin, guideline=draft, roles=["officer"], due_on=today, today=today)
    with pytest.raises(ValidationError, match="är inte beslutad än"):
        actions.acknowledge(by=olivia, guideline=asked)


def test_the_keeper_sees_how_many_of_each_role_and_who_is_left(sign_in, carin, malte, olivia, asked):
    actions.acknowledge(by=malte, guideline=asked)
    page = text_of(sign_in(carin).get(asked.get_absolute_url()))
    assert "1 av 3 har läst (33 %)." in page
    assert "Återstår: Olivia" in page
    assert "Återstår: Doris" in page
    assert "Återstår" not in text_of(sign_in(olivia).get(asked.get_absolute_url()))


def test_somebody_who_has_read_and_changes_role_is_not_asked_again(helsingborg, asked, malte):
    actions.acknowledge(by=malte, guideline=asked)
    malte.memberships.update(role="officer")
    assert malte.pk not in owed(helsingborg)


# --- Choosing readers -------------------------------------------------------------------------------------------------
def test_the_keeper_chooses_roles_and_day_and_takes_them_back(sign_in, carin, draft, today):
    client, address = sign_in(carin), url("reading_update", draft)
    chosen = {"roles": ["matcher", "officer"], "due_on": today.isoformat()}
    assert new(client, address, chosen).url == draft.get_absolute_url()
    draft.refresh_from_db()
    assert (draft.reading_roles, draft.reading_due_on) == (["officer", "matcher"], today)
    assert new(client, address, {"take_back": "ja"}).status_code == 302
    draft.refresh_from_db()
    assert (draft.reading_roles, draft.reading_due_on) == ([], None)


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"roles": []}, "roles", "Välj minst en roll"),
        ({"roles": ["politician"]}, "roles", "bland alternativen"),
        ({"due_on": ""}, "due_on", "Ange senast vilken dag"),
        ({"due_on": "2020-01-01"}, "due_on", "2020-01-01 har redan varit"),
    ],
)
def test_readers_that_make_no_sense_are_refused_at_their_field(sign_in, carin, draft, today, changes, field, sentence):
    given = {"roles": ["officer"], "due_on": today.isoformat()} | changes
    answer = new(sign_in(carin), url("reading_update", draft), given)
    assert answer.status_code == 422
    assert sentence in " ".join(answer.context["form"].errors[field]).replace("\N{NO-BREAK SPACE}", " ")


def test_a_role_that_cannot_open_the_page_is_never_asked(carin, draft, today):
    with pytest.raises(ValidationError, match="Rollen union ser inte riktlinjerna"):
        actions.ask_to_read(by=carin, guideline=draft, roles=["union"], due_on=today, today=today)


def test_a_day_that_has_passed_may_stand_while_roles_are_added(carin, asked, today):
    GuidelineVersion.objects.filter(pk=asked.pk).update(reading_due_on=today - timedelta(days=3))
    stands = {"due_on": today - timedelta(days=3), "today": today}
    changed = actions.ask_to_read(by=carin, guideline=asked, roles=["officer", "coordinator"], **stands)
    assert changed.reading_roles == ["officer", "coordinator"]


def test_the_later_of_two_keepers_is_told_what_the_first_saved(sign_in, carin, asked):
    client, address = sign_in(carin), url("reading_update", asked)
    form = client.get(address).context["form"]
    shown = {name: form[name].value() or "" for name in form.fields}
    assert client.post(address, shown | {"roles": ["officer"]}).status_code == 302
    second = client.post(address, shown | {"roles": ["matcher"]})
    assert second.status_code == 409
    assert "Nu står det: upphandlare" in errors_of(second).replace("Upphandlare", "upphandlare")


@pytest.mark.parametrize("values", [{"reading_roles": ["officer"]}, {"reading_due_on": BY}])
def test_the_database_wants_both_roles_and_day(draft, values):
    with pytest.raises(IntegrityError, match="guideline_reading_has_roles_and_day"), transaction.atomic():
        GuidelineVersion.objects.filter(pk=draft.pk).update(**values)


def test_only_the_coordinator_chooses_and_a_stranger_finds_nothing(sign_in, olivia, fia, asked):
    assert sign_in(olivia).get(url("reading_update", asked)).status_code == 403
    assert sign_in(fia).post(url("acknowledge", asked)).status_code == 404
