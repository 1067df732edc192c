"""Asks for pages through Django's test client, and asks their questions to the database bare on the same connection."""

import re
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from apps.accounts.models import Membership, Organisation
from procurement_csr.bench.figures import COLD, DASHBOARD, LIST, NOTHING, SEARCH, TASKS, Times

REPEATS = 3
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
# What the history says before a statement that may write, and so before one that begins with WITH.
_HISTORY = re.compile(r"^SELECT set_config\(.*?, true\); ", re.DOTALL)
_CURSOR = re.compile(r"^DECLARE .+? CURSOR (?:WITH(?:OUT)? HOLD )?FOR ", re.DOTALL)


@dataclass(frozen=True)
class Page:
    """What is asked for, by which role. A cold one finds the cache empty each time."""

    name: str
    sort: str
    url: str
    role: str = "coordinator"


PAGES = (
    Page("Tom sida (Rapportera brist)", NOTHING, "/rapportera-brist/"),
    Page("Översikten", DASHBOARD, "/oversikt/"),
    Page("Översikten, första gången på tio minuter", COLD, "/oversikt/"),
    Page("Upphandlingar, första sidan", LIST, "/upphandlingar/"),
    Page("Upphandlingar, urval på krav och läge", LIST, "/upphandlingar/?group=pagaende&decision=required"),
    Page("Upphandlingar, sista sidan", LIST, "/upphandlingar/?page=99999"),
    Page("Placeringar, första sidan", LIST, "/placeringar/"),
    Page("Placeringar, sista sidan", LIST, "/placeringar/?page=99999"),
    Page("Leverantörer, första sidan", LIST, "/leverantorer/"),
    Page("Leverantörer, sista sidan", LIST, "/leverantorer/?page=99999"),
    # While somebody types, the browser asks for the list alone; the button and a saved link give the whole page.
    Page("Sök leverantör: ”åsbo måleri 1”", SEARCH, "/leverantorer/?q=%C3%A5sbo+m%C3%A5leri+1&del=lista"),
    Page("Sök leverantör, hela sidan", LIST, "/leverantorer/?q=%C3%A5sbo+m%C3%A5leri+1"),
    Page("Sök upphandling: ”målning”", SEARCH, "/upphandlingar/?q=m%C3%A5lning&del=lista"),
    Page("Sök upphandling: ”målning”, hela sidan", LIST, "/upphandlingar/?q=m%C3%A5lning"),
    Page("Sök upphandling på diarienummer", SEARCH, "/upphandlingar/?q=/17&del=lista"),
    Page("Sök upphandling på diarienummer, hela sidan", LIST, "/upphandlingar/?q=/17"),
    Page("Mina uppgifter", TASKS, "/uppgifter/?visa=mina", "officer"),
    Page("Allas uppgifter", TASKS, "/uppgifter/", "officer"),
    Page("Allas uppgifter, matchare", TASKS, "/uppgifter/", "matcher"),
)
EMPTY = PAGES[0]


@dataclass
class Taken:
    """All that was measured of a page in one place so far."""

    page: list[float] = field(default_factory=list)
    sql: list[float] = field(default_factory=list)
    rounds: list[float] = field(default_factory=list)
    queries: int = 0
    kilobytes: float = 0.0

    def times(self) -> Times:
        return Times(self.page, self.sql, self.rounds, self.queries, self.kilobytes)


def signed_in(organisation: Organisation, role: str) -> Client:
    """The first person with the role in the organisation, signed in."""
    client = Client()
    person = Membership.objects.filter(organisation=organisation, role=role).order_by("pk").first().user
    client.force_login(person, backend=BACKEND)
    return client


def measure(organisation: Organisation, taken: dict[str, Taken], pages: tuple[Page, ...] = PAGES) -> None:
    """One round of every page in the connected database, added to what was taken."""
    clients = {role: signed_in(organisation, role) for role in {page.role for page in pages}}
    for page in pages:
        _measure(clients[page.role], page, taken.setdefault(page.name, Taken()))


def _measure(client: Client, page: Page, taken: Taken) -> None:
    def prepare() -> None:
        if page.sort == COLD:
            cache.clear()

    def ask() -> None:
        response = client.get(page.url)
        if response.status_code != 200:
            raise RuntimeError(f"{page.url} gave {response.status_code}")
        taken.kilobytes = len(response.content) / 1000

    ask()
    prepare()
    with CaptureQueriesContext(connection) as found:
        ask()
    asked = [query["sql"] for query in found.captured_queries]
    taken.queries = sum(not each.startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT")) for each in asked)
    reading = readings(asked)
    own = _timed(ask, prepare)
    taken.page += own
    taken.sql += _timed(lambda: _ask_bare(reading), lambda: None)
    taken.rounds.append(statistics.median(own))


def readings(statements: list[str]) -> list[str]:
    """The statements that read, without the cursors that some are read through and what the history says before."""
    plain = [_CURSOR.sub("", _HISTORY.sub("", each)).lstrip() for each in statements]
    return [each for each in plain if each.lstrip("(").startswith(("SELECT", "WITH")) and "set_config" not in each]


def _ask_bare(statements: list[str]) -> None:
    with connection.connection.cursor() as cursor:
        for each in statements:
            cursor.execute(each)
            cursor.fetchall()


def _timed(act: Callable[[], None], prepare: Callable[[], None]) -> list[float]:
    found = []
    for _ in range(REPEATS):
        prepare()
        began = time.perf_counter()
        act()
        found.append(time.perf_counter() - began)
    return found
