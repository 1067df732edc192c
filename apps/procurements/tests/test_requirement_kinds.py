"""Kinds of effort that an organisation asks for from a day on: the rule, the refusal and the pages."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from apps.procurements import kind_actions, kind_rules, requirements
from apps.procurements.choices import RequirementKind
from apps.procurements.models import Requirement, RequirementKindStart
from apps.procurements.tests.test_guidelines import errors_of, new, text_of
from procurement_csr.people import make_contract, make_procurement

FIRST = date(2026, 9, 1)
BEFORE, AFTER = FIRST - timedelta(days=1), FIRST + timedelta(days=1)
LIST = reverse("requirement_kind_list")
INTERNSHIP = reverse("requirement_kind_update", args=["internship"])
UNKNOWN = dict.fromkeys(("sent_on", "published_on", "signed_on", "planned_on", "today"))


# --- Pure -------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ({"sent_on": BEFORE, "published_on": AFTER, "planned_on": AFTER, "today": AFTER}, BEFORE),
        ({"published_on": BEFORE, "signed_on": AFTER, "today": AFTER}, BEFORE),
        ({"signed_on": BEFORE, "planned_on": AFTER, "today": AFTER}, BEFORE),
        ({"planned_on": AFTER, "today": BEFORE}, AFTER),
        ({"planned_on": BEFORE, "today": AFTER}, AFTER),
        ({"planned_on": BEFORE}, BEFORE),
        ({"today": FIRST}, FIRST),
        ({}, None),
    ],
)
def test_a_procurement_counts_by_its_own_day_else_by_its_contract_else_by_its_plan(days, expected):
    assert kind_rules.published_by(**UNKNOWN | days)[0] == expected


@pytest.mark.parametrize(
    ("kind", "starts_on", "on", "is_refused"),
    [
        ("internship", FIRST, BEFORE, True),
        ("internship", FIRST, FIRST, False),
        ("internship", None, BEFORE, False),
        ("internship", FIRST, None, False),
        ("", FIRST, BEFORE, False),
    ],
)
def test_a_kind_is_refused_before_its_first_day_only(kind, starts_on, on, is_refused):
    assert bool(kind_rules.refusal(kind, starts_on, (on, "annonserades"), "Nynäshamn")) is is_refused


def test_the_refusal_names_kind_day_and_who_can_change_it():
    sentence = kind_rules.refusal("internship", FIRST, (BEFORE, "annonserades 2026-08-31"), "Nynäshamn")
    assert sentence == (
        "Nynäshamn ställer krav på praktik först i upphandlingar som annonseras från 2026-09-01. Den här annonserades "
        "2026-08-31. En CSR-samordnare eller administratör kan ändra dagen på sidan Insatser."
    )


# --- Requirements -----------------------------------------------------------------------------------------------------
pytestmark = pytest.mark.django_db
DIALOG = {"model": "dialog", "kind": "internship"}


@pytest.fixture
def late(helsingborg, carin):
    return kind_actions.set_kind_start(by=carin, organisation=helsingborg, kind="internship", starts_on=FIRST)


def planned(organisation, on):
    return make_procurement(organisation, phase="preparation", planned_publication_on=on)


def test_a_kind_without_a_first_day_may_always_be_asked_for(helsingborg, haninge, carin, olivia):
    kind_actions.set_kind_start(by=carin, organisation=haninge, kind="internship", starts_on=AFTER)
    procurement = planned(helsingborg, BEFORE)
    requirement = requirements.create_requirement(by=olivia, procurement=procurement, today=BEFORE, **DIALOG)
    assert requirement.pk


def test_a_kind_that_is_not_asked_for_yet_is_refused_by_the_day_of_publication(helsingborg, late, olivia):
    for on, other in ((BEFORE, "employment"), (AFTER, "internship")):
        made = requirements.create_requirement(
            by=olivia, procurement=planned(helsingborg, on), today=BEFORE, **DIALOG | {"kind": other}
        )
        assert made.kind == other
    with pytest.raises(ValidationError, match="först i upphandlingar som annonseras från 2026-09-01"):
        requirements.create_requirement(by=olivia, procurement=planned(helsingborg, BEFORE), today=BEFORE, **DIALOG)


def test_a_contract_of_an_earlier_publication_gets_no_such_requirement(helsingborg, late, olivia):
    published = make_procurement(helsingborg, phase="contracted", sent_for_publication_on=BEFORE)
    contract = make_contract(published, starts_on=AFTER)
    with pytest.raises(ValidationError, match="annonserades 2026-08-31"):
        requirements.create_requirement(by=olivia, contract=contract, today=AFTER, **DIALOG)


def test_a_requirement_keeps_its_kind_but_does_not_change_to_one_that_is_off(helsingborg, olivia, carin):
    procurement = planned(helsingborg, BEFORE)
    made = requirements.create_requirement(by=olivia, procurement=procurement, today=BEFORE, **DIALOG)
    for kind in ("internship", "apprenticeship"):
        kind_actions.set_kind_start(by=carin, organisation=helsingborg, kind=kind, starts_on=FIRST)
    kept = requirements.update_requirement(by=olivia, requirement=made, today=BEFORE, note="Fler än en.", **DIALOG)
    assert kept.note == "Fler än en."
    with pytest.raises(ValidationError, match="krav på lärling först"):
        requirements.update_requirement(by=olivia, requirement=made, today=BEFORE, kind="apprenticeship")


def test_the_first_step_of_the_form_says_so_with_nothing_lost(sign_in, helsingborg, late, olivia):
    RequirementKindStart.objects.update(starts_on=timezone.localdate() + timedelta(days=30))
    procurement = planned(helsingborg, timezone.localdate() + timedelta(days=10))
    address = reverse("procurement_requirement_create", args=[procurement.pk])
    answer = sign_in(olivia).post(address, DIALOG)
    assert answer.status_code == 422
    assert "En CSR-samordnare eller administratör kan ändra dagen" in answer.context["form"].errors["kind"][0]
    assert 'value="dialog"' in text_of(answer)


def test_the_second_step_refuses_too_when_the_day_was_set_meanwhile(sign_in, helsingborg, olivia, carin):
    procurement = planned(helsingborg, timezone.localdate() + timedelta(days=10))
    address = reverse("procurement_requirement_create", args=[procurement.pk])
    client = sign_in(olivia)
    second = client.post(address, DIALOG).url
    starts_on = timezone.localdate() + timedelta(days=30)
    kind_actions.set_kind_start(by=carin, organisation=helsingborg, kind="internship", starts_on=starts_on)
    answer = new(client, second, {})
    assert answer.status_code == 422
    assert "ställer krav på praktik först" in errors_of(answer)
    assert not Requirement.objects.exists()


# --- Pages ------------------------------------------------------------------------------------------------------------
def test_the_list_tells_what_is_on_and_those_who_may_change_it(sign_in, carin, olivia, helsingborg, today):
    page = text_of(sign_in(olivia).get(LIST))
    assert "kan ställa krav på alla insatser" in page
    assert page.count(">alltid<") == len(RequirementKind)
    assert INTERNSHIP not in page
    starts_on = today + timedelta(days=30)
    kind_actions.set_kind_start(by=carin, organisation=helsingborg, kind="internship", starts_on=starts_on)
    page = text_of(sign_in(carin).get(LIST))
    assert "har ännu inte börjat ställa krav på 1 av insatserna" in page
    assert f"av till {starts_on}" in page
    assert INTERNSHIP in page


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.mark.parametrize("who", ["carin", "adam"])
def test_a_first_day_is_set_changed_and_taken_away(sign_in, request, helsingborg, who):
    client = sign_in(request.getfixturevalue(who))
    for day in ("2026-09-01", "2026-10-01"):
        assert new(client, INTERNSHIP, {"starts_on": day}).url == LIST
    row = RequirementKindStart.objects.get()
    assert (row.kind, row.starts_on, row.changed_by.name) == ("internship", date(2026, 10, 1), who.capitalize())
    assert new(client, INTERNSHIP, {"take_back": "ja"}).url == LIST
    assert not RequirementKindStart.objects.exists()


@pytest.mark.parametrize(
    ("day", "sentence"), [("", "Ange den första dagen"), ("2026-02-30", "år-månad-dag"), ("0026-09-01", "utanför åren")]
)
def test_a_day_that_makes_no_sense_is_refused(sign_in, carin, day, sentence):
    answer = new(sign_in(carin), INTERNSHIP, {"starts_on": day})
    assert answer.status_code == 422
    assert sentence in errors_of(answer)


def test_the_later_of_two_is_told_what_the_first_saved_also_of_a_new_day(sign_in, carin):
    client = sign_in(carin)
    form = client.get(INTERNSHIP).context["form"]
    shown = {name: form[name].value() or "" for name in form.fields}
    assert client.post(INTERNSHIP, shown | {"starts_on": "2026-09-01"}).status_code == 302
    second = client.post(INTERNSHIP, shown | {"starts_on": "2026-10-01"})
    assert second.status_code == 409
    assert "Nu står det: 2026-09-01" in errors_of(second)


def test_an_unknown_kind_is_not_there_and_an_officer_may_not_change_one(sign_in, carin, olivia):
    assert sign_in(carin).get(reverse("requirement_kind_update", args=["osa"])).status_code == 404
    assert sign_in(olivia).get(INTERNSHIP).status_code == 403


def test_the_database_holds_one_day_for_each_kind(helsingborg, late):
    with pytest.raises(IntegrityError, match="requirement_kind_starts_once"), transaction.atomic():
        RequirementKindStart.objects.create(organisation=helsingborg, kind="internship", starts_on=AFTER)
