"""The gate for what pages answer: every form refusing, errors, conflicts, and all of it without JavaScript."""

import threading

import pytest
from django.db import connections
from django.template.loader import get_template
from playwright.sync_api import expect

from apps.interchange import actions as imports
from apps.interchange import tasks
from apps.interchange.models import ImportBatch
from procurement_csr.demo.people import PASSWORD
from procurement_csr.tests import gate
from procurement_csr.tests.gate_consultations import STALE_VISITS
from procurement_csr.tests.gate_followup_plans import FOLLOWUP_STALE_VISITS
from procurement_csr.tests.gate_imports import REGISTER
from procurement_csr.tests.gate_pages import NONSENSE, VISITS, Visit
from procurement_csr.tests.gate_site import assert_none, by_label, in_the_filled, open_page

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db]

REFUSALS = [(visit, how) for visit in VISITS for how in visit.refuses]


@in_the_filled
@pytest.mark.parametrize(("visit", "how"), REFUSALS, ids=[f"{visit.label}-{how}" for visit, how in REFUSALS])
def test_refused(site, visit, how):
    page, _ = open_page(site, visit)
    response = gate.send(page, gate.NONSENSE if how == NONSENSE else "")
    assert response.status == 422
    assert_refusal(page, response, f"{how}-{visit.label}", is_quick=True)


def assert_refusal(page, response, shot, **options):
    faults = gate.error_faults(page)
    assert_none(faults + gate.inspect(page, response, shot=shot, **options))


@in_the_filled
@pytest.mark.parametrize(
    ("visit", "status"),
    [
        (Visit("membership_delete", "administrator", "last_administrator"), 422),
        (Visit("year_publish", "coordinator", query="?ar=2099"), 422),
        (Visit("import_undo", "officer", "built_on_import"), 409),
    ],
    ids=lambda value: getattr(value, "label", None),
)
def test_a_press_that_is_refused(site, visit, status):
    page, _ = open_page(site, visit)
    with page.expect_navigation() as navigation:
        page.locator("main form[method=post] [type=submit], main form[method=post] button").first.click()
    assert navigation.value.status == status
    assert_refusal(page, navigation.value, f"refused-{visit.label}")


@in_the_filled
def test_a_conflict_shows_both_versions(site):
    visit = Visit("supplier_update", "officer", "supplier")
    mine, _ = open_page(site, visit)
    theirs, _ = open_page(site, Visit("supplier_update", "coordinator", "supplier"))
    theirs.get_by_label("Namn").fill("Annat namn AB")
    theirs.get_by_role("button", name="Spara leverantören").click()
    mine.get_by_label("Namn").fill("Mitt namn AB")
    with mine.expect_navigation() as navigation:
        mine.get_by_role("button", name="Spara leverantören").click()
    assert navigation.value.status == 409
    assert_refusal(mine, navigation.value, "conflict")
    assert mine.get_by_text("Nu står det: Annat namn AB").count()
    assert mine.get_by_label("Namn").input_value() == "Mitt namn AB"


@in_the_filled
@by_label((*STALE_VISITS, *FOLLOWUP_STALE_VISITS))
def test_somebody_else_was_first(site, visit):
    page, _ = open_page(site, visit)
    page.evaluate("document.querySelector('main [name=version]').value = 'en gammal sida'")
    with page.expect_navigation() as navigation:
        page.locator("main form[method=post] [name=save]").click()
    assert navigation.value.status == 409
    assert_refusal(page, navigation.value, f"stale-{visit.label}", is_quick=True)


# --- Pages without an address of their own ----------------------------------------------------------------------------
def not_found(site):
    page = site.page("officer")
    return page, page.goto("/finns-inte/")


def forbidden(site):
    page = site.page("politician")
    return page, page.goto("/installningar/")


def too_old(site):
    """The form of a page whose cookie is gone."""
    page = site.page("")
    page.goto("/konto/logga-in/")
    page.context.clear_cookies()
    return page, gate.send(page, "x")


def unreadable(site):
    """More fields than any form has."""
    page = site.page("")
    page.goto("/konto/logga-in/")
    page.evaluate("""() => {
      const form = document.querySelector("main form"), field = form.elements.login;
      for (let number = 0; number < 2001; number++) form.append(field.cloneNode());
    }""")
    return page, gate.send(page, "x")


def too_many(site):
    """One more wish for a new password than a person has in an hour."""
    page = site.page("")
    for _ in range(6):
        page.goto("/konto/losenord/glomt/")
        page.locator("main input[type=email]").fill("ivrig@exempel.se")
        with page.expect_navigation() as navigation:
            page.locator("main form button").click()
    return page, navigation.value


def broken(site):
    """The last page, which is written without a request."""
    page = site.page("")
    html = get_template("500.html").render()
    page.route("**/gick-sonder/", lambda route: route.fulfill(status=500, body=html, content_type="text/html"))
    return page, page.goto("/gick-sonder/")


@in_the_filled
@pytest.mark.parametrize(
    ("open_error", "status"),
    [(not_found, 404), (forbidden, 403), (too_old, 403), (unreadable, 400), (too_many, 429), (broken, 500)],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_error_page(site, open_error, status):
    page, response = open_error(site)
    assert response.status == status
    assert_none(gate.inspect(page, response, shot=f"error-{open_error.__name__}"))


# --- Without JavaScript -----------------------------------------------------------------------------------------------
def fill_in(page, values: dict[str, str]) -> None:
    """Fill in a form by its labels, as a person does; "" is a radio or a box to press."""
    for label, value in values.items():
        exactly = page.get_by_label(label, exact=True)
        control = (exactly if exactly.count() else page.get_by_label(label)).first
        kind = control.evaluate("each => each.type")
        if kind in {"radio", "checkbox"}:
            control.check()
        elif kind == "file":
            control.set_input_files({"name": "register.csv", "mimeType": "text/csv", "buffer": value.encode()})
        elif kind == "select-one":
            control.select_option(label=value)
        else:
            control.fill(value)


WITHOUT_SCRIPT = [
    (Visit("supplier_create", "officer"), {"Namn": ""}, {"Namn": "Utan Skript AB"}, "Spara leverantören", "är tillagd"),
    (
        Visit("procurement_create", "officer"),
        {"CPV-kod": "xyzzy"},
        {"Benämning": "Kyrkogårdar", "Diarienummer": "KS 2026/4711", "CPV-kod": "45000000-7"},
        "Fortsätt",
        "Planerad annonsering",
    ),
    (
        Visit("contract_create", "officer", "procurement"),
        {"Avtalsnummer": "U-1"},
        {"Startdatum": "2026-01-01", "Lägg till leverantör": "Takexempel Öst AB (påhittad)"},
        "Spara avtalet",
        "Besluta nu om avtalet ska ha krav",
    ),
    (
        Visit("requirement_create", "officer", "open_contract"),
        {},
        {"Utan klausul": "", "Antal och dialog": "", "Lärling": ""},
        "Fortsätt",
        "Utan klausul: antal och dialog, lärling",
    ),
    (
        Visit("requirement_create", "officer", "open_contract", query="?modell=dialog&insats=internship"),
        {"Rapportdagar": "snart"},
        {"Rapportdagar": "2027-01-31", "Senast uppfyllt": "2027-06-30"},
        "Spara kravet",
        "Avtalet har kravet",
    ),
    (
        Visit("placement_create", "matcher"),
        {"Omfattning": "halv"},
        {"Praktik": "", "påhittad": "", "Omfattning": "50"},
        "Spara",
        "Sparad.",
    ),
    (Visit("target_create", "coordinator"), {"Mål": "många"}, {"Mål": "41"}, "Spara målet", "är 41"),
    (
        Visit("import_create", "officer"),
        {},
        {"Fil med avtal": REGISTER.format("G")},
        "Hämta filen",
        "Kontrollera filen",
    ),
]


@in_the_filled
@pytest.mark.parametrize(
    ("visit", "wrong", "right", "button", "said"), WITHOUT_SCRIPT, ids=[visit.label for visit, *_ in WITHOUT_SCRIPT]
)
def test_without_javascript(site, visit, wrong, right, button, said):
    page, _ = open_page(site, visit, java_script_enabled=False)
    fill_in(page, wrong)
    page.get_by_role("button", name=button, exact=True).click()
    assert page.title().startswith("Fel: ")
    fill_in(page, right)
    page.get_by_role("button", name=button, exact=True).click()
    expect(page.get_by_text(said).first).to_be_visible()
    assert not page.title().startswith("Fel: ")


def elsewhere(work) -> None:
    """Do it as a worker does, on a connection of its own, so that the server sees it."""

    def run():
        try:
            work()
        finally:
            connections.close_all()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()


@in_the_filled
@pytest.mark.parametrize("java_script_enabled", [True, False])
def test_a_page_follows_long_work_to_its_end(site, java_script_enabled):
    visit = Visit("import_check", "officer", "working_import" if java_script_enabled else "other_working_import")
    (pk,) = site.objects[visit.obj]
    page, _ = open_page(site, visit, java_script_enabled=java_script_enabled)
    expect(page.get_by_text("0 av 2 rader").first).to_be_visible()
    imports.note_progress(ImportBatch(pk=pk), 1)
    expect(page.get_by_text("1 av 2 rader").first).to_be_visible()
    elsewhere(lambda: tasks.run_now(ImportBatch.objects.get(pk=pk)))
    expect(page.get_by_role("heading", level=1, name="Stämmer det här?")).to_be_visible()


@in_the_filled
def test_signing_in_without_javascript(site):
    page = site.page("", java_script_enabled=False)
    page.goto("/upphandlingar/")
    fill_in(page, {"E-postadress": "upphandlare@helsingborg.exempel", "Lösenord": PASSWORD})
    page.get_by_role("button", name="Logga in").click()
    expect(page.get_by_role("heading", level=1, name="Upphandlingar")).to_be_visible()
    page.context.clear_cookies()
