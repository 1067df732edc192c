"""The main job, walked in a browser: a register comes in, a requirement is set, a placement is logged on a phone, and
the council sees the year's target move by one. With STEGET_SHOTS set to a directory, each step leaves its pictures."""

from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import timezone
from playwright.sync_api import expect

from apps.accounts.models import Organisation
from apps.targets.actions import set_target
from procurement_csr import people
from procurement_csr.tests import gate

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db]
STATISTICS = Path(__file__).resolve().parents[3] / "shared" / "data" / "uhm-statistik"
PASSWORD = "en mening om trappsteg"
TODAY = timezone.localdate()
NEXT_YEAR = TODAY.year + 1
REGISTER = f"""Stadens avtalsregister;;;;;;;
Avtalsnummer;Diarienummer;Benämning;Leverantör;Org.nr;Avtalsstart;Avtalsslut;Avtalsvärde
R-101;SLF {TODAY.year}/101;Ommålning av förskolor;Trappstegets Måleri AB;559999-0131;\
{TODAY.year}-01-01;{NEXT_YEAR}-12-31;1 900 000,50
R-102;SLF {TODAY.year}/102;Skötsel av grönytor;Grön Stig AB;559999-0149;{TODAY.year}-01-01;tillsvidare;500 000 kr
R-103;SLF {TODAY.year}/103;Flyttjänster;Bärarlaget AB;559999-0156;{TODAY.year}-02-30;{NEXT_YEAR}-12-31;80 000
Summa;;;;;;;2 480 000,50
"""


@pytest.fixture(scope="module", params=["register", "register and statistics"])
def town(request, chromium, django_db_setup, django_db_blocker):
    """Helsingborg with its people and a target of 40, without or with its real procurements of 2021."""
    with django_db_blocker.unblock(), gate.served(chromium, "walk") as site:
        if "statistics" in request.param:
            import_statistics()
        else:
            people.make_organisation("Helsingborgs stad", "2120001157")
        organisation = Organisation.objects.get(org_number="2120001157")
        for name, role in (("Olivia", "officer"), ("Malte", "matcher"), ("Pelle", "politician")):
            people.make_person(name, role, organisation, password=PASSWORD)
        set_target_of_40(organisation)
        yield site


def import_statistics():
    if not STATISTICS.exists():
        pytest.skip(
            "HOPPAR ÖVER: uhm-statistik finns inte i ../shared/data, så de riktiga upphandlingarna prövas inte."
        )
    values = {"organisation": "2120001157", "create_organisation": "Helsingborgs stad", "json": True}
    call_command("import_uhm", STATISTICS, stdout=StringIO(), **values)


def set_target_of_40(organisation):
    set_target(
        by=people.make_person("Carin", "coordinator", organisation),
        organisation=organisation,
        year=TODAY.year,
        base_version=0,
        value=40,
        counted_kinds=["internship", "employment", "apprenticeship"],
        counting_rule="residents_started",
        decided_by_body="Kommunfullmäktige",
        decided_on=TODAY - timedelta(1),
        reference="KF § 12",
        today=TODAY,
    )


@pytest.fixture
def walk(town, request):
    """`walk(name, width)` opens a tab of one's own and signs in through the form."""
    folder = request.node.callspec.id.replace(" ", "-")
    tabs = []

    def sign_in(name: str, width: int):
        page = town.page("", width, user_agent=f"Steget walk, {name}")
        tabs.append(page)
        page.shoot = lambda what: shoot(page, f"walk-{folder}-{what}", width)
        page.goto("/")
        page.get_by_label("E-postadress").fill(f"{name.lower()}@exempel.se")
        page.get_by_label("Lösenord").fill(PASSWORD)
        page.shoot("sign-in")
        page.get_by_role("button", name="Logga in").click()
        page.wait_for_url(lambda url: "/konto/" not in url)
        return page

    yield sign_in
    assert [told for page in tabs for told in gate.told(page)] == []


def shoot(page, name: str, width: int) -> None:
    gate.take_shot(page, name, str(width))
    page.emulate_media(color_scheme="dark")
    gate.take_shot(page, name, f"{width}-dark")
    page.emulate_media(color_scheme="light")


def test_from_register_to_target(walk):
    council = walk("Pelle", 1280)
    read_figure(council, "0 av 40")
    council.shoot("dashboard-before")
    officer = walk("Olivia", 1280)
    import_register(officer)
    set_requirement(officer)
    log_placement(walk("Malte", 390))
    council.reload()
    read_figure(council, "1 av 40")
    council.shoot("dashboard-after")
    council.emulate_media(media="print")
    council.shoot("dashboard-print")
    council.emulate_media(media="screen")
    officer.reload()
    expect(officer.get_by_text("Lovat 2 platser, levererat 1, återstår 1.")).to_be_visible()
    officer.shoot("contract-after")


def read_figure(page, figure: str) -> None:
    expect(page.get_by_role("heading", level=1, name=f"Mål och resultat {TODAY.year}")).to_be_visible()
    expect(page.get_by_text(figure).first).to_be_visible()


def import_register(page) -> None:
    """Through the wizard: file, columns, look, import."""
    page.get_by_role("link", name="Upphandlingar").first.click()
    page.shoot("procurements")
    page.get_by_role("link", name="Importera avtal").first.click()
    page.get_by_role("link", name="Ny import").click()
    file = {"name": "avtalsregister.csv", "mimeType": "text/csv", "buffer": REGISTER.encode("cp1252")}
    page.get_by_label("Fil med avtal").set_input_files(file)
    page.get_by_role("button", name="Hämta filen").click()
    page.shoot("columns")
    page.get_by_role("button", name="Kontrollera filen").click()
    expect(page.get_by_text("3 rader: 2 kan importeras, 1 har problem, 0 är oförändrade.")).to_be_visible()
    expect(page.get_by_text(f"{TODAY.year}-02-30").first).to_be_visible()
    page.shoot("check")
    page.get_by_role("button", name="Importera 2 rader").click()
    expect(page.get_by_role("heading", level=1, name="Importens resultat")).to_be_visible()
    page.shoot("result")


def set_requirement(page) -> None:
    """Two places of practice on the contract of the painters."""
    page.get_by_role("link", name="Till upphandlingarna").click()
    page.get_by_label("Benämning, diarienummer").fill("ommalning")
    page.get_by_role("button", name="Sök").click()
    page.get_by_role("link", name="Ommålning av förskolor").click()
    page.shoot("procurement")
    page.get_by_role("link", name="R-101").first.click()
    page.get_by_role("link", name="Ställ krav").click()
    page.get_by_role("radio", name="Antal", exact=True).check()
    page.get_by_role("radio", name="Praktik", exact=True).check()
    page.shoot("requirement-model")
    page.get_by_role("button", name="Fortsätt").click()
    page.get_by_role("textbox", name="Antal", exact=True).fill("2")
    page.get_by_label("Senast uppfyllt").fill(f"{NEXT_YEAR}-06-30")
    page.shoot("requirement")
    page.get_by_role("button", name="Spara kravet").click()
    expect(page.get_by_text("Sparat. Avtalet har kravet")).to_be_visible()
    page.shoot("contract")


def log_placement(page) -> None:
    """On the phone, from the matcher's start page."""
    page.get_by_role("link", name="Logga placering").click()
    expect(page.get_by_role("heading", level=1, name="Logga placering")).to_be_visible()
    page.shoot("log")
    page.get_by_role("radio", name="Praktik").check()
    if not page.get_by_role("radio", name="Trappstegets Måleri").count():
        page.get_by_label("Sök annan leverantör").fill("maleri")
        page.get_by_role("button", name="Sök").click()
    page.get_by_role("radio", name="Trappstegets Måleri").check()
    page.get_by_role("radio", name="Kommunen").check()
    page.get_by_label("Handledarens roll").fill("arbetsledare")
    page.get_by_role("button", name="Spara", exact=True).click()
    expect(page.get_by_text("Sparad. 1 av 40 i år.")).to_be_visible()
    expect(page.get_by_role("button", name="Ångra")).to_be_visible()
    assert not gate.flows_over(page)
    page.shoot("saved")
