"""A union consultation walked in a browser by the department, a union and the officer: three unions, one of which
disagrees and goes to a central round, two decisions that wait, and a veto on a ground that the law does not know.
With STEGET_SHOTS set to a directory, each step leaves its pictures."""

from datetime import timedelta

import pytest
from django.test import override_settings
from playwright.sync_api import expect

from apps.core.calendar import roll_forward
from apps.mbl.choices import Question, UnionLevel
from apps.mbl.models import Union, UnionRepresentative
from procurement_csr import people
from procurement_csr.tests import gate
from procurement_csr.tests.test_walk_procurement import before, is_refused, shoot, stands_in

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db]
TITLE, CLEANER, SCHOOLS = "Städning av skolor", "Trappstegets Städ AB", "Skol- och fritidsförvaltningen"
UNIONS = ("Kommunal", "Vision", "Vårdförbundet")
OURS, DISSENTER = "Kommunal", "Vision"
A, B = "A. Före annonsering", "B. Före tilldelning"
# The dissenter asks within seven days of the meeting (14 § MBL), and the central round ends before the decision.
CALLED, MET, CENTRAL, CENTRAL_CLOSED = before(150), before(140), before(130), before(129)
ASKED = roll_forward(MET + timedelta(3))
TO_PUBLISH, SENT, DEADLINE, OPENED = before(121), before(120), before(60), before(58)
CALLED_AGAIN, MET_AGAIN, VETOED, AWARDED = before(50), before(42), before(40), before(30)
PDF = {"name": "Underlag om städning.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7\n%%EOF\n"}
CALL = {"Vad förhandlingen gäller": "Städningen i skolorna läggs ut.", "Arbetsgivarens förslag": "Fyra års avtal."}
MEETING = {"Närvarande": "ordförande, sektionen", "Protokollets diarienummer": "SFN 2026/77"}


@pytest.fixture(scope="module")
def site(chromium, django_db_setup, django_db_blocker, tmp_path_factory):
    """Helsingborg with three unions, and a procurement that is prepared by Doris' department."""
    media = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media"))
    with media, django_db_blocker.unblock(), gate.served(chromium, "walk_consultation") as site:
        town = people.make_organisation("Helsingborgs stad", "2120001157")
        schools = people.make_department(town, SCHOOLS)
        people.make_supplier(CLEANER)
        ulla = people.make_person("Ulla", "union", town)
        site.sign_in("Ulla", ulla)
        olivia = people.make_person("Olivia", "officer", town)
        site.sign_in("Olivia", olivia)
        site.sign_in("Doris", people.make_person("Doris", "department", town, schools))
        bind_unions(town, ulla)
        planned = {"phase": "preparation", "kind": "services", "estimated_value": 12_000_000}
        cleaning = people.make_procurement(town, TITLE, department=schools, planned_publication_on=SENT, **planned)
        decided = {"recommended": "none", "decided": "none", "motive": "Ingen marknad än.", "decided_on": before(200)}
        cleaning.requirement_decisions.create(decided_by=olivia, **decided)
        site.objects["cleaning"] = (cleaning.pk,)
        yield site


def bind_unions(town, ulla):
    central = Union.objects.create(organisation=town, name="Kommunal, förbundet", level=UnionLevel.CENTRAL)
    for name in UNIONS:
        union = Union.objects.create(organisation=town, name=name, central=central if name == OURS else None)
        if name == OURS:
            UnionRepresentative.objects.create(union=union, role="ordförande", email="ulla@exempel.se", user=ulla)


@pytest.fixture
def walk(site):
    """`walk(name)` gives that person's tab; whatever the browser complains of fails the test at its end."""
    tabs = []

    def tab(name: str, width: int = 1280):
        tabs.append(site.page(name, width))
        return tabs[-1]

    yield tab
    assert [told for page in tabs for told in gate.told(page)] == []


def test_both_decisions_wait_for_three_unions(walk, site):
    department, officer, union = walk("Doris"), walk("Olivia"), walk("Ulla", 390)
    address = f"/upphandlingar/{site.objects['cleaning'][0]}/"
    checklist = assess(department, address)
    publish(officer, address)
    waits_for_all(officer, "11 § MBL")
    shoot(officer, "mbl-publish-refused")
    call_with_material(department, checklist)
    read_and_comment(union)
    meet(department, checklist, A, MET, OURS)
    agree(department, checklist, A, MET, "Kommunal", "Vårdförbundet")
    disagree_and_go_central(department, checklist)
    approve_minutes(union)
    shoot_page(department, checklist, "checklist-a-closed")
    publish(officer, address)
    stands_in(officer, "annonserad")
    award_is_refused(officer)
    call_and_agree_again(department, checklist)
    declare_invalid_veto(department, checklist)
    shoot_page(officer, address, "panel")
    award(officer)
    stands_in(officer, "tilldelad")


def assess(page, address: str) -> str:
    """A yes to the first question leads to 11 and 38 §§; the page says so before anything is saved. Its address."""
    page.goto(address)
    page.get_by_role("link", name="Gör MBL-bedömningen").first.click()
    for question in Question:
        is_yes = question == Question.Q1
        group = page.get_by_role("group", name=question.label)
        group.get_by_role("radio", name="Ja" if is_yes else "Nej", exact=True).check()
    page.locator("[name=q1_motive]").fill("Egen personal städar i dag.")
    page.get_by_role("button", name="Visa vad det innebär").click()
    consequence = page.get_by_role("region", name="Det här innebär svaren")
    expect(consequence).to_contain_text("11 §")
    expect(consequence).to_contain_text("38 §")
    shoot(page, "mbl-assessment")
    page.get_by_role("button", name="Spara bedömningen").click()
    expect(page.get_by_role("heading", level=1, name="MBL-förhandlingar")).to_be_visible()
    for stage in (A, B):
        expect(section(page, stage).get_by_text("planerad")).to_have_count(len(UNIONS))
    shoot(page, "mbl-checklist")
    return page.url


def publish(page, address: str) -> None:
    """The officer's decision to publish, with all that is asked for besides the unions."""
    page.goto(address)
    page.get_by_role("link", name="Skicka för annonsering").first.click()
    page.get_by_label("Behövlighetsbedömning gjord").fill(str(TO_PUBLISH))
    page.get_by_label("Behövlighetsbedömningens resultat").fill("Ingen risk för oskäliga villkor i branschen.")
    page.get_by_label("Beslut att annonsera").fill(str(TO_PUBLISH))
    page.get_by_role("radio", name="Öppet förfarande").check()
    page.get_by_label("Skickad för annonsering").fill(str(SENT))
    page.get_by_label("Sista anbudsdag").fill(f"{DEADLINE}T23:59")
    page.get_by_role("button", name="Skicka för annonsering").click()


def call_with_material(page, checklist: str) -> None:
    for name in UNIONS:
        open_row(page, checklist, A, name)
        page.get_by_role("link", name="Lägg till handling").click()
        page.get_by_label("Fil", exact=True).set_input_files(PDF)
        page.get_by_role("button", name="Lägg till handlingen").click()
        expect(page.get_by_role("link", name=PDF["name"], exact=True)).to_be_visible()
        dates = {"Kallelsen skickad": CALLED, "Mötesdag": MET}
        take(page, "Kalla till förhandling", CALL | dates, choice="E-post")
        expect(page.get_by_text(f"Läget med {name} är nu: kallad")).to_be_visible()
    shoot(page, "mbl-called")


def read_and_comment(page) -> None:
    """The union sees its own consultation and none of the others', takes the material and comments."""
    page.goto("/")
    expect(page.get_by_role("heading", level=1, name="Våra förhandlingar")).to_be_visible()
    expect(page.get_by_text("1 förhandling").first).to_be_visible()
    expect(page.get_by_text(DISSENTER)).to_have_count(0)
    shoot(page, "mbl-union-start")
    page.get_by_role("link", name=TITLE).first.click()
    with page.expect_download() as download:
        page.get_by_role("link", name=PDF["name"]).click()
    assert download.value.suggested_filename == PDF["name"]
    assert download.value.path().read_bytes() == PDF["buffer"]
    page.get_by_role("link", name="Skriv en kommentar").click()
    page.get_by_label("Kommentar", exact=True).fill("Vi saknar en riskbedömning.")
    page.get_by_role("button", name="Spara kommentaren").click()
    expect(page.get_by_text("Vi saknar en riskbedömning.")).to_be_visible()
    shoot(page, "mbl-union")


def meet(page, checklist: str, stage: str, on, seen: str) -> None:
    for name in UNIONS:
        open_row(page, checklist, stage, name)
        if name == seen and stage == A:
            expect(page.get_by_text("Vi saknar en riskbedömning.")).to_be_visible()
        take(page, "Mötet är hållet", MEETING | {"Mötet hölls": on}, choice="Möte")
        expect(page.get_by_text(f"Läget med {name} är nu: möte hållet")).to_be_visible()


def agree(page, checklist: str, stage: str, on, *names: str) -> None:
    for name in names:
        open_row(page, checklist, stage, name)
        take(page, "Avsluta i enighet", {"Avslutad": on})
        expect(page.get_by_text(f"Läget med {name} är nu: avslutad")).to_be_visible()


def disagree_and_go_central(page, checklist: str) -> None:
    open_row(page, checklist, A, DISSENTER)
    points = {"Lokal förhandling avslutad": MET, "Punkter av oenighet": "Övertalighet bland lokalvårdarna."}
    take(page, "Avsluta lokalt i oenighet", points)
    asked = {"Central förhandling begärd": ASKED, "Begärd av": "ombudsman, Vision", "Dag för central": CENTRAL}
    take(page, "Central förhandling är begärd", asked)
    expect(page.get_by_text(f"Läget med {DISSENTER} är nu: central förhandling begärd")).to_be_visible()
    main_way = page.get_by_role("main").locator("a.button:not(.secondary)")
    expect(main_way).to_have_text("Central förhandling är hållen")
    shoot(page, "mbl-central-requested")
    take(page, "Central förhandling är hållen", {"Central förhandling hölls": CENTRAL})
    outcome = {"Avslutad": CENTRAL_CLOSED, "Utfall av central förhandling": "Oenighet. Parterna skildes åt."}
    take(page, "Avsluta central förhandling", outcome)
    expect(page.get_by_text("central förhandling avslutad").first).to_be_visible()
    shoot(page, "mbl-consultation")


def approve_minutes(page) -> None:
    page.goto("/forhandlingar/")
    page.get_by_role("link", name=TITLE).first.click()
    page.get_by_role("link", name="Justera protokollet").first.click()
    page.get_by_label("Justerat").fill(str(MET))
    page.get_by_role("button", name="Justera protokollet").click()
    expect(page.get_by_text("Protokollet är justerat av facket")).to_be_visible()
    shoot(page, "mbl-union-approved")


def award_is_refused(page) -> None:
    """The way to the award, which waits for the second stage."""
    advance(page, "Annonsen är publicerad", "Annonserad", SENT)
    stands_in(page, "anbudstid")
    advance(page, "Öppna anbuden", "Anbuden öppnade", OPENED)
    stands_in(page, "utvärdering")
    advance(page, "Besluta om tilldelning", "Tilldelningsbeslut", AWARDED)
    waits_for_all(page, "38 § MBL")
    shoot(page, "mbl-award-refused")


def call_and_agree_again(page, checklist: str) -> None:
    """The second stage, about the supplier that the award is to go to."""
    for name in UNIONS:
        open_row(page, checklist, B, name)
        page.get_by_role("link", name="Kalla till förhandling").click()
        page.get_by_label("Tänkt leverantör").select_option(label=CLEANER)
        dates = {"Kallelsen skickad": CALLED_AGAIN, "Mötesdag": MET_AGAIN}
        send(page, "Kalla till förhandling", CALL | dates, choice="E-post")
    meet(page, checklist, B, MET_AGAIN, OURS)
    agree(page, checklist, B, MET_AGAIN, *UNIONS)


def declare_invalid_veto(page, checklist: str) -> None:
    """A ground outside the law is refused without a legal opinion, then kept as invalid."""
    open_row(page, checklist, B, OURS)
    page.get_by_role("link", name="Anteckna ett veto").click()
    page.get_by_label("Kommunal, förbundet").check()
    facts = {"Förklarat": VETOED, "Omständigheter": "Företaget är för litet."}
    send(page, "Spara vetot", facts, choice="Annan grund")
    is_refused(page, "grunden ger inget förbud (40 § MBL)")
    shoot(page, "mbl-veto-refused")
    send(page, "Spara vetot", {"Rättslig bedömning": "Storleken är ingen grund för uteslutning."})
    expect(page.get_by_text("Läget för vetot är nu: ogiltig grund (40 § MBL)")).to_be_visible()
    shoot_page(page, checklist, "veto")


def advance(page, button: str, label: str, day) -> None:
    """The officer's next step, which asks for one day."""
    page.get_by_role("link", name=button).first.click()
    page.get_by_label(label).fill(str(day))
    page.get_by_role("main").get_by_role("button", name=button).click()


def award(page) -> None:
    """The award, to the supplier that the unions were heard about: the form asks."""
    page.get_by_role("link", name="Besluta om tilldelning").first.click()
    page.get_by_label("Leverantör som tilldelas").select_option(label=CLEANER)
    shoot(page, "mbl-award-to")
    page.get_by_label("Tilldelningsbeslut").fill(str(AWARDED))
    page.get_by_role("main").get_by_role("button", name="Besluta om tilldelning").click()


def waits_for_all(page, paragraph: str) -> None:
    """The decision is refused with every union that it waits for, and the paragraph."""
    rows = ", ".join(f"{name} (planerad)" for name in UNIONS)
    is_refused(page, f"{rows} ({paragraph})")


def open_row(page, checklist: str, stage: str, union: str) -> None:
    page.goto(checklist)
    section(page, stage).get_by_role("link", name=union, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(union)


def section(page, heading: str):
    return page.locator("section").filter(has=page.get_by_role("heading", name=heading))


def take(page, button: str, answers: dict, choice: str = "") -> None:
    """One move of a row, from its page to its page."""
    page.get_by_role("link", name=button, exact=True).click()
    send(page, button, answers, choice)
    expect(page.get_by_text("Sparat.").first).to_be_visible()


def send(page, button: str, answers: dict, choice: str = "") -> None:
    if choice:
        page.get_by_role("radio", name=choice, exact=True).check()
    for label, answer in answers.items():
        page.get_by_role("main").locator("form").get_by_label(label).fill(str(answer))
    page.get_by_role("button", name=button, exact=True).click()


def shoot_page(page, address: str, name: str) -> None:
    page.goto(address)
    shoot(page, f"mbl-{name}")
