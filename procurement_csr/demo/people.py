"""The organisations of the demo world and one account per role in each of them.

The organisations, their numbers and most departments are real; every person is made up. Organisation numbers:
Upphandlingsmyndigheten's open statistics of 2021.
"""

from dataclasses import dataclass
from typing import NamedTuple

PASSWORD = "ett-steg-i-taget"  # noqa: S105 (documented; such accounts exist in a demo only)
UNIT_DOMAIN = "sodertorn.exempel"
LOCAL_PARTS = {
    "officer": "upphandlare",
    "coordinator": "samordnare",
    "department": "forvaltning",
    "matcher": "matchare",
    "union": "facket",
    "politician": "politiker",
    "administrator": "administrator",
}


@dataclass(frozen=True)
class Authority:
    """An organisation. `names` are its people in the order of `LOCAL_PARTS`; the first department is the department
    account's; `prefix` begins the case numbers."""

    key: str
    name: str
    org_number: str
    municipality_code: str
    kind: str
    prefix: str
    departments: tuple[str, ...]
    names: tuple[str, ...]


class Account(NamedTuple):
    """Who signs in with which address, and the role in each of the organisations (by key)."""

    email: str
    name: str
    role: str
    authorities: tuple[str, ...]


AUTHORITIES = (
    Authority(
        key="helsingborg",
        name="Helsingborgs stad",
        org_number="2120001157",
        municipality_code="1283",
        kind="municipality",
        prefix="SLF",
        departments=(
            "Fastighetsförvaltningen",
            "Skol- och fritidsförvaltningen",
            "Stadsbyggnadsförvaltningen",
            "Vård- och omsorgsförvaltningen",
            "Kulturförvaltningen",
            "Arbetsmarknadsförvaltningen",
            "Stadsledningsförvaltningen",
        ),
        names=(
            "Olle Öberg",
            "Camilla Åström",
            "Doris Fält",
            "Malte Sjöö",
            "Ulla Björk",
            "Per Ängelholm",
            "Adam Hök",
        ),
    ),
    Authority(
        key="haninge",
        name="Haninge kommun",
        org_number="2120000084",
        municipality_code="0136",
        kind="municipality",
        prefix="KS",
        departments=(
            "Utbildningsförvaltningen",
            "Stadsbyggnadsförvaltningen",
            "Socialförvaltningen",
            "Kultur- och fritidsförvaltningen",
            "Kommunstyrelseförvaltningen",
        ),
        names=(
            "Fia Dalarö",
            "Hanna Västerhaninge",
            "Tyra Tungelsta",
            "Mio Årsta",
            "Kent Jordbro",
            "Siv Muskö",
            "Rune Brandbergen",
        ),
    ),
    Authority(
        key="nynashamn",
        name="Nynäshamns kommun",
        org_number="2120000233",
        municipality_code="0192",
        kind="municipality",
        prefix="KS",
        departments=(
            "Barn- och utbildningsförvaltningen",
            "Miljö- och samhällsbyggnadsförvaltningen",
            "Socialförvaltningen",
            "Kultur- och fritidsförvaltningen",
        ),
        names=(
            "Björn Ösmo",
            "Karin Sorunda",
            "Stina Stora Vika",
            "Lars Landfjärden",
            "Eva Grödby",
            "Göte Trehörningen",
            "Moa Nickstabadet",
        ),
    ),
    Authority(
        key="tornberget",
        name="Tornberget Fastighetsförvaltnings AB",
        org_number="5564285806",
        municipality_code="",
        kind="company",
        prefix="TFAB",
        departments=("Drift och förvaltning", "Projekt och byggnation", "Ekonomi och inköp"),
        names=(
            "Nils Tornberg",
            "Åsa Gruvsjö",
            "Jan Rudan",
            "Pia Vendelsö",
            "Leif Handen",
            "Gun Kolartorp",
            "Ali Vega",
        ),
    ),
)
SODERTORN = ("haninge", "nynashamn", "tornberget")


def accounts() -> list[Account]:
    """All demo accounts: one per role and organisation, then the officer and the matcher of all three at Södertörn."""
    own = [
        Account(f"{local}@{authority.key}.exempel", name, role, (authority.key,))
        for authority in AUTHORITIES
        for (role, local), name in zip(LOCAL_PARTS.items(), authority.names, strict=True)
    ]
    return [
        *own,
        Account(f"upphandlare@{UNIT_DOMAIN}", "Örjan Södertörn", "officer", SODERTORN),
        Account(f"matchare@{UNIT_DOMAIN}", "Märta Södertörn", "matcher", SODERTORN),
    ]
