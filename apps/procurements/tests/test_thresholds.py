"""The thresholds in force, through the database. "Fact" numbers are those of the acceptance facts of the domain."""

from datetime import date, timedelta
from decimal import Decimal
from html import unescape
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from apps.procurements import thresholds
from apps.procurements.choices import PurchaseKind, Regime
from apps.procurements.models import Threshold
from apps.procurements.regime import SHIPPED_ROWS
from procurement_csr.people import make_procurement

pytestmark = pytest.mark.django_db
IN_2024, IN_2026 = date(2024, 6, 1), date(2026, 6, 1)
NEW_YEAR_2026 = date(2026, 1, 1)


def add(valid_from=NEW_YEAR_2026, **amounts):
    defaults = {"goods_services": 2_400_000, "works": 60_000_000, "direct_purchase": 700_000, "source": "SFS 2026:1"}
    return Threshold.objects.create(valid_from=valid_from, **defaults | amounts)


def text_of(response):
    """The page as it is read, with plain blanks."""
    return unescape(response.content.decode()).replace("\N{NO-BREAK SPACE}", " ")


def regime_of(organisation, value, on, kind=PurchaseKind.SERVICES):
    return thresholds.regime_of(make_procurement(organisation, estimated_value=value, kind=kind), on)


def test_without_added_rows_the_shipped_ones_are_in_force():
    assert thresholds.rows() == SHIPPED_ROWS


def test_an_added_row_replaces_the_shipped_one_of_the_same_day_and_stands_in_order():
    add()
    add(date(2028, 1, 1))
    rows = thresholds.rows()
    assert [row.valid_from for row in rows] == sorted(row.valid_from for row in rows)
    assert len(rows) == len(SHIPPED_ROWS) + 1
    (replaced,) = [row for row in rows if row.valid_from == NEW_YEAR_2026]
    assert (replaced.goods_services, replaced.source) == (Decimal(2_400_000), "SFS 2026:1")


@pytest.mark.parametrize(("value", "expected"), [(699_999, Regime.DIRECT), (700_000, Regime.BELOW_THRESHOLD)])
def test_fact_11_direct_purchase_is_strictly_under_the_limit(helsingborg, value, expected):
    assert regime_of(helsingborg, value, IN_2024).regime == expected


@pytest.mark.parametrize(
    ("value", "expected"), [(2_389_584, Regime.BELOW_THRESHOLD), (2_389_585, Regime.ABOVE_THRESHOLD)]
)
def test_fact_12_a_value_equal_to_the_threshold_has_reached_it(helsingborg, value, expected):
    assert regime_of(helsingborg, value, IN_2024).regime == expected


def test_fact_13_a_day_without_thresholds_is_unknown_until_somebody_adds_the_row(helsingborg):
    before = regime_of(helsingborg, 5_000_000, IN_2026)
    assert before.regime == Regime.UNKNOWN
    assert "Tröskelvärde saknas" in before.explanation
    add()
    after = regime_of(helsingborg, 5_000_000, IN_2026)
    assert (after.regime, after.threshold) == (Regime.ABOVE_THRESHOLD, Decimal(2_400_000))


def test_fact_13_an_added_row_that_has_ended_leaves_the_day_without_thresholds(helsingborg):
    add(date(2025, 7, 1), valid_to=date(2025, 7, 31))
    assert regime_of(helsingborg, 5_000_000, date(2025, 7, 31)).threshold == Decimal(2_400_000)
    ended = regime_of(helsingborg, 5_000_000, date(2025, 8, 1))
    assert (ended.regime, ended.row) == (Regime.UNKNOWN, None)


def test_fact_16_under_the_threshold_a_requirement_rests_on_chapter_19(helsingborg):
    below = regime_of(helsingborg, 1_000_000, IN_2024)
    above = regime_of(helsingborg, 3_000_000, IN_2024)
    assert (below.legal_basis, above.legal_basis) == ("19 kap. 3 § LOU", "17 kap. 1 § LOU")


def test_a_procurement_without_kind_or_value_is_unknown_and_told_what_to_fill_in(helsingborg):
    no_kind, no_value = regime_of(helsingborg, 5_000_000, IN_2024, kind=""), regime_of(helsingborg, None, IN_2024)
    assert {no_kind.regime, no_value.regime} == {Regime.UNKNOWN}
    assert no_kind.explanation.startswith("Ange vad som köps")
    assert no_value.explanation.startswith("Ange upphandlingens värde")


def test_many_procurements_are_judged_by_one_reading_of_the_table(helsingborg, django_assert_num_queries):
    procurement = make_procurement(helsingborg, estimated_value=5_000_000, kind=PurchaseKind.SERVICES)
    among = thresholds.rows()
    with django_assert_num_queries(0):
        assert thresholds.regime_of(procurement, IN_2024, among).regime == Regime.ABOVE_THRESHOLD


# --- The page ---------------------------------------------------------------------------------------------------------
LIST = reverse("threshold_list")
POSTED = {
    "valid_from": "2026-01-01",
    "goods_services": "2 400 000",
    "works": "60 000 000",
    "special_services": "8 200 000",
    "direct_purchase": "700 000 kr",
    "direct_purchase_special": "8 200 000",
    "source": "SFS 2026:1",
}


def posted(**changes):
    return POSTED | {"token": str(uuid4())} | changes


def errors_of(response):
    return " ".join(each for errors in response.context["form"].errors.values() for each in errors)


def test_adam_adds_the_row_that_counts_today_and_the_warning_goes_away(sign_in, adam):
    client, today = sign_in(adam), timezone.localdate()
    add(today - timedelta(days=1), works=None, special_services=8_200_000)
    assert "saknas tröskelvärde för byggentreprenad." in text_of(client.get(LIST))
    answer = client.post(reverse("threshold_create"), posted(valid_from=today), follow=True)
    page = text_of(answer)
    assert answer.redirect_chain[-1][0] == LIST
    assert "saknas tröskelvärde för" not in page
    assert page.count("gäller i dag") == 1
    assert "inlagd, gäller i dag" in page
    assert Threshold.objects.get(valid_from=today).created_by == adam


def test_the_table_says_which_row_is_in_force_and_which_is_replaced():
    add(date(2024, 1, 1))
    states = {(each.row.valid_from, each.origin) for each in thresholds.listed(IN_2024)}
    assert (date(2024, 1, 1), "inlagd, gäller i dag") in states
    assert (date(2024, 1, 1), "ersatt av inlagd rad") in states
    assert (date(2022, 2, 1), "medföljer") in states
    assert sum(each.is_in_force for each in thresholds.listed(IN_2024)) == 1
    assert not any(each.is_in_force for each in thresholds.listed(date(2031, 5, 1)))


def test_what_is_missing_on_a_day_is_told_by_kind():
    assert thresholds.missing_on(IN_2024, SHIPPED_ROWS) == []
    assert thresholds.missing_on(date(2016, 5, 1), SHIPPED_ROWS) == [PurchaseKind.SPECIAL_SERVICES.label]
    assert thresholds.missing_on(IN_2026, SHIPPED_ROWS) == PurchaseKind.labels
    assert thresholds.missing_on(date(2031, 5, 1), SHIPPED_ROWS) == PurchaseKind.labels


def test_only_administrators_see_the_way_to_change(sign_in, olivia, adam):
    added = add()
    change = reverse("threshold_update", args=[added.pk])
    assert change not in text_of(sign_in(olivia).get(LIST))
    assert change in text_of(sign_in(adam).get(LIST))
    assert reverse("threshold_delete", args=[added.pk]) in text_of(sign_in(adam).get(change))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"valid_from": ""}, "Ange gäller från"),
        ({"valid_from": "2026-02-30"}, "som år-månad-dag"),
        ({"valid_from": "0026-01-01"}, "Dagen 0026-01-01 ligger utanför åren 1960–2099."),
        ({"valid_from": "2007-01-01"}, "2007-01-01 går inte: ange ett år mellan 2008 och 2099."),
        ({"valid_to": "2025-12-31"}, "Tröskelvärdets sista dag ligger före dess första."),
        ({"goods_services": "0"}, "Ett tröskelvärde ska vara över 0 kronor."),
        ({"works": "-5"}, "Byggentreprenader ska vara minst 0"),
        ({"works": "mycket"}, "Ange byggentreprenader med siffror"),
        ({"direct_purchase": "3 000 000"}, "3 000 000 kr är högre än tröskelvärdet för varor och tjänster"),
        ({"direct_purchase_special": "8 200 001"}, "är högre än tröskelvärdet för särskilda tjänster"),
        ({"source": ""}, "Ange källa"),
        ({"source": "Anna 19850709-9805"}, "ser ut som ett personnummer"),
        (dict.fromkeys([name for name in POSTED if name not in ("valid_from", "source")], ""), "minst ett belopp"),
    ],
)
def test_bad_input_has_its_sentence_and_saves_nothing(sign_in, adam, changes, sentence):
    answer = sign_in(adam).post(reverse("threshold_create"), posted(**changes))
    assert answer.status_code == 422
    assert sentence in errors_of(answer).replace("\N{NO-BREAK SPACE}", " ")
    assert not Threshold.objects.exists()


def test_a_limit_for_direct_purchase_may_equal_the_threshold(sign_in, adam):
    assert sign_in(adam).post(reverse("threshold_create"), posted()).status_code == 302


def test_a_day_that_has_an_added_row_is_refused_and_a_double_click_makes_one(sign_in, adam):
    client, twice = sign_in(adam), posted()
    assert [client.post(reverse("threshold_create"), twice).status_code for _ in range(2)] == [302, 302]
    again = client.post(reverse("threshold_create"), posted())
    assert (again.status_code, errors_of(again)) == (422, "Det finns redan en rad som gäller från den dagen.")
    assert Threshold.objects.count() == 1


def test_the_later_of_two_administrators_is_told_what_the_first_said(sign_in, adam):
    added, client = add(), sign_in(adam)
    address = reverse("threshold_update", args=[added.pk])
    seen = client.get(address).context["form"]["version"].value()
    first = client.post(address, POSTED | {"version": seen, "works": "61 000 000"})
    second = client.post(address, POSTED | {"version": seen, "works": "62 000 000"})
    assert (first.status_code, second.status_code) == (302, 409)
    assert "Nu står det: 61" in errors_of(second)
    added.refresh_from_db()
    assert added.works == 61_000_000


def test_a_row_taken_away_gives_the_shipped_one_back(sign_in, adam):
    added, client = add(), sign_in(adam)
    address = reverse("threshold_delete", args=[added.pk])
    assert "Ta bort tröskelvärdena från 2026-01-01?" in text_of(client.get(address))
    assert client.post(address).status_code == 302
    assert thresholds.rows() == SHIPPED_ROWS
    assert client.post(address).status_code == 404


# --- The calculator ---------------------------------------------------------------------------------------------------
def test_the_calculator_answers_with_the_regime_its_reason_and_the_paragraph(sign_in, olivia):
    page = text_of(sign_in(olivia).get(LIST, {"value": "2 389 584", "kind": "services", "on": "2024-06-01"}))
    assert "Svar: under tröskelvärdet (19 kap. LOU)" in page
    assert "understiger tröskelvärdet för tjänster, 2 389 585 kr" in page
    assert "med stöd av 19 kap. 3 § LOU" in page


def test_the_calculator_never_guesses(sign_in, olivia):
    page = text_of(sign_in(olivia).get(LIST, {"value": "5000000", "kind": "works", "on": "2026-06-01"}))
    assert "Svar: tröskelvärde saknas" in page
    assert "med stöd av" not in page


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"value": "-1", "kind": "works", "on": "2024-06-01"}, "Upphandlingens värde ska vara minst 0"),
        ({"value": "1", "kind": "bilar", "on": "2024-06-01"}, "Välj vad som köps bland alternativen"),
        ({"value": "", "kind": "", "on": "igår"}, "Ange upphandlingens värde"),
    ],
)
def test_the_calculator_says_what_it_cannot_read(sign_in, olivia, asked, sentence):
    answer = sign_in(olivia).get(LIST, asked)
    assert answer.status_code == 422
    assert sentence in errors_of(answer)
    assert answer.context["answer"] is None


# --- The ways there ---------------------------------------------------------------------------------------------------
def test_the_list_of_procurements_and_the_settings_lead_to_the_thresholds_and_guidelines(sign_in, olivia, adam):
    for person, page in ((olivia, reverse("procurement_list")), (adam, reverse("settings_index"))):
        text = text_of(sign_in(person).get(page))
        assert f'href="{LIST}"' in text
        assert f'href="{reverse("guideline_list")}"' in text
