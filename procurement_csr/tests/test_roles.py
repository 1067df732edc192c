"""The role table and the code name the same permissions, and no role holds more than it should."""

import re
from pathlib import Path

from django.conf import settings

from apps.accounts.choices import Role
from procurement_csr.roles import ROLE_PERMISSIONS

ROOT = Path(settings.BASE_DIR)
APPS = "accounts|suppliers|procurements|mbl|placements|actionplans|followups|targets|reminders|onboarding|interchange"
PERMISSION = re.compile(rf"""["']((?:{APPS})\.(?!tests\b)[a-z]+_[a-z_]+)["']""")
TABLE = frozenset().union(*ROLE_PERMISSIONS.values())


def permissions_in_code() -> dict[str, list[str]]:
    """Each permission that a module names, and where. Tests and the table itself do not count."""
    found: dict[str, list[str]] = {}
    for folder in ("apps", "procurement_csr"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            if {"tests", "migrations"} & set(path.parts) or path.name in {"roles.py", "settings.py", "people.py"}:
                continue
            for name in PERMISSION.findall(path.read_text(encoding="utf-8")):
                found.setdefault(name, []).append(str(path.relative_to(ROOT)))
    return found


def test_every_permission_that_code_asks_for_is_in_the_table():
    unknown = {name: places for name, places in permissions_in_code().items() if name not in TABLE}
    assert unknown == {}


def test_every_permission_in_the_table_is_asked_for_somewhere():
    assert TABLE - set(permissions_in_code()) == set()


def test_the_table_has_every_role_and_no_other():
    assert set(ROLE_PERMISSIONS) == set(Role.values)


def test_only_matchers_see_participants():
    assert {role for role, held in ROLE_PERMISSIONS.items() if "placements.view_participant" in held} == {"matcher"}


def test_only_administrators_rule_the_organisation():
    held_by = {role for role, held in ROLE_PERMISSIONS.items() if "accounts.change_organisation" in held}
    assert held_by == {"administrator"}


def test_politicians_and_unions_change_nothing():
    for role in ("politician", "union"):
        assert not [each for each in ROLE_PERMISSIONS[role] if not re.search(r"\.(view|see)_", each)]
