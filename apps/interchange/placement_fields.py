"""Which column of a list of placements holds what: proposed from the headings, as `mapping` does for a register."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any

from apps.interchange.labels import normalise_label


class PlacementField(StrEnum):
    """What a list can say about a placement. About the resident there is a code or a reference, and nothing else."""

    KIND = "kind"
    CONTRACT_NUMBER = "contract_number"
    CASE_NUMBER = "case_number"
    SUPPLIER_NAME = "supplier_name"
    SUPPLIER_ORG_NUMBER = "supplier_org_number"
    CODE = "code"
    CASE_REFERENCE = "case_reference"
    STARTED_ON = "started_on"
    PLANNED_END_ON = "planned_end_on"
    ENDED_ON = "ended_on"
    END_REASON = "end_reason"
    EXTENT_PERCENT = "extent_percent"
    REFERRING_BODY = "referring_body"
    SUPERVISOR_ROLE = "supervisor_role"

    @property
    def label(self) -> str:
        """The field's name in Swedish: the heading in the template."""
        return LABELS[self]


LABELS = {
    PlacementField.KIND: "Insats",
    PlacementField.CONTRACT_NUMBER: "Avtalsnummer",
    PlacementField.CASE_NUMBER: "Upphandlingens diarienummer",
    PlacementField.SUPPLIER_NAME: "Leverantör",
    PlacementField.SUPPLIER_ORG_NUMBER: "Leverantörens organisationsnummer",
    PlacementField.CODE: "Deltagarkod",
    PlacementField.CASE_REFERENCE: "Referens i verksamhetssystemet",
    PlacementField.STARTED_ON: "Startdatum",
    PlacementField.PLANNED_END_ON: "Planerat slut",
    PlacementField.ENDED_ON: "Slutdatum",
    PlacementField.END_REASON: "Hur slutade den",
    PlacementField.EXTENT_PERCENT: "Omfattning i procent",
    PlacementField.REFERRING_BODY: "Anvisas av",
    PlacementField.SUPERVISOR_ROLE: "Handledarens roll",
}

# Headings after `normalise_label`, beside the labels themselves. The first that the file has wins.
_SYNONYMS: dict[PlacementField, str] = {
    PlacementField.KIND: "typavinsats insatstyp placeringstyp typ",
    PlacementField.CONTRACT_NUMBER: "avtalsnr avtalsid avtal kontraktsnummer",
    PlacementField.CASE_NUMBER: "diarienummer diarienr dnr upphandling upphandlingsnummer",
    PlacementField.SUPPLIER_NAME: "leverantorsnamn leverantorensnamn foretag foretagsnamn arbetsgivare arbetsplats",
    PlacementField.SUPPLIER_ORG_NUMBER: "organisationsnummer orgnr orgnummer organisationsnr leverantorensorgnr",
    PlacementField.CODE: "deltagarenskod deltagarkoden kod deltagare",
    PlacementField.CASE_REFERENCE: "referens arendereferens arendenummer arendenr arende arendeiverksamhetssystemet",
    PlacementField.STARTED_ON: "start startar borjade borjar fran from startdag forstadag",
    PlacementField.PLANNED_END_ON: "planeratslutdatum planeradtill beraknatslut planeradslutdag",
    PlacementField.ENDED_ON: "slut avslutad slutade slutdag sistadag till tom",
    PlacementField.END_REASON: "avslutsorsak slutorsak orsak avslutsskal resultat",
    PlacementField.EXTENT_PERCENT: "omfattning procent tjanstgoringsgrad sysselsattningsgrad",
    PlacementField.REFERRING_BODY: "anvisare anvisadav anvisande anvisandemyndighet",
    PlacementField.SUPERVISOR_ROLE: "handledare handledarroll",
}
_RANKED = {
    synonym: (rank, field)
    for field, synonyms in _SYNONYMS.items()
    for rank, synonym in enumerate([normalise_label(LABELS[field]), *synonyms.split()])
}


def propose(header: Sequence[str], sample_rows: Iterable[Sequence[Any]] = ()) -> dict[int, PlacementField]:
    """Column index to field, each field at most once. The cells are not looked at: they may be about residents."""
    known = [(*_RANKED[plain], at) for at, label in enumerate(header) if (plain := normalise_label(label)) in _RANKED]
    proposal: dict[int, PlacementField] = {}
    for _, field, at in sorted(known, key=lambda each: (each[0], each[2])):
        if field not in proposal.values():
            proposal[at] = field
    return dict(sorted(proposal.items()))


def missing(mapping: Mapping[int, PlacementField]) -> list[str]:
    """Fields without which no row can be used, as Swedish sentences."""
    given = set(mapping.values())
    found = [
        f"Ingen kolumn är vald som {field.label}. Välj kolumnen."
        for field in (PlacementField.KIND, PlacementField.STARTED_ON)
        if field not in given
    ]
    if not given & {PlacementField.CONTRACT_NUMBER, PlacementField.CASE_NUMBER}:
        found.append("Ingen kolumn säger vilket avtal det är. Välj Avtalsnummer eller Upphandlingens diarienummer.")
    if not given & {PlacementField.SUPPLIER_NAME, PlacementField.SUPPLIER_ORG_NUMBER}:
        found.append("Ingen kolumn säger vilken leverantör det är. Välj Leverantör eller organisationsnumret.")
    return found
