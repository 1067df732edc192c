"""`manage.py make_shots`: the handbook's pictures, taken in a real browser from a running demo.

Playwright drives an installed Chromium. Pages are reached as people reach them, by address and link text, so the
command needs no database; without `--url` it starts a Steget of its own with a fresh demo world.
"""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from procurement_csr.demo.people import PASSWORD

TARGET = Path(settings.BASE_DIR) / "docs" / "handbok" / "bilder"
DESKTOP, PHONE = (1280, 900), (390, 844)
MAX_BYTES, MAX_TOTAL = 150_000, 2_500_000
START_SECONDS = 90
NOT_OURS = {"DATABASE_URL", "REDIS_URL", "SECRET_KEY"}


@dataclass(frozen=True)
class Shot:
    """One picture: who looks, where, which links are followed (by their text) or file is uploaded, how big."""

    name: str
    account: str
    path: str
    follow: tuple[str, ...] = ()
    size: tuple[int, int] = DESKTOP
    upload: str = ""


CITY = "@helsingborg.exempel"
REGISTER = """Diarienummer;Benämning;Leverantör;Organisationsnummer;Startdatum;Slutdatum;Avtalsvärde
SLF 2026/901;Fönsterputs i kommunens hus;Klar Sikt Fönsterputs AB (påhittad);559999-7045;2026-03-01;2028-02-29;1 250 000
SLF 2026/902;Skötsel av idrottsplatser;Grönytor i Exempel AB (påhittad);559999-7078;2026-04-01;tillsvidare;4 800 000 kr
SLF 2026/903;Bakverk till möten;Åkes Exempelkök AB (påhittad);559999-7129;2026-05-01;2028-04-30;350 000
"""
SHOTS = (
    Shot("upphandlare-uppgifter", "upphandlare" + CITY, "/uppgifter/"),
    Shot("upphandlare-upphandlingar", "upphandlare" + CITY, "/upphandlingar/"),
    Shot("upphandlare-upphandling", "upphandlare" + CITY, "/upphandlingar/", ("Fönsterputs i stadens",)),
    Shot("upphandlare-prioritering", "upphandlare" + CITY, "/prioritering/", ("Städning av förskolor",)),
    Shot("upphandlare-import", "upphandlare" + CITY, "/importer/ny/", upload=REGISTER),
    Shot("samordnare-oversikt", "samordnare" + CITY, "/oversikt/"),
    Shot("samordnare-riktlinje", "samordnare" + CITY, "/riktlinjer/", ("Riktlinje för social hänsyn i",)),
    Shot("samordnare-mal", "samordnare" + CITY, "/mal/nytt/"),
    Shot("samordnare-seminarier", "samordnare" + CITY, "/seminarier/"),
    Shot("samordnare-faktorer", "samordnare" + CITY, "/framgangsfaktorer/"),
    Shot("samordnare-resultatbrev", "samordnare" + CITY, "/resultatbrev/valj/"),
    Shot("forvaltning-uppgifter", "forvaltning" + CITY, "/uppgifter/", size=PHONE),
    Shot("forvaltning-upphandlingar", "forvaltning" + CITY, "/upphandlingar/"),
    Shot("matchare-logga", "matchare" + CITY, "/placeringar/ny/", size=PHONE),
    Shot("matchare-min-dag", "matchare" + CITY, "/min-dag/", size=PHONE),
    Shot("matchare-tavla", "matchare" + CITY, "/platser/tavla/", size=PHONE),
    Shot("matchare-kandidater", "matchare" + CITY, "/prioritering/", ("svara",), size=PHONE),
    Shot("politiker-oversikt", "politiker" + CITY, "/oversikt/", size=PHONE),
    Shot("politiker-rakna", "politiker" + CITY, "/sa-raknar-vi/"),
    Shot("administrator-installningar", "administrator" + CITY, "/installningar/"),
    Shot("administrator-inforande", "administrator@nynashamn.exempel", "/inforande/", ("Nynäshamns kommun",)),
    Shot("administrator-personer", "administrator" + CITY, "/installningar/personer/"),
    Shot("administrator-gallring", "administrator" + CITY, "/installningar/gallring/"),
    Shot("publicerat-2015", "", "/oppet/2120001157/2015/"),
)


class Command(BaseCommand):
    help = "Tar handbokens bilder i Chromium från en demo som körs, eller från en egen."

    def add_arguments(self, parser):
        parser.add_argument("--url", help="adressen till en demo som körs, till exempel http://127.0.0.1:8000")
        parser.add_argument("--only", default="", help="bara bilder vars namn börjar så")

    def handle(self, *, url, only, **options):
        shots = [shot for shot in SHOTS if shot.name.startswith(only)]
        TARGET.mkdir(parents=True, exist_ok=True)
        with contextlib.ExitStack() as stack:
            address = url.rstrip("/") if url else stack.enter_context(own_demo())
            take(shots, address)
        for shot in shots:
            self.stdout.write(f"{shot.name}.png  {(TARGET / f'{shot.name}.png').stat().st_size // 1000} kB")
        refuse_big_files()


def take(shots: list[Shot], address: str) -> None:
    """Take the pictures, signing in once per account. Raises CommandError when a page is not 200."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        raise CommandError("Playwright saknas. Kör: make dev") from None
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for account in dict.fromkeys(shot.account for shot in shots):
            context = browser.new_context(locale="sv-SE", reduced_motion="reduce")
            page = context.new_page()
            if account:
                sign_in(page, address, account)
            for shot in shots:
                if shot.account == account:
                    take_one(page, address, shot)
            context.close()
        browser.close()


def sign_in(page, address: str, account: str) -> None:
    page.goto(f"{address}/konto/logga-in/")
    page.fill("input[name=login]", account)
    page.fill("input[name=password]", PASSWORD)
    page.click("main button")
    if "/konto/" in page.url:
        raise CommandError(f"{account} kan inte logga in på {address}. Är exempelvärlden inläst där?")


def take_one(page, address: str, shot: Shot) -> None:
    width, height = shot.size
    page.set_viewport_size({"width": width, "height": height})
    answer = page.goto(address + shot.path)
    for text in shot.follow:
        with page.expect_navigation() as navigation:
            page.get_by_role("link", name=text).first.click()
        answer = navigation.value
    if shot.upload:
        upload(page, shot.upload)
    if answer.status != 200:
        raise CommandError(f"{shot.name}: {page.url} svarade {answer.status}.")
    page.screenshot(path=TARGET / f"{shot.name}.png", scale="css", animations="disabled")


def upload(page, text: str) -> None:
    """Through the steps of an import to the check; nothing is confirmed."""
    page.set_input_files("input[type=file]", {"name": "avtal.csv", "mimeType": "text/csv", "buffer": text.encode()})
    for _ in ("the file", "its columns"):
        with page.expect_navigation():
            page.locator("main form button[type=submit]").first.click()


def refuse_big_files() -> None:
    sizes = {path.name: path.stat().st_size for path in TARGET.glob("*.png")}
    if big := [name for name, size in sizes.items() if size > MAX_BYTES]:
        raise CommandError(f"Större än {MAX_BYTES // 1000} kB: {', '.join(big)}.")
    if sum(sizes.values()) > MAX_TOTAL:
        raise CommandError(f"Bilderna är tillsammans större än {MAX_TOTAL // 1000} kB.")


def chromium() -> str:
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    raise CommandError("Chromium saknas. Installera till exempel med: apt-get install chromium")


@contextlib.contextmanager
def own_demo() -> Iterator[str]:
    """A Steget of our own with a fresh demo world; yields its address, and leaves nothing behind."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    directory = tempfile.mkdtemp(prefix="steget-bilder-")
    Path(directory).chmod(0o711)  # as root the servers run as another account, which has to pass
    kept = {name: value for name, value in os.environ.items() if name not in NOT_OURS}
    process = subprocess.Popen(
        [sys.executable, "-m", "procurement_csr.supervisor"],
        cwd=settings.BASE_DIR,
        env=kept | {"STEGET_HOME": f"{directory}/var", "BIND": "127.0.0.1", "PORT": str(port), "STEGET_DEMO": "ja"},
        stdout=subprocess.DEVNULL,
    )
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(address, process)
        yield address
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)
        shutil.rmtree(directory, ignore_errors=True)


def wait_for(address: str, process: subprocess.Popen) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        with contextlib.suppress(OSError), urllib.request.urlopen(f"{address}/healthz", timeout=5) as answer:  # noqa: S310
            if answer.status == 200:
                return
        time.sleep(0.3)
    raise CommandError("Den egna demon startade inte; se raderna ovan.")
