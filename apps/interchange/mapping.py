"""Which column of a register holds what: proposed from the headings, corrected by a person, remembered by signature.

The synonyms come from registers that Swedish municipalities delivered: one row per supplier (Göteborg), sheets for
running and ended contracts (Huddinge), e-Avrop's statistics, Mercell's contract database, and our own template.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any

from apps.core import orgnumbers
from apps.interchange import values
from apps.interchange.labels import normalise_label
from apps.interchange.values import ValueProblem

SAMPLE_ROWS = 20


class Field(StrEnum):
    """What a register can say about a contract. The values are what a mapping file holds."""

    CONTRACT_NUMBER = "contract_number"
    CASE_NUMBER = "case_number"
    TITLE = "title"
    CATEGORY = "category"
    PRODUCT_GROUP = "product_group"
    SUBGROUP = "subgroup"
    CONTRACT_TYPE = "contract_type"
    SUPPLIER_NAME = "supplier_name"
    SUPPLIER_ORG_NUMBER = "supplier_org_number"
    RANK = "rank"
    BUYER = "buyer"
    DEPARTMENT = "department"
    STARTS_ON = "starts_on"
    ENDS_ON = "ends_on"
    LATEST_END_ON = "latest_end_on"
    PERIOD = "period"
    EXTENSION = "extension"
    VALUE = "value"
    CPV = "cpv"
    SOCIAL = "social"
    INTERNSHIPS = "internships"
    EMPLOYMENTS = "employments"
    APPRENTICESHIPS = "apprenticeships"
    MENTORS = "mentors"
    RESPONSIBLE = "responsible"
    CONTACT = "contact"
    NOTE = "note"
    PLANNED_PUBLICATION_ON = "planned_publication_on"
    PLANNED_SIGNING_ON = "planned_signing_on"

    @property
    def label(self) -> str:
        """The field's name in Swedish."""
        return LABELS[self]


LABELS = {
    Field.CONTRACT_NUMBER: "Avtalsnummer",
    Field.CASE_NUMBER: "Diarienummer",
    Field.TITLE: "Avtalets namn",
    Field.CATEGORY: "Kategori",
    Field.PRODUCT_GROUP: "Varugrupp",
    Field.SUBGROUP: "Undergrupp eller delområde",
    Field.CONTRACT_TYPE: "Avtalstyp",
    Field.SUPPLIER_NAME: "Leverantör",
    Field.SUPPLIER_ORG_NUMBER: "Leverantörens organisationsnummer",
    Field.RANK: "Rangordning",
    Field.BUYER: "Upphandlande organisation",
    Field.DEPARTMENT: "Förvaltning",
    Field.STARTS_ON: "Startdatum",
    Field.ENDS_ON: "Slutdatum",
    Field.LATEST_END_ON: "Slutdatum med alla förlängningar",
    Field.PERIOD: "Avtalsperiod (start och slut i samma kolumn)",
    Field.EXTENSION: "Förlängning",
    Field.VALUE: "Avtalsvärde i kronor utan moms",
    Field.CPV: "CPV-kod",
    Field.SOCIAL: "Sociala krav (ja eller nej)",
    Field.INTERNSHIPS: "Antal praktikplatser",
    Field.EMPLOYMENTS: "Antal anställningar",
    Field.APPRENTICESHIPS: "Antal lärlingar",
    Field.MENTORS: "Antal yrkesmentorer",
    Field.RESPONSIBLE: "Ansvarig",
    Field.CONTACT: "Leverantörens kontakt",
    Field.NOTE: "Anteckning",
    Field.PLANNED_PUBLICATION_ON: "Planerad annonsering",
    Field.PLANNED_SIGNING_ON: "Planerat avtal",
}
# A sheet with one of these is a plan: its rows may be without supplier and become coming procurements.
PLAN_FIELDS = {Field.PLANNED_PUBLICATION_ON, Field.PLANNED_SIGNING_ON}

# Headings after `normalise_label`. The first of a field's synonyms that the file has wins.
_SYNONYMS: dict[Field, str] = {
    Field.CONTRACT_NUMBER: "avtalsnummer avtalsnr avtalsid avtalnr kontraktsnummer kontraktsnr kontraktnummer"
    " avtalsbeteckning avtalsnummeroriginal referensnummer",
    Field.CASE_NUMBER: "diarienummer diarienr dnr diarie diariefornummer arendenummer arendenr upphandlingsnummer"
    " upphandlingsnr upphandlingsid upphandlingsdiarienummer diariebeteckning",
    Field.TITLE: "avtalsnamn avtaletsnamn avtalsbenamning avtalsrubrik benamning upphandlingensnamn upphandlingsnamn"
    " upphandlingenstitel upphandling titel rubrik namnpaavtal kontraktsnamn avtal kontrakt avtalsomrade"
    " avser beskrivning",
    Field.CATEGORY: "kategori huvudkategori avtalskategori huvudgrupp",
    Field.PRODUCT_GROUP: "varugrupp bestallningsgrupp produktgrupp inkopsgrupp omrade",
    Field.SUBGROUP: "undergrupp delomraden delomrade anbudsomrade underkategori",
    Field.CONTRACT_TYPE: "avtalstyp avtalsform typavavtal kontraktstyp",
    Field.SUPPLIER_NAME: "leverantor leverantorsnamn leverantornamn leverantorensnamn namnforleverantor"
    " leverantorsnamnoriginal leverantorer entreprenor utforare foretag foretagsnamn bolag avtalspart motpart",
    Field.SUPPLIER_ORG_NUMBER: "organisationsnummer orgnr orgnummer organisationsnr leverantororganisationsnummer"
    " leverantorsorganisationsnummer leverantorensorganisationsnummer leverantororgnr leverantorsorgnr"
    " leverantorensorgnr orgnrleverantor organisationsnummerleverantor organisationsnummerforleverantor"
    " leverantororganisationsnummeroriginal orgno vatnummer momsregistreringsnummer",
    Field.RANK: "rangordning rang ranking placering",
    Field.BUYER: "organisation upphandlandeorganisation upphandlandemyndighet upphandlandeenhet kopare bestallare"
    " namnforkopare kommun avtalstecknare",
    Field.DEPARTMENT: "forvaltning bestallandeforvaltning ansvarigforvaltning avdelning enhet verksamhet namnd"
    " ansvarigenhet avtalsagandeforvaltning",
    Field.STARTS_ON: "startdatum avtalsstart avtaletsstart startdatumavtal avtalsstartdatum start from franochmed"
    " gallerfrom giltigfrom giltigtfrom avtalfrom avtaletborjar borjar giltigfran avtalsperiodstart tilltradesdatum",
    Field.ENDS_ON: "slutdatum avtalsslut avtaletsslut slutdatumavtal avtalsslutdatum slut tom tillochmed gallertom"
    " giltigtom giltigttom avtaltom avtaletupphor upphor giltigtill avtalsperiodslut",
    Field.LATEST_END_ON: "maxslutdatum slutdatummax slutdatumavtalmax maximaltslutdatum senasteslutdatum"
    " slutdatuminkloption slutdatuminkloptioner slutdatuminklforlangning slutdatuminklusiveoptioner"
    " slutdatummedforlangning slutdatummedforlangningar slutdatummedallaforlangningar sistaslutdatum"
    " slutdatummedoption",
    Field.PERIOD: "avtalsperiod avtalstid period giltighetstid giltighet kontraktsperiod loptid",
    Field.EXTENSION: "forlangning avtalsforlangning avtalsforlangningavtal forlangningsoption option optioner"
    " forlangningsmojlighet",
    Field.VALUE: "avtalsvarde varde kontraktsvarde kontrakteratvarde uppskattatvarde totaltvarde takvolym avtalssumma"
    " kontraktssumma beraknatvarde uppskattatavtalsvarde belopp",
    Field.CPV: "cpv cpvkod cpvkoder huvudsakligcpvkod huvudcpv cpvnummer",
    Field.SOCIAL: "socialakrav socialtkrav socialahansyn socialhansyn socialthallbarupphandling socialavillkor"
    " sysselsattningskrav",
    Field.INTERNSHIPS: "praktikplatserkrav praktikplatser praktikkrav praktik antalpraktikplatser praktikanter"
    " antalpraktikanter",
    Field.EMPLOYMENTS: "anstallningarkrav anstallningar anstallningskrav anstallning antalanstallningar antalanstallda"
    " anstallda",
    Field.APPRENTICESHIPS: "larlingarkrav larlingar larlingskrav larlingsplatser antallarlingar larling"
    " antallarlingsplatser",
    Field.MENTORS: "mentorerkrav mentorer yrkesmentorer yrkesmentorerkrav mentorskrav antalmentorer mentor yrkesmentor"
    " antalyrkesmentorer",
    Field.RESPONSIBLE: "ansvarig avtalsansvarig ansvarigupphandlare upphandlare avtalsforvaltare handlaggare"
    " ansvarighandlaggare avtalscontroller",
    Field.CONTACT: "kontakt kontaktperson leverantorskontakt kontaktpersonleverantor leverantorenskontaktperson"
    " leverantorenskontakt",
    Field.NOTE: "anteckning anteckningar kommentar kommentarer notering ovrigt anmarkning",
    Field.PLANNED_PUBLICATION_ON: "planeradannonsering planerasannonseras annonseringplanerad beraknadannonsering"
    " planeradannons planeradannonseringsdag planeradannonseringsdatum planeratannonsdatum annonseras"
    " planeradannonsstart planeradpublicering planeradstart planeradupphandlingsstart beraknadannonseringsdag",
    Field.PLANNED_SIGNING_ON: "planeratavtal planeradavtalsstart planeratavtalstecknande planeratavtalsdatum"
    " beraknatavtal beraknadavtalsstart avtalplaneras planeradavtalstecknande nyttavtalplaneras",
}

_RANKED: dict[str, tuple[Field, int]] = {
    synonym: (field, rank) for field, synonyms in _SYNONYMS.items() for rank, synonym in enumerate(synonyms.split())
}

# For headings that no register has had before: words inside them, used only when the cells fit as well.
_HINTS: tuple[tuple[str, Field], ...] = (
    (r"planera.*(?:annons|publicer)|(?:annons|publicer).*planera", Field.PLANNED_PUBLICATION_ON),
    (r"planera.*avtal|avtal.*planera", Field.PLANNED_SIGNING_ON),
    (r"(?:org|organisations)(?:nr|nummer)", Field.SUPPLIER_ORG_NUMBER),
    (r"^leverantor|leverantorsnamn", Field.SUPPLIER_NAME),
    (r"max.*slut|slut.*max|slut.*(?:option|forlang)", Field.LATEST_END_ON),
    (r"startdatum|avtalsstart|franochmed", Field.STARTS_ON),
    (r"slutdatum|avtalsslut|tillochmed", Field.ENDS_ON),
    (r"avtalsperiod|avtalstid", Field.PERIOD),
    (r"praktik", Field.INTERNSHIPS),
    (r"larling", Field.APPRENTICESHIPS),
    (r"mentor", Field.MENTORS),
    (r"anstall", Field.EMPLOYMENTS),
    (r"^cpv", Field.CPV),
    (r"avtalsvarde|kontraktsvarde", Field.VALUE),
    (r"diarie", Field.CASE_NUMBER),
    (r"avtalsn(?:r|ummer)", Field.CONTRACT_NUMBER),
    (r"avtalsnamn|benamning", Field.TITLE),
    (r"forvaltning", Field.DEPARTMENT),
)
_NOT_THE_SUPPLIER_S = re.compile(r"kopare|bestallare|kund|upphandlande|kontakt|telefon|epost|mejl|adress|ort$|id$")
_TRAILING_UNIT = re.compile(r"(?:kr|sek|kronor|exklmoms|exmoms|utanmoms|ikronor|st|original)$")
_HINT_RANK = 1000

REQUIRED_ONE_OF = (Field.TITLE, Field.CONTRACT_NUMBER, Field.CASE_NUMBER, Field.PRODUCT_GROUP)


def propose(header: Sequence[str], sample_rows: Iterable[Sequence[Any]] = ()) -> dict[int, Field]:
    """Column index to field, each field at most once. `sample_rows` are rows of cells; some twenty are enough."""
    samples = [row for row, _ in zip(sample_rows, range(SAMPLE_ROWS), strict=False)]
    candidates = []
    for position, label in enumerate(header):
        cells = [row[position] for row in samples if position < len(row)]
        candidates += [(rank, position, field) for field, rank in _guesses(label, cells)]
    proposal: dict[int, Field] = {}
    for _, position, field in sorted(candidates):
        if position not in proposal and field not in proposal.values():
            proposal[position] = field
    return dict(sorted(proposal.items()))


def problems(mapping: Mapping[int, Field]) -> list[str]:
    """What stands in the way of using the mapping, as Swedish sentences; empty when nothing does."""
    return [*doubled(mapping), *missing(mapping)]


def doubled(mapping: Mapping[int, Any]) -> list[str]:
    """Fields, of whatever kind of file, that several columns of one sheet were given."""
    given = Counter(mapping.values())
    twice = (field for field, count in given.items() if count > 1)
    return [f"{field.label} är vald för flera kolumner. Välj en av dem." for field in twice]


def missing(mapping: Mapping[int, Field]) -> list[str]:
    """Fields without which no row can be used."""
    found = []
    fields = set(mapping.values())
    if not fields & {Field.SUPPLIER_NAME, *PLAN_FIELDS}:
        found.append(
            "Ingen kolumn är vald som Leverantör. Välj kolumnen med leverantörens namn, eller Planerad annonsering om "
            "filen är en plan."
        )
    if not set(REQUIRED_ONE_OF) & fields:
        found.append("Ingen kolumn säger vilket avtal det är. Välj Avtalsnummer, Diarienummer eller Avtalets namn.")
    return found


def signature(header: Sequence[str]) -> str:
    """A fingerprint of the headings (64 hex digits), so that a mapping is remembered for files of the same layout."""
    return hashlib.sha256("\x1f".join(map(normalise_label, header)).encode()).hexdigest()


def from_names(header: Sequence[str], names: Mapping[str, str], fields: type[StrEnum] = Field) -> dict[int, Any]:
    """A mapping from a file of heading to field name. Raises ``ValueError`` in Swedish for what fits nowhere."""
    named = by_heading(header, names, fields)
    return {position: named[label] for position, label in enumerate(header) if label in named}


def by_heading(headings: Iterable[str], names: Mapping[str, str], fields: type[StrEnum] = Field) -> dict[str, Any]:
    """The headings as this file spells them, each with its field. Raises ``ValueError`` as ``from_names``."""
    spelled = {normalise_label(label): label for label in reversed(list(headings))}
    found = {}
    for label, name in names.items():
        if normalise_label(label) not in spelled:
            raise ValueError(f"Filen har ingen kolumn som heter ”{label}”.")
        if name not in list(fields):
            raise ValueError(f"”{name}” är inget känt fält. Kända fält: {', '.join(fields)}.")
        found[spelled[normalise_label(label)]] = fields(name)
    return found


def _guesses(label: str, cells: list[Any]) -> list[tuple[Field, int]]:
    """Fields the heading may mean, best (lowest rank) first."""
    plain = normalise_label(label)
    known = _RANKED.get(plain) or _RANKED.get(_TRAILING_UNIT.sub("", plain))
    known = known or _RANKED.get(_TRAILING_UNIT.sub("", _TRAILING_UNIT.sub("", plain)))
    if known:
        return [_settled(*known, cells)]
    if _NOT_THE_SUPPLIER_S.search(plain):
        return []
    return [
        (field, _HINT_RANK + rank)
        for rank, (pattern, field) in enumerate(_HINTS)
        if re.search(pattern, plain) and _fits(field, cells)
    ]


def _settled(field: Field, rank: int, cells: list[Any]) -> tuple[Field, int]:
    """Some headings mean different things in different registers; the cells tell which."""
    filled = [text for cell in cells if (text := values.clean(cell))]
    if field is Field.TITLE and filled and all(re.fullmatch(r"[\w/.:-]*\d[\w/.:-]*", text) for text in filled):
        return Field.CONTRACT_NUMBER, _HINT_RANK
    if field is Field.PERIOD and filled and all(re.fullmatch(r"\d+ ?(?:mån|månader|år)\.?", text) for text in filled):
        return Field.EXTENSION, _HINT_RANK
    return field, rank


def _fits(field: Field, cells: list[Any]) -> bool:
    """Whether most of the column's cells can be read as the field."""
    filled = [cell for cell in cells if values.clean(cell)]
    readable = sum(_is_readable(field, cell) for cell in filled)
    return not filled or readable * 2 > len(filled)


def _is_readable(field: Field, cell: Any) -> bool:
    if field is Field.SUPPLIER_ORG_NUMBER:
        return orgnumbers.normalise(cell).kind is not orgnumbers.Kind.INVALID
    parser = _PARSERS.get(field)
    try:
        return parser is None or parser(cell) is not None
    except ValueProblem:
        return False


_PARSERS = {
    Field.STARTS_ON: values.parse_date,
    Field.ENDS_ON: values.parse_date,
    Field.LATEST_END_ON: values.parse_date,
    Field.PLANNED_PUBLICATION_ON: values.parse_planned,
    Field.PLANNED_SIGNING_ON: values.parse_planned,
    Field.PERIOD: values.parse_period,
    Field.VALUE: values.parse_amount,
    Field.CPV: values.parse_cpv,
    Field.INTERNSHIPS: values.parse_count,
    Field.EMPLOYMENTS: values.parse_count,
    Field.APPRENTICESHIPS: values.parse_count,
    Field.MENTORS: values.parse_count,
}
