"""The documents keep what they promise: links lead somewhere, pictures can be made anew, no variable is left out."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from procurement_csr.demo import people
from procurement_csr.management.commands.make_shots import MAX_BYTES, MAX_TOTAL, SHOTS, TARGET

ROOT = Path(settings.BASE_DIR)
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
NAMES_OF_ENVIRONMENT = re.compile(r"""\benv(?:_bool|_int)?\(\s*"([A-Z_]+)\"""")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_between_the_documents_leads_to_a_file(document):
    targets = re.findall(r"\]\(([^)#:]+)\)", document.read_text(encoding="utf-8"))
    assert [target for target in targets if not (document.parent / target).exists()] == []


def test_every_picture_of_the_handbook_is_shown_and_can_be_made_anew():
    shown = {Path(name).stem for each in DOCUMENTS for name in re.findall(r"\(([^)]+\.png)\)", each.read_text())}
    kept = {path.stem for path in TARGET.glob("*.png")}
    assert kept == {shot.name for shot in SHOTS} == shown


def test_the_pictures_are_small():
    sizes = [path.stat().st_size for path in TARGET.glob("*.png")]
    assert max(sizes) <= MAX_BYTES
    assert sum(sizes) <= MAX_TOTAL


def test_every_environment_variable_of_the_settings_is_explained_to_the_operator():
    names = set(NAMES_OF_ENVIRONMENT.findall((ROOT / "procurement_csr" / "settings.py").read_text(encoding="utf-8")))
    assert len(names) > 20
    explained = (ROOT / "docs" / "drift.md").read_text(encoding="utf-8")
    assert {name for name in names if f"`{name}`" not in explained} == set()


def test_the_readme_has_the_password_of_the_demo_accounts_and_the_licence():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert people.PASSWORD in text
    assert "EUPL-1.2" in text
    assert "EUROPEAN UNION PUBLIC LICENCE v. 1.2" in (ROOT / "LICENSE").read_text(encoding="utf-8")
