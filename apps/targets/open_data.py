"""A published year as open data: rows of a number each, and what the columns mean. Pure: numbers in, text out.

Column names and codes are lower case ASCII, so that they survive any program. Licence CC0 1.0.
"""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.text import slugify

from apps.core.exports import neutralise
from apps.targets import wording
from apps.targets.place_queries import Suppliers
from apps.targets.queries import Dashboard

LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"
COLUMNS = {
    "organisationsnummer": ("string", "Myndighetens organisationsnummer, tio siffror."),
    "organisation": ("string", "Myndighetens namn."),
    "ar": ("gYear", "Året som siffran gäller."),
    "raknat_till": ("date", "Sista dagen som är räknad."),
    "fryst": ("date", "Dagen då årets siffror frystes. Tomt så länge de kan ändras."),
    "matt": (
        "string",
        "mal: det beslutade målet. resultat: det som räknas mot målet. vid_sidan: insatser som redovisas bredvid. "
        "aktivitet: genomförda tillfällen. aktivitet_deltagare: deltagare på dem.",
    ),
    "del": ("string", "totalt, eller slaget: praktik, anstallning, larling, yrkesmentor, studiebesok och så vidare."),
    "antal": ("integer", "Antalet, ett heltal."),
    "enhet": ("string", "invanare, insatser, tillfallen eller deltagare."),
}


@dataclass(frozen=True)
class OpenYear:
    """A published year: what it holds, the day it was frozen (None while it can change), and then its suppliers."""

    page: Dashboard
    frozen_on: date | None
    suppliers: Suppliers | None = None

    @property
    def title(self) -> str:
        return f"{self.page.organisation}: sociala krav i upphandling {self.page.year}"


def rows(year: OpenYear) -> list[dict[str, Any]]:
    """A row per number: the whole organisation by kind, as the open page shows it and nothing finer."""
    page = year.page
    shared = {
        "organisationsnummer": page.organisation.org_number,
        "organisation": str(page.organisation),
        "ar": page.year,
        "raknat_till": page.last_on.isoformat(),
        "fryst": year.frozen_on.isoformat() if year.frozen_on else None,
    }
    names = ("matt", "del", "antal", "enhet")
    return [shared | dict(zip(names, each, strict=True)) for each in _numbers(page)]


def as_csv(year: OpenYear) -> bytes:
    """The rows as CSV (RFC 4180): UTF-8, commas, a heading."""
    written = io.StringIO()
    writer = csv.DictWriter(written, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(row | {"organisation": neutralise(row["organisation"])} for row in rows(year))
    return written.getvalue().encode()


def as_json(year: OpenYear) -> bytes:
    """The rows with their description."""
    return _json(
        {
            "titel": year.title,
            "utgivare": str(year.page.organisation),
            "licens": LICENCE,
            "rakneregel": wording.rule_sentences(year.page.rule),
            "kolumner": [{"namn": name, "typ": kind, "beskrivning": text} for name, (kind, text) in COLUMNS.items()],
            "rader": rows(year),
        }
    )


def description(year: OpenYear, csv_url: str) -> bytes:
    """What the CSV file holds, as W3C's "CSV on the Web" wants it beside the file."""
    columns = [
        {"name": name, "titles": name, "datatype": kind, "dc:description": {"@value": text, "@language": "sv"}}
        for name, (kind, text) in COLUMNS.items()
    ]
    return _json(
        {
            "@context": ["http://www.w3.org/ns/csvw", {"@language": "sv"}],
            "url": csv_url,
            "dc:title": year.title,
            "dc:publisher": str(year.page.organisation),
            "dc:license": {"@id": LICENCE},
            "dc:description": wording.rule_sentences(year.page.rule),
            "tableSchema": {"columns": columns},
        }
    )


def _numbers(page: Dashboard) -> Iterator[tuple[str, str, int, str]]:
    """Measure, part, number and unit."""
    unit = "invanare" if page.rule.counts_residents else "insatser"
    if page.target:
        yield "mal", "totalt", page.target.value, unit
    yield "resultat", "totalt", page.result.total, unit
    for kind in wording.kinds(page.rule):
        found = page.result.compared[kind] if page.rule.is_stock else sum(page.result.months[kind])
        yield "resultat", code_of(kind.label), found, unit
    if not page.rule.is_stock:
        found = page.result.residents if page.rule.counts_residents else page.result.started
        for kind in [*wording.kinds(page.rule, counted=False), *wording.rare_kinds(page.rule, found)]:
            yield "vid_sidan", code_of(kind.label), found.get(kind, 0), unit
    for each in page.activities:
        yield "aktivitet", code_of(each.label), each.count, "tillfallen"
        if each.people is not None:
            yield "aktivitet_deltagare", code_of(each.label), each.people, "deltagare"


def code_of(label: str) -> str:
    """ "Studiebesök" as "studiebesok"."""
    return slugify(label).replace("-", "_")


def _json(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode()
