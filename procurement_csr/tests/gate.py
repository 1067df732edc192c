"""What the gate is made of: a served world of its own, signed-in pages in one browser, and what a page may not do.

`served(browser)` clones the test database, so what is saved there is gone afterwards and touches no other test. Files
come from the manifest through WhiteNoise, and pages through the whole middleware, as in production.
"""

import contextlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import html5lib
from axe_playwright_python.base import AXE_SCRIPT
from django.db import connection, connections
from django.test import Client
from django.test.testcases import LiveServerThread

from procurement_csr import people

WIDTHS = (1280, 390, 320)
HEIGHTS = {1280: 900, 390: 844, 320: 640}
WCAG = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}
SIGN_IN = "allauth.account.auth_backends.AuthenticationBackend"

# Runs before the page's own script: a refused style or script is an error like any other.
_TELL_VIOLATIONS = """addEventListener("securitypolicyviolation", event => console.error(
    `CSP: ${event.violatedDirective} refused ${event.blockedURI || event.sample}`))"""

# Two pixels of slack would hide a real overflow, so none is given.
_OVERFLOW = """() => {
  const most = document.documentElement.scrollWidth;
  const hidden = [...document.querySelectorAll(".table-box")].filter(each => each.scrollWidth > each.clientWidth + 1);
  if (hidden.length) return hidden.map(each => `a list of ${each.scrollWidth} px in ${each.clientWidth} px`);
  if (most <= innerWidth) return [];
  const wide = [...document.body.querySelectorAll("*")].filter(each => {
    const box = each.getBoundingClientRect();
    return box.width && box.right > innerWidth + 0.5;
  });
  const deepest = wide.filter(each => !wide.some(other => other !== each && each.contains(other)));
  return [`${most} px wide: ` + deepest.slice(0, 3).map(each => each.outerHTML.slice(0, 120)).join(" | ")];
}"""

# WCAG 2.5.8: 24 by 24 px. A control's label is part of its target; a link inside a sentence is exempt; what is
# hidden until it has the focus (the skip link) is measured when it has it, by axe.
_SMALL_TARGETS = """() => {
  const all = 'a[href], button, input:not([type="hidden"]), select, textarea, summary, [tabindex="0"]';
  const isInText = each => {
    if (getComputedStyle(each).display !== "inline") return false;
    let block = each.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    return block.innerText.trim().length > each.innerText.trim().length;
  };
  const found = [];
  for (const each of document.querySelectorAll(all)) {
    if (!each.checkVisibility({visibilityProperty: true, opacityProperty: true})) continue;
    let {left, top, right, bottom} = each.getBoundingClientRect();
    if (right <= 0 || bottom + scrollY <= 0 || right - left <= 1) continue;
    for (const label of each.labels ?? []) {
      if (!label.contains(each)) continue;
      const box = label.getBoundingClientRect();
      [left, top] = [Math.min(left, box.left), Math.min(top, box.top)];
      [right, bottom] = [Math.max(right, box.right), Math.max(bottom, box.bottom)];
    }
    const [width, height] = [right - left, bottom - top];
    if (Math.min(width, height) < 23.99 && !isInText(each)) {
      found.push(`${width.toFixed(1)} x ${height.toFixed(1)} px: ${each.outerHTML.slice(0, 120)}`);
    }
  }
  return found;
}"""


@dataclass
class Site:
    """A served world: the arguments of its addresses by name, and who is signed in by role ("" is anybody)."""

    browser: object
    url: str
    objects: dict[str, tuple] = field(default_factory=lambda: {"": ()})
    _sessions: dict[str, str] = field(default_factory=lambda: {"": ""})
    _pages: dict = field(default_factory=dict)

    def sign_in(self, who: str, user, organisation=None) -> None:
        """Let `user` be known as `who`, at work in the organisation. Only while the world is made: a test's own writes
        never reach the server."""
        client = Client()
        client.force_login(user, backend=SIGN_IN)
        if organisation:
            session = client.session
            session["organisation"] = organisation.pk
            session.save()
        self._sessions[who] = client.cookies["sessionid"].value

    def page(self, who: str, width: int = 1280, **options):
        """The tab of this person, kept for the next visit; `options` are Playwright's for its context."""
        key = (who, *sorted(options.items()))
        if key not in self._pages:
            self._pages[key] = self._new_tab(who, options)
        page = self._pages[key]
        set_width(page, width)
        page.told.clear()
        return page

    def _new_tab(self, who: str, options: dict):
        context = self.browser.new_context(base_url=self.url, locale="sv-SE", reduced_motion="reduce", **options)
        context.set_default_timeout(30_000)
        context.add_init_script(_TELL_VIOLATIONS)
        if session := self._sessions[who]:
            context.add_cookies([{"name": "sessionid", "value": session, "url": self.url}])
        page = context.new_page()
        page.told = []
        page.on("console", lambda message: page.told.append(message) if message.type == "error" else None)
        page.on("pageerror", lambda error: page.told.append(error))
        page.on("request", lambda sent: None if sent.url.startswith(self.url) else page.told.append(sent))
        return page

    def close(self):
        for page in self._pages.values():
            page.context.close()


@contextlib.contextmanager
def served(browser, name: str) -> Iterator[Site]:
    """A site with a database of its own, empty but for what migrations put there; one at a time.

    Wanted by a fixture of a module whose tests are marked `django_db`, with the database unblocked.
    """
    with _own_database(name):
        people.bring_back_divisions()
        server = LiveServerThread("localhost", static_handler=lambda application: application)
        server.daemon = True
        server.start()
        server.is_ready.wait()
        if server.error:
            raise server.error
        site = Site(browser, f"http://localhost:{server.port}")
        try:
            yield site
        finally:
            site.close()
            server.terminate()


@contextlib.contextmanager
def _own_database(name: str) -> Iterator[None]:
    original, creation = connection.settings_dict["NAME"], connection.creation
    _hang_up_others()
    creation.clone_test_db(name, verbosity=0)
    # The settings are shared by all threads, so the server's connections go to the clone too.
    connection.settings_dict["NAME"] = creation.get_test_db_clone_settings(name)["NAME"]
    try:
        yield
    finally:
        _hang_up_others()
        connections.close_all()
        connection.settings_dict["NAME"] = original
        creation.destroy_test_db(suffix=name, verbosity=0)


def _hang_up_others() -> None:
    """A database that somebody is connected to can be neither copied nor dropped."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


# --- What a page may not do -------------------------------------------------------------------------------------------
def inspect(page, response, *, shot: str = "", is_quick: bool = False) -> list[str]:
    """Everything wrong with the page now shown, at all widths, folded and unfolded, light and dark.

    `is_quick` asks axe only once, for a page that differs from another one inspected only by its texts.
    """
    faults = [f"HTML: {each}" for each in markup_faults(response.text())]
    with _standing_still(page):
        faults += layout_faults(page, 1280, shot=shot)
        if not is_quick:
            faults += axe(page, WCAG)
            page.emulate_media(color_scheme="dark")
            faults += [f"dark: {each}" for each in axe(page, CONTRAST)]
            take_shot(page, shot, "dark")
            page.emulate_media(color_scheme="light")
        faults += layout_faults(page, 390, shot=shot)
        page.evaluate("document.querySelectorAll('main details').forEach(each => each.open = true)")
        faults += [f"unfolded: {each}" for each in [*layout_faults(page, 390), *axe(page, WCAG)]]
        faults += [f"unfolded: {each}" for each in layout_faults(page, 320, shot=shot)]
    return [*faults, *told(page)]


def layout_faults(page, width: int, *, shot: str = "") -> list[str]:
    """What flows over or is too small to press at this width."""
    set_width(page, width)
    take_shot(page, shot, str(width))
    faults = [f"overflow: {each}" for each in page.evaluate(_OVERFLOW)]
    faults += [f"target: {each}" for each in page.evaluate(_SMALL_TARGETS)]
    return [f"at {width} {each}" for each in faults]


@contextlib.contextmanager
def _standing_still(page) -> Iterator[None]:
    """A page that fetches itself again every other second gets 204, at which a browser stays where it is."""
    address = page.url
    page.route(address, lambda route: route.fulfill(status=204))
    yield
    page.unroute(address)


def axe(page, options: dict) -> list[str]:
    """The accessibility rules that the page breaks, each with its first elements."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate("options => axe.run(options)", options)["violations"]
    return [
        f"axe {each['id']}: {node['failureSummary']} {node['html'][:160]}".replace("\n", " ")
        for each in found
        for node in each["nodes"][:3]
    ]


def told(page) -> list[str]:
    """Errors of the console and the page's script, and requests to other machines."""
    texts = []
    for each in page.told:
        text = getattr(each, "text", None) or getattr(each, "url", None) or str(each)
        # Chromium notes every answer above 399 as an error; the page itself is judged by its status.
        if not (text.startswith("Failed to load resource") and each.location["url"] == page.url.partition("#")[0]):
            texts.append(f"browser: {text}")
    page.told.clear()
    return texts


def markup_faults(html: str) -> list[str]:
    """What strict HTML, the content security policy and the page's frame forbid in the markup as served."""
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    tree = parser.parse(html)
    faults = [f"{error} at line {place[0]} ({details})" for place, error, details in parser.errors]
    elements = [each for each in tree.iter() if isinstance(each.tag, str)]
    for each in elements:
        faults += _inline_code(each)
        faults += [f"external address {value}" for value in _external_addresses(each)]
    identities = [each.get("id") for each in elements if each.get("id")]
    faults += [f"id {each} stands twice" for each in {each for each in identities if identities.count(each) > 1}]
    headings, title = sum(each.tag == "h1" for each in elements), tree.find("head/title")
    if headings != 1:
        faults.append(f"{headings} h1")
    if tree.get("lang") != "sv":
        faults.append(f"lang is {tree.get('lang')}")
    if title is None or not re.fullmatch(r"(Fel: )?\S.+ – Steget", title.text or ""):
        faults.append(f"title is {title if title is None else title.text!r}")
    return faults


def _inline_code(element) -> list[str]:
    named = [name for name in element.attrib if isinstance(name, str) and (name == "style" or name.startswith("on"))]
    faults = [f"{name} on <{element.tag}>" for name in named]
    if element.tag == "style" or (element.tag == "script" and not element.get("src")):
        faults.append(f"inline <{element.tag}>")
    return faults


def _external_addresses(element) -> Iterator[str]:
    # A link that says that it leads out of the house loads nothing: the reader chooses to follow it.
    leads_out = element.tag == "a" and "external" in element.get("rel", "").split()
    for name in ("href", "src", "action", "formaction", "srcset", "poster", "data"):
        value = element.get(name, "")
        is_led_out = leads_out and name == "href" and value.startswith("https://")
        if not is_led_out and re.match(r"\s*(https?:|//|javascript:|data:)", value, re.IGNORECASE):
            yield value


# --- Making a form refuse ---------------------------------------------------------------------------------------------
_FIRST_FORM = """() => [...document.querySelectorAll('main form')].findIndex(form => form.method === 'post' &&
    !form.closest('[hidden]') &&
    [...form.elements].some(each => each.type !== 'hidden' && each.matches('input, select, textarea')))"""
_FILL_AND_SEND = """([number, text]) => {
  const form = document.querySelectorAll('main form')[number];
  for (const each of form.elements) {
    if (["checkbox", "radio"].includes(each.type)) each.checked = false;
    else if (each.matches("select")) each.value = "";
    else if (["date", "file"].includes(each.type)) each.value = "";
    else if (each.matches("input:not([type=hidden]), textarea")) each.value = text;
  }
  form.requestSubmit(form.querySelector('[name="save"], [name="confirm"]') ?? form.querySelector('[type="submit"]'));
}"""
# A personal number, with what no number, address, code or password may hold.
NONSENSE = "19121212-1212 <b>&"


def has_form(page) -> bool:
    """Whether the page asks for something to be filled in and saved."""
    return page.evaluate(_FIRST_FORM) >= 0


def send(page, text: str):
    """Empty the page's form, write `text` in every field that takes text, send it; the answer."""
    with page.expect_navigation() as navigation:
        page.evaluate(_FILL_AND_SEND, [page.evaluate(_FIRST_FORM), text])
    return navigation.value


def error_faults(page) -> list[str]:
    """What an error page lacks: its title, the focus on the summary, links that land on fields."""
    faults = [] if page.title().startswith("Fel: ") else [f"title {page.title()!r} does not begin with Fel:"]
    with contextlib.suppress(Exception):
        # Not by a function: one that has to be asked twice is evaluated in the page, which its policy refuses.
        page.locator(".error-summary:focus").wait_for(timeout=2000)
    focused = page.evaluate("document.activeElement.outerHTML.slice(0, 80)")
    if 'class="error-summary"' not in focused:
        faults.append(f"the focus is on {focused} instead of the error summary")
    if not page.locator(".error-summary li").count():
        faults.append("the error summary says nothing")
    for link in page.locator(".error-summary a").all():
        target = link.get_attribute("href")
        link.click()
        lands = page.evaluate(
            "hash => document.activeElement.id === decodeURIComponent(hash.slice(1))"
            " && document.activeElement.matches('input, select, textarea')",
            target,
        )
        if not lands:
            faults.append(f"the link {target} ({link.inner_text()}) does not land on a field")
    return faults


# --- Pictures ---------------------------------------------------------------------------------------------------------
def set_width(page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": HEIGHTS[width]})


def flows_over(page) -> bool:
    """Whether the page is wider than its window. It is waited for: just after a press it has no root yet."""
    page.wait_for_load_state()
    return page.evaluate("document.documentElement.scrollWidth > innerWidth")


def take_shot(page, name: str, suffix: str) -> None:
    """A picture of the whole page, when STEGET_SHOTS names a directory."""
    if name and (directory := os.environ.get("STEGET_SHOTS")):
        Path(directory).mkdir(parents=True, exist_ok=True)
        page.wait_for_load_state()
        page.screenshot(path=f"{directory}/{name}-{suffix}.png", full_page=True, animations="disabled")
