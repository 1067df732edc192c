"""The second step of a requirement: what it refuses, beside which field."""

import pytest

from apps.procurements.models import Requirement
from apps.procurements.tests.test_requirement_pages import DIALOG, NUMERIC, PLACES, new, on, refused
from procurement_csr.people import make_contract, make_procurement


@pytest.fixture
def contract(helsingborg):
    return make_contract(make_procurement(helsingborg), number="A-1")


LONG = "9" * 30


@pytest.mark.parametrize(
    ("query", "data", "field", "sentence"),
    [
        (NUMERIC, {}, "count", "Ange hur många kravet gäller"),
        (NUMERIC, {"count": "0"}, "count", "Antal ska vara minst 1"),
        (NUMERIC, {"count": LONG}, "count", "Antal får vara högst 100000"),
        (NUMERIC, {"count": "två"}, "count", "Ange antal med siffror"),
        (NUMERIC, {"count": "1", "unit": "hack"}, "unit", "Välj enhet bland alternativen"),
        (NUMERIC, {"count": "1", "quantity_basis": "x"}, "quantity_basis", "bland alternativen"),
        (NUMERIC, {"count": "1", "rate": "mycket"}, "rate", "med siffror"),
        (NUMERIC, {"count": "1", "rate": LONG}, "rate", "siffror"),
        (NUMERIC, {"count": "1", "starts_on": "i maj"}, "starts_on", "som år-månad-dag"),
        (
            NUMERIC,
            {"count": "1", "starts_on": "2026-05-01", "ends_on": "2026-04-01"},
            "ends_on",
            "slut ligger före dess början",
        ),
        (
            NUMERIC,
            {"count": "1", "starts_on": "2026-05-01", "due_on": "2026-04-01"},
            "due_on",
            "Kravet ska vara uppfyllt 2026-04-01, men åtagandet börjar först 2026-05-01",
        ),
        (
            NUMERIC,
            {"count": "1", "ends_on": "2026-05-01", "due_on": "2026-06-01"},
            "due_on",
            "men åtagandet slutar redan 2026-05-01",
        ),
        (
            NUMERIC,
            {"count": "1", "first_start_within_months": "6", "due_on": "2026-06-30"},
            "first_start_within_months",
            "senast 2026-07-01, efter 2026-06-30 då kravet ska vara uppfyllt",
        ),
        (NUMERIC, {"count": "1", "first_start_within_months": "-1"}, "first_start_within_months", "minst 0"),
        (NUMERIC, {"count": "1", "report_on": "2026-01-31, snart"}, "report_on", "”snart” är ingen dag"),
        (NUMERIC, {"count": "1", "report_on": "2026-02-30"}, "report_on", "”2026-02-30” är ingen dag"),
        (
            NUMERIC,
            {"count": "1", "starts_on": "2026-05-01", "report_on": "2026-01-31"},
            "report_on",
            "Rapportdagen 2026-01-31 ligger före åtagandets början 2026-05-01",
        ),
        (NUMERIC, {"count": "1", "follow_up_by": "grannen"}, "follow_up_by", "bland alternativen"),
        (NUMERIC, {"count": "1", "penalty_amount": "5000"}, "penalty_cap", "vad det räknas per"),
        (
            NUMERIC,
            {"count": "1", "penalty_amount": "5000", "penalty_unit": "week"},
            "clause_text",
            "Utan klausul ska avtalets text om vite anges",
        ),
        (NUMERIC, {"count": "1", "allows_termination": "on"}, "clause_text", "avtalets text om hävning anges"),
        (NUMERIC, {"count": "1", "blocks_call_offs": "on"}, "clause_text", "text om spärr från avrop anges"),
        (NUMERIC, {"count": "1", "rectification_days": "lång"}, "rectification_days", "med siffror"),
        (NUMERIC, {"count": "1", "geographic_restriction": "x" * 301}, "geographic_restriction", "högst 300 tecken"),
        (NUMERIC, {"count": "1", "clause_text": "Ring 850709-9805"}, "clause_text", "personnummer"),
        (DIALOG, {"note": "Ring 850709-9805"}, "note", "personnummer"),
        ("?modell=dialog&insats=lecture", {"note": "x"}, None, "Avtalet har redan ett sådant krav"),
        ("?modell=reserved", {}, "reserved_share", "Ange reserverad andel, procent"),
        ("?modell=reserved", {"reserved_share": "29"}, "reserved_share", "minst 30 procent (LOU 4:18)"),
        ("?modell=bonus&insats=employment", {"bonus_ceiling": "5"}, "bonus_rate", "Ange bonusen per enhet"),
        (NUMERIC, {"count": "1", "penalty_unit": "week"}, "penalty_amount", "Ange vitets belopp"),
        (NUMERIC, {"count": "1", "penalty_cap": "5"}, "penalty_amount", "Ange vitets belopp"),
    ],
)
def test_bad_details_get_a_sentence_beside_their_field_and_lose_nothing(
    sign_in, olivia, contract, query, data, field, sentence
):
    Requirement.objects.create(contract=contract, kind="lecture", model="dialog")
    page = new(sign_in(olivia), on(contract, query), PLACES | {"note": "Behåll mig"} | data)
    refused(page, field or "__all__", sentence)
    assert data.get("note", "Behåll mig") in page.text
    assert Requirement.objects.count() == 1
