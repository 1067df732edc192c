"""The menu marks where one is, also on pages that have no item of their own."""

import pytest
from django.urls import reverse

ITEMS = {"Mina uppgifter": "task_list", "Upphandlingar": "procurement_list", "Leverantörer": "supplier_list"}


@pytest.mark.parametrize(
    ("url_name", "label"),
    [
        ("task_list", "Mina uppgifter"),
        ("procurement_list", "Upphandlingar"),
        ("contract_list", "Upphandlingar"),
        ("import_list", "Upphandlingar"),
        ("import_create", "Upphandlingar"),
        ("supplier_list", "Leverantörer"),
    ],
)
def test_one_menu_item_is_marked_on_each_page(sign_in, olivia, url_name, label):
    page = sign_in(olivia).get(reverse(url_name))
    assert [item["label"] for item in page.context["menu"] if item["is_current"]] == [label]
    assert f'<a href="{reverse(ITEMS[label])}" aria-current="page">' in page.content.decode()
