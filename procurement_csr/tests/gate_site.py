"""What the tests of the gate share: which world a page is asked for in, and how it is opened."""

import pytest

from procurement_csr.tests.gate_visit import Visit

in_the_empty = pytest.mark.parametrize("site", ["empty"], indirect=True)
in_the_filled = pytest.mark.parametrize("site", ["filled"], indirect=True)


def by_label(visits):
    return pytest.mark.parametrize("visit", visits, ids=[each.label for each in visits])


def open_page(site, visit: Visit, **options):
    page = site.page(visit.who, **options)
    return page, page.goto(visit.path(site.objects))


def assert_none(faults: list[str]) -> None:
    assert not faults, "\n".join(faults)
