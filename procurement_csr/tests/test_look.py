"""The look: contrast of every colour pair in both schemes, weight, and an error page that needs nothing."""

import gzip
import re
from pathlib import Path

import pytest
from django.template.loader import get_template

ROOT = Path(__file__).resolve().parents[2]
CSS = (ROOT / "static/css/steget.css").read_text(encoding="utf-8")

TEXT_PAIRS = [
    *((ink, ground) for ink in ("ink", "muted", "accent") for ground in ("page", "surface")),
    ("ink", "sunken"),
    ("ink", "accent-soft"),
    ("accent", "accent-soft"),
    ("on-accent", "accent"),
    ("on-accent", "accent-strong"),
    ("on-bar", "bar"),
    *((tone, f"{tone}-soft") for tone in ("good", "warn", "bad", "info")),
    *(("ink", f"{tone}-soft") for tone in ("good", "warn", "bad", "info")),
    ("bad", "page"),
    ("bad", "surface"),
    *(("on-kind", f"kind-{kind}") for kind in ("internship", "apprenticeship", "employment", "mentorship")),
    *((f"kind-{kind}", "surface") for kind in ("internship", "apprenticeship", "employment", "mentorship")),
]
EDGE_PAIRS = [("border", "surface"), ("border", "page"), ("focus", "page"), ("focus", "surface")]


def tokens(scheme: str) -> dict[str, str]:
    """Token name to hex colour; the dark scheme says only what differs."""
    light, dark = re.findall(r":root \{(.*?)\n {2,4}\}", CSS, re.DOTALL)[:2]
    found = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6});", light))
    return found if scheme == "light" else found | dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6});", dark))


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    channels = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_counted_as_wcag_does():
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777", "#fff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_can_be_read_on_its_ground(scheme, ink, ground):
    colours = tokens(scheme)
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("edge", "ground"), EDGE_PAIRS)
def test_field_edges_and_the_focus_ring_can_be_seen(scheme, edge, ground):
    colours = tokens(scheme)
    assert contrast(colours[edge], colours[ground]) >= 3


def test_style_and_script_stay_light():
    weight = sum(
        len(gzip.compress(path.read_bytes()))
        for path in [*(ROOT / "static/css").glob("*.css"), *(ROOT / "static/js").glob("*.js")]
    )
    assert weight <= 20_000
    assert (ROOT / "static/js/app.js").stat().st_size <= 4_096


def test_the_last_error_page_needs_no_context_and_no_database():
    html = get_template("500.html").render()
    assert "Något gick fel hos oss" in html
    for address in re.findall(r'(?:href|src)="/static/([^"]+)"', html):
        assert (ROOT / "static" / address).is_file()


@pytest.mark.parametrize("path", sorted((ROOT / "templates").rglob("*.html")), ids=lambda path: path.name)
def test_no_template_styles_or_scripts_inline_but_mails_which_have_no_stylesheet(path):
    text = path.read_text(encoding="utf-8")
    styled = r"^\b$" if "mail" in path.parts else r"<style|\sstyle="
    assert not re.search(rf"{styled}|\son[a-z]+=|<script(?![^>]*\ssrc=)|javascript:", text)
    assert not re.search(r"""(?:src|href)=["'](?:https?:)?//""", text)
