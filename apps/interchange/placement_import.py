"""A list of placements: each row goes through the actions that log and end placements, so no rule stands here.

To look is to do it all and roll it back, so that the preview cannot promise anything but what the import does.
"""

import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.utils import timezone

from apps.interchange import mapping, placement_journal, placement_rows, register_import
from apps.interchange.importer import RowResult
from apps.interchange.models import ImportBatch
from apps.interchange.placement_fields import LABELS, PlacementField
from apps.interchange.placement_places import Places, Refused
from apps.interchange.placement_rows import WantedPlacement
from apps.interchange.reading import Sheet
from apps.placements import actions, codes, participant_queries, queries
from apps.placements.choices import LEFT_STATES, PlacementKind
from apps.placements.models import Participant, Placement
from apps.placements.queries import Workplace

# Stands where a sentence names a resident; the page puts the cell of the file there while the file is kept.
HIDDEN = "•••"
REPORT_EVERY = 25
DEFAULT_EXTENT = 100
_FIELDS = {"contract": PlacementField.CONTRACT_NUMBER, "supplier": PlacementField.SUPPLIER_NAME}
_COMPARED = {
    PlacementField.KIND: "kind",
    PlacementField.PLANNED_END_ON: "planned_end_on",
    PlacementField.ENDED_ON: "ended_on",
    PlacementField.END_REASON: "end_reason",
    PlacementField.EXTENT_PERCENT: "extent_percent",
}


@dataclass
class Made:
    """What an import made, for its journal. `line` is a row's own words when it names no resident."""

    placements: list[tuple[Placement, list | None]] = field(default_factory=list)
    participants: list[Participant] = field(default_factory=list)


def check(batch: ImportBatch, sheets: list[Sheet], on_progress: Callable[[int], None]) -> list[RowResult]:
    """What each row would do. Everything that was written to find out is rolled back."""
    with transaction.atomic():
        results = _Run(batch, is_trial=True).rows(sheets, on_progress)
        transaction.set_rollback(True)
    return results


def write(batch: ImportBatch, sheets: list[Sheet], on_progress: Callable[[int], None]) -> list[RowResult]:
    """Log the placements and note them in the journal. The caller holds the transaction and the organisation's lock."""
    waiting = placement_journal.waiting_in(batch.organisation_id)
    run = _Run(batch, is_trial=False)
    results = run.rows(sheets, on_progress)
    placement_journal.record(batch, run.made.placements, run.made.participants, waiting)
    return results


class _Run:
    """One time through the file."""

    def __init__(self, batch: ImportBatch, *, is_trial: bool) -> None:
        self._batch, self._by, self._is_trial = batch, batch.created_by, is_trial
        self._today = timezone.localdate()
        self._places = Places(batch.created_by, batch.organisation, self._today)
        self._nameless = placement_journal.nameless_of(batch.organisation_id)
        self._row_of: dict[str, int] = {}
        self.made = Made()

    def rows(self, sheets: list[Sheet], on_progress: Callable[[int], None]) -> list[RowResult]:
        """The result of each row, in the order of the file."""
        results: list[RowResult] = []
        for sheet in sheets:
            fields = mapping.from_names(
                sheet.header,
                {heading: name for heading, name in self._batch.mapping.items() if heading in sheet.header},
                PlacementField,
            )
            if sheet.rows and not fields:
                results.append(register_import.unread(sheet))
                continue
            for want in placement_rows.parse_sheet(sheet, fields):
                headings = {str(name): sheet.header[at] for at, name in fields.items()}
                results.append(self._row(want, headings))
                if len(results) % REPORT_EVERY == 0:
                    on_progress(len(results))
        return results

    def _row(self, want: WantedPlacement, headings: dict[str, str]) -> RowResult:
        result = RowResult(want.row, want.sheet, "")
        complaints = list(want.complaints)
        try:
            if not complaints:
                with transaction.atomic():
                    self._place(want, result)
            elif want.names_place:
                self._places.find(want)
        except Refused as refused:
            complaints.append(refused.args)
        except ValidationError as error:
            complaints = _complaints(error, want)
        result.problems = [(headings.get(name, LABELS.get(name, "Raden")), "", reason) for name, reason in complaints]
        return result

    def _place(self, want: WantedPlacement, result: RowResult) -> None:
        """Log the row's placement, unless it stands there already. Raises Refused or ValidationError."""
        workplace = self._places.find(want)
        kind = PlacementKind(want.kind).label
        result.title = f"{workplace.note}, {workplace.supplier}: {kind.lower()} från {want.started_on}"
        known = self._participant(want)
        line = (
            None
            if want.names_resident
            else [workplace.contract.pk, workplace.supplier.pk, want.kind, str(want.started_on)]
        )
        if existing := self._existing(want, workplace, known, line):
            result.warnings = [("Placeringen", "", sentence) for sentence in self._notes(existing, want, line)]
            return
        placement = self._log(want, workplace, known)
        self._row_of[str(placement)] = want.row
        self.made.placements.append((placement, line))
        if known is None:
            self.made.participants.append(placement.participant)
        result.is_new = True
        whose = "ny, får en kod" if known is None else "finns redan"
        result.changes = [("Deltagare", "", whose), ("Läge", "", str(placement.state_text))]
        result.warnings = [("Placeringen", "", self._named(each)) for each in queries.warnings(placement)]

    def _participant(self, want: WantedPlacement) -> Participant | None:
        """The participant that the row names and the person may see; a code goes before a reference."""
        if want.code:
            return participant_queries.find(self._by, self._batch.organisation, want.code)
        if not want.case_reference:
            return None
        shown = Participant.objects.with_code_shown_to(self._by).filter(organisation=self._batch.organisation_id)
        return shown.filter(case_reference__iexact=want.case_reference).first()

    def _existing(
        self, want: WantedPlacement, workplace: Workplace, known: Participant | None, line: list | None
    ) -> Placement | None:
        """The placement of the same participant, contract and start; or that an earlier import made of such a row."""
        if line is not None:
            alike = self._nameless.get(tuple(line))
            return alike.pop() if alike else None
        if known is None:
            return None
        standing = Placement.objects.standing().exclude(state__in=LEFT_STATES).filter(participant=known)
        return standing.filter(
            contract=workplace.contract, supplier=workplace.supplier, starts_on=want.started_on
        ).first()

    def _log(self, want: WantedPlacement, workplace: Workplace, known: Participant | None) -> Placement:
        placement = actions.log_placement(
            by=self._by,
            organisation=self._batch.organisation,
            contract=workplace.contract,
            supplier=workplace.supplier,
            kind=want.kind,
            started_on=want.started_on,
            today=self._today,
            token=uuid.uuid4(),
            extent_percent=DEFAULT_EXTENT if want.extent_percent is None else want.extent_percent,
            planned_end_on=want.planned_end_on,
            referring_body=want.referring_body,
            supervisor_role=want.supervisor_role,
            code=known.code if known else want.code,
            case_reference="" if known else want.case_reference,
        )
        if not want.ended_on:
            return placement
        return actions.end_placement(
            by=self._by,
            placement=placement,
            ended_on=want.ended_on,
            end_reason=want.end_reason,
            today=self._today,
            is_one_of_many=True,
        )

    def _notes(self, existing: Placement, want: WantedPlacement, line: list | None) -> list[str]:
        """What a person should know about a row that changes nothing."""
        said = [
            LABELS[name].lower()
            for name, attribute in _COMPARED.items()
            if getattr(want, name) and getattr(want, name) != getattr(existing, attribute)
        ]
        notes = [f"Finns redan som {self._named(str(existing))}."]
        if said:
            notes.append(
                f"Filen säger annat än Steget om {', '.join(said)}. Importen ändrar det inte; "
                "ändra på placeringens sida."
            )
        if line is not None:
            notes.append("Raden har varken kod eller referens. Gäller den en annan deltagare, logga placeringen själv.")
        return notes

    def _named(self, sentence: str) -> str:
        """In a trial, numbers of placements that are not there yet become the rows they stand on."""
        if not self._is_trial:
            return sentence
        return re.sub(
            r"\bP\d+\b",
            lambda found: f"rad {self._row_of[found[0]]}" if found[0] in self._row_of else found[0],
            sentence,
        )


def _line(want: WantedPlacement, workplace: Workplace) -> list:
    """What a row without code and reference is known by, as JSON holds it."""
    return [workplace.contract.pk, workplace.supplier.pk, want.kind, str(want.started_on)]


def _complaints(error: ValidationError, want: WantedPlacement) -> list[tuple[str, str]]:
    """What an action refused, by the field of the list; a resident's code or reference never stays in the sentence."""
    by_field = error.message_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error.messages}
    return [
        (_FIELDS.get(name, name), _without_resident(sentence, want))
        for name, sentences in by_field.items()
        for sentence in sentences
    ]


def _without_resident(sentence: str, want: WantedPlacement) -> str:
    for text in {want.code, codes.normalise(want.code), want.case_reference} - {""}:
        sentence = re.sub(re.escape(text), HIDDEN, sentence, flags=re.IGNORECASE)
    return sentence
