"""A page far into a list holds what it would hold if all rows before it had been read."""

from datetime import date, timedelta

import pytest
from django.core.paginator import Paginator
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext

from apps.core import paging
from apps.procurements.models import Procurement
from procurement_csr.people import make_procurement

DAY = date(2026, 3, 2)
ORDERS = {
    "rising": [F("planned_publication_on").asc(nulls_last=True), "pk"],
    "falling": [F("planned_publication_on").desc(nulls_last=True), "-pk"],
}


@pytest.fixture
def rows(helsingborg):
    """Forty-three procurements: some share a day, some have none."""
    for number in range(43):
        day = None if number % 5 == 0 else DAY + timedelta(days=number % 4)
        make_procurement(helsingborg, f"Nr {number}", planned_publication_on=day)
    return Procurement.objects.filter(organisation=helsingborg).select_related("department", "responsible")


@pytest.mark.parametrize("order", ORDERS)
def test_pages_are_the_same_from_whichever_end_they_are_found(rows, order, monkeypatch):
    rows = rows.order_by(*ORDERS[order])
    whole = list(rows)
    assert sorted(each.pk for each in whole) == sorted(rows.values_list("pk", flat=True))
    assert len(whole) == 43
    monkeypatch.setattr(paging, "FAR_IN", 10)
    pages = Paginator(paging.for_pages(rows), 10)
    assert pages.count == 43
    assert [list(page) for page in pages] == [whole[at : at + 10] for at in range(0, 43, 10)]


def test_to_pass_over_rows_nothing_beside_them_is_read(rows, monkeypatch):
    monkeypatch.setattr(paging, "FAR_IN", 10)
    pages = Paginator(paging.for_pages(rows.order_by(*ORDERS["falling"])), 10)
    with CaptureQueriesContext(connection) as asked:
        (last,) = [list(pages.page(5))]
    assert len(last) == 3
    _, keys, found = (each["sql"] for each in asked.captured_queries)
    assert "JOIN" not in keys
    assert "OFFSET" not in keys
    assert "JOIN" in found
