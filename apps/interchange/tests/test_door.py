"""The way to the imports from the list of procurements."""

import pytest
from django.urls import reverse

from procurement_csr.people import make_procurement


@pytest.mark.parametrize("is_empty", [True, False])
def test_olivia_finds_the_imports_on_the_list_of_procurements(sign_in, olivia, helsingborg, is_empty):
    if not is_empty:
        make_procurement(helsingborg)
    html = sign_in(olivia).get(reverse("procurement_list")).content.decode()
    assert html.count(f'href="{reverse("import_list")}"') == 1 + is_empty
    assert "Importera avtal" in html


def test_doris_who_may_not_import_sees_no_door(sign_in, doris):
    html = sign_in(doris).get(reverse("procurement_list")).content.decode()
    assert "Importera avtal" not in html
