"""A step of the report as a page has it: forms filled in from the draft, checked, and what of them is to be saved."""

from dataclasses import dataclass, field

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils import timezone

from apps.followups.models import ReportRequest
from apps.followups.report_actions import Overwritten, mark_of
from apps.followups.report_contents import Step, draft_line, draft_placement, placements_of, unit_of
from apps.followups.report_forms import LineForm, PlacementForm
from apps.followups.report_rules import Work

LINES, PLACED = "lines", "placements"


@dataclass
class StepPage:
    """`rows` are the forms by the key of what they are about; `seen` is what the draft held when they were made."""

    report: ReportRequest
    part: str
    rows: dict[int, forms.Form]
    seen: str
    problems: list[str] = field(default_factory=list)

    @property
    def forms(self) -> list[forms.Form]:
        """The forms in order."""
        return list(self.rows.values())

    def is_valid(self) -> bool:
        """Whether every form is; all are asked, so that all errors show at once."""
        answers = [form.is_valid() for form in self.rows.values()]
        return all(answers)

    def saved(self) -> dict:
        """What `report_actions.save_step` is told."""
        values = {key: form.cleaned_data for key, form in self.rows.items()}
        return {"part": self.part, "values": values, "seen": self.seen}

    def refused(self, error: ValidationError) -> "StepPage":
        """The step with what the action said; who overwrites knowingly is let through the next time."""
        self.problems = list(error.messages)
        if isinstance(error, Overwritten):
            fresh = ReportRequest.objects.get(pk=self.report.pk)
            self.seen = mark_of(fresh.draft.get(self.part, {}), self.rows)
        return self


def line_step(report: ReportRequest, step: Step, data: QueryDict | None) -> StepPage:
    """The step of a commitment."""
    return _page(report, LINES, {step.requirement.pk: line_form(report, step.requirement, data)}, data)


def placements_step(report: ReportRequest, step: Step, data: QueryDict | None) -> StepPage:
    """The step of the placements: those of the report and no others, whatever is posted."""
    return _page(report, PLACED, placement_forms(report, data, to_supplier=True), data)


def line_form(report: ReportRequest, requirement, data: QueryDict | None, prefix: str | None = None) -> LineForm:
    """The form of a commitment, filled in from the draft. One with a prefix is an officer's, who enters several."""
    work = Work(report.period_from, report.period_to)
    values = {"requirement": requirement, "unit": unit_of(requirement), "work": work, "prefix": prefix}
    values["to_supplier"] = prefix is None
    return LineForm(data, initial=draft_line(report, requirement), **values)


def placement_forms(report: ReportRequest, data: QueryDict | None, *, to_supplier: bool) -> dict[int, PlacementForm]:
    """A form for each placement, filled in from the draft."""
    about = {"today": timezone.localdate(), "to_supplier": to_supplier}
    return {
        each.pk: PlacementForm(data, **about, placement=each, initial=draft_placement(report, each))
        for each in placements_of(report)
    }


def _page(report: ReportRequest, part: str, rows: dict, data: QueryDict | None) -> StepPage:
    held = mark_of(report.draft.get(part, {}), rows)
    return StepPage(report, part, rows, held if data is None else data.get("seen", "")[:16])
