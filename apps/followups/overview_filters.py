"""What the overview of followed-up contracts can be filtered by."""

from datetime import date

from django import forms
from django.db.models import Q

from apps.core.lists import FilterForm
from apps.followups.choices import Intensity
from apps.followups.plan_queries import AFTERWARDS

NO_PLAN, MINE = "ingen", "mina"
LATE, REPORTS, DEVIATIONS, SANCTIONS, ANY = "sena", "rapporter", "avvikelser", "sanktioner", "nagot"
_RISKS = {
    ANY: Q(risk__gt=0),
    LATE: Q(late_points__gt=0),
    REPORTS: Q(late_reports__gt=0),
    DEVIATIONS: Q(open_deviations__gt=0),
    SANCTIONS: Q(sanctions__gt=0),
}


class OverviewFilter(FilterForm):
    """The rows are `overview_queries.overviewed`. Contracts that ended months ago are left out unless asked for."""

    q = forms.CharField(label="Avtal eller leverantör", required=False, max_length=200)
    intensity = forms.ChoiceField(
        label="Uppföljning", choices=[("", "Alla"), *Intensity.choices, (NO_PLAN, "ingen plan")], required=False
    )
    risk = forms.ChoiceField(
        label="Risk",
        choices=[
            ("", "Alla"),
            (ANY, "något att ta tag i"),
            (LATE, "försenade punkter"),
            (REPORTS, "sena rapporter"),
            (DEVIATIONS, "öppna avvikelser"),
            (SANCTIONS, "sanktioner"),
        ],
        required=False,
    )
    responsible = forms.ChoiceField(label="Ansvarig", choices=[("", "Alla"), (MINE, "mina avtal")], required=False)
    department = forms.ModelChoiceField(label="Förvaltning", queryset=None, required=False, empty_label="Alla")
    ended = forms.ChoiceField(label="Avtalstid", choices=[("", "Pågår"), ("ja", "har gått ut")], required=False)

    def __init__(self, *args, user, organisation, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.user, self.today = user, today
        self.fields["department"].queryset = organisation.departments.all()

    def apply(self, rows):
        rows, chosen = super().apply(rows), self.chosen()
        is_over = Q(is_until_further_notice=False, ends_on__lt=self.today)
        # Its last report and its evaluation come after the end.
        is_settled = Q(is_until_further_notice=False, ends_on__lt=self.today - AFTERWARDS)
        rows = rows.filter(is_over) if "ended" in chosen else rows.exclude(is_settled)
        if chosen.get("intensity") == NO_PLAN:
            rows = rows.filter(intensity=None)
        elif "intensity" in chosen:
            rows = rows.filter(intensity=chosen["intensity"])
        if "risk" in chosen:
            rows = rows.filter(_RISKS[chosen["risk"]])
        if "responsible" in chosen:
            rows = rows.filter(procurement__responsible=self.user)
        return rows.filter(procurement__department=chosen["department"]) if "department" in chosen else rows
