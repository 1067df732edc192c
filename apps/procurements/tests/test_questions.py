"""Questions that are worded once say the same as Django's own."""

from datetime import date

import pytest
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from apps.core.lookups import is_given
from apps.core.questions import Given, Question
from apps.procurements.models import Contract, Requirement
from procurement_csr.people import make_contract, make_procurement

FACTS = JSONObject(kind="kind", days="report_on")


def contracts(organisation, first, last):
    """Contracts that end between the days, with what their requirements say."""
    own = Requirement.objects.filter(contract=OuterRef("pk")).order_by("pk")
    rows = Contract.objects.filter(organisation=organisation, ends_on__range=(first, last)).order_by("pk")
    return rows.values_list("pk", "title", "value", "ends_on", "created_at", ArraySubquery(own.values(json=FACTS)))


@pytest.fixture
def rows(helsingborg, haninge):
    made = []
    for number, owner in enumerate((helsingborg, helsingborg, haninge)):
        contract = make_contract(make_procurement(owner), title=f"Avtal ”{number}”", ends_on=date(2026, 5, 1 + number))
        Requirement.objects.create(contract=contract, kind="lecture", model="dialog", report_on=[date(2026, 4, 1)])
        made.append(contract)
    return made


def test_a_question_gives_the_rows_that_the_queryset_would_each_time_it_is_asked(helsingborg, haninge, rows):
    question = Question(lambda: contracts(Given("organisation"), Given("first"), Given("last")))
    for owner, first, last in (
        (helsingborg, date(2026, 5, 1), date(2026, 5, 1)),
        (helsingborg, date(2026, 1, 1), date(2026, 12, 31)),
        (haninge, date(2026, 1, 1), date(2026, 12, 31)),
        (haninge, date(2025, 1, 1), date(2025, 12, 31)),
    ):
        found = question.ask(organisation=owner.pk, first=first, last=last)
        assert found == list(contracts(owner, first, last))
    everything = question.ask(organisation=helsingborg.pk, first=date(2026, 1, 1), last=date(2026, 12, 31))
    assert [row[5] for row in everything] == [[{"kind": "lecture", "days": ["2026-04-01"]}]] * 2


def test_a_question_may_be_given_a_list(rows):
    question = Question(lambda: Contract.objects.filter(is_given("pk", "keys")).order_by("pk").values_list("pk"))
    assert question.ask(keys=[rows[0].pk, rows[2].pk]) == [(rows[0].pk,), (rows[2].pk,)]
    assert question.ask(keys=[]) == []


def test_what_a_question_is_not_given_is_missed(db):
    question = Question(lambda: Contract.objects.filter(pk=Given("key")).values_list("pk"))
    with pytest.raises(KeyError, match="key"):
        question.ask(number=1)


def test_a_question_is_worded_once(rows):
    worded = []

    def make():
        worded.append(1)
        return Contract.objects.filter(pk=Given("key")).values_list("pk")

    question = Question(make)
    for contract in rows:
        assert question.ask(key=contract.pk) == [(contract.pk,)]
    assert worded == [1]
