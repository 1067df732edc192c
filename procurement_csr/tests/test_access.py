"""The access table: every address, every role, own and foreign organisation, GET and POST.

The addresses come from the URLconf; one that is missing in `access_table.ACCESS` fails. Each request runs in a
savepoint that is rolled back, so that one answer never colours the next.
"""

import pytest
from django.db import transaction
from django.urls import get_resolver, reverse

from procurement_csr.tests.access_rules import ROLES
from procurement_csr.tests.access_table import ACCESS, OUTSIDE
from procurement_csr.tests.access_world import make_world, member


def address_names() -> list[str]:
    """The names of all addresses of the house, allauth's apart."""
    found = set()

    def walk(resolver):
        for pattern in resolver.url_patterns:
            if hasattr(pattern, "url_patterns"):
                walk(pattern)
            else:
                assert pattern.name, f"{pattern.pattern} has no name"
                if not pattern.name.startswith("account_"):
                    found.add(pattern.name)

    walk(get_resolver())
    return sorted(found)


@pytest.fixture
def own(helsingborg):
    return make_world(helsingborg)


@pytest.fixture
def foreign(haninge):
    return make_world(haninge)


def ask(client, method, url):
    """The status of a request whose effects are rolled back."""

    class Undo(Exception):
        pass

    try:
        with transaction.atomic():
            status = getattr(client, method)(url).status_code
            raise Undo
    except Undo:
        return status


def url_of(name, rule, world):
    key = world.get(rule.obj, ())
    return reverse(name, args=key if isinstance(key, tuple) else [key])


def test_every_address_stands_in_the_table():
    assert set(address_names()) - set(ACCESS) - OUTSIDE == set()
    assert set(ACCESS) - set(address_names()) == set()


@pytest.mark.parametrize("name", sorted(ACCESS))
def test_access(name, client, own, foreign):
    rule = ACCESS[name]
    assert_anonymous(client, name, rule, own)
    for role in ROLES:
        client.force_login(member(role, own), backend="allauth.account.auth_backends.AuthenticationBackend")
        for method, allowed in (("get", rule.get), ("post", rule.post)):
            status = ask(client, method, url_of(name, rule, own))
            assert_own(status, method, role, role in allowed, (rule.get if method == "post" else rule.post) | allowed)
            if rule.obj and not rule.common:
                status = ask(client, method, url_of(name, rule, foreign))
                assert status in {403, 404, 405}, f"{role} got {status} from {method} of a foreign {rule.obj}"
                assert role not in allowed or status == 404, f"a foreign {rule.obj} must look absent to {role}"


def assert_anonymous(client, name, rule, world):
    response = client.get(url_of(name, rule, world))
    if rule.is_open:
        assert response.status_code == 200
    else:
        assert response.status_code == 302
        assert response.url.startswith("/konto/logga-in/")


def assert_own(status, method, role, may, anyone):
    if may:
        assert status in {200, 302, 409, 422, 429}, f"{role} should be allowed to {method}, got {status}"
    elif anyone:
        assert status in {403, 404, 405}, f"{role} must not {method}, got {status}"
    else:
        assert status in {403, 405}, f"nobody may {method} here, {role} got {status}"
