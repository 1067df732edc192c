"""The floors and rooms of the house, in what an import linter cannot see."""

import importlib.util
import re
import subprocess
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.urls import get_resolver
from django.utils.module_loading import import_string

ROOT = Path(settings.BASE_DIR)
# From the lowest floor to the highest; apps on one line are neighbours that do not know each other.
FLOORS = [
    {"core"},
    {"accounts"},
    {"suppliers"},
    {"procurements"},
    {"placements", "mbl", "actionplans"},
    {"followups"},
    {"targets", "reminders"},
    {"onboarding"},
    {"interchange"},
]
FLOOR = {app: number for number, floor in enumerate(FLOORS) for app in floor}
TOP_LEVEL = {
    "manage.py",
    "procurement_csr",
    "apps",
    "templates",
    "static",
    "requirements.txt",
    "requirements-dev.txt",
    "pytest.ini",
    "Makefile",
    "README.md",
    "LICENSE",
    "docs",
    ".ci",
}


def may_use(user: str, used: str) -> bool:
    """Whether an app may use another: itself, or one on a lower floor."""
    return user == used or FLOOR[used] < FLOOR[user]


def tracked_files() -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout
    if not listed:
        pytest.skip("the tree is not a git checkout, so there is no list of tracked files")
    return [ROOT / name for name in listed.splitlines() if (ROOT / name).exists()]


def app_templates() -> list[tuple[str, Path]]:
    return [(app, path) for app in FLOOR for path in sorted((ROOT / "templates" / app).rglob("*.html"))]


def url_owners() -> dict[str, str]:
    """URL name to the app whose view answers it."""
    owners = {}
    for pattern in _patterns(get_resolver()):
        module = pattern.callback.__module__
        if pattern.name and module.startswith("apps."):
            owners[pattern.name] = module.split(".")[1]
    return owners


def _patterns(resolver):
    for pattern in resolver.url_patterns:
        if hasattr(pattern, "url_patterns"):
            yield from _patterns(pattern)
        else:
            yield pattern


def test_every_app_stands_on_a_floor():
    ours = {config.label for config in apps.get_app_configs() if config.name.startswith("apps.")}
    assert ours == set(FLOOR)


def test_foreign_keys_point_downwards():
    wrong = [
        f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"
        for model in apps.get_models()
        if model.__module__.startswith("apps.")
        for field in model._meta.local_fields
        if field.is_relation
        and field.related_model._meta.app_label in FLOOR
        and not may_use(model._meta.app_label, field.related_model._meta.app_label)
    ]
    assert wrong == []


def test_templates_link_only_to_pages_of_their_own_floor_or_below():
    owners = url_owners()
    wrong = [
        f"{path.relative_to(ROOT)} links to {name}"
        for app, path in app_templates()
        for name in re.findall(r"{%\s*url\s+['\"]([a-z_]+)['\"]", path.read_text())
        if name in owners and not may_use(app, owners[name])
    ]
    assert wrong == []


def test_templates_link_only_to_pages_that_exist():
    names = {pattern.name for pattern in _patterns(get_resolver())}
    wrong = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in sorted((ROOT / "templates").rglob("*.html"))
        for name in re.findall(r"{%\s*url\s+['\"]([a-z_]+)['\"]", path.read_text())
        if name not in names
    ]
    assert wrong == []


def test_templates_include_only_parts_of_their_own_floor_or_below():
    wrong = []
    for app, path in app_templates():
        for name in re.findall(r"{%\s*(?:include|extends)\s+['\"]([^'\"]+)['\"]", path.read_text()):
            folder = name.split("/")[0]
            if folder in FLOOR and not may_use(app, folder):
                wrong.append(f"{path.relative_to(ROOT)} includes {name}")
    assert wrong == []


def test_panels_named_in_settings_exist_and_come_from_the_app_they_are_named_after():
    for paths in settings.PAGE_PANELS.values():
        for path in paths:
            assert callable(import_string(path))
            assert re.match(r"apps\.[a-z]+\.([a-z]+_)?panels\.", path), path


def test_modules_stay_under_400_lines_and_templates_under_120():
    long = []
    for path in tracked_files():
        limit = {".py": 400, ".html": 120}.get(path.suffix)
        if limit and "migrations" not in path.parts and len(path.read_text().splitlines()) > limit:
            long.append(f"{path.relative_to(ROOT)} ({len(path.read_text().splitlines())})")
    assert long == []


def test_templates_hold_no_inline_style_script_or_outside_address():
    bad = re.compile(r'\son[a-z]+="|<script(?![^>]*\ssrc=)|(?:src|href)="https?://')
    styled = re.compile(r'\sstyle="')
    wrong = [
        str(path)
        for path in sorted((ROOT / "templates").rglob("*.html"))
        # A mail has no stylesheet beside it.
        if bad.search(path.read_text()) or ("mail" not in path.parts and styled.search(path.read_text()))
    ]
    assert wrong == []


def test_the_top_level_holds_only_what_was_agreed():
    top = {path.relative_to(ROOT).parts[0] for path in tracked_files()}
    assert {name for name in top if not name.startswith(".") or name in TOP_LEVEL} <= TOP_LEVEL


def test_psycopg_3_is_absent():
    # Django silently prefers psycopg 3 over psycopg2 when both are there.
    assert importlib.util.find_spec("psycopg") is None


def test_the_admin_is_not_mounted():
    assert "django.contrib.admin" not in settings.INSTALLED_APPS
