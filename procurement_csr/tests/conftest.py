"""The world that the gate looks at."""

import pytest

from procurement_csr.tests import gate
from procurement_csr.tests.gate_pages import make_empty, make_filled


@pytest.fixture(scope="module")
def site(request, chromium, django_db_setup, django_db_blocker):
    """A new organisation without any data, or the demo world, served. One at a time."""
    with django_db_blocker.unblock(), gate.served(chromium, "gate") as site:
        {"empty": make_empty, "filled": make_filled}[request.param](site)
        yield site
